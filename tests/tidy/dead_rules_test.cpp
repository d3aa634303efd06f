// The rules of what is dead find what nobody names, and nothing that somebody does.
#include "tests/tidy/dead_rules.hpp"

#include <gtest/gtest.h>

namespace tidy {
namespace {

TEST(DeadRules, Functions) {
    std::vector<SourceText> sources{
        split_source("server/boards/a.hpp",
                     "int used(int a);\nint dead(int a);\n"
                     "struct A {\n    bool also_dead() const;\n"
                     "    bool inline_dead() const { return used(1); }\n"
                     "    explicit A(int b);\n    int called_by_others() const override;\n};\n"
                     "Result<void>& more(int a);\n"),
        split_source("server/boards/a.cpp",
                     "int used(int a) { return a; }\nint dead(int a) "
                     "{ return used(a); }\nbool A::also_dead() const {}\n"),
        split_source("tests/server/a.cpp", "int a = dead(1) + dead(2);\n")};
    const auto findings = find_dead_functions(sources);
    ASSERT_EQ(findings.size(), 4U);
    EXPECT_EQ(findings[0].line, 2U);
    EXPECT_EQ(findings[1].line, 4U);
    EXPECT_EQ(findings[2].line, 5U);
    EXPECT_EQ(findings[3].line, 9U);
    sources.push_back(split_source("server/boards/b.cpp",
                                   "int b = dead(more(A().also_dead() + A().inline_dead()));\n"
                                   "call(&more, &inline_dead);\n"));
    EXPECT_EQ(find_dead_functions(sources).size(), 0U);
}

TEST(DeadRules, Effects) {
    std::vector<SourceText> sources{
        split_source("workflows/core/effects.hpp",
                     "enum class EffectKind {\n    send_mail,  // to them\n    block_it\n};\n"),
        split_source("workflows/a.cpp", "auto a = EffectKind::block_it;\n"),
        split_source("server/a/commands.cpp", "if (kind == EffectKind::send_mail) {}\n")};
    ASSERT_EQ(find_dead_effects(sources).size(), 1U);
    EXPECT_NE(find_dead_effects(sources)[0].message.find("block_it"), std::string::npos);
    sources.push_back(split_source("server/b/commands.cpp", "x = EffectKind::block_it;\n"));
    EXPECT_EQ(find_dead_effects(sources).size(), 0U);
}

TEST(DeadRules, Addresses) {
    std::vector<SourceText> sources{
        split_source("server/web/routes.hpp",
                     "extern const web::Address board;\nextern const web::Address boards;\n"),
        split_source(
            "server/boards/routes.cpp",
            "constexpr web::Address board{\"/board\"};\npage(routes::boards, A::a, f),\n")};
    ASSERT_EQ(find_dead_addresses(sources).size(), 1U);
    EXPECT_EQ(find_dead_addresses(sources)[0].line, 1U);
    sources.push_back(
        split_source("server/overview/routes.cpp", "page(routes::board, A::a, f),\n"));
    EXPECT_EQ(find_dead_addresses(sources).size(), 0U);
}

TEST(DeadRules, Templates) {
    const std::vector<PlainText> templates{{"templates/pages/board.html.mustache", "{{>tag}}"},
                                           {"templates/partials/tag.html.mustache", "{{text}}"},
                                           {"templates/letters/invitation.mustache", ""},
                                           {"templates/letters/forgotten.mustache", ""}};
    const std::vector<SourceText> sources{
        split_source("server/boards/a.cpp",
                     "render(\"pages/board.html\"); send(\"invitation\");\n"
                     "// \"forgotten\"\n"),
        split_source("tests/a.cpp", "send(\"forgotten\");\n")};
    ASSERT_EQ(find_dead_templates(sources, templates).size(), 1U);
    EXPECT_EQ(find_dead_templates(sources, templates)[0].path,
              "templates/letters/forgotten.mustache");
}

TEST(DeadRules, Classes) {
    const std::vector<PlainText> sheets{{"templates/ui/a.scss",
                                         ".sm-board, .govuk-x { }\n.sm-board__name:hover { }\n"
                                         ".sm-mark--agree { }\n.sm-line--thin { }\n.sm-old { }\n"}};
    const std::vector<PlainText> templates{
        {"templates/pages/a.html.mustache",
         "<p class=\"sm-board sm-mark--{{purpose}} sm-older\">"}};
    const std::vector<SourceText> sources{
        split_source("templates/figures/a.cpp", "out += \"class='sm-line--\" + width;\n")};
    const auto findings = find_dead_classes(sources, sheets, templates);
    ASSERT_EQ(findings.size(), 2U);
    EXPECT_EQ(findings[0].line, 2U);
    EXPECT_EQ(findings[1].line, 5U);
}

}  // namespace
}  // namespace tidy
