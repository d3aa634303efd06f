#include "server/agenda/publish_commands.hpp"

#include "db/agenda.hpp"
#include "db/audit.hpp"
#include "server/agenda/agenda_content.hpp"
#include "server/agenda/words.hpp"
#include "server/base/app.hpp"
#include "server/base/secrets.hpp"
#include "server/meetings/meeting_words.hpp"
#include "server/meetings/notice.hpp"
#include "server/web/site.hpp"
#include "workflows/agenda/agenda.hpp"
#include "workflows/meetings/meeting.hpp"
#include "workflows/text/utf8.hpp"

namespace server::agenda {
namespace {

using workflows::Code;

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

Result<void> check_publishable(const base::Acting& acting, db::ReadTx& tx,
                               const db::MeetingRow& meeting) {
    workflows::MeetingFacts facts;
    facts.today = acting.today;
    facts.actor = {acting.chairs(meeting.board), acting.serves(meeting.board)};
    workflows::MeetingCommand command;
    command.event = workflows::MeetingEvent::publish_agenda;
    const auto decision = workflows::decide(meetings::workflow_meeting(meeting), command, facts);
    if (!decision) return decision.error();
    if (!meeting.planned.day()) return workflows::refused(words::this_meeting_does);
    if (db::list_items(tx, meeting.id).empty())
        return workflows::refused(words::this_agenda_has_no_items_add);
    return {};
}

Result<db::AgendaVersionRow> publish_agenda_now(base::App& app, const base::Acting& acting,
                                                db::WriteTx& tx, db::MeetingRow meeting,
                                                const workflows::Board& board,
                                                const std::string& content_seen,
                                                const std::string& late_reason) {
    if (const auto may = check_publishable(acting, tx, meeting); !may) return may.error();
    const auto content = to_json(current_content(tx, meeting));
    if (const auto same = check_content(tx, meeting, content, content_seen); !same)
        return same.error();
    if (workflows::text::characters(late_reason) > workflows::comment_characters_max)
        return workflows::invalid("late_reason", words::reason_must_be_4_000_characters);
    const auto notice = meetings::notice_of(app, tx, meeting, board, tx.now());
    const auto verdict =
        workflows::publication_verdict(notice.days_given, notice.days_needed, late_reason);
    if (!verdict) return verdict.error();
    const auto version = db::insert_agenda_version(
        tx,
        {meeting.id, 0, {}, {}, notice.days_given, verdict->late ? late_reason : "", content, {}});
    meeting.published = version.number;
    if (const auto saved = db::save_meeting(tx, meeting); !saved) return saved.error();
    db::append_audit(tx,
                     {"agenda.publish", "meeting:" + meeting.id, board.code,
                      words::version_published(version.number, verdict->words, version.sha256)});
    const auto& followers = app.site->followers.agenda_published;
    if (const auto followed = web::follow(followers, app, tx, meeting); !followed)
        return followed.error();
    return version;
}

}  // namespace server::agenda
