// Kept public pages: what is not kept, and that strangers cannot make the cache grow.
#include "server/web/page_cache.hpp"

#include <gtest/gtest.h>

#include "server/base/limits.hpp"
#include "tests/harness/county_fixture.hpp"
#include "tests/harness/papers.hpp"

namespace {

using server::web::PageCache;
using tests::TestApp;

PageCache::Entry page_of(std::size_t bytes, std::vector<std::string> tags) {
    PageCache::Entry entry;
    entry.body = std::make_shared<const std::string>(bytes, 'x');
    entry.tags = std::move(tags);
    entry.not_after = workflows::Instant::max();
    return entry;
}

bool keeps(const PageCache& cache, const std::string& target) {
    server::net::Request request;
    request.target = target;
    return cache.find(request, workflows::Instant{}).has_value();
}

TEST(PageCache, KeepsOneSpellingOfAnAddress) {
    TestApp app;
    auto visitor = app.browser();
    for (const auto* target : {"/boards/hwb?x=1", "/boards/hwb?"})
        EXPECT_EQ(visitor.get(target).status, 200) << target;
    EXPECT_EQ(app.app().cache->bytes(), 0U);
    visitor.get("/boards/hwb");
    EXPECT_GT(app.app().cache->bytes(), 0U);
}

// A meeting with a published agenda of one item.
class KeptBodies : public testing::Test {
  protected:
    void SetUp() override {
        tests::add_item(app, secretary, hwb, "Performance");
        tests::publish(secretary, hwb);
    }
    TestApp app;
    tests::Browser secretary = app.browser("hwb-secretariat");
    tests::Browser member = app.browser("healthwatch");
    std::string hwb = tests::meeting_on(app, "HWB", "2018-11-15");
};

// The body is kept for all who stand alike; name, form token and navigation are not.
TEST_F(KeptBodies, AreServedToAllWhoStandAlike) {
    const auto first = member.get("/meetings/" + hwb);
    const auto kept = app.app().cache->bytes();
    EXPECT_GT(kept, 0U);
    const auto token = member.token_on_page();
    const auto again = member.get("/meetings/" + hwb);
    EXPECT_EQ(app.app().cache->bytes(), kept);
    EXPECT_NE(member.token_on_page(), token) << "each page has a token of its own";
    EXPECT_EQ(again.body.size(), first.body.size());
    EXPECT_EQ(again.headers.at("cache-control"), "private, no-store");
    EXPECT_FALSE(again.links_to("/meetings/" + hwb + "/workspace"));
    EXPECT_TRUE(secretary.get("/meetings/" + hwb).links_to("/meetings/" + hwb + "/workspace"));
    EXPECT_FALSE(member.get("/meetings/" + hwb).links_to("/meetings/" + hwb + "/workspace"));
    EXPECT_FALSE(app.browser().get("/meetings/" + hwb).offers("/sign-out"));
    EXPECT_TRUE(again.offers("/sign-out"));
}

TEST_F(KeptBodies, AreForgottenWhenTheirMeetingChanges) {
    EXPECT_TRUE(member.get("/meetings/" + hwb).has("Performance"));
    const auto rename = [&](const std::string& place, const std::string& tag) {
        rows(app, "meeting").set({{"place", place}}, tag);
    };
    rename("The Old Library", "session");
    EXPECT_FALSE(member.get("/meetings/" + hwb).has("The Old Library")) << "served from the cache";
    rename("The New Library", "meeting:" + hwb);
    EXPECT_TRUE(member.get("/meetings/" + hwb).has("The New Library"));
    tests::add_item(app, secretary, hwb, "Urgent business");
    EXPECT_FALSE(member.get("/meetings/" + hwb).has("Urgent business")) << "not published";
    tests::publish(secretary, hwb);
    EXPECT_TRUE(member.get("/meetings/" + hwb).has("Urgent business"));
    rows(app, "membership", {{"person", "healthwatch"}}).remove();
    app.app().cache->forget({"people"});
    EXPECT_EQ(member.get("/meetings/" + hwb).status, 200);
    EXPECT_EQ(member.get("/meetings/" + hwb + "/agenda").status, 403);
}

// A busy board's change of one meeting must not cost the pages of all of its others.
TEST(PageCache, KeepsTheOtherMeetingsOfABoard) {
    TestApp app;
    auto secretary = app.browser("hwb-secretariat");
    const auto changed = tests::meeting_on(app, "HWB", "2018-11-15");
    const auto other = tests::meeting_on(app, "HWB", "2019-03-21");
    auto visitor = app.browser();
    const auto is_kept = [&](const std::string& target) {
        visitor.get(target);
        const auto now = app.app().clock.now();
        return [&app, target, now] { return app.app().cache->entry(target, now) != nullptr; };
    };
    const auto page = is_kept("/meetings/" + changed);
    const auto sibling = is_kept("/meetings/" + other);
    const auto board = is_kept("/boards/hwb");
    const auto list = is_kept("/meetings");
    const auto elsewhere = is_kept("/boards/oscb");
    ASSERT_TRUE(page() && sibling() && board() && list() && elsewhere());
    tests::add_item(app, secretary, changed, "Performance");
    EXPECT_FALSE(page());
    EXPECT_FALSE(board());
    EXPECT_FALSE(list());
    EXPECT_TRUE(sibling());
    EXPECT_TRUE(elsewhere());
}

TEST(PageCache, CountsTargetsAndTagsAndForgetsThemWithTheirPage) {
    PageCache cache;
    cache.put("/abc", page_of(10, {"board:A", "boards"}), cache.changes());
    EXPECT_EQ(cache.bytes(), 10U + 3 * 4);
    cache.put("/abc", page_of(20, {"board:A", "board:A"}), cache.changes());
    EXPECT_EQ(cache.bytes(), 20U + 3 * 4) << "the newer page takes the place of the older";
    cache.forget({"boards"});
    EXPECT_TRUE(keeps(cache, "/abc")) << "the newer page does not show all boards";
    cache.forget({"board:A"});
    EXPECT_FALSE(keeps(cache, "/abc"));
    EXPECT_EQ(cache.bytes(), 0U);
}

TEST(PageCache, NeverHoldsMoreThanItsLimit) {
    PageCache cache;
    const auto third = server::base::limits::page_cache_bytes_max / 3;
    for (const auto* target : {"/a", "/b", "/c", "/d"}) {
        cache.put(target, page_of(third, {"boards"}), cache.changes());
        EXPECT_LE(cache.bytes(), server::base::limits::page_cache_bytes_max);
    }
    EXPECT_TRUE(keeps(cache, "/d"));
    cache.put("/e", page_of(4 * third, {}), cache.changes());
    EXPECT_FALSE(keeps(cache, "/e"));
    EXPECT_TRUE(keeps(cache, "/d"));
}

}  // namespace
