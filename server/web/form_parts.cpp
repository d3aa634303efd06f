#include "server/web/form_parts.hpp"

namespace server::web {

std::string capitalised(std::string_view words) {
    std::string text(words);
    if (!text.empty() && text[0] >= 'a' && text[0] <= 'z')
        text[0] = static_cast<char>(text[0] - 'a' + 'A');
    return text;
}

std::vector<templates::ErrorLink> error_links_of(const Context& context,
                                                 const templates::View& form) {
    if (!context.error()) return {};
    auto links = templates::error_links(form);
    if (links.empty()) links.push_back({context.error()->message, ""});
    return links;
}

}  // namespace server::web
