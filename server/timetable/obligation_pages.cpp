// One report to one board in a year: how it stands, the steps of the viewer, and what happened.
#include <algorithm>

#include "db/boards.hpp"
#include "db/case_log.hpp"
#include "db/people.hpp"
#include "db/responses.hpp"
#include "server/base/app.hpp"
#include "server/boards/board_business.hpp"
#include "server/meetings/meeting_words.hpp"
#include "server/timetable/handlers.hpp"
#include "server/timetable/obligation_commands.hpp"
#include "server/timetable/words.hpp"
#include "server/web/date_entry.hpp"
#include "server/web/form_parts.hpp"
#include "server/web/href.hpp"
#include "server/web/page.hpp"
#include "server/web/routes.hpp"
#include "server/web/who_acts.hpp"
#include "workflows/text/words.hpp"

namespace server::timetable {
namespace {

using templates::Choice;
using templates::TagColour;
using templates::View;
using workflows::ObligationEvent;
using workflows::ObligationLamp;

TagColour colour_of(ObligationLamp lamp) {
    switch (lamp) {
        case ObligationLamp::done:
            return TagColour::green;
        case ObligationLamp::on_time:
            return TagColour::blue;
        case ObligationLamp::proposed:
            return TagColour::teal;
        case ObligationLamp::at_risk:
            return TagColour::orange;
        case ObligationLamp::missed:
            return TagColour::red;
        case ObligationLamp::unslotted:
            return TagColour::yellow;
        case ObligationLamp::waived:
            break;
    }
    return TagColour::grey;
}

/// Its place in the grid of its year; nothing for one that the cells no longer ask for.
std::optional<std::size_t> place_in(const TimetableGrid& grid, const db::ObligationRow& row) {
    const auto name = obligation_name(row);
    for (std::size_t i = 0; i < grid.rows.size(); ++i)
        if (obligation_name(grid.rows[i]) == name) return i;
    return std::nullopt;
}

class ObligationForms {
  public:
    ObligationForms(const web::Context& context, db::ReadTx& tx, const ObligationSubject& subject,
                    const workflows::ObligationFacts& facts, std::string proposed)
        : context_(context),
          tx_(tx),
          subject_(subject),
          facts_(facts),
          proposed_(std::move(proposed)) {}

    void add_all(View& view) {
        const auto events = workflows::available_events(subject_.row.state, facts_);
        for (const auto event : events)
            add(view, event);
    }
    const std::vector<templates::ErrorLink>& errors() const { return errors_; }

  private:
    std::string address(ObligationEvent event) const {
        return web::href(routes::obligation_step, obligation_name(subject_.row),
                         workflows::to_text(event));
    }
    bool refused(ObligationEvent event) const {
        return context_.error() && context_.request.path == address(event);
    }
    templates::Field field(ObligationEvent event, const web::FieldText& text) const {
        auto made = refused(event) ? web::typed_field(context_, text) : templates::Field{};
        made.name = text.name;
        made.label = text.label;
        made.hint = text.hint;
        if (!refused(event)) made.value = text.stored;
        made.id = text.name + "-" + std::string(workflows::to_text(event));
        return made;
    }
    /// The step that comes next stands open.
    bool is_next(ObligationEvent event) const {
        return event == ObligationEvent::agree || event == ObligationEvent::consult ||
               event == ObligationEvent::inform || event == ObligationEvent::respond ||
               (event == ObligationEvent::slot &&
                subject_.row.state == workflows::ObligationState::expected);
    }

    void add(View& view, ObligationEvent event) {
        const auto meetings =
            event == ObligationEvent::slot ? meeting_choices() : std::vector<Choice>();
        if (event == ObligationEvent::slot && meetings.size() == 1) return;
        View& action = view.add("actions");
        const auto label = workflows::text::capitalised(workflows::to_words(event));
        action.set("label", label).flag("open", refused(event) || is_next(event));
        const auto button = event == ObligationEvent::slot ? words::put_on_agenda : label;
        View& form =
            templates::form_section(action, web::form_facts(context_, address(event), button));
        form.add("fields",
                 templates::hidden_field("version", std::to_string(subject_.row.version)));
        if (event == ObligationEvent::slot)
            form.add("fields", templates::select_field(
                                   field(event, {"meeting", "Meeting", proposed_}), meetings));
        if (event == ObligationEvent::deliver)
            form.add("fields", templates::text_field(field(event, {"version_label", words::version,
                                                                   "", words::version_example})));
        if (event == ObligationEvent::await_response) add_day(form, event);
        form.add("fields",
                 templates::textarea_field(field(event, {"comment", comment_label(event)}), 3));
        if (refused(event)) errors_ = web::error_links_of(context_, form);
    }

    void add_day(View& form, ObligationEvent event) const {
        const web::FieldText text{"respond_by", "Respond by"};
        form.add("fields", refused(event) ? web::date_entry(context_, text)
                                          : templates::date_field(
                                                {.name = text.name, .label = text.label}, {}));
    }

    std::string comment_label(ObligationEvent event) const {
        if (event == ObligationEvent::respond) return words::board_response;
        if (event == ObligationEvent::await_response) return words::board_question;
        for (const auto& step : workflows::obligation_steps())
            if (step.from == subject_.row.state && step.event == event &&
                step.comment == workflows::CommentRule::required)
                return "Reason";
        if (event == ObligationEvent::slot) return words::reason_out_of_season;
        return "Comment";
    }

    std::vector<Choice> meeting_choices() const {
        std::vector<Choice> choices{{.value = "", .label = "Select a meeting"}};
        const auto board = db::find_board(tx_, subject_.row.what.board);
        const auto holidays = context_.app.holidays(tx_);
        for (const auto& meeting :
             boards::list_business_meetings(tx_, {.board = subject_.row.what.board,
                                                 .from = facts_.today,
                                                 .to = std::nullopt,
                                                 .open_dates = db::OpenDates::included})) {
            const auto slot = slot_meeting(meeting, board.value_or(workflows::Board()), holidays);
            if (meeting.id == subject_.row.meeting || !workflows::check_slot(slot, facts_.today))
                continue;
            const auto day = meeting.planned.day();
            const bool away = day && !facts_.season.holds(*day);
            choices.push_back({.value = meeting.id,
                               .label = meeting.planned.words() + (away ? ", out of season" : "")});
        }
        return choices;
    }

    const web::Context& context_;
    db::ReadTx& tx_;
    const ObligationSubject& subject_;
    const workflows::ObligationFacts& facts_;
    std::string proposed_;
    std::vector<templates::ErrorLink> errors_;
};

void add_facts(View& view, const web::Context& context, db::ReadTx& tx,
               const ObligationSubject& subject) {
    const auto& row = subject.row;
    const auto window = workflows::season_window(db::load_seasons(tx), row.what.season, row.year);
    std::string owners;
    for (const auto& owner : subject.owners)
        owners += (owners.empty() ? "" : ", ") + owner;
    const auto author = db::find_person(
        tx, author_of_report(tx, row.what.report, subject.owners, context.today(tx)));
    const auto meeting = row.meeting.empty() ? std::nullopt : db::find_meeting(tx, row.meeting);
    view.list("summary");
    const auto add = [&](const std::string& label, const std::string& value,
                         const std::string& href = {}) {
        if (!value.empty()) templates::add_summary(view, {label, value, href, {}});
    };
    add("Report", row.what.report,
        report_path(row.what.report) + "?year=" + std::to_string(row.year));
    add("Purpose", std::string(workflows::to_words(row.what.purpose)));
    add("Season", workflows::text::capitalised(workflows::season_words(row.what.season, row.year)) +
                      ", " + workflows::window_words(window));
    add("Lead board", owners.empty() ? "No lead board" : owners);
    add("Author", author ? author->post : "Not named yet");
    add("Meeting", meeting ? meeting->planned.words() : "",
        meeting ? meetings::meeting_href(*meeting) : "");
    add("Version", row.version_label);
    add("Response by", !row.respond_by ? "" : workflows::long_date(*row.respond_by));
    for (const auto& response :
         db::list_responses_of(tx, workflows::ResponseSource::obligation, row.id)) {
        if (response.delivered_on)
            add("Response",
                workflows::text::capitalised(workflows::to_words(response.response.state)),
                web::href(routes::response, response.id));
    }
    if (!row.id.empty() && obligation_actor(context.viewer, subject).owner)
        add("Responses", words::recommendations,
            web::href(routes::new_response) + "?source=obligation:" + row.id);
}

std::string event_words(const std::string& text) {
    if (text == "hand_over") return "Transferred";
    const auto event = workflows::from_text<ObligationEvent>(text);
    return event ? workflows::text::capitalised(workflows::to_words(*event)) : text;
}

void add_history(View& view, db::ReadTx& tx, const db::ObligationRow& row) {
    view.list("history");
    const auto events = row.id.empty() ? std::vector<db::CaseEventRow>()
                                       : db::list_case_events(tx, db::CaseKind::obligation, row.id);
    for (const auto& event : events) {
        const auto at = workflows::to_local(event.at, workflows::county_zone);
        view.add("history")
            .set("when", workflows::long_date(at.day))
            .set("what", event_words(event.event))
            .set("who", event.actor_post)
            .set("comment", event.comment);
    }
    view.flag("has_history", !events.empty());
}

void add_standing(View& view, const TimetableGrid& grid, std::optional<std::size_t> i,
                  const db::ObligationRow& row) {
    view.list("findings");
    if (i) {
        const auto& status = grid.status[*i];
        templates::set_tag(view, workflows::text::capitalised(workflows::to_words(status.lamp)),
                           colour_of(status.lamp));
        view.set("status_words", status.words);
        for (const auto& finding : grid.findings)
            if (finding.pair.first == *i || finding.pair.then == *i)
                view.add("findings").set("words", finding.words);
    } else {
        templates::set_tag(view, "", TagColour::grey);
        view.set("status_words", words::no_longer_in_timetable(workflows::to_words(row.state)));
    }
    view.flag("has_findings", !view.find("findings")->rows.empty());
}

std::string plan_href(const web::Context& context, const TimetableGrid& grid,
                      std::optional<std::size_t> i) {
    if (!i || grid.proposals[*i].mend != workflows::Mend::plan_a_meeting) return {};
    const auto& board = grid.placed[*i].what.board;
    return base::may(context.viewer, workflows::Action::edit_meeting, board)
               ? web::href(routes::new_meeting) + "?board=" + slug_of(grid, board)
               : "";
}

}  // namespace

Result<net::Response> show_obligation(const web::Context& context, db::ReadTx& tx) {
    const auto subject = find_obligation_subject(tx, context.param("obligation"));
    if (!subject) return workflows::not_found(words::no_such_report_due);
    const auto& row = subject->row;
    const auto grid = load_grid(context.app, tx, row.year);
    const auto place = place_in(grid, row);
    const auto facts = obligation_facts(context.app, web::acting(context, tx), tx, *subject);
    const auto board = db::find_board(tx, row.what.board);
    View view;
    view.set("heading", row.what.report + " to " + row.what.board);
    view.set("caption", (board ? board->name : row.what.board) + ", " +
                            workflows::season_words(row.what.season, row.year));
    view.set("board", row.what.board).set("plan_href", plan_href(context, grid, place));
    view.set("series_href", web::href(routes::series) + "?board=" + slug_of(grid, row.what.board));
    add_standing(view, grid, place, row);
    add_facts(view, context, tx, *subject);
    view.list("actions");
    const auto proposed = place && grid.proposals[*place].meeting
                              ? grid.proposals[*place].meeting->id
                              : std::string();
    ObligationForms forms(context, tx, *subject, facts, proposed);
    forms.add_all(view);
    add_history(view, tx, row);
    auto layout = web::layout_facts(context, row.what.report + " to " + row.what.board);
    const auto year = std::to_string(row.year);
    layout.breadcrumbs = {{"Reporting timetable", web::href(routes::timetable)},
                          {year, web::href(routes::timetable) + "?year=" + year}};
    layout.errors = forms.errors();
    if (layout.errors.empty() && context.error()) layout.errors = {{context.error()->message, ""}};
    return web::html_response(context, "pages/obligation.html", layout, view);
}

Result<web::Location> act_on_obligation(const web::Context& context, db::WriteTx& tx) {
    auto subject = find_obligation_subject(tx, context.param("obligation"));
    if (!subject) return workflows::not_found(words::no_such_report_due);
    const auto event = workflows::from_text<ObligationEvent>(context.param("event"));
    if (!event || *event == ObligationEvent::expect) return workflows::not_found("");
    const auto& form = context.form();
    if (form.get("version") != std::to_string(subject->row.version))
        return Error{workflows::Code::stale, words::changed_meanwhile, ""};
    ObligationMove move;
    move.command = {*event, form.get("comment"), form.get("version_label"), {}};
    move.meeting = form.get("meeting");
    if (*event == ObligationEvent::await_response) {
        const auto day = web::read_date(form, "respond_by");
        if (!day) return day.error();
        move.command.respond_by = *day;
    }
    const auto row =
        take_obligation_step(context.app, web::acting(context, tx), tx, *subject, move);
    if (!row) return row.error();
    return obligation_path(*row) + "?done=saved";
}

}  // namespace server::timetable
