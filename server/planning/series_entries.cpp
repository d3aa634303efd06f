#include "server/planning/series_entries.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <set>

#include "db/boards.hpp"
#include "server/meetings/meeting_entries.hpp"
#include "server/planning/series_words.hpp"
#include "workflows/text/utf8.hpp"

namespace server::planning {
namespace {

using workflows::Day;
using workflows::HeldIn;
using workflows::MeetingEvent;
using workflows::MeetingKind;
using workflows::SeriesRule;

constexpr std::size_t place_characters_max = 200;
constexpr std::chrono::days span_max{3 * 366};
const std::array<std::string_view, 5> weekday_texts{"mon", "tue", "wed", "thu", "fri"};

int number_in(const web::Form& form, std::string_view name) {
    const auto text = form.get(name);
    int number = 0;
    const auto* end = text.data() + text.size();
    const auto [stopped, failure] = std::from_chars(text.data(), end, number);
    return failure == std::errc() && stopped == end ? number : 0;
}

// Three boxes as typed, or one ISO day as series_fields() writes it.
Result<Day> read_day(const web::Form& form, const std::string& name, const std::string& missing) {
    if (form.has(name + "-year")) {
        const auto date = meetings::read_planned_date(form, name);
        if (!date) return date.error();
        if (const auto day = date->day()) return *day;
        return workflows::invalid(name, missing);
    }
    const auto day = workflows::parse_day(form.get(name), name);
    if (!day) return workflows::invalid(name, missing);
    return day;
}

Result<void> read_rule(const web::Form& form, workflows::SeriesPlan& plan) {
    const auto rule = workflows::from_text<SeriesRule>(form.get("rule"));
    if (!rule) return workflows::invalid("rule", words::select_frequency);
    plan.rule = *rule;
    plan.number = number_in(form, "number");
    const auto day = std::find(weekday_texts.begin(), weekday_texts.end(), form.get("weekday"));
    if (day == weekday_texts.end()) return workflows::invalid("weekday", words::select_weekday);
    plan.weekday = std::chrono::Monday + std::chrono::days(day - weekday_texts.begin());
    plan.place = number_in(form, "week");
    if (plan.place < 1 || plan.place > workflows::last_in_month)
        return workflows::invalid("week", words::select_week);
    const auto from = read_day(form, "from", words::enter_start);
    if (!from) return from.error();
    const auto to = read_day(form, "to", words::enter_end);
    if (!to) return to.error();
    plan.from = *from;
    plan.to = *to;
    if (plan.to - plan.from > span_max) return workflows::invalid("to", words::three_years);
    const auto days = workflows::ruled_days(plan);
    if (!days) return days.error();
    return {};
}

Result<void> read_times(const web::Form& form, SeriesWish& wish) {
    if (workflows::text::is_blank(form.get("starts")) &&
        workflows::text::is_blank(form.get("ends")))
        return {};
    const auto starts = workflows::parse_time(form.get("starts"), "starts");
    if (!starts) return starts.error();
    const auto ends = workflows::parse_time(form.get("ends"), "ends");
    if (!ends) return ends.error();
    wish.starts = workflows::iso(*starts);
    wish.ends = workflows::iso(*ends);
    return workflows::check_times(*starts, *ends);
}

Result<void> read_joining(db::ReadTx& tx, const web::Form& form, SeriesWish& wish) {
    if (wish.kind->kind != MeetingKind::joint) return {};
    wish.joining = db::find_board_by_slug(tx, form.get("joining_board"));
    if (!wish.joining || wish.joining->code == wish.board.code)
        return workflows::invalid("joining_board", words::select_joint_board);
    return {};
}

Result<void> read_details(const web::Form& form, SeriesWish& wish) {
    if (auto times = read_times(form, wish); !times) return times;
    wish.place = form.get("place");
    if (workflows::text::characters(wish.place) > place_characters_max)
        return workflows::invalid("place", words::place_too_long);
    const auto event = workflows::from_text<MeetingEvent>(form.get("event"));
    if (event != MeetingEvent::propose && event != MeetingEvent::call)
        return workflows::invalid("event", words::select_certainty);
    wish.event = *event;
    return {};
}

}  // namespace

Result<SeriesWish> read_series(const base::Viewer& viewer, db::ReadTx& tx, const web::Form& form) {
    SeriesWish wish;
    const auto board = db::find_board_by_slug(tx, form.get("board"));
    if (!board) return workflows::invalid("board", words::select_board);
    if (!base::may(viewer, workflows::Action::edit_meeting, board->code))
        return Error{workflows::Code::forbidden, words::series_secretariat_only};
    wish.board = *board;
    const auto kinds = series_kinds();
    const auto kind = std::find_if(kinds.begin(), kinds.end(),
                                   [&](const auto& each) { return each.text == form.get("kind"); });
    if (kind == kinds.end()) return workflows::invalid("kind", words::series_select_kind);
    wish.kind = &*kind;
    if (auto ok = read_joining(tx, form, wish); !ok) return ok.error();
    wish.plan.boards = {board->code};
    if (wish.joining) wish.plan.boards.push_back(wish.joining->code);
    if (auto ok = read_rule(form, wish.plan); !ok) return ok.error();
    if (auto ok = read_details(form, wish); !ok) return ok.error();
    return wish;
}

net::NameValues series_fields(const SeriesWish& wish) {
    const auto& plan = wish.plan;
    const auto weekday = (plan.weekday - std::chrono::Monday).count();
    net::NameValues fields{
        {"board", wish.board.slug},
        {"kind", std::string(wish.kind->text)},
        {"rule", std::string(workflows::to_text(plan.rule))},
        {"number", std::to_string(plan.number)},
        {"week", std::to_string(plan.place)},
        {"weekday", std::string(weekday_texts.at(static_cast<std::size_t>(weekday)))},
        {"from", workflows::iso(plan.from)},
        {"to", workflows::iso(plan.to)},
        {"starts", wish.starts},
        {"ends", wish.ends},
        {"place", wish.place},
        {"event", std::string(workflows::to_text(wish.event))}};
    if (wish.joining) fields.emplace("joining_board", wish.joining->slug);
    return fields;
}

std::string series_field(std::string_view name, std::size_t number) {
    return std::string(name) + "-" + std::to_string(number);
}

Result<std::vector<SeriesDate>> read_picked(const web::Form& form) {
    std::vector<SeriesDate> rows;
    std::set<Day> days;
    for (std::size_t number = 1; number <= workflows::series_dates_max; ++number) {
        if (form.get(series_field("pick", number)) != "yes") continue;
        const auto field = series_field("date", number);
        const auto day = read_day(form, field, words::enter_meeting_date);
        if (!day) return day.error();
        if (!days.insert(*day).second)
            return workflows::conflict(field, words::two_on(workflows::long_date(*day)));
        const auto held = workflows::from_text<HeldIn>(form.get(series_field("held", number)));
        if (!held) return workflows::invalid(series_field("held", number), words::select_option);
        const bool seen = form.get(series_field("seen", number)) == workflows::iso(*day);
        rows.push_back({field, *day, *held, seen});
    }
    if (rows.empty()) return workflows::invalid("pick-1", words::select_dates);
    return rows;
}

}  // namespace server::planning
