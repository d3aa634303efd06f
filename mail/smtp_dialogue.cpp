// The order of SMTP replies (RFC 5321 3, RFC 3207, RFC 4954) and the meaning of each way to end.
#include "mail/smtp_dialogue.hpp"

#include <algorithm>
#include <cctype>
#include <charconv>

namespace mail {
namespace {

constexpr std::size_t reply_text_bytes_max = 1000;
constexpr std::size_t queue_id_bytes_max = 64;

int code_of(std::string_view line) {
    int code = 0;
    const auto three = line.substr(0, 3);
    const auto [end, error] = std::from_chars(three.data(), three.data() + three.size(), code);
    const bool whole = three.size() == 3 && error == std::errc{} && end == three.data() + 3;
    return whole ? code : 0;
}

std::string_view without_line_end(std::string_view line) {
    while (line.ends_with('\n') || line.ends_with('\r')) {
        line.remove_suffix(1);
    }
    return line;
}

// Texts are kept, logged and shown: no control characters, no bytes beyond ASCII.
std::string printable(std::string_view text) {
    std::string out(text.substr(0, reply_text_bytes_max));
    std::replace_if(
        out.begin(), out.end(), [](char c) { return c < ' ' || c == 0x7F; }, '?');
    return out;
}

SendResult make(Verdict verdict, Reason reason, const Ending& ending) {
    SendResult result;
    result.verdict = verdict;
    result.reason = reason;
    result.reply = ending.reply;
    result.trouble = ending.trouble;
    result.connection_reused = !ending.fresh;
    return result;
}

// Replies to MAIL and later are about this message, unless the reason says otherwise.
SendResult judge_refusal(const Ending& ending) {
    const Reason reason = classify(ending.reply);
    if (reason == Reason::connection || reason == Reason::relay || reason == Reason::relay_login) {
        return make(Verdict::relay_trouble, reason, ending);
    }
    return make(is_transient(reason) ? Verdict::transient : Verdict::permanent, reason, ending);
}

}  // namespace

void SmtpDialogue::begin() {
    stage_ = Stage::mail;
    fresh_ = false;
    login_missing_ = false;
    heard_ = false;
    text_.clear();
    last_ = {};
}

void SmtpDialogue::connecting() {
    begin();
    stage_ = Stage::greeting;
    fresh_ = true;
    upgraded_ = upgrade_ == UpgradeRule::none;
    logged_in_ = login_ == LoginRule::none;
}

bool SmtpDialogue::decided() const {
    const bool refused = text_.empty() && last_.code >= 400;
    return stage_ == Stage::over || (stage_ >= Stage::mail && refused);
}

Proceed SmtpDialogue::line(std::string_view text) {
    text = without_line_end(text);
    const int code = code_of(text);
    // Not a reply line: libcurl ends the attempt by itself. 221 answers its QUIT, which follows a
    // refusal and must not take the refusal's place.
    if (code == 0 || code == 221 || decided()) {
        return Proceed::go_on;
    }
    heard_ = true;
    // The status stands on every line of a long reply (RFC 2034 4): keep the first.
    const Reply piece =
        make_reply(code, printable(text.substr(std::min<std::size_t>(4, text.size()))));
    if (text_.empty()) {
        last_ = piece;
    }
    if (text_.size() < reply_text_bytes_max) {
        text_ += (text_.empty() ? "" : " ") + piece.text;
    }
    if (text.size() > 3 && text[3] == '-') {
        return Proceed::go_on;
    }
    last_.code = code;
    last_.text = std::move(text_);
    text_.clear();
    complete(code);
    return login_missing_ ? Proceed::stop : Proceed::go_on;
}

void SmtpDialogue::after_hello() {
    if (!upgraded_) {
        stage_ = Stage::starttls;
    } else {
        stage_ = logged_in_ ? Stage::mail : Stage::login;
    }
}

void SmtpDialogue::complete(int code) {
    const bool good = code < 400;
    if (!good) {
        return;  // libcurl ends the attempt, or tries HELO or another login: the stage stays
    }
    switch (stage_) {
        case Stage::greeting:
            stage_ = Stage::hello;
            break;
        case Stage::hello:
            after_hello();
            break;
        case Stage::starttls:
            upgraded_ = true;
            stage_ = Stage::hello;
            break;
        case Stage::login:
            logged_in_ = code == 235;
            login_missing_ = code / 100 == 2 && !logged_in_;  // a 2xx here answers MAIL
            stage_ = logged_in_ ? Stage::mail : Stage::login;
            break;
        case Stage::mail:
            stage_ = Stage::rcpt;
            break;
        case Stage::rcpt:
            stage_ = Stage::data;
            break;
        case Stage::data:
            stage_ = Stage::end_of_data;
            break;
        case Stage::end_of_data:
            stage_ = Stage::over;
            break;
        case Stage::over:
            break;
    }
}

SendResult judge(const Ending& ending) {
    if (ending.login_missing) {
        return make(Verdict::relay_trouble, Reason::relay_login, ending);
    }
    if (ending.stage == Stage::over && ending.all_given) {
        SendResult result = make(Verdict::accepted, Reason::none, ending);
        result.remote_id = queue_id(ending.reply.text);
        return result;
    }
    const bool refused = ending.reply.code >= 400;
    if (refused && ending.stage >= Stage::mail) {
        return judge_refusal(ending);
    }
    if (refused) {
        return make(Verdict::relay_trouble, classify(ending.reply), ending);
    }
    if (ending.stage >= Stage::end_of_data && ending.all_given) {
        return make(Verdict::in_doubt, Reason::none, ending);
    }
    if (ending.stopped) {
        return make(Verdict::given_up, Reason::none, ending);
    }
    // The relay asked for the body and lost it: this message may be what it cannot take.
    if (ending.stage >= Stage::end_of_data) {
        return make(Verdict::transient, Reason::transient, ending);
    }
    return make(Verdict::relay_trouble, Reason::relay, ending);
}

bool deserves_fresh_connection(const Ending& ending, bool heard_anything) {
    if (ending.fresh || ending.stopped || ending.clean || ending.stage >= Stage::end_of_data) {
        return false;
    }
    return !heard_anything || ending.reply.code == 421;
}

std::string queue_id(std::string_view text) {
    constexpr std::string_view mark = "queued as ";
    const auto at = text.find(mark);
    if (at != std::string_view::npos) {
        const auto rest = text.substr(at + mark.size());
        return std::string(rest.substr(0, std::min(rest.find(' '), queue_id_bytes_max)));
    }
    return std::string(text.substr(0, queue_id_bytes_max));
}

}  // namespace mail
