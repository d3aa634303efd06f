// One request between chairs: how it stands, its thread, and the steps that the viewer may take.
#include "db/boards.hpp"
#include "db/case_log.hpp"
#include "db/issues.hpp"
#include "db/meetings.hpp"
#include "server/boards/board_business.hpp"
#include "server/requests/handlers.hpp"
#include "server/requests/request_commands.hpp"
#include "server/requests/request_parts.hpp"
#include "server/requests/request_step_forms.hpp"
#include "server/requests/words.hpp"
#include "server/web/date_entry.hpp"
#include "server/web/form_parts.hpp"
#include "server/web/href.hpp"
#include "server/web/page.hpp"
#include "server/web/routes.hpp"
#include "server/web/who_acts.hpp"
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
        if (was_request_step_refused(context, row, event)) return {};
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
    RequestStepForms forms(context, tx, *row);
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
