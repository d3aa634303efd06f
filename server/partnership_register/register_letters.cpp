// The letters about yearly returns: asked for, chased, sent back.
#include "db/boards.hpp"
#include "server/base/app.hpp"
#include "server/letters/letter.hpp"
#include "server/letters/letter_facts.hpp"
#include "server/partnership_register/return_commands.hpp"
#include "server/requests/request_commands.hpp"

namespace server::partnership_register {
namespace {

/// A return is of use for so long after it was due.
constexpr std::chrono::days letter_life{60};

std::string board_name(db::ReadTx& tx, const std::string& code) {
    const auto board = db::find_board(tx, code);
    return board ? board->name : code;
}

}  // namespace

ReturnLetter return_letter(db::ReadTx& tx, const db::RegisterReturn& row, std::string_view mail,
                           const std::string& who) {
    const auto year = std::to_string(row.year);
    const auto today = db::county_day(tx);
    const auto name = board_name(tx, row.board);
    const auto due = workflows::long_date(row.due);
    const auto short_due = workflows::short_date(row.due);
    ReturnLetter letter;
    if (mail == "return_asked") {
        letter.subject = "Register return " + year + " of " + row.board + ": due " + short_due;
        letter.heading = "Return to the register of partnerships, " + year;
        letter.paragraphs = {
            who + " asks the " + name + " for its return of " + year + ", by " + due + ".",
            "It takes what the board works on, what it achieved in the last year, its aims for "
            "the coming year and its challenges. What the board said last time is filled in, and "
            "the register takes the dates of its meetings from the calendar."};
    } else if (mail == "return_chased") {
        const bool late = row.due < today;
        letter.subject = (late ? "Overdue: " : "Still to come: ") + ("register return " + year) +
                         " of " + row.board;
        letter.heading = "The return of the " + name + " is still to come";
        letter.paragraphs = {
            "The return of " + year + (late ? " was due on " : " is due on ") + due + ".",
            who +
                " needs it for the Annual Partnerships Update. Without it the update says that "
                "the board made no return."};
    } else {
        letter.subject = "To be changed: register return " + year + " of " + row.board;
        letter.heading = "The return of the " + name + " came back";
        letter.paragraphs = {
            who + " read the return of " + year + " and asks for a change:", row.comment,
            "What the board wrote is kept. Change it and submit it again."};
    }
    return letter;
}

int queue_return_letter(base::App& app, db::WriteTx& tx, const db::RegisterReturn& row,
                        std::string_view mail, const std::string& revision,
                        const std::string& who) {
    const auto board = db::find_board(tx, row.board);
    const auto words = return_letter(tx, row, mail, who);
    const auto today = db::county_day(tx);
    const auto id = row.board + "-" + std::to_string(row.year);
    letters::Letter letter;
    letter.kind = mail;
    letter.subject_id = id;
    letter.revision = revision;
    letter.board = row.board;
    letter.subject = letters::subject_line("", words.subject, "");
    letter.preheader = words.paragraphs.front();
    letter.not_after =
        letters::end_of_day(std::max(row.due, today) + letter_life, workflows::county_zone);
    letter.thread = "return-" + id;
    const auto href = app.config.base_url + return_href(board ? board->slug : "", row.year);
    letter.fill = [&](templates::View& view, const workflows::Person&) {
        view.set("heading", words.heading).list("paragraphs");
        for (const auto& paragraph : words.paragraphs)
            view.add("paragraphs").set("text", paragraph);
        view.set("link_text", "Open the return").set("link_href", href);
    };
    const int queued =
        letters::queue_letter(app, tx, letter, requests::officers_of(tx, row.board, today));
    if (queued > 0) tx.touch("mail");
    return queued;
}

}  // namespace server::partnership_register
