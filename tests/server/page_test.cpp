// The helpers that other tests ask what a page does not offer: each finds what is there, and does
// not take a misspelt address for one that is not.
#include "tests/harness/page.hpp"

#include <gtest/gtest-spi.h>
#include <gtest/gtest.h>

namespace {

const tests::Page page{
    .status = 200,
    .body =
        "<a class=\"govuk-link\" href=\"/meetings/m1?year=2019&amp;view=all\">One</a>"
        "<a class=\"govuk-link\" href=\"/boards/hwb\">Two</a>"
        "<time datetime=\"2018-11-15T14:00\">some day</time>"
        "<form method=\"post\" action=\"/meetings/m1/pack\">"
        "<input type=\"hidden\" name=\"audience\" value=\"public\"></form>"
        "<form method=\"post\" action=\"/meetings/m1/pack\">"
        "<input type=\"hidden\" name=\"audience\" value=\"exempt\"></form>",
    .headers = {}};

TEST(PageHelpers, FindAForm) {
    EXPECT_TRUE(page.offers("/meetings/m1/pack"));
    EXPECT_TRUE(page.offers("/meetings/m1/pack", {{"audience", "exempt"}}));
    EXPECT_FALSE(page.offers("/meetings/m1/pack", {{"audience", "members"}}));
    EXPECT_FALSE(page.offers("/meetings/m2/pack"));
    EXPECT_FALSE(page.offers("/meetings/m1/cancel"));
    EXPECT_TRUE(page.asks_for("audience"));
    EXPECT_FALSE(page.asks_for("comment"));
}

TEST(PageHelpers, FindALink) {
    EXPECT_TRUE(page.links_to("/boards/hwb"));
    EXPECT_FALSE(page.links_to("/boards/h"));
    EXPECT_TRUE(page.links_to("/meetings/m1")) << "whatever its query";
    EXPECT_TRUE(page.links_to("/meetings/m1?year=2019&view=all"));
    EXPECT_FALSE(page.links_to("/meetings/m1?year=2019"));
    EXPECT_FALSE(page.links_to("/meetings/m1/pack")) << "that is a form";
}

TEST(PageHelpers, FindEitherWay) {
    EXPECT_TRUE(page.leads_to("/boards/hwb"));
    EXPECT_TRUE(page.leads_to("/meetings/m1/pack"));
    EXPECT_FALSE(page.leads_to("/meetings/m1/cancel"));
    EXPECT_TRUE(page.leads_below("/boards/"));
    EXPECT_TRUE(page.leads_below("/meetings/"));
    EXPECT_FALSE(page.leads_below("/stops/"));
}

TEST(PageHelpers, FindADayByItsTime) {
    EXPECT_TRUE(page.shows_day("2018-11-15"));
    EXPECT_FALSE(page.shows_day("2018-11-16"));
}

TEST(PageHelpers, RefuseAnAddressThatNothingHas) {
    EXPECT_NONFATAL_FAILURE(page.offers("/meetings/m1/cancell"), "no form can post to");
    EXPECT_NONFATAL_FAILURE(page.offers("/boards/hwb"), "no form can post to");
    EXPECT_NONFATAL_FAILURE(page.links_to("/bords/hwb"), "there is no page");
    EXPECT_NONFATAL_FAILURE(page.leads_to("/bords/hwb"), "neither a page nor a form");
    EXPECT_NONFATAL_FAILURE(page.leads_below("/stopps/"), "no address begins with");
}

}  // namespace
