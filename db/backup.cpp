#include "db/backup.hpp"

#include <sqlite3.h>

#include <chrono>
#include <memory>
#include <stdexcept>
#include <thread>

#include "db/audit.hpp"
#include "db/case_log.hpp"
#include "db/statement.hpp"
#include "db/tar.hpp"
#include "db/words.hpp"

namespace db {
namespace {

namespace fs = std::filesystem;
using S = std::string;

// A paper that was removed may still be named by a published agenda; only an item's page hides it.
constexpr Query<S> list_hashes{"backup.list_hashes", R"(
    SELECT sha256 FROM paper UNION SELECT sha256 FROM pack
    UNION SELECT sha256 FROM circulation_version WHERE sha256 <> '' ORDER BY sha256)"};

constexpr const char* database_name = "shiremoot.db";
constexpr std::chrono::milliseconds pause_between_slices{1};

// Removed again whatever happens, so that a broken backup is never taken for one.
class Scratch {
  public:
    explicit Scratch(fs::path directory) : directory_(std::move(directory)) {
        fs::remove_all(directory_);
        fs::create_directories(directory_);
        fs::permissions(directory_, fs::perms::owner_all);
    }
    ~Scratch() {
        std::error_code ignored;
        fs::remove_all(directory_, ignored);
    }
    Scratch(const Scratch&) = delete;
    Scratch& operator=(const Scratch&) = delete;
    fs::path operator/(const char* name) const { return directory_ / name; }

  private:
    fs::path directory_;
};

// A database file that no Session has opened yet: the target of the copy.
class Target {
  public:
    explicit Target(const fs::path& file) {
        if (sqlite3_open_v2(file.c_str(), &connection_, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE,
                            nullptr) != SQLITE_OK) {
            sqlite3_close(connection_);
            throw std::runtime_error("cannot create " + file.string());
        }
    }
    ~Target() { sqlite3_close(connection_); }
    Target(const Target&) = delete;
    Target& operator=(const Target&) = delete;
    sqlite3* get() { return connection_; }

  private:
    sqlite3* connection_ = nullptr;
};

// Begun and stepped on the writer's connection, whose own writes SQLite carries into the copy;
// those of another connection would make it start again.
class OnlineBackup {
  public:
    OnlineBackup(Session& writer, Target& target)
        : backup_(sqlite3_backup_init(target.get(), "main", static_cast<sqlite3*>(writer.native()),
                                      "main")) {
        if (backup_ == nullptr) throw std::runtime_error(sqlite3_errmsg(target.get()));
    }
    ~OnlineBackup() {
        if (backup_ != nullptr) sqlite3_backup_finish(backup_);
    }
    OnlineBackup(const OnlineBackup&) = delete;
    OnlineBackup& operator=(const OnlineBackup&) = delete;

    /// True when all was copied.
    bool step() {
        const int result = sqlite3_backup_step(backup_, backup_slice_pages);
        if (result != SQLITE_OK && result != SQLITE_DONE && result != SQLITE_BUSY)
            throw std::runtime_error(S("copying the database: ") + sqlite3_errstr(result));
        return result == SQLITE_DONE;
    }
    void finish() {
        const int result = sqlite3_backup_finish(backup_);
        backup_ = nullptr;
        if (result != SQLITE_OK)
            throw std::runtime_error(S("copying the database: ") + sqlite3_errstr(result));
    }

  private:
    sqlite3_backup* backup_;
};

// Every use of the writer's connection is under its lock, the last one too.
void copy_database(Database& database, const fs::path& file, const std::function<void()>& between) {
    Target target(file);
    std::unique_ptr<OnlineBackup> copy;
    const auto end = [&](Session&) { copy.reset(); };
    struct AtEnd {
        std::function<void()> run;
        ~AtEnd() { run(); }
    } at_end{[&] { database.with_writer(end); }};
    database.with_writer(
        [&](Session& writer) { copy = std::make_unique<OnlineBackup>(writer, target); });
    for (bool done = false; !done;) {
        database.with_writer([&](Session&) { done = copy->step(); });
        between();
        // Whoever waits for the writer gets it now: the lock alone would be ours again at once.
        std::this_thread::sleep_for(pause_between_slices);
    }
    database.with_writer([&](Session&) { copy->finish(); });
}

std::vector<S> named_hashes(Session& session) {
    return select(session, list_hashes);
}

void check_database(Session& session, CheckReport& report) {
    if (const S integrity = session.query_text("PRAGMA integrity_check"); integrity != "ok")
        report.faults.push_back(words::database_damaged(integrity));
    if (const S table = session.query_text("PRAGMA foreign_key_check"); !table.empty())
        report.faults.push_back(words::row_names_nothing(table));
    const auto chain = verify_chain(session);
    report.audit_rows = chain.rows;
    report.audit_hash = chain.last_hash;
    if (!chain.whole()) report.faults.push_back(words::audit_changed(chain.first_broken));
    const auto log = case_log_faults(session);
    report.faults.insert(report.faults.end(), log.begin(), log.end());
}

void check_papers(const std::vector<S>& hashes, const DocumentStore& documents,
                  CheckReport& report) {
    for (const auto& hash : hashes) {
        ++report.papers;
        if (const auto seen = documents.verify(hash); !seen)
            report.faults.push_back(words::about_paper(seen.error().message, hash));
    }
}

CheckReport check_copy(const fs::path& directory) {
    CheckReport report;
    Session session(directory / database_name, Access::read_write);
    check_database(session, report);
    check_papers(named_hashes(session), DocumentStore(directory), report);
    return report;
}

void refuse_faults(const CheckReport& report, const S& what) {
    if (!report.good()) throw std::runtime_error(what + ": " + report.faults.front());
}

// In the same file system, so that a rename ends the work at once.
fs::path beside(const fs::path& path, const char* suffix) {
    auto full = fs::absolute(path).lexically_normal();
    if (!full.has_filename()) full = full.parent_path();
    return full += suffix;
}

void write_archive(const fs::path& database, const DocumentStore& documents,
                   const fs::path& archive) {
    TarWriter tar(archive);
    tar.add(database_name, database);
    Session copy(database, Access::read_only);
    for (const auto& hash : named_hashes(copy)) {
        const auto path = documents.path_of(hash);
        tar.add("papers/" + path.parent_path().filename().string() + "/" + path.filename().string(),
                path);
    }
    tar.finish();
}

}  // namespace

std::vector<S> CheckReport::lines() const {
    std::vector<S> lines{"audit trail: " + std::to_string(audit_rows) + " rows, last hash " +
                             (audit_hash.empty() ? "none" : audit_hash),
                         "papers: " + std::to_string(papers)};
    lines.insert(lines.end(), faults.begin(), faults.end());
    lines.push_back(good() ? "all is well" : std::to_string(faults.size()) + " faults");
    return lines;
}

CheckReport check(Database& database, const DocumentStore& documents) {
    CheckReport report;
    std::vector<S> hashes;
    {
        const auto tx = database.begin_read();
        check_database(tx->session(), report);
        hashes = named_hashes(tx->session());
    }
    // After the snapshot: hashing takes long, and an open reader keeps the log from shrinking.
    check_papers(hashes, documents, report);
    return report;
}

BackupReport backup(Database& database, const DocumentStore& documents, const fs::path& file,
                    const std::function<void()>& between) {
    if (fs::exists(file)) throw std::runtime_error(words::file_exists(file.string()));
    const Scratch scratch(beside(file, ".making"));
    const auto copied = scratch / database_name;
    const auto archive = scratch / "archive.tar";
    copy_database(database, copied, between);
    write_archive(copied, documents, archive);
    BackupReport report{file, static_cast<long long>(fs::file_size(archive)), {}};
    report.checked = restore(archive, scratch / "restored");
    fs::rename(archive, file);
    sync_directory(fs::absolute(file).parent_path());
    return report;
}

CheckReport restore(const fs::path& file, const fs::path& directory) {
    if (fs::exists(directory) && !fs::is_empty(directory))
        throw std::runtime_error(words::folder_not_empty(directory.string()));
    Scratch scratch(beside(directory, ".restoring"));
    const auto copy = scratch / "copy";
    fs::create_directory(copy);
    fs::permissions(copy, fs::perms::owner_all);
    unpack_tar(file, copy);
    auto report = check_copy(copy);
    refuse_faults(report, words::backup_not_good);
    fs::remove(directory);
    fs::rename(copy, directory);
    sync_directory(fs::absolute(directory).parent_path());
    return report;
}

std::vector<const Sql*> backup_statements() {
    return {&list_hashes};
}

}  // namespace db
