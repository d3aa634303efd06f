#include "db/meetings.hpp"

#include <algorithm>

#include "db/statement.hpp"
#include "db/wanted.hpp"
#include "db/words.hpp"

namespace db {

BOOST_DESCRIBE_STRUCT(MeetingRow, (),
                      (id, board, planned, starts, ends, time_assumed, state, kind, held_in, place,
                       joining, contact, cancel_reason, sequence, import_key, published, version))
BOOST_DESCRIBE_STRUCT(MeetingMove, (), (meeting, at, planned, starts, reason))

namespace {

using workflows::Code;
using workflows::Error;
using workflows::PlannedDate;
using workflows::Result;
using S = std::string;

// As PlannedDate: a month after its days, to be confirmed last.
constexpr const char* in_order =
    " ORDER BY CASE length(m.planned) WHEN 10 THEN m.planned WHEN 7 THEN m.planned || '-99'"
    " ELSE '9999' END, m.starts, m.board, m.id";
constexpr const char* in_range =
    " m.planned >= :from_month AND m.planned <= :to AND (length(m.planned) < 10 OR"
    " m.planned >= :from)";

constexpr Query<MeetingRow> find_by_id{"meetings.find_by_id", R"(
    SELECT {m.columns} FROM meeting m WHERE m.id = :id)"};
constexpr Query<MeetingRow> find_many{"meetings.find_many", with_wanted, R"(
    SELECT {m.columns} FROM meeting m WHERE m.id IN (SELECT wanted.id FROM wanted))"};
constexpr Query<MeetingRow> find_by_import_key{"meetings.find_by_import_key", R"(
    SELECT {m.columns} FROM meeting m WHERE m.import_key = :key AND m.import_key <> '')"};
constexpr Query<MeetingRow> list_in_range{"meetings.list_in_range",
                                          "SELECT {m.columns} FROM meeting m WHERE",
                                          in_range,
                                          " AND",
                                          meeting_is_known,
                                          in_order};
constexpr Query<MeetingRow> list_of_board{
    "meetings.list_of_board",
    "SELECT {m.columns} FROM meeting m WHERE m.board = :board AND",
    in_range,
    " AND",
    meeting_is_known,
    in_order};
constexpr Query<MeetingRow> list_of_boards{
    "meetings.list_of_boards",
    with_wanted,
    " SELECT {m.columns} FROM meeting m WHERE m.board IN (SELECT wanted.id FROM wanted) AND",
    in_range,
    " AND",
    meeting_is_known,
    in_order};
constexpr Query<MeetingRow> list_open_of_boards{
    "meetings.list_open_of_boards", with_wanted,
    " SELECT {m.columns} FROM meeting m WHERE m.board IN (SELECT wanted.id FROM wanted)"
    " AND m.planned = '' AND",
    meeting_is_known, in_order};
constexpr Query<MeetingRow> list_open{"meetings.list_open",
                                      "SELECT {m.columns} FROM meeting m WHERE m.planned = '' AND",
                                      meeting_is_known, in_order};
constexpr Query<MeetingRow> list_open_of_board{"meetings.list_open_of_board",
                                               "SELECT {m.columns} FROM meeting m"
                                               " WHERE m.board = :board AND m.planned = '' AND",
                                               meeting_is_known, in_order};
constexpr Query<MeetingRow> list_coming{
    "meetings.list_coming",
    "SELECT {m.columns} FROM meeting m WHERE m.planned >= :from_month"
    " AND (length(m.planned) < 10 OR m.planned >= :from)"
    " AND m.state IN ('provisional', 'confirmed') AND",
    meeting_is_known, in_order, " LIMIT :rows_max"};
constexpr Query<MeetingRow> find_on_day{"meetings.find_on_day",
                                        "SELECT {m.columns} FROM meeting m"
                                        " WHERE m.board = :board AND m.planned = :day AND",
                                        meeting_is_known,
                                        " ORDER BY CASE m.state WHEN 'cancelled' THEN 1 ELSE 0 END,"
                                        " m.starts, m.id LIMIT 1"};
constexpr Query<MeetingRow> find_moved_from{
    "meetings.find_moved_from",
    "SELECT {m.columns} FROM meeting_move v JOIN meeting m ON m.id = v.meeting"
    " WHERE v.planned = :day AND m.board = :board AND",
    meeting_is_known, " ORDER BY v.at DESC, m.id LIMIT 1"};
constexpr Sql insert{"meetings.insert", R"(
    INSERT INTO meeting(id, board, planned, starts, ends, time_assumed, state, kind, held_in,
        place, joining, contact, cancel_reason, sequence, import_key, published)
    VALUES (:id, :board, :planned, :starts, :ends, :time_assumed, :state, :kind, :held_in, :place,
        :joining, :contact, :cancel_reason, :sequence, :import_key, :published)
    ON CONFLICT DO NOTHING)"};
constexpr Sql update{"meetings.update", R"(
    UPDATE meeting SET planned = :planned, starts = :starts, ends = :ends,
        time_assumed = :time_assumed, state = :state, kind = :kind, held_in = :held_in,
        place = :place, joining = :joining, contact = :contact, cancel_reason = :cancel_reason,
        sequence = :sequence, published = :published, version = version + 1
    WHERE id = :id AND version = :version)"};
constexpr Sql insert_move{"meetings.insert_move", R"(
    INSERT INTO meeting_move(meeting, at, planned, starts, reason)
    VALUES (:meeting, :at, :planned, :starts, :reason))"};
constexpr Query<MeetingMove> list_moves_of{"meetings.list_moves_of", R"(
    SELECT {columns} FROM meeting_move WHERE meeting = :meeting ORDER BY at)"};

struct Lists {
    const Query<MeetingRow>& in_days;
    const Query<MeetingRow>& without_day;
};

Lists lists_for(const MeetingFilter& filter) {
    if (!filter.board.empty()) return {list_of_board, list_open_of_board};
    if (!filter.boards.empty()) return {list_of_boards, list_open_of_boards};
    return {list_in_range, list_open};
}

constexpr const char* after_every_day = "9999";

// The month of `day`: as text it sorts before every day of the month.
S month_of(const S& day) {
    return day.substr(0, 7);
}

void touch(WriteTx& tx, const MeetingRow& meeting) {
    tx.touch("meeting:" + meeting.id);
    tx.touch("meetings:" + meeting.board);
}

Error stale_meeting() {
    return {Code::stale, words::changed_since_form_opened("meeting")};
}

// Two moves within one second still keep their order.
workflows::Instant next_move_instant(WriteTx& tx, const S& meeting) {
    const auto moves = list_moves(tx, meeting);
    if (moves.empty()) return tx.now();
    return std::max(tx.now(), moves.back().at + std::chrono::seconds{1});
}

}  // namespace

std::optional<MeetingRow> find_meeting(ReadTx& tx, const S& id) {
    return select_one(tx.session(), find_by_id, {{"id", id}});
}

std::map<S, MeetingRow> find_meetings(ReadTx& tx, const std::set<S>& ids) {
    std::map<S, MeetingRow> meetings;
    each(tx.session(), find_many, wanted(ids),
         [&](MeetingRow meeting) { meetings.emplace(meeting.id, std::move(meeting)); });
    return meetings;
}

Result<MeetingRow> load_meeting(ReadTx& tx, const S& id) {
    auto meeting = find_meeting(tx, id);
    if (!meeting) return workflows::not_found(words::cannot_find("meeting"));
    return *std::move(meeting);
}

std::vector<MeetingRow> list_meetings(ReadTx& tx, const MeetingFilter& filter) {
    const S from = filter.from ? workflows::iso(*filter.from) : "0";
    const S to = filter.to ? workflows::iso(*filter.to) : after_every_day;
    const auto& [in_days, without_day] = lists_for(filter);
    auto asked = arguments_of(tx, filter.reader);
    if (!filter.boards.empty()) asked.add(wanted(filter.boards));
    if (!filter.board.empty()) asked.add("board", filter.board);
    auto dated = asked;
    dated.add("from_month", month_of(from)).add("from", from).add("to", to);
    auto meetings = select(tx.session(), in_days, dated);
    if (filter.open_dates == OpenDates::included) {
        auto open = select(tx.session(), without_day, asked);
        std::move(open.begin(), open.end(), std::back_inserter(meetings));
    }
    return meetings;
}

std::vector<MeetingRow> list_upcoming(ReadTx& tx, workflows::Day from, int rows_max,
                                      const MeetingReader& reader, OpenDates open_dates) {
    const S day = workflows::iso(from);
    const auto asked = arguments_of(tx, reader);
    auto coming = asked;
    coming.add("from_month", month_of(day)).add("from", day).add("rows_max", rows_max);
    auto meetings = select(tx.session(), list_coming, coming);
    if (open_dates == OpenDates::left_out) return meetings;
    for (auto& meeting : select(tx.session(), list_open, asked)) {
        if (workflows::is_to_come(meeting.state)) meetings.push_back(std::move(meeting));
    }
    return meetings;
}

std::optional<MeetingRow> find_meeting_on(ReadTx& tx, const S& board, workflows::Day day,
                                          const MeetingReader& reader) {
    auto asked = arguments_of(tx, reader);
    asked.add("board", board).add("day", day);
    if (auto meeting = select_one(tx.session(), find_on_day, asked)) return meeting;
    return select_one(tx.session(), find_moved_from, asked);
}

std::optional<MeetingRow> find_imported_meeting(ReadTx& tx, const S& import_key) {
    return select_one(tx.session(), find_by_import_key, {{"key", import_key}});
}

Result<MeetingRow> insert_meeting(WriteTx& tx, MeetingRow m) {
    if (m.id.empty()) m.id = tx.ids().id();
    if (run(tx.session(), insert, fields_of(m)) == 0)
        return workflows::conflict("date", words::meeting_exists);
    m.version = 1;
    touch(tx, m);
    return m;
}

Result<void> save_meeting(WriteTx& tx, const MeetingRow& m) {
    if (run(tx.session(), update, fields_of(m)) == 0) return stale_meeting();
    touch(tx, m);
    return {};
}

Result<MeetingRow> move_meeting(WriteTx& tx, MeetingRow meeting, const S& reason) {
    const auto before = load_meeting(tx, meeting.id);
    if (!before) return before.error();
    meeting.sequence = before->sequence + 1;
    if (auto saved = save_meeting(tx, meeting); !saved) return saved.error();
    run(tx.session(), insert_move,
        {{"meeting", meeting.id},
         {"at", next_move_instant(tx, meeting.id)},
         {"planned", before->planned},
         {"starts", before->starts},
         {"reason", reason}});
    ++meeting.version;
    return meeting;
}

std::vector<MeetingMove> list_moves(ReadTx& tx, const S& meeting) {
    return select(tx.session(), list_moves_of, {{"meeting", meeting}});
}

std::vector<const Sql*> meetings_statements() {
    return {&find_by_id,
            &find_many,
            &list_of_boards,
            &list_open_of_boards,
            &find_by_import_key,
            &list_in_range,
            &list_of_board,
            &list_open,
            &list_open_of_board,
            &list_coming,
            &find_on_day,
            &find_moved_from,
            &insert,
            &update,
            &insert_move,
            &list_moves_of};
}

}  // namespace db
