// Boards, people, memberships and meetings: what is refused, what is kept, what is stale.
#include <gtest/gtest.h>

#include "db/boards.hpp"
#include "db/meetings.hpp"
#include "db/memberships.hpp"
#include "db/people.hpp"
#include "tests/db/temporary_database.hpp"

namespace {

using workflows::Code;
using workflows::make_day;

class Aggregates : public testing::Test {
  protected:
    Aggregates() : tx_(temporary_.database().begin_write({"officer", ""})) {
        for (const char* code : {"HWB", "HIB"}) {
            workflows::Board board;
            board.code = code;
            board.slug = std::string(code) + "-slug";
            board.name = std::string("Board ") + code;
            EXPECT_TRUE(db::insert_board(*tx_, board));
        }
        for (const char* key : {"leader", "director", "officer"})
            EXPECT_TRUE(db::insert_person(*tx_, person(key)));
    }

    static workflows::Person person(const std::string& key) {
        workflows::Person person;
        person.key = key;
        person.post = "The " + key;
        person.email = "A@Example.org";
        return person;
    }
    static std::optional<workflows::Day> day(const std::string& text) {
        if (text.empty()) return std::nullopt;
        return workflows::parse_day(text).value();
    }
    static workflows::Membership chair(const std::string& person, const std::string& from = "",
                                       const std::string& to = "") {
        workflows::Membership membership;
        membership.board = "HWB";
        membership.person = person;
        membership.role = workflows::Role::chair;
        membership.from_day = day(from);
        membership.to_day = day(to);
        return membership;
    }
    db::MeetingRow meeting(const std::string& date, const std::string& board = "HWB") {
        db::MeetingRow row;
        row.board = board;
        row.planned = workflows::PlannedDate::parse(date).value();
        return db::insert_meeting(*tx_, row).value();
    }

    tests::TemporaryDatabase temporary_;
    std::unique_ptr<db::WriteTx> tx_;
};

TEST_F(Aggregates, BoardComesBackAsItWasSaved) {
    auto board = db::load_board(*tx_, "HIB").value();
    board.parent = "HWB";
    board.statutory = true;
    board.chairs = 2;
    board.place = "County Hall";
    board.papers_due_days = 7;
    ASSERT_TRUE(db::save_board(*tx_, board));
    const auto seen = db::find_board_by_slug(*tx_, "HIB-slug").value();
    EXPECT_EQ(seen.parent, "HWB");
    EXPECT_TRUE(seen.statutory);
    EXPECT_EQ(seen.chairs, 2);
    EXPECT_EQ(seen.place, "County Hall");
    EXPECT_EQ(seen.papers_due_days, 7);
    EXPECT_EQ(seen.version, 2);
    EXPECT_EQ(db::save_board(*tx_, board).error().code, Code::stale);
}

TEST_F(Aggregates, MovingALastDayLaterNeedsTheSeatToBeFree) {
    const auto first = db::insert_membership(*tx_, chair("leader", "2018-01-01", "2018-03-31"));
    const auto id = first.value().id;
    ASSERT_TRUE(db::insert_membership(*tx_, chair("director", "2018-05-01")));
    ASSERT_TRUE(db::end_membership(*tx_, id, make_day(2018, 4, 30), 1)) << "not in its own way";
    const auto two_chairs = db::end_membership(*tx_, id, make_day(2018, 5, 1), 2);
    ASSERT_FALSE(two_chairs);
    EXPECT_EQ(two_chairs.error().code, Code::conflict);
    EXPECT_EQ(two_chairs.error().field, "to_day");
    EXPECT_TRUE(db::end_membership(*tx_, id, make_day(2018, 2, 1), 2)) << "earlier is no matter";

    auto member = chair("officer", "2018-01-01", "2018-01-31");
    member.role = workflows::Role::member;
    const auto before = db::insert_membership(*tx_, member).value();
    member.from_day = make_day(2018, 3, 1);
    member.to_day = std::nullopt;
    ASSERT_TRUE(db::insert_membership(*tx_, member));
    EXPECT_FALSE(db::end_membership(*tx_, before.id, make_day(2018, 3, 1), 1));
    EXPECT_TRUE(db::end_membership(*tx_, before.id, make_day(2018, 2, 28), 1));
}

TEST_F(Aggregates, BoardRefusesATakenCodeAndACircle) {
    auto board = db::load_board(*tx_, "HIB").value();
    EXPECT_EQ(db::insert_board(*tx_, board).error().field, "code");
    auto other = board;
    other.code = "NEW";
    EXPECT_EQ(db::insert_board(*tx_, other).error().field, "slug");
    board.parent = "HWB";
    ASSERT_TRUE(db::save_board(*tx_, board));
    auto parent = db::load_board(*tx_, "HWB").value();
    parent.parent = "HIB";
    EXPECT_EQ(db::save_board(*tx_, parent).error().field, "parent");
    parent.parent = "";
    parent.succeeded_by = "NONE";
    EXPECT_EQ(db::save_board(*tx_, parent).error().message,
              "There is no board with the code NONE.");
    EXPECT_EQ(db::load_board(*tx_, "NONE").error().code, Code::not_found);
}

TEST_F(Aggregates, SuccessorIsNamed) {
    auto board = db::load_board(*tx_, "HIB").value();
    EXPECT_FALSE(db::successor_of(*tx_, "HIB"));
    board.succeeded_by = "HWB";
    board.succeeded_on = workflows::make_day(2018, 4, 1);
    ASSERT_TRUE(db::save_board(*tx_, board));
    EXPECT_EQ(db::successor_of(*tx_, "HIB")->code, "HWB");
    const auto successions = db::list_successions(*tx_);
    ASSERT_EQ(successions.size(), 1U);
    EXPECT_EQ(successions[0].on, make_day(2018, 4, 1));
}

TEST_F(Aggregates, PersonKeepsFormerHolders) {
    auto person = db::load_person(*tx_, "leader").value();
    EXPECT_EQ(person.email, "a@example.org");
    person.holder = "First";
    ASSERT_TRUE(db::save_person(*tx_, person));
    ++person.version;
    person.post = "Leader of the Council";
    ASSERT_TRUE(db::save_person(*tx_, person));
    ++person.version;
    person.holder = "Second";
    person.email = "second@example.org";
    ASSERT_TRUE(db::save_person(*tx_, person));
    const auto former = db::list_former_holders(*tx_, "leader");
    ASSERT_EQ(former.size(), 2U);
    EXPECT_EQ(former[0].holder, "First");
    EXPECT_EQ(former[0].email, "a@example.org");
    EXPECT_EQ(former[0].changed_by, "officer");
    EXPECT_EQ(db::save_person(*tx_, person).error().code, Code::stale);
}

TEST_F(Aggregates, PeopleAreFoundByMailboxInAnyCase) {
    EXPECT_EQ(db::find_people_by_email(*tx_, " A@EXAMPLE.org ").size(), 3U);
    EXPECT_TRUE(db::find_people_by_email(*tx_, "").empty());
    EXPECT_EQ(db::insert_person(*tx_, person("leader")).error().field, "key");
}

TEST_F(Aggregates, SecondChairIsRefusedWhereTheBoardHasOne) {
    ASSERT_TRUE(db::insert_membership(*tx_, chair("leader")));
    const auto refused = db::insert_membership(*tx_, chair("director"));
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, Code::conflict);
    EXPECT_EQ(refused.error().message,
              "The Board HWB already has a chair: The leader. End that membership first.");
}

TEST_F(Aggregates, ChairsMayFollowEachOther) {
    const auto first = db::insert_membership(*tx_, chair("leader")).value();
    ASSERT_TRUE(db::end_membership(*tx_, first.id, make_day(2018, 3, 31), first.version));
    ASSERT_TRUE(db::insert_membership(*tx_, chair("director", "2018-04-01")));
    // One day of two chairs is too many.
    EXPECT_FALSE(db::insert_membership(*tx_, chair("officer", "2018-03-31", "2018-03-31")));
    EXPECT_EQ(db::end_membership(*tx_, first.id, make_day(2019, 1, 1), 1).error().code,
              Code::stale);
    EXPECT_EQ(db::end_membership(*tx_, "none", make_day(2019, 1, 1), 1).error().code,
              Code::not_found);
}

TEST_F(Aggregates, TwoChairsAreCountedDayByDay) {
    auto board = db::load_board(*tx_, "HWB").value();
    board.chairs = 2;
    ASSERT_TRUE(db::save_board(*tx_, board));
    ASSERT_TRUE(db::insert_membership(*tx_, chair("leader", "2018-01-01", "2018-06-30")));
    ASSERT_TRUE(db::insert_membership(*tx_, chair("leader", "2018-07-01", "2018-12-31")));
    // Overlaps both, and never sits with more than one of them.
    ASSERT_TRUE(db::insert_membership(*tx_, chair("director", "2018-01-01", "2018-12-31")));
    const auto third = db::insert_membership(*tx_, chair("officer", "2018-12-31"));
    EXPECT_EQ(third.error().message,
              "The Board HWB already has two chairs: The director; The leader. End one of these "
              "memberships first.");
}

TEST_F(Aggregates, OnePostMayHoldTwoRolesButNotOneTwice) {
    ASSERT_TRUE(db::insert_membership(*tx_, chair("leader")));
    auto member = chair("leader");
    member.role = workflows::Role::lead_member;
    ASSERT_TRUE(db::insert_membership(*tx_, member));
    member.from_day = make_day(2018, 1, 1);
    EXPECT_EQ(db::insert_membership(*tx_, member).error().field, "person");
    member.to_day = make_day(2017, 1, 1);
    EXPECT_EQ(db::insert_membership(*tx_, member).error().field, "to_day");
    EXPECT_EQ(db::list_memberships(*tx_, "HWB").size(), 2U);
    EXPECT_EQ(db::list_memberships(*tx_, "HWB")[0].person.post, "The leader");
    EXPECT_EQ(db::list_seats_of(*tx_, "leader").size(), 2U);
}

TEST_F(Aggregates, SeatsOfADayIncludeBothEnds) {
    ASSERT_TRUE(db::insert_membership(*tx_, chair("leader", "2018-01-01", "2018-01-31")));
    EXPECT_EQ(db::seats_on(*tx_, make_day(2018, 1, 1)).size(), 1U);
    EXPECT_EQ(db::seats_on(*tx_, make_day(2018, 1, 31)).size(), 1U);
    EXPECT_TRUE(db::seats_on(*tx_, make_day(2018, 2, 1)).empty());
    EXPECT_TRUE(db::seats_on(*tx_, make_day(2017, 12, 31)).empty());
}

TEST_F(Aggregates, MeetingsComeInTheOrderOfTheirDates) {
    for (const char* date : {"", "2019-02", "2019-03-01", "2019-02-28", "2018-11-22"})
        meeting(date);
    std::string order;
    for (const auto& row : db::list_meetings(*tx_, {.open_dates = db::OpenDates::included}))
        order += row.planned.key() + " ";
    EXPECT_EQ(order, "2018-11-22 2019-02-28 2019-02 2019-03-01  ");
}

TEST_F(Aggregates, AMonthCountsWhenAnyOfItsDaysDoes) {
    meeting("2019-02");
    meeting("2019-02-10");
    meeting("2019-02-20", "HIB");
    meeting("");
    const auto count = [&](int from, int to, const std::string& board = "") {
        return db::list_meetings(*tx_, {.board = board,
                                        .from = make_day(2019, 2, static_cast<unsigned>(from)),
                                        .to = make_day(2019, 2, static_cast<unsigned>(to))})
            .size();
    };
    EXPECT_EQ(count(11, 28), 2U);
    EXPECT_EQ(count(11, 19), 1U);
    EXPECT_EQ(count(1, 28), 3U);
    EXPECT_EQ(count(1, 28, "HIB"), 1U);
    EXPECT_EQ(db::list_upcoming(*tx_, make_day(2019, 2, 15), 10, {}).size(), 2U);
    EXPECT_EQ(db::list_upcoming(*tx_, make_day(2019, 2, 1), 1, {}).size(), 1U);
    EXPECT_TRUE(db::list_upcoming(*tx_, make_day(2019, 3, 1), 10, {}).empty());
}

TEST_F(Aggregates, AMovedMeetingIsFoundFromItsOldDay) {
    auto row = meeting("2018-11-22");
    row.planned = make_day(2018, 11, 29);
    const auto moved = db::move_meeting(*tx_, row, "The room is taken").value();
    EXPECT_EQ(moved.sequence, 1);
    EXPECT_EQ(db::move_meeting(*tx_, row, "again").error().code, Code::stale);
    auto again = moved;
    again.planned = make_day(2018, 12, 6);
    ASSERT_TRUE(db::move_meeting(*tx_, again, "And again"));
    const auto moves = db::list_moves(*tx_, row.id);
    ASSERT_EQ(moves.size(), 2U);
    EXPECT_EQ(moves[0].planned.key(), "2018-11-22");
    EXPECT_EQ(moves[1].reason, "And again");
    EXPECT_EQ(db::find_meeting_on(*tx_, "HWB", make_day(2018, 11, 22), db::service_reader())->id,
              row.id);
    EXPECT_EQ(
        db::find_meeting_on(*tx_, "HWB", make_day(2018, 12, 6), db::service_reader())->sequence, 2);
    EXPECT_FALSE(db::find_meeting_on(*tx_, "HIB", make_day(2018, 11, 22), db::service_reader()));
    const auto other = meeting("2018-11-22");
    EXPECT_EQ(db::find_meeting_on(*tx_, "HWB", make_day(2018, 11, 22), db::service_reader())->id,
              other.id);
}

TEST_F(Aggregates, MeetingEditedTwiceIsStale) {
    auto row = meeting("2018-11-22");
    row.place = "Town Hall";
    ASSERT_TRUE(db::save_meeting(*tx_, row));
    EXPECT_EQ(db::save_meeting(*tx_, row).error().message,
              "This meeting has changed since you opened the form. Open the form again.");
    EXPECT_EQ(db::load_meeting(*tx_, row.id)->place, "Town Hall");
    EXPECT_EQ(db::load_meeting(*tx_, "none").error().code, Code::not_found);
}

TEST_F(Aggregates, AWriteNamesWhatItChanged) {
    tx_->commit();
    std::vector<std::string> tags;
    temporary_.database().on_commit([&](const auto& changed) { tags = changed; });
    tx_.reset();
    tx_ = temporary_.database().begin_write();
    const auto row = meeting("2018-11-22");
    tx_->commit();
    EXPECT_EQ(tags, (std::vector<std::string>{"meeting:" + row.id, "meetings:HWB"}));
}

}  // namespace
