// The log of cases: numbers, who acted, many cases at once, joined histories, and what `check`
// sees.
#include "db/case_log.hpp"

#include <gtest/gtest.h>

#include "db/people.hpp"
#include "db/session.hpp"
#include "db/statement.hpp"
#include "tests/db/temporary_database.hpp"

namespace {

using db::CaseKind;
using Texts = std::vector<std::string>;

class CaseLog : public testing::Test {
  protected:
    CaseLog() : tx_(temporary_.database().begin_write({"a-chair", "The other chair"})) {}

    int append(CaseKind kind, const std::string& id, const std::string& comment) {
        return db::append_case_event(*tx_, kind, id,
                                     {.event = "keep", .to_state = "x", .comment = comment});
    }
    // "number comment" of each line.
    Texts history(CaseKind kind, const std::string& id) {
        Texts lines;
        for (const auto& event : db::list_case_events(*tx_, kind, id))
            lines.push_back(std::to_string(event.number) + " " + event.comment);
        return lines;
    }
    void run(const std::string& sql) { tx_->session().execute_script(sql); }

    tests::TemporaryDatabase temporary_;
    std::unique_ptr<db::WriteTx> tx_;
};

TEST_F(CaseLog, NumbersTheLinesOfEachCase) {
    EXPECT_EQ(append(CaseKind::issue, "one", "first"), 1);
    EXPECT_EQ(append(CaseKind::issue, "one", "second"), 2);
    EXPECT_EQ(append(CaseKind::issue, "two", "other"), 1);
    EXPECT_EQ(append(CaseKind::concern, "one", "of another kind"), 1);
    EXPECT_EQ(history(CaseKind::issue, "one"), (Texts{"1 first", "2 second"}));
    EXPECT_EQ(history(CaseKind::response, "one"), Texts{});
}

TEST_F(CaseLog, SaysWhoActedAndForWhom) {
    run("INSERT INTO person(key, post, organisation, email, holder) VALUES ('a-chair', "
        "'Chair of a board', '', '', '')");
    db::append_case_event(*tx_, CaseKind::issue, "one",
                          {.on_behalf = "The other chair",
                           .event = "keep",
                           .from_state = "a",
                           .to_state = "b",
                           .comment = "Words",
                           .holder = "somebody",
                           .due = "2019-01-02",
                           .meeting = "m"});
    tx_->act_as({});
    append(CaseKind::issue, "one", "by itself");
    const auto events = db::list_case_events(*tx_, CaseKind::issue, "one");
    ASSERT_EQ(events.size(), 2U);
    EXPECT_EQ(events[0].actor, "a-chair");
    EXPECT_EQ(events[0].actor_post, "Chair of a board");
    EXPECT_EQ(events[0].on_behalf, "The other chair");
    EXPECT_EQ(events[0].at, tx_->now());
    EXPECT_EQ(events[0].holder + events[0].due + events[0].meeting, "somebody2019-01-02m");
    EXPECT_EQ(db::acting_person(events[0]), "a-chair");
    EXPECT_EQ(events[1].actor, db::service_actor);
    EXPECT_EQ(events[1].actor_post, "");
    EXPECT_EQ(db::acting_person(events[1]), "");
}

TEST_F(CaseLog, ListsManyCasesAtOnce) {
    const Texts ids{"a", "long-key-of-a-theme", "none", "b"};
    append(CaseKind::theme, "b", "b1");
    append(CaseKind::theme, "long-key-of-a-theme", "c1");
    append(CaseKind::theme, "a", "a1");
    append(CaseKind::theme, "a", "a2");
    append(CaseKind::stop, "a", "another kind");
    append(CaseKind::theme, "long-key", "another case");
    auto histories = db::list_case_events(*tx_, CaseKind::theme, ids);
    ASSERT_EQ(histories.size(), 3U);
    ASSERT_EQ(histories["a"].size(), 2U);
    EXPECT_EQ(histories["a"][1].comment, "a2");
    EXPECT_EQ(histories["b"].front().comment, "b1");
    EXPECT_EQ(histories["long-key-of-a-theme"].front().comment, "c1");
    EXPECT_TRUE(db::list_case_events(*tx_, CaseKind::theme, Texts{}).empty());
}

TEST_F(CaseLog, ReadsAsManyCasesAsAPageShows) {
    Texts ids;
    for (int i = 0; i < 500; ++i) {
        ids.push_back("case-" + std::to_string(i));
        append(CaseKind::request, ids.back(), ids.back());
    }
    const auto histories = db::list_case_events(*tx_, CaseKind::request, ids);
    ASSERT_EQ(histories.size(), ids.size());
    for (const auto& [id, events] : histories)
        EXPECT_EQ(events.front().comment, id);
}

TEST_F(CaseLog, JoinsTwoHistories) {
    for (const char* comment : {"g1", "g2", "g3"})
        append(CaseKind::obligation, "goes", comment);
    for (const char* comment : {"s1", "s2"})
        append(CaseKind::obligation, "stays", comment);
    append(CaseKind::issue, "goes", "of another kind");
    db::join_histories(*tx_, CaseKind::obligation, "stays", "goes");
    EXPECT_EQ(history(CaseKind::obligation, "stays"),
              (Texts{"1 g1", "2 g2", "3 g3", "4 s1", "5 s2"}));
    EXPECT_EQ(history(CaseKind::obligation, "goes"), Texts{});
    EXPECT_EQ(history(CaseKind::issue, "goes"), Texts{"1 of another kind"});
    EXPECT_EQ(append(CaseKind::obligation, "stays", "after"), 6);
}

TEST_F(CaseLog, AnswersOfStopsGoAlongWithTheirLines) {
    run(R"(
        PRAGMA defer_foreign_keys = ON;
        INSERT INTO board(code, slug, name, statutory, statute, meetings_per_year, held_in, chairs)
            VALUES ('A', 'a', 'A', 0, '', 4, 'public', 1), ('B', 'b', 'B', 0, '', 4, 'public', 1);
        INSERT INTO circulation(id, document, version_label, owner, purpose, created_at) VALUES
            ('c', 'Plan', '1', 'A', 'agree', 1);
        INSERT INTO circulation_stop(id, circulation, board, meeting, state) VALUES
            ('goes', 'c', 'A', NULL, 'planned'), ('stays', 'c', 'B', NULL, 'planned');
        INSERT INTO circulation_answer(stop, number, day, version_label, outcome, comments, person,
            board) VALUES ('goes', 2, '2018-11-01', '1', 'agreed', 'of goes', 'x', 'A'),
            ('stays', 1, '2018-11-01', '1', 'agreed', 'of stays', 'x', 'B');
    )");
    append(CaseKind::stop, "goes", "g1");
    append(CaseKind::stop, "goes", "g2");
    append(CaseKind::stop, "stays", "s1");
    db::join_histories(*tx_, CaseKind::stop, "stays", "goes");
    EXPECT_EQ(history(CaseKind::stop, "stays"), (Texts{"1 g1", "2 g2", "3 s1"}));
    EXPECT_EQ(
        tx_->session().query_text("SELECT GROUP_CONCAT(stop || number || comments, '; ') FROM "
                                  "(SELECT * FROM circulation_answer ORDER BY number)"),
        "stays2of goes; stays3of stays");
}

TEST_F(CaseLog, FindsLinesThatBelongToNothingOrSayWhatNobodyKnows) {
    EXPECT_EQ(db::case_log_faults(tx_->session()), Texts{});
    run(R"(
        INSERT INTO theme(key, name, lead_boards, contributors, approach, responsibility, reporting,
            state) VALUES ('t', 'T', '', '', '', '', '', 'raised');
        INSERT INTO board(code, slug, name, statutory, statute, meetings_per_year, held_in, chairs)
            VALUES ('A', 'a', 'A', 0, '', 4, 'public', 1);
        INSERT INTO issue(id, reference, kind, raising_board, asked_board, title, detail, state,
            holder, since, next_date, created_at, created_by) VALUES
            ('i', 'I-1', 'protocol', 'A', '', 'T', '', 'own_chair', '', '2018-11-01', '', 0, '');
        INSERT INTO case_event(kind, case_id, number, at, actor, event, from_state, to_state) VALUES
            ('theme', 't', 1, 0, 'x', 'raise', '', 'raised'),
            ('theme', 't', 2, 0, 'x', 'edit', 'raised', 'raised'),
            ('theme', 't', 3, 0, 'x', 'hand_over', 'raised', 'raised'),
            ('theme', 't', 4, 0, 'x', 'close', 'raised', 'shut'),
            ('concern', 'gone', 1, 0, 'x', 'raise', '', 'raised'),
            ('concern', 'gone', 2, 0, 'x', 'close', 'raised', 'closed'),
            ('issue', 'i', 1, 0, 'x', 'raise', '', 'own_chair'),
            ('issue', 'i', 2, 0, 'x', 'keep', 'own_chair', 'with_chair'),
            ('matter', 'm', 1, 0, 'x', 'raise', '', 'raised');
    )");
    EXPECT_EQ(
        db::case_log_faults(tx_->session()),
        (Texts{
            "The history of concern gone belongs to nothing.",
            "The history of matter m belongs to nothing.",
            "The history of matter m has a step that is not known: raise, from “” to “raised”.",
            "The history of protocol i has a step that is not known: keep, from “own_chair” to "
            "“with_chair”.",
            "The history of theme t has a step that is not known: close, from “raised” to “shut”.",
            "The history of theme t has a step that is not known: hand_over, from “raised” to "
            "“raised”."}));
}

}  // namespace
