// The words of the pages that nobody plans to see.
#include "templates/standard_pages.hpp"

#include <algorithm>

#include "templates/page_words.hpp"

namespace templates {
namespace {

constexpr int status_unknown = 500;

}  // namespace

View error_view(const ErrorFacts& facts) {
    View view;
    view.set("heading", facts.heading).set("request_id", facts.request_id);
    view.set("kept_text", facts.kept_text).list("paragraphs").list("links");
    for (const std::string& paragraph : facts.paragraphs) {
        view.add("paragraphs").set("text", paragraph);
    }
    for (const Crumb& link : facts.links) {
        view.add("links").set("text", link.text).set("href", link.href);
    }
    return view;
}

ErrorFacts error_wording(int status, std::string_view request_id) {
    const auto of = [](int wanted) {
        return std::find_if(
            page_words::error_pages.begin(), page_words::error_pages.end(),
            [wanted](const page_words::ErrorPage& page) { return page.status == wanted; });
    };
    const auto* found = of(status);
    if (found == page_words::error_pages.end()) found = of(status_unknown);
    ErrorFacts facts;
    facts.heading = found->heading;
    for (const std::string_view paragraph : found->paragraphs) {
        if (!paragraph.empty()) facts.paragraphs.emplace_back(paragraph);
    }
    facts.links = {{page_words::all_meetings, "/meetings"}, {page_words::help, "/help"}};
    facts.request_id = request_id;
    return facts;
}

}  // namespace templates
