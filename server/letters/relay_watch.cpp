#include "server/letters/relay_watch.hpp"

#include "mail/classify.hpp"

namespace server::letters {
namespace {

class WatchedTransport final : public mail::MailTransport {
  public:
    WatchedTransport(RelayWatch& watch, std::unique_ptr<mail::MailTransport> transport)
        : watch_(watch), transport_(std::move(transport)) {}

    mail::SendResult deliver(const mail::Envelope& envelope, std::string_view bytes,
                             mail::DeliveryObserver& observer, std::stop_token stop) override {
        auto result = transport_->deliver(envelope, bytes, observer, std::move(stop));
        watch_.saw(result);
        return result;
    }

  private:
    RelayWatch& watch_;
    const std::unique_ptr<mail::MailTransport> transport_;
};

// A reply by its numbers alone: its text is the relay's, and may name whom the mail is for.
std::string relay_words(const mail::SendResult& result) {
    if (result.reply.code < 400) return result.trouble;
    const auto status = mail::to_text(result.reply.status);
    return "it answered " + std::to_string(result.reply.code) + (status.empty() ? "" : " ") +
           status;
}

std::string lost_line(const std::string& words) {
    const bool plain = !words.empty() && words.find('@') == std::string::npos;
    return "mail: the relay does not take mail" + (plain ? " (" + words + ")" : std::string()) +
           "; messages wait and are tried again";
}

}  // namespace

std::unique_ptr<mail::MailTransport> RelayWatch::watched(
    std::unique_ptr<mail::MailTransport> transport) {
    return std::make_unique<WatchedTransport>(*this, std::move(transport));
}

void RelayWatch::saw(const mail::SendResult& result) {
    switch (result.verdict) {
        case mail::Verdict::relay_trouble:
            if (!lost_.exchange(true))
                log_(base::Severity::warning, lost_line(relay_words(result)));
            break;
        case mail::Verdict::accepted:
        case mail::Verdict::transient:
        case mail::Verdict::permanent:
            if (lost_.exchange(false))
                log_(base::Severity::info, "mail: the relay takes mail again");
            break;
        case mail::Verdict::in_doubt:
        case mail::Verdict::given_up:
            break;  // says nothing of the relay
    }
}

}  // namespace server::letters
