// When a board's reminders go, and the list of what would go next.
#include <array>

#include "db/audit.hpp"
#include "db/boards.hpp"
#include "db/reminders.hpp"
#include "server/letters/handlers.hpp"
#include "server/letters/reminders.hpp"
#include "server/letters/words.hpp"
#include "server/web/href.hpp"
#include "server/web/page.hpp"
#include "server/web/routes.hpp"

namespace server::letters {
namespace {

using workflows::ReminderKind;
using workflows::ReminderRule;

constexpr int days_ahead = 14;

struct KindText {
    ReminderKind kind;
    std::string_view label;
    std::string_view hint;
};
// clang-format off
constexpr std::array reminder_kinds{
    KindText{ReminderKind::requests_close, words::deadline_for_agenda_requests, words::to_your_secretariat_before_the_deadline},
    KindText{ReminderKind::paper_due, words::deadline_for_reports, words::to_the_author_of_each_item},
    KindText{ReminderKind::agenda_due, words::agenda_to_be_published, words::to_your_secretariat_before_the_publication},
    KindText{ReminderKind::minutes_due, words::draft_minutes_due, words::to_your_secretariat_after_a_meeting},
    KindText{ReminderKind::request_overdue, words::requests_overdue, words::to_both_boards_when},
    KindText{ReminderKind::circulation_stop_due, words::circulation_papers_due, words::to_your_secretariat_and_the_secretariat},
    KindText{ReminderKind::meeting_unconfirmed, words::meeting_to_be_confirmed, words::to_your_secretariat_while_a_date},
    KindText{ReminderKind::report_due, words::report_due, words::to_your_secretariat_and_the_author},
    KindText{ReminderKind::response_due, words::response_due, words::to_your_chair_and_secretariat_while},
    KindText{ReminderKind::issue_due, words::next_step_due, words::to_the_person_responsible},
    KindText{ReminderKind::return_due, words::register_return_due, words::to_your_chair_and_secretariat_once},
    KindText{ReminderKind::review_due, words::review_due, words::to_your_secretariat_when_a_document},
    KindText{ReminderKind::handover_due, words::handover_due, words::to_your_chairs_and_secretariat_when},
};
// clang-format on
static_assert(reminder_kinds.size() == workflows::names<ReminderKind>.size());

std::string text_of(const std::vector<ReminderRule>& rules, ReminderKind kind,
                    const std::string& board) {
    return workflows::rule_days_text(workflows::rule_days(rules, kind, board));
}

// Rules have no row of their own to count edits of: what they said stands in for a version.
std::string version_of(const std::vector<ReminderRule>& rules, const std::string& board) {
    std::string version;
    for (const auto& row : reminder_kinds)
        version += text_of(rules, row.kind, board) + ";";
    return version;
}

// Nothing typed is a rule too: no reminder, whatever the county does.
std::vector<ReminderRule> rules_from(const std::vector<int>& days, ReminderKind kind,
                                     const std::string& board) {
    std::vector<ReminderRule> rules;
    for (const int day : days)
        rules.push_back({kind, board, day, true});
    if (rules.empty()) rules.push_back({kind, board, 0, false});
    return rules;
}

Result<workflows::Board> board_of(const web::Context& context, db::ReadTx& tx) {
    auto board = db::find_board_by_slug(tx, context.param("board"));
    if (!board) return workflows::not_found(words::there_is_no_such_board);
    return *std::move(board);
}

// A secretary sees the reminders of their boards, an administrator all.
bool is_shown(const base::Viewer& viewer, const workflows::DueReminder& reminder) {
    return base::may(viewer, workflows::Action::edit_reminders, reminder.board);
}

// An administrator runs the service and reads no board's papers, nor what they are called.
std::string about(const ReminderSummaries& summaries, const base::Viewer& viewer,
                  workflows::DueReminder reminder) {
    if (!reminder.title.empty() &&
        !base::may(viewer, workflows::Action::read_mail_subjects, reminder.board))
        reminder.title = words::one_item;
    return summaries.of(reminder);
}

templates::TagColour colour_of(workflows::ReminderState state) {
    using enum workflows::ReminderState;
    switch (state) {
        case due:
        case late:
            return templates::TagColour::orange;
        case sent:
            return templates::TagColour::green;
        case over:
            return templates::TagColour::red;
        case waiting:
        case superseded:
            break;
    }
    return templates::TagColour::grey;
}

}  // namespace

Result<net::Response> show_reminder_rules(const web::Context& context, db::ReadTx& tx) {
    const auto board = board_of(context, tx);
    if (!board) return board.error();
    const auto rules = db::list_reminder_rules(tx);
    web::BlockPage page(context, words::reminders_of(board->name));
    page.crumb(words::boards, web::href(routes::boards))
        .crumb(board->name, web::href(routes::board, board->slug));
    page.paragraph(words::reminders_are_sent_at_8am);
    page.link(words::scheduled_emails_next_14_days, web::href(routes::mail_due));
    auto& form = page.form(web::form_facts(context, web::href(routes::board_reminders, board->slug),
                                           words::save_reminders));
    for (const auto& row : reminder_kinds) {
        const auto county = text_of(rules, row.kind, "");
        auto field = web::typed_field(
            context,
            {std::string(workflows::to_text(row.kind)), std::string(row.label),
             text_of(rules, row.kind, board->code), words::reminder_hint(row.hint, county)});
        field.width = templates::FieldWidth::ten;
        form.add("fields", templates::text_field(field));
    }
    form.add("fields", templates::hidden_field(
                           "version", context.typed("version", version_of(rules, board->code))));
    return page.finish();
}

Result<web::Location> edit_reminder_rules(const web::Context& context, db::WriteTx& tx) {
    const auto board = board_of(context, tx);
    if (!board) return board.error();
    const auto before = db::list_reminder_rules(tx);
    if (context.form().get("version") != version_of(before, board->code)) {
        return Error{workflows::Code::stale, words::somebody_else_changed_these_reminders_since,
                     ""};
    }
    std::string detail;
    for (const auto& row : reminder_kinds) {
        const std::string name(workflows::to_text(row.kind));
        const auto days = workflows::parse_rule_days(context.form().get(name), name);
        if (!days) return days.error();
        const bool as_county = *days == workflows::rule_days(before, row.kind, "");
        db::save_reminder_rules(
            tx, board->code, row.kind,
            as_county ? std::vector<ReminderRule>{} : rules_from(*days, row.kind, board->code));
        detail += name + ": " + workflows::rule_days_text(*days) + "; ";
    }
    db::append_audit(tx, {"board.reminders", "board:" + board->code, board->code, detail});
    return web::href(routes::board_reminders, board->slug) + "?done=saved";
}

Result<net::Response> show_due(const web::Context& context, db::ReadTx& tx) {
    web::BlockPage page(context, words::scheduled_emails_next_14_days);
    page.crumb(words::emails, web::href(routes::mail_queue));
    page.paragraph(words::the_service_sends_these_reminders_automatically);
    std::vector<workflows::DueReminder> shown;
    for (auto& reminder : due(context.app, tx, tx.now(), days_ahead)) {
        if (is_shown(context.viewer, reminder)) shown.push_back(std::move(reminder));
    }
    if (shown.empty()) {
        page.paragraph(words::no_reminders_are_scheduled);
        return page.finish();
    }
    const ReminderSummaries summaries(tx, shown);
    auto& table = page.table(words::reminders_by_date, {{.text = words::date},
                                                        {.text = words::about},
                                                        {.text = words::to},
                                                        {.text = words::rule},
                                                        {.text = words::status}});
    for (const auto& reminder : shown) {
        templates::add_table_row(table, {{.text = workflows::weekday_date(reminder.send_day),
                                          .kind = templates::CellKind::row_head},
                                         {.text = about(summaries, context.viewer, reminder)},
                                         {.text = reminder.person},
                                         {.text = workflows::rule_words(reminder.days_before)},
                                         {.text = std::string(workflows::to_words(reminder.state)),
                                          .tag = templates::tag_class(colour_of(reminder.state))}});
    }
    return page.finish();
}

}  // namespace server::letters
