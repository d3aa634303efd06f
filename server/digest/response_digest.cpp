#include "server/digest/response_digest.hpp"

#include <algorithm>

#include "db/responses.hpp"
#include "server/responses/response_commands.hpp"
#include "server/web/form_parts.hpp"
#include "server/web/href.hpp"
#include "server/web/routes.hpp"
#include "workflows/text/words.hpp"

namespace server::digest {
namespace {

DigestRow digest_row(const db::ResponseRow& row, workflows::Day today) {
    const auto& r = row.response;
    DigestRow line;
    line.reference = r.asking_board + " " + std::to_string(r.number) + ", " + r.owing_board;
    line.about = workflows::text::capitalised(responses::mailable_response_title(row));
    line.boards = r.asking_board + " and " + r.owing_board;
    line.state = workflows::text::capitalised(workflows::to_words(r.state));
    if (workflows::is_overdue(r, today)) line.state += ", overdue";
    line.since = *row.delivered_on;
    line.feedback = row.answered_on;
    line.href = web::href(routes::response, row.id);
    line.open = !workflows::is_settled(r.state);
    return line;
}

// For information only, or not delivered: nobody waits for anything.
bool concerns(const db::ResponseRow& row, workflows::Day quarter_begins) {
    if (!row.delivered_on || row.response.state == workflows::ResponseState::informed) return false;
    return !row.settled_on || *row.settled_on >= quarter_begins;
}

}  // namespace

std::vector<DigestRow> response_digest(db::ReadTx& tx, const DigestScope& scope) {
    std::vector<DigestRow> rows;
    for (const auto& board : scope.boards) {
        for (const auto& row : db::list_responses_owed_by(tx, board)) {
            if (concerns(row, scope.quarter_begins)) rows.push_back(digest_row(row, scope.today));
        }
        for (const auto& row : db::list_responses_asked_by(tx, board)) {
            const bool listed = scope.boards.contains(row.response.owing_board);
            if (!listed && concerns(row, scope.quarter_begins))
                rows.push_back(digest_row(row, scope.today));
        }
    }
    std::stable_sort(rows.begin(), rows.end(),
                     [](const auto& a, const auto& b) { return a.since < b.since; });
    return rows;
}

}  // namespace server::digest
