#include "db/requests.hpp"

#include "db/agenda.hpp"
#include "db/statement.hpp"
#include "db/wanted.hpp"
#include "db/words.hpp"

namespace workflows {
BOOST_DESCRIBE_STRUCT(AgendaRequest, (),
                      (kind, state, from_board, to_board, title, details, purpose, response,
                       consider_by, answer_by, has_extract))
}  // namespace workflows

namespace db {

template <>
inline constexpr std::array columns_from<workflows::AgendaRequest>{
    From{"from_board", "asking_board"}, From{"to_board", "asked_board"}, From{"details", "detail"},
    From{"has_extract",
         "(SELECT COUNT(*) FROM request_extract x WHERE x.request = agenda_request.id)"}};
BOOST_DESCRIBE_STRUCT(RequestRow, (),
                      (id, request, wanted_meeting, meeting, item, late_reason, answer, created_at,
                       created_by, version))

namespace {

using workflows::Code;
using workflows::Error;
using workflows::Result;
using S = std::string;

// An offer is kept as its kind; its meeting is the row's.
struct StoredRequest {
    RequestRow row;
    std::optional<workflows::OfferKind> offer;
};
BOOST_DESCRIBE_STRUCT(StoredRequest, (), (row, offer))

constexpr Query<StoredRequest> find_by_id{"requests.find_by_id", R"(
    SELECT {columns} FROM agenda_request WHERE id = :id)"};
constexpr Query<StoredRequest> find_many{"requests.find_many", with_wanted, R"(
    SELECT {columns} FROM agenda_request WHERE id IN (SELECT wanted.id FROM wanted))"};
constexpr Query<StoredRequest> list_from{"requests.list_from", R"(
    SELECT {columns} FROM agenda_request WHERE asking_board = :board
    ORDER BY created_at DESC, id)"};
constexpr Query<StoredRequest> list_to{"requests.list_to", R"(
    SELECT {columns} FROM agenda_request WHERE asked_board = :board
    ORDER BY created_at DESC, id)"};
constexpr Sql insert{"requests.insert", R"(
    INSERT INTO agenda_request(id, kind, asking_board, asked_board, title, detail, purpose,
        response, consider_by, answer_by, state, wanted_meeting, created_at, created_by)
    VALUES (:id, :kind, :asking_board, :asked_board, :title, :detail, :purpose, :response,
        :consider_by, :answer_by, :state, :wanted_meeting, :created_at, :created_by))"};
constexpr Sql update{"requests.update", R"(
    UPDATE agenda_request SET title = :title, detail = :detail, consider_by = :consider_by,
        answer_by = :answer_by, state = :state, meeting = :meeting, offer = :offer, item = :item,
        late_reason = :late_reason, answer = :answer, version = version + 1
    WHERE id = :id AND version = :version)"};
constexpr Sql strike_item{"requests.strike_item", R"(
    UPDATE agenda_item SET struck = 1, version = version + 1 WHERE id = :id)"};
constexpr Sql delete_item{"requests.delete_item", R"(
    DELETE FROM agenda_item
    WHERE id = :id AND NOT EXISTS (SELECT p.id FROM paper p WHERE p.item = agenda_item.id))"};
constexpr Query<int> item_position{"requests.item_position",
                                   "SELECT position FROM agenda_item WHERE id = :id"};
constexpr Sql close_gap{"requests.close_gap", R"(
    UPDATE agenda_item SET position = position - 1
    WHERE meeting = :meeting AND position > :position)"};

constexpr Query<S> find_extract{"requests.find_extract",
                                "SELECT extract FROM request_extract WHERE request = :request"};
constexpr Query<std::pair<S, S>> find_extracts{"requests.find_extracts", with_wanted, R"(
    SELECT request, extract FROM request_extract
    WHERE request IN (SELECT wanted.id FROM wanted))"};
constexpr Sql insert_extract{"requests.insert_extract", R"(
    INSERT INTO request_extract(request, extract, sent_at, sent_by)
    VALUES (:request, :extract, :sent_at, :sent_by))"};
constexpr Sql delete_extract{"requests.delete_extract",
                             "DELETE FROM request_extract WHERE request = :request"};

StoredRequest stored(const RequestRow& row) {
    const auto& offer = row.request.offer;
    return {row, offer ? std::optional(offer->kind) : std::nullopt};
}

// What decide() asks for beside the columns.
RequestRow complete(StoredRequest stored) {
    auto row = std::move(stored.row);
    auto& request = row.request;
    if (stored.offer) request.offer = workflows::Offer{*stored.offer, row.meeting};
    request.has_item = !row.item.empty();
    const bool settled = request.state == workflows::RequestState::accepted ||
                         request.state == workflows::RequestState::answered;
    request.has_meeting = settled && row.item.empty() && !row.meeting.empty();
    return row;
}

std::vector<RequestRow> requests(ReadTx& tx, const Query<StoredRequest>& query, const S& board) {
    std::vector<RequestRow> rows;
    for (auto& stored : select(tx.session(), query, {{"board", board}}))
        rows.push_back(complete(std::move(stored)));
    return rows;
}

void touch_agenda(WriteTx& tx, const S& meeting, const S& board) {
    tx.touch("meeting:" + meeting);
    tx.touch("meetings:" + board);
}

}  // namespace

std::optional<RequestRow> find_request(ReadTx& tx, const S& id) {
    auto stored = select_one(tx.session(), find_by_id, {{"id", id}});
    if (!stored) return std::nullopt;
    return complete(*std::move(stored));
}

std::map<S, RequestRow> find_requests(ReadTx& tx, const std::set<S>& ids) {
    std::map<S, RequestRow> requests;
    each(tx.session(), find_many, wanted(ids), [&](StoredRequest stored) {
        auto row = complete(std::move(stored));
        auto id = row.id;
        requests.emplace(std::move(id), std::move(row));
    });
    return requests;
}

Result<RequestRow> load_request(ReadTx& tx, const S& id) {
    auto row = find_request(tx, id);
    if (!row) return workflows::not_found(words::cannot_find("request"));
    return *std::move(row);
}

std::vector<RequestRow> list_requests_from(ReadTx& tx, const S& asking_board) {
    return requests(tx, list_from, asking_board);
}

std::vector<RequestRow> list_requests_to(ReadTx& tx, const S& asked_board) {
    return requests(tx, list_to, asked_board);
}

RequestRow insert_request(WriteTx& tx, RequestRow row) {
    row.id = tx.ids().id();
    row.created_at = tx.now();
    row.created_by = tx.actor().person;
    row.version = 1;
    run(tx.session(), insert, fields_of(stored(row)));
    tx.touch("request:" + row.id);
    return row;
}

Result<void> save_request(WriteTx& tx, const RequestRow& row) {
    if (run(tx.session(), update, fields_of(stored(row))) == 0)
        return Error{Code::stale, words::changed_since_page_opened("request")};
    tx.touch("request:" + row.id);
    return {};
}

S find_request_extract(ReadTx& tx, const S& request) {
    return value(tx.session(), find_extract, {{"request", request}});
}

std::map<S, S> find_request_extracts(ReadTx& tx, const std::set<S>& requests) {
    const auto rows = select(tx.session(), find_extracts, wanted(requests));
    return {rows.begin(), rows.end()};
}

void save_request_extract(WriteTx& tx, const S& request, const S& extract) {
    erase_request_extract(tx, request);
    run(tx.session(), insert_extract,
        {{"request", request},
         {"extract", extract},
         {"sent_at", tx.now()},
         {"sent_by", tx.actor().person}});
}

void erase_request_extract(WriteTx& tx, const S& request) {
    run(tx.session(), delete_extract, {{"request", request}});
}

S create_item_for_request(WriteTx& tx, const RequestRow& row, const MeetingRow& meeting) {
    AgendaItemRow item;
    item.meeting = meeting.id;
    item.title = row.request.title;
    if (row.request.purpose) item.purpose = *row.request.purpose;
    item.summary = row.request.details;
    item.owner = row.created_by;
    item.visibility = meeting.held_in == workflows::HeldIn::public_
                          ? workflows::Visibility::public_
                          : workflows::Visibility::members;
    item.request = row.id;
    return insert_item(tx, std::move(item)).id;
}

ItemGone remove_item_of_request(WriteTx& tx, const RequestRow& row, bool published) {
    touch_agenda(tx, row.meeting, row.request.to_board);
    const int position = value(tx.session(), item_position, {{"id", row.item}});
    if (published || run(tx.session(), delete_item, {{"id", row.item}}) == 0) {
        run(tx.session(), strike_item, {{"id", row.item}});
        return ItemGone::struck;
    }
    run(tx.session(), close_gap, {{"meeting", row.meeting}, {"position", position}});
    return ItemGone::removed;
}

std::vector<const Sql*> requests_statements() {
    return {&find_by_id,    &list_from,   &list_to,        &insert,        &update,
            &strike_item,   &delete_item, &item_position,  &close_gap,     &find_extract,
            &find_extracts, &find_many,   &insert_extract, &delete_extract};
}

}  // namespace db
