// The store refuses bad templates at start and missing keys at render; what it renders is escaped.
#include "templates/store.hpp"

#include <gtest/gtest.h>

#include <stdexcept>
#include <string>
#include <thread>
#include <vector>

#include "templates/components.hpp"
#include "templates/layout.hpp"
#include "templates/standard_pages.hpp"

namespace templates {
namespace {

std::string reason_for(std::vector<TemplateSource> sources) {
    try {
        const Store store(sources);
    } catch (const TemplateError& error) {
        return error.what();
    }
    return "accepted";
}

std::string reason_for(std::string_view text) {
    return reason_for({{"pages/x.html", text}});
}

std::string rendered(std::string_view text, const View& view,
                     std::string_view name = "pages/x.html") {
    const std::vector<TemplateSource> sources{{name, text}};
    return Store(sources).render(name, view);
}

std::string refused(std::string_view text, const View& view) {
    try {
        rendered(text, view);
    } catch (const std::logic_error& error) {
        return error.what();
    }
    return "rendered";
}

TEST(StoreLint, EmbeddedTemplatesPass) {
    const Store store;
    EXPECT_TRUE(store.has("pages/error.html"));
    EXPECT_FALSE(store.has("partials/fields.html"));
    EXPECT_GE(store.names().size(), 3U);
}

TEST(StoreLint, RefusesWhatKainjowWouldSwallow) {
    EXPECT_EQ(reason_for("{{#a}}\nx"), "pages/x.html.mustache:1: section a is not closed");
    EXPECT_EQ(reason_for("{{#a}}{{#b}}{{/a}}{{/b}}"),
              "pages/x.html.mustache:1: section b is closed as a");
    EXPECT_EQ(reason_for("{{/a}}"), "pages/x.html.mustache:1: section a was never opened");
    EXPECT_EQ(reason_for("{{a\n}}"), "pages/x.html.mustache:1: tag is not closed on its line");
    EXPECT_EQ(reason_for("a }} b"), "pages/x.html.mustache:1: }} without {{");
    EXPECT_EQ(reason_for("{{}}"), "pages/x.html.mustache:1: empty tag");
    EXPECT_EQ(reason_for("{{>nowhere}}"),
              "pages/x.html.mustache:1: there is no partials/nowhere.html");
}

TEST(StoreLint, RefusesUnescapedOutputAndDelimiters) {
    EXPECT_EQ(reason_for("{{{title}}}"),
              "pages/x.html.mustache:1: {{{ is for names that end in _html only");
    EXPECT_NE(reason_for("{{&title}}").find("{{& is not allowed"), std::string::npos);
    EXPECT_NE(reason_for("{{& body_html}}").find("{{& is not allowed"), std::string::npos);
    EXPECT_NE(reason_for("{{=<% %>=}}").find("set-delimiter"), std::string::npos);
    EXPECT_NE(reason_for("{{body_html}}").find("needs {{{"), std::string::npos);
    EXPECT_NE(reason_for("<p title=\"{{{a_html}}}\">").find("inside an HTML tag"),
              std::string::npos);
    EXPECT_EQ(reason_for("{{{body_html}}}"), "accepted");
}

TEST(StoreLint, RefusesUnquotedAttributesAndOddNames) {
    EXPECT_NE(reason_for("<a href={{href}}>x</a>").find("not quoted"), std::string::npos);
    EXPECT_EQ(reason_for("<a href=\"{{href}}\"{{#b}} class=\"c\"{{/b}}>x</a>"), "accepted");
    EXPECT_NE(reason_for("{{.}}").find("not a name"), std::string::npos);
    EXPECT_NE(reason_for("{{a.b}}").find("not a name"), std::string::npos);
    EXPECT_NE(reason_for("{{Title}}").find("not a name"), std::string::npos);
    EXPECT_NE(reason_for({{"pages/x.md", "x"}}).find(".html or .txt"), std::string::npos);
}

TEST(StoreLint, RefusesDepthSizeAndCycles) {
    std::string open;
    std::string close;
    for (std::size_t depth = 0; depth < Store::section_depth_max; ++depth) {
        open += "{{#a}}";
        close += "{{/a}}";
    }
    EXPECT_EQ(reason_for(open + close), "accepted");
    EXPECT_NE(reason_for(open + "{{#a}}{{/a}}" + close).find("too deep"), std::string::npos);
    const std::vector<TemplateSource> deep{{"pages/x.html", "{{#a}}{{>p}}{{/a}}"},
                                           {"partials/p.html", open}};
    EXPECT_NE(reason_for(deep).find("not closed"), std::string::npos);
    const std::string full = open + close;
    EXPECT_NE(reason_for({{"pages/x.html", "{{#a}}{{>p}}{{/a}}"}, {"partials/p.html", full}})
                  .find("too deep with partials"),
              std::string::npos);
    EXPECT_NE(reason_for(std::string(Store::template_bytes_max + 1, 'x')).find("larger"),
              std::string::npos);
    EXPECT_NE(reason_for({{"partials/a.html", "{{>b}}"}, {"partials/b.html", "{{>a}}"}})
                  .find("includes itself"),
              std::string::npos);
    EXPECT_NE(reason_for({{"pages/x.html", "a"}, {"pages/x.html", "b"}}).find("two of this name"),
              std::string::npos);
    const std::string large(Store::template_bytes_max, 'x');
    EXPECT_NE(
        reason_for({{"pages/x.html", "{{>p}}{{>p}}{{>p}}{{>p}}{{>p}}"}, {"partials/p.html", large}})
            .find("expands too large"),
        std::string::npos);
}

TEST(StoreRender, EscapesForHtmlAndNotForText) {
    View view;
    view.set("a", "<b title=\"x\">Tom & 'Jo'</b>");
    EXPECT_EQ(rendered("<p>{{a}}</p>", view),
              "<p>&lt;b title=&quot;x&quot;&gt;Tom &amp; &#39;Jo&#39;&lt;/b&gt;</p>");
    EXPECT_EQ(rendered("{{a}}\n", view, "mail/x.txt"), "<b title=\"x\">Tom & 'Jo'</b>\n");
    View markup;
    markup.set_html("a_html", "<b>x</b>");
    EXPECT_EQ(rendered("{{{a_html}}}", markup), "<b>x</b>");
}

TEST(StoreRender, ATextThatLooksLikeATemplateStaysText) {
    View view;
    view.set("a", "{{{secret_html}}} {{>p}} {{#b}}").set("secret", "no");
    EXPECT_EQ(rendered("{{a}}", view, "mail/x.txt"), "{{{secret_html}}} {{>p}} {{#b}}");
}

TEST(StoreRender, IsStrict) {
    const View nothing;
    EXPECT_EQ(refused("{{a}}", nothing), "pages/x.html: key a is missing");
    EXPECT_EQ(refused("{{#a}}x{{/a}}", nothing), "pages/x.html: key a is missing");
    EXPECT_EQ(refused("{{^a}}x{{/a}}", nothing), "pages/x.html: key a is missing");
    View view;
    view.flag("a", true).list("b").section("c").set("x", "1");
    EXPECT_EQ(refused("{{a}}", view), "pages/x.html: key a is not a text");
    EXPECT_EQ(refused("{{b}}", view), "pages/x.html: key b is not a text");
    EXPECT_EQ(refused("{{c}}", view), "pages/x.html: key c is not a text");
    EXPECT_EQ(refused("{{x}}", view), "pages/x.html: key x is missing");
    EXPECT_THROW(Store().render("pages/none.html", view), std::logic_error);
    // After a refusal the same compiled template still works.
    const std::vector<TemplateSource> sources{{"pages/x.html", "{{#c}}{{x}}{{y}}{{/c}}"}};
    const Store store(sources);
    EXPECT_THROW(store.render("pages/x.html", view), std::logic_error);
    view.section("c").set("y", "2");
    EXPECT_EQ(store.render("pages/x.html", view), "12");
}

TEST(StoreRender, SectionsOfEveryKind) {
    View view;
    view.flag("yes", true).flag("no", false).set("empty", "").set("full", "f");
    view.section("there").set("x", "in");
    view.no_section("gone").list("none");
    EXPECT_EQ(rendered("{{#yes}}1{{/yes}}{{^yes}}2{{/yes}}{{#no}}3{{/no}}{{^no}}4{{/no}}", view),
              "14");
    EXPECT_EQ(
        rendered("{{#empty}}1{{/empty}}{{^empty}}2{{/empty}}{{#full}}{{full}}{{/full}}", view),
        "2f");
    EXPECT_EQ(
        rendered("{{#there}}{{x}}{{full}}{{/there}}{{#gone}}1{{/gone}}{{^gone}}2{{/gone}}", view),
        "inf2");
    EXPECT_EQ(rendered("{{#none}}1{{/none}}{{^none}}no rows{{/none}}", view), "no rows");
}

TEST(StoreRender, ListsInsideListsOfTheSameLength) {
    View view;
    for (const char* outer : {"a", "b", "c"}) {
        View& row = view.add("rows");
        row.set("name", outer);
        for (const char* inner : {"1", "2", "3"})
            row.add("cells").set("text", inner);
        row.add("again").set("text", "x");
        row.add("again").set("text", "y");
        row.add("again").set("text", "z");
    }
    EXPECT_EQ(rendered("{{#rows}}{{name}}{{#cells}}{{#text}}{{name}}{{text}}{{/text}}{{/cells}}"
                       "{{#again}}{{text}}{{/again}};{{/rows}}",
                       view),
              "aa1a2a3xyz;bb1b2b3xyz;cc1c2c3xyz;");
}

TEST(StoreRender, LinesOfTagsLeaveNoLineInLetters) {
    View view;
    view.add("rows").set("text", "one");
    view.add("rows").set("text", "two");
    view.flag("last", false);
    EXPECT_EQ(rendered("Hello\n\n{{#rows}}\n  * {{text}}\n{{/rows}}\n{{! note }}\n"
                       "{{#last}}\nlast\n{{/last}}\n-- \nEnd\n",
                       view, "mail/x.txt"),
              "Hello\n\n  * one\n  * two\n-- \nEnd\n");
}

TEST(StoreRender, PagesLoseIndentationButNoWords) {
    View view;
    view.set("a", "  kept  ");
    EXPECT_EQ(rendered("<ul>\n    <li>{{a}} <b>x</b>\n\n  </li>\n</ul>\n", view),
              "<ul>\n<li>  kept   <b>x</b>\n</li>\n</ul>\n");
}

TEST(StoreRender, PartialsStandInsideALine) {
    View view;
    view.set("a", "1");
    const std::vector<TemplateSource> sources{{"pages/x.html", "<i {{>p}}>{{>p}}</i>"},
                                              {"partials/p.html", "id=\"{{a}}\"\n"}};
    EXPECT_EQ(Store(sources).render("pages/x.html", view), "<i id=\"1\">id=\"1\"</i>");
    const std::vector<TemplateSource> empty{{"pages/x.html", "{{>p}}a\n{{>p}}"},
                                            {"partials/p.html", ""}};
    EXPECT_EQ(Store(empty).render("pages/x.html", view), "a\n");
}

TEST(StoreRender, PutsThePageIntoItsLayout) {
    View layout;
    layout.set("title", "T").flag("wide", true);
    View page;
    page.set("title", "<P>");
    const std::vector<TemplateSource> sources{
        {"layout/page.html", "{{title}}{{#wide}}[{{/wide}}{{{body_html}}}{{^wide}}({{/wide}}."},
        {"pages/x.html", "{{title}}"}};
    const Store store(sources);
    EXPECT_EQ(store.render_frame(layout, store.render("pages/x.html", page)), "T[&lt;P&gt;.");
    EXPECT_NE(reason_for({{"layout/page.html", "none"}}).find("no {{{body_html}}}"),
              std::string::npos);
    EXPECT_NE(
        reason_for({{"layout/page.html", "{{#a}}{{{body_html}}}{{/a}}"}}).find("in a section"),
        std::string::npos);
    EXPECT_NE(
        reason_for({{"layout/page.html", "{{{body_html}}}{{{body_html}}}"}}).find("two bodies"),
        std::string::npos);
}

TEST(StoreRender, ThreadsShareOneStore) {
    const Store store;
    View view = error_view(error_wording(404, "abc"));
    const std::string expected = store.render("pages/error.html", view);
    std::vector<std::string> seen(4);
    std::vector<std::thread> threads;
    for (std::string& result : seen) {
        threads.emplace_back([&] { result = store.render("pages/error.html", view); });
    }
    for (std::thread& thread : threads)
        thread.join();
    for (const std::string& result : seen)
        EXPECT_EQ(result, expected);
}

TEST(View, RefusesKeysOfTheWrongForm) {
    View view;
    EXPECT_THROW(view.set("Title", "x"), std::invalid_argument);
    EXPECT_THROW(view.set("a b", "x"), std::invalid_argument);
    EXPECT_THROW(view.set("", "x"), std::invalid_argument);
    EXPECT_THROW(view.set("a_html", "x"), std::invalid_argument);
    EXPECT_THROW(view.set_html("a", "x"), std::invalid_argument);
}

TEST(View, RowsStayWhereTheyAreAndLaterValuesReplace) {
    View view;
    View& first = view.add("rows");
    for (int count = 0; count < 100; ++count)
        view.add("rows");
    first.set("x", "1").set("x", std::int64_t{2});
    EXPECT_EQ(view.find("rows")->rows.front()->text("x"), "2");
    view.set("rows", "now a text");
    EXPECT_EQ(view.text("rows"), "now a text");
    EXPECT_THROW(view.text("none"), std::logic_error);
}

}  // namespace
}  // namespace templates
