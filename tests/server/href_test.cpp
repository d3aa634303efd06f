// Addresses of pages, made from the patterns of the route table.
#include "server/web/href.hpp"

#include <gtest/gtest.h>

#include <stdexcept>

#include "server/web/routes.hpp"

namespace server::web {
namespace {

constexpr Address list{"/things"};
constexpr Address thing{"/things/{thing}"};
constexpr Address picture{"/things/{thing}/{year}.svg"};

TEST(Href, FillsTheParametersInTheirOrder) {
    EXPECT_EQ(href(list), "/things");
    EXPECT_EQ(href(thing, "a1"), "/things/a1");
    EXPECT_EQ(href(picture, std::string("a1"), 2018), "/things/a1/2018.svg");
    EXPECT_EQ(href(routes::meeting_workspace, "hwb-1"), "/meetings/hwb-1/workspace");
}

TEST(Href, CodesWhatASegmentMayNotHold) {
    EXPECT_EQ(href(thing, "a/b?c#d%e f"), "/things/a%2Fb%3Fc%23d%25e%20f");
    EXPECT_EQ(href(thing, "é"), "/things/%C3%A9");
    EXPECT_EQ(href(thing, "HWB:2018-11_x.~"), "/things/HWB:2018-11_x.~");
}

TEST(Href, RefusesMoreOrFewerValues) {
    EXPECT_THROW(href(thing), std::logic_error);
    EXPECT_THROW(href(picture, "a1"), std::logic_error);
    EXPECT_THROW(href(list, "a1"), std::logic_error);
    EXPECT_THROW(href(thing, "a1", "b2"), std::logic_error);
}

TEST(Href, NamesWhatStandsBeforeAndAfterTheParameters) {
    EXPECT_EQ(stem(picture), "/things/");
    EXPECT_EQ(ending(picture), ".svg");
    EXPECT_EQ(stem(list), "/things");
    EXPECT_EQ(ending(list), "");
}

}  // namespace
}  // namespace server::web
