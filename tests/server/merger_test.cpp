// Two boards become one, and nothing that was said, asked or promised is lost on the way (annual
// update 2018; protocol 7.3). The Health Improvement Partnership Board passes to the Health and
// Wellbeing Board.
#include <gtest/gtest.h>

#include "db/session.hpp"
#include "server/base/jobs.hpp"
#include "server/site/site.hpp"
#include "server/succession/succession_commands.hpp"
#include "server/succession/words.hpp"
#include "tests/harness/county_fixture.hpp"
#include "tests/harness/test_app.hpp"

namespace {

using tests::Fields;
using tests::TestApp;

constexpr const char* administrator = "assistant-chief-executive";

class Mergers : public testing::Test {
  protected:
    Mergers() { make_administrator(app, "assistant-chief-executive"); }
    std::string propose(const std::string& meetings = "hand_over") {
        auto browser = app.browser(administrator);
        browser.get("/changes/succession");
        const auto answer = browser.submit_only("/changes/succession", {{"boards", "HIB"},
                                                                        {"successor", "HWB"},
                                                                        {"meetings", meetings},
                                                                        {"on-day", "1"},
                                                                        {"on-month", "11"},
                                                                        {"on-year", "2018"}});
        EXPECT_EQ(answer.status, 303) << answer.body;
        return answer.location();
    }
    void merge() {
        const auto review = propose();
        auto browser = app.browser(administrator);
        browser.get(review);
        EXPECT_EQ(browser.submit(review + "/record").status, 200);
    }
    int audits(const std::string& resource) {
        return count_audit(
            app, "board.hand_over",
            {{"board", "HWB"}, {"detail", "From HIB to HWB"}, {"resource", resource}});
    }
    int letters(const std::string& kind, const std::string& person, const std::string& about) {
        return count_mail(app, kind, {{"person", person}, {"subject_id", about}});
    }

    TestApp app;
};

TEST_F(Mergers, KeepARefusalAndWhoSaidIt) {
    write_rows(app, R"(
        INSERT INTO meeting(id, board, planned, state, kind, held_in) VALUES
            ('hib-oct', 'HIB', '2018-10-10', 'held', 'meeting', 'private'),
            ('hwb-oct', 'HWB', '2018-10-20', 'held', 'meeting', 'private');
        INSERT INTO circulation(id, document, version_label, owner, purpose, created_at) VALUES
            ('c', 'Protocol', 'draft 1', 'OSCB', 'agree', 0);
        INSERT INTO circulation_stop(id, circulation, board, meeting, state, version_issued,
            issued_at, comments) VALUES
            ('s-hib', 'c', 'HIB', 'hib-oct', 'not_agreed', 'draft 1', 7, 'Not section 4'),
            ('s-hwb', 'c', 'HWB', 'hwb-oct', 'agreed_in_principle', 'draft 1', 8, '');
        INSERT INTO case_event(kind, case_id, number, at, actor, event, from_state, to_state,
            comment) VALUES
            ('stop', 's-hib', 1, 7, 'hib-chair', 'not_agree', 'issued', 'not_agreed',
             'Not section 4'),
            ('stop', 's-hwb', 1, 7, 'x', 'issue', 'planned', 'issued', ''),
            ('stop', 's-hwb', 2, 8, 'x', 'agree_in_principle', 'issued', 'agreed_in_principle', '');
        INSERT INTO circulation_answer(stop, number, day, version_label, outcome, comments, person,
            board) VALUES
            ('s-hib', 1, '2018-10-10', 'draft 1', 'not_agreed', 'Not section 4', 'hib-chair',
             'HIB'),
            ('s-hwb', 2, '2018-10-20', 'draft 1', 'agreed_in_principle', '', 'x', 'HWB');
    )");
    EXPECT_TRUE(app.browser(administrator)
                    .get(propose())
                    .has("becomes one with the stop of HWB, which is: agreed in principle"));
    merge();
    EXPECT_EQ(rows(app, "circulation_stop", {{"circulation", "c"}}).list("board state comments"),
              "HWB not_agreed Not section 4");
    auto browser = app.browser("oscb-chair");
    EXPECT_TRUE(browser.get("/circulations/c").has("Not section 4"));
    const auto csv = browser.get("/circulations/c/comments.csv");
    EXPECT_TRUE(csv.has("HIB,2018-10-10,draft 1,not_agreed,no,Not section 4")) << csv.body;
    EXPECT_TRUE(csv.has("HWB,2018-10-20,draft 1,agreed_in_principle")) << csv.body;
    EXPECT_EQ(browser.get("/circulations/c/certificate").status, 409);
    EXPECT_EQ(audits("stop:s-hib"), 1);
}

TEST_F(Mergers, TellThoseInvitedBeforeAndNow) {
    add_meeting(app, "m", "HIB", "2018-11-07",
                {{"starts", "10:00"}, {"ends", "11:00"}, {"sequence", "3"}});
    add_meeting(app, "perhaps", "HIB", "2018-12-07",
                {{"starts", ""}, {"ends", ""}, {"state", "provisional"}, {"sequence", "0"}});
    const auto review = propose();
    auto browser = app.browser(administrator);
    const auto people = app.query(
        "SELECT COUNT(DISTINCT person) FROM membership m JOIN person p ON p.key = m.person WHERE "
        "m.board IN ('HIB', 'HWB') AND p.email <> '' AND (m.to_day = '' OR m.to_day >= "
        "'2018-11-07')");
    EXPECT_TRUE(browser.get(review).has(server::succession::words::emails(std::stoul(people))))
        << browser.page().body;
    browser.submit(review + "/record");
    EXPECT_EQ(letters("meeting_cancelled", "hib-chair", "m"), 1) << "not invited any more";
    EXPECT_EQ(letters("invitation", "healthwatch", "m"), 1) << "invited now";
    EXPECT_EQ(letters("invitation", "director-people", "m"), 1) << "sits on both";
    EXPECT_EQ(app.query("SELECT COUNT(DISTINCT person) FROM outbox WHERE template IN "
                        "('meeting_cancelled', 'invitation')"),
              people);
    const auto bytes = newest_letter(app, {{"person", "healthwatch"}, {"subject_id", "m"}});
    EXPECT_NE(bytes.find("method=REQUEST"), std::string::npos) << bytes;
    EXPECT_EQ(rows(app, "meeting", {{"id", "m"}}).value("sequence"), "4");
    EXPECT_NE(bytes.find("/r/"), std::string::npos) << "a link to reply";
    EXPECT_EQ(count_mail(app, "", {{"subject_id", "perhaps"}}), 0);
}

TEST_F(Mergers, KeepAPollForThoseWhoWereAsked) {
    write_rows(app, R"(
        INSERT INTO date_poll(id, board, title, kind, held_in, starts, ends, whole_board,
            closes_on, state, created_at, created_by) VALUES
            ('p', 'HIB', 'Title', 'meeting', 'private', '10:00', '11:00', 1, '2018-11-20', 'open',
             0, 'hwb-secretariat');
        INSERT INTO date_poll_day(poll, day) VALUES ('p', '2018-12-05'), ('p', '2018-12-06');
        INSERT INTO date_poll_person(poll, person, board) VALUES ('p', 'hib-chair', 'HIB'),
            ('p', 'director-people', 'HIB'), ('p', 'director-public-health', 'HIB');
    )");
    merge();
    end_seats(app, "2018-10-31", {{"board", "HIB"}, {"person", "director-public-health"}});
    EXPECT_EQ(audits("poll:p"), 1);
    auto browser = app.browser("hwb-secretariat");
    browser.get("/polls/p");
    browser.submit("/polls/p/chase");
    EXPECT_EQ(letters("date_poll", "hib-chair", "p"), 1);
    EXPECT_EQ(letters("date_poll", "director-public-health", "p"), 0) << "the seat has ended";
    browser.get("/polls/p");
    EXPECT_EQ(browser.submit("/polls/p/close", {{"day", "2018-12-05"}}).status, 200);
    EXPECT_EQ(rows(app, "meeting_person").list("person"), "director-people, hib-chair");
    EXPECT_EQ(letters("invitation", "healthwatch",
                      rows(app, "date_poll", {{"id", "p"}}).value("meeting")),
              0);
}

// Each thing has its line in the audit trail; what the two had between them ends, and says why.
TEST_F(Mergers, WriteDownEachThingAndEndWhatWasBetweenThem) {
    write_rows(app, R"(
        INSERT INTO issue(id, reference, kind, raising_board, asked_board, title, detail, state,
            holder, since, next_date, created_at, created_by) VALUES
            ('own', 'I-2018-001', 'boards', 'HIB', 'HWB', 'CANARY', 'd', 'with_chair',
             'leader-county', '2018-10-01', '2018-11-20', 0, 'hib-chair'),
            ('other', 'I-2018-002', 'boards', 'HIB', 'OSCB', 'CANARY', 'd', 'with_chair',
             'oscb-chair', '2018-10-01', '2018-11-20', 0, 'hib-chair');
        INSERT INTO concern(id, reference, raising_board, safeguarding_board, matter, raised_on,
            state, since, created_at, created_by) VALUES
            ('con', 'SC-2018-001', 'HIB', 'OSCB', 'CANARY', '2018-10-01', 'raised', '2018-10-01',
             0, 'hib-chair');
        INSERT INTO register_return(board, year, state, due, focus, asked_at, asked_by) VALUES
            ('HIB', 2018, 'drafted', '2018-12-01', 'CANARY', 0, 'x');
        INSERT INTO agenda_request(id, kind, asking_board, asked_board, title, detail, purpose,
            response, consider_by, answer_by, state, created_at, created_by) VALUES
            ('r-own', 'agenda_item', 'HIB', 'HWB', 'CANARY', 'd', 'discuss', 'note', '2018-12-20',
             '2018-12-21', 'considering', 0, 'hib-chair'),
            ('r-taken', 'agenda_item', 'HWB', 'HIB', 'CANARY', 'd', 'discuss', 'note',
             '2018-12-20', '2018-12-21', 'accepted', 0, 'hib-chair'),
            ('r-other', 'agenda_item', 'OSCB', 'HIB', 'CANARY', 'd', 'discuss', 'note',
             '2018-12-20', '2018-12-21', 'sent', 0, 'oscb-chair');
        INSERT INTO response_arrangement(id, asking_board, owing_board, title, required,
            every_months, next_due, created_at, created_by) VALUES
            ('arr', 'HIB', 'OSCB', 'CANARY', 'note', 12, '2019-01-01', 0, 'x');
        INSERT INTO board_cadence(board, meetings, in_public, joint, joint_with) VALUES
            ('CT', 4, 1, 2, 'HIB');
    )");
    merge();
    for (const char* resource :
         {"issue:own", "issue:other", "concern:con", "return:HWB/2018", "request:r-own",
          "request:r-taken", "request:r-other", "arrangement:arr", "board:CT"})
        EXPECT_EQ(audits(resource), 1) << resource;
    EXPECT_EQ(rows(app, "audit", {{"detail LIKE", "%CANARY%"}}).count(), 0);
    EXPECT_EQ(app.query("SELECT i.state || ' ' || e.event || ' ' || e.comment FROM issue i JOIN "
                        "case_event e ON e.kind = 'issue' AND e.case_id = i.id WHERE i.id = 'own'"),
              "resolved resolve The two boards are now one board.");
    EXPECT_EQ(rows(app, "issue", {{"id", "other"}}).value("raising_board state"), "HWB with_chair");
    EXPECT_EQ(app.query("SELECT r.asking_board || ' ' || r.state || ' ' || e.event || ' ' || "
                        "e.comment FROM agenda_request r JOIN case_event e ON e.kind = 'request' "
                        "AND e.case_id = r.id WHERE r.id = 'r-own'"),
              "HIB withdrawn withdraw The board that made the request and the board that received "
              "it are now one board.");
    EXPECT_EQ(rows(app, "agenda_request", {{"id", "r-taken"}}).value("state"), "closed");
    EXPECT_EQ(rows(app, "agenda_request", {{"id", "r-other"}}).value("asked_board state"),
              "HWB sent");
}

// One rule for all forms, whatever page was open before the day.
TEST_F(Mergers, LeaveABoardThatBeginsNothingNew) {
    const auto refused = [&](const std::string& person, const std::string& page,
                             const Fields& fields) {
        auto browser = app.browser(person);
        browser.get(page);
        const auto told =
            browser.post_raw(page.substr(0, page.find('?')), fields, browser.token_on_page());
        EXPECT_EQ(told.status, 422) << page << told.body;
        EXPECT_TRUE(told.has("Health Improvement Partnership Board has been replaced by the "))
            << page << told.body;
    };
    merge();
    refused("hib-chair", "/issues/new", {{"raising_board", "HIB"}, {"asked_board", "OSCB"}});
    refused("oscb-chair", "/issues/new", {{"raising_board", "OSCB"}, {"asked_board", "HIB"}});
    refused("hib-chair", "/concerns/new", {{"raising_board", "HIB"}});
    refused("hib-chair", "/requests/new", {{"from_board", "HIB"}, {"to_board", "OSCB"}});
    refused("oscb-chair", "/requests/new", {{"from_board", "OSCB"}, {"to_board", "HIB"}});
    refused("hwb-secretariat", "/polls/new?board=hib", {{"board", "hib"}});
    refused("hwb-secretariat", "/meetings/series", {{"board", "hib"}});
    refused("hwb-secretariat", "/circulations/new", {{"owner", "HIB"}});
    refused("hwb-secretariat", "/responses/arrangements",
            {{"asking_board", "HWB"}, {"owing_board", "HIB"}});
    auto browser = app.browser("hwb-secretariat");
    browser.get("/register/returns/2018");
    EXPECT_TRUE(
        browser.post_raw("/register/returns/2018/ask", {{"boards", "HIB"}}, browser.token_on_page())
            .has("Health Improvement Partnership Board has been replaced by the "));
    EXPECT_EQ(app.query("SELECT (SELECT COUNT(*) FROM issue) + (SELECT COUNT(*) FROM concern) + "
                        "(SELECT COUNT(*) FROM agenda_request)"),
              "0");
}

class WrittenAssent : public Mergers {
  protected:
    WrittenAssent() {
        write_rows(app, R"(
            INSERT INTO meeting(id, board, planned, state, kind, held_in) VALUES
                ('hib-oct', 'HIB', '2018-10-10', 'held', 'meeting', 'private');
            INSERT INTO circulation(id, document, version_label, owner, purpose, created_at)
                VALUES ('c', 'Protocol', 'draft 2', 'OSCB', 'agree', 0);
            INSERT INTO circulation_stop(id, circulation, board, meeting, state, version_issued,
                issued_at, assent_by) VALUES
                ('s', 'c', 'HIB', 'hib-oct', 'assent_asked', 'draft 2', 7, '2018-11-20');
            INSERT INTO case_event(kind, case_id, number, at, actor, event, from_state,
                to_state, comment) VALUES
                ('stop', 's', 1, 7, 'oscb-chair', 'ask_assent', 'stale', 'assent_asked', '');
        )");
        run_jobs();
        EXPECT_EQ(letters("assent_asked", "hib-chair", "s"), 1);
    }
    void run_jobs() { server::base::JobRunner(app.app(), server::site::jobs()).run_pending(); }
};

TEST_F(WrittenAssent, FollowsTheChair) {
    run_jobs();
    EXPECT_EQ(letters("assent_asked", "hib-chair", "s"), 1) << "asked once";
    end_seats(app, "2018-10-31", {{"board", "HIB"}, {"role", "chair"}});
    add_seat(app, "new", "HIB", "healthwatch", "chair", {{"from_day", "2018-11-01"}});
    run_jobs();
    run_jobs();
    EXPECT_EQ(letters("assent_asked", "healthwatch", "s"), 1);
    EXPECT_EQ(letters("assent_asked", "hib-chair", "s"), 1);
    EXPECT_EQ(count_audit(app, "circulation.ask_assent"), 2);
}

TEST_F(WrittenAssent, FollowsTheBoard) {
    merge();
    run_jobs();
    EXPECT_EQ(rows(app, "circulation_stop", {{"id", "s"}}).value("board state"),
              "HWB assent_asked");
    EXPECT_EQ(letters("assent_asked", "leader-county", "s"), 1);
}

}  // namespace
