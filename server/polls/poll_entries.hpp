// What the forms of a date poll say, as poll_commands.hpp takes it.
#pragma once

#include <string>

#include "server/polls/poll_commands.hpp"
#include "server/web/form.hpp"

namespace server::polls {

PollAudience read_audience(const web::Form& form);
/// From the form of /polls/new. Code::invalid with the field.
Result<NewPoll> read_new_poll(const web::Form& form);
/// Code::invalid, field "reason".
Result<std::string> read_cancel_reason(const web::Form& form);
/// An answer for each date that was answered.
workflows::PollAnswers read_poll_answers(const web::Form& form, const db::PollRow& poll);

}  // namespace server::polls
