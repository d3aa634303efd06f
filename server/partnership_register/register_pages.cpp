// The register: each board as the calendar and the seats know it, beside what it last said of
// itself, and what is to be mended.
#include "server/partnership_register/register_pages.hpp"

#include <array>
#include <map>
#include <set>

#include "db/boards.hpp"
#include "db/people.hpp"
#include "server/meetings/meeting_rows.hpp"
#include "server/partnership_register/register_queries.hpp"
#include "server/partnership_register/words.hpp"
#include "server/web/href.hpp"
#include "server/web/page.hpp"
#include "server/web/routes.hpp"
#include "workflows/text/words.hpp"

namespace server::partnership_register {
namespace {

using templates::Cell;
using templates::CellKind;
using workflows::RegisterLint;

using People = std::map<std::string, workflows::Person>;

// Whom findings and entries name by their keys.
People people_named(db::ReadTx& tx, const Register& all) {
    std::set<std::string> keys;
    for (const auto& finding : all.findings)
        keys.insert(finding.posts.begin(), finding.posts.end());
    for (const auto& entry : all.entries)
        if (entry.said) keys.insert({entry.said->lead_member, entry.said->lead_officer});
    return db::find_people(tx, keys);
}

std::string post_of(const People& people, const std::string& key) {
    const auto person = people.find(key);
    return person == people.end() ? "Not recorded" : person->second.post;
}

bool is_out_of_date(const Register& all, const RegisterEntry& entry) {
    for (const auto* finding : all.findings_of(entry.board.board.code)) {
        if (finding->lint == RegisterLint::early_completion) return true;
    }
    return false;
}

Cell state_cell(const Register& all, const RegisterEntry& entry) {
    if (!entry.said) return Cell{.text = "No return received"};
    if (!is_out_of_date(all, entry)) return Cell{.text = "Up to date"};
    return Cell{.text = words::before_last_meeting,
                .tag = templates::tag_class(templates::TagColour::orange)};
}

using workflows::text::capitalised;

std::string posts_words(const People& people, const std::vector<std::string>& keys) {
    std::string text;
    for (const auto& key : keys)
        text += (text.empty() ? "" : ", ") + post_of(people, key);
    return text.empty() ? std::string() : words::on_both(text);
}

void add_findings(web::BlockPage& page, const People& people, const Register& all) {
    page.heading("Action needed");
    if (all.findings.empty()) {
        page.paragraph(words::no_action);
        return;
    }
    auto& table =
        page.table("Findings", {{.text = "Type"}, {.text = "Finding"}, {.text = "Action"}});
    for (const auto& finding : all.findings) {
        templates::add_table_row(
            table, {{.text = workflows::text::capitalised(workflows::to_words(finding.lint)),
                     .kind = CellKind::row_head},
                    {.text = finding.words + posts_words(people, finding.posts)},
                    {.text = finding.remedy}});
    }
}

void add_overview(web::BlockPage& page, const Register& all) {
    auto& table = page.table(words::boards_table, {{.text = "Board"},
                                                   {.text = "Last meeting"},
                                                   {.text = "Next meeting"},
                                                   {.text = "Completed"},
                                                   {.text = "Status"}});
    for (const auto& entry : all.entries) {
        templates::add_table_row(
            table, {{.text = entry.board.board.name,
                     .href = boards::board_href(entry.board.board),
                     .kind = CellKind::row_head},
                    {.text = boards::meeting_words(entry.board.last, "None recorded")},
                    {.text = boards::meeting_words(entry.board.next, "None scheduled")},
                    {.text = entry.said ? entry.said->completed.words() : "Never"},
                    state_cell(all, entry)});
    }
}

std::string with_dates(const std::vector<RegisterPost>& posts) {
    std::string text;
    for (const auto& post : posts) {
        const auto since = workflows::parse_day(post.since);
        text += (text.empty() ? "" : "; ") +
                (since ? words::since(post.words, workflows::short_date(*since)) : post.words);
    }
    return text.empty() ? "Not recorded" : text;
}

std::string said_words(const People& people, const RegisterEntry& entry) {
    const auto& said = *entry.said;

    auto text = words::own_entry(said.completed.words(), said.last_meeting.words(),
                                 said.next_meeting.words());
    if (entry.said_in != 0) return text;
    if (!said.lead_member.empty())
        text += " " + words::lead_member(post_of(people, said.lead_member));
    if (!said.lead_officer.empty())
        text += " " + words::lead_officer(post_of(people, said.lead_officer));
    return text;
}

void add_entry(web::BlockPage& page, const People& people, const RegisterEntry& entry) {
    page.heading(entry.board.board.name);
    std::vector<templates::SummaryRow> rows{
        {entry.chairs.size() > 1 ? "Chairs" : "Chair", with_dates(entry.chairs), "", ""},
        {"Vice-chair", with_dates(entry.vice_chairs), "", ""},
        {"Lead member", with_dates(entry.lead_members), "", ""},
        {"Lead officer", with_dates(entry.lead_officers), "", ""},
        {"Last meeting", boards::meeting_words(entry.board.last, "None recorded"), "", ""},
        {"Next meeting", boards::meeting_words(entry.board.next, "None scheduled"), "", ""},
        {"Website", entry.website.empty() ? "None" : entry.website,
         boards::website_href(entry.website), ""},
        {"Governance arrangements", entry.governance.empty() ? "Not provided" : entry.governance,
         "", ""}};
    if (entry.said) {
        const auto label =
            entry.said_in == 0 ? std::string(words::own_record) : words::own_return(entry.said_in);
        rows.push_back({label, said_words(people, entry), "", ""});
    }
    page.summary(rows);
}

void add_links(const web::Context& context, db::ReadTx& tx, web::BlockPage& page) {
    for (const int year : db::list_update_years(tx))
        page.link(words::update_title(year), web::href(routes::annual_update, year));
    if (workflows::allowed(workflows::Action::chase_register_returns, context.relations))
        page.link(words::returns_link, web::href(routes::return_years));
    if (workflows::allowed(workflows::Action::name_office, context.relations))
        page.link(words::office_link, web::href(routes::office));
}

}  // namespace

Result<net::Response> show_register(const web::Context& context, db::ReadTx& tx) {
    const auto all = load_register(tx, context.today(tx));
    web::BlockPage page(context, "Register of partnerships");
    page.crumb("Boards", web::href(routes::boards));
    page.layout().wide = true;
    page.layout().alternates.push_back(
        {"application/json", words::register_data, web::href(routes::register_of_boards_json)});
    page.lead(
        words::out_of_date(static_cast<std::size_t>(all.count(RegisterLint::early_completion)),
                           static_cast<std::size_t>(all.records())));
    page.paragraph(words::register_intro);
    add_links(context, tx, page);
    add_overview(page, all);
    const auto people = people_named(tx, all);
    add_findings(page, people, all);
    for (const auto& entry : all.entries)
        add_entry(page, people, entry);
    page.link(words::register_json, web::href(routes::register_of_boards_json));
    page.link(words::register_csv, web::href(routes::register_of_boards_csv));
    if (!context.viewer.signed_in()) {
        auto tags = meetings::tags_of_boards(db::boards_by_code(tx));
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
