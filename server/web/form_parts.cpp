#include "server/web/form_parts.hpp"

namespace server::web {

std::vector<templates::ErrorLink> error_links_of(const Context& context,
                                                 const templates::View& form) {
    if (!context.error()) return {};
    auto links = templates::error_links(form);
    if (links.empty()) links.push_back({context.error()->message, ""});
    return links;
}

}  // namespace server::web
