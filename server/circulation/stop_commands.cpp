#include "server/circulation/stop_commands.hpp"

#include <algorithm>

#include "db/audit.hpp"
#include "db/circulation_records.hpp"
#include "db/mail_links.hpp"
#include "db/meetings.hpp"
#include "server/boards/board_business.hpp"
#include "server/casework/take_step.hpp"
#include "server/circulation/assent_commands.hpp"
#include "server/circulation/circulation_letters.hpp"
#include "server/circulation/document_commands.hpp"
#include "server/circulation/review_commands.hpp"
#include "server/circulation/stop_actors.hpp"
#include "server/circulation/stop_facts.hpp"
#include "server/circulation/stop_holder.hpp"
#include "server/circulation/words.hpp"
#include "server/responses/response_commands.hpp"
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

std::string line_words(const StopMove& move) {
    const auto event = move.command.event;
    return event == StopEvent::issue || event == StopEvent::reissue ? move.version_label
                                                                    : move.command.comment;
}

// All that the step of a stop needs to know.
struct StepFacts {
    workflows::StopFacts rules;
    workflows::Stop before;
    std::vector<workflows::DocumentVersion> versions;
    std::string holder;           // who has the duties of its board today
    Result<void> holder_is_free;  // has no stop of its own
    bool holder_has_chair = false;
};

struct StepDecision {
    workflows::StopDecision rules;
    bool passes = false;  // it opens again, and another board has the duties of its board
};

struct StopCase {
    using Row = db::StopRow;
    using Move = StopMove;
    using Facts = StepFacts;
    using Decision = StepDecision;
    using Decided = casework::Decided<StopCase>;
    static constexpr auto kind = db::CaseKind::stop;

    const StopTaker& taker;
    const db::CirculationRow& circulation;

    Facts load_facts(db::ReadTx& tx, const Row& stop, const Move& move) const;
    static Result<Decision> decide(const Row& stop, const Move& move, const Facts& facts);
    static const db::Actor& actor(const db::WriteTx& tx, const Row&, const Decision&) {
        return tx.actor();
    }
    static Result<db::CaseEventRow> apply(db::WriteTx& tx, Row& stop, const Decided& decided);
    static std::string_view state(const Row& stop) { return workflows::to_text(stop.state); }
    static const std::string& id(const Row& stop) { return stop.id; }
    static std::string_view event(const Move& move) {
        return workflows::to_text(move.command.event);
    }
    db::AuditNote audit(const Row& stop, const Move& move) const {
        return stop_audit(circulation, stop, move.command.event);
    }
    void tell(db::WriteTx& tx, const Row& stop, const Decided& decided,
              const casework::Recorded& recorded) const;
};

StepFacts StopCase::load_facts(db::ReadTx& tx, const Row& stop, const Move& move) const {
    StepFacts facts;
    facts.versions = db::list_circulation_versions(tx, circulation);
    facts.rules = facts_of(taker, tx, stop, move);
    const auto* going_out = workflows::find_version(facts.versions, move.version_label);
    facts.rules.has_file = going_out == nullptr || going_out->has_file();
    facts.before = stop_of(stop, papers_count(tx, stop, taker.app.holidays(tx)), facts.versions);
    facts.holder = holder_today(tx, stop.board);
    if (facts.holder != stop.board)
        facts.holder_is_free = check_no_other_stop(tx, stop, facts.holder);
    facts.holder_has_chair = !assent_chairs(tx, facts.holder).empty();
    return facts;
}

Result<StepDecision> StopCase::decide(const Row& stop, const Move& move, const Facts& facts) {
    const auto event = move.command.event;
    const auto decision = workflows::decide(facts.before, move.command, facts.rules);
    if (!decision) return decision.error();
    if (event == StopEvent::issue || event == StopEvent::reissue)
        if (auto checked = check_version(move, facts.versions); !checked) return checked.error();
    const bool passes = workflows::opens_again(decision->to) && facts.holder != stop.board;
    if (passes && !workflows::is_own_step(event) && !facts.holder_is_free)
        return facts.holder_is_free.error();
    if (event == StopEvent::ask_assent && !facts.holder_has_chair)
        return workflows::refused(words::no_chair);
    return StepDecision{*decision, passes};
}

Result<db::CaseEventRow> StopCase::apply(db::WriteTx& tx, Row& stop, const Decided& decided) {
    stop.state = decided.decision.rules.to;
    apply_step(stop, decided.move, decided.facts.rules, tx.now());
    if (auto saved = db::save_stop(tx, stop); !saved) return saved.error();
    db::CaseEventRow line;
    line.comment = line_words(decided.move);
    return line;
}

void StopCase::tell(db::WriteTx& tx, const Row& stop, const Decided& decided,
                    const casework::Recorded& recorded) const {
    const auto& [move, facts, decision] = decided;
    keep_answer(tx, circulation, stop, move, facts.before.state, recorded.number);
    end_links(tx, stop, move.command.event);
    const auto stands = decision.passes ? pass_stop_to(tx, stop, facts.holder) : stop;
    const StopLetters letters{circulation,
                              stands,
                              papers_count(tx, stands, taker.app.holidays(tx)),
                              std::to_string(recorded.number),
                              taker.post,
                              move.command.comment,
                              facts.versions};
    queue_stop_letters(taker.app, tx, letters, decision.rules.effects);
}

bool is_outdated(db::ReadTx& tx, const db::CirculationRow& circulation, const db::StopRow& stop) {
    return stop_of(stop, std::nullopt, db::list_circulation_versions(tx, circulation)).outdated;
}

// What a step leads to without anybody's doing.
Result<void> follow_up(base::App& app, db::WriteTx& tx, const db::CirculationRow& circulation,
                       db::StopRow stop, StopEvent event, bool outdated) {
    if (event == StopEvent::issue)
        responses::deliver_responses_of(app, tx, workflows::ResponseSource::circulation,
                                        circulation.id, stop.board);
    // It spoke to what is no more: the papers went out before the change.
    const bool spoke = workflows::is_outcome(stop.state) && !workflows::is_refusal(stop.state);
    if (outdated && spoke && !is_written(event)) {
        ++stop.version;
        const StopTaker program{app, {.service = true}, ""};
        return take_stop_step(program, tx, circulation, stop, {{StopEvent::amend, ""}, "", ""});
    }
    if (workflows::is_settled(stop.state)) keep_review_day(app, tx, circulation);
    return {};
}

}  // namespace

db::AuditNote stop_audit(const db::CirculationRow& circulation, const db::StopRow& stop,
                         StopEvent event) {
    return {"circulation." + std::string(workflows::to_text(event)),
            "circulation:" + circulation.id, stop.board,
            stop.board + ": " + std::string(workflows::to_words(event))};
}

Result<void> take_stop_step(const StopTaker& taker, db::WriteTx& tx,
                            const db::CirculationRow& circulation, db::StopRow stop,
                            const StopMove& asked) {
    StopMove move = asked;
    const auto event = move.command.event;
    if (event == StopEvent::reissue || event == StopEvent::ask_assent)
        move.version_label = circulation.version_label;
    const bool outdated = is_outdated(tx, circulation, stop);
    const auto taken = casework::take_step(StopCase{taker, circulation}, tx, std::move(stop), move);
    if (!taken) return taken.error();
    return follow_up(taker.app, tx, circulation, *taken, event, outdated);
}

Result<void> take_stop_step(base::App& app, const base::Acting& acting, db::WriteTx& tx,
                            const db::CirculationRow& circulation, db::StopRow stop,
                            const StopMove& move) {
    const StopTaker taker{app, stop_actor_today(acting, tx, stop.board, circulation.owner),
                          acting.post};
    return take_stop_step(taker, tx, circulation, std::move(stop), move);
}

}  // namespace server::circulation
