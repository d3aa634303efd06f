// What pages, commands and the scheduler do with requests between chairs (protocol 4.5, 4.6).
#pragma once

#include <boost/json/fwd.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "db/requests.hpp"
#include "server/base/acting.hpp"
#include "server/base/app.hpp"
#include "server/base/result.hpp"
#include "workflows/boards/board.hpp"
#include "workflows/requests/agenda_request.hpp"

namespace server::requests {

/// What the viewer is to the two boards of a request.
workflows::RequestActor request_actor(const base::Viewer& viewer,
                                      const workflows::AgendaRequest& request);

/// The facts of a meeting that a step is about; nothing when there is no such meeting.
std::optional<workflows::RequestMeeting> request_meeting(const base::App& app, db::ReadTx& tx,
                                                         const std::string& meeting);
workflows::RequestMeeting request_meeting(const db::MeetingRow& meeting,
                                          const std::optional<workflows::Board>& board,
                                          const workflows::Holidays& holidays);

/// Reports of the timetable that the asked board receives anyway and that this title repeats, as
/// sentences (protocol 4.5: requests are for what is outside the timetable).
std::vector<std::string> timetable_hints(db::ReadTx& tx, const workflows::AgendaRequest& request,
                                         workflows::Day today);

/// Checks, stores and sends a new request. Errors as workflows::check_new(), and field
/// "wanted_meeting": it is not one of the asked board's meetings to come.
Result<db::RequestRow> send_request(base::App& app, const base::Acting& acting, db::WriteTx& tx,
                                    workflows::AgendaRequest request,
                                    const std::string& wanted_meeting);

struct RequestMove {
    workflows::RequestCommand command;
    std::string meeting;  // accept, accept_late, offer: the meeting chosen
};
/// Takes one step with all that follows it: item, meeting, event, letters, audit. `row` is as the
/// form showed it (version). Errors as workflows::decide(), and Code::stale.
Result<void> take_step(base::App& app, const base::Acting& acting, db::WriteTx& tx,
                       db::RequestRow row, const RequestMove& move);

/// One letter about a request; `mail` is a name of the workflow table.
struct RequestLetter {
    std::string_view mail;
    workflows::Side told = workflows::Side::asked;
    std::string revision;  // with kind, request and person one letter
    std::string who = {};  // whose step it tells of, in words
    std::string comment = {};
};
int queue_request_letter(base::App& app, db::WriteTx& tx, const db::RequestRow& row,
                         const RequestLetter& letter);

/// "To be considered by Thursday 8 November 2018 (in 7 days)", "Overdue: …", or empty at rest.
std::string deadline_words(const workflows::AgendaRequest& request, workflows::Day today);
/// "With OSCB", or "No further action needed".
std::string waiting_words(const workflows::AgendaRequest& request);
/// "Sent today", "Sent 3 days ago".
std::string age_words(const db::RequestRow& row, workflows::Day today);

/// As /requests/{request}.json gives it.
std::string request_json(db::ReadTx& tx, const db::RequestRow& row, workflows::Day today);
/// The same of each of them.
boost::json::array requests_json(db::ReadTx& tx, const std::vector<db::RequestRow>& rows,
                                 workflows::Day today);

}  // namespace server::requests
