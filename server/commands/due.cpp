// due, run-due.
#include <boost/json.hpp>

#include "server/commands/commands.hpp"
#include "server/jobs.hpp"
#include "server/mail_service.hpp"
#include "server/reminders.hpp"

namespace server::commands {
namespace {

constexpr int days_ahead = 14;

// "2018-11-01T09:00Z" or a day alone, which is its midnight in UTC.
workflows::Result<workflows::Instant> parse_instant(const std::string& text) {
    const auto day = workflows::parse_day(text.substr(0, 10), "time");
    if (!day) return day.error();
    if (text.size() == 10) return workflows::Instant(*day);
    auto clock = text.substr(11);
    if (text[10] != 'T' || clock.size() < 5)
        return workflows::invalid("time", "Give a time such as 2018-11-01T09:00Z");
    const auto time = workflows::parse_time(clock.substr(0, 5), "time");
    if (!time) return time.error();
    return *day + std::chrono::hours(time->hour) + std::chrono::minutes(time->minute);
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
    if (options.command != "run-due") return nullptr;
    const auto at = parse_instant(options.at);
    return at ? std::make_unique<StandingClock>(*at) : nullptr;
}

Exit list_due(App& app, const Options& options, Output output) {
    const auto at = parse_instant(options.at);
    if (!at) {
        output.err << "--at: " << at.error().message << '\n';
        return Exit::usage;
    }
    const auto tx = app.database.begin_read();
    const auto reminders = due(app, *tx, *at, options.days < 0 ? days_ahead : options.days);
    boost::json::array list;
    for (const auto& reminder : reminders) {
        const auto words = summary_of(*tx, reminder);
        if (options.json) {
            list.push_back(json_of(reminder, words));
        } else {
            output.out << workflows::iso(reminder.send_day) << '\t' << words << '\n';
        }
    }
    if (options.json) output.out << boost::json::serialize(list) << '\n';
    return Exit::ok;
}

// The program gave this App a clock that stands at --now, unless a running server has the data:
// that one goes by its own clock.
Exit run_due(App& app, const Options& options, Output output) {
    if (options.dry_run) return list_due(app, options, output);
    const auto at = parse_instant(options.at);
    if (!at) {
        output.err << "--now: " << at.error().message << '\n';
        return Exit::usage;
    }
    if (app.clock.now() != *at) {
        output.err << "A server is running on this data and does this by itself, by its own "
                      "clock. Nothing was done.\n";
        return Exit::conflict;
    }
    int letters = 0;
    for (bool more = true; more;) {
        const auto report = server::run_due(app);
        letters += report.letters;
        more = report.more;
    }
    MailService mail(app);
    int accepted = 0;
    for (;;) {
        const auto report = mail.drain_once();
        accepted += report.accepted;
        if (report.leased == 0) break;
    }
    output.out << letters << " reminders queued, " << accepted << " messages sent\n";
    return Exit::ok;
}

}  // namespace server::commands
