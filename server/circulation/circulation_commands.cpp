#include "server/circulation/circulation_commands.hpp"

#include <algorithm>

#include "db/audit.hpp"
#include "db/circulation_records.hpp"
#include "db/meetings.hpp"
#include "server/boards/board_business.hpp"
#include "server/casework/record.hpp"
#include "server/circulation/stop_commands.hpp"
#include "server/circulation/stop_facts.hpp"
#include "server/circulation/words.hpp"
#include "workflows/core/machine.hpp"

namespace server::circulation {
namespace {

using workflows::StopEvent;
using workflows::StopState;

Result<db::StopRow> plan_stop(db::WriteTx& tx, const db::CirculationRow& circulation,
                              const db::StopRow& stop) {
    auto added = db::insert_stop(tx, stop);
    if (!added) return added;
    db::CaseEventRow line;
    line.event = workflows::to_text(StopEvent::plan);
    line.to_state = workflows::to_text(StopState::planned);
    casework::record(tx, db::CaseKind::stop, added->id, line,
                     stop_audit(circulation, *added, StopEvent::plan));
    return added;
}

// A board that was asked and never agreed to anything has no agreement that could be stale.
StopEvent event_of_change(const db::StopRow& stop, const std::vector<db::StopAnswer>& answers) {
    const bool agreed = std::ranges::any_of(answers, [&](const db::StopAnswer& answer) {
        return answer.stop == stop.id && answer.standing && workflows::is_agreement(answer.outcome);
    });
    const bool asked_first = stop.state == StopState::assent_asked && !agreed;
    return asked_first ? StopEvent::overtake : StopEvent::amend;
}

}  // namespace

Result<db::StopRow> add_stop(const base::Acting& acting, db::WriteTx& tx,
                             const db::CirculationRow& circulation, const std::string& id,
                             int stage) {
    const auto meeting = id.empty() ? std::nullopt : db::find_meeting(tx, id);
    if (!meeting || !boards::carries_business(*meeting))
        return workflows::invalid("meeting", words::meeting_missing);
    const auto day = meeting->planned.day();
    const bool over = !workflows::is_to_come(meeting->state) || (day && *day < acting.today);
    if (over) return workflows::invalid("meeting", words::future_meeting);
    db::StopRow stop;
    stop.circulation = circulation.id;
    stop.board = meeting->board;
    stop.meeting = meeting->id;
    stop.stage = stage;
    return plan_stop(tx, circulation, stop);
}

Result<db::StopRow> add_stop_without_meeting(db::WriteTx& tx, const db::CirculationRow& circulation,
                                             const std::string& board, int stage) {
    db::StopRow stop;
    stop.circulation = circulation.id;
    stop.board = board;
    stop.stage = stage;
    return plan_stop(tx, circulation, stop);
}

Result<void> record_version(base::App& app, const base::Acting& acting, db::WriteTx& tx,
                            const db::CirculationRow& circulation,
                            const workflows::DocumentVersion& version) {
    const auto added = db::add_circulation_version(tx, circulation, version);
    if (!added) return added.error();
    db::append_audit(
        tx, {"circulation.version", "circulation:" + circulation.id, circulation.owner,
             std::string(version.material ? "material" : "editorial") + " new version " +
                 version.label + (version.has_file() ? ", SHA-256 " + version.file.sha256 : "")});
    if (!version.material) return {};
    const auto now = db::load_circulation(tx, circulation.id);
    if (!now) return now.error();
    const StopTaker program{app, {.service = true}, acting.post};
    const auto answers = db::list_stop_answers(tx, circulation.id);
    for (const auto& before : db::list_stops(tx, circulation.id)) {
        const auto stop = db::find_stop(tx, before.id);
        if (!stop) continue;  // one with that of its board's successor by now
        const auto event = event_of_change(*stop, answers);
        if (workflows::find_step<workflows::StopStep>(workflows::stop_steps(), stop->state,
                                                      event) == nullptr)
            continue;
        if (auto amended =
                take_stop_step(program, tx, *now, *stop, {{event, version.label}, "", ""});
            !amended)
            return amended;
    }
    return {};
}

}  // namespace server::circulation
