// The steps of the yearly return to the register, and the letters that ask for it (003).
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "db/register.hpp"
#include "server/base/acting.hpp"
#include "server/base/app.hpp"
#include "server/base/result.hpp"
#include "workflows/register/register_return.hpp"

namespace server::partnership_register {

/// Years for which a return may be asked: from the year before last to the next.
inline constexpr int return_years_back = 2;
inline constexpr int return_years_ahead = 1;

/// The year that a path names. Code::not_found.
Result<int> read_return_year(const std::string& text);

/// How they stand to the return of a board, for workflows::decide().
workflows::ReturnActor return_actor(const base::Acting& acting, db::ReadTx& tx,
                                    const db::RegisterReturn& row);

/// Asks one board. Code::conflict (field "boards": asked already), Code::invalid.
Result<void> ask_for_return(base::App& app, const base::Acting& acting, db::WriteTx& tx,
                            const std::string& board, int year, workflows::Day due);

/// What the board says, saved or submitted.
struct FileReturn {
    workflows::ReturnEvent event = workflows::ReturnEvent::save;  // or submit
    int version = 0;                                              // that the form showed
    workflows::ReturnTexts texts;
    std::optional<workflows::Day> completed;  // nothing: today
    bool use_anyway = false;                  // though it was completed before the last meeting
};
/// Code::stale, and what the rules refuse.
Result<void> file_return(const base::Acting& acting, db::WriteTx& tx, db::RegisterReturn row,
                         const FileReturn& command);

/// Accepts or sends back.
struct JudgeReturn {
    workflows::ReturnEvent event = workflows::ReturnEvent::accept;  // or send_back
    int version = 0;                                                // that the page showed
    std::string comment;
};
/// Code::stale, and what the rules refuse.
Result<void> judge_return(base::App& app, const base::Acting& acting, db::WriteTx& tx,
                          db::RegisterReturn row, const JudgeReturn& command);

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
int chase_returns(base::App& app, const base::Acting& acting, db::WriteTx& tx, int year);

std::string return_href(const std::string& board_slug, int year);  // the board's form

}  // namespace server::partnership_register
