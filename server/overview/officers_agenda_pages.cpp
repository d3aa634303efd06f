// The agenda of the officers' meeting as a page to read, to print and to work through.
#include "server/overview/officers_agenda_queries.hpp"
#include "server/partnership_register/register_pages.hpp"
#include "server/web/href.hpp"
#include "server/web/page.hpp"
#include "server/web/routes.hpp"

namespace server::overview {
namespace {

std::string due_words(const OfficersRow& row, workflows::Day today) {
    if (!row.due) return "";
    const auto date = workflows::weekday_date(*row.due);
    return *row.due < today ? date + " (overdue)" : date;
}

void add_section(web::BlockPage& page, const OfficersSection& section, std::size_t number,
                 workflows::Day today) {
    const auto title = std::to_string(number) + ". " + section.title;
    if (section.rows.empty()) {
        page.heading(title);
        page.paragraph(section.none);
        return;
    }
    auto& table = page.table(title, {{.text = "Matter"}, {.text = "Board"}, {.text = "Day"}});
    for (const auto& row : section.rows)
        templates::add_table_row(
            table, {{.text = row.words, .href = row.href, .kind = templates::CellKind::row_head},
                    {.text = row.board},
                    {.text = due_words(row, today)}});
}

}  // namespace

Result<net::Response> show_officers_agenda(const web::Context& context, db::ReadTx& tx) {
    const auto today = context.today(tx);
    const auto agenda = officers_agenda(context.app, tx, context.viewer, today);
    web::BlockPage page(context, "Agenda of the officers’ meeting");
    page.caption("Protocol 4.10");
    page.layout().wide = true;
    page.layout().alternates.push_back(
        {"application/json", "This agenda as data", web::href(routes::officers_agenda_json)});
    page.lead("What is due, open and overdue between the boards on " + workflows::long_date(today) +
              ", as far as you may see it.");
    for (std::size_t i = 0; i < agenda.size(); ++i)
        add_section(page, agenda[i], i + 1, today);
    page.link("This agenda as data (JSON)", web::href(routes::officers_agenda_json));
    return page.finish();
}

Result<net::Response> show_officers_agenda_json(const web::Context& context, db::ReadTx& tx) {
    const auto today = context.today(tx);
    return web::json_response(
        officers_agenda_json(officers_agenda(context.app, tx, context.viewer, today), today));
}

}  // namespace server::overview
