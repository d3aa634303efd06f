// due, run-due.
#include <boost/json.hpp>

#include "server/base/jobs.hpp"
#include "server/command_line/cli.hpp"
#include "server/command_line/words.hpp"
#include "server/letters/mail_service.hpp"
#include "server/letters/reminders.hpp"

namespace server::command_line {
namespace {

constexpr int days_ahead = 14;

workflows::Error no_time(const std::string& text) {
    return workflows::invalid(
        "time", "\"" + text + "\" is not a time. Give one such as 2018-11-01T09:00Z, with Z, " +
                    "an offset such as +01:00, or neither, which is UTC; or a day alone.");
}

// "Z", "+01:00" (ISO 8601: how far the clock shown is ahead of UTC) or nothing, which is UTC.
std::optional<std::chrono::minutes> parse_offset(std::string_view text) {
    if (text.empty() || text == "Z") return std::chrono::minutes(0);
    if (text.front() != '+' && text.front() != '-') return std::nullopt;
    const auto ahead = workflows::parse_time(text.substr(1));
    if (!ahead || text.size() != 6) return std::nullopt;
    const auto minutes = std::chrono::hours(ahead->hour) + std::chrono::minutes(ahead->minute);
    return text.front() == '-' ? -minutes : minutes;
}

// A day alone is its midnight in UTC.
workflows::Result<workflows::Instant> parse_instant(const std::string& text) {
    constexpr std::size_t day_size = 10;   // 2018-11-01
    constexpr std::size_t time_size = 16;  // 2018-11-01T09:00
    const auto day = workflows::parse_day(text.substr(0, day_size), "time");
    if (!day) return no_time(text);
    if (text.size() == day_size) return workflows::Instant(*day);
    if (text.size() < time_size || text[day_size] != 'T') return no_time(text);
    const auto time = workflows::parse_time(text.substr(day_size + 1, 5), "time");
    const auto offset = parse_offset(std::string_view(text).substr(time_size));
    if (!time || !offset) return no_time(text);
    return *day + std::chrono::hours(time->hour) + std::chrono::minutes(time->minute) - *offset;
}

workflows::Result<workflows::Instant> asked_time(const base::App& app, const Options& options) {
    if (options.at.empty()) return app.clock.now();
    return parse_instant(options.at);
}

boost::json::value json_of(const workflows::DueReminder& reminder, const std::string& words) {
    return {{"send_at", workflows::iso(reminder.send_at)},
            {"due", workflows::iso(reminder.due)},
            {"kind", std::string(workflows::to_text(reminder.kind))},
            {"state", std::string(workflows::to_text(reminder.state))},
            {"board", reminder.board},
            {"subject", reminder.subject},
            {"person", reminder.person},
            {"words", words}};
}

class StandingClock final : public workflows::Clock {
  public:
    explicit StandingClock(workflows::Instant now) : now_(now) {}
    workflows::Instant now() const override { return now_; }

  private:
    workflows::Instant now_;
};

}  // namespace

std::unique_ptr<workflows::Clock> told_clock(const Options& options) {
    if (options.command != "run-due" || options.at.empty()) return nullptr;
    const auto at = parse_instant(options.at);
    return at ? std::make_unique<StandingClock>(*at) : nullptr;
}

Exit list_due(base::App& app, const Options& options, Output output) {
    const auto at = asked_time(app, options);
    if (!at) {
        output.err << (options.command == "due" ? "--at: " : "--now: ") << at.error().message
                   << '\n';
        return Exit::usage;
    }
    const auto tx = app.database.begin_read();
    const auto reminders =
        letters::due(app, *tx, *at, options.days < 0 ? days_ahead : options.days);
    const letters::ReminderSummaries summaries(*tx, reminders);
    boost::json::array list;
    for (const auto& reminder : reminders) {
        const auto words = summaries.of(reminder);
        if (options.json) {
            list.push_back(json_of(reminder, words));
        } else {
            output.out << workflows::iso(reminder.send_day) << '\t' << words << '\n';
        }
    }
    if (options.json) output.out << boost::json::serialize(list) << '\n';
    return Exit::ok;
}

// The program gave this App a clock that stands at --now; a running server refuses
// (runs_beside_no_server).
Exit run_due(base::App& app, const Options& options, Output output) {
    if (options.dry_run) return list_due(app, options, output);
    const auto at = asked_time(app, options);
    if (!at) {
        output.err << "--now: " << at.error().message << '\n';
        return Exit::usage;
    }
    int letters = 0;
    for (bool more = true; more;) {
        const auto report = letters::run_due(app);
        letters += report.letters;
        more = report.more;
    }
    letters::MailService mail(app);
    int accepted = 0;
    for (;;) {
        const auto report = mail.drain_once();
        accepted += report.accepted;
        if (report.leased == 0) break;
    }
    output.out << words::reminders_queued(letters, accepted);
    return Exit::ok;
}

}  // namespace server::command_line
