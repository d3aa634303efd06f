// A document on its way round, for the tests of what follows a new version and of its papers.
#pragma once

#include <gtest/gtest.h>

#include <boost/json.hpp>

#include "db/circulation_records.hpp"
#include "tests/harness/county_fixture.hpp"
#include "tests/harness/papers.hpp"
#include "workflows/core/date.hpp"

namespace rounds {

using tests::Fields;
using tests::TestApp;

// OSAB has agreed draft 6, and draft 7 says something else.
class Rounds : public testing::Test {
  protected:
    Rounds() {
        set_day(2016, 1, 11);
        auto owner = app.browser("hwb-secretariat");
        tests::add_document(owner, page);
        act("hwb-secretariat", "OSAB", "issue");
        set_day(2016, 3, 24);
        act("osab-chair", "OSAB", "outcome",
            {{"outcome", "agree_with_comments"}, {"comment", "Name the officer."}});
    }
    void set_day(int year, unsigned month, unsigned day) {
        app.clock().set(workflows::make_day(year, month, day) + std::chrono::hours(9));
    }
    std::string stop(const std::string& board) { return stop_of(app, board); }
    std::string state(const std::string& board) {
        return rows(app, "circulation_stop", {{"board", board}}).value("state");
    }
    tests::Page act(const std::string& person, const std::string& board, const std::string& step,
                    const Fields& fields = {}) {
        auto browser = app.browser(person);
        EXPECT_EQ(browser.get(page).status, 200);
        return browser.submit("/stops/" + stop(board) + "/" + step, fields);
    }
    tests::Page amend(const std::string& label = "draft 7") {
        auto browser = app.browser("hwb-secretariat");
        browser.get(page);
        return browser.submit_file(
            page + "/version", "paper", label + ".pdf",
            templates::sample_paper({.title = label, .author = "HWB"}),
            {{"version_label", label}, {"changed", "Section 4"}, {"material", "yes"}});
    }
    tests::Page choose(const Fields& fields) {
        auto browser = app.browser("hwb-secretariat");
        browser.get(page + "/amended");
        return browser.submit(page + "/amended", fields);
    }
    Fields ask() {
        return {{"way-" + stop("OSAB"), "ask_assent"},
                {"closing-day", "15"},
                {"closing-month", "4"},
                {"closing-year", "2016"}};
    }
    std::string link_of(const std::string& person) {
        return link_in_letter(app, {{"template", "assent_asked"}, {"person", person}});
    }
    boost::json::object data() {
        const auto shown = app.browser("hwb-secretariat").get(page + ".json");
        return boost::json::parse(shown.body).as_object();
    }
    /// Takes every board but `kept` off the way.
    void leave_only(const std::string& kept) {
        auto tx = app.app().database.begin_write();
        const auto row = db::list_circulations(*tx).front();
        for (auto each : db::list_stops(*tx, row.id)) {
            if (each.board == kept) continue;
            each.state = workflows::StopState::withdrawn;
            each.comments = "Not needed";
            ASSERT_TRUE(db::save_stop(*tx, each));
        }
        tx->commit();
    }

    TestApp app;
    const std::string page = circulation_page(app);
};

}  // namespace rounds
