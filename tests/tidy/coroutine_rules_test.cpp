// The co_await checker flags the shapes that g++ 12 breaks and none of those it compiles rightly.
#include "tests/tidy/coroutine_rules.hpp"

#include <gtest/gtest.h>

namespace tidy {
namespace {

std::size_t findings_in(const std::string& statement) {
    std::string text =
        "net::awaitable<void> run(Pool& pool, Ptr p) {\n    " + statement + "\n    after();\n}\n";
    return find_bad_awaits(split_source("server/net/sample.cpp", text)).size();
}

TEST(BadAwaits, AreFound) {
    for (const char* bad : {
             "co_await co_spawn(pool, [p = std::move(p)]() -> awaitable<int> { co_return 1; }, "
             "use);",
             "co_await offload(pool, [p = std::move(p)] { return work(p); });",
             "auto n = co_await offload(pool, [&] { return 1; });",
             "co_await take(Aggregate{a, b});",
             "co_await take({.a = a, .b = b});",
             "co_await take_vec({a, b});",
             "co_return co_await take(ns::Aggregate<int>{a});",
             "if (co_await take(Aggregate{a}) == 3) {}",
             "if (auto n = co_await take({a}); n) { use(n); }",
             "int sum = co_await first() + co_await second();",
             "use(co_await first(), co_await second());",
             "while (more) {\n co_await take(Aggregate{a, b});\n }",
             "auto f = [pool]() -> awaitable<void> { co_await take({1}); };",
             "switch (n) { case 1: co_await take({1}); break; }",
         }) {
        EXPECT_EQ(findings_in(bad), 1U) << bad;
    }
}

TEST(GoodAwaits, AreNot) {
    for (const char* good : {
             "auto work = [p = std::move(p)] { return 1; };\n co_await offload(pool, "
             "std::move(work));",
             "Aggregate both{a, b};\n co_await take(std::move(both));",
             "std::vector<int> list = {a, b};\n co_await take_vec(std::move(list));",
             "co_await take(std::string(text));",
             "co_await take(text + \"{x}\");",
             "co_await take('{');",
             "int n = ready ? co_await first() : 0;",
             "if (auto n = co_await first(); n) { use({1, 2}); }",
             "for (int n : co_await list()) { use(Aggregate{n}); }",
             "auto [error, bytes] = co_await read(stream, token);",
             "const auto& [error, bytes] = co_await read(stream, token);",
             "co_await offload(pool, work, std::string(text), 3);",
             "co_await offload(pool, [] { return 3; });",
             "co_spawn(pool, [p = std::move(p)]() -> awaitable<void> { co_await p->run(); }, log);",
             "while (co_await more()) { Aggregate x{1}; use(x); }",
             "do { use({1}); } while (co_await more());",
             "co_await buffers[index].read();",
             "// co_await take({1});\n co_await take(one);",
             "use(Aggregate{a});",
         }) {
        EXPECT_EQ(findings_in(good), 0U) << good;
    }
}

TEST(BadAwaits, NameTheLine) {
    std::vector<Finding> findings = find_bad_awaits(
        split_source("server/net/x.cpp", "awaitable<void> f() {\n\n    co_await g({1});\n}\n"));
    ASSERT_EQ(findings.size(), 1U);
    EXPECT_EQ(findings[0].line, 3U);
    EXPECT_EQ(findings[0].path, "server/net/x.cpp");
}

}  // namespace
}  // namespace tidy
