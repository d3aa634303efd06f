// Kept public pages: what is not kept, and that strangers cannot make the cache grow.
#include "server/page_cache.hpp"

#include <gtest/gtest.h>

#include "server/limits.hpp"
#include "tests/harness/test_app.hpp"

namespace {

using server::PageCache;
using tests::TestApp;

PageCache::Entry page_of(std::size_t bytes, std::vector<std::string> tags) {
    PageCache::Entry entry;
    entry.body = std::make_shared<const std::string>(bytes, 'x');
    entry.tags = std::move(tags);
    entry.not_after = workflows::Instant::max();
    return entry;
}

bool keeps(const PageCache& cache, const std::string& target) {
    server::Request request;
    request.target = target;
    return cache.find(request, workflows::Instant{}).has_value();
}

TEST(PageCache, KeepsOneSpellingOfAnAddress) {
    TestApp app;
    auto visitor = app.browser();
    for (const auto* target : {"/boards/hwb?x=1", "/boards/hwb?"})
        EXPECT_EQ(visitor.get(target).status, 200) << target;
    EXPECT_EQ(app.app().cache.bytes(), 0U);
    visitor.get("/boards/hwb");
    EXPECT_GT(app.app().cache.bytes(), 0U);
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
    const auto third = server::limits::page_cache_bytes_max / 3;
    for (const auto* target : {"/a", "/b", "/c", "/d"}) {
        cache.put(target, page_of(third, {"boards"}), cache.changes());
        EXPECT_LE(cache.bytes(), server::limits::page_cache_bytes_max);
    }
    EXPECT_TRUE(keeps(cache, "/d"));
    cache.put("/e", page_of(4 * third, {}), cache.changes());
    EXPECT_FALSE(keeps(cache, "/e"));
    EXPECT_TRUE(keeps(cache, "/d"));
}

}  // namespace
