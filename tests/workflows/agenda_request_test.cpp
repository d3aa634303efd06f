// Requests between boards: the whole table against the rules of the protocol, written by hand.
#include "workflows/agenda_request.hpp"

#include <gtest/gtest.h>

#include "tests/workflows/table_check.hpp"

namespace workflows {
namespace {

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
declined     close        closed       asking             asked   -         -
declined     reopen       considering  asked              asking  required  -
escalated    accept       accepted     asked              asking  -         open
escalated    accept_late  accepted     asked              asking  required  closed
escalated    answer       answered     either             both    required  -
escalated    withdraw     withdrawn    asking             asked   required  -
answered     close        closed       asking             asked   -         -
answered     reopen       considering  asking             asked   required  time
)";

const Day today = make_day(2018, 10, 1);

RequestMeeting meeting_in_november(std::string_view broken) {
    RequestMeeting meeting;
    meeting.board = "HIB";
    meeting.date = make_day(2018, 11, 22);
    meeting.requests_close = make_day(2018, 10, 25);
    if (broken == "open" || broken == "offer" || broken == "offered" || broken == "all")
        meeting.state = MeetingState::cancelled;
    if (broken == "held") meeting.state = MeetingState::held;
    return meeting;
}

AgendaRequest request_to_hib() {
    AgendaRequest request;
    request.from_board = "OSCB";
    request.to_board = "HIB";
    request.title = "Disruption of child exploitation";
    request.details = "The board would like the views of health services.";
    request.purpose = ItemPurpose::discuss;
    request.response = ResponseWanted::comment;
    request.consider_by = make_day(2018, 10, 19);
    request.answer_by = make_day(2018, 11, 30);
    return request;
}

RequestActor actor_called(std::string_view name) {
    return {name == "asking_chair", name == "asking_secretariat", name == "asked_chair",
            name == "asked_secretariat"};
}

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

TEST(agenda_request, follows_the_protocol_in_every_pair_of_state_and_event) {
    const auto check = make_check();
    EXPECT_EQ(check.expected().size(), 36U + 1U);  // and the header, which names no state
    EXPECT_EQ(check.differences(request_steps(), 100), std::vector<std::string>{});
}

TEST(agenda_request, the_expectation_notices_every_mistake_in_the_table) {
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
            step.mail = {};
            return true;
        },
    };
    EXPECT_EQ(check.unnoticed(request_steps(), mistakes), std::vector<std::string>{});
    EXPECT_GT(check.copies(), 200U);
}

TEST(agenda_request, the_expectation_notices_every_row_too_many) {
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
            EXPECT_FALSE(check.differences(rows, 1).empty()) << state.text << " " << event.text;
            rows.pop_back();
            ++added;
        }
    EXPECT_EQ(added, names<S>.size() * names<E>.size() - 36U);
}

Error refusal(const AgendaRequest& request, E event, RequestFacts facts) {
    const auto decided = decide(request, {event, "Because", {}, {}}, facts);
    return decided ? Error{Code::not_found, "it was allowed"} : decided.error();
}

TEST(agenda_request, refuses_in_whole_sentences) {
    AgendaRequest request = request_to_hib();
    const RequestFacts asking{today, actor_called("asking_chair"), meeting_in_november("")};
    const RequestFacts asked{today, actor_called("asked_chair"), meeting_in_november("")};

    EXPECT_EQ(refusal(request, E::accept, asking).message,
              "Only the chair of the board that was asked, or its secretariat, can accept this "
              "request.");
    request.state = S::withdrawn;
    EXPECT_EQ(refusal(request, E::accept, asked).message,
              "This request was withdrawn, so it can no longer be accepted.");
    EXPECT_EQ(refusal(request, E::agree, asking).message,
              "This request was withdrawn, so you can no longer agree to an offer.");
    request.state = S::sent;
    EXPECT_EQ(refusal(request, E::close, asking).message,
              "This request has been sent and not yet looked at, so it cannot be closed now.");
    EXPECT_EQ(refusal(request, E::escalate, asking).message,
              "This request can be escalated when it has been declined, or when there is no answer "
              "by Friday 19 October 2018.");
    const RequestFacts stranger{today, {}, {}};
    request.state = S::withdrawn;
    EXPECT_EQ(refusal(request, E::accept, stranger).message,
              "Only a chair of the two boards, or a secretariat, can accept this request.");
}

TEST(agenda_request, is_accepted_until_its_closing_day_and_late_with_a_reason_after_it) {
    const AgendaRequest request = request_to_hib();
    RequestFacts facts{make_day(2018, 10, 25), actor_called("asked_chair"),
                       meeting_in_november("")};
    EXPECT_TRUE(decide(request, {E::accept}, facts));
    EXPECT_EQ(refusal(request, E::accept_late, facts).code, Code::refused);
    facts.today += std::chrono::days{1};
    EXPECT_EQ(refusal(request, E::accept, facts).message,
              "Requests for that meeting closed on Thursday 25 October 2018. Accept it late with a "
              "reason, or choose another meeting.");
    EXPECT_TRUE(decide(request, {E::accept_late, "It cannot wait", {}, {}}, facts));
    const auto silent = decide(request, {E::accept_late}, facts);
    ASSERT_FALSE(silent);
    EXPECT_EQ(silent.error().field, "comment");
}

TEST(agenda_request, a_meeting_must_be_the_asked_boards_and_to_come) {
    const AgendaRequest request = request_to_hib();
    RequestFacts facts{today, actor_called("asked_chair"), meeting_in_november("")};
    facts.meeting->board = "OSCB";
    EXPECT_EQ(refusal(request, E::accept, facts).field, "meeting");
    facts.meeting = meeting_in_november("");
    facts.meeting->date = today - std::chrono::days{1};
    EXPECT_EQ(refusal(request, E::accept, facts).field, "meeting");
    facts.meeting.reset();
    EXPECT_EQ(refusal(request, E::accept, facts).field, "meeting");
    facts.meeting = meeting_in_november("");
    facts.meeting->date = std::chrono::year_month{std::chrono::year{2019} / 2};
    facts.meeting->requests_close.reset();
    EXPECT_TRUE(decide(request, {E::accept}, facts))
        << "a meeting whose day is open takes requests";
}

TEST(agenda_request, acceptance_makes_what_was_asked_for) {
    AgendaRequest request = request_to_hib();
    RequestFacts facts{today, actor_called("asked_chair"), meeting_in_november("")};
    const Effect letter{EffectKind::send_mail, "request_accepted", Audience::asking_side};
    using Effects = std::vector<Effect>;
    EXPECT_EQ(decide(request, {E::accept}, facts)->effects,
              (Effects{{EffectKind::create_item}, letter}));
    facts.meeting.reset();
    request.kind = RequestKind::joint_meeting;
    EXPECT_EQ(decide(request, {E::accept}, facts)->effects,
              (Effects{{EffectKind::create_meeting}, letter}));
    request.kind = RequestKind::information;
    EXPECT_EQ(decide(request, {E::accept}, facts)->effects, Effects{letter});
}

TEST(agenda_request, an_offer_makes_what_was_offered) {
    AgendaRequest request = request_to_hib();
    request.state = S::offered;
    RequestFacts facts{today, actor_called("asking_chair"), meeting_in_november("")};
    const auto first = [&](OfferKind kind) {
        request.offer = Offer{kind, "m"};
        return decide(request, {E::agree}, facts)->effects.front().kind;
    };
    EXPECT_EQ(first(OfferKind::meeting), EffectKind::create_item);
    EXPECT_EQ(first(OfferKind::chairs_meeting), EffectKind::create_meeting);
    EXPECT_EQ(first(OfferKind::correspondence), EffectKind::send_mail);
}

TEST(agenda_request, withdrawal_strikes_an_item_that_was_published_and_removes_another) {
    AgendaRequest request = request_to_hib();
    request.state = S::accepted;
    request.has_item = true;
    RequestFacts facts{today, actor_called("asking_secretariat"), meeting_in_november("")};
    const auto first = [&] {
        return decide(request, {E::withdraw, "Overtaken", {}, {}}, facts)->effects.front().kind;
    };
    EXPECT_EQ(first(), EffectKind::remove_item);
    facts.meeting->agenda_published = true;
    EXPECT_EQ(first(), EffectKind::strike_item);
}

TEST(agenda_request, silence_begins_the_day_after_consider_by) {
    AgendaRequest request = request_to_hib();
    const Day last = *request.consider_by;
    EXPECT_FALSE(is_overdue(request, last));
    EXPECT_TRUE(is_overdue(request, last + std::chrono::days{1}));
    request.state = S::returned;
    EXPECT_FALSE(is_overdue(request, last + std::chrono::days{30})) << "the asking board is to act";
}

TEST(agenda_request, a_request_that_comes_back_late_gets_new_days) {
    AgendaRequest request = request_to_hib();
    request.state = S::returned;
    request.answer_by = request.consider_by;
    const RequestFacts facts{*request.consider_by, actor_called("asking_chair"), {}};
    RequestCommand again{E::resend, "With the figures", {}, {}};
    EXPECT_EQ(decide(request, again, facts).error().field, "consider_by");
    again.consider_by = facts.today + std::chrono::days{10};
    const auto resent = decide(request, again, facts);
    ASSERT_TRUE(resent);
    EXPECT_EQ(resent->consider_by, again.consider_by);
    EXPECT_EQ(resent->answer_by, again.consider_by) << "not wanted before it need be considered";

    request.state = S::sent;
    RequestCommand other{E::withdraw, "Overtaken", {}, again.consider_by};
    EXPECT_EQ(decide(request, other, facts)->consider_by, request.consider_by)
        << "other steps leave the days alone";
}

TEST(agenda_request, shows_the_buttons_that_can_work) {
    AgendaRequest request = request_to_hib();
    using Events = std::vector<E>;
    RequestFacts facts{today, actor_called("asking_chair"), {}};
    EXPECT_EQ(available_events(request, facts), Events{E::withdraw});
    facts.today = make_day(2018, 10, 20);
    EXPECT_EQ(available_events(request, facts), (Events{E::escalate, E::withdraw}));
    facts.actor = actor_called("asked_secretariat");
    EXPECT_EQ(available_events(request, facts), (Events{E::acknowledge, E::accept, E::accept_late,
                                                        E::offer, E::ask_more, E::decline}));
    request.kind = RequestKind::information;
    EXPECT_EQ(available_events(request, facts).back(), E::answer);
    facts.actor = {};
    EXPECT_EQ(available_events(request, facts), Events{});
    for (const auto& state : {S::closed, S::withdrawn}) {
        request.state = state;
        facts.actor = {true, true, true, true};
        EXPECT_EQ(available_events(request, facts), Events{});
        EXPECT_FALSE(whose_move(state));
    }
}

TEST(agenda_request, one_post_that_serves_both_boards_acts_for_the_side_that_must) {
    AgendaRequest request = request_to_hib();
    const RequestFacts facts{today, {false, true, false, true}, meeting_in_november("")};
    EXPECT_EQ(decide(request, {E::accept}, facts)->acted_for, Side::asked);
    EXPECT_EQ(decide(request, {E::withdraw, "Overtaken", {}, {}}, facts)->acted_for, Side::asking);
}

struct BadField {
    const char* field;
    std::function<void(AgendaRequest&)> spoil;
};

TEST(agenda_request, a_new_request_is_checked_field_by_field) {
    const RequestFacts facts{today, actor_called("asking_secretariat"), {}};
    const auto sent = check_new(request_to_hib(), facts);
    ASSERT_TRUE(sent);
    EXPECT_EQ(sent->to, S::sent);
    EXPECT_TRUE(sent->on_behalf);
    EXPECT_EQ(sent->effects,
              (std::vector<Effect>{{EffectKind::send_mail, "request_sent", Audience::asked_side}}));

    const std::vector<BadField> bad{
        {"to_board", [](auto& r) { r.to_board = "OSCB"; }},
        {"to_board", [](auto& r) { r.to_board.clear(); }},
        {"title", [](auto& r) { r.title = " \t"; }},
        {"title", [](auto& r) { r.title = std::string(201, 'x'); }},
        {"details", [](auto& r) { r.details = std::string(4001, 'x'); }},
        {"purpose", [](auto& r) { r.purpose.reset(); }},
        {"response", [](auto& r) { r.response.reset(); }},
        {"consider_by", [](auto& r) { r.consider_by.reset(); }},
        {"consider_by", [](auto& r) { r.consider_by = today; }},
        {"answer_by", [](auto& r) { r.answer_by.reset(); }},
        {"answer_by", [](auto& r) { r.answer_by = *r.consider_by - std::chrono::days{1}; }},
    };
    for (const BadField& each : bad) {
        AgendaRequest request = request_to_hib();
        each.spoil(request);
        const auto refused = check_new(request, facts);
        ASSERT_FALSE(refused) << each.field;
        EXPECT_EQ(refused.error().code, Code::invalid);
        EXPECT_EQ(refused.error().field, each.field) << refused.error().message;
    }
    AgendaRequest longest = request_to_hib();
    longest.title.clear();
    for (int i = 0; i < 200; ++i)
        longest.title += "é";
    longest.answer_by = longest.consider_by;
    EXPECT_TRUE(check_new(longest, facts)) << "200 characters are not 200 bytes";
    EXPECT_EQ(check_new(request_to_hib(), {today, actor_called("asked_chair"), {}}).error().code,
              Code::forbidden);
}

TEST(agenda_request, every_step_has_words_and_one_rule_for_its_text) {
    for (const auto& event : names<E>)
        EXPECT_FALSE(button_label(event.value).empty());
    for (const RequestStep& step : request_steps()) {
        EXPECT_EQ(step.comment, comment_rule(step.event)) << to_text(step.event);
        if (step.from) {
            EXPECT_FALSE(comment_label(step.event).empty());
        }
        EXPECT_EQ(step.mail.substr(0, 8), "request_");
    }
}

TEST(names, round_trip) {
    for (const auto& state : names<S>)
        EXPECT_EQ(from_text<S>(to_text(state.value)), state.value);
    for (const auto& event : names<E>)
        EXPECT_EQ(from_text<E>(to_text(event.value)), event.value);
    EXPECT_EQ(from_text<HeldIn>("public"), HeldIn::public_);
    EXPECT_EQ(from_text<Visibility>("public"), Visibility::public_);
    EXPECT_FALSE(from_text<S>("Sent"));
    EXPECT_FALSE(from_text<S>(""));
}

}  // namespace
}  // namespace workflows
