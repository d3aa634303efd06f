// Clashes, by gathering the boards of each person on each day.
#include "workflows/planning/clashes.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

namespace workflows {

namespace {

bool holds(const Seat& seat, Day day) {
    return !seat.secretariat && (!seat.from || *seat.from <= day) && (!seat.to || day <= *seat.to);
}

}  // namespace

std::vector<Clash> find_clashes(const std::vector<BoardDay>& meetings,
                                const std::vector<Seat>& seats) {
    std::multimap<std::string_view, const Seat*> seats_of_board;
    for (const Seat& seat : seats) {
        seats_of_board.emplace(seat.board, &seat);
    }
    struct Wanting {
        std::set<std::string> boards;
        std::set<std::string> meetings;  // one that two boards hold together wants nobody twice
    };
    std::map<std::pair<Day, std::string>, Wanting> wanted;
    const auto want = [&](const BoardDay& meeting, const std::string& person) {
        auto& wanting = wanted[{meeting.day, person}];
        wanting.boards.insert(meeting.board);
        wanting.meetings.insert(meeting.meeting.empty() ? meeting.board : meeting.meeting);
    };
    for (const BoardDay& meeting : meetings) {
        if (meeting.cancelled) {
            continue;
        }
        for (const auto& person : meeting.people) {
            want(meeting, person);
        }
        auto [first, last] = seats_of_board.equal_range(meeting.board);
        for (auto at = first; meeting.people.empty() && at != last; ++at) {
            if (holds(*at->second, meeting.day)) want(meeting, at->second->person);
        }
    }
    std::vector<Clash> clashes;
    for (const auto& [where, wanting] : wanted) {
        const auto& boards = wanting.boards;
        if (boards.size() > 1 && wanting.meetings.size() > 1) {
            clashes.push_back({where.first, where.second, {boards.begin(), boards.end()}});
        }
    }
    return clashes;
}

std::vector<Clash> clashes_on(Day day, const std::string& board, std::string_view moved,
                              const std::vector<BoardDay>& meetings, const std::vector<Seat>& seats,
                              const std::vector<std::string>& people) {
    std::vector<BoardDay> that_day = {{std::string(moved), board, day, false, people}};
    for (const BoardDay& meeting : meetings) {
        if (meeting.day == day && (moved.empty() || meeting.meeting != moved)) {
            that_day.push_back(meeting);
        }
    }
    std::vector<Clash> clashes = find_clashes(that_day, seats);
    std::erase_if(clashes, [&](const Clash& clash) {
        return !std::binary_search(clash.boards.begin(), clash.boards.end(), board);
    });
    return clashes;
}

}  // namespace workflows
