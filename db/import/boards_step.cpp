// Imports boards, their groups, and what rows of other files may name.
#include <algorithm>

#include "db/boards.hpp"
#include "db/import/steps.hpp"
#include "db/import/words.hpp"
#include "workflows/meetings/meeting.hpp"

namespace db {
namespace {

using workflows::Board;
using Outcome = Importing::Outcome;

std::string slug_of(const std::string& code) {
    std::string slug;
    for (const char c : code) {
        if (c >= 'A' && c <= 'Z')
            slug += static_cast<char>(c - 'A' + 'a');
        else
            slug += c == '_' || c == '.' ? '-' : c;
    }
    // /boards/map is the map of all boards.
    return slug == "map" ? "map-board" : slug;
}

Board read_board(Importing& importing, Fields& fields) {
    Board board;
    board.code = fields.code("code");
    board.slug = slug_of(board.code);
    board.name = fields.required("name");
    board.statutory = fields.yes_or_no("statutory");
    board.statute = fields.text("statute");
    board.meetings_per_year = fields.number("meetings_per_year", 0, 60);
    board.held_in = fields.choice<workflows::HeldIn>("held_in");
    board.chairs = fields.number("chairs", 1, 9);
    board.succeeded_on = fields.optional_day("succeeded_on");
    if (!fields.text("parent").empty()) board.parent = board_named(importing, fields, "parent");
    if (!fields.text("succeeded_by").empty())
        board.succeeded_by = board_named(importing, fields, "succeeded_by");
    if (board.succeeded_by.empty() && board.succeeded_on)
        fields.wrong("succeeded_by", import_words::no_successor());
    return board;
}

// What a file says of a board; its places, times and lead times are edited on its page only.
bool says_the_same(const Board& a, const Board& b) {
    const auto told = [](const Board& x) {
        return std::tie(x.name, x.parent, x.statutory, x.statute, x.meetings_per_year, x.held_in,
                        x.chairs, x.succeeded_by, x.succeeded_on);
    };
    return told(a) == told(b);
}

struct NewBoard {
    Board board;
    const ImportRow* row;
};

void note(Fields& fields, const workflows::Error& error) {
    fields.wrong(error.field == "slug" ? "code" : error.field, {error.message});
}

// Parents and successors may stand further down in the file: they are set once all are in.
bool insert_alone(Importing& importing, Fields& fields, Board board) {
    board.parent.clear();
    board.succeeded_by.clear();
    const auto inserted = insert_board(importing.tx, board);
    if (!inserted) note(fields, inserted.error());
    return inserted.has_value();
}

void connect(Importing& importing, const NewBoard& added) {
    const Board& board = added.board;
    if (board.parent.empty() && board.succeeded_by.empty()) return;
    for (const auto* other : {&board.parent, &board.succeeded_by})
        if (!other->empty() && !importing.boards.ready(*other)) return;
    Fields fields(*added.row, importing.report);
    if (const auto saved = save_board(importing.tx, board); !saved) note(fields, saved.error());
}

}  // namespace

void Importing::count(ImportKind kind, Outcome outcome) {
    auto& count = report.of(kind);
    ++(outcome == Outcome::added       ? count.added
       : outcome == Outcome::unchanged ? count.unchanged
                                       : count.kept);
}

bool Once::first(Fields& fields, std::string_view column, const std::string& key) {
    const auto place = fields.row().file + ", line " + std::to_string(fields.row().line);
    const auto [found, added] = places_.emplace(key, place);
    if (!added) fields.wrong(column, import_words::said_twice(found->second));
    return added;
}

std::string board_named(Importing& importing, Fields& fields, std::string_view column) {
    auto code = fields.required(column);
    if (!code.empty() && !importing.boards.known(code))
        fields.wrong(column, import_words::no_board(code));
    return code;
}

void import_boards(Importing& importing, const std::vector<ImportRow>& rows) {
    for (const auto& board : list_boards(importing.tx))
        importing.boards.make_ready(board.code);
    for (const auto& row : rows)
        importing.boards.declare(Fields(row, importing.report).text("code"));
    Once once;
    std::vector<NewBoard> added;
    for (const auto& row : rows) {
        Fields fields(row, importing.report);
        const auto board = read_board(importing, fields);
        if (!once.first(fields, "code", board.code) || !fields.good()) continue;
        if (const auto stored = find_board(importing.tx, board.code)) {
            importing.count(ImportKind::boards,
                            says_the_same(*stored, board) ? Outcome::unchanged : Outcome::kept);
        } else if (insert_alone(importing, fields, board)) {
            importing.boards.make_ready(board.code);
            importing.count(ImportKind::boards, Outcome::added);
            added.push_back({board, &row});
        }
    }
    for (const auto& board : added)
        connect(importing, board);
}

void import_groups(Importing& importing, const std::vector<ImportRow>& rows) {
    const auto stored = list_groups(importing.tx);
    for (const auto& member : stored)
        importing.groups.insert(member.group);
    Once once;
    for (const auto& row : rows) {
        Fields fields(row, importing.report);
        const workflows::GroupMember member{fields.code("group"),
                                            board_named(importing, fields, "board")};
        importing.groups.insert(member.group);
        if (importing.boards.known(member.group))
            fields.wrong("group", import_words::group_is_a_board(member.group));
        if (!once.first(fields, "board", member.group + "|" + member.board) || !fields.good() ||
            !importing.boards.ready(member.board))
            continue;
        const bool known = std::any_of(stored.begin(), stored.end(), [&](const auto& other) {
            return other.group == member.group && other.board == member.board;
        });
        if (!known) insert_group_member(importing.tx, member).value();
        importing.count(ImportKind::groups, known ? Outcome::unchanged : Outcome::added);
    }
}

}  // namespace db
