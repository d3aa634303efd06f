#include "server/meetings/meeting_commands.hpp"

#include <algorithm>

#include "db/agenda_versions.hpp"
#include "db/audit.hpp"
#include "db/boards.hpp"
#include "db/cadence.hpp"
#include "db/meeting_boards.hpp"
#include "db/meeting_lists.hpp"
#include "db/minutes.hpp"
#include "server/base/app.hpp"
#include "server/meetings/clash_queries.hpp"
#include "server/meetings/confirm_by.hpp"
#include "server/meetings/confirm_by_commands.hpp"
#include "server/meetings/meeting_letters.hpp"
#include "server/meetings/meeting_words.hpp"
#include "server/meetings/notice.hpp"
#include "server/meetings/words.hpp"
#include "workflows/agenda/agenda.hpp"
#include "workflows/meetings/minutes.hpp"
#include "workflows/text/utf8.hpp"
#include "workflows/text/words.hpp"

namespace server::meetings {
namespace {

using workflows::Code;
using workflows::EffectKind;
using workflows::MeetingEvent;
using workflows::PlannedDate;

constexpr std::size_t line_characters_max = 200;  // place, contact
constexpr std::size_t joining_characters_max = 2000;

using workflows::text::trimmed;

bool is_number(const std::string& text, std::size_t digits_max) {
    return !text.empty() && text.size() <= digits_max &&
           std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

std::string padded(const std::string& number) {
    return number.size() == 1 ? "0" + number : number;
}

Result<std::string> read_line(const web::Form& form, const std::string& name, std::size_t max) {
    auto text = trimmed(form.get(name));
    if (workflows::text::characters(text) > max) {
        return workflows::invalid(name, words::characters_or_fewer(max));
    }
    return text;
}

template <class Enum>
Result<Enum> read_choice(const web::Form& form, const std::string& name) {
    if (const auto chosen = workflows::from_text<Enum>(form.get(name))) return *chosen;
    return workflows::invalid(name, words::select_an_answer);
}

// Both empty: nobody has said the times yet.
Result<void> read_times(const web::Form& form, db::MeetingRow& meeting) {
    const auto starts = trimmed(form.get("starts"));
    const auto ends = trimmed(form.get("ends"));
    if (starts.empty() && ends.empty()) {
        meeting.time_assumed = true;
        return {};
    }
    const auto from = workflows::parse_time(starts, "starts");
    if (!from) return from.error();
    const auto to = workflows::parse_time(ends, "ends");
    if (!to) return to.error();
    meeting.starts = workflows::iso(*from);
    meeting.ends = workflows::iso(*to);
    meeting.time_assumed = false;
    return workflows::check_times(*from, *to);
}

Result<void> read_details(const web::Form& form, db::MeetingRow& meeting) {
    const auto put = [](auto& to, auto text) -> Result<void> {
        if (!text) return text.error();
        to = std::move(*text);
        return {};
    };
    if (auto r = put(meeting.place, read_line(form, "place", line_characters_max)); !r) return r;
    if (auto r = put(meeting.joining, read_line(form, "joining", joining_characters_max)); !r) {
        return r;
    }
    if (auto r = put(meeting.contact, read_line(form, "contact", line_characters_max)); !r) {
        return r;
    }
    if (auto r = put(meeting.kind, read_choice<workflows::MeetingKind>(form, "kind")); !r) return r;
    return put(meeting.held_in, read_choice<workflows::HeldIn>(form, "held_in"));
}

// The tick counts for the day it was shown with.
Result<void> check_day(const web::Context& context, db::ReadTx& tx, const PlannedDate& date,
                       const std::string& board, const std::string& moved) {
    const auto day = date.day();
    if (!day) return {};
    const auto& form = context.form();
    if (form.get("use_anyway") == "yes" && form.get("shown_day") == workflows::iso(*day)) return {};
    if (!warnings_of(context.app, tx, *day, board, moved).any()) return {};
    return workflows::conflict("use_anyway", words::clash_on(workflows::long_date(*day)));
}

void audit(db::WriteTx& tx, const std::string& action, const db::MeetingRow& meeting,
           const std::string& detail) {
    db::append_audit(tx, {"meeting." + action, "meeting:" + meeting.id, meeting.board, detail});
}

Result<int> read_version(const web::Form& form) {
    const auto version = form.get("version");
    if (!is_number(version, 9)) {
        return Error{Code::stale, words::this_form_is_incomplete_open};
    }
    return std::stoi(version);
}

Result<MeetingEvent> read_creation(const web::Form& form) {
    const auto event = workflows::from_text<MeetingEvent>(form.get("event"));
    if (event != MeetingEvent::propose && event != MeetingEvent::call &&
        event != MeetingEvent::record) {
        return workflows::invalid("event", words::select_whether_the_date_is_certain);
    }
    return *event;
}

Result<db::MeetingRow> read_new_meeting(const web::Context& context,
                                        const workflows::Board& board) {
    const auto& form = context.form();
    db::MeetingRow meeting;
    meeting.board = board.code;
    auto date = read_date(form, "date");
    if (!date) return date.error();
    meeting.planned = *date;
    if (auto times = read_times(form, meeting); !times) return times.error();
    if (auto details = read_details(form, meeting); !details) return details.error();
    if (meeting.place.empty()) meeting.place = board.place;
    return meeting;
}

// The entries in people's calendars follow: the same UID, the next SEQUENCE.
bool has(const workflows::MeetingDecision& decision, EffectKind kind) {
    return std::any_of(decision.effects.begin(), decision.effects.end(),
                       [&](const auto& effect) { return effect.kind == kind; });
}

MeetingNews::Kind news_of(MeetingEvent event) {
    switch (event) {
        case MeetingEvent::move:
            return MeetingNews::moved;
        case MeetingEvent::cancel:
            return MeetingNews::cancelled;
        case MeetingEvent::reinstate:
            return MeetingNews::reinstated;
        default:
            return MeetingNews::invitation;
    }
}

Result<workflows::MeetingCommand> read_command(const web::Form& form, MeetingEvent event) {
    workflows::MeetingCommand command;
    command.event = event;
    command.comment = trimmed(form.get("comment"));
    if (form.has("date-year")) {
        auto date = read_date(form, "date");
        if (!date) return date.error();
        command.new_date = *date;
    }
    for (auto [name, time] : {std::pair{"starts", &command.starts}, {"ends", &command.ends}}) {
        const auto typed = trimmed(form.get(name));
        if (typed.empty()) continue;
        const auto read = workflows::parse_time(typed, name);
        if (!read) return read.error();
        *time = *read;
    }
    return command;
}

db::MeetingRow after(const db::MeetingRow& before, const workflows::MeetingCommand& command,
                     const workflows::MeetingDecision& decision) {
    auto meeting = before;
    meeting.planned = decision.date;
    meeting.state = decision.to;
    if (command.starts) meeting.starts = workflows::iso(*command.starts);
    if (command.ends) meeting.ends = workflows::iso(*command.ends);
    if (meeting.starts != before.starts || meeting.ends != before.ends) {
        meeting.time_assumed = false;
    }
    if (command.event == MeetingEvent::cancel) meeting.cancel_reason = command.comment;
    if (command.event == MeetingEvent::reinstate) meeting.cancel_reason.clear();
    return meeting;
}

Result<db::MeetingRow> save_step(db::WriteTx& tx, db::MeetingRow meeting,
                                 const workflows::MeetingDecision& decision,
                                 const std::string& comment) {
    if (has(decision, EffectKind::keep_old_date)) return db::move_meeting(tx, meeting, comment);
    const bool follows = has(decision, EffectKind::update_invitations) ||
                         has(decision, EffectKind::cancel_invitations);
    if (follows) ++meeting.sequence;
    if (auto saved = db::save_meeting(tx, meeting); !saved) return saved.error();
    ++meeting.version;
    return meeting;
}

// LGA 1972 s.100B(3): what is published counts anew for another day.
std::string short_notice_words(const base::App& app, db::ReadTx& tx, workflows::Day day,
                               const std::string& moved) {
    auto meeting = db::find_meeting(tx, moved);
    if (!meeting) return "";
    const auto version = db::published_agenda(tx, moved, meeting->published);
    const auto board = db::find_board(tx, meeting->board);
    if (!version || !board) return "";
    meeting->planned = PlannedDate(day);
    const auto notice = notice_of(app, tx, *meeting, *board, version->published_at);
    if (!notice.late()) return "";
    const auto date = workflows::long_date(day);
    return meeting->held_in == workflows::HeldIn::private_
               ? words::short_notice(notice.days_given, notice.days_needed, date)
               : words::short_notice_with_public_reason(notice.days_given, notice.days_needed,
                                                        date);
}

// The day that the form shows is only kept when somebody changed it: the usual one may move.
Result<void> keep_confirm_by(const web::Context& context, db::WriteTx& tx,
                             const db::MeetingRow& meeting) {
    const auto& form = context.form();
    if (meeting.state != workflows::MeetingState::provisional || !form.has("confirm_by-year"))
        return {};
    const auto typed = read_date(form, "confirm_by");
    if (!typed) return typed.error();
    const auto day = typed->day();
    if (!day && !typed->to_be_confirmed())
        return workflows::invalid("confirm_by", words::enter_a_date_or_leave_all);
    const auto meets = meeting.planned.day();
    if (day && meets && *day > *meets)
        return workflows::invalid("confirm_by", words::enter_a_date_before_the_meeting);
    const auto board = db::load_board(tx, meeting.board);
    if (!board) return board.error();
    if (day == confirm_by(tx, meeting, *board, context.app.holidays(tx))) return {};
    db::save_confirm_by(tx, meeting.id, meeting.planned, day);
    return {};
}

}  // namespace

DayWarnings warnings_of(const base::App& app, db::ReadTx& tx, workflows::Day day,
                        const std::string& board, const std::string& moved) {
    DayWarnings warnings;
    const auto holidays = app.holidays(tx);
    if (const auto* reason = holidays.reason(day)) warnings.not_working = *reason;
    db::MeetingFilter filter;
    filter.board = board;
    filter.from = filter.to = day;
    filter.reader = db::service_reader();  // of the board whose secretariat asks
    for (const auto& other : db::list_meetings(tx, filter)) {
        warnings.board_meets_too =
            warnings.board_meets_too ||
            (other.planned.day() && other.state != workflows::MeetingState::cancelled &&
             other.id != moved);
    }
    warnings.clashes = clashes_of_date(tx, day, board, moved);
    if (!moved.empty()) warnings.short_notice = short_notice_words(app, tx, day, moved);
    return warnings;
}

Result<PlannedDate> read_date(const web::Form& form, const std::string& name) {
    const auto day = trimmed(form.get(name + "-day"));
    const auto month = trimmed(form.get(name + "-month"));
    const auto year = trimmed(form.get(name + "-year"));
    if (day.empty() && month.empty() && year.empty()) return PlannedDate();
    const bool numbers =
        is_number(month, 2) && is_number(year, 4) && (day.empty() || is_number(day, 2));
    if (!numbers) {
        return workflows::invalid(name, words::enter_the_date_in_numbers_leave);
    }
    const auto key = year + "-" + padded(month) + (day.empty() ? "" : "-" + padded(day));
    return PlannedDate::parse(key, name);
}

workflows::MeetingFacts meeting_facts(const web::Context& context, const db::ReadTx& tx,
                                      const std::string& board) {
    return {context.today(tx), {context.viewer.chairs(board), context.viewer.serves(board)}};
}

Result<db::MeetingRow> create_meeting(const web::Context& context, db::WriteTx& tx) {
    const auto board = db::find_board_by_slug(tx, context.form().get("board"));
    if (!board) return workflows::invalid("board", words::select_the_board);
    if (!context.viewer.serves(board->code)) {
        return Error{Code::forbidden, words::only_this_boards_secretariat_can_arrange};
    }
    auto meeting = read_new_meeting(context, *board);
    if (!meeting) return meeting;
    const auto event = read_creation(context.form());
    if (!event) return event.error();
    const auto decision = workflows::check_new(workflow_meeting(*meeting), *event,
                                               meeting_facts(context, tx, board->code));
    if (!decision) return decision.error();
    if (*event != MeetingEvent::record) {
        if (auto day = check_day(context, tx, meeting->planned, board->code, ""); !day) {
            return day.error();
        }
    }
    return plan_meeting(context, tx, std::move(*meeting), *event);
}

Result<db::MeetingRow> plan_meeting(const web::Context& context, db::WriteTx& tx,
                                    db::MeetingRow meeting, MeetingEvent event,
                                    const AskedBeside& asked) {
    const auto decision = workflows::check_new(workflow_meeting(meeting), event,
                                               meeting_facts(context, tx, meeting.board));
    if (!decision) return decision.error();
    meeting.state = decision->to;
    auto created = db::insert_meeting(tx, std::move(meeting));
    if (!created) return created;
    for (const auto& board : asked.boards)
        db::add_joint_board(tx, created->id, board);
    for (const auto& person : asked.people)
        db::add_named_person(tx, created->id, person);
    leave_time_to_confirm(tx, *created, context.app.holidays(tx));
    audit(tx, "create", *created, created->planned.words());
    if (event == MeetingEvent::call) tell_people_invited(context.app, tx, *created, {});
    return created;
}

Result<db::MeetingRow> edit_meeting(const web::Context& context, db::WriteTx& tx) {
    auto loaded = db::load_meeting(tx, context.param("meeting"));
    if (!loaded) return loaded;
    const auto before = *loaded;
    auto meeting = before;
    const auto version = read_version(context.form());
    if (!version) return version.error();
    meeting.version = *version;
    if (auto details = read_details(context.form(), meeting); !details) return details.error();
    if (context.form().get("times_known") == "yes") {
        if (auto times = read_times(context.form(), meeting); !times) return times.error();
    }
    const bool changed = meeting.place != before.place || meeting.joining != before.joining ||
                         meeting.starts != before.starts || meeting.ends != before.ends;
    if (changed) ++meeting.sequence;
    if (auto kept = keep_confirm_by(context, tx, before); !kept) return kept.error();
    if (auto saved = db::save_meeting(tx, meeting); !saved) return saved.error();
    audit(tx, "edit", meeting, "");
    if (meeting.state == workflows::MeetingState::confirmed &&
        context.form().get("tell") == "yes") {
        const bool first = db::tally_meeting(tx, meeting.id).invited == 0;
        const auto kind = first ? MeetingNews::invitation : MeetingNews::changed;
        if (first || changed) tell_people_invited(context.app, tx, meeting, {kind});
    }
    return meeting;
}

Result<db::MeetingRow> take_meeting_step(const web::Context& context, db::WriteTx& tx,
                                         MeetingEvent event) {
    const auto before = db::load_meeting(tx, context.param("meeting"));
    if (!before) return before;
    const auto version = read_version(context.form());
    if (!version) return version.error();
    const auto command = read_command(context.form(), event);
    if (!command) return command.error();
    const auto decision = workflows::decide(workflow_meeting(*before), *command,
                                            meeting_facts(context, tx, before->board));
    if (!decision) return decision.error();
    const bool minutes_out = db::find_draft_minutes(tx, before->id).has_value();
    if (auto fits = workflows::check_event_beside_minutes(event, minutes_out); !fits) {
        return fits.error();
    }
    if (decision->date != before->planned) {
        if (auto day = check_day(context, tx, decision->date, before->board, before->id); !day) {
            return day.error();
        }
    }
    auto meeting = after(*before, *command, *decision);
    meeting.version = *version;
    auto saved = save_step(tx, std::move(meeting), *decision, command->comment);
    if (!saved) return saved;
    audit(tx, std::string(workflows::to_text(event)), *saved, command->comment);
    if (has(*decision, EffectKind::send_mail)) {
        tell_people_invited(context.app, tx, *saved,
                            {news_of(event), start_words(*before), command->comment});
        if (event == MeetingEvent::move) {
            tell_people_left_behind(context.app, tx, *before, *saved, command->comment);
        }
    }
    return saved;
}

}  // namespace server::meetings
