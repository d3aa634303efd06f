#include "workflows/requests/agenda_request.hpp"

#include "workflows/casework/decide.hpp"
#include "workflows/casework/words.hpp"
#include "workflows/requests/request_guards.hpp"
#include "workflows/requests/words.hpp"

namespace workflows {
namespace {

using S = RequestState;
using E = RequestEvent;
using W = RequestWho;
using T = RequestTold;
using C = CommentRule;
using Then = RequestStep::Then;
using When = RequestStep::When;

constexpr RequestStep::Guard always{};
constexpr RequestStep::Guard meeting_takes_items{"the meeting still takes requests", When::on_form,
                                                 guards::meeting_takes_items};
constexpr RequestStep::Guard requests_have_closed{"requests for the meeting have closed",
                                                  When::on_form, guards::requests_have_closed};
constexpr RequestStep::Guard offer_is_whole{"the offer can be met", When::on_form,
                                            guards::offer_is_whole};
constexpr RequestStep::Guard offer_still_stands{"the offer can still be met", When::on_form,
                                                guards::offer_still_stands};
constexpr RequestStep::Guard silence_is_over{"the day to consider it by has passed", When::on_click,
                                             guards::silence_is_over};
constexpr RequestStep::Guard asks_information{"the request is for information", When::on_click,
                                              guards::asks_information};
constexpr RequestStep::Guard leaves_time{"there is time to consider it", When::on_form,
                                         guards::leaves_time};
constexpr RequestStep::Guard was_taken{"a meeting took it", When::on_click, guards::was_taken};
constexpr RequestStep::Guard extract_is_back{"what was decided has gone back", When::on_click,
                                             guards::extract_is_back};
constexpr RequestStep::Guard not_yet_taken{"the meeting has not been held", When::on_form,
                                           guards::not_yet_taken};

// clang-format off
constexpr auto steps = std::to_array<RequestStep>({
//  from            event           to              who                   told             mail template           comment      guard                 then
  { std::nullopt,   E::send,        S::sent,        W::asking_chair,      T::asked_side,   "request_sent",         C::optional, always,               Then::nothing },
  { S::sent,        E::acknowledge, S::considering, W::asked_secretariat, T::asking_side,  "request_acknowledged", C::optional, always,               Then::nothing },
  { S::sent,        E::accept,      S::accepted,    W::asked_chair,       T::asking_side,  "request_accepted",     C::optional, meeting_takes_items,  Then::place   },
  { S::sent,        E::accept_late, S::accepted,    W::asked_chair,       T::asking_side,  "request_accepted",     C::required, requests_have_closed, Then::place   },
  { S::sent,        E::offer,       S::offered,     W::asked_chair,       T::asking_side,  "request_offered",      C::optional, offer_is_whole,       Then::nothing },
  { S::sent,        E::ask_more,    S::returned,    W::asked_chair,       T::asking_side,  "request_returned",     C::required, always,               Then::nothing },
  { S::sent,        E::decline,     S::declined,    W::asked_chair,       T::asking_side,  "request_declined",     C::required, always,               Then::nothing },
  { S::sent,        E::answer,      S::answered,    W::asked_chair,       T::asking_side,  "request_answered",     C::required, asks_information,     Then::nothing },
  { S::sent,        E::escalate,    S::escalated,   W::asking_chair,      T::both_sides,   "request_escalated",    C::optional, silence_is_over,      Then::nothing },
  { S::sent,        E::withdraw,    S::withdrawn,   W::asking_chair,      T::asked_side,   "request_withdrawn",    C::required, always,               Then::nothing },

  { S::considering, E::accept,      S::accepted,    W::asked_chair,       T::asking_side,  "request_accepted",     C::optional, meeting_takes_items,  Then::place   },
  { S::considering, E::accept_late, S::accepted,    W::asked_chair,       T::asking_side,  "request_accepted",     C::required, requests_have_closed, Then::place   },
  { S::considering, E::offer,       S::offered,     W::asked_chair,       T::asking_side,  "request_offered",      C::optional, offer_is_whole,       Then::nothing },
  { S::considering, E::ask_more,    S::returned,    W::asked_chair,       T::asking_side,  "request_returned",     C::required, always,               Then::nothing },
  { S::considering, E::decline,     S::declined,    W::asked_chair,       T::asking_side,  "request_declined",     C::required, always,               Then::nothing },
  { S::considering, E::answer,      S::answered,    W::asked_chair,       T::asking_side,  "request_answered",     C::required, asks_information,     Then::nothing },
  { S::considering, E::escalate,    S::escalated,   W::asking_chair,      T::both_sides,   "request_escalated",    C::optional, silence_is_over,      Then::nothing },
  { S::considering, E::withdraw,    S::withdrawn,   W::asking_chair,      T::asked_side,   "request_withdrawn",    C::required, always,               Then::nothing },

  { S::offered,     E::agree,       S::accepted,    W::asking_chair,      T::asked_side,   "request_offer_agreed", C::optional, offer_still_stands,   Then::place   },
  { S::offered,     E::insist,      S::considering, W::asking_chair,      T::asked_side,   "request_insisted",     C::optional, leaves_time,          Then::nothing },
  { S::offered,     E::ask_more,    S::returned,    W::asked_chair,       T::asking_side,  "request_returned",     C::required, always,               Then::nothing },
  { S::offered,     E::decline,     S::declined,    W::asked_chair,       T::asking_side,  "request_declined",     C::required, always,               Then::nothing },
  { S::offered,     E::withdraw,    S::withdrawn,   W::asking_chair,      T::asked_side,   "request_withdrawn",    C::required, always,               Then::nothing },

  { S::returned,    E::resend,      S::sent,        W::asking_chair,      T::asked_side,   "request_resent",       C::required, leaves_time,          Then::nothing },
  { S::returned,    E::withdraw,    S::withdrawn,   W::asking_chair,      T::asked_side,   "request_withdrawn",    C::required, always,               Then::nothing },

  { S::accepted,    E::answer,      S::answered,    W::asked_chair,       T::asking_side,  "request_answered",     C::required, always,               Then::nothing },
  { S::accepted,    E::withdraw,    S::withdrawn,   W::asking_chair,      T::asked_side,   "request_withdrawn",    C::required, not_yet_taken,        Then::remove  },
  { S::accepted,    E::reopen,      S::considering, W::asked_chair,       T::asking_side,  "request_reopened",     C::required, not_yet_taken,        Then::remove  },

  { S::declined,    E::escalate,    S::escalated,   W::asking_chair,      T::both_sides,   "request_escalated",    C::optional, always,               Then::nothing },
  { S::declined,    E::resend,      S::sent,        W::asking_chair,      T::asked_side,   "request_resent",       C::required, leaves_time,          Then::nothing },
  { S::declined,    E::close,       S::closed,      W::asking_chair,      T::asked_side,   "request_closed",       C::optional, always,               Then::nothing },
  { S::declined,    E::reopen,      S::considering, W::asked_chair,       T::asking_side,  "request_reopened",     C::required, always,               Then::nothing },

  { S::escalated,   E::accept,      S::accepted,    W::asked_chair,       T::asking_side,  "request_accepted",     C::optional, meeting_takes_items,  Then::place   },
  { S::escalated,   E::accept_late, S::accepted,    W::asked_chair,       T::asking_side,  "request_accepted",     C::required, requests_have_closed, Then::place   },
  { S::escalated,   E::answer,      S::answered,    W::either_chair,      T::both_sides,   "request_answered",     C::required, always,               Then::nothing },
  { S::escalated,   E::withdraw,    S::withdrawn,   W::asking_chair,      T::asked_side,   "request_withdrawn",    C::required, always,               Then::nothing },

  { S::answered,    E::send_extract, S::answered,   W::asked_secretariat, T::asking_side,  "request_extract",      C::required, was_taken,            Then::nothing },
  { S::answered,    E::close,       S::closed,      W::asking_chair,      T::asked_side,   "request_closed",       C::optional, extract_is_back,      Then::nothing },
  { S::answered,    E::reopen,      S::considering, W::asking_chair,      T::asked_side,   "request_reopened",     C::required, leaves_time,          Then::nothing },
});
// clang-format on

constexpr auto finals = std::to_array<S>({S::closed, S::withdrawn});
static_assert(is_sound<RequestStep>(steps, finals));

const request_words::Phrase& phrase(E event) {
    return request_words::phrases[static_cast<std::size_t>(event)];
}

std::optional<Effect> placing(const AgendaRequest& request, const RequestCommand& command) {
    if (command.event == E::agree && request.offer) {
        if (request.offer->kind == OfferKind::correspondence) return std::nullopt;
        if (request.offer->kind == OfferKind::chairs_meeting)
            return Effect{EffectKind::create_meeting};
        return Effect{EffectKind::create_item};
    }
    if (request.kind == RequestKind::agenda_item) return Effect{EffectKind::create_item};
    if (request.kind == RequestKind::joint_meeting) return Effect{EffectKind::create_meeting};
    return std::nullopt;
}

std::vector<Effect> effects_of(const RequestStep& step, const AgendaRequest& request,
                               const RequestCommand& command, const RequestFacts& facts) {
    std::vector<Effect> effects;
    if (step.then == Then::place) {
        if (const auto place = placing(request, command)) effects.push_back(*place);
    } else if (step.then == Then::remove && request.has_item) {
        const bool published = facts.meeting && facts.meeting->agenda_published;
        effects.push_back({published ? EffectKind::strike_item : EffectKind::remove_item});
    }
    // One that is confirmed is in people's calendars: whoever confirmed it decides about it.
    const bool taken_back = step.event == E::withdraw || step.event == E::reopen;
    if (taken_back && request.has_meeting && facts.meeting &&
        facts.meeting->state == MeetingState::provisional) {
        effects.push_back({EffectKind::cancel_meeting});
    }
    if (step.told != T::asked_side) add_mail(effects, step.letter, Audience::asking_side);
    if (step.told != T::asking_side) add_mail(effects, step.letter, Audience::asked_side);
    return effects;
}

RequestDecision decision(const RequestStep& step, SideCapacity capacity,
                         const AgendaRequest& request, const RequestCommand& command,
                         const RequestFacts& facts) {
    RequestDecision decided{step.to,
                            capacity.side,
                            capacity.on_behalf,
                            effects_of(step, request, command, facts),
                            request.consider_by,
                            request.answer_by};
    if (step.guard.holds == guards::leaves_time && command.consider_by)
        decided.consider_by = command.consider_by;
    // The answer cannot be wanted before the request need be considered.
    if (decided.answer_by && decided.consider_by && *decided.answer_by < *decided.consider_by)
        decided.answer_by = decided.consider_by;
    return decided;
}

// The request as it is sent again. What was typed is checked as for a new one, and never bent: an
// answer wanted too early is said, not moved.
Result<AgendaRequest> edited(const AgendaRequest& request, const RequestCommand& command,
                             Day today) {
    if (command.event != E::resend || !command.edit) return request;
    AgendaRequest again = request;
    again.title = command.edit->title;
    again.details = command.edit->details;
    again.answer_by = command.edit->answer_by;
    if (command.consider_by) again.consider_by = command.consider_by;
    if (auto checked = guards::is_well_formed(again, today); !checked) return checked.error();
    return again;
}

}  // namespace

std::optional<SideCapacity> AgendaRequest::capacity_of(const RequestFacts& facts, RequestWho who) {
    const auto& actor = facts.actor;
    const bool asking = who == W::asking_chair || who == W::either_chair;
    const bool asked = who != W::asking_chair;
    const bool secretariat_own = who == W::asked_secretariat;
    if (asked && secretariat_own && actor.asked_secretariat) return Capacity{Side::asked, false};
    if (asking && actor.asking_chair) return Capacity{Side::asking, false};
    if (asked && actor.asked_chair) return Capacity{Side::asked, false};
    if (asking && actor.asking_secretariat) return Capacity{Side::asking, true};
    if (asked && actor.asked_secretariat) return Capacity{Side::asked, true};
    return std::nullopt;
}

Error AgendaRequest::not_theirs(RequestWho who, E event) {
    return {Code::forbidden,
            casework::words::only_they_can(request_words::who(who), phrase(event).to_do)};
}

Error AgendaRequest::no_such_step(E event, std::span<const RequestStep> rows) const {
    const auto to_do = phrase(event).to_do;
    const auto because = request_words::state_phrases[static_cast<std::size_t>(state)];
    return refused(may_come<RequestStep>(rows, state, event)
                       ? casework::words::cannot_yet(to_do, because)
                       : casework::words::can_no_longer(to_do, because));
}

Result<void> AgendaRequest::check_comment(const RequestCommand& command, const RequestStep& step) {
    return casework::check_comment(command.comment, step.comment, phrase(step.event).missing,
                                   comment_characters_max);
}

std::span<const RequestStep> request_steps() {
    return steps;
}

Result<RequestDecision> check_new(const AgendaRequest& request, const RequestFacts& facts) {
    const RequestStep& step = steps.front();
    const auto capacity = AgendaRequest::capacity_of(facts, step.who);
    if (!capacity) return AgendaRequest::not_theirs(step.who, step.event);
    if (auto checked = guards::is_well_formed(request, facts.today); !checked)
        return checked.error();
    return decision(step, *capacity, request, {E::send}, facts);
}

Result<RequestDecision> decide(const AgendaRequest& request, const RequestCommand& command,
                               const RequestFacts& facts) {
    return decide(request, command, facts, steps);
}

Result<RequestDecision> decide(const AgendaRequest& request, const RequestCommand& command,
                               const RequestFacts& facts, std::span<const RequestStep> rows) {
    const auto decided = casework::decide(request, command, facts, rows);
    if (!decided) return decided.error();
    const auto again = edited(request, command, facts.today);
    if (!again) return again.error();
    return decision(*decided->step, decided->capacity, *again, command, facts);
}

std::vector<RequestEvent> available_events(const AgendaRequest& request,
                                           const RequestFacts& facts) {
    return casework::available_events(request, facts, steps);
}

bool is_overdue(const AgendaRequest& request, Day today) {
    const bool waits = request.state == S::sent || request.state == S::considering;
    return waits && request.consider_by && *request.consider_by < today;
}

std::optional<Side> whose_move(RequestState state) {
    switch (state) {
        case S::sent:
        case S::considering:
        case S::accepted:
        case S::escalated:
            return Side::asked;
        case S::offered:
        case S::returned:
        case S::declined:
        case S::answered:
            return Side::asking;
        case S::closed:
        case S::withdrawn:
            break;
    }
    return std::nullopt;
}

std::optional<Side> whose_move(const AgendaRequest& request) {
    if (request.state == S::answered && needs_extract(request)) return Side::asked;
    return whose_move(request.state);
}

bool needs_extract(const AgendaRequest& request) {
    return (request.has_item || request.has_meeting) && !request.has_extract;
}

std::string_view button_label(RequestEvent event) {
    return phrase(event).button;
}

std::string_view comment_label(RequestEvent event) {
    return phrase(event).box;
}

CommentRule comment_rule(RequestEvent event) {
    for (const RequestStep& step : steps)
        if (step.event == event) return step.comment;
    return CommentRule::optional;
}

}  // namespace workflows
