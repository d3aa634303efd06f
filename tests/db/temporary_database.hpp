// A migrated database in a directory of its own, removed afterwards, with a settable clock.
#pragma once

#include <cstdlib>
#include <filesystem>
#include <memory>
#include <string>

#include "db/database.hpp"

namespace tests {

class SettableClock final : public workflows::Clock {
  public:
    workflows::Instant now() const override { return now_; }
    void set(workflows::Instant now) { now_ = now; }

  private:
    workflows::Instant now_{std::chrono::sys_days{std::chrono::year{2018} / 11 / 1} +
                            std::chrono::hours{9}};
};

class CountingIds final : public workflows::IdSource {
  public:
    std::string id() override { return "id-" + std::to_string(++count_); }
    std::string secret() override { return "secret-" + std::to_string(++count_); }
    std::string code() override { return std::to_string(100000 + ++count_); }

  private:
    int count_ = 0;
};

class TemporaryDirectory {
  public:
    TemporaryDirectory() {
        std::string name = (std::filesystem::temp_directory_path() / "shiremoot-XXXXXX").string();
        path_ = ::mkdtemp(name.data());
    }
    ~TemporaryDirectory() { std::filesystem::remove_all(path_); }
    TemporaryDirectory(const TemporaryDirectory&) = delete;
    TemporaryDirectory& operator=(const TemporaryDirectory&) = delete;
    const std::filesystem::path& path() const { return path_; }

  private:
    std::filesystem::path path_;
};

class TemporaryDatabase {
  public:
    TemporaryDatabase() { open(); }
    db::Database& database() { return *database_; }
    SettableClock& clock() { return clock_; }
    CountingIds& ids() { return ids_; }
    const std::filesystem::path& directory() const { return directory_.path(); }
    void close() { database_.reset(); }
    void open() { database_ = make(); }
    void open_again() { make(); }

  private:
    std::unique_ptr<db::Database> make() {
        return std::make_unique<db::Database>(directory_.path() / "shiremoot.db", 2, clock_, ids_);
    }
    TemporaryDirectory directory_;
    SettableClock clock_;
    CountingIds ids_;
    std::unique_ptr<db::Database> database_;
};

}  // namespace tests
