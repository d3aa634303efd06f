// The county's file: one writer, several readers, a transaction per request.
#pragma once

#include <condition_variable>
#include <filesystem>
#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "workflows/core/seams.hpp"

namespace db {

class Database;
class Session;  // db/session.hpp; left out so that SOCI stays inside db/

/// A snapshot to read from. Not shared between threads; gives its session back when destroyed.
class ReadTx {
  public:
    ReadTx(ReadTx&&) = delete;
    ReadTx& operator=(ReadTx&&) = delete;
    virtual ~ReadTx();

    Session& session() { return *session_; }
    /// Fixed when the transaction began: all that happens in it happens at one instant.
    workflows::Instant now() const { return now_; }

  protected:
    friend class Database;
    ReadTx(Database& database, Session& session, workflows::Instant now);
    Database& database_;
    Session* session_;
    workflows::Instant now_;
};

/// The civil day of `tx` in the county.
workflows::Day county_day(const ReadTx& tx);

/// Who acts. Empty person = the program itself (scheduler, import).
struct Actor {
    std::string person;
    std::string on_behalf;  // the post spoken for, when it is another's
};

/// The one open write transaction. Rolls back unless commit() was called.
class WriteTx final : public ReadTx {
  public:
    ~WriteTx() override;

    workflows::IdSource& ids() { return ids_; }
    const Actor& actor() const { return actor_; }
    void act_as(Actor actor) { actor_ = std::move(actor); }

    /// Names what changed ("meeting:ID", "meetings:HWB", "board:HWB", "mail"), for kept pages.
    /// A transaction that names nothing is taken to have changed everything.
    void touch(std::string tag) { tags_.push_back(std::move(tag)); }
    void commit();

  private:
    friend class Database;
    WriteTx(Database& database, std::unique_lock<std::mutex> lock, Session& session,
            workflows::Instant now, workflows::IdSource& ids, Actor actor);
    std::unique_lock<std::mutex> lock_;
    workflows::IdSource& ids_;
    Actor actor_;
    std::vector<std::string> tags_;
    bool committed_ = false;
};

/// Whether another process has the file open now.
bool in_use(const std::filesystem::path& file);

/// Thread-safe. `file` is DIR/shiremoot.db; a lock beside it refuses a second process
/// (std::runtime_error): no other process may open the live file.
class Database {
  public:
    using CommitObserver = std::function<void(const std::vector<std::string>& tags)>;

    Database(const std::filesystem::path& file, int readers, const workflows::Clock& clock,
             workflows::IdSource& ids);
    ~Database();
    Database(const Database&) = delete;
    Database& operator=(const Database&) = delete;

    /// Waits for a free reader.
    std::unique_ptr<ReadTx> begin_read();
    /// Waits for the writer (BEGIN IMMEDIATE); never hold it over a hash, a file or SMTP.
    std::unique_ptr<WriteTx> begin_write(Actor actor = {});
    /// Called after each commit, on the committing thread, outside the writer's lock.
    void on_commit(CommitObserver observer) { observer_ = std::move(observer); }
    /// Runs `step` with the writer's session and no transaction open (backup slices).
    void with_writer(const std::function<void(Session&)>& step);

    const std::filesystem::path& file() const { return file_; }

  private:
    friend class ReadTx;
    friend class WriteTx;
    void give_back(Session* reader);

    std::filesystem::path file_;
    const workflows::Clock& clock_;
    workflows::IdSource& ids_;
    int lock_descriptor_ = -1;
    std::mutex writer_mutex_;
    std::unique_ptr<Session> writer_;
    std::mutex readers_mutex_;
    std::condition_variable reader_free_;
    std::vector<std::unique_ptr<Session>> readers_;
    std::vector<Session*> free_readers_;
    CommitObserver observer_;
};

}  // namespace db
