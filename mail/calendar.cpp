// Writes iCalendar objects: content lines (RFC 5545 3.1), events (3.6.1), scheduling (RFC 5546).
#include "mail/calendar.hpp"

#include <algorithm>
#include <array>
#include <cstdio>
#include <optional>
#include <stdexcept>

#include "workflows/text/utf8.hpp"

namespace mail {
namespace {

template <class... Cases>
struct Overloaded : Cases... {
    using Cases::operator()...;
};
template <class... Cases>
Overloaded(Cases...) -> Overloaded<Cases...>;

bool is_control(std::string_view character) {
    return character.size() == 1 &&
           (static_cast<unsigned char>(character[0]) < 0x20 || character[0] == 0x7F);
}

// RFC 5545 3.3.11. CRLF, CR and LF are one line break each; other controls are dropped.
std::string escaped(std::string_view text) {
    const std::string valid = workflows::text::valid_utf8(text);
    std::string out;
    char before = '\0';
    for (const char c : valid) {
        if (c == '\r' || (c == '\n' && before != '\r')) {
            out += "\\n";
        } else if (c == '\\' || c == ';' || c == ',') {
            out += '\\';
            out += c;
        } else if (!is_control(std::string_view(&c, 1))) {
            out += c;
        }
        before = c;
    }
    return out;
}

// A quoted parameter has no escape that every reader knows (RFC 6868 is shown as typed by some), so
// what would need one is left out.
std::string common_name(std::string_view text) {
    const std::string valid = workflows::text::valid_utf8(text);
    std::string out;
    for (const char c : valid) {
        if (c != '"' && c != '^' && !is_control(std::string_view(&c, 1))) {
            out += c;
        }
    }
    return '"' + out + '"';
}

// A URI is no text: it is not escaped, so what cannot be in one must not come.
std::string uri(std::string_view text) {
    if (!workflows::text::is_ascii(text) ||
        std::any_of(text.begin(), text.end(), [](char c) { return c <= ' ' || c == 0x7F; })) {
        throw std::invalid_argument("not an address for a calendar");
    }
    return std::string(text);
}

std::string utc(workflows::Instant instant) {
    const auto day = std::chrono::floor<std::chrono::days>(instant);
    const std::chrono::year_month_day date(day);
    const std::chrono::hh_mm_ss time(instant - day);
    std::array<char, 48> text{};
    std::snprintf(text.data(), text.size(), "%04d%02u%02uT%02d%02d%02dZ",
                  static_cast<int>(date.year()), static_cast<unsigned>(date.month()),
                  static_cast<unsigned>(date.day()), static_cast<int>(time.hours().count()),
                  static_cast<int>(time.minutes().count()),
                  static_cast<int>(time.seconds().count()));
    return text.data();
}

std::string date_text(workflows::Day day) {
    return utc(day).substr(0, 8);
}

std::string_view status_text(EventStatus status) {
    switch (status) {
        case EventStatus::confirmed:
            return "CONFIRMED";
        case EventStatus::tentative:
            return "TENTATIVE";
        case EventStatus::cancelled:
            return "CANCELLED";
    }
    return {};
}

class Lines {
  public:
    // Folds so that no line has more than 75 octets and no character is cut.
    void put(std::string_view name, std::string_view value) {
        std::string whole(name);
        whole += ':';
        whole += value;
        std::string_view rest = whole;
        std::size_t used = 0;
        while (!rest.empty()) {
            const auto character = workflows::text::first_character(rest);
            const auto size = std::max<std::size_t>(character.size(), 1);
            if (used + size > calendar_line_octets_max) {
                out_ += "\r\n ";
                used = 1;
            }
            out_ += rest.substr(0, size);
            used += size;
            rest.remove_prefix(size);
        }
        out_ += "\r\n";
    }
    void put_text(std::string_view name, std::string_view text) {
        if (!text.empty()) {
            put(name, escaped(text));
        }
    }
    std::string take() { return std::move(out_); }

  private:
    std::string out_;
};

void put_all_day(Lines& lines, workflows::Day first, workflows::Day after_last) {
    lines.put("DTSTART;VALUE=DATE", date_text(first));
    lines.put("DTEND;VALUE=DATE", date_text(after_last));
}

// DTEND is the first moment that is no longer part of the event, also for days (RFC 5545 3.6.1).
void put_time(Lines& lines, const EventTime& when) {
    std::visit(
        Overloaded{[](std::monostate) {},
                   [&](const TimedEvent& timed) {
                       lines.put("DTSTART", utc(timed.starts));
                       lines.put("DTEND", utc(timed.ends));
                   },
                   [&](workflows::Day day) { put_all_day(lines, day, day + std::chrono::days(1)); },
                   [&](std::chrono::year_month month) {
                       put_all_day(lines, month / 1, (month + std::chrono::months(1)) / 1);
                   }},
        when);
}

void put_categories(Lines& lines, const std::vector<std::string>& categories) {
    std::string joined;
    for (const auto& category : categories) {
        joined += (joined.empty() ? "" : ",") + escaped(category);
    }
    if (!joined.empty()) {
        lines.put("CATEGORIES", joined);
    }
}

void refuse_bad_event(const CalendarEvent& event) {
    const auto* timed = std::get_if<TimedEvent>(&event.when);
    if (event.uid.empty() || event.summary.empty() || event.sequence < 0 ||
        (timed != nullptr && timed->ends <= timed->starts)) {
        throw std::invalid_argument("not a calendar event: uid, summary or times are missing");
    }
}

void put_event_facts(Lines& lines, const CalendarEvent& event, EventStatus status) {
    const bool month_only = std::holds_alternative<std::chrono::year_month>(event.when);
    lines.put_text("UID", event.uid);
    lines.put("DTSTAMP", utc(event.stamp));
    lines.put("SEQUENCE", std::to_string(event.sequence));
    put_time(lines, event.when);
    lines.put_text("SUMMARY", event.summary);
    lines.put_text("DESCRIPTION", event.description);
    lines.put_text("LOCATION", event.location);
    if (!event.url.empty()) {
        lines.put("URL", uri(event.url));
    }
    put_categories(lines, event.categories);
    lines.put("STATUS", status_text(status));
    lines.put("TRANSP", month_only || status == EventStatus::cancelled ? "TRANSPARENT" : "OPAQUE");
    if (event.privacy == EventPrivacy::closed) {
        lines.put("CLASS", "PRIVATE");
    }
}

void put_start(Lines& lines, std::string_view method) {
    lines.put("BEGIN", "VCALENDAR");
    lines.put("VERSION", "2.0");
    lines.put("PRODID", "-//Shiremoot//Meetings//EN");
    lines.put("CALSCALE", "GREGORIAN");
    lines.put("METHOD", method);
}

void put_person(Lines& lines, std::string name, const Mailbox& person) {
    if (!person.name.empty()) {
        name += ";CN=" + common_name(person.name);
    }
    lines.put(name, "mailto:" + person.address.text());
}

EventStatus feed_status(const CalendarEvent& event) {
    const bool day_known = std::holds_alternative<TimedEvent>(event.when) ||
                           std::holds_alternative<workflows::Day>(event.when);
    if (event.status == EventStatus::confirmed && !day_known) {
        return EventStatus::tentative;
    }
    return event.status;
}

}  // namespace

std::string invitation(CalendarMethod method, const CalendarEvent& event, const Mailbox& organizer,
                       const Mailbox& attendee) {
    refuse_bad_event(event);
    if (std::holds_alternative<std::monostate>(event.when) ||
        std::holds_alternative<std::chrono::year_month>(event.when)) {
        throw std::invalid_argument("an invitation needs a day");
    }
    if (organizer.address == attendee.address) {
        throw std::invalid_argument("the organizer cannot be invited");
    }
    const bool cancels = method == CalendarMethod::cancel;
    Lines lines;
    put_start(lines, cancels ? "CANCEL" : "REQUEST");
    lines.put("BEGIN", "VEVENT");
    put_event_facts(lines, event, cancels ? EventStatus::cancelled : event.status);
    put_person(lines, "ORGANIZER", organizer);
    put_person(lines,
               cancels ? "ATTENDEE;ROLE=REQ-PARTICIPANT"
                       : "ATTENDEE;ROLE=REQ-PARTICIPANT;PARTSTAT=NEEDS-ACTION;RSVP=TRUE",
               attendee);
    lines.put("END", "VEVENT");
    lines.put("END", "VCALENDAR");
    return lines.take();
}

std::string feed(const CalendarFeed& feed) {
    const std::string refresh = "PT" + std::to_string(feed.refresh.count()) + "M";
    Lines lines;
    put_start(lines, "PUBLISH");
    lines.put_text("NAME", feed.name);  // RFC 7986; the X- form is what most programs read
    lines.put_text("X-WR-CALNAME", feed.name);
    lines.put("REFRESH-INTERVAL;VALUE=DURATION", refresh);
    lines.put("X-PUBLISHED-TTL", refresh);
    for (const auto& event : feed.events) {
        refuse_bad_event(event);
        if (std::holds_alternative<std::monostate>(event.when)) {
            continue;
        }
        lines.put("BEGIN", "VEVENT");
        put_event_facts(lines, event, feed_status(event));
        lines.put("END", "VEVENT");
    }
    lines.put("END", "VCALENDAR");
    return lines.take();
}

}  // namespace mail
