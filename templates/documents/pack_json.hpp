// A pack's input, plan and an inspection as JSON text, for the pipe to the worker process.
#pragma once

#include <string>
#include <string_view>

#include "templates/documents/inspect.hpp"
#include "templates/documents/pack.hpp"

namespace templates {

// One line, no raw newline in it. Reading back what was written gives the same value.
// parse_* throw std::exception for text that is not what to_json() writes.
std::string to_json(const PackInput& input);
PackInput parse_pack_input(std::string_view json);

std::string to_json(const PackPlan& plan);
PackPlan parse_pack_plan(std::string_view json);

std::string to_json(const PdfInspection& inspection);
PdfInspection parse_pdf_inspection(std::string_view json);

}  // namespace templates
