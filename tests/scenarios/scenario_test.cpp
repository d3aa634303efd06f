// Tells the stories in tests/scenarios/*.txt through the pages; the words of scenario_step.hpp
// speak of requests and stops, those of page_steps.hpp of any page.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>

#include "tests/harness/county_fixture.hpp"
#include "tests/harness/test_app.hpp"
#include "tests/scenarios/page_steps.hpp"
#include "tests/scenarios/scenario_step.hpp"
#include "workflows/core/date.hpp"

namespace {

using tests::Fields;
using tests::read_step;
using tests::split;
using tests::Step;
using tests::Words;
void add_day(Fields& fields, const std::string& name, const std::string& day) {
    if (day.empty()) return;
    fields.emplace_back(name + "-day", day.substr(8));
    fields.emplace_back(name + "-month", day.substr(5, 2));
    fields.emplace_back(name + "-year", day.substr(0, 4));
}

class Scenario : public testing::TestWithParam<std::string> {
  protected:
    void tell(const Words& words) {
        if (tests::PageSteps::knows(words.at(0), words.size() > 1 ? words[1] : ""))
            return pages.take(words);
        auto step = read_step(words);
        const auto verb = step.what.front();
        if (verb == "on") {
            app.clock().set(workflows::parse_day(step.what[1]).value() + std::chrono::hours(9));
        } else if (verb == "administrator") {
            make_administrator(app, step.what[1]);
        } else if (verb == "hidden") {
            expect_hidden(step.with["by"]);
        } else if (verb == "agenda") {
            EXPECT_EQ(agenda(step.what[1], step.what[2]), step.text);
        } else {
            if (verb == "deny") step.what.erase(step.what.begin());
            take(step, verb == "deny");
        }
    }

  private:
    void take(Step& step, bool denied) {
        const auto last_mail = newest_mail(app);
        const bool asks = step.what[0] == "ask", stops = step.what[0] == "stop";
        if (asks) board = step.what[2];
        if (stops) board = step.what[1];
        const auto row = stops ? stop_of(app, board) : request;
        const auto home = stops  ? circulation_page(app)
                          : asks ? std::string("/requests/new")
                                 : "/requests/" + request;
        const auto path = asks    ? home
                          : stops ? "/stops/" + row + "/" + step.what[2]
                                  : home + "/" + step.what[0];
        const auto table = std::string(stops ? "circulation_stop" : "agenda_request");
        auto fields = asks ? new_request(step) : step_fields(step);
        auto browser = app.browser(step.with["by"]);
        browser.get(home);
        if (denied) {
            if (browser.page().status != 200) browser.get("/requests/new");
            fields.emplace_back("version", rows(app, table, {{"id", row}}).value("version"));
            const auto page = browser.post_raw(path, fields, browser.token_on_page());
            EXPECT_GE(page.status, 400);
            EXPECT_TRUE(page.has(step.refusal)) << page.body;
        } else {
            const auto page = browser.submit(path, fields);
            EXPECT_EQ(page.status, 200) << page.body;
            if (asks) request = rows(app, "agenda_request").newest("id");
            EXPECT_EQ(rows(app, table, {{"id", asks ? request : row}}).value("state"), step.state);
        }
        EXPECT_EQ(split(recipients(app, "", {{"id >", last_mail}})), step.mail);
    }

    Fields new_request(Step& step) {
        Fields fields{{"from_board", step.what[1]}, {"to_board", step.what[2]},
                      {"kind", step.what[3]},       {"title", step.text},
                      {"purpose", "discuss"},       {"response", "comment"}};
        title = step.text;
        add_day(fields, "consider_by", step.with["consider-by"]);
        add_day(fields, "answer_by", step.with["answer-by"]);
        return fields;
    }
    Fields step_fields(Step& step) {
        Fields fields{{"comment", step.text}};
        if (step.with.count("offering") != 0) fields.emplace_back("offer", step.with["offering"]);
        if (step.what[0] == "stop" && step.what[2] == "outcome")
            fields.emplace_back("outcome", step.what[3]);
        if (step.with.count("version") != 0)
            fields.emplace_back("version_label", step.with["version"]);
        if (step.with.count("meeting") != 0)
            fields.emplace_back("meeting", meeting_on(app, board, step.with["meeting"]));
        add_day(fields, "consider_by", step.with["consider-by"]);
        return fields;
    }
    std::string agenda(const std::string& of, const std::string& planned) {
        return rows(app, "agenda_item", {{"meeting", meeting_on(app, of, planned)}})
            .list("title", "position");
    }
    void expect_hidden(const std::string& person) {
        auto browser = app.browser(person);
        EXPECT_EQ(browser.get("/requests/" + request).status, 404);
        browser.get("/requests");
        EXPECT_FALSE(browser.page().has(title));
    }

    tests::TestApp app;
    tests::PageSteps pages{app};
    std::string request, title, board;
};

Words files() {
    Words names;
    const auto folder = std::filesystem::path(SHIREMOOT_SOURCE_DIR) / "tests/scenarios";
    for (const auto& entry : std::filesystem::directory_iterator(folder))
        if (entry.path().extension() == ".txt") names.push_back(entry.path().stem().string());
    std::sort(names.begin(), names.end());
    return names;
}

TEST_P(Scenario, ComesOutAsTold) {
    std::ifstream file(std::string(SHIREMOOT_SOURCE_DIR) + "/tests/scenarios/" + GetParam() +
                       ".txt");
    std::string line;
    int steps = 0;
    while (std::getline(file, line)) {
        if (line.empty() || line.front() == '#') continue;
        SCOPED_TRACE(line);
        ++steps;
        ASSERT_NO_FATAL_FAILURE(tell(split(line)));
    }
    EXPECT_GT(steps, 3);
}

INSTANTIATE_TEST_SUITE_P(Protocol, Scenario, testing::ValuesIn(files()),
                         [](const auto& file) { return file.param; });

}  // namespace
