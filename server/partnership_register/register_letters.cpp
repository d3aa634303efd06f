// The letters about yearly returns: asked for, chased, sent back.
#include "db/boards.hpp"
#include "server/base/app.hpp"
#include "server/boards/officers.hpp"
#include "server/letters/letter.hpp"
#include "server/letters/letter_facts.hpp"
#include "server/partnership_register/return_commands.hpp"

namespace server::partnership_register {
namespace {

/// A return is of use for so long after it was due.
constexpr std::chrono::days letter_life{60};

}  // namespace

void fill_return_letter(templates::View& view, const db::RegisterReturn& row,
                        const ReturnLetter& facts) {
    view.set("year", std::to_string(row.year)).set("board_name", facts.board_name);
    view.set("due_day", workflows::long_date(row.due)).flag("late", row.due < facts.today);
    view.set("who", facts.who).set("comment", row.comment).set("link", facts.link);
}

ReturnPreview preview_return_letter(const base::App& app, const db::RegisterReturn& row,
                                    std::string_view mail, const ReturnLetter& facts) {
    // Blocks of the text end with an empty line; the last two are the button and who gets it.
    constexpr std::size_t blocks_at_end = 2;
    templates::View view;
    view.set("base_url", app.config.base_url).set("post", "");
    fill_return_letter(view, row, facts);
    auto letter = letters::write_letter(app.templates, mail, view);
    ReturnPreview preview{std::move(letter.subject), {}};
    std::size_t begin = 0;
    for (auto end = letter.text.find("\n\n"); end != std::string::npos;
         end = letter.text.find("\n\n", begin)) {
        preview.paragraphs.push_back(letter.text.substr(begin, end - begin));
        begin = end + 2;
    }
    preview.paragraphs.resize(preview.paragraphs.size() - (blocks_at_end - 1));
    return preview;
}

int queue_return_letter(base::App& app, db::WriteTx& tx, const db::RegisterReturn& row,
                        std::string_view mail, const std::string& revision,
                        const std::string& who) {
    const auto board = db::find_board(tx, row.board);
    const auto today = db::county_day(tx);
    const auto id = row.board + "-" + std::to_string(row.year);
    letters::Letter letter;
    letter.kind = mail;
    letter.subject_id = id;
    letter.revision = revision;
    letter.board = row.board;
    letter.not_after =
        letters::end_of_day(std::max(row.due, today) + letter_life, workflows::county_zone);
    letter.thread = "return-" + id;
    const auto href = app.config.base_url + return_href(board ? board->slug : "", row.year);
    const ReturnLetter facts{board ? board->name : row.board, today, who, href};
    letter.fill = [&](templates::View& view, const workflows::Person&) {
        fill_return_letter(view, row, facts);
    };
    const int queued =
        letters::queue_letter(app, tx, letter, boards::officers_of(tx, row.board, today));
    if (queued > 0) tx.touch("mail");
    return queued;
}

}  // namespace server::partnership_register
