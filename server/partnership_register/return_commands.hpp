// The steps of the yearly return to the register, and the letters that ask for it (003).
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "db/register.hpp"
#include "server/web/context.hpp"
#include "workflows/register/register_return.hpp"

namespace server::partnership_register {

/// Years for which a return may be asked: from the year before last to the next.
inline constexpr int return_years_back = 2;
inline constexpr int return_years_ahead = 1;

/// The year that a path names. Code::not_found.
Result<int> read_return_year(const std::string& text);

/// How the viewer stands to the return of a board, for workflows::decide().
workflows::ReturnActor return_actor(const web::Context& context, db::ReadTx& tx,
                                    const db::RegisterReturn& row);

/// Asks one board. Code::conflict (field "boards": asked already), Code::invalid.
Result<void> ask_for_return(const web::Context& context, db::WriteTx& tx, const std::string& board,
                            int year, workflows::Day due);

/// From the form of the board: saves or submits. Code::stale, and what the rules refuse.
Result<void> file_return(const web::Context& context, db::WriteTx& tx, db::RegisterReturn row,
                         workflows::ReturnEvent event);

/// Accepts or sends back, with the comment of the form.
Result<void> judge_return(const web::Context& context, db::WriteTx& tx, db::RegisterReturn row,
                          workflows::ReturnEvent event);

/// What the board said in the last return it filed before `year`, for a form that is still empty;
/// its website from the page of the board.
workflows::ReturnTexts prefilled_texts(db::ReadTx& tx, const std::string& board, int year);

/// Returns of that year that a letter would chase today: neither filed nor chased today.
std::vector<db::RegisterReturn> returns_to_chase(db::ReadTx& tx, int year, workflows::Day today);

/// What the letters about a return say beside the return itself.
struct ReturnLetter {
    std::string board_name;
    workflows::Day today;
    std::string who;   // asks, chases or sends back
    std::string link;  // to the board's form
};
/// Sets the facts of the letters return_asked, return_chased and return_sent_back.
void fill_return_letter(templates::View& view, const db::RegisterReturn& row,
                        const ReturnLetter& facts);

/// What such a letter says, for a review before it goes: without the link and the last line.
struct ReturnPreview {
    std::string subject;
    std::vector<std::string> paragraphs;
};
ReturnPreview preview_return_letter(const base::App& app, const db::RegisterReturn& row,
                                    std::string_view mail, const ReturnLetter& facts);

/// To chair, vice-chair and secretariat of the board; how many letters were queued.
int queue_return_letter(base::App& app, db::WriteTx& tx, const db::RegisterReturn& row,
                        std::string_view mail, const std::string& revision, const std::string& who);

/// Chases them all; how many boards got a letter.
int chase_returns(const web::Context& context, db::WriteTx& tx, int year);

std::string return_href(const std::string& board_slug, int year);  // the board's form

}  // namespace server::partnership_register
