// Requests between boards: what refusals say, what steps make, what a new request must hold.
#include "workflows/requests/agenda_request.hpp"

#include <gtest/gtest.h>

#include <functional>

#include "tests/workflows/request_facts.hpp"

namespace workflows {
namespace {

using request_facts::actor_called;
using request_facts::meeting_in_november;
using request_facts::request_to_hib;
using request_facts::today;
using S = RequestState;
using E = RequestEvent;

Error refusal(const AgendaRequest& request, E event, RequestFacts facts) {
    const auto decided = decide(request, {event, "Because", {}, {}}, facts);
    return decided ? Error{Code::not_found, "it was allowed"} : decided.error();
}

TEST(agenda_request, refuses_in_whole_sentences) {
    AgendaRequest request = request_to_hib();
    const RequestFacts asking{today, actor_called("asking_chair"), meeting_in_november("")};
    const RequestFacts asked{today, actor_called("asked_chair"), meeting_in_november("")};

    EXPECT_EQ(refusal(request, E::accept, asking).message,
              "Only the chair or secretariat of the board that received the request can accept "
              "this request.");
    request.state = S::withdrawn;
    EXPECT_EQ(refusal(request, E::accept, asked).message,
              "You can no longer accept this request. This request has been withdrawn.");
    EXPECT_EQ(refusal(request, E::agree, asking).message,
              "You can no longer agree to the alternative. This request has been withdrawn.");
    request.state = S::sent;
    EXPECT_EQ(
        refusal(request, E::close, asking).message,
        "You cannot close this request at the moment. This request has not been acknowledged.");
    EXPECT_EQ(refusal(request, E::escalate, asking).message,
              "You can escalate this request once it has been declined, or if there is no decision "
              "by Friday 19 October 2018.");
    const RequestFacts stranger{today, {}, {}};
    request.state = S::withdrawn;
    EXPECT_EQ(refusal(request, E::accept, stranger).message,
              "Only the chairs and secretariats of the two boards can accept this request.");
}

TEST(agenda_request, is_accepted_until_its_closing_day_and_late_with_a_reason_after_it) {
    const AgendaRequest request = request_to_hib();
    RequestFacts facts{make_day(2018, 10, 25), actor_called("asked_chair"),
                       meeting_in_november("")};
    EXPECT_TRUE(decide(request, {E::accept}, facts));
    EXPECT_EQ(refusal(request, E::accept_late, facts).code, Code::refused);
    facts.today += std::chrono::days{1};
    EXPECT_EQ(refusal(request, E::accept, facts).message,
              "The deadline for requests for this meeting was Thursday 25 October 2018. Accept the "
              "request late and give a reason, or select another meeting.");
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

TEST(agenda_request, a_provisional_meeting_goes_with_its_request) {
    AgendaRequest request = request_to_hib();
    request.kind = RequestKind::joint_meeting;
    request.has_meeting = true;
    request.has_extract = true;  // without it nobody closes what a meeting took
    RequestFacts facts{today, actor_called("asking_chair"), meeting_in_november("")};
    const auto first = [&](S from, E event) {
        request.state = from;
        return decide(request, {event, "Overtaken", {}, {}}, facts)->effects.front().kind;
    };
    facts.meeting->state = MeetingState::provisional;
    EXPECT_EQ(first(S::accepted, E::withdraw), EffectKind::cancel_meeting);
    EXPECT_EQ(first(S::answered, E::reopen), EffectKind::cancel_meeting);
    EXPECT_EQ(first(S::answered, E::close), EffectKind::send_mail);
    facts.meeting->state = MeetingState::confirmed;
    EXPECT_EQ(first(S::accepted, E::withdraw), EffectKind::send_mail);
    facts.actor = actor_called("asked_chair");
    facts.meeting->state = MeetingState::provisional;
    EXPECT_EQ(first(S::accepted, E::reopen), EffectKind::cancel_meeting);
    facts.meeting->state = MeetingState::held;
    EXPECT_EQ(decide(request, {E::reopen, "Overtaken", {}, {}}, facts).error().code, Code::refused);
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

TEST(agenda_request, what_is_edited_on_sending_again_is_checked_and_not_bent) {
    AgendaRequest request = request_to_hib();
    for (const S from : {S::returned, S::declined}) {
        request.state = from;
        const RequestFacts facts{today, actor_called("asking_chair"), {}};
        RequestCommand again{E::resend, "Narrower", {}, {}};
        again.edit = RequestEdit{"A new title", "", request.answer_by};
        ASSERT_TRUE(decide(request, again, facts));
        again.edit->title = " ";
        EXPECT_EQ(decide(request, again, facts).error().field, "title");
        again.edit->title = "A new title";
        again.edit->answer_by = *request.consider_by - std::chrono::days{1};
        EXPECT_EQ(decide(request, again, facts).error().field, "answer_by");
        again.edit->answer_by = *request.answer_by + std::chrono::days{30};
        EXPECT_EQ(decide(request, again, facts)->answer_by, again.edit->answer_by);
    }
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
        EXPECT_EQ(step.letter.substr(0, 8), "request_");
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
