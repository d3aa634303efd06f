#include "server/meetings/clear_days_exports.hpp"

#include <boost/json.hpp>

namespace server::meetings {

std::string clear_days_json(const workflows::ClearDays& answer) {
    boost::json::object out;
    const auto put = [&](std::string_view name, const std::optional<workflows::Day>& day) {
        if (day) out[name] = workflows::iso(*day);
    };
    put("meeting", answer.meeting);
    put("published", answer.published);
    put("treated_as", answer.treated_as);
    out["days"] = answer.days;
    out["profile"] = workflows::profile_name(answer.profile);
    put("latest_publication", answer.latest_publication);
    put("earliest_meeting", answer.earliest_meeting);
    auto& counted = out["counted"].emplace_array();
    for (const auto day : answer.counted)
        counted.emplace_back(workflows::iso(day));
    auto& skipped = out["skipped"].emplace_array();
    for (const auto& day : answer.skipped) {
        skipped.push_back(
            boost::json::object{{"date", workflows::iso(day.day)}, {"reason", day.reason}});
    }
    return boost::json::serialize(out);
}

}  // namespace server::meetings
