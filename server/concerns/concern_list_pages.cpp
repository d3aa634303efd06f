// The register of safeguarding concerns, as far as the viewer's boards raised them or were told;
// and the form for a new one.
#include <boost/json.hpp>
#include <map>

#include "db/boards.hpp"
#include "server/concerns/concern_commands.hpp"
#include "server/concerns/words.hpp"
#include "server/issues/handlers.hpp"
#include "server/web/date_entry.hpp"
#include "server/web/form_parts.hpp"
#include "server/web/href.hpp"
#include "server/web/page.hpp"
#include "server/web/routes.hpp"
#include "server/web/who_acts.hpp"
#include "workflows/text/csv.hpp"
#include "workflows/text/words.hpp"

namespace server::concerns {
namespace {

using templates::Choice;
using templates::View;

struct Line {
    db::ConcernRow row;
    bool ours = false;  // raised by a board of the viewer
    bool overdue = false;
    std::string feedback;  // ISO day, or empty
};

std::vector<Line> own_concerns(const web::Context& context, db::ReadTx& tx) {
    const auto today = context.today(tx);
    const auto boards = base::own_boards(context.viewer);
    std::map<std::string, db::ConcernRow> all;
    for (const auto& board : boards) {
        for (auto& row : db::list_concerns_of(tx, board))
            all.emplace(row.reference, std::move(row));
    }
    std::vector<std::string> ids;
    for (const auto& [reference, row] : all)
        ids.push_back(row.id);
    auto histories = db::list_case_events(tx, db::CaseKind::concern, ids);
    std::vector<Line> lines;
    for (auto& [reference, row] : all) {
        const auto feedback = feedback_day(histories[row.id]);
        Line line{row, boards.count(row.concern.raising_board) != 0, is_concern_overdue(row, today),
                  feedback ? workflows::iso(*feedback) : ""};
        lines.push_back(std::move(line));
    }
    return lines;
}

std::string by_words(const Line& line) {
    if (!line.row.acknowledge_by) return {};
    return line.overdue ? words::overdue_since(*line.row.acknowledge_by)
                        : words::acknowledge_until(*line.row.acknowledge_by);
}

void add_lines(View& view, std::string_view caption, const std::vector<Line>& lines, bool ours) {
    View* table = nullptr;
    for (const auto& line : lines) {
        if (line.ours != ours) continue;
        if (table == nullptr) {
            auto& section = view.add("tables");
            section.set("section_heading", "").set("section_words", "");
            table = &templates::table_section(section, caption,
                                              {{.text = words::reference},
                                               {.text = words::about},
                                               {.text = words::raised_by},
                                               {.text = words::safeguarding_for},
                                               {.text = words::status},
                                               {.text = words::next},
                                               {.text = words::due}});
        }
        const auto& concern = line.row.concern;
        templates::add_table_row(
            *table, {{.text = line.row.reference,
                      .href = web::href(routes::concern, line.row.id),
                      .kind = templates::CellKind::row_head},
                     {.text = concern.matter},
                     {.text = concern.raising_board},
                     {.text = concern.safeguarding_board},
                     {.text = workflows::text::capitalised(workflows::to_words(concern.state))},
                     {.text = concern_next_words(concern.state)},
                     {.text = by_words(line),
                      .tag = line.overdue ? templates::tag_class(templates::TagColour::red)
                                          : std::string_view()}});
    }
}

}  // namespace

Result<net::Response> show_concerns(const web::Context& context, db::ReadTx& tx) {
    const auto lines = own_concerns(context, tx);
    View view;
    view.set("caption", "").set("heading", words::safeguarding_concerns);
    view.set("lead", words::list_lead);
    view.set("button_href", web::href(routes::new_concern))
        .set("button_text", words::raise_concern);
    view.list("tables").list("links").flag("has_links", true);
    add_lines(view, words::raised_by_you, lines, true);
    add_lines(view, words::escalated_to_you, lines, false);
    view.set("empty", lines.empty() ? words::no_concerns : "");
    view.add("links").set("text", words::download_csv).set("href", web::href(routes::concerns_csv));
    view.add("links")
        .set("text", words::issues_between_boards)
        .set("href", web::href(routes::issues));
    view.add("links").set("text", words::digest).set("href", web::href(routes::digest));
    auto layout = web::layout_facts(context, words::safeguarding_concerns);
    layout.breadcrumbs = {{words::joint_working, web::href(routes::between_boards)}};
    layout.alternates = {
        {"application/json", words::concerns_json, web::href(routes::concerns_json)},
        {"text/csv", words::concerns_csv, web::href(routes::concerns_csv)}};
    return web::html_response(context, "pages/matters.html", layout, view);
}

Result<net::Response> show_concerns_csv(const web::Context& context, db::ReadTx& tx) {
    auto text = workflows::text::csv_line({"reference", "raised_by", "safeguarding_board", "about",
                                           "raised_on", "state", "since", "acknowledge_by",
                                           "overdue", "feedback_on"});
    for (const auto& line : own_concerns(context, tx)) {
        const auto& concern = line.row.concern;
        const auto by =
            line.row.acknowledge_by ? workflows::iso(*line.row.acknowledge_by) : std::string();
        text += workflows::text::csv_line(
            {line.row.reference, concern.raising_board, concern.safeguarding_board, concern.matter,
             workflows::iso(concern.raised_on), workflows::to_text(concern.state),
             workflows::iso(line.row.since), by, line.overdue ? "yes" : "no", line.feedback});
    }
    return web::text_response(std::move(text), "text/csv; charset=utf-8");
}

Result<net::Response> show_concerns_json(const web::Context& context, db::ReadTx& tx) {
    boost::json::object out;
    auto& concerns = out["concerns"].emplace_array();
    for (const auto& line : own_concerns(context, tx)) {
        const auto& concern = line.row.concern;
        concerns.push_back(
            {{"id", line.row.id},
             {"reference", line.row.reference},
             {"raised_by", concern.raising_board},
             {"safeguarding_board", concern.safeguarding_board},
             {"about", concern.matter},
             {"raised_on", workflows::iso(concern.raised_on)},
             {"state", workflows::to_text(concern.state)},
             {"since", workflows::iso(line.row.since)},
             {"acknowledge_by",
              line.row.acknowledge_by ? workflows::iso(*line.row.acknowledge_by) : ""},
             {"overdue", line.overdue},
             {"feedback_on", line.feedback}});
    }
    return web::json_response(boost::json::serialize(out));
}

Result<net::Response> show_new_concern(const web::Context& context, db::ReadTx& tx) {
    const auto today = context.today(tx);
    web::BlockPage page(context, words::raise_title);
    page.crumb(words::safeguarding_concerns, web::href(routes::concerns));
    page.paragraph(words::raise_lead);
    page.warning(words::no_case_data);
    auto& form =
        page.form(web::form_facts(context, web::href(routes::new_concern), words::raise_button));
    const auto own = base::own_boards(context.viewer);
    std::vector<Choice> boards{{.value = "", .label = words::select_board}};
    for (const auto& code : own) {
        const auto board = db::find_board(tx, code);
        boards.push_back({.value = code, .label = board ? board->name : code});
    }
    std::vector<Choice> safeguarding;
    for (const auto& board : safeguarding_boards(tx, today))
        safeguarding.push_back({.value = board.code, .label = board.name});
    form.add("fields", templates::select_field(
                           web::typed_field(context, {"raising_board", words::raising_board,
                                                      own.size() == 1 ? *own.begin() : ""}),
                           boards));
    form.add("fields",
             templates::radios_field(
                 web::typed_field(context, {"safeguarding_board", words::safeguarding_board, "",
                                            words::safeguarding_board_hint}),
                 safeguarding));
    form.add("fields", templates::text_field(web::typed_field(
                           context, {"matter", words::about, "", words::about_hint})));
    form.add("fields", web::date_entry(context, {"raised_on", words::raised_at,
                                                 workflows::iso(today), words::raised_at_hint}));
    page.layout().errors = web::error_links_of(context, form);
    return page.finish();
}

Result<web::Location> post_new_concern(const web::Context& context, db::WriteTx& tx) {
    const auto& form = context.form();
    workflows::Concern concern;
    concern.raising_board = form.get("raising_board");
    if (base::own_boards(context.viewer).count(concern.raising_board) == 0)
        return workflows::invalid("raising_board", words::own_board_missing);
    concern.safeguarding_board = form.get("safeguarding_board");
    concern.matter = form.get("matter");
    const auto day = web::read_date(form, "raised_on");
    if (!day) return day.error();
    if (!*day) return workflows::invalid("raised_on", words::raised_at_missing);
    concern.raised_on = **day;
    const auto raised =
        raise_concern(context.app, web::acting(context, tx), tx, std::move(concern));
    if (!raised) return raised.error();
    return web::href(routes::concern, raised->id) + "?done=saved";
}

}  // namespace server::concerns
