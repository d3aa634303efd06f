// A date poll as the secretariat runs it: asked, chased, closed with a date or cancelled; and the
// answers that people give by the link in their letter.
#pragma once

#include <string>
#include <vector>

#include "db/date_polls.hpp"
#include "db/mail_links.hpp"
#include "server/web/context.hpp"
#include "workflows/boards/board.hpp"

namespace server::planning {

/// The name of its row in server/letters/link_types.cpp.
inline constexpr const char* poll_link_kind = "date_poll";

std::string poll_href(const std::string& id);

/// One person who is asked, with the post's words.
struct PollGuest {
    workflows::Person person;
    db::PollPerson answers;
};
std::vector<PollGuest> poll_guests(db::ReadTx& tx, const std::string& poll);
bool has_answered(const PollGuest& guest);
std::vector<workflows::PollTotal> totals_of(const db::PollRow& poll,
                                            const std::vector<PollGuest>& guests);

/// What speaks against `day` for the people that the form asks, one phrase each.
std::vector<std::string> speaks_against_poll_day(const web::Context& context, db::ReadTx& tx,
                                                 workflows::Day day);

/// From the form of /polls/new; everybody asked gets a letter. Code::conflict, field "day-N": what
/// speaks against the day was not shown yet.
Result<db::PollRow> make_poll(const web::Context& context, db::WriteTx& tx);
/// A letter to those who have not answered; how many. Code::refused: all have, or it is over.
Result<int> chase_poll(const web::Context& context, db::WriteTx& tx, db::PollRow poll);
/// Makes the meeting on the chosen date, confirmed, and invites everybody asked.
Result<std::string> close_poll(const web::Context& context, db::WriteTx& tx, db::PollRow poll);
/// Tells everybody asked.
Result<void> cancel_poll(const web::Context& context, db::WriteTx& tx, db::PollRow poll);

/// Whether the link's person still sits on the board through which they are asked.
bool is_still_asked(db::ReadTx& tx, const db::MailLink& link);
/// From the form behind the link: an answer for each date. Code::refused: the poll is over.
Result<void> answer_poll(const web::Context& context, db::WriteTx& tx, const db::PollRow& poll,
                         const db::MailLink& link);

/// {"id","board","state","closes_on","meeting","asked":3,"answered":1,"dates":[{"date","yes",
///  "if_need_be","no"}],"answers":[{"post","answered":true,"2019-01-08":"yes",…}],"best":…}
std::string poll_json(const db::PollRow& poll, const std::vector<PollGuest>& guests);
/// post,2019-01-08,2019-01-09,… with a row for each person and three of totals (RFC 4180).
std::string poll_csv(const db::PollRow& poll, const std::vector<PollGuest>& guests);

}  // namespace server::planning
