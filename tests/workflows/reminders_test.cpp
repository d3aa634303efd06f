// Who is reminded of what and when: rules, working days, late ones, and never twice.
#include "workflows/overview/reminders.hpp"

#include <gtest/gtest.h>

#include <map>
#include <set>

namespace workflows {
namespace {

using namespace std::chrono_literals;
using enum ReminderKind;
using State = ReminderState;

const Holidays holidays;
const std::vector<ReminderRule> county{
    {paper_due, "", 5, true},
    {paper_due, "", 2, true},
    {paper_due, "", 0, true},
    {paper_due, "", -1, true},
    {requests_close, "", 5, true},
    {agenda_due, "", 2, true},
    {agenda_due, "", 0, true},
    {minutes_due, "", 2, true},
    {request_overdue, "", -1, true},
    {circulation_stop_due, "", 5, true},
    {circulation_stop_due, "", 1, true},
};

Instant at(Day day, int hour = 9) {
    return day + std::chrono::hours(hour);
}

MeetingDuties hwb() {
    MeetingDuties meeting;
    meeting.id = "m1";
    meeting.board = "HWB";
    meeting.day = make_day(2018, 11, 15);
    meeting.secretariat = {"hwb-secretariat"};
    meeting.items = {{"i1", "author", "Annual report"}};
    return meeting;
}

Duty paper_duty() {
    for (auto& duty : duties_of(hwb(), holidays)) {
        if (duty.kind == paper_due) return duty;
    }
    return {};
}

std::map<int, State> states(const Duty& duty, Instant now, const Holidays& days = holidays) {
    std::map<int, State> by_rule;
    for (const auto& one : reminders_of(duty, county, days, now))
        by_rule[one.days_before] = one.state;
    return by_rule;
}

TEST(Reminders, OfAMeeting) {
    std::map<ReminderKind, Day> due;
    for (const auto& duty : duties_of(hwb(), holidays))
        due[duty.kind] = duty.due;
    EXPECT_EQ(due.at(requests_close), make_day(2018, 10, 18));
    EXPECT_EQ(due.at(paper_due), make_day(2018, 11, 1));
    EXPECT_EQ(due.at(agenda_due), make_day(2018, 11, 7));
    EXPECT_EQ(due.at(minutes_due), make_day(2018, 11, 29));
}

TEST(Reminders, GoToThoseWhoHaveNotDoneIt) {
    auto meeting = hwb();
    meeting.items.push_back({"i2", "", "Without an author"});
    meeting.stops.push_back({"s1", "Strategy", "OSCB", {"oscb-secretariat", "hwb-secretariat"}});
    std::map<std::string, std::vector<std::string>> people;
    for (const auto& duty : duties_of(meeting, holidays)) {
        for (const auto& one : duty.people)
            people[duty.subject].push_back(one.person);
    }
    EXPECT_EQ(people["i1"], std::vector<std::string>{"author"});
    EXPECT_EQ(people["i2"], std::vector<std::string>{"hwb-secretariat"});
    EXPECT_EQ(people["s1"], (std::vector<std::string>{"oscb-secretariat", "hwb-secretariat"}));
}

TEST(Reminders, NobodyIsRemindedOfWhatIsDone) {
    auto meeting = hwb();
    meeting.items.clear();
    meeting.agenda_published = true;
    meeting.minutes_done = true;
    EXPECT_TRUE(duties_of(meeting, holidays).empty());
}

TEST(Reminders, StepThroughTheDays) {
    const auto duty = paper_duty();  // due Thursday 1 November; 5 before is Thursday 25 October
    EXPECT_EQ(states(duty, at(make_day(2018, 10, 24))).at(5), State::waiting);
    EXPECT_EQ(states(duty, at(make_day(2018, 10, 25), 6)).at(5), State::waiting);  // before 8am
    EXPECT_EQ(states(duty, at(make_day(2018, 10, 25))).at(5), State::due);
    EXPECT_EQ(states(duty, at(make_day(2018, 10, 26))).at(5), State::late);
    const auto on_the_day = states(duty, at(make_day(2018, 11, 1)));
    EXPECT_EQ(on_the_day.at(5), State::superseded);
    EXPECT_EQ(on_the_day.at(2), State::superseded);
    EXPECT_EQ(on_the_day.at(0), State::due);
    EXPECT_EQ(on_the_day.at(-1), State::waiting);
    EXPECT_EQ(states(duty, at(make_day(2018, 11, 2))).at(-1), State::due);
    EXPECT_EQ(states(duty, at(make_day(2018, 11, 15))).at(-1), State::late);
    EXPECT_EQ(states(duty, at(make_day(2018, 11, 16))).at(-1), State::over);
}

TEST(Reminders, SayNothingOfTheTimeBeforeAnItemWasThere) {
    auto meeting = hwb();  // papers are due on Thursday 1 November
    const auto of_item_from = [&](Day since) {
        meeting.items[0].since = since;
        for (auto& duty : duties_of(meeting, holidays)) {
            if (duty.kind == paper_due) return duty;
        }
        return Duty{};
    };
    // Before the deadline: the days stay, and reminders of earlier days are no late ones.
    auto duty = of_item_from(make_day(2018, 10, 26));
    EXPECT_EQ(duty.due, make_day(2018, 11, 1));
    EXPECT_EQ(states(duty, at(make_day(2018, 10, 26))).count(5), 0U);
    EXPECT_EQ(states(duty, at(make_day(2018, 10, 30))).at(2), State::due);
    // After it: wanted on the next working day, and overdue from then on only.
    duty = of_item_from(make_day(2018, 11, 2));
    EXPECT_EQ(duty.due, make_day(2018, 11, 5));
    EXPECT_EQ(states(duty, at(make_day(2018, 11, 2))).at(0), State::waiting);
    EXPECT_EQ(states(duty, at(make_day(2018, 11, 5))).at(0), State::due);
    EXPECT_EQ(states(duty, at(make_day(2018, 11, 6))).at(-1), State::due);
    EXPECT_EQ(states(duty, at(make_day(2018, 11, 6))).count(2), 0U);
    EXPECT_EQ(of_item_from(make_day(2018, 11, 14)).due, meeting.day);
    EXPECT_EQ(of_item_from(meeting.day).due, meeting.day);
}

TEST(Reminders, ALateOneKnowsItsDay) {
    const auto all = reminders_of(paper_duty(), county, holidays, at(make_day(2018, 10, 26)));
    EXPECT_EQ(all.at(0).state, State::late);
    EXPECT_EQ(all.at(0).send_day, make_day(2018, 10, 25));
    EXPECT_NE(all.at(1).state, State::late);
}

TEST(Reminders, WithoutALaterRuleTheDeadlineEndsTheUse) {
    const std::vector<ReminderRule> rules{{paper_due, "", 2, true}};
    const auto state = [&](Day day) {
        return reminders_of(paper_duty(), rules, holidays, at(day)).at(0).state;
    };
    EXPECT_EQ(state(make_day(2018, 11, 1)), State::late);
    EXPECT_EQ(state(make_day(2018, 11, 2)), State::over);
}

TEST(Reminders, AtMostOneOfADutyIsToBeSentAtAnyTime) {
    const auto duty = paper_duty();
    for (Day day = make_day(2018, 10, 1); day < make_day(2018, 12, 1);
         day += std::chrono::days(1)) {
        int to_send = 0;
        for (const auto& [rule, state] : states(duty, at(day)))
            to_send += state == State::due || state == State::late ? 1 : 0;
        EXPECT_LE(to_send, 1) << iso(day);
    }
}

TEST(Reminders, ABankHolidayMovesTheSendDay) {
    const Holidays more({{make_day(2018, 10, 29), "Day of mourning"}});
    const auto with = reminders_of(paper_duty(), county, more, at(make_day(2018, 10, 1)));
    EXPECT_EQ(with.at(0).send_day, make_day(2018, 10, 24));
    EXPECT_EQ(
        reminders_of(paper_duty(), county, holidays, at(make_day(2018, 10, 1))).at(0).send_day,
        make_day(2018, 10, 25));
}

TEST(Reminders, GoAtEightByTheClockOnTheWall) {
    auto duty = paper_duty();
    duty.due = make_day(2019, 4, 5);  // summer time begins on Sunday 31 March
    const auto all = reminders_of(duty, county, holidays, at(make_day(2019, 3, 1)));
    EXPECT_EQ(iso(all.at(0).send_at), "2019-03-29T08:00:00Z");
    EXPECT_EQ(iso(all.at(1).send_at), "2019-04-03T07:00:00Z");
}

TEST(Reminders, OfARequestGoToBothSidesOnce) {
    WaitingRequest request;
    request.id = "r1";
    request.asked_board = "HWB";
    request.consider_by = make_day(2018, 11, 9);  // a Friday
    request.asked_side = {"leader", "hwb-secretariat"};
    request.asking_side = {"oscb-chair", "hwb-secretariat"};
    const auto all =
        reminders_of(duty_of(request, holidays), county, holidays, at(make_day(2018, 11, 12)));
    ASSERT_EQ(all.size(), 3U);
    for (const auto& one : all)
        EXPECT_EQ(one.state, State::due);
    EXPECT_EQ(all[1].as, RemindedAs::asked_side);
    EXPECT_EQ(all[2].person, "oscb-chair");
}

TEST(Reminders, KeysAreDistinct) {
    std::set<std::string> keys;
    std::size_t count = 0;
    for (const auto& duty : duties_of(hwb(), holidays)) {
        for (const auto& one : reminders_of(duty, county, holidays, at(make_day(2018, 10, 1)))) {
            keys.insert(one.key);
            ++count;
        }
    }
    EXPECT_EQ(keys.size(), count);
    EXPECT_TRUE(keys.contains("paper_due|i1|author|2018-11-01|5"));
}

TEST(ReminderRules, ABoardsOwnReplaceTheCountys) {
    auto rules = county;
    rules.push_back({paper_due, "HWB", 7, true});
    rules.push_back({agenda_due, "HWB", 0, false});
    EXPECT_EQ(rule_days(rules, paper_due, "HWB"), std::vector<int>{7});
    EXPECT_EQ(rule_days(rules, agenda_due, "HWB"), std::vector<int>{});
    EXPECT_EQ(rule_days(rules, paper_due, "OSCB"), (std::vector<int>{5, 2, 0, -1}));
    EXPECT_EQ(rule_days(rules, minutes_due, "HWB"), std::vector<int>{2});
}

TEST(ReminderRules, AreReadAsTyped) {
    EXPECT_EQ(parse_rule_days(" -1, 5;2 0 5", "f").value(), (std::vector<int>{5, 2, 0, -1}));
    EXPECT_EQ(parse_rule_days("", "f").value(), std::vector<int>{});
    for (const char* text : {"five", "5.5", "61", "-61", "--1", "1,2,3,4,5,6,7,8,9", "99999999999"})
        EXPECT_EQ(parse_rule_days(text, "paper_due").error().field, "paper_due") << text;
    EXPECT_EQ(rule_days_text(std::vector<int>{5, 0, -1}), "5, 0, -1");
    EXPECT_EQ(rule_words(1) + "; " + rule_words(0) + "; " + rule_words(-2),
              "1 working day before; on the day; 2 working days after");
}

}  // namespace
}  // namespace workflows
