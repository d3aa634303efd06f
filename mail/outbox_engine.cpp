// The outbox worker at work: see outbox_worker.hpp for the order of marks and outcomes.
#include "mail/outbox_engine.hpp"

#include <algorithm>
#include <exception>
#include <utility>

#include "mail/outcome.hpp"

namespace mail {
namespace {

constexpr std::size_t drain_rows_max = 16;
constexpr std::size_t rows_per_sender = 16;

class EodObserver final : public DeliveryObserver {
  public:
    explicit EodObserver(const std::function<Proceed()>& mark) : mark_(mark) {}
    Proceed reached(Phase phase) noexcept override {
        if (phase != Phase::eod) {
            return Proceed::go_on;
        }
        const Proceed proceed = mark_();
        marked_ = proceed == Proceed::go_on;
        return proceed;
    }
    bool marked() const { return marked_; }

  private:
    const std::function<Proceed()>& mark_;
    bool marked_ = false;
};

// A transport that throws has met something nobody foresaw; past the mark that is doubt.
SendResult broken(const std::exception& failure, bool marked) {
    SendResult result;
    result.verdict = marked ? Verdict::in_doubt : Verdict::relay_trouble;
    result.reason = marked ? Reason::none : Reason::relay;
    result.trouble = failure.what();
    return result;
}

DrainReport difference(const DrainReport& after, const DrainReport& before) {
    return {after.leased - before.leased,     after.recovered - before.recovered,
            after.accepted - before.accepted, after.deferred - before.deferred,
            after.released - before.released, after.failed - before.failed,
            after.expired - before.expired,   after.held - before.held,
            after.in_doubt - before.in_doubt};
}

}  // namespace

OutboxEngine::OutboxEngine(DeliveryLog& log, TransportFactory make_transport,
                           const workflows::Clock& clock, Jitter jitter, OutboxSettings settings)
    : log_(log),
      make_transport_(std::move(make_transport)),
      clock_(clock),
      jitter_(std::move(jitter)),
      settings_(std::move(settings)) {}

OutboxEngine::~OutboxEngine() {
    stop();
}

OutboxStatus OutboxEngine::status() const {
    const std::lock_guard lock(mutex_);
    OutboxStatus status = status_;
    status.relay_resting_until = breaker_.resting_until();
    return status;
}

// ---- both ways of working

void OutboxEngine::add(Outcome outcome) {
    work_.outcomes.push_back(std::move(outcome));
}

void OutboxEngine::release_queue(workflows::Instant now) {
    const auto next = breaker_.resting_until().value_or(now);
    for (const auto& key : queue_.clear()) {
        add(released(key, now, next));
    }
}

Outcome OutboxEngine::judge_delivery(const Leased& leased, const SendResult& result,
                                     workflows::Instant now) {
    switch (result.verdict) {
        case Verdict::relay_trouble:
            breaker_.trip(now, jitter_());
            status_.relay_trouble = result.reply.code >= 400
                                        ? std::to_string(result.reply.code) + ' ' +
                                              to_text(result.reply.status) + ' ' + result.reply.text
                                        : result.trouble;
            release_queue(now);
            break;
        case Verdict::accepted:
        case Verdict::transient:
        case Verdict::permanent:
            breaker_.reset();
            status_.relay_trouble.clear();
            break;
        case Verdict::in_doubt:
        case Verdict::given_up:
            breaker_.withdraw_probe();
            break;
    }
    return outcome_of(leased, result, now, breaker_.resting_until().value_or(now), jitter_());
}

bool OutboxEngine::lease_nearly_over(const Leased& leased) const {
    return clock_.now() + lease_spare >= leased.lease_until;
}

std::optional<Outcome> OutboxEngine::not_to_begin(const Leased& leased) {
    const auto now = clock_.now();
    if (now < leased.not_after && !lease_nearly_over(leased)) {
        return std::nullopt;
    }
    const std::lock_guard lock(mutex_);
    breaker_.withdraw_probe();
    return now >= leased.not_after ? expired(leased.key, now) : released(leased.key, now, now);
}

Outcome OutboxEngine::deliver(const Leased& leased, MailTransport& transport,
                              const std::function<Proceed()>& mark) {
    if (auto outcome = not_to_begin(leased)) {
        return std::move(*outcome);
    }
    const std::function<Proceed()> mark_and_begin = [&] {
        const bool begun =
            !lease_nearly_over(leased) && mark() == Proceed::go_on && log_.begin(leased.key);
        return begun ? Proceed::go_on : Proceed::stop;
    };
    EodObserver observer(mark_and_begin);
    SendResult result;
    try {
        result = transport.deliver(leased.envelope, leased.bytes, observer, stop_.get_token());
    } catch (const std::exception& failure) {
        result = broken(failure, observer.marked());
    }
    const std::lock_guard lock(mutex_);
    return judge_delivery(leased, result, clock_.now());
}

// How many rows to lease now: none while the relay rests, one to probe it.
std::size_t OutboxEngine::rows_wanted(workflows::Instant now) {
    switch (breaker_.gate(now)) {
        case RelayBreaker::Gate::send:
            return std::clamp(rows_per_sender * settings_.senders, drain_rows_max, lease_rows_max);
        case RelayBreaker::Gate::probe:
            return 1;
        case RelayBreaker::Gate::rest:
            break;
    }
    return 0;
}

// ---- by hand

void OutboxEngine::commit_now() {
    log_.commit({}, work_.outcomes);
    const std::lock_guard lock(mutex_);
    count_outcomes(work_.outcomes);
    work_.outcomes.clear();
}

Proceed OutboxEngine::mark_now(const LeaseKey& key) {
    try {
        const auto stale = log_.commit(std::span(&key, 1), {});
        return stale.empty() ? Proceed::go_on : Proceed::stop;
    } catch (...) {
        mark_failure_ = std::current_exception();
        return Proceed::stop;
    }
}

void OutboxEngine::lease_now(workflows::Instant now) {
    std::unique_lock lock(mutex_);
    const std::size_t rows = rows_wanted(now);
    lock.unlock();
    auto leased = rows > 0 ? log_.lease(settings_.worker, rows, now) : std::vector<Leased>{};
    lock.lock();
    status_.totals.leased += static_cast<int>(leased.size());
    if (leased.empty()) {
        breaker_.withdraw_probe();
    }
    queue_.add(std::move(leased));
}

DrainReport OutboxEngine::drain_once() {
    const DrainReport before = status_.totals;
    const auto now = clock_.now();
    for (const auto& stranded : log_.stranded(settings_.worker, now)) {
        ++status_.totals.recovered;
        add(outcome_of(stranded, now));
    }
    commit_now();
    lease_now(now);
    if (!hand_transport_) {
        hand_transport_ = make_transport_();
    }
    while (const auto row = queue_.take()) {
        const LeaseKey key = row->leased.key;
        add(deliver(row->leased, *hand_transport_, [&] { return mark_now(key); }));
        if (mark_failure_) {
            work_.outcomes.clear();
            queue_.clear();
            std::rethrow_exception(std::exchange(mark_failure_, nullptr));
        }
        commit_now();
    }
    return difference(status_.totals, before);
}

// ---- senders

std::optional<LeaseQueue::Taken> OutboxEngine::next_row() {
    std::unique_lock lock(mutex_);
    rows_ready_.wait(lock, [&] { return stopping_ || queue_.has_free_row(); });
    if (stopping_) {
        return std::nullopt;
    }
    auto row = queue_.take();
    ++delivering_;
    if (is_urgent()) {
        clerk_called_.notify_one();
    }
    return row;
}

Proceed OutboxEngine::mark_and_wait(const LeaseKey& key) {
    MarkRequest request{.key = key};
    {
        const std::lock_guard lock(mutex_);
        work_.marks.push_back(&request);
        call_clerk();
    }
    request.answered.acquire();
    return request.answer;
}

void OutboxEngine::finish(Outcome outcome) {
    const std::lock_guard lock(mutex_);
    --delivering_;
    add(std::move(outcome));
    call_clerk();
}

// Waking the clerk for every mark would cost more than the marks: the first one and the last one
// that can come are enough.
void OutboxEngine::call_clerk() {
    const bool first = work_.marks.size() + work_.outcomes.size() == 1;
    const bool all = !work_.marks.empty() && work_.marks.size() >= delivering_;
    if (first || all || work_.marks.size() == 1) {
        clerk_called_.notify_one();
    }
}

void OutboxEngine::send_all(MailTransport& transport) {
    while (const auto row = next_row()) {
        finish(deliver(row->leased, transport, [&] {
            return row->marked ? Proceed::go_on : mark_and_wait(row->leased.key);
        }));
    }
    {
        const std::lock_guard lock(mutex_);
        --senders_busy_;
    }
    clerk_called_.notify_one();
}

// ---- starting and stopping

void OutboxEngine::start() {
    std::vector<std::unique_ptr<MailTransport>> transports;
    for (std::size_t i = 0; i < settings_.senders; ++i) {
        transports.push_back(make_transport_());
    }
    senders_busy_ = transports.size();
    for (auto& transport : transports) {
        senders_.emplace_back([this, owned = std::move(transport)] { send_all(*owned); });
    }
    clerk_ = std::jthread([this] { keep_log(); });
}

void OutboxEngine::wake() {
    {
        const std::lock_guard lock(mutex_);
        look_ = true;
    }
    clerk_called_.notify_one();
}

void OutboxEngine::stop() {
    if (!clerk_.joinable()) {
        return;
    }
    stop_.request_stop();
    {
        const std::lock_guard lock(mutex_);
        stopping_ = true;
        release_queue(clock_.now());
    }
    rows_ready_.notify_all();
    clerk_called_.notify_one();
    senders_.clear();
    clerk_.join();
}

}  // namespace mail
