// The form that asks people which dates suit them.
#include "db/boards.hpp"
#include "server/meetings/board_choice.hpp"
#include "server/planning/series_commands.hpp"
#include "server/planning/series_entries.hpp"
#include "server/planning/words.hpp"
#include "server/polls/poll_commands.hpp"
#include "server/polls/poll_entries.hpp"
#include "server/polls/poll_pages.hpp"
#include "server/polls/poll_words.hpp"
#include "server/web/date_entry.hpp"
#include "server/web/form_parts.hpp"
#include "server/web/href.hpp"
#include "server/web/page.hpp"
#include "server/web/routes.hpp"
#include "server/web/who_acts.hpp"
#include "workflows/core/day_lists.hpp"

namespace server::polls {
namespace {

using templates::Choice;
using workflows::Day;

void add_what(const web::Context& context, templates::View& form, const workflows::Board& board) {
    form.add("fields", templates::text_field(web::typed_field(
                           context, {"title", words::subject, "", words::subject_hint})));
    std::vector<Choice> kinds;
    for (const auto& kind : planning::series_kinds()) {
        const bool offered = kind.held_in && kind.kind != workflows::MeetingKind::joint;
        if (offered)
            kinds.push_back({.value = std::string(kind.text), .label = std::string(kind.words)});
    }
    form.add("fields",
             templates::select_field(
                 web::typed_field(context, {"kind", "Type of meeting", "chairs", ""}), kinds));
    for (const auto& [name, label, usual] :
         {std::tuple{"starts", "Starts", "2pm"}, {"ends", "Ends", "4pm"}}) {
        auto field = web::typed_field(context, {name, label, usual, ""});
        field.width = templates::FieldWidth::ten;
        form.add("fields", templates::text_field(field));
    }
    form.add("fields",
             templates::text_field(web::typed_field(context, {"place", "Place", board.place, ""})));
}

void add_officers(const web::Context& context, db::ReadTx& tx, templates::View& form,
                  const std::string& name, const std::string& label) {
    const auto typed = context.error() ? context.form().all(name) : std::vector<std::string>{};
    std::vector<Choice> boards;
    for (const auto& board : db::list_boards(tx)) {
        if (!board.is_active(context.today(tx))) continue;
        const bool chosen = std::find(typed.begin(), typed.end(), board.slug) != typed.end();
        boards.push_back({.value = board.slug, .label = board.name, .chosen = chosen});
    }
    auto field = web::typed_field(context, {name, label, "", ""});
    field.choice_size = templates::ChoiceSize::small;
    form.add("fields", templates::checkboxes_field(field, boards));
}

void add_whom(const web::Context& context, db::ReadTx& tx, templates::View& form,
              const workflows::Board& board) {
    form.add("fields", templates::heading_field("Who to ask"));
    form.add("fields",
             templates::checkbox_field(web::typed_field(context, {"members", board.name, "", ""}),
                                       "All members", context.typed("members", "") == "yes"));
    add_officers(context, tx, form, "chairs", words::chairs);
    add_officers(context, tx, form, "officers", words::lead_officers);
}

// After a refusal each date says what speaks against it, and is then taken as seen.
void add_dates(const web::Context& context, db::ReadTx& tx, templates::View& form) {
    form.add("fields", templates::heading_field("Dates"));
    form.add("fields",
             web::date_entry(context, {"closes_on", words::closing_date, "", words::closing_hint}));
    for (std::size_t number = 1; number <= workflows::poll_days_max; ++number) {
        const auto name = planning::series_field("day", number);
        web::FieldText text{name, words::date_number(number), "", ""};
        if (context.error()) {
            const auto typed = web::read_date(context.form(), name);
            const auto day = typed ? *typed : std::nullopt;
            if (day) {
                text.hint = workflows::weekday_date(*day);
                const auto against =
                    speaks_against_poll_day(context.app, tx, read_audience(context.form()), *day);
                if (!against.empty()) text.hint = words::date_clashes(text.hint, against);
                form.add("fields", templates::hidden_field("seen-" + name, workflows::iso(*day)));
            }
        }
        if (text.hint.empty())
            text.hint = number > 2 ? "Optional" : planning::words::date_example(context.today(tx));
        form.add("fields", web::date_entry(context, text));
    }
}

}  // namespace

Result<net::Response> show_new_poll(const web::Context& context, db::ReadTx& tx) {
    web::BlockPage page(context, words::find_a_date);
    page.crumb("Find a date", web::href(routes::polls));
    const auto codes = context.viewer.boards_served();
    const auto board = db::find_board_by_slug(tx, meetings::chosen_board_slug(context, tx, codes));
    if (!board || !base::may(context.viewer, workflows::Action::act_on_poll, board->code)) {
        page.paragraph(words::which_board_asks);
        return meetings::choose_board(context, page, tx, codes, routes::new_poll,
                                      meetings::EndedBoards::left_out);
    }
    page.caption(board->name);
    page.paragraph(words::poll_intro);
    auto facts = web::form_facts(context, web::href(routes::new_poll), "Send emails");
    facts.cancel_href = web::href(routes::polls);
    auto& form = page.form(facts);
    form.add("fields", templates::hidden_field("board", board->slug));
    add_what(context, form, *board);
    add_whom(context, tx, form, *board);
    add_dates(context, tx, form);
    page.layout().errors = web::error_links_of(context, form);
    return page.finish();
}

Result<web::Location> post_new_poll(const web::Context& context, db::WriteTx& tx) {
    const auto entry = read_new_poll(context.form());
    if (!entry) return entry.error();
    const auto poll = make_poll(context.app, web::acting(context, tx), tx, *entry);
    if (!poll) return poll.error();
    return poll_href(poll->id) + "?done=queued";
}

}  // namespace server::polls
