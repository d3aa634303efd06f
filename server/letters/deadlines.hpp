// What is to be done between the boards by a day: a source is a row of its room, joined in
// site/deadlines; they feed the reminders that go by the clock (`shiremoot due`) and the to-do
// lists. What belongs to one meeting is not here but in reminders.cpp and
// overview/todo_queries.cpp.
#pragma once

#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "db/database.hpp"
#include "server/web/context.hpp"
#include "workflows/boards/board.hpp"
#include "workflows/core/bank_holidays.hpp"
#include "workflows/overview/reminders.hpp"
#include "workflows/overview/todo.hpp"

namespace server::letters {

/// Who holds which seat on one day.
class Seats {
  public:
    Seats(db::ReadTx& tx, workflows::Day day);

    std::vector<std::string> secretariat(std::string_view board) const;
    std::vector<std::string> chairs(std::string_view board) const;    // and vice-chairs
    std::vector<std::string> officers(std::string_view board) const;  // those and the secretariat

  private:
    std::vector<std::string> holders(std::string_view board, bool (*holds)(workflows::Role)) const;
    std::map<std::string, std::vector<workflows::Membership>, std::less<>> seats_;  // by board
};

/// What a source needs beside its own rows. A duty whose day lies outside `from` … `to` has no
/// reminder that is to be sent, is late or is listed: read no others, by an index over the day.
struct DutyFacts {
    const workflows::Holidays& holidays;
    const Seats& seats;
    const std::map<std::string, workflows::Board>& boards;  // by code
    workflows::Day today;
    workflows::Day from;
    workflows::Day to;

    std::string zone_of(const std::string& board) const;
};

struct TodoFacts {
    const base::Viewer& viewer;
    const workflows::Holidays& holidays;
    const std::map<std::string, workflows::Board>& boards;
    workflows::Day today;

    /// Chair, vice-chair or secretariat of the board.
    bool speaks_for(const std::string& board) const;
};

/// `add_duties` sets kind, board, subject, title, due, useful_until, zone, people, words and path;
/// `add_todos` adds what this viewer has to do. Either may be missing.
struct DutySource {
    std::string_view name;
    void (*add_duties)(db::ReadTx&, const DutyFacts&, std::vector<workflows::Duty>&);
    void (*add_todos)(db::ReadTx&, const TodoFacts&, std::vector<workflows::Todo>&);
};

}  // namespace server::letters
