#include "server/demo/demo.hpp"

#include <chrono>
#include <filesystem>
#include <stdexcept>
#include <thread>

#include "db/identity.hpp"
#include "db/import/importer.hpp"
#include "db/outbox.hpp"
#include "db/people.hpp"
#include "server/base/addresses.hpp"
#include "server/base/temporary_data.hpp"
#include "server/command_line/running_server.hpp"
#include "server/demo/routes.hpp"
#include "server/demo/story.hpp"
#include "server/demo/summary.hpp"
#include "server/site/site.hpp"
#include "server/web/href.hpp"
#include "server/web/routes.hpp"

namespace server::demo {
namespace {

constexpr std::chrono::seconds mail_patience{60};

base::Config demo_config(const command_line::Options& options, const std::filesystem::path& data) {
    base::Config config = options.config;
    config.mode = base::Mode::demo;
    config.data_directory = data;
    config.hold_seconds = 0;
    config.mail_from = "boards@oxfordshire.example.org";
    config.demo_maildir = options.output;
    return config;
}

void import_county(base::App& app, const std::filesystem::path& directory, std::ostream& err) {
    const auto holidays = app.holidays(*app.database.begin_read());
    const auto report =
        db::import_directory(app.database, directory, db::DryRun::no, [&](workflows::Day day) {
            const auto* text = holidays.reason(day);
            return text != nullptr ? *text : std::string();
        });
    for (const auto& error : report.errors)
        err << error.text() << '\n';
    if (!report.errors.empty()) throw std::runtime_error("the county cannot be imported");
    auto tx = app.database.begin_write();
    db::set_setting(*tx, "county_name", "Oxfordshire");
    // So that the banner has somebody who looks after the register and the years of the timetable.
    auto administrator = db::find_person(*tx, "assistant-chief-executive").value();
    administrator.administrator = true;
    db::save_person(*tx, administrator).value();
    tx->commit();
    app.county_name = "Oxfordshire";
}

int waiting(base::App& app) {
    int count = 0;
    for (const auto& state : db::count_outbox(*app.database.begin_read())) {
        const bool on_its_way = state.state == db::OutboxState::queued ||
                                state.state == db::OutboxState::leased ||
                                state.state == db::OutboxState::deferred;
        if (on_its_way) count += state.count;
    }
    return count;
}

// The story goes on when the mail server has everything, as a person would wait for a code.
void wait_for_mail(base::App& app) {
    app.mail_queued();
    const auto deadline = std::chrono::steady_clock::now() + mail_patience;
    while (waiting(app) > 0) {
        if (std::chrono::steady_clock::now() > deadline) {
            throw std::runtime_error("mail is still waiting: is the mail server there?");
        }
        std::this_thread::sleep_for(std::chrono::milliseconds(20));
    }
}

// The data is gone when the program leaves: with --once its pack and mail are kept here, in the
// folder it was started from.
constexpr const char* kept_directory = "demo-output";

std::vector<Place> keep_results(const Stage& stage, const Story& story) {
    namespace fs = std::filesystem;
    const auto kept = fs::current_path() / kept_directory;
    const auto pack = kept / story.pack.filename();
    const auto mail = kept / "mail";
    fs::create_directories(kept);
    fs::copy_file(story.pack, pack, fs::copy_options::overwrite_existing);
    fs::remove_all(mail);  // of an earlier run
    fs::copy(stage.maildir, mail, fs::copy_options::recursive);
    return {{"members' pack", pack}, {"mail that arrived", mail}};
}

}  // namespace

command_line::Exit run_demo(const command_line::Options& options, std::ostream& out,
                            std::ostream& err) {
    const base::TemporaryData data;
    auto config = demo_config(options, data.path());
    if (const auto set = base::set_listen(config, options.listen); !set) {
        err << "--listen: " << set.error().message << '\n';
        return command_line::Exit::usage;
    }
    std::filesystem::create_directory(data.path() / "papers-in");
    const base::SystemClock real_clock;
    DemoClock clock;
    base::RandomIds ids;
    base::App app(
        config, clock, ids,
        [&err](base::Severity severity, const std::string& text) {
            if (severity != base::Severity::info) err << text << '\n';
        },
        site::services(routes()));
    app.letter_clock = &real_clock;
    import_county(app, options.path, err);
    command_line::RunningServer server(app, command_line::Jobs::by_hand);
    Stage stage{app,
                clock,
                options.output,
                data.path() / "papers-in",
                [&] { server.run_jobs(); },
                [&] { wait_for_mail(app); }};
    Story story;
    play_circulation(stage, story);
    play_meetings(stage, story);
    if (options.once) {
        print_summary(stage, story, keep_results(stage, story), out);
        return command_line::Exit::ok;
    }
    print_summary(stage, story,
                  {{"files until it ends", data.path()}, {"members' pack", story.pack}}, out);
    out << "Serving " << config.base_url << "  (mail that arrived: " << config.base_url
        << web::href(routes::demo_outbox) << ")" << std::endl;
    server.start_jobs();
    server.run_until_signal();
    return command_line::Exit::ok;
}

}  // namespace server::demo
