#include "server/boards/board_facts.hpp"

#include <algorithm>
#include <map>

#include "db/boards.hpp"
#include "server/boards/board_business.hpp"
#include "server/boards/words.hpp"
#include "server/web/href.hpp"
#include "server/web/routes.hpp"
#include "workflows/meetings/meeting.hpp"
#include "workflows/timetable/timetable.hpp"

namespace server::boards {
namespace {

using workflows::Board;
using workflows::Day;

constexpr std::string_view others = words::other_boards;

// Where a planned date ends: a month is to come until its last day is over.
Day last_day(const workflows::PlannedDate& date) {
    if (const auto day = date.day()) return *day;
    if (const auto month = date.month()) {
        return std::chrono::sys_days{*month / std::chrono::last};
    }
    return Day::max();
}

using Boards = std::map<std::string, Board>;

// `meetings` in the order of their dates.
void add_meetings(BoardEntry& entry, const std::vector<db::MeetingRow>& meetings, Day today) {
    for (const auto& meeting : meetings) {
        if (!is_of_the_board(meeting)) continue;
        const bool over =
            last_day(meeting.planned) < today || meeting.state == workflows::MeetingState::held;
        if (over && meeting.state != workflows::MeetingState::cancelled) {
            entry.last = meeting;
        } else if (!over && workflows::is_to_come(meeting.state) && !entry.next) {
            entry.next = meeting;
        }
    }
}

BoardEntry entry_of(const Board& board, std::optional<Board> successor,
                    const std::vector<db::MeetingRow>& meetings, Day today) {
    BoardEntry entry;
    entry.board = board;
    if (!board.succeeded_by.empty()) {
        entry.successor = std::move(successor);
        entry.succeeded = !board.is_active(today);
    }
    add_meetings(entry, meetings, today);
    return entry;
}

// Up the lines of report, each step by way of who holds the duties today. insert_board() and
// save_board() refuse circles, and the bound ends what two of them together could still make.
std::string root_of(const std::map<std::string, Board>& boards,
                    const std::vector<workflows::Succession>& successions, std::string code,
                    Day today) {
    for (std::size_t step = 0; step <= boards.size(); ++step) {
        code = workflows::holder(code, successions, today);
        const auto found = boards.find(code);
        if (found == boards.end() || found->second.parent.empty()) break;
        code = found->second.parent;
    }
    return code;
}

bool comes_before(const std::string& root, const BoardEntry& a, const BoardEntry& b) {
    const auto rank = [&](const BoardEntry& entry) {
        return entry.board.code == root ? 0 : entry.succeeded ? 2 : 1;
    };
    return std::pair(rank(a), a.board.name) < std::pair(rank(b), b.board.name);
}

}  // namespace

BoardEntry board_entry(db::ReadTx& tx, const Board& board, Day today) {
    const auto meetings = db::list_meetings(tx, {.board = board.code});
    return entry_of(board, db::find_board(tx, board.succeeded_by), meetings, today);
}

MeetingsOfBoards meetings_by_board(db::ReadTx& tx) {
    MeetingsOfBoards meetings;
    for (auto& meeting : db::list_meetings(tx, {})) {
        auto& own = meetings[meeting.board];
        own.push_back(std::move(meeting));
    }
    return meetings;
}

std::map<std::string, BoardEntry> board_entries(const Boards& boards, MeetingsOfBoards meetings,
                                                Day today) {
    std::map<std::string, BoardEntry> entries;
    for (const auto& [code, board] : boards) {
        const auto successor = boards.find(board.succeeded_by);
        entries.emplace(code, entry_of(board,
                                       successor == boards.end() ? std::nullopt
                                                                 : std::optional(successor->second),
                                       meetings[code], today));
    }
    return entries;
}

std::map<std::string, BoardEntry> board_entries(db::ReadTx& tx, Day today) {
    return board_entries(db::boards_by_code(tx), meetings_by_board(tx), today);
}

std::vector<BoardFamily> board_families(db::ReadTx& tx, Day today) {
    const auto boards = db::boards_by_code(tx);
    const auto successions = db::list_successions(tx);
    std::map<std::string, std::vector<BoardEntry>> by_root;
    for (auto& [code, entry] : board_entries(boards, meetings_by_board(tx), today))
        by_root[root_of(boards, successions, code, today)].push_back(std::move(entry));
    std::vector<BoardFamily> families;
    BoardFamily single{std::string(others), {}};
    for (auto& [root, entries] : by_root) {
        if (entries.size() == 1) {
            single.boards.push_back(std::move(entries.front()));
            continue;
        }
        std::sort(entries.begin(), entries.end(),
                  [&](const auto& a, const auto& b) { return comes_before(root, a, b); });
        families.push_back({boards.at(root).name, std::move(entries)});
    }
    std::sort(families.begin(), families.end(),
              [](const auto& a, const auto& b) { return a.name < b.name; });
    std::sort(single.boards.begin(), single.boards.end(),
              [](const auto& a, const auto& b) { return comes_before("", a, b); });
    if (!single.boards.empty()) families.push_back(std::move(single));
    return families;
}

std::vector<db::Seat> seats_with_role(db::ReadTx& tx, const std::string& board,
                                      workflows::Role role, Day day) {
    auto seats = db::list_memberships(tx, board);
    std::erase_if(seats, [&](const auto& seat) {
        return seat.membership.role != role || !db::sits_on(seat.membership, day);
    });
    return seats;
}

std::string board_href(const Board& board) {
    return web::href(routes::board, board.slug);
}

std::string held_in_words(const Board& board) {
    auto words = std::string(workflows::to_words(board.held_in));
    words.front() = static_cast<char>(words.front() - 'a' + 'A');
    return words;
}

std::string succession_words(const BoardEntry& entry) {
    if (!entry.successor) return {};
    const auto on = entry.board.succeeded_on;
    if (!on) return words::replaced_by(entry.successor->name);
    const auto date = workflows::long_date(*on);
    return words::replaced_by_from(entry.successor->name, date.substr(date.find(' ') + 1));
}

std::string frequency_words(const Board& board) {
    return words::meetings_a_year_of(board.meetings_per_year);
}

std::string website_href(const std::string& website) {
    if (website.empty()) return {};
    if (website.starts_with("https://") || website.starts_with("http://")) return website;
    return website.find(':') == std::string::npos ? "https://" + website : "";
}

std::string meeting_words(const std::optional<db::MeetingRow>& meeting, const std::string& none) {
    if (!meeting) return none;
    return meeting->planned.words() +
           (meeting->state == workflows::MeetingState::provisional ? " (provisional)" : "");
}

std::string post_words(const workflows::Person& person) {
    return person.organisation.empty() ? person.post : person.post + ", " + person.organisation;
}

}  // namespace server::boards
