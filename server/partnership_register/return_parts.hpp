// What the pages of all returns of a year and of one share.
#pragma once

#include <string>

#include "db/register.hpp"
#include "templates/components.hpp"
#include "workflows/register/register_return.hpp"

namespace server::partnership_register {

std::string returns_href(int year);
templates::TagColour return_colour(workflows::ReturnState state);
/// "Saturday 20 October 2018", or empty until the return was submitted.
std::string completed_words(const db::RegisterReturn& row);
/// What was typed into a large field: lines end as the program writes them, and nothing follows the
/// last word.
std::string without_end_blanks(std::string text);
/// Submitted or accepted.
bool is_return_filed(const db::RegisterReturn& row);

}  // namespace server::partnership_register
