# The files of workflows/ that are compiled as one (server/unity.cmake).
unity_group(workflows_1
  agenda/agenda.cpp boards/seats.cpp casework/decide.cpp circulation/circulation.cpp
  circulation/circulation_finish.cpp circulation/circulation_status.cpp core/bank_holidays.cpp
  core/case_data_words.cpp)
unity_group(workflows_2
  concerns/concern.cpp core/case_data.cpp core/clear_days.cpp core/day_lists.cpp core/machine.cpp
  core/mail_address.cpp core/planned_date.cpp core/result.cpp)
unity_group(workflows_3
  core/date.cpp core/policy.cpp issues/issue.cpp meetings/deadlines.cpp meetings/meeting_words.cpp
  meetings/minutes.cpp meetings/reply.cpp overview/catalogue.cpp)
unity_group(workflows_4
  meetings/meeting.cpp overview/reminders.cpp planning/cadence.cpp planning/clashes.cpp
  planning/date_poll.cpp planning/series.cpp requests/request_guards.cpp succession/merger.cpp)
unity_group(workflows_5
  overview/todo.cpp register/register.cpp register/register_return.cpp timetable/seasons.cpp
  timetable/timetable.cpp timetable/timetable_proposals.cpp timetable/timetable_sources.cpp
  timetable/timetable_status.cpp)
unity_group(workflows_6
  requests/agenda_request.cpp timetable/timetable_order.cpp)
unity_group(workflows_7
  responses/response.cpp)
unity_group(workflows_8
  succession/board_change.cpp)
unity_group(workflows_9
  themes/theme.cpp)
unity_group(workflows_10
  timetable/obligation.cpp)
