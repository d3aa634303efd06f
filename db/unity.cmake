# The files of db/ that are compiled as one (server/unity.cmake). Alone: session.cpp takes
# soci-sqlite3.h and backup.cpp sqlite3.h, which break each other in one unit.
unity_alone(backup.cpp session.cpp)
unity_group(db_1
  agenda.cpp assent_questions.cpp cadence.cpp county.cpp county_tables.cpp database.cpp
  document_store.cpp files.cpp)
unity_group(db_2
  agenda_versions.cpp case_log_check.cpp described_row.cpp export.cpp groups.cpp identity.cpp
  lookups.cpp meeting_boards.cpp)
unity_group(db_3
  audit.cpp holidays.cpp meeting_readers.cpp migrate.cpp outbox_delivery.cpp purge.cpp reach.cpp
  report_owners.cpp)
unity_group(db_4
  board_changes.cpp circulation_records.cpp packs.cpp sha256.cpp statement.cpp statements.cpp
  tar.cpp wanted.cpp)
unity_group(db_5
  boards.cpp replies.cpp import/boards_step.cpp import/csv.cpp import/fields.cpp
  import/importer.cpp import/report.cpp import/source.cpp)
unity_group(db_6
  case_log.cpp import/county_step.cpp)
unity_group(db_7
  circulations.cpp hand_over_stops.cpp import/people_step.cpp)
unity_group(db_8
  concerns.cpp hand_over.cpp)
unity_group(db_9
  county_formats.cpp county_json.cpp meeting_lists.cpp)
unity_group(db_10
  date_polls.cpp)
unity_group(db_11
  issues.cpp reminders.cpp)
unity_group(db_12
  jobs.cpp theme_polls.cpp)
unity_group(db_13
  mail_links.cpp timetable_settings.cpp)
unity_group(db_14
  meetings.cpp todo.cpp)
unity_group(db_15
  memberships.cpp)
unity_group(db_16
  minutes.cpp)
unity_group(db_17
  obligations.cpp)
unity_group(db_18
  outbox.cpp)
unity_group(db_19
  outbox_events.cpp)
unity_group(db_20
  papers.cpp)
unity_group(db_21
  people.cpp)
unity_group(db_22
  register.cpp)
unity_group(db_23
  requests.cpp)
unity_group(db_24
  response_arrangements.cpp)
unity_group(db_25
  responses.cpp)
unity_group(db_26
  seat_details.cpp)
unity_group(db_27
  themes.cpp)
unity_group(db_28
  import/meetings_step.cpp)
