// Issues of one's own boards, in and out: at which step, with whom, for how long, until when.
#include <algorithm>
#include <boost/json.hpp>
#include <map>
#include <set>

#include "db/people.hpp"
#include "server/issues/handlers.hpp"
#include "server/issues/issue_commands.hpp"
#include "server/issues/words.hpp"
#include "server/web/form_parts.hpp"
#include "server/web/href.hpp"
#include "server/web/page.hpp"
#include "server/web/routes.hpp"
#include "workflows/text/csv.hpp"

namespace server::issues {
namespace {

using templates::View;

enum class Group { out, in, held, closed };

struct Line {
    db::IssueRow row;
    Group group = Group::out;
    std::string holder;
    long long days = 0;
    bool overdue = false;

    std::string next_date() const {
        return row.next_date ? workflows::iso(*row.next_date) : std::string();
    }
};

std::vector<Line> own_issues(const web::Context& context, db::ReadTx& tx) {
    const auto today = context.today(tx);
    const auto boards = base::own_boards(context.viewer);
    std::map<std::string, db::IssueRow> all;  // each once, whoever brings it
    for (const auto& board : boards) {
        for (auto& row : db::list_issues_of(tx, board))
            all.emplace(row.reference, std::move(row));
    }
    for (auto& row : db::list_issues_with(tx, context.viewer.person, today))
        all.emplace(row.reference, std::move(row));
    std::set<std::string> keys;
    for (const auto& [reference, row] : all)
        keys.insert(row.holder);
    const auto holders = db::find_people(tx, keys);
    std::vector<Line> lines;
    for (auto& [reference, row] : all) {
        Line line;
        const auto& issue = row.issue;
        line.group = !workflows::is_open_issue(issue.state)   ? Group::closed
                     : boards.count(issue.raising_board) != 0 ? Group::out
                     : boards.count(issue.asked_board) != 0   ? Group::in
                                                              : Group::held;
        const auto holder = holders.find(row.holder);
        line.holder = holder == holders.end() ? row.holder : holder->second.post;
        line.days = days_at_step(row, today);
        line.overdue = is_issue_overdue(row, today);
        line.row = std::move(row);
        lines.push_back(std::move(line));
    }
    std::stable_sort(lines.begin(), lines.end(), [](const Line& a, const Line& b) {
        return std::pair(a.group, a.row.next_date) < std::pair(b.group, b.row.next_date);
    });
    return lines;
}

void add_lines(View& view, std::string_view caption, const std::vector<Line>& lines, Group group) {
    View* table = nullptr;
    for (const auto& line : lines) {
        if (line.group != group) continue;
        if (table == nullptr) {
            auto& section = view.add("tables");
            section.set("section_heading", "").set("section_words", "");
            table = &templates::table_section(
                section, caption,
                {{.text = words::issue},
                 {.text = words::title},
                 {.text = words::boards},
                 {.text = words::step},
                 {.text = words::held_by},
                 {.text = words::days_at_step, .kind = templates::CellKind::numeric},
                 {.text = words::next_date}});
        }
        const auto& row = line.row;
        const auto day = row.next_date ? workflows::weekday_date(*row.next_date) : std::string();
        templates::add_table_row(
            *table, {{.text = row.reference,
                      .href = web::href(routes::issue, row.id),
                      .kind = templates::CellKind::row_head},
                     {.text = row.issue.title},
                     {.text = issue_boards_words(row.issue)},
                     {.text = issue_state_text(row)},
                     {.text = line.holder},
                     {.text = std::to_string(line.days), .kind = templates::CellKind::numeric},
                     {.text = line.overdue ? words::overdue_since(day) : day,
                      .tag = line.overdue ? templates::tag_class(templates::TagColour::red)
                                          : std::string_view()}});
    }
}

}  // namespace

Result<net::Response> show_issues(const web::Context& context, db::ReadTx& tx) {
    const auto lines = own_issues(context, tx);
    View view;
    view.set("caption", "").set("heading", words::issues_between_boards);
    view.set("lead", words::list_lead);
    view.set("button_href", web::href(routes::new_issue)).set("button_text", words::raise_an_issue);
    view.list("tables").list("links").flag("has_links", true);
    add_lines(view, words::raised_by_you, lines, Group::out);
    add_lines(view, words::raised_with_you, lines, Group::in);
    add_lines(view, words::held_by_you, lines, Group::held);
    add_lines(view, words::closed, lines, Group::closed);
    view.set("empty", lines.empty() ? words::no_issues : "");
    view.add("links").set("text", words::download_csv).set("href", web::href(routes::issues_csv));
    view.add("links")
        .set("text", words::safeguarding_concerns)
        .set("href", web::href(routes::concerns));
    view.add("links").set("text", words::digest).set("href", web::href(routes::digest));
    auto layout = web::layout_facts(context, words::issues_between_boards);
    layout.breadcrumbs = {{words::joint_working, web::href(routes::between_boards)}};
    layout.alternates = {{"application/json", words::issues_json, web::href(routes::issues_json)},
                         {"text/csv", words::issues_csv, web::href(routes::issues_csv)}};
    return web::html_response(context, "pages/matters.html", layout, view);
}

Result<net::Response> show_issues_csv(const web::Context& context, db::ReadTx& tx) {
    auto text = workflows::text::csv_line({"reference", "kind", "raised_by", "other_board", "title",
                                           "step", "holder", "since", "days_at_step", "next_date",
                                           "overdue", "way_forward"});
    for (const auto& line : own_issues(context, tx)) {
        const auto& row = line.row;
        text += workflows::text::csv_line(
            {row.reference, workflows::to_text(row.issue.kind), row.issue.raising_board,
             row.issue.asked_board, row.issue.title, workflows::to_text(row.issue.state),
             line.holder, workflows::iso(row.since), std::to_string(line.days), line.next_date(),
             line.overdue ? "yes" : "no", row.way_forward});
    }
    return web::text_response(std::move(text), "text/csv; charset=utf-8");
}

Result<net::Response> show_issues_json(const web::Context& context, db::ReadTx& tx) {
    boost::json::object out;
    auto& issues = out["issues"].emplace_array();
    for (const auto& line : own_issues(context, tx)) {
        const auto& row = line.row;
        issues.push_back({{"id", row.id},
                          {"reference", row.reference},
                          {"kind", workflows::to_text(row.issue.kind)},
                          {"raised_by", row.issue.raising_board},
                          {"other_board", row.issue.asked_board},
                          {"title", row.issue.title},
                          {"step", workflows::to_text(row.issue.state)},
                          {"holder", line.holder},
                          {"since", workflows::iso(row.since)},
                          {"days_at_step", line.days},
                          {"next_date", line.next_date()},
                          {"overdue", line.overdue},
                          {"way_forward", row.way_forward}});
    }
    return web::json_response(boost::json::serialize(out));
}

}  // namespace server::issues
