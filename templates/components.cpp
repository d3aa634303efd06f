// Sets every key that the shared partials read.
#include "templates/components.hpp"

#include <algorithm>

namespace templates {

std::string_view tag_class(TagColour colour) {
    switch (colour) {
        case TagColour::grey:
            return "govuk-tag--grey";
        case TagColour::green:
            return "govuk-tag--green";
        case TagColour::teal:
            return "govuk-tag--teal";
        case TagColour::blue:
            return "govuk-tag--blue";
        case TagColour::purple:
            return "govuk-tag--purple";
        case TagColour::red:
            return "govuk-tag--red";
        case TagColour::orange:
            return "govuk-tag--orange";
        case TagColour::yellow:
            return "govuk-tag--yellow";
    }
    return "govuk-tag--grey";
}

void set_tag(View& view, std::string_view text, TagColour colour) {
    view.set("tag_text", text).set("tag_class", tag_class(colour));
}

void add_summary(View& view, const SummaryRow& row) {
    View& added = view.add("summary");
    added.set("label", row.label).set("value", row.value);
    added.set("value_href", row.value_href).set("change_href", row.change_href);
}

View& table_section(View& view, std::string_view caption, const std::vector<Cell>& columns) {
    View& table = view.section("table");
    table.set("caption", caption).list("rows");
    for (const Cell& column : columns) {
        View& head = table.add("columns");
        head.set("text", column.text).flag("is_numeric", column.kind == CellKind::numeric);
    }
    return table;
}

void add_table_row(View& table, const std::vector<Cell>& cells) {
    View& row = table.add("rows");
    for (const Cell& cell : cells) {
        View& added = row.add("cells");
        added.set("text", cell.text).set("href", cell.href).set("tag_class", cell.tag);
        added.flag("is_head", cell.kind == CellKind::row_head);
        added.flag("is_numeric", cell.kind == CellKind::numeric);
    }
}

void set_pagination(View& view, std::string_view previous_href, std::string_view next_href,
                    std::string_view previous_label, std::string_view next_label) {
    view.no_section("pagination");
    if (previous_href.empty() && next_href.empty()) return;
    View& pagination = view.section("pagination");
    pagination.set("previous_href", previous_href).set("previous_label", previous_label);
    pagination.set("next_href", next_href).set("next_label", next_label);
}

void progress_section(View& view, const ProgressFacts& facts) {
    View& progress = view.section("progress");
    const std::int64_t total = std::max<std::int64_t>(facts.total, 1);
    const std::int64_t done = std::clamp<std::int64_t>(facts.done, 0, total);
    progress.set("label", facts.label).set("text", facts.text);
    progress.set("done", done).set("total", total).set("percent", done * 100 / total);
    progress.set("href", facts.href).set("json_href", facts.json_href);
    progress.set("result_href", facts.result_href).set("result_label", facts.result_label);
    progress.set("result_or_self_href", facts.result_href.empty() ? facts.href : facts.result_href);
    progress.flag("is_running", facts.running);
}

}  // namespace templates
