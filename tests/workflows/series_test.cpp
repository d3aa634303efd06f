// Series of meetings: the days of each rule, what moves them, and that none is lost.
#include "workflows/planning/series.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "workflows/planning/words.hpp"

namespace workflows {
namespace {

using std::chrono::days;

SeriesPlan plan(SeriesRule rule, std::chrono::weekday weekday, int place, Day from, Day to) {
    return {{"HWB"}, rule, 0, weekday, place, from, to};
}

std::string said(const std::vector<Day>& found) {
    std::string text;
    for (const Day day : found)
        text += (text.empty() ? "" : " ") + iso(day);
    return text;
}

std::string ruled(const SeriesPlan& wanted) {
    return said(ruled_days(wanted).value());
}

std::vector<ProposedMeeting> proposals(const SeriesPlan& wanted, const SeriesFacts& facts = {}) {
    return propose(wanted, facts).value();
}

const Day new_year = make_day(2019, 1, 1);
const Day year_end = make_day(2019, 12, 31);

TEST(RuledDays, QuarterlyIsEveryThirdMonthOnItsWeekday) {
    EXPECT_EQ(ruled(plan(SeriesRule::quarterly, std::chrono::Thursday, 3, new_year, year_end)),
              "2019-01-17 2019-04-18 2019-07-18 2019-10-17");
}

TEST(RuledDays, EveryTwoMonthsAndEveryMonth) {
    EXPECT_EQ(ruled(plan(SeriesRule::two_monthly, std::chrono::Tuesday, last_in_month, new_year,
                         year_end)),
              "2019-01-29 2019-03-26 2019-05-28 2019-07-30 2019-09-24 2019-11-26");
    EXPECT_EQ(
        ruled_days(plan(SeriesRule::monthly, std::chrono::Monday, 1, new_year, year_end))->size(),
        12U);
}

TEST(RuledDays, SoManyAYearAreSpreadOverTheMonths) {
    auto wanted = plan(SeriesRule::per_year, std::chrono::Wednesday, 2, new_year, year_end);
    wanted.number = 2;
    EXPECT_EQ(ruled(wanted), "2019-01-09 2019-07-10");
    wanted.number = 3;
    EXPECT_EQ(ruled(wanted), "2019-01-09 2019-05-08 2019-09-11");
    for (int number = 1; number <= series_per_year_max; ++number) {
        wanted.number = number;
        EXPECT_EQ(ruled_days(wanted)->size(), static_cast<std::size_t>(number));
    }
    wanted.number = 5;
    wanted.to = make_day(2020, 12, 31);
    EXPECT_EQ(ruled_days(wanted)->size(), 10U);
}

TEST(RuledDays, WeeklyStepsFromTheFirstSuchWeekday) {
    auto wanted = plan(SeriesRule::weekly, std::chrono::Friday, 1, make_day(2020, 2, 1),
                       make_day(2020, 4, 5));
    wanted.number = 3;  // over 29 February and over the change of the clocks
    EXPECT_EQ(ruled(wanted), "2020-02-07 2020-02-28 2020-03-20");
    wanted.number = 1;
    wanted.from = make_day(2020, 2, 29);
    wanted.to = make_day(2020, 3, 7);
    wanted.weekday = std::chrono::Saturday;
    EXPECT_EQ(ruled(wanted), "2020-02-29 2020-03-07");
}

TEST(RuledDays, TheFirstMonthIsThatInWhichTheDayIsStillToCome) {
    EXPECT_EQ(ruled(plan(SeriesRule::quarterly, std::chrono::Thursday, 1, make_day(2019, 1, 20),
                         make_day(2019, 8, 31))),
              "2019-02-07 2019-05-02 2019-08-01");
}

TEST(RuledDays, SayWhatIsWrong) {
    const auto field = [](const SeriesPlan& wanted) { return ruled_days(wanted).error().field; };
    auto wanted = plan(SeriesRule::monthly, std::chrono::Monday, 1, year_end, new_year);
    EXPECT_EQ(field(wanted), "to");
    wanted = plan(SeriesRule::per_year, std::chrono::Monday, 1, new_year, year_end);
    for (const int number : {-1, 0, 13}) {
        wanted.number = number;
        EXPECT_EQ(field(wanted), "number") << number;
    }
    wanted = plan(SeriesRule::weekly, std::chrono::Monday, 1, new_year, make_day(2021, 12, 31));
    wanted.number = 1;
    EXPECT_EQ(field(wanted), "to");
    wanted = plan(SeriesRule::monthly, std::chrono::Monday, 6, new_year, year_end);
    EXPECT_EQ(field(wanted), "place");
    wanted = plan(SeriesRule::monthly, std::chrono::Monday, 1, make_day(2019, 1, 8),
                  make_day(2019, 1, 20));
    EXPECT_EQ(field(wanted), "to");
}

TEST(Propose, MovesFromABankHolidayAndSaysSo) {
    const auto found = proposals(plan(SeriesRule::monthly, std::chrono::Monday, 1,
                                      make_day(2019, 4, 1), make_day(2019, 6, 30)));
    ASSERT_EQ(found.size(), 3U);
    EXPECT_EQ(found[0].reason, "");
    EXPECT_EQ(found[0].day, make_day(2019, 4, 1));
    EXPECT_EQ(found[1].ruled, make_day(2019, 5, 6));
    EXPECT_EQ(found[1].day, make_day(2019, 5, 13));
    EXPECT_EQ(found[1].reason, "moved from Mon 6 May 2019: Early May bank holiday");
    EXPECT_TRUE(found[1].against.empty());
    EXPECT_EQ(found[1].alternatives.size(), 3U);
    EXPECT_EQ(found[1].alternatives.front(), make_day(2019, 5, 7));
}

// Easter 2016: 25 to 28 March; 2019: 19 to 22 April.
TEST(Propose, KeepsClearOfEaster) {
    const auto monday_2016 = proposals(plan(SeriesRule::monthly, std::chrono::Monday, 4,
                                            make_day(2016, 3, 1), make_day(2016, 3, 31)));
    EXPECT_EQ(monday_2016[0].day, make_day(2016, 3, 21));
    EXPECT_EQ(monday_2016[0].reason, "moved from Mon 28 Mar 2016: Easter Monday");
    const auto friday_2019 = proposals(plan(SeriesRule::quarterly, std::chrono::Friday, 3,
                                            make_day(2019, 4, 1), make_day(2019, 4, 30)));
    EXPECT_EQ(friday_2019[0].reason, "moved from Fri 19 Apr 2019: Good Friday");
    EXPECT_EQ(friday_2019[0].day, make_day(2019, 4, 26));
}

TEST(Propose, KeepsClearOfTheCountysOwnHolidays) {
    SeriesFacts facts;
    facts.holidays = Holidays({{make_day(2019, 1, 17), "Offices shut"}});
    const auto found =
        proposals(plan(SeriesRule::quarterly, std::chrono::Thursday, 3, new_year, year_end), facts);
    EXPECT_EQ(found[0].reason, "moved from Thu 17 Jan 2019: Offices shut");
    EXPECT_EQ(found[0].day, make_day(2019, 1, 24));
}

SeriesFacts with_other_board(Day day) {
    SeriesFacts facts;
    facts.meetings = {{"m1", "HIB", day}};
    facts.seats = {{"HWB", "chair"}, {"HIB", "chair"}, {"HIB", "other"}};
    facts.posts = {{"chair", "Leader of the Council"}};
    return facts;
}

TEST(Propose, KeepsClearOfDaysOnWhichPeopleAreWantedElsewhere) {
    const auto wanted = plan(SeriesRule::quarterly, std::chrono::Thursday, 3, new_year, year_end);
    auto facts = with_other_board(make_day(2019, 1, 17));
    const auto found = proposals(wanted, facts);
    EXPECT_EQ(
        found[0].reason,
        planning::words::moved_from(
            "Thu 17 Jan 2019", {planning::words::posts_clash({"Leader of the Council"}, "HIB")}));
    EXPECT_EQ(found[0].day, make_day(2019, 1, 24));
    facts.meetings[0].cancelled = true;
    EXPECT_EQ(proposals(wanted, facts)[0].reason, "");
    facts.meetings[0].cancelled = false;
    facts.seats[1].secretariat = true;  // serves many boards at once
    EXPECT_EQ(proposals(wanted, facts)[0].reason, "");
    facts.seats[1].secretariat = false;
    facts.seats[1].to = make_day(2018, 12, 31);  // the term is over
    EXPECT_EQ(proposals(wanted, facts)[0].reason, "");
}

TEST(Propose, AJointMeetingKeepsBothBoardsFree) {
    auto wanted = plan(SeriesRule::per_year, std::chrono::Thursday, 3, new_year, year_end);
    wanted.number = 2;
    wanted.boards = {"OSCB", "OSAB"};
    auto facts = with_other_board(make_day(2019, 1, 17));
    facts.seats = {{"OSAB", "chair"}, {"OSCB", "chair"}, {"HIB", "chair"}};
    EXPECT_EQ(
        proposals(wanted, facts)[0].reason,
        planning::words::moved_from(
            "Thu 17 Jan 2019", {planning::words::posts_clash({"Leader of the Council"}, "HIB")}));
    facts.meetings = {{"m1", "OSAB", make_day(2019, 7, 18)}};
    EXPECT_EQ(proposals(wanted, facts)[0].reason, "");
    EXPECT_EQ(
        proposals(wanted, facts)[1].reason,
        planning::words::moved_from("Thu 18 Jul 2019", {planning::words::meets_already("OSAB")}));
}

TEST(Propose, SaysWhereTheBoardMeetsAlready) {
    SeriesFacts facts;
    facts.own = {make_day(2019, 3, 21), std::chrono::year{2019} / std::chrono::November,
                 PlannedDate()};
    const auto found =
        proposals(plan(SeriesRule::quarterly, std::chrono::Thursday, 3, new_year, year_end), facts);
    EXPECT_EQ(found[0].already, PlannedDate(make_day(2019, 3, 21)));
    EXPECT_FALSE(found[1].already);
    EXPECT_EQ(found[3].already->key(), "2019-11");
}

TEST(Propose, LosesNoMeetingWhereNoDayIsFree) {
    SeriesFacts facts;
    std::vector<AddedHoliday> shut;
    for (Day day = make_day(2019, 3, 1); day <= make_day(2019, 5, 31); day += days{1})
        shut.push_back({day, "Election"});
    facts.holidays = Holidays(shut);
    const auto found =
        proposals(plan(SeriesRule::quarterly, std::chrono::Thursday, 3, new_year, year_end), facts);
    ASSERT_EQ(found.size(), 4U);
    EXPECT_EQ(found[1].day, make_day(2019, 4, 18));
    EXPECT_EQ(found[1].reason, planning::words::no_free_date("Thu 18 Apr 2019"));
    EXPECT_EQ(found[1].against, std::vector<std::string>{"Election"});
    EXPECT_TRUE(found[1].alternatives.empty());
}

// Every rule, place and weekday over six years: one proposal for each day of the rule, on different
// working days, within the span.
TEST(Propose, KeepsItsPromisesOverYears) {
    const Holidays holidays;
    const Day from = make_day(2015, 1, 1);
    for (const auto rule : {SeriesRule::quarterly, SeriesRule::two_monthly, SeriesRule::per_year,
                            SeriesRule::monthly, SeriesRule::weekly}) {
        for (int place = 1; place <= last_in_month; ++place) {
            for (unsigned weekday = 1; weekday <= 5; ++weekday) {
                auto wanted =
                    plan(rule, std::chrono::weekday{weekday}, place, from, make_day(2019, 12, 31));
                wanted.number = rule == SeriesRule::weekly ? 5 : 7;
                const auto found = proposals(wanted);
                ASSERT_EQ(found.size(), ruled_days(wanted)->size());
                std::set<Day> used;
                for (const auto& each : found) {
                    EXPECT_TRUE(used.insert(each.day).second) << iso(each.day);
                    EXPECT_TRUE(holidays.is_working_day(each.day)) << iso(each.day);
                    EXPECT_TRUE(from <= each.day && each.day <= wanted.to);
                    EXPECT_EQ(each.day == each.ruled, each.reason.empty());
                }
            }
        }
    }
}

TEST(Propose, ATimeStaysTheSameByTheClockOnTheWall) {
    const auto found = proposals(plan(SeriesRule::monthly, std::chrono::Sunday, last_in_month,
                                      make_day(2019, 3, 1), make_day(2019, 4, 30)));
    EXPECT_EQ(found[0].ruled, make_day(2019, 3, 31));  // the night on which the clocks change
    const auto winter = to_instant(make_day(2019, 3, 28), {14, 0}, "Europe/London").value();
    const auto summer = to_instant(make_day(2019, 4, 25), {14, 0}, "Europe/London").value();
    EXPECT_EQ(summer - winter, std::chrono::hours(28 * 24 - 1));
}

}  // namespace
}  // namespace workflows
