// A page reads what it shows with as many statements for 200 rows as for 20: every address of the
// route table, in a small and in a large county, by people who see it from different sides.
#include <gtest/gtest.h>

#include <array>
#include <map>
#include <set>
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

// Pages that nobody is shown here, and why they need not be.
const std::map<std::string, std::string> shows_no_list{
    {"/boards/{board}/meetings/{date}", "leads to the meeting"},
    {"/help/clear-days.json", "counts the days that its question names"},
    {"/meetings/series/dates", "the second step of a form"},
    {"/meetings/{meeting}/pack.pdf", "a file"},
    {"/r/{token}", "one person's link"},
    {"/r/{token}/document.pdf", "a file"},
};

// The certificate is of a document that all boards agreed; the one of the matrix is on its way.
std::string address_of(std::string_view pattern) {
    auto path = policy::path_of(pattern);
    if (const auto at = path.find("circulation-ct/certificate"); at != std::string::npos)
        path.replace(at, std::string_view("circulation-ct").size(), "done-ct");
    return path;
}

struct Pages {
    std::map<std::string, Runs> runs;  // by address and reader, "/requests by chair"
    std::set<std::string> opened;      // addresses that some reader was shown
};

Pages pages_of_county(int size) {
    TestApp app;
    wide::widen(app, size);
    Pages all;
    for (const auto& reader : readers) {
        auto browser = app.browser(std::string(reader.person));
        tests::StatementLog log(app);
        for (const auto& route : server::site::routes()) {
            if (route.page == nullptr) continue;
            app.app().cache->forget({});
            log.clear();
            const auto page = browser.get(address_of(route.address.pattern));
            EXPECT_LT(page.status, 500) << route.address.pattern << " by " << reader.name;
            const std::string pattern(route.address.pattern);
            all.runs[pattern + " by " + std::string(reader.name)] = log.by_name();
            if (page.status == 200) all.opened.insert(pattern);
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
    const auto few = pages_of_county(few_rows);
    const auto many = pages_of_county(many_rows);
    for (const auto& [page, runs] : many.runs) {
        const auto said = difference(few.runs.at(page), runs);
        EXPECT_TRUE(said.empty()) << page << said;
    }
    for (const auto& route : server::site::routes()) {
        const std::string pattern(route.address.pattern);
        if (route.page == nullptr || shows_no_list.contains(pattern)) continue;
        EXPECT_TRUE(many.opened.contains(pattern))
            << pattern << ": nobody was shown this page; let wide_county_fixture.hpp make what it "
            << "lists, or say here that it shows no list";
    }
}

}  // namespace
