// Help, accessibility, licences, and the workflow tables as the program follows them.
#include "server/base/app.hpp"
#include "server/overview/handlers.hpp"
#include "server/overview/words.hpp"
#include "server/web/href.hpp"
#include "server/web/page.hpp"
#include "server/web/routes.hpp"
#include "workflows/overview/catalogue.hpp"

namespace server::overview {
namespace {

// These pages change with the program only.
void keep(const web::Context& context) {
    if (!context.viewer.signed_in()) context.cache_publicly({"help"});
}

// "| a | b \| c |" into its cells.
std::vector<std::string> cells_of(std::string_view line) {
    std::vector<std::string> cells;
    std::string cell;
    for (std::size_t i = 1; i < line.size(); ++i) {
        if (line[i] == '\\' && i + 1 < line.size()) {
            cell += line[++i];
        } else if (line[i] == '|') {
            const auto first = cell.find_first_not_of(' ');
            const auto last = cell.find_last_not_of(' ');
            cells.push_back(first == std::string::npos ? "" : cell.substr(first, last - first + 1));
            cell.clear();
        } else {
            cell += line[i];
        }
    }
    return cells;
}

std::vector<std::vector<std::string>> rows_of(const std::string& markdown) {
    std::vector<std::vector<std::string>> rows;
    std::size_t at = 0;
    while (at < markdown.size()) {
        const auto end = std::min(markdown.find('\n', at), markdown.size());
        const std::string_view line(markdown.data() + at, end - at);
        const bool is_rule = line.find_first_not_of("|-: ") == std::string_view::npos;
        if (line.starts_with('|') && !is_rule) rows.push_back(cells_of(line));
        at = end + 1;
    }
    return rows;
}

void add_workflow(web::BlockPage& page, const workflows::WorkflowText& workflow) {
    const auto rows = rows_of(workflow.markdown);
    if (rows.empty()) return;
    std::vector<templates::Cell> columns;
    for (const auto& head : rows.front())
        columns.push_back({.text = head});
    auto& table = page.table(workflow.title, columns);
    for (std::size_t i = 1; i < rows.size(); ++i) {
        std::vector<templates::Cell> cells;
        for (const auto& text : rows[i])
            cells.push_back({.text = text});
        cells.front().kind = templates::CellKind::row_head;
        templates::add_table_row(table, cells);
    }
}

}  // namespace

Result<net::Response> show_help(const web::Context& context, db::ReadTx&) {
    web::BlockPage page(context, "Help");
    page.heading(words::find_meeting);
    page.paragraph(words::find_meeting_text);
    page.link(words::all_meetings, web::href(routes::meetings));
    page.link("All boards", web::href(routes::boards));
    page.heading(words::follow);
    page.paragraph(words::follow_text);
    page.link(words::all_meetings_calendar, web::href(routes::meetings_ics));
    page.heading("Sign in");
    page.paragraph(words::sign_in_text);
    page.link(words::sign_in, web::href(routes::sign_in));
    page.heading(words::rules);
    page.link(words::clear_days, web::href(routes::help_clear_days));
    page.link(words::workflows_link, web::href(routes::help_workflows));
    page.heading(words::wrong);
    page.paragraph(words::wrong_text);
    keep(context);
    return page.finish();
}

Result<net::Response> show_accessibility(const web::Context& context, db::ReadTx&) {
    web::BlockPage page(context, "Accessibility");
    page.paragraph(words::accessibility);
    page.heading(words::less_accessible);
    page.list({{words::papers_text, ""}, {words::packs_text, ""}});
    page.heading(words::other_format);
    page.paragraph(words::other_format_text);
    page.heading(words::complaint);
    page.paragraph(words::complaint_text);
    keep(context);
    return page.finish();
}

Result<net::Response> show_licences(const web::Context& context, db::ReadTx&) {
    keep(context);
    return web::html_response(context, "pages/licences.html",
                              web::layout_facts(context, "Licences"), templates::View());
}

Result<net::Response> show_workflows(const web::Context& context, db::ReadTx&) {
    web::BlockPage page(context, "Workflows");
    page.crumb("Help", web::href(routes::help));
    page.layout().wide = true;
    page.lead(words::workflows_lead);
    for (const auto& workflow : workflows::all_workflows())
        add_workflow(page, workflow);
    keep(context);
    return page.finish();
}

}  // namespace server::overview
