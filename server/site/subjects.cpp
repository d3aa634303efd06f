// How a viewer stands to each kind of thing: the rows of all rooms.
#include <vector>

#include "server/access/access_subjects.hpp"
#include "server/agenda/agenda_subjects.hpp"
#include "server/boards/board_subjects.hpp"
#include "server/circulation/circulation_subjects.hpp"
#include "server/concerns/concern_subjects.hpp"
#include "server/issues/issue_subjects.hpp"
#include "server/meetings/meeting_subjects.hpp"
#include "server/papers/paper_subjects.hpp"
#include "server/people/person_subjects.hpp"
#include "server/polls/poll_subjects.hpp"
#include "server/requests/request_subjects.hpp"
#include "server/responses/response_subjects.hpp"
#include "server/site/site.hpp"
#include "server/themes/theme_subjects.hpp"
#include "server/timetable/timetable_subjects.hpp"

namespace server::site {
namespace {

std::vector<web::SubjectKind> joined() {
    std::vector<web::SubjectKind> table;
    for (const auto rows :
         {access::subjects(), people::subjects(), boards::subjects(), meetings::subjects(),
          agenda::subjects(), papers::subjects(), responses::subjects(), requests::subjects(),
          issues::subjects(), concerns::subjects(), circulation::subjects(), themes::subjects(),
          timetable::subjects(), polls::subjects()})
        table.insert(table.end(), rows.begin(), rows.end());
    return table;
}

}  // namespace

std::span<const web::SubjectKind> subjects() {
    static const auto table = joined();
    return table;
}

}  // namespace server::site
