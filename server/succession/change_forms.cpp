// The two forms that propose a change of boards.
#include <algorithm>

#include "db/boards.hpp"
#include "server/succession/change_pages.hpp"
#include "server/succession/succession_commands.hpp"
#include "server/web/date_entry.hpp"
#include "server/web/href.hpp"
#include "server/web/page.hpp"
#include "server/web/routes.hpp"

namespace server::succession {
namespace {

using templates::Choice;

std::string board_words(const workflows::Board& board) {
    return board.name + " (" + board.code + ")";
}

// Those that nobody has taken over from.
std::vector<Choice> board_choices(db::ReadTx& tx, const std::vector<std::string>& chosen) {
    std::vector<Choice> choices;
    for (const auto& board : db::list_boards(tx)) {
        if (!board.succeeded_by.empty()) continue;
        const bool is_chosen = std::ranges::find(chosen, board.code) != chosen.end();
        choices.push_back({board.code, board_words(board), "", is_chosen});
    }
    return choices;
}

std::vector<Choice> select_choices(db::ReadTx& tx) {
    std::vector<Choice> choices{{.value = "", .label = "Choose a board"}};
    for (auto& choice : board_choices(tx, {}))
        choices.push_back(std::move(choice));
    return choices;
}

void add_day(const web::Context& context, db::ReadTx& tx, templates::View& form) {
    form.add("fields",
             web::date_entry(context, {"on", "From", workflows::iso(context.today(tx)),
                                       "The first day on which it holds. On a day to come it takes "
                                       "effect by itself"}));
}

Result<workflows::Day> read_day(const web::Form& form) {
    const auto day = web::read_date(form, "on");
    if (!day) return day.error();
    if (!*day) return workflows::invalid("on", "Enter the first day on which it holds");
    return **day;
}

}  // namespace

Result<net::Response> show_rename_form(const web::Context& context, db::ReadTx& tx) {
    web::BlockPage page(context, "Give a board another name or address");
    page.crumb("Boards", web::href(routes::boards))
        .crumb("Boards that change", web::href(routes::changes));
    page.paragraph("Its code stays, so that records and imports still know it.");
    auto facts = web::form_facts(context, web::href(routes::changes_rename), "Continue");
    facts.cancel_href = web::href(routes::changes);
    auto& form = page.form(facts);
    const auto board = db::find_board(tx, context.request.query_value("board"));
    form.add("fields", templates::select_field(
                           web::typed_field(context, {"board", "Board", board ? board->code : ""}),
                           select_choices(tx)));
    form.add("fields", templates::text_field(
                           web::typed_field(context, {"name", "Name", board ? board->name : ""})));
    form.add("fields", templates::text_field(web::typed_field(
                           context, {"slug", "Address", board ? board->slug : "",
                                     "What follows /boards/ in the address of its page, like "
                                     "safer-oxfordshire. The old address leads to the new one"})));
    add_day(context, tx, form);
    return page.finish();
}

Result<web::Location> post_rename(const web::Context& context, db::WriteTx& tx) {
    const auto& form = context.form();
    const auto day = read_day(form);
    if (!day) return day.error();
    const auto batch =
        propose_rename(tx, {form.get("board"), form.get("name"), form.get("slug"), *day});
    if (!batch) return batch.error();
    return web::href(routes::change, *batch);
}

Result<net::Response> show_succession_form(const web::Context& context, db::ReadTx& tx) {
    web::BlockPage page(context, "Another board takes over");
    page.crumb("Boards", web::href(routes::boards))
        .crumb("Boards that change", web::href(routes::changes));
    page.paragraph(
        "Choose several boards to merge them into one. You see what will move before anything "
        "is recorded.");
    auto facts = web::form_facts(context, web::href(routes::changes_succession), "Continue");
    facts.cancel_href = web::href(routes::changes);
    auto& form = page.form(facts);
    const auto chosen = context.form().all("boards");
    form.add("fields", templates::checkboxes_field(
                           web::typed_field(context, {"boards", "Board or boards that end"}),
                           board_choices(tx, chosen)));
    form.add("fields", templates::select_field(
                           web::typed_field(context, {"successor", "Board that takes over"}),
                           select_choices(tx)));
    add_day(context, tx, form);
    form.add(
        "fields",
        templates::radios_field(
            web::typed_field(context, {"meetings", "Meetings that the old board has from that day",
                                       "hand_over"}),
            {{"hand_over", "Hand them over", "They become meetings of the new board"},
             {"leave", "Leave them", "The old board still holds or cancels them"}}));
    return page.finish();
}

Result<web::Location> post_succession(const web::Context& context, db::WriteTx& tx) {
    const auto& form = context.form();
    Succession succession;
    succession.boards = form.all("boards");
    succession.successor = form.get("successor");
    const auto day = read_day(form);
    if (!day) return day.error();
    succession.on = *day;
    const auto meetings = workflows::from_text<workflows::ComingMeetings>(form.get("meetings"));
    if (!meetings) return workflows::invalid("meetings", "Choose what becomes of the meetings");
    succession.meetings = *meetings;
    const auto batch = propose_succession(tx, succession);
    if (!batch) return batch.error();
    return web::href(routes::change, *batch);
}

}  // namespace server::succession
