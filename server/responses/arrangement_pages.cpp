// Working arrangements between two boards: what one owes the other every quarter or year, such as a
// monitoring report or an audit. Each becomes a response that is owed, by itself.
#include <algorithm>

#include "db/boards.hpp"
#include "db/response_arrangements.hpp"
#include "server/responses/handlers.hpp"
#include "server/responses/response_commands.hpp"
#include "server/responses/words.hpp"
#include "server/responses/working_arrangement_commands.hpp"
#include "server/web/date_entry.hpp"
#include "server/web/form_parts.hpp"
#include "server/web/href.hpp"
#include "server/web/page.hpp"
#include "server/web/routes.hpp"
#include "server/web/who_acts.hpp"
#include "workflows/text/utf8.hpp"
#include "workflows/text/words.hpp"

namespace server::responses {
namespace {

using templates::Choice;

std::vector<Choice> board_choices(const web::Context& context, db::ReadTx& tx, bool only_own) {
    const auto own = base::own_boards(context.viewer);
    const auto today = context.today(tx);
    std::vector<Choice> choices{{.value = "", .label = words::select_board}};
    for (const auto& board : db::list_boards(tx)) {
        if (board.is_active(today) && (!only_own || own.contains(board.code)))
            choices.push_back({.value = board.code, .label = board.name});
    }
    return choices;
}

std::vector<db::ArrangementRow> own_arrangements(const web::Context& context, db::ReadTx& tx) {
    std::vector<db::ArrangementRow> rows;
    for (const auto& board : base::own_boards(context.viewer)) {
        for (auto& row : db::list_arrangements_of(tx, board)) {
            const bool known = std::any_of(rows.begin(), rows.end(),
                                           [&](const auto& one) { return one.id == row.id; });
            if (!known) rows.push_back(std::move(row));
        }
    }
    return rows;
}

std::string next_words(const db::ArrangementRow& row) {
    if (!row.ended_on) return workflows::weekday_date(row.next_due);
    if (row.end_reason.empty()) return words::ended_on(*row.ended_on);
    return words::ended_by(*row.ended_on, row.owing_board, row.end_reason);
}

void add_table(web::BlockPage& page, const std::vector<db::ArrangementRow>& rows) {
    auto& table = page.table(words::arrangements, {{.text = words::what_is_due},
                                                   {.text = words::from_and_to},
                                                   {.text = words::how_often},
                                                   {.text = words::next_due}});
    for (const auto& row : rows) {
        templates::add_table_row(table, {{.text = row.title, .kind = templates::CellKind::row_head},
                                         {.text = row.owing_board + " to " + row.asking_board},
                                         {.text = cadence_words(row.every_months)},
                                         {.text = next_words(row)}});
    }
}

void add_ending(const web::Context& context, web::BlockPage& page,
                const std::vector<db::ArrangementRow>& rows) {
    std::vector<Choice> choices{{.value = "", .label = words::select_arrangement}};
    for (const auto& row : rows) {
        if (!row.ended_on)
            choices.push_back(
                {.value = row.id,
                 .label = row.title + ", " + row.owing_board + " to " + row.asking_board});
    }
    if (choices.size() == 1) return;
    page.heading(words::end_an_arrangement);
    auto& form = page.form(web::form_facts(context, web::href(routes::responses_arrangements_end),
                                           words::end_arrangement));
    form.add("fields",
             templates::select_field(web::typed_field(context, {"arrangement", words::arrangement}),
                                     choices));
    form.add("fields", templates::textarea_field(web::typed_field(
                           context, {"reason", words::end_reason, "", words::end_reason_hint})));
    page.layout().errors = web::error_links_of(context, form);
}

void add_form(const web::Context& context, db::ReadTx& tx, web::BlockPage& page) {
    page.heading(words::add_an_arrangement);
    auto& form = page.form(web::form_facts(context, web::href(routes::responses_arrangements),
                                           words::add_arrangement));
    form.add("fields", templates::select_field(
                           web::typed_field(context, {"asking_board", words::receiving_board}),
                           board_choices(context, tx, true)));
    form.add("fields", templates::select_field(
                           web::typed_field(context, {"owing_board", words::providing_board}),
                           board_choices(context, tx, false)));
    form.add("fields", templates::text_field(web::typed_field(
                           context, {"title", words::what_is_due, "", words::what_is_due_hint})));
    std::vector<Choice> cadences;
    for (const int months : arrangement_months)
        cadences.push_back({.value = std::to_string(months), .label = cadence_words(months)});
    form.add("fields",
             templates::radios_field(
                 web::typed_field(context, {"every_months", words::how_often_question}), cadences));
    form.add("fields", web::date_entry(context, {"next_due", words::first_due}));
    page.layout().errors = web::error_links_of(context, form);
}

Result<db::ArrangementRow> read_arrangement(const web::Context& context, db::ReadTx& tx) {
    const auto& form = context.form();
    db::ArrangementRow row;
    row.asking_board = form.get("asking_board");
    if (!base::own_boards(context.viewer).contains(row.asking_board))
        return workflows::invalid("asking_board", words::own_board_missing);
    row.owing_board = form.get("owing_board");
    if (!db::find_board(tx, row.owing_board) || row.owing_board == row.asking_board)
        return workflows::invalid("owing_board", words::other_board_missing);
    row.title = form.get("title");
    if (workflows::text::is_blank(row.title))
        return workflows::invalid("title", words::what_is_due_missing);
    if (workflows::text::characters(row.title) > workflows::title_characters_max)
        return workflows::invalid("title", words::title_too_long);
    const auto months =
        std::find_if(arrangement_months.begin(), arrangement_months.end(),
                     [&](int each) { return std::to_string(each) == form.get("every_months"); });
    if (months == arrangement_months.end())
        return workflows::invalid("every_months", words::how_often_missing);
    row.every_months = *months;
    const auto day = web::read_date(form, "next_due");
    if (!day) return day.error();
    if (!*day || **day <= context.today(tx))
        return workflows::invalid("next_due", words::first_due_missing);
    row.next_due = **day;
    return row;
}

}  // namespace

Result<net::Response> show_arrangements(const web::Context& context, db::ReadTx& tx) {
    web::BlockPage page(context, words::arrangements_title);
    page.crumb(words::joint_working, web::href(routes::between_boards))
        .crumb(words::responses, web::href(routes::responses));
    page.paragraph(words::arrangements_lead(arrangement_lead_days));
    const auto rows = own_arrangements(context, tx);
    if (rows.empty()) page.inset(words::no_arrangements);
    if (!rows.empty()) add_table(page, rows);
    add_form(context, tx, page);
    add_ending(context, page, rows);
    return page.finish();
}

Result<web::Location> add_arrangement(const web::Context& context, db::WriteTx& tx) {
    const auto read = read_arrangement(context, tx);
    if (!read) return read.error();
    const auto added = add_arrangement(context.app, web::acting(context, tx), tx, {*read});
    if (!added) return added.error();
    return web::href(routes::responses_arrangements) + "?done=added";
}

Result<web::Location> end_arrangement(const web::Context& context, db::WriteTx& tx) {
    const auto id = context.form().get("arrangement");
    if (id.empty()) return workflows::invalid("arrangement", words::arrangement_missing);
    const EndArrangement command{id, context.form().get("reason"),
                                 base::own_boards(context.viewer)};
    const auto ended = end_arrangement(context.app, web::acting(context, tx), tx, command);
    if (!ended) return ended.error();
    return web::href(routes::responses_arrangements) + "?done=saved";
}

}  // namespace server::responses
