#include "server/requests/request_step_forms.hpp"

#include "db/boards.hpp"
#include "server/base/app.hpp"
#include "server/boards/board_business.hpp"
#include "server/requests/request_commands.hpp"
#include "server/requests/request_meetings_commands.hpp"
#include "server/requests/request_parts.hpp"
#include "server/requests/words.hpp"
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
using workflows::RequestEvent;

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

std::string day_text(const std::optional<workflows::Day>& day) {
    return day ? workflows::iso(*day) : std::string();
}

}  // namespace

std::string request_step_address(const db::RequestRow& row, RequestEvent event) {
    return web::href(routes::request_step, row.id, workflows::to_text(event));
}

// Whether the page is shown again because this very step was refused.
bool was_request_step_refused(const web::Context& context, const db::RequestRow& row,
                              RequestEvent event) {
    return context.error() && context.request.path == request_step_address(row, event);
}

void RequestStepForms::add(View& page, RequestEvent event) {
    const bool places = row_.request.kind == workflows::RequestKind::agenda_item;
    const bool accepts = event == RequestEvent::accept || event == RequestEvent::accept_late;
    const bool offers = event == RequestEvent::offer;
    if (event == RequestEvent::accept_late && !places) return;
    std::vector<Choice> meetings;
    if (offers || (accepts && places)) meetings = meeting_choices(context_, tx_, row_, event);
    if (accepts && places && meetings.empty()) return;
    event_ = event;
    View& action = page.add("actions");
    const bool refused = was_request_step_refused(context_, row_, event);
    action.set("label", workflows::button_label(event)).flag("open", refused);
    View& form = templates::form_section(
        action, web::form_facts(context_, request_step_address(row_, event),
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

// A reopening by the board that was asked needs no new day: it asks itself.
bool RequestStepForms::takes_day(RequestEvent event) const {
    return event == RequestEvent::insist || event == RequestEvent::resend ||
           (event == RequestEvent::reopen &&
            row_.request.state == workflows::RequestState::answered);
}

templates::Field RequestStepForms::field(const std::string& name, const std::string& label,
                                         const std::string& stored) const {
    const bool refused = was_request_step_refused(context_, row_, event_);
    templates::Field field;
    field.name = name;
    field.id = name + "-" + std::string(workflows::to_text(event_));
    field.label = label;
    field.value = refused ? context_.typed(name, stored) : stored;
    field.error = refused ? context_.error_for(name) : std::string();
    return field;
}

void RequestStepForms::add_offer(View& form) const {
    std::vector<Choice> kinds;
    for (const auto& name : workflows::names<workflows::OfferKind>)
        kinds.push_back(
            {.value = std::string(name.text), .label = workflows::text::capitalised(name.words)});
    form.add("fields", templates::radios_field(field("offer", words::what_is_offered), kinds));
}
void RequestStepForms::add_meetings(View& form, std::vector<Choice> meetings) const {
    meetings.insert(meetings.begin(), {.value = "", .label = words::select_meeting});
    form.add("fields", templates::select_field(
                           field("meeting", words::meeting, row_.wanted_meeting), meetings));
}
void RequestStepForms::add_edit(View& form) const {
    form.add("fields", templates::text_field(field("title", words::title, row_.request.title)));
    form.add("fields",
             templates::textarea_field(field("details", words::details, row_.request.details)));
}
void RequestStepForms::add_comment(View& form) const {
    const bool needed = workflows::comment_rule(event_) == workflows::CommentRule::required;
    auto box = field("comment",
                     std::string(workflows::comment_label(event_)) + (needed ? "" : " (optional)"));
    form.add("fields", templates::textarea_field(box, 3));
}
void RequestStepForms::add_day(View& form) const {
    const auto& day = row_.request.consider_by;
    const bool fresh = day && *day > context_.today(tx_);
    add_date(form, {"consider_by", words::new_consider_by, fresh ? day_text(day) : ""});
}
// What was typed into another form of the page is not this one's.
void RequestStepForms::add_date(View& form, const web::FieldText& text) const {
    if (was_request_step_refused(context_, row_, event_) || !context_.error()) {
        form.add("fields", web::date_entry(context_, text));
        return;
    }
    templates::DateText parts;
    if (!text.stored.empty())
        parts = {text.stored.substr(8, 2), text.stored.substr(5, 2), text.stored.substr(0, 4)};
    form.add("fields", templates::date_field({.name = text.name, .label = text.label}, parts));
}

}  // namespace server::requests
