// Planning a series of meetings: the form for the rule, and the page of the dates it gives.
#include "server/planning/series_pages.hpp"

#include <boost/url/url.hpp>

#include "db/boards.hpp"
#include "db/meetings.hpp"
#include "db/timetable_settings.hpp"
#include "server/base/app.hpp"
#include "server/meetings/meeting_entries.hpp"
#include "server/planning/series_commands.hpp"
#include "server/planning/series_entries.hpp"
#include "server/planning/series_forms.hpp"
#include "server/planning/series_reports.hpp"
#include "server/planning/series_words.hpp"
#include "server/web/href.hpp"
#include "server/web/page.hpp"
#include "server/web/routes.hpp"
#include "server/web/who_acts.hpp"
#include "workflows/core/day_lists.hpp"
#include "workflows/text/words.hpp"

namespace server::planning {
namespace {

using workflows::Day;
using workflows::HeldIn;
using workflows::ProposedMeeting;

std::string address(const web::Address& page, const net::NameValues& fields) {
    boost::urls::url url(web::href(page));
    for (const auto& [name, value] : fields)
        url.params().append({name, value});
    return std::string(url.buffer());
}

// The first of each year in public, where the kind says so.
HeldIn held_in(const SeriesWish& wish, const std::vector<ProposedMeeting>& meetings,
               std::size_t index) {
    if (wish.kind->held_in) return *wish.kind->held_in;
    const bool first = index == 0 || workflows::year_of(meetings[index - 1].day) !=
                                         workflows::year_of(meetings[index].day);
    return first ? HeldIn::public_ : HeldIn::private_;
}

struct Row {
    std::size_t number;
    const ProposedMeeting& proposed;
    HeldIn held_in;
    Day day;  // typed, or proposed
    bool picked;
};

Row row_of(const web::Context& context, const SeriesWish& wish,
           const std::vector<ProposedMeeting>& meetings, std::size_t index) {
    const auto& proposed = meetings[index];
    const bool free = proposed.against.empty() && !proposed.already;
    Row row{index + 1, proposed, held_in(wish, meetings, index), proposed.day, free};
    if (!context.error()) return row;
    row.picked = context.form().get(series_field("pick", row.number)) == "yes";
    const auto typed =
        meetings::read_planned_date(context.form(), series_field("date", row.number));
    if (typed && typed->day()) row.day = *typed->day();
    return row;
}

void add_row_fields(const web::Context& context, templates::View& view, const Row& row) {
    const auto name = [&](std::string_view field) { return series_field(field, row.number); };
    auto pick = web::typed_field(context, {name("pick"), "", "", ""});
    pick.choice_size = templates::ChoiceSize::small;
    pick.label = words::meeting_number(static_cast<std::size_t>(row.number));
    view.add("fields",
             templates::checkbox_field(pick, words::arrange_meeting(workflows::long_date(row.day)),
                                       row.picked));
    const auto iso = workflows::iso(row.proposed.day);
    const auto part = [&](const char* ending, std::size_t from, std::size_t count) {
        return context.typed(name("date") + ending, iso.substr(from, count));
    };
    auto date = web::typed_field(context, {name("date"), "Date", "", ""});
    view.add("fields", templates::date_field(
                           date, {part("-day", 8, 2), part("-month", 5, 2), part("-year", 0, 4)}));
    auto held = web::typed_field(
        context, {name("held"), "Held", std::string(workflows::to_text(row.held_in)), ""});
    view.add("fields",
             templates::select_field(held, {{.value = "public", .label = "In public"},
                                            {.value = "private", .label = "In private"},
                                            {.value = "mixed", .label = words::part_public}}));
    view.add("fields", templates::hidden_field(name("seen"), workflows::iso(row.day)));
}

using workflows::text::capitalised;

void add_row(const web::Context& context, templates::View& view, const SeriesWish& wish,
             const Row& row, const workflows::SeriesFacts& facts,
             const workflows::Seasons& seasons) {
    auto& one = view.add("meetings");
    one.set("number", std::to_string(row.number)).set("when", workflows::long_date(row.day));
    one.set("season", workflows::text::capitalised(
                          workflows::to_words(workflows::season_of(seasons, row.day))));
    one.set("publish_by", workflows::weekday_date(publish_by(facts.holidays, wish.board, row.day)));
    one.set("reason", row.day == row.proposed.day && !row.proposed.reason.empty()
                          ? workflows::text::capitalised(row.proposed.reason)
                          : std::string());
    one.set("already", row.proposed.already ? row.proposed.already->words() : "");
    one.list("against");
    for (const auto& words : workflows::speaks_against(row.day, wish.plan.boards, facts))
        one.add("against").set("text", workflows::text::capitalised(words));
    std::vector<std::string> free;
    for (const auto day : row.proposed.alternatives)
        free.push_back(workflows::weekday_date(day));
    one.set("alternatives", workflows::join_with_and(free));
    one.list("fields");
    add_row_fields(context, one, row);
}

// How many of its reports the selected dates cover, and why they cannot cover the others.
void add_reports(const web::Context& context, db::ReadTx& tx, templates::View& view,
                 const SeriesWish& wish, const std::vector<Day>& days) {
    view.list("unmet");
    const bool takes = wish.kind->kind == workflows::MeetingKind::meeting;
    const auto reports = takes ? reports_with(context.app, tx, wish.board, days) : SeriesReports();
    view.set("reports", reports.wanted == 0
                            ? std::string()
                            : words::reports_covered(static_cast<std::size_t>(reports.met),
                                                     static_cast<std::size_t>(reports.wanted)));
    view.flag("any_unmet", !reports.unmet.empty());
    for (const auto& words : reports.unmet)
        view.add("unmet").set("text", words);
}

std::string lead_words(const SeriesWish& wish, const std::vector<ProposedMeeting>& meetings) {
    std::size_t moved = 0;
    for (const auto& each : meetings)
        moved += each.day == each.ruled ? 0 : 1;

    const auto from = workflows::long_date(wish.plan.from);
    const auto to = workflows::long_date(wish.plan.to);
    return moved == 0
               ? words::none_moved(meetings.size(), from, to)
               : words::some_moved(meetings.size(), from, to, static_cast<std::size_t>(moved));
}

templates::View dates_view(const web::Context& context, db::ReadTx& tx, const SeriesWish& wish,
                           const std::vector<ProposedMeeting>& meetings) {
    const auto facts = series_facts(context.app, tx, wish);
    const auto seasons = db::load_seasons(tx);
    templates::View view;
    view.set("caption", wish.board.name).set("lead", lead_words(wish, meetings));
    view.set("kind", wish.kind->words);
    view.set("joining", wish.joining ? wish.joining->name : "");
    view.set("change_href", address(routes::series, series_fields(wish)));
    view.set("action", web::href(routes::series_dates)).set("csrf_token", context.form_token());
    view.flag("confirmed", wish.event == workflows::MeetingEvent::call);
    view.list("fields");
    for (const auto& [name, value] : series_fields(wish))
        view.add("fields", templates::hidden_field(name, value));
    view.list("meetings");
    std::size_t picked = 0;
    std::vector<Day> days;
    for (std::size_t index = 0; index < meetings.size(); ++index) {
        const auto row = row_of(context, wish, meetings, index);
        picked += row.picked ? 1 : 0;
        if (row.picked) days.push_back(row.day);
        add_row(context, view, wish, row, facts, seasons);
    }
    add_reports(context, tx, view, wish, days);
    view.set("submit_label", words::create_meetings(static_cast<std::size_t>(picked)));
    return view;
}

}  // namespace

Result<net::Response> show_series(const web::Context& context, db::ReadTx& tx) {
    return show_series_form(context, tx);
}

Result<web::Location> post_series(const web::Context& context, db::WriteTx& tx) {
    const auto wish = read_series(context.viewer, tx, context.form());
    if (!wish) return wish.error();
    return address(routes::series_dates, series_fields(*wish));
}

Result<net::Response> show_series_dates(const web::Context& context, db::ReadTx& tx) {
    const web::Form asked = context.error() ? context.form() : web::Form(context.request.query);
    const auto wish = read_series(context.viewer, tx, asked);
    if (!wish) return wish.error();
    const auto meetings = workflows::propose(wish->plan, series_facts(context.app, tx, *wish));
    if (!meetings) return meetings.error();
    auto layout = web::layout_facts(context, "Series dates");
    layout.breadcrumbs = {{"Meetings", web::href(routes::meetings)},
                          {"Arrange a series", address(routes::series, series_fields(*wish))}};
    return web::html_response(context, "pages/series.html", layout,
                              dates_view(context, tx, *wish, *meetings));
}

Result<web::Location> post_series_dates(const web::Context& context, db::WriteTx& tx) {
    const auto wish = read_series(context.viewer, tx, context.form());
    if (!wish) return wish.error();
    const auto dates = read_picked(context.form());
    if (!dates) return dates.error();
    const auto created = create_series(context.app, web::acting(context, tx), tx, *wish, *dates);
    if (!created) return created.error();
    return address(routes::meetings, {{"board", wish->board.slug},
                                      {"from", workflows::iso(wish->plan.from)},
                                      {"to", workflows::iso(wish->plan.to)},
                                      {"done", "series"}});
}

}  // namespace server::planning
