#include "db/requests.hpp"

#include "db/statement.hpp"
#include "db/times.hpp"

#define REQUEST_COLUMNS                                                                         \
    "id, kind, asking_board, asked_board, title, detail, purpose, response, consider_by, "      \
    "answer_by, state, wanted_meeting, meeting, offer, item, late_reason, answer, created_at, " \
    "created_by, version, (SELECT COUNT(*) FROM request_extract x WHERE x.request = "           \
    "agenda_request.id)"

namespace db {
namespace {

using workflows::Code;
using workflows::Day;
using workflows::Error;
using workflows::Result;
using S = std::string;

constexpr Sql find_by_id{"requests.find_by_id",
                         "SELECT " REQUEST_COLUMNS " FROM agenda_request WHERE id = :id"};
constexpr Sql list_from{"requests.list_from", "SELECT " REQUEST_COLUMNS
                                              " FROM agenda_request WHERE asking_board = :board "
                                              "ORDER BY created_at DESC, id"};
constexpr Sql list_to{"requests.list_to", "SELECT " REQUEST_COLUMNS
                                          " FROM agenda_request WHERE asked_board = :board "
                                          "ORDER BY created_at DESC, id"};
constexpr Sql list_overdue{"requests.list_overdue",
                           "SELECT " REQUEST_COLUMNS
                           " FROM agenda_request WHERE state IN ('sent', 'considering') AND "
                           "consider_by <> '' AND consider_by < :day ORDER BY consider_by, id"};
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
constexpr Sql last_position{"requests.last_position", R"(
    SELECT COALESCE(MAX(position), 0) FROM agenda_item WHERE meeting = :meeting)"};
constexpr Sql insert_item{"requests.insert_item", R"(
    INSERT INTO agenda_item(id, meeting, position, title, purpose, summary, owner, visibility,
        request, created_at)
    VALUES (:id, :meeting, :position, :title, :purpose, :summary, :owner, :visibility,
        :request, :created_at))"};
constexpr Sql strike_item{"requests.strike_item", R"(
    UPDATE agenda_item SET struck = 1, version = version + 1 WHERE id = :id)"};
constexpr Sql delete_item{"requests.delete_item", R"(
    DELETE FROM agenda_item
    WHERE id = :id AND NOT EXISTS (SELECT p.id FROM paper p WHERE p.item = agenda_item.id))"};
constexpr Sql item_position{"requests.item_position",
                            "SELECT position FROM agenda_item WHERE id = :id"};
constexpr Sql close_gap{"requests.close_gap", R"(
    UPDATE agenda_item SET position = position - 1
    WHERE meeting = :meeting AND position > :position)"};

constexpr Sql find_extract{"requests.find_extract",
                           "SELECT extract FROM request_extract WHERE request = :request"};
constexpr Sql insert_extract{"requests.insert_extract", R"(
    INSERT INTO request_extract(request, extract, sent_at, sent_by)
    VALUES (:request, :extract, :sent_at, :sent_by))"};
constexpr Sql delete_extract{"requests.delete_extract",
                             "DELETE FROM request_extract WHERE request = :request"};

std::optional<Day> stored_day(const S& text) {
    const auto day = workflows::parse_day(text);
    return day ? std::optional<Day>(*day) : std::nullopt;
}

S day_text(const std::optional<Day>& day) {
    return day ? workflows::iso(*day) : S();
}

template <class Enum>
S optional_text(const std::optional<Enum>& value) {
    return value ? S(workflows::to_text(*value)) : S();
}

// What is stored was checked when it came in; a text that names nothing is a damaged file.
template <class Enum>
Enum stored_enum(const S& text) {
    return workflows::from_text<Enum>(text).value();
}

std::vector<RequestRow> query(ReadTx& tx, const Sql& sql, const S& argument) {
    std::vector<RequestRow> rows;
    each<S, S, S, S, S, S, S, S, S, S, S, S, S, S, S, S, S, long long, S, int, int>(
        tx.session(), sql,
        [&](const S& id, const S& kind, const S& asking, const S& asked, const S& title,
            const S& detail, const S& purpose, const S& response, const S& consider_by,
            const S& answer_by, const S& state, const S& wanted, const S& meeting, const S& offer,
            const S& item, const S& late_reason, const S& answer, long long created_at,
            const S& created_by, int version, int extracts) {
            RequestRow row;
            row.id = id;
            auto& r = row.request;
            r.kind = stored_enum<workflows::RequestKind>(kind);
            r.state = stored_enum<workflows::RequestState>(state);
            r.from_board = asking;
            r.to_board = asked;
            r.title = title;
            r.details = detail;
            r.purpose = workflows::from_text<workflows::ItemPurpose>(purpose);
            r.response = workflows::from_text<workflows::ResponseWanted>(response);
            r.consider_by = stored_day(consider_by);
            r.answer_by = stored_day(answer_by);
            if (!offer.empty())
                r.offer = workflows::Offer{stored_enum<workflows::OfferKind>(offer), meeting};
            r.has_item = !item.empty();
            r.has_extract = extracts > 0;
            const bool settled = r.state == workflows::RequestState::accepted ||
                                 r.state == workflows::RequestState::answered;
            r.has_meeting = settled && item.empty() && !meeting.empty();
            row.wanted_meeting = wanted;
            row.meeting = meeting;
            row.item = item;
            row.late_reason = late_reason;
            row.answer = answer;
            row.created_at = instant(created_at);
            row.created_by = created_by;
            row.version = version;
            rows.push_back(std::move(row));
        },
        argument);
    return rows;
}

void touch_agenda(WriteTx& tx, const S& meeting, const S& board) {
    tx.touch("meeting:" + meeting);
    tx.touch("meetings:" + board);
}

}  // namespace

std::optional<RequestRow> find_request(ReadTx& tx, const S& id) {
    auto rows = query(tx, find_by_id, id);
    if (rows.empty()) return std::nullopt;
    return std::move(rows.front());
}

Result<RequestRow> load_request(ReadTx& tx, const S& id) {
    auto row = find_request(tx, id);
    if (!row) return workflows::not_found("There is no such request.");
    return *std::move(row);
}

std::vector<RequestRow> list_requests_from(ReadTx& tx, const S& asking_board) {
    return query(tx, list_from, asking_board);
}

std::vector<RequestRow> list_requests_to(ReadTx& tx, const S& asked_board) {
    return query(tx, list_to, asked_board);
}

std::vector<RequestRow> list_overdue_requests(ReadTx& tx, Day day) {
    return query(tx, list_overdue, workflows::iso(day));
}

RequestRow insert_request(WriteTx& tx, RequestRow row) {
    row.id = tx.ids().id();
    row.created_at = tx.now();
    row.created_by = tx.actor().person;
    row.version = 1;
    const auto& r = row.request;
    run(tx.session(), insert, row.id, workflows::to_text(r.kind), r.from_board, r.to_board, r.title,
        r.details, optional_text(r.purpose), optional_text(r.response), day_text(r.consider_by),
        day_text(r.answer_by), workflows::to_text(r.state), row.wanted_meeting,
        seconds(row.created_at), row.created_by);
    tx.touch("request:" + row.id);
    return row;
}

Result<void> save_request(WriteTx& tx, const RequestRow& row) {
    const auto& r = row.request;
    const S offer = r.offer ? S(workflows::to_text(r.offer->kind)) : S();
    if (run(tx.session(), update, r.title, r.details, day_text(r.consider_by),
            day_text(r.answer_by), workflows::to_text(r.state), row.meeting, offer, row.item,
            row.late_reason, row.answer, row.id, row.version) == 0)
        return Error{Code::stale,
                     "Something happened to this request since you opened the page. Read what is "
                     "new, then choose again."};
    tx.touch("request:" + row.id);
    return {};
}

S find_request_extract(ReadTx& tx, const S& request) {
    return value<S>(tx.session(), find_extract, request);
}

void save_request_extract(WriteTx& tx, const S& request, const S& extract) {
    erase_request_extract(tx, request);
    run(tx.session(), insert_extract, request, extract, seconds(tx.now()), tx.actor().person);
}

void erase_request_extract(WriteTx& tx, const S& request) {
    run(tx.session(), delete_extract, request);
}

S create_item_for_request(WriteTx& tx, const RequestRow& row, const MeetingRow& meeting) {
    S id = tx.ids().id();
    const int position = value<int>(tx.session(), last_position, meeting.id) + 1;
    const S visibility = meeting.held_in == "public" ? "public" : "members";
    const S purpose = row.request.purpose ? optional_text(row.request.purpose) : S("discuss");
    run(tx.session(), insert_item, id, meeting.id, position, row.request.title, purpose,
        row.request.details, row.created_by, visibility, row.id, seconds(tx.now()));
    touch_agenda(tx, meeting.id, meeting.board);
    return id;
}

ItemGone remove_item_of_request(WriteTx& tx, const RequestRow& row, bool published) {
    touch_agenda(tx, row.meeting, row.request.to_board);
    const int position = value<int>(tx.session(), item_position, row.item);
    if (published || run(tx.session(), delete_item, row.item) == 0) {
        run(tx.session(), strike_item, row.item);
        return ItemGone::struck;
    }
    run(tx.session(), close_gap, row.meeting, position);
    return ItemGone::removed;
}

std::vector<const Sql*> requests_statements() {
    return {&find_by_id,    &list_from,     &list_to,      &list_overdue,   &insert,
            &update,        &last_position, &insert_item,  &strike_item,    &delete_item,
            &item_position, &close_gap,     &find_extract, &insert_extract, &delete_extract};
}

}  // namespace db
