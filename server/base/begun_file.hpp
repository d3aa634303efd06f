// Which messages had begun to leave when the process was killed: a small file mapped into memory.
#pragma once

#include <cstdint>
#include <filesystem>
#include <mutex>
#include <span>
#include <string>

#include "mail/delivery_log.hpp"

namespace server::base {

/// More than senders can have begun and not recorded: each commit of marks records what ended.
inline constexpr std::size_t begun_slots = 1024;

/// A store into a mapped file outlives the process and costs no write to the disk. It does not
/// outlive the machine: the file names the boot it was written in, and when that is another one,
/// or the file is missing or of another form, every marked lease counts as begun.
class BegunFile {
  public:
    /// `boot` names this run of the machine ("" when unknown); `marked` are the leases with a mark
    /// and no outcome. Throws std::runtime_error, in words for the operator, when the file cannot
    /// be made.
    BegunFile(const std::filesystem::path& file, const std::string& boot,
              std::span<const mail::LeaseKey> marked);
    ~BegunFile();
    BegunFile(const BegunFile&) = delete;
    BegunFile& operator=(const BegunFile&) = delete;

    // Thread-safe.
    /// False: every slot is taken.
    bool begin(const mail::LeaseKey& key) noexcept;
    void end(const mail::LeaseKey& key) noexcept;
    bool has(const mail::LeaseKey& key) const noexcept;

  private:
    struct Slot;
    struct Contents;

    void open(const std::filesystem::path& file);
    void keep_only(std::span<const mail::LeaseKey> marked);
    void start_with(std::span<const mail::LeaseKey> marked, const std::string& title);
    Slot* find(const mail::LeaseKey& key) const;

    Contents* contents_ = nullptr;
    bool all_ = false;  // more was marked than there are slots: all of it counts as begun
    mutable std::mutex mutex_;
};

}  // namespace server::base
