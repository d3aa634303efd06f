// Every kind of letter in the table, written from facts as awkward as people's, held to what must
// hold of any letter.
#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <set>

#include "db/circulations.hpp"
#include "db/holidays.hpp"
#include "db/meetings.hpp"
#include "db/outbox.hpp"
#include "db/people.hpp"
#include "db/requests.hpp"
#include "db/responses.hpp"
#include "server/agenda/author_letters.hpp"
#include "server/circulation/circulation_letters.hpp"
#include "server/concerns/concern_commands.hpp"
#include "server/digest/digest_commands.hpp"
#include "server/issues/issue_commands.hpp"
#include "server/letters/letter.hpp"
#include "server/letters/reminder_letters.hpp"
#include "server/meetings/holiday_commands.hpp"
#include "server/meetings/meeting_letters.hpp"
#include "server/papers/paper_letters.hpp"
#include "server/partnership_register/return_commands.hpp"
#include "server/polls/poll_letters.hpp"
#include "server/requests/request_commands.hpp"
#include "server/responses/response_commands.hpp"
#include "server/succession/succession_commands.hpp"
#include "server/themes/theme_commands.hpp"
#include "tests/harness/county_fixture.hpp"
#include "tests/harness/letter_checks.hpp"
#include "tests/harness/test_app.hpp"

namespace {

using server::issues::IssueLetter;
using tests::TestApp;
using workflows::make_day;

// Longer than a subject, not ASCII, and markup if it were not escaped.
constexpr const char* title =
    "Strategaeth iechyd a lles: t\u0177 cynnes i bawb & <b>\"pob plentyn\"</b> yn y sir hon erbyn "
    "y "
    "flwyddyn dwy fil ac ugain";
constexpr const char* comment =
    "Two lines, see "
    "https://example.org/a-folder-on-a-share/with-a-long-name/and-one-below-it/"
    "report-final-2.pdf:\n"
    "the second has a dot.\n.\nFrom here on none has.";
constexpr const char* private_title = "Canary house purchase";

class Letters : public testing::Test {
  protected:
    Letters() {
        meeting_ = meeting_on(app_, "HWB", "2018-11-15");
        put_item(app_, "item1", meeting_, title,
                 {{"public_title", ""}, {"owner", "director-children"}});
        put_item(app_, "item2", meeting_, private_title,
                 {{"position", "2"},
                  {"public_title", ""},
                  {"owner", "director-children"},
                  {"visibility", "exempt"}});
        add_request(app_, "req1", "OSCB", "HWB",
                    {{"title", title},
                     {"detail", comment},
                     {"consider_by", "2018-11-08"},
                     {"answer_by", "2018-11-15"},
                     {"created_by", "oscb-chair"}});
        add_circulation(app_, "circ1", title, "OSCB", {{"version_label", "draft 6"}});
        add_row(app_, "response",
                {{"id", "resp1"},
                 {"source", "item1"},
                 {"source_title", title},
                 {"asking_board", "OSCB"},
                 {"owing_board", "HWB"},
                 {"recommendation", comment},
                 {"required", "act"},
                 {"due", "2018-12-20"},
                 {"first_due", "2018-12-20"},
                 {"created_by", "oscb-chair"}});
        add_row(app_, "response",
                {{"id", "resp2"},
                 {"source", "item2"},
                 {"source_title", private_title},
                 {"visibility", "exempt"},
                 {"asking_board", "OSCB"},
                 {"owing_board", "HWB"},
                 {"number", "2"},
                 {"recommendation", private_title},
                 {"required", "note"},
                 {"due", ""},
                 {"first_due", ""},
                 {"created_by", "oscb-chair"}});
        add_stop(app_, "stop1", "circ1", "HWB", meeting_);
    }

    void write_account_letters() {
        auto browser = app_.browser("hwb-secretariat");
        browser.get("/people/leader-county/edit");
        browser.submit("/people/leader-county/edit", {{"email", "new@example.org"}});
        auto tx = app_.app().database.begin_write();
        server::letters::queue_sign_in_code(app_.app(), *tx, *db::find_person(*tx, "oscb-chair"),
                                            "123456");
        tx->commit();
    }
    void write_meeting_letters() {
        using News = server::meetings::MeetingNews;
        auto tx = app_.app().database.begin_write();
        auto meeting = *db::find_meeting(*tx, meeting_);
        meeting.place = "Neuadd y Sir, New Road";
        meeting.joining = "https://meet.example.org/" + std::string(120, 'a');
        for (const auto kind : {News::invitation, News::changed, News::moved, News::moved_away,
                                News::passed_on, News::cancelled, News::reinstated}) {
            ++meeting.sequence;
            server::meetings::tell_people_invited(app_.app(), *tx, meeting,
                                                  {kind, "Thursday 8 November 2018, 2pm", comment});
        }
        db::save_extra_holiday(*tx, {make_day(2018, 11, 12), "County Hall is shut"});
        server::meetings::tell_of_moved_deadlines(
            app_.app(), *tx,
            server::meetings::deadlines_moved_by(*tx, make_day(2018, 11, 12),
                                                 server::meetings::HolidayChange::added));
        tx->commit();
    }
    void write_paper_letters() {
        auto tx = app_.app().database.begin_write();
        const auto meeting = *db::find_meeting(*tx, meeting_);
        server::papers::queue_papers_out(app_.app(), *tx, meeting,
                                         {.href = "/meetings/" + meeting_ + "/pack",
                                          .file_name = "hwb-2018-11-15.pdf",
                                          .items = 9,
                                          .pages = 212,
                                          .size_bytes = 8'140'000,
                                          .decisions = "items 4 and 7"});
        for (const char* item : {"item1", "item2"})
            server::agenda::queue_paper_wanted(app_.app(), *tx, item, "director-children");
        tx->commit();
    }
    void write_reminders() {
        using Kind = workflows::ReminderKind;
        const std::pair<Kind, std::string> reminders[] = {{Kind::requests_close, meeting_},
                                                          {Kind::agenda_due, meeting_},
                                                          {Kind::minutes_due, meeting_},
                                                          {Kind::paper_due, "item1"},
                                                          {Kind::paper_due, "item2"},
                                                          {Kind::request_overdue, "req1"},
                                                          {Kind::circulation_stop_due, "stop1"},
                                                          {Kind::response_due, "response1"}};
        auto tx = app_.app().database.begin_write();
        // Before the day, on it and after it.
        for (const auto& [kind, subject] : reminders) {
            for (const unsigned day : {7U, 1U, 31U}) {
                workflows::DueReminder due{.kind = kind,
                                           .board = "HWB",
                                           .subject = subject,
                                           .title = title,
                                           .person = "hwb-secretariat"};
                due.key = subject + std::to_string(static_cast<int>(kind)) + std::to_string(day);
                due.due = make_day(2018, day == 31U ? 10 : 11, day);
                due.useful_until = make_day(2018, 11, 30);
                due.send_day = make_day(2018, 11, 1);
                due.send_at = tx->now();
                due.zone = "Europe/London";
                due.words = "The Health and Wellbeing Board waits for a response.";
                due.path = "/responses/" + subject;
                EXPECT_EQ(server::letters::queue_reminder(app_.app(), *tx, due), 1) << subject;
            }
        }
        tx->commit();
    }
    void write_poll_letters() {
        auto tx = app_.app().database.begin_write({"hwb-secretariat", ""});
        db::PollRow poll;
        poll.board = "HWB";
        poll.title = title;
        poll.place = "Neuadd y Sir, New Road";
        poll.closes_on = make_day(2018, 11, 9);
        poll.reason = comment;
        poll.days = {make_day(2018, 11, 29), make_day(2018, 12, 3)};
        poll = db::insert_poll(*tx, poll);
        db::PollPerson asked;
        asked.person = "oscb-chair";
        asked.board = "OSCB";
        db::add_poll_person(*tx, poll.id, asked);
        for (int letter = 0; letter < 2; ++letter)
            server::polls::ask_poll_guests(app_.app(), *tx, poll,
                                           server::polls::poll_guests(*tx, poll.id));
        server::polls::tell_poll_cancelled(app_.app(), *tx, poll,
                                           server::polls::poll_guests(*tx, poll.id));
        tx->commit();
    }
    void write_board_letters() {
        auto tx = app_.app().database.begin_write({"hwb-secretariat", ""});
        const auto batch = server::succession::propose_succession(
            *tx, {{"OEP"}, "OGB", make_day(2018, 11, 1), workflows::ComingMeetings::hand_over});
        ASSERT_TRUE(server::succession::record_change(app_.app(), *tx, batch.value()));
        db::Theme theme;
        theme.name = title;
        theme.approach = comment;
        theme = db::insert_theme(*tx, theme).value();
        ASSERT_TRUE(server::themes::ask_boards(app_.app(), *tx, theme, make_day(2018, 11, 30)));
        tx->commit();
    }
    // A week later, at ten.
    void chase_boards() {
        app_.clock().set(make_day(2018, 11, 8) + std::chrono::hours(10));
        EXPECT_GT(server::themes::chase_theme_polls(app_.app()), 0);
    }
    // Their kinds are names in the workflow tables: all that the table of letters has of them.
    void write_step_letters() {
        auto tx = app_.app().database.begin_write();
        const auto request = db::load_request(*tx, "req1").value();
        const auto circulation = db::load_circulation(*tx, "circ1").value();
        auto stop = db::load_stop(*tx, "stop1").value();
        stop.version_issued = title;
        stop.assent_by = workflows::make_day(2018, 11, 20);
        // Both letters of a version: with its PDF here, and without.
        workflows::DocumentVersion version;
        version.label = title;
        version.file = {"a.pdf", std::string(64, 'a'), 1, 1};
        for (const auto& kind : server::letters::letter_kinds()) {
            if (kind.name.starts_with("request_") && kind.name != "request_overdue") {
                for (const auto side : {workflows::Side::asking, workflows::Side::asked})
                    server::requests::queue_request_letter(
                        app_.app(), *tx, request, {kind.name, side, "1", "Chair", comment});
            } else if (kind.name.starts_with("response_")) {
                for (const char* id : {"resp1", "resp2"})
                    server::responses::queue_response_letter(
                        app_.app(), *tx, db::load_response(*tx, id).value(),
                        {kind.name, workflows::Side::asked, "1", "Chair", comment});
            } else if (kind.name.starts_with("stop_") || kind.name == "assent_asked") {
                server::circulation::queue_stop_letters(
                    app_.app(), *tx,
                    {circulation, stop, std::nullopt, "1", "Chair", comment, {version}},
                    {{workflows::EffectKind::send_mail, kind.name, workflows::Audience::owner},
                     {workflows::EffectKind::send_mail, kind.name,
                      workflows::Audience::stop_board}});
            }
        }
        tx->commit();
    }

    void write_return_letters() {
        auto tx = app_.app().database.begin_write();
        db::RegisterReturn row;
        row.board = "HWB";
        row.year = 2018;
        row.due = make_day(2018, 11, 30);
        row.comment = comment;
        for (const char* kind : {"return_asked", "return_chased", "return_sent_back"})
            EXPECT_GT(server::partnership_register::queue_return_letter(app_.app(), *tx, row, kind,
                                                                        "1", title),
                      0);
        tx->commit();
    }

    // Made by the board that receives it, ended by the one that owes it.
    void write_arrangement_letters() {
        auto tx = app_.app().database.begin_write();
        db::ArrangementRow row{.id = "arrangement1",
                               .asking_board = "OSCB",
                               .owing_board = "HWB",
                               .title = title,
                               .next_due = make_day(2018, 12, 14)};
        server::responses::queue_arrangement_letter(app_.app(), *tx, row, "OSCB", "Chair");
        row.ended_on = make_day(2018, 11, 20);
        row.end_reason = comment;
        server::responses::queue_arrangement_letter(app_.app(), *tx, row, "HWB", "Chair");
        tx->commit();
    }

    // An issue of each kind, open and resolved, and a concern: its letters have the reference
    // alone.
    void write_issue_letters() {
        auto tx = app_.app().database.begin_write();
        for (const bool protocol : {false, true}) {
            db::IssueRow row;
            row.issue = {protocol ? workflows::IssueKind::protocol : workflows::IssueKind::boards,
                         protocol ? workflows::IssueStage(workflows::ProtocolState::senior_officers)
                                  : workflows::IssueState::senior_officers,
                         "OSCB",
                         "HWB",
                         protocol ? title : "",
                         title,
                         comment};
            row.holder = "director-people";
            row.since = make_day(2018, 11, 1);
            row.next_date = make_day(2018, 11, 15);
            row = db::insert_issue(*tx, row, row.since).value();
            const IssueLetter letter{workflows::IssueTold::both_sides, "1", "Chair", comment};
            EXPECT_EQ(server::issues::queue_issue_letter(app_.app(), *tx, row, letter), 6);
            row.issue.state = workflows::issue_stage(row.issue.kind, "resolved").value();
            row.way_forward = comment;
            row.next_date.reset();
            row.holder.clear();
            ASSERT_TRUE(db::save_issue(*tx, row));
            EXPECT_EQ(server::issues::queue_issue_letter(app_.app(), *tx, row,
                                                         {workflows::IssueTold::both_sides, "2"}),
                      5);
        }
        db::ConcernRow concern;
        concern.concern = {workflows::ConcernState::escalated,
                           "CT",
                           "OSCB",
                           private_title,
                           make_day(2018, 11, 1),
                           ""};
        concern.acknowledge_by = make_day(2018, 11, 6);
        concern.since = make_day(2018, 11, 1);
        concern = db::insert_concern(*tx, concern, make_day(2018, 11, 1));
        server::concerns::queue_concern_letter(app_.app(), *tx, concern,
                                               workflows::ConcernTold::both_sides, "1");
        tx->commit();
        tx.reset();
        app_.clock().set(make_day(2019, 1, 2) + std::chrono::hours(9));
        EXPECT_GT(server::digest::send_quarter_digest(app_.app()), 0);
    }

    TestApp app_;
    std::string meeting_;
};

// For the browser tests, which read the HTML part with a browser's eyes.
void save_html(const std::string& kind, const std::string& bytes) {
    const char* folder = std::getenv("SHIREMOOT_LETTERS");
    if (folder == nullptr) return;
    std::filesystem::create_directories(folder);
    std::ofstream(std::filesystem::path(folder) / (kind + ".html"), std::ios::binary)
        << tests::letter_part(bytes, "text/html");
}

TEST_F(Letters, OfEveryKindAreGood) {
    write_account_letters();
    write_meeting_letters();
    write_paper_letters();
    write_reminders();
    write_step_letters();
    write_board_letters();
    write_return_letters();
    write_arrangement_letters();
    write_issue_letters();
    chase_boards();
    write_poll_letters();
    const auto tx = app_.app().database.begin_read();
    std::set<std::string_view> written;
    for (const auto& listed : db::list_outbox(*tx, {}, {}, 0, 5000)) {
        const auto row = *db::find_outbox(*tx, listed.id);
        tests::expect_good_letter(row.bytes, row.subject);
        for (const auto& part :
             {row.subject, row.bytes, tests::letter_part(row.bytes, "text/plain"),
              tests::letter_part(row.bytes, "text/html")})
            EXPECT_EQ(part.find(private_title), std::string::npos) << row.template_name;
        const auto kind = server::letters::letter_kind(row.template_name).name;
        if (written.insert(kind).second) save_html(row.template_name, row.bytes);
    }
    for (const auto& kind : server::letters::letter_kinds())
        EXPECT_TRUE(written.contains(kind.name)) << "no sample of " << kind.name;
}

}  // namespace
