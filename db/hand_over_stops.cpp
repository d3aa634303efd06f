// Stops of documents that go round, when their board is succeeded; see hand_over.hpp.
#include <optional>

#include "db/case_log.hpp"
#include "db/circulations.hpp"
#include "db/hand_over.hpp"
#include "db/statement.hpp"
#include "db/words.hpp"
#include "workflows/core/planned_date.hpp"
#include "workflows/succession/merger.hpp"

namespace db {
namespace {

using S = std::string;

struct OpenStop {
    S id;
    S circulation;
    S meeting;
    workflows::StopState state = workflows::StopState::planned;
    workflows::PlannedDate planned;
    S meeting_state;
    S owner;
};
BOOST_DESCRIBE_STRUCT(OpenStop, (),
                      (id, circulation, meeting, state, planned, meeting_state, owner))

struct OtherStop {
    S id;
    workflows::StopState state = workflows::StopState::planned;
};
BOOST_DESCRIBE_STRUCT(OtherStop, (), (id, state))

constexpr Query<OpenStop> list_open{"hand_over.list_stops", R"(
    SELECT circulation_stop.id, circulation_stop.circulation,
        COALESCE(circulation_stop.meeting, '') AS meeting, circulation_stop.state,
        COALESCE(meeting.planned, '') AS planned, COALESCE(meeting.state, '') AS meeting_state,
        circulation.owner
    FROM circulation_stop LEFT JOIN meeting ON meeting.id = circulation_stop.meeting
    JOIN circulation ON circulation.id = circulation_stop.circulation
    WHERE circulation_stop.board = :board AND (
        circulation_stop.state IN
            ('stale', 'views_stale', 'assent_asked', 'not_agreed', 'not_assented')
        OR (circulation_stop.state IN ('planned', 'issued')
            AND (meeting.id IS NULL OR meeting.state = 'cancelled' OR (meeting.state <> 'held'
                 AND meeting.planned >= SUBSTR(:day, 1, LENGTH(meeting.planned))))))
    ORDER BY meeting.planned, circulation_stop.id)"};
constexpr Query<OtherStop> find_other{"hand_over.find_stop", R"(
    SELECT {columns} FROM circulation_stop
    WHERE circulation = :circulation AND board = :board)"};
constexpr Sql move{"hand_over.move_stop", R"(
    UPDATE circulation_stop SET board = :board, meeting = NULLIF(:meeting, ''),
        version = version + 1
    WHERE id = :id)"};
constexpr Query<S> next_meeting{"hand_over.next_meeting", R"(
    SELECT COALESCE(MIN(planned || '|' || id), '') FROM meeting
    WHERE board = :board AND state IN ('provisional', 'confirmed') AND LENGTH(planned) = 10
    AND kind IN ('meeting', 'joint') AND planned >= :day)"};
// Those who wait for either still wait.
constexpr Sql earlier_stage{"hand_over.earlier_stage", R"(
    UPDATE circulation_stop SET stage = MIN(stage,
        (SELECT other.stage FROM circulation_stop other WHERE other.id = :other)) WHERE id = :id)"};
constexpr Sql remove_stop{"hand_over.remove_stop", "DELETE FROM circulation_stop WHERE id = :id"};

std::vector<OpenStop> open_stops(ReadTx& tx, const HandOver& change) {
    return select(tx.session(), list_open, {{"board", change.from}, {"day", change.on}});
}

// Where the stop is to be heard: at its own meeting, unless that stays behind and papers are not
// out yet, or it was cancelled or there was none, and the successor has one to come.
S meeting_for(ReadTx& tx, const HandOver& change, const OpenStop& stop) {
    const bool goes_along = change.meetings == workflows::ComingMeetings::hand_over &&
                            !stop.meeting.empty() && stop.meeting_state != "cancelled";
    if (goes_along || stop.state != workflows::StopState::planned) return stop.meeting;
    const auto next = value(tx.session(), next_meeting, {{"board", change.to}, {"day", change.on}});
    const auto bar = next.find('|');
    return bar == S::npos ? stop.meeting : next.substr(bar + 1);
}

std::optional<OtherStop> stop_of_successor(ReadTx& tx, const HandOver& change,
                                           const OpenStop& stop) {
    return select_one(tx.session(), find_other,
                      {{"circulation", stop.circulation}, {"board", change.to}});
}

// The history of the stop that stays comes last, so that the last answer is the one that stands.
void merge(WriteTx& tx, const S& stays, const S& goes) {
    run(tx.session(), earlier_stage, {{"other", goes}, {"id", stays}});
    join_histories(tx, CaseKind::stop, stays, goes);
    run(tx.session(), remove_stop, {{"id", goes}});
}

void write_down(WriteTx& tx, const HandOver& change, const S& stop, workflows::StopState state,
                bool merged) {
    const S text(workflows::to_text(state));
    append_case_event(tx, CaseKind::stop, stop,
                      {.event = "hand_over",
                       .from_state = text,
                       .to_state = text,
                       .comment = merged ? words::stops_joined(change.from, change.to)
                                         : words::stop_passed_on(change.from, change.to)});
}

S pass_on(WriteTx& tx, const HandOver& change, const OpenStop& stop) {
    const auto other = stop_of_successor(tx, change, stop);
    const bool others_stays = other && workflows::prevails(other->state, stop.state);
    if (others_stays) {
        merge(tx, other->id, stop.id);
        write_down(tx, change, other->id, other->state, true);
        return other->id;
    }
    if (other) merge(tx, stop.id, other->id);
    run(tx.session(), move,
        {{"board", change.to}, {"meeting", meeting_for(tx, change, stop)}, {"id", stop.id}});
    write_down(tx, change, stop.id, stop.state, other.has_value());
    return stop.id;
}

}  // namespace

std::vector<S> hand_over_stops(WriteTx& tx, const HandOver& change) {
    std::vector<S> all;
    for (const auto& stop : open_stops(tx, change)) {
        all.push_back("stop:" + pass_on(tx, change, stop));
        tx.touch("circulation:" + stop.circulation);
    }
    return all;
}

S hand_over_stop(WriteTx& tx, const HandOver& change, const S& id) {
    const auto row = load_stop(tx, id).value();
    tx.touch("circulation:" + row.circulation);
    return pass_on(tx, change,
                   {row.id, row.circulation, row.meeting, row.state, row.planned,
                    S(workflows::to_text(row.meeting_state)), ""});
}

HandOverNames stops_to_hand_over(ReadTx& tx, const HandOver& change) {
    HandOverNames all;
    for (const auto& stop : open_stops(tx, change)) {
        const S where = stop.meeting.empty() ? S("without a meeting")
                                             : "at the meeting of " + stop.planned.words();
        S text =
            "A document of " + stop.owner + " " + where + ": " + S(workflows::to_words(stop.state));
        const auto other = stop_of_successor(tx, change, stop);
        if (other)
            text += "; becomes one with the stop of " + change.to +
                    ", which is: " + S(workflows::to_words(other->state));
        const bool others_stays = other && workflows::prevails(other->state, stop.state);
        const bool stays = !stop.meeting.empty() &&
                           change.meetings == workflows::ComingMeetings::leave && !others_stays &&
                           meeting_for(tx, change, stop) == stop.meeting;
        if (stays) text += "; stays at this meeting of " + change.from;
        all.push_back(std::move(text));
    }
    return all;
}

std::vector<const Sql*> hand_over_stops_statements() {
    return {&list_open, &find_other, &move, &next_meeting, &earlier_stage, &remove_stop};
}

}  // namespace db
