#include "db/import/importer.hpp"

#include <algorithm>
#include <tuple>

#include "db/audit.hpp"
#include "db/import/steps.hpp"

namespace db {
namespace {

struct Step {
    ImportKind kind;
    void (*take)(Importing&, const std::vector<ImportRow>&);
};

// In this order each row finds what it names.
constexpr std::array steps{
    Step{ImportKind::boards, import_boards},
    Step{ImportKind::groups, import_groups},
    Step{ImportKind::people, import_people},
    Step{ImportKind::memberships, import_memberships},
    Step{ImportKind::invitations, import_invitations},
    Step{ImportKind::meetings, import_meetings},
    Step{ImportKind::circulation, import_circulation},
    Step{ImportKind::timetable, import_timetable},
    Step{ImportKind::register_records, import_register},
    Step{ImportKind::themes, import_themes},
};
static_assert(steps.size() == import_kinds);

void sort_by_place(std::vector<ImportProblem>& problems) {
    std::stable_sort(problems.begin(), problems.end(), [](const auto& a, const auto& b) {
        return std::tie(a.file, a.line, a.column) < std::tie(b.file, b.line, b.column);
    });
}

void audit(WriteTx& tx, const ImportReport& report) {
    std::string detail;
    for (const auto& line : report.lines())
        detail += (detail.empty() ? "" : "; ") + line;
    append_audit(tx, {"import.csv", "county", "", detail});
}

}  // namespace

ImportReport import_directory(Database& database, const std::filesystem::path& directory,
                              DryRun dry_run,
                              const std::function<std::string(workflows::Day)>& holiday_reason,
                              const Actor& actor) {
    ImportReport report;
    const auto rows = read_import_files(directory, report);
    const auto tx = database.begin_write(actor);
    Importing importing{*tx, report, holiday_reason,
                        std::chrono::floor<std::chrono::days>(tx->now())};
    for (const auto& step : steps)
        step.take(importing, rows[static_cast<std::size_t>(step.kind)]);
    sort_by_place(report.errors);
    sort_by_place(report.warnings);
    if (!report.errors.empty() || dry_run == DryRun::yes) return report;
    if (report.added() > 0) {
        audit(*tx, report);
        tx->commit();
    }
    report.imported = true;
    return report;
}

}  // namespace db
