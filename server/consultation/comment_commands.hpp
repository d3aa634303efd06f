// What the owner of a document says it did with the comments of the boards.
#pragma once

#include <string>
#include <vector>

#include "db/circulation_records.hpp"
#include "db/circulations.hpp"
#include "server/base/acting.hpp"
#include "server/base/result.hpp"

namespace server::consultation {

struct ReplyToComments {
    std::string circulation;
    std::vector<db::StopAnswer> replies;  // as they are to be; their versions are those shown
};
/// The name of one reply in messages: "reply-STOP-NUMBER".
std::string reply_field(const db::StopAnswer& answer);

/// Code::invalid, field reply_field(); else as db::save_stop_reply().
Result<void> reply_to_comments(const base::Acting&, db::WriteTx& tx,
                               const ReplyToComments& command);

}  // namespace server::consultation
