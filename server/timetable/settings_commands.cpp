#include "server/timetable/settings_commands.hpp"

#include <algorithm>

#include "db/audit.hpp"
#include "db/county.hpp"
#include "server/timetable/words.hpp"
#include "workflows/agenda/agenda.hpp"
#include "workflows/text/utf8.hpp"
#include "workflows/text/words.hpp"

namespace server::timetable {

Result<void> set_seasons(const base::Acting&, db::WriteTx& tx, const SetSeasons& command) {
    const auto& seasons = command.seasons;
    if (auto good = workflows::check_seasons(seasons); !good) return good;
    db::save_seasons(tx, seasons);
    std::string detail;
    for (const auto& span : seasons)
        detail += (detail.empty() ? "" : ", ") + std::string(workflows::to_text(span.season)) +
                  " " + std::to_string(span.first_month) + "-" + std::to_string(span.last_month);
    db::append_audit(tx, {"timetable.seasons", "timetable:seasons", "", detail});
    return {};
}

Result<void> add_contradiction(const base::Acting&, db::WriteTx& tx,
                               const AddContradiction& command) {
    const auto& what = command.what;
    const auto cells = db::list_timetable(tx);
    if (std::ranges::none_of(cells, [&](const auto& cell) { return cell.report == what.report; }))
        return workflows::invalid("report", words::select_listed_report);
    if (auto good = workflows::check_contradiction(what); !good) return good;
    db::save_contradiction(tx, {what, {}, {}, {}});
    db::append_audit(tx, {"timetable.contradiction", "timetable:contradictions", "",
                          what.report + ": recorded"});
    return {};
}

std::optional<db::ContradictionRow> find_contradiction(db::ReadTx& tx, const std::string& key) {
    for (auto& row : db::list_contradictions(tx))
        if (row.what.key == key) return row;
    return std::nullopt;
}

Result<void> settle_contradiction(const base::Acting& acting, db::WriteTx& tx,
                                  const SettleContradiction& command) {
    auto row = find_contradiction(tx, command.contradiction);
    if (!row) return workflows::not_found(words::no_such_inconsistency);
    const bool settle = command.settled;
    const auto reason = settle ? command.reason : std::string();
    if (settle && workflows::text::is_blank(reason))
        return workflows::invalid("reason", words::enter_resolution);
    if (workflows::text::characters(reason) > workflows::comment_characters_max)
        return workflows::invalid("reason", words::too_long);
    row->settled_at.reset();
    if (settle) row->settled_at = tx.now();
    row->settled_by = settle ? acting.person : std::string();
    row->reason = reason;
    db::save_contradiction(tx, *row);
    db::append_audit(tx, {"timetable.contradiction", "timetable:" + row->what.key, "",
                          row->what.report + (settle ? ": settled" : ": open again")});
    return {};
}

}  // namespace server::timetable
