// What the schema cannot hold together: each line of the log has its case, and its kind knows what
// it says.
#include <array>

#include "db/case_log.hpp"
#include "db/statement.hpp"
#include "db/words.hpp"
#include "workflows/circulation/circulation.hpp"
#include "workflows/concerns/concern.hpp"
#include "workflows/issues/issue.hpp"
#include "workflows/requests/agenda_request.hpp"
#include "workflows/responses/response.hpp"
#include "workflows/themes/theme.hpp"
#include "workflows/timetable/obligation.hpp"

namespace db {
namespace {

using S = std::string;
using View = std::string_view;

constexpr Query<std::pair<S, S>> list_orphans{"case_log.orphans", R"(
    SELECT e.kind, e.case_id FROM case_event e WHERE NOT (
        (e.kind = 'request' AND EXISTS (SELECT 1 FROM agenda_request c WHERE c.id = e.case_id))
        OR (e.kind = 'response' AND EXISTS (SELECT 1 FROM response c WHERE c.id = e.case_id))
        OR (e.kind = 'issue' AND EXISTS (SELECT 1 FROM issue c WHERE c.id = e.case_id))
        OR (e.kind = 'concern' AND EXISTS (SELECT 1 FROM concern c WHERE c.id = e.case_id))
        OR (e.kind = 'obligation' AND EXISTS (SELECT 1 FROM obligation c WHERE c.id = e.case_id))
        OR (e.kind = 'theme' AND EXISTS (SELECT 1 FROM theme c WHERE c.key = e.case_id))
        OR (e.kind = 'stop' AND EXISTS (SELECT 1 FROM circulation_stop c WHERE c.id = e.case_id)))
    GROUP BY e.kind, e.case_id ORDER BY e.kind, e.case_id)"};
struct SaidRow {
    S kind;
    S event;
    S from_state;
    S to_state;
    S case_id;  // one that says so
};
BOOST_DESCRIBE_STRUCT(SaidRow, (), (kind, event, from_state, to_state, case_id))

// Issues climb one of two ladders.
constexpr Query<SaidRow> list_words{"case_log.words", R"(
    SELECT CASE WHEN i.kind = 'protocol' THEN 'protocol' ELSE e.kind END AS kind, e.event,
        e.from_state, e.to_state, MIN(e.case_id) AS case_id
    FROM case_event e LEFT JOIN issue i ON e.kind = 'issue' AND i.id = e.case_id
    GROUP BY 1, 2, 3, 4 ORDER BY 1, 2, 3, 4)"};

template <class Enum>
bool names_one(View text) {
    return workflows::from_text<Enum>(text).has_value();
}

struct Words {
    View kind;
    bool (*event)(View text);
    bool (*state)(View text);
    View beside = {};  // an event that is no step of the table
};

constexpr std::array known{
    Words{"request", names_one<workflows::RequestEvent>, names_one<workflows::RequestState>},
    Words{"response", names_one<workflows::ResponseEvent>, names_one<workflows::ResponseState>,
          "hand_over"},
    Words{"issue", names_one<workflows::IssueEvent>, names_one<workflows::IssueState>},
    Words{"protocol", names_one<workflows::ProtocolEvent>, names_one<workflows::ProtocolState>},
    Words{"concern", names_one<workflows::ConcernEvent>, names_one<workflows::ConcernState>},
    Words{"obligation", names_one<workflows::ObligationEvent>,
          names_one<workflows::ObligationState>, "hand_over"},
    Words{"theme", names_one<workflows::ThemeEvent>, names_one<workflows::ThemeState>, "edit"},
    Words{"stop", names_one<workflows::StopEvent>, names_one<workflows::StopState>, "hand_over"},
};

bool knows(const Words& words, View event, View from, View to) {
    const bool step = words.event(event) || (!words.beside.empty() && event == words.beside);
    return step && (from.empty() || words.state(from)) && words.state(to);
}

bool is_known(View kind, View event, View from, View to) {
    for (const auto& words : known)
        if (words.kind == kind) return knows(words, event, from, to);
    return false;
}

}  // namespace

std::vector<S> case_log_orphans(Session& session) {
    std::vector<S> orphans;
    for (const auto& [kind, id] : select(session, list_orphans))
        orphans.push_back(words::history_of_nothing(kind, id));
    return orphans;
}

std::vector<S> case_log_faults(Session& session) {
    if (session.query_text("SELECT name FROM sqlite_schema WHERE name = 'case_event'").empty())
        return {};
    auto faults = case_log_orphans(session);
    for (const auto& said : select(session, list_words))
        if (!is_known(said.kind, said.event, said.from_state, said.to_state))
            faults.push_back(words::unknown_step(said.kind, said.case_id, said.event,
                                                 said.from_state, said.to_state));
    return faults;
}

std::vector<const Sql*> case_log_check_statements() {
    return {&list_orphans, &list_words};
}

}  // namespace db
