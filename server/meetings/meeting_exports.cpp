#include "server/meetings/meeting_exports.hpp"

namespace server::meetings {
namespace {

std::string two_digits(int number) {
    return (number < 10 ? "0" : "") + std::to_string(number);
}

// RFC 3339 with the offset of the board's zone on that day.
std::string local_instant(workflows::Day day, const std::string& time, const std::string& zone) {
    const auto at = workflows::to_instant(day, workflows::parse_time(time).value(), zone);
    if (!at) return "";
    const auto local = workflows::to_local(*at, zone);
    const int offset = std::abs(local.offset_minutes);
    return workflows::iso(local.day) + "T" + workflows::iso(local.time) + ":00" +
           (local.offset_minutes < 0 ? "-" : "+") + two_digits(offset / 60) + ":" +
           two_digits(offset % 60);
}

boost::json::object date_json(const workflows::PlannedDate& date) {
    boost::json::object out{{"text", date.words()}};
    if (date.day()) {
        out["day"] = date.key();
    } else if (date.month()) {
        out["month"] = date.key();
    }
    return out;
}

}  // namespace

boost::json::object meeting_json(const base::App& app, const db::MeetingRow& meeting,
                                 const workflows::Board& board) {
    boost::json::object out;
    out["id"] = meeting.id;
    out["board"] = board.code;
    out["board_name"] = board.name;
    out["url"] = app.config.base_url + meeting_href(meeting);
    out["date"] = date_json(meeting.planned);
    out["starts"] = meeting.starts;
    out["ends"] = meeting.ends;
    if (const auto day = meeting.planned.day()) {
        out["starts_at"] = local_instant(*day, meeting.starts, board.zone);
        out["ends_at"] = local_instant(*day, meeting.ends, board.zone);
    }
    out["timezone"] = board.zone;
    out["time_assumed"] = meeting.time_assumed;
    out["state"] = workflows::to_text(meeting.state);
    out["kind"] = workflows::to_text(meeting.kind);
    out["held_in"] = workflows::to_text(meeting.held_in);
    out["place"] = shows_place(meeting) ? meeting.place : "";
    out["contact"] = public_contact(meeting);
    out["cancel_reason"] =
        meeting.held_in == workflows::HeldIn::private_ ? "" : meeting.cancel_reason;
    out["agenda_version"] = meeting.published;
    return out;
}

mail::CalendarEvent public_event(const web::Context& context, db::ReadTx& tx,
                                 const db::MeetingRow& meeting, const workflows::Board& board) {
    const workflows::Instant stamp = std::chrono::floor<std::chrono::days>(tx.now());
    return calendar_event(meeting, board, context.app.config.base_url,
                          id_domain(context.app.config), stamp, EventDetail::open);
}

}  // namespace server::meetings
