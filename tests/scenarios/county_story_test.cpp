// A county in which every kind of case stands in every state, told through the pages in
// tests/scenarios/county/story.txt. With SHIREMOOT_COUNTY=DIR it goes on from the files in DIR and
// leaves its own there with what they read like: so tests/fixtures/county_ff573da was made.
#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>
#include <set>

#include "tests/harness/county_reading.hpp"
#include "tests/scenarios/page_steps.hpp"
#include "workflows/circulation/circulation.hpp"
#include "workflows/concerns/concern.hpp"
#include "workflows/core/date.hpp"
#include "workflows/issues/issue.hpp"
#include "workflows/requests/agenda_request.hpp"
#include "workflows/responses/response.hpp"
#include "workflows/themes/theme.hpp"
#include "workflows/timetable/obligation.hpp"

namespace {

namespace fs = std::filesystem;

class CountyStory : public testing::Test {
  protected:
    CountyStory()
        : app_(files() == nullptr ? tests::TestApp() : tests::TestApp(fs::path(files()))),
          pages_(app_) {}

    static const char* files() { return std::getenv("SHIREMOOT_COUNTY"); }

    void tell(const std::string& line) {
        const auto words = tests::split(line);
        if (words.at(0) == "on")
            app_.clock().set(workflows::parse_day(words.at(1)).value() + std::chrono::hours(9));
        else
            pages_.take(words);
    }
    template <class State>
    void expect_every(const std::string& states) {
        for (const auto& name : workflows::names<State>)
            EXPECT_NE(app_.query("SELECT COUNT(*) FROM (" + states + ") WHERE state = '" +
                                 std::string(name.text) + "'"),
                      "0")
                << states << ": " << name.text;
    }
    void keep() {
        std::ofstream(fs::path(files()) / "reading.txt") << tests::CountyReading(app_).text();
        fs::copy(app_.directory(), files(),
                 fs::copy_options::recursive | fs::copy_options::overwrite_existing);
    }

    tests::TestApp app_;
    tests::PageSteps pages_;
};

TEST_F(CountyStory, BringsEveryKindOfCaseIntoEveryState) {
    std::ifstream file(std::string(SHIREMOOT_SOURCE_DIR) + "/tests/scenarios/county/story.txt");
    for (std::string line; std::getline(file, line);) {
        if (line.empty() || line.front() == '#') continue;
        SCOPED_TRACE(line);
        ASSERT_NO_FATAL_FAILURE(tell(line));
    }
    expect_every<workflows::RequestState>("SELECT state FROM agenda_request");
    expect_every<workflows::ResponseState>("SELECT state FROM response");
    expect_every<workflows::IssueState>("SELECT state FROM issue WHERE kind = 'boards'");
    expect_every<workflows::ProtocolState>("SELECT state FROM issue WHERE kind = 'protocol'");
    expect_every<workflows::ConcernState>("SELECT state FROM concern");
    expect_every<workflows::ObligationState>("SELECT state FROM obligation");
    expect_every<workflows::ThemeState>("SELECT state FROM theme");
    expect_every<workflows::StopState>("SELECT state FROM circulation_stop");
    if (files() != nullptr) keep();
}

}  // namespace
