// One return as the office reads it, accepts it or sends it back.
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

struct Chosen {
    workflows::Board board;
    db::RegisterReturn row;
};

Result<Chosen> chosen_of(const web::Context& context, db::ReadTx& tx) {
    const auto year = read_return_year(context.param("year"));
    const auto board = db::find_board_by_slug(tx, context.param("board"));
    auto row = year && board ? db::find_return(tx, board->code, *year) : std::nullopt;
    if (!row) return workflows::not_found(words::no_such_return);
    return Chosen{*board, *std::move(row)};
}

void add_judgement(const web::Context& context, db::ReadTx& tx, web::BlockPage& page,
                   const Chosen& chosen) {
    const auto& row = chosen.row;
    const auto href_of = [&](ReturnEvent event) {
        return web::href(routes::register_return_step, row.year, chosen.board.slug,
                         workflows::to_text(event));
    };
    const auto version = std::to_string(row.version);
    const auto actor = return_actor(web::acting(context, tx), tx, row);
    if (row.state == ReturnState::submitted && actor.may_accept()) {
        page.form(web::form_facts(context, href_of(ReturnEvent::accept), "Accept this return"))
            .add("fields", templates::hidden_field("version", version));
    } else if (row.state == ReturnState::submitted && !actor.submitted_it) {
        page.inset(words::own_board);
    } else if (row.state == ReturnState::submitted) {
        page.inset(words::own_return_page);
    }
    page.heading("Send back");
    auto facts = web::form_facts(context, href_of(ReturnEvent::send_back), words::send_back);
    facts.button = templates::FormButton::warning;
    auto& form = page.form(facts);
    form.add("fields", templates::hidden_field("version", context.typed("version", version)));
    form.add("fields",
             templates::textarea_field(web::typed_field(
                 context, {"comment", words::what_to_change, "", words::what_to_change_hint})));
    page.layout().errors = web::error_links_of(context, form);
}

}  // namespace

Result<net::Response> show_return(const web::Context& context, db::ReadTx& tx) {
    const auto chosen = chosen_of(context, tx);
    if (!chosen) return chosen.error();
    const auto& row = chosen->row;
    web::BlockPage page(context, words::returns_for(row.year));
    page.caption(chosen->board.name);
    page.tag(workflows::text::capitalised(workflows::to_words(row.state)),
             return_colour(row.state));
    page.crumb("Annual returns", web::href(routes::return_years))
        .crumb(std::to_string(row.year), returns_href(row.year));
    if (!is_return_filed(row)) {
        page.lead(words::not_submitted(workflows::long_date(row.due)));
        if (!row.comment.empty()) page.inset(words::sent_back(row.comment));
        page.paragraph(words::shown_later);
        return page.finish();
    }
    std::vector<templates::SummaryRow> facts{
        {"Completed", completed_words(row), "", ""},
        {words::last_meeting_then, row.last_meeting.words(), "", ""}};
    for (const auto& text : workflows::return_texts())
        facts.push_back({std::string(text.label), row.texts.*text.text, "", ""});
    facts.push_back({"Website", row.texts.website.empty() ? "None" : row.texts.website,
                     boards::website_href(row.texts.website), ""});
    page.summary(facts);
    add_judgement(context, tx, page, *chosen);
    return page.finish();
}

Result<web::Location> judge_return(const web::Context& context, db::WriteTx& tx) {
    const auto chosen = chosen_of(context, tx);
    if (!chosen) return chosen.error();
    const auto event = workflows::from_text<ReturnEvent>(context.param("event"));
    if (event != ReturnEvent::accept && event != ReturnEvent::send_back)
        return workflows::not_found("");
    const JudgeReturn judgement{*event, web::version_of(context.form()),
                                without_end_blanks(context.form().get("comment"))};
    if (auto judged =
            judge_return(context.app, web::acting(context, tx), tx, chosen->row, judgement);
        !judged)
        return judged.error();
    return web::href(routes::register_return, chosen->row.year, chosen->board.slug) +
           (event == ReturnEvent::accept ? "?done=return-accepted" : "?done=return-sent-back");
}

}  // namespace server::partnership_register
