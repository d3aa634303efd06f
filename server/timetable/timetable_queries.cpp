#include "server/timetable/timetable_queries.hpp"

#include <algorithm>
#include <charconv>
#include <map>
#include <set>

#include "db/boards.hpp"
#include "db/county.hpp"
#include "server/timetable/words.hpp"

namespace server::timetable {
namespace {

using workflows::Obligation;

void sort_boards(Timetable& timetable, const std::vector<workflows::GroupMember>& groups) {
    std::map<std::string, std::string> group_of;
    for (const auto& member : groups)
        group_of.emplace(member.board, member.group);
    std::vector<std::pair<std::string, std::string>> keys;
    for (const auto& board : timetable.boards) {
        const auto found = group_of.find(board);
        keys.emplace_back(found == group_of.end() ? std::string() : found->second, board);
    }
    std::sort(keys.begin(), keys.end());
    for (std::size_t i = 0; i < keys.size(); ++i)
        timetable.boards[i] = keys[i].second;
}

template <class Member, class Value>
std::ptrdiff_t count_of(const Timetable& timetable, Member member, Value value) {
    return std::count_if(timetable.obligations.begin(), timetable.obligations.end(),
                         [&](const Obligation& each) { return each.*member == value; });
}

template <class Enum, class Member>
std::string counted(const Timetable& timetable, Member member, std::string_view (*words)(Enum)) {
    std::string text;
    for (const auto& name : workflows::names<Enum>) {
        const auto count = count_of(timetable, member, name.value);
        if (count == 0) continue;
        text += (text.empty() ? "" : ", ") + std::to_string(count) + " " +
                std::string(words(name.value));
    }
    return text;
}

void keep(std::vector<Obligation>& obligations, const WantedReports& wanted) {
    std::set<std::string> reports;
    for (const auto& each : obligations)
        if (wanted(each)) reports.insert(each.report);
    std::erase_if(obligations, [&](const auto& each) { return !reports.contains(each.report); });
}

}  // namespace

Timetable load_timetable(db::ReadTx& tx, std::optional<int> year, const WantedReports& wanted) {
    Timetable timetable;
    timetable.year = year;
    const auto cells = db::list_timetable(tx);
    const auto groups = db::list_groups(tx);
    timetable.cells = cells.size();
    timetable.obligations =
        year ? workflows::obligations_of_year(*year, cells, groups, db::list_successions(tx),
                                              db::load_seasons(tx))
             : workflows::expand(cells, groups, {}, workflows::Day{});
    if (wanted) keep(timetable.obligations, wanted);
    std::set<std::string> reports;
    std::set<std::string> boards;
    for (const auto& each : timetable.obligations) {
        if (reports.insert(each.report).second) timetable.reports.push_back(each.report);
        boards.insert(each.board);
    }
    timetable.boards.assign(boards.begin(), boards.end());
    sort_boards(timetable, groups);
    return timetable;
}

std::vector<int> timetable_years(db::ReadTx& tx, workflows::Day from, workflows::Day to) {
    const int first = workflows::year_of(from);
    const auto seasons = db::load_seasons(tx);
    bool before = db::has_open_obligations(tx, first - 1);
    for (const auto& name : workflows::names<workflows::Season>)
        before = before || workflows::season_window(seasons, name.value, first - 1).to >= from;
    std::vector<int> years;
    for (int year = before ? first - 1 : first; year <= workflows::year_of(to); ++year)
        years.push_back(year);
    return years;
}

workflows::Result<std::optional<int>> read_timetable_year(const std::string& text) {
    if (text.empty()) return std::optional<int>();
    int year = 0;
    const auto* end = text.data() + text.size();
    const auto read = std::from_chars(text.data(), end, year);
    const bool whole = read.ec == std::errc() && read.ptr == end;
    if (!whole || year < timetable_year_min || year > timetable_year_max)
        return workflows::invalid("year", words::enter_year);
    return std::optional<int>(year);
}

std::string_view purpose_word(workflows::ReportPurpose purpose) {
    switch (purpose) {
        case workflows::ReportPurpose::agree:
            return "Agree";
        case workflows::ReportPurpose::consult:
            return "Consult";
        case workflows::ReportPurpose::inform:
            break;
    }
    return "Inform";
}

std::string counts_words(const Timetable& timetable) {
    const auto purposes =
        counted<workflows::ReportPurpose>(timetable, &Obligation::purpose, purpose_word);
    const auto seasons = counted<workflows::Season>(timetable, &Obligation::season,
                                                    workflows::to_words<workflows::Season>);
    const auto reports = timetable.obligations.size();
    return timetable.year ? words::reports_due_in(reports, *timetable.year, purposes, seasons)
                          : words::reports_due_each_year(reports, purposes, seasons);
}

}  // namespace server::timetable
