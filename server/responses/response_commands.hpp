// What pages, other parts and the scheduler do with responses that follow a paper back
// (protocol 4.3, 4.7).
#pragma once

#include <array>
#include <boost/json/fwd.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "db/meetings.hpp"
#include "db/obligations.hpp"
#include "db/response_arrangements.hpp"
#include "db/responses.hpp"
#include "server/base/acting.hpp"
#include "server/base/app.hpp"
#include "server/base/result.hpp"
#include "workflows/responses/response.hpp"

namespace server::responses {

/// What the viewer is to the two boards of a response; `owner` is the person it names, or empty.
workflows::ResponseActor response_actor(const base::Viewer& viewer,
                                        const workflows::BoardResponse& response,
                                        const std::string& owner);

/// A recommendation for one board. `response.number` 0: the next one of its source.
struct NewResponse {
    workflows::ResponseSource kind = workflows::ResponseSource::item;
    std::string source = {};        // id of the item, obligation, circulation, request
    std::string source_title = {};  // as both boards may read it
    workflows::Visibility visibility = workflows::Visibility::members;  // of the source
    workflows::BoardResponse response = {};
    std::string owner = {};  // person key of the post to answer, or empty
};

/// Names the response that a board owes once the paper is delivered; nobody is told before.
/// `actor` is {.service = true} where the caller has checked who may. Errors as
/// workflows::check_new().
Result<db::ResponseRow> raise_response(base::App& app, db::WriteTx& tx,
                                       const workflows::ResponseActor& actor, NewResponse wish);

/// The paper was delivered: what was named for it falls due, and the owing boards are told; where
/// no response was required nothing is owed. `owing_board` empty: to all of them. Call it again
/// without harm. How many became due or were for information. `askers` empty: of all asking boards.
int deliver_responses_of(base::App& app, db::WriteTx& tx, workflows::ResponseSource kind,
                         const std::string& source, const std::string& owing_board = {},
                         const std::vector<std::string>& askers = {});
/// The same for what was named in a report of the timetable, at whichever board, once the report
/// has reached the board of `reached`.
int deliver_responses_of_report(base::App& app, db::WriteTx& tx, const db::ObligationRow& reached);
/// Row of site/followers. The same for every item of a meeting whose agenda went out: to the board
/// that meets. No line.
Result<std::string> follow_publication(base::App& app, db::WriteTx& tx,
                                       const db::MeetingRow& meeting);

struct ResponseMove {
    workflows::ResponseCommand command = {};
    std::string owner = {};  // accept: the post that answers
};
/// Takes one step with its event, letters and audit; an answer is put on the next agenda of the
/// board that asked. `row` is as the form showed it (version). Errors as workflows::decide(),
/// Code::invalid (field "owner": not on the owing board), Code::stale.
Result<void> take_response_step(base::App& app, const base::Acting& acting, db::WriteTx& tx,
                                db::ResponseRow row, const ResponseMove& move);

/// Puts the answers that wait onto the next agendas of those who asked, and anew those whose
/// meeting was cancelled; how many. Reads first, and writes only where something can be placed.
int place_waiting_answers(base::App& app);
/// The next meeting of a board whose agenda is still being made: not published, and not late.
std::optional<db::MeetingRow> meeting_for_answer(const base::App& app, db::ReadTx& tx,
                                                 const std::string& board);
/// One answer, in the caller's transaction; nothing happens where there is no such meeting.
Result<void> place_answer(base::App& app, db::WriteTx& tx, const db::ResponseRow& row);
/// Takes an answer that was sent back off an agenda that is still being made.
void take_off_agenda(db::WriteTx& tx, const db::ResponseRow& row);

/// What is owed by an arrangement between two boards is raised so many days before its day.
inline constexpr int arrangement_lead_days = 60;
inline constexpr std::array arrangement_months{1, 3, 6, 12};
/// Raises and delivers what falls due within that time, once each; how many. Reads first.
int raise_due_arrangements(base::App& app);
/// "Every quarter".
std::string cadence_words(int months);
/// Tells chair and secretariat of the other board what `from` did, it made or ended the
/// arrangement; `who` is the post that did it.
void queue_arrangement_letter(base::App& app, db::WriteTx& tx, const db::ArrangementRow& row,
                              const std::string& from, const std::string& who);

struct ResponseLetter {
    std::string_view mail;  // name in the workflow table
    workflows::Side told = workflows::Side::asked;
    std::string revision;  // with kind, response and person one letter
    std::string who = {};  // whose step it tells of, in words
    std::string comment = {};
    std::string only = {};  // person key: one letter to this person instead of the board
};
int queue_response_letter(base::App& app, db::WriteTx& tx, const db::ResponseRow& row,
                          const ResponseLetter& letter);

/// "Recommendation 3 of OSCB Annual Report"; of an arrangement its own words, cut.
std::string response_title(const db::ResponseRow& row);
/// The same as it may stand in a mail's subject or on a page of several boards: nothing exempt.
std::string mailable_response_title(const db::ResponseRow& row);
/// "Due by Friday 1 February 2019 (in 14 days)", "Overdue: …", or empty at rest.
std::string response_day_words(const db::ResponseRow& row, workflows::Day today);
/// "With HIB", "For the next HWB meeting", "No further action needed".
std::string response_waiting_words(const db::ResponseRow& row);
/// Where the source can be read: an address, or empty.
std::string source_href(db::ReadTx& tx, const db::ResponseRow& row);

/// As /responses/{response}.json gives it.
std::string response_json(db::ReadTx& tx, const db::ResponseRow& row, workflows::Day today);
/// The same of each of them.
boost::json::array responses_json(db::ReadTx& tx, const std::vector<db::ResponseRow>& rows,
                                  workflows::Day today);
std::string responses_csv(const std::vector<db::ResponseRow>& rows, workflows::Day today);

}  // namespace server::responses
