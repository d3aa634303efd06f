// The only file that knows libcurl: one easy handle, its options, its callbacks.
#include "mail/smtp_transport.hpp"

#include <curl/curl.h>
#include <sys/socket.h>

#include <algorithm>
#include <array>
#include <optional>
#include <stdexcept>

#include "mail/smtp_dialogue.hpp"

namespace mail {
namespace {

using SteadyTime = std::chrono::steady_clock::time_point;

constexpr long idle_seconds_max = 8;  // a relay under load cuts idle connections after 10
constexpr long connection_seconds_max = 300;
constexpr long farewell_seconds_max = 2;  // for the reply to QUIT, which libcurl waits for
constexpr std::chrono::seconds spare{5};  // our own limits come first

struct ListFree {
    void operator()(curl_slist* list) const { curl_slist_free_all(list); }
};

long whole_seconds(std::chrono::milliseconds time) {
    return static_cast<long>(std::chrono::ceil<std::chrono::seconds>(time).count());
}

// What may change while we wait; a wait that sees none of it change for too long is over.
struct Progress {
    Stage stage = Stage::greeting;
    bool connected = false;
    std::size_t given = 0;
    curl_off_t sent = 0;
    friend bool operator==(const Progress&, const Progress&) = default;
};

}  // namespace

class SmtpTransport::Session {
  public:
    explicit Session(SmtpRelay relay);
    ~Session();
    Session(const Session&) = delete;
    Session& operator=(const Session&) = delete;

    SendResult deliver(const Envelope& envelope, std::string_view bytes, DeliveryObserver& observer,
                       std::stop_token stop);

  private:
    enum class Connection { kept_or_new, surely_new };

    template <class Value>
    void set(CURLoption option, Value value);
    void set_connection_options();
    void set_login_options();
    void set_callbacks();
    Ending attempt(Connection connection);
    void count_connection_use(CURLcode code);
    bool tell(Phase phase);
    std::chrono::milliseconds patience(const Progress& progress) const;
    bool must_stop(SteadyTime now);
    void shorten_farewell();
    void drop_connection();
    bool may_give(std::size_t take, std::size_t left);

    static int on_socket(void* self, curl_socket_t socket, curlsocktype purpose);
    static std::size_t on_reply_line(char* data, std::size_t size, std::size_t count, void* self);
    static std::size_t on_read(char* out, std::size_t size, std::size_t count, void* self);
    static int on_progress(void* self, curl_off_t, curl_off_t, curl_off_t, curl_off_t sent);

    SmtpRelay relay_;
    CURL* easy_ = nullptr;
    SmtpDialogue dialogue_;
    std::array<char, CURL_ERROR_SIZE> error_{};
    int messages_on_connection_ = 0;

    // Of the message being sent.
    std::string_view bytes_;
    std::size_t given_ = 0;
    DeliveryObserver* observer_ = nullptr;
    std::stop_token stop_;
    std::optional<Phase> told_;
    bool stopped_ = false;
    Progress progress_;
    SteadyTime progress_at_;
    std::optional<SteadyTime> stop_seen_at_;
    std::string trouble_;
};

SmtpTransport::Session::Session(SmtpRelay relay)
    : relay_(std::move(relay)),
      dialogue_(
          relay_.security == SmtpSecurity::starttls ? UpgradeRule::required : UpgradeRule::none,
          relay_.user.empty() ? LoginRule::none : LoginRule::required) {
    // Counted and thread-safe since libcurl 7.84.
    if (curl_global_init(CURL_GLOBAL_DEFAULT) != CURLE_OK) {
        throw std::runtime_error("libcurl does not start");
    }
    easy_ = curl_easy_init();
    if (easy_ == nullptr) {
        curl_global_cleanup();
        throw std::runtime_error("libcurl gives no handle");
    }
    set_connection_options();
    set_login_options();
    set_callbacks();
}

SmtpTransport::Session::~Session() {
    curl_easy_cleanup(easy_);
    curl_global_cleanup();
}

template <class Value>
void SmtpTransport::Session::set(CURLoption option, Value value) {
    if (curl_easy_setopt(easy_, option, value) != CURLE_OK) {
        throw std::runtime_error("libcurl lacks an option that mail needs");
    }
}

void SmtpTransport::Session::set_connection_options() {
    const char* scheme = relay_.security == SmtpSecurity::tls ? "smtps://" : "smtp://";
    const std::string url =
        scheme + relay_.host + ':' + std::to_string(relay_.port) + '/' + relay_.helo_name;
    set(CURLOPT_URL, url.c_str());
    set(CURLOPT_PROTOCOLS_STR, "smtp,smtps");
    set(CURLOPT_PROXY, "");  // an ALL_PROXY in the environment is not about mail
    set(CURLOPT_NOSIGNAL, 1L);
    set(CURLOPT_TCP_KEEPALIVE, 1L);
    set(CURLOPT_UPLOAD, 1L);
    // A known size makes libcurl 7.88 cut messages short that it has to dot-stuff.
    set(CURLOPT_INFILESIZE_LARGE, static_cast<curl_off_t>(-1));
    // libcurl counts greeting, EHLO, TLS and login as connecting; on_progress has the finer limits.
    set(CURLOPT_CONNECTTIMEOUT_MS,
        static_cast<long>((relay_.timeouts.connect + relay_.timeouts.reply + spare).count()));
    set(CURLOPT_MAXAGE_CONN, idle_seconds_max);
    set(CURLOPT_MAXLIFETIME_CONN, connection_seconds_max);
    set(CURLOPT_SSLVERSION, static_cast<long>(CURL_SSLVERSION_TLSv1_2));
    set(CURLOPT_USE_SSL,
        static_cast<long>(relay_.security == SmtpSecurity::plain ? CURLUSESSL_NONE
                                                                 : CURLUSESSL_ALL));
    if (!relay_.ca_file.empty()) {
        set(CURLOPT_CAINFO, relay_.ca_file.c_str());
    }
}

void SmtpTransport::Session::set_login_options() {
    if (relay_.user.empty()) {
        return;
    }
    set(CURLOPT_USERNAME, relay_.user.c_str());
    set(CURLOPT_PASSWORD, relay_.password.c_str());
    set(CURLOPT_LOGIN_OPTIONS, "AUTH=PLAIN;AUTH=LOGIN");
    set(CURLOPT_SASL_IR, 1L);
}

void SmtpTransport::Session::set_callbacks() {
    set(CURLOPT_ERRORBUFFER, error_.data());
    set(CURLOPT_SOCKOPTFUNCTION, &Session::on_socket);
    set(CURLOPT_SOCKOPTDATA, this);
    set(CURLOPT_HEADERFUNCTION, &Session::on_reply_line);
    set(CURLOPT_HEADERDATA, this);
    set(CURLOPT_READFUNCTION, &Session::on_read);
    set(CURLOPT_READDATA, this);
    set(CURLOPT_XFERINFOFUNCTION, &Session::on_progress);
    set(CURLOPT_XFERINFODATA, this);
    set(CURLOPT_NOPROGRESS, 0L);
}

SendResult SmtpTransport::Session::deliver(const Envelope& envelope, std::string_view bytes,
                                           DeliveryObserver& observer, std::stop_token stop) {
    const std::unique_ptr<curl_slist, ListFree> recipients(
        curl_slist_append(nullptr, envelope.to.text().c_str()));
    set(CURLOPT_MAIL_FROM, envelope.from.text().c_str());
    set(CURLOPT_MAIL_RCPT, recipients.get());
    bytes_ = bytes;
    observer_ = &observer;
    stop_ = std::move(stop);
    told_.reset();
    Ending ending = attempt(Connection::kept_or_new);
    if (deserves_fresh_connection(ending, dialogue_.heard_anything())) {
        ending = attempt(Connection::surely_new);
    }
    set(CURLOPT_MAIL_RCPT, static_cast<curl_slist*>(nullptr));
    tell(Phase::done);
    return judge(ending);
}

Ending SmtpTransport::Session::attempt(Connection connection) {
    const bool last_use = messages_on_connection_ + 1 >= messages_per_connection_max;
    set(CURLOPT_FRESH_CONNECT, connection == Connection::surely_new ? 1L : 0L);
    set(CURLOPT_FORBID_REUSE, last_use ? 1L : 0L);
    set(CURLOPT_SERVER_RESPONSE_TIMEOUT,
        whole_seconds(std::max(relay_.timeouts.end_of_data, relay_.timeouts.reply) + spare));
    given_ = 0;
    stopped_ = !tell(Phase::connect) || stop_.stop_requested();
    progress_ = {};
    progress_at_ = std::chrono::steady_clock::now();
    stop_seen_at_.reset();
    trouble_.clear();
    error_.front() = '\0';
    dialogue_.begin();
    const CURLcode code = stopped_ ? CURLE_ABORTED_BY_CALLBACK : curl_easy_perform(easy_);
    count_connection_use(code);
    if (code != CURLE_OK && !dialogue_.decided()) {
        drop_connection();
    }
    Ending ending;
    ending.stage = dialogue_.stage();
    ending.clean = code == CURLE_OK;
    ending.all_given = given_ == bytes_.size();
    ending.stopped = stopped_;
    ending.login_missing = dialogue_.login_missing();
    ending.fresh = dialogue_.fresh();
    ending.reply = dialogue_.last();
    if (!trouble_.empty()) {
        ending.trouble = trouble_;
    } else if (code != CURLE_OK) {
        ending.trouble = error_.front() != '\0' ? error_.data() : curl_easy_strerror(code);
    }
    return ending;
}

void SmtpTransport::Session::count_connection_use(CURLcode code) {
    messages_on_connection_ = dialogue_.fresh() ? 1 : messages_on_connection_ + 1;
    const bool refused_at_the_end = code == CURLE_WEIRD_SERVER_REPLY;  // this keeps it open
    if ((code != CURLE_OK && !refused_at_the_end) ||
        messages_on_connection_ >= messages_per_connection_max) {
        messages_on_connection_ = 0;
    }
}

// Tells each phase once, in order; false ends the attempt.
bool SmtpTransport::Session::tell(Phase phase) {
    if (told_ && phase <= *told_) {
        return true;
    }
    told_ = phase;
    return observer_->reached(phase) == Proceed::go_on;
}

std::chrono::milliseconds SmtpTransport::Session::patience(const Progress& progress) const {
    const SmtpTimeouts& limits = relay_.timeouts;
    if (progress.stage == Stage::greeting && !progress.connected) {
        return limits.connect;
    }
    if (progress.stage < Stage::data) {
        return limits.reply;
    }
    if (progress.stage == Stage::data) {
        return limits.data;
    }
    return progress.given == bytes_.size() ? limits.end_of_data : limits.body_block;
}

// Before the last bytes a stop costs nothing; after them the reply is worth a short wait.
bool SmtpTransport::Session::must_stop(SteadyTime now) {
    if (stop_.stop_requested() && !stop_seen_at_) {
        stop_seen_at_ = now;
    }
    if (stop_seen_at_) {
        const bool sure = given_ < bytes_.size();
        stopped_ = stopped_ || sure || now - *stop_seen_at_ >= relay_.timeouts.stop_grace;
    }
    return stopped_;
}

// The mark is made before the last bytes are given, and nothing is given when it could not be.
bool SmtpTransport::Session::may_give(std::size_t take, std::size_t left) {
    if (!tell(Phase::body)) {
        return false;
    }
    const bool marked = told_ >= Phase::eod;
    if (take < left || marked) {
        return true;
    }
    return !stop_.stop_requested() && tell(Phase::eod);
}

// Once the message is decided, a relay that hangs must not keep us waiting for its goodbye.
void SmtpTransport::Session::shorten_farewell() {
    curl_easy_setopt(easy_, CURLOPT_SERVER_RESPONSE_TIMEOUT, farewell_seconds_max);
}

// libcurl 7.88 keeps a connection whose wait for the last reply was cut short. That reply, come
// late, would be read as the answer to the next MAIL and every later one would be off by one.
void SmtpTransport::Session::drop_connection() {
    curl_socket_t socket = CURL_SOCKET_BAD;
    curl_easy_getinfo(easy_, CURLINFO_ACTIVESOCKET, &socket);  // bad when already closed
    if (socket != CURL_SOCKET_BAD) {
        ::shutdown(socket, SHUT_RDWR);
    }
}

int SmtpTransport::Session::on_socket(void* self, curl_socket_t, curlsocktype) {
    static_cast<Session*>(self)->dialogue_.connecting();
    return CURL_SOCKOPT_OK;
}

std::size_t SmtpTransport::Session::on_reply_line(char* data, std::size_t size, std::size_t count,
                                                  void* self) {
    auto& session = *static_cast<Session*>(self);
    const std::size_t length = size * count;
    Proceed proceed = session.dialogue_.line(std::string_view(data, length));
    const Stage stage = session.dialogue_.stage();
    if (stage >= Stage::mail && stage < Stage::end_of_data && !session.tell(Phase::envelope)) {
        session.stopped_ = true;
        proceed = Proceed::stop;
    }
    if (proceed == Proceed::stop || session.dialogue_.decided()) {
        session.shorten_farewell();
    }
    return proceed == Proceed::go_on ? length : 0;
}

std::size_t SmtpTransport::Session::on_read(char* out, std::size_t size, std::size_t count,
                                            void* self) {
    auto& session = *static_cast<Session*>(self);
    const std::size_t left = session.bytes_.size() - session.given_;
    const std::size_t take = std::min(size * count, left);
    if (!session.may_give(take, left)) {
        session.stopped_ = true;
        return CURL_READFUNC_ABORT;
    }
    session.bytes_.copy(out, take, session.given_);
    session.given_ += take;
    return take;
}

int SmtpTransport::Session::on_progress(void* self, curl_off_t, curl_off_t, curl_off_t,
                                        curl_off_t sent) {
    auto& session = *static_cast<Session*>(self);
    const auto now = std::chrono::steady_clock::now();
    curl_off_t connect_microseconds = 0;
    curl_easy_getinfo(session.easy_, CURLINFO_CONNECT_TIME_T, &connect_microseconds);
    const Progress progress{session.dialogue_.stage(), connect_microseconds > 0, session.given_,
                            sent};
    if (progress != session.progress_) {
        session.progress_ = progress;
        session.progress_at_ = now;
    }
    if (session.dialogue_.decided()) {
        return 0;
    }
    const bool late = now - session.progress_at_ >= session.patience(progress);
    if (late) {
        session.trouble_ = "the relay did not answer in time";
    }
    if (session.must_stop(now) || late) {
        session.shorten_farewell();
        return 1;
    }
    return 0;
}

SmtpTransport::SmtpTransport(SmtpRelay relay)
    : session_(std::make_unique<Session>(std::move(relay))) {}

SmtpTransport::~SmtpTransport() = default;

SendResult SmtpTransport::deliver(const Envelope& envelope, std::string_view bytes,
                                  DeliveryObserver& observer, std::stop_token stop) {
    return session_->deliver(envelope, bytes, observer, std::move(stop));
}

}  // namespace mail
