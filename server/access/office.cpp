#include "server/access/office.hpp"

#include "db/audit.hpp"
#include "db/boards.hpp"
#include "db/identity.hpp"
#include "server/access/words.hpp"
#include "workflows/timetable/timetable.hpp"

namespace server::access {
namespace {

constexpr const char* office_setting = "partnership_office";
constexpr const char* statutory_board = "HWB";  // Health and Social Care Act 2012 s. 194

}  // namespace

std::string office_board(db::ReadTx& tx) {
    auto code = db::setting(tx, office_setting);
    if (code.empty()) code = statutory_board;
    const auto today = db::county_day(tx);
    code = workflows::holder(code, db::list_successions(tx), today);
    return db::find_board(tx, code) ? code : std::string();
}

void name_office_board(db::WriteTx& tx, const std::string& board) {
    const auto before = office_board(tx);
    db::set_setting(tx, office_setting, board);
    db::append_audit(tx,
                     {"office.name", "board:" + board, board,
                      words::partnership_office_passed(before.empty() ? "none" : before, board)});
}

}  // namespace server::access
