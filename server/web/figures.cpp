#include "server/web/figures.hpp"

#include "server/web/page.hpp"

namespace server::web {

net::Response svg_response(const Context& context, const templates::figures::Picture& picture,
                           const std::string& title, const std::string& name) {
    context.add_header("Content-Disposition", "attachment; filename=\"" + name + ".svg\"");
    return text_response(templates::figures::svg_file(picture, title),
                         "image/svg+xml; charset=utf-8");
}

}  // namespace server::web
