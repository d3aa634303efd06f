// Responses that follow a paper back: the whole table against the rules in words, written by hand,
// and what a recommendation must say before it is named.
#include "workflows/responses/response.hpp"

#include <gtest/gtest.h>

#include "tests/workflows/table_check.hpp"

namespace workflows {
namespace {

using table_check::Outcome;
using table_check::Trial;
using S = ResponseState;
using E = ResponseEvent;
using W = ResponseWanted;

const Day today = make_day(2018, 11, 1);
const Day due = make_day(2019, 2, 1);

// Protocol 4.3, 4.7. A board that receives a report learns of the response required when the paper
// is delivered, not before; only the board that asks says that it is satisfied, or that it wants
// the response no more; either may put the day off, with a reason. Whatever is not listed must be
// refused.
const std::string rules = R"(
from             event          to               who      told    text      guard
named            deliver        due              either   owing   -         wanted
named            inform         informed         either   nobody  -         unwanted
named            drop           dropped          asking   nobody  required  -
due              accept         accepted         owing    asking  -         -
due              answer         answered         owing    asking  required  -
due              carry_forward  carried_forward  either   both    required  later
due              drop           dropped          asking   owing   required  -
accepted         answer         answered         owing    asking  required  -
accepted         carry_forward  carried_forward  either   both    required  later
accepted         drop           dropped          asking   owing   required  -
carried_forward  accept         accepted         owing    asking  -         -
carried_forward  answer         answered         owing    asking  required  -
carried_forward  carry_forward  carried_forward  either   both    required  later
carried_forward  drop           dropped          asking   owing   required  -
answered         place          returned         service  nobody  -         -
answered         receive        returned         asking   nobody  -         -
answered         correct        accepted         owing    asking  required  -
returned         displace       answered         service  nobody  -         -
returned         confirm        confirmed        asking   owing   -         -
returned         send_back      sent_back        asking   owing   required  time
sent_back        answer         answered         owing    asking  required  -
sent_back        carry_forward  carried_forward  either   both    required  later
sent_back        drop           dropped          asking   owing   required  -
)";

BoardResponse response_of_hib() {
    return {"HWB", "HIB", 3, "Report on smoking in pregnancy.", W::report_back, due, S::due};
}

ResponseActor actor_called(std::string_view name) {
    return {name == "asking_chair",      name == "asking_secretariat", name == "owing_chair",
            name == "owing_secretariat", name == "owing_owner",        name == "service"};
}

std::string told(const std::vector<Effect>& effects) {
    bool asking = false;
    bool owing = false;
    for (const Effect& effect : effects) {
        asking = asking || effect.to == Audience::asking_side;
        owing = owing || effect.to == Audience::asked_side;
    }
    return asking && owing ? "both" : asking ? "asking" : owing ? "owing" : "nobody";
}

/// A response, a command and facts in which only what `trial` says is adverse.
Outcome run(std::span<const ResponseStep> rows, S state, E event, const Trial& trial) {
    const bool adverse = trial.broken == "all";
    BoardResponse response = response_of_hib();
    response.state = state;
    const bool informs = event == E::inform;
    const bool broken = trial.broken == "wanted" || trial.broken == "unwanted" || adverse;
    if (informs != broken) response.required = W::none;
    if (trial.broken == "time" || adverse) response.due = today;
    ResponseCommand command{event, trial.comment ? "Because of the new guidance" : " \n", "", {}};
    const bool day = event == E::carry_forward && trial.broken != "later" && !adverse;
    if (day) command.due = due + std::chrono::days(30);
    const auto decided = decide(response, command, {today, actor_called(trial.actor), {}}, rows);
    if (!decided)
        return {decided.error().code, decided.error().message, decided.error().field, {}, {}};
    return {
        {}, {}, {}, std::string(to_text(decided->to)), told(decided->effects), decided->on_behalf};
}

table_check::Check<ResponseStep> make_check() {
    return {rules,
            {"asking_chair", "asking_secretariat", "owing_chair", "owing_secretariat",
             "owing_owner", "service", "nobody"},
            run};
}

TEST(response_table, follows_the_rules_in_every_pair_of_state_and_event) {
    const auto check = make_check();
    EXPECT_EQ(check.expected().size(), response_steps().size());  // the header for the creation
    EXPECT_EQ(check.differences(response_steps()), std::vector<std::string>{});
}

TEST(response_table, the_expectation_notices_every_mistake_in_the_table) {
    auto check = make_check();
    const std::vector<std::function<bool(ResponseStep&)>> mistakes{
        [](ResponseStep& step) {
            step.to = step.to == S::dropped ? S::confirmed : S::dropped;
            return true;
        },
        [](ResponseStep& step) {
            step.who = step.who == ResponseWho::asking ? ResponseWho::owing : ResponseWho::asking;
            return true;
        },
        [](ResponseStep& step) {
            const bool service = step.who == ResponseWho::service;
            step.who = service ? ResponseWho::either : ResponseWho::service;
            return true;
        },
        [](ResponseStep& step) {
            const bool silent = step.letter.empty();
            step.told = step.told == BoardResponse::Told::both ? BoardResponse::Told::asking
                                                               : BoardResponse::Told::both;
            return !silent;
        },
        [](ResponseStep& step) {
            step.comment = step.comment == CommentRule::required ? CommentRule::optional
                                                                 : CommentRule::required;
            return true;
        },
        [](ResponseStep& step) {
            const bool guarded = step.guard.holds != nullptr;
            step.guard = {};
            return guarded;
        },
    };
    EXPECT_EQ(check.unnoticed(response_steps(), mistakes), std::vector<std::string>{});
    EXPECT_GT(check.copies(), 100U);
}

TEST(response_table, the_days_of_a_response) {
    const ResponseActor asking{.asking_chair = true};
    auto response = response_of_hib();
    const auto later = [&](std::optional<Day> day) {
        return decide(response, {E::carry_forward, "The analyst is away.", "", day},
                      {today, asking, {}});
    };
    EXPECT_EQ(later({}).error().message, "Enter a new date for the response.");
    EXPECT_EQ(later(today).error().field, "due");
    EXPECT_EQ(later(due).error().message,
              "The new date must be after the current one, Friday 1 February 2019.");
    EXPECT_EQ(later(due + std::chrono::days(28))->due, make_day(2019, 3, 1));

    // A paper that came after the day named leaves the board some time all the same.
    response.state = S::named;
    const ResponseFacts late{make_day(2019, 2, 4), {.service = true}, make_day(2019, 3, 4)};
    EXPECT_EQ(decide(response, {E::deliver}, late)->due, make_day(2019, 3, 4));
    const ResponseFacts in_time{make_day(2019, 1, 4), {.service = true}, make_day(2019, 2, 4)};
    EXPECT_EQ(decide(response, {E::deliver}, in_time)->due, due);

    response.state = S::accepted;
    EXPECT_FALSE(is_overdue(response, due));
    EXPECT_TRUE(is_overdue(response, due + std::chrono::days(1)));
    response.state = S::answered;
    EXPECT_FALSE(is_overdue(response, due + std::chrono::days(1)));
}

TEST(response_table, a_recommendation_is_whole_before_it_is_named) {
    const auto named = [](BoardResponse response) {
        return check_new(response, {today, {.asking_secretariat = true}, {}});
    };
    const auto field = [&](const BoardResponse& response) { return named(response).error().field; };
    const auto good = response_of_hib();
    EXPECT_TRUE(named(good)->on_behalf);
    auto wrong = good;
    wrong.owing_board = "HWB";
    EXPECT_EQ(field(wrong), "owing_board");
    wrong.owing_board.clear();
    EXPECT_EQ(field(wrong), "owing_board");
    wrong = good;
    wrong.recommendation = " \n";
    EXPECT_EQ(field(wrong), "recommendation");
    wrong.recommendation = std::string(comment_characters_max + 1, 'a');
    EXPECT_EQ(field(wrong), "recommendation");
    wrong = good;
    wrong.due = today;
    EXPECT_EQ(field(wrong), "due");
    wrong.due.reset();
    for (const auto required : {W::comment, W::decide, W::act, W::report_back}) {
        wrong.required = required;
        EXPECT_EQ(field(wrong), "due");
    }
    for (const auto required : {W::none, W::note}) {
        wrong.required = required;
        EXPECT_TRUE(named(wrong));
    }
    EXPECT_EQ(check_new(good, {today, {.owing_chair = true}, {}}).error().code, Code::forbidden);
}

TEST(response_table, offers_each_side_its_own_steps) {
    auto response = response_of_hib();
    const auto offered = [&](const ResponseActor& actor) {
        return available_events(response, {today, actor, {}});
    };
    EXPECT_EQ(offered({.owner = true}), (std::vector<E>{E::accept, E::answer, E::carry_forward}));
    EXPECT_EQ(offered({.asking_chair = true}), (std::vector<E>{E::carry_forward, E::drop}));
    EXPECT_TRUE(offered({}).empty());
    response.state = S::named;
    EXPECT_EQ(offered({.asking_chair = true}), (std::vector<E>{E::deliver, E::drop}));
    response.required = W::none;
    EXPECT_EQ(offered({.asking_chair = true}), (std::vector<E>{E::inform, E::drop}));
}

}  // namespace
}  // namespace workflows
