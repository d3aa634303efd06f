#include "server/digest/digest_queries.hpp"

#include <algorithm>
#include <array>
#include <map>

#include "db/case_log.hpp"
#include "db/concerns.hpp"
#include "db/issues.hpp"
#include "server/concerns/concern_commands.hpp"
#include "server/digest/response_digest.hpp"
#include "server/digest/words.hpp"
#include "server/issues/issue_commands.hpp"
#include "server/web/href.hpp"
#include "server/web/routes.hpp"
#include "workflows/text/words.hpp"

namespace server::digest {
namespace {

using workflows::Day;
using Events = std::vector<db::CaseEventRow>;

Day day_of(workflows::Instant at) {
    return workflows::to_local(at, workflows::county_zone).day;
}

std::map<std::string, Events> histories_of(db::ReadTx& tx, db::CaseKind kind, const auto& rows) {
    std::vector<std::string> ids;
    for (const auto& row : rows)
        ids.push_back(row.id);
    return db::list_case_events(tx, kind, ids);
}

DigestRow issue_digest(const db::IssueRow& row, const Events& events) {
    DigestRow line;
    line.reference = row.reference;
    line.about = row.issue.title;
    line.boards = issues::issue_boards_words(row.issue);
    line.state = issues::issue_state_text(row);
    line.since = day_of(row.created_at);
    line.href = web::href(routes::issue, row.id);
    line.open = workflows::is_open_issue(row.issue.state);
    for (const auto& event : events) {
        const auto to = workflows::issue_stage(row.issue.kind, event.to_state);
        if (to && workflows::is_resolved(*to)) line.feedback = day_of(event.at);
        const bool climbed = event.from_state != event.to_state && to &&
                             workflows::is_open_issue(*to) && event.event != "raise" &&
                             event.event != "reopen";
        if (climbed) line.escalated = day_of(event.at);
    }
    return line;
}

std::vector<DigestRow> issue_rows(db::ReadTx& tx, const DigestScope& scope) {
    std::map<std::string, DigestRow> rows;
    for (const auto& board : scope.boards) {
        const auto issues = db::list_issues_of(tx, board);
        auto histories = histories_of(tx, db::CaseKind::issue, issues);
        for (const auto& row : issues) {
            const bool open = workflows::is_open_issue(row.issue.state);
            if (open || row.since >= scope.quarter_begins)
                rows.emplace(row.reference, issue_digest(row, histories[row.id]));
        }
    }
    std::vector<DigestRow> list;
    for (auto& [reference, row] : rows)
        list.push_back(std::move(row));
    return list;
}

DigestRow concern_digest(const db::ConcernRow& row, const Events& events) {
    DigestRow line;
    line.reference = row.reference;
    line.about = row.concern.matter;
    line.boards = row.concern.raising_board + " and " + row.concern.safeguarding_board;
    line.state = workflows::text::capitalised(workflows::to_words(row.concern.state));
    line.since = day_of(row.created_at);
    line.feedback = concerns::feedback_day(events);
    line.href = web::href(routes::concern, row.id);
    line.open = workflows::is_open_concern(row.concern.state);
    for (const auto& event : events) {
        if (event.to_state == "escalated") line.escalated = day_of(event.at);
    }
    return line;
}

std::vector<DigestRow> concern_rows(db::ReadTx& tx, const DigestScope& scope) {
    std::map<std::string, DigestRow> rows;
    for (const auto& board : scope.boards) {
        const auto concerns = db::list_concerns_of(tx, board);
        auto histories = histories_of(tx, db::CaseKind::concern, concerns);
        for (const auto& row : concerns) {
            const bool open = workflows::is_open_concern(row.concern.state);
            if (open || row.since >= scope.quarter_begins)
                rows.emplace(row.reference, concern_digest(row, histories[row.id]));
        }
    }
    std::vector<DigestRow> list;
    for (auto& [reference, row] : rows)
        list.push_back(std::move(row));
    return list;
}

// clang-format off
constexpr std::array section_table{
    DigestSection{"concerns", "Safeguarding concerns", concern_rows},
    DigestSection{"issues",   "Issues between boards", issue_rows},
    DigestSection{"responses", words::outstanding_responses, response_digest},
};
// clang-format on

}  // namespace

std::span<const DigestSection> digest_sections() {
    return section_table;
}

DigestCount count_of(const std::vector<DigestRow>& rows) {
    DigestCount count;
    for (const auto& row : rows) {
        count.open += row.open ? 1 : 0;
        count.feedback += row.feedback ? 1 : 0;
        count.escalated += row.escalated ? 1 : 0;
    }
    return count;
}

std::string Quarter::key() const {
    return std::to_string(year) + "-Q" + std::to_string(number);
}

Day Quarter::begins() const {
    return workflows::make_day(year, static_cast<unsigned>(number - 1) * 3 + 1, 1);
}

std::string Quarter::words() const {
    constexpr std::array<std::string_view, 4> spans{"January to March", "April to June",
                                                    "July to September", "October to December"};
    return std::string(spans[static_cast<std::size_t>(number - 1)]) + " " + std::to_string(year);
}

Quarter quarter_of(Day day) {
    const std::chrono::year_month_day date(day);
    return {static_cast<int>(date.year()),
            static_cast<int>((static_cast<unsigned>(date.month()) - 1) / 3) + 1};
}

}  // namespace server::digest
