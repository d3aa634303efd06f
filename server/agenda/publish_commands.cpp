#include "server/agenda/publish_commands.hpp"

#include "db/agenda.hpp"
#include "db/audit.hpp"
#include "server/agenda/agenda_content.hpp"
#include "server/agenda/words.hpp"
#include "server/base/app.hpp"
#include "server/base/secrets.hpp"
#include "server/responses/response_commands.hpp"
#include "server/timetable/obligation_commands.hpp"
#include "workflows/agenda/agenda.hpp"
#include "workflows/meetings/meeting.hpp"
#include "workflows/text/utf8.hpp"
#include "workflows/text/words.hpp"

namespace server::agenda {
namespace {

using workflows::Code;
using workflows::Relation;

workflows::Profile profile_of(const workflows::Board& board) {
    return workflows::find_profile(board.clear_days_profile)
        .value_or(workflows::Profile::va_working);
}

std::optional<workflows::TimeOfDay> time_or_none(const std::string& text) {
    const auto time = workflows::parse_time(text);
    if (!time) return std::nullopt;
    return *time;
}

workflows::Meeting rules_of(const db::MeetingRow& row) {
    workflows::Meeting meeting;
    meeting.state = workflows::from_text<workflows::MeetingState>(row.state).value();
    meeting.kind = workflows::from_text<workflows::MeetingKind>(row.kind).value();
    meeting.date = row.planned;
    meeting.starts = time_or_none(row.starts);
    meeting.ends = time_or_none(row.ends);
    meeting.agenda_published = row.published > 0;
    return meeting;
}

Result<void> check_content(db::ReadTx& tx, const db::MeetingRow& meeting,
                           const std::string& content, const std::string& content_seen) {
    if (base::sha256_hex(content) != content_seen) {
        return Error{Code::stale, words::somebody_changed_the_agenda_after};
    }
    const auto newest = db::published_agenda(tx, meeting.id, meeting.published);
    if (newest && newest->content == content) {
        return workflows::refused(words::nothing_changed_since_version(newest->number));
    }
    return {};
}

}  // namespace

Notice notice_of(const base::App& app, db::ReadTx& tx, const db::MeetingRow& meeting,
                 const workflows::Board& board, workflows::Instant published) {
    const auto holidays = app.holidays(tx);
    const auto profile = profile_of(board);
    const auto at = workflows::to_local(published, board.zone);
    Notice notice;
    notice.count.days = board.agenda_out_clear_days;
    notice.count.profile = profile;
    notice.count.meeting = meeting.planned.day();
    notice.count.published = at.day;
    const auto from = workflows::publication_day(at.day, {at.time.hour, at.time.minute},
                                                 office_closes, holidays, profile);
    if (from != at.day) notice.count.treated_as = from;
    auto counted = workflows::clear_days(from, meeting.planned.day().value(), holidays, profile);
    notice.count.counted = std::move(counted.counted);
    notice.count.skipped = std::move(counted.skipped);
    notice.days_given = static_cast<int>(notice.count.counted.size());
    notice.days_needed = board.agenda_out_clear_days;
    return notice;
}

std::string clear_days_words(int days) {
    return workflows::text::counted(days, "clear day", "clear days");
}

Result<void> check_publishable(const web::Context& context, db::ReadTx& tx,
                               const db::MeetingRow& meeting) {
    workflows::MeetingFacts facts;
    facts.today = context.today(tx);
    facts.actor = {context.relations.has(Relation::chair),
                   context.relations.has(Relation::secretariat)};
    workflows::MeetingCommand command;
    command.event = workflows::MeetingEvent::publish_agenda;
    const auto decision = workflows::decide(rules_of(meeting), command, facts);
    if (!decision) return decision.error();
    if (!meeting.planned.day()) return workflows::refused(words::this_meeting_does);
    if (db::list_items(tx, meeting.id).empty())
        return workflows::refused(words::this_agenda_has_no_items_add);
    return {};
}

Result<db::AgendaVersionRow> publish_agenda_now(const web::Context& context, db::WriteTx& tx,
                                                db::MeetingRow meeting,
                                                const workflows::Board& board,
                                                const std::string& content_seen,
                                                const std::string& late_reason) {
    if (const auto may = check_publishable(context, tx, meeting); !may) return may.error();
    const auto content = to_json(current_content(tx, meeting));
    if (const auto same = check_content(tx, meeting, content, content_seen); !same)
        return same.error();
    if (workflows::text::characters(late_reason) > workflows::comment_characters_max)
        return workflows::invalid("late_reason", words::reason_must_be_4_000_characters);
    const auto notice = notice_of(context.app, tx, meeting, board, tx.now());
    const auto verdict =
        workflows::publication_verdict(notice.days_given, notice.days_needed, late_reason);
    if (!verdict) return verdict.error();
    const auto version = db::insert_agenda_version(
        tx,
        {meeting.id, 0, {}, {}, notice.days_given, verdict->late ? late_reason : "", content, {}});
    meeting.published = version.number;
    if (const auto saved = db::save_meeting(tx, meeting); !saved) return saved.error();
    timetable::follow_publication(tx, meeting.id, version.number);
    db::append_audit(tx,
                     {"agenda.publish", "meeting:" + meeting.id, board.code,
                      words::version_published(version.number, verdict->words, version.sha256)});
    responses::deliver_responses_at(context.app, tx, meeting.id);
    return version;
}

}  // namespace server::agenda
