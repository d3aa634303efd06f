// Small parts that many pages share: tags, summary rows, tables, pages of a list, progress.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "templates/view.hpp"

namespace templates {

// The colour of a status; the word always says it too.
enum class TagColour : std::uint8_t { grey, green, teal, blue, purple, red, orange, yellow };

// The class for `<strong class="govuk-tag …">`.
std::string_view tag_class(TagColour colour);

// Keys tag_text and tag_class, which partials/tag.html shows; an empty text shows no tag.
void set_tag(View& view, std::string_view text, TagColour colour);

// Rows of the list `summary`, which partials/summary_list.html shows. An empty href is no link.
struct SummaryRow {
    std::string label = {};
    std::string value = {};
    std::string value_href = {};
    std::string change_href = {};
};
void add_summary(View& view, const SummaryRow& row);

enum class CellKind : std::uint8_t { text, row_head, numeric };

// One cell. A tag is drawn when `tag` is set; an empty href is no link.
struct Cell {
    std::string text = {};
    std::string href = {};
    CellKind kind = CellKind::text;
    std::string_view tag = {};  // tag_class(colour)
};

// The section `table`, which partials/table.html shows: every table has a caption, and its columns
// have heads. Rows are added with add_table_row().
View& table_section(View& view, std::string_view caption, const std::vector<Cell>& columns);
void add_table_row(View& table, const std::vector<Cell>& cells);

// The section `pagination`, which partials/pagination.html shows; nothing when both are empty.
void set_pagination(View& view, std::string_view previous_href, std::string_view next_href,
                    std::string_view previous_label = "Previous page",
                    std::string_view next_label = "Next page");

// The section `progress`, which partials/progress.html shows. Without scripts the page has a link
// to itself; with scripts app.mjs reads json_href once a second, which must answer
//     {"state":"queued|running|done|failed|cancelled","done":96,"total":212,
//      "text":"Item 5 of 9","href":"/…"}
// `href` being the result, or empty.
struct ProgressFacts {
    std::string label = {};  // "Building the pack"
    std::string text = {};   // "Item 5 of 9"
    std::int64_t done = 0;
    std::int64_t total = 1;
    std::string href = {};         // this page
    std::string json_href = {};    // "/jobs/ID.json"
    std::string result_href = {};  // when finished
    std::string result_label = "Open the result";
    bool running = true;
};
void progress_section(View& view, const ProgressFacts& facts);

}  // namespace templates
