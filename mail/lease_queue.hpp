// Leased rows that wait for a sender, some of them with their eod mark already on disk.
#pragma once

#include <cstddef>
#include <deque>
#include <optional>
#include <span>
#include <vector>

#include "mail/delivery_log.hpp"

namespace mail {

/// Marks ahead of time spare senders a wait. When the machine itself stops, such rows are in doubt
/// although they were not sent, so only classes that are sent again when in doubt, and are not
/// urgent, are marked so: for them doubt is a quarter of an hour's delay. Not thread-safe.
class LeaseQueue {
  public:
    struct Taken {
        Leased leased;
        bool marked = false;
    };

    void add(std::vector<Leased> rows);
    std::size_t size() const { return entries_.size(); }
    bool has_free_row() const;
    /// The first row that is marked, or else the first that is not just being marked.
    std::optional<Taken> take();
    /// All rows go; their keys come back, to be released.
    std::vector<LeaseKey> clear();

    /// Whether fewer than `ahead` rows are marked and there is one that may be.
    bool wants_marks(std::size_t ahead) const;
    /// Chooses rows until `ahead` are marked or being marked; they cannot be taken meanwhile.
    std::vector<LeaseKey> start_marking(std::size_t ahead);
    /// The marks are on disk, but for `stale` ones: these rows are gone.
    void finish_marking(std::span<const LeaseKey> stale);
    /// The marks could not be kept.
    void abandon_marking();

  private:
    enum class Mark { none, under_way, kept };
    struct Entry {
        Leased leased;
        Mark mark = Mark::none;
    };

    std::deque<Entry> entries_;
};

}  // namespace mail
