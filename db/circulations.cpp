#include "db/circulations.hpp"

#include <algorithm>
#include <tuple>

#include "db/statement.hpp"
#include "db/times.hpp"

#define CIRCULATION_COLUMNS "id, document, version_label, owner, purpose, created_at, version"
#define STOP_COLUMNS                                                              \
    "s.id, s.circulation, s.board, b.name, COALESCE(s.meeting, ''), "             \
    "COALESCE(m.planned, ''), COALESCE(m.state, 'provisional'), s.state, "        \
    "s.version_issued, s.issued_at, s.comments, s.stage, s.assent_by, s.version " \
    "FROM circulation_stop s JOIN board b ON b.code = s.board "                   \
    "LEFT JOIN meeting m ON m.id = s.meeting "

namespace db {
namespace {

using workflows::Code;
using workflows::Error;
using workflows::Result;
using S = std::string;

constexpr Sql list_all{"circulations.list_all",
                       "SELECT " CIRCULATION_COLUMNS " FROM circulation ORDER BY document, id"};
constexpr Sql find_by_id{"circulations.find_by_id",
                         "SELECT " CIRCULATION_COLUMNS " FROM circulation WHERE id = :id"};
constexpr Sql insert{"circulations.insert", R"(
    INSERT INTO circulation(id, document, version_label, owner, purpose, created_at)
    VALUES (:id, :document, :version_label, :owner, :purpose, :created_at))"};
constexpr Sql update{"circulations.update", R"(
    UPDATE circulation SET document = :document, version_label = :version_label,
        purpose = :purpose, version = version + 1
    WHERE id = :id AND version = :version)"};
constexpr Sql list_stops_of{"circulations.list_stops",
                            "SELECT " STOP_COLUMNS "WHERE s.circulation = :circulation"};
constexpr Sql find_stop_by_id{"circulations.find_stop", "SELECT " STOP_COLUMNS "WHERE s.id = :id"};
constexpr Sql insert_one_stop{"circulations.insert_stop", R"(
    INSERT INTO circulation_stop(id, circulation, board, meeting, state, stage)
    VALUES (:id, :circulation, :board, NULLIF(:meeting, ''), :state, :stage)
    ON CONFLICT DO NOTHING)"};
constexpr Sql update_stop{"circulations.update_stop", R"(
    UPDATE circulation_stop SET meeting = NULLIF(:meeting, ''), state = :state,
        version_issued = :version_issued, issued_at = :issued_at, comments = :comments,
        stage = :stage, assent_by = :assent_by, version = version + 1
    WHERE id = :id AND version = :version)"};

template <class... A>
std::vector<CirculationRow> query(ReadTx& tx, const Sql& sql, const A&... arguments) {
    std::vector<CirculationRow> rows;
    each<S, S, S, S, S, long long, int>(
        tx.session(), sql,
        [&](const S& id, const S& document, const S& label, const S& owner, const S& purpose,
            long long created_at, int version) {
            rows.push_back({id, document, label, owner, purpose, instant(created_at), version});
        },
        arguments...);
    return rows;
}

std::vector<StopRow> query_stops(ReadTx& tx, const Sql& sql, const S& argument) {
    std::vector<StopRow> stops;
    each<S, S, S, S, S, S, S, S, S, long long, S, int, S, int>(
        tx.session(), sql,
        [&](const S& id, const S& circulation, const S& board, const S& name, const S& meeting,
            const S& planned, const S& meeting_state, const S& state, const S& issued,
            long long issued_at, const S& comments, int stage, const S& assent_by, int version) {
            StopRow stop;
            stop.id = id;
            stop.circulation = circulation;
            stop.board = board;
            stop.board_name = name;
            stop.meeting = meeting;
            stop.planned = workflows::PlannedDate::parse(planned).value();
            stop.meeting_state =
                workflows::from_text<workflows::MeetingState>(meeting_state).value();
            stop.state = workflows::from_text<workflows::StopState>(state).value();
            stop.version_issued = issued;
            if (issued_at != 0) stop.issued_at = instant(issued_at);
            stop.comments = comments;
            stop.stage = stage;
            stop.assent_by = assent_by;
            stop.version = version;
            stops.push_back(std::move(stop));
        },
        argument);
    return stops;
}

Error stale_circulation() {
    return {Code::stale,
            "Somebody else changed this circulation since you opened the page. Read what is new, "
            "then choose again."};
}

}  // namespace

std::vector<CirculationRow> list_circulations(ReadTx& tx) {
    return query(tx, list_all);
}

std::optional<CirculationRow> find_circulation(ReadTx& tx, const S& id) {
    auto rows = query(tx, find_by_id, id);
    if (rows.empty()) return std::nullopt;
    return std::move(rows.front());
}

Result<CirculationRow> load_circulation(ReadTx& tx, const S& id) {
    auto row = find_circulation(tx, id);
    if (!row) return workflows::not_found("There is no such circulation.");
    return *std::move(row);
}

CirculationRow insert_circulation(WriteTx& tx, CirculationRow row) {
    row.id = tx.ids().id();
    row.created_at = tx.now();
    row.version = 1;
    run(tx.session(), insert, row.id, row.document, row.version_label, row.owner, row.purpose,
        seconds(row.created_at));
    tx.touch("circulation:" + row.id);
    return row;
}

Result<void> save_circulation(WriteTx& tx, const CirculationRow& row) {
    if (run(tx.session(), update, row.document, row.version_label, row.purpose, row.id,
            row.version) == 0)
        return stale_circulation();
    tx.touch("circulation:" + row.id);
    return {};
}

std::vector<StopRow> list_stops(ReadTx& tx, const S& circulation) {
    auto stops = query_stops(tx, list_stops_of, circulation);
    std::sort(stops.begin(), stops.end(), [](const StopRow& a, const StopRow& b) {
        if (a.planned < b.planned) return true;
        return !(b.planned < a.planned) && a.board < b.board;
    });
    return stops;
}

std::optional<StopRow> find_stop(ReadTx& tx, const S& id) {
    auto stops = query_stops(tx, find_stop_by_id, id);
    if (stops.empty()) return std::nullopt;
    return std::move(stops.front());
}

Result<StopRow> load_stop(ReadTx& tx, const S& id) {
    auto stop = find_stop(tx, id);
    if (!stop) return workflows::not_found("There is no such stop.");
    return *std::move(stop);
}

Result<StopRow> insert_stop(WriteTx& tx, StopRow stop) {
    stop.id = tx.ids().id();
    if (run(tx.session(), insert_one_stop, stop.id, stop.circulation, stop.board, stop.meeting,
            workflows::to_text(stop.state), stop.stage) == 0)
        return workflows::conflict("meeting",
                                   "This board is a stop already. Defer that stop to move it.");
    tx.touch("circulation:" + stop.circulation);
    return stop;
}

Result<void> save_stop(WriteTx& tx, const StopRow& stop) {
    const long long issued_at = stop.issued_at ? seconds(*stop.issued_at) : 0;
    if (run(tx.session(), update_stop, stop.meeting, workflows::to_text(stop.state),
            stop.version_issued, issued_at, stop.comments, stop.stage, stop.assent_by, stop.id,
            stop.version) == 0)
        return stale_circulation();
    tx.touch("circulation:" + stop.circulation);
    return {};
}

std::vector<const Sql*> circulations_statements() {
    return {&list_all,      &find_by_id,      &insert,          &update,
            &list_stops_of, &find_stop_by_id, &insert_one_stop, &update_stop};
}

}  // namespace db
