#include "server/papers/pack_order_commands.hpp"

#include "db/audit.hpp"
#include "server/agenda/agenda_queries.hpp"
#include "server/papers/pack_jobs.hpp"

namespace server::papers {

db::JobRow queue_pack(db::WriteTx& tx, const db::MeetingRow& meeting, Audience audience) {
    db::JobRow job;
    job.kind = pack_job_kind;
    job.subject = meeting.id;
    job.variant = workflows::to_text(audience);
    job.board = meeting.board;
    job.label = "Waiting to be built";
    if (const auto open = db::find_open_job(tx, job)) return *open;
    return db::insert_job(tx, job);
}

Result<std::string> order_pack(const base::Acting&, db::WriteTx& tx, const OrderPack& command) {
    const auto subject = agenda::load_subject(tx, command.meeting);
    if (!subject) return subject.error();
    if (subject->meeting.published == 0)
        return workflows::refused("Publish the agenda first: a pack is made of what is published.");
    if (!has_pack_for(subject->meeting, command.audience))
        return workflows::refused("This meeting is held in private, so it has no public pack.");
    const auto job = queue_pack(tx, subject->meeting, command.audience);
    db::append_audit(
        tx, {"pack.build", "meeting:" + subject->meeting.id, subject->board.code, job.variant});
    return job.id;
}

Result<void> cancel_job(const base::Acting&, db::WriteTx& tx, const CancelJob& command) {
    const auto job = db::find_job(tx, command.job);
    if (!job) return workflows::not_found("There is no such job.");
    if (!db::cancel_job(tx, job->id))
        return workflows::refused("This has ended already, so it cannot be cancelled.");
    db::append_audit(tx, {"job.cancel", "job:" + job->id, job->board, job->kind});
    return {};
}

}  // namespace server::papers
