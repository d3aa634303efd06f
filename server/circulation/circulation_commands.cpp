#include "server/circulation/circulation_commands.hpp"

#include <algorithm>

#include "db/audit.hpp"
#include "db/case_log.hpp"
#include "db/mail_links.hpp"
#include "db/meetings.hpp"
#include "server/boards/board_business.hpp"
#include "server/circulation/assent_commands.hpp"
#include "server/circulation/circulation_letters.hpp"
#include "server/circulation/document_commands.hpp"
#include "server/circulation/review_commands.hpp"
#include "server/circulation/stop_facts.hpp"
#include "server/circulation/stop_holder.hpp"
#include "server/circulation/words.hpp"
#include "server/responses/response_commands.hpp"
#include "workflows/agenda/agenda.hpp"
#include "workflows/core/machine.hpp"
#include "workflows/succession/merger.hpp"
#include "workflows/text/words.hpp"

namespace server::circulation {
namespace {

using workflows::StopEvent;
using workflows::StopState;

std::vector<std::string> gate_of(db::ReadTx& tx, const db::StopRow& stop) {
    std::vector<workflows::Stop> stops;
    for (const auto& row : db::list_stops(tx, stop.circulation))
        stops.push_back(stop_of(row, std::nullopt, {}));
    return workflows::gate_missing(stops, stop.stage);
}

workflows::StopFacts facts_of(const StopTaker& taker, db::ReadTx& tx, const db::StopRow& stop,
                              const StopMove& move) {
    workflows::StopFacts facts;
    facts.today = county_today(tx);
    facts.actor = taker.actor;
    facts.closing = move.closing;
    facts.missing = gate_of(tx, stop);
    facts.another_way = move.another_way;
    // A board that is taken again may be planned for the meeting at which it was withdrawn.
    const bool same = move.meeting == stop.meeting && move.command.event == StopEvent::defer;
    const bool other = !move.meeting.empty() && !same;
    const auto meeting = other ? db::find_meeting(tx, move.meeting) : std::nullopt;
    if (meeting && meeting->board == holder_today(tx, stop.board) &&
        boards::carries_business(*meeting)) {
        facts.other_date = meeting->planned;
        facts.other_meeting = meeting->state;
    }
    return facts;
}

bool is_answer(StopEvent event) {
    switch (event) {
        case StopEvent::agree:
        case StopEvent::agree_in_principle:
        case StopEvent::agree_with_comments:
        case StopEvent::not_agree:
        case StopEvent::consult:
        case StopEvent::note:
        case StopEvent::assent:
        case StopEvent::refuse_assent:
        case StopEvent::inform:
            return true;
        default:
            return false;
    }
}

bool is_written(StopEvent event) {
    return event == StopEvent::assent || event == StopEvent::refuse_assent ||
           event == StopEvent::inform;
}

void plan_again(db::StopRow& stop, const StopMove& move, const workflows::StopFacts& facts) {
    stop.meeting = move.meeting;
    stop.planned = *facts.other_date;
    stop.meeting_state = *facts.other_meeting;
    stop.version_issued.clear();
    stop.issued_at.reset();
    stop.comments.clear();
    stop.assent_by.reset();
}

void apply_step(db::StopRow& stop, const StopMove& move, const workflows::StopFacts& facts,
                workflows::Instant now) {
    switch (move.command.event) {
        case StopEvent::issue:
        case StopEvent::reissue:
            stop.version_issued = move.version_label;
            stop.issued_at = now;
            break;
        case StopEvent::defer:
        case StopEvent::recirculate:
            plan_again(stop, move, facts);
            break;
        case StopEvent::ask_assent:
            stop.version_issued = move.version_label;
            stop.issued_at = now;
            stop.assent_by = *move.closing;
            break;
        case StopEvent::correct:
            stop.comments.clear();
            break;
        case StopEvent::amend:
            stop.assent_by.reset();
            break;
        case StopEvent::overtake:
            stop.assent_by.reset();
            stop.version_issued.clear();
            stop.issued_at.reset();
            break;
        default:
            stop.comments = move.command.comment;
    }
}

void write_down(db::WriteTx& tx, const db::CirculationRow& circulation, const db::StopRow& stop,
                StopEvent event) {
    db::append_audit(tx, {"circulation." + std::string(workflows::to_text(event)),
                          "circulation:" + circulation.id, stop.board,
                          stop.board + ": " + std::string(workflows::to_words(event))});
}

// What goes out must be recorded, and must not be a version that was changed materially since.
Result<void> check_version(const StopMove& move,
                           const std::vector<workflows::DocumentVersion>& versions) {
    if (workflows::text::is_blank(move.version_label))
        return workflows::invalid("version_label", words::version_issued_missing);
    if (workflows::number_of(versions, move.version_label) == 0)
        return workflows::invalid("version_label", words::version_unknown);
    if (workflows::is_outdated(versions, move.version_label))
        return workflows::invalid("version_label", words::version_outdated);
    return {};
}

void keep_answer(db::WriteTx& tx, const db::CirculationRow& circulation, const db::StopRow& stop,
                 const StopMove& move, StopState before, int number) {
    const auto event = move.command.event;
    const bool answered_again =
        is_written(event) && event != StopEvent::inform && before != StopState::assent_asked;
    if (event == StopEvent::correct || answered_again) db::take_back_stop_answer(tx, stop.id);
    if (!is_answer(event)) return;
    db::StopAnswer answer;
    answer.stop = stop.id;
    answer.number = number;
    answer.day = is_written(event) ? workflows::PlannedDate(county_today(tx)) : stop.planned;
    answer.version_label =
        event == StopEvent::inform ? circulation.version_label : stop.version_issued;
    answer.outcome = stop.state;
    answer.comments = move.command.comment;
    db::insert_stop_answer(tx, answer);
}

// Nobody answers for a stop that went another way.
void end_links(db::WriteTx& tx, const db::StopRow& stop, StopEvent event) {
    if (event == StopEvent::recirculate || event == StopEvent::withdraw ||
        workflows::is_own_step(event) || event == StopEvent::ask_assent)
        db::revoke_mail_links(tx, std::string(assent_link_kind), stop.id);
}

// What a step leads to without anybody's doing.
Result<void> follow_up(base::App& app, db::WriteTx& tx, const db::CirculationRow& circulation,
                       db::StopRow stop, StopEvent event, const workflows::Stop& before) {
    if (event == StopEvent::issue)
        responses::deliver_responses_of(app, tx, workflows::ResponseSource::circulation,
                                        circulation.id, stop.board);
    // It spoke to what is no more: the papers went out before the change.
    const bool spoke = workflows::is_outcome(stop.state) && !workflows::is_refusal(stop.state);
    if (before.outdated && spoke && !is_written(event)) {
        ++stop.version;
        const StopTaker program{app, {.service = true}, ""};
        return take_stop_step(program, tx, circulation, stop, {{StopEvent::amend, ""}, "", ""});
    }
    if (workflows::is_settled(stop.state)) keep_review_day(app, tx, circulation);
    return {};
}

// A board that was asked and never agreed to anything has no agreement that could be stale.
StopEvent event_of_change(const db::StopRow& stop, const std::vector<db::StopAnswer>& answers) {
    const bool agreed = std::ranges::any_of(answers, [&](const db::StopAnswer& answer) {
        return answer.stop == stop.id && answer.standing && workflows::is_agreement(answer.outcome);
    });
    const bool asked_first = stop.state == StopState::assent_asked && !agreed;
    return asked_first ? StopEvent::overtake : StopEvent::amend;
}

std::string line_words(const StopMove& move) {
    const auto event = move.command.event;
    return event == StopEvent::issue || event == StopEvent::reissue ? move.version_label
                                                                    : move.command.comment;
}

Result<db::StopRow> plan_stop(db::WriteTx& tx, const db::CirculationRow& circulation,
                              const db::StopRow& stop) {
    auto added = db::insert_stop(tx, stop);
    if (!added) return added;
    db::CaseEventRow line;
    line.event = workflows::to_text(StopEvent::plan);
    line.to_state = workflows::to_text(StopState::planned);
    db::append_case_event(tx, db::CaseKind::stop, added->id, line);
    write_down(tx, circulation, *added, StopEvent::plan);
    return added;
}

}  // namespace

workflows::StopActor stop_actor(const base::Viewer& viewer, const std::string& board,
                                const std::string& owner) {
    const auto officer = [&](const std::string& code) { return viewer.is_officer(code); };
    return {officer(board), officer(owner)};
}

namespace {

workflows::StopActor with_holder(workflows::StopActor actor, const workflows::StopActor& holder) {
    actor.stop_board = actor.stop_board || holder.stop_board;
    return actor;
}

}  // namespace

workflows::StopActor stop_actor_today(const base::Viewer& viewer, const BoardsAhead& ahead,
                                      const std::string& board, const std::string& owner) {
    return with_holder(stop_actor(viewer, board, owner),
                       stop_actor(viewer, ahead.holder(board), owner));
}

workflows::StopActor stop_actor_today(const base::Viewer& viewer, db::ReadTx& tx,
                                      const std::string& board, const std::string& owner) {
    return with_holder(stop_actor(viewer, board, owner),
                       stop_actor(viewer, holder_today(tx, board), owner));
}

Result<void> take_stop_step(const StopTaker& taker, db::WriteTx& tx,
                            const db::CirculationRow& circulation, db::StopRow stop,
                            const StopMove& asked) {
    StopMove move = asked;
    const auto event = move.command.event;
    if (event == StopEvent::reissue || event == StopEvent::ask_assent)
        move.version_label = circulation.version_label;
    const auto versions = db::list_circulation_versions(tx, circulation);
    auto facts = facts_of(taker, tx, stop, move);
    const auto* going_out = workflows::find_version(versions, move.version_label);
    facts.has_file = going_out == nullptr || going_out->has_file();
    const auto holidays = taker.app.holidays(tx);
    const auto before = stop_of(stop, papers_count(tx, stop, holidays), versions);
    const auto decision = workflows::decide(before, move.command, facts);
    if (!decision) return decision.error();
    if (event == StopEvent::issue || event == StopEvent::reissue)
        if (auto checked = check_version(move, versions); !checked) return checked;
    const auto holder =
        workflows::opens_again(decision->to) ? holder_today(tx, stop.board) : stop.board;
    const bool passes = holder != stop.board;
    if (passes && !workflows::is_own_step(event))
        if (auto alone = check_no_other_stop(tx, stop, holder); !alone) return alone;
    if (event == StopEvent::ask_assent && assent_chairs(tx, holder).empty())
        return workflows::refused(words::no_chair);
    db::CaseEventRow line;
    line.event = workflows::to_text(event);
    line.from_state = workflows::to_text(stop.state);
    line.to_state = workflows::to_text(decision->to);
    line.comment = line_words(move);
    stop.state = decision->to;
    apply_step(stop, move, facts, tx.now());
    if (auto saved = db::save_stop(tx, stop); !saved) return saved;
    const int number = db::append_case_event(tx, db::CaseKind::stop, stop.id, line);
    keep_answer(tx, circulation, stop, move, before.state, number);
    end_links(tx, stop, event);
    write_down(tx, circulation, stop, event);
    if (passes) stop = pass_stop_to(tx, stop, holder);
    const StopLetters letters{circulation,
                              stop,
                              papers_count(tx, stop, holidays),
                              std::to_string(number),
                              taker.post,
                              move.command.comment,
                              versions};
    queue_stop_letters(taker.app, tx, letters, decision->effects);
    return follow_up(taker.app, tx, circulation, std::move(stop), event, before);
}

Result<void> take_stop_step(base::App& app, const base::Acting& acting, db::WriteTx& tx,
                            const db::CirculationRow& circulation, db::StopRow stop,
                            const StopMove& move) {
    const StopTaker taker{app, stop_actor_today(acting, tx, stop.board, circulation.owner),
                          acting.post};
    return take_stop_step(taker, tx, circulation, std::move(stop), move);
}

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
