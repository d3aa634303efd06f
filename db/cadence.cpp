#include "db/cadence.hpp"

#include "db/moved.hpp"
#include "db/statement.hpp"
#include "db/wanted.hpp"

namespace workflows {
BOOST_DESCRIBE_STRUCT(Cadence, (), (meetings, in_public, joint, joint_with))
}  // namespace workflows

namespace db {
BOOST_DESCRIBE_STRUCT(ConfirmDay, (), (planned, confirm_by))

namespace {

using S = std::string;

struct CadenceRow {
    S board;
    workflows::Cadence cadence;
};
BOOST_DESCRIBE_STRUCT(CadenceRow, (), (board, cadence))

constexpr Query<CadenceRow> list{"board_cadence.list", "SELECT {columns} FROM board_cadence"};
constexpr Sql save{"board_cadence.save", R"(
    INSERT INTO board_cadence(board, meetings, in_public, joint, joint_with)
    VALUES (:board, :meetings, :in_public, :joint, :joint_with)
    ON CONFLICT (board) DO UPDATE SET meetings = excluded.meetings,
        in_public = excluded.in_public, joint = excluded.joint, joint_with = excluded.joint_with)"};
constexpr Query<std::string> hand_over{
    "board_cadence.hand_over",
    "UPDATE board_cadence SET joint_with = :to WHERE joint_with = :from AND board <> :to "
    "RETURNING board"};

struct MeetingConfirmDay {
    S meeting;
    ConfirmDay day;
};
BOOST_DESCRIBE_STRUCT(MeetingConfirmDay, (), (meeting, day))

constexpr Query<MeetingConfirmDay> find_days{"meeting_confirm_by.find_many", with_wanted, R"(
    SELECT {columns} FROM meeting_confirm_by
    WHERE meeting IN (SELECT wanted.id FROM wanted))"};
constexpr Sql save_day{"meeting_confirm_by.save", R"(
    INSERT INTO meeting_confirm_by(meeting, planned, confirm_by, set_at, set_by)
    VALUES (:meeting, :planned, :confirm_by, :set_at, :set_by)
    ON CONFLICT (meeting) DO UPDATE SET planned = excluded.planned,
        confirm_by = excluded.confirm_by, set_at = excluded.set_at, set_by = excluded.set_by)"};
constexpr Sql erase_day{"meeting_confirm_by.erase",
                        "DELETE FROM meeting_confirm_by WHERE meeting = :meeting"};
constexpr Query<std::string> days_between{"meeting_confirm_by.between", R"(
    SELECT c.meeting FROM meeting_confirm_by c CROSS JOIN meeting m ON m.id = c.meeting
    WHERE c.confirm_by >= :from AND c.confirm_by <= :to AND m.state = 'provisional'
      AND m.planned = c.planned)"};

}  // namespace

std::map<S, workflows::Cadence> list_cadences(ReadTx& tx) {
    std::map<S, workflows::Cadence> cadences;
    for (auto& row : select(tx.session(), list))
        cadences[row.board] = row.cadence;
    return cadences;
}

void save_cadence(WriteTx& tx, const S& board, const workflows::Cadence& cadence) {
    run(tx.session(), save, fields_of(CadenceRow{board, cadence}));
    tx.touch("board:" + board);
}

std::vector<S> hand_over_cadence(WriteTx& tx, const S& from, const S& to) {
    return moved(tx, hand_over, "board:", {{"to", to}, {"from", from}});
}

std::map<S, ConfirmDay> find_confirm_days(ReadTx& tx, const std::set<S>& meetings) {
    std::map<S, ConfirmDay> days;
    each(tx.session(), find_days, wanted(meetings),
         [&](const MeetingConfirmDay& row) { days.emplace(row.meeting, row.day); });
    return days;
}

void save_confirm_by(WriteTx& tx, const S& meeting, const workflows::PlannedDate& planned,
                     std::optional<workflows::Day> day) {
    tx.touch("meeting:" + meeting);
    if (!day) {
        run(tx.session(), erase_day, {{"meeting", meeting}});
        return;
    }
    run(tx.session(), save_day,
        {{"meeting", meeting},
         {"planned", planned},
         {"confirm_by", day},
         {"set_at", tx.now()},
         {"set_by", tx.actor().person}});
}

std::vector<S> list_confirm_by(ReadTx& tx, workflows::Day from, workflows::Day to) {
    return select(tx.session(), days_between, {{"from", from}, {"to", to}});
}

std::vector<const Sql*> cadence_statements() {
    return {&list, &save, &hand_over, &find_days, &save_day, &erase_day, &days_between};
}

}  // namespace db
