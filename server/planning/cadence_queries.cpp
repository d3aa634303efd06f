#include "server/planning/cadence_queries.hpp"

#include <algorithm>
#include <boost/json.hpp>

#include "db/boards.hpp"
#include "db/cadence.hpp"
#include "db/meeting_boards.hpp"
#include "db/meetings.hpp"
#include "workflows/text/csv.hpp"

namespace server::planning {
namespace {

using workflows::Board;
using workflows::CadenceCount;
using workflows::CountedMeeting;
using workflows::Day;
using MeetingsByBoard = std::multimap<std::string, CountedMeeting>;

MeetingsByBoard meetings_of(db::ReadTx& tx, const std::string& board, int year) {
    db::MeetingFilter filter;
    filter.from = workflows::make_day(year, 1, 1);
    filter.to = workflows::make_day(year, 12, 31);
    const auto joint = db::list_joint_boards(tx, *filter.from, *filter.to);
    MeetingsByBoard meetings;
    for (const auto& row : db::list_meetings(tx, filter)) {
        CountedMeeting meeting{row.planned, row.state, row.kind, row.held_in, {row.board}};
        const auto [first, last] = joint.equal_range(row.id);
        for (auto at = first; at != last; ++at)
            meeting.boards.push_back(at->second);
        for (const auto& code : meeting.boards) {
            if (board.empty() || board == code) meetings.emplace(code, meeting);
        }
    }
    return meetings;
}

struct Records {
    std::map<std::string, workflows::Cadence> chosen;
    MeetingsByBoard meetings;  // of the year
    MeetingsByBoard before;    // of the year before it

    // `board`: a code, or empty for all.
    Records(db::ReadTx& tx, const std::string& board, int year)
        : chosen(db::list_cadences(tx)),
          meetings(meetings_of(tx, board, year)),
          before(meetings_of(tx, board, year - 1)) {}
};

bool counts(const CountedMeeting& meeting) {
    return meeting.state != workflows::MeetingState::cancelled;
}

// After a year of which nothing is on record the board's record begins with its next meeting: a
// county comes with the last one and the next, not with those before.
std::optional<Day> recorded_from(const Records& records, const std::string& board,
                                 const std::vector<CountedMeeting>& own, Day today) {
    const auto [first, last] = records.before.equal_range(board);
    if (std::any_of(first, last, [](const auto& row) { return counts(row.second); }))
        return std::nullopt;
    const auto begins = std::find_if(own.begin(), own.end(), counts);
    if (begins == own.end()) return today;
    return begins->date.day().value_or(Day{*begins->date.month() / 1});
}

BoardCadence standing_of(const Board& board, const Records& records, int year, Day today) {
    BoardCadence one{board, workflows::usual_cadence(board), false, {}};
    if (const auto found = records.chosen.find(board.code); found != records.chosen.end()) {
        one.cadence = found->second;
        one.chosen = true;
    }
    std::vector<CountedMeeting> own;
    const auto [first, last] = records.meetings.equal_range(board.code);
    for (auto at = first; at != last; ++at)
        own.push_back(at->second);
    one.standing = workflows::cadence_standing(one.cadence, own, year, today,
                                               recorded_from(records, board.code, own, today));
    return one;
}

bool stands_in(const Board& board, int year) {
    return !board.succeeded_on || board.is_active(workflows::make_day(year, 12, 31));
}

boost::json::object count_json(const CadenceCount& count) {
    return {{"needed", count.needed},
            {"held", count.held},
            {"planned", count.planned},
            {"unrecorded", count.unrecorded}};
}

}  // namespace

std::vector<BoardCadence> board_cadences(db::ReadTx& tx, int year, Day today) {
    const Records records(tx, "", year);
    std::vector<BoardCadence> boards;
    for (const auto& board : db::list_boards(tx)) {
        if (!stands_in(board, year)) continue;
        auto one = standing_of(board, records, year, today);
        const bool asked = one.chosen || one.cadence != workflows::Cadence{};
        if (asked) boards.push_back(std::move(one));
    }
    return boards;
}

BoardCadence board_cadence(db::ReadTx& tx, const Board& board, int year, Day today) {
    return standing_of(board, Records(tx, board.code, year), year, today);
}

std::string cadences_json(const std::vector<BoardCadence>& boards, int year) {
    boost::json::array data;
    for (const auto& each : boards) {
        auto joint = count_json(each.standing.joint);
        joint["with"] = each.cadence.joint_with;
        data.push_back({{"board", each.board.code},
                        {"name", each.board.name},
                        {"meetings", count_json(each.standing.meetings)},
                        {"in_public", count_json(each.standing.in_public)},
                        {"joint", std::move(joint)},
                        {"expected_by_now", each.standing.expected},
                        {"behind", each.standing.behind},
                        {"lamps", boost::json::array(each.standing.lamps.begin(),
                                                     each.standing.lamps.end())}});
    }
    return boost::json::serialize(boost::json::object{{"year", year}, {"data", std::move(data)}});
}

std::string cadences_csv(const std::vector<BoardCadence>& boards) {
    auto text = workflows::text::csv_line(
        {"board", "needed", "held", "planned", "unrecorded", "public_needed", "public_held",
         "public_planned", "joint_with", "joint_needed", "joint_held", "joint_planned", "lamps"});
    const auto number = [](int value) { return std::to_string(value); };
    for (const auto& each : boards) {
        const auto& meetings = each.standing.meetings;
        const auto& in_public = each.standing.in_public;
        const auto& joint = each.standing.joint;
        std::string words;
        for (const auto& lamp : each.standing.lamps)
            words += (words.empty() ? "" : "; ") + lamp;
        text += workflows::text::csv_line(
            {each.board.code, number(meetings.needed), number(meetings.held),
             number(meetings.planned), number(meetings.unrecorded), number(in_public.needed),
             number(in_public.held), number(in_public.planned), each.cadence.joint_with,
             number(joint.needed), number(joint.held), number(joint.planned), words});
    }
    return text;
}

}  // namespace server::planning
