#include "server/timetable.hpp"

#include <algorithm>
#include <boost/json.hpp>
#include <charconv>

#include "db/boards.hpp"
#include "db/county.hpp"
#include "db/import/csv.hpp"

namespace server {
namespace {

using workflows::Obligation;

constexpr unsigned december = 12;
constexpr unsigned last_of_december = 31;

template <class Values>
void add_once(std::vector<std::string>& list, const Values& value) {
    if (std::find(list.begin(), list.end(), value) == list.end()) list.push_back(value);
}

void sort_boards(Timetable& timetable, const std::vector<workflows::GroupMember>& groups) {
    const auto group_of = [&](const std::string& board) {
        const auto found = std::find_if(groups.begin(), groups.end(),
                                        [&](const auto& member) { return member.board == board; });
        return found == groups.end() ? std::string() : found->group;
    };
    std::sort(timetable.boards.begin(), timetable.boards.end(),
              [&](const std::string& a, const std::string& b) {
                  return std::pair(group_of(a), a) < std::pair(group_of(b), b);
              });
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

boost::json::object counts_json(const Timetable& timetable) {
    boost::json::object counts{{"obligations", timetable.obligations.size()}};
    for (const auto& name : workflows::names<workflows::ReportPurpose>)
        counts[workflows::to_text(name.value)] =
            count_of(timetable, &Obligation::purpose, name.value);
    for (const auto& name : workflows::names<workflows::Season>)
        counts[workflows::to_text(name.value)] =
            count_of(timetable, &Obligation::season, name.value);
    return counts;
}

}  // namespace

Timetable load_timetable(db::ReadTx& tx, std::optional<int> year) {
    Timetable timetable;
    timetable.year = year;
    const auto cells = db::list_timetable(tx);
    const auto groups = db::list_groups(tx);
    const auto successions = year ? db::list_successions(tx) : std::vector<workflows::Succession>();
    const auto day =
        year ? workflows::make_day(*year, december, last_of_december) : workflows::Day{};
    timetable.cells = cells.size();
    timetable.obligations = workflows::expand(cells, groups, successions, day);
    for (const auto& each : timetable.obligations) {
        add_once(timetable.reports, each.report);
        add_once(timetable.boards, each.board);
    }
    sort_boards(timetable, groups);
    return timetable;
}

workflows::Result<std::optional<int>> read_timetable_year(const std::string& text) {
    if (text.empty()) return std::optional<int>();
    int year = 0;
    const auto* end = text.data() + text.size();
    const auto read = std::from_chars(text.data(), end, year);
    const bool whole = read.ec == std::errc() && read.ptr == end;
    if (!whole || year < timetable_year_min || year > timetable_year_max)
        return workflows::invalid("year", "Give a year from 1900 to 2199, such as 2019.");
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
    return std::to_string(timetable.cells) + " cells, " +
           std::to_string(timetable.obligations.size()) +
           (timetable.year ? " obligations in " + std::to_string(*timetable.year) +
                                 ", for the boards as they stand on 31 December"
                           : std::string(" obligations a year, for the boards that the protocol "
                                         "names")) +
           ": " + counted<workflows::ReportPurpose>(timetable, &Obligation::purpose, purpose_word) +
           "; " +
           counted<workflows::Season>(timetable, &Obligation::season,
                                      workflows::to_words<workflows::Season>) +
           ".";
}

std::string timetable_json(const Timetable& timetable) {
    boost::json::array obligations;
    for (const auto& each : timetable.obligations)
        obligations.push_back({{"report", each.report},
                               {"board", each.board},
                               {"purpose", workflows::to_text(each.purpose)},
                               {"season", workflows::to_text(each.season)}});
    boost::json::object json{
        {"year", nullptr},
        {"cells", timetable.cells},
        {"counts", counts_json(timetable)},
        {"boards", boost::json::array(timetable.boards.begin(), timetable.boards.end())},
        {"reports", boost::json::array(timetable.reports.begin(), timetable.reports.end())},
        {"obligations", obligations}};
    if (timetable.year) json["year"] = *timetable.year;
    return boost::json::serialize(json);
}

std::string timetable_csv(const Timetable& timetable) {
    auto text = db::csv_line({"report", "board", "purpose", "season"});
    for (const auto& each : timetable.obligations)
        text += db::csv_line({each.report, each.board, workflows::to_text(each.purpose),
                              workflows::to_text(each.season)});
    return text;
}

}  // namespace server
