#include "db/import/source.hpp"

#include <algorithm>
#include <charconv>
#include <fstream>
#include <iterator>
#include <optional>
#include <set>

#include "db/import/words.hpp"

namespace db {
namespace {

namespace fs = std::filesystem;

struct Shape {
    ImportKind kind;
    std::vector<std::string_view> required;
    std::vector<std::string_view> optional;
};

const std::vector<Shape>& shapes() {
    static const std::vector<Shape> all{
        {ImportKind::boards,
         {"code", "name", "parent", "statutory", "statute", "meetings_per_year", "held_in",
          "chairs", "succeeded_by", "succeeded_on"},
         {}},
        {ImportKind::groups, {"group", "board"}, {}},
        {ImportKind::people, {"key", "post", "organisation", "email"}, {"holder"}},
        {ImportKind::memberships,
         {"board", "person", "role"},
         {"label", "from", "to", "organisation", "standing", "on_behalf_of"}},
        {ImportKind::invitations, {"board", "person", "reason"}, {}},
        {ImportKind::meetings,
         {"board", "date", "status", "kind", "held_in"},
         {"starts", "ends", "place"}},
        {ImportKind::circulation,
         {"document", "version", "owner", "purpose", "board", "date", "status"},
         {}},
        {ImportKind::timetable, {"report", "board_or_group", "purpose", "season"}, {}},
        {ImportKind::register_records,
         {"board", "date_of_completion", "last_meeting", "next_meeting", "lead_member",
          "lead_officer", "website"},
         {}},
        {ImportKind::themes,
         {"theme", "lead_boards", "contributing_boards"},
         {"approach", "responsibility", "reporting", "state"}},
    };
    return all;
}

using Record = std::vector<CsvField>;

bool fits(const Shape& shape, const std::set<std::string_view>& header) {
    const auto known = [&](std::string_view name) {
        return std::find(shape.required.begin(), shape.required.end(), name) !=
                   shape.required.end() ||
               std::find(shape.optional.begin(), shape.optional.end(), name) !=
                   shape.optional.end();
    };
    return std::all_of(header.begin(), header.end(), known) &&
           std::all_of(shape.required.begin(), shape.required.end(),
                       [&](auto name) { return header.count(name) != 0; });
}

std::optional<ImportKind> kind_of(const Record& header) {
    std::set<std::string_view> names;
    for (const auto& field : header)
        if (!names.insert(field.text).second) return std::nullopt;
    for (const auto& shape : shapes())
        if (fits(shape, names)) return shape.kind;
    return std::nullopt;
}

// The kind that shares most columns with the header, to say what it lacks.
std::string header_remedy(const Record& header) {
    const Shape* nearest = nullptr;
    std::ptrdiff_t most = 0;
    for (const auto& shape : shapes()) {
        const auto shared = std::count_if(header.begin(), header.end(), [&](const CsvField& field) {
            return std::find(shape.required.begin(), shape.required.end(), field.text) !=
                   shape.required.end();
        });
        if (shared > most) {
            most = shared;
            nearest = &shape;
        }
    }
    if (nearest == nullptr) return import_words::header_names_columns;
    std::string columns;
    for (const auto& name : nearest->required)
        columns += (columns.empty() ? "" : ",") + std::string(name);
    return import_words::header_of(workflows::to_words(nearest->kind), columns);
}

class FileReader {
  public:
    FileReader(const fs::path& path, ImportRows& rows, ImportReport& report)
        : path_(path), name_(path.filename().string()), rows_(rows), report_(report) {}

    void read() {
        const auto bytes = contents();
        if (!bytes) return;
        const auto table = read_csv(*bytes);
        for (const auto& error : table.errors)
            wrong(error.line, error.column, "", {error.message, error.remedy});
        if (table.records.empty()) {
            if (table.errors.empty()) wrong(1, 1, "", import_words::file_empty());
            return;
        }
        take(table);
    }

  private:
    std::optional<std::string> contents() {
        std::error_code error;
        if (fs::file_size(path_, error) > import_file_bytes_max && !error) {
            wrong(0, 0, "", import_words::file_too_large());
            return std::nullopt;
        }
        std::ifstream stream(path_, std::ios::binary);
        std::string bytes{std::istreambuf_iterator<char>(stream), {}};
        if (error || !stream) {
            wrong(0, 0, "", import_words::file_unreadable());
            return std::nullopt;
        }
        return bytes;
    }

    void take(const CsvTable& table) {
        const auto& header = table.records.front();
        const auto kind = kind_of(header);
        if (!kind) {
            wrong(header.front().line, header.front().column, "",
                  import_words::unknown_header(header_remedy(header)));
            return;
        }
        for (std::size_t i = 1; i < table.records.size(); ++i)
            take_record(header, table.records[i], *kind);
    }

    void take_record(const Record& header, const Record& record, ImportKind kind) {
        if (record.size() != header.size()) {
            const auto& last = record[std::min(record.size(), header.size()) - 1];
            wrong(last.line, last.column, "",
                  import_words::wrong_number_of_fields(record.size(), header.size()));
            return;
        }
        ImportRow row{name_, record.front().line, {}};
        bool good = true;
        for (std::size_t i = 0; i < record.size(); ++i) {
            good &= check(header[i].text, record[i]);
            row.fields.emplace(header[i].text, record[i]);
        }
        if (good) rows_[static_cast<std::size_t>(kind)].push_back(std::move(row));
    }

    // Control characters would pass into letters and their headers.
    bool check(const std::string& name, const CsvField& field) {
        const bool control = std::any_of(field.text.begin(), field.text.end(), [](char c) {
            return static_cast<unsigned char>(c) < 0x20U || c == 0x7F;
        });
        if (control) wrong(field.line, field.column, name, import_words::control_character());
        const bool long_text = field.text.size() > import_field_bytes_max;
        if (long_text) wrong(field.line, field.column, name, import_words::field_too_long());
        return !control && !long_text;
    }

    void wrong(int line, int column, std::string field, import_words::Said said) {
        report_.errors.push_back({name_, line, column, std::move(field), std::move(said.message),
                                  std::move(said.remedy)});
    }

    fs::path path_;
    std::string name_;
    ImportRows& rows_;
    ImportReport& report_;
};

std::vector<fs::path> csv_files(const fs::path& directory) {
    std::vector<fs::path> files;
    std::error_code error;
    for (const auto& entry : fs::directory_iterator(directory, error))
        if (entry.path().extension() == ".csv") files.push_back(entry.path());
    std::sort(files.begin(), files.end());
    return files;
}

}  // namespace

ImportRows read_import_files(const fs::path& directory, ImportReport& report) {
    ImportRows rows;
    const auto files = csv_files(directory);
    if (files.empty()) {
        auto said = import_words::no_file();
        report.errors.push_back({directory.filename().string(), 0, 0, "", std::move(said.message),
                                 std::move(said.remedy)});
    }
    for (const auto& file : files)
        FileReader(file, rows, report).read();
    return rows;
}

}  // namespace db
