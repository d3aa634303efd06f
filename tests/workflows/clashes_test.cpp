// Clashes, small and from the county's own dates of autumn 2018.
#include "workflows/planning/clashes.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <sstream>

#include "workflows/core/planned_date.hpp"

namespace workflows {
namespace {

const Day thursday = make_day(2018, 11, 22);

using Row = std::vector<std::string>;

/// Rows after the header. The three files read here have no quoted commas before the columns used.
std::vector<Row> read_rows(const std::string& name) {
    std::ifstream file(SHIREMOOT_SOURCE_DIR "/db/demo/oxfordshire/" + name);
    std::vector<Row> rows;
    for (std::string line; std::getline(file, line);) {
        std::istringstream cells(line);
        rows.emplace_back();
        for (std::string cell; std::getline(cells, cell, ',');) {
            rows.back().push_back(cell);
        }
    }
    if (!rows.empty()) {
        rows.erase(rows.begin());
    }
    return rows;
}

std::vector<BoardDay> county_meetings() {
    std::vector<BoardDay> meetings;
    for (const Row& row : read_rows("meetings_2018.csv")) {
        if (auto day = PlannedDate::parse(row.at(1)).value().day()) {
            meetings.push_back({row.at(0) + row.at(1), row.at(0), *day});
        }
    }
    return meetings;
}

std::vector<Seat> county_seats() {
    std::vector<Seat> seats;
    for (const Row& row : read_rows("memberships.csv")) {
        seats.push_back({row.at(0), row.at(1), row.at(2) == "secretariat"});
    }
    return seats;
}

std::string said(const std::vector<Clash>& clashes) {
    std::string text;
    for (const Clash& clash : clashes) {
        text += iso(clash.day) + " " + clash.person;
        for (const std::string& board : clash.boards) {
            text += " " + board;
        }
        text += "\n";
    }
    return text;
}

TEST(Clashes, OfTheCountyInAutumn2018) {
    ASSERT_EQ(county_meetings().size(), 31U);
    ASSERT_EQ(county_seats().size(), 90U);
    EXPECT_EQ(said(find_clashes(county_meetings(), county_seats())),
              "2018-09-19 police-lpa-commander CT SOP\n"
              "2018-09-25 director-communities OGB OxLEP\n"
              "2018-09-25 leader-county OGB OxLEP\n"
              "2018-09-26 police-lpa-commander OSAB OSCB\n"
              "2018-11-22 cabinet-public-health HIB JMG-BCF\n");
}

TEST(Clashes, NeedTwoBoardsAndNoSecretariat) {
    std::vector<BoardDay> meetings = {
        {"m1", "HIB", thursday}, {"m2", "CT", thursday}, {"m3", "HIB", thursday}};
    std::vector<Seat> seats = {{"HIB", "chair"},        {"HIB", "chair"}, {"HIB", "officer", true},
                               {"CT", "officer", true}, {"HIB", "both"},  {"CT", "both", true}};
    EXPECT_EQ(said(find_clashes(meetings, seats)), "");
    seats.push_back({"CT", "both"});
    EXPECT_EQ(said(find_clashes(meetings, seats)), "2018-11-22 both CT HIB\n");
    meetings[1].cancelled = true;
    EXPECT_EQ(said(find_clashes(meetings, seats)), "");
}

TEST(Clashes, KeepToTheTermsOfTheSeats) {
    std::vector<BoardDay> meetings = {{"m1", "HIB", thursday}, {"m2", "CT", thursday}};
    Seat dated{"CT", "member", false, thursday, thursday};
    EXPECT_EQ(find_clashes(meetings, {{"HIB", "member"}, dated}).size(), 1U);
    dated.from = thursday + std::chrono::days{1};
    dated.to = std::nullopt;
    EXPECT_TRUE(find_clashes(meetings, {{"HIB", "member"}, dated}).empty());
    dated.from = std::nullopt;
    dated.to = thursday - std::chrono::days{1};
    EXPECT_TRUE(find_clashes(meetings, {{"HIB", "member"}, dated}).empty());
}

TEST(Clashes, ComeByDayThenPerson) {
    Day next = thursday + std::chrono::days{1};
    std::vector<BoardDay> meetings = {{"m1", "B", next},
                                      {"m2", "A", next},
                                      {"m3", "C", next},
                                      {"m4", "B", thursday},
                                      {"m5", "A", thursday}};
    std::vector<Seat> seats = {
        {"C", "zoe"}, {"B", "zoe"}, {"A", "zoe"}, {"A", "amy"}, {"B", "amy"}};
    EXPECT_EQ(said(find_clashes(meetings, seats)),
              "2018-11-22 amy A B\n2018-11-22 zoe A B\n2018-11-23 amy A B\n2018-11-23 zoe A B C\n");
}

TEST(Clashes, WhenADateIsChosen) {
    std::vector<BoardDay> meetings = county_meetings();
    std::vector<Seat> seats = county_seats();
    EXPECT_EQ(said(clashes_on(thursday, "OSAB", "", meetings, seats)),
              "2018-11-22 cabinet-public-health HIB JMG-BCF OSAB\n"
              "2018-11-22 director-adults JMG-BCF OSAB\n");
    EXPECT_EQ(said(clashes_on(thursday, "CT", "", meetings, seats)), "");
    EXPECT_EQ(said(clashes_on(make_day(2018, 12, 4), "HWB", "", meetings, seats)),
              "2018-12-04 cabinet-children HWB OSCB\n2018-12-04 director-children HWB OSCB\n");
}

TEST(Clashes, WhenAMeetingIsMovedItsOldDayDoesNotCount) {
    std::vector<BoardDay> meetings = {{"m1", "HIB", thursday}, {"m2", "CT", thursday}};
    std::vector<Seat> seats = {{"HIB", "member"}, {"CT", "member"}};
    EXPECT_EQ(clashes_on(thursday, "HIB", "m1", meetings, seats).size(), 1U);
    EXPECT_TRUE(clashes_on(thursday, "HIB", "m2", meetings, seats).empty());
    EXPECT_TRUE(clashes_on(thursday + std::chrono::days{1}, "HIB", "m1", meetings, seats).empty());
}

}  // namespace
}  // namespace workflows
