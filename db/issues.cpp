#include "db/issues.hpp"

#include <algorithm>

#include "db/case_log.hpp"
#include "db/moved.hpp"
#include "db/statement.hpp"
#include "db/wanted.hpp"
#include "db/words.hpp"

namespace workflows {
BOOST_DESCRIBE_STRUCT(Issue, (), (kind, state, raising_board, asked_board, agency, title, text))
}  // namespace workflows

namespace db {

/// The two ladders share some names: which of them it is, says the kind beside it (in_its_ladder).
template <>
struct Stored<workflows::IssueStage> {
    static constexpr auto kind = Value::Kind::text;
    static workflows::IssueStage from(const Value& value) {
        using workflows::IssueKind;
        auto stage = workflows::issue_stage(IssueKind::boards, value.text);
        if (!stage) stage = workflows::issue_stage(IssueKind::protocol, value.text);
        if (!stage) refuse_stored(value.text);
        return *stage;
    }
    static Value to(const workflows::IssueStage& stage) {
        return text_value(workflows::to_text(stage));
    }
};

template <>
inline constexpr std::array columns_from<workflows::Issue>{From{"text", "detail"}};
BOOST_DESCRIBE_STRUCT(IssueRow, (),
                      (id, reference, issue, request, holder, since, next_date, way_forward,
                       created_at, created_by, version))
BOOST_DESCRIBE_STRUCT(IssueSides, (), (raising_board, asked_board))
BOOST_DESCRIBE_STRUCT(IssueMeeting, (), (meeting, state))

namespace {

using workflows::Code;
using workflows::Day;
using workflows::Error;
using workflows::Result;
using S = std::string;

constexpr Query<IssueRow> find_by_id{"issues.find_by_id", R"(
    SELECT {columns} FROM issue WHERE id = :id)"};
constexpr Query<IssueSides> find_sides{"issues.find_sides",
                                       "SELECT {columns} FROM issue WHERE id = :id"};
constexpr Query<IssueRow> find_of_request{"issues.find_of_request", R"(
    SELECT {columns} FROM issue WHERE request = :request AND request <> '')"};
constexpr Query<IssueRow> find_of_meeting{"issues.find_of_meeting", R"(
    SELECT {columns} FROM issue WHERE id IN (SELECT m.issue FROM issue_meeting m
    WHERE m.meeting = :meeting))"};
constexpr Query<IssueRow> list_of_board{"issues.list_of_board", R"(
    SELECT {columns} FROM issue WHERE raising_board = :board OR asked_board = :board
    ORDER BY created_at, id)"};
constexpr Query<IssueRow> list_with_person{"issues.list_with_person", R"(
    SELECT {columns} FROM issue WHERE (holder = :person AND holder <> '') OR id IN
    (SELECT p.issue FROM issue_person p WHERE p.person = :person) ORDER BY created_at, id)"};
constexpr Query<IssueRow> list_due{"issues.list_due", R"(
    SELECT {columns} FROM issue WHERE next_date <> '' AND next_date >= :from
    AND next_date <= :to ORDER BY next_date, id)"};
constexpr Query<int> last_reference{"issues.last_reference", R"(
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
constexpr Query<S> list_people_of{"issues.list_people", R"(
    SELECT person FROM issue_person WHERE issue = :issue ORDER BY person)"};
constexpr const char* is_present =
    " AND m.from_day <= :day AND (m.to_day = '' OR m.to_day >= :day)"
    " AND (m.person = i.holder OR (i.state = 'senior_officers' AND EXISTS"
    " (SELECT 1 FROM issue_person p WHERE p.issue = i.id AND p.person = m.person)))";
constexpr Query<S> present_holders_of{
    "issues.present_holders",
    "SELECT DISTINCT m.person FROM issue i JOIN membership m"
    " ON m.board IN (i.raising_board, i.asked_board) WHERE i.id = :issue",
    is_present, " ORDER BY m.person"};
constexpr Query<std::pair<S, S>> holders_of_many{
    "issues.holders_of_many", with_wanted,
    " SELECT DISTINCT i.id, m.person FROM issue i"
    " JOIN membership m ON m.board IN (i.raising_board, i.asked_board)"
    " WHERE i.id IN (SELECT wanted.id FROM wanted)",
    is_present};
constexpr Sql insert_meeting_of{"issues.insert_meeting", R"(
    INSERT INTO issue_meeting(issue, meeting, state) VALUES (:issue, :meeting, :state))"};
constexpr Query<IssueMeeting> list_meetings_of{"issues.list_meetings", R"(
    SELECT {i.columns} FROM issue_meeting i JOIN meeting m ON m.id = i.meeting
    WHERE i.issue = :issue ORDER BY m.planned, m.id)"};
constexpr Query<IssueRow> list_between{"issues.list_between", R"(
    SELECT {columns} FROM issue WHERE state NOT IN ('resolved', 'withdrawn')
    AND ((raising_board = :from AND asked_board = :to)
        OR (raising_board = :to AND asked_board = :from)) ORDER BY id)"};
constexpr Query<std::string> hand_raising{"issues.hand_raising", R"(
    UPDATE issue SET raising_board = :to, version = version + 1
    WHERE raising_board = :from AND state NOT IN ('resolved', 'withdrawn') RETURNING id)"};
constexpr Query<std::string> hand_asked{"issues.hand_asked", R"(
    UPDATE issue SET asked_board = :to, version = version + 1
    WHERE asked_board = :from AND state NOT IN ('resolved', 'withdrawn') RETURNING id)"};

IssueRow in_its_ladder(IssueRow row) {
    auto& issue = row.issue;
    issue.state = workflows::issue_stage(issue.kind, workflows::to_text(issue.state)).value();
    return row;
}

std::vector<IssueRow> issues_where(ReadTx& tx, const Query<IssueRow>& query, Arguments arguments) {
    auto rows = select(tx.session(), query, arguments);
    for (auto& row : rows)
        row = in_its_ladder(std::move(row));
    return rows;
}

std::optional<IssueRow> issue_where(ReadTx& tx, const Query<IssueRow>& query, Arguments arguments) {
    auto row = select_one(tx.session(), query, arguments);
    if (row) row = in_its_ladder(std::move(*row));
    return row;
}

}  // namespace

std::optional<IssueRow> find_issue(ReadTx& tx, const S& id) {
    return issue_where(tx, find_by_id, {{"id", id}});
}

Result<IssueRow> load_issue(ReadTx& tx, const S& id) {
    auto row = find_issue(tx, id);
    if (!row) return workflows::not_found(words::cannot_find("issue"));
    return std::move(*row);
}

std::optional<IssueSides> sides_of_issue(ReadTx& tx, const S& id) {
    return select_one(tx.session(), find_sides, {{"id", id}});
}

std::optional<IssueRow> find_issue_of_request(ReadTx& tx, const S& request) {
    return issue_where(tx, find_of_request, {{"request", request}});
}

std::optional<IssueRow> find_issue_of_meeting(ReadTx& tx, const S& meeting) {
    return issue_where(tx, find_of_meeting, {{"meeting", meeting}});
}

std::vector<IssueRow> list_issues_of(ReadTx& tx, const S& board) {
    return issues_where(tx, list_of_board, {{"board", board}});
}

std::vector<IssueRow> list_issues_with(ReadTx& tx, const S& person, Day today) {
    auto rows = issues_where(tx, list_with_person, {{"person", person}});
    std::set<S> ids;
    for (const auto& row : rows)
        ids.insert(row.id);
    auto holders = present_holders(tx, ids, today);
    std::erase_if(rows, [&](const IssueRow& row) { return !holders[row.id].contains(person); });
    return rows;
}

std::vector<IssueRow> list_issues_due(ReadTx& tx, Day from, Day to) {
    return issues_where(tx, list_due, {{"from", from}, {"to", to}});
}

Result<IssueRow> insert_issue(WriteTx& tx, IssueRow row, Day today) {
    if (!row.request.empty() && find_issue_of_request(tx, row.request))
        return workflows::conflict("", words::issue_exists);
    const int year = workflows::year_of(today);
    const auto prefix = [](int of) { return "I-" + std::to_string(of) + "-"; };
    const int count =
        value(tx.session(), last_reference, {{"first", prefix(year)}, {"end", prefix(year + 1)}});
    row.id = tx.ids().id();
    row.reference = workflows::issue_reference(year, count + 1);
    row.created_at = tx.now();
    row.created_by = tx.actor().person;
    row.version = 1;
    run(tx.session(), insert, fields_of(row));
    tx.touch("issue:" + row.id);
    return row;
}

Result<void> save_issue(WriteTx& tx, const IssueRow& row) {
    if (run(tx.session(), update, fields_of(row)) == 0)
        return Error{Code::stale, words::changed_since_page_opened("issue")};
    tx.touch("issue:" + row.id);
    return {};
}

void save_issue_people(WriteTx& tx, const S& issue, const std::vector<S>& people) {
    run(tx.session(), remove_people, {{"issue", issue}});
    for (const auto& person : people)
        run(tx.session(), insert_person, {{"issue", issue}, {"person", person}});
}

std::vector<S> list_issue_people(ReadTx& tx, const S& issue) {
    return select(tx.session(), list_people_of, {{"issue", issue}});
}

std::vector<S> present_holders(ReadTx& tx, const S& issue, Day today) {
    return select(tx.session(), present_holders_of, {{"issue", issue}, {"day", today}});
}

std::map<S, std::set<S>> present_holders(ReadTx& tx, const std::set<S>& issues, Day today) {
    std::map<S, std::set<S>> holders;
    auto asked = wanted(issues);
    asked.add("day", today);
    for (auto& [issue, person] : select(tx.session(), holders_of_many, asked))
        holders[issue].insert(std::move(person));
    return holders;
}

bool holds_issue(ReadTx& tx, const S& issue, const S& person, Day today) {
    const auto holders = present_holders(tx, issue, today);
    return std::ranges::find(holders, person) != holders.end();
}

void insert_issue_meeting(WriteTx& tx, const S& issue, const IssueMeeting& meeting) {
    run(tx.session(), insert_meeting_of, fields_of(meeting, {{"issue", issue}}));
}

std::vector<IssueMeeting> list_issue_meetings(ReadTx& tx, const S& issue) {
    return select(tx.session(), list_meetings_of, {{"issue", issue}});
}

namespace {

// What the two had between them is over, and the history says why.
void settle(WriteTx& tx, IssueRow& row) {
    CaseEventRow event;
    event.event = workflows::to_text(workflows::IssueEvent::resolve);
    event.from_state = workflows::to_text(row.issue.state);
    event.to_state = workflows::to_text(workflows::IssueState::resolved);
    row.issue.state = workflows::issue_stage(row.issue.kind, event.to_state).value();
    event.comment = row.way_forward = words::same_board_issue;
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
    for (auto& row : issues_where(tx, list_between, {{"from", from}, {"to", to}})) {
        settle(tx, row);
        all.push_back("issue:" + row.id);
    }
    append(all, moved(tx, hand_raising, "issue:", {{"to", to}, {"from", from}}));
    append(all, moved(tx, hand_asked, "issue:", {{"to", to}, {"from", from}}));
    return all;
}

std::vector<const Sql*> issues_statements() {
    return {&find_by_id,       &find_sides,         &find_of_request,
            &find_of_meeting,  &list_of_board,      &list_with_person,
            &list_due,         &last_reference,     &insert,
            &update,           &remove_people,      &insert_person,
            &list_people_of,   &present_holders_of, &insert_meeting_of,
            &list_meetings_of, &list_between,       &hand_raising,
            &hand_asked,       &holders_of_many};
}

}  // namespace db
