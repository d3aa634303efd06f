#include "server/planning/planner_exports.hpp"

#include <boost/json.hpp>

#include "server/web/href.hpp"
#include "server/web/routes.hpp"
#include "workflows/text/csv.hpp"

namespace server::planning {
namespace {

std::string_view clash_word(const Planner& planner, const PlannerEntry& entry) {
    if (!planner.with_clashes) return "";
    return entry.clash ? "yes" : "no";
}

}  // namespace

std::string planner_csv(const Planner& planner) {
    auto text = workflows::text::csv_line(
        {"board", "date", "state", "kind", "held_in", "shape", "clash", "meeting"});
    for (const auto& entry : planner.entries) {
        const auto& meeting = entry.meeting;
        text += workflows::text::csv_line(
            {meeting.board, meeting.planned.key(), workflows::to_text(meeting.state),
             workflows::to_text(meeting.kind), workflows::to_text(meeting.held_in),
             planner_words(entry.shape), clash_word(planner, entry), meeting.id});
    }
    return text;
}

std::string planner_json(const Planner& planner) {
    boost::json::array meetings;
    for (const auto& entry : planner.entries) {
        const auto& meeting = entry.meeting;
        boost::json::object one{{"board", meeting.board},
                                {"date", meeting.planned.key()},
                                {"text", meeting.planned.words()},
                                {"state", workflows::to_text(meeting.state)},
                                {"kind", workflows::to_text(meeting.kind)},
                                {"held_in", workflows::to_text(meeting.held_in)},
                                {"shape", planner_words(entry.shape)},
                                {"href", web::href(routes::meeting, meeting.id)}};
        if (planner.with_clashes) one["clash"] = entry.clash;
        meetings.push_back(std::move(one));
    }
    boost::json::array holidays;
    for (const auto& holiday : planner.holidays)
        holidays.push_back({{"date", workflows::iso(holiday.day)}, {"name", holiday.name}});
    return boost::json::serialize(boost::json::object{
        {"year", planner.year},
        {"finding", planner_finding(planner)},
        {"boards", boost::json::array(planner.boards.begin(), planner.boards.end())},
        {"holidays", std::move(holidays)},
        {"meetings", std::move(meetings)}});
}

templates::figures::DensityStrip planner_strip(const Planner& planner) {
    templates::figures::DensityStrip strip;
    strip.year = planner.year;
    strip.today = planner.today;
    for (const auto& entry : planner.entries) {
        const auto day = entry.meeting.planned.day();
        if (day && !entry.cancelled) strip.days.push_back({*day, 1, entry.clash});
    }
    return strip;
}

}  // namespace server::planning
