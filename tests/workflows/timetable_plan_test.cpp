// The county's timetable against its real meetings: proposals, order, and how each stands.
#include "workflows/timetable/timetable_plan.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include "tests/workflows/csv_rows.hpp"
#include "workflows/timetable/timetable_sources.hpp"
#include "workflows/timetable/words.hpp"

namespace workflows {
namespace {

using S = ObligationState;
using L = ObligationLamp;

SlotMeeting meeting(const std::string& board, const std::string& date) {
    const auto planned = PlannedDate::parse(date).value();
    SlotMeeting made{board + " " + date, board, planned, MeetingState::confirmed, {}};
    if (planned.day()) made.papers_by = *planned.day() - std::chrono::days{8};
    return made;
}

PlacedObligation expected(const std::string& report, const std::string& board,
                          ReportPurpose purpose, Season season) {
    return {{report, board, purpose, season}, "The " + board, S::expected, {}, {}};
}

struct Year {
    std::vector<PlacedObligation> all;
    std::vector<SlotMeeting> meetings;
    std::vector<ReportOrder> orders;
    PlanFacts facts{2019, make_day(2018, 11, 5), default_seasons(), {}};

    std::vector<Precedence> pairs() const { return precedences(all, orders, facts.seasons); }
    std::vector<SlotProposal> propose() {
        facts.meetings = meetings;
        return propose_slots(all, pairs(), facts);
    }
    std::vector<OrderFinding> findings() const { return check_order(all, pairs()); }
    std::vector<ObligationStatus> status() {
        const auto proposals = propose();
        return statuses(all, proposals, findings(), missing_before(all, proposals, pairs()), facts);
    }
    void slot(std::size_t i, const SlotMeeting& at) {
        all[i].state = S::slotted;
        all[i].meeting = at;
    }
};

Year county(int year) {
    Year made;
    made.facts.year = year;
    std::vector<TimetableCell> cells;
    for (auto& row : csv_rows::read("reporting_timetable.csv"))
        cells.push_back({row["report"], row["board_or_group"],
                         from_text<ReportPurpose>(row["purpose"]).value(),
                         from_text<Season>(row["season"]).value()});
    std::vector<GroupMember> groups;
    for (auto& row : csv_rows::read("board_groups.csv"))
        groups.push_back({row["group"], row["board"]});
    std::vector<Succession> successions;
    for (auto& row : csv_rows::read("boards.csv"))
        if (!row["succeeded_by"].empty())
            successions.push_back(
                {row["code"], row["succeeded_by"], parse_day(row["succeeded_on"]).value()});
    for (auto& each : expand(cells, groups, successions, make_day(year, 12, 31)))
        made.all.push_back({each, each.board, S::expected, {}, {}});
    for (auto& row : csv_rows::read("meetings_2018.csv"))
        if (row["status"] != "held" && row["kind"] == "meeting")
            made.meetings.push_back(meeting(row["board"], row["date"]));
    made.orders.assign(protocol_orders().begin(), protocol_orders().end());
    return made;
}

TEST(timetable_plan, with_the_imported_meetings_most_of_2019_cannot_be_slotted) {
    Year year = county(2019);
    ASSERT_EQ(year.all.size(), 42U);
    const auto proposals = year.propose();
    const auto proposed = std::count_if(proposals.begin(), proposals.end(),
                                        [](const auto& each) { return bool(each.meeting); });
    // Only the Health and Wellbeing Board has dates in 2019: its five obligations.
    EXPECT_EQ(proposed, 5);
    for (std::size_t i = 0; i < proposals.size(); ++i)
        EXPECT_EQ(bool(proposals[i].meeting), year.all[i].what.board == "HWB")
            << year.all[i].what.report << " " << year.all[i].what.board << ": "
            << proposals[i].words;
    const auto hib = std::find_if(year.all.begin(), year.all.end(),
                                  [](const auto& each) { return each.what.board == "HIB"; });
    EXPECT_EQ(proposals[static_cast<std::size_t>(hib - year.all.begin())].words,
              timetable::words::no_meeting("March to May 2019"));
    EXPECT_TRUE(year.findings().empty());
}

TEST(timetable_plan,
     a_report_that_comes_to_a_board_twice_after_a_succession_comes_in_the_earlier_season) {
    const auto spring = Obligation{"Plan", "HWB", ReportPurpose::inform, Season::spring};
    const auto autumn = Obligation{"Plan", "HWB", ReportPurpose::inform, Season::autumn};
    const auto agreed = Obligation{"Plan", "HWB", ReportPurpose::agree, Season::autumn};
    const auto winter = Obligation{"Plan", "CT", ReportPurpose::inform, Season::winter};
    EXPECT_EQ(once_a_year({autumn, agreed, spring, winter}, default_seasons()),
              (std::vector<Obligation>{agreed, spring, winter}));
    EXPECT_EQ(once_a_year({autumn}, default_seasons()), std::vector<Obligation>{autumn});
    EXPECT_TRUE(once_a_year({}, default_seasons()).empty());
}

TEST(timetable_plan, planning_meetings_mends_it_in_the_right_order) {
    Year year = county(2019);
    for (const auto& each : year.all) {
        const std::string& board = each.what.board;
        if (board == "HWB") continue;
        for (const char* date :
             {"2019-03-12", "2019-05-28", "2019-06-04", "2019-08-20", "2019-09-10", "2019-11-20"})
            year.meetings.push_back(meeting(board, date));
    }
    const auto proposals = year.propose();
    for (std::size_t i = 0; i < proposals.size(); ++i) {
        ASSERT_TRUE(proposals[i].meeting)
            << year.all[i].what.report << " " << year.all[i].what.board << proposals[i].words;
        year.slot(i, *proposals[i].meeting);
    }
    EXPECT_TRUE(year.findings().empty()) << year.findings().front().words;
    for (const auto& status : year.status())
        EXPECT_EQ(status.lamp, L::on_time) << status.words;
}

TEST(timetable_plan, the_childrens_trust_comes_before_the_health_and_wellbeing_board) {
    Year year = county(2019);
    const auto find = [&](const std::string& board) {
        const auto found = std::find_if(year.all.begin(), year.all.end(), [&](const auto& each) {
            return each.what.report == "Children and Young People's Plan" &&
                   each.what.board == board;
        });
        return static_cast<std::size_t>(found - year.all.begin());
    };
    year.slot(find("CT"), meeting("CT", "2019-06-20"));
    year.slot(find("HWB"), meeting("HWB", "2019-06-13"));
    const auto findings = year.findings();
    ASSERT_EQ(findings.size(), 1U);
    EXPECT_EQ(findings[0].pair.rule, OrderRule::stated);
    EXPECT_EQ(findings[0].words,
              timetable::words::order_source(
                  timetable::words::out_of_order("Children and Young People's Plan",
                                                 "HWB (to agree)", "Thursday 13 June 2019",
                                                 "CT (to agree)", "Thursday 20 June 2019"),
                  "protocol 4.4 and appendix B"));
}

Year strategy() {
    Year year;
    year.all = {expected("Strategy", "A", ReportPurpose::agree, Season::summer),
                expected("Strategy", "B", ReportPurpose::consult, Season::summer),
                expected("Strategy", "C", ReportPurpose::inform, Season::summer),
                expected("Strategy", "D", ReportPurpose::inform, Season::spring)};
    return year;
}

TEST(timetable_plan, views_come_before_agreement_and_agreement_before_information) {
    Year year = strategy();
    ASSERT_EQ(year.pairs().size(), 2U) << "who is informed in an earlier season waits for nobody";
    year.slot(0, meeting("A", "2019-06-10"));
    year.slot(1, meeting("B", "2019-06-10"));
    year.slot(2, meeting("C", "2019-06-03"));
    const auto findings = year.findings();
    ASSERT_EQ(findings.size(), 2U);
    EXPECT_EQ(findings[0].words,
              timetable::words::same_day("Strategy", "The A (to agree)", "The B (for consultation)",
                                         "Monday 10 June 2019"));
    EXPECT_EQ(findings[1].words, timetable::words::out_of_order(
                                     "Strategy", "The C (for information)", "Monday 3 June 2019",
                                     "The A (to agree)", "Monday 10 June 2019"));
    const auto status = year.status();
    EXPECT_EQ(status[1].lamp, L::at_risk);
    EXPECT_EQ(status[2].words, findings[1].words);
    year.all[1].state = S::waived;
    EXPECT_EQ(year.findings().size(), 1U) << "a board that is left out this year orders nothing";
}

TEST(timetable_plan, a_report_of_many_boards_costs_their_number_and_not_their_pairs) {
    Year year;
    constexpr std::size_t boards = 60;
    for (std::size_t i = 0; i < boards; ++i) {
        const auto n = std::to_string(i);
        year.all.push_back(expected("Plan", "A" + n, ReportPurpose::agree, Season::spring));
        year.all.push_back(expected("Plan", "C" + n, ReportPurpose::consult, Season::spring));
        year.all.push_back(expected("Plan", "I" + n, ReportPurpose::inform, Season::spring));
        year.slot(3 * i, meeting("A" + n, "2019-04-10"));
        year.slot(3 * i + 1, meeting("C" + n, "2019-04-10"));
        year.slot(3 * i + 2, meeting("I" + n, "2019-04-11"));
    }
    std::size_t indices = 0;
    for (const auto& order : year.pairs())
        indices += order.first.size() + order.then.size();
    EXPECT_EQ(indices, 4 * boards);
    const auto findings = year.findings();
    EXPECT_GE(findings.size(), findings_max);
    EXPECT_LE(findings.size(), findings_max + 2 * boards);
    for (std::size_t i = 0; i < year.all.size(); ++i)
        EXPECT_EQ(year.status()[i].lamp == L::at_risk,
                  year.all[i].what.purpose != ReportPurpose::inform)
            << "whoever is out of order is told so";
}

TEST(timetable_plan, what_is_stated_and_asked_by_the_purposes_is_named_once_and_in_the_old_order) {
    Year year;
    for (const char* board : {"A", "B"})
        year.all.push_back(expected("Plan", board, ReportPurpose::agree, Season::spring));
    for (const char* board : {"C", "D"})
        year.all.push_back(expected("Plan", board, ReportPurpose::consult, Season::spring));
    year.all.push_back(expected("Plan", "I", ReportPurpose::inform, Season::spring));
    year.orders = {{"Plan", "D", "A", "the protocol"}};
    for (std::size_t i = 0; i < year.all.size(); ++i)
        year.slot(i, meeting(year.all[i].what.board, "2019-04-10"));
    std::string found;
    for (const auto& finding : year.findings())
        found +=
            year.all[finding.pair.first].what.board + year.all[finding.pair.then].what.board + " ";
    EXPECT_EQ(found, "DA CA AI CB DB BI ");
}

TEST(timetable_plan, proposals_keep_the_order_or_say_why_they_cannot) {
    Year year = strategy();
    year.meetings = {meeting("A", "2019-06-10"), meeting("A", "2019-07-15"),
                     meeting("B", "2019-06-20"), meeting("C", "2019-06-25"),
                     meeting("D", "2019-04")};
    const auto proposals = year.propose();
    ASSERT_TRUE(proposals[0].meeting);
    EXPECT_EQ(proposals[0].meeting->id, "A 2019-07-15") << "after B";
    EXPECT_EQ(proposals[1].words, timetable::words::suggested("Thursday 20 June 2019"));
    EXPECT_FALSE(proposals[2].meeting);
    EXPECT_EQ(proposals[2].words,
              timetable::words::none_after("June to August 2019", "Monday 15 July 2019"));
    EXPECT_EQ(proposals[3].mend, Mend::set_the_day);
    EXPECT_EQ(proposals[3].words, timetable::words::set_date("April 2019"));
}

TEST(timetable_plan, proposes_only_what_papers_can_still_reach) {
    Year year = strategy();
    year.facts.today = make_day(2019, 8, 20);
    year.meetings = {meeting("A", "2019-08-22"), meeting("B", "2019-08-30")};
    const auto proposals = year.propose();
    EXPECT_EQ(proposals[0].words, timetable::words::too_late_for_papers("June to August 2019"));
    EXPECT_TRUE(proposals[1].meeting);
    EXPECT_EQ(proposals[3].mend, Mend::season_is_over);
    EXPECT_EQ(year.status()[3].lamp, L::missed);
}

TEST(timetable_plan, a_meeting_that_is_cancelled_or_moves_away_puts_it_at_risk_and_proposes_anew) {
    Year year = strategy();
    year.meetings = {meeting("A", "2019-06-10"), meeting("A", "2019-07-15")};
    year.slot(0, year.meetings[0]);
    EXPECT_EQ(year.status()[0].lamp, L::at_risk);
    EXPECT_EQ(year.status()[0].words, timetable::words::waiting_for("The B", "for consultation"));
    year.all[1].state = S::waived;
    EXPECT_EQ(year.status()[0].lamp, L::on_time);
    EXPECT_EQ(year.status()[0].words,
              timetable::words::on_time(to_words(S::slotted), " on Monday 10 June 2019",
                                        "Sunday 2 June 2019"));
    year.meetings[0].state = MeetingState::cancelled;
    year.slot(0, year.meetings[0]);
    EXPECT_EQ(year.status()[0].lamp, L::at_risk);
    EXPECT_EQ(year.status()[0].words,
              timetable::words::its_meeting_cancelled(" on Monday 10 June 2019") + " " +
                  timetable::words::suggested("Monday 15 July 2019"));
    year.meetings[0] = meeting("A", "2019-09-02");
    year.slot(0, year.meetings[0]);
    EXPECT_EQ(year.status()[0].words,
              timetable::words::now_out_of_season(" on Monday 2 September 2019") + " " +
                  timetable::words::suggested("Monday 15 July 2019"));
    year.slot(0, meeting("OLD", "2019-06-10"));
    EXPECT_EQ(year.status()[0].lamp, L::at_risk);
    year.slot(0, meeting("A", "2019-06-10"));
    year.facts.today = make_day(2019, 6, 5);
    EXPECT_EQ(year.status()[0].lamp, L::at_risk) << "papers should have gone out";
}

TEST(timetable_plan, the_earliest_boards_that_agree_own_the_report) {
    const Year year = county(2019);
    std::vector<Obligation> all;
    for (const auto& each : year.all)
        all.push_back(each.what);
    const auto owners = [&](const char* report) {
        return owners_of(report, all, year.facts.seasons);
    };
    EXPECT_EQ(owners("Children and Young People's Plan"), std::vector<std::string>{"CT"});
    EXPECT_EQ(owners("OSCB Annual Report"), std::vector<std::string>{"OSCB"});
    EXPECT_EQ(owners("CSP Community Safety Plans").size(), 4U);
    EXPECT_TRUE(owners("No such report").empty());
}

TEST(seasons, every_month_is_in_exactly_one) {
    EXPECT_TRUE(check_seasons(default_seasons()));
    auto seasons = default_seasons();
    seasons[0].last_month = 4;
    EXPECT_EQ(check_seasons(seasons).error().message, timetable::words::month_in_none("May"));
    seasons[0].last_month = 6;
    EXPECT_EQ(check_seasons(seasons).error().message,
              timetable::words::month_in_both("June", "spring", "summer"));
    seasons = default_seasons();
    seasons[2].last_month = 11;
    seasons[3].first_month = 12;
    EXPECT_TRUE(check_seasons(seasons));
    const auto winter = season_window(seasons, Season::winter, 2019);
    EXPECT_EQ(winter, (SeasonWindow{make_day(2019, 12, 1), make_day(2020, 2, 29)}));
    EXPECT_EQ(window_words(winter), "December 2019 to February 2020");
    EXPECT_EQ(season_of(seasons, make_day(2019, 12, 5)), Season::winter);
    EXPECT_EQ(season_of(default_seasons(), make_day(2019, 12, 5)), Season::autumn);
}

TEST(timetable_sources, contradictions_name_their_clauses) {
    ASSERT_EQ(protocol_contradictions().size(), 4U);
    for (const auto& each : protocol_contradictions())
        EXPECT_TRUE(check_contradiction(each)) << each.key;
    Contradiction one{"", "CSA", "They differ.", {{"2.14", "Approve"}}};
    EXPECT_EQ(check_contradiction(one).error().field, "clause");
    one.sources.push_back({"Appendix B", " "});
    EXPECT_EQ(check_contradiction(one).error().field, "says");
}

}  // namespace
}  // namespace workflows
