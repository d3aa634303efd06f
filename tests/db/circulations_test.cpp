// Versions, answers, reviews of a document that goes round, and what moves when boards merge.
#include "db/circulations.hpp"

#include <gtest/gtest.h>

#include "db/boards.hpp"
#include "db/case_log.hpp"
#include "db/circulation_records.hpp"
#include "db/hand_over.hpp"
#include "db/meetings.hpp"
#include "db/people.hpp"
#include "tests/db/temporary_database.hpp"

namespace {

using workflows::Code;
using workflows::make_day;
using workflows::StopState;

class Circulations : public testing::Test {
  protected:
    Circulations() : tx_(temporary_.database().begin_write({"officer", ""})) {
        for (const char* code : {"HWB", "JMG-OP", "JMG-PD", "JMG-BCF"}) {
            workflows::Board board;
            board.code = code;
            board.slug = std::string("slug-") + code;
            board.name = std::string("Board ") + code;
            EXPECT_TRUE(db::insert_board(*tx_, board));
        }
    }
    db::CirculationRow circulation(const std::string& owner) {
        db::CirculationRow row;
        row.document = "Protocol of " + owner;
        row.version_label = "draft 6";
        row.owner = owner;
        row.purpose = "agreement";
        return db::insert_circulation(*tx_, row);
    }
    db::StopRow stop(const std::string& circulation, const std::string& board,
                     StopState state = StopState::planned) {
        db::MeetingRow meeting;
        meeting.board = board;
        meeting.planned = workflows::PlannedDate::parse("2016-01-27").value();
        db::StopRow row;
        row.circulation = circulation;
        row.board = board;
        row.meeting = db::insert_meeting(*tx_, meeting).value().id;
        row.state = state;
        return db::insert_stop(*tx_, row).value();
    }

    tests::TemporaryDatabase temporary_;
    std::unique_ptr<db::WriteTx> tx_;
};

TEST_F(Circulations, AVersionHasItsFileAndAStopNeedsNoMeeting) {
    const auto row = circulation("HWB");
    EXPECT_FALSE(db::list_circulation_versions(*tx_, row)[0].has_file());
    db::set_version_file(*tx_, row, {"draft.pdf", std::string(64, 'a'), 2000, 12});
    const auto first = db::list_circulation_versions(*tx_, row);
    ASSERT_EQ(first.size(), 1U);
    EXPECT_EQ(first[0].file.file_name, "draft.pdf");
    EXPECT_EQ(first[0].file.pages, 12);
    db::StopRow stop;
    stop.circulation = row.id;
    stop.board = "JMG-OP";
    const auto added = db::insert_stop(*tx_, stop).value();
    auto found = db::load_stop(*tx_, added.id).value();
    EXPECT_EQ(found.meeting, "");
    EXPECT_FALSE(found.planned.day());
    EXPECT_EQ(db::list_stops(*tx_, row.id).size(), 1U);
    found.state = StopState::assent_asked;
    EXPECT_TRUE(db::save_stop(*tx_, found));
    EXPECT_EQ(db::load_stop(*tx_, added.id)->meeting, "");
}

TEST_F(Circulations, TheFirstVersionIsThereFromTheBeginning) {
    const auto row = circulation("HWB");
    ASSERT_EQ(db::list_circulation_versions(*tx_, row).size(), 1U);
    EXPECT_EQ(db::list_circulation_versions(*tx_, row)[0].label, "draft 6");
    workflows::DocumentVersion version;
    version.label = "draft 6";
    EXPECT_EQ(db::add_circulation_version(*tx_, row, version).error().code, Code::conflict);
    version.label = "draft 7";
    version.changed = "Section 4";
    version.material = true;
    ASSERT_TRUE(db::add_circulation_version(*tx_, row, version));
    EXPECT_EQ(
        db::add_circulation_version(*tx_, row, {1, "draft 8", {}, "", "", false}).error().code,
        Code::stale);
    const auto now = db::load_circulation(*tx_, row.id).value();
    EXPECT_EQ(now.version_label, "draft 7");
    const auto versions = db::list_circulation_versions(*tx_, now);
    ASSERT_EQ(versions.size(), 2U);
    EXPECT_EQ(versions[1].number, 2);
    EXPECT_EQ(versions[1].person, "officer");
    EXPECT_TRUE(versions[1].material);
}

TEST_F(Circulations, AnswersAreKeptAndTakenBack) {
    const auto row = circulation("HWB");
    const auto at = stop(row.id, "JMG-OP");
    db::StopAnswer answer;
    answer.stop = at.id;
    answer.number = 3;
    answer.day = make_day(2016, 1, 27);
    answer.version_label = "draft 6";
    answer.comments = "Name an officer";
    db::insert_stop_answer(*tx_, answer);
    db::take_back_stop_answer(*tx_, at.id);
    answer.number = 5;
    db::insert_stop_answer(*tx_, answer);
    auto answers = db::list_stop_answers(*tx_, row.id);
    ASSERT_EQ(answers.size(), 2U);
    EXPECT_FALSE(answers[0].standing);
    EXPECT_TRUE(answers[1].standing);
    answers[1].reply = "Named";
    ASSERT_TRUE(db::save_stop_reply(*tx_, answers[1]));
    EXPECT_EQ(db::save_stop_reply(*tx_, answers[1]).error().code, Code::stale);
    EXPECT_EQ(db::list_stop_answers(*tx_, row.id)[1].reply, "Named");
}

TEST_F(Circulations, AReviewIsToDoUntilItGoesRound) {
    const auto row = circulation("HWB");
    const auto day = make_day(2017, 3, 31);
    db::CirculationReview review{row.id, day, "", 0};
    ASSERT_TRUE(db::save_circulation_review(*tx_, review));
    EXPECT_EQ(db::save_circulation_review(*tx_, review).error().code, Code::stale);
    EXPECT_TRUE(db::list_reviews_to_raise(*tx_, make_day(2017, 3, 30)).empty());
    ASSERT_EQ(db::list_reviews_to_raise(*tx_, day).size(), 1U);
    EXPECT_EQ(db::list_reviews_to_do(*tx_, day, day).size(), 1U);
    const auto next = circulation("HWB");
    review = *db::find_circulation_review(*tx_, row.id);
    review.raised = next.id;
    ASSERT_TRUE(db::save_circulation_review(*tx_, review));
    EXPECT_TRUE(db::list_reviews_to_raise(*tx_, day).empty());
    EXPECT_EQ(db::find_review_raised(*tx_, next.id)->circulation, row.id);
    EXPECT_EQ(db::list_reviews_to_do(*tx_, day, day).size(), 1U);
    stop(next.id, "JMG-OP");
    EXPECT_TRUE(db::list_reviews_to_do(*tx_, day, day).empty());
}

// What waits for the owner's choice or for an answer is open, whenever its meeting was.
TEST_F(Circulations, StopsThatWaitForSomethingGoToTheSuccessor) {
    const auto row = circulation("HWB");
    const auto open = stop(row.id, "JMG-OP", StopState::stale);
    const auto second = stop(row.id, "JMG-PD", StopState::planned);
    const auto finished = circulation("HWB");
    const auto done = stop(finished.id, "JMG-OP", StopState::agreed);
    db::StopAnswer answer;
    answer.number = 1;
    answer.day = make_day(2016, 1, 27);
    for (const auto& each : {open, second}) {
        answer.stop = each.id;
        db::append_case_event(*tx_, db::CaseKind::stop, each.id,
                              {.event = "agree", .from_state = "issued", .to_state = "agreed"});
        db::insert_stop_answer(*tx_, answer);
    }
    db::HandOver change{"JMG-OP", "JMG-BCF", make_day(2016, 4, 1)};
    EXPECT_EQ(db::hand_over_stops(*tx_, change), std::vector<std::string>{"stop:" + open.id});
    EXPECT_EQ(db::load_stop(*tx_, open.id).value().board, "JMG-BCF");
    EXPECT_EQ(db::load_stop(*tx_, done.id).value().board, "JMG-OP");
    // Two of one document become one, with the answers of both.
    change.from = "JMG-PD";
    change.on = make_day(2016, 1, 1);
    EXPECT_EQ(db::hand_over_stops(*tx_, change), std::vector<std::string>{"stop:" + second.id});
    EXPECT_EQ(db::list_stops(*tx_, row.id).size(), 1U);
    const auto answers = db::list_stop_answers(*tx_, row.id);
    ASSERT_EQ(answers.size(), 2U);
    EXPECT_EQ(answers[0].board, "JMG-OP") << "who gave it";
    EXPECT_EQ(answers[1].stop, second.id);
    EXPECT_EQ(answers[1].board, "JMG-PD");
    EXPECT_LT(answers[0].number, answers[1].number);
}

// Whatever the two had said: one stop stays, a refusal blocks, what was open is open, and no answer
// changes who gave it.
TEST_F(Circulations, NothingIsLostWhenTwoStopsBecomeOne) {
    for (const auto& of_old : workflows::names<StopState>) {
        for (const auto& of_new : workflows::names<StopState>) {
            if (workflows::is_settled(of_old.value)) continue;  // stays the old board's
            SCOPED_TRACE(std::string(of_old.text) + " into " + std::string(of_new.text));
            const auto row = circulation("HWB");
            for (const auto& [board, state] :
                 {std::pair{"JMG-OP", of_old.value}, std::pair{"JMG-BCF", of_new.value}}) {
                const auto made = stop(row.id, board, state);
                db::append_case_event(
                    *tx_, db::CaseKind::stop, made.id,
                    {.event = "agree", .from_state = "issued", .to_state = "agreed"});
                db::StopAnswer answer;
                answer.stop = made.id;
                answer.number = 1;
                answer.day = make_day(2016, 1, 27);
                answer.outcome = state;
                db::insert_stop_answer(*tx_, answer);
            }
            db::hand_over_stops(*tx_, {"JMG-OP", "JMG-BCF", make_day(2016, 1, 1)});
            const auto left = db::list_stops(*tx_, row.id);
            ASSERT_EQ(left.size(), 1U);
            const auto state = left[0].state;
            EXPECT_EQ(left[0].board, "JMG-BCF");
            EXPECT_TRUE(state == of_old.value || state == of_new.value);
            EXPECT_EQ(workflows::is_refusal(state),
                      workflows::is_refusal(of_old.value) || workflows::is_refusal(of_new.value));
            EXPECT_FALSE(workflows::is_settled(state));
            const auto answers = db::list_stop_answers(*tx_, row.id);
            ASSERT_EQ(answers.size(), 2U);
            for (const auto& answer : answers)
                EXPECT_EQ(answer.outcome, answer.board == "JMG-OP" ? of_old.value : of_new.value);
            EXPECT_EQ(answers[1].outcome, state) << "the last answer is the one that stands";
        }
    }
}

}  // namespace
