// The lints of the register on the thirteen records of 2018, with the counts of the design, and on
// records made for each rule.
#include "workflows/register/register.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>

#include "tests/workflows/csv_rows.hpp"
#include "workflows/register/words.hpp"

namespace {

using workflows::HeldIn;
using workflows::lint_register;
using workflows::make_day;
using workflows::PlannedDate;
using workflows::RegisterFinding;
using workflows::RegisterLine;
using workflows::RegisterLint;
using Words = std::vector<std::string>;

PlannedDate date(const std::string& text) {
    return PlannedDate::parse(text).value();
}

HeldIn held_in(const std::string& board) {
    for (const auto& row : csv_rows::read("boards.csv")) {
        if (row.at("code") == board) return workflows::from_text<HeldIn>(row.at("held_in")).value();
    }
    ADD_FAILURE() << "no board " << board;
    return HeldIn::private_;
}

std::vector<RegisterLine> records_of_2018() {
    std::vector<RegisterLine> lines;
    for (const auto& row : csv_rows::read("register_2018.csv")) {
        RegisterLine line;
        line.board = row.at("board");
        line.completed = date(row.at("date_of_completion"));
        line.last_meeting = date(row.at("last_meeting"));
        line.next_meeting = date(row.at("next_meeting"));
        line.has_website = !row.at("website").empty();
        line.held_in = held_in(line.board);
        line.posts = {row.at("lead_member"), row.at("lead_officer")};
        std::erase(line.posts, "");
        for (const auto& seat : csv_rows::read("memberships.csv")) {
            if (seat.at("board") != line.board) continue;
            (seat.at("role") == "secretariat" ? line.secretariats : line.posts)
                .push_back(seat.at("person"));
        }
        for (const auto& meeting : csv_rows::read("meetings_2018.csv")) {
            if (meeting.at("board") == line.board)
                line.meetings.push_back(date(meeting.at("date")));
        }
        lines.push_back(std::move(line));
    }
    return lines;
}

std::vector<RegisterFinding> of_kind(const std::vector<RegisterFinding>& all, RegisterLint lint) {
    std::vector<RegisterFinding> some;
    std::copy_if(all.begin(), all.end(), std::back_inserter(some),
                 [&](const auto& finding) { return finding.lint == lint; });
    return some;
}

Words boards_of(const std::vector<RegisterFinding>& findings) {
    Words boards;
    for (const auto& finding : findings)
        boards.insert(boards.end(), finding.boards.begin(), finding.boards.end());
    std::sort(boards.begin(), boards.end());
    return boards;
}

const RegisterFinding& on(const std::vector<RegisterFinding>& findings, const PlannedDate& day) {
    const auto found = std::find_if(findings.begin(), findings.end(),
                                    [&](const auto& one) { return one.date == day; });
    if (found == findings.end()) throw std::runtime_error("nothing on " + day.key());
    return *found;
}

TEST(Register2018, EightOfThirteenWereCompletedBeforeTheirOwnLastMeeting) {
    const auto lines = records_of_2018();
    EXPECT_EQ(lines.size(), 13U);
    const auto early = of_kind(lint_register(lines), RegisterLint::early_completion);
    EXPECT_EQ(boards_of(early),
              (Words{"CT", "HIB", "HWB", "JMG-ACSN", "OGB", "OSAB", "OSCB", "OxLEP"}));
    EXPECT_EQ(early.size(), 8U);
}

TEST(Register2018, AgreesWithTheCalendarThatCameWithIt) {
    EXPECT_TRUE(of_kind(lint_register(records_of_2018()), RegisterLint::next_disagrees).empty());
}

TEST(Register2018, TwoRecordsHaveNoExactNextDate) {
    EXPECT_EQ(boards_of(of_kind(lint_register(records_of_2018()), RegisterLint::next_inexact)),
              (Words{"OSCA", "SOP"}));
}

TEST(Register2018, FourNameNoWebsite) {
    EXPECT_EQ(boards_of(of_kind(lint_register(records_of_2018()), RegisterLint::no_website)),
              (Words{"JMG-ACSN", "JMG-BCF", "OEP", "TVESC"}));
}

TEST(Register2018, NextMeetingsSharedByBoards) {
    const auto shared = of_kind(lint_register(records_of_2018()), RegisterLint::shared_next);
    ASSERT_EQ(shared.size(), 2U);
    const auto& three = on(shared, make_day(2018, 11, 22));
    EXPECT_EQ(three.boards, (Words{"HIB", "JMG-BCF", "TVESC"}));
    EXPECT_EQ(three.posts, (Words{"cabinet-public-health"}));
    EXPECT_EQ(three.words, workflows::partnership_register::words::all_meet_next(
                               three.boards, "Thursday 22 November 2018"));
    const auto& two = on(shared, make_day(2018, 11, 27));
    EXPECT_EQ(two.boards, (Words{"JMG-ACSN", "OGB"}));
    EXPECT_TRUE(two.posts.empty());
}

TEST(Register2018, LastMeetingsSharedByBoards) {
    const auto shared = of_kind(lint_register(records_of_2018()), RegisterLint::shared_last);
    ASSERT_EQ(shared.size(), 3U);
    EXPECT_EQ(on(shared, make_day(2018, 9, 19)).boards, (Words{"CT", "SOP"}));
    const auto& growth = on(shared, make_day(2018, 9, 25));
    EXPECT_EQ(growth.boards, (Words{"OGB", "OxLEP"}));
    EXPECT_EQ(growth.posts, (Words{"director-communities", "leader-county"}));
    EXPECT_EQ(on(shared, make_day(2018, 9, 26)).boards, (Words{"OSAB", "OSCB"}));
}

TEST(Register2018, TheTwoSafeguardingBoardsAreTheOneJointCandidate) {
    const auto joint = of_kind(lint_register(records_of_2018()), RegisterLint::joint_candidate);
    ASSERT_EQ(joint.size(), 1U);
    EXPECT_EQ(joint[0].boards, (Words{"OSAB", "OSCB"}));
    EXPECT_EQ(joint[0].date, make_day(2018, 9, 26));
}

TEST(Register2018, EveryFindingSaysWhatMendsIt) {
    const auto findings = lint_register(records_of_2018());
    EXPECT_EQ(findings.size(), 8U + 2U + 4U + 2U + 3U + 1U);
    for (const auto& finding : findings) {
        EXPECT_TRUE(finding.words.ends_with('.')) << finding.words;
        EXPECT_TRUE(finding.remedy.ends_with('.')) << finding.remedy;
        EXPECT_FALSE(finding.boards.empty());
    }
}

RegisterLine sound() {
    RegisterLine line;
    line.board = "HIB";
    line.completed = make_day(2018, 9, 14);
    line.last_meeting = make_day(2018, 9, 13);
    line.next_meeting = make_day(2018, 11, 22);
    line.has_website = true;
    line.meetings = {make_day(2018, 9, 13), make_day(2018, 11, 22)};
    return line;
}

std::vector<RegisterFinding> lints(const RegisterLine& line) {
    return lint_register(std::span(&line, 1));
}

TEST(RegisterLints, SayNothingOfASoundRecord) {
    EXPECT_TRUE(lints(sound()).empty());
}

TEST(RegisterLints, ARecordOfTheDayOfTheMeetingIsNotEarly) {
    auto line = sound();
    line.completed = line.last_meeting;
    EXPECT_TRUE(lints(line).empty());
    line.completed = make_day(2018, 9, 12);
    EXPECT_EQ(lints(line).size(), 1U);
    line.completed = std::chrono::year{2018} / std::chrono::September;
    EXPECT_TRUE(lints(line).empty());
    line.completed = std::chrono::year{2018} / std::chrono::August;
    EXPECT_EQ(lints(line).size(), 1U);
}

TEST(RegisterLints, AMovedMeetingDisagrees) {
    auto line = sound();
    line.meetings[1] = make_day(2018, 11, 29);
    const auto found = lints(line);
    ASSERT_EQ(found.size(), 1U);
    EXPECT_EQ(found[0].lint, RegisterLint::next_disagrees);
    EXPECT_EQ(found[0].words, workflows::partnership_register::words::next_disagrees(
                                  "HIB", "Thursday 22 November 2018", "Thursday 29 November 2018"));
    line.meetings.pop_back();
    EXPECT_EQ(lints(line).at(0).words, workflows::partnership_register::words::next_not_scheduled(
                                           "HIB", "Thursday 22 November 2018"));
    // One that comes earlier than the record says.
    line.meetings = {make_day(2018, 11, 1), make_day(2018, 11, 22)};
    EXPECT_EQ(lints(line).size(), 1U);
}

TEST(RegisterLints, AMonthAgreesWithAnyDayOfIt) {
    auto line = sound();
    line.next_meeting = std::chrono::year{2018} / std::chrono::November;
    const auto found = lints(line);
    ASSERT_EQ(found.size(), 1U);
    EXPECT_EQ(found[0].lint, RegisterLint::next_inexact);
    line.next_meeting = PlannedDate();
    line.meetings.pop_back();
    EXPECT_EQ(lints(line).size(), 1U);  // the calendar has none either
}

TEST(RegisterLints, BoardsThatMeetDifferentlyDidNotMeetTogether) {
    auto a = sound();
    auto b = sound();
    b.board = "HWB";
    a.secretariats = b.secretariats = {"hwb-secretariat"};
    b.next_meeting = make_day(2018, 11, 23);
    b.meetings[1] = make_day(2018, 11, 23);
    const auto count = [&](RegisterLint lint) {
        return of_kind(lint_register(std::vector{a, b}), lint).size();
    };
    EXPECT_EQ(count(RegisterLint::joint_candidate), 1U);
    b.held_in = HeldIn::public_;
    EXPECT_EQ(count(RegisterLint::joint_candidate), 0U);
    b.held_in = HeldIn::private_;
    b.secretariats = {"another"};
    EXPECT_EQ(count(RegisterLint::joint_candidate), 0U);
    EXPECT_EQ(count(RegisterLint::shared_last), 1U);
}

}  // namespace
