#include "templates/figure.hpp"

#include "templates/store.hpp"

namespace templates {

std::string figure_html(const Store& store, const Figure& figure) {
    View view;
    view.set("figure_id", figure.id).set("figure_caption", figure.caption);
    view.set("scroll_label", figure.label);
    view.flag("has_picture", !figure.svg.empty()).set_html("svg_html", figure.svg);
    view.flag("has_rows", !figure.rows.empty()).no_section("table").list("files");
    if (!figure.rows.empty()) {
        auto& table = table_section(view, figure.table_caption, figure.columns);
        for (const auto& row : figure.rows)
            add_table_row(table, row);
    }
    for (const auto& file : figure.files)
        view.add("files").set("text", file.text).set("href", file.href);
    return store.render("pages/figure.html", view);
}

}  // namespace templates
