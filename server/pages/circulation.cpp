// One document on its way round the boards: where it is, each stop, and the steps of the viewer.
#include <algorithm>

#include "db/meetings.hpp"
#include "server/actions/circulations.hpp"
#include "server/page.hpp"
#include "server/pages/figures.hpp"
#include "server/pages/pages.hpp"
#include "server/pages/request_parts.hpp"
#include "server/pages/seats.hpp"

namespace server::pages {
namespace {

using templates::Choice;
using templates::TagColour;
using templates::View;
using workflows::StopEvent;
using workflows::StopLamp;
using workflows::StopState;

constexpr int meetings_offered_max = 200;

TagColour colour_of(StopLamp lamp) {
    switch (lamp) {
        case StopLamp::done:
            return TagColour::green;
        case StopLamp::on_time:
            return TagColour::blue;
        case StopLamp::papers_due:
            return TagColour::yellow;
        case StopLamp::late:
            return TagColour::orange;
        case StopLamp::too_late:
        case StopLamp::needs_meeting:
            return TagColour::red;
        case StopLamp::day_open:
            break;
    }
    return TagColour::grey;
}

// Drawn beside the words, which say the same.
std::string_view glyph_of(const workflows::Stop& stop, StopLamp lamp) {
    if (stop.state == StopState::not_agreed) return "✕";
    if (stop.state == StopState::agreed_with_comments) return "◆";
    if (workflows::is_outcome(stop.state)) return "●";
    if (stop.state == StopState::issued) return "◐";
    return lamp == StopLamp::day_open ? "◌" : "○";
}

std::string_view stop_class(const workflows::Stop& stop, StopLamp lamp) {
    if (workflows::is_outcome(stop.state)) return " sm-stops__stop--done";
    if (lamp == StopLamp::too_late || lamp == StopLamp::late || lamp == StopLamp::needs_meeting)
        return " sm-stops__stop--missed";
    const bool open = stop.meeting == workflows::MeetingState::provisional;
    return open || lamp == StopLamp::day_open ? " sm-stops__stop--unsure" : "";
}

void set_papers(View& row, const workflows::Stop& stop,
                const std::optional<workflows::ClearDays>& papers) {
    row.set("papers_iso", stop.papers_by ? workflows::iso(*stop.papers_by) : "");
    row.set("papers_words",
            stop.papers_by ? workflows::long_date(*stop.papers_by) : "when the day is set");
    row.set("papers_count", papers ? papers->words() : "");
}

void add_stop_row(View& view, const CirculationStatus& status, std::size_t i,
                  workflows::Day today) {
    const auto& row = status.rows[i];
    const auto& stop = status.stops[i];
    const auto now = workflows::status(stop, today);
    const bool provisional = stop.meeting == workflows::MeetingState::provisional;
    View& line = view.add("stops");
    line.set("stop_class", stop_class(stop, now.lamp)).set("glyph", glyph_of(stop, now.lamp));
    line.set("board", row.board).set("board_name", row.board_name);
    line.set("meeting_href", "/meetings/" + row.meeting);
    line.set("day_iso", stop.date.day() ? workflows::iso(*stop.date.day()) : "");
    line.set("day_words", stop.date.words() + (provisional ? ", provisional" : ""));
    set_papers(line, stop, status.papers[i]);
    line.set("version_issued", row.version_issued.empty() ? "Not issued" : row.version_issued);
    line.set("state_words", capitalised(workflows::to_words(stop.state)));
    // Beside its own outcome a stop need not say it again.
    const bool done = workflows::is_outcome(stop.state);
    line.set("comments", row.comments).set("status_words", done ? "" : now.words);
    line.set("lamp_words", capitalised(workflows::to_words(now.lamp)));
    line.set("lamp_class", templates::tag_class(colour_of(now.lamp)));
}

// Said at the top: which boards papers can no longer reach in time.
void add_too_late(View& view, const CirculationStatus& status, workflows::Day today) {
    view.list("too_late");
    for (std::size_t i = 0; i < status.rows.size(); ++i) {
        const auto now = workflows::status(status.stops[i], today);
        if (now.lamp != StopLamp::too_late) continue;
        view.add("too_late").set("text", status.rows[i].board_name + ": " + now.words);
    }
    view.flag("has_too_late", !view.find("too_late")->rows.empty());
}

class StopForms {
  public:
    StopForms(const Context& context, db::ReadTx& tx, const CirculationStatus& status)
        : context_(context), tx_(tx), status_(status) {}

    void add(View& view, std::size_t i) {
        row_ = &status_.rows[i];
        const workflows::StopFacts facts{
            context_.today(tx_),
            stop_actor(context_.viewer, row_->board, status_.circulation.owner),
            {},
            {}};
        const auto events = workflows::available_events(status_.stops[i], facts);
        std::vector<Choice> outcomes;
        for (const auto event : events) {
            if (event == StopEvent::issue)
                add_issue(view);
            else if (event == StopEvent::defer)
                add_defer(view);
            else if (event == StopEvent::correct)
                add_form(view, "correct", "correct the outcome");
            else
                outcomes.push_back({.value = std::string(workflows::to_text(event)),
                                    .label = capitalised(workflows::to_words(event))});
        }
        if (!outcomes.empty()) add_outcome(view, outcomes);
    }

    const std::vector<templates::ErrorLink>& errors() const { return errors_; }

  private:
    std::string address(const std::string& step) const { return "/stops/" + row_->id + "/" + step; }
    bool refused(const std::string& step) const {
        return context_.error() && context_.request.path == address(step);
    }
    templates::Field field(const std::string& step, const std::string& name,
                           const std::string& label, const std::string& stored = {}) const {
        templates::Field field;
        field.name = name;
        field.id = name + "-" + step + "-" + row_->id;
        field.label = label;
        field.value = refused(step) ? context_.typed(name, stored) : stored;
        field.error = refused(step) ? context_.error_for(name) : std::string();
        return field;
    }
    View& begin(View& view, const std::string& step, const std::string& label) {
        View& action = view.add("actions");
        action.set("label", row_->board + ": " + label).flag("open", refused(step));
        View& form = templates::form_section(
            action, form_facts(context_, address(step), capitalised(label)));
        form.add("fields", templates::hidden_field("version", std::to_string(row_->version)));
        return form;
    }
    void finish(const View& form, const std::string& step) {
        if (refused(step)) errors_ = error_links_of(context_, form);
    }
    void add_comment(View& form, const std::string& step, const std::string& label) {
        form.add("fields", templates::textarea_field(field(step, "comment", label), 3));
        finish(form, step);
    }
    void add_form(View& view, const std::string& step, const std::string& label) {
        add_comment(begin(view, step, label), step, "Reason");
    }
    void add_issue(View& view) {
        View& form = begin(view, "issue", "issue papers");
        form.add("fields", templates::text_field(field("issue", "version_label", "Version",
                                                       status_.circulation.version_label)));
        finish(form, "issue");
    }
    void add_outcome(View& view, const std::vector<Choice>& outcomes) {
        View& form = begin(view, "outcome", "record the outcome");
        form.add("fields",
                 templates::radios_field(field("outcome", "outcome", "Outcome"), outcomes));
        add_comment(form, "outcome", "Comments of the board");
    }
    void add_defer(View& view) {
        std::vector<Choice> meetings{{.value = "", .label = "Choose a meeting"}};
        for (const auto& meeting : db::list_meetings(tx_, {.board = row_->board,
                                                          .from = context_.today(tx_),
                                                          .to = std::nullopt,
                                                          .open_dates = db::OpenDates::included})) {
            const bool over = meeting.state == "held" || meeting.state == "cancelled";
            if (over || meeting.id == row_->meeting) continue;
            meetings.push_back({.value = meeting.id, .label = meeting.planned.words()});
        }
        if (meetings.size() == 1) return;
        View& form = begin(view, "defer", "defer to another meeting");
        form.add("fields",
                 templates::select_field(field("defer", "meeting", "Other meeting"), meetings));
        add_comment(form, "defer", "Reason");
    }

    const Context& context_;
    db::ReadTx& tx_;
    const CirculationStatus& status_;
    const db::StopRow* row_ = nullptr;
    std::vector<templates::ErrorLink> errors_;
};

std::vector<Choice> next_meetings(const Context& context, db::ReadTx& tx,
                                  const CirculationStatus& status) {
    std::vector<Choice> choices{{.value = "", .label = "Choose a meeting"}};
    for (const auto& meeting :
         db::list_upcoming(tx, context.today(tx), meetings_offered_max, db::OpenDates::included)) {
        const bool there = std::any_of(status.rows.begin(), status.rows.end(),
                                       [&](const auto& row) { return row.board == meeting.board; });
        if (!there)
            choices.push_back(
                {.value = meeting.id, .label = meeting.board + ", " + meeting.planned.words()});
    }
    return choices;
}

void add_owner_forms(const Context& context, db::ReadTx& tx, const CirculationStatus& status,
                     View& view) {
    const auto& row = status.circulation;
    if (!stop_actor(context.viewer, row.owner, row.owner).owner) return;
    const auto path = "/circulations/" + row.id;
    const auto field = [&](const std::string& action, const FieldText& text) {
        const bool refused = context.error() && context.request.path == action;
        auto made = refused ? typed_field(context, text) : templates::Field{};
        if (!refused) {
            made.name = text.name;
            made.label = text.label;
            made.value = text.stored;
        }
        made.id = text.name + "-new";
        return made;
    };
    const auto begin = [&](const std::string& action, const std::string& label) -> View& {
        View& block = view.add("actions");
        block.set("label", label);
        block.flag("open", context.error() && context.request.path == action);
        return templates::form_section(block, form_facts(context, action, label));
    };
    View& stop = begin(path + "/stops", "Add a stop");
    stop.add("fields", templates::select_field(field(path + "/stops", {"meeting", "Meeting"}),
                                               next_meetings(context, tx, status)));
    View& version = begin(path + "/version", "Record a new version");
    version.add("fields", templates::hidden_field("version", std::to_string(row.version)));
    version.add("fields", templates::text_field(field(
                              path + "/version", {"version_label", "Version", row.version_label})));
}

Result<Response> show_status(const Context& context, db::ReadTx& tx, const std::string& id) {
    const auto row = db::load_circulation(tx, id);
    if (!row) return row.error();
    const auto status = circulation_status(context.app, tx, *row);
    const auto today = status.today;
    View view;
    view.set("heading", row->document).set("caption", "Goes round the boards for " + row->owner);
    view.set("version_label", row->version_label).set("purpose", row->purpose);
    view.set("summary_words", status.rows.empty() ? "It visits no board yet. Add its first stop."
                                                  : status.summary.words);
    view.flag("complete", status.summary.complete && !status.rows.empty());
    add_too_late(view, status, today);
    view.list("stops").list("actions").flag("has_stops", !status.rows.empty());
    StopForms forms(context, tx, status);
    for (std::size_t i = 0; i < status.rows.size(); ++i) {
        add_stop_row(view, status, i, today);
        forms.add(view, i);
    }
    view.set_html("figure_html", circulation_figure(context, status));
    add_speakers(context, tx, status, view);
    add_owner_forms(context, tx, status, view);
    auto layout = layout_facts(context, row->document);
    layout.wide = true;
    layout.breadcrumbs = {{"Circulations", "/circulations"}};
    layout.alternates.push_back(
        {"application/json", "This circulation as data", "/circulations/" + row->id + ".json"});
    if (!forms.errors().empty()) {
        layout.errors = forms.errors();
    } else if (context.error()) {
        const auto& field = context.error()->field;
        layout.errors = {{context.error()->message, field.empty() ? "" : "#" + field + "-new"}};
    }
    return html_response(context, "pages/circulation.html", layout, view);
}

}  // namespace

Result<Response> show_circulation(const Context& context, db::ReadTx& tx) {
    return show_status(context, tx, context.param("circulation"));
}

// Shown again after a refused step: the address names the stop alone, so that no other circulation
// can be asked for by its form.
Result<Response> show_circulation_of_stop(const Context& context, db::ReadTx& tx) {
    const auto stop = db::load_stop(tx, context.param("stop"));
    if (!stop) return stop.error();
    return show_status(context, tx, stop->circulation);
}

}  // namespace server::pages
