// A report of one board on its own agenda, the recommendations in it, and the steps that follow.
#pragma once

#include <gtest/gtest.h>

#include "db/session.hpp"
#include "tests/harness/test_app.hpp"
#include "tests/server/request_fixture.hpp"

namespace tests {

// OSCB considers its annual report on Thursday 24 January 2019 and recommends to other boards.
class Responses : public testing::Test {
  protected:
    Responses() {
        run("UPDATE meeting SET state = 'cancelled' WHERE board = 'OSCB' AND planned > '2018-11'");
        report_meeting = add_meeting("meeting-oscb", "OSCB", "2019-01-24", "private");
        run("INSERT INTO agenda_item(id, meeting, position, title, purpose, visibility, "
            "paper_status) VALUES ('report', 'meeting-oscb', 1, 'Canary annual report', 'agree', "
            "'members', 'received')");
    }
    std::string add_meeting(const std::string& id, const std::string& board, const std::string& day,
                            const std::string& held_in) {
        run("INSERT INTO meeting(id, board, planned, state, kind, held_in) VALUES ('" + id +
            "', '" + board + "', '" + day + "', 'confirmed', 'meeting', '" + held_in + "')");
        return id;
    }
    void run(const std::string& sql) {
        auto tx = app.app().database.begin_write();
        tx->session().execute_script(sql);
        tx->commit();
    }
    void set_day(int year, unsigned month, unsigned day) {
        app.clock().set(workflows::make_day(year, month, day) + std::chrono::hours(9));
    }
    static Fields wish(const std::string& board, const std::string& required = "report_back") {
        return {{"recommendation", "Report progress on early help."},
                {"owing_board", board},
                {"required", required},
                {"due-day", "1"},
                {"due-month", "3"},
                {"due-year", "2019"}};
    }
    Page name(const Fields& fields, const std::string& person = "oscb-chair") {
        auto browser = app.browser(person);
        EXPECT_EQ(browser.get(wanted).status, 200);
        return browser.submit("/responses/new", fields);
    }
    Page deliver(const std::string& person = "oscb-chair") {
        auto browser = app.browser(person);
        EXPECT_EQ(browser.get(wanted).status, 200);
        return browser.submit("/responses/deliver");
    }
    /// The page of the newest response.
    std::string newest() {
        return "/responses/" + app.query("SELECT id FROM response ORDER BY rowid DESC LIMIT 1");
    }
    std::string owed_by_ct() {
        EXPECT_EQ(name(wish("CT")).status, 200);
        EXPECT_EQ(deliver().status, 200);
        return newest();
    }
    Page act(const std::string& person, const std::string& response, const std::string& event,
             const Fields& fields = {}) {
        auto browser = app.browser(person);
        EXPECT_EQ(browser.get(response).status, 200);
        return browser.submit(response + "/" + event, fields);
    }
    std::string state(const std::string& response) {
        return app.query("SELECT state FROM response WHERE id = '" + response.substr(11) + "'");
    }
    std::string recipients(const std::string& kind) {
        return app.query(
            "SELECT COALESCE(GROUP_CONCAT(person, ' '), '') FROM (SELECT person FROM "
            "outbox WHERE template = '" +
            kind + "' ORDER BY person)");
    }
    std::string agenda_of(const std::string& meeting) {
        return app.query(
            "SELECT COALESCE(GROUP_CONCAT(title || ' (' || visibility || ')', ', '), "
            "'') FROM agenda_item WHERE meeting = '" +
            meeting + "' AND id <> 'report'");
    }

    TestApp app;
    std::string report_meeting;
    const std::string wanted = "/responses/new?source=item:report";
};

}  // namespace tests
