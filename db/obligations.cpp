#include "db/obligations.hpp"

#include "db/case_log.hpp"
#include "db/responses.hpp"
#include "db/statement.hpp"
#include "db/words.hpp"

namespace workflows {
BOOST_DESCRIBE_STRUCT(Obligation, (), (report, board, purpose, season))
}  // namespace workflows

namespace db {

BOOST_DESCRIBE_STRUCT(ObligationRow, (),
                      (id, year, what, state, meeting, item, version_label, respond_by, created_at,
                       version))

namespace {

using workflows::Code;
using workflows::Error;
using workflows::Result;
using S = std::string;

constexpr Query<ObligationRow> list_year{"obligations.list_year", R"(
    SELECT {columns} FROM obligation WHERE year = :year ORDER BY report, board, purpose)"};
constexpr Query<int> count_open{"obligations.count_open", R"(
    SELECT EXISTS (SELECT 1 FROM obligation WHERE year = :year AND state IN
        ('expected', 'slotted', 'prepared', 'delivered', 'response_due')))"};
constexpr Query<S> list_unslotted{"obligations.list_unslotted", R"(
    SELECT DISTINCT report FROM obligation WHERE year = :year AND state = 'expected'
    ORDER BY report)"};
constexpr Query<ObligationRow> list_at{"obligations.list_at", R"(
    SELECT {columns} FROM obligation WHERE meeting = :meeting AND meeting <> ''
    ORDER BY report, id)"};
constexpr Query<ObligationRow> find_by_id{"obligations.find_by_id", R"(
    SELECT {columns} FROM obligation WHERE id = :id)"};
constexpr Query<ObligationRow> find_by_name{"obligations.find_by_name", R"(
    SELECT {columns} FROM obligation WHERE year = :year AND report = :report 
    AND board = :board AND purpose = :purpose)"};
constexpr Query<ObligationRow> find_by_item{"obligations.find_by_item", R"(
    SELECT {columns} FROM obligation WHERE item = :item AND item <> '')"};
constexpr Query<ObligationRow> list_open_of_board{"obligations.list_open_of_board", R"(
    SELECT {columns} FROM obligation WHERE board = :board AND state IN ('expected', 'slotted',
    'prepared', 'delivered', 'response_due') ORDER BY year, report, purpose)"};
constexpr Sql insert{"obligations.insert", R"(
    INSERT INTO obligation(id, year, report, board, purpose, season, state, meeting, item,
        version_label, respond_by, created_at)
    VALUES (:id, :year, :report, :board, :purpose, :season, :state, :meeting, :item,
        :version_label, :respond_by, :created_at) ON CONFLICT DO NOTHING)"};
constexpr Sql update{"obligations.update", R"(
    UPDATE obligation SET season = :season, state = :state, meeting = :meeting, item = :item,
        version_label = :version_label, respond_by = :respond_by, version = version + 1
    WHERE id = :id AND version = :version)"};
constexpr Sql pass_on{"obligations.pass_on", R"(
    UPDATE obligation SET board = :board, version = version + 1 WHERE id = :id)"};
constexpr Sql move_responses{"obligations.move_responses", R"(
    UPDATE response SET source = :into, number = number + :offset, version = version + 1
    WHERE source_kind = 'obligation' AND source = :obligation)"};
constexpr Sql remove{"obligations.remove", "DELETE FROM obligation WHERE id = :id"};

constexpr Sql move_item{"obligations.move_item", R"(
    UPDATE agenda_item SET meeting = :meeting, version = version + 1 WHERE id = :id)"};

void touch(WriteTx& tx, const S& id) {
    tx.touch("obligation:" + id);
    tx.touch("timetable");
}

}  // namespace

std::vector<ObligationRow> list_obligations(ReadTx& tx, int year) {
    return select(tx.session(), list_year, {{"year", year}});
}

bool has_open_obligations(ReadTx& tx, int year) {
    return value(tx.session(), count_open, {{"year", year}}) > 0;
}

std::vector<S> list_reports_without_slot(ReadTx& tx, int year) {
    return select(tx.session(), list_unslotted, {{"year", year}});
}

std::vector<ObligationRow> list_obligations_at(ReadTx& tx, const S& meeting) {
    return select(tx.session(), list_at, {{"meeting", meeting}});
}

std::optional<ObligationRow> find_obligation(ReadTx& tx, const S& id) {
    return select_one(tx.session(), find_by_id, {{"id", id}});
}

std::optional<ObligationRow> find_obligation(ReadTx& tx, int year, const S& report, const S& board,
                                             workflows::ReportPurpose purpose) {
    return select_one(tx.session(), find_by_name,
                      {{"year", year}, {"report", report}, {"board", board}, {"purpose", purpose}});
}

std::optional<ObligationRow> find_obligation_of_item(ReadTx& tx, const S& item) {
    return select_one(tx.session(), find_by_item, {{"item", item}});
}

Result<ObligationRow> load_obligation(ReadTx& tx, const S& id) {
    auto row = find_obligation(tx, id);
    if (!row) return workflows::not_found(words::cannot_find("report"));
    return *std::move(row);
}

Result<ObligationRow> insert_obligation(WriteTx& tx, ObligationRow row) {
    row.id = tx.ids().id();
    row.created_at = tx.now();
    row.version = 1;
    if (run(tx.session(), insert, fields_of(row)) == 0)
        return workflows::conflict("report", words::obligation_exists);
    touch(tx, row.id);
    return row;
}

Result<void> save_obligation(WriteTx& tx, const ObligationRow& row) {
    if (run(tx.session(), update, fields_of(row)) == 0)
        return Error{Code::stale, words::changed_since_page_opened("report")};
    touch(tx, row.id);
    return {};
}

std::vector<ObligationRow> list_open_obligations_of(ReadTx& tx, const S& board) {
    return select(tx.session(), list_open_of_board, {{"board", board}});
}

void pass_obligation_on(WriteTx& tx, const ObligationRow& row, const S& to, const S& words) {
    run(tx.session(), pass_on, {{"board", to}, {"id", row.id}});
    const S state(workflows::to_text(row.state));
    append_case_event(tx, CaseKind::obligation, row.id,
                      {.event = "hand_over",
                       .from_state = state,
                       .to_state = state,
                       .comment = words,
                       .meeting = row.meeting});
    touch(tx, row.id);
}

void join_obligations(WriteTx& tx, const ObligationRow& stays, const ObligationRow& goes) {
    join_histories(tx, CaseKind::obligation, stays.id, goes.id);
    const auto named = next_recommendation(tx, workflows::ResponseSource::obligation, stays.id) - 1;
    run(tx.session(), move_responses,
        {{"into", stays.id}, {"offset", named}, {"obligation", goes.id}});
    run(tx.session(), remove, {{"id", goes.id}});
    touch(tx, goes.id);
    touch(tx, stays.id);
}

void move_item_to(WriteTx& tx, const AgendaItemRow& item, const S& meeting) {
    std::vector<S> there;
    for (const auto& other : list_items(tx, meeting))
        there.push_back(other.id);
    there.push_back(item.id);
    run(tx.session(), move_item, {{"meeting", meeting}, {"id", item.id}});
    reorder_items(tx, meeting, there);
    std::vector<S> left;
    for (const auto& other : list_items(tx, item.meeting))
        left.push_back(other.id);
    reorder_items(tx, item.meeting, left);
}

std::vector<const Sql*> obligations_statements() {
    return {&list_year,  &count_open,   &list_unslotted, &list_at,
            &find_by_id, &find_by_name, &find_by_item,   &list_open_of_board,
            &insert,     &update,       &pass_on,        &move_responses,
            &remove,     &move_item};
}

}  // namespace db
