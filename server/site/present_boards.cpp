#include "server/site/present_boards.hpp"

#include <array>
#include <string>
#include <string_view>

#include "db/boards.hpp"
#include "server/web/form.hpp"

namespace server {
namespace {

/// A form with which boards begin something, and the field that names one by code or slug. What a
/// board began while it was there it may still end: steps have no rows.
struct BeginningForm {
    std::string_view pattern;
    std::string_view field;
};

// clang-format off
constexpr std::array forms{
    BeginningForm{"/requests/new",                "from_board"},
    BeginningForm{"/requests/new",                "to_board"},
    BeginningForm{"/issues/new",                  "raising_board"},
    BeginningForm{"/issues/new",                  "asked_board"},
    BeginningForm{"/concerns/new",                "raising_board"},
    BeginningForm{"/concerns/new",                "safeguarding_board"},
    BeginningForm{"/responses/new",               "asking_board"},
    BeginningForm{"/responses/new",               "owing_board"},
    BeginningForm{"/responses/arrangements",      "asking_board"},
    BeginningForm{"/responses/arrangements",      "owing_board"},
    BeginningForm{"/polls/new",                   "board"},
    BeginningForm{"/meetings/series",             "board"},
    BeginningForm{"/meetings/series",             "joining_board"},
    BeginningForm{"/meetings/series/dates",       "board"},
    BeginningForm{"/meetings/series/dates",       "joining_board"},
    BeginningForm{"/circulations/new",            "owner"},
    BeginningForm{"/circulations/{circulation}/plan", "board"},
    BeginningForm{"/register/returns/{year}/ask", "boards"},
};
// clang-format on

Result<void> check_one(db::ReadTx& tx, const std::string& field, const std::string& name,
                       workflows::Day today) {
    auto board = db::find_board(tx, name);
    if (!board) board = db::find_board_by_slug(tx, name);
    if (!board || board->succeeded_by.empty() || board->succeeded_on > workflows::iso(today))
        return {};
    const auto successor = db::find_board(tx, board->succeeded_by);
    return workflows::invalid(field, "The " + board->name + " is succeeded by the " +
                                         (successor ? successor->name : board->succeeded_by) +
                                         ". Choose that board, or another.");
}

}  // namespace

Result<void> check_boards_present(const Context& context, db::ReadTx& tx,
                                  std::string_view pattern) {
    const auto today = context.today(tx);
    for (const auto& form : forms) {
        if (form.pattern != pattern) continue;
        const std::string field(form.field);
        for (const auto& name : context.form().all(field))
            if (auto present = check_one(tx, field, name, today); !present) return present;
    }
    return {};
}

}  // namespace server
