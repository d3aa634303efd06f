#include "server/polls/poll_pages.hpp"

#include <algorithm>
#include <set>

#include "db/boards.hpp"
#include "db/meetings.hpp"
#include "server/letters/link_types.hpp"
#include "server/meetings/meeting_words.hpp"
#include "server/polls/poll_commands.hpp"
#include "server/polls/poll_entries.hpp"
#include "server/polls/poll_words.hpp"
#include "server/web/form_parts.hpp"
#include "server/web/href.hpp"
#include "server/web/page.hpp"
#include "server/web/routes.hpp"
#include "server/web/versions.hpp"
#include "server/web/who_acts.hpp"
#include "workflows/text/words.hpp"

namespace server::polls {
namespace {

using templates::Cell;
using templates::CellKind;
using workflows::Day;
using workflows::PollState;

constexpr int reason_rows = 3;

std::string answered_words(const std::vector<PollGuest>& guests) {
    const auto count = std::count_if(guests.begin(), guests.end(), has_answered);
    return words::replied(static_cast<std::size_t>(count), guests.size());
}

std::string answered_words(const std::vector<db::PollPerson>& people) {
    const auto count = std::ranges::count_if(
        people, [](const db::PollPerson& one) { return one.answered_at.has_value(); });
    return words::replied(static_cast<std::size_t>(count), people.size());
}

std::string standing_words(const db::PollRow& poll, Day today) {
    if (poll.state == PollState::closed) return "Date agreed";
    if (poll.state == PollState::cancelled) return "Cancelled";
    return poll.closes_on < today ? words::closed_select_date : "Open";
}

void add_answers(web::BlockPage& page, const db::PollRow& poll,
                 const std::vector<PollGuest>& guests) {
    std::vector<Cell> columns{{.text = "Post"}};
    for (const auto day : poll.days)
        columns.push_back({.text = workflows::weekday_date(day)});
    auto& table = page.table("Replies", columns);
    for (const auto& guest : guests) {
        std::vector<Cell> cells{{.text = guest.person.post, .kind = CellKind::row_head}};
        for (const auto day : poll.days) {
            const auto found = guest.answers.answers.find(day);
            cells.push_back({.text = found == guest.answers.answers.end()
                                         ? "no reply"
                                         : std::string(workflows::to_words(found->second))});
        }
        templates::add_table_row(table, cells);
    }
    const auto totals = totals_of(poll, guests);
    for (const auto& [name, count] : {std::pair{"Yes", &workflows::PollTotal::yes},
                                      {"If need be", &workflows::PollTotal::if_need_be},
                                      {"No", &workflows::PollTotal::no}}) {
        std::vector<Cell> cells{{.text = words::total(name), .kind = CellKind::row_head}};
        for (const auto& total : totals)
            cells.push_back({.text = std::to_string(total.*count)});
        templates::add_table_row(table, cells);
    }
}

templates::View& step_form(const web::Context& context, web::BlockPage& page,
                           const db::PollRow& poll, const web::Address& step,
                           const std::string& label,
                           templates::FormButton button = templates::FormButton::normal) {
    auto facts = web::form_facts(context, web::href(step, poll.id), label);
    facts.button = button;
    auto& form = page.form(facts);
    form.add("fields", templates::hidden_field("version", std::to_string(poll.version)));
    return form;
}

void add_close_form(const web::Context& context, web::BlockPage& page, const db::PollRow& poll,
                    const std::vector<PollGuest>& guests) {
    const auto totals = totals_of(poll, guests);
    const auto best = workflows::best_poll_day(totals);
    std::vector<templates::Choice> days;
    for (const auto& total : totals) {
        auto hint = total.day == best ? words::best_tally(total.yes, total.if_need_be, total.no)
                                      : words::tally(total.yes, total.if_need_be, total.no);
        days.push_back({.value = workflows::iso(total.day),
                        .label = workflows::long_date(total.day),
                        .hint = hint});
    }
    page.heading("Select a date");
    auto& form = step_form(context, page, poll, routes::poll_close, "Create meeting");
    form.add("fields",
             templates::radios_field(
                 web::typed_field(context, {"day", "Meeting date",
                                            best ? workflows::iso(*best) : "", words::all_invited}),
                 days));
}

void add_steps(const web::Context& context, db::ReadTx& tx, web::BlockPage& page,
               const db::PollRow& poll, const std::vector<PollGuest>& guests) {
    const bool may = workflows::allowed(workflows::Action::act_on_poll, context.relations);
    if (!may || poll.state != PollState::open) return;
    const auto waiting = static_cast<std::size_t>(std::count_if(
        guests.begin(), guests.end(), [](const auto& g) { return !has_answered(g); }));
    if (waiting > 0 && poll.closes_on >= context.today(tx)) {
        page.heading(words::remind_heading);
        step_form(context, page, poll, routes::poll_chase,
                  words::send_reminders(static_cast<std::size_t>(waiting)));
    }
    add_close_form(context, page, poll, guests);
    page.heading("Cancel this poll");
    auto& form = step_form(context, page, poll, routes::poll_cancel, "Cancel this poll",
                           templates::FormButton::warning);
    form.add("fields", templates::textarea_field(
                           web::typed_field(context, {"reason", "Reason", "", words::cancel_hint}),
                           reason_rows));
}

std::vector<db::PollRow> visible_polls(const web::Context& context, db::ReadTx& tx) {
    std::vector<db::PollRow> polls;
    for (const auto& board : base::own_boards(context.viewer)) {
        for (auto& poll : db::list_polls(tx, board))
            polls.push_back(std::move(poll));
    }
    return polls;
}

ShownPoll shown_poll(const web::Context& context) {
    return {context.param("poll"), web::version_of(context.form())};
}

}  // namespace

Result<net::Response> show_polls(const web::Context& context, db::ReadTx& tx) {
    web::BlockPage page(context, words::polls_heading);
    page.crumb("Joint working", web::href(routes::between_boards));
    if (workflows::allowed(workflows::Action::make_poll, context.relations))
        page.button(words::new_poll, web::href(routes::new_poll));
    const auto polls = visible_polls(context, tx);
    if (polls.empty()) {
        page.paragraph(words::no_polls);
        return page.finish();
    }
    auto& table = page.table(words::your_polls, {{.text = "Subject"},
                                                 {.text = "Board"},
                                                 {.text = "Reply by"},
                                                 {.text = "Status"},
                                                 {.text = "Replies"}});
    std::set<std::string> ids;
    for (const auto& poll : polls)
        ids.insert(poll.id);
    auto people = db::list_poll_people(tx, ids);
    for (const auto& poll : polls)
        templates::add_table_row(
            table,
            {Cell{poll.title, poll_href(poll.id), CellKind::row_head}, Cell{poll.board},
             Cell{workflows::weekday_date(poll.closes_on)},
             Cell{standing_words(poll, context.today(tx))}, Cell{answered_words(people[poll.id])}});
    return page.finish();
}

Result<net::Response> show_poll(const web::Context& context, db::ReadTx& tx) {
    const auto poll = db::load_poll(tx, context.param("poll"));
    if (!poll) return poll.error();
    const auto board = db::load_board(tx, poll->board);
    if (!board) return board.error();
    const auto guests = poll_guests(tx, poll->id);
    web::BlockPage page(context, poll->title);
    page.crumb("Find a date", web::href(routes::polls)).caption(board->name);
    page.layout().wide = true;
    page.layout().alternates = {
        {"application/json", "Replies (JSON)", web::href(routes::poll_json, poll->id)},
        {"text/csv", "Replies (CSV)", web::href(routes::poll_csv, poll->id)}};
    page.lead(words::poll_lead(answered_words(guests), standing_words(*poll, context.today(tx))));
    page.summary({{"Closing date", workflows::long_date(poll->closes_on), "", ""},
                  {"Place", poll->place.empty() ? "To be confirmed" : poll->place, "", ""}});
    if (const auto meeting = db::find_meeting(tx, poll->meeting))
        page.link(words::poll_meeting(meetings::when_words(*meeting)),
                  meetings::meeting_href(*meeting));
    if (poll->state == PollState::cancelled) page.inset(words::poll_cancelled(poll->reason));
    add_answers(page, *poll, guests);
    page.list({{words::replies_json, web::href(routes::poll_json, poll->id)},
               {words::replies_csv, web::href(routes::poll_csv, poll->id)}});
    add_steps(context, tx, page, *poll, guests);
    return page.finish();
}

Result<net::Response> show_poll_json(const web::Context& context, db::ReadTx& tx) {
    const auto poll = db::load_poll(tx, context.param("poll"));
    if (!poll) return poll.error();
    return web::json_response(poll_json(*poll, poll_guests(tx, poll->id)));
}

Result<net::Response> show_poll_csv(const web::Context& context, db::ReadTx& tx) {
    const auto poll = db::load_poll(tx, context.param("poll"));
    if (!poll) return poll.error();
    return web::text_response(poll_csv(*poll, poll_guests(tx, poll->id)),
                              "text/csv; charset=utf-8");
}

Result<web::Location> post_poll_chase(const web::Context& context, db::WriteTx& tx) {
    const auto shown = shown_poll(context);
    const auto chased = chase_poll(context.app, tx, shown);
    if (!chased) return chased.error();
    return poll_href(shown.poll) + "?done=queued";
}

Result<web::Location> post_poll_close(const web::Context& context, db::WriteTx& tx) {
    const auto day = workflows::parse_day(context.form().get("day"), "day");
    const auto meeting = close_poll(context.app, web::acting(context, tx), tx, shown_poll(context),
                                    day ? std::optional(*day) : std::nullopt);
    if (!meeting) return meeting.error();
    return web::href(routes::meeting_workspace, *meeting) + "?done=confirmed";
}

Result<web::Location> post_poll_cancel(const web::Context& context, db::WriteTx& tx) {
    const auto reason = read_cancel_reason(context.form());
    if (!reason) return reason.error();
    const auto shown = shown_poll(context);
    if (auto done = cancel_poll(context.app, tx, shown, *reason); !done) return done.error();
    return poll_href(shown.poll) + "?done=saved";
}

Result<net::Response> show_poll_form(const web::Context& context, db::ReadTx& tx,
                                     const db::MailLink& link) {
    const auto poll = db::load_poll(tx, link.subject);
    if (!poll) return poll.error();
    const auto board = db::load_board(tx, poll->board);
    if (!board) return board.error();
    if (!is_still_asked(tx, link)) return workflows::not_found(words::seat_gone);
    auto page = letters::mail_link_page(context, tx, link, words::which_dates);
    page.caption(board->name);
    page.summary({{"Subject", poll->title, "", ""},
                  {"Place", poll->place.empty() ? "To be confirmed" : poll->place, "", ""},
                  {"Reply by", workflows::long_date(poll->closes_on), "", ""}});
    if (!workflows::takes_answers(poll->state, poll->closes_on, context.today(tx))) {
        page.inset(workflows::no_answers_error(poll->state, poll->closes_on).message);
        return page.finish();
    }
    workflows::PollAnswers said;
    for (const auto& one : db::list_poll_people(tx, poll->id)) {
        if (one.person == link.person) said = one.answers;
    }
    if (!said.empty()) page.inset(words::replies_recorded(workflows::long_date(poll->closes_on)));
    auto& form =
        page.form(web::form_facts(context, letters::mail_link_path(context), "Send my reply"));
    for (const auto day : poll->days) {
        const auto found = said.find(day);
        auto field = web::typed_field(
            context,
            {"answer-" + workflows::iso(day), workflows::long_date(day),
             found == said.end() ? "" : std::string(workflows::to_text(found->second)), ""});
        field.choice_size = templates::ChoiceSize::small;
        form.add("fields",
                 templates::radios_field(field, {{.value = "yes", .label = "Yes"},
                                                 {.value = "if_need_be", .label = "If need be"},
                                                 {.value = "no", .label = "No"}}));
    }
    page.layout().errors = web::error_links_of(context, form);
    return page.finish();
}

Result<web::Location> answer_poll_form(const web::Context& context, db::WriteTx& tx,
                                       const db::MailLink& link) {
    const auto poll = db::load_poll(tx, link.subject);
    if (!poll) return poll.error();
    if (auto done = answer_poll(tx, *poll, link, read_poll_answers(context.form(), *poll)); !done)
        return done.error();
    return letters::mail_link_path(context);
}

}  // namespace server::polls
