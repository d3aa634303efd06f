#include "server/meetings/clash_queries.hpp"

#include <algorithm>
#include <boost/json.hpp>

#include "db/meeting_boards.hpp"
#include "db/meetings.hpp"
#include "db/memberships.hpp"

namespace server::meetings {
namespace {}  // namespace

std::vector<workflows::Seat> all_seats(db::ReadTx& tx) {
    std::vector<workflows::Seat> seats;
    for (const auto& row : db::list_all_memberships(tx)) {
        seats.push_back({row.board, row.person, row.role == workflows::Role::secretariat,
                         row.from_day, row.to_day});
    }
    return seats;
}

std::vector<workflows::BoardDay> board_days(db::ReadTx& tx, workflows::Day from, workflows::Day to,
                                            const db::MeetingReader& reader) {
    db::MeetingFilter filter;
    filter.from = from;
    filter.to = to;
    filter.reader = reader;
    const auto joint = db::list_joint_boards(tx, from, to);
    const auto named = db::list_named_people(tx, from, to);
    std::vector<workflows::BoardDay> days;
    for (const auto& meeting : db::list_meetings(tx, filter)) {
        const auto day = meeting.planned.day();
        if (!day) continue;
        const bool cancelled = meeting.state == workflows::MeetingState::cancelled;
        days.push_back({meeting.id, meeting.board, *day, cancelled});
        const auto [person, end] = named.equal_range(meeting.id);
        std::transform(person, end, std::back_inserter(days.back().people),
                       [](const auto& each) { return each.second; });
        const auto [first, last] = joint.equal_range(meeting.id);
        for (auto at = first; at != last; ++at)
            days.push_back({meeting.id, at->second, *day, cancelled});
    }
    return days;
}

std::vector<workflows::Clash> clashes_between(db::ReadTx& tx, workflows::Day from,
                                              workflows::Day to, const db::MeetingReader& reader) {
    return workflows::find_clashes(board_days(tx, from, to, reader), all_seats(tx));
}

std::vector<workflows::Clash> clashes_of_date(db::ReadTx& tx, workflows::Day day,
                                              const std::string& board, const std::string& moved) {
    const auto people =
        moved.empty() ? std::vector<std::string>() : db::list_named_people(tx, moved);
    return workflows::clashes_on(day, board, moved, board_days(tx, day, day), all_seats(tx),
                                 people);
}

std::string clashes_json(const std::vector<workflows::Clash>& clashes) {
    boost::json::array out;
    for (const auto& clash : clashes) {
        boost::json::array boards;
        for (const auto& board : clash.boards)
            boards.emplace_back(board);
        out.push_back(boost::json::object{{"date", workflows::iso(clash.day)},
                                          {"person", clash.person},
                                          {"boards", std::move(boards)}});
    }
    return boost::json::serialize(out);
}

}  // namespace server::meetings
