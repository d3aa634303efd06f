// A page that came back, and what it lets its reader do. Words change with every edit; forms,
// links and fields do not, so that what must not be there is asked for by these.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace tests {

using Fields = std::vector<std::pair<std::string, std::string>>;

/// What came back; `body` is the page's HTML.
struct Page {
    int status = 0;
    std::string body;
    std::map<std::string, std::string> headers;  // names in lower case, last of each
    std::string location() const;
    bool has(std::string_view text) const { return body.find(text) != std::string::npos; }

    /// A form on it posts to `action`, with these values in it untouched. An address that no form
    /// of the program has fails the test: "not offered" never comes of a misspelt address.
    bool offers(const std::string& action, const Fields& values = {}) const;
    /// A link on it leads there; without a query of its own, with any query. An address that is no
    /// page of the program fails the test.
    bool links_to(const std::string& address) const;
    /// Either: there is a way to it from here.
    bool leads_to(const std::string& address) const;
    /// A form or a link leads to an address that begins so: "/stops/".
    bool leads_below(const std::string& folder) const;
    /// A form on it has a field of this name.
    bool asks_for(const std::string& field) const;
    /// A <time> on it is of this day, "2018-11-15", at whatever hour.
    bool shows_day(const std::string& day) const;
};

}  // namespace tests
