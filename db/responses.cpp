#include "db/responses.hpp"

#include "db/case_log.hpp"
#include "db/moved.hpp"
#include "db/statement.hpp"
#include "db/words.hpp"

namespace workflows {
BOOST_DESCRIBE_STRUCT(BoardResponse, (),
                      (asking_board, owing_board, number, recommendation, required, due, state))
}  // namespace workflows

namespace db {

BOOST_DESCRIBE_STRUCT(ResponseRow, (),
                      (id, source_kind, source, source_title, visibility, response, first_due,
                       owner, answer, evidence, meeting, item, delivered_on, answered_on,
                       settled_on, created_at, created_by, version))
BOOST_DESCRIBE_STRUCT(ResponseSides, (), (asking_board, owing_board, owner, delivered))
template <>
inline constexpr std::array columns_from<ResponseSides>{
    From{"delivered", "CASE WHEN delivered_on = '' THEN 0 ELSE 1 END"}};

namespace {

using workflows::Code;
using workflows::Day;
using workflows::Error;
using workflows::Result;
using S = std::string;

constexpr const char* by_day =
    " ORDER BY r.due = '', r.due, r.created_at, r.number, r.owing_board, r.id";
constexpr const char* is_owed = "r.state IN ('due', 'accepted', 'carried_forward', 'sent_back')";
constexpr const char* is_open = "state NOT IN ('informed', 'confirmed', 'dropped')";

constexpr Query<ResponseRow> find_by_id{"responses.find", R"(
    SELECT {r.columns} FROM response r WHERE r.id = :id)"};
constexpr Query<ResponseRow> list_asked{
    "responses.asked", "SELECT {r.columns} FROM response r WHERE r.asking_board = :board", by_day};
constexpr Query<ResponseRow> list_owed{"responses.owed",
                                       "SELECT {r.columns} FROM response r"
                                       " WHERE r.owing_board = :board AND r.delivered_on <> ''",
                                       by_day};
constexpr Query<ResponseRow> list_source{"responses.source", R"(
    SELECT {r.columns} FROM response r WHERE r.source_kind = :kind AND r.source = :source
    ORDER BY r.number, r.owing_board, r.id)"};
constexpr Query<ResponseRow> list_due{"responses.due", "SELECT {r.columns} FROM response r WHERE ",
                                      is_owed, " AND r.due BETWEEN :first AND :last", by_day};
constexpr Query<ResponseRow> list_owner{"responses.owner",
                                        "SELECT {r.columns} FROM response r"
                                        " WHERE r.owner = :owner AND r.owner <> '' AND ",
                                        is_owed, by_day};
constexpr Query<ResponseRow> list_state{
    "responses.state", "SELECT {r.columns} FROM response r WHERE r.state = :state", by_day};
constexpr Query<ResponseRow> list_displaced{
    "responses.displaced",
    "SELECT {r.columns} FROM response r JOIN meeting m ON m.id = r.meeting"
    " WHERE r.state = :state AND r.item <> '' AND m.state = 'cancelled'",
    by_day};
constexpr Query<ResponseRow> find_by_item{"responses.item", R"(
    SELECT {r.columns} FROM response r WHERE r.item = :item AND r.item <> '')"};
constexpr Query<ResponseSides> sides{"responses.sides", R"(
    SELECT {columns} FROM response WHERE id = :id)"};
constexpr Query<int> last_number{"responses.last_number", R"(
    SELECT COALESCE(MAX(number), 0) FROM response WHERE source_kind = :kind AND source = :source)"};
constexpr Sql insert{"responses.insert", R"(
    INSERT INTO response(id, source_kind, source, source_title, visibility, asking_board,
        owing_board, number, recommendation, required, due, first_due, owner, state, created_at,
        created_by)
    VALUES (:id, :source_kind, :source, :source_title, :visibility, :asking_board, :owing_board,
        :number, :recommendation, :required, :due, :first_due, :owner, :state, :created_at,
        :created_by))"};
constexpr Sql update{"responses.update", R"(
    UPDATE response SET due = :due, owner = :owner, state = :state, answer = :answer,
        evidence = :evidence, meeting = :meeting, item = :item, delivered_on = :delivered_on,
        answered_on = :answered_on, settled_on = :settled_on, version = version + 1
    WHERE id = :id AND version = :version)"};
constexpr Sql hand_over_asking{"responses.hand_over_asking", R"(
    UPDATE response SET asking_board = :successor, version = version + 1
    WHERE id = :id AND )",
                               is_open};
constexpr Sql hand_over_owing{"responses.hand_over_owing", R"(
    UPDATE response SET owing_board = :successor, version = version + 1
    WHERE id = :id AND )",
                              is_open};

struct OpenRow {
    S id;
    S state;
};
BOOST_DESCRIBE_STRUCT(OpenRow, (), (id, state))

constexpr Query<OpenRow> list_open_asked{"responses.open_asked", R"(
    SELECT {columns} FROM response WHERE asking_board = :board AND )",
                                         is_open, " ORDER BY id"};
constexpr Query<OpenRow> list_open_owed{"responses.open_owed", R"(
    SELECT {columns} FROM response WHERE owing_board = :board AND )",
                                        is_open, " ORDER BY id"};

std::vector<S> hand_over(WriteTx& tx, const Query<OpenRow>& list, const Sql& change, const S& from,
                         const S& to) {
    std::vector<S> all;
    for (const auto& row : select(tx.session(), list, {{"board", from}})) {
        run(tx.session(), change, {{"successor", to}, {"id", row.id}});
        CaseEventRow event;
        event.event = "hand_over";
        event.from_state = event.to_state = row.state;
        event.comment = words::takes_over(to, from);
        append_case_event(tx, CaseKind::response, row.id, event);
        all.push_back("response:" + row.id);
        tx.touch(all.back());
    }
    return all;
}

// Of what the two boards owed each other nothing is left to do.
void drop_own(WriteTx& tx, const S& board) {
    const auto day = county_day(tx);
    for (const auto& open : select(tx.session(), list_open_asked, {{"board", board}})) {
        auto row = load_response(tx, open.id).value();
        if (row.response.owing_board != board) continue;
        row.response.state = workflows::ResponseState::dropped;
        row.settled_on = day;
        save_response(tx, row).value();
        CaseEventRow event;
        event.event = workflows::to_text(workflows::ResponseEvent::drop);
        event.from_state = open.state;
        event.to_state = workflows::to_text(row.response.state);
        event.comment = words::same_board_response;
        append_case_event(tx, CaseKind::response, row.id, event);
    }
}

}  // namespace

std::optional<ResponseRow> find_response(ReadTx& tx, const S& id) {
    return select_one(tx.session(), find_by_id, {{"id", id}});
}

Result<ResponseRow> load_response(ReadTx& tx, const S& id) {
    auto row = find_response(tx, id);
    if (!row) return workflows::not_found(words::cannot_find("response"));
    return *std::move(row);
}

std::vector<ResponseRow> list_responses_asked_by(ReadTx& tx, const S& board) {
    return select(tx.session(), list_asked, {{"board", board}});
}

std::vector<ResponseRow> list_responses_owed_by(ReadTx& tx, const S& board) {
    return select(tx.session(), list_owed, {{"board", board}});
}

std::vector<ResponseRow> list_responses_of(ReadTx& tx, workflows::ResponseSource kind,
                                           const S& source) {
    return select(tx.session(), list_source, {{"kind", kind}, {"source", source}});
}

std::vector<ResponseRow> list_responses_due(ReadTx& tx, Day from, Day to) {
    return select(tx.session(), list_due, {{"first", from}, {"last", to}});
}

std::vector<ResponseRow> list_responses_of_owner(ReadTx& tx, const S& person) {
    return select(tx.session(), list_owner, {{"owner", person}});
}

std::vector<ResponseRow> list_unplaced_responses(ReadTx& tx) {
    return select(tx.session(), list_state, {{"state", workflows::ResponseState::answered}});
}

std::vector<ResponseRow> list_displaced_responses(ReadTx& tx) {
    return select(tx.session(), list_displaced, {{"state", workflows::ResponseState::returned}});
}

std::optional<ResponseRow> find_response_of_item(ReadTx& tx, const S& item) {
    return select_one(tx.session(), find_by_item, {{"item", item}});
}

std::optional<ResponseSides> sides_of_response(ReadTx& tx, const S& id) {
    return select_one(tx.session(), sides, {{"id", id}});
}

int next_recommendation(ReadTx& tx, workflows::ResponseSource kind, const S& source) {
    return value(tx.session(), last_number, {{"kind", kind}, {"source", source}}) + 1;
}

ResponseRow insert_response(WriteTx& tx, ResponseRow row) {
    row.id = tx.ids().id();
    row.created_at = tx.now();
    row.created_by = tx.actor().person;
    row.version = 1;
    run(tx.session(), insert, fields_of(row));
    tx.touch("response:" + row.id);
    return row;
}

Result<void> save_response(WriteTx& tx, const ResponseRow& row) {
    if (run(tx.session(), update, fields_of(row)) == 0)
        return Error{Code::stale, words::changed_since_page_opened("response")};
    tx.touch("response:" + row.id);
    return {};
}

std::vector<S> hand_over_responses(WriteTx& tx, const S& from, const S& to) {
    auto all = hand_over(tx, list_open_asked, hand_over_asking, from, to);
    append(all, hand_over(tx, list_open_owed, hand_over_owing, from, to));
    drop_own(tx, to);
    return all;
}

std::vector<const Sql*> responses_statements() {
    return {&find_by_id,      &list_asked,    &list_owed,      &list_source,      &list_due,
            &list_owner,      &list_state,    &list_displaced, &find_by_item,     &sides,
            &last_number,     &insert,        &update,         &hand_over_asking, &hand_over_owing,
            &list_open_asked, &list_open_owed};
}

}  // namespace db
