#include "server/actions/circulations.hpp"

#include <boost/json.hpp>

#include "db/audit.hpp"
#include "db/boards.hpp"
#include "db/meetings.hpp"
#include "server/actions/circulation_letters.hpp"
#include "server/actions/responses.hpp"
#include "workflows/agenda.hpp"

namespace server {
namespace {

using workflows::StopEvent;
using workflows::StopState;

workflows::Day county_day(const db::ReadTx& tx) {
    return workflows::to_local(tx.now(), "Europe/London").day;
}

std::optional<workflows::ClearDays> papers_count(db::ReadTx& tx, const db::StopRow& row,
                                                 const workflows::Holidays& holidays) {
    const auto day = row.planned.day();
    const auto board = db::find_board(tx, row.board);
    if (!day || !board) return std::nullopt;
    const auto profile = workflows::find_profile(board->clear_days_profile);
    return workflows::latest_publication(*day, board->agenda_out_clear_days, holidays,
                                         profile.value_or(workflows::Profile::va_working));
}

workflows::Stop stop_of(const db::StopRow& row, const std::optional<workflows::ClearDays>& papers) {
    workflows::Stop stop;
    stop.state = row.state;
    stop.board = row.board_name;
    stop.date = row.planned;
    stop.meeting = row.meeting_state;
    if (papers) stop.papers_by = papers->latest_publication;
    if (row.issued_at) stop.issued_on = workflows::to_local(*row.issued_at, "Europe/London").day;
    return stop;
}

workflows::StopFacts facts_of(const Context& context, db::ReadTx& tx,
                              const db::CirculationRow& circulation, const db::StopRow& stop,
                              const StopMove& move) {
    workflows::StopFacts facts;
    facts.today = context.today(tx);
    facts.actor = stop_actor(context.viewer, stop.board, circulation.owner);
    const bool other = !move.meeting.empty() && move.meeting != stop.meeting;
    const auto meeting = other ? db::find_meeting(tx, move.meeting) : std::nullopt;
    if (meeting && meeting->board == stop.board) {
        facts.other_date = meeting->planned;
        facts.other_meeting = workflows::from_text<workflows::MeetingState>(meeting->state);
    }
    return facts;
}

void apply_step(db::StopRow& stop, const StopMove& move, const workflows::StopFacts& facts,
                workflows::Instant now) {
    switch (move.command.event) {
        case StopEvent::issue:
            stop.version_issued = move.version_label;
            stop.issued_at = now;
            break;
        case StopEvent::defer:
            stop.meeting = move.meeting;
            stop.planned = *facts.other_date;
            stop.meeting_state = *facts.other_meeting;
            stop.version_issued.clear();
            stop.issued_at.reset();
            break;
        case StopEvent::correct:
            stop.comments.clear();
            break;
        default:
            stop.comments = move.command.comment;
    }
}

void write_down(db::WriteTx& tx, const db::CirculationRow& circulation, const db::StopRow& stop,
                StopEvent event) {
    db::append_audit(tx, {"circulation." + std::string(workflows::to_text(event)),
                          "circulation:" + circulation.id, stop.board,
                          stop.board + ": " + std::string(workflows::to_words(event))});
}

boost::json::object stop_json(const CirculationStatus& status, std::size_t i) {
    const auto& row = status.rows[i];
    const auto& stop = status.stops[i];
    const auto now = workflows::status(stop, status.today);
    return {{"id", row.id},
            {"board", row.board},
            {"meeting", row.meeting},
            {"date", row.planned.key()},
            {"provisional", row.meeting_state == workflows::MeetingState::provisional},
            {"papers_by", stop.papers_by ? workflows::iso(*stop.papers_by) : ""},
            {"state", workflows::to_text(row.state)},
            {"version_issued", row.version_issued},
            {"issued_on", stop.issued_on ? workflows::iso(*stop.issued_on) : ""},
            {"comments", row.comments},
            {"lamp", workflows::to_text(now.lamp)},
            {"words", now.words}};
}

boost::json::object json_of(const db::CirculationRow& circulation,
                            const CirculationStatus& status) {
    boost::json::array stops;
    for (std::size_t i = 0; i < status.rows.size(); ++i)
        stops.push_back(stop_json(status, i));
    boost::json::array refused(status.summary.not_agreed.begin(), status.summary.not_agreed.end());
    return {{"id", circulation.id},
            {"document", circulation.document},
            {"version_label", circulation.version_label},
            {"owner", circulation.owner},
            {"purpose", circulation.purpose},
            {"words", status.summary.words},
            {"agreed", status.summary.agreed},
            {"done", status.summary.done},
            {"not_agreed", refused},
            {"complete", status.summary.complete},
            {"stops", stops}};
}

}  // namespace

CirculationStatus circulation_status(const App& app, db::ReadTx& tx,
                                     const db::CirculationRow& circulation) {
    CirculationStatus status;
    status.circulation = circulation;
    status.today = county_day(tx);
    status.rows = db::list_stops(tx, circulation.id);
    const auto holidays = app.holidays(tx);
    for (const auto& row : status.rows) {
        status.papers.push_back(papers_count(tx, row, holidays));
        status.stops.push_back(stop_of(row, status.papers.back()));
    }
    status.summary = workflows::where_is_it(status.stops, status.today);
    return status;
}

workflows::StopActor stop_actor(const Viewer& viewer, const std::string& board,
                                const std::string& owner) {
    const auto officer = [&](const std::string& code) {
        return viewer.chairs(code) || viewer.has_seat(code, "secretariat");
    };
    return {officer(board), officer(owner)};
}

Result<void> take_stop_step(const Context& context, db::WriteTx& tx,
                            const db::CirculationRow& circulation, db::StopRow stop,
                            const StopMove& move) {
    const auto event = move.command.event;
    const auto facts = facts_of(context, tx, circulation, stop, move);
    const auto papers = papers_count(tx, stop, context.app.holidays(tx));
    const auto decision = workflows::decide(stop_of(stop, papers), move.command, facts);
    if (!decision) return decision.error();
    if (event == StopEvent::issue && workflows::is_blank(move.version_label))
        return workflows::invalid("version_label", "Enter the version that goes out.");
    if (workflows::characters(move.version_label) > workflows::title_characters_max)
        return workflows::invalid("version_label", "Shorten the version to 200 characters.");
    db::StopEventRow line;
    line.event = workflows::to_text(event);
    line.from_state = workflows::to_text(stop.state);
    line.to_state = workflows::to_text(decision->to);
    line.comment = event == StopEvent::issue ? move.version_label : move.command.comment;
    stop.state = decision->to;
    apply_step(stop, move, facts, tx.now());
    if (auto saved = db::save_stop(tx, stop); !saved) return saved;
    const int number = db::append_stop_event(tx, stop.id, line);
    write_down(tx, circulation, stop, event);
    StopLetters letters{circulation,
                        stop,
                        papers_count(tx, stop, context.app.holidays(tx)),
                        std::to_string(number),
                        context.viewer.post,
                        move.command.comment};
    queue_stop_letters(context.app, tx, letters, decision->effects);
    if (event == StopEvent::issue)
        deliver_responses_of(context.app, tx, workflows::ResponseSource::circulation,
                             circulation.id, stop.board);
    return {};
}

Result<db::StopRow> add_stop(const Context& context, db::WriteTx& tx,
                             const db::CirculationRow& circulation, const std::string& id) {
    const auto meeting = id.empty() ? std::nullopt : db::find_meeting(tx, id);
    if (!meeting) return workflows::invalid("meeting", "Choose a meeting.");
    const auto day = meeting->planned.day();
    const bool over = meeting->state == "held" || meeting->state == "cancelled" ||
                      (day && *day < context.today(tx));
    if (over)
        return workflows::invalid("meeting", "Choose a meeting to come that is not cancelled.");
    db::StopRow stop;
    stop.circulation = circulation.id;
    stop.board = meeting->board;
    stop.meeting = meeting->id;
    auto added = db::insert_stop(tx, stop);
    if (!added) return added;
    db::StopEventRow line;
    line.event = workflows::to_text(StopEvent::plan);
    line.to_state = workflows::to_text(StopState::planned);
    db::append_stop_event(tx, added->id, line);
    write_down(tx, circulation, *added, StopEvent::plan);
    return added;
}

std::string circulation_json(const App& app, db::ReadTx& tx,
                             const db::CirculationRow& circulation) {
    return boost::json::serialize(json_of(circulation, circulation_status(app, tx, circulation)));
}

std::string circulations_json(const App& app, db::ReadTx& tx,
                              const std::vector<db::CirculationRow>& rows) {
    boost::json::array list;
    for (const auto& row : rows)
        list.push_back(json_of(row, circulation_status(app, tx, row)));
    return boost::json::serialize(boost::json::object{{"circulations", list}});
}

}  // namespace server
