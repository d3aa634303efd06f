// Fields that the forms about meetings share: the date with what speaks against it, times, details.
#pragma once

#include <string>

#include "db/meetings.hpp"
#include "server/meetings/meeting_commands.hpp"
#include "server/web/context.hpp"
#include "server/web/page.hpp"

namespace server::meetings {

/// Three inputs, day month year; `stored` is what they show before anything was typed.
void add_date_field(const web::Context& context, templates::View& form, const std::string& label,
                    const workflows::PlannedDate& stored);
void add_time_fields(const web::Context& context, templates::View& form,
                     const db::MeetingRow& stored, const std::string& hint);
/// Kind, held in, place, joining details, contact.
void add_detail_fields(const web::Context& context, templates::View& form,
                       const db::MeetingRow& stored);
void add_reason_field(const web::Context& context, templates::View& form, const std::string& hint);

/// After a day was refused because of its warnings: they are listed on the page, and the form gets
/// the box "Use this date all the same", good for that day only.
void show_warnings(const web::Context& context, db::ReadTx& tx, web::BlockPage& page,
                   const std::string& board, const std::string& moved);
void add_anyway_box(const web::Context& context, templates::View& form);

}  // namespace server::meetings
