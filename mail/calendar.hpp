// iCalendar text (RFC 5545): an invitation or cancellation for one person, and feeds to subscribe.
#pragma once

#include <chrono>
#include <cstddef>
#include <span>
#include <string>
#include <variant>
#include <vector>

#include "mail/address.hpp"
#include "workflows/core/date.hpp"

namespace mail {

enum class CalendarMethod { request, cancel };
enum class EventStatus { confirmed, tentative, cancelled };
enum class EventPrivacy { open, closed };  // closed: CLASS:PRIVATE

inline constexpr std::size_t calendar_line_octets_max = 75;  // RFC 5545 3.1

/// A meeting with a time: written in UTC, the form that every calendar reads alike.
struct TimedEvent {
    workflows::Instant starts;
    workflows::Instant ends;  // after starts
};
/// When: a time; a day whose time is not known; a month whose day is not known; nothing yet.
using EventTime = std::variant<std::monostate, TimedEvent, workflows::Day, std::chrono::year_month>;

/// One meeting. Texts are UTF-8; control characters other than line ends are dropped.
struct CalendarEvent {
    std::string uid;           // the same for the meeting's whole life, in mails and feeds alike
    int sequence = 0;          // +1 with every change of time, place or status (RFC 5546 2.1.4)
    workflows::Instant stamp;  // when these facts were written down
    EventTime when;
    std::string summary;
    std::string description = {};
    std::string location = {};
    std::string url = {};
    std::vector<std::string> categories = {};
    EventStatus status = EventStatus::confirmed;
    EventPrivacy privacy = EventPrivacy::open;
};

struct CalendarFeed {
    std::string name;  // shown as the calendar's name
    std::chrono::minutes refresh = std::chrono::hours(1);
    std::vector<CalendarEvent> events;
};

/// A REQUEST or CANCEL (RFC 5546 3.2.2, 3.2.5) with `attendee` as the only person invited: nobody
/// learns the list. A cancellation is always STATUS:CANCELLED. The organizer must be the message's
/// From and not the attendee. Throws std::invalid_argument when the event has neither time nor day,
/// ends before it starts, has no uid or summary, or organizer and attendee are the same.
std::string invitation(CalendarMethod method, const CalendarEvent& event, const Mailbox& organizer,
                       const Mailbox& attendee);

/// A feed of any number of meetings, without people. A month is a tentative event over all its days
/// that leaves people free; a meeting with no date at all is left out.
std::string feed(const CalendarFeed& feed);

}  // namespace mail
