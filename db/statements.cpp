#include "db/statements.hpp"

#include "db/agenda.hpp"
#include "db/agenda_versions.hpp"
#include "db/assent_questions.hpp"
#include "db/audit.hpp"
#include "db/backup.hpp"
#include "db/board_changes.hpp"
#include "db/boards.hpp"
#include "db/cadence.hpp"
#include "db/case_log.hpp"
#include "db/circulation_records.hpp"
#include "db/circulations.hpp"
#include "db/concerns.hpp"
#include "db/county.hpp"
#include "db/date_polls.hpp"
#include "db/export.hpp"
#include "db/groups.hpp"
#include "db/hand_over.hpp"
#include "db/holidays.hpp"
#include "db/identity.hpp"
#include "db/import/importer.hpp"
#include "db/issues.hpp"
#include "db/jobs.hpp"
#include "db/lookups.hpp"
#include "db/mail_links.hpp"
#include "db/meeting_boards.hpp"
#include "db/meeting_lists.hpp"
#include "db/meeting_readers.hpp"
#include "db/meetings.hpp"
#include "db/memberships.hpp"
#include "db/migrate.hpp"
#include "db/minutes.hpp"
#include "db/obligations.hpp"
#include "db/outbox.hpp"
#include "db/outbox_delivery.hpp"
#include "db/outbox_events.hpp"
#include "db/packs.hpp"
#include "db/papers.hpp"
#include "db/people.hpp"
#include "db/purge.hpp"
#include "db/reach.hpp"
#include "db/register.hpp"
#include "db/reminders.hpp"
#include "db/replies.hpp"
#include "db/requests.hpp"
#include "db/response_arrangements.hpp"
#include "db/responses.hpp"
#include "db/seat_details.hpp"
#include "db/theme_polls.hpp"
#include "db/themes.hpp"
#include "db/timetable_settings.hpp"
#include "db/todo.hpp"

namespace db {

std::vector<const Sql*> all_statements() {
    std::vector<const Sql*> all;
    for (const auto list : {
             agenda_statements,
             agenda_versions_statements,
             assent_questions_statements,
             audit_statements,
             backup_statements,
             board_changes_statements,
             boards_statements,
             cadence_statements,
             case_log_check_statements,
             case_log_statements,
             circulations_statements,
             concerns_statements,
             issues_statements,
             circulation_records_statements,
             county_statements,
             date_polls_statements,
             export_statements,
             groups_statements,
             hand_over_statements,
             hand_over_stops_statements,
             holiday_statements,
             identity_statements,
             import_statements,
             jobs_statements,
             lookup_statements,
             mail_links_statements,
             meeting_boards_statements,
             meeting_lists_statements,
             meeting_readers_statements,
             meetings_statements,
             memberships_statements,
             migrate_statements,
             minutes_statements,
             obligations_statements,
             outbox_statements,
             outbox_delivery_statements,
             outbox_events_statements,
             packs_statements,
             papers_statements,
             people_statements,
             purge_statements,
             reach_statements,
             register_statements,
             reminders_statements,
             replies_statements,
             requests_statements,
             timetable_settings_statements,
             seat_details_statements,
             arrangements_statements,
             responses_statements,
             theme_polls_statements,
             themes_statements,
             todo_statements,
         }) {
        const auto some = list();
        all.insert(all.end(), some.begin(), some.end());
    }
    return all;
}

}  // namespace db
