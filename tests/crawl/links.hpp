// The addresses that pages link with a question mark: some of each kind.
#pragma once

#include <map>
#include <set>
#include <string>

#include "server/demo/page_forms.hpp"
#include "tests/crawl/masks.hpp"

namespace crawl {

inline constexpr std::size_t links_of_a_kind = 2;

/// The path without its numbers and the names of the fields.
inline std::string kind_of(const std::string& link) {
    std::string kind;
    bool value = false;
    for (const char c : link) {
        if (c == '?' || c == '&') value = false;
        if (!value && (c < '0' || c > '9')) kind += c;
        if (c == '=') value = true;
    }
    return kind;
}

class Links {
  public:
    void gather(const Names& names, const std::string& body) {
        constexpr std::string_view start = "href=\"/";
        for (auto at = body.find(start); at != body.npos; at = body.find(start, at + 1)) {
            const auto from = at + start.size() - 1;
            auto link = body.substr(from, body.find_first_of("\"#", from) - from);
            if (link.find('?') == link.npos) continue;
            link = server::demo::unescaped(link);
            const auto name = masked(names, link);
            found_[kind_of(name)].emplace(name, link);
        }
    }

    /// The first of each kind, by the names of what they lead to.
    std::set<std::string> chosen() const {
        std::set<std::string> some;
        for (const auto& [kind, links] : found_) {
            std::size_t count = 0;
            for (const auto& [name, link] : links)
                if (count++ < links_of_a_kind) some.insert(link);
        }
        return some;
    }

  private:
    std::map<std::string, std::map<std::string, std::string>> found_;  // kind → name → link
};

/// The address of the first link in a letter that works without signing in, or "".
inline std::string link_in(const std::string& letter) {
    for (const std::string start : {"/r/", "/s/"}) {
        const auto at = letter.find(start + std::string(secret_prefix));
        if (at != letter.npos) return letter.substr(at, start.size() + secret_length);
    }
    return {};
}

}  // namespace crawl
