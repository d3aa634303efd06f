// The days that do not count: computed bank holidays, the operator's own, and what a change moved.
#include <algorithm>
#include <charconv>

#include "db/boards.hpp"
#include "db/holidays.hpp"
#include "server/base/app.hpp"
#include "server/boards/board_facts.hpp"
#include "server/meetings/holiday_commands.hpp"
#include "server/planning/extra_holiday_commands.hpp"
#include "server/planning/handlers.hpp"
#include "server/planning/words.hpp"
#include "server/web/date_entry.hpp"
#include "server/web/href.hpp"
#include "server/web/page.hpp"
#include "server/web/routes.hpp"
#include "server/web/who_acts.hpp"

namespace server::planning {
namespace {

using templates::Cell;
using templates::CellKind;
using workflows::Day;

constexpr std::size_t reason_bytes_max = 200;
constexpr int first_year = 1978;  // bank_holidays() is right from then

int chosen_year(const web::Context& context, Day today) {
    const auto text = context.request.query_value("year");
    int year = 0;
    const auto [stopped, failure] = std::from_chars(text.data(), text.data() + text.size(), year);
    const bool whole = failure == std::errc() && stopped == text.data() + text.size();
    const bool known = year >= first_year && year <= workflows::year_max;
    return whole && known ? year : workflows::year_of(today);
}

void add_year_link(web::BlockPage& page, int year) {
    if (year < first_year || year > workflows::year_max) return;
    const auto text = std::to_string(year);
    page.link(words::bank_holidays(year), web::href(routes::holidays) + "?year=" + text);
}

void add_computed(web::BlockPage& page, int year) {
    auto& table = page.table(words::bank_holidays_in_england(year), {{"Date"}, {"Holiday"}});
    for (const auto& holiday : workflows::bank_holidays(year)) {
        templates::add_table_row(
            table, {Cell{workflows::long_date(holiday.day), "", CellKind::row_head},
                    Cell{holiday.substitute ? words::substitute_day(holiday.name) : holiday.name}});
    }
    add_year_link(page, year - 1);
    add_year_link(page, year + 1);
}

void add_extra(const web::Context& context, db::ReadTx& tx, web::BlockPage& page) {
    const auto days = db::list_extra_holidays(tx);
    page.heading(words::dates_added);
    if (days.empty()) page.paragraph(words::no_dates_added);
    for (const auto& added : days) {
        page.paragraph(words::added_date(workflows::long_date(added.day), added.reason));
        auto facts =
            web::form_facts(context, web::href(routes::holiday_remove, workflows::iso(added.day)),
                            words::remove(workflows::long_date(added.day)));
        facts.button = templates::FormButton::warning;
        page.form(facts);
    }
}

void add_form(const web::Context& context, web::BlockPage& page, Day today) {
    page.heading(words::add_heading);
    page.paragraph(words::add_intro);
    auto& form = page.form(web::form_facts(context, web::href(routes::holidays), "Add holiday"));
    form.add("fields", web::date_entry(context, {"day", "Date", "", words::date_example(today)}));
    form.add("fields", templates::text_field(web::typed_field(
                           context, {"reason", "Reason", "", words::reason_hint})));
}

std::string moved_day(std::optional<Day> day) {
    return day ? workflows::long_date(*day) : "None";
}

std::pair<const char*, templates::TagColour> state_tag(meetings::DeadlineMove::State state) {
    using State = meetings::DeadlineMove::State;
    switch (state) {
        case State::to_come:
            return {"Not yet due", templates::TagColour::green};
        case State::missed:
            return {"Missed", templates::TagColour::red};
        case State::published:
            return {"Published on time", templates::TagColour::green};
        case State::late_already:
            return {"Published late", templates::TagColour::orange};
        case State::published_late:
            return {words::published_now_late, templates::TagColour::red};
    }
    return {"", templates::TagColour::grey};
}

// What the change just made did to open meetings; worked out again from the day it was about.
void add_effect(const web::Context& context, db::ReadTx& tx, web::BlockPage& page) {
    const auto added = workflows::parse_day(context.request.query_value("added"));
    const auto removed = workflows::parse_day(context.request.query_value("removed"));
    if (!added && !removed) return;
    const auto moves =
        added ? meetings::deadlines_moved_by(tx, *added, meetings::HolidayChange::added)
              : meetings::deadlines_moved_by(tx, *removed, meetings::HolidayChange::removed);
    if (moves.empty()) {
        page.inset(words::no_deadline_moved);
        return;
    }
    page.warning(words::deadlines_moved);
    auto& table = page.table(words::moved_table,
                             {{"Meeting"}, {"Previous deadline"}, {"New deadline"}, {"Status"}});
    for (const auto& move : moves) {
        const auto [text, colour] = state_tag(move.state);
        templates::add_table_row(
            table, {Cell{move.board.name + ", " + move.meeting.planned.words(),
                         web::href(routes::meeting, move.meeting.id), CellKind::row_head},
                    Cell{moved_day(move.before)}, Cell{moved_day(move.after)},
                    Cell{text, "", CellKind::text, templates::tag_class(colour)}});
    }
}

}  // namespace

Result<net::Response> show_holidays(const web::Context& context, db::ReadTx& tx) {
    web::BlockPage page(context, "Holidays");
    add_effect(context, tx, page);
    add_extra(context, tx, page);
    add_form(context, page, context.today(tx));
    add_computed(page, chosen_year(context, context.today(tx)));
    return page.finish();
}

Result<web::Location> add_holiday(const web::Context& context, db::WriteTx& tx) {
    const auto day = web::read_date(context.form(), "day");
    if (!day) return day.error();
    if (!*day) return workflows::invalid("day", words::enter_date);
    const auto reason = context.form().get("reason");
    if (reason.find_first_not_of(" \t") == std::string::npos || reason.size() > reason_bytes_max) {
        return workflows::invalid("reason", words::enter_reason);
    }
    const auto moves =
        add_holiday(context.app, web::acting(context, tx), tx, AddHoliday{**day, reason});
    if (!moves) return moves.error();
    if (!*moves) return web::href(routes::holidays) + "?done=saved";
    return web::href(routes::holidays) + "?done=added&added=" + workflows::iso(**day);
}

Result<web::Location> remove_holiday(const web::Context& context, db::WriteTx& tx) {
    const auto day = workflows::parse_day(context.param("day"));
    if (!day) return workflows::not_found(words::not_added);
    const auto removed =
        remove_holiday(context.app, web::acting(context, tx), tx, RemoveHoliday{*day});
    if (!removed) return removed.error();
    return web::href(routes::holidays) + "?done=removed&removed=" + workflows::iso(*day);
}

}  // namespace server::planning
