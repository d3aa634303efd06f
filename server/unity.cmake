# The files of server/ that are compiled as one, by room: at most eight, and an internal name stands
# once in them. Alone compile those that are named here: Boost's two sources, which break others, and
# body.cpp, whose coroutines' frames hold a type of its anonymous namespace.
unity_alone(net/body.cpp net/boost_asio.cpp net/boost_beast.cpp)
unity_group(base_1
  base/addresses.cpp base/app.cpp base/begun_file.cpp base/config.cpp base/jobs.cpp
  base/platform.cpp base/secrets.cpp base/subprocess.cpp)
unity_group(base_2
  base/temporary_data.cpp base/temporary_file.cpp base/verified_files.cpp base/viewer.cpp)
unity_group(net_1
  net/answer.cpp net/callbacks.cpp net/http_server.cpp net/listener.cpp net/proxies.cpp
  net/request.cpp net/response_head.cpp net/security_headers.cpp)
unity_group(net_2
  net/service.cpp net/session.cpp net/spool.cpp net/urlencoded.cpp net/wire_gate.cpp)
unity_group(web_1
  web/boundary.cpp web/context.cpp web/date_entry.cpp web/dispatch.cpp web/dispatch_cache.cpp
  web/dispatch_forms.cpp web/figures.cpp web/form.cpp)
unity_group(web_2
  web/form_parts.cpp web/href.cpp web/multipart.cpp web/multipart_head.cpp web/page.cpp
  web/page_cache.cpp web/people_choices.cpp web/present_boards.cpp)
unity_group(web_3
  web/router.cpp web/secret_paths.cpp web/session_cookie.cpp web/site.cpp web/step_forms.cpp
  web/who_acts.cpp)
unity_group(letters_1
  letters/deadlines.cpp letters/deliveries.cpp letters/letter.cpp letters/letter_facts.cpp
  letters/link_types.cpp letters/mail_pages.cpp letters/mail_preview.cpp letters/mail_service.cpp)
unity_group(letters_2
  letters/mail_words.cpp letters/reminder_letters.cpp letters/reminder_pages.cpp
  letters/reminders.cpp letters/routes.cpp)
unity_group(letters_3
  letters/relay_watch.cpp)
unity_group(access
  access/access_subjects.cpp access/office.cpp access/relations.cpp access/routes.cpp
  access/session_activity.cpp access/sign_in_pages.cpp access/signed_in_viewer.cpp)
unity_group(casework
  casework/record.cpp)
unity_group(people_1
  people/people_commands.cpp people/people_forms.cpp people/routes.cpp)
unity_group(people_2
  people/people_pages.cpp people/person_subjects.cpp)
unity_group(boards_1
  boards/board_business.cpp boards/board_commands.cpp boards/board_facts.cpp boards/board_forms.cpp
  boards/board_subjects.cpp boards/member_commands.cpp boards/member_pages.cpp
  boards/office_change_commands.cpp)
unity_group(boards_2
  boards/office_change_pages.cpp boards/office_pages.cpp boards/officers.cpp boards/routes.cpp
  boards/seat_facts.cpp boards/seat_pages.cpp boards/seat_queries.cpp boards/seats_parts.cpp)
unity_group(boards_3
  boards/shared_seats.cpp boards/standing_invitation_commands.cpp
  boards/standing_invitation_pages.cpp)
unity_group(meetings_1
  meetings/board_choice.cpp meetings/calendar_pages.cpp meetings/clash_queries.cpp
  meetings/clear_days_exports.cpp meetings/clear_days_pages.cpp meetings/confirm_by.cpp
  meetings/confirm_by_commands.cpp meetings/day_warnings.cpp)
unity_group(meetings_2
  meetings/deadline_words.cpp meetings/holiday_commands.cpp meetings/meeting_commands.cpp
  meetings/meeting_entries.cpp meetings/meeting_exports.cpp meetings/meeting_form_parts.cpp
  meetings/meeting_forms.cpp meetings/meeting_letters.cpp)
unity_group(meetings_3
  meetings/meeting_list_pages.cpp meetings/meeting_rows.cpp meetings/meeting_step_pages.cpp
  meetings/meeting_subjects.cpp meetings/meeting_words.cpp meetings/notice.cpp
  meetings/reply_commands.cpp meetings/reply_pages.cpp)
unity_group(meetings_4
  meetings/routes.cpp meetings/unwanted_meeting_commands.cpp meetings/unwanted_meetings.cpp)
unity_group(agenda_1
  agenda/agenda_content.cpp agenda/agenda_pages.cpp agenda/agenda_queries.cpp
  agenda/agenda_subject.cpp agenda/agenda_subjects.cpp agenda/agenda_view.cpp
  agenda/author_letters.cpp agenda/item_commands.cpp)
unity_group(agenda_2
  agenda/item_pages.cpp agenda/item_subjects.cpp agenda/publish_commands.cpp
  agenda/publish_pages.cpp agenda/routes.cpp)
unity_group(papers_1
  papers/job_pages.cpp papers/late_papers_commands.cpp papers/late_papers_pages.cpp
  papers/late_papers_queries.cpp papers/pack_jobs.cpp papers/pack_order_commands.cpp
  papers/pack_pages.cpp papers/pack_progress_commands.cpp)
unity_group(papers_2
  papers/packs.cpp papers/paper_access.cpp papers/paper_commands.cpp papers/paper_letters.cpp
  papers/paper_pages.cpp papers/paper_subjects.cpp papers/routes.cpp
  papers/send_papers_commands.cpp)
unity_group(papers_3
  papers/send_papers_pages.cpp papers/uploads.cpp)
unity_group(responses_1
  responses/arrangement_commands.cpp responses/arrangement_letters.cpp
  responses/arrangement_pages.cpp responses/response_commands.cpp responses/response_deadlines.cpp
  responses/response_exports.cpp responses/response_letters.cpp responses/response_list_pages.cpp)
unity_group(responses_2
  responses/response_pages.cpp responses/response_parts.cpp responses/response_placing_commands.cpp
  responses/response_sources.cpp responses/response_subjects.cpp responses/routes.cpp
  responses/working_arrangement_commands.cpp)
unity_group(responses_3
  responses/response_wanted_pages.cpp)
unity_group(requests_1
  requests/request_age_pages.cpp requests/request_commands.cpp requests/request_exports.cpp
  requests/request_facts.cpp requests/request_forms.cpp requests/request_letters.cpp
  requests/request_list_pages.cpp requests/request_meetings_commands.cpp)
unity_group(requests_2
  requests/request_pages.cpp requests/request_parts.cpp requests/request_step_forms.cpp
  requests/request_subjects.cpp requests/routes.cpp)
unity_group(issues_1
  issues/issue_candidates.cpp issues/issue_commands.cpp issues/issue_deadlines.cpp
  issues/issue_forms.cpp issues/issue_letters.cpp issues/issue_list_pages.cpp
  issues/issue_subjects.cpp issues/routes.cpp)
unity_group(issues_2
  issues/issue_meeting_commands.cpp issues/issue_pages.cpp)
unity_group(concerns
  concerns/concern_commands.cpp concerns/concern_deadlines.cpp concerns/concern_list_pages.cpp
  concerns/concern_pages.cpp concerns/concern_subjects.cpp concerns/routes.cpp)
unity_group(circulation_1
  circulation/amended_pages.cpp circulation/assent_commands.cpp circulation/assent_queries.cpp
  circulation/boards_ahead.cpp circulation/circulation_commands.cpp
  circulation/circulation_figure_exports.cpp circulation/circulation_forms.cpp
  circulation/circulation_letters.cpp)
unity_group(circulation_2
  circulation/circulation_list_pages.cpp circulation/circulation_pages.cpp
  circulation/circulation_queries.cpp circulation/circulation_subjects.cpp
  circulation/document_commands.cpp circulation/plan_pages.cpp circulation/review_commands.cpp
  circulation/routes.cpp)
unity_group(circulation_3
  circulation/stop_actors.cpp circulation/stop_commands.cpp circulation/stop_holder.cpp
  circulation/stop_speakers.cpp circulation/version_file_pages.cpp circulation/version_files.cpp)
unity_group(consultation
  consultation/answer_queries.cpp consultation/assent_follow_commands.cpp
  consultation/assent_pages.cpp consultation/certificate_pages.cpp
  consultation/comment_commands.cpp consultation/comment_pages.cpp consultation/routes.cpp)
unity_group(themes_1
  themes/routes.cpp themes/theme_change_commands.cpp themes/theme_commands.cpp
  themes/theme_entries.cpp themes/theme_forms.cpp themes/theme_poll_pages.cpp
  themes/theme_subjects.cpp)
unity_group(themes_2
  themes/theme_pages.cpp)
unity_group(timetable_1
  timetable/grid_queries.cpp timetable/obligation_commands.cpp timetable/obligation_deadlines.cpp
  timetable/obligation_follow_commands.cpp timetable/obligation_item_commands.cpp
  timetable/obligation_pages.cpp timetable/obligation_responses.cpp
  timetable/obligation_subject.cpp)
unity_group(timetable_2
  timetable/order_commands.cpp timetable/order_pages.cpp timetable/proposal_commands.cpp
  timetable/proposal_pages.cpp timetable/report_commands.cpp timetable/routes.cpp
  timetable/settings_commands.cpp timetable/settings_pages.cpp)
unity_group(timetable_3
  timetable/report_pages.cpp timetable/timetable_exports.cpp timetable/timetable_figure_exports.cpp
  timetable/timetable_pages.cpp timetable/timetable_queries.cpp)
unity_group(timetable_4
  timetable/timetable_subjects.cpp)
unity_group(minutes
  minutes/minutes_commands.cpp minutes/minutes_pages.cpp minutes/routes.cpp)
unity_group(planning_1
  planning/cadence_commands.cpp planning/cadence_pages.cpp planning/cadence_queries.cpp
  planning/clash_pages.cpp planning/extra_holiday_commands.cpp planning/holiday_pages.cpp
  planning/planner_exports.cpp planning/planner_queries.cpp)
unity_group(planning_2
  planning/planner_pages.cpp planning/routes.cpp planning/series_commands.cpp
  planning/series_entries.cpp planning/series_forms.cpp planning/series_pages.cpp
  planning/series_reports.cpp)
unity_group(polls_1
  polls/poll_commands.cpp polls/poll_deadlines.cpp polls/poll_entries.cpp polls/poll_forms.cpp
  polls/poll_letters.cpp polls/poll_pages.cpp polls/poll_queries.cpp polls/poll_subjects.cpp)
unity_group(polls_2
  polls/routes.cpp)
unity_group(succession
  succession/change_forms.cpp succession/change_pages.cpp succession/hand_over_kinds.cpp
  succession/hand_over_meetings.cpp succession/hand_over_obligations.cpp succession/routes.cpp
  succession/succession_commands.cpp)
unity_group(partnership_register_1
  partnership_register/annual_update.cpp partnership_register/annual_update_commands.cpp
  partnership_register/annual_update_pages.cpp partnership_register/register_deadlines.cpp
  partnership_register/register_letters.cpp partnership_register/register_pages.cpp
  partnership_register/register_queries.cpp partnership_register/return_forms.cpp)
unity_group(partnership_register_2
  partnership_register/return_commands.cpp partnership_register/return_pages.cpp
  partnership_register/return_parts.cpp partnership_register/return_year_pages.cpp
  partnership_register/routes.cpp)
unity_group(digest
  digest/digest_commands.cpp digest/digest_pages.cpp digest/digest_queries.cpp
  digest/response_digest.cpp digest/routes.cpp)
unity_group(forward_plan
  forward_plan/forward_plan_exports.cpp forward_plan/forward_plan_pages.cpp
  forward_plan/forward_plan_queries.cpp forward_plan/forward_reports.cpp forward_plan/routes.cpp)
unity_group(overview_1
  overview/audit_pages.cpp overview/between_boards_pages.cpp overview/board_map_pages.cpp
  overview/board_pages.cpp overview/health_pages.cpp overview/help_pages.cpp
  overview/home_pages.cpp overview/meeting_page.cpp)
unity_group(overview_2
  overview/meeting_page_exports.cpp overview/meeting_page_pages.cpp
  overview/officers_agenda_pages.cpp overview/officers_agenda_queries.cpp overview/routes.cpp
  overview/todo_pages.cpp overview/todo_queries.cpp overview/workspace_pages.cpp)
unity_group(overview_3
  overview/workspace_tasks.cpp)
unity_group(site_1
  site/boards_present.cpp site/deadlines.cpp site/followers.cpp site/job_rows.cpp site/links.cpp
  site/routes.cpp site/services.cpp)
unity_group(site_2
  site/subjects.cpp)
unity_group(command_line_1
  command_line/between_boards_cli.cpp command_line/calendar_cli.cpp command_line/cli.cpp
  command_line/control_socket.cpp command_line/county_cli.cpp command_line/county_json_cli.cpp
  command_line/options.cpp command_line/pack_cli.cpp)
unity_group(command_line_2
  command_line/due_cli.cpp command_line/people_cli.cpp command_line/program.cpp
  command_line/register_cli.cpp command_line/running_server.cpp command_line/settings_file.cpp)
unity_group(command_line_3
  command_line/mail_cli.cpp)
unity_group(demo_1
  demo/circulation_story.cpp demo/demo.cpp demo/demo_pages.cpp demo/issue_story.cpp
  demo/page_forms.cpp demo/received_mail.cpp demo/routes.cpp demo/summary.cpp)
unity_group(demo_2
  demo/story.cpp demo/web_client.cpp)
