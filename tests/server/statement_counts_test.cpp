// A page reads what it shows with as many statements for 200 rows as for 20: every address of the
// route table, in a small and in a large county, by people who see it from different sides.
#include <gtest/gtest.h>

#include <array>
#include <map>
#include <string>
#include <string_view>

#include "server/site/site.hpp"
#include "server/web/page_cache.hpp"
#include "tests/harness/statement_log.hpp"
#include "tests/server/wide_county_fixture.hpp"

namespace {

using tests::TestApp;
using Runs = std::map<std::string, std::size_t>;

constexpr int few_rows = 20;
constexpr int many_rows = 200;

constexpr std::array readers{
    policy::Part{"public", ""},
    policy::Part{"chair", "cabinet-children"},
    policy::Part{"secretariat", "safeguarding-secretariat"},
    policy::Part{"office", "hwb-secretariat"},
    policy::Part{"member of every board", "director-children"},
    policy::Part{"administrator", "assistant-chief-executive"},
};

// What each address runs, "GET /requests by chair".
std::map<std::string, Runs> runs_of_pages(int size) {
    TestApp app;
    wide::widen(app, size);
    std::map<std::string, Runs> all;
    for (const auto& reader : readers) {
        auto browser = app.browser(std::string(reader.person));
        tests::StatementLog log(app);
        for (const auto& route : server::site::routes()) {
            if (route.page == nullptr) continue;
            app.app().cache->forget({});
            log.clear();
            const auto page = browser.get(policy::path_of(route.address.pattern));
            EXPECT_LT(page.status, 500) << route.address.pattern << " by " << reader.name;
            all[std::string(route.address.pattern) + " by " + std::string(reader.name)] =
                log.by_name();
        }
    }
    return all;
}

std::string difference(const Runs& few, const Runs& many) {
    std::string said;
    Runs all = few;
    all.insert(many.begin(), many.end());
    for (const auto& [name, unused] : all) {
        const auto before = few.contains(name) ? few.at(name) : 0;
        const auto after = many.contains(name) ? many.at(name) : 0;
        if (before != after)
            said += "\n    " + name + ": " + std::to_string(before) + " for " +
                    std::to_string(few_rows) + " rows, " + std::to_string(after) + " for " +
                    std::to_string(many_rows);
    }
    return said;
}

TEST(StatementCounts, APageOfManyRowsTakesAsManyStatementsAsAPageOfFew) {
    const auto few = runs_of_pages(few_rows);
    const auto many = runs_of_pages(many_rows);
    for (const auto& [page, runs] : many) {
        const auto said = difference(few.at(page), runs);
        EXPECT_TRUE(said.empty()) << page << said;
    }
}

}  // namespace
