// The face of the outbox worker.
#include "mail/outbox_worker.hpp"

#include "mail/outbox_engine.hpp"

namespace mail {

OutboxWorker::OutboxWorker(DeliveryLog& log, TransportFactory make_transport,
                           const workflows::Clock& clock, Jitter jitter, OutboxSettings settings)
    : engine_(std::make_unique<OutboxEngine>(log, std::move(make_transport), clock,
                                             std::move(jitter), std::move(settings))) {}

OutboxWorker::~OutboxWorker() = default;

DrainReport OutboxWorker::drain_once() {
    return engine_->drain_once();
}
void OutboxWorker::start() {
    engine_->start();
}
void OutboxWorker::wake() {
    engine_->wake();
}
void OutboxWorker::stop() {
    engine_->stop();
}
OutboxStatus OutboxWorker::status() const {
    return engine_->status();
}

}  // namespace mail
