// The letters about working arrangements: to chair and secretariat of the other board, at once.
#include "db/boards.hpp"
#include "server/letters/letter.hpp"
#include "server/letters/letter_facts.hpp"
#include "server/requests/request_commands.hpp"
#include "server/responses/response_commands.hpp"

namespace server::responses {
namespace {

constexpr std::chrono::hours letter_life{24 * 30};

std::string name_of(db::ReadTx& tx, const std::string& code) {
    const auto board = db::find_board(tx, code);
    return board ? board->name : code;
}

}  // namespace

std::string cadence_words(int months) {
    switch (months) {
        case 1:
            return "Every month";
        case 3:
            return "Every quarter";
        case 6:
            return "Twice a year";
        default:
            return "Every year";
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
    letter.subject = letters::subject_line(
        from + (ended ? " ended an arrangement: " : " arranges: "), row.title, "");
    letter.not_after = tx.now() + letter_life;
    letter.fill = [&](templates::View& view, const workflows::Person&) {
        const auto name = "The " + name_of(tx, from);
        view.set("heading", ended ? name + " ended a working arrangement"
                                  : name + " made a working arrangement with your board");
        view.set("who", who).set("reason", row.end_reason).flag("ended", ended);
        view.set("link", app.config.base_url + "/responses/arrangements");
        const auto add = [&](std::string_view label, const std::string& value) {
            view.add("facts").set("label", label).set("value", value);
        };
        add("What is owed", row.title);
        add("By", name_of(tx, row.owing_board));
        add("To", name_of(tx, row.asking_board));
        add("How often", cadence_words(row.every_months));
        if (ended) add("Ended on", workflows::long_date(*row.ended_on));
        if (!ended) add("First by", workflows::long_date(row.next_due));
    };
    const auto today = db::county_day(tx);
    if (letters::queue_letter(app, tx, letter, requests::officers_of(tx, to, today)) > 0)
        tx.touch("mail");
}

}  // namespace server::responses
