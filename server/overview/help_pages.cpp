// Help, accessibility, licences, and the workflow tables as the program follows them.
#include "server/base/app.hpp"
#include "server/overview/handlers.hpp"
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
    page.heading("Find a meeting or an agenda");
    page.paragraph(
        "The front page lists the next meetings of all boards. Each meeting has a page "
        "of its own that never changes its address, also when the meeting moves.");
    page.link("All meetings, month by month", web::href(routes::meetings));
    page.link("All boards", web::href(routes::boards));
    page.heading("Follow meetings in your calendar");
    page.paragraph(
        "Every list of meetings has a calendar address (iCalendar). Add it to your "
        "calendar program as a subscription, and moved or cancelled meetings follow.");
    page.link("Calendar of all meetings (iCalendar)", web::href(routes::meetings_ics));
    page.heading("Sign in");
    page.paragraph(
        "Members, chairs and secretariats sign in with a code sent to their e-mail "
        "address. There is no password.");
    page.link("Sign in to Shiremoot", web::href(routes::sign_in));
    page.heading("How the rules work here");
    page.link("How clear days are counted", web::href(routes::help_clear_days));
    page.link("The workflows: every step, who may take it, who is told",
              web::href(routes::help_workflows));
    page.heading("Something is wrong or missing");
    page.paragraph("Write to the contact on the page of the meeting or board.");
    keep(context);
    return page.finish();
}

Result<net::Response> show_accessibility(const web::Context& context, db::ReadTx&) {
    web::BlockPage page(context, "Accessibility");
    page.paragraph(
        "We want as many people as possible to be able to use this service. It is built "
        "to the Web Content Accessibility Guidelines 2.2 at level AA. Every page works "
        "without scripts, with a keyboard alone, and at 400% zoom.");
    page.heading("What is less accessible");
    page.list(
        {{"Papers are PDF files as their authors made them. Some have no tags or no text.", ""},
         {"The pack of a meeting joins these files and loses their tags. The agenda page "
          "with each paper on its own is the accessible way to read.",
          ""}});
    page.heading("Ask for another format, or report a problem");
    page.paragraph(
        "Write to the contact on the page of the meeting or board. Say which page it is "
        "and what you need. You should hear within five working days.");
    page.heading("If you are not content with the answer");
    page.paragraph(
        "The Equality and Human Rights Commission enforces the Public Sector Bodies "
        "(Websites and Mobile Applications) (No. 2) Accessibility Regulations 2018. "
        "Contact the Equality Advisory and Support Service.");
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
    page.lead("Every step that the program allows. What is not in these tables is refused.");
    for (const auto& workflow : workflows::all_workflows())
        add_workflow(page, workflow);
    keep(context);
    return page.finish();
}

}  // namespace server::overview
