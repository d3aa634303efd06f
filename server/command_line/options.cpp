#include "server/command_line/options.hpp"

#include <CLI/CLI.hpp>
#include <set>

#include "server/base/addresses.hpp"
#include "server/command_line/settings_file.hpp"

namespace server::command_line {
namespace {

CLI::Option* add_data(CLI::App& app, Options& options) {
    return app.add_option("--data", options.config.data_directory, "Data directory")
        ->required()
        ->envname("SHIREMOOT_DATA");
}

void add_json(CLI::App& app, Options& options) {
    app.add_flag("--json", options.json, "Print JSON");
}

void add_dry_run(CLI::App& app, Options& options) {
    app.add_flag("-n,--dry-run", options.dry_run,
                 "Show what would happen, without changing anything");
}

void add_mail(CLI::App& app, base::Config& config) {
    app.add_option("--smtp-url", config.smtp_url, "smtp://HOST:PORT or smtps://HOST:PORT")
        ->envname("SHIREMOOT_SMTP_URL");
    app.add_option("--smtp-user", config.smtp_user, "User name at the mail server")
        ->envname("SHIREMOOT_SMTP_USER");
    app.add_option("--smtp-password-file", config.smtp_password_file, "File with its password")
        ->envname("SHIREMOOT_SMTP_PASSWORD_FILE");
    app.add_option("--mail-directory", config.mail_directory,
                   "Write each email to a file there instead of sending it")
        ->envname("SHIREMOOT_MAIL_DIRECTORY");
    app.add_option("--mail-from", config.mail_from, "Address that emails are sent from")
        ->envname("SHIREMOOT_MAIL_FROM");
    app.add_option("--mail-threads", config.mail_threads, "Connections to the mail server")
        ->envname("SHIREMOOT_MAIL_THREADS")
        ->check(CLI::Range(1, 32));
    app.add_option("--hold-seconds", config.hold_seconds,
                   "How long a batch of emails can be undone")
        ->envname("SHIREMOOT_HOLD_SECONDS")
        ->check(CLI::Range(0, 86'400));
}

void add_serve(CLI::App& program, Options& options) {
    auto* serve = program.add_subcommand("serve", "Run the server");
    add_data(*serve, options)->required(false);  // the configuration file may name it
    serve->add_option("--listen", options.listen, "ADDRESS:PORT, [IPV6]:PORT")
        ->envname("SHIREMOOT_LISTEN");
    serve->add_option("--base-url", options.config.base_url, "The address that people use")
        ->envname("SHIREMOOT_BASE_URL");
    serve
        ->add_option(
            "--trusted-proxy", options.config.trusted_proxies,
            "Address or network whose X-Forwarded-For is trusted; separate several with commas")
        ->delimiter(',')
        ->envname("SHIREMOOT_TRUSTED_PROXY");
    serve->add_option("--workers", options.config.workers, "Worker threads")
        ->envname("SHIREMOOT_WORKERS")
        ->check(CLI::Range(1, 64));
    serve->add_option("--upload-bytes-max", options.config.upload_bytes_max, "Largest upload")
        ->envname("SHIREMOOT_UPLOAD_BYTES_MAX");
    serve->add_option(
        "--config", options.settings_file,
        "File of settings, NAME = VALUE; flags and environment variables override it");
    add_mail(*serve, options.config);
}

void add_demo(CLI::App& program, Options& options) {
    auto* demo = program.add_subcommand("demo", "Run a county with temporary data");
    demo->add_option("--listen", options.listen, "ADDRESS:PORT")->envname("SHIREMOOT_LISTEN");
    demo->add_flag("--once", options.once,
                   "Stop after printing the summary; its pack and emails are in demo-output/");
    demo->add_option("--county", options.path, "Folder with the county's CSV files")->required();
    demo->add_option("--smtp-url", options.config.smtp_url, "Where its emails are sent")
        ->required();
    demo->add_option("--maildir", options.output, "Where those emails arrive, for /demo/outbox")
        ->required();
}

void add_import_export(CLI::App& program, Options& options) {
    auto* import = program.add_subcommand("import", "Import data");
    import->require_subcommand(1);
    auto* csv = import->add_subcommand("csv", "A county from a folder of CSV files");
    csv->add_option("DIR", options.path, "Folder")->required();
    csv->add_option("--county", options.name,
                    "Name of the county, shown on every page; without it, taken from its Health "
                    "and Wellbeing Board");
    add_data(*csv, options);
    add_dry_run(*csv, options);
    add_json(*csv, options);
    auto* json = import->add_subcommand("json", "A county that `export` wrote, into a new folder");
    json->add_option("DIR", options.path, "Folder")->required();
    add_data(*json, options);
    add_dry_run(*json, options);
    add_json(*json, options);
    auto* backup = program.add_subcommand(
        "backup", "Back up everything to FILE and check that it can be restored");
    backup->add_option("FILE", options.path, "File to write")->required();
    add_data(*backup, options);
    add_dry_run(*backup, options);
    auto* restore = program.add_subcommand("restore", "Restore a backup into an empty directory");
    restore->add_option("FILE", options.path, "Backup")->required();
    add_data(*restore, options);
    add_dry_run(*restore, options);
    auto* check = program.add_subcommand("check", "Verify database, audit trail and papers");
    add_data(*check, options);
    add_json(*check, options);
    auto* export_ = program.add_subcommand("export", "Write the county as CSV and JSON");
    export_->add_option("-o,--output", options.output, "Folder")->required();
    add_data(*export_, options);
    add_dry_run(*export_, options);
    add_json(*export_, options);
}

void add_user(CLI::App& program, Options& options) {
    auto* user = program.add_subcommand("user", "People and their access");
    user->require_subcommand(1);
    auto* link = user->add_subcommand("link", "Print a sign-in link, valid for 15 minutes");
    link->add_option("EMAIL", options.email, "Email address of the post")->required();
    add_data(*link, options);
    add_dry_run(*link, options);
    link->add_option("--base-url", options.config.base_url, "The address that people use")
        ->envname("SHIREMOOT_BASE_URL");
    auto* admin = user->add_subcommand("administrator", "Make a post an administrator");
    admin->add_option("EMAIL", options.email, "Email address of the post")->required();
    add_data(*admin, options);
    add_dry_run(*admin, options);
}

constexpr const char* time_help =
    "Time (now): 2018-11-01T09:00Z, 2018-07-01T09:00+01:00, without either in UTC; a day is its "
    "midnight";

void add_calendar(CLI::App& program, Options& options) {
    auto* explain = program.add_subcommand("explain", "Show how a date is worked out");
    explain->require_subcommand(1);
    auto* days = explain->add_subcommand("clear-days", "Clear days before or after a date");
    auto* which = days->add_option_group("date")->require_option(1);
    which->add_option("--meeting", options.meeting, "Date of the meeting, 2016-03-31");
    which->add_option("--published", options.published, "Date of publication");
    days->add_option("--days", options.days, "Number of clear days (5)");
    days->add_option("--profile", options.profile, "va_working or calendar");
    days->add_option("--data", options.config.data_directory, "Count a county's extra days too");
    add_json(*days, options);
    auto* clashes = program.add_subcommand("clashes", "People with two meetings on the same day");
    add_data(*clashes, options);
    clashes->add_option("--from", options.from, "Start date (today)");
    clashes->add_option("--to", options.to, "End date (12 months after the start date)");
    add_json(*clashes, options);
    auto* due = program.add_subcommand("due", "What the scheduler would do");
    add_data(*due, options);
    due->add_option("--at", options.at, time_help);
    due->add_option("--days", options.days, "How far ahead (14)");
    add_json(*due, options);
    auto* run_due = program.add_subcommand("run-due", "Do what is due, once");
    add_data(*run_due, options);
    run_due->add_option("--now", options.at, time_help);
    add_dry_run(*run_due, options);
    add_json(*run_due, options);
    run_due->add_option("--base-url", options.config.base_url, "For links in emails")
        ->envname("SHIREMOOT_BASE_URL");
    add_mail(*run_due, options.config);
}

void add_between_boards(CLI::App& program, Options& options) {
    auto* timetable =
        program.add_subcommand("timetable", "Which report goes to which board, when and why");
    add_data(*timetable, options);
    timetable->add_option(
        "--year", options.year,
        "For the boards at the end of the year; without it, as named in the protocol");
    add_json(*timetable, options);
    auto* register_ = program.add_subcommand("register", "Partnership register");
    register_->add_flag("--lint", options.lint, "Only entries that need action, and what to do");
    add_data(*register_, options);
    add_json(*register_, options);
    auto* circulation = program.add_subcommand("circulation", "Documents in circulation");
    circulation->require_subcommand(1);
    auto* list = circulation->add_subcommand("list", "List them with their progress");
    add_data(*list, options);
    add_json(*list, options);
    auto* show = circulation->add_subcommand("show", "Show one with its boards");
    show->add_option("ID", options.name, "As `circulation list` gives it")->required();
    add_data(*show, options);
    add_json(*show, options);
}

void add_pack(CLI::App& program, Options& options) {
    auto* pack = program.add_subcommand("pack", "Agenda packs");
    pack->require_subcommand(1);
    auto* build = pack->add_subcommand("build", "Create one pack as a PDF");
    build->add_option("BOARD", options.board, "Code or address name, hwb")->required();
    build->add_option("DATE", options.date, "Date of the meeting")->required();
    build->add_option("-o,--output", options.output, "PDF to write")->required();
    build->add_option("--audience", options.audience, "public, members or exempt");
    add_data(*build, options);
    add_dry_run(*build, options);
}

void add_mail_commands(CLI::App& program, Options& options) {
    auto* mail = program.add_subcommand("mail", "Email queue");
    mail->require_subcommand(1);
    auto* queue = mail->add_subcommand("queue", "List emails queued and sent");
    add_data(*queue, options);
    add_json(*queue, options);
    for (const auto* verb : {"retry", "hold", "release"}) {
        auto* command = mail->add_subcommand(verb, "One email, by its number");
        command->add_option("NUMBER", options.number, "Number in the queue")->required();
        add_data(*command, options);
        add_dry_run(*command, options);
    }
    auto* preview = mail->add_subcommand("preview", "Print one email as it will be sent");
    preview->add_option("NUMBER", options.number, "Number in the queue")->required();
    add_data(*preview, options);
    add_json(*preview, options);
}

// The names of the chosen subcommands, outermost first: "import csv".
std::string chosen_command(const CLI::App& program) {
    std::string name;
    const CLI::App* level = &program;
    while (!level->get_subcommands().empty()) {
        level = level->get_subcommands().front();
        if (level->get_name().empty()) break;
        name += (name.empty() ? "" : " ") + level->get_name();
    }
    return name;
}

// "mail foo"; empty when no word is left over. The parser says only that a command is missing.
std::string unknown_command(const CLI::App& program) {
    const auto rest = program.remaining(true);
    if (rest.empty() || rest.front().starts_with('-')) return {};
    const auto chosen = chosen_command(program);
    return chosen + (chosen.empty() ? "" : " ") + rest.front();
}

void make_absolute(Options& options, const std::filesystem::path& directory) {
    for (auto* path : {&options.path, &options.output, &options.config.data_directory,
                       &options.config.smtp_password_file, &options.config.mail_directory}) {
        if (!path->empty() && path->is_relative()) *path = directory / *path;
    }
}

// What a flag or a variable said stays. Throws CLI::ParseError for a value out of its range.
workflows::Result<void> apply_settings_file(CLI::App& serve, const std::filesystem::path& file) {
    const auto settings = read_settings_file(file);
    if (!settings) return settings.error();
    std::set<CLI::Option*> said;
    for (auto* option : serve.get_options()) {
        if (option->count() > 0) said.insert(option);
    }
    for (const auto& setting : *settings) {
        auto* option = serve.get_option_no_throw("--" + setting.name);
        if (option == nullptr || setting.name == "config" || setting.name == "help") {
            return workflows::invalid("--config", file.string() + ":" +
                                                      std::to_string(setting.line) +
                                                      ": there is no setting " + setting.name +
                                                      ". See shiremoot serve --help.");
        }
        if (said.count(option) == 0) option->add_result(setting.value)->run_callback();
    }
    return {};
}

// What the parser itself does not check.
workflows::Result<void> complete(CLI::App& program, Options& options,
                                 const std::filesystem::path& directory) {
    options.command = chosen_command(program);
    if (options.settings_file.is_relative() && !options.settings_file.empty())
        options.settings_file = directory / options.settings_file;
    if (!options.settings_file.empty()) {
        const auto applied =
            apply_settings_file(*program.get_subcommand("serve"), options.settings_file);
        if (!applied) return applied;
    }
    if (options.command == "serve" && options.config.data_directory.empty())
        return workflows::invalid("--data", "Give the data directory. There is no default.");
    if (!options.config.base_url.empty()) {
        auto url = base::read_base_url(options.config.base_url);
        if (!url) return url.error();
        options.config.base_url = *std::move(url);
    }
    make_absolute(options, directory);
    return {};
}

}  // namespace

ParsedOptions parse_options(const std::vector<std::string>& arguments,
                            const std::filesystem::path& directory, std::ostream& out,
                            std::ostream& err) {
    Options options;
    CLI::App program("Meetings, agendas and papers of a county's boards", "shiremoot");
    program.set_version_flag("--version", "shiremoot 0.1.0");
    program.require_subcommand(1);
    add_serve(program, options);
    add_demo(program, options);
    add_import_export(program, options);
    add_user(program, options);
    add_calendar(program, options);
    add_between_boards(program, options);
    add_pack(program, options);
    add_mail_commands(program, options);
    auto* workflows = program.add_subcommand("workflows", "Print the tables of all workflows");
    workflows->add_option("--format", options.format, "md or dot")
        ->check(CLI::IsMember({"md", "dot"}));
    auto reversed = arguments;
    std::reverse(reversed.begin(), reversed.end());
    try {
        program.parse(reversed);
        if (const auto completed = complete(program, options, directory); !completed) {
            const auto& error = completed.error();
            err << error.field << ": " << error.message << '\n';
            return {std::nullopt, Exit::usage};
        }
    } catch (const CLI::ParseError& error) {  // CLI11 reports in no other way
        const auto unknown = unknown_command(program);
        if (error.get_exit_code() == static_cast<int>(CLI::ExitCodes::RequiredError) &&
            !unknown.empty()) {
            err << "There is no command " << unknown << ". See shiremoot --help.\n";
            return {std::nullopt, Exit::usage};
        }
        const int code = program.exit(error, out, err);
        return {std::nullopt, code == 0 ? Exit::ok : Exit::usage};
    }
    return {std::move(options), Exit::ok};
}

}  // namespace server::command_line
