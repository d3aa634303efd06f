#include "db/issues.hpp"

#include <algorithm>

#include "db/case_log.hpp"
#include "db/moved.hpp"
#include "db/statement.hpp"
#include "db/times.hpp"

#define ISSUE_COLUMNS                                                                          \
    "id, reference, kind, raising_board, asked_board, agency, request, title, detail, state, " \
    "holder, since, next_date, way_forward, created_at, created_by, version"

namespace db {
namespace {

using workflows::Code;
using workflows::Day;
using workflows::Error;
using workflows::Result;
using S = std::string;

constexpr Sql find_by_id{"issues.find_by_id", "SELECT " ISSUE_COLUMNS " FROM issue WHERE id = :id"};
constexpr Sql find_sides{"issues.find_sides",
                         "SELECT raising_board, asked_board FROM issue WHERE id = :id"};
constexpr Sql find_of_request{"issues.find_of_request",
                              "SELECT " ISSUE_COLUMNS
                              " FROM issue WHERE request = :request AND request <> ''"};
constexpr Sql find_of_meeting{"issues.find_of_meeting",
                              "SELECT " ISSUE_COLUMNS
                              " FROM issue WHERE id IN (SELECT m.issue FROM issue_meeting m"
                              " WHERE m.meeting = :meeting)"};
constexpr Sql list_of_board{
    "issues.list_of_board",
    "SELECT " ISSUE_COLUMNS
    " FROM issue WHERE raising_board = :board OR asked_board = :board ORDER BY created_at, id"};
constexpr Sql list_with_person{"issues.list_with_person",
                               "SELECT " ISSUE_COLUMNS
                               " FROM issue WHERE (holder = :person AND holder <> '') OR id IN"
                               " (SELECT p.issue FROM issue_person p WHERE p.person = :person)"
                               " ORDER BY created_at, id"};
constexpr Sql list_due{"issues.list_due", "SELECT " ISSUE_COLUMNS
                                          " FROM issue WHERE next_date <> '' AND next_date >="
                                          " :from AND next_date <= :to ORDER BY next_date, id"};
constexpr Sql last_reference{"issues.last_reference", R"(
    SELECT COUNT(*) FROM issue WHERE reference >= :first AND reference < :end)"};
constexpr Sql insert{"issues.insert", R"(
    INSERT INTO issue(id, reference, kind, raising_board, asked_board, agency, request, title,
        detail, state, holder, since, next_date, created_at, created_by)
    VALUES (:id, :reference, :kind, :raising_board, :asked_board, :agency, :request, :title,
        :detail, :state, :holder, :since, :next_date, :created_at, :created_by))"};
constexpr Sql update{"issues.update", R"(
    UPDATE issue SET asked_board = :asked_board, state = :state, holder = :holder, since = :since,
        next_date = :next_date, way_forward = :way_forward, version = version + 1
    WHERE id = :id AND version = :version)"};
constexpr Sql remove_people{"issues.remove_people",
                            "DELETE FROM issue_person WHERE issue = :issue"};
constexpr Sql insert_person{"issues.insert_person", R"(
    INSERT INTO issue_person(issue, person) VALUES (:issue, :person))"};
constexpr Sql list_people_of{"issues.list_people", R"(
    SELECT person FROM issue_person WHERE issue = :issue ORDER BY person)"};
constexpr Sql present_holders_of{"issues.present_holders", R"(
    SELECT DISTINCT m.person FROM issue i JOIN membership m
        ON m.board IN (i.raising_board, i.asked_board)
    WHERE i.id = :issue AND m.from_day <= :day AND (m.to_day = '' OR m.to_day >= :day)
      AND (m.person = i.holder OR (i.state = 'senior_officers' AND EXISTS
          (SELECT 1 FROM issue_person p WHERE p.issue = i.id AND p.person = m.person)))
    ORDER BY m.person)"};
constexpr Sql insert_meeting_of{"issues.insert_meeting", R"(
    INSERT INTO issue_meeting(issue, meeting, state) VALUES (:issue, :meeting, :state))"};
constexpr Sql list_meetings_of{"issues.list_meetings", R"(
    SELECT i.meeting, i.state FROM issue_meeting i JOIN meeting m ON m.id = i.meeting
    WHERE i.issue = :issue ORDER BY m.planned, m.id)"};
constexpr Sql list_between{"issues.list_between",
                           "SELECT " ISSUE_COLUMNS
                           " FROM issue WHERE state NOT IN ('resolved', 'withdrawn')"
                           " AND ((raising_board = :from AND asked_board = :to)"
                           " OR (raising_board = :to AND asked_board = :from)) ORDER BY id"};
constexpr Sql hand_raising{"issues.hand_raising", R"(
    UPDATE issue SET raising_board = :to, version = version + 1
    WHERE raising_board = :from AND state NOT IN ('resolved', 'withdrawn') RETURNING id)"};
constexpr Sql hand_asked{"issues.hand_asked", R"(
    UPDATE issue SET asked_board = :to, version = version + 1
    WHERE asked_board = :from AND state NOT IN ('resolved', 'withdrawn') RETURNING id)"};

Day stored_day(const S& text) {
    return workflows::parse_day(text).value();
}
std::optional<Day> maybe_day(const S& text) {
    return text.empty() ? std::nullopt : std::optional<Day>(stored_day(text));
}
S day_text(const std::optional<Day>& day) {
    return day ? workflows::iso(*day) : S();
}

template <class... A>
std::vector<IssueRow> query(ReadTx& tx, const Sql& sql, const A&... arguments) {
    std::vector<IssueRow> rows;
    each<S, S, S, S, S, S, S, S, S, S, S, S, S, S, long long, S, int>(
        tx.session(), sql,
        [&](const S& id, const S& reference, const S& kind, const S& raising, const S& asked,
            const S& agency, const S& request, const S& title, const S& detail, const S& state,
            const S& holder, const S& since, const S& next_date, const S& way_forward,
            long long created_at, const S& created_by, int version) {
            IssueRow row;
            row.id = id;
            row.reference = reference;
            row.issue = {workflows::from_text<workflows::IssueKind>(kind).value(),
                         state,
                         raising,
                         asked,
                         agency,
                         title,
                         detail};
            row.request = request;
            row.holder = holder;
            row.since = stored_day(since);
            row.next_date = maybe_day(next_date);
            row.way_forward = way_forward;
            row.created_at = instant(created_at);
            row.created_by = created_by;
            row.version = version;
            rows.push_back(std::move(row));
        },
        arguments...);
    return rows;
}

template <class... A>
std::optional<IssueRow> query_one(ReadTx& tx, const Sql& sql, const A&... arguments) {
    auto rows = query(tx, sql, arguments...);
    if (rows.empty()) return std::nullopt;
    return std::move(rows.front());
}

std::vector<S> keys(ReadTx& tx, const Sql& sql, const S& of) {
    std::vector<S> people;
    each<S>(
        tx.session(), sql, [&](const S& person) { people.push_back(person); }, of);
    return people;
}

}  // namespace

std::optional<IssueRow> find_issue(ReadTx& tx, const S& id) {
    return query_one(tx, find_by_id, id);
}

Result<IssueRow> load_issue(ReadTx& tx, const S& id) {
    auto row = find_issue(tx, id);
    if (!row) return workflows::not_found("There is no such issue.");
    return std::move(*row);
}

std::optional<IssueSides> sides_of_issue(ReadTx& tx, const S& id) {
    std::optional<IssueSides> sides;
    each<S, S>(
        tx.session(), find_sides, [&](const auto&... column) { sides = IssueSides{column...}; },
        id);
    return sides;
}

std::optional<IssueRow> find_issue_of_request(ReadTx& tx, const S& request) {
    return query_one(tx, find_of_request, request);
}

std::optional<IssueRow> find_issue_of_meeting(ReadTx& tx, const S& meeting) {
    return query_one(tx, find_of_meeting, meeting);
}

std::vector<IssueRow> list_issues_of(ReadTx& tx, const S& board) {
    return query(tx, list_of_board, board);
}

std::vector<IssueRow> list_issues_with(ReadTx& tx, const S& person, Day today) {
    auto rows = query(tx, list_with_person, person);
    std::erase_if(rows,
                  [&](const IssueRow& row) { return !holds_issue(tx, row.id, person, today); });
    return rows;
}

std::vector<IssueRow> list_issues_due(ReadTx& tx, Day from, Day to) {
    return query(tx, list_due, workflows::iso(from), workflows::iso(to));
}

Result<IssueRow> insert_issue(WriteTx& tx, IssueRow row, Day today) {
    if (!row.request.empty() && find_issue_of_request(tx, row.request))
        return workflows::conflict("", "This request has an issue already.");
    const int year = workflows::year_of(today);
    const auto prefix = [](int of) { return "I-" + std::to_string(of) + "-"; };
    const int count = value<int>(tx.session(), last_reference, prefix(year), prefix(year + 1));
    row.id = tx.ids().id();
    row.reference = workflows::issue_reference(year, count + 1);
    row.created_at = tx.now();
    row.created_by = tx.actor().person;
    row.version = 1;
    const auto& i = row.issue;
    run(tx.session(), insert, row.id, row.reference, workflows::to_text(i.kind), i.raising_board,
        i.asked_board, i.agency, row.request, i.title, i.text, i.state, row.holder,
        workflows::iso(row.since), day_text(row.next_date), seconds(row.created_at),
        row.created_by);
    tx.touch("issue:" + row.id);
    return row;
}

Result<void> save_issue(WriteTx& tx, const IssueRow& row) {
    if (run(tx.session(), update, row.issue.asked_board, row.issue.state, row.holder,
            workflows::iso(row.since), day_text(row.next_date), row.way_forward, row.id,
            row.version) == 0)
        return Error{Code::stale,
                     "Something happened to this issue since you opened the page. Read what is "
                     "new, then choose again."};
    tx.touch("issue:" + row.id);
    return {};
}

void save_issue_people(WriteTx& tx, const S& issue, const std::vector<S>& people) {
    run(tx.session(), remove_people, issue);
    for (const auto& person : people)
        run(tx.session(), insert_person, issue, person);
}

std::vector<S> list_issue_people(ReadTx& tx, const S& issue) {
    return keys(tx, list_people_of, issue);
}

std::vector<S> present_holders(ReadTx& tx, const S& issue, Day today) {
    std::vector<S> people;
    each<S>(
        tx.session(), present_holders_of, [&](const S& person) { people.push_back(person); }, issue,
        workflows::iso(today));
    return people;
}

bool holds_issue(ReadTx& tx, const S& issue, const S& person, Day today) {
    const auto holders = present_holders(tx, issue, today);
    return std::ranges::find(holders, person) != holders.end();
}

void insert_issue_meeting(WriteTx& tx, const S& issue, const IssueMeeting& meeting) {
    run(tx.session(), insert_meeting_of, issue, meeting.meeting, meeting.state);
}

std::vector<IssueMeeting> list_issue_meetings(ReadTx& tx, const S& issue) {
    std::vector<IssueMeeting> meetings;
    each<S, S>(
        tx.session(), list_meetings_of,
        [&](const auto&... column) { meetings.push_back({column...}); }, issue);
    return meetings;
}

namespace {

// What the two had between them is over, and the history says why.
void settle(WriteTx& tx, IssueRow& row) {
    CaseEventRow event;
    event.event = workflows::to_text(workflows::IssueEvent::resolve);
    event.from_state = row.issue.state;
    event.to_state = row.issue.state = workflows::to_text(workflows::IssueState::resolved);
    event.comment = row.way_forward = "The two boards became one.";
    row.holder.clear();
    row.next_date.reset();
    save_issue(tx, row).value();
    append_case_event(tx, CaseKind::issue, row.id, event);
}

}  // namespace

std::vector<S> issues_to_hand_over(ReadTx& tx, const S& from) {
    std::vector<S> references;
    for (const auto& row : list_issues_of(tx, from)) {
        if (workflows::is_open_issue(row.issue.state)) references.push_back(row.reference);
    }
    return references;
}

std::vector<S> hand_over_issues(WriteTx& tx, const S& from, const S& to) {
    std::vector<S> all;
    for (auto& row : query(tx, list_between, from, to)) {
        settle(tx, row);
        all.push_back("issue:" + row.id);
    }
    append(all, moved(tx, hand_raising, "issue:", to, from));
    append(all, moved(tx, hand_asked, "issue:", to, from));
    return all;
}

std::vector<const Sql*> issues_statements() {
    return {&find_by_id,       &find_sides,         &find_of_request,
            &find_of_meeting,  &list_of_board,      &list_with_person,
            &list_due,         &last_reference,     &insert,
            &update,           &remove_people,      &insert_person,
            &list_people_of,   &present_holders_of, &insert_meeting_of,
            &list_meetings_of, &list_between,       &hand_raising,
            &hand_asked};
}

}  // namespace db
