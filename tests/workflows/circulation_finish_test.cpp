// When a document will have been round: Easter 2016, open days, stages, and random ways round.
#include "workflows/circulation/circulation_finish.hpp"

#include <gtest/gtest.h>

#include <random>

#include "workflows/circulation/circulation_versions.hpp"

namespace workflows {
namespace {

using std::chrono::days;

const Holidays holidays;

Stop stop_at(const std::string& board, Day day, StopState state = StopState::planned) {
    Stop stop;
    stop.board = board;
    stop.date = day;
    stop.state = state;
    return stop;
}

Projection finish(const std::vector<Stop>& stops, const std::vector<BoardReach>& reach, Day today) {
    return projected_finish(stops, reach, holidays, today);
}

// Protocol 7.3: the last stop is the Children's Trust on Thursday 31 March 2016.
struct EasterRound : testing::Test {
    const Day osab_day = make_day(2016, 3, 24);
    const Day trust_day = make_day(2016, 3, 31);
    std::vector<Stop> stops{stop_at("OSAB", osab_day, StopState::issued), stop_at("CT", trust_day)};
    std::vector<BoardReach> reach{{5, Profile::va_working, {osab_day}},
                                  {5, Profile::va_working, {trust_day}}};
};

TEST_F(EasterRound, ends_with_the_childrens_trust_when_nothing_changes) {
    const auto before = finish(stops, reach, make_day(2016, 3, 14));
    EXPECT_EQ(before.finish, trust_day);
    EXPECT_EQ(before.critical, 1U);
    EXPECT_EQ(before.words, "Expected to finish on Thursday 31 March 2016 (CT is last).");
}

TEST_F(EasterRound, papers_of_22_march_reach_no_meeting_before_1_april) {
    const auto late = finish(stops, reach, make_day(2016, 3, 22));
    EXPECT_EQ(late.finish, std::nullopt);
    EXPECT_EQ(late.not_before, make_day(2016, 4, 1));
    EXPECT_EQ(late.critical, 1U);
    EXPECT_EQ(late.words,
              "Will not finish before Friday 1 April 2016 (CT). Waiting for a meeting on or after "
              "Friday 1 April 2016 (CT).");
    // Out on the last day, they do.
    EXPECT_EQ(finish(stops, reach, make_day(2016, 3, 21)).finish, trust_day);
}

TEST_F(EasterRound, a_draft_amended_on_24_march_waits_for_the_trusts_next_meeting) {
    stops[0].state = StopState::agreed_with_comments;
    stops[1].state = StopState::issued;
    // Out since January, and the trust would agree a draft that is no more.
    EXPECT_EQ(finish(stops, reach, osab_day).finish, trust_day);
    stops[1].outdated = true;
    EXPECT_EQ(finish(stops, reach, osab_day).not_before, make_day(2016, 4, 5));
    reach[1].meetings.push_back(make_day(2016, 4, 4));
    reach[1].meetings.push_back(make_day(2016, 4, 21));
    const auto next = finish(stops, reach, osab_day);
    EXPECT_EQ(next.finish, make_day(2016, 4, 21));
    EXPECT_TRUE(next.stops[1].moved);
    // The board that agreed before it was changed costs its own next meeting, too.
    stops[0].state = StopState::stale;
    EXPECT_EQ(finish(stops, reach, osab_day).waiting, std::vector<std::size_t>{0});
    reach[0].meetings.push_back(make_day(2016, 5, 12));
    EXPECT_EQ(finish(stops, reach, osab_day).finish, make_day(2016, 5, 12));
    EXPECT_EQ(finish(stops, reach, osab_day).critical, 0U);
}

TEST_F(EasterRound, follows_a_meeting_that_moves) {
    stops[1].date = make_day(2016, 4, 14);
    reach[1].meetings = {make_day(2016, 4, 14)};
    EXPECT_EQ(finish(stops, reach, make_day(2016, 3, 22)).finish, make_day(2016, 4, 14));
    stops[1].meeting = MeetingState::cancelled;
    reach[1].meetings = {};
    EXPECT_EQ(finish(stops, reach, make_day(2016, 3, 22)).finish, std::nullopt);
}

TEST(circulation_finish, says_what_it_waits_for) {
    const Day today = make_day(2016, 3, 1);
    std::vector<Stop> stops{stop_at("HWB", make_day(2016, 4, 7)), Stop{}};
    stops[1].board = "JMG-OP";
    const std::vector<BoardReach> reach(2);
    EXPECT_EQ(
        finish(stops, reach, today).words,
        "Will not finish before Thursday 7 April 2016 (HWB). Waiting for a meeting date (JMG-OP).");
    stops[1].date = std::chrono::year{2016} / 6;
    EXPECT_EQ(finish(stops, reach, today).not_before, make_day(2016, 6, 1));
    stops[1] = stop_at("JMG-OP", today - days{3}, StopState::issued);
    EXPECT_EQ(finish(stops, reach, today).waiting, std::vector<std::size_t>{1});
    stops[1].state = StopState::not_agreed;
    EXPECT_TRUE(finish(stops, reach, today).words.ends_with("a way past the refusal (JMG-OP)."));
    stops[1].state = StopState::assent_asked;
    stops[1].assent_by = make_day(2016, 4, 20);
    EXPECT_EQ(finish(stops, reach, today).finish, make_day(2016, 4, 20));
    // A board without a meeting: nothing can be said until its chair is asked by a closing day.
    stops[1].has_meeting = false;
    stops[1].date = {};
    EXPECT_EQ(finish(stops, reach, today).finish, make_day(2016, 4, 20));
    stops[1].state = StopState::planned;
    EXPECT_TRUE(finish(stops, reach, today)
                    .words.ends_with("a meeting or a request for written assent (JMG-OP)."));
    stops[1].state = StopState::withdrawn;
    EXPECT_EQ(finish(stops, reach, today).finish, make_day(2016, 4, 7));
    stops[0].state = StopState::agreed;
    EXPECT_EQ(finish(stops, reach, make_day(2016, 5, 1)).words,
              "Finished on Thursday 7 April 2016 (HWB was last).");
    EXPECT_EQ(finish({}, {}, today).words, "");
}

// Protocol 2.14: each community safety partnership approves, then the county's board reviews.
TEST(circulation_finish, a_later_stage_gets_its_papers_when_the_stages_before_are_done) {
    const Day today = make_day(2016, 2, 1);
    std::vector<Stop> stops{stop_at("CSP-OX", make_day(2016, 3, 1)),
                            stop_at("CSP-CH", make_day(2016, 3, 8)),
                            stop_at("OxSCP", make_day(2016, 3, 10))};
    stops[2].stage = 2;
    std::vector<BoardReach> reach(3);
    reach[2].meetings = {make_day(2016, 3, 10), make_day(2016, 6, 9)};
    EXPECT_EQ(gate_missing(stops, 2), (std::vector<std::string>{"CSP-OX", "CSP-CH"}));
    EXPECT_EQ(gate_missing(stops, 1), std::vector<std::string>{});
    EXPECT_EQ(finish(stops, reach, today).finish, make_day(2016, 6, 9));
    stops[1].date = make_day(2016, 3, 2);
    EXPECT_EQ(finish(stops, reach, today).finish, make_day(2016, 3, 10));
    stops[0].state = StopState::agreed;
    stops[1].state = StopState::noted;
    EXPECT_EQ(gate_missing(stops, 2), std::vector<std::string>{"CSP-CH"});
    stops[1].state = StopState::withdrawn;
    EXPECT_EQ(gate_missing(stops, 2), std::vector<std::string>{});
}

TEST(circulation_finish, names_the_next_meeting_that_papers_reach) {
    const BoardReach reach{5, Profile::va_working, {make_day(2016, 3, 31), make_day(2016, 4, 7)}};
    EXPECT_EQ(next_reachable(make_day(2016, 3, 21), reach, holidays), make_day(2016, 3, 31));
    EXPECT_EQ(next_reachable(make_day(2016, 3, 22), reach, holidays), make_day(2016, 4, 7));
    EXPECT_EQ(next_reachable(make_day(2016, 4, 1), reach, holidays), std::nullopt);
    EXPECT_EQ(reaches(make_day(2016, 3, 31), make_day(2016, 3, 22), reach, holidays).reason,
              "The deadline for papers was Monday 21 March 2016.");
}

TEST(circulation_versions, only_material_changes_after_it_make_a_version_outdated) {
    const std::vector<DocumentVersion> versions{{1, "draft 6", {}, "", "", false},
                                                {2, "draft 7", {}, "", "Wording", false},
                                                {3, "draft 8", {}, "", "Section 4", true},
                                                {4, "draft 9", {}, "", "Wording", false}};
    std::string outdated;
    for (const char* label : {"draft 5", "draft 6", "draft 7", "draft 8", "draft 9"})
        outdated += is_outdated(versions, label) ? '1' : '0';
    EXPECT_EQ(outdated, "11100");
}

// A way round after any events: whatever happens, no finish is before a stop that is still open.
class RandomRound {
  public:
    explicit RandomRound(unsigned seed) : random_(seed) {}

    void make() {
        const int count = 1 + below(14);
        for (int i = 0; i < count; ++i) {
            Stop stop = stop_at("B" + std::to_string(i), today + days{below(120) - 40});
            stop.state = static_cast<StopState>(below(static_cast<int>(names<StopState>.size())));
            stop.stage = 1 + below(3);
            stop.outdated = below(3) == 0;
            if (below(6) == 0) stop.date = PlannedDate{};
            if (below(6) == 0) stop.date = std::chrono::year{2016} / (4 + below(8));
            if (below(8) == 0) stop.meeting = MeetingState::cancelled;
            if (below(2) == 0) stop.assent_by = today + days{below(60) - 20};
            stops.push_back(stop);
            BoardReach board{below(11), Profile::va_working, {}};
            if (const auto day = stop.date.day(); day && *day >= today)
                board.meetings.push_back(*day);
            for (int more = below(3); more > 0; --more)
                board.meetings.push_back(today + days{below(200)});
            std::ranges::sort(board.meetings);
            reach.push_back(board);
        }
    }
    void move_one() {
        const auto i = static_cast<std::size_t>(below(static_cast<int>(stops.size())));
        stops[i].date = today + days{below(150)};
        reach[i].meetings = {*stops[i].date.day()};
    }

    const Day today = make_day(2016, 3, 16);
    std::vector<Stop> stops;
    std::vector<BoardReach> reach;

  private:
    int below(int end) { return static_cast<int>(random_() % static_cast<unsigned>(end)); }
    std::mt19937 random_;
};

void expect_no_open_stop_after(const Projection& projection, const RandomRound& round) {
    if (projection.finish) {
        EXPECT_EQ(*projection.finish, projection.not_before);
    }
    EXPECT_EQ(projection.finish.has_value(),
              projection.critical.has_value() && projection.waiting.empty());
    for (std::size_t i = 0; i < round.stops.size(); ++i) {
        const Stop& stop = round.stops[i];
        if (is_settled(stop.state)) continue;
        EXPECT_GE(projection.not_before, round.today);
        EXPECT_GE(projection.not_before, projection.stops[i].day);
        const bool to_come = stop.state == StopState::planned || stop.state == StopState::issued;
        if (to_come && stop.date.day() && stop.meeting != MeetingState::cancelled) {
            EXPECT_GE(projection.not_before, *stop.date.day());
        }
        if (stop.state == StopState::stale && projection.finish) {
            const auto again = projection.stops[i].day;
            EXPECT_TRUE(reaches(again, round.today, round.reach[i], holidays).in_time);
        }
    }
}

TEST(circulation_finish, is_never_before_an_open_stop_whatever_happens) {
    for (unsigned seed = 0; seed < 400; ++seed) {
        SCOPED_TRACE(seed);
        RandomRound round(seed);
        round.make();
        expect_no_open_stop_after(finish(round.stops, round.reach, round.today), round);
        for (int moves = 0; moves < 4; ++moves) {
            round.move_one();
            expect_no_open_stop_after(finish(round.stops, round.reach, round.today), round);
        }
    }
}

}  // namespace
}  // namespace workflows
