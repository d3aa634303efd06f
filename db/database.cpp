#include "db/database.hpp"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <stdexcept>

#include "db/migrate.hpp"
#include "db/session.hpp"

namespace db {
namespace {

int take_lock(const std::filesystem::path& file) {
    const auto path = file.string() + ".lock";
    const int descriptor = ::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600);
    if (descriptor < 0) throw std::runtime_error("cannot open " + path);
    if (::flock(descriptor, LOCK_EX | LOCK_NB) != 0) {
        ::close(descriptor);
        throw std::runtime_error("another shiremoot is using " + file.parent_path().string());
    }
    return descriptor;
}

}  // namespace

bool in_use(const std::filesystem::path& file) {
    const auto path = file.string() + ".lock";
    const int descriptor = ::open(path.c_str(), O_RDWR | O_CLOEXEC | O_NOFOLLOW);
    if (descriptor < 0) return false;
    const bool free = ::flock(descriptor, LOCK_EX | LOCK_NB) == 0;
    ::close(descriptor);
    return !free;
}

ReadTx::ReadTx(Database& database, Session& session, workflows::Instant now)
    : database_(database), session_(&session), now_(now) {}

ReadTx::~ReadTx() {
    if (session_ == nullptr) return;  // a WriteTx has dealt with its own
    try {
        // After a failed read SQLite may have ended the transaction itself.
        if (session_->in_transaction()) session_->execute_script("ROLLBACK");
    } catch (const std::exception&) {  // nothing was written; the session is tried again
    }
    database_.give_back(session_);
}

WriteTx::WriteTx(Database& database, std::unique_lock<std::mutex> lock, Session& session,
                 workflows::Instant now, workflows::IdSource& ids, Actor actor)
    : ReadTx(database, session, now), lock_(std::move(lock)), ids_(ids), actor_(std::move(actor)) {}

WriteTx::~WriteTx() {
    try {
        if (!committed_ && session_->in_transaction()) session_->execute_script("ROLLBACK");
    } catch (const std::exception&) {  // SQLite rolls back when the connection closes or goes on
    }
    session_ = nullptr;
}

void WriteTx::commit() {
    session_->execute_script("COMMIT");
    committed_ = true;
    lock_.unlock();
    if (database_.observer_) database_.observer_(tags_);
}

Database::Database(const std::filesystem::path& file, int readers, const workflows::Clock& clock,
                   workflows::IdSource& ids)
    : file_(file), clock_(clock), ids_(ids), lock_descriptor_(take_lock(file)) {
    writer_ = std::make_unique<Session>(file_, Access::read_write);
    migrate(*writer_, embedded_migrations());
    for (int i = 0; i < readers; ++i) {
        readers_.push_back(std::make_unique<Session>(file_, Access::read_only));
        free_readers_.push_back(readers_.back().get());
    }
}

Database::~Database() {
    readers_.clear();
    writer_.reset();
    ::close(lock_descriptor_);
}

std::unique_ptr<ReadTx> Database::begin_read() {
    std::unique_lock lock(readers_mutex_);
    reader_free_.wait(lock, [this] { return !free_readers_.empty(); });
    Session* reader = free_readers_.back();
    free_readers_.pop_back();
    lock.unlock();
    try {
        if (reader->in_transaction()) reader->execute_script("ROLLBACK");
        reader->execute_script("BEGIN");
    } catch (...) {
        give_back(reader);
        throw;
    }
    return std::unique_ptr<ReadTx>(new ReadTx(*this, *reader, clock_.now()));
}

void Database::give_back(Session* reader) {
    {
        const std::lock_guard lock(readers_mutex_);
        free_readers_.push_back(reader);
    }
    reader_free_.notify_one();
}

std::unique_ptr<WriteTx> Database::begin_write(Actor actor) {
    std::unique_lock lock(writer_mutex_);
    writer_->execute_script("BEGIN IMMEDIATE");
    return std::unique_ptr<WriteTx>(
        new WriteTx(*this, std::move(lock), *writer_, clock_.now(), ids_, std::move(actor)));
}

void Database::with_writer(const std::function<void(Session&)>& step) {
    const std::lock_guard lock(writer_mutex_);
    step(*writer_);
}

workflows::Day county_day(const ReadTx& tx) {
    return workflows::to_local(tx.now(), workflows::county_zone).day;
}

}  // namespace db
