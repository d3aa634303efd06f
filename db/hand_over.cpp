#include "db/hand_over.hpp"

#include "db/case_log.hpp"
#include "db/moved.hpp"
#include "db/requests.hpp"
#include "workflows/meeting.hpp"
#include "workflows/merger.hpp"
#include "workflows/planned_date.hpp"

namespace db {
namespace {

using S = std::string;

constexpr Sql list_asking{"hand_over.list_asking", R"(
    SELECT id, asking_board, asked_board, state FROM agenda_request
    WHERE asking_board = :board AND state NOT IN ('closed', 'withdrawn') ORDER BY created_at, id)"};
constexpr Sql list_asked{"hand_over.list_asked", R"(
    SELECT id, asking_board, asked_board, state FROM agenda_request
    WHERE asked_board = :board AND state NOT IN ('closed', 'withdrawn') ORDER BY created_at, id)"};
constexpr Sql move_asking{"hand_over.move_asking", R"(
    UPDATE agenda_request SET asking_board = :board, version = version + 1 WHERE id = :id)"};
constexpr Sql end_request{"hand_over.end_request", R"(
    UPDATE agenda_request SET state = :state, version = version + 1 WHERE id = :id)"};
constexpr Sql move_asked{"hand_over.move_asked", R"(
    UPDATE agenda_request SET asked_board = :board, version = version + 1 WHERE id = :id)"};

// A month is to come while any of its days is; no date is to come.
constexpr Sql list_meetings_to_come{"hand_over.list_meetings", R"(
    SELECT id, planned, state, kind FROM meeting
    WHERE board = :board AND state IN ('provisional', 'confirmed')
    AND planned >= SUBSTR(:day, 1, LENGTH(planned)) ORDER BY planned = '', planned, id)"};
constexpr Sql move_meeting_row{"hand_over.move_meeting", R"(
    UPDATE meeting SET board = :board, sequence = sequence + 1, version = version + 1
    WHERE id = :id)"};

constexpr Sql list_owned{"hand_over.list_circulations", R"(
    SELECT id, (SELECT COUNT(*) FROM circulation_stop WHERE circulation = circulation.id)
    FROM circulation WHERE owner = :board AND (
        NOT EXISTS (SELECT 1 FROM circulation_stop WHERE circulation = circulation.id)
        OR EXISTS (SELECT 1 FROM circulation_stop WHERE circulation = circulation.id
                   AND state IN ('planned', 'issued', 'stale', 'assent_asked', 'not_agreed',
                                 'not_assented')))
    ORDER BY created_at, id)"};
constexpr Sql move_circulation{"hand_over.move_circulation", R"(
    UPDATE circulation SET owner = :board, version = version + 1 WHERE id = :id)"};

constexpr Sql list_invitations{"hand_over.list_invitations", R"(
    SELECT person.key, person.post, standing_invitation.reason, standing_invitation.to_day
    FROM standing_invitation JOIN person ON person.key = standing_invitation.person
    WHERE standing_invitation.board = :board
    AND (standing_invitation.to_day = '' OR standing_invitation.to_day >= :day)
    ORDER BY person.key)"};
constexpr Sql take_invitation{"hand_over.take_invitation", R"(
    INSERT INTO standing_invitation(board, person, reason, to_day)
    VALUES (:board, :person, :reason, :to_day)
    ON CONFLICT (board, person) DO UPDATE SET version = standing_invitation.version + 1, to_day =
        CASE WHEN standing_invitation.to_day = '' OR excluded.to_day = '' THEN ''
             ELSE MAX(standing_invitation.to_day, excluded.to_day) END)"};
constexpr Sql end_invitation{"hand_over.end_invitation", R"(
    UPDATE standing_invitation SET to_day = :to_day, version = version + 1
    WHERE board = :board AND person = :person)"};

struct OpenRequest {
    S id;
    S asking;
    S asked;
    S state;
};

std::vector<OpenRequest> open_requests(ReadTx& tx, const Sql& sql, const S& board) {
    std::vector<OpenRequest> open;
    each<S, S, S, S>(
        tx.session(), sql,
        [&](const S& id, const S& asking, const S& asked, const S& state) {
            open.push_back({id, asking, asked, state});
        },
        board);
    return open;
}

struct ComingMeeting {
    S id;
    workflows::PlannedDate planned;
    S state;
    S kind;
};

std::vector<ComingMeeting> coming(ReadTx& tx, const HandOver& change) {
    std::vector<ComingMeeting> meetings;
    each<S, S, S, S>(
        tx.session(), list_meetings_to_come,
        [&](const S& id, const S& planned, const S& state, const S& kind) {
            meetings.push_back({id, workflows::PlannedDate::parse(planned).value(), state, kind});
        },
        change.from, workflows::iso(change.on));
    return meetings;
}

struct Owned {
    S id;
    int stops = 0;
};

std::vector<Owned> owned(ReadTx& tx, const S& board) {
    std::vector<Owned> list;
    each<S, int>(
        tx.session(), list_owned,
        [&](const S& id, int stops) {
            list.push_back({id, stops});
        },
        board);
    return list;
}

struct Invited {
    S person;
    S post;
    S reason;
    S to_day;
};

std::vector<Invited> invited(ReadTx& tx, const HandOver& change) {
    std::vector<Invited> list;
    each<S, S, S, S>(
        tx.session(), list_invitations,
        [&](const S& key, const S& post, const S& reason, const S& to_day) {
            list.push_back({key, post, reason, to_day});
        },
        change.from, workflows::iso(change.on));
    return list;
}

void note(WriteTx& tx, Resources& all, const S& resource) {
    all.push_back(resource);
    tx.touch(resource);
}

// Nobody is left to answer it: the two boards are one.
void end_own(WriteTx& tx, const OpenRequest& request) {
    const auto state = workflows::from_text<workflows::RequestState>(request.state).value();
    const auto event_of = workflows::ended_by_merger(state);
    CaseEventRow event;
    event.event = workflows::to_text(event_of);
    event.from_state = request.state;
    event.to_state = workflows::to_text(event_of == workflows::RequestEvent::close
                                            ? workflows::RequestState::closed
                                            : workflows::RequestState::withdrawn);
    run(tx.session(), end_request, event.to_state, request.id);
    event.comment = "The board that asked and the board that was asked are one now.";
    append_case_event(tx, CaseKind::request, request.id, event);
}

void move_side(WriteTx& tx, const HandOver& change, const Sql& list, const Sql& move,
               Resources& all) {
    for (const auto& request : open_requests(tx, list, change.from)) {
        const auto& other = request.asking == change.from ? request.asked : request.asking;
        if (other == change.to)
            end_own(tx, request);
        else
            run(tx.session(), move, change.to, request.id);
        note(tx, all, "request:" + request.id);
    }
}

}  // namespace

Resources hand_over_requests(WriteTx& tx, const HandOver& change) {
    Resources all;
    move_side(tx, change, list_asking, move_asking, all);
    move_side(tx, change, list_asked, move_asked, all);
    return all;
}

HandOverNames requests_to_hand_over(ReadTx& tx, const HandOver& change) {
    HandOverNames all;
    for (const auto* sql : {&list_asking, &list_asked}) {
        for (const auto& request : open_requests(tx, *sql, change.from)) {
            const auto state = workflows::from_text<workflows::RequestState>(request.state);
            all.push_back("From " + request.asking + " to " + request.asked + ": " +
                          S(workflows::to_words(state.value())));
        }
    }
    return all;
}

Resources hand_over_meetings(WriteTx& tx, const HandOver& change) {
    Resources all;
    if (change.meetings == workflows::ComingMeetings::leave) return all;
    for (const auto& id : meetings_that_pass(tx, change)) {
        run(tx.session(), move_meeting_row, change.to, id);
        note(tx, all, "meeting:" + id);
    }
    tx.touch("meetings:" + change.from);
    tx.touch("meetings:" + change.to);
    return all;
}

std::vector<S> meetings_that_pass(ReadTx& tx, const HandOver& change) {
    std::vector<S> ids;
    if (change.meetings == workflows::ComingMeetings::leave) return ids;
    for (const auto& meeting : coming(tx, change))
        ids.push_back(meeting.id);
    return ids;
}

HandOverNames meetings_to_come(ReadTx& tx, const HandOver& change) {
    HandOverNames all;
    for (const auto& meeting : coming(tx, change)) {
        const auto state = workflows::from_text<workflows::MeetingState>(meeting.state);
        const auto kind = workflows::from_text<workflows::MeetingKind>(meeting.kind);
        all.push_back(meeting.planned.words() + ": " + S(workflows::to_words(kind.value())) + ", " +
                      S(workflows::to_words(state.value())));
    }
    return all;
}

Resources hand_over_circulations(WriteTx& tx, const HandOver& change) {
    Resources all;
    for (const auto& circulation : owned(tx, change.from)) {
        run(tx.session(), move_circulation, change.to, circulation.id);
        note(tx, all, "circulation:" + circulation.id);
    }
    return all;
}

HandOverNames circulations_to_hand_over(ReadTx& tx, const HandOver& change) {
    HandOverNames all;
    for (const auto& circulation : owned(tx, change.from))
        all.push_back("A document of " + change.from + " that goes to " +
                      std::to_string(circulation.stops) +
                      (circulation.stops == 1 ? " board" : " boards"));
    return all;
}

Resources hand_over_invitations(WriteTx& tx, const HandOver& change) {
    Resources all;
    const auto last = workflows::iso(change.on - std::chrono::days(1));
    for (const auto& one : invited(tx, change)) {
        run(tx.session(), take_invitation, change.to, one.person, one.reason, one.to_day);
        run(tx.session(), end_invitation, last, change.from, one.person);
        note(tx, all, "invitation:" + one.person);
    }
    tx.touch("board:" + change.from);
    tx.touch("board:" + change.to);
    return all;
}

HandOverNames invitations_to_hand_over(ReadTx& tx, const HandOver& change) {
    HandOverNames all;
    for (const auto& one : invited(tx, change))
        all.push_back(one.post);
    return all;
}

std::vector<const Sql*> hand_over_statements() {
    return {&list_asking,      &list_asked,      &move_asking,
            &move_asked,       &end_request,     &list_meetings_to_come,
            &move_meeting_row, &list_owned,      &move_circulation,
            &list_invitations, &take_invitation, &end_invitation};
}

}  // namespace db
