// What follows in rooms above when something happens in one below them: rows of site/followers.
#pragma once

#include <span>
#include <string>
#include <type_traits>

#include "db/database.hpp"
#include "server/base/result.hpp"

namespace db {
struct MeetingRow;
struct RequestRow;
struct ResponseRow;
}  // namespace db
namespace server::base {
struct Acting;
struct App;  // server/base/app.hpp
}  // namespace server::base

namespace server::web {

/// Does what follows, in the transaction of what happened, and returns a line for its thread, or an
/// empty one.
template <class... Facts>
using Follower = Result<std::string> (*)(Facts...);

struct Followers {
    /// A paper came to an item or left it.
    std::span<const Follower<db::WriteTx&, const std::string&>> paper_changed = {};
    /// An item is about to be taken off its agenda by hand.
    std::span<const Follower<db::WriteTx&, const std::string&>> item_removed = {};
    /// A version of the agenda went out: `published` of the meeting.
    std::span<const Follower<base::App&, db::WriteTx&, const db::MeetingRow&>> agenda_published =
        {};
    std::span<const Follower<db::WriteTx&, const db::ResponseRow&>> response_confirmed = {};
    /// With what its boards have not settled.
    std::span<const Follower<base::App&, const base::Acting&, db::WriteTx&, const db::RequestRow&,
                             const std::string&>>
        request_escalated = {};
};

/// Calls them in the order of their table; their lines, one below the other. The first refusal
/// ends it: the caller returns that, so that the transaction is undone.
template <class... Facts>
Result<std::string> follow(std::span<Result<std::string> (*const)(Facts...)> followers,
                           std::type_identity_t<Facts>... facts) {
    std::string lines;
    for (const auto follower : followers) {
        const auto line = follower(facts...);
        if (!line) return line;
        if (!line->empty()) lines += (lines.empty() ? "" : "\n") + *line;
    }
    return lines;
}

}  // namespace server::web
