#include "server/papers/pack_order_commands.hpp"

#include "db/audit.hpp"
#include "server/agenda/agenda_queries.hpp"
#include "server/papers/pack_jobs.hpp"
#include "server/papers/words.hpp"

namespace server::papers {

db::JobRow queue_pack(db::WriteTx& tx, const db::MeetingRow& meeting, Audience audience) {
    db::JobRow job;
    job.kind = pack_job_kind;
    job.subject = meeting.id;
    job.variant = workflows::to_text(audience);
    job.board = meeting.board;
    job.label = words::waiting_to_start;
    if (const auto open = db::find_open_job(tx, job)) return *open;
    return db::insert_job(tx, job);
}

Result<std::string> order_pack(const base::Acting&, db::WriteTx& tx, const OrderPack& command) {
    const auto subject = agenda::load_subject(tx, command.meeting);
    if (!subject) return subject.error();
    if (subject->meeting.published == 0)
        return workflows::refused(words::publish_the_agenda_first_packs);
    if (!has_pack_for(subject->meeting, command.audience))
        return workflows::refused(words::this_is_a_private_meeting_so);
    const auto job = queue_pack(tx, subject->meeting, command.audience);
    db::append_audit(
        tx, {"pack.build", "meeting:" + subject->meeting.id, subject->board.code, job.variant});
    return job.id;
}

Result<void> cancel_job(const base::Acting&, db::WriteTx& tx, const CancelJob& command) {
    const auto job = db::find_job(tx, command.job);
    if (!job) return workflows::not_found(words::we_cannot_find_this_task);
    if (!db::cancel_job(tx, job->id))
        return workflows::refused(words::this_has_already_finished_so);
    db::append_audit(tx, {"job.cancel", "job:" + job->id, job->board, job->kind});
    return {};
}

}  // namespace server::papers
