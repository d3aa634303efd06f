// A date poll as the secretariat runs it: asked, chased, closed with a date or cancelled; and the
// answers that people give by the link in their letter.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "db/date_polls.hpp"
#include "db/mail_links.hpp"
#include "server/base/acting.hpp"
#include "server/base/app.hpp"
#include "server/base/result.hpp"
#include "server/polls/poll_queries.hpp"

namespace server::polls {

/// One of the dates that are asked about.
struct PollDate {
    std::string field;  // "day-2": where an error about it is shown
    workflows::Day day;
    bool seen = false;  // what speaks against the day was shown with it
};
struct NewPoll {
    PollAudience asked;
    db::PollRow poll;  // title, kind, times, place, closing date
    std::vector<PollDate> dates;
};
/// Everybody asked gets a letter. Code::invalid with the field; Code::forbidden: for another
/// board's secretariat; Code::conflict, field of the date: what speaks against it was not shown
/// yet.
Result<db::PollRow> make_poll(base::App& app, const base::Acting& acting, db::WriteTx& tx,
                              const NewPoll& command);

/// An open poll as a page showed it.
struct ShownPoll {
    std::string poll;  // id
    int version = 0;
};
/// A letter to those who have not answered; how many. Code::refused: all have, or it is over;
/// Code::stale.
Result<int> chase_poll(base::App& app, db::WriteTx& tx, const ShownPoll& shown);
/// Makes the meeting on that date, confirmed, and invites everybody asked; its id. Code::invalid,
/// field "day", and errors as of meetings::plan_meeting().
Result<std::string> close_poll(base::App& app, const base::Acting& acting, db::WriteTx& tx,
                               const ShownPoll& shown, std::optional<workflows::Day> day);
/// Tells everybody asked.
Result<void> cancel_poll(base::App& app, db::WriteTx& tx, const ShownPoll& shown,
                         const std::string& reason);

/// An answer for each date, by the link. Code::refused: the poll is over.
Result<void> answer_poll(db::WriteTx& tx, const db::PollRow& poll, const db::MailLink& link,
                         const workflows::PollAnswers& answers);

}  // namespace server::polls
