// explain clear-days, clashes, workflows.
#include "server/command_line/cli.hpp"
#include "server/meetings/clash_queries.hpp"
#include "server/meetings/clear_days_exports.hpp"
#include "workflows/core/clear_days.hpp"
#include "workflows/overview/catalogue.hpp"

namespace server::command_line {
namespace {

constexpr int clear_days_wanted = 5;  // LGA 1972 s.100B(3)

Exit refuse(Output output, std::string_view message) {
    output.err << message << '\n';
    return Exit::usage;
}

Exit explain(const Options& options, Output output, const workflows::Holidays& holidays) {
    const auto profile = workflows::find_profile(options.profile);
    if (!profile) return refuse(output, "--profile: give va_working or calendar");
    const int days = options.days < 0 ? clear_days_wanted : options.days;
    if (days > workflows::clear_days_max) return refuse(output, "--days: give 0 to 366");
    const bool backwards = !options.meeting.empty();
    const auto day = workflows::parse_day(backwards ? options.meeting : options.published,
                                          backwards ? "--meeting" : "--published");
    if (!day) return refuse(output, day.error().field + ": " + day.error().message);
    const auto explained = backwards ? workflows::latest_publication(*day, days, holidays, *profile)
                                     : workflows::earliest_meeting(*day, days, holidays, *profile);
    if (options.json) {
        output.out << meetings::clear_days_json(explained) << '\n';
    } else {
        output.out << explained.words() << '\n';
    }
    return Exit::ok;
}

// Twelve months on: the same day of the next year, or 28 February for a 29th.
workflows::Day year_after(workflows::Day day) {
    const auto next = std::chrono::year_month_day(day) + std::chrono::years(1);
    return next.ok() ? workflows::Day(next)
                     : workflows::Day(next.year() / next.month() / std::chrono::last);
}

workflows::Result<workflows::Day> day_or(const std::string& text, std::string_view field,
                                         workflows::Day otherwise) {
    if (text.empty()) return otherwise;
    return workflows::parse_day(text, field);
}

}  // namespace

Exit explain_clear_days(const Options& options, Output output) {
    return explain(options, output, workflows::Holidays());
}

Exit explain_clear_days_of(base::App& app, const Options& options, Output output) {
    return explain(options, output, app.holidays(*app.database.begin_read()));
}

Exit list_clashes(base::App& app, const Options& options, Output output) {
    const auto today = workflows::to_local(app.clock.now(), workflows::county_zone).day;
    const auto from = day_or(options.from, "--from", today);
    if (!from) return refuse(output, "--from: " + from.error().message);
    const auto to = day_or(options.to, "--to", year_after(*from));
    if (!to) return refuse(output, "--to: " + to.error().message);
    const auto clashes =
        meetings::clashes_between(*app.database.begin_read(), *from, *to, db::service_reader());
    if (options.json) {
        output.out << meetings::clashes_json(clashes) << '\n';
        return Exit::ok;
    }
    for (const auto& clash : clashes) {
        output.out << workflows::iso(clash.day) << '\t' << clash.person;
        for (const auto& board : clash.boards)
            output.out << '\t' << board;
        output.out << '\n';
    }
    return Exit::ok;
}

Exit print_workflows(const Options& options, Output output) {
    output.out << (options.format == "dot" ? workflows::all_workflows_dot()
                                           : workflows::all_workflows_markdown());
    return Exit::ok;
}

}  // namespace server::command_line
