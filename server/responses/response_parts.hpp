// What the pages of responses share: the table and the colour of a state.
#pragma once

#include <string_view>
#include <vector>

#include "db/responses.hpp"
#include "templates/components.hpp"
#include "templates/view.hpp"
#include "workflows/responses/response.hpp"

namespace server::responses {

/// The colour of a state's tag; the words say it too.
templates::TagColour response_colour(workflows::ResponseState state);

/// One of the `tables` of pages/responses.html; none where there are no rows.
void add_response_table(templates::View& view, std::string_view caption,
                        const std::vector<db::ResponseRow>& rows, workflows::Day today);

/// The first line of a recommendation, cut for a list.
std::string short_recommendation(const db::ResponseRow& row);
inline constexpr std::size_t recommendation_shown_max = 120;

}  // namespace server::responses
