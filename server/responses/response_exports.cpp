// How a response stands, in words, as JSON and as CSV.
#include <boost/json.hpp>

#include "db/agenda.hpp"
#include "db/case_log.hpp"
#include "server/letters/letter_facts.hpp"
#include "server/responses/response_commands.hpp"
#include "server/responses/words.hpp"
#include "server/web/href.hpp"
#include "server/web/routes.hpp"
#include "workflows/text/csv.hpp"

namespace server::responses {
namespace {

using workflows::Day;
using workflows::ResponseSource;
using workflows::ResponseState;

std::string in_days(Day day, Day today) {
    const auto days = (day - today).count();
    const auto count = std::to_string(days < 0 ? -days : days);
    const std::string words = count + (days == 1 || days == -1 ? " day" : " days");
    return days == 0 ? "today" : days > 0 ? "in " + words : words + " ago";
}

std::string day_text(const std::optional<Day>& day) {
    return day ? workflows::iso(*day) : std::string();
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

std::string title_in(const db::ResponseRow& row, const std::string& source) {
    return "recommendation " + std::to_string(row.response.number) + " of " + source;
}

}  // namespace

std::string response_title(const db::ResponseRow& row) {
    if (row.source_kind == ResponseSource::arrangement) return row.response.recommendation;
    return title_in(row, row.source_title);
}

std::string mailable_response_title(const db::ResponseRow& row) {
    if (row.source_kind == ResponseSource::arrangement) return response_title(row);
    return title_in(row, letters::mailable_title(row.source_title, "", row.visibility));
}

std::string response_day_words(const db::ResponseRow& row, Day today) {
    const auto& r = row.response;
    if (!r.due || workflows::is_settled(r.state)) return {};
    if (!workflows::is_owed(r.state)) return words::due_by(*r.due);
    const auto when = in_days(*r.due, today);
    return workflows::is_overdue(r, today) ? words::overdue_since(*r.due, when)
                                           : words::due_when(*r.due, when);
}

std::string response_waiting_words(const db::ResponseRow& row) {
    const auto& r = row.response;
    switch (r.state) {
        case ResponseState::named:
            return words::paper_not_delivered;
        case ResponseState::answered:
            return words::for_next_meeting_of(r.asking_board);
        case ResponseState::returned:
            return words::to_be_confirmed_by(r.asking_board);
        default:
            break;
    }
    return workflows::is_owed(r.state) ? words::with(r.owing_board) : words::no_further_action;
}

std::string source_href(db::ReadTx& tx, const db::ResponseRow& row) {
    switch (row.source_kind) {
        case ResponseSource::item: {
            const auto item = db::find_item(tx, row.source);
            return item ? web::href(routes::meeting, item->meeting) : std::string();
        }
        case ResponseSource::circulation:
            return web::href(routes::circulation, row.source);
        case ResponseSource::request:
            return web::href(routes::request, row.source);
        case ResponseSource::arrangement:
            return web::href(routes::responses_arrangements);
        case ResponseSource::obligation: {
            const auto obligation = db::find_obligation(tx, row.source);
            return obligation ? web::href(routes::obligation, obligation->id) : std::string();
        }
    }
    return {};
}

namespace {

boost::json::object json_of(const db::ResponseRow& row, const std::vector<db::CaseEventRow>& thread,
                            Day today) {
    const auto& r = row.response;
    boost::json::object json{{"id", row.id},
                             {"source_kind", workflows::to_text(row.source_kind)},
                             {"source", row.source},
                             {"source_title", row.source_title},
                             {"from", r.asking_board},
                             {"to", r.owing_board},
                             {"number", r.number},
                             {"recommendation", r.recommendation},
                             {"required", workflows::to_text(r.required)},
                             {"due", day_text(r.due)},
                             {"first_due", day_text(row.first_due)},
                             {"owner", row.owner},
                             {"state", workflows::to_text(r.state)},
                             {"overdue", workflows::is_overdue(r, today)},
                             {"waits", response_waiting_words(row)},
                             {"answer", row.answer},
                             {"evidence", row.evidence},
                             {"meeting", row.meeting},
                             {"item", row.item},
                             {"delivered_on", day_text(row.delivered_on)},
                             {"answered_on", day_text(row.answered_on)},
                             {"settled_on", day_text(row.settled_on)},
                             {"version", row.version}};
    json["events"] = events_json(thread);
    return json;
}

}  // namespace

std::string response_json(db::ReadTx& tx, const db::ResponseRow& row, Day today) {
    return boost::json::serialize(responses_json(tx, {row}, today).front());
}

boost::json::array responses_json(db::ReadTx& tx, const std::vector<db::ResponseRow>& rows,
                                  Day today) {
    std::vector<std::string> ids;
    for (const auto& row : rows)
        ids.push_back(row.id);
    auto threads = db::list_case_events(tx, db::CaseKind::response, ids);
    boost::json::array list;
    for (const auto& row : rows)
        list.push_back(json_of(row, threads[row.id], today));
    return list;
}

std::string responses_csv(const std::vector<db::ResponseRow>& rows, Day today) {
    auto text = workflows::text::csv_line({"id", "source", "number", "recommendation", "from", "to",
                                           "required", "due", "state", "overdue", "answer",
                                           "evidence", "delivered_on", "answered_on"});
    for (const auto& row : rows) {
        const auto& r = row.response;
        text += workflows::text::csv_line(
            {row.id, row.source_title, std::to_string(r.number), r.recommendation, r.asking_board,
             r.owing_board, workflows::to_text(r.required), day_text(r.due),
             workflows::to_text(r.state), workflows::is_overdue(r, today) ? "yes" : "no",
             row.answer, row.evidence, day_text(row.delivered_on), day_text(row.answered_on)});
    }
    return text;
}

}  // namespace server::responses
