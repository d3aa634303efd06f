// THE table of jobs that run by the clock.
#include <algorithm>
#include <array>
#include <exception>
#include <string>
#include <utility>

#include "db/identity.hpp"
#include "db/mail_links.hpp"
#include "db/purge.hpp"
#include "server/access/session_activity.hpp"
#include "server/base/jobs.hpp"
#include "server/base/limits.hpp"
#include "server/circulation/review_commands.hpp"
#include "server/consultation/assent_follow_commands.hpp"
#include "server/digest/digest_commands.hpp"
#include "server/letters/reminders.hpp"
#include "server/papers/pack_jobs.hpp"
#include "server/responses/response_commands.hpp"
#include "server/site/site.hpp"
#include "server/succession/succession_commands.hpp"
#include "server/themes/theme_commands.hpp"

namespace server::site {
namespace {

using namespace std::chrono_literals;

base::JobReport send_reminders(base::App& app, const base::Stopping&) {
    const auto report = letters::run_due(app);
    if (report.reminders > 0) {
        app.log(base::Severity::info, "reminders: " + std::to_string(report.reminders) + " due, " +
                                          std::to_string(report.letters) + " letters queued");
    }
    return report.more ? base::JobReport::done_some : base::JobReport::nothing_left;
}

base::JobReport write_access_log(base::App& app, const base::Stopping&) {
    const auto uses = app.activity->take();
    if (uses.empty()) return base::JobReport::nothing_left;
    auto tx = app.database.begin_write();
    for (const auto& use : uses)
        db::log_access(*tx, use.person, use.session, use.resource, use.at);
    tx->touch("session");
    tx->commit();
    return base::JobReport::nothing_left;
}

base::JobReport purge_old(base::App& app, const base::Stopping&) {
    const auto now = app.clock.now();
    db::PurgeBefore before;
    // A form's token is good for as long as its session: its answer is kept a day longer.
    before.submissions = now - base::limits::member_session_life_max - 24h;
    before.codes = now - base::limits::sign_in_codes_kept;
    before.unused_codes = now - base::limits::sign_in_codes_unused_kept;
    before.links = now - 24h;
    before.sessions = now;
    auto tx = app.database.begin_write();
    const auto rows = db::purge(*tx, before) + db::purge_mail_links(*tx, now - 24h * 30);
    tx->commit();
    if (rows > 0)
        app.log(base::Severity::info, "purge: " + std::to_string(rows) + " old rows removed");
    return base::JobReport::nothing_left;
}

base::JobReport send_digest(base::App& app, const base::Stopping&) {
    if (const int letters = digest::send_quarter_digest(app); letters > 0)
        app.log(base::Severity::info,
                "quarterly digest: " + std::to_string(letters) + " letters queued");
    return base::JobReport::nothing_left;
}

base::JobReport build_packs(base::App& app, const base::Stopping& stopping) {
    return papers::build_one_pack(app, stopping) ? base::JobReport::done_some
                                                 : base::JobReport::nothing_left;
}

base::JobReport change_boards(base::App& app, const base::Stopping&) {
    const auto count = succession::carry_out_due_changes(app);
    if (count > 0)
        app.log(base::Severity::info, "boards: " + std::to_string(count) + " changes took effect");
    return base::JobReport::nothing_left;
}

base::JobReport follow_chairs(base::App& app, const base::Stopping&) {
    const auto count = consultation::ask_present_chairs(app);
    if (count > 0)
        app.log(base::Severity::info,
                "written assent: " + std::to_string(count) + " new chairs asked");
    return base::JobReport::nothing_left;
}

base::JobReport place_answers(base::App& app, const base::Stopping&) {
    const int raised = responses::raise_due_arrangements(app);
    if (raised > 0)
        app.log(base::Severity::info, "responses: " + std::to_string(raised) + " fell due");
    const int placed = responses::place_waiting_answers(app);
    if (placed > 0)
        app.log(base::Severity::info, "responses: " + std::to_string(placed) + " put on agendas");
    return base::JobReport::nothing_left;
}

base::JobReport chase_themes(base::App& app, const base::Stopping&) {
    const auto count = themes::chase_theme_polls(app);
    if (count > 0)
        app.log(base::Severity::info, "themes: " + std::to_string(count) + " boards asked again");
    return base::JobReport::nothing_left;
}

// clang-format off
constexpr std::array job_table{
    base::Job{"build packs", 30s, build_packs, 1},   // minutes each: reminders come between
    base::Job{"change boards", 60s, change_boards},  // before letters name a board
    base::Job{"ask new chairs", 60s, follow_chairs},
    base::Job{"place answers", 60s, place_answers},
    base::Job{"begin reviews", 1h, circulation::raise_reviews},
    base::Job{"send reminders", 60s, send_reminders},
    base::Job{"send quarterly digest", 1h, send_digest},
    base::Job{"chase themes", 300s, chase_themes},
    base::Job{"write access log", 30s, write_access_log},
    base::Job{"purge old rows", 1h, purge_old},
};
// clang-format on

}  // namespace

std::span<const base::Job> jobs() {
    return job_table;
}

}  // namespace server::site
