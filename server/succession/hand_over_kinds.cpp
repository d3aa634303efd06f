// THE table of things that move when a board takes over from another; a part with rows that name a
// board has its row here.
#include <array>

#include "db/cadence.hpp"
#include "db/concerns.hpp"
#include "db/date_polls.hpp"
#include "db/issues.hpp"
#include "db/meeting_boards.hpp"
#include "db/meetings.hpp"
#include "db/moved.hpp"
#include "db/register.hpp"
#include "db/response_arrangements.hpp"
#include "db/responses.hpp"
#include "db/theme_polls.hpp"
#include "server/succession/hand_over_obligations.hpp"
#include "server/succession/succession_commands.hpp"
#include "server/succession/words.hpp"

namespace server::succession {
namespace {

db::HandOverNames responses_to_hand_over(db::ReadTx& tx, const db::HandOver& change) {
    db::HandOverNames names;
    const auto add = [&](const db::ResponseRow& row) {
        const auto& r = row.response;
        if (workflows::is_settled(r.state)) return;
        names.push_back(words::response_line(r.owing_board, r.asking_board, r.number,
                                             workflows::to_words(r.state)));
    };
    for (const auto& row : db::list_responses_asked_by(tx, change.from))
        add(row);
    for (const auto& row : db::list_responses_owed_by(tx, change.from))
        add(row);
    return names;
}

// Meetings of other boards that this one joins.
db::HandOverNames joint_meetings(db::ReadTx& tx, const db::HandOver& change) {
    db::HandOverNames names;
    for (const auto& id : db::list_meetings_joined(tx, change.from)) {
        const auto meeting = db::find_meeting(tx, id);
        const bool open = meeting && (workflows::is_to_come(meeting->state));
        if (open) names.push_back(meeting->board + ", " + meeting->planned.words());
    }
    return names;
}

db::HandOverNames returns_to_hand_over(db::ReadTx& tx, const db::HandOver& change) {
    db::HandOverNames names;
    for (const auto& row : db::list_open_returns(tx))
        if (row.board == change.from)
            names.push_back(words::return_line(row.year, workflows::long_date(row.due)));
    return names;
}

db::HandOverNames polls_to_hand_over(db::ReadTx& tx, const db::HandOver& change) {
    db::HandOverNames names;
    for (const auto& poll : db::list_polls(tx, change.from)) {
        if (poll.state == workflows::PollState::open)
            names.push_back(words::poll_line(workflows::long_date(poll.closes_on)));
    }
    return names;
}

constexpr std::array kinds{
    HandOverKind{"Future meetings", db::meetings_to_come, db::hand_over_meetings},
    HandOverKind{words::joint_meetings, joint_meetings,
                 [](db::WriteTx& tx, const db::HandOver& change) {
                     auto all = db::hand_over_cadence(tx, change.from, change.to);
                     db::append(all, db::hand_over_joint_boards(tx, change.from, change.to));
                     return all;
                 }},
    HandOverKind{words::stops, db::stops_to_hand_over, db::hand_over_stops},
    HandOverKind{words::circulations, db::circulations_to_hand_over, db::hand_over_circulations},
    HandOverKind{words::requests, db::requests_to_hand_over, db::hand_over_requests},
    HandOverKind{words::timetable_reports, obligations_to_hand_over, hand_over_obligations},
    HandOverKind{words::responses, responses_to_hand_over,
                 [](db::WriteTx& tx, const db::HandOver& change) {
                     auto all = db::hand_over_responses(tx, change.from, change.to);
                     db::append(all, db::hand_over_arrangements(tx, change.from, change.to));
                     return all;
                 }},
    HandOverKind{"Issues between boards",
                 [](db::ReadTx& tx, const db::HandOver& change) {
                     return db::issues_to_hand_over(tx, change.from);
                 },
                 [](db::WriteTx& tx, const db::HandOver& change) {
                     return db::hand_over_issues(tx, change.from, change.to);
                 }},
    HandOverKind{"Safeguarding concerns",
                 [](db::ReadTx& tx, const db::HandOver& change) {
                     return db::concerns_to_hand_over(tx, change.from);
                 },
                 [](db::WriteTx& tx, const db::HandOver& change) {
                     return db::hand_over_concerns(tx, change.from, change.to);
                 }},
    HandOverKind{words::returns, returns_to_hand_over,
                 [](db::WriteTx& tx, const db::HandOver& change) {
                     return db::hand_over_returns(tx, change.from, change.to);
                 }},
    HandOverKind{"Theme questions", db::theme_asks_to_hand_over, db::hand_over_theme_asks},
    HandOverKind{words::polls, polls_to_hand_over,
                 [](db::WriteTx& tx, const db::HandOver& change) {
                     return db::hand_over_polls(tx, change.from, change.to);
                 }},
    HandOverKind{"Standing invitations", db::invitations_to_hand_over, db::hand_over_invitations},
};

}  // namespace

std::span<const HandOverKind> hand_over_kinds() {
    return kinds;
}

}  // namespace server::succession
