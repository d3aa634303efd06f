// The words of the pages that nobody plans to see.
#include "templates/standard_pages.hpp"

#include <algorithm>
#include <array>

namespace templates {
namespace {

struct Wording {
    int status;
    const char* heading;
    std::array<const char*, 3> paragraphs;
};

constexpr const char* help = "Help with this service";

constexpr std::array<Wording, 9> wordings{{
    {400,
     "We could not read that request",
     {"Something in the address or the form was not as the service expects.",
      "Go back, check what you entered and try again.", ""}},
    {403,
     "You do not have access to this page",
     {"Your role does not include this page or action.",
      "If it should, ask the secretariat of the board.", ""}},
    {404,
     "Page not found",
     {"If you typed the web address, check it is correct.",
      "If you pasted the web address, check you copied the entire address.",
      "If the page should be open to you, sign in and try again."}},
    {409,
     "Somebody else changed this first",
     {"Nothing of yours was saved.", "Open the page again to see what changed, then try again.",
      ""}},
    {410,
     "This link has stopped working",
     {"Links in letters work for a limited time, and some only once.",
      "Ask the secretariat of the board for a new one, or sign in.", ""}},
    {413,
     "That is too large",
     {"The file or text is larger than this service takes.",
      "Make the file smaller, or split it, and try again.", ""}},
    {429,
     "Too many tries",
     {"There were many requests from you in a short time.", "Wait a minute and try again.", ""}},
    {500,
     "There is a problem with the service",
     {"Try again later.", "We did not save what you just sent.",
      "What you saved before is still there."}},
    {503,
     "The service is unavailable for the moment",
     {"You will be able to use it again soon.", "Try again in a minute.", ""}},
}};

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
        return std::find_if(wordings.begin(), wordings.end(),
                            [wanted](const Wording& wording) { return wording.status == wanted; });
    };
    const auto* found = of(status);
    if (found == wordings.end()) found = of(status_unknown);
    ErrorFacts facts;
    facts.heading = found->heading;
    for (const std::string_view paragraph : found->paragraphs) {
        if (!paragraph.empty()) facts.paragraphs.emplace_back(paragraph);
    }
    facts.links = {{"All meetings", "/meetings"}, {help, "/help"}};
    facts.request_id = request_id;
    return facts;
}

}  // namespace templates
