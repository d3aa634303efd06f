// Clashes: one person whom two or more boards want on one civil day.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "workflows/core/date.hpp"

namespace workflows {

/// A meeting that is dated to the day; those without a day cannot clash and are left out. One that
/// boards hold together is a row for each of them, with one id: it wants nobody twice.
struct BoardDay {
    std::string meeting;  // its public id; only compared
    std::string board;    // board code
    Day day;
    bool cancelled = false;
    std::vector<std::string> people = {};  // who is asked by name instead of the whole board
};

/// One role of one person on one board. The secretariat serves many boards at once, so its seats
/// never clash. Both dates are within the term.
struct Seat {
    std::string board;
    std::string person;
    bool secretariat = false;
    std::optional<Day> from = {};
    std::optional<Day> to = {};
};

struct Clash {
    Day day;
    std::string person;
    std::vector<std::string> boards;  // two or more, sorted, each once
    friend bool operator==(const Clash&, const Clash&) = default;
};

/// By day, then person.
std::vector<Clash> find_clashes(const std::vector<BoardDay>& meetings,
                                const std::vector<Seat>& seats);

/// What a meeting of `board` on `day` would bring: the clashes that name the board. `moved` is the
/// id of the meeting whose date is being chosen (empty for a new one): its old day is left out.
/// `people`: those who are asked to it by name; none: the board is.
std::vector<Clash> clashes_on(Day day, const std::string& board, std::string_view moved,
                              const std::vector<BoardDay>& meetings, const std::vector<Seat>& seats,
                              const std::vector<std::string>& people = {});

}  // namespace workflows
