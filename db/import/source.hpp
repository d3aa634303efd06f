// The files of an import: what each holds, told by its header, and the fields of its rows.
#pragma once

#include <array>
#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "db/import/csv.hpp"
#include "db/import/report.hpp"
#include "db/import/words.hpp"
#include "workflows/core/date.hpp"
#include "workflows/core/names.hpp"
#include "workflows/core/planned_date.hpp"

namespace db {

/// One record of a file, by column name.
struct ImportRow {
    std::string file;
    int line = 0;
    std::map<std::string, CsvField, std::less<>> fields;
};

using ImportRows = std::array<std::vector<ImportRow>, import_kinds>;

inline constexpr std::uintmax_t import_file_bytes_max = 16U << 20U;
inline constexpr std::size_t import_field_bytes_max = 1000;

/// Reads every *.csv of `directory`, in the order of their names. What cannot be read or belongs to
/// no kind goes to `report.errors`.
ImportRows read_import_files(const std::filesystem::path& directory, ImportReport& report);

/// Takes the fields of one row, noting each that is wrong; the reading goes on, so that all are
/// noted. Values after a fault are empty or the least allowed.
class Fields {
  public:
    Fields(const ImportRow& row, ImportReport& report) : row_(row), report_(report) {}

    /// Without blanks around it and without the guard of a formula (workflows/text/csv.hpp); ""
    /// where the file has no such column.
    std::string text(std::string_view name) const;
    std::string required(std::string_view name);
    /// Letters, digits and "-_." only: it stands in addresses and lists.
    std::string code(std::string_view name);
    /// A code that stands in the address of a page of its own: no dot, and not "new".
    std::string key(std::string_view name);
    int number(std::string_view name, int min, int max);
    bool yes_or_no(std::string_view name);
    std::string email(std::string_view name);
    /// A day, a month or "tbc".
    workflows::PlannedDate date(std::string_view name);
    std::optional<workflows::Day> optional_day(std::string_view name);
    /// "HH:MM", or "" where nothing is said.
    std::string optional_time(std::string_view name);
    /// The first of the enumerators when the field was wrong.
    template <class Enum>
    Enum choice(std::string_view name) {
        const auto chosen = required(name);
        if (const auto known = workflows::from_text<Enum>(chosen)) return *known;
        if (chosen.empty()) return workflows::names<Enum>[0].value;
        std::string known;
        for (const auto& row : workflows::names<Enum>)
            known += (known.empty() ? "" : ", ") + std::string(row.text);
        wrong(name, import_words::not_one_of(chosen, known));
        return workflows::names<Enum>[0].value;
    }

    void wrong(std::string_view name, import_words::Said said);
    void warn(std::string_view name, import_words::Said said);
    /// No field was wrong so far.
    bool good() const { return good_; }
    const ImportRow& row() const { return row_; }

  private:
    ImportProblem problem(std::string_view name, import_words::Said said) const;
    const ImportRow& row_;
    ImportReport& report_;
    bool good_ = true;
};

}  // namespace db
