// The clerk's thread of the outbox engine: the only one that calls the log while it runs.
#include <algorithm>
#include <iterator>
#include <utility>

#include "mail/outbox_engine.hpp"
#include "mail/outcome.hpp"

namespace mail {
namespace {

constexpr std::chrono::milliseconds outcome_linger{5};
constexpr std::chrono::milliseconds mark_linger{2};

void count(DrainReport& report, Disposition disposition) {
    switch (disposition) {
        case Disposition::accepted:
            ++report.accepted;
            break;
        case Disposition::deferred:
            ++report.deferred;
            break;
        case Disposition::released:
            ++report.released;
            break;
        case Disposition::failed:
            ++report.failed;
            break;
        case Disposition::expired:
            ++report.expired;
            break;
        case Disposition::held:
            ++report.held;
            break;
        case Disposition::in_doubt:
            ++report.in_doubt;
            break;
    }
}

}  // namespace

void OutboxEngine::count_outcomes(std::span<const Outcome> outcomes) {
    for (const auto& outcome : outcomes) {
        count(status_.totals, outcome.disposition);
    }
}

bool OutboxEngine::is_urgent() const {
    const bool log_is_sound = status_.log_trouble.empty();
    const bool lease = look_ && queue_.size() < rows_ahead();
    const bool mark = queue_.wants_marks(rows_ahead() / 2);
    return stopping_ || !work_.marks.empty() || (log_is_sound && (lease || mark));
}

// After a failure nothing is marked ahead, so that one commit of what is owed proves the log sound.
void OutboxEngine::choose_work(Work& work) {
    std::swap(work, work_);
    if (status_.log_trouble.empty() && !stopping_) {
        work.marks_ahead = queue_.start_marking(rows_ahead());
    }
}

// One transaction for everything that gathered. False: the log could not keep it; outcomes are
// tried again, and a sender whose mark is not on disk sends nothing.
bool OutboxEngine::settle(Work& work) {
    if (work.marks.empty() && work.outcomes.empty() && work.marks_ahead.empty()) {
        return true;
    }
    std::vector<LeaseKey> keys = work.marks_ahead;
    for (const auto* request : work.marks) {
        keys.push_back(request->key);
    }
    std::string trouble;
    std::vector<LeaseKey> stale = keys;
    try {
        stale = log_.commit(keys, work.outcomes);
    } catch (const std::exception& failure) {
        trouble = failure.what();
    }
    for (auto* request : work.marks) {
        const bool kept = std::find(stale.begin(), stale.end(), request->key) == stale.end();
        request->answer = kept ? Proceed::go_on : Proceed::stop;
        request->answered.release();
    }
    const std::lock_guard lock(mutex_);
    status_.log_trouble = trouble;
    if (!trouble.empty()) {
        queue_.abandon_marking();
        std::move(work.outcomes.begin(), work.outcomes.end(), std::back_inserter(work_.outcomes));
        return false;
    }
    count_outcomes(work.outcomes);
    queue_.finish_marking(stale);
    rows_ready_.notify_all();
    return true;
}

void OutboxEngine::look_for_rows() {
    const auto now = clock_.now();
    std::size_t rows = 0;
    {
        const std::lock_guard lock(mutex_);
        if (stopping_ || !look_ || queue_.size() >= rows_ahead()) {
            return;
        }
        rows = rows_wanted(now);
        look_ = false;  // a wake() from here on is about rows that this look may miss
    }
    std::vector<Leased> leased;
    std::string trouble;
    try {
        leased = rows > 0 ? log_.lease(settings_.worker, rows, now) : std::vector<Leased>{};
    } catch (const std::exception& failure) {
        trouble = failure.what();
    }
    const std::lock_guard lock(mutex_);
    status_.log_trouble = trouble;
    status_.totals.leased += static_cast<int>(leased.size());
    if (leased.empty() && rows > 0) {
        breaker_.withdraw_probe();
    }
    look_ = look_ || !leased.empty();
    queue_.add(std::move(leased));
    if (stopping_) {
        release_queue(now);
    }
    rows_ready_.notify_all();
}

void OutboxEngine::recover() {
    const auto now = clock_.now();
    std::vector<Stranded> stranded;
    std::string trouble;
    try {
        stranded = log_.stranded(settings_.worker, now);
    } catch (const std::exception& failure) {
        trouble = failure.what();
    }
    const std::lock_guard lock(mutex_);
    status_.log_trouble = trouble;
    for (const auto& row : stranded) {
        ++status_.totals.recovered;
        add(outcome_of(row, now));
    }
}

// Waits until there is something to do. Outcomes alone wait a little for marks to travel with.
OutboxEngine::Call OutboxEngine::wait_for_call(std::unique_lock<std::mutex>& lock) {
    const bool called = clerk_called_.wait_for(lock, settings_.look_every, [&] {
        return is_urgent() || (!work_.outcomes.empty() && status_.log_trouble.empty());
    });
    if (called && !is_urgent()) {
        clerk_called_.wait_for(lock, outcome_linger, [&] { return is_urgent(); });
    }
    // A disk write costs more than the dialogues of the other senders up to their own marks.
    clerk_called_.wait_for(lock, mark_linger, [&] {
        return stopping_ || work_.marks.empty() || work_.marks.size() >= delivering_;
    });
    if (stopping_) {
        clerk_called_.wait(lock, [&] { return senders_busy_ == 0 || !work_.marks.empty(); });
        return senders_busy_ == 0 ? Call::last : Call::work;
    }
    return called ? Call::work : Call::look;
}

void OutboxEngine::keep_log() {
    recover();
    for (Call call = Call::work; call != Call::last;) {
        Work work;
        {
            std::unique_lock lock(mutex_);
            call = wait_for_call(lock);
            look_ = look_ || call == Call::look;
            choose_work(work);
        }
        const bool kept = settle(work);  // at the last call what is not kept is stranded
        if (call == Call::look) {
            recover();
        }
        if (kept) {
            look_for_rows();
        }
    }
}

}  // namespace mail
