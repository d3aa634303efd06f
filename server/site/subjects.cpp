// How a viewer stands to each kind of thing: the rows of all rooms.
#include "server/agenda/subjects.hpp"

#include <vector>

#include "server/access/subjects.hpp"
#include "server/boards/subjects.hpp"
#include "server/circulation/subjects.hpp"
#include "server/concerns/subjects.hpp"
#include "server/issues/subjects.hpp"
#include "server/meetings/subjects.hpp"
#include "server/papers/subjects.hpp"
#include "server/people/subjects.hpp"
#include "server/planning/subjects.hpp"
#include "server/requests/subjects.hpp"
#include "server/responses/subjects.hpp"
#include "server/site/site.hpp"
#include "server/themes/subjects.hpp"
#include "server/timetable/subjects.hpp"

namespace server::site {
namespace {

std::vector<web::SubjectKind> joined() {
    std::vector<web::SubjectKind> table;
    for (const auto rows :
         {access::subjects(), people::subjects(), boards::subjects(), meetings::subjects(),
          agenda::subjects(), papers::subjects(), responses::subjects(), requests::subjects(),
          issues::subjects(), concerns::subjects(), circulation::subjects(), themes::subjects(),
          timetable::subjects(), planning::subjects()})
        table.insert(table.end(), rows.begin(), rows.end());
    return table;
}

}  // namespace

std::span<const web::SubjectKind> subjects() {
    static const auto table = joined();
    return table;
}

}  // namespace server::site
