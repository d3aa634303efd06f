#include "db/jobs.hpp"

#include <tuple>

#include "db/statement.hpp"
#include "db/times.hpp"

#define JOB_COLUMNS                                                              \
    "id, kind, subject, variant, board, started_by, state, done, total, label, " \
    "result_href, created_at, finished_at"

namespace db {
namespace {

using S = std::string;

constexpr Sql find{"jobs.find", "SELECT " JOB_COLUMNS " FROM job WHERE id = :id"};
constexpr Sql next_queued{"jobs.next",
                          "SELECT " JOB_COLUMNS
                          " FROM job WHERE state IN ('queued', 'running') AND state = 'queued'"
                          " AND kind = :kind ORDER BY created_at, id LIMIT 1"};
constexpr Sql find_open{"jobs.find_open",
                        "SELECT " JOB_COLUMNS
                        " FROM job WHERE state IN ('queued', 'running') AND kind = :kind"
                        " AND subject = :subject AND variant = :variant LIMIT 1"};
constexpr Sql insert{"jobs.insert", R"(
    INSERT INTO job(id, kind, subject, variant, board, started_by, state, done, total, label,
        created_at)
    VALUES (:id, :kind, :subject, :variant, :board, :started_by, 'queued', :done, :total, :label,
        :created_at))"};
constexpr Sql start{"jobs.start",
                    "UPDATE job SET state = 'running' WHERE id = :id AND state = 'queued'"};
constexpr Sql progress{"jobs.progress", R"(
    UPDATE job SET done = :done, total = :total, label = :label
    WHERE id = :id AND state = 'running')"};
constexpr Sql finish{"jobs.finish", R"(
    UPDATE job SET state = :state, done = :done, total = :total, label = :label,
        result_href = :result_href, finished_at = :finished_at
    WHERE id = :id AND state = 'running')"};
constexpr Sql cancel{"jobs.cancel", R"(
    UPDATE job SET state = 'cancelled', label = 'Cancelled', finished_at = :at
    WHERE id = :id AND state IN ('queued', 'running'))"};
constexpr Sql requeue{"jobs.requeue", R"(
    UPDATE job SET state = 'queued', done = 0
    WHERE state IN ('queued', 'running') AND state = 'running' AND kind = :kind)"};
constexpr Sql count_open{"jobs.count_open", R"(
    SELECT COUNT(*) FROM job WHERE state IN ('queued', 'running') AND kind = :kind)"};

template <class... A>
std::optional<JobRow> first(ReadTx& tx, const Sql& sql, const A&... arguments) {
    std::optional<JobRow> found;
    each<S, S, S, S, S, S, S, long long, long long, S, S, long long, long long>(
        tx.session(), sql,
        [&](const S& id, const S& kind, const S& subject, const S& variant, const S& board,
            const S& by, const S& state, long long done, long long total, const S& label,
            const S& href, long long created, long long finished) {
            found = JobRow{
                id,    kind, subject,          variant,          board, by, state, done, total,
                label, href, instant(created), instant(finished)};
        },
        arguments...);
    return found;
}

}  // namespace

std::optional<JobRow> find_job(ReadTx& tx, const S& id) {
    return first(tx, find, id);
}

std::optional<JobRow> next_queued_job(ReadTx& tx, std::string_view kind) {
    return first(tx, next_queued, kind);
}

bool has_open_job(ReadTx& tx, std::string_view kind) {
    return value<int>(tx.session(), count_open, kind) > 0;
}

std::optional<JobRow> find_open_job(ReadTx& tx, const JobRow& like) {
    return first(tx, find_open, like.kind, like.subject, like.variant);
}

JobRow insert_job(WriteTx& tx, JobRow job) {
    if (job.id.empty()) job.id = tx.ids().id();
    job.state = "queued";
    job.started_by = tx.actor().person;
    job.created_at = tx.now();
    run(tx.session(), insert, job.id, job.kind, job.subject, job.variant, job.board, job.started_by,
        job.done, job.total, job.label, seconds(job.created_at));
    tx.touch("job:" + job.id);
    tx.touch(job_queued_tag);
    return job;
}

bool start_job(WriteTx& tx, const S& id) {
    tx.touch("job:" + id);
    return run(tx.session(), start, id) == 1;
}

bool save_progress(WriteTx& tx, const JobRow& job) {
    tx.touch("job:" + job.id);
    return run(tx.session(), progress, job.done, job.total, job.label, job.id) == 1;
}

bool finish_job(WriteTx& tx, const JobRow& job) {
    tx.touch("job:" + job.id);
    return run(tx.session(), finish, job.state, job.done, job.total, job.label, job.result_href,
               seconds(tx.now()), job.id) == 1;
}

bool cancel_job(WriteTx& tx, const S& id) {
    tx.touch("job:" + id);
    return run(tx.session(), cancel, seconds(tx.now()), id) == 1;
}

void requeue_running_jobs(WriteTx& tx, std::string_view kind) {
    tx.touch("job");
    run(tx.session(), requeue, kind);
}

std::vector<const Sql*> jobs_statements() {
    return {&find,     &next_queued, &find_open, &insert,  &start,
            &progress, &finish,      &cancel,    &requeue, &count_open};
}

}  // namespace db
