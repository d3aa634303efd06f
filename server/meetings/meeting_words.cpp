#include "server/meetings/meeting_words.hpp"

#include <stdexcept>

#include "server/meetings/words.hpp"
#include "server/web/href.hpp"
#include "server/web/routes.hpp"
#include "workflows/meetings/meeting_words.hpp"

namespace server::meetings {
namespace {

using workflows::MeetingState;

workflows::TimeOfDay time_of(const std::string& text) {
    return workflows::parse_time(text).value();
}

mail::EventTime event_time(const db::MeetingRow& meeting, const workflows::Board& board) {
    if (const auto day = meeting.planned.day()) {
        const auto starts = workflows::to_instant(*day, time_of(meeting.starts), board.zone);
        const auto ends = workflows::to_instant(*day, time_of(meeting.ends), board.zone);
        if (starts && ends && *starts < *ends) return mail::TimedEvent{*starts, *ends};
        return *day;
    }
    if (const auto month = meeting.planned.month()) return *month;
    return std::monostate{};
}

mail::EventStatus event_status(MeetingState state) {
    switch (state) {
        case MeetingState::provisional:
            return mail::EventStatus::tentative;
        case MeetingState::cancelled:
            return mail::EventStatus::cancelled;
        case MeetingState::confirmed:
        case MeetingState::held:
            break;
    }
    return mail::EventStatus::confirmed;
}

}  // namespace

std::string meeting_href(const db::MeetingRow& meeting) {
    return web::href(routes::meeting, meeting.id);
}

std::string time_words(const db::MeetingRow& meeting) {
    return words::from_to(workflows::spoken_time(time_of(meeting.starts)),
                          workflows::spoken_time(time_of(meeting.ends)));
}

std::string when_words(const db::MeetingRow& meeting) {
    const auto date = meeting.planned.words();
    return meeting.planned.day() ? date + ", " + time_words(meeting) : date;
}

std::string start_words(const db::MeetingRow& meeting) {
    return workflows::start_words(meeting.planned, time_of(meeting.starts));
}

std::string when_iso(const db::MeetingRow& meeting) {
    const auto key = meeting.planned.key();
    return meeting.planned.day() ? key + "T" + meeting.starts : key;
}

std::string held_words(const db::MeetingRow& meeting) {
    if (meeting.held_in == workflows::HeldIn::public_) return words::held_in_public;
    return meeting.held_in == workflows::HeldIn::private_ ? words::held_in_private
                                                          : words::part_public_part_private;
}

std::string moved_from_words(const db::MeetingMove& move) {
    if (const auto day = move.planned.day())
        return words::rearranged_from(workflows::long_date(*day));
    if (const auto month = move.planned.month()) {
        return words::rearranged_from(workflows::month_name(*month));
    }
    return words::previously_had_no_date;
}

std::string place_words(const db::MeetingRow& meeting) {
    return meeting.place.empty() ? words::place_to_be_confirmed : meeting.place;
}

bool shows_place(const db::MeetingRow& meeting) {
    return meeting.held_in != workflows::HeldIn::private_;
}

std::string public_contact(const db::MeetingRow& meeting) {
    return shows_place(meeting) ? meeting.contact : std::string();
}

templates::TagColour state_colour(MeetingState state) {
    switch (state) {
        case MeetingState::provisional:
            return templates::TagColour::yellow;
        case MeetingState::confirmed:
            return templates::TagColour::green;
        case MeetingState::held:
            return templates::TagColour::grey;
        case MeetingState::cancelled:
            return templates::TagColour::red;
    }
    return templates::TagColour::grey;
}

void set_state_tag(templates::View& view, const db::MeetingRow& meeting) {
    const auto state = state_of(meeting);
    std::string text(state == MeetingState::confirmed ? "" : workflows::to_words(state));
    if (!text.empty()) text[0] = static_cast<char>(text[0] - 'a' + 'A');
    templates::set_tag(view, text, state_colour(state));
}

MeetingState state_of(const db::MeetingRow& meeting) {
    return meeting.state;
}

bool is_over_or_off(const db::MeetingRow& meeting) {
    return !workflows::is_to_come(meeting.state);
}

workflows::Meeting workflow_meeting(const db::MeetingRow& meeting) {
    workflows::Meeting facts;
    facts.state = state_of(meeting);
    facts.kind = meeting.kind;
    facts.date = meeting.planned;
    facts.starts = time_of(meeting.starts);
    facts.ends = time_of(meeting.ends);
    facts.agenda_published = meeting.published > 0;
    return facts;
}

mail::CalendarEvent calendar_event(const db::MeetingRow& meeting, const workflows::Board& board,
                                   const std::string& base_url, const std::string& domain,
                                   workflows::Instant stamp, EventDetail detail) {
    mail::CalendarEvent event;
    event.uid = meeting.id + "@" + domain;
    event.sequence = meeting.sequence;
    event.stamp = stamp;
    event.when = event_time(meeting, board);
    event.summary = board.name;
    if (detail == EventDetail::with_joining || shows_place(meeting)) event.location = meeting.place;
    event.url = base_url + meeting_href(meeting);
    event.description = meeting.time_assumed ? words::held_time_to_be_confirmed(held_words(meeting))
                                             : words::held_as(held_words(meeting));
    if (detail == EventDetail::with_joining && !meeting.joining.empty()) {
        event.description += "\n" + meeting.joining;
    }
    event.description += '\n' + words::agenda_at(event.url);
    event.categories = {board.code};
    event.status = event_status(state_of(meeting));
    return event;
}

std::string id_domain(const base::Config& config) {
    return config.mail_from.substr(config.mail_from.find('@') + 1);
}

std::optional<workflows::Instant> end_instant(const db::MeetingRow& meeting,
                                              const workflows::Board& board) {
    const auto when = event_time(meeting, board);
    if (const auto* timed = std::get_if<mail::TimedEvent>(&when)) return timed->ends;
    if (const auto* day = std::get_if<workflows::Day>(&when)) return *day + std::chrono::days(1);
    if (const auto* month = std::get_if<std::chrono::year_month>(&when)) {
        return workflows::Day((*month + std::chrono::months(1)) / 1);
    }
    return std::nullopt;
}

}  // namespace server::meetings
