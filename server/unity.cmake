# The files of server/ that are compiled as one, by room: at most eight, and an internal name stands
# once in them. A file that is named nowhere compiles alone: Boost's two sources must, and
# body.cpp, whose coroutines' frames hold a type of its anonymous namespace.
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
  web/acting.cpp web/boundary.cpp web/context.cpp web/date_entry.cpp web/dispatch.cpp
  web/dispatch_cache.cpp web/dispatch_forms.cpp web/figures.cpp)
unity_group(web_2
  web/form.cpp web/form_parts.cpp web/href.cpp web/multipart.cpp web/multipart_head.cpp web/page.cpp web/page_cache.cpp
  web/people_choices.cpp)
unity_group(web_3
  web/present_boards.cpp web/router.cpp web/secret_paths.cpp web/site.cpp web/step_forms.cpp web/session_cookie.cpp)
unity_group(letters_1
  letters/deadlines.cpp letters/deliveries.cpp letters/letter.cpp letters/letter_facts.cpp
  letters/mail_pages.cpp letters/mail_preview.cpp letters/mail_service.cpp)
unity_group(letters_2
  letters/mail_words.cpp letters/reminder_letters.cpp letters/reminder_pages.cpp
  letters/reminders.cpp letters/routes.cpp)
unity_group(access_1
  access/access_subjects.cpp access/office.cpp access/relations.cpp access/session_activity.cpp
  access/sign_in_pages.cpp access/signed_in_viewer.cpp)
unity_group(people_1
  people/people_commands.cpp people/people_forms.cpp people/person_subjects.cpp people/routes.cpp)
unity_group(boards_1
  boards/board_business.cpp boards/board_commands.cpp boards/board_facts.cpp
  boards/board_forms.cpp boards/board_subjects.cpp boards/member_commands.cpp
  boards/member_pages.cpp boards/office_change_commands.cpp)
unity_group(boards_2
  boards/office_change_pages.cpp boards/office_pages.cpp boards/officers.cpp boards/routes.cpp
  boards/seat_facts.cpp boards/seat_pages.cpp boards/seat_queries.cpp)
unity_group(boards_3
  boards/seats_parts.cpp boards/shared_seats.cpp boards/standing_invitation_commands.cpp
  boards/standing_invitation_pages.cpp)
unity_group(meetings_1
  meetings/clash_queries.cpp meetings/clear_days_exports.cpp meetings/clear_days_pages.cpp
  meetings/confirm_by.cpp meetings/confirm_by_commands.cpp meetings/day_warnings.cpp
  meetings/deadline_words.cpp meetings/holiday_commands.cpp)
unity_group(meetings_2
  meetings/meeting_words.cpp minutes/minutes_commands.cpp minutes/minutes_pages.cpp
  meetings/notice.cpp meetings/reply_commands.cpp meetings/routes.cpp
  meetings/unwanted_meeting_commands.cpp meetings/unwanted_meetings.cpp)
unity_group(agenda_1
  agenda/agenda_content.cpp agenda/agenda_pages.cpp agenda/agenda_queries.cpp
  agenda/agenda_subject.cpp agenda/agenda_subjects.cpp agenda/agenda_view.cpp
  agenda/author_letters.cpp agenda/item_commands.cpp)
unity_group(agenda_2
  agenda/item_pages.cpp agenda/item_subjects.cpp agenda/publish_commands.cpp
  agenda/publish_pages.cpp agenda/routes.cpp)
unity_group(papers_1
  papers/job_pages.cpp papers/late_papers_commands.cpp papers/late_papers_pages.cpp
  papers/late_papers_queries.cpp papers/pack_jobs.cpp papers/packs.cpp papers/pack_progress_commands.cpp
  papers/pack_order_commands.cpp)
unity_group(papers_2
  papers/pack_pages.cpp papers/paper_access.cpp papers/paper_commands.cpp papers/paper_letters.cpp
  papers/paper_pages.cpp papers/paper_subjects.cpp papers/routes.cpp
  papers/send_papers_commands.cpp)
unity_group(concerns_1
  concerns/concern_commands.cpp concerns/concern_deadlines.cpp concerns/concern_list_pages.cpp
  concerns/concern_pages.cpp concerns/concern_subjects.cpp concerns/routes.cpp)
unity_group(issues_1
  issues/issue_commands.cpp issues/issue_deadlines.cpp issues/issue_forms.cpp
  issues/issue_letters.cpp issues/issue_list_pages.cpp issues/issue_subjects.cpp issues/routes.cpp)
unity_group(issues_2
  issues/issue_meeting_commands.cpp issues/issue_pages.cpp)
unity_group(requests_1
  requests/request_age_pages.cpp requests/request_commands.cpp requests/request_exports.cpp
  requests/request_forms.cpp requests/request_letters.cpp requests/request_list_pages.cpp
  requests/request_meetings_commands.cpp requests/request_pages.cpp)
unity_group(requests_2
  requests/request_parts.cpp requests/request_subjects.cpp requests/routes.cpp)
