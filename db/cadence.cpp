#include "db/cadence.hpp"

#include "db/moved.hpp"
#include "db/statement.hpp"
#include "db/times.hpp"

namespace db {
namespace {

using S = std::string;

constexpr Sql list{"board_cadence.list",
                   "SELECT board, meetings, in_public, joint, joint_with FROM board_cadence"};
constexpr Sql save{"board_cadence.save", R"(
    INSERT INTO board_cadence(board, meetings, in_public, joint, joint_with)
    VALUES (:board, :meetings, :in_public, :joint, :joint_with)
    ON CONFLICT (board) DO UPDATE SET meetings = excluded.meetings,
        in_public = excluded.in_public, joint = excluded.joint, joint_with = excluded.joint_with)"};
constexpr Sql hand_over{
    "board_cadence.hand_over",
    "UPDATE board_cadence SET joint_with = :to WHERE joint_with = :from AND board <> :to "
    "RETURNING board"};

constexpr Sql find_day{"meeting_confirm_by.find", R"(
    SELECT confirm_by FROM meeting_confirm_by WHERE meeting = :meeting AND planned = :planned)"};
constexpr Sql save_day{"meeting_confirm_by.save", R"(
    INSERT INTO meeting_confirm_by(meeting, planned, confirm_by, set_at, set_by)
    VALUES (:meeting, :planned, :confirm_by, :set_at, :set_by)
    ON CONFLICT (meeting) DO UPDATE SET planned = excluded.planned,
        confirm_by = excluded.confirm_by, set_at = excluded.set_at, set_by = excluded.set_by)"};
constexpr Sql erase_day{"meeting_confirm_by.erase",
                        "DELETE FROM meeting_confirm_by WHERE meeting = :meeting"};
constexpr Sql days_between{"meeting_confirm_by.between", R"(
    SELECT c.meeting FROM meeting_confirm_by c CROSS JOIN meeting m ON m.id = c.meeting
    WHERE c.confirm_by >= :from AND c.confirm_by <= :to AND m.state = 'provisional'
      AND m.planned = c.planned)"};

}  // namespace

std::map<S, workflows::Cadence> list_cadences(ReadTx& tx) {
    std::map<S, workflows::Cadence> cadences;
    each<S, int, int, int, S>(
        tx.session(), list,
        [&](const S& board, int meetings, int in_public, int joint, const S& joint_with) {
            cadences[board] = {meetings, in_public, joint, joint_with};
        });
    return cadences;
}

void save_cadence(WriteTx& tx, const S& board, const workflows::Cadence& cadence) {
    run(tx.session(), save, board, cadence.meetings, cadence.in_public, cadence.joint,
        cadence.joint_with);
    tx.touch("board:" + board);
}

std::vector<S> hand_over_cadence(WriteTx& tx, const S& from, const S& to) {
    return moved(tx, hand_over, "board:", to, from);
}

std::optional<workflows::Day> find_confirm_by(ReadTx& tx, const S& meeting,
                                              const workflows::PlannedDate& planned) {
    const auto day = value<S>(tx.session(), find_day, meeting, planned.key());
    if (day.empty()) return std::nullopt;
    return workflows::parse_day(day).value();
}

void save_confirm_by(WriteTx& tx, const S& meeting, const workflows::PlannedDate& planned,
                     std::optional<workflows::Day> day) {
    tx.touch("meeting:" + meeting);
    if (!day) {
        run(tx.session(), erase_day, meeting);
        return;
    }
    run(tx.session(), save_day, meeting, planned.key(), workflows::iso(*day), seconds(tx.now()),
        tx.actor().person);
}

std::vector<S> list_confirm_by(ReadTx& tx, workflows::Day from, workflows::Day to) {
    std::vector<S> meetings;
    each<S>(
        tx.session(), days_between, [&](const S& meeting) { meetings.push_back(meeting); },
        workflows::iso(from), workflows::iso(to));
    return meetings;
}

std::vector<const Sql*> cadence_statements() {
    return {&list, &save, &hand_over, &find_day, &save_day, &erase_day, &days_between};
}

}  // namespace db
