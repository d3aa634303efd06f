// What is to be done for a meeting, as its workspace lists it: one task for each thing, by group.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "db/meeting_lists.hpp"
#include "db/meetings.hpp"
#include "server/meetings/deadline_words.hpp"
#include "server/meetings/reply_commands.hpp"
#include "server/overview/workspace_words.hpp"
#include "server/web/href.hpp"
#include "server/web/routes.hpp"
#include "templates/view.hpp"
#include "workflows/boards/board.hpp"

namespace server::overview {

/// The newest mail-out of the papers; without what was held back and never sent.
struct PapersOut {
    std::size_t letters = 0;
    std::size_t accepted = 0;
    std::size_t waiting = 0;  // nobody need do anything for them to go
    bool current = false;     // tells of the version that is published now
    workflows::Day day;       // on which they were written
};

/// All that the tasks depend on.
struct WorkspaceFacts {
    db::MeetingRow meeting;
    workflows::Board board;
    db::MeetingTally tally;
    std::vector<workflows::Deadline> deadlines;
    std::optional<workflows::Day> confirm_by;
    std::size_t invited = 0;
    workflows::ReplyCounts replies = {};
    PapersOut papers_out;
    bool sendable = false;  // a pack of the published agenda is there
    std::optional<workflows::Day> minutes_out;
    workflows::Day today;
    workflows::MeetingState state = workflows::MeetingState::provisional;
    bool serves = false;  // the reader is the board's secretariat; a chair reads and publishes

    /// Empty where the page would be refused: the task is then named without a link.
    std::string href(const web::Address& page) const {
        const bool open_to_reader =
            serves || &page == &routes::meeting_publish || &page == &routes::meeting_replies;
        return open_to_reader ? web::href(page, meeting.id) : std::string();
    }
    bool late(workflows::Deadline::Kind kind) const {
        const auto& day = deadlines[kind].day;
        return day && *day < today;
    }
    std::string due(workflows::Deadline::Kind kind) const {
        const auto& day = deadlines[kind].day;
        return day ? workflows::weekday_date(*day) : words::when_dated;
    }
};

/// The groups of tasks, in the order of a meeting's life.
void add_task_groups(templates::View& view, const WorkspaceFacts& facts);

/// The emails about the papers of this meeting.
std::string papers_mail_href(const WorkspaceFacts& facts);

}  // namespace server::overview
