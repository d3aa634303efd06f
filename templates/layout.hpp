// What stands around every page: title, header, navigation, messages, footer.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "templates/form_fields.hpp"
#include "templates/view.hpp"

namespace templates {

inline constexpr std::string_view service_name = "Shiremoot";

struct NavigationItem {
    std::string text = {};
    std::string href = {};
    bool current = false;  // the page is this item or lies below it
};

struct Crumb {
    std::string text;
    std::string href;
};

// Another form of the same page: a feed, a calendar, its data.
struct Alternate {
    std::string type;  // "text/calendar"
    std::string title;
    std::string href;
};

// The facts of layout/page.html. Empty texts and lists leave their part out.
struct LayoutFacts {
    std::string title = {};       // of the page: "Agenda, Thursday 5 March 2026"
    std::string board_name = {};  // in <title> only: "Page – Board – Shiremoot"
    std::string county_name = {};
    std::vector<Crumb> breadcrumbs = {};
    // First line: what everybody may open. Second line: what comes with the person's roles.
    std::vector<NavigationItem> navigation = {};
    std::vector<NavigationItem> staff_navigation = {};

    bool signed_in = false;
    std::string person_name = {};  // used when signed in
    std::string csrf_token = {};   // of the session; in the sign-out and demo forms
    std::string sign_out_action = "/sign-out";
    std::string sign_in_href = "/sign-in";  // used when signed out

    // Shows the banner by which a demonstration is seen as somebody else. Posts `person` and
    // csrf_token to demo_action.
    bool demo = false;
    std::string demo_action = "/demo/act-as";
    std::vector<Choice> demo_people = {};

    std::string success_message = {};    // "Request sent to Oxfordshire Safeguarding …"
    std::vector<ErrorLink> errors = {};  // error_links(form); the title gets "Error: "
    std::vector<Alternate> alternates = {};
    bool wide = false;                // for matrices and maps
    bool hidden_from_search = false;  // asks search engines to leave the page out
};

// "Error: Page – Board – Shiremoot".
std::string page_title(const LayoutFacts& facts);

// For Store::render_frame(). Asset names come from this build (templates/assets.hpp).
View layout_view(const LayoutFacts& facts);

}  // namespace templates
