// Long work in a queue: who asked for it, how far it is, how it ended.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "db/database.hpp"
#include "db/sql.hpp"
#include "workflows/core/date.hpp"
#include "workflows/core/names.hpp"

namespace db {

/// Touched by a commit that put a job into the queue.
inline constexpr const char* job_queued_tag = "job_queued";

enum class JobState { queued, running, done, failed, cancelled };

/// A row of `job`.
struct JobRow {
    std::string id;
    std::string kind;        // "pack"
    std::string subject;     // id of the meeting, file, …
    std::string variant;     // which of several for one subject: a pack's audience
    std::string board;       // code, or empty
    std::string started_by;  // person key
    JobState state = JobState::queued;
    long long done = 0;
    long long total = 0;
    std::string label;        // how far, or why it failed, in words
    std::string result_href;  // once done
    workflows::Instant created_at{};
    workflows::Instant finished_at{};  // 1970: not yet

    bool open() const { return state == JobState::queued || state == JobState::running; }
};

std::optional<JobRow> find_job(ReadTx& tx, const std::string& id);
/// The oldest queued job of a kind.
std::optional<JobRow> next_queued_job(ReadTx& tx, std::string_view kind);
/// Whether any job of a kind is queued or running.
bool has_open_job(ReadTx& tx, std::string_view kind);
/// The queued or running job for the same kind, subject and variant.
std::optional<JobRow> find_open_job(ReadTx& tx, const JobRow& like);

/// Queued now by who acts; fills in the id.
JobRow insert_job(WriteTx& tx, JobRow job);
/// queued -> running; false when another thread took it or it was cancelled.
bool start_job(WriteTx& tx, const std::string& id);
/// False when the job no longer runs (it was cancelled): stop.
bool save_progress(WriteTx& tx, const JobRow& job);
/// running -> done or failed with the label and result of `job`; false when it was cancelled.
bool finish_job(WriteTx& tx, const JobRow& job);
/// queued or running -> cancelled; false when it had ended.
bool cancel_job(WriteTx& tx, const std::string& id);
/// Jobs of a kind that ran when the program was stopped are queued again. Only where nothing else
/// runs jobs of that kind.
void requeue_running_jobs(WriteTx& tx, std::string_view kind);

std::vector<const Sql*> jobs_statements();

}  // namespace db

namespace workflows {

template <>
inline constexpr auto names<db::JobState> = std::to_array<Name<db::JobState>>({
    {db::JobState::queued, "queued", "waiting"},
    {db::JobState::running, "running", "running"},
    {db::JobState::done, "done", "done"},
    {db::JobState::failed, "failed", "failed"},
    {db::JobState::cancelled, "cancelled", "cancelled"},
});

}  // namespace workflows
