// Every house rule finds its bad sample and leaves its good one alone.
#include <gtest/gtest.h>

#include "tests/tidy/sentence_rules.hpp"
#include "tests/tidy/text_rules.hpp"

namespace tidy {
namespace {

using Rule = std::vector<Finding> (*)(const SourceText&);

std::size_t found(Rule rule, const std::string& path, const std::string& text) {
    return rule(split_source(path, text)).size();
}

std::string repeated(const std::string& line, std::size_t times) {
    std::string text;
    for (std::size_t i = 0; i < times; ++i) {
        text += line;
    }
    return text;
}

TEST(SourceText, KeepsCodeStringsAndCommentsApart) {
    SourceText source = split_source("a.cpp",
                                     "int a = 1'000; // catch \"x\n"
                                     "char c = '\"'; /* \" */ s(\"// no \\\" \");\n"
                                     "r(R\"q(\" // ;)q\");\n");
    EXPECT_EQ(source.code,
              "int a = 1'000;            \n"
              "char c = ' ';         s(\"         \");\n"
              "r(R\"          \");\n");
    EXPECT_EQ(trimmed(lines_of(source.comments)[0]), "// catch \"x");
    EXPECT_EQ(trimmed(lines_of(source.strings)[2]), "\"q(\" // ;)q\"");
    EXPECT_EQ(source.code.size(), source.text.size());
}

TEST(Rules, WrongArrows) {
    EXPECT_EQ(found(find_wrong_arrows, "workflows/a.cpp", "#include \"db/session.hpp\"\n"), 1U);
    EXPECT_EQ(found(find_wrong_arrows, "db/a.cpp", "#include \"mail/message.hpp\"\n"), 1U);
    EXPECT_EQ(found(find_wrong_arrows, "mail/a.cpp", "#include \"db/session.hpp\"\n"), 1U);
    EXPECT_EQ(found(find_wrong_arrows, "mail/a.cpp", "#include \"server/web/form.hpp\"\n"), 1U);
    EXPECT_EQ(found(find_wrong_arrows, "templates/a.cpp", "#include \"workflows/core/date.hpp\"\n"),
              1U);
    EXPECT_EQ(found(find_wrong_arrows, "server/a.cpp", "#include \"tests/x.hpp\"\n"), 1U);
    EXPECT_EQ(
        found(find_wrong_arrows, "workflows/text/a.cpp", "#include \"workflows/core/date.hpp\"\n"),
        1U);
    EXPECT_EQ(found(find_wrong_arrows, "templates/a.cpp", "#include \"workflows/text/csv.hpp\"\n"),
              0U);
    EXPECT_EQ(found(find_wrong_arrows, "db/a.cpp", "#include \"workflows/text/csv.hpp\"\n"), 0U);
    EXPECT_EQ(found(find_wrong_arrows, "mail/a.cpp", "#include \"templates/view.hpp\"\n"), 0U);
    EXPECT_EQ(found(find_wrong_arrows, "server/a.cpp", "#include \"mail/message.hpp\"\n"), 0U);
    EXPECT_EQ(found(find_wrong_arrows, "db/a.cpp", "// #include \"mail/message.hpp\"\n"), 0U);
}

TEST(Rules, Impurities) {
    EXPECT_EQ(found(find_impurities, "workflows/a.cpp", "#include <fstream>\n"), 1U);
    EXPECT_EQ(found(find_impurities, "workflows/a.cpp", "#include <boost/asio.hpp>\n"), 1U);
    EXPECT_EQ(found(find_impurities, "workflows/a.cpp", "#include <soci/soci.h>\n"), 1U);
    EXPECT_EQ(found(find_impurities, "workflows/a.cpp", "#include <boost/url/url.hpp>\n"), 1U);
    EXPECT_EQ(found(find_impurities, "workflows/text/a.cpp", "#include <boost/url/url.hpp>\n"), 0U);
    EXPECT_EQ(found(find_impurities, "workflows/a.cpp", "#include <boost/describe.hpp>\n"), 0U);
    EXPECT_EQ(found(find_impurities, "workflows/a.cpp", "#include <date/tz.h>\n"), 0U);
    EXPECT_EQ(found(find_impurities, "server/a.cpp", "#include <fstream>\n"), 0U);
}

TEST(Rules, StrayedLibraries) {
    EXPECT_EQ(found(find_strayed_libraries, "server/a.cpp", "#include <soci/soci.h>\n"), 1U);
    EXPECT_EQ(found(find_strayed_libraries, "mail/a.cpp", "#include <boost/asio.hpp>\n"), 1U);
    EXPECT_EQ(found(find_strayed_libraries, "db/a.cpp", "#include <soci/soci.h>\n"), 0U);
}

TEST(Rules, StrayedCoroutines) {
    const std::string code = "awaitable<int> f() { co_return 1; }";
    EXPECT_EQ(found(find_strayed_coroutines, "server/pages/a.cpp", code), 2U);
    EXPECT_EQ(found(find_strayed_coroutines, "server/net/a.cpp", code), 0U);
    EXPECT_EQ(found(find_strayed_coroutines, "mail/a.cpp", "// no co_await here\n"), 0U);
}

TEST(Rules, StrayedClocks) {
    EXPECT_EQ(found(find_strayed_clocks, "db/a.cpp", "auto n = system_clock::now();"), 1U);
    EXPECT_EQ(found(find_strayed_clocks, "mail/a.cpp", "std::random_device device;"), 1U);
    EXPECT_EQ(found(find_strayed_clocks, "server/main.cpp", "std::getenv(\"HOME\");"), 1U);
    EXPECT_EQ(found(find_strayed_clocks, "server/base/platform.cpp", "std::getenv(\"HOME\");"), 0U);
    EXPECT_EQ(found(find_strayed_clocks, "server/a.cpp", "steady_clock::now();"), 0U);
}

TEST(Rules, StrayedCatches) {
    const std::string code = "void f() { try { g(); } catch (const E&) {} }";
    EXPECT_EQ(found(find_strayed_catches, "db/a.cpp", code), 1U);
    EXPECT_EQ(found(find_strayed_catches, "server/web/dispatch.cpp", code), 0U);
    EXPECT_EQ(found(find_strayed_catches, "server/net/offload.hpp", code), 0U);
    EXPECT_EQ(found(find_strayed_catches, "db/a.cpp", "// catch (this)\nint catches;"), 0U);
}

TEST(Rules, StrayedSql) {
    EXPECT_EQ(found(find_strayed_sql, "server/a.cpp", "q(\"SELECT id \"\n  \"FROM board\");"), 1U);
    EXPECT_EQ(found(find_strayed_sql, "mail/a.cpp", "q(\"INSERT INTO outbox VALUES (1)\");"), 1U);
    EXPECT_EQ(found(find_strayed_sql, "server/a.cpp", "q(\"UPDATE board SET name = 1\");"), 1U);
    EXPECT_EQ(found(find_strayed_sql, "server/a.cpp", "q(\"DELETE FROM board\");"), 1U);
    EXPECT_EQ(found(find_strayed_sql, "db/a.cpp", "q(\"DELETE FROM board\");"), 0U);
    EXPECT_EQ(found(find_strayed_sql, "server/a.cpp", "say(\"Select a board from the list\");"),
              0U);
}

TEST(Rules, LongFunctions) {
    const std::string body = repeated("    step();\n", 69);
    EXPECT_EQ(found(find_long_functions, "a.cpp", "namespace n {\nvoid f() {\n" + body + "}\n}\n"),
              1U);
    EXPECT_EQ(found(find_long_functions, "a.cpp",
                    "struct S {\n  explicit S(int a) : a_{a} {\n" + body + "}\n};\n"),
              1U);
    EXPECT_EQ(found(find_long_functions, "a.cpp", "auto f(int a) -> R<int> {\n" + body + "}\n"),
              1U);
    EXPECT_EQ(found(find_long_functions, "a.cpp",
                    "template <class T>\nvoid f(T t) const {\n" + body + "}\n"),
              1U);
    EXPECT_EQ(
        found(find_long_functions, "a.cpp", "void f() {\n" + repeated("    step();\n", 68) + "}\n"),
        0U);
    EXPECT_EQ(found(find_long_functions, "a.cpp", "struct S {\n" + body + body + "};\n"), 0U);
    const std::string described = "BOOST_DESCRIBE_STRUCT(S, (), (a, b))\n";
    EXPECT_EQ(found(find_long_functions, "a.cpp", described + "namespace n {\n" + body + "}\n"),
              0U);
    EXPECT_EQ(found(find_long_functions, "a.cpp", described + "void f() {\n" + body + "}\n"), 1U);
    EXPECT_EQ(found(find_long_functions, "a.cpp",
                    "constexpr Row rows[] = {\n" + repeated("    {1, 2},\n", 90) + "};\n"),
              0U);
}

TEST(Rules, LongFilesAndLines) {
    EXPECT_EQ(found(find_long_files, "a.cpp", repeated("int x;\n", 401)), 1U);
    EXPECT_EQ(found(find_long_files, "a.cpp", repeated("int x;\n", 400)), 0U);
    const std::string line(101, 'x');
    EXPECT_EQ(found(find_long_lines, "a.cpp", line + "\n"), 1U);
    EXPECT_EQ(found(find_long_lines, "a.cpp", line.substr(1) + "\n"), 0U);
    EXPECT_EQ(found(find_long_lines, "a.cpp", repeated("é", 100) + "\n"), 0U);
    EXPECT_EQ(found(find_long_lines, "a.cpp",
                    "// clang-format off\n" + line + "\n// clang-format on\n" + line + "\n"),
              1U);
}

TEST(Rules, StrayedSentences) {
    const std::string code = "say(\"Select a board from the list.\");";
    EXPECT_EQ(found(find_strayed_sentences, "server/polls/poll_pages.cpp", code), 1U);
    EXPECT_EQ(found(find_strayed_sentences, "workflows/timetable/obligation.cpp", code), 1U);
    EXPECT_EQ(found(find_strayed_sentences, "server/polls/poll_words.hpp", code), 0U);
    EXPECT_EQ(found(find_strayed_sentences, "server/demo/story.cpp", code), 0U);
    EXPECT_EQ(found(find_strayed_sentences, "server/planning/a.cpp", "say(\"Select a board\");"),
              0U);
}

TEST(Rules, OddOpenings) {
    EXPECT_EQ(found(find_odd_openings, "a.hpp", "#pragma once\n"), 1U);
    EXPECT_EQ(found(find_odd_openings, "a.hpp", "// What it is for.\nint f();\n"), 1U);
    EXPECT_EQ(found(find_odd_openings, "a.hpp", "// What it is for.\n#pragma once\n"), 0U);
    EXPECT_EQ(found(find_odd_openings, "a.cpp", "// What it is for.\n"), 0U);
    EXPECT_EQ(found(find_odd_openings, "db/a.cpp", "#include \"db/a.hpp\"\n"), 0U);
    EXPECT_EQ(found(find_odd_openings, "db/a.cpp", "#include \"db/b.hpp\"\n"), 1U);
}

TEST(Rules, UnfinishedWorkAndSkippedTests) {
    EXPECT_EQ(found(find_unfinished_work, "a.cpp", "// TODO: later\n/* FIXME */\n"), 2U);
    EXPECT_EQ(found(find_unfinished_work, "a.cpp", "f(\"TODO\"); // todos\n"), 0U);
    EXPECT_EQ(found(find_skipped_tests, "a.cpp", "TEST(A, DISABLED_B) { GTEST_SKIP(); }"), 2U);
    EXPECT_EQ(found(find_skipped_tests, "a.cpp", "#define ASIO_DISABLED_X\n"), 0U);
}

TEST(Rules, WrittenAddresses) {
    const auto in_room = [](const std::string& text) {
        return found(find_written_addresses, "server/requests/request_pages.cpp", text);
    };
    EXPECT_EQ(in_room("a(\"/requests/\" + row.id + \"/edit\");"), 2U);
    EXPECT_EQ(in_room("page.link(\"All\", \"/requests\");"), 1U);
    EXPECT_EQ(in_room("page.link(\"All\", web::href(routes::requests) + \"?state=open\");"), 0U);
    EXPECT_EQ(in_room("// \"/requests/…\"\nread(\"/proc/self/exe\", \"/\", \"a\" + b / \"c\");"),
              0U);
    EXPECT_EQ(found(find_written_addresses, "server/requests/routes.cpp", "A{\"/requests\"}"), 0U);
    EXPECT_EQ(found(find_written_addresses, "tests/a.cpp", "app.get(\"/requests\");"), 0U);
}

TEST(Rules, BannedWords) {
    EXPECT_EQ(found(find_banned_words, "db/a.cpp", "std::thread worker(run);"), 1U);
    EXPECT_EQ(found(find_banned_words, "server/a.cpp", "std::thread worker(run);"), 0U);
    EXPECT_EQ(found(find_banned_words, "db/a.cpp", "std::this_thread::yield();"), 0U);
    EXPECT_EQ(found(find_banned_words, "mail/a.cpp", "std::shared_ptr<int> p;"), 1U);
    EXPECT_EQ(found(find_banned_words, "server/net/a.cpp", "co_spawn(e, f(), asio::detached);"),
              1U);
    EXPECT_EQ(found(find_banned_words, "db/a.cpp", "q(\"SELECT * FROM board\");"), 1U);
    EXPECT_EQ(found(find_banned_words, "db/a.cpp", "q(\"SELECT datetime('now')\");"), 1U);
    EXPECT_EQ(found(find_banned_words, "db/a.cpp", "q(\"SELECT id FROM board\");"), 0U);
}

TEST(Rules, UnescapedNames) {
    EXPECT_EQ(find_unescaped_names("t", "<p>{{{name}}}</p>").size(), 1U);
    EXPECT_EQ(find_unescaped_names("t", "<p>{{& name }}</p>{{&b}}").size(), 2U);
    EXPECT_EQ(find_unescaped_names("t", "{{{body_html}}} {{&figure_html}} {{name}}").size(), 0U);
    EXPECT_EQ(find_unescaped_names("t", "{{#a}}{{/a}}{{>part}}{{! not {&} }}").size(), 0U);
}

TEST(Rules, MacrosAndTuples) {
    for (const char* bad : {"#define ROWS 3\n", "int a;\n#define Y(a) a\n",
                            "constexpr Query<std::tuple<int, int, int, S, S>> rows{\n"}) {
        EXPECT_EQ(found(find_macros_and_tuples, "db/a.cpp", bad), 1U) << bad;
        EXPECT_EQ(found(find_macros_and_tuples, "tests/a.cpp", bad), 0U) << bad;
    }
    for (const char* good : {"#define JSON_HH\n", "// #define ROWS 3\n", "#ifdef ROWS\n",
                             "constexpr Query<std::tuple<int, int, int, S>> rows{\"a\", b};\n"}) {
        EXPECT_EQ(found(find_macros_and_tuples, "db/a.cpp", good), 0U) << good;
    }
}

}  // namespace
}  // namespace tidy
