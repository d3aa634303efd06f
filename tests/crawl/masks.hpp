// What cannot be alike in two runs or two checkouts, replaced by a word; each with its reason.
#pragma once

#include <array>
#include <map>
#include <string>
#include <string_view>

#include "tests/crawl/addresses.hpp"
#include "tests/crawl/fixed_ids.hpp"

namespace crawl {

/// Which thing an id is: its table and its turn there. Ids themselves are counted in the order of
/// the code, so that a step that draws one id more would change every page.
class Names {
  public:
    explicit Names(tests::TestApp& app) {
        for (const auto* table :
             {"meeting", "agenda_item", "paper", "agenda_request", "circulation",
              "circulation_stop", "membership", "job", "response", "issue", "concern", "obligation",
              "date_poll", "board_change", "pack", "response_arrangement"}) {
            const std::string name(table);
            int turn = 0;
            for (const auto& id : rows_of(app, "SELECT id FROM " + name + " ORDER BY id"))
                names_.emplace(id, name + "-" + std::to_string(++turn));
        }
    }
    std::string of(const std::string& id) const {
        const auto found = names_.find(id);
        return found == names_.end() ? "some-id" : found->second;
    }

  private:
    std::map<std::string, std::string> names_;
};

/// What follows `before` until one of `ends` becomes `word`.
struct Mask {
    std::string_view before;
    std::string_view ends;
    std::string_view word;
};

inline constexpr std::array masks{
    Mask{"name=\"csrf_token\" value=\"", "\"", "TOKEN"},  // made of a session's key
    Mask{"sm-header__who\">", "<", "PERSON"},  // the line says it; so those who see the same agree
    Mask{"\"/assets/", "\"", "ASSET"},         // named by their hash: a style is no page
    Mask{"boundary=\"=_", "\"", "BOUNDARY"},   // a hash of the message's id
    Mask{"\n--=_", "\r\n", "BOUNDARY"},        // the same
    Mask{"SHA-256 ", "<", "HASH"},             // of an agenda, which holds ids
    Mask{"name=\"content\" value=\"", "\"", "HASH"},  // the same
    Mask{"name=\"seen\" value=\"", "\"", "HASH"},     // of a list of ids
};

inline void apply(const Mask& mask, std::string& text) {
    for (auto at = text.find(mask.before); at != text.npos;
         at = text.find(mask.before, at + mask.before.size())) {
        const auto start = at + mask.before.size();
        const auto end = std::min(text.find_first_of(mask.ends, start), text.size());
        text.replace(start, end - start, mask.word);
    }
}

inline bool is_counted(std::string_view text) {
    return text.find_first_not_of("0123456789") == text.npos;
}

/// A calendar breaks its lines where they are full, within an id too.
inline void unfold(std::string& text) {
    for (auto at = text.find("\r\n "); at != text.npos; at = text.find("\r\n ", at))
        text.erase(at, 3);
}

/// Of a message: made of its letter's key, which holds ids.
inline void name_messages(std::string& text) {
    constexpr std::string_view host = "@example.org";
    constexpr std::size_t length = 32;
    for (auto at = text.find(host); at != text.npos; at = text.find(host, at + 1)) {
        if (at < length) continue;
        const auto id = std::string_view(text).substr(at - length, length);
        if (id.find_first_not_of("0123456789abcdef") == id.npos)
            text.replace(at - length, length, length, '#');
    }
}

/// Secrets of links and sessions: which one it is says nothing.
inline void name_secrets(std::string& text) {
    for (auto at = text.find(secret_prefix); at != text.npos; at = text.find(secret_prefix, at + 1))
        if (is_counted(std::string_view(text).substr(at + 1, secret_length - 1)))
            text.replace(at, secret_length, "SECRET");
}

inline void name_ids(const Names& names, std::string& text) {
    for (auto at = text.find(id_prefix); at != text.npos; at = text.find(id_prefix, at + 1))
        if (is_counted(std::string_view(text).substr(at + 1, id_length - 1)))
            text.replace(at, id_length, names.of(text.substr(at, id_length)));
}

inline std::string masked(const Names& names, std::string text) {
    for (const auto& mask : masks)
        apply(mask, text);
    unfold(text);
    name_messages(text);
    name_secrets(text);
    name_ids(names, text);
    return text;
}

}  // namespace crawl
