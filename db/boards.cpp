#include "db/boards.hpp"

#include <set>

#include "db/statement.hpp"
#include "db/words.hpp"

namespace workflows {
BOOST_DESCRIBE_STRUCT(Board, (),
                      (code, slug, name, parent, statutory, statute, meetings_per_year, held_in,
                       chairs, succeeded_by, succeeded_on, zone, requests_close_days,
                       papers_due_days, agenda_out_clear_days, minutes_due_days, clear_days_profile,
                       place, contact, website, version))
BOOST_DESCRIBE_STRUCT(GroupMember, (), (group, board))
}  // namespace workflows

namespace db {

template <>
inline constexpr std::array columns_from<workflows::Board>{
    From{"parent", "COALESCE(parent, '')"}, From{"succeeded_by", "COALESCE(succeeded_by, '')"}};

namespace {

using workflows::Board;
using workflows::Code;
using workflows::Error;
using workflows::Result;

constexpr Query<Board> find_by_code{"boards.find_by_code", R"(
    SELECT {columns} FROM board WHERE code = :code)"};
constexpr Query<Board> find_by_slug{"boards.find_by_slug", R"(
    SELECT {columns} FROM board WHERE slug = :slug)"};
constexpr Query<Board> list_all{"boards.list_all", R"(
    SELECT {columns} FROM board ORDER BY code)"};
constexpr Sql insert{"boards.insert", R"(
    INSERT INTO board(code, slug, name, parent, statutory, statute, meetings_per_year, held_in,
        chairs, succeeded_by, succeeded_on, zone, requests_close_days, papers_due_days,
        agenda_out_clear_days, minutes_due_days, clear_days_profile, place, contact, website)
    VALUES (:code, :slug, :name, NULLIF(:parent, ''), :statutory, :statute, :meetings_per_year,
        :held_in, :chairs, NULLIF(:succeeded_by, ''), :succeeded_on, :zone, :requests_close_days,
        :papers_due_days, :agenda_out_clear_days, :minutes_due_days, :clear_days_profile, :place,
        :contact, :website)
    ON CONFLICT DO NOTHING)"};
constexpr Sql update{"boards.update", R"(
    UPDATE board SET name = :name, parent = NULLIF(:parent, ''), statutory = :statutory,
        statute = :statute, meetings_per_year = :meetings_per_year, held_in = :held_in,
        chairs = :chairs, succeeded_by = NULLIF(:succeeded_by, ''), succeeded_on = :succeeded_on,
        zone = :zone, requests_close_days = :requests_close_days,
        papers_due_days = :papers_due_days, agenda_out_clear_days = :agenda_out_clear_days,
        minutes_due_days = :minutes_due_days, clear_days_profile = :clear_days_profile,
        place = :place, contact = :contact, website = :website, version = version + 1
    WHERE code = :code AND version = :version)"};
constexpr Query<workflows::GroupMember> list_group_members{"boards.list_group_members",
                                                           R"(
    SELECT name AS "group", board FROM board_group ORDER BY name, board)"};
constexpr Sql insert_group{"boards.insert_group", R"(
    INSERT INTO board_group(name, board) VALUES (:name, :board) ON CONFLICT DO NOTHING)"};

struct SucceededRow {
    std::string board;
    std::string successor;
    std::optional<workflows::Day> on;
};
BOOST_DESCRIBE_STRUCT(SucceededRow, (), (board, successor, on))

constexpr Query<SucceededRow> list_succeeded{"boards.list_succeeded", R"(
    SELECT code AS board, succeeded_by AS successor, succeeded_on AS "on" FROM board
    WHERE succeeded_by IS NOT NULL ORDER BY code)"};

// Walks from the named board by `next`; the way must end, and not at `board`.
Result<void> check_chain(ReadTx& tx, const Board& board, std::string Board::*next,
                         const std::string& field) {
    std::set<std::string> seen{board.code};
    for (std::string code = board.*next; !code.empty();) {
        if (!seen.insert(code).second)
            return workflows::invalid(field, words::board_succeeds_itself(board.name));
        const auto found = find_board(tx, code);
        if (!found) return workflows::invalid(field, words::no_board(code));
        code = (*found).*next;
    }
    return {};
}

Result<void> check_references(ReadTx& tx, const Board& board) {
    if (auto ok = check_chain(tx, board, &Board::parent, "parent"); !ok) return ok;
    return check_chain(tx, board, &Board::succeeded_by, "succeeded_by");
}

}  // namespace

std::optional<Board> find_board(ReadTx& tx, const std::string& code) {
    return select_one(tx.session(), find_by_code, {{"code", code}});
}

std::optional<Board> find_board_by_slug(ReadTx& tx, const std::string& slug) {
    return select_one(tx.session(), find_by_slug, {{"slug", slug}});
}

Result<Board> load_board(ReadTx& tx, const std::string& code) {
    auto board = find_board(tx, code);
    if (!board) return workflows::not_found(words::no_board(code));
    return *std::move(board);
}

std::vector<Board> list_boards(ReadTx& tx) {
    return select(tx.session(), list_all);
}

std::map<std::string, Board> boards_by_code(ReadTx& tx) {
    std::map<std::string, Board> boards;
    each(tx.session(), list_all, {},
         [&](Board board) { boards.emplace(board.code, std::move(board)); });
    return boards;
}

Result<void> insert_board(WriteTx& tx, const Board& b) {
    if (auto ok = check_references(tx, b); !ok) return ok;
    const auto rows = run(tx.session(), insert, fields_of(b));
    if (rows == 0) {
        if (find_board(tx, b.code)) return workflows::conflict("code", words::board_exists(b.code));
        return workflows::conflict("slug", words::address_taken(b.slug));
    }
    tx.touch("board:" + b.code);
    return {};
}

Result<void> save_board(WriteTx& tx, const Board& b) {
    if (auto ok = check_references(tx, b); !ok) return ok;
    if (run(tx.session(), update, fields_of(b)) == 0)
        return Error{Code::stale, words::changed_since_form_opened("board")};
    tx.touch("board:" + b.code);
    return {};
}

std::vector<workflows::GroupMember> list_groups(ReadTx& tx) {
    return select(tx.session(), list_group_members);
}

Result<void> insert_group_member(WriteTx& tx, const workflows::GroupMember& member) {
    if (run(tx.session(), insert_group, {{"name", member.group}, {"board", member.board}}) == 0)
        return workflows::conflict("board",
                                   words::board_already_in_group(member.board, member.group));
    tx.touch("board:" + member.board);
    return {};
}

std::vector<workflows::Succession> list_successions(ReadTx& tx) {
    std::vector<workflows::Succession> successions;
    // Without a day the board was succeeded before anything here began.
    for (const auto& row : select(tx.session(), list_succeeded))
        successions.push_back({row.board, row.successor, row.on.value_or(workflows::Day::min())});
    return successions;
}

std::optional<Board> successor_of(ReadTx& tx, const std::string& code) {
    const auto board = find_board(tx, code);
    if (!board || board->succeeded_by.empty()) return std::nullopt;
    return find_board(tx, board->succeeded_by);
}

std::vector<const Sql*> boards_statements() {
    return {&find_by_code, &find_by_slug,       &list_all,     &insert,
            &update,       &list_group_members, &insert_group, &list_succeeded};
}

}  // namespace db
