#include "server/planning/series_forms.hpp"

#include "db/boards.hpp"
#include "db/meetings.hpp"
#include "server/meetings/board_choice.hpp"
#include "server/planning/series_commands.hpp"
#include "server/planning/series_entries.hpp"
#include "server/planning/series_reports.hpp"
#include "server/planning/series_words.hpp"
#include "server/web/date_entry.hpp"
#include "server/web/form_parts.hpp"
#include "server/web/href.hpp"
#include "server/web/page.hpp"
#include "server/web/routes.hpp"
#include "workflows/text/words.hpp"

namespace server::planning {
namespace {

using templates::Choice;
using workflows::Board;
using workflows::Day;

// Where the newest dated meeting stands in its month: boards keep to it.
struct Habit {
    std::string weekday = "thu";
    std::string week = "2";
};
Habit habit_of(db::ReadTx& tx, const Board& board) {
    static constexpr const char* weekdays[] = {"sun", "mon", "tue", "wed", "thu", "fri", "sat"};
    Habit habit;
    db::MeetingFilter filter;
    filter.board = board.code;
    for (const auto& meeting : db::list_meetings(tx, filter)) {
        const auto day = meeting.planned.day();
        if (!day || meeting.state == workflows::MeetingState::cancelled ||
            workflows::is_weekend(*day))
            continue;
        habit.weekday = weekdays[std::chrono::weekday(*day).c_encoding()];
        const auto date = static_cast<unsigned>(std::chrono::year_month_day{*day}.day());
        habit.week = std::to_string((date - 1) / 7 + 1);
    }
    return habit;
}

struct Usual {
    std::string rule = "per_year";
    std::string number;
    std::string kind = "formal_private";
};
Usual usual_of(const Board& board) {
    Usual usual;
    if (board.meetings_per_year == 4) usual.rule = "quarterly";
    if (board.meetings_per_year == 6) usual.rule = "two_monthly";
    if (board.meetings_per_year == 12) usual.rule = "monthly";
    if (usual.rule == "per_year" && board.meetings_per_year > 0)
        usual.number = std::to_string(board.meetings_per_year);
    if (board.held_in == workflows::HeldIn::public_) usual.kind = "formal_public";
    if (board.held_in == workflows::HeldIn::mixed) usual.kind = "formal_one_public";
    return usual;
}

// What the address says of a field when somebody comes back from the dates to change the rule.
std::string asked_or(const web::Context& context, const std::string& name,
                     const std::string& usual) {
    const auto asked = context.request.query_value(name);
    return asked.empty() ? usual : asked;
}

web::FieldText field(const web::Context& context, const std::string& name, const std::string& label,
                     const std::string& usual, const std::string& hint = {}) {
    return {name, label, asked_or(context, name, usual), hint};
}

void add_kind(const web::Context& context, db::ReadTx& tx, templates::View& form,
              const Board& board, const Usual& usual) {
    std::vector<Choice> kinds;
    for (const auto& kind : series_kinds())
        kinds.push_back({.value = std::string(kind.text), .label = std::string(kind.words)});
    form.add("fields",
             templates::select_field(
                 web::typed_field(context, field(context, "kind", "Type of meeting", usual.kind)),
                 kinds));
    std::vector<Choice> boards{{.value = "", .label = "None"}};
    for (const auto& other : db::list_boards(tx)) {
        if (other.code != board.code && other.is_active(context.today(tx)))
            boards.push_back({.value = other.slug, .label = other.name});
    }
    form.add("fields",
             templates::select_field(
                 web::typed_field(context, field(context, "joining_board", words::joint_with, "",
                                                 words::joint_hint)),
                 boards));
}

void add_rule(const web::Context& context, templates::View& form, const Usual& usual,
              const Habit& habit) {
    std::vector<Choice> rules;
    for (const auto& row : workflows::names<workflows::SeriesRule>) {
        rules.push_back(
            {.value = std::string(row.text), .label = workflows::text::capitalised(row.words)});
    }
    form.add(
        "fields",
        templates::radios_field(
            web::typed_field(context, field(context, "rule", "How often", usual.rule)), rules));
    auto number = web::typed_field(
        context, field(context, "number", words::number_label, usual.number, words::number_hint));
    number.mode = templates::InputMode::numeric;
    number.width = templates::FieldWidth::four;
    form.add("fields", templates::text_field(number));
    form.add("fields", templates::select_field(
                           web::typed_field(context, field(context, "week", words::week_label,
                                                           habit.week, words::week_hint)),
                           {{.value = "1", .label = "First"},
                            {.value = "2", .label = "Second"},
                            {.value = "3", .label = "Third"},
                            {.value = "4", .label = "Fourth"},
                            {.value = "5", .label = "Last"}}));
    form.add("fields", templates::select_field(
                           web::typed_field(context, field(context, "weekday", words::weekday_label,
                                                           habit.weekday)),
                           {{.value = "mon", .label = "Monday"},
                            {.value = "tue", .label = "Tuesday"},
                            {.value = "wed", .label = "Wednesday"},
                            {.value = "thu", .label = "Thursday"},
                            {.value = "fri", .label = "Friday"}}));
}

// The first day with which the reports of next year's timetable find their meetings.
Day usual_first_day(const web::Context& context, db::ReadTx& tx, const Board& board,
                    const Usual& usual, Day last) {
    workflows::SeriesPlan plan;
    plan.boards = {board.code};
    plan.rule = workflows::from_text<workflows::SeriesRule>(usual.rule).value();
    plan.number = static_cast<int>(board.meetings_per_year);
    plan.from = workflows::make_day(workflows::year_of(last), 1, 1);
    plan.to = last;
    return best_first_day(context.app, tx, board, plan);
}

void add_span(const web::Context& context, db::ReadTx& tx, templates::View& form,
              const Board& board, const Usual& usual) {
    const Day last = workflows::make_day(workflows::year_of(context.today(tx)) + 1, 12, 31);
    const Day first = usual_first_day(context, tx, board, usual, last);
    const bool moved = std::chrono::year_month_day{first}.month() != std::chrono::January;
    form.add(
        "fields",
        web::date_entry(context, field(context, "from", "Start date", workflows::iso(first),
                                       moved ? words::start_hint_timetable : words::start_hint)));
    form.add("fields", web::date_entry(context, field(context, "to", "End date",
                                                      workflows::iso(last), words::end_hint)));
}

void add_details(const web::Context& context, templates::View& form, const Board& board) {
    auto starts =
        web::typed_field(context, field(context, "starts", "Starts", "", words::time_hint));
    auto ends = web::typed_field(context, field(context, "ends", "Ends", ""));
    for (auto* time : {&starts, &ends}) {
        time->width = templates::FieldWidth::ten;
        form.add("fields", templates::text_field(*time));
    }
    form.add("fields", templates::text_field(web::typed_field(
                           context, field(context, "place", "Place", board.place))));
    form.add("fields",
             templates::radios_field(
                 web::typed_field(context, field(context, "event", words::certainty, "propose")),
                 {{.value = "propose", .label = "Provisional", .hint = words::provisional_hint},
                  {.value = "call", .label = "Confirmed", .hint = words::confirmed_hint}}));
}

}  // namespace

Result<net::Response> show_series_form(const web::Context& context, db::ReadTx& tx) {
    web::BlockPage page(context, words::series_heading);
    page.crumb("Meetings", web::href(routes::meetings));
    const auto codes = context.viewer.boards_served();
    const auto board = db::find_board_by_slug(tx, meetings::chosen_board_slug(context, tx, codes));
    if (!board || !base::may(context.viewer, workflows::Action::edit_meeting, board->code)) {
        page.paragraph(words::which_board);
        return meetings::choose_board(context, page, tx, codes, routes::series,
                                      meetings::EndedBoards::left_out);
    }
    page.caption(board->name);
    page.paragraph(words::series_intro);
    auto facts = web::form_facts(context, web::href(routes::series), "Preview dates");
    facts.cancel_href = web::href(routes::meetings);
    auto& form = page.form(facts);
    const auto usual = usual_of(*board);
    form.add("fields", templates::hidden_field("board", board->slug));
    add_kind(context, tx, form, *board, usual);
    add_rule(context, form, usual, habit_of(tx, *board));
    add_span(context, tx, form, *board, usual);
    add_details(context, form, *board);
    page.layout().errors = web::error_links_of(context, form);
    return page.finish();
}

}  // namespace server::planning
