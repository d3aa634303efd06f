// The meetings that the timetable suggests for reports, taken all at once.
#include "db/report_owners.hpp"
#include "server/base/secrets.hpp"
#include "server/timetable/obligation_commands.hpp"
#include "server/timetable/words.hpp"

namespace server::timetable {

using workflows::ObligationEvent;

std::vector<std::size_t> own_proposals(const TimetableGrid& grid, const base::Viewer& viewer) {
    std::vector<std::size_t> own;
    for (std::size_t i = 0; i < grid.proposals.size(); ++i)
        if (grid.proposals[i].meeting && viewer.is_officer(grid.placed[i].what.board))
            own.push_back(i);
    return own;
}

std::string proposals_seen(const TimetableGrid& grid, const std::vector<std::size_t>& own) {
    std::string text;
    for (const auto i : own)
        text += obligation_name(grid.rows[i]) + " " + std::to_string(grid.rows[i].version) + " " +
                grid.proposals[i].meeting->id + " " + grid.proposals[i].meeting->date.key() + "\n";
    return base::sha256_hex(text);
}

Result<std::size_t> confirm_proposals(base::App& app, const base::Acting& acting, db::WriteTx& tx,
                                      int year, const std::string& seen) {
    const auto grid = load_grid(app, tx, year);
    const auto own = own_proposals(grid, acting);
    if (own.empty()) return workflows::refused(words::nothing_to_confirm);
    if (proposals_seen(grid, own) != seen)
        return Error{workflows::Code::stale, words::suggestions_changed};
    std::map<std::string, std::vector<std::string>> owners;
    for (const auto i : own) {
        const auto& row = grid.rows[i];
        const auto [at, added] = owners.try_emplace(row.what.report);
        if (added) at->second = db::owners_of_report(tx, row.what.report, year);
        const auto done =
            take_obligation_step(app, acting, tx, {row, at->second},
                                 {{ObligationEvent::slot}, grid.proposals[i].meeting->id});
        if (!done) return done.error();
    }
    return own.size();
}

}  // namespace server::timetable
