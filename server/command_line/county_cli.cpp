// import csv, export, backup, restore, check.
#include <boost/json.hpp>
#include <filesystem>

#include "db/backup.hpp"
#include "db/boards.hpp"
#include "db/county_json.hpp"
#include "db/export.hpp"
#include "db/identity.hpp"
#include "db/import/importer.hpp"
#include "server/base/temporary_data.hpp"
#include "server/command_line/cli.hpp"
#include "server/command_line/words.hpp"

namespace server::command_line {
namespace {

void print_problems(const db::ImportReport& report, Output output) {
    for (const auto& warning : report.warnings)
        output.err << "warning: " << warning.text() << '\n';
    for (const auto& error : report.errors)
        output.err << error.text() << '\n';
}

boost::json::array json_of(const std::vector<db::ImportProblem>& problems) {
    boost::json::array list;
    for (const auto& problem : problems)
        list.push_back({{"file", problem.file},
                        {"line", problem.line},
                        {"column", problem.column},
                        {"field", problem.field},
                        {"message", problem.message},
                        {"remedy", problem.remedy}});
    return list;
}

boost::json::value json_of(const db::ImportReport& report) {
    boost::json::object counts;
    for (const auto& name : workflows::names<db::ImportKind>) {
        const auto& count = report.of(name.value);
        counts[name.text] = {
            {"added", count.added}, {"unchanged", count.unchanged}, {"kept", count.kept}};
    }
    return {{"imported", report.imported},
            {"counts", std::move(counts)},
            {"errors", json_of(report.errors)},
            {"warnings", json_of(report.warnings)}};
}

boost::json::value json_of(const db::ExportReport& report) {
    boost::json::array files;
    for (const auto& file : report.files)
        files.emplace_back(file.string());
    boost::json::object left_out;
    for (const auto& name : workflows::names<db::LeftOut>)
        left_out[name.text] = report.of(name.value);
    return {{"files", std::move(files)}, {"left_out", std::move(left_out)}};
}

void print_check(const db::CheckReport& report, std::ostream& out) {
    for (const auto& line : report.lines())
        out << line << '\n';
}

void name_county(base::App& app, const std::string& name, const Options& options, Output output) {
    auto tx = app.database.begin_write();
    db::set_setting(*tx, "county_name", name);
    tx->commit();
    if (options.in_server) output.err << words::name_shown_after_restart;
}

// Each county has one board of this name by law (Health and Social Care Act 2012, s.194), and calls
// it after itself. Empty when the boards do not say.
std::string name_by_boards(db::ReadTx& tx) {
    constexpr std::string_view ending = " Health and Wellbeing Board";
    std::string name;
    for (const auto& board : db::list_boards(tx)) {
        if (!board.name.ends_with(ending) || board.name.size() == ending.size()) continue;
        if (!name.empty()) return {};
        name = board.name.substr(0, board.name.size() - ending.size());
    }
    return name;
}

// A name given counts, then the one it has, then what the boards say.
void settle_name(base::App& app, const Options& options, Output output) {
    if (!options.name.empty()) return name_county(app, options.name, options, output);
    std::string name;
    {
        const auto tx = app.database.begin_read();
        if (!db::setting(*tx, "county_name").empty()) return;
        name = name_by_boards(*tx);
    }
    if (name.empty()) {
        output.err << words::county_has_no_name;
        return;
    }
    output.err << words::county_named_after_board(name);
    name_county(app, name, options, output);
}

Exit foresee_backup(base::App& app, const Options& options, Output output) {
    if (std::filesystem::exists(options.path)) {
        output.err << words::file_already_exists(options.path.string());
        return Exit::failed;
    }
    const auto report = db::check(app.database, app.papers);
    print_check(report, output.out);
    return report.good() ? Exit::ok : Exit::failed;
}

}  // namespace

Exit import_csv(base::App& app, const Options& options, Output output) {
    const auto holidays = app.holidays(*app.database.begin_read());
    const auto reason = [&](workflows::Day day) {
        const auto* text = holidays.reason(day);
        return text != nullptr ? *text : std::string();
    };
    const auto report = db::import_directory(
        app.database, options.path, options.dry_run ? db::DryRun::yes : db::DryRun::no, reason);
    if (options.json)
        output.out << boost::json::serialize(json_of(report)) << '\n';
    else
        print_problems(report, output);
    if (!report.errors.empty()) {
        output.err << words::correct_these_lines;
        return Exit::failed;
    }
    if (!options.dry_run) settle_name(app, options, output);
    if (options.json) return Exit::ok;
    for (const auto& line : report.lines())
        output.out << line << '\n';
    return Exit::ok;
}

Exit export_county(base::App& app, const Options& options, Output output) {
    const auto tx = app.database.begin_read();
    const auto dry_run = options.dry_run ? db::DryRun::yes : db::DryRun::no;
    auto report = db::export_county(*tx, options.output, dry_run);
    for (auto& file : db::export_county_json(*tx, app.papers, options.output, dry_run))
        report.files.push_back(std::move(file));
    for (const auto& name : workflows::names<db::LeftOut>)
        if (const int number = report.of(name.value); number > 0)
            output.err << words::not_in_the_csv_files(name.words, number);
    output.err << words::export_is_private(db::county_json_name);
    if (options.json) {
        output.out << boost::json::serialize(json_of(report)) << '\n';
        return Exit::ok;
    }
    for (const auto& file : report.files)
        output.out << file.string() << '\n';
    return Exit::ok;
}

Exit back_up(base::App& app, const Options& options, Output output) {
    if (options.dry_run) return foresee_backup(app, options, output);
    const auto report = db::backup(app.database, app.papers, options.path);
    output.out << words::backup_written(report.file.string(), report.size_bytes);
    print_check(report.checked, output.out);
    return Exit::ok;
}

Exit check_data(base::App& app, const Options& options, Output output) {
    const auto report = db::check(app.database, app.papers);
    if (options.json) {
        boost::json::array faults(report.faults.begin(), report.faults.end());
        output.out << boost::json::serialize(boost::json::value{{"good", report.good()},
                                                                {"audit_rows", report.audit_rows},
                                                                {"audit_hash", report.audit_hash},
                                                                {"papers", report.papers},
                                                                {"faults", std::move(faults)}})
                   << '\n';
    } else {
        print_check(report, output.out);
    }
    return report.good() ? Exit::ok : Exit::failed;
}

Exit restore_backup(const Options& options, Output output) {
    const auto& target = options.config.data_directory;
    if (std::filesystem::exists(target) && !std::filesystem::is_empty(target)) {
        output.err << words::folder_not_empty(target.string());
        return Exit::conflict;
    }
    if (!options.dry_run) {
        print_check(db::restore(options.path, target), output.out);
        return Exit::ok;
    }
    const base::TemporaryData scratch;
    print_check(db::restore(options.path, scratch.path() / "restored"), output.out);
    return Exit::ok;
}

}  // namespace server::command_line
