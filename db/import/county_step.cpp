// Imports the reporting timetable, the register and the cross-cutting themes.
#include <algorithm>

#include "db/county.hpp"
#include "db/import/steps.hpp"
#include "db/import/words.hpp"
#include "db/themes.hpp"

namespace db {
namespace {

using workflows::ReportPurpose;
using workflows::Season;
using Outcome = Importing::Outcome;

bool is_board_or_group(const Importing& importing, const std::string& name) {
    return importing.boards.known(name) || importing.groups.count(name) != 0;
}

void check_board_or_group(const Importing& importing, Fields& fields, std::string_view column,
                          const std::string& name) {
    if (!name.empty() && !is_board_or_group(importing, name))
        fields.wrong(column, import_words::no_board_or_group(name));
}

// "OxSCP;CSPs;CT", each checked, without blanks and empty parts.
std::string board_list(const Importing& importing, Fields& fields, std::string_view column) {
    std::string list;
    const std::string text = fields.text(column) + ";";
    for (std::size_t begin = 0; begin < text.size();) {
        const auto end = text.find(';', begin);
        std::string name = text.substr(begin, end - begin);
        name.erase(std::remove(name.begin(), name.end(), ' '), name.end());
        check_board_or_group(importing, fields, column, name);
        if (!name.empty()) list += (list.empty() ? "" : ";") + name;
        begin = end + 1;
    }
    return list;
}

workflows::TimetableCell read_cell(Importing& importing, Fields& fields) {
    workflows::TimetableCell cell;
    cell.report = fields.required("report");
    cell.board_or_group = fields.required("board_or_group");
    check_board_or_group(importing, fields, "board_or_group", cell.board_or_group);
    cell.purpose = fields.choice<ReportPurpose>("purpose");
    cell.season = fields.choice<Season>("season");
    return cell;
}

std::string key_of(const workflows::TimetableCell& cell) {
    return cell.report + "|" + cell.board_or_group + "|" +
           std::string(workflows::to_text(cell.purpose));
}

std::string optional_person(Importing& importing, Fields& fields, std::string_view column) {
    return fields.text(column).empty() ? "" : person_named(importing, fields, column);
}

RegisterRecord read_record(Importing& importing, Fields& fields) {
    return {board_named(importing, fields, "board"),
            fields.date("date_of_completion"),
            fields.date("last_meeting"),
            fields.date("next_meeting"),
            optional_person(importing, fields, "lead_member"),
            optional_person(importing, fields, "lead_officer"),
            fields.text("website")};
}

// A file without a state is one of appendix C, where each theme has its lead.
Theme read_theme(Importing& importing, Fields& fields) {
    Theme theme;
    theme.name = fields.required("theme");
    theme.lead_boards = board_list(importing, fields, "lead_boards");
    theme.contributors = board_list(importing, fields, "contributing_boards");
    theme.approach = fields.text("approach");
    theme.responsibility = fields.text("responsibility");
    theme.reporting = fields.text("reporting");
    theme.state = fields.text("state").empty() ? workflows::ThemeState::agreed
                                               : fields.choice<workflows::ThemeState>("state");
    if (theme.state == workflows::ThemeState::agreed) fields.required("lead_boards");
    return theme;
}

// A file without the columns of an agreement says nothing about it.
bool says_the_same(const Theme& stored, const Theme& told, bool with_agreement) {
    return stored.lead_boards == told.lead_boards && stored.contributors == told.contributors &&
           (!with_agreement ||
            (stored.approach == told.approach && stored.responsibility == told.responsibility &&
             stored.reporting == told.reporting && stored.state == told.state));
}

}  // namespace

void import_timetable(Importing& importing, const std::vector<ImportRow>& rows) {
    const auto stored = list_timetable(importing.tx);
    Once once;
    for (const auto& row : rows) {
        Fields fields(row, importing.report);
        const auto cell = read_cell(importing, fields);
        if (!once.first(fields, "board_or_group", key_of(cell)) || !fields.good()) continue;
        const auto known = std::find_if(stored.begin(), stored.end(), [&](const auto& other) {
            return key_of(other) == key_of(cell);
        });
        if (known == stored.end()) insert_timetable_cell(importing.tx, cell).value();
        importing.count(ImportKind::timetable, known == stored.end()          ? Outcome::added
                                               : known->season == cell.season ? Outcome::unchanged
                                                                              : Outcome::kept);
    }
}

void import_register(Importing& importing, const std::vector<ImportRow>& rows) {
    Once once;
    for (const auto& row : rows) {
        Fields fields(row, importing.report);
        const auto record = read_record(importing, fields);
        if (!once.first(fields, "board", record.board) || !fields.good() ||
            !importing.boards.ready(record.board))
            continue;
        const auto known = find_register_record(importing.tx, record.board);
        if (!known) insert_register_record(importing.tx, record).value();
        importing.count(ImportKind::register_records, !known             ? Outcome::added
                                                      : *known == record ? Outcome::unchanged
                                                                         : Outcome::kept);
    }
}

void import_themes(Importing& importing, const std::vector<ImportRow>& rows) {
    const auto stored = list_themes(importing.tx);
    Once once;
    for (const auto& row : rows) {
        Fields fields(row, importing.report);
        const auto theme = read_theme(importing, fields);
        if (!once.first(fields, "theme", theme.name) || !fields.good()) continue;
        const auto known = std::find_if(stored.begin(), stored.end(), [&](const auto& other) {
            return other.name == theme.name;
        });
        if (known == stored.end()) insert_theme(importing.tx, theme).value();
        const bool same =
            known != stored.end() &&
            says_the_same(*known, theme, row.fields.find("state") != row.fields.end());
        importing.count(ImportKind::themes, known == stored.end() ? Outcome::added
                                            : same                ? Outcome::unchanged
                                                                  : Outcome::kept);
    }
}

}  // namespace db
