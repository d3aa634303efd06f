// The pictures on their pages and as files: the same numbers in picture, caption, table and CSV.
#include <gtest/gtest.h>

#include <algorithm>

#include "tests/harness/test_app.hpp"
#include "workflows/date.hpp"

namespace {

using tests::TestApp;

std::ptrdiff_t lines_of(const std::string& text) {
    return std::count(text.begin(), text.end(), '\n');
}

std::size_t count(const std::string& text, const std::string& part) {
    std::size_t found = 0;
    for (auto at = text.find(part); at != std::string::npos; at = text.find(part, at + 1))
        ++found;
    return found;
}

class Figures : public testing::Test {
  protected:
    void set_day(int year, unsigned month, unsigned day) {
        app.clock().set(workflows::make_day(year, month, day) + std::chrono::hours(9));
    }
    TestApp app;
};

TEST_F(Figures, CirculationIsALineThroughFourteenBoards) {
    set_day(2016, 2, 25);
    const auto path = "/circulations/" + app.query("SELECT id FROM circulation");
    auto browser = app.browser("hwb-secretariat");
    const auto page = browser.get(path);
    ASSERT_EQ(page.status, 200);
    EXPECT_TRUE(
        page.has("<figcaption class=\"sm-fig__caption\">14 stops from Wednesday 27 January "
                 "2016 to Thursday 31 March 2016: 7 met without an answer, 7 still to "
                 "come.</figcaption>"));
    EXPECT_TRUE(page.has("aria-label=\"Picture of the way round, scrolls sideways\""));
    EXPECT_TRUE(page.has("href=\"" + path + ".csv\""));
    EXPECT_TRUE(page.has(">Today, 25 Feb</text>"));
    EXPECT_EQ(count(page.body, ", provisional</text>"), 4U);

    const auto svg = browser.get(path + ".svg");
    EXPECT_EQ(svg.headers.at("content-type"), "image/svg+xml; charset=utf-8");
    EXPECT_EQ(svg.headers.at("content-disposition").find("attachment; filename=\"circulation-"),
              0U);
    EXPECT_TRUE(svg.has("<title>Joint working protocol, draft 6: 14 stops from "));
    EXPECT_FALSE(svg.has("<a "));

    const auto csv = browser.get(path + ".csv");
    EXPECT_EQ(csv.headers.at("content-type"), "text/csv; charset=utf-8");
    EXPECT_EQ(lines_of(csv.body), 15);
    EXPECT_TRUE(
        csv.has("HWB,Oxfordshire Health and Wellbeing Board,2016-03-03,confirmed,,planned,"
                "2016-02-24,"));
    EXPECT_EQ(count(csv.body, ",provisional,"), 4U);
}

TEST_F(Figures, OfACirculationAreOnlyForTheBoardsItVisits) {
    const auto path = "/circulations/" + app.query("SELECT id FROM circulation");
    for (const char* ending : {".svg", ".csv"}) {
        EXPECT_EQ(app.browser("oscb-chair").get(path + ending).status, 200);
        EXPECT_EQ(app.browser("growth-secretariat").get(path + ending).status, 404);
    }
}

}  // namespace
