// One source of a letter, read as text and as HTML.
#include "templates/letter_source.hpp"

#include <gtest/gtest.h>

#include "templates/store.hpp"
#include "templates/view.hpp"

namespace templates {
namespace {

constexpr TemplateSource head{"partials/letter_head.html", "<html>{{subject}}<body>\n"};
constexpr TemplateSource foot{"partials/letter_foot.html", "{{>letter_sender}}\n</html>\n"};
constexpr TemplateSource sender{"letters/parts/sender", "Sent to {{post}}.\n"};

std::string source_of(std::string_view body) {
    return "Subject: About {{title}}\n\n" + std::string(body);
}

struct Rendered {
    std::string text;
    std::string html;
};

Rendered rendered(std::string_view body, View view,
                  TemplateSource part = {"letters/parts/unused", "Nothing.\n"}) {
    const auto source = source_of(body);
    const TemplateSource sources[] = {head, foot, sender, part, {"letters/x", source}};
    const Store store(sources);
    view.set("subject", "S").set("post", "P");
    return {store.render("letters/x.txt", view), store.render("letters/x.html", view)};
}

// Without the frame.
Rendered body_of(std::string_view body, View view) {
    auto both = rendered(body, std::move(view));
    both.text.resize(both.text.find("Sent to P."));
    const auto begin = both.html.find("<body>") + 6;
    both.html =
        both.html.substr(begin, both.html.find("<p style=\"margin:0 0 16px\">Sent") - begin);
    return both;
}

std::string fault_of(std::string_view source) {
    const TemplateSource sources[] = {head, foot, sender, {"letters/x", source}};
    try {
        const Store store(sources);
    } catch (const TemplateError& error) {
        return error.what();
    }
    return {};
}

bool has(const std::string& text, std::string_view part) {
    return text.find(part) != std::string::npos;
}

TEST(LetterSource, StandsInsideTheFrame) {
    const auto both = rendered("# A heading\n\nTwo lines\nof one paragraph.\n", {});
    EXPECT_EQ(both.text, "A heading\n\nTwo lines of one paragraph.\n\nSent to P.\n\n");
    EXPECT_TRUE(both.html.starts_with("<html>S<body><h1 style="));
    EXPECT_TRUE(has(both.html, ">Two lines of one paragraph.</p>"));
    EXPECT_TRUE(has(both.html, ">Sent to P.</p>")) << both.html;
}

TEST(LetterSource, ValuesStayValues) {
    View view;
    view.set("value", "*not bold* <b>[x](y)\n# no heading");
    const auto both = body_of("It says {{value}} & \"more\".\n", std::move(view));
    EXPECT_EQ(both.text, "It says *not bold* <b>[x](y)\n# no heading & \"more\".\n\n");
    EXPECT_EQ(both.html,
              "<p style=\"margin:0 0 16px\">It says *not bold* &lt;b&gt;[x](y)\n# no heading &amp; "
              "&quot;more&quot;.</p>\n");
}

TEST(LetterSource, LinksReadAsWordsAndAddress) {
    View view;
    view.set("link", "https://x.example/?a=1&b=2");
    const auto inside = body_of("See [the page]({{link}}#top) or <i>not</i>.\n", std::move(view));
    EXPECT_EQ(inside.text, "See the page: https://x.example/?a=1&b=2#top or <i>not</i>.\n\n");
    EXPECT_TRUE(has(inside.html, "<a href=\"https://x.example/?a=1&amp;b=2#top\" style="));
    View other;
    other.set("link", "https://x.example/");
    const auto alone = body_of(
        "[The page]({{link}})\n\n**[The button]({{link}})**\n\n"
        "[{{link}}]({{link}})\n",
        std::move(other));
    EXPECT_EQ(alone.text,
              "The page:\nhttps://x.example/\n\nThe button:\nhttps://x.example/\n\n"
              "https://x.example/\n\n");
    EXPECT_TRUE(has(alone.html, "bgcolor=\"#1b5e4b\""));
    EXPECT_TRUE(has(alone.html, "<strong>The button</strong></a></td></tr></table>"));
}

TEST(LetterSource, ListsRunThroughSections) {
    View view;
    view.add("days").set("day", "Monday");
    view.add("days").set("day", "Tuesday");
    view.set("none", "");
    const auto both = body_of(
        "Before.\n{{#days}}\n- on {{day}}\n{{/days}}\n\n"
        "- **Title:** one\n{{#none}}\n- **None:** {{none}}\n{{/none}}\n- **Last:** two\n\nAfter.\n",
        std::move(view));
    EXPECT_EQ(both.text,
              "Before.\n\n- on Monday\n- on Tuesday\n\nTitle: one\nLast: two\n\nAfter.\n\n");
    EXPECT_TRUE(has(both.html,
                    "<ul style=\"margin:0 0 16px\">\n<li>on Monday</li>\n<li>on Tuesday</li>\n"
                    "</ul>\n<table"));
    EXPECT_TRUE(has(both.html, ">Title</th><td "));
    EXPECT_TRUE(has(both.html, ">two</td></tr>\n</table>\n"));
}

TEST(LetterSource, SectionsLeaveNothingBehind) {
    View view;
    view.set("comment", "").flag("late", true);
    const auto both = body_of(
        "One.\n\n{{#comment}}\n**They write:**\n\n> {{comment}}\n{{/comment}}\n\n"
        "It {{#late}}was{{/late}}{{^late}}is{{/late}} due.\\\nToday.\n",
        std::move(view));
    EXPECT_EQ(both.text, "One.\n\nIt was due.\nToday.\n\n");
    EXPECT_TRUE(has(both.html, "It was due.<br>Today."));
}

TEST(LetterSource, QuotationsKeepTheirLines) {
    View view;
    view.set("comment", "One\nTwo");
    const auto both = body_of("> {{comment}}\n\n## 123 456\n", std::move(view));
    EXPECT_EQ(both.text, "One\nTwo\n\n123 456\n\n");
    EXPECT_TRUE(has(both.html, "white-space:pre-wrap\">One\nTwo</p>"));
    EXPECT_TRUE(has(both.html, "font-size:32px"));
}

TEST(LetterSource, PartsAreShared) {
    View view;
    view.set("title", "T");
    const auto both = rendered("Before.\n\n{{>facts}}\n\nAfter.\n", std::move(view),
                               {"letters/parts/facts", "- **Title:** {{title}}\n"});
    EXPECT_TRUE(both.text.starts_with("Before.\n\nTitle: T\n\nAfter.\n"));
}

TEST(LetterSource, MarksTheValuesOfASubject) {
    const auto made = letter_templates(
        "letters/x", "Subject: {{#late}}Late: {{/late}}{{title}}, HWB\nPreview: By {{day}}\n\nX\n");
    ASSERT_EQ(made.size(), 4U);
    EXPECT_EQ(made[0].name, "letters/x.subject.txt");
    EXPECT_EQ(made[0].text, "{{#late}}Late: {{/late}}\x01{{title}}\x02, HWB");
    EXPECT_EQ(made[1].name, "letters/x.preview.txt");
    EXPECT_EQ(made[1].text, "By {{day}}");
}

TEST(LetterSource, FaultsAreNamedWithTheirLine) {
    EXPECT_TRUE(has(fault_of("Hello\n"), "letters/x.mustache:1: the first line is no"));
    EXPECT_TRUE(has(fault_of("Subject: A\nHello\n"), "letters/x.mustache:2: an empty line"));
    EXPECT_TRUE(has(fault_of("Subject: A\n\n{{#a}}\nB\n"), "section a is not closed"));
    EXPECT_TRUE(has(fault_of("Subject: A\n\nB\n\n1. one\n"), "letters/x.mustache:3: a letter's"));
    EXPECT_TRUE(has(fault_of("Subject: A\n\n![x](y)\n"), "only bold words and links"));
    EXPECT_TRUE(has(fault_of("Subject: A\n\n&nbsp;\n"), "the character itself"));
    EXPECT_TRUE(has(fault_of("Subject: A\n\n{{>nowhere}}\n"), "there is no partials/letter_now"));
    EXPECT_EQ(fault_of("Subject: A\n\n<table>\n"), "");
}

}  // namespace
}  // namespace templates
