// The returns of a year: who has filed, asking the boards, chasing them.
#include <algorithm>
#include <boost/json.hpp>
#include <map>
#include <set>

#include "db/boards.hpp"
#include "server/boards/board_facts.hpp"
#include "server/boards/officers.hpp"
#include "server/partnership_register/register_pages.hpp"
#include "server/partnership_register/return_commands.hpp"
#include "server/partnership_register/return_parts.hpp"
#include "server/partnership_register/return_words.hpp"
#include "server/web/date_entry.hpp"
#include "server/web/form_parts.hpp"
#include "server/web/href.hpp"
#include "server/web/page.hpp"
#include "server/web/routes.hpp"
#include "server/web/versions.hpp"
#include "server/web/who_acts.hpp"
#include "workflows/text/csv.hpp"
#include "workflows/text/words.hpp"

namespace server::partnership_register {
namespace {

using templates::CellKind;
using templates::TagColour;
using workflows::ReturnEvent;
using workflows::ReturnState;

constexpr std::chrono::days due_default{workflows::return_days_default};

bool is_to_come(const db::RegisterReturn& row) {
    return !is_return_filed(row) && row.state != ReturnState::closed;
}

std::string counts_words(const std::vector<db::RegisterReturn>& rows) {
    const auto count = [&](ReturnState state) {
        return std::count_if(rows.begin(), rows.end(),
                             [&](const auto& row) { return row.state == state; });
    };
    const auto filed = std::count_if(rows.begin(), rows.end(), is_return_filed);
    if (rows.empty()) return words::none_asked;

    const auto outstanding = std::count_if(rows.begin(), rows.end(), is_to_come);
    return words::counts(
        rows.size(), static_cast<int>(filed), static_cast<int>(count(ReturnState::accepted)),
        static_cast<int>(count(ReturnState::submitted)), static_cast<int>(outstanding));
}

std::string chased_words(const db::RegisterReturn& row) {
    if (!row.chased_at) return is_to_come(row) ? "Never" : "";
    const auto day = workflows::to_local(*row.chased_at, workflows::county_zone).day;

    return words::chased(workflows::short_date(day), row.chases);
}

using Boards = std::map<std::string, workflows::Board>;

Boards boards_of(db::ReadTx& tx) {
    Boards boards;
    for (auto& board : db::list_boards(tx))
        boards.emplace(board.code, board);
    return boards;
}

void add_rows(web::BlockPage& page, const std::vector<db::RegisterReturn>& rows,
              const Boards& boards, workflows::Day today) {
    auto& table = page.table("Returns", {{.text = "Board"},
                                         {.text = "Status"},
                                         {.text = "Due"},
                                         {.text = "Completed"},
                                         {.text = "Chased"}});
    for (const auto& row : rows) {
        const auto& board = boards.at(row.board);
        const bool late = is_to_come(row) && row.due < today;
        templates::add_table_row(
            table, {{.text = board.name,
                     .href = web::href(routes::register_return, row.year, board.slug),
                     .kind = CellKind::row_head},
                    {.text = workflows::text::capitalised(workflows::to_words(row.state)),
                     .tag = templates::tag_class(return_colour(row.state))},
                    {.text = late ? words::overdue(workflows::short_date(row.due))
                                  : workflows::short_date(row.due)},
                    {.text = completed_words(row)},
                    {.text = chased_words(row)}});
    }
}

// Those of the imported register first: they were asked in earlier years.
std::vector<templates::Choice> boards_to_ask(const web::Context& context, db::ReadTx& tx,
                                             const std::vector<db::RegisterReturn>& rows) {
    std::set<std::string> asked;
    for (const auto& row : rows)
        asked.insert(row.board);
    const auto typed = context.form().all("boards");
    std::vector<templates::Choice> choices;
    for (const auto& board : db::list_boards(tx)) {
        if (!board.is_active(context.today(tx)) || asked.contains(board.code)) continue;
        const bool chosen = context.error()
                                ? std::find(typed.begin(), typed.end(), board.code) != typed.end()
                                : db::find_register_record(tx, board.code).has_value();
        choices.push_back({.value = board.code, .label = board.name, .chosen = chosen});
    }
    return choices;
}

void add_ask_form(const web::Context& context, db::ReadTx& tx, web::BlockPage& page, int year,
                  const std::vector<db::RegisterReturn>& rows) {
    const auto choices = boards_to_ask(context, tx, rows);
    if (choices.empty()) return;
    page.heading(words::request_heading);
    page.paragraph(words::request_intro);
    auto& form = page.form(
        web::form_facts(context, web::href(routes::returns_ask, year), "Request returns"));
    form.add("fields", web::date_entry(context, {"due", "Deadline",
                                                 workflows::iso(context.today(tx) + due_default)}));
    auto field = web::typed_field(context, {"boards", "Boards"});
    field.choice_size = templates::ChoiceSize::small;
    form.add("fields", templates::checkboxes_field(field, choices));
    page.layout().errors = web::error_links_of(context, form);
}

boost::json::object return_json(const db::RegisterReturn& row) {
    return {{"board", row.board},
            {"state", workflows::to_text(row.state)},
            {"due", workflows::iso(row.due)},
            {"completed", workflows::iso(row.completed)},
            {"last_meeting", row.last_meeting.key()},
            {"chases", row.chases}};
}

}  // namespace

Result<net::Response> show_return_years(const web::Context& context, db::ReadTx& tx) {
    web::BlockPage page(context, words::returns_heading);
    page.crumb("Register", web::href(routes::register_of_boards));
    page.lead(words::returns_lead);
    const int this_year = workflows::year_of(context.today(tx));
    std::set<int, std::greater<>> years{this_year, this_year + return_years_ahead};
    auto returns = db::returns_by_year(tx);
    for (const auto& [year, rows] : returns)
        years.insert(year);
    auto& table = page.table("Years", {{.text = "Year"}, {.text = "Returns"}});
    for (const int year : years)
        templates::add_table_row(
            table,
            {{.text = std::to_string(year), .href = returns_href(year), .kind = CellKind::row_head},
             {.text = counts_words(returns[year])}});
    return page.finish();
}

Result<net::Response> show_returns(const web::Context& context, db::ReadTx& tx) {
    const auto year = read_return_year(context.param("year"));
    if (!year) return year.error();
    const auto rows = db::list_returns(tx, *year);
    web::BlockPage page(context, words::returns_for(*year));
    page.crumb("Register", web::href(routes::register_of_boards))
        .crumb("Annual returns", web::href(routes::return_years));
    page.layout().alternates.push_back({"application/json", "Annual returns (JSON)",
                                        web::href(routes::returns_of_year_json, *year)});
    page.lead(counts_words(rows));
    const auto today = context.today(tx);
    const auto to_chase = returns_to_chase(tx, *year, today).size();
    if (to_chase > 0) page.button(words::chase(to_chase), web::href(routes::returns_chase, *year));
    if (!rows.empty()) {
        add_rows(page, rows, boards_of(tx), today);
        page.link(words::returns_json, web::href(routes::returns_of_year_json, *year));
        page.link(words::returns_csv, web::href(routes::returns_of_year_csv, *year));
    }
    page.link(words::update_link(*year), web::href(routes::annual_update, *year));
    add_ask_form(context, tx, page, *year, rows);
    return page.finish();
}

Result<net::Response> show_returns_json(const web::Context& context, db::ReadTx& tx) {
    const auto year = read_return_year(context.param("year"));
    if (!year) return year.error();
    boost::json::array list;
    for (const auto& row : db::list_returns(tx, *year))
        list.push_back(return_json(row));
    return web::json_response(
        boost::json::serialize(boost::json::object{{"year", *year}, {"returns", list}}));
}

Result<net::Response> show_returns_csv(const web::Context& context, db::ReadTx& tx) {
    const auto year = read_return_year(context.param("year"));
    if (!year) return year.error();
    auto text =
        workflows::text::csv_line({"board", "state", "due", "completed", "last_meeting", "chases"});
    for (const auto& row : db::list_returns(tx, *year))
        text += workflows::text::csv_line({row.board, workflows::to_text(row.state),
                                           workflows::iso(row.due), workflows::iso(row.completed),
                                           row.last_meeting.key(), std::to_string(row.chases)});
    return web::text_response(text, "text/csv; charset=utf-8");
}

Result<web::Location> ask_for_returns(const web::Context& context, db::WriteTx& tx) {
    const auto year = read_return_year(context.param("year"));
    if (!year) return year.error();
    const auto today = context.today(tx);
    const int this_year = workflows::year_of(today);
    if (*year < this_year - return_years_back || *year > this_year + return_years_ahead)
        return workflows::invalid("due", words::year_range(this_year - return_years_back,
                                                           this_year + return_years_ahead));
    const auto due = web::read_date(context.form(), "due");
    if (!due) return due.error();
    if (!*due || **due < today) return workflows::invalid("due", words::deadline_past);
    const auto boards = context.form().all("boards");
    if (boards.empty()) return workflows::invalid("boards", words::select_a_board);
    for (const auto& code : boards) {
        if (!db::find_board(tx, code)) return workflows::invalid("boards", words::select_boards);
        if (auto asked =
                ask_for_return(context.app, web::acting(context, tx), tx, code, *year, **due);
            !asked)
            return asked.error();
    }
    return returns_href(*year) + "?done=returns-asked";
}

Result<net::Response> show_chase(const web::Context& context, db::ReadTx& tx) {
    const auto year = read_return_year(context.param("year"));
    if (!year) return year.error();
    const auto rows = returns_to_chase(tx, *year, context.today(tx));
    web::BlockPage page(context,
                        rows.empty() ? words::no_boards_to_chase : words::chase(rows.size()));
    page.crumb("Annual returns", web::href(routes::return_years))
        .crumb(std::to_string(*year), returns_href(*year));
    if (rows.empty()) {
        page.paragraph(words::none_to_chase);
        page.link(words::back_to_returns, returns_href(*year));
        return page.finish();
    }
    page.lead(words::chase_lead);
    auto& table = page.table("Emails", {{.text = "Board"}, {.text = "Subject"}, {.text = "To"}});
    std::vector<std::string> first_text;
    const auto boards = db::boards_by_code(tx);
    const auto seats = db::seats_by_board(tx);
    for (const auto& row : rows) {
        const auto own = seats.find(row.board);
        const auto officers = own == seats.end()
                                  ? std::vector<workflows::Person>{}
                                  : boards::officers_among(own->second, context.today(tx));
        std::string people;
        for (const auto& person : officers)
            people += (people.empty() ? "" : "; ") + person.post;
        auto letter = preview_return_letter(
            context.app, row, "return_chased",
            {boards.at(row.board).name, context.today(tx), context.viewer.post, ""});
        templates::add_table_row(table,
                                 {{.text = row.board, .kind = CellKind::row_head},
                                  {.text = letter.subject},
                                  {.text = people.empty() ? words::nobody_to_email : people}});
        if (first_text.empty()) first_text = std::move(letter.paragraphs);
    }
    page.heading(words::email_text);
    for (const auto& paragraph : first_text)
        page.inset(paragraph);
    auto facts = web::form_facts(context, web::href(routes::returns_chase, *year),
                                 words::chase(rows.size()));
    facts.cancel_href = returns_href(*year);
    page.form(facts);
    return page.finish();
}

Result<web::Location> send_chase(const web::Context& context, db::WriteTx& tx) {
    const auto year = read_return_year(context.param("year"));
    if (!year) return year.error();
    if (chase_returns(context.app, web::acting(context, tx), tx, *year) == 0)
        return workflows::refused(words::none_to_chase);
    return returns_href(*year) + "?done=returns-chased";
}

}  // namespace server::partnership_register
