// One request between chairs: how it stands, its thread, and the steps that the viewer may take.
#include "db/boards.hpp"
#include "db/case_log.hpp"
#include "db/issues.hpp"
#include "db/meetings.hpp"
#include "server/boards/board_business.hpp"
#include "server/requests/handlers.hpp"
#include "server/requests/request_commands.hpp"
#include "server/requests/request_parts.hpp"
#include "server/requests/words.hpp"
#include "server/web/acting.hpp"
#include "server/web/date_entry.hpp"
#include "server/web/form_parts.hpp"
#include "server/web/href.hpp"
#include "server/web/page.hpp"
#include "server/web/routes.hpp"
#include "workflows/text/words.hpp"

namespace server::requests {
namespace {

using templates::Choice;
using templates::View;
using workflows::Code;
using workflows::RequestEvent;

std::string board_name(db::ReadTx& tx, const std::string& code) {
    const auto board = db::find_board(tx, code);
    return board ? board->name : code;
}

std::string address_of(const db::RequestRow& row, RequestEvent event) {
    return web::href(routes::request_step, row.id, workflows::to_text(event));
}

// Whether the page is shown again because this very step was refused.
bool was_refused(const web::Context& context, const db::RequestRow& row, RequestEvent event) {
    return context.error() && context.request.path == address_of(row, event);
}

// Meetings of the asked board that may take the item: for `accept_late` those whose requests have
// closed, for `accept` the others, for `offer` all.
std::vector<Choice> meeting_choices(const web::Context& context, db::ReadTx& tx,
                                    const db::RequestRow& row, RequestEvent event) {
    const auto today = context.today(tx);
    const auto board = db::find_board(tx, row.request.to_board);
    const auto holidays = context.app.holidays(tx);
    std::vector<Choice> choices;
    for (const auto& meeting :
         boards::list_business_meetings(tx, {.board = row.request.to_board,
                                            .from = today,
                                            .to = std::nullopt,
                                            .open_dates = db::OpenDates::included})) {
        if (!workflows::is_to_come(meeting.state)) continue;
        const auto facts = request_meeting(meeting, board, holidays);
        const bool closed = facts.requests_close && *facts.requests_close < today;
        if (event == RequestEvent::accept && closed) continue;
        if (event == RequestEvent::accept_late && !closed) continue;
        std::string label = workflows::text::capitalised(workflows::to_text(meeting.kind)) + ", " +
                            meeting.planned.words();
        if (facts.requests_close)
            label = words::meeting_choice(label, *facts.requests_close, closed);
        choices.push_back({.value = meeting.id, .label = label});
    }
    return choices;
}

class StepForms {
  public:
    StepForms(const web::Context& context, db::ReadTx& tx, const db::RequestRow& row)
        : context_(context), tx_(tx), row_(row) {}

    /// Adds a row to `actions`, or nothing where the step has no meeting to choose.
    void add(View& page, RequestEvent event) {
        const bool places = row_.request.kind == workflows::RequestKind::agenda_item;
        const bool accepts = event == RequestEvent::accept || event == RequestEvent::accept_late;
        const bool offers = event == RequestEvent::offer;
        if (event == RequestEvent::accept_late && !places) return;
        std::vector<Choice> meetings;
        if (offers || (accepts && places)) meetings = meeting_choices(context_, tx_, row_, event);
        if (accepts && places && meetings.empty()) return;
        event_ = event;
        View& action = page.add("actions");
        const bool refused = was_refused(context_, row_, event);
        action.set("label", workflows::button_label(event)).flag("open", refused);
        View& form = templates::form_section(
            action, web::form_facts(context_, address_of(row_, event),
                                    std::string(workflows::button_label(event))));
        form.add("fields", templates::hidden_field("version", std::to_string(row_.version)));
        if (offers) add_offer(form);
        if (!meetings.empty()) add_meetings(form, meetings);
        if (event == RequestEvent::resend) add_edit(form);
        add_comment(form);
        if (takes_day(event)) add_day(form);
        if (event == RequestEvent::resend)
            add_date(form, {"answer_by", words::answer_by, day_text(row_.request.answer_by)});
        if (refused) errors_ = web::error_links_of(context_, form);
    }

    const std::vector<templates::ErrorLink>& errors() const { return errors_; }

  private:
    // A reopening by the board that was asked needs no new day: it asks itself.
    bool takes_day(RequestEvent event) const {
        return event == RequestEvent::insist || event == RequestEvent::resend ||
               (event == RequestEvent::reopen &&
                row_.request.state == workflows::RequestState::answered);
    }

    templates::Field field(const std::string& name, const std::string& label,
                           const std::string& stored = {}) const {
        const bool refused = was_refused(context_, row_, event_);
        templates::Field field;
        field.name = name;
        field.id = name + "-" + std::string(workflows::to_text(event_));
        field.label = label;
        field.value = refused ? context_.typed(name, stored) : stored;
        field.error = refused ? context_.error_for(name) : std::string();
        return field;
    }

    void add_offer(View& form) const {
        std::vector<Choice> kinds;
        for (const auto& name : workflows::names<workflows::OfferKind>)
            kinds.push_back({.value = std::string(name.text),
                             .label = workflows::text::capitalised(name.words)});
        form.add("fields", templates::radios_field(field("offer", words::what_is_offered), kinds));
    }
    void add_meetings(View& form, std::vector<Choice> meetings) const {
        meetings.insert(meetings.begin(), {.value = "", .label = words::select_meeting});
        form.add("fields", templates::select_field(
                               field("meeting", words::meeting, row_.wanted_meeting), meetings));
    }
    void add_edit(View& form) const {
        form.add("fields", templates::text_field(field("title", words::title, row_.request.title)));
        form.add("fields",
                 templates::textarea_field(field("details", words::details, row_.request.details)));
    }
    void add_comment(View& form) const {
        const bool needed = workflows::comment_rule(event_) == workflows::CommentRule::required;
        auto box = field("comment", std::string(workflows::comment_label(event_)) +
                                        (needed ? "" : " (optional)"));
        form.add("fields", templates::textarea_field(box, 3));
    }
    void add_day(View& form) const {
        const auto& day = row_.request.consider_by;
        const bool fresh = day && *day > context_.today(tx_);
        add_date(form, {"consider_by", words::new_consider_by, fresh ? day_text(day) : ""});
    }
    static std::string day_text(const std::optional<workflows::Day>& day) {
        return day ? workflows::iso(*day) : std::string();
    }
    // What was typed into another form of the page is not this one's.
    void add_date(View& form, const web::FieldText& text) const {
        if (was_refused(context_, row_, event_) || !context_.error()) {
            form.add("fields", web::date_entry(context_, text));
            return;
        }
        templates::DateText parts;
        if (!text.stored.empty())
            parts = {text.stored.substr(8, 2), text.stored.substr(5, 2), text.stored.substr(0, 4)};
        form.add("fields", templates::date_field({.name = text.name, .label = text.label}, parts));
    }

    const web::Context& context_;
    db::ReadTx& tx_;
    const db::RequestRow& row_;
    RequestEvent event_ = RequestEvent::acknowledge;
    std::vector<templates::ErrorLink> errors_;
};

void add_meeting_row(View& view, db::ReadTx& tx, const std::string& label,
                     const std::string& meeting_id) {
    const auto meeting = meeting_id.empty() ? std::nullopt : db::find_meeting(tx, meeting_id);
    if (!meeting) return;
    templates::add_summary(view, {.label = label,
                                  .value = meeting->board + ", " + meeting->planned.words(),
                                  .value_href = web::href(routes::meeting, meeting->id)});
}

// A page has room for the names of the boards; a list shows their codes.
workflows::AgendaRequest with_board_names(db::ReadTx& tx, workflows::AgendaRequest request) {
    request.from_board = board_name(tx, request.from_board);
    request.to_board = board_name(tx, request.to_board);
    return request;
}

void add_text_row(View& view, const std::string& label, const std::string& value) {
    if (!value.empty()) templates::add_summary(view, {.label = label, .value = value});
}

void add_summary_of(View& view, db::ReadTx& tx, const db::RequestRow& row) {
    const auto& r = row.request;
    view.list("summary");
    add_text_row(view, words::asked_for, workflows::text::capitalised(workflows::to_words(r.kind)));
    add_text_row(view, words::from, board_name(tx, r.from_board));
    add_text_row(view, words::to, board_name(tx, r.to_board));
    add_text_row(view, words::purpose_row,
                 r.purpose ? workflows::text::capitalised(workflows::to_words(*r.purpose)) : "");
    add_text_row(view, words::details, r.details);
    add_text_row(view, words::response_row,
                 r.response ? workflows::text::capitalised(workflows::to_words(*r.response)) : "");
    add_text_row(view, words::consider_by,
                 r.consider_by ? workflows::long_date(*r.consider_by) : "");
    add_text_row(view, words::answer_by, r.answer_by ? workflows::long_date(*r.answer_by) : "");
    add_meeting_row(view, tx, words::preferred_meeting, row.wanted_meeting);
    add_text_row(view, words::offered,
                 r.offer ? workflows::text::capitalised(workflows::to_words(r.offer->kind)) : "");
    add_meeting_row(view, tx, words::meeting, row.meeting);
    if (!row.item.empty())
        templates::add_summary(view, {.label = words::item,
                                      .value = r.title,
                                      .value_href = web::href(routes::meeting, row.meeting)});
    if (!row.item.empty())
        templates::add_summary(
            view, {.label = words::responses_row,
                   .value = words::responses_link,
                   .value_href = web::href(routes::new_response) + "?source=item:" + row.item});
    add_text_row(view, words::late_reason, row.late_reason);
    add_text_row(view, words::answer, row.answer);
    add_text_row(view, words::extract, db::find_request_extract(tx, row.id));
    if (const auto issue = db::find_issue_of_request(tx, row.id))
        templates::add_summary(
            view, {.label = words::issue,
                   .value = issue->reference + ": " +
                            workflows::text::capitalised(workflows::to_words(issue->issue.state)),
                   .value_href = web::href(routes::issue, issue->id)});
}

// Going further is offered where it may be; nobody but a person does.
void add_offer_words(View& view, db::ReadTx& tx, const db::RequestRow& row,
                     const workflows::RequestFacts& facts) {
    const auto& r = row.request;
    const bool asks = facts.actor.asking_chair || facts.actor.asking_secretariat;
    const bool lost =
        r.state == workflows::RequestState::escalated && !db::find_issue_of_request(tx, row.id);
    std::string offer;
    if (asks && r.state == workflows::RequestState::declined)
        offer = words::after_declining(board_name(tx, r.to_board));
    if (asks && workflows::is_overdue(r, facts.today))
        offer = words::after_silence(board_name(tx, r.to_board));
    view.set("offer_words", offer);
    view.set("raise_href", asks && lost ? web::href(routes::new_issue) + "?request=" + row.id : "");
}

void add_thread(View& view, db::ReadTx& tx, const db::RequestRow& row) {
    view.list("events");
    for (const auto& event : db::list_case_events(tx, db::CaseKind::request, row.id)) {
        const auto at = workflows::to_local(event.at, workflows::county_zone);
        View& line = view.add("events");
        line.set("at_iso", workflows::iso(event.at));
        line.set("at_words", workflows::long_date(at.day) + ", " + workflows::spoken_time(at.time));
        line.set("who", event.actor_post.empty() ? words::service : event.actor_post);
        line.set("on_behalf", event.on_behalf).set("comment", event.comment);
        const auto step = workflows::from_text<RequestEvent>(event.event);
        line.set("step",
                 step ? workflows::text::capitalised(workflows::to_words(*step)) : event.event);
    }
}

// What was typed into a form that the page no longer offers is not lost.
std::string orphaned_text(const web::Context& context, const std::vector<RequestEvent>& offered,
                          const db::RequestRow& row) {
    if (!context.error()) return {};
    for (const auto event : offered) {
        if (was_refused(context, row, event)) return {};
    }
    return context.form().get("comment");
}

Result<RequestMove> read_move(const web::Context& context) {
    const auto& form = context.form();
    const auto event = workflows::from_text<RequestEvent>(context.param("event"));
    if (!event || *event == RequestEvent::send) return workflows::not_found("");
    RequestMove move;
    move.command.event = *event;
    move.command.comment = form.get("comment");
    move.meeting = form.get("meeting");
    const auto day = web::read_date(form, "consider_by");
    if (!day) return day.error();
    move.command.consider_by = *day;
    if (*event == RequestEvent::resend) {
        const auto answer_by = web::read_date(form, "answer_by");
        if (!answer_by) return answer_by.error();
        move.command.edit =
            workflows::RequestEdit{form.get("title"), form.get("details"), *answer_by};
    }
    if (*event != RequestEvent::offer) return move;
    const auto kind = workflows::from_text<workflows::OfferKind>(form.get("offer"));
    if (kind && *kind != workflows::OfferKind::meeting) move.meeting.clear();
    if (kind) move.command.offer = workflows::Offer{*kind, move.meeting};
    return move;
}

}  // namespace

Result<net::Response> show_request(const web::Context& context, db::ReadTx& tx) {
    const auto row = db::load_request(tx, context.param("request"));
    if (!row) return row.error();
    const auto& r = row->request;
    const auto today = context.today(tx);
    View view;
    view.set("heading", r.title);
    view.set("caption", words::caption(board_name(tx, r.from_board), board_name(tx, r.to_board)));
    templates::set_tag(view, request_state_words(r.state), request_colour(r.state));
    view.set("waiting", waiting_words(with_board_names(tx, r)))
        .set("deadline", deadline_words(r, today));
    view.flag("overdue", workflows::is_overdue(r, today));
    add_summary_of(view, tx, *row);
    add_thread(view, tx, *row);
    const workflows::RequestFacts facts{today, request_actor(context.viewer, r), {}};
    add_offer_words(view, tx, *row, facts);
    const auto events = workflows::available_events(r, facts);
    view.list("actions");
    StepForms forms(context, tx, *row);
    for (const auto event : events)
        forms.add(view, event);
    view.set("kept_text", orphaned_text(context, events, *row));
    auto layout = web::layout_facts(context, r.title);
    layout.breadcrumbs = {{words::requests, web::href(routes::requests)}};
    layout.alternates.push_back(
        {"application/json", words::request_as_data, web::href(routes::request_json, row->id)});
    if (!forms.errors().empty())
        layout.errors = forms.errors();
    else if (context.error())
        layout.errors = {{context.error()->message, ""}};
    return web::html_response(context, "pages/request.html", layout, view);
}

Result<net::Response> show_request_json(const web::Context& context, db::ReadTx& tx) {
    const auto row = db::load_request(tx, context.param("request"));
    if (!row) return row.error();
    return web::json_response(request_json(tx, *row, context.today(tx)));
}

Result<web::Location> act_on_request(const web::Context& context, db::WriteTx& tx) {
    auto row = db::load_request(tx, context.param("request"));
    if (!row) return row.error();
    if (context.form().get("version") != std::to_string(row->version)) {
        return Error{Code::stale, words::page_is_stale, ""};
    }
    const auto move = read_move(context);
    if (!move) return move.error();
    const auto id = row->id;
    if (auto done = take_step(context.app, web::acting(context, tx), tx, *std::move(row), *move);
        !done)
        return done.error();
    return web::href(routes::request, id) + "?done=told";
}

}  // namespace server::requests
