// The form by which a board makes its yearly return: saved as a draft, then submitted.
#include "db/boards.hpp"
#include "server/boards/board_facts.hpp"
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
#include "workflows/text/words.hpp"

namespace server::partnership_register {
namespace {

using workflows::ReturnEvent;
using workflows::ReturnState;

constexpr int textarea_rows = 8;

struct Asked {
    workflows::Board board;
    db::RegisterReturn row;
};

Result<Asked> asked_of(const web::Context& context, db::ReadTx& tx) {
    const auto board = db::find_board_by_slug(tx, context.param("board"));
    const auto year = read_return_year(context.param("year"));
    if (!board || !year) return workflows::not_found(words::no_such_return);
    auto row = db::find_return(tx, board->code, *year);
    if (!row) return workflows::not_found(words::not_requested(board->name, *year));
    return Asked{*board, *std::move(row)};
}

bool is_open(ReturnState state) {
    return state != ReturnState::submitted && state != ReturnState::accepted &&
           state != ReturnState::closed;
}

void add_texts(const web::Context& context, templates::View& form,
               const workflows::ReturnTexts& texts) {
    for (const auto& row : workflows::return_texts()) {
        form.add("fields",
                 templates::textarea_field(
                     web::typed_field(context, {std::string(row.field), std::string(row.label),
                                                texts.*row.text, words::length_hint}),
                     textarea_rows));
    }
    form.add("fields", templates::text_field(web::typed_field(
                           context, {"website", "Website", texts.website, words::website_hint})));
}

void add_completion(const web::Context& context, templates::View& form, workflows::Day today) {
    form.add("fields", web::date_entry(context, {"completed", "Date completed",
                                                 workflows::iso(today), words::completed_hint}));
    const auto& error = context.error();
    if (error && error->field == "use_anyway") {
        auto field = web::typed_field(context, {"use_anyway", words::completed_early});
        form.add("fields", templates::checkbox_field(field, words::earlier_date, false));
    }
}

void set_facts(templates::View& view, db::ReadTx& tx, const Asked& asked, workflows::Day today) {
    const auto meetings = boards::board_entry(tx, asked.board, today);
    templates::add_summary(view, {"Due", workflows::long_date(asked.row.due), "", ""});
    templates::add_summary(
        view, {"Last meeting", boards::meeting_words(meetings.last, "None recorded"), "", ""});
    templates::add_summary(
        view, {"Next meeting", boards::meeting_words(meetings.next, "None scheduled"), "", ""});
}

net::Response form_page(const web::Context& context, db::ReadTx& tx, const Asked& asked) {
    const auto& [board, row] = asked;
    const auto today = context.today(tx);
    templates::View view;
    const auto heading = words::return_heading(row.year);
    view.set("heading", heading).set("caption", board.name);
    templates::set_tag(view, workflows::text::capitalised(workflows::to_words(row.state)),
                       row.state == ReturnState::sent_back ? templates::TagColour::orange
                                                           : templates::TagColour::grey);
    view.set("comment", row.state == ReturnState::sent_back ? row.comment : "");
    view.flag("prefilled", row.state == ReturnState::asked);
    view.list("summary");
    set_facts(view, tx, asked, today);
    view.set("action", return_href(board.slug, row.year)).set("csrf_token", context.form_token());
    view.list("fields");
    add_texts(
        context, view,
        row.state == ReturnState::asked ? prefilled_texts(tx, board.code, row.year) : row.texts);
    add_completion(context, view, today);
    view.add("fields", templates::hidden_field(
                           "version", context.typed("version", std::to_string(row.version))));
    auto layout = web::layout_facts(context, heading);
    layout.board_name = board.name;
    layout.breadcrumbs = {{"Boards", web::href(routes::boards)},
                          {board.name, boards::board_href(board)}};
    layout.errors = web::error_links_of(context, view);
    return web::html_response(context, "pages/register_return.html", layout, view);
}

net::Response filed_page(const web::Context& context, const Asked& asked) {
    const auto& [board, row] = asked;
    web::BlockPage page(context, words::return_heading(row.year));
    page.caption(board.name);
    page.crumb("Boards", web::href(routes::boards)).crumb(board.name, boards::board_href(board));
    const bool accepted = row.state == ReturnState::accepted;
    page.tag(workflows::text::capitalised(workflows::to_words(row.state)),
             accepted ? templates::TagColour::green : templates::TagColour::blue);
    page.lead(row.state == ReturnState::closed ? words::return_closed
              : accepted                       ? words::return_accepted
                                               : words::return_submitted);
    std::vector<templates::SummaryRow> rows;
    if (row.completed) rows.push_back({"Completed", completed_words(row), "", ""});
    for (const auto& text : workflows::return_texts())
        rows.push_back({std::string(text.label), row.texts.*text.text, "", ""});
    rows.push_back({"Website", row.texts.website.empty() ? "None" : row.texts.website,
                    boards::website_href(row.texts.website), ""});
    page.summary(rows);
    return page.finish();
}

constexpr std::size_t website_characters_max = 500;

Result<workflows::ReturnTexts> read_texts(const web::Form& form) {
    workflows::ReturnTexts texts;
    for (const auto& row : workflows::return_texts())
        texts.*row.text = without_end_blanks(form.get(row.field));
    texts.website = without_end_blanks(form.get("website"));
    const bool good =
        texts.website.empty() || (texts.website.size() <= website_characters_max &&
                                  texts.website.find_first_of(" \t<>\"'\n") == std::string::npos &&
                                  !boards::website_href(texts.website).empty());
    if (!good) return workflows::invalid("website", words::enter_website);
    return texts;
}

Result<FileReturn> read_return(const web::Form& form) {
    FileReturn entry;
    entry.event = form.get("step") == "submit" ? ReturnEvent::submit : ReturnEvent::save;
    entry.version = web::version_of(form);
    auto texts = read_texts(form);
    if (!texts) return texts.error();
    entry.texts = *std::move(texts);
    if (entry.event == ReturnEvent::save) return entry;
    const auto completed = web::read_date(form, "completed");
    if (!completed) return completed.error();
    entry.completed = *completed;
    entry.use_anyway = form.get("use_anyway") == "yes";
    return entry;
}

}  // namespace

Result<net::Response> show_return_form(const web::Context& context, db::ReadTx& tx) {
    const auto asked = asked_of(context, tx);
    if (!asked) return asked.error();
    if (!is_open(asked->row.state)) return filed_page(context, *asked);
    return form_page(context, tx, *asked);
}

Result<web::Location> post_return_form(const web::Context& context, db::WriteTx& tx) {
    const auto asked = asked_of(context, tx);
    if (!asked) return asked.error();
    const auto entry = read_return(context.form());
    if (!entry) return entry.error();
    const bool submits = entry->event == ReturnEvent::submit;
    if (auto filed = file_return(web::acting(context, tx), tx, asked->row, *entry); !filed)
        return filed.error();
    return return_href(asked->board.slug, asked->row.year) +
           (submits ? "?done=return-submitted" : "?done=saved");
}

}  // namespace server::partnership_register
