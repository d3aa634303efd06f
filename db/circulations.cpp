#include "db/circulations.hpp"

#include <algorithm>

#include "db/statement.hpp"
#include "db/wanted.hpp"
#include "db/words.hpp"

namespace db {

BOOST_DESCRIBE_STRUCT(CirculationRow, (),
                      (id, document, version_label, owner, purpose, created_at, version))
BOOST_DESCRIBE_STRUCT(StopRow, (),
                      (id, circulation, board, board_name, meeting, planned, meeting_state, state,
                       version_issued, issued_at, comments, stage, assent_by, version))
template <>
inline constexpr std::array columns_from<StopRow>{
    From{"board_name", "b.name"}, From{"meeting", "COALESCE(s.meeting, '')"},
    From{"planned", "COALESCE(m.planned, '')"},
    From{"meeting_state", "COALESCE(m.state, 'provisional')"}};

namespace {

using workflows::Code;
using workflows::Error;
using workflows::Result;
using S = std::string;

constexpr Query<CirculationRow> list_all{"circulations.list_all", R"(
    SELECT {columns} FROM circulation ORDER BY document, id)"};
constexpr Query<CirculationRow> find_by_id{"circulations.find_by_id", R"(
    SELECT {columns} FROM circulation WHERE id = :id)"};
constexpr Sql insert{"circulations.insert", R"(
    INSERT INTO circulation(id, document, version_label, owner, purpose, created_at)
    VALUES (:id, :document, :version_label, :owner, :purpose, :created_at))"};
constexpr Sql update{"circulations.update", R"(
    UPDATE circulation SET document = :document, version_label = :version_label,
        purpose = :purpose, version = version + 1
    WHERE id = :id AND version = :version)"};
constexpr const char* every_stop =
    " SELECT {s.columns} FROM circulation_stop s JOIN board b ON b.code = s.board"
    " LEFT JOIN meeting m ON m.id = s.meeting";
constexpr Query<StopRow> list_stops_of_many{
    "circulations.list_stops_of_many", with_wanted, every_stop,
    " WHERE s.circulation IN (SELECT wanted.id FROM wanted)"};
constexpr Query<StopRow> list_stops_of{"circulations.list_stops", every_stop,
                                       " WHERE s.circulation = :circulation"};
constexpr Query<StopRow> list_asked{"circulations.list_asked_stops", every_stop,
                                    " WHERE s.board = :board AND s.state = 'assent_asked'"
                                    " ORDER BY s.id"};
constexpr Query<StopRow> find_stop_by_id{"circulations.find_stop", every_stop, " WHERE s.id = :id"};
constexpr Sql insert_one_stop{"circulations.insert_stop", R"(
    INSERT INTO circulation_stop(id, circulation, board, meeting, state, stage)
    VALUES (:id, :circulation, :board, NULLIF(:meeting, ''), :state, :stage)
    ON CONFLICT DO NOTHING)"};
constexpr Sql update_stop{"circulations.update_stop", R"(
    UPDATE circulation_stop SET meeting = NULLIF(:meeting, ''), state = :state,
        version_issued = :version_issued, issued_at = :issued_at, comments = :comments,
        stage = :stage, assent_by = :assent_by, version = version + 1
    WHERE id = :id AND version = :version)"};

Error stale_circulation() {
    return {Code::stale, words::changed_since_page_opened("circulation")};
}

std::set<S> ids_of(const std::vector<CirculationRow>& circulations) {
    std::set<S> ids;
    for (const auto& circulation : circulations)
        ids.insert(circulation.id);
    return ids;
}

void sort_by_date(std::vector<StopRow>& stops) {
    std::sort(stops.begin(), stops.end(), [](const StopRow& a, const StopRow& b) {
        if (a.planned < b.planned) return true;
        return !(b.planned < a.planned) && a.board < b.board;
    });
}

}  // namespace

std::vector<CirculationRow> list_circulations(ReadTx& tx) {
    return select(tx.session(), list_all);
}

std::optional<CirculationRow> find_circulation(ReadTx& tx, const S& id) {
    return select_one(tx.session(), find_by_id, {{"id", id}});
}

Result<CirculationRow> load_circulation(ReadTx& tx, const S& id) {
    auto row = find_circulation(tx, id);
    if (!row) return workflows::not_found(words::cannot_find("circulation"));
    return *std::move(row);
}

CirculationRow insert_circulation(WriteTx& tx, CirculationRow row) {
    row.id = tx.ids().id();
    row.created_at = tx.now();
    row.version = 1;
    run(tx.session(), insert, fields_of(row));
    tx.touch("circulation:" + row.id);
    return row;
}

Result<void> save_circulation(WriteTx& tx, const CirculationRow& row) {
    if (run(tx.session(), update, fields_of(row)) == 0) return stale_circulation();
    tx.touch("circulation:" + row.id);
    return {};
}

std::vector<StopRow> list_stops(ReadTx& tx, const S& circulation) {
    auto stops = select(tx.session(), list_stops_of, {{"circulation", circulation}});
    sort_by_date(stops);
    return stops;
}

std::map<S, std::vector<StopRow>> stops_by_circulation(
    ReadTx& tx, const std::vector<CirculationRow>& circulations) {
    std::map<S, std::vector<StopRow>> stops;
    each(tx.session(), list_stops_of_many, wanted(ids_of(circulations)),
         [&](StopRow stop) { stops[stop.circulation].push_back(std::move(stop)); });
    for (auto& [circulation, own] : stops)
        sort_by_date(own);
    return stops;
}

std::vector<StopRow> list_asked_stops(ReadTx& tx, const S& board) {
    return select(tx.session(), list_asked, {{"board", board}});
}

std::optional<StopRow> find_stop(ReadTx& tx, const S& id) {
    return select_one(tx.session(), find_stop_by_id, {{"id", id}});
}

Result<StopRow> load_stop(ReadTx& tx, const S& id) {
    auto stop = find_stop(tx, id);
    if (!stop) return workflows::not_found(words::cannot_find("stop"));
    return *std::move(stop);
}

Result<StopRow> insert_stop(WriteTx& tx, StopRow stop) {
    stop.id = tx.ids().id();
    if (run(tx.session(), insert_one_stop, fields_of(stop)) == 0)
        return workflows::conflict("meeting", words::board_is_a_stop_already);
    tx.touch("circulation:" + stop.circulation);
    return stop;
}

Result<void> save_stop(WriteTx& tx, const StopRow& stop) {
    if (run(tx.session(), update_stop, fields_of(stop)) == 0) return stale_circulation();
    tx.touch("circulation:" + stop.circulation);
    return {};
}

std::vector<const Sql*> circulations_statements() {
    return {&list_all,      &find_by_id,      &insert,          &update,      &list_stops_of_many,
            &list_stops_of, &find_stop_by_id, &insert_one_stop, &update_stop, &list_asked};
}

}  // namespace db
