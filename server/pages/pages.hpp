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

// request_list.cpp, requests.cpp, request.cpp
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

// meeting_forms.cpp
Result<Response> show_new_meeting(const Context&, db::ReadTx&);
Result<Location> post_new_meeting(const Context&, db::WriteTx&);
Result<Response> show_edit_meeting(const Context&, db::ReadTx&);
Result<Location> post_edit_meeting(const Context&, db::WriteTx&);

// meeting_steps.cpp: the last segment of the address names the step
Result<Response> show_meeting_step(const Context&, db::ReadTx&);
Result<Location> post_meeting_step(const Context&, db::WriteTx&);

// invitations.cpp
Result<Response> show_invitations(const Context&, db::ReadTx&);
Result<Location> add_invitation(const Context&, db::WriteTx&);
Result<Response> show_invitation(const Context&, db::ReadTx&);
Result<Location> edit_invitation(const Context&, db::WriteTx&);
Result<Response> show_groups(const Context&, db::ReadTx&);
Result<Location> add_group_member(const Context&, db::WriteTx&);
Result<Location> remove_group_member(const Context&, db::WriteTx&);

// minutes.cpp
Result<Response> show_minutes(const Context&, db::ReadTx&);
Result<Location> record_minutes(const Context&, db::WriteTx&);
Result<Location> undo_minutes(const Context&, db::WriteTx&);

// workspace.cpp
Result<Response> show_workspace(const Context&, db::ReadTx&);

// help.cpp
Result<Response> show_help(const Context&, db::ReadTx&);
Result<Response> show_accessibility(const Context&, db::ReadTx&);
Result<Response> show_licences(const Context&, db::ReadTx&);
Result<Response> show_workflows(const Context&, db::ReadTx&);

// clear_days.cpp
Result<Response> show_clear_days(const Context&, db::ReadTx&);
Result<Response> show_clear_days_json(const Context&, db::ReadTx&);

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
Result<Location> make_circulation(const Context&, db::Database&);
Result<Location> add_circulation_stop(const Context&, db::WriteTx&);
Result<Location> act_on_stop(const Context&, db::WriteTx&);

// timetable.cpp
Result<Response> show_timetable(const Context&, db::ReadTx&);
Result<Response> show_timetable_json(const Context&, db::ReadTx&);
Result<Response> show_timetable_csv(const Context&, db::ReadTx&);

// boards.cpp
Result<Response> show_boards(const Context&, db::ReadTx&);
Result<Response> boards_json(const Context&, db::ReadTx&);
Result<Response> show_board(const Context&, db::ReadTx&);
Result<Response> board_json(const Context&, db::ReadTx&);

// board_edit.cpp
Result<Response> show_board_edit(const Context&, db::ReadTx&);
Result<Location> edit_board(const Context&, db::WriteTx&);

// members.cpp
Result<Response> show_members(const Context&, db::ReadTx&);
Result<Location> add_member(const Context&, db::WriteTx&);
Result<Response> show_membership_end(const Context&, db::ReadTx&);
Result<Location> end_membership(const Context&, db::WriteTx&);

// people.cpp
Result<Response> show_people(const Context&, db::ReadTx&);
Result<Response> people_json(const Context&, db::ReadTx&);
Result<Response> show_person(const Context&, db::ReadTx&);

// seats.cpp
Result<Response> show_seats(const Context&, db::ReadTx&);
Result<Response> show_seats_json(const Context&, db::ReadTx&);
Result<Response> show_seats_csv(const Context&, db::ReadTx&);

// people_edit.cpp
Result<Response> show_new_person(const Context&, db::ReadTx&);
Result<Location> create_person(const Context&, db::WriteTx&);
Result<Response> show_person_edit(const Context&, db::ReadTx&);
Result<Location> edit_person(const Context&, db::WriteTx&);

// register.cpp

// audit.cpp
Result<Response> show_audit(const Context&, db::ReadTx&);

// todo.cpp
Result<Response> show_home(const Context&, db::ReadTx&);

// holidays.cpp
Result<Response> show_holidays(const Context&, db::ReadTx&);
Result<Location> add_holiday(const Context&, db::WriteTx&);
Result<Location> remove_holiday(const Context&, db::WriteTx&);

// agenda.cpp
Result<Response> show_agenda(const Context&, db::ReadTx&);
Result<Response> show_agenda_of_item(const Context&, db::ReadTx&);
Result<Location> move_item_up(const Context&, db::WriteTx&);
Result<Location> move_item_down(const Context&, db::WriteTx&);
Result<Response> show_item_removal(const Context&, db::ReadTx&);
Result<Location> remove_item(const Context&, db::WriteTx&);

// agenda_item.cpp
Result<Response> show_new_item(const Context&, db::ReadTx&);
Result<Location> add_item(const Context&, db::WriteTx&);
Result<Response> show_item_form(const Context&, db::ReadTx&);
Result<Location> change_item(const Context&, db::WriteTx&);

// papers.cpp
Result<Response> show_papers(const Context&, db::ReadTx&);
Result<Location> upload_paper(const Context&, db::Database&);
Result<Response> show_paper(const Context&, db::ReadTx&);
Result<Response> show_paper_removal(const Context&, db::ReadTx&);
Result<Location> remove_paper(const Context&, db::WriteTx&);

// publish.cpp
Result<Response> show_publish(const Context&, db::ReadTx&);
Result<Location> publish_agenda(const Context&, db::WriteTx&);
Result<Response> show_version(const Context&, db::ReadTx&);

// pack.cpp
Result<Response> show_packs(const Context&, db::ReadTx&);
Result<Location> order_pack(const Context&, db::WriteTx&);
Result<Response> show_pack_file(const Context&, db::ReadTx&);

// send_papers.cpp
Result<Response> show_send(const Context&, db::ReadTx&);
Result<Location> send_papers(const Context&, db::Database&);

// job.cpp
Result<Response> show_job(const Context&, db::ReadTx&);
Result<Response> show_job_json(const Context&, db::ReadTx&);
Result<Location> cancel_job(const Context&, db::WriteTx&);

// mail.cpp
Result<Response> show_mail_queue(const Context&, db::ReadTx&);
Result<Response> show_mail(const Context&, db::ReadTx&);
Result<Location> retry_mail(const Context&, db::WriteTx&);
Result<Location> hold_mail(const Context&, db::WriteTx&);
Result<Response> show_mail_batch(const Context&, db::ReadTx&);
Result<Location> undo_mail_batch(const Context&, db::WriteTx&);

// reminders.cpp
Result<Response> show_reminder_rules(const Context&, db::ReadTx&);
Result<Location> edit_reminder_rules(const Context&, db::WriteTx&);
Result<Response> show_due(const Context&, db::ReadTx&);

}  // namespace server::pages
