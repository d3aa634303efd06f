// The layout: what each fact shows, and that assets exist under hashed names.
#include "templates/layout.hpp"

#include <gtest/gtest.h>

#include <string>

#include "templates/assets.hpp"
#include "templates/standard_pages.hpp"
#include "templates/store.hpp"

namespace templates {
namespace {

std::string page_with(const LayoutFacts& facts) {
    const Store store;
    return store.render_frame(layout_view(facts),
                              store.render("pages/error.html", error_view(error_wording(404))));
}

bool contains(const std::string& text, std::string_view part) {
    return text.find(part) != std::string::npos;
}

TEST(Layout, TitleNamesPageBoardServiceAndErrors) {
    EXPECT_EQ(page_title({.title = "Agenda", .board_name = "Health Improvement Board"}),
              "Agenda – Health Improvement Board – Shiremoot");
    EXPECT_EQ(page_title({.title = "New request", .errors = {{"Enter a title", "#title"}}}),
              "Error: New request – Shiremoot");
    EXPECT_EQ(page_title({}), "Shiremoot");
}

TEST(Layout, SignedOutPageHasNoFormsAndOneMain) {
    const std::string page = page_with({.title = "Page not found", .county_name = "Oxfordshire"});
    EXPECT_TRUE(page.starts_with("<!DOCTYPE html>\n<html lang=\"en\""));
    EXPECT_TRUE(contains(page, "<h1 class=\"govuk-heading-l\">Page not found</h1>"));
    EXPECT_TRUE(contains(page, "href=\"/sign-in\""));
    EXPECT_FALSE(contains(page, "<form"));
    EXPECT_FALSE(contains(page, "govuk-service-navigation"));
    EXPECT_FALSE(contains(page, "govuk-error-summary"));
    EXPECT_FALSE(contains(page, "sm-demo"));
    EXPECT_EQ(page.find("<main"), page.rfind("<main"));
}

TEST(Layout, SignedInPageShowsWhoAndWhere) {
    const std::string page =
        page_with({.title = "Meetings",
                   .navigation = {{"Meetings", "/meetings", true}, {"Boards", "/boards", false}},
                   .staff_navigation = {{"Mail", "/mail", false}},
                   .signed_in = true,
                   .person_name = "Head of Service <b>",
                   .csrf_token = "token1",
                   .demo = true,
                   .demo_people = {{.value = "p1", .label = "Chair", .chosen = true}},
                   .success_message = "Request sent",
                   .errors = {{"Enter a title", "#title"}, {"Late", ""}}});
    EXPECT_TRUE(contains(page, "Head of Service &lt;b&gt;"));
    EXPECT_TRUE(contains(page, R"(<form method="post" action="/sign-out")"));
    EXPECT_TRUE(contains(page, R"(name="csrf_token" value="token1")"));
    EXPECT_TRUE(contains(page, R"(href="/meetings" aria-current="true"><strong)"));
    EXPECT_TRUE(contains(page, R"(href="/boards">Boards</a>)"));
    EXPECT_TRUE(contains(page, R"(<option value="p1" selected>Chair</option>)"));
    EXPECT_TRUE(contains(page, R"(<li><a href="#title">Enter a title</a></li>)"));
    EXPECT_TRUE(contains(page, "<li>Late</li>"));
    EXPECT_TRUE(contains(page, "Request sent"));
}

TEST(Layout, NothingIsInline) {
    for (const TemplateSource& source : embedded_templates()) {
        // Letters have no style sheet to name, so theirs stands in the line.
        const bool letter = source.name.starts_with("partials/letter_");
        if (!source.name.ends_with(".html") || letter) continue;
        const std::string text(source.text);
        EXPECT_FALSE(contains(text, " style=")) << source.name;
        EXPECT_FALSE(contains(text, "<style")) << source.name;
        EXPECT_FALSE(contains(text, "javascript:")) << source.name;
        EXPECT_FALSE(contains(text, "target=")) << source.name;
        for (std::size_t at = text.find("<script"); at != std::string::npos;
             at = text.find("<script", at + 1)) {
            const std::string tag = text.substr(at, text.find('>', at) - at);
            EXPECT_TRUE(contains(tag, " src=\"")) << source.name;
        }
        for (const char* handler : {" onclick=", " onload=", " onchange=", " onsubmit="}) {
            EXPECT_FALSE(contains(text, handler)) << source.name;
        }
    }
}

TEST(Assets, HaveHashedNamesAndBothEncodings) {
    const Asset* styles = find_asset(asset_href("app.css"));
    ASSERT_NE(styles, nullptr);
    EXPECT_EQ(styles->content_type, "text/css; charset=utf-8");
    EXPECT_TRUE(styles->path.starts_with("/assets/app."));
    EXPECT_EQ(styles->path.size(), std::string_view("/assets/app.0123456789ab.css").size());
    EXPECT_TRUE(contains(std::string(styles->identity), "govuk-button"));
    EXPECT_FALSE(contains(std::string(styles->identity), "GDS Transport"));
    EXPECT_LT(styles->gzip.size(), styles->identity.size());
    // RFC 1952: magic, deflate, no flags (no name), no time.
    EXPECT_EQ(styles->gzip.substr(0, 8), std::string_view("\x1f\x8b\x08\0\0\0\0\0", 8));
    EXPECT_TRUE(styles->etag.starts_with('"') && styles->etag.ends_with('"'));
    EXPECT_NE(find_asset(asset_href("icon.svg")), nullptr);
    EXPECT_EQ(find_asset("/assets/app.css"), nullptr);
    EXPECT_EQ(find_asset(""), nullptr);
    EXPECT_EQ(asset_href("none.css"), "");
}

TEST(StandardPages, EveryStatusHasWords) {
    for (const int status : {400, 403, 404, 409, 410, 413, 429, 500, 503}) {
        const ErrorFacts facts = error_wording(status, "r1");
        EXPECT_FALSE(facts.heading.empty());
        EXPECT_FALSE(facts.paragraphs.empty());
        const std::string page = Store().render("pages/error.html", error_view(facts));
        EXPECT_TRUE(contains(page, "r1"));
        EXPECT_FALSE(contains(page, "please"));
    }
    EXPECT_EQ(error_wording(599).heading, error_wording(500).heading);
}

}  // namespace
}  // namespace templates
