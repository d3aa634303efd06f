#include "db/jobs.hpp"

#include "db/statement.hpp"

namespace db {

BOOST_DESCRIBE_STRUCT(JobRow, (),
                      (id, kind, subject, variant, board, started_by, state, done, total, label,
                       result_href, created_at, finished_at))

namespace {

using S = std::string;

constexpr Query<JobRow> find{"jobs.find", "SELECT {columns} FROM job WHERE id = :id"};
constexpr Query<JobRow> next_queued{"jobs.next", R"(
    SELECT {columns} FROM job WHERE state IN ('queued', 'running') AND state = 'queued'
    AND kind = :kind ORDER BY created_at, id LIMIT 1)"};
constexpr Query<JobRow> find_open{"jobs.find_open", R"(
    SELECT {columns} FROM job WHERE state IN ('queued', 'running') AND kind = :kind
    AND subject = :subject AND variant = :variant LIMIT 1)"};
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
constexpr Query<int> count_open{"jobs.count_open", R"(
    SELECT COUNT(*) FROM job WHERE state IN ('queued', 'running') AND kind = :kind)"};

}  // namespace

std::optional<JobRow> find_job(ReadTx& tx, const S& id) {
    return select_one(tx.session(), find, {{"id", id}});
}

std::optional<JobRow> next_queued_job(ReadTx& tx, std::string_view kind) {
    return select_one(tx.session(), next_queued, {{"kind", kind}});
}

bool has_open_job(ReadTx& tx, std::string_view kind) {
    return value(tx.session(), count_open, {{"kind", kind}}) > 0;
}

std::optional<JobRow> find_open_job(ReadTx& tx, const JobRow& like) {
    return select_one(tx.session(), find_open, fields_of(like));
}

JobRow insert_job(WriteTx& tx, JobRow job) {
    if (job.id.empty()) job.id = tx.ids().id();
    job.state = JobState::queued;
    job.started_by = tx.actor().person;
    job.created_at = tx.now();
    run(tx.session(), insert, fields_of(job));
    tx.touch("job:" + job.id);
    tx.touch(job_queued_tag);
    return job;
}

bool start_job(WriteTx& tx, const S& id) {
    tx.touch("job:" + id);
    return run(tx.session(), start, {{"id", id}}) == 1;
}

bool save_progress(WriteTx& tx, const JobRow& job) {
    tx.touch("job:" + job.id);
    return run(tx.session(), progress, fields_of(job)) == 1;
}

bool finish_job(WriteTx& tx, const JobRow& job) {
    tx.touch("job:" + job.id);
    return run(tx.session(), finish, fields_of(job, {{"finished_at", tx.now()}})) == 1;
}

bool cancel_job(WriteTx& tx, const S& id) {
    tx.touch("job:" + id);
    return run(tx.session(), cancel, {{"at", tx.now()}, {"id", id}}) == 1;
}

void requeue_running_jobs(WriteTx& tx, std::string_view kind) {
    tx.touch("job");
    run(tx.session(), requeue, {{"kind", kind}});
}

std::vector<const Sql*> jobs_statements() {
    return {&find,     &next_queued, &find_open, &insert,  &start,
            &progress, &finish,      &cancel,    &requeue, &count_open};
}

}  // namespace db
