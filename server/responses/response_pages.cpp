// One response: how it stands, its thread, and the steps that the viewer may take.
#include <set>

#include "db/boards.hpp"
#include "db/case_log.hpp"
#include "db/meetings.hpp"
#include "db/memberships.hpp"
#include "db/people.hpp"
#include "server/responses/handlers.hpp"
#include "server/responses/response_commands.hpp"
#include "server/responses/response_parts.hpp"
#include "server/responses/words.hpp"
#include "server/web/date_entry.hpp"
#include "server/web/form_parts.hpp"
#include "server/web/href.hpp"
#include "server/web/page.hpp"
#include "server/web/routes.hpp"
#include "server/web/who_acts.hpp"
#include "workflows/core/machine.hpp"
#include "workflows/text/words.hpp"

namespace server::responses {
namespace {

using templates::Choice;
using templates::View;
using workflows::Code;
using workflows::ResponseEvent;

std::string address_of(const db::ResponseRow& row, ResponseEvent event) {
    return web::href(routes::response_step, row.id, workflows::to_text(event));
}

// Whether the page is shown again because this very step was refused.
bool was_refused(const web::Context& context, const db::ResponseRow& row, ResponseEvent event) {
    return context.error() && context.request.path == address_of(row, event);
}

std::vector<Choice> owner_choices(const web::Context& context, db::ReadTx& tx,
                                  const db::ResponseRow& row) {
    std::vector<Choice> choices{{.value = "", .label = words::whole_board}};
    std::set<std::string> known;
    for (const auto& seat : db::list_memberships(tx, row.response.owing_board)) {
        if (db::sits_on(seat.membership, context.today(tx)) && known.insert(seat.person.key).second)
            choices.push_back({.value = seat.person.key, .label = seat.person.post});
    }
    return choices;
}

class StepForms {
  public:
    StepForms(const web::Context& context, db::ReadTx& tx, const db::ResponseRow& row)
        : context_(context), tx_(tx), row_(row) {}

    void add(View& page, ResponseEvent event) {
        event_ = event;
        refused_ = was_refused(context_, row_, event);
        View& action = page.add("actions");
        const std::string label(workflows::button_label(event));
        action.set("label", label).flag("open", refused_);
        View& form = templates::form_section(
            action, web::form_facts(context_, address_of(row_, event), label));
        form.add("fields", templates::hidden_field("version", std::to_string(row_.version)));
        add_comment(form);
        if (event == ResponseEvent::answer) add_evidence(form);
        if (event == ResponseEvent::accept) add_owner(form);
        if (takes_day()) add_day(form);
        if (refused_) errors_ = web::error_links_of(context_, form);
    }

    const std::vector<templates::ErrorLink>& errors() const { return errors_; }

  private:
    bool takes_day() const {
        const auto& due = row_.response.due;
        const bool past = due && *due <= context_.today(tx_);
        return event_ == ResponseEvent::carry_forward ||
               (event_ == ResponseEvent::send_back && past);
    }

    templates::Field field(const std::string& name, const std::string& label,
                           const std::string& stored = {}) const {
        templates::Field field;
        field.name = name;
        field.id = name + "-" + std::string(workflows::to_text(event_));
        field.label = label;
        field.value = refused_ ? context_.typed(name, stored) : stored;
        field.error = refused_ ? context_.error_for(name) : std::string();
        return field;
    }

    void add_comment(View& form) const {
        const std::string label(workflows::comment_label(event_));
        if (label.empty()) return;
        const bool needed = workflows::comment_rule(event_) == workflows::CommentRule::required;
        const bool answers = event_ == ResponseEvent::answer;
        auto box =
            field("comment", label + (needed ? "" : " (optional)"), answers ? row_.answer : "");
        if (answers) box.hint = words::no_names;
        form.add("fields", templates::textarea_field(box, answers ? 6 : 3));
    }
    void add_evidence(View& form) const {
        auto box = field("evidence", words::evidence, row_.evidence);
        box.hint = words::evidence_hint;
        form.add("fields", templates::text_field(box));
    }
    void add_owner(View& form) const {
        form.add("fields", templates::select_field(field("owner", words::who_responds, row_.owner),
                                                   owner_choices(context_, tx_, row_)));
    }
    // What was typed into another form of the page is not this one's.
    void add_day(View& form) const {
        const web::FieldText text{"due", words::new_date};
        if (refused_ || !context_.error())
            form.add("fields", web::date_entry(context_, text));
        else
            form.add("fields", templates::date_field({.name = text.name, .label = text.label}, {}));
    }

    const web::Context& context_;
    db::ReadTx& tx_;
    const db::ResponseRow& row_;
    ResponseEvent event_ = ResponseEvent::accept;
    bool refused_ = false;
    std::vector<templates::ErrorLink> errors_;
};

void add_text_row(View& view, const std::string& label, const std::string& value,
                  const std::string& href = {}) {
    if (!value.empty())
        templates::add_summary(view, {.label = label, .value = value, .value_href = href});
}

std::string board_name(db::ReadTx& tx, const std::string& code) {
    const auto board = db::find_board(tx, code);
    return board ? board->name : code;
}

// Where the answer stands: "OSCB, Thursday …", with its link.
void add_place(View& view, db::ReadTx& tx, const db::ResponseRow& row) {
    const auto meeting = row.meeting.empty() ? std::nullopt : db::find_meeting(tx, row.meeting);
    if (meeting)
        add_text_row(view, words::on_agenda, meeting->board + ", " + meeting->planned.words(),
                     web::href(routes::meeting, meeting->id));
    if (row.response.state == workflows::ResponseState::answered)
        add_text_row(view, words::on_agenda,
                     words::no_meeting_to_take_it(board_name(tx, row.response.asking_board)));
}

void add_summary_of(View& view, db::ReadTx& tx, const db::ResponseRow& row) {
    const auto& r = row.response;
    view.list("summary");
    add_text_row(view, words::recommendation, r.recommendation);
    add_text_row(view, words::source, row.source_title, source_href(tx, row));
    add_text_row(view, words::from, board_name(tx, r.asking_board));
    add_text_row(view, words::to, board_name(tx, r.owing_board));
    add_text_row(view, words::response_needed,
                 workflows::text::capitalised(workflows::to_words(r.required)));
    add_text_row(view, words::due, r.due ? workflows::long_date(*r.due) : "");
    if (row.first_due != r.due)
        add_text_row(view, words::first_due_row,
                     row.first_due ? workflows::long_date(*row.first_due) : "");
    const auto owner = db::find_person(tx, row.owner);
    add_text_row(view, words::responding, owner ? owner->post : "");
    add_text_row(view, words::delivered,
                 row.delivered_on ? workflows::long_date(*row.delivered_on) : "");
    add_text_row(view, words::response, row.answer);
    const bool address = row.evidence.starts_with("https://");
    add_text_row(view, words::evidence_row, row.evidence, address ? row.evidence : "");
    add_place(view, tx, row);
}

void add_thread(View& view, db::ReadTx& tx, const db::ResponseRow& row) {
    view.list("events");
    for (const auto& event : db::list_case_events(tx, db::CaseKind::response, row.id)) {
        const auto at = workflows::to_local(event.at, workflows::county_zone);
        View& line = view.add("events");
        line.set("at_iso", workflows::iso(event.at));
        line.set("at_words", workflows::long_date(at.day) + ", " + workflows::spoken_time(at.time));
        line.set("who", event.actor_post.empty() ? words::service : event.actor_post);
        line.set("on_behalf", event.on_behalf).set("comment", event.comment);
        const auto step = workflows::from_text<ResponseEvent>(event.event);
        line.set("step", step ? workflows::text::capitalised(workflows::to_words(*step))
                              : words::handed_over);
    }
}

// What was typed into a form that the page no longer offers is not lost.
std::string orphaned_text(const web::Context& context, const std::vector<ResponseEvent>& offered,
                          const db::ResponseRow& row) {
    if (!context.error()) return {};
    for (const auto event : offered) {
        if (was_refused(context, row, event)) return {};
    }
    return context.form().get("comment");
}

void set_heading(View& view, db::ReadTx& tx, const db::ResponseRow& row, workflows::Day today) {
    const auto& r = row.response;
    view.set("heading", workflows::text::capitalised(response_title(row)));
    view.set("caption",
             words::caption(board_name(tx, r.owing_board), board_name(tx, r.asking_board)));
    templates::set_tag(view, workflows::text::capitalised(workflows::to_words(r.state)),
                       response_colour(r.state));
    view.set("waiting", response_waiting_words(row));
    view.set("deadline", response_day_words(row, today));
    view.flag("overdue", workflows::is_overdue(r, today));
}

}  // namespace

Result<net::Response> show_response(const web::Context& context, db::ReadTx& tx) {
    const auto row = db::load_response(tx, context.param("response"));
    if (!row) return row.error();
    const auto today = context.today(tx);
    View view;
    set_heading(view, tx, *row, today);
    add_summary_of(view, tx, *row);
    add_thread(view, tx, *row);
    const workflows::ResponseFacts facts{
        today, response_actor(context.viewer, row->response, row->owner), {}};
    const auto events = workflows::available_events(row->response, facts);
    view.list("actions");
    StepForms forms(context, tx, *row);
    for (const auto event : events)
        forms.add(view, event);
    view.set("kept_text", orphaned_text(context, events, *row));
    auto layout = web::layout_facts(context, workflows::text::capitalised(response_title(*row)));
    layout.breadcrumbs = {{words::joint_working, web::href(routes::between_boards)},
                          {words::responses, web::href(routes::responses)}};
    layout.alternates.push_back(
        {"application/json", words::response_as_data, web::href(routes::response_json, row->id)});
    if (!forms.errors().empty())
        layout.errors = forms.errors();
    else if (context.error())
        layout.errors = {{context.error()->message, ""}};
    return web::html_response(context, "pages/response.html", layout, view);
}

Result<net::Response> show_response_json(const web::Context& context, db::ReadTx& tx) {
    const auto row = db::load_response(tx, context.param("response"));
    if (!row) return row.error();
    return web::json_response(response_json(tx, *row, context.today(tx)));
}

Result<web::Location> act_on_response(const web::Context& context, db::WriteTx& tx) {
    auto row = db::load_response(tx, context.param("response"));
    if (!row) return row.error();
    const auto& form = context.form();
    if (form.get("version") != std::to_string(row->version)) {
        return Error{Code::stale, words::page_is_stale, ""};
    }
    const auto event = workflows::from_text<ResponseEvent>(context.param("event"));
    if (!event || *event == ResponseEvent::name) return workflows::not_found("");
    const auto due = web::read_date(form, "due");
    if (!due) return due.error();
    const ResponseMove move{{*event, form.get("comment"), form.get("evidence"), *due},
                            form.get("owner")};
    const auto id = row->id;
    const auto mail = workflows::find_step<workflows::ResponseStep>(workflows::response_steps(),
                                                                    row->response.state, *event);
    if (auto done =
            take_response_step(context.app, web::acting(context, tx), tx, *std::move(row), move);
        !done)
        return done.error();
    const bool tells = mail != nullptr && !mail->letter.empty();
    return web::href(routes::response, id) + (tells ? "?done=told" : "?done=saved");
}

}  // namespace server::responses
