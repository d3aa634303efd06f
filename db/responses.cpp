#include "db/responses.hpp"

#include <tuple>

#include "db/case_log.hpp"
#include "db/moved.hpp"
#include "db/statement.hpp"
#include "db/times.hpp"

#define RESPONSE_COLUMNS                                                                   \
    "r.id, r.source_kind, r.source, r.source_title, r.visibility, r.asking_board, "        \
    "r.owing_board, r.number, r.recommendation, r.required, r.due, r.first_due, r.owner, " \
    "r.state, r.answer, r.evidence, r.meeting, r.item, r.delivered_on, r.answered_on, "    \
    "r.settled_on, r.created_at, r.created_by, r.version"
#define BY_DAY " ORDER BY r.due = '', r.due, r.created_at, r.number, r.owing_board, r.id"
#define IS_OWED "r.state IN ('due', 'accepted', 'carried_forward', 'sent_back')"
#define IS_OPEN "state NOT IN ('informed', 'confirmed', 'dropped')"

namespace db {
namespace {

using workflows::Code;
using workflows::Day;
using workflows::Error;
using workflows::Result;
using S = std::string;

constexpr Sql find_by_id{"responses.find",
                         "SELECT " RESPONSE_COLUMNS " FROM response r WHERE r.id = :id"};
constexpr Sql list_asked{"responses.asked", "SELECT " RESPONSE_COLUMNS
                                            " FROM response r WHERE r.asking_board = "
                                            ":board" BY_DAY};
constexpr Sql list_owed{"responses.owed",
                        "SELECT " RESPONSE_COLUMNS
                        " FROM response r WHERE r.owing_board = :board AND r.delivered_on <> "
                        "''" BY_DAY};
constexpr Sql list_source{"responses.source",
                          "SELECT " RESPONSE_COLUMNS
                          " FROM response r WHERE r.source_kind = :kind AND r.source = :source "
                          "ORDER BY r.number, r.owing_board, r.id"};
constexpr Sql list_due{"responses.due", "SELECT " RESPONSE_COLUMNS " FROM response r WHERE " IS_OWED
                                        " AND r.due BETWEEN :first AND :last" BY_DAY};
constexpr Sql list_owner{
    "responses.owner",
    "SELECT " RESPONSE_COLUMNS
    " FROM response r WHERE r.owner = :owner AND r.owner <> '' AND " IS_OWED BY_DAY};
constexpr Sql list_state{
    "responses.state", "SELECT " RESPONSE_COLUMNS " FROM response r WHERE r.state = :state" BY_DAY};
constexpr Sql list_displaced{
    "responses.displaced",
    "SELECT " RESPONSE_COLUMNS
    " FROM response r JOIN meeting m ON m.id = r.meeting "
    "WHERE r.state = :state AND r.item <> '' AND m.state = 'cancelled'" BY_DAY};
constexpr Sql find_by_item{"responses.item",
                           "SELECT " RESPONSE_COLUMNS
                           " FROM response r WHERE r.item = :item AND r.item <> ''"};
constexpr Sql sides{"responses.sides", R"(
    SELECT asking_board, owing_board, owner, delivered_on FROM response WHERE id = :id)"};
constexpr Sql last_number{"responses.last_number", R"(
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
    WHERE id = :id AND )" IS_OPEN};
constexpr Sql hand_over_owing{"responses.hand_over_owing", R"(
    UPDATE response SET owing_board = :successor, version = version + 1
    WHERE id = :id AND )" IS_OPEN};
constexpr Sql list_open_asked{"responses.open_asked", R"(
    SELECT id, state FROM response WHERE asking_board = :board AND )" IS_OPEN " ORDER BY id"};
constexpr Sql list_open_owed{"responses.open_owed", R"(
    SELECT id, state FROM response WHERE owing_board = :board AND )" IS_OPEN " ORDER BY id"};

std::optional<Day> stored_day(const S& text) {
    const auto day = workflows::parse_day(text);
    return day ? std::optional<Day>(*day) : std::nullopt;
}

S day_text(const std::optional<Day>& day) {
    return day ? workflows::iso(*day) : S();
}

// What is stored was checked when it came in; a text that names nothing is a damaged file.
template <class Enum>
Enum stored_enum(const S& text) {
    return workflows::from_text<Enum>(text).value();
}

template <class... A>
std::vector<ResponseRow> query(ReadTx& tx, const Sql& sql, const A&... arguments) {
    std::vector<ResponseRow> rows;
    each<S, S, S, S, S, S, S, int, S, S, S, S, S, S, S, S, S, S, S, S, S, long long, S, int>(
        tx.session(), sql,
        [&](const auto&... column) {
            ResponseRow row;
            auto& r = row.response;
            S kind, required, due, first, state, delivered, answered, settled;
            long long created_at = 0;
            std::tie(row.id, kind, row.source, row.source_title, row.visibility, r.asking_board,
                     r.owing_board, r.number, r.recommendation, required, due, first, row.owner,
                     state, row.answer, row.evidence, row.meeting, row.item, delivered, answered,
                     settled, created_at, row.created_by, row.version) = std::tie(column...);
            row.source_kind = stored_enum<workflows::ResponseSource>(kind);
            r.required = stored_enum<workflows::ResponseWanted>(required);
            r.state = stored_enum<workflows::ResponseState>(state);
            r.due = stored_day(due);
            row.first_due = stored_day(first);
            row.delivered_on = stored_day(delivered);
            row.answered_on = stored_day(answered);
            row.settled_on = stored_day(settled);
            row.created_at = instant(created_at);
            rows.push_back(std::move(row));
        },
        arguments...);
    return rows;
}

std::optional<ResponseRow> first_of(std::vector<ResponseRow> rows) {
    if (rows.empty()) return std::nullopt;
    return std::move(rows.front());
}

struct OpenRow {
    S id;
    S state;
};

std::vector<OpenRow> open_rows(ReadTx& tx, const Sql& sql, const S& board) {
    std::vector<OpenRow> rows;
    each<S, S>(
        tx.session(), sql,
        [&](const S& id, const S& state) {
            rows.push_back({id, state});
        },
        board);
    return rows;
}

std::vector<S> hand_over(WriteTx& tx, const Sql& list, const Sql& change, const S& from,
                         const S& to) {
    std::vector<S> all;
    for (const auto& row : open_rows(tx, list, from)) {
        run(tx.session(), change, to, row.id);
        CaseEventRow event;
        event.event = "hand_over";
        event.from_state = event.to_state = row.state;
        event.comment = to + " takes over from " + from + ".";
        append_case_event(tx, CaseKind::response, row.id, event);
        all.push_back("response:" + row.id);
        tx.touch(all.back());
    }
    return all;
}

// Of what the two boards owed each other nothing is left to do.
void drop_own(WriteTx& tx, const S& board) {
    const auto day = workflows::to_local(tx.now(), "Europe/London").day;
    for (const auto& open : open_rows(tx, list_open_asked, board)) {
        auto row = load_response(tx, open.id).value();
        if (row.response.owing_board != board) continue;
        row.response.state = workflows::ResponseState::dropped;
        row.settled_on = day;
        save_response(tx, row).value();
        CaseEventRow event;
        event.event = workflows::to_text(workflows::ResponseEvent::drop);
        event.from_state = open.state;
        event.to_state = workflows::to_text(row.response.state);
        event.comment = "The board that asked and the board that owes the response are one now.";
        append_case_event(tx, CaseKind::response, row.id, event);
    }
}

}  // namespace

std::optional<ResponseRow> find_response(ReadTx& tx, const S& id) {
    return first_of(query(tx, find_by_id, id));
}

Result<ResponseRow> load_response(ReadTx& tx, const S& id) {
    auto row = find_response(tx, id);
    if (!row) return workflows::not_found("There is no such response.");
    return *std::move(row);
}

std::vector<ResponseRow> list_responses_asked_by(ReadTx& tx, const S& board) {
    return query(tx, list_asked, board);
}

std::vector<ResponseRow> list_responses_owed_by(ReadTx& tx, const S& board) {
    return query(tx, list_owed, board);
}

std::vector<ResponseRow> list_responses_of(ReadTx& tx, workflows::ResponseSource kind,
                                           const S& source) {
    return query(tx, list_source, workflows::to_text(kind), source);
}

std::vector<ResponseRow> list_responses_due(ReadTx& tx, Day from, Day to) {
    return query(tx, list_due, workflows::iso(from), workflows::iso(to));
}

std::vector<ResponseRow> list_responses_of_owner(ReadTx& tx, const S& person) {
    return query(tx, list_owner, person);
}

std::vector<ResponseRow> list_unplaced_responses(ReadTx& tx) {
    return query(tx, list_state, workflows::to_text(workflows::ResponseState::answered));
}

std::vector<ResponseRow> list_displaced_responses(ReadTx& tx) {
    return query(tx, list_displaced, workflows::to_text(workflows::ResponseState::returned));
}

std::optional<ResponseRow> find_response_of_item(ReadTx& tx, const S& item) {
    return first_of(query(tx, find_by_item, item));
}

std::optional<ResponseSides> sides_of_response(ReadTx& tx, const S& id) {
    std::optional<ResponseSides> found;
    each<S, S, S, S>(
        tx.session(), sides,
        [&](const S& asking, const S& owing, const S& owner, const S& delivered) {
            found = ResponseSides{asking, owing, owner, !delivered.empty()};
        },
        id);
    return found;
}

int next_recommendation(ReadTx& tx, workflows::ResponseSource kind, const S& source) {
    return value<int>(tx.session(), last_number, workflows::to_text(kind), source) + 1;
}

ResponseRow insert_response(WriteTx& tx, ResponseRow row) {
    row.id = tx.ids().id();
    row.created_at = tx.now();
    row.created_by = tx.actor().person;
    row.version = 1;
    const auto& r = row.response;
    run(tx.session(), insert, row.id, workflows::to_text(row.source_kind), row.source,
        row.source_title, row.visibility, r.asking_board, r.owing_board, r.number, r.recommendation,
        workflows::to_text(r.required), day_text(r.due), day_text(row.first_due), row.owner,
        workflows::to_text(r.state), seconds(row.created_at), row.created_by);
    tx.touch("response:" + row.id);
    return row;
}

Result<void> save_response(WriteTx& tx, const ResponseRow& row) {
    const auto& r = row.response;
    if (run(tx.session(), update, day_text(r.due), row.owner, workflows::to_text(r.state),
            row.answer, row.evidence, row.meeting, row.item, day_text(row.delivered_on),
            day_text(row.answered_on), day_text(row.settled_on), row.id, row.version) == 0)
        return Error{Code::stale,
                     "Something happened to this response since you opened the page. Read what is "
                     "new, then choose again."};
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
