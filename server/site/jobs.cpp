#include "server/site/jobs.hpp"

#include <algorithm>
#include <array>
#include <exception>
#include <string>
#include <utility>

#include "db/identity.hpp"
#include "db/mail_links.hpp"
#include "db/purge.hpp"
#include "server/circulation/assent_follow_commands.hpp"
#include "server/circulation/review_commands.hpp"
#include "server/responses/response_commands.hpp"
#include "server/succession/succession_commands.hpp"
#include "server/themes/theme_commands.hpp"
#include "server/overview/digest_queries.hpp"
#include "server/base/limits.hpp"
#include "server/papers/pack_jobs.hpp"
#include "server/letters/reminders.hpp"

namespace server {
namespace {

using namespace std::chrono_literals;

// The thread sleeps at most so long: a clock that was set forward is noticed.
constexpr std::chrono::seconds sleep_longest{30};

JobReport send_reminders(App& app, const Stopping&) {
    const auto report = run_due(app);
    if (report.reminders > 0) {
        app.log(Severity::info, "reminders: " + std::to_string(report.reminders) + " due, " +
                                    std::to_string(report.letters) + " letters queued");
    }
    return report.more ? JobReport::done_some : JobReport::nothing_left;
}

JobReport write_access_log(App& app, const Stopping&) {
    const auto uses = app.activity.take();
    if (uses.empty()) return JobReport::nothing_left;
    auto tx = app.database.begin_write();
    for (const auto& use : uses)
        db::log_access(*tx, use.person, use.session, use.resource, use.at);
    tx->touch("session");
    tx->commit();
    return JobReport::nothing_left;
}

JobReport purge_old(App& app, const Stopping&) {
    const auto now = app.clock.now();
    db::PurgeBefore before;
    // A form's token is good for as long as its session: its answer is kept a day longer.
    before.submissions = now - limits::member_session_life_max - 24h;
    before.codes = now - limits::sign_in_codes_kept;
    before.unused_codes = now - limits::sign_in_codes_unused_kept;
    before.links = now - 24h;
    before.sessions = now;
    auto tx = app.database.begin_write();
    const auto rows = db::purge(*tx, before) + db::purge_mail_links(*tx, now - 24h * 30);
    tx->commit();
    if (rows > 0) app.log(Severity::info, "purge: " + std::to_string(rows) + " old rows removed");
    return JobReport::nothing_left;
}

JobReport send_digest(App& app, const Stopping&) {
    if (const int letters = send_quarter_digest(app); letters > 0)
        app.log(Severity::info, "quarterly digest: " + std::to_string(letters) + " letters queued");
    return JobReport::nothing_left;
}

JobReport build_packs(App& app, const Stopping& stopping) {
    return build_one_pack(app, stopping) ? JobReport::done_some : JobReport::nothing_left;
}

JobReport change_boards(App& app, const Stopping&) {
    const auto count = carry_out_due_changes(app);
    if (count > 0)
        app.log(Severity::info, "boards: " + std::to_string(count) + " changes took effect");
    return JobReport::nothing_left;
}

JobReport follow_chairs(App& app, const Stopping&) {
    const auto count = ask_present_chairs(app);
    if (count > 0)
        app.log(Severity::info, "written assent: " + std::to_string(count) + " new chairs asked");
    return JobReport::nothing_left;
}

JobReport place_answers(App& app, const Stopping&) {
    const int raised = raise_due_arrangements(app);
    if (raised > 0) app.log(Severity::info, "responses: " + std::to_string(raised) + " fell due");
    const int placed = place_waiting_answers(app);
    if (placed > 0)
        app.log(Severity::info, "responses: " + std::to_string(placed) + " put on agendas");
    return JobReport::nothing_left;
}

JobReport chase_themes(App& app, const Stopping&) {
    const auto count = chase_theme_polls(app);
    if (count > 0)
        app.log(Severity::info, "themes: " + std::to_string(count) + " boards asked again");
    return JobReport::nothing_left;
}

// clang-format off
constexpr std::array table{
    Job{"build packs", 30s, build_packs, 1},   // minutes each: reminders come between
    Job{"change boards", 60s, change_boards},  // before letters name a board
    Job{"ask new chairs", 60s, follow_chairs},
    Job{"place answers", 60s, place_answers},
    Job{"begin reviews", 1h, raise_reviews},
    Job{"send reminders", 60s, send_reminders},
    Job{"send quarterly digest", 1h, send_digest},
    Job{"chase themes", 300s, chase_themes},
    Job{"write access log", 30s, write_access_log},
    Job{"purge old rows", 1h, purge_old},
};
// clang-format on

}  // namespace

std::span<const Job> jobs() {
    return table;
}

JobRunner::JobRunner(App& app, std::span<const Job> table_of_jobs)
    : app_(app), table_(table_of_jobs), last_run_(table_of_jobs.size()) {
    app_.job_queued = [this] { wake(); };
}

JobRunner::~JobRunner() {
    stop();
    app_.job_queued = [] {};
}

void JobRunner::start() {
    thread_ = std::thread([this] { keep_running(); });
}

void JobRunner::stop() {
    {
        const std::lock_guard lock(mutex_);
        stopping_ = true;
    }
    called_.notify_all();
    if (thread_.joinable()) thread_.join();
}

void JobRunner::wake() {
    {
        const std::lock_guard lock(mutex_);
        woken_ = true;
    }
    called_.notify_all();
}

// A clock that was set back does not make the job wait until it has caught up.
bool JobRunner::is_due(std::size_t index, workflows::Instant now) const {
    const auto& last = last_run_[index];
    return !last || now < *last || now - *last >= table_[index].every;
}

JobReport JobRunner::run(const Job& job) {
    const Stopping stopping = [this] { return stopping_.load(); };
    try {
        for (int unit = 0; unit < job.units_per_round && !stopping_; ++unit) {
            if (job.run(app_, stopping) == JobReport::nothing_left) return JobReport::nothing_left;
        }
        return JobReport::done_some;
    } catch (const std::exception& failure) {
        app_.log(Severity::error,
                 "job \"" + std::string(job.name) + "\" failed: " + failure.what());
    }
    return JobReport::nothing_left;
}

// Each job that is due, and each that has units left of an earlier round. True: another round.
bool JobRunner::run_round(std::vector<int>& units_left, int& count) {
    bool more = false;
    for (std::size_t i = 0; i < table_.size() && !stopping_; ++i) {
        const auto now = app_.clock.now();
        if (is_due(i, now)) {
            last_run_[i] = now;
            units_left[i] = units_in_a_row_max;
            ++count;
        }
        if (units_left[i] <= 0) continue;
        units_left[i] -= table_[i].units_per_round;
        if (run(table_[i]) == JobReport::nothing_left) units_left[i] = 0;
        more = more || units_left[i] > 0;
    }
    return more;
}

int JobRunner::run_pending() {
    std::vector<int> units_left(table_.size(), 0);
    int count = 0;
    while (!stopping_ && run_round(units_left, count)) {
    }
    return count;
}

std::chrono::seconds JobRunner::wait_time(workflows::Instant now) const {
    auto wait = sleep_longest;
    for (std::size_t i = 0; i < table_.size(); ++i) {
        if (last_run_[i]) wait = std::min(wait, table_[i].every - (now - *last_run_[i]));
    }
    return std::clamp(wait, std::chrono::seconds(1), sleep_longest);
}

void JobRunner::keep_running() {
    std::unique_lock lock(mutex_);
    while (!stopping_) {
        if (std::exchange(woken_, false)) last_run_.assign(table_.size(), std::nullopt);
        lock.unlock();
        run_pending();
        lock.lock();
        called_.wait_for(lock, wait_time(app_.clock.now()), [&] { return stopping_ || woken_; });
    }
}

}  // namespace server
