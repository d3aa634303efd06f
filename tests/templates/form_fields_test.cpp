// Forms: every control has a label, its hint and message are joined to it, typed values come back.
#include "templates/form_fields.hpp"

#include <gtest/gtest.h>

#include <string>
#include <utility>

#include "templates/components.hpp"
#include "templates/standard_pages.hpp"
#include "templates/store.hpp"

namespace templates {
namespace {

View page_of(const FormFacts& form) {
    View page;
    form_section(page, form);
    return page;
}

// A page that has nothing but the form.
std::string rendered(const View& page) {
    const auto embedded = embedded_templates();
    std::vector<TemplateSource> sources(embedded.begin(), embedded.end());
    sources.push_back({"pages/form_alone.html", "{{>form}}\n"});
    return Store(sources).render("pages/form_alone.html", page);
}

std::string page_with(View field) {
    View page = page_of({});
    page.section("form").add("fields", std::move(field));
    return rendered(page);
}

bool contains(const std::string& text, std::string_view part) {
    return text.find(part) != std::string::npos;
}

TEST(FormFields, TextKeepsItsValueAndNamesHintAndMessage) {
    const std::string page = page_with(text_field({.name = "title",
                                                   .label = "Title",
                                                   .hint = "As it will be read",
                                                   .value = "\"A\" & <b>",
                                                   .error = "Enter a title",
                                                   .autocomplete = "off",
                                                   .width = FieldWidth::twenty}));
    EXPECT_TRUE(contains(page, R"(<div class="govuk-form-group govuk-form-group--error">)"));
    EXPECT_TRUE(contains(page, R"(<label class="govuk-label govuk-label--s" for="title">)"));
    EXPECT_TRUE(contains(page, R"(<div id="title-hint" class="govuk-hint">As it will be read<)"));
    EXPECT_TRUE(contains(page, R"(<p id="title-error" class="govuk-error-message">)"));
    EXPECT_TRUE(contains(page, R"(value="&quot;A&quot; &amp; &lt;b&gt;")"));
    EXPECT_TRUE(contains(page, R"(aria-describedby="title-hint title-error" aria-invalid="true")"
                               R"( autocomplete="off">)"));
    EXPECT_TRUE(contains(page, "govuk-input--width-20 govuk-input--error"));
}

TEST(FormFields, AFieldWithoutHintOrMessageSaysNeither) {
    const std::string page = page_with(text_field({.name = "title", .label = "Title"}));
    EXPECT_FALSE(contains(page, "aria-describedby"));
    EXPECT_FALSE(contains(page, "aria-invalid"));
    EXPECT_FALSE(contains(page, "govuk-error-message"));
    EXPECT_TRUE(contains(page, R"(id="title" name="title" type="text" value="">)"));
}

TEST(FormFields, TextareaKeepsItsFirstNewline) {
    const std::string page =
        page_with(textarea_field({.name = "why", .label = "Why", .value = "\nsecond"}, 8));
    // HTML drops one newline after the tag; the template's own is that one.
    EXPECT_TRUE(contains(page, "rows=\"8\">\n\nsecond</textarea>"));
}

TEST(FormFields, SelectAndRadiosChooseTheValue) {
    const std::vector<Choice> choices{{.value = "a", .label = "First"},
                                      {.value = "b", .label = "Second", .hint = "The other"}};
    const std::string select =
        page_with(select_field({.name = "board", .label = "Board", .value = "b"}, choices));
    EXPECT_TRUE(contains(select, R"(<option value="a">First</option>)"));
    EXPECT_TRUE(contains(select, R"(<option value="b" selected>Second</option>)"));
    const std::string radios = page_with(
        radios_field({.name = "kind", .label = "Kind", .value = "b", .error = "Choose"}, choices));
    EXPECT_TRUE(
        contains(radios, R"(<fieldset class="govuk-fieldset" aria-describedby="kind-error">)"));
    EXPECT_TRUE(contains(radios, R"(id="kind" name="kind" type="radio" value="a">)"));
    EXPECT_TRUE(contains(radios, R"(id="kind-2" name="kind" type="radio" value="b" checked)"
                                 R"( aria-describedby="kind-2-item-hint">)"));
    EXPECT_TRUE(
        contains(radios, R"(<label class="govuk-label govuk-radios__label" for="kind-2">)"));
}

TEST(FormFields, DateKeepsWhatWasTyped) {
    const std::string page = page_with(date_field(
        {.name = "day", .label = "Date", .error = "Enter a real date"}, {"31", "2", "2018"}));
    EXPECT_TRUE(contains(page, R"(id="day-day" name="day-day" type="text" inputmode="numeric" )"
                               R"(value="31" aria-invalid="true">)"));
    EXPECT_TRUE(contains(page, R"(id="day-month" name="day-month")"));
    EXPECT_TRUE(contains(page, R"(govuk-input--width-4 govuk-input--error" id="day-year")"));
}

TEST(FormFields, FileHiddenHeadingAndBoxes) {
    EXPECT_TRUE(contains(page_with(file_field({.name = "paper", .label = "Paper"}, ".pdf")),
                         R"(id="paper" name="paper" type="file" accept=".pdf">)"));
    EXPECT_TRUE(contains(page_with(hidden_field("form_token", "t<")),
                         R"(<input type="hidden" name="form_token" value="t&lt;">)"));
    EXPECT_TRUE(
        contains(page_with(heading_field("Where")), R"(<h2 class="govuk-heading-m">Where)"));
    const std::string box = page_with(
        checkbox_field({.name = "exempt", .label = "Visibility"}, "Exempt from publication", true));
    EXPECT_TRUE(contains(box, R"(name="exempt" type="checkbox" value="yes" checked>)"));
}

TEST(FormFields, SummaryLinksLeadToTheFirstControl) {
    View form;
    EXPECT_TRUE(error_links(form).empty());
    form.add("fields", hidden_field("a", "b"));
    form.add("fields", text_field({.name = "fine", .label = "Fine"}));
    form.add("fields", text_field({.name = "title", .label = "Title", .error = "Enter a title"}));
    form.add("fields", date_field({.name = "when", .label = "When", .error = "Enter a date"}, {}));
    const std::vector<ErrorLink> links = error_links(form);
    ASSERT_EQ(links.size(), 2U);
    EXPECT_EQ(links[0].href, "#title");
    EXPECT_EQ(links[0].text, "Enter a title");
    EXPECT_EQ(links[1].href, "#when-day");
}

TEST(FormFields, UploadFormsSayTheirEncoding) {
    const std::string text = rendered(page_of({.action = "/p?a=1&b=2",
                                               .csrf_token = "tok",
                                               .submit_label = "Submit paper",
                                               .cancel_href = "/back",
                                               .body = FormBody::upload,
                                               .button = FormButton::warning}));
    EXPECT_TRUE(contains(text, R"(<form method="post" action="/p?a=1&amp;b=2" novalidate )"
                               R"(enctype="multipart/form-data">)"));
    EXPECT_TRUE(contains(text, R"(<input type="hidden" name="csrf_token" value="tok">)"));
    EXPECT_TRUE(contains(text, R"(class="govuk-button govuk-button--warning")"));
    EXPECT_TRUE(contains(text, R"(<a class="govuk-link" href="/back">Cancel</a>)"));
}

}  // namespace
}  // namespace templates
