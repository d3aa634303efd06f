// The register: each board as the calendar and the seats know it, beside what it last said of
// itself, and what is to be mended.
#include "server/partnership_register/register_pages.hpp"

#include <array>

#include "db/people.hpp"
#include "server/meetings/meeting_rows.hpp"
#include "server/partnership_register/register_queries.hpp"
#include "server/web/href.hpp"
#include "server/web/page.hpp"
#include "server/web/routes.hpp"
#include "workflows/text/words.hpp"

namespace server::partnership_register {
namespace {

using templates::Cell;
using templates::CellKind;
using workflows::RegisterLint;

std::string post_of(db::ReadTx& tx, const std::string& key) {
    const auto person = db::find_person(tx, key);
    return person ? person->post : "Not recorded";
}

bool is_out_of_date(const Register& all, const RegisterEntry& entry) {
    for (const auto* finding : all.findings_of(entry.board.board.code)) {
        if (finding->lint == RegisterLint::early_completion) return true;
    }
    return false;
}

Cell state_cell(const Register& all, const RegisterEntry& entry) {
    if (!entry.said) return Cell{.text = "Nothing said yet"};
    if (!is_out_of_date(all, entry)) return Cell{.text = "Up to date"};
    return Cell{.text = "Completed before its last meeting",
                .tag = templates::tag_class(templates::TagColour::orange)};
}

using workflows::text::capitalised;

std::string posts_words(db::ReadTx& tx, const std::vector<std::string>& keys) {
    std::string text;
    for (const auto& key : keys)
        text += (text.empty() ? "" : ", ") + post_of(tx, key);
    return text.empty() ? std::string() : " On two of them: " + text + ".";
}

void add_findings(web::BlockPage& page, db::ReadTx& tx, const Register& all) {
    page.heading("What is to be mended");
    if (all.findings.empty()) {
        page.paragraph("Nothing: every record agrees with the calendar.");
        return;
    }
    auto& table = page.table("Findings", {{.text = "Kind"}, {.text = "What"}, {.text = "Remedy"}});
    for (const auto& finding : all.findings) {
        templates::add_table_row(
            table, {{.text = workflows::text::capitalised(workflows::to_words(finding.lint)),
                     .kind = CellKind::row_head},
                    {.text = finding.words + posts_words(tx, finding.posts)},
                    {.text = finding.remedy}});
    }
}

void add_overview(web::BlockPage& page, const Register& all) {
    auto& table =
        page.table("The boards and their meetings by the calendar", {{.text = "Board"},
                                                                     {.text = "Last meeting"},
                                                                     {.text = "Next meeting"},
                                                                     {.text = "Completed"},
                                                                     {.text = "State"}});
    for (const auto& entry : all.entries) {
        templates::add_table_row(
            table, {{.text = entry.board.board.name,
                     .href = boards::board_href(entry.board.board),
                     .kind = CellKind::row_head},
                    {.text = boards::meeting_words(entry.board.last, "None recorded")},
                    {.text = boards::meeting_words(entry.board.next, "None planned")},
                    {.text = entry.said ? entry.said->completed.words() : "Never"},
                    state_cell(all, entry)});
    }
}

std::string with_dates(const std::vector<RegisterPost>& posts) {
    std::string text;
    for (const auto& post : posts) {
        text += (text.empty() ? "" : "; ") + post.words;
        if (const auto since = workflows::parse_day(post.since))
            text += " (since " + workflows::short_date(*since) + ")";
    }
    return text.empty() ? "Not recorded" : text;
}

std::string said_words(db::ReadTx& tx, const RegisterEntry& entry) {
    const auto& said = *entry.said;
    std::string text = "Completed " + said.completed.words() + ". Last meeting " +
                       said.last_meeting.words() + ". Next meeting " + said.next_meeting.words() +
                       ".";
    if (entry.said_in != 0) return text;
    if (!said.lead_member.empty()) text += " Lead member: " + post_of(tx, said.lead_member) + ".";
    if (!said.lead_officer.empty())
        text += " Lead officer: " + post_of(tx, said.lead_officer) + ".";
    return text;
}

void add_entry(web::BlockPage& page, db::ReadTx& tx, const RegisterEntry& entry) {
    page.heading(entry.board.board.name);
    std::vector<templates::SummaryRow> rows{
        {entry.chairs.size() > 1 ? "Chairs" : "Chair", with_dates(entry.chairs), "", ""},
        {"Vice-chair", with_dates(entry.vice_chairs), "", ""},
        {"Lead member", with_dates(entry.lead_members), "", ""},
        {"Lead officer", with_dates(entry.lead_officers), "", ""},
        {"Last meeting", boards::meeting_words(entry.board.last, "None recorded"), "", ""},
        {"Next meeting", boards::meeting_words(entry.board.next, "None planned"), "", ""},
        {"Website", entry.website.empty() ? "None named" : entry.website,
         boards::website_href(entry.website), ""},
        {"Governance arrangements", entry.governance.empty() ? "Not said yet" : entry.governance,
         "", ""}};
    if (entry.said) {
        const auto label = entry.said_in == 0
                               ? std::string("What its record says")
                               : "What its return of " + std::to_string(entry.said_in) + " says";
        rows.push_back({label, said_words(tx, entry), "", ""});
    }
    page.summary(rows);
}

void add_links(const web::Context& context, db::ReadTx& tx, web::BlockPage& page) {
    for (const int year : db::list_update_years(tx))
        page.link("Annual Partnerships Update " + std::to_string(year),
                  web::href(routes::annual_update, year));
    if (workflows::allowed(workflows::Action::chase_register_returns, context.relations))
        page.link("Yearly returns: who has filed", web::href(routes::return_years));
    if (workflows::allowed(workflows::Action::name_office, context.relations))
        page.link("Which board is the partnership office", web::href(routes::office));
}

}  // namespace

Result<net::Response> show_register(const web::Context& context, db::ReadTx& tx) {
    const auto all = load_register(tx, context.today(tx));
    web::BlockPage page(context, "Register of partnerships");
    page.crumb("Boards", web::href(routes::boards));
    page.layout().wide = true;
    page.layout().alternates.push_back(
        {"application/json", "The register as data", web::href(routes::register_of_boards_json)});
    page.lead(std::to_string(all.count(RegisterLint::early_completion)) + " of " +
              std::to_string(all.records()) +
              " records were completed before the last meeting that they should tell of.");
    page.paragraph(
        "Last and next meetings are those of the calendar; posts are those who hold the seats "
        "today. What each board said of itself stands beside them.");
    add_links(context, tx, page);
    add_overview(page, all);
    add_findings(page, tx, all);
    for (const auto& entry : all.entries)
        add_entry(page, tx, entry);
    page.link("The register as data (JSON)", web::href(routes::register_of_boards_json));
    page.link("The register as a table (CSV)", web::href(routes::register_of_boards_csv));
    if (!context.viewer.signed_in()) {
        auto tags = meetings::tags_of_boards(meetings::boards_by_code(tx));
        tags.insert(tags.end(), {"people", "register"});
        context.cache_publicly(std::move(tags));
    }
    return page.finish();
}

Result<net::Response> show_register_json(const web::Context& context, db::ReadTx& tx) {
    return web::json_response(register_json(load_register(tx, context.today(tx))));
}

Result<net::Response> show_register_csv(const web::Context& context, db::ReadTx& tx) {
    return web::text_response(register_csv(load_register(tx, context.today(tx))),
                              "text/csv; charset=utf-8");
}

}  // namespace server::partnership_register
