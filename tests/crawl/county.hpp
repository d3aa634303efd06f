// Plays county.txt: what the crawl finds on the pages.
#pragma once

#include <gtest/gtest.h>

#include <fstream>
#include <string>

#include "tests/harness/test_app.hpp"
#include "tests/scenarios/page_steps.hpp"
#include "tests/server/policy_fixture.hpp"
#include "workflows/core/date.hpp"

namespace crawl {

inline void tell(tests::TestApp& app, tests::PageSteps& steps, const tests::Words& words) {
    if (words.at(0) == "on") {
        app.clock().set(workflows::parse_day(words.at(1)).value() + std::chrono::hours(9));
    } else if (words.at(0) == "things") {
        policy::add_things(app);
    } else {
        steps.take(words);
    }
}

inline void play_county(tests::TestApp& app) {
    std::ifstream file(SHIREMOOT_SOURCE_DIR "/tests/crawl/county.txt");
    tests::PageSteps steps(app);
    std::string line;
    while (std::getline(file, line)) {
        if (line.empty() || line.front() == '#') continue;
        SCOPED_TRACE(line);
        ASSERT_NO_FATAL_FAILURE(tell(app, steps, tests::split(line)));
    }
}

}  // namespace crawl
