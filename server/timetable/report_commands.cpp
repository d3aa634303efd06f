#include "server/timetable/report_commands.hpp"

#include "db/audit.hpp"
#include "db/boards.hpp"
#include "db/memberships.hpp"
#include "db/report_owners.hpp"
#include "server/timetable/obligation_subject.hpp"
#include "server/timetable/words.hpp"

namespace server::timetable {
namespace {

std::string words_of(const std::vector<std::string>& owners, const std::string& author) {
    std::string words;
    for (const auto& owner : owners)
        words += (words.empty() ? "" : ", ") + owner;
    return (words.empty() ? "nobody" : words) + " / " + (author.empty() ? "lead officer" : author);
}

// The policy let only the present owners and administrators come so far (protocol 4.4): what is
// left to ask is whether they mean it, and whether the author belongs to the board.
Result<void> check_change(const base::Acting& acting, db::ReadTx& tx, const EditReport& command,
                          const db::ReportSetting& setting, const std::vector<std::string>& before,
                          const std::vector<std::string>& after) {
    if (after != before && !command.given_away)
        return workflows::invalid("give_away", words::confirm_transfer);
    if (setting.author.empty()) return {};
    const auto people = people_of(tx, after, acting.today);
    if (!people.contains(setting.author)) return workflows::invalid("author", words::select_author);
    return {};
}

}  // namespace

db::ReportSetting setting_of(db::ReadTx& tx, const std::string& report) {
    for (auto& setting : db::list_report_settings(tx))
        if (setting.report == report) return setting;
    return {report, {}, {}, 0};
}

std::set<std::string> people_of(db::ReadTx& tx, const std::vector<std::string>& boards,
                                workflows::Day day) {
    std::set<std::string> people;
    for (const auto& board : boards)
        for (const auto& seat : db::list_memberships(tx, board))
            if (db::sits_on(seat.membership, day)) people.insert(seat.person.key);
    return people;
}

Result<void> edit_report(const base::Acting& acting, db::WriteTx& tx, const EditReport& command) {
    const auto& report = command.report;
    const int year = workflows::year_of(acting.today);
    auto setting = setting_of(tx, report);
    const auto before = db::owners_of_report(tx, report, year);
    const auto was = words_of(before, setting.author);
    setting.owner = command.owner;
    setting.author = command.author;
    if (!setting.owner.empty() && !db::find_board(tx, setting.owner))
        return workflows::invalid("owner", words::select_listed_board);
    const auto after = setting.owner.empty() ? db::owners_by_cells(tx, report, year)
                                             : std::vector<std::string>{setting.owner};
    if (auto good = check_change(acting, tx, command, setting, before, after); !good) return good;
    if (command.version != std::to_string(setting.version)) setting.version = -1;
    if (auto saved = db::save_report_setting(tx, setting); !saved) return saved;
    db::append_audit(tx, {"timetable.report", "report:" + report_slug(report),
                          before.empty() ? setting.owner : before.front(),
                          report + ": from " + was + " to " + words_of(after, setting.author)});
    return {};
}

}  // namespace server::timetable
