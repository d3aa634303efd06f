// What a part of a page is open to: by the same table as the pages, asked for one board.
#include <gtest/gtest.h>

#include <map>

#include "server/base/viewer.hpp"

namespace {

using server::base::may;
using server::base::Viewer;
using workflows::Action;
using workflows::Role;

Viewer seated(const std::string& person, std::vector<Viewer::Seat> seats) {
    Viewer viewer;
    viewer.person = person;
    viewer.seats = std::move(seats);
    return viewer;
}

Viewer administrator() {
    auto viewer = seated("administrator", {});
    viewer.administrator = true;
    return viewer;
}

const std::map<std::string, Viewer> viewers{
    {"visitor", {}},
    {"member", seated("member", {{"HWB", Role::member}})},
    {"chair", seated("chair", {{"HWB", Role::chair}})},
    {"vice-chair", seated("vice-chair", {{"HWB", Role::vice_chair}})},
    {"secretariat", seated("secretariat", {{"HWB", Role::secretariat}})},
    {"secretariat of another", seated("other", {{"OSAB", Role::secretariat}})},
    {"administrator", administrator()},
};

struct Part {
    Action action;
    std::vector<std::string> open_to;  // for the board HWB
};

const std::vector<Part> parts{
    {Action::speak_for_board, {"chair", "secretariat", "vice-chair"}},
    {Action::read_board_mail, {"administrator", "secretariat"}},
    {Action::read_mail_subjects, {"secretariat"}},
    {Action::edit_meeting, {"secretariat"}},
    {Action::edit_reminders, {"administrator", "secretariat"}},
    {Action::edit_circulation, {"chair", "secretariat", "vice-chair"}},
    {Action::read_open_returns, {"administrator", "secretariat", "secretariat of another"}},
    {Action::told_of_returns, {"administrator"}},
};

TEST(ViewerStanding, OpensAPartOfAPageByTheirSeats) {
    for (const auto& part : parts) {
        std::vector<std::string> open_to;
        for (const auto& [name, viewer] : viewers)
            if (may(viewer, part.action, "HWB")) open_to.push_back(name);
        EXPECT_EQ(open_to, part.open_to) << workflows::policy(part.action).name;
    }
}

// Without a board nobody is a secretariat: what is left is what the county's own posts may.
TEST(ViewerStanding, IsThatOfNoBoardWithoutOne) {
    EXPECT_TRUE(may(viewers.at("administrator"), Action::read_board_mail));
    EXPECT_FALSE(may(viewers.at("secretariat"), Action::read_board_mail));
    EXPECT_TRUE(may(viewers.at("secretariat"), Action::read_open_returns));
    EXPECT_FALSE(may(viewers.at("member"), Action::read_open_returns));
}

}  // namespace
