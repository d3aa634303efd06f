// The three kinds of page that we draw for a pack: front sheet, agenda, divider.
#pragma once

#include "templates/documents/pack.hpp"
#include "templates/documents/sheet.hpp"

namespace templates {

// Each begins on a new page and tags what it draws: headings 1 (front sheet),
// 2 (agenda, dividers) and 3, paragraphs, lists and links. Page numbers come from the plan.
void draw_front_sheet(Sheet& sheet, const PackInput& input, const PackPlan& plan);
void draw_agenda(Sheet& sheet, const PackInput& input, const PackPlan& plan);
void draw_divider(Sheet& sheet, const PackInput& input, const PackItem& item,
                  const PackItemPlace& place);

}  // namespace templates
