// The pages of a report that are drawn, before page numbers are stamped on them.
#pragma once

#include <cstddef>
#include <vector>

#include "templates/documents/report.hpp"
#include "templates/documents/sheet.hpp"

namespace templates {

// Where things begin, counted from 1.
struct ReportPlan {
    std::size_t contents_page = 0;
    std::vector<std::size_t> section_pages;  // one for each section
    std::size_t page_count = 0;
};

// Draws front sheet, contents and sections, with the page numbers of `plan` in the contents; the
// plan that came out. The first round is given an empty plan: numbers stand in a column of their
// own, so that they move no line.
ReportPlan draw_report(Sheet& sheet, const ReportInput& input, const ReportPlan& plan);

}  // namespace templates
