// The mail queue: what waits, what went wrong and what to do about it, one message, one mail-out.
#include <algorithm>
#include <charconv>
#include <map>

#include "db/audit.hpp"
#include "db/boards.hpp"
#include "db/meetings.hpp"
#include "db/outbox.hpp"
#include "db/outbox_events.hpp"
#include "server/base/app.hpp"
#include "server/base/limits.hpp"
#include "server/letters/handlers.hpp"
#include "server/letters/letter.hpp"
#include "server/letters/mail_preview.hpp"
#include "server/letters/mail_words.hpp"
#include "server/letters/words.hpp"
#include "server/web/href.hpp"
#include "server/web/page.hpp"
#include "server/web/routes.hpp"
#include "workflows/meetings/meeting_words.hpp"

namespace server::letters {
namespace {

using db::OutboxState;
using templates::Cell;
using templates::CellKind;

constexpr int events_shown_max = 50;

// Whose mail somebody sees: an administrator all of it, a secretary that of their boards.
struct Scope {
    bool everything = false;
    std::vector<std::string> boards;
};

Scope scope_of(const base::Viewer& viewer) {
    return {base::may(viewer, workflows::Action::read_board_mail), viewer.boards_served()};
}

long long number_of(std::string_view text) {
    long long number = 0;
    const auto end = text.data() + text.size();
    const auto read = std::from_chars(text.data(), end, number);
    return read.ec == std::errc() && read.ptr == end && number > 0 ? number : 0;
}

std::string what_of(const db::OutboxRow& row) {
    for (const auto& kind : letter_kinds()) {
        if (kind.name == row.template_name) return std::string(kind.what);
    }
    return row.template_name;
}

int count_of(const std::vector<db::StateCount>& counts, std::initializer_list<OutboxState> states) {
    int sum = 0;
    for (const auto& count : counts) {
        if (std::find(states.begin(), states.end(), count.state) != states.end())
            sum += count.count;
    }
    return sum;
}

// `path`: of the list without a state.
std::vector<templates::Crumb> filters(const std::vector<db::StateCount>& counts,
                                      const std::string& path) {
    const auto more = path + (path.find('?') == std::string::npos ? "?state=" : "&state=");
    std::vector<templates::Crumb> entries{{words::all_emails, path}};
    for (const auto& state : mail_states()) {
        const int count = count_of(counts, {state.state});
        if (count > 0)
            entries.push_back({words::state_and_count(state.words, count),
                               more + std::string(workflows::to_text(state.state))});
    }
    return entries;
}

// Subjects of account letters say nothing; all others may name an item, so that only the board's
// own secretariat reads them.
bool may_read(const base::Viewer& viewer, const db::OutboxRow& row) {
    return base::may(viewer, workflows::Action::read_mail_subjects, row.board);
}

void add_rows(templates::View& table, const base::Viewer& viewer,
              const std::vector<db::OutboxRow>& rows) {
    for (const auto& row : rows) {
        const auto& state = state_words(row.state);
        const auto text = may_read(viewer, row) ? row.subject : what_of(row);
        templates::add_table_row(
            table, {{.text = text,
                     .href = web::href(routes::mail_message, row.id),
                     .kind = CellKind::row_head},
                    {.text = row.recipient},
                    {.text = row.board},
                    {.text = moment_words(row.created_at)},
                    {.text = std::string(state.words), .tag = templates::tag_class(state.colour)}});
    }
}

const std::vector<Cell> list_columns{{.text = words::email},
                                     {.text = words::to},
                                     {.text = words::board_label},
                                     {.text = words::created},
                                     {.text = words::status}};

bool is_waiting(const db::OutboxRow& row) {
    return row.state == OutboxState::queued || row.state == OutboxState::deferred ||
           row.state == OutboxState::held;
}

// A mail-out can be undone for as long as it is held, and no longer: also when the sender has not
// got to it yet, so that whether it works does not depend on how busy the relay is.
bool can_be_undone(const web::Context& context, const std::vector<db::OutboxRow>& rows,
                   workflows::Instant now) {
    const auto hold = std::chrono::seconds(context.app.config.hold_seconds);
    return std::any_of(rows.begin(), rows.end(), [&](const auto& row) {
        return is_waiting(row) && row.created_at + hold > now;
    });
}

std::string hold_is_over(const web::Context& context, const std::vector<db::OutboxRow>& rows) {
    workflows::Instant until = {};
    for (const auto& row : rows)
        until = std::max(until, row.created_at);
    until += std::chrono::seconds(context.app.config.hold_seconds);
    return words::too_late_to_undo(moment_words(until));
}

Result<db::OutboxRow> load_row(const web::Context& context, db::ReadTx& tx) {
    auto row = db::find_outbox(tx, number_of(context.param("mail")));
    if (!row) return workflows::not_found(words::we_cannot_find_this_email);
    return *std::move(row);
}

// A relay that names no number is kept by its words ("OK"), which are no number to ask it about.
bool is_queue_id(std::string_view text) {
    constexpr std::size_t characters_min = 4;
    constexpr auto digits = "0123456789";
    constexpr auto characters = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ.-_";
    return text.size() >= characters_min && text.find_first_of(digits) != text.npos &&
           text.find_first_not_of(characters) == text.npos;
}

std::vector<templates::SummaryRow> facts_of(const web::Context& context, const db::OutboxRow& row,
                                            workflows::Instant now) {
    std::vector<templates::SummaryRow> facts{
        {.label = words::type, .value = what_of(row)},
        {.label = words::to, .value = row.recipient},
        {.label = words::board_label, .value = row.board.empty() ? words::none : row.board},
        {.label = words::created, .value = moment_words(row.created_at)},
        {.label = words::status, .value = standing_words(row, now)},
        {.label = words::expires, .value = moment_words(row.not_after)},
    };
    if (!row.reply.empty() && may_read(context.viewer, row))
        facts.push_back({.label = words::mail_server_response,
                         .value = (row.reply_code > 0 ? std::to_string(row.reply_code) + " " : "") +
                                  masked(row.reply)});
    if (is_queue_id(row.remote_id))
        facts.push_back({.label = words::mail_server_reference, .value = row.remote_id});
    return facts;
}

void add_history(web::BlockPage& page, const std::vector<db::OutboxEvent>& events) {
    if (events.empty()) return;
    auto& table = page.table(
        words::history,
        {{.text = words::date_and_time}, {.text = words::event}, {.text = words::details}});
    for (const auto& event : events) {
        std::string words = event.kind;
        for (const auto& state : mail_states()) {
            if (workflows::to_text(state.state) == event.kind) words = state.words;
        }
        templates::add_table_row(
            table,
            {{.text = moment_words(event.at)}, {.text = words}, {.text = masked(event.detail)}});
    }
}

void add_preview(web::BlockPage& page, const db::OutboxRow& row) {
    page.heading(words::email_content);
    if (row.message_class == "account") {
        page.paragraph(words::we_never_show_emails_that_contain);
        return;
    }
    const auto preview = preview_of(row.bytes);
    std::vector<templates::SummaryRow> headers;
    for (const auto& [name, value] : preview.headers)
        headers.push_back({.label = name, .value = value});
    page.summary(headers);
    for (std::size_t at = 0; at < preview.text.size();) {
        const auto end = std::min(preview.text.find("\n\n", at), preview.text.size());
        page.paragraph(preview.text.substr(at, end - at));
        at = std::min(preview.text.find_first_not_of('\n', end), preview.text.size());
    }
    for (const auto& file : preview.files)
        page.paragraph(words::attached(file));
}

void add_steps(const web::Context& context, web::BlockPage& page, const db::OutboxRow& row,
               workflows::Instant now) {
    const auto path = web::href(routes::mail_message, row.id);
    using enum OutboxState;
    const auto in = [&](std::initializer_list<OutboxState> states) {
        return std::find(states.begin(), states.end(), row.state) != states.end();
    };
    if (in({held, deferred, failed, in_doubt, cancelled}) && row.not_after > now &&
        !row.bytes.empty()) {
        if (row.state == in_doubt) page.inset(words::if_you_send_it_again);
        page.form(web::form_facts(context, web::href(routes::mail_message_retry, row.id),
                                  words::send_now));
    }
    if (in({queued, deferred, in_doubt, failed}))
        page.form(web::form_facts(context, web::href(routes::mail_message_hold, row.id),
                                  words::put_on_hold));
}

Result<web::Location> change(const web::Context& context, db::WriteTx& tx,
                             workflows::Result<void> (*step)(db::WriteTx&, long long),
                             const std::string& name, const std::string& done) {
    const auto row = load_row(context, tx);
    if (!row) return row.error();
    if (auto changed = step(tx, row->id); !changed) return changed.error();
    db::append_outbox_event(tx, row->id, {tx.now(), name, words::by(context.viewer.post)});
    db::append_audit(tx, {"mail." + name, "mail:" + std::to_string(row->id), row->board,
                          words::email_to(what_of(*row), row->recipient)});
    return web::href(routes::mail_message, row->id) + "?done=" + done;
}

void add_list(web::BlockPage& page, const base::Viewer& viewer,
              const std::vector<db::OutboxRow>& rows, std::optional<OutboxState> state) {
    if (rows.empty()) {
        page.paragraph(words::there_are_no_emails_to_show);
        return;
    }
    add_rows(page.table(state ? std::string(state_words(*state).words) : words::emails_newest_first,
                        list_columns),
             viewer, rows);
}

std::vector<db::StateCount> counts_of(const std::vector<db::OutboxRow>& rows) {
    std::map<OutboxState, int> sums;
    for (const auto& row : rows)
        ++sums[row.state];
    std::vector<db::StateCount> counts;
    for (const auto& [state, count] : sums)
        counts.push_back({state, count});
    return counts;
}

// The same answer for a meeting of another board as for none: who asks learns nothing of it.
Result<net::Response> show_mail_about(const web::Context& context, db::ReadTx& tx,
                                      const std::string& id) {
    const auto meeting = db::find_meeting(tx, id);
    const bool visible =
        meeting && base::may(context.viewer, workflows::Action::read_board_mail, meeting->board);
    if (!visible) return workflows::not_found(words::we_cannot_find_this_meeting);
    const auto board = db::load_board(tx, meeting->board);
    if (!board) return board.error();
    auto rows = db::list_outbox_about(tx, id);
    const auto counts = counts_of(rows);
    const auto state = workflows::from_text<OutboxState>(context.request.query_value("state"));
    if (state) std::erase_if(rows, [&](const auto& row) { return row.state != *state; });
    const auto starts = workflows::parse_time(meeting->starts).value();
    web::BlockPage page(
        context, words::emails_about_the_meeting(workflows::start_words(meeting->planned, starts)));
    page.caption(board->name).crumb(words::emails, web::href(routes::mail_queue));
    page.link(words::all_emails, web::href(routes::mail_queue));
    page.heading(words::filter_by_status)
        .list(filters(counts, web::href(routes::mail_queue) + "?meeting=" + id));
    add_list(page, context.viewer, rows, state);
    return page.finish();
}

}  // namespace

Result<net::Response> show_mail_queue(const web::Context& context, db::ReadTx& tx) {
    if (const auto meeting = context.request.query_value("meeting"); !meeting.empty())
        return show_mail_about(context, tx, meeting);
    const auto scope = scope_of(context.viewer);
    const auto counts =
        scope.everything ? db::count_outbox(tx) : db::count_outbox_of(tx, scope.boards);
    const auto state = workflows::from_text<OutboxState>(context.request.query_value("state"));
    const auto before = number_of(context.request.query_value("before"));
    const auto rows =
        db::list_outbox(tx, scope.everything ? std::vector<std::string>{} : scope.boards, state,
                        before, base::limits::mail_rows_max);
    web::BlockPage page(context, words::emails);
    const auto trouble = trouble_words(
        context.app.mail_status(), context.app.config.mail_configured(),
        count_of(counts, {OutboxState::queued, OutboxState::deferred, OutboxState::leased}));
    if (!trouble.empty()) page.warning(trouble);
    page.link(words::scheduled_emails_next_14_days, web::href(routes::mail_due));
    page.heading(words::filter_by_status).list(filters(counts, web::href(routes::mail_queue)));
    add_list(page, context.viewer, rows, state);
    if (rows.size() == static_cast<std::size_t>(base::limits::mail_rows_max)) {
        page.link(words::older_emails, web::href(routes::mail_queue) + "?state=" +
                                           std::string(state ? workflows::to_text(*state) : "") +
                                           "&before=" + std::to_string(rows.back().id));
    }
    return page.finish();
}

Result<net::Response> show_mail(const web::Context& context, db::ReadTx& tx) {
    const auto row = load_row(context, tx);
    if (!row) return row.error();
    const bool readable = may_read(context.viewer, *row);
    const auto& state = state_words(row->state);
    web::BlockPage page(context, readable ? row->subject : what_of(*row));
    page.crumb(words::emails, web::href(routes::mail_queue)).tag(state.words, state.colour);
    if (const auto words = reason_words(reason_of(*row)); !words.empty()) page.warning(words);
    page.summary(facts_of(context, *row, tx.now()));
    add_steps(context, page, *row, tx.now());
    page.link(words::all_emails_in_this_batch, web::href(routes::mail_out, row->id));
    add_history(page, db::list_outbox_events(tx, row->id, events_shown_max));
    if (readable) add_preview(page, *row);
    return page.finish();
}

Result<web::Location> retry_mail(const web::Context& context, db::WriteTx& tx) {
    return change(context, tx, db::retry_message, "retry", "queued");
}

Result<web::Location> hold_mail(const web::Context& context, db::WriteTx& tx) {
    return change(context, tx, db::hold_message, "hold", "on-hold");
}

Result<net::Response> show_mail_batch(const web::Context& context, db::ReadTx& tx) {
    const auto row = load_row(context, tx);
    if (!row) return row.error();
    const auto rows = db::list_outbox_batch(tx, row->batch);
    const auto waiting = std::count_if(rows.begin(), rows.end(), is_waiting);
    const auto sent = std::count_if(rows.begin(), rows.end(), [](const auto& one) {
        return one.state == OutboxState::accepted;
    });
    web::BlockPage page(context, words::batch(what_of(*row)));
    page.crumb(words::emails, web::href(routes::mail_queue));
    page.lead(words::batch_counts(rows.size(), sent, waiting));
    if (waiting > 0 && !can_be_undone(context, rows, tx.now())) {
        page.paragraph(hold_is_over(context, rows));
    } else if (waiting > 0) {
        auto facts =
            web::form_facts(context, web::href(routes::mail_out_undo, context.param("mail")),
                            words::cancel_unsent_emails);
        facts.button = templates::FormButton::warning;
        page.form(facts);
    }
    add_rows(page.table(words::emails_in_this_batch, list_columns), context.viewer, rows);
    return page.finish();
}

Result<web::Location> undo_mail_batch(const web::Context& context, db::WriteTx& tx) {
    const auto row = load_row(context, tx);
    if (!row) return row.error();
    const auto rows = db::list_outbox_batch(tx, row->batch);
    const auto hold = std::chrono::seconds(context.app.config.hold_seconds);
    const int held_back = db::cancel_batch(tx, row->batch, tx.now() - hold);
    if (held_back == 0 && std::any_of(rows.begin(), rows.end(), is_waiting)) {
        return workflows::refused(hold_is_over(context, rows));
    }
    if (held_back == 0) {
        return workflows::refused(words::all_emails_in_this_batch_have_already_been);
    }
    for (const auto& one : rows) {
        if (is_waiting(one) && one.created_at + hold > tx.now())
            db::append_outbox_event(tx, one.id,
                                    {tx.now(), "cancelled", words::by(context.viewer.post)});
    }
    db::append_audit(tx, {"mail.undo", "mail:" + std::to_string(row->id), row->board,
                          words::cancelled_of(held_back, rows.size())});
    return web::href(routes::mail_out, context.param("mail")) + "?done=undone";
}

}  // namespace server::letters
