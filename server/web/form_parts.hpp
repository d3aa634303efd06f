// Small parts that pages with forms share.
#pragma once

#include <string>
#include <vector>

#include "server/web/context.hpp"
#include "templates/form_fields.hpp"

namespace server::web {

/// The links of the error summary: to the fields of `form`, or the bare message where the refusal
/// names none of them.
std::vector<templates::ErrorLink> error_links_of(const Context& context,
                                                 const templates::View& form);

}  // namespace server::web
