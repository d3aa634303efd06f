// The timetable as JSON and CSV: the same numbers and words as the page.
#include <algorithm>
#include <boost/json.hpp>

#include "server/timetable/obligation_subject.hpp"
#include "server/timetable/timetable_queries.hpp"
#include "workflows/text/csv.hpp"

namespace server::timetable {
namespace {

using workflows::Obligation;

template <class Enum, class Member>
void add_counts(boost::json::object& counts, const Timetable& timetable, Member member) {
    for (const auto& name : workflows::names<Enum>)
        counts[workflows::to_text(name.value)] =
            std::count_if(timetable.obligations.begin(), timetable.obligations.end(),
                          [&](const Obligation& each) { return each.*member == name.value; });
}

boost::json::object counts_json(const Timetable& timetable) {
    boost::json::object counts{{"obligations", timetable.obligations.size()}};
    add_counts<workflows::ReportPurpose>(counts, timetable, &Obligation::purpose);
    add_counts<workflows::Season>(counts, timetable, &Obligation::season);
    return counts;
}

boost::json::object lamps_json(const TimetableGrid& grid) {
    boost::json::object counts;
    for (const auto& name : workflows::names<workflows::ObligationLamp>)
        counts[workflows::to_text(name.value)] = grid.count(name.value);
    return counts;
}

/// What has been said of one obligation; all of it empty without a year.
struct Standing {
    std::string state, meeting, date, lamp, words, proposed, path;
};

Standing standing_of(const TimetableGrid& grid, std::size_t i) {
    if (grid.status.empty()) return {};
    const auto& placed = grid.placed[i];
    Standing made;
    made.state = workflows::to_text(placed.state);
    if (placed.meeting) made.meeting = placed.meeting->id;
    if (placed.meeting) made.date = placed.meeting->date.key();
    made.lamp = workflows::to_text(grid.status[i].lamp);
    made.words = grid.status[i].words;
    if (grid.proposals[i].meeting) made.proposed = grid.proposals[i].meeting->id;
    made.path = obligation_path(grid.rows[i]);
    return made;
}

boost::json::object json_of(const TimetableGrid& grid, std::size_t i) {
    const auto& each = grid.timetable.obligations[i];
    const auto now = standing_of(grid, i);
    return {{"report", each.report},
            {"board", each.board},
            {"purpose", workflows::to_text(each.purpose)},
            {"season", workflows::to_text(each.season)},
            {"state", now.state},
            {"meeting", now.meeting},
            {"date", now.date},
            {"lamp", now.lamp},
            {"words", now.words},
            {"proposed", now.proposed},
            {"path", now.path}};
}

boost::json::array order_json(const TimetableGrid& grid) {
    boost::json::array order;
    for (const auto& finding : grid.findings)
        order.push_back({{"report", grid.placed[finding.pair.then].what.report},
                         {"rule", workflows::to_text(finding.pair.rule)},
                         {"first", grid.placed[finding.pair.first].what.board},
                         {"then", grid.placed[finding.pair.then].what.board},
                         {"words", finding.words}});
    return order;
}

boost::json::array contradictions_json(const TimetableGrid& grid) {
    boost::json::array all;
    for (const auto& row : grid.contradictions) {
        boost::json::array sources;
        for (const auto& source : row.what.sources)
            sources.push_back({{"clause", source.clause}, {"says", source.says}});
        all.push_back({{"key", row.what.key},
                       {"report", row.what.report},
                       {"words", row.what.words},
                       {"sources", sources},
                       {"settled", row.settled_at ? workflows::iso(*row.settled_at) : ""},
                       {"reason", row.reason}});
    }
    return all;
}

}  // namespace

std::string timetable_json(const TimetableGrid& grid) {
    const auto& timetable = grid.timetable;
    boost::json::array obligations;
    for (std::size_t i = 0; i < timetable.obligations.size(); ++i)
        obligations.push_back(json_of(grid, i));
    boost::json::object json{
        {"year", nullptr},
        {"cells", timetable.cells},
        {"counts", counts_json(timetable)},
        {"boards", boost::json::array(timetable.boards.begin(), timetable.boards.end())},
        {"reports", boost::json::array(timetable.reports.begin(), timetable.reports.end())},
        {"obligations", obligations},
        {"order", order_json(grid)},
        {"contradictions", contradictions_json(grid)}};
    if (timetable.year) json["year"] = *timetable.year;
    if (timetable.year) json["lamps"] = lamps_json(grid);
    return boost::json::serialize(json);
}

std::string timetable_csv(const TimetableGrid& grid) {
    auto text = workflows::text::csv_line(
        {"report", "board", "purpose", "season", "state", "meeting", "date", "lamp", "words"});
    for (std::size_t i = 0; i < grid.timetable.obligations.size(); ++i) {
        const auto& each = grid.timetable.obligations[i];
        const auto now = standing_of(grid, i);
        text +=
            workflows::text::csv_line({each.report, each.board, workflows::to_text(each.purpose),
                                       workflows::to_text(each.season), now.state, now.meeting,
                                       now.date, now.lamp, now.words});
    }
    return text;
}

}  // namespace server::timetable
