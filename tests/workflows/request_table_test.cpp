// Requests between boards: the whole table against the rules of the protocol, written by hand.
#include <gtest/gtest.h>

#include "tests/workflows/request_facts.hpp"
#include "tests/workflows/table_check.hpp"
#include "workflows/requests/agenda_request.hpp"

namespace workflows {
namespace {

using request_facts::actor_called;
using request_facts::meeting_in_november;
using request_facts::request_to_hib;
using request_facts::today;
using table_check::Outcome;
using table_check::Trial;
using S = RequestState;
using E = RequestEvent;

// Protocol 4.5 (a) to (c), 4.6. `who`: a side means its chair, or its secretariat on behalf of the
// chair. Whatever is not listed must be refused.
const std::string rules = R"(
from         event        to           who                told    text      guard
sent         acknowledge  considering  asked_secretariat  asking  -         -
sent         accept       accepted     asked              asking  -         open
sent         accept_late  accepted     asked              asking  required  closed
sent         offer        offered      asked              asking  -         offer
sent         ask_more     returned     asked              asking  required  -
sent         decline      declined     asked              asking  required  -
sent         answer       answered     asked              asking  required  information
sent         escalate     escalated    asking             both    -         silence
sent         withdraw     withdrawn    asking             asked   required  -
considering  accept       accepted     asked              asking  -         open
considering  accept_late  accepted     asked              asking  required  closed
considering  offer        offered      asked              asking  -         offer
considering  ask_more     returned     asked              asking  required  -
considering  decline      declined     asked              asking  required  -
considering  answer       answered     asked              asking  required  information
considering  escalate     escalated    asking             both    -         silence
considering  withdraw     withdrawn    asking             asked   required  -
offered      agree        accepted     asking             asked   -         offered
offered      insist       considering  asking             asked   -         time
offered      ask_more     returned     asked              asking  required  -
offered      decline      declined     asked              asking  required  -
offered      withdraw     withdrawn    asking             asked   required  -
returned     resend       sent         asking             asked   required  time
returned     withdraw     withdrawn    asking             asked   required  -
accepted     answer       answered     asked              asking  required  -
accepted     withdraw     withdrawn    asking             asked   required  held
accepted     reopen       considering  asked              asking  required  held
declined     escalate     escalated    asking             both    -         -
declined     resend       sent         asking             asked   required  time
declined     close        closed       asking             asked   -         -
declined     reopen       considering  asked              asking  required  -
escalated    accept       accepted     asked              asking  -         open
escalated    accept_late  accepted     asked              asking  required  closed
escalated    answer       answered     either             both    required  -
escalated    withdraw     withdrawn    asking             asked   required  -
answered     send_extract  answered    asked_secretariat  asking  required  taken
answered     close        closed       asking             asked   -         extract
answered     reopen       considering  asking             asked   required  time
)";

std::string told(const std::vector<Effect>& effects) {
    bool asking = false;
    bool asked = false;
    for (const Effect& effect : effects) {
        if (effect.kind != EffectKind::send_mail) continue;
        asking = asking || effect.to == Audience::asking_side;
        asked = asked || effect.to == Audience::asked_side;
    }
    return asking && asked ? "both" : asking ? "asking" : asked ? "asked" : "nobody";
}

/// A request, a command and facts in which only what `trial` says is adverse.
Outcome run(std::span<const RequestStep> rows, S state, E event, const Trial& trial) {
    const bool adverse = trial.broken == "all";
    AgendaRequest request = request_to_hib();
    request.state = state;
    request.offer = Offer{OfferKind::meeting, "m"};
    request.has_item =
        event == E::send_extract ? trial.broken != "taken" : trial.broken == "extract";
    const bool early = state == S::sent || state == S::considering;
    if (event == E::answer && early && trial.broken != "information" && !adverse)
        request.kind = RequestKind::information;
    if (event == E::escalate && trial.broken != "silence" && !adverse)
        request.consider_by = today - std::chrono::days{1};

    if (trial.broken == "time" || (adverse && event != E::escalate)) request.consider_by = today;

    RequestFacts facts{today, actor_called(trial.actor), meeting_in_november(trial.broken)};
    if (event == E::accept_late && trial.broken != "closed")
        facts.meeting->requests_close = today - std::chrono::days{1};
    RequestCommand command{event, trial.comment ? "Because of the new guidance" : " \n", {}, {}};
    if (event == E::offer && !adverse) command.offer = Offer{OfferKind::meeting, "m2"};

    const auto decided = decide(request, command, facts, rows);
    if (!decided) {
        const Error& error = decided.error();
        return {error.code, error.message, error.field};
    }
    return {
        {}, {}, {}, std::string(to_text(decided->to)), told(decided->effects), decided->on_behalf};
}

table_check::Check<RequestStep> make_check() {
    return {rules,
            {"asking_chair", "asking_secretariat", "asked_chair", "asked_secretariat", "nobody"},
            run};
}

TEST(request_table, follows_the_protocol_in_every_pair_of_state_and_event) {
    const auto check = make_check();
    EXPECT_EQ(check.expected().size(), 38U + 1U);  // and the header, which names no state
    EXPECT_EQ(check.differences(request_steps()), std::vector<std::string>{});
}

TEST(request_table, the_expectation_notices_every_mistake_in_the_table) {
    auto check = make_check();
    const std::vector<std::function<bool(RequestStep&)>> mistakes{
        [](RequestStep& step) {
            step.to = step.to == S::closed ? S::withdrawn : S::closed;
            return true;
        },
        [](RequestStep& step) {
            step.who = step.who == RequestWho::asking_chair ? RequestWho::asked_chair
                                                            : RequestWho::asking_chair;
            return true;
        },
        [](RequestStep& step) {
            const bool was = step.who == RequestWho::asked_secretariat;
            step.who = was ? RequestWho::asked_chair : RequestWho::asked_secretariat;
            return true;
        },
        [](RequestStep& step) {
            step.told = step.told == RequestTold::both_sides ? RequestTold::asking_side
                                                             : RequestTold::both_sides;
            return true;
        },
        [](RequestStep& step) {
            step.comment = step.comment == CommentRule::required ? CommentRule::optional
                                                                 : CommentRule::required;
            return true;
        },
        [](RequestStep& step) {
            const bool guarded = step.guard.holds != nullptr;
            step.guard = {};
            return guarded;
        },
        [](RequestStep& step) {
            step.letter = {};
            return true;
        },
    };
    EXPECT_EQ(check.unnoticed(request_steps(), mistakes), std::vector<std::string>{});
    EXPECT_GT(check.copies(), 200U);
}

TEST(request_table, the_expectation_notices_every_row_too_many) {
    const auto check = make_check();
    std::vector<RequestStep> rows(request_steps().begin(), request_steps().end());
    std::size_t added = 0;
    for (const auto& state : names<S>)
        for (const auto& event : names<E>) {
            if (find_step<RequestStep>(request_steps(), state.value, event.value)) continue;
            RequestStep extra = rows[1];
            extra.from = state.value;
            extra.event = event.value;
            rows.push_back(extra);
            EXPECT_FALSE(check.differences_at(rows, state.value, event.value).empty())
                << state.text << " " << event.text;
            rows.pop_back();
            ++added;
        }
    EXPECT_EQ(added, names<S>.size() * names<E>.size() - 38U);
}

}  // namespace
}  // namespace workflows
