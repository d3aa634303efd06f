#include "db/county_json.hpp"

#include <soci/soci.h>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <stdexcept>

#include "db/case_log.hpp"
#include "db/county_formats.hpp"
#include "db/county_tables.hpp"
#include "db/files.hpp"
#include "db/session.hpp"
#include "db/words.hpp"
#include "workflows/text/words.hpp"

// SQLite's own JSON functions turn rows into text and back; a second engine needs its own here.
// Table and column names come from county_tables() and the schema, never from input.
namespace db {
namespace {

namespace fs = std::filesystem;
using workflows::Result;

constexpr const char* head = "{\"format\":\"shiremoot county\",\"version\":";

std::vector<std::string> texts(Session& session, const std::string& query) {
    const soci::rowset<std::string> rows = (session.soci().prepare << query);
    return {rows.begin(), rows.end()};
}

std::vector<std::string> columns_of(Session& session, std::string_view table) {
    return texts(session,
                 "SELECT name FROM pragma_table_info('" + std::string(table) + "') ORDER BY cid");
}

std::string columns_json(const std::vector<std::string>& columns) {
    std::string json;
    for (const auto& column : columns)
        json += (json.empty() ? "[\"" : ",\"") + column + '"';
    return json + "]";
}

// What json_each calls `value`, a row of the file, as the values of an INSERT.
std::string values_of(std::size_t columns) {
    std::vector<std::string> values;
    for (std::size_t i = 0; i < columns; ++i)
        values.push_back("json_extract(value, '$[" + std::to_string(i) + "]')");
    return workflows::text::joined(values);
}

// A table without a primary key keeps the order in which its rows came.
std::string order_of(Session& session, std::string_view table) {
    const auto keys = texts(session, "SELECT name FROM pragma_table_info('" + std::string(table) +
                                         "') WHERE pk > 0 ORDER BY pk");
    return keys.empty() ? "rowid" : workflows::text::joined(keys);
}

void write_table(Session& session, std::string_view table, std::ostream& out) {
    const auto columns = columns_of(session, table);
    out << "\n\"" << table << "\":{\"columns\":" << columns_json(columns) << ",\"rows\":[";
    const auto query = "SELECT json_array(" + workflows::text::joined(columns) + ") FROM " +
                       std::string(table) + " ORDER BY " + order_of(session, table);
    const soci::rowset<std::string> rows = (session.soci().prepare << query);
    const char* between = "\n";
    for (const auto& row : rows) {
        out << between << row;
        between = ",\n";
    }
    out << "]}";
}

void write_tables(Session& session, const fs::path& file) {
    std::ofstream out(file, std::ios::binary);
    out << head << county_format << ",\"tables\":{";
    const char* between = "";
    for (const auto& table : county_tables()) {
        if (!table.left_out.empty()) continue;
        out << between;
        write_table(session, table.name, out);
        between = ",";
    }
    out << "}}\n";
    if (!out.flush()) throw std::runtime_error("cannot write " + file.string());
}

std::vector<std::string> paper_hashes(Session& session) {
    return texts(session,
                 "SELECT sha256 FROM paper UNION SELECT sha256 FROM circulation_version "
                 "WHERE sha256 <> '' ORDER BY sha256");
}

void copy_paper(const DocumentStore& papers, const std::string& sha256, const fs::path& target) {
    if (const auto whole = papers.verify(sha256); !whole)
        throw std::runtime_error("paper " + sha256 + ": " + whole.error().message);
    fs::copy_file(papers.path_of(sha256), target, fs::copy_options::overwrite_existing);
}

class Importer {
  public:
    Importer(WriteTx& tx, const std::string& text) : session_(tx.session()), text_(text) {}

    Result<CountyJsonReport> take() {
        if (auto fits = check(); !fits) return fits.error();
        session_.execute_script("PRAGMA defer_foreign_keys = ON");
        CountyJsonReport report;
        for (const auto& table : tables_of_file()) {
            auto rows = take_table(table);
            if (!rows) return rows.error();
            report.rows += *rows;
            ++report.tables;
        }
        session_.execute_script(completed_from_format(format_));
        const auto orphans = texts(session_, "SELECT \"table\" FROM pragma_foreign_key_check");
        if (!orphans.empty()) return invalid(words::row_names_nothing(orphans.front()));
        if (const auto lost = case_log_orphans(session_); !lost.empty())
            return invalid(lost.front());
        return report;
    }

  private:
    static workflows::Error invalid(const std::string& what) {
        return workflows::invalid(county_json_name, words::nothing_imported(what));
    }

    // One text of the file; "" when there is none.
    std::string at(const std::string& path) {
        std::string found;
        soci::indicator is = soci::i_null;
        session_.soci() << "SELECT json_extract(:text, :path)", soci::into(found, is),
            soci::use(text_), soci::use(path);
        return is == soci::i_ok ? found : std::string();
    }

    Result<void> check() {
        int valid = 0;
        session_.soci() << "SELECT json_valid(:text)", soci::into(valid), soci::use(text_);
        if (valid == 0) return invalid(words::file_is_no_json);
        const auto version = at("$.version");
        for (format_ = county_format; format_ > 0 && std::to_string(format_) != version;
             --format_) {
        }
        if (at("$.format") != "shiremoot county" || format_ == 0)
            return invalid(words::file_is_no_county);
        const soci::rowset<std::string> names =
            (session_.soci().prepare
                 << "SELECT key FROM json_each(json_extract(:text, '$.tables'))",
             soci::use(text_));
        const auto known = tables_of_file();
        for (const auto& name : names) {
            if (std::ranges::find(known, name, &FileTable::name) == known.end())
                return invalid(words::unknown_table(name));
        }
        return {};
    }

    std::vector<FileTable> tables_of_file() {
        std::vector<FileTable> all;
        for (const auto& table : county_tables()) {
            if (!table.left_out.empty() || !stands_in_format(format_, table.name)) continue;
            const std::string name(table.name);
            auto columns = columns_in_format(format_, name, columns_of(session_, name));
            auto insert =
                "INSERT INTO " + name + "(" + workflows::text::joined(columns) + ") SELECT ";
            all.push_back({name, std::move(columns), std::move(insert)});
        }
        const auto earlier = earlier_tables(format_);
        all.insert(all.end(), earlier.begin(), earlier.end());
        return all;
    }

    Result<long long> take_table(const FileTable& table) {
        const auto path = "$.tables." + table.name;
        if (at(path + ".columns") != columns_json(table.columns))
            return invalid(words::other_columns(table.name));
        // What a migration put there is in the file too, as the county left it.
        if (std::ranges::find(county_tables(), table.name, &CountyTable::name) !=
            county_tables().end())
            session_.execute_script("DELETE FROM " + table.name);
        const auto rows_path = path + ".rows";
        try {
            soci::statement insert =
                (session_.soci().prepare << table.insert + values_of(table.columns.size()) +
                                                " FROM json_each(:text, :path)",
                 soci::use(text_), soci::use(rows_path));
            insert.execute(true);
            return insert.get_affected_rows();
        } catch (const soci::soci_error&) {
            return invalid(words::row_breaks_rule(table.name));
        }
    }

    Session& session_;
    const std::string& text_;
    int format_ = county_format;  // of the file
};

Result<void> check_papers(Session& session, const DocumentStore& papers, const fs::path& folder,
                          std::vector<std::string>& missing) {
    for (const auto& sha256 : paper_hashes(session)) {
        if (papers.verify(sha256)) continue;
        if (!fs::is_regular_file(folder / sha256) || sha256_of_file(folder / sha256) != sha256)
            return workflows::invalid("papers", words::paper_not_imported(sha256));
        missing.push_back(sha256);
    }
    return {};
}

bool is_empty(Session& session) {
    return texts(session, "SELECT code FROM board LIMIT 1").empty() &&
           session.query_text("SELECT COUNT(*) FROM audit") == "0";
}

// Moved in from beside the store: a rename within one file system.
void put_papers(const DocumentStore& papers, const fs::path& folder,
                const std::vector<std::string>& hashes) {
    for (const auto& sha256 : hashes) {
        const auto beside = papers.path_of(sha256).parent_path().parent_path() / ("new-" + sha256);
        fs::copy_file(folder / sha256, beside, fs::copy_options::overwrite_existing);
        papers.put(beside);
    }
}

}  // namespace

std::vector<fs::path> export_county_json(ReadTx& tx, const DocumentStore& papers,
                                         const fs::path& directory, DryRun dry_run) {
    std::vector<fs::path> files{directory / county_json_name};
    const auto hashes = paper_hashes(tx.session());
    for (const auto& sha256 : hashes)
        files.push_back(directory / "papers" / sha256);
    if (dry_run == DryRun::yes) return files;
    fs::create_directories(directory / "papers");
    write_tables(tx.session(), files.front());
    for (const auto& sha256 : hashes)
        copy_paper(papers, sha256, directory / "papers" / sha256);
    return files;
}

Result<CountyJsonReport> import_county_json(Database& database, const DocumentStore& papers,
                                            const fs::path& directory, DryRun dry_run) {
    std::ifstream file(directory / county_json_name, std::ios::binary);
    if (!file)
        return workflows::invalid(county_json_name,
                                  words::no_file_in(county_json_name, directory.string()));
    const std::string text{std::istreambuf_iterator<char>(file), {}};
    std::vector<std::string> missing;
    {
        // Tried whole and undone: the papers must lie in the store before the rows are kept.
        const auto trial = database.begin_write();
        if (!is_empty(trial->session()))
            return workflows::conflict("data", words::county_not_empty);
        const auto report = Importer(*trial, text).take();
        if (!report) return report.error();
        if (auto whole = check_papers(trial->session(), papers, directory / "papers", missing);
            !whole)
            return whole.error();
        if (dry_run == DryRun::yes) {
            auto foreseen = *report;
            foreseen.papers = static_cast<long long>(missing.size());
            return foreseen;
        }
    }
    put_papers(papers, directory / "papers", missing);
    const auto tx = database.begin_write();
    auto report = Importer(*tx, text).take();
    if (!report) return report.error();
    report->papers = static_cast<long long>(missing.size());
    tx->touch("everything");
    tx->commit();
    return report;
}

}  // namespace db
