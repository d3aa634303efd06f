// The letters about working arrangements: to chair and secretariat of the other board, at once.
#include "server/boards/officers.hpp"
#include "server/letters/letter.hpp"
#include "server/letters/letter_facts.hpp"
#include "server/responses/response_commands.hpp"
#include "server/responses/words.hpp"
#include "server/web/href.hpp"
#include "server/web/routes.hpp"

namespace server::responses {
namespace {

constexpr std::chrono::hours letter_life{24 * 30};

}  // namespace

std::string cadence_words(int months) {
    switch (months) {
        case 1:
            return words::monthly;
        case 3:
            return words::quarterly;
        case 6:
            return words::twice_a_year;
        default:
            return words::yearly;
    }
}

void queue_arrangement_letter(base::App& app, db::WriteTx& tx, const db::ArrangementRow& row,
                              const std::string& from, const std::string& who) {
    const auto& to = from == row.asking_board ? row.owing_board : row.asking_board;
    const bool ended = row.ended_on.has_value();
    letters::Letter letter;
    letter.kind = "arrangement_news";
    letter.subject_id = row.id;
    letter.revision = ended ? "ended" : "made";
    letter.board = from;
    letter.not_after = tx.now() + letter_life;
    letter.fill = [&](templates::View& view, const workflows::Person&) {
        view.set("from_name", letters::name_of_board(tx, from)).set("title", row.title);
        view.set("owing_name", letters::name_of_board(tx, row.owing_board));
        view.set("asking_name", letters::name_of_board(tx, row.asking_board));
        view.set("how_often", cadence_words(row.every_months));
        view.set("who", who).set("reason", row.end_reason).flag("ended", ended);
        view.set("ended_on", ended ? workflows::long_date(*row.ended_on) : "");
        view.set("first_due", workflows::long_date(row.next_due));
        view.set("link", app.config.base_url + web::href(routes::responses_arrangements));
    };
    const auto today = db::county_day(tx);
    if (letters::queue_letter(app, tx, letter, boards::officers_of(tx, to, today)) > 0)
        tx.touch("mail");
}

}  // namespace server::responses
