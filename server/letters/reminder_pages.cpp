// When a board's reminders go, and the list of what would go next.
#include <array>

#include "db/audit.hpp"
#include "db/boards.hpp"
#include "db/reminders.hpp"
#include "server/letters/handlers.hpp"
#include "server/letters/reminders.hpp"
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
constexpr std::array kinds{
    KindText{ReminderKind::requests_close, "Requests close", "To your secretariat, before the last day for requests of other boards"},
    KindText{ReminderKind::paper_due, "Papers due", "To the author of each item that has no paper yet"},
    KindText{ReminderKind::agenda_due, "Agenda due", "To your secretariat, before the last day to publish"},
    KindText{ReminderKind::minutes_due, "Draft minutes due", "To your secretariat, after a meeting"},
    KindText{ReminderKind::request_overdue, "Requests overdue", "To both boards, when you have not answered a request in time"},
    KindText{ReminderKind::circulation_stop_due, "Circulation: papers due", "To your secretariat and that of the board that gets your document"},
    KindText{ReminderKind::meeting_unconfirmed, "Meeting to be confirmed", "To your secretariat, while a date is provisional"},
    KindText{ReminderKind::report_due, "Report due", "To your secretariat and the author, while a report of the timetable has no meeting or is not delivered"},
    KindText{ReminderKind::response_due, "Response due", "To your chair and secretariat, while another board waits for a response"},
    KindText{ReminderKind::issue_due, "Next step due", "To who holds an issue or concern"},
    KindText{ReminderKind::return_due, "Return to the register due", "To your chair and secretariat, once a year"},
    KindText{ReminderKind::review_due, "Review due", "To your secretariat, when a document that you control is to be reviewed"},
    KindText{ReminderKind::handover_due, "Hand-over due", "To your chairs and secretariat, when a chair or the host secretariat passes on"},
};
// clang-format on
static_assert(kinds.size() == workflows::names<ReminderKind>.size());

std::string text_of(const std::vector<ReminderRule>& rules, ReminderKind kind,
                    const std::string& board) {
    return workflows::rule_days_text(workflows::rule_days(rules, kind, board));
}

// Rules have no row of their own to count edits of: what they said stands in for a version.
std::string version_of(const std::vector<ReminderRule>& rules, const std::string& board) {
    std::string version;
    for (const auto& row : kinds)
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
    if (!board) return workflows::not_found("There is no such board.");
    return *std::move(board);
}

// A secretary sees the reminders of their boards, an administrator all.
bool is_shown(const web::Viewer& viewer, const workflows::DueReminder& reminder) {
    return viewer.administrator || viewer.has_seat(reminder.board, "secretariat");
}

// An administrator runs the service and reads no board's papers, nor what they are called.
std::string about(const ReminderSummaries& summaries, const web::Viewer& viewer,
                  workflows::DueReminder reminder) {
    if (!reminder.title.empty() && !viewer.has_seat(reminder.board, "secretariat"))
        reminder.title = "one item";
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
    web::BlockPage page(context, "Reminders of " + board->name);
    page.crumb("Boards", web::href(routes::boards))
        .crumb(board->name, web::href(routes::board, board->slug));
    page.paragraph(
        "Reminders go at 8am, so many working days before the deadline. Write numbers with commas: "
        "5, 2, 0, -1 is five and two days before, on the day, and one day after. Leave a field "
        "empty for no reminder.");
    page.link("What is to be sent in the next 14 days", web::href(routes::mail_due));
    auto& form = page.form(web::form_facts(context, web::href(routes::board_reminders, board->slug),
                                           "Save reminders"));
    for (const auto& row : kinds) {
        const auto county = text_of(rules, row.kind, "");
        auto field = web::typed_field(
            context, {std::string(workflows::to_text(row.kind)), std::string(row.label),
                      text_of(rules, row.kind, board->code),
                      std::string(row.hint) + ". The county’s rule is " +
                          (county.empty() ? "no reminder" : county) + "."});
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
        return Error{workflows::Code::stale,
                     "Somebody else changed these reminders since you opened the form. Open it "
                     "again.",
                     ""};
    }
    std::string detail;
    for (const auto& row : kinds) {
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
    web::BlockPage page(context, "Reminders of the next 14 days");
    page.crumb("Mail", web::href(routes::mail_queue));
    page.paragraph(
        "What the service sends by itself, unless the thing is done before. Reminders that should "
        "have gone are sent late, or listed as too late.");
    std::vector<workflows::DueReminder> shown;
    for (auto& reminder : due(context.app, tx, tx.now(), days_ahead)) {
        if (is_shown(context.viewer, reminder)) shown.push_back(std::move(reminder));
    }
    if (shown.empty()) {
        page.paragraph("No reminder is to be sent in the next 14 days.");
        return page.finish();
    }
    const ReminderSummaries summaries(tx, shown);
    auto& table = page.table(
        "Reminders by the day on which they go",
        {{.text = "Day"}, {.text = "About"}, {.text = "To"}, {.text = "Rule"}, {.text = "State"}});
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
