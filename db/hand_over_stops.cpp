// Stops of documents that go round, when their board is succeeded; see hand_over.hpp.
#include "db/audit.hpp"
#include "db/hand_over.hpp"
#include "db/statement.hpp"
#include "workflows/circulation.hpp"
#include "workflows/planned_date.hpp"

namespace db {
namespace {

using S = std::string;

constexpr Sql list_open{"hand_over.list_stops", R"(
    SELECT circulation_stop.id, circulation_stop.circulation,
        COALESCE(circulation_stop.meeting, ''), circulation_stop.state,
        circulation_stop.version_issued, circulation_stop.issued_at, COALESCE(meeting.planned, ''),
        COALESCE(meeting.state, ''), circulation.owner
    FROM circulation_stop LEFT JOIN meeting ON meeting.id = circulation_stop.meeting
    JOIN circulation ON circulation.id = circulation_stop.circulation
    WHERE circulation_stop.board = :board AND (
        circulation_stop.state IN
            ('stale', 'views_stale', 'assent_asked', 'not_agreed', 'not_assented')
        OR (circulation_stop.state IN ('planned', 'issued')
            AND (meeting.id IS NULL OR meeting.state = 'cancelled' OR (meeting.state <> 'held'
                 AND meeting.planned >= SUBSTR(:day, 1, LENGTH(meeting.planned))))))
    ORDER BY meeting.planned, circulation_stop.id)"};
constexpr Sql find_other{"hand_over.find_stop", R"(
    SELECT id, state FROM circulation_stop WHERE circulation = :circulation AND board = :board)"};
constexpr Sql move{"hand_over.move_stop", R"(
    UPDATE circulation_stop SET board = :board, meeting = NULLIF(:meeting, ''),
        version = version + 1
    WHERE id = :id)"};
constexpr Sql next_meeting{"hand_over.next_meeting", R"(
    SELECT COALESCE(MIN(planned || '|' || id), '') FROM meeting
    WHERE board = :board AND state IN ('provisional', 'confirmed') AND LENGTH(planned) = 10
    AND planned >= :day)"};
// Two open stops of one document become one: papers that are out stay out.
constexpr Sql take_papers{"hand_over.take_papers", R"(
    UPDATE circulation_stop SET state = :state, meeting = :meeting,
        version_issued = :version_issued, issued_at = :issued_at, version = version + 1
    WHERE id = :id AND state = 'planned')"};
constexpr Sql last_event{"hand_over.last_stop_event", R"(
    SELECT COALESCE(MAX(number), 0) FROM circulation_event WHERE stop = :stop)"};
constexpr Sql move_events{"hand_over.move_stop_events", R"(
    UPDATE circulation_event SET number = number + :offset, stop = :into WHERE stop = :stop)"};
constexpr Sql move_answers{"hand_over.move_stop_answers", R"(
    UPDATE circulation_answer SET number = number + :offset, stop = :into WHERE stop = :stop)"};
constexpr Sql remove_stop{"hand_over.remove_stop", "DELETE FROM circulation_stop WHERE id = :id"};

struct OpenStop {
    S id;
    S circulation;
    S meeting;
    S state;
    S version_issued;
    long long issued_at = 0;
    S planned;
    S meeting_state;
    S owner;
};

std::vector<OpenStop> open_stops(ReadTx& tx, const HandOver& change) {
    std::vector<OpenStop> stops;
    each<S, S, S, S, S, long long, S, S, S>(
        tx.session(), list_open, [&](const auto&... column) { stops.push_back({column...}); },
        change.from, workflows::iso(change.on));
    return stops;
}

// Where the stop is to be heard: at its own meeting, unless that stays behind and papers are not
// out yet, or it was cancelled or there was none, and the successor has one to come.
S meeting_for(ReadTx& tx, const HandOver& change, const OpenStop& stop) {
    const bool goes_along = change.meetings == workflows::ComingMeetings::hand_over &&
                            !stop.meeting.empty() && stop.meeting_state != "cancelled";
    if (goes_along || stop.state != "planned") return stop.meeting;
    const auto next = value<S>(tx.session(), next_meeting, change.to, workflows::iso(change.on));
    const auto bar = next.find('|');
    return bar == S::npos ? stop.meeting : next.substr(bar + 1);
}

void merge_into(WriteTx& tx, const OpenStop& stop, const S& other) {
    if (stop.state == "issued")
        run(tx.session(), take_papers, stop.state, stop.meeting, stop.version_issued,
            stop.issued_at, other);
    const auto offset = value<int>(tx.session(), last_event, other);
    run(tx.session(), move_events, offset, other, stop.id);
    run(tx.session(), move_answers, offset, other, stop.id);
    run(tx.session(), remove_stop, stop.id);
}

S find_stop_of(ReadTx& tx, const S& circulation, const S& board) {
    S found;
    each<S, S>(
        tx.session(), find_other, [&](const S& id, const S&) { found = id; }, circulation, board);
    return found;
}

}  // namespace

long long hand_over_stops(WriteTx& tx, const HandOver& change) {
    const auto stops = open_stops(tx, change);
    for (const auto& stop : stops) {
        const auto other = find_stop_of(tx, stop.circulation, change.to);
        const S how = "From " + change.from + " to " + change.to;
        if (other.empty()) {
            run(tx.session(), move, change.to, meeting_for(tx, change, stop), stop.id);
            append_audit(tx, {"board.hand_over", "stop:" + stop.id, change.to, how});
        } else {
            merge_into(tx, stop, other);
            append_audit(tx, {"board.hand_over", "stop:" + other, change.to,
                              how + ", where it becomes one with the stop that is there"});
        }
        tx.touch("circulation:" + stop.circulation);
    }
    return std::ssize(stops);
}

HandOverNames stops_to_hand_over(ReadTx& tx, const HandOver& change) {
    HandOverNames all;
    for (const auto& stop : open_stops(tx, change)) {
        const auto date = workflows::PlannedDate::parse(stop.planned).value();
        const auto state = workflows::from_text<workflows::StopState>(stop.state).value();
        const S where =
            stop.meeting.empty() ? S("without a meeting") : "at the meeting of " + date.words();
        S text = "A document of " + stop.owner + " " + where + ": " + S(workflows::to_words(state));
        if (!find_stop_of(tx, stop.circulation, change.to).empty())
            text += "; becomes one with the stop of " + change.to;
        all.push_back(std::move(text));
    }
    return all;
}

std::vector<const Sql*> hand_over_stops_statements() {
    return {&list_open,  &find_other,  &move,         &next_meeting, &take_papers,
            &last_event, &move_events, &move_answers, &remove_stop};
}

}  // namespace db
