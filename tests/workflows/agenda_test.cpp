// Agenda items: what may be entered, moved, published late, seen; and the numbers of their pages.
#include "workflows/agenda/agenda.hpp"

#include <gtest/gtest.h>

#include "workflows/text/utf8.hpp"
#include "workflows/text/words.hpp"

namespace workflows {
namespace {

const Day today = make_day(2018, 10, 1);

AgendaItem item(std::string title, Visibility visibility = Visibility::public_) {
    AgendaItem made;
    made.title = std::move(title);
    made.visibility = visibility;
    return made;
}

std::string wrong_field(const AgendaItem& bad) {
    const auto checked = check_item(bad);
    return checked ? "" : checked.error().field;
}

TEST(agenda, checks_items) {
    EXPECT_EQ(wrong_field(item("Apologies")), "");
    EXPECT_EQ(wrong_field(item(" ")), "title");
    EXPECT_EQ(wrong_field(item(std::string(200, 'x'))), "");
    EXPECT_EQ(wrong_field(item(std::string(201, 'x'))), "title");
    for (const auto& [minutes, field] : std::vector<std::pair<int, std::string>>{
             {-1, "minutes"}, {0, ""}, {600, ""}, {601, "minutes"}}) {
        AgendaItem timed = item("Apologies");
        timed.minutes = minutes;
        EXPECT_EQ(wrong_field(timed), field) << minutes;
    }
    AgendaItem secret = item("Lease of 4 Mill Lane", Visibility::exempt);
    secret.public_title = std::string(201, 'x');
    EXPECT_EQ(wrong_field(secret), "public_title");
}

TEST(agenda, is_closed_once_the_meeting_is_over) {
    const auto open = [](MeetingState state, PlannedDate date) {
        return check_agenda_open(state, date, today).has_value();
    };
    EXPECT_TRUE(open(MeetingState::confirmed, today));
    EXPECT_TRUE(open(MeetingState::provisional, PlannedDate{}));
    EXPECT_FALSE(open(MeetingState::confirmed, today - std::chrono::days{1}));
    EXPECT_FALSE(open(MeetingState::held, today));
    EXPECT_FALSE(open(MeetingState::cancelled, today + std::chrono::days{9}));
}

TEST(agenda, tightens_only_towards_fewer_readers) {
    using workflows::Visibility;
    EXPECT_TRUE(workflows::tightens(Visibility::public_, Visibility::members));
    EXPECT_TRUE(workflows::tightens(Visibility::members, Visibility::exempt));
    EXPECT_FALSE(workflows::tightens(Visibility::exempt, Visibility::members));
    EXPECT_FALSE(workflows::tightens(Visibility::members, Visibility::members));
}

TEST(agenda, moves_items_one_place) {
    using Order = std::vector<std::size_t>;
    EXPECT_EQ(moved(3, 2, Direction::up).value(), (Order{0, 2, 1}));
    EXPECT_EQ(moved(3, 0, Direction::down).value(), (Order{1, 0, 2}));
    EXPECT_EQ(moved(3, 0, Direction::up).error().code, Code::refused);
    EXPECT_EQ(moved(3, 2, Direction::down).error().code, Code::refused);
    EXPECT_EQ(moved(3, 3, Direction::up).error().code, Code::not_found);
    EXPECT_EQ(moved(0, 0, Direction::up).error().code, Code::not_found);
}

TEST(agenda, comes_out_late_only_with_a_reason) {
    const auto in_time = publication_verdict(5, 5, "");
    ASSERT_TRUE(in_time);
    EXPECT_FALSE(in_time->late);
    EXPECT_EQ(in_time->words, "Published 5 clear days before the meeting (5 required).");
    const auto unexplained = publication_verdict(4, 5, " ");
    ASSERT_FALSE(unexplained);
    EXPECT_EQ(unexplained.error().field, "late_reason");
    const auto late = publication_verdict(1, 5, "The figures came on Monday");
    ASSERT_TRUE(late);
    EXPECT_TRUE(late->late);
    EXPECT_EQ(late->words, "Published 1 clear day before the meeting (5 required): late.");
}

TEST(agenda, an_exempt_item_shows_its_public_title_only) {
    std::vector<AgendaItem> items{
        item("Apologies"), item("Lease of 4 Mill Lane", Visibility::exempt),
        item("Budget workshop", Visibility::members), item("Dismissal", Visibility::exempt)};
    items[1].public_title = "Property matter";
    const auto titles = [&](ViewerLevel viewer) {
        std::string out;
        for (const VisibleItem& each : visible(items, viewer))
            out += std::to_string(each.number) + " " + each.title + (each.withheld ? "*;" : ";");
        return out;
    };
    EXPECT_EQ(titles(ViewerLevel::public_),
              "1 Apologies;2 Property matter*;3 Item for members*;4 Exempt item*;");
    EXPECT_EQ(titles(ViewerLevel::member),
              "1 Apologies;2 Property matter*;3 Budget workshop;4 Exempt item*;");
    EXPECT_EQ(titles(ViewerLevel::exempt_reader),
              "1 Apologies;2 Lease of 4 Mill Lane;3 Budget workshop;4 Dismissal;");
}

TEST(agenda, counts_characters_not_bytes) {
    EXPECT_EQ(text::characters("Children’s"), 10U);
    EXPECT_EQ(text::characters(""), 0U);
    EXPECT_TRUE(text::is_blank(" \r\n\t"));
    EXPECT_FALSE(text::is_blank(" x"));
}

}  // namespace
}  // namespace workflows
