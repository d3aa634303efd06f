// What pages do with issues between boards and concerns about the protocol (protocol 4.6, 6.3).
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "db/issues.hpp"
#include "db/requests.hpp"
#include "server/base/acting.hpp"
#include "server/base/app.hpp"
#include "server/base/result.hpp"
#include "workflows/boards/board.hpp"
#include "workflows/issues/issue.hpp"

namespace server::issues {

/// Each of db::present_holders() holds it.
workflows::IssueActor issue_actor(db::ReadTx& tx, const base::Viewer& viewer,
                                  const db::IssueRow& row);

/// Somebody who can hold an issue or be asked to its meetings: a post with its roles on the two
/// boards, "Leader of the County Council (chair of HWB)".
struct IssueCandidate {
    workflows::Person person;
    std::string label;
    bool chair = false;         // or co-chair, of either board
    bool lead_officer = false;  // the senior officers
    bool lead_member = false;
    bool asked = false;  // of the board that is asked
};
/// From the seats of today, each person once; of a protocol concern without another board those of
/// one board.
std::vector<IssueCandidate> issue_candidates(db::ReadTx& tx, const workflows::Issue& issue,
                                             workflows::Day today);
/// Whom a step is put with unless the form says otherwise: the chair of the board that is asked for
/// the first step, its lead officer for the senior officers, else the chair who raised it. Empty
/// when neither board has anybody.
std::string usual_holder(const std::vector<IssueCandidate>& candidates,
                         const workflows::IssueStage& stage);
/// Whom a meeting for the step is for: the chairs; with senior officers and lead members from the
/// resolution meeting on.
bool is_usually_asked(const IssueCandidate& candidate, const workflows::IssueStage& stage);

/// The day for the next thing, unless the form says otherwise.
inline constexpr int next_date_days = 10;  // working days
workflows::Day usual_next_date(const base::App& app, db::ReadTx& tx, workflows::Day today);

/// Checks, stores and tells of a new issue. Errors as workflows::check_new().
Result<db::IssueRow> raise_issue(base::App& app, const base::Acting& acting, db::WriteTx& tx,
                                 workflows::Issue issue, workflows::IssueCommand command);

/// The issue of a request that was refused, or not answered in time: its chair was asked, so it
/// begins with the chairs together. Nobody gets a letter: that the request is escalated tells both
/// boards. `comment` becomes the text. Errors as workflows::check_new(), with field "comment".
Result<db::IssueRow> raise_issue_of_request(base::App& app, const base::Acting& acting,
                                            db::WriteTx& tx, const db::RequestRow& request,
                                            const std::string& comment);

/// Row of site/followers: a request that its chair takes further becomes an issue. "It goes on as
/// issue 2018-3: the chairs together". Errors as raise_issue_of_request().
Result<std::string> follow_escalation(base::App& app, const base::Acting& acting, db::WriteTx& tx,
                                      const db::RequestRow& request, const std::string& comment);

struct IssueMove {
    workflows::IssueCommand command;
    std::vector<std::string> people;  // senior_officers only: keys of those who are asked
};
/// Takes one step with all that follows it. `row` is as the form showed it (version). Errors as
/// workflows::decide(), and Code::stale.
Result<void> take_issue_step(base::App& app, const base::Acting& acting, db::WriteTx& tx,
                             db::IssueRow row, const IssueMove& move);

/// One letter about an issue; `told` as the workflow says.
struct IssueLetter {
    workflows::IssueTold told = workflows::IssueTold::both_sides;
    std::string revision;  // with the issue and the person one letter
    std::string who = {};  // whose step it tells of, in words
    std::string comment = {};
};
int queue_issue_letter(base::App& app, db::WriteTx& tx, const db::IssueRow& row,
                       const IssueLetter& letter);

/// "CT and HIB"; of a protocol concern "CT" until another board is named.
std::string issue_boards_words(const workflows::Issue& issue);
/// "Chairs together".
std::string issue_state_text(const db::IssueRow& row);
long long days_at_step(const db::IssueRow& row, workflows::Day today);
bool is_issue_overdue(const db::IssueRow& row, workflows::Day today);
/// The post that holds it, or empty.
std::string holder_post(db::ReadTx& tx, const db::IssueRow& row);

}  // namespace server::issues
