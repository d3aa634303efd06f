// Yearly returns of the boards for the register, and the annual updates as they were published.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "db/database.hpp"
#include "db/sql.hpp"
#include "workflows/core/planned_date.hpp"
#include "workflows/core/result.hpp"
#include "workflows/register/register_return.hpp"

namespace db {

/// A row of `register_return`: one for each board and year that was asked.
struct RegisterReturn {
    std::string board;  // code
    int year = 0;
    workflows::ReturnState state = workflows::ReturnState::asked;
    workflows::Day due{};
    workflows::ReturnTexts texts = {};
    std::optional<workflows::Day> completed = {};  // once submitted
    workflows::PlannedDate last_meeting = {};      // of the calendar when it was submitted
    workflows::PlannedDate next_meeting = {};
    std::string comment = {};  // why it was sent back
    workflows::Instant asked_at{};
    std::string asked_by = {};      // person key
    std::string submitted_by = {};  // person key
    std::optional<workflows::Instant> chased_at = {};
    int chases = 0;
    int version = 1;
};

/// By board.
std::vector<RegisterReturn> list_returns(ReadTx& tx, int year);
/// By year.
std::map<int, std::vector<RegisterReturn>> returns_by_year(ReadTx& tx);
/// Of all boards, that were filed (submitted or accepted), newest year of each board.
std::vector<RegisterReturn> list_newest_filed(ReadTx& tx);
/// Newest first.
std::vector<RegisterReturn> list_returns_of(ReadTx& tx, const std::string& board);
/// Neither submitted nor accepted, by day due.
std::vector<RegisterReturn> list_open_returns(ReadTx& tx);
/// Submitted and waiting to be accepted.
std::vector<RegisterReturn> list_submitted_returns(ReadTx& tx);
std::optional<RegisterReturn> find_return(ReadTx& tx, const std::string& board, int year);

/// Fills in asked_at, asked_by and version. Code::conflict: the board was asked already.
workflows::Result<void> insert_return(WriteTx& tx, RegisterReturn row);
/// Writes all but who asked when, and the chases, of the row whose version is `row.version`.
/// Code::stale.
workflows::Result<void> save_return(WriteTx& tx, const RegisterReturn& row);
/// Without a new version: a form that is open meanwhile stays good.
void record_chase(WriteTx& tx, const std::string& board, int year);
/// The board `to` takes over what `from` still owes; where both were asked, `to` keeps its own and
/// that of `from` is closed with what was drafted of it. "return:BOARD/YEAR" of each.
std::vector<std::string> hand_over_returns(WriteTx& tx, const std::string& from,
                                           const std::string& to);

struct AnnualUpdateRow {
    int year = 0;
    int number = 0;  // from 1
    workflows::Instant published_at{};
    std::string published_by;
    std::string content;  // JSON
};
/// Newest first.
std::vector<AnnualUpdateRow> list_annual_updates(ReadTx& tx, int year);
/// Years with a published update, newest first.
std::vector<int> list_update_years(ReadTx& tx);
/// Published now by who acts, after the newest; returns its number.
int insert_annual_update(WriteTx& tx, int year, const std::string& content);

std::vector<const Sql*> register_statements();

}  // namespace db
