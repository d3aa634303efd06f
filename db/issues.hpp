// Issues between boards, concerns about the protocol, and what happened to each.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "db/database.hpp"
#include "db/sql.hpp"
#include "workflows/core/result.hpp"
#include "workflows/issues/issue.hpp"

namespace db {

struct IssueRow {
    std::string id;
    std::string reference;
    workflows::Issue issue;
    std::string request;                      // agenda_request.id, or empty
    std::string holder;                       // person key; empty once it is closed
    workflows::Day since;                     // at its step
    std::optional<workflows::Day> next_date;  // nothing once it is closed
    std::string way_forward;
    workflows::Instant created_at;
    std::string created_by;  // person key
    int version = 1;
};

/// Who may know of an issue.
struct IssueSides {
    std::string raising_board;
    std::string asked_board;
};

std::optional<IssueRow> find_issue(ReadTx& tx, const std::string& id);
/// Code::not_found.
workflows::Result<IssueRow> load_issue(ReadTx& tx, const std::string& id);
std::optional<IssueSides> sides_of_issue(ReadTx& tx, const std::string& id);
std::optional<IssueRow> find_issue_of_request(ReadTx& tx, const std::string& request);
std::optional<IssueRow> find_issue_of_meeting(ReadTx& tx, const std::string& meeting);
/// Raised by the board or asked of it, oldest first.
std::vector<IssueRow> list_issues_of(ReadTx& tx, const std::string& board);
/// Of which the person is one of the present_holders().
std::vector<IssueRow> list_issues_with(ReadTx& tx, const std::string& person, workflows::Day today);
/// Open ones whose next date is in the window, both days included.
std::vector<IssueRow> list_issues_due(ReadTx& tx, workflows::Day from, workflows::Day to);

/// Fills in id, reference (of the year of `today`), created_at, created_by and version.
/// Code::conflict: the request has an issue already.
workflows::Result<IssueRow> insert_issue(WriteTx& tx, IssueRow row, workflows::Day today);
/// Writes asked board, state, holder, since, next date and way forward of the row whose version is
/// `row.version`. Code::stale.
workflows::Result<void> save_issue(WriteTx& tx, const IssueRow& row);

/// Keys, in order. Replaces who was named before.
void save_issue_people(WriteTx& tx, const std::string& issue,
                       const std::vector<std::string>& people);
std::vector<std::string> list_issue_people(ReadTx& tx, const std::string& issue);

/// Keys of those who may read the issue, move it and be told of it without speaking for one of its
/// boards: who holds it and, at the step of the senior officers, those who were named; each while
/// they have a seat on one of the two boards.
std::vector<std::string> present_holders(ReadTx& tx, const std::string& issue,
                                         workflows::Day today);
/// The same of many issues, by id; one that nobody holds is left out.
std::map<std::string, std::set<std::string>> present_holders(ReadTx& tx,
                                                             const std::set<std::string>& issues,
                                                             workflows::Day today);
bool holds_issue(ReadTx& tx, const std::string& issue, const std::string& person,
                 workflows::Day today);

struct IssueMeeting {
    std::string meeting;
    std::string state;  // the step that it is held for
};
void insert_issue_meeting(WriteTx& tx, const std::string& issue, const IssueMeeting& meeting);
std::vector<IssueMeeting> list_issue_meetings(ReadTx& tx, const std::string& issue);

/// Open issues of the board `from` are those of `to` from now on; one between the two of them is
/// resolved, with a line in its history. Which: "issue:ID".
std::vector<std::string> issues_to_hand_over(ReadTx& tx, const std::string& from);  // references
std::vector<std::string> hand_over_issues(WriteTx& tx, const std::string& from,
                                          const std::string& to);

std::vector<const Sql*> issues_statements();

}  // namespace db
