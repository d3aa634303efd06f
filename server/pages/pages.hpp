// The handlers that routes.cpp names, by page. One file in server/pages for each group.
#pragma once

#include "server/context.hpp"

namespace server::pages {

// health.cpp
Result<Response> show_health(const Context&, db::ReadTx&);
Result<Response> show_readiness(const Context&, db::ReadTx&);

// sign_in.cpp
Result<Response> show_sign_in(const Context&, db::ReadTx&);
Result<Location> request_code(const Context&, db::WriteTx&);
Result<Response> show_code(const Context&, db::ReadTx&);
Result<Location> enter_code(const Context&, db::WriteTx&);
Result<Response> show_sign_in_link(const Context&, db::ReadTx&);
Result<Location> use_sign_in_link(const Context&, db::WriteTx&);
Result<Location> sign_out(const Context&, db::WriteTx&);

// requests.cpp, request.cpp
Result<Response> show_requests(const Context&, db::ReadTx&);
Result<Response> show_requests_json(const Context&, db::ReadTx&);
Result<Response> show_new_request(const Context&, db::ReadTx&);
Result<Location> send_new_request(const Context&, db::WriteTx&);
Result<Response> show_request(const Context&, db::ReadTx&);
Result<Response> show_request_json(const Context&, db::ReadTx&);
Result<Location> act_on_request(const Context&, db::WriteTx&);

// home.cpp
Result<Response> show_front_page(const Context&, db::ReadTx&);

// meeting_lists.cpp
Result<Response> show_meetings(const Context&, db::ReadTx&);
Result<Response> show_meetings_json(const Context&, db::ReadTx&);
Result<Response> show_meetings_calendar(const Context&, db::ReadTx&);
Result<Response> show_board_calendar(const Context&, db::ReadTx&);
Result<Response> find_meeting_by_date(const Context&, db::ReadTx&);

// meeting.cpp
Result<Response> show_meeting(const Context&, db::ReadTx&);
Result<Response> show_meeting_json(const Context&, db::ReadTx&);
Result<Response> show_meeting_calendar(const Context&, db::ReadTx&);

// clashes.cpp
Result<Response> show_clashes(const Context&, db::ReadTx&);
Result<Response> show_clashes_json(const Context&, db::ReadTx&);

// circulations.cpp, circulation.cpp
Result<Response> show_circulations(const Context&, db::ReadTx&);
Result<Response> show_circulations_json(const Context&, db::ReadTx&);
Result<Response> show_circulation(const Context&, db::ReadTx&);
Result<Response> show_circulation_of_stop(const Context&, db::ReadTx&);
Result<Response> show_circulation_json(const Context&, db::ReadTx&);
Result<Response> show_new_circulation(const Context&, db::ReadTx&);
Result<Location> make_circulation(const Context&, db::WriteTx&);
Result<Location> add_circulation_stop(const Context&, db::WriteTx&);
Result<Location> set_circulation_version(const Context&, db::WriteTx&);
Result<Location> act_on_stop(const Context&, db::WriteTx&);

// timetable.cpp
Result<Response> show_timetable(const Context&, db::ReadTx&);
Result<Response> show_timetable_json(const Context&, db::ReadTx&);

}  // namespace server::pages
