#include "db/meetings.hpp"

#include <algorithm>
#include <tuple>

#include "db/statement.hpp"
#include "db/times.hpp"

#define MEETING_COLUMNS                                                                     \
    "m.id, m.board, m.planned, m.starts, m.ends, m.time_assumed, m.state, m.kind, "         \
    "m.held_in, m.place, m.joining, m.contact, m.cancel_reason, m.sequence, m.import_key, " \
    "m.published, m.version"
// As PlannedDate: a month after its days, to be confirmed last.
#define IN_ORDER                                                                             \
    " ORDER BY CASE length(m.planned) WHEN 10 THEN m.planned WHEN 7 THEN m.planned || '-99'" \
    " ELSE '9999' END, m.starts, m.board, m.id"
#define IN_RANGE                                                                     \
    " m.planned >= :from_month AND m.planned <= :to AND (length(m.planned) < 10 OR " \
    "m.planned >= :from)"

namespace db {
namespace {

using workflows::Code;
using workflows::Error;
using workflows::PlannedDate;
using workflows::Result;
using S = std::string;

constexpr Sql find_by_id{"meetings.find_by_id",
                         "SELECT " MEETING_COLUMNS " FROM meeting m WHERE m.id = :id"};
constexpr Sql find_by_import_key{"meetings.find_by_import_key",
                                 "SELECT " MEETING_COLUMNS
                                 " FROM meeting m WHERE m.import_key = :key"
                                 " AND m.import_key <> ''"};
constexpr Sql list_in_range{"meetings.list_in_range",
                            "SELECT " MEETING_COLUMNS " FROM meeting m WHERE" IN_RANGE
                            " AND" MEETING_IS_KNOWN IN_ORDER};
constexpr Sql list_of_board{"meetings.list_of_board",
                            "SELECT " MEETING_COLUMNS
                            " FROM meeting m WHERE m.board = :board AND" IN_RANGE
                            " AND" MEETING_IS_KNOWN IN_ORDER};
constexpr Sql list_open{"meetings.list_open", "SELECT " MEETING_COLUMNS
                                              " FROM meeting m WHERE m.planned = ''"
                                              " AND" MEETING_IS_KNOWN IN_ORDER};
constexpr Sql list_open_of_board{"meetings.list_open_of_board",
                                 "SELECT " MEETING_COLUMNS
                                 " FROM meeting m WHERE m.board = :board"
                                 " AND m.planned = '' AND" MEETING_IS_KNOWN IN_ORDER};
constexpr Sql list_coming{"meetings.list_coming",
                          "SELECT " MEETING_COLUMNS
                          " FROM meeting m WHERE m.planned >= :from_month"
                          " AND (length(m.planned) < 10 OR m.planned >= :from)"
                          " AND m.state IN ('provisional', 'confirmed')"
                          " AND" MEETING_IS_KNOWN IN_ORDER " LIMIT :rows_max"};
constexpr Sql find_on_day{"meetings.find_on_day",
                          "SELECT " MEETING_COLUMNS
                          " FROM meeting m WHERE m.board = :board AND m.planned = :day"
                          " AND" MEETING_IS_KNOWN
                          " ORDER BY CASE m.state WHEN 'cancelled' THEN 1 ELSE 0 END, m.starts,"
                          " m.id LIMIT 1"};
constexpr Sql find_moved_from{"meetings.find_moved_from",
                              "SELECT " MEETING_COLUMNS
                              " FROM meeting_move v JOIN meeting m ON m.id = v.meeting"
                              " WHERE v.planned = :day AND m.board = :board AND" MEETING_IS_KNOWN
                              " ORDER BY v.at DESC, m.id LIMIT 1"};
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
constexpr Sql list_moves_of{"meetings.list_moves_of", R"(
    SELECT at, planned, starts, reason FROM meeting_move WHERE meeting = :meeting ORDER BY at)"};

constexpr const char* after_every_day = "9999";

// What is stored was checked when it came in; text of another hand is an error of the file.
PlannedDate stored_date(const S& text) {
    return PlannedDate::parse(text).value();
}

template <class... C>
MeetingRow read_meeting(const C&... column) {
    MeetingRow m;
    S planned;
    std::tie(m.id, m.board, planned, m.starts, m.ends, m.time_assumed, m.state, m.kind, m.held_in,
             m.place, m.joining, m.contact, m.cancel_reason, m.sequence, m.import_key, m.published,
             m.version) = std::tie(column...);
    m.planned = stored_date(planned);
    return m;
}

template <class... A>
std::vector<MeetingRow> query(ReadTx& tx, const Sql& sql, const A&... arguments) {
    std::vector<MeetingRow> meetings;
    each<S, S, S, S, S, int, S, S, S, S, S, S, S, int, S, int, int>(
        tx.session(), sql,
        [&](const auto&... column) { meetings.push_back(read_meeting(column...)); }, arguments...);
    return meetings;
}

std::optional<MeetingRow> first(std::vector<MeetingRow> meetings) {
    if (meetings.empty()) return std::nullopt;
    return std::move(meetings.front());
}

// The month of `day`: as text it sorts before every day of the month.
S month_of(const S& day) {
    return day.substr(0, 7);
}

void touch(WriteTx& tx, const MeetingRow& meeting) {
    tx.touch("meeting:" + meeting.id);
    tx.touch("meetings:" + meeting.board);
}

Error stale_meeting() {
    return {Code::stale,
            "Somebody else changed this meeting since you opened the form. Open it again."};
}

// Two moves within one second still keep their order.
workflows::Instant next_move_instant(WriteTx& tx, const S& meeting) {
    const auto moves = list_moves(tx, meeting);
    if (moves.empty()) return tx.now();
    return std::max(tx.now(), moves.back().at + std::chrono::seconds{1});
}

}  // namespace

std::optional<MeetingRow> find_meeting(ReadTx& tx, const S& id) {
    return first(query(tx, find_by_id, id));
}

Result<MeetingRow> load_meeting(ReadTx& tx, const S& id) {
    auto meeting = find_meeting(tx, id);
    if (!meeting) return workflows::not_found("There is no such meeting.");
    return *std::move(meeting);
}

std::vector<MeetingRow> list_meetings(ReadTx& tx, const MeetingFilter& filter) {
    const S from = filter.from ? workflows::iso(*filter.from) : "0";
    const S to = filter.to ? workflows::iso(*filter.to) : after_every_day;
    const bool all = filter.board.empty();
    const int everything = reads_all(filter.reader);
    const S& reader = filter.reader.person;
    const S on = reading_day(tx);
    auto meetings = all ? query(tx, list_in_range, month_of(from), to, from, everything, reader, on)
                        : query(tx, list_of_board, filter.board, month_of(from), to, from,
                                everything, reader, on);
    if (filter.open_dates == OpenDates::included) {
        auto open = all ? query(tx, list_open, everything, reader, on)
                        : query(tx, list_open_of_board, filter.board, everything, reader, on);
        std::move(open.begin(), open.end(), std::back_inserter(meetings));
    }
    return meetings;
}

std::vector<MeetingRow> list_upcoming(ReadTx& tx, workflows::Day from, int rows_max,
                                      const MeetingReader& reader, OpenDates open_dates) {
    const S day = workflows::iso(from);
    const int all = reads_all(reader);
    const S on = reading_day(tx);
    auto meetings = query(tx, list_coming, month_of(day), day, all, reader.person, on, rows_max);
    if (open_dates == OpenDates::left_out) return meetings;
    for (auto& meeting : query(tx, list_open, all, reader.person, on)) {
        if (meeting.state == "provisional" || meeting.state == "confirmed")
            meetings.push_back(std::move(meeting));
    }
    return meetings;
}

std::optional<MeetingRow> find_meeting_on(ReadTx& tx, const S& board, workflows::Day day,
                                          const MeetingReader& reader) {
    const int all = reads_all(reader);
    const S on = reading_day(tx);
    auto meeting =
        first(query(tx, find_on_day, board, workflows::iso(day), all, reader.person, on));
    if (meeting) return meeting;
    return first(query(tx, find_moved_from, workflows::iso(day), board, all, reader.person, on));
}

std::optional<MeetingRow> find_imported_meeting(ReadTx& tx, const S& import_key) {
    return first(query(tx, find_by_import_key, import_key));
}

Result<MeetingRow> insert_meeting(WriteTx& tx, MeetingRow m) {
    if (m.id.empty()) m.id = tx.ids().id();
    if (run(tx.session(), insert, m.id, m.board, m.planned.key(), m.starts, m.ends, m.time_assumed,
            m.state, m.kind, m.held_in, m.place, m.joining, m.contact, m.cancel_reason, m.sequence,
            m.import_key, m.published) == 0)
        return workflows::conflict("date", "This meeting is recorded already.");
    m.version = 1;
    touch(tx, m);
    return m;
}

Result<void> save_meeting(WriteTx& tx, const MeetingRow& m) {
    if (run(tx.session(), update, m.planned.key(), m.starts, m.ends, m.time_assumed, m.state,
            m.kind, m.held_in, m.place, m.joining, m.contact, m.cancel_reason, m.sequence,
            m.published, m.id, m.version) == 0)
        return stale_meeting();
    touch(tx, m);
    return {};
}

Result<MeetingRow> move_meeting(WriteTx& tx, MeetingRow meeting, const S& reason) {
    const auto before = load_meeting(tx, meeting.id);
    if (!before) return before.error();
    meeting.sequence = before->sequence + 1;
    if (auto saved = save_meeting(tx, meeting); !saved) return saved.error();
    run(tx.session(), insert_move, meeting.id, seconds(next_move_instant(tx, meeting.id)),
        before->planned.key(), before->starts, reason);
    ++meeting.version;
    return meeting;
}

std::vector<MeetingMove> list_moves(ReadTx& tx, const S& meeting) {
    std::vector<MeetingMove> moves;
    each<long long, S, S, S>(
        tx.session(), list_moves_of,
        [&](long long at, const S& planned, const S& starts, const S& reason) {
            moves.push_back({meeting, instant(at), stored_date(planned), starts, reason});
        },
        meeting);
    return moves;
}

std::vector<const Sql*> meetings_statements() {
    return {&find_by_id,      &find_by_import_key,
            &list_in_range,   &list_of_board,
            &list_open,       &list_open_of_board,
            &list_coming,     &find_on_day,
            &find_moved_from, &insert,
            &update,          &insert_move,
            &list_moves_of};
}

}  // namespace db
