#include "db/county_tables.hpp"

#include <array>

namespace db {
namespace {

// clang-format off
constexpr std::array table_rows{
    CountyTable{"access_log", "who looked at what is kept where they looked"},
    CountyTable{"agenda_item"},
    CountyTable{"agenda_request"},
    CountyTable{"agenda_version"},
    CountyTable{"audit"},
    CountyTable{"board"},
    CountyTable{"board_cadence"},
    CountyTable{"board_address"},
    CountyTable{"board_change"},
    CountyTable{"board_group"},
    CountyTable{"board_quorum"},
    CountyTable{"case_event"},
    CountyTable{"circulation"},
    CountyTable{"circulation_answer"},
    CountyTable{"circulation_review"},
    CountyTable{"circulation_stop"},
    CountyTable{"concern"},
    CountyTable{"circulation_version"},
    CountyTable{"date_poll"},
    CountyTable{"date_poll_answer"},
    CountyTable{"date_poll_day"},
    CountyTable{"date_poll_person"},
    CountyTable{"draft_minutes"},
    CountyTable{"extra_holiday"},
    CountyTable{"invitation_reply"},
    CountyTable{"joint_board"},
    CountyTable{"issue"},
    CountyTable{"issue_meeting"},
    CountyTable{"issue_person"},
    CountyTable{"job", "work under way belongs to the machine that does it"},
    CountyTable{"mail_link", "the letters that carry these links name another server"},
    CountyTable{"meeting"},
    CountyTable{"meeting_move"},
    CountyTable{"meeting_confirm_by"},
    CountyTable{"meeting_person"},
    CountyTable{"membership"},
    CountyTable{"membership_detail"},
    CountyTable{"office_hand_over"},
    CountyTable{"migration", "the schema is the program's"},
    CountyTable{"obligation"},
    CountyTable{"timetable_report"},
    CountyTable{"timetable_season"},
    CountyTable{"report_order"},
    CountyTable{"timetable_contradiction"},
    CountyTable{"timetable_contradiction_source"},
    CountyTable{"outbox", "a letter is sent once, from where it was written"},
    CountyTable{"outbox_event", "as outbox"},
    CountyTable{"outbox_letter", "as outbox"},
    CountyTable{"pack", "built again from the published agenda"},
    CountyTable{"paper"},
    CountyTable{"person"},
    CountyTable{"person_history"},
    CountyTable{"annual_update"},
    CountyTable{"register_return"},
    CountyTable{"register_record"},
    CountyTable{"reminder_fired"},
    CountyTable{"reminder_rule"},
    CountyTable{"request_extract"},
    CountyTable{"response"},
    CountyTable{"response_arrangement"},
    CountyTable{"session", "a secret"},
    CountyTable{"setting"},
    CountyTable{"sign_in_code", "a secret"},
    CountyTable{"sign_in_link", "a secret"},
    CountyTable{"standing_invitation"},
    CountyTable{"submission", "answers of forms that are open in browsers"},
    CountyTable{"theme"},
    CountyTable{"theme_ask"},
    CountyTable{"theme_poll"},
    CountyTable{"timetable_cell"},
};
// clang-format on

}  // namespace

std::span<const CountyTable> county_tables() {
    return table_rows;
}

}  // namespace db
