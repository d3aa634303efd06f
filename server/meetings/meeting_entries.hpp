// What the forms about a meeting say, as the commands of meeting_commands.hpp take it.
#pragma once

#include <string>

#include "server/meetings/meeting_commands.hpp"
#include "server/web/form.hpp"

namespace server::meetings {

/// The date of three inputs NAME-day, -month and -year: a day, a month when the day is empty, to be
/// confirmed when all are. Code::invalid, field NAME.
Result<workflows::PlannedDate> read_planned_date(const web::Form& form, const std::string& name);

/// From the form of /meetings/new. Code::invalid with the field.
Result<NewMeeting> read_new_meeting(const web::Form& form);
/// From the form of /meetings/{meeting}/edit. The same, and Code::stale without a version.
Result<EditMeeting> read_edited_meeting(const web::Form& form, const std::string& meeting);
/// From the forms of /meetings/{meeting}/confirm, /move, /cancel, /hold, /reinstate, /correct.
Result<TakeMeetingStep> read_meeting_step(const web::Form& form, const std::string& meeting,
                                          workflows::MeetingEvent event);

}  // namespace server::meetings
