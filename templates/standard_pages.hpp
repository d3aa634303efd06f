// Pages that every part of the program needs: "are you sure" and "something went wrong".
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "templates/form_fields.hpp"
#include "templates/layout.hpp"
#include "templates/view.hpp"

namespace templates {

// pages/error.html.
struct ErrorFacts {
    std::string heading = {};
    std::vector<std::string> paragraphs = {};
    std::vector<Crumb> links = {};
    std::string kept_text = {};   // what the person had written, given back
    std::string request_id = {};  // so that the log line can be found
};
View error_view(const ErrorFacts& facts);

// The wording for a status without a better one: 400, 403, 404, 409, 410, 413, 429, 500, 503;
// any other status reads as 500. The heading is the page's title as well.
ErrorFacts error_wording(int status, std::string_view request_id = {});

}  // namespace templates
