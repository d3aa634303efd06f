#include "server/meetings/meeting_rows.hpp"

#include "db/boards.hpp"
#include "server/meetings/meeting_words.hpp"
#include "server/meetings/words.hpp"
#include "templates/components.hpp"

namespace server::meetings {
namespace {

std::string board_name(const BoardsByCode& boards, const std::string& code) {
    const auto found = boards.find(code);
    return found == boards.end() ? code : found->second.name;
}

std::string kind_text(const db::MeetingRow& meeting) {
    if (meeting.kind == workflows::MeetingKind::meeting) return "";
    return std::string(workflows::to_words(meeting.kind));
}

void add_note(templates::View& row, std::string_view text) {
    row.add("notes").set("text", text);
}

}  // namespace

void add_tags_of_board(std::vector<std::string>& tags, const std::string& code) {
    tags.push_back("board:" + code);
    tags.push_back("meetings:" + code);
}

std::vector<std::string> tags_of_boards(const BoardsByCode& boards) {
    std::vector<std::string> tags{"boards"};
    for (const auto& [code, board] : boards)
        add_tags_of_board(tags, code);
    return tags;
}

void add_meeting_row(templates::View& list, const db::MeetingRow& meeting,
                     const BoardsByCode& boards, const std::vector<db::ListedMove>& moves,
                     const std::string& note) {
    auto& row = list.add("meetings");
    row.set("href", meeting_href(meeting)).set("when_iso", when_iso(meeting));
    row.set("when_text", meeting.planned.words());
    const bool has_day = meeting.planned.day().has_value();
    const auto time = time_words(meeting);
    const auto shown = meeting.time_assumed ? words::time_to_be_confirmed(time) : time;
    row.set("time_text", has_day ? shown : std::string());
    row.set("board_name", board_name(boards, meeting.board)).set("kind_text", kind_text(meeting));
    row.set("place", shows_place(meeting) ? meeting.place : std::string());
    row.set("held_text", held_words(meeting));
    set_state_tag(row, meeting);
    row.list("notes");
    if (!note.empty()) add_note(row, note);
    for (const auto& move : moves) {
        if (move.meeting != meeting.id || move.left == meeting.planned) continue;
        add_note(row, moved_from_words({meeting.id, {}, move.left, move.starts, move.reason}));
    }
    if (meeting.state == workflows::MeetingState::cancelled && !meeting.cancel_reason.empty() &&
        meeting.held_in != workflows::HeldIn::private_) {
        add_note(row, words::cancelled_because(meeting.cancel_reason));
    }
}

void add_moved_row(templates::View& list, const db::ListedMove& move, const BoardsByCode& boards) {
    db::MeetingRow then;
    then.id = move.meeting;
    then.planned = move.left;
    then.starts = move.starts;
    then.held_in = move.held_in;
    auto& row = list.add("meetings");
    row.set("href", meeting_href(then)).set("when_iso", when_iso(then));
    row.set("when_text", then.planned.words()).set("time_text", "");
    row.set("board_name", board_name(boards, move.board)).set("kind_text", "");
    row.set("place", "").set("held_text", held_words(then));
    templates::set_tag(row, words::rearranged, templates::TagColour::orange);
    row.list("notes");
    const auto now = move.planned.words();
    add_note(row, move.planned.to_be_confirmed() ? std::string(words::new_date_to_be_confirmed)
                                                 : words::rearranged_to(now));
}

}  // namespace server::meetings
