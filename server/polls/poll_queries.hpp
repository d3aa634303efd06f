// A date poll as its pages and commands read it: who is asked, what they said, which dates suit.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "db/date_polls.hpp"
#include "db/mail_links.hpp"
#include "server/base/app.hpp"
#include "workflows/boards/board.hpp"

namespace server::polls {

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

/// Those who still have the seat through which they were asked.
std::vector<PollGuest> present_guests(db::ReadTx& tx, const std::string& poll);

/// Whom a poll is to ask: the members of its board, and officers of others.
struct PollAudience {
    std::string board_slug;  // whose poll it is
    bool members = false;
    std::vector<std::string> chairs = {};    // slugs of boards
    std::vector<std::string> officers = {};  // the same: lead officers and lead members
};
/// Each person with the board through which they are asked.
std::map<std::string, std::string> people_asked(db::ReadTx& tx, const PollAudience& audience);

/// What speaks against `day` for those people, one phrase each.
std::vector<std::string> speaks_against_poll_day(const base::App& app, db::ReadTx& tx,
                                                 const PollAudience& audience, workflows::Day day);

/// Whether the link's person still sits on the board through which they are asked.
bool is_still_asked(db::ReadTx& tx, const db::MailLink& link);

/// {"id","board","state","closes_on","meeting","asked":3,"answered":1,"dates":[{"date","yes",
///  "if_need_be","no"}],"answers":[{"post","answered":true,"2019-01-08":"yes",…}],"best":…}
std::string poll_json(const db::PollRow& poll, const std::vector<PollGuest>& guests);
/// post,2019-01-08,2019-01-09,… with a row for each person and three of totals (RFC 4180).
std::string poll_csv(const db::PollRow& poll, const std::vector<PollGuest>& guests);

}  // namespace server::polls
