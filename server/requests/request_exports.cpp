// How a request stands, in words and as JSON.
#include <boost/json.hpp>

#include "db/case_log.hpp"
#include "server/requests/request_commands.hpp"
#include "server/requests/words.hpp"
#include "workflows/text/words.hpp"

namespace server::requests {
namespace {

using workflows::Day;

std::string days_words(long long days) {
    return workflows::text::counted(days, "day", "days");
}

std::string in_days(Day day, Day today) {
    const auto days = (day - today).count();
    if (days == 0) return "today";
    return days > 0 ? "in " + days_words(days) : days_words(-days) + " ago";
}

boost::json::array events_json(const std::vector<db::CaseEventRow>& thread) {
    boost::json::array events;
    for (const auto& event : thread) {
        events.push_back({{"number", event.number},
                          {"at", workflows::iso(event.at)},
                          {"actor", db::acting_person(event)},
                          {"on_behalf", event.on_behalf},
                          {"event", event.event},
                          {"from", event.from_state},
                          {"to", event.to_state},
                          {"comment", event.comment}});
    }
    return events;
}

std::string iso_or_empty(const std::optional<Day>& day) {
    return day ? workflows::iso(*day) : std::string();
}

}  // namespace

std::string deadline_words(const workflows::AgendaRequest& request, Day today) {
    const auto move = workflows::whose_move(request.state);
    const bool considers = workflows::is_waiting(request.state);
    if (!move) return {};
    if (considers && request.consider_by) {
        const auto when = in_days(*request.consider_by, today);
        return workflows::is_overdue(request, today)
                   ? words::overdue_since(*request.consider_by, when)
                   : words::decision_needed_by(*request.consider_by, when);
    }
    if (!request.answer_by) return {};
    return words::response_needed_by(*request.answer_by, in_days(*request.answer_by, today));
}

std::string waiting_words(const workflows::AgendaRequest& request) {
    const auto move = workflows::whose_move(request);
    if (!move) return words::no_further_action;
    const bool asking = *move == workflows::Side::asking;
    const bool extract = request.state == workflows::RequestState::answered && !asking;
    const auto& board = asking ? request.from_board : request.to_board;
    return extract ? words::extract_needed_from(board) : words::with(board);
}

std::string age_words(const db::RequestRow& row, Day today) {
    const auto sent = workflows::to_local(row.created_at, workflows::county_zone).day;
    return words::sent_when(in_days(sent, today));
}

namespace {

boost::json::object json_of(const db::RequestRow& row, const std::string& extract,
                            const std::vector<db::CaseEventRow>& thread, Day today) {
    const auto& r = row.request;
    boost::json::object json{{"id", row.id},
                             {"kind", workflows::to_text(r.kind)},
                             {"from", r.from_board},
                             {"to", r.to_board},
                             {"title", r.title},
                             {"details", r.details},
                             {"purpose", r.purpose ? workflows::to_text(*r.purpose) : ""},
                             {"response", r.response ? workflows::to_text(*r.response) : ""},
                             {"consider_by", iso_or_empty(r.consider_by)},
                             {"answer_by", iso_or_empty(r.answer_by)},
                             {"state", workflows::to_text(r.state)},
                             {"overdue", workflows::is_overdue(r, today)},
                             {"waits", waiting_words(r)},
                             {"offer", r.offer ? workflows::to_text(r.offer->kind) : ""},
                             {"wanted_meeting", row.wanted_meeting},
                             {"meeting", row.meeting},
                             {"item", row.item},
                             {"late_reason", row.late_reason},
                             {"answer", row.answer},
                             {"extract", extract},
                             {"created_at", workflows::iso(row.created_at)},
                             {"version", row.version}};
    json["events"] = events_json(thread);
    return json;
}

}  // namespace

std::string request_json(db::ReadTx& tx, const db::RequestRow& row, Day today) {
    return boost::json::serialize(requests_json(tx, {row}, today).front());
}

boost::json::array requests_json(db::ReadTx& tx, const std::vector<db::RequestRow>& rows,
                                 Day today) {
    std::vector<std::string> ids;
    for (const auto& row : rows)
        ids.push_back(row.id);
    auto threads = db::list_case_events(tx, db::CaseKind::request, ids);
    auto extracts = db::find_request_extracts(tx, {ids.begin(), ids.end()});
    boost::json::array list;
    for (const auto& row : rows)
        list.push_back(json_of(row, extracts[row.id], threads[row.id], today));
    return list;
}

}  // namespace server::requests
