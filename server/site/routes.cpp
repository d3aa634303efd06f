// THE table of addresses: the rows of all rooms.
#include "server/access/routes.hpp"

#include <algorithm>
#include <array>
#include <vector>

#include "server/agenda/routes.hpp"
#include "server/boards/routes.hpp"
#include "server/circulation/routes.hpp"
#include "server/concerns/routes.hpp"
#include "server/consultation/routes.hpp"
#include "server/digest/routes.hpp"
#include "server/forward_plan/routes.hpp"
#include "server/issues/routes.hpp"
#include "server/letters/routes.hpp"
#include "server/meetings/routes.hpp"
#include "server/minutes/routes.hpp"
#include "server/overview/routes.hpp"
#include "server/papers/routes.hpp"
#include "server/partnership_register/routes.hpp"
#include "server/people/routes.hpp"
#include "server/planning/routes.hpp"
#include "server/polls/routes.hpp"
#include "server/requests/routes.hpp"
#include "server/responses/routes.hpp"
#include "server/site/site.hpp"
#include "server/succession/routes.hpp"
#include "server/themes/routes.hpp"
#include "server/timetable/routes.hpp"

namespace server::site {
namespace {

// What is written stands before what fits anything, segment for segment: "/meetings/new" is tried
// before "/meetings/{meeting}", whichever rooms they come from.
std::vector<int> breadth_of(std::string_view pattern) {
    std::vector<int> breadth;
    for (std::size_t at = 0; at < pattern.size();) {
        const auto end = std::min(pattern.find('/', at + 1), pattern.size());
        const auto segment = pattern.substr(at + 1, end - at - 1);
        breadth.push_back(!segment.starts_with('{') ? 0 : segment.ends_with('}') ? 2 : 1);
        at = end;
    }
    return breadth;
}

std::vector<web::Route> joined() {
    std::vector<web::Route> table;
    for (const auto rows : {letters::routes(),      access::routes(),
                            people::routes(),       boards::routes(),
                            meetings::routes(),     agenda::routes(),
                            papers::routes(),       responses::routes(),
                            requests::routes(),     issues::routes(),
                            concerns::routes(),     circulation::routes(),
                            consultation::routes(), themes::routes(),
                            timetable::routes(),    minutes::routes(),
                            planning::routes(),     polls::routes(),
                            succession::routes(),   partnership_register::routes(),
                            digest::routes(),       forward_plan::routes(),
                            overview::routes()})
        table.insert(table.end(), rows.begin(), rows.end());
    std::ranges::stable_sort(
        table, {}, [](const web::Route& route) { return breadth_of(route.address.pattern); });
    return table;
}

}  // namespace

std::span<const web::Route> routes() {
    static const auto table = joined();
    return table;
}

}  // namespace server::site
