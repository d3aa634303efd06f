#include "server/circulation/document_commands.hpp"

#include <algorithm>

#include "db/audit.hpp"
#include "db/hand_over.hpp"
#include "server/circulation/stop_facts.hpp"
#include "server/circulation/words.hpp"

namespace server::circulation {

using workflows::VersionFile;

Result<std::string> begin_circulation(const base::Acting&, db::WriteTx& tx,
                                      const BeginCirculation& command) {
    const auto row = db::insert_circulation(tx, command.circulation);
    db::keep_first_version(tx, row, command.file);
    const auto& sha256 = command.file.sha256;
    db::append_audit(tx, {"circulation.create", "circulation:" + row.id, row.owner,
                          "begun with version " + row.version_label +
                              (sha256.empty() ? "" : ", SHA-256 " + sha256)});
    return row.id;
}

bool may_take_file(db::ReadTx& tx, const db::CirculationRow& circulation,
                   const workflows::DocumentVersion& version) {
    if (!version.has_file()) return true;
    const auto stops = db::list_stops(tx, circulation.id);
    const auto answers = db::list_stop_answers(tx, circulation.id);
    return std::ranges::find(stops, version.label, &db::StopRow::version_issued) == stops.end() &&
           std::ranges::find(answers, version.label, &db::StopAnswer::version_label) ==
               answers.end();
}

Result<void> keep_document(db::WriteTx& tx, const db::CirculationRow& circulation,
                           const VersionFile& file) {
    if (file.sha256.empty()) return workflows::invalid("paper", words::empty_file);
    const auto newest = db::list_circulation_versions(tx, circulation).back();
    if (!may_take_file(tx, circulation, newest))
        return workflows::refused(words::file_has_gone_out(newest.label));
    db::set_version_file(tx, circulation, file);
    db::append_audit(tx, {"circulation.file", "circulation:" + circulation.id, circulation.owner,
                          newest.label + ", SHA-256 " + file.sha256});
    return {};
}

db::StopRow pass_stop_to(db::WriteTx& tx, const db::StopRow& stop, const std::string& holder) {
    const db::HandOver change{stop.board, holder, county_today(tx)};
    const auto stays = db::hand_over_stop(tx, change, stop.id);
    db::append_audit(
        tx, {"board.hand_over", "stop:" + stays, holder, "From " + stop.board + " to " + holder});
    return db::load_stop(tx, stays).value();
}

}  // namespace server::circulation
