#include "server/meetings/meeting_entries.hpp"

#include <algorithm>
#include <utility>

#include "server/meetings/words.hpp"
#include "workflows/text/utf8.hpp"
#include "workflows/text/words.hpp"

namespace server::meetings {
namespace {

using workflows::Code;
using workflows::MeetingEvent;
using workflows::PlannedDate;
using workflows::text::trimmed;

constexpr std::size_t line_characters_max = 200;  // place, contact
constexpr std::size_t joining_characters_max = 2000;

bool is_number(const std::string& text, std::size_t digits_max) {
    return !text.empty() && text.size() <= digits_max &&
           std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

std::string padded(const std::string& number) {
    return number.size() == 1 ? "0" + number : number;
}

Result<std::string> read_line(const web::Form& form, const std::string& name, std::size_t max) {
    auto text = trimmed(form.get(name));
    if (workflows::text::characters(text) > max) {
        return workflows::invalid(name, words::characters_or_fewer(max));
    }
    return text;
}

template <class Enum>
Result<Enum> read_choice(const web::Form& form, const std::string& name) {
    if (const auto chosen = workflows::from_text<Enum>(form.get(name))) return *chosen;
    return workflows::invalid(name, words::select_an_answer);
}

// Both empty: nobody has said the times yet.
Result<MeetingTimes> read_times(const web::Form& form) {
    const auto starts = trimmed(form.get("starts"));
    const auto ends = trimmed(form.get("ends"));
    if (starts.empty() && ends.empty()) return MeetingTimes{};
    const auto from = workflows::parse_time(starts, "starts");
    if (!from) return from.error();
    const auto to = workflows::parse_time(ends, "ends");
    if (!to) return to.error();
    if (auto fits = workflows::check_times(*from, *to); !fits) return fits.error();
    return MeetingTimes{workflows::iso(*from), workflows::iso(*to)};
}

Result<MeetingDetails> read_details(const web::Form& form) {
    MeetingDetails details;
    const auto put = [](auto& to, auto text) -> Result<void> {
        if (!text) return text.error();
        to = std::move(*text);
        return {};
    };
    if (auto r = put(details.place, read_line(form, "place", line_characters_max)); !r)
        return r.error();
    if (auto r = put(details.joining, read_line(form, "joining", joining_characters_max)); !r) {
        return r.error();
    }
    if (auto r = put(details.contact, read_line(form, "contact", line_characters_max)); !r) {
        return r.error();
    }
    if (auto r = put(details.kind, read_choice<workflows::MeetingKind>(form, "kind")); !r)
        return r.error();
    if (auto r = put(details.held_in, read_choice<workflows::HeldIn>(form, "held_in")); !r)
        return r.error();
    return details;
}

Result<int> read_version(const web::Form& form) {
    const auto version = form.get("version");
    if (!is_number(version, 9)) {
        return Error{Code::stale, words::this_form_is_incomplete_open};
    }
    return std::stoi(version);
}

Result<MeetingEvent> read_creation(const web::Form& form) {
    const auto event = workflows::from_text<MeetingEvent>(form.get("event"));
    if (event != MeetingEvent::propose && event != MeetingEvent::call &&
        event != MeetingEvent::record) {
        return workflows::invalid("event", words::select_whether_the_date_is_certain);
    }
    return *event;
}

Result<workflows::MeetingCommand> read_command(const web::Form& form, MeetingEvent event) {
    workflows::MeetingCommand command;
    command.event = event;
    command.comment = trimmed(form.get("comment"));
    if (form.has("date-year")) {
        auto date = read_planned_date(form, "date");
        if (!date) return date.error();
        command.new_date = *date;
    }
    for (auto [name, time] : {std::pair{"starts", &command.starts}, {"ends", &command.ends}}) {
        const auto typed = trimmed(form.get(name));
        if (typed.empty()) continue;
        const auto read = workflows::parse_time(typed, name);
        if (!read) return read.error();
        *time = *read;
    }
    return command;
}

// The day with whose warnings the box was ticked.
std::optional<workflows::Day> accepted_day(const web::Form& form) {
    if (form.get("use_anyway") != "yes") return std::nullopt;
    const auto day = workflows::parse_day(form.get("shown_day"), "shown_day");
    return day ? std::optional(*day) : std::nullopt;
}

}  // namespace

Result<PlannedDate> read_planned_date(const web::Form& form, const std::string& name) {
    const auto day = trimmed(form.get(name + "-day"));
    const auto month = trimmed(form.get(name + "-month"));
    const auto year = trimmed(form.get(name + "-year"));
    if (day.empty() && month.empty() && year.empty()) return PlannedDate();
    const bool numbers =
        is_number(month, 2) && is_number(year, 4) && (day.empty() || is_number(day, 2));
    if (!numbers) {
        return workflows::invalid(name, words::enter_the_date_in_numbers_leave);
    }
    const auto key = year + "-" + padded(month) + (day.empty() ? "" : "-" + padded(day));
    return PlannedDate::parse(key, name);
}

Result<NewMeeting> read_new_meeting(const web::Form& form) {
    NewMeeting entry;
    entry.board_slug = form.get("board");
    auto date = read_planned_date(form, "date");
    if (!date) return date.error();
    entry.date = *date;
    auto times = read_times(form);
    if (!times) return times.error();
    entry.times = *std::move(times);
    auto details = read_details(form);
    if (!details) return details.error();
    entry.details = *std::move(details);
    const auto event = read_creation(form);
    if (!event) return event.error();
    entry.event = *event;
    entry.accepted_day = accepted_day(form);
    return entry;
}

Result<EditMeeting> read_edited_meeting(const web::Form& form, const std::string& meeting) {
    EditMeeting entry;
    entry.meeting = meeting;
    const auto version = read_version(form);
    if (!version) return version.error();
    entry.version = *version;
    auto details = read_details(form);
    if (!details) return details.error();
    entry.details = *std::move(details);
    if (form.get("times_known") == "yes") {
        auto times = read_times(form);
        if (!times) return times.error();
        entry.times = *std::move(times);
    }
    if (form.has("confirm_by-year")) {
        auto day = read_planned_date(form, "confirm_by");
        if (!day) return day.error();
        entry.confirm_by = *day;
    }
    entry.tell = form.get("tell") == "yes";
    return entry;
}

Result<TakeMeetingStep> read_meeting_step(const web::Form& form, const std::string& meeting,
                                          MeetingEvent event) {
    const auto version = read_version(form);
    if (!version) return version.error();
    auto command = read_command(form, event);
    if (!command) return command.error();
    return TakeMeetingStep{meeting, *version, *std::move(command), accepted_day(form)};
}

}  // namespace server::meetings
