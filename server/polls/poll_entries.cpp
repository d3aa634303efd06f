#include "server/polls/poll_entries.hpp"

#include <algorithm>

#include "server/meetings/meeting_entries.hpp"
#include "server/planning/series_commands.hpp"
#include "server/planning/series_entries.hpp"
#include "server/polls/poll_words.hpp"
#include "workflows/agenda/agenda.hpp"
#include "workflows/text/utf8.hpp"

namespace server::polls {
namespace {

using workflows::Day;

Result<std::string> read_poll_text(const web::Form& form, const std::string& name,
                                   const std::string& missing) {
    auto text = form.get(name);
    if (!missing.empty() && workflows::text::is_blank(text))
        return workflows::invalid(name, missing);
    if (workflows::text::characters(text) > workflows::title_characters_max)
        return workflows::invalid(name, words::poll_text_too_long);
    return text;
}

Result<Day> read_one_day(const web::Form& form, const std::string& name,
                         const std::string& missing) {
    const auto date = meetings::read_planned_date(form, name);
    if (!date) return date.error();
    if (const auto day = date->day()) return *day;
    return workflows::invalid(name, missing);
}

Result<std::vector<PollDate>> read_dates(const web::Form& form) {
    std::vector<PollDate> dates;
    for (std::size_t number = 1; number <= workflows::poll_days_max; ++number) {
        const auto field = planning::series_field("day", number);
        if (form.get(field + "-day").empty() && form.get(field + "-month").empty()) continue;
        const auto day = read_one_day(form, field, words::whole_date);
        if (!day) return day.error();
        dates.push_back({field, *day, form.get("seen-" + field) == workflows::iso(*day)});
    }
    return dates;
}

Result<void> read_kind(const web::Form& form, db::PollRow& poll) {
    const auto kinds = planning::series_kinds();
    const auto kind =
        std::find_if(kinds.begin(), kinds.end(), [&](const planning::SeriesKind& each) {
            return each.text == form.get("kind") && each.held_in;
        });
    if (kind == kinds.end()) return workflows::invalid("kind", words::poll_select_kind);
    poll.kind = kind->kind;
    poll.held_in = *kind->held_in;
    const auto starts = workflows::parse_time(form.get("starts"), "starts");
    if (!starts) return starts.error();
    const auto ends = workflows::parse_time(form.get("ends"), "ends");
    if (!ends) return ends.error();
    poll.starts = workflows::iso(*starts);
    poll.ends = workflows::iso(*ends);
    return workflows::check_times(*starts, *ends);
}

}  // namespace

PollAudience read_audience(const web::Form& form) {
    return {form.get("board"), form.get("members") == "yes", form.all("chairs"),
            form.all("officers")};
}

Result<NewPoll> read_new_poll(const web::Form& form) {
    NewPoll entry;
    entry.asked = read_audience(form);
    auto& poll = entry.poll;
    const auto title = read_poll_text(form, "title", words::enter_subject);
    if (!title) return title.error();
    poll.title = *title;
    if (auto ok = read_kind(form, poll); !ok) return ok.error();
    const auto place = read_poll_text(form, "place", "");
    if (!place) return place.error();
    poll.place = *place;
    const auto closes = read_one_day(form, "closes_on", words::enter_closing_date);
    if (!closes) return closes.error();
    poll.closes_on = *closes;
    auto dates = read_dates(form);
    if (!dates) return dates.error();
    entry.dates = *std::move(dates);
    return entry;
}

Result<std::string> read_cancel_reason(const web::Form& form) {
    return read_poll_text(form, "reason", words::enter_cancel_reason);
}

workflows::PollAnswers read_poll_answers(const web::Form& form, const db::PollRow& poll) {
    workflows::PollAnswers answers;
    for (const Day day : poll.days) {
        const auto said = form.get("answer-" + workflows::iso(day));
        if (const auto answer = workflows::from_text<workflows::PollAnswer>(said))
            answers.emplace(day, *answer);
    }
    return answers;
}

}  // namespace server::polls
