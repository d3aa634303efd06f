// What the pages say that nobody plans to see, a row for each status.
#pragma once

#include <array>

namespace templates::page_words {

inline constexpr const char* all_meetings = "All meetings";
inline constexpr const char* help = "Help with this service";

struct ErrorPage {
    int status;
    const char* heading;
    std::array<const char*, 3> paragraphs;
};

inline constexpr std::array<ErrorPage, 9> error_pages{{
    {400,
     "We could not read that request",
     {"There was a problem with the address or the form.",
      "Go back, check what you entered and try again.", ""}},
    {403,
     "You do not have access to this page",
     {"Your role does not include this page or action.",
      "If you think you should have access, contact the board’s secretariat.", ""}},
    {404,
     "Page not found",
     {"If you typed the web address, check it is correct.",
      "If you pasted the web address, check you copied the entire address.",
      "If you think you should have access, contact the board’s secretariat."}},
    {409,
     "Somebody else changed this first",
     {"Your changes have not been saved.",
      "Open the page again to see what changed, then try again.", ""}},
    {410,
     "This link has stopped working",
     {"Links in emails work for a limited time, and some only once.",
      "Ask the board’s secretariat for a new link, or sign in.", ""}},
    {413,
     "The file or text is too large",
     {"The file or text is larger than this service can accept.",
      "Make the file smaller, or split it, and try again.", ""}},
    {429,
     "Too many attempts",
     {"You have made too many requests in a short time.", "Wait a minute and try again.", ""}},
    {500,
     "There is a problem with the service",
     {"Try again later.", "We did not save what you have just sent.",
      "Anything you saved earlier is still there."}},
    {503,
     "Sorry, the service is unavailable",
     {"You will be able to use it again soon.", "Try again in a minute.", ""}},
}};

}  // namespace templates::page_words
