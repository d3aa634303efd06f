#include "db/hand_over.hpp"

#include "db/case_log.hpp"
#include "db/memberships.hpp"
#include "db/moved.hpp"
#include "db/requests.hpp"
#include "db/words.hpp"
#include "workflows/core/planned_date.hpp"
#include "workflows/meetings/meeting.hpp"
#include "workflows/succession/merger.hpp"

namespace db {
namespace {

using S = std::string;

struct OpenRequest {
    S id;
    S asking_board;
    S asked_board;
    workflows::RequestState state = workflows::RequestState::sent;
};
BOOST_DESCRIBE_STRUCT(OpenRequest, (), (id, asking_board, asked_board, state))

struct ComingMeeting {
    S id;
    workflows::PlannedDate planned;
    workflows::MeetingState state = workflows::MeetingState::provisional;
    workflows::MeetingKind kind = workflows::MeetingKind::meeting;
};
BOOST_DESCRIBE_STRUCT(ComingMeeting, (), (id, planned, state, kind))

struct Owned {
    S id;
    int stops = 0;
};
BOOST_DESCRIBE_STRUCT(Owned, (), (id, stops))

struct Invited {
    S person;
    S post;
    S reason;
    std::optional<workflows::Day> to_day;
};
BOOST_DESCRIBE_STRUCT(Invited, (), (person, post, reason, to_day))

constexpr Query<OpenRequest> list_asking{"hand_over.list_asking", R"(
    SELECT {columns} FROM agenda_request
    WHERE asking_board = :board AND state NOT IN ('closed', 'withdrawn') ORDER BY created_at, id)"};
constexpr Query<OpenRequest> list_asked{"hand_over.list_asked", R"(
    SELECT {columns} FROM agenda_request
    WHERE asked_board = :board AND state NOT IN ('closed', 'withdrawn') ORDER BY created_at, id)"};
constexpr Sql move_asking{"hand_over.move_asking", R"(
    UPDATE agenda_request SET asking_board = :board, version = version + 1 WHERE id = :id)"};
constexpr Sql end_request{"hand_over.end_request", R"(
    UPDATE agenda_request SET state = :state, version = version + 1 WHERE id = :id)"};
constexpr Sql move_asked{"hand_over.move_asked", R"(
    UPDATE agenda_request SET asked_board = :board, version = version + 1 WHERE id = :id)"};

// A month is to come while any of its days is; no date is to come.
constexpr Query<ComingMeeting> list_meetings_to_come{"hand_over.list_meetings", R"(
    SELECT {columns} FROM meeting
    WHERE board = :board AND state IN ('provisional', 'confirmed')
    AND planned >= SUBSTR(:day, 1, LENGTH(planned)) ORDER BY planned = '', planned, id)"};
constexpr Sql move_meeting_row{"hand_over.move_meeting", R"(
    UPDATE meeting SET board = :board, sequence = sequence + 1, version = version + 1
    WHERE id = :id)"};

constexpr Query<Owned> list_owned{"hand_over.list_circulations", R"(
    SELECT id,
        (SELECT COUNT(*) FROM circulation_stop WHERE circulation = circulation.id) AS stops
    FROM circulation WHERE owner = :board AND (
        NOT EXISTS (SELECT 1 FROM circulation_stop WHERE circulation = circulation.id)
        OR EXISTS (SELECT 1 FROM circulation_stop WHERE circulation = circulation.id
                   AND state IN ('planned', 'issued', 'stale', 'assent_asked', 'not_agreed',
                                 'not_assented')))
    ORDER BY created_at, id)"};
constexpr Sql move_circulation{"hand_over.move_circulation", R"(
    UPDATE circulation SET owner = :board, version = version + 1 WHERE id = :id)"};

constexpr Query<Invited> list_invitations{"hand_over.list_invitations", R"(
    SELECT person.key AS person, person.post, standing_invitation.reason, standing_invitation.to_day
    FROM standing_invitation JOIN person ON person.key = standing_invitation.person
    WHERE standing_invitation.board = :board
    AND (standing_invitation.to_day = '' OR standing_invitation.to_day >= :day)
    ORDER BY person.key)"};
// For one that the successor has of its own: the later of the two last days.
constexpr Sql lengthen_invitation{"hand_over.lengthen_invitation", R"(
    UPDATE standing_invitation SET version = version + 1,
        to_day = CASE WHEN to_day = '' OR :to_day = '' THEN '' ELSE MAX(to_day, :to_day) END
    WHERE board = :board AND person = :person)"};
constexpr Sql end_invitation{"hand_over.end_invitation", R"(
    UPDATE standing_invitation SET to_day = :to_day, version = version + 1
    WHERE board = :board AND person = :person)"};

std::vector<ComingMeeting> coming(ReadTx& tx, const HandOver& change) {
    return select(tx.session(), list_meetings_to_come,
                  {{"board", change.from}, {"day", change.on}});
}

std::vector<Owned> owned(ReadTx& tx, const S& board) {
    return select(tx.session(), list_owned, {{"board", board}});
}

std::vector<Invited> invited(ReadTx& tx, const HandOver& change) {
    return select(tx.session(), list_invitations, {{"board", change.from}, {"day", change.on}});
}

void note(WriteTx& tx, Resources& all, const S& resource) {
    all.push_back(resource);
    tx.touch(resource);
}

// Nobody is left to answer it: the two boards are one.
void end_own(WriteTx& tx, const OpenRequest& request) {
    const auto event_of = workflows::ended_by_merger(request.state);
    CaseEventRow event;
    event.event = workflows::to_text(event_of);
    event.from_state = workflows::to_text(request.state);
    event.to_state = workflows::to_text(event_of == workflows::RequestEvent::close
                                            ? workflows::RequestState::closed
                                            : workflows::RequestState::withdrawn);
    run(tx.session(), end_request, {{"state", event.to_state}, {"id", request.id}});
    event.comment = words::same_board_request;
    append_case_event(tx, CaseKind::request, request.id, event);
}

void move_side(WriteTx& tx, const HandOver& change, const Query<OpenRequest>& list, const Sql& move,
               Resources& all) {
    for (const auto& request : select(tx.session(), list, {{"board", change.from}})) {
        const bool asks = request.asking_board == change.from;
        const auto& other = asks ? request.asked_board : request.asking_board;
        if (other == change.to)
            end_own(tx, request);
        else
            run(tx.session(), move, {{"board", change.to}, {"id", request.id}});
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
        for (const auto& request : select(tx.session(), *sql, {{"board", change.from}})) {
            all.push_back("From " + request.asking_board + " to " + request.asked_board + ": " +
                          S(workflows::to_words(request.state)));
        }
    }
    return all;
}

Resources hand_over_meetings(WriteTx& tx, const HandOver& change) {
    Resources all;
    if (change.meetings == workflows::ComingMeetings::leave) return all;
    for (const auto& id : meetings_that_pass(tx, change)) {
        run(tx.session(), move_meeting_row, {{"board", change.to}, {"id", id}});
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
        all.push_back(meeting.planned.words() + ": " + S(workflows::to_words(meeting.kind)) + ", " +
                      S(workflows::to_words(meeting.state)));
    }
    return all;
}

Resources hand_over_circulations(WriteTx& tx, const HandOver& change) {
    Resources all;
    for (const auto& circulation : owned(tx, change.from)) {
        run(tx.session(), move_circulation, {{"board", change.to}, {"id", circulation.id}});
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
        const StandingInvitation taken{change.to, one.person, one.reason, one.to_day};
        if (!insert_standing_invitation(tx, taken))
            run(tx.session(), lengthen_invitation,
                {{"board", change.to}, {"person", one.person}, {"to_day", one.to_day}});
        run(tx.session(), end_invitation,
            {{"to_day", last}, {"board", change.from}, {"person", one.person}});
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
    return {&list_asking,      &list_asked,          &move_asking,
            &move_asked,       &end_request,         &list_meetings_to_come,
            &move_meeting_row, &list_owned,          &move_circulation,
            &list_invitations, &lengthen_invitation, &end_invitation};
}

}  // namespace db
