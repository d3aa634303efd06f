// The county of ff573da reads as it did there: every thread, list and audit line.
#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>
#include <sstream>

#include "tests/db/county_ff573da.hpp"
#include "tests/harness/county_reading.hpp"
#include "workflows/core/date.hpp"

namespace {

// So that the first difference is shown and not the whole.
void expect_same_lines(const std::string& after, const std::string& before) {
    std::istringstream left(after), right(before);
    std::string heading, is, was;
    for (int number = 1; std::getline(right, was); ++number) {
        ASSERT_TRUE(std::getline(left, is)) << "ends before line " << number << ": " << was;
        if (was.starts_with("== ")) heading = was;
        ASSERT_EQ(is, was) << "line " << number << " of " << heading;
    }
    EXPECT_FALSE(std::getline(left, is)) << "has more: " << is;
}

TEST(CaseLogOfAnEarlierCounty, ReadsAsItDid) {
    tests::TemporaryDirectory earlier;
    tests::write_county_ff573da(earlier.path());
    tests::TestApp app(earlier.path());
    app.clock().set(workflows::make_day(2019, 4, 1) + std::chrono::hours(9));
    const auto kept = tests::county_ff573da() / "reading.txt";
    const auto text = tests::CountyReading(app).text();
    // Where words were changed on purpose: UPDATE_GOLDEN=1 writes what is read now.
    if (std::getenv("UPDATE_GOLDEN") != nullptr) std::ofstream(kept) << text;
    expect_same_lines(text, tests::bytes_of(kept));
}

}  // namespace
