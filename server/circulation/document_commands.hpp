// A document that begins its round, the files of its versions, and stops that pass to another
// board.
#pragma once

#include <string>

#include "db/circulation_records.hpp"
#include "db/circulations.hpp"
#include "server/base/acting.hpp"
#include "server/base/result.hpp"

namespace server::circulation {

struct BeginCirculation {
    db::CirculationRow circulation;  // owner, document, version_label and purpose
    workflows::VersionFile file;     // empty: none was chosen
};
/// The id of the circulation.
Result<std::string> begin_circulation(const base::Acting&, db::WriteTx& tx,
                                      const BeginCirculation& command);

/// A version that boards have seen stays as they saw it: its file is not replaced any more.
bool may_take_file(db::ReadTx& tx, const db::CirculationRow& circulation,
                   const workflows::DocumentVersion& version);

/// As the file of the newest version. Code::refused where may_take_file() says no, Code::invalid
/// (field "paper") without a file.
Result<void> keep_document(db::WriteTx& tx, const db::CirculationRow& circulation,
                           const workflows::VersionFile& file);

/// The stop is that of `holder` from now on, one with its own where it has one: the stop that
/// stays.
db::StopRow pass_stop_to(db::WriteTx& tx, const db::StopRow& stop, const std::string& holder);

}  // namespace server::circulation
