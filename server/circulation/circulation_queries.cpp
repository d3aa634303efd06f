// Where a document has got to on its way round, worked out of facts: the same for pages, data and
// commands.
#include "server/circulation/circulation_queries.hpp"

#include <algorithm>
#include <boost/json.hpp>
#include <map>
#include <set>

#include "db/boards.hpp"
#include "server/circulation/stop_actors.hpp"
#include "server/circulation/stop_facts.hpp"

namespace server::circulation {
namespace {

namespace json = boost::json;

// The day on which the stop was done with: of its newest answer that stands.
std::optional<workflows::Day> settled_on(const CirculationStatus& status, const db::StopRow& row) {
    std::optional<workflows::Day> day;
    for (const auto& answer : status.answers)
        if (answer.stop == row.id && answer.standing && answer.day.day()) day = answer.day.day();
    return day;
}

json::object stop_json(const CirculationStatus& status, std::size_t i) {
    const auto& row = status.rows[i];
    const auto& stop = status.stops[i];
    const auto& forecast = status.projection.stops[i];
    const auto now = workflows::status(stop, status.today);
    const auto missing = workflows::gate_missing(status.stops, row.stage);
    const bool waits = workflows::is_settled(row.state);
    return {{"id", row.id},
            {"board", row.board},
            {"meeting", row.meeting},
            {"date", row.planned.key()},
            {"provisional",
             !row.meeting.empty() && row.meeting_state == workflows::MeetingState::provisional},
            {"papers_by", stop.papers_by ? workflows::iso(*stop.papers_by) : ""},
            {"state", workflows::to_text(row.state)},
            {"version_issued", row.version_issued},
            {"issued_on", stop.issued_on ? workflows::iso(*stop.issued_on) : ""},
            {"outdated", stop.outdated},
            {"stale", workflows::is_stale(row.state)},
            {"assent_by", workflows::iso(row.assent_by)},
            {"stage", row.stage},
            {"waits_for", json::array(missing.begin(), missing.end())},
            {"comments", row.comments},
            {"earliest_finish", waits ? "" : workflows::iso(forecast.day)},
            {"lamp", workflows::to_text(now.lamp)},
            {"words", now.words}};
}

json::array versions_json(const CirculationStatus& status) {
    json::array versions;
    for (const auto& version : status.versions) {
        const bool unknown = version.number == 1 && version.person.empty();
        versions.push_back(json::object{{"number", version.number},
                                        {"label", version.label},
                                        {"date", unknown ? "" : workflows::iso(version.day)},
                                        {"by", version.person},
                                        {"changed", version.changed},
                                        {"material", version.material},
                                        {"file_name", version.file.file_name},
                                        {"sha256", version.file.sha256}});
    }
    return versions;
}

json::array gates_json(const CirculationStatus& status) {
    json::array gates;
    for (int stage = 1; stage <= stages_max; ++stage) {
        const bool used =
            std::ranges::any_of(status.rows, [&](const auto& row) { return row.stage == stage; });
        if (!used) continue;
        const auto missing = workflows::gate_missing(status.stops, stage);
        gates.push_back(json::object{{"stage", stage},
                                     {"open", missing.empty()},
                                     {"waits_for", json::array(missing.begin(), missing.end())}});
    }
    return gates;
}

void add_projection(json::object& object, const CirculationStatus& status) {
    const auto& projection = status.projection;
    json::array waiting;
    for (const auto i : projection.waiting)
        waiting.push_back(
            json::object{{"board", status.rows[i].board}, {"until", projection.stops[i].until}});
    const auto day = [](const auto& value) { return value ? workflows::iso(*value) : ""; };
    object["projected_finish"] = day(projection.finish);
    object["not_before"] = projection.critical ? workflows::iso(projection.not_before) : "";
    object["critical_stop"] = projection.critical ? status.rows[*projection.critical].board : "";
    object["waiting"] = waiting;
    object["finish_words"] = projection.words;
}

json::object json_of(const CirculationStatus& status) {
    const auto& circulation = status.circulation;
    const auto& summary = status.summary;
    json::array stops;
    json::array stale;
    for (std::size_t i = 0; i < status.rows.size(); ++i) {
        stops.push_back(stop_json(status, i));
        if (workflows::is_stale(status.rows[i].state))
            stale.push_back(json::string(status.rows[i].board));
    }
    json::object object{
        {"id", circulation.id},
        {"document", circulation.document},
        {"version_label", circulation.version_label},
        {"owner", circulation.owner},
        {"purpose", circulation.purpose},
        {"words", summary.words},
        {"agreed", summary.agreed},
        {"done", summary.done},
        {"not_agreed", json::array(summary.not_agreed.begin(), summary.not_agreed.end())},
        {"complete", summary.complete},
        {"versions", versions_json(status)},
        {"stale", stale},
        {"gates", gates_json(status)}};
    add_projection(object, status);
    const bool review = status.review && status.review->review_by;
    object["review_by"] = review ? workflows::iso(*status.review->review_by) : "";
    object["stops"] = stops;
    return object;
}

}  // namespace

bool CirculationStatus::has_stages() const {
    return std::ranges::any_of(rows, [](const auto& row) { return row.stage > 1; });
}

workflows::Day county_today(const db::ReadTx& tx) {
    return db::county_day(tx);
}

std::optional<workflows::ClearDays> papers_count(const workflows::Board& board,
                                                 const db::StopRow& row,
                                                 const workflows::Holidays& holidays) {
    const auto day = row.planned.day();
    if (!day) return std::nullopt;
    const auto profile = workflows::find_profile(board.clear_days_profile);
    return workflows::latest_publication(*day, board.agenda_out_clear_days, holidays,
                                         profile.value_or(workflows::Profile::va_working));
}

std::optional<workflows::ClearDays> papers_count(db::ReadTx& tx, const db::StopRow& row,
                                                 const workflows::Holidays& holidays) {
    const auto board = db::find_board(tx, row.board);
    if (!board) return std::nullopt;
    return papers_count(*board, row, holidays);
}

workflows::Stop stop_of(const db::StopRow& row, const std::optional<workflows::ClearDays>& papers,
                        std::span<const workflows::DocumentVersion> versions) {
    workflows::Stop stop;
    stop.state = row.state;
    stop.board = row.board_name;
    stop.has_meeting = !row.meeting.empty();
    stop.date = row.planned;
    stop.meeting = row.meeting_state;
    stop.stage = row.stage;
    stop.outdated =
        !row.version_issued.empty() && workflows::is_outdated(versions, row.version_issued);
    if (papers) stop.papers_by = papers->latest_publication;
    if (row.issued_at)
        stop.issued_on = workflows::to_local(*row.issued_at, workflows::county_zone).day;
    stop.assent_by = row.assent_by;
    return stop;
}

namespace {

// The rows of `status` are there; what follows from them is worked out.
CirculationStatus worked_out(CirculationStatus status) {
    const auto& ahead = *status.ahead;
    for (const auto& row : status.rows) {
        status.papers.push_back(ahead.papers_count(row));
        status.stops.push_back(stop_of(row, status.papers.back(), status.versions));
        status.stops.back().settled_on = settled_on(status, row);
        status.reach.push_back(ahead.reach(row.board));
    }
    status.summary = workflows::where_is_it(status.stops, status.today);
    status.projection =
        workflows::projected_finish(status.stops, status.reach, ahead.holidays(), status.today);
    return status;
}

std::set<std::string> boards_of(const std::vector<db::StopRow>& stops) {
    std::set<std::string> boards;
    for (const auto& stop : stops)
        boards.insert(stop.board);
    return boards;
}

template <class Value>
Value taken_from(std::map<std::string, Value>& by_circulation, const std::string& id) {
    const auto own = by_circulation.find(id);
    return own == by_circulation.end() ? Value{} : std::move(own->second);
}

}  // namespace

CirculationStatus circulation_status(const base::App& app, db::ReadTx& tx,
                                     const db::CirculationRow& circulation) {
    CirculationStatus status;
    status.circulation = circulation;
    status.rows = db::list_stops(tx, circulation.id);
    status.ahead = std::make_shared<const BoardsAhead>(app, tx, boards_of(status.rows));
    status.today = status.ahead->today();
    status.versions = db::list_circulation_versions(tx, circulation);
    status.answers = db::list_stop_answers(tx, circulation.id);
    status.review = db::find_circulation_review(tx, circulation.id);
    return worked_out(std::move(status));
}

std::vector<CirculationStatus> circulation_statuses(
    const base::App& app, db::ReadTx& tx, const std::vector<db::CirculationRow>& circulations) {
    std::vector<CirculationStatus> all;
    if (circulations.empty()) return all;
    auto stops = db::stops_by_circulation(tx, circulations);
    std::set<std::string> boards;
    for (const auto& [id, rows] : stops)
        boards.merge(boards_of(rows));
    const auto ahead = std::make_shared<const BoardsAhead>(app, tx, boards);
    auto versions = db::versions_by_circulation(tx, circulations);
    auto answers = db::answers_by_circulation(tx, circulations);
    const auto reviews = db::reviews_by_circulation(tx, circulations);
    for (const auto& circulation : circulations) {
        CirculationStatus status;
        status.circulation = circulation;
        status.ahead = ahead;
        status.today = ahead->today();
        status.rows = taken_from(stops, circulation.id);
        status.versions = taken_from(versions, circulation.id);
        status.answers = taken_from(answers, circulation.id);
        if (const auto review = reviews.find(circulation.id); review != reviews.end())
            status.review = review->second;
        all.push_back(worked_out(std::move(status)));
    }
    return all;
}

bool reads_comments(const base::Viewer& viewer, const CirculationStatus& status,
                    const db::StopRow& row) {
    if (stop_actor(viewer, row.board, status.circulation.owner).owner) return true;
    return row.state != workflows::StopState::withdrawn &&
           std::ranges::any_of(viewer.seats,
                               [&](const auto& seat) { return seat.board == row.board; });
}

CirculationStatus circulation_status_for(const base::Viewer& viewer, const base::App& app,
                                         db::ReadTx& tx, const db::CirculationRow& circulation) {
    return as_read_by(viewer, circulation_status(app, tx, circulation));
}

CirculationStatus as_read_by(const base::Viewer& viewer, CirculationStatus status) {
    for (auto& row : status.rows) {
        if (reads_comments(viewer, status, row)) continue;
        // Why a stop was withdrawn is the owner's word to all.
        if (row.state != workflows::StopState::withdrawn) row.comments.clear();
        for (auto& answer : status.answers)
            if (answer.stop == row.id) answer.comments = answer.reply = "";
    }
    return status;
}

std::string circulation_json(const CirculationStatus& status) {
    return json::serialize(json_of(status));
}

std::string circulations_json(const std::vector<CirculationStatus>& all) {
    json::array list;
    for (const auto& status : all)
        list.push_back(json_of(status));
    return json::serialize(json::object{{"circulations", list}});
}

}  // namespace server::circulation
