#include "db/timetable_settings.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "db/county.hpp"
#include "db/statement.hpp"
#include "db/words.hpp"

namespace workflows {
BOOST_DESCRIBE_STRUCT(SeasonSpan, (), (season, first_month, last_month))
BOOST_DESCRIBE_STRUCT(ReportOrder, (), (report, first, then, source))
BOOST_DESCRIBE_STRUCT(Contradiction, (), (key, report, words))
BOOST_DESCRIBE_STRUCT(SourceClause, (), (clause, says))
}  // namespace workflows

namespace db {

template <>
inline constexpr std::array columns_from<workflows::ReportOrder>{From{"first", "first_board"},
                                                                 From{"then", "then_board"}};
BOOST_DESCRIBE_STRUCT(ReportSetting, (), (report, owner, author, version))
BOOST_DESCRIBE_STRUCT(ContradictionRow, (), (what, settled_at, settled_by, reason))

namespace {

using workflows::Contradiction;
using workflows::ReportOrder;
using workflows::Result;
using S = std::string;

constexpr Query<workflows::SeasonSpan> list_seasons{"timetable_settings.list_seasons",
                                                    "SELECT {columns} FROM timetable_season"};
constexpr Sql save_season{"timetable_settings.save_season", R"(
    INSERT INTO timetable_season(season, first_month, last_month)
    VALUES (:season, :first_month, :last_month)
    ON CONFLICT (season) DO UPDATE SET first_month = excluded.first_month,
        last_month = excluded.last_month)"};
constexpr Query<ReportSetting> list_reports{
    "timetable_settings.list_reports", "SELECT {columns} FROM timetable_report ORDER BY report"};
constexpr Sql insert_report{"timetable_settings.insert_report", R"(
    INSERT INTO timetable_report(report, owner, author) VALUES (:report, :owner, :author)
    ON CONFLICT DO NOTHING)"};
constexpr Sql update_report{"timetable_settings.update_report", R"(
    UPDATE timetable_report SET owner = :owner, author = :author, version = version + 1
    WHERE report = :report AND version = :version)"};

struct OrderRow {
    ReportOrder order;
    bool active = false;
};
BOOST_DESCRIBE_STRUCT(OrderRow, (), (order, active))

constexpr Query<OrderRow> list_orders{"timetable_settings.list_orders", R"(
    SELECT {columns} FROM report_order ORDER BY report, first_board, then_board)"};
constexpr Sql save_order{"timetable_settings.save_order", R"(
    INSERT INTO report_order(report, first_board, then_board, source, active)
    VALUES (:report, :first_board, :then_board, :source, :active)
    ON CONFLICT (report, first_board, then_board) DO UPDATE SET source = excluded.source,
        active = excluded.active)"};
constexpr Query<ContradictionRow> list_rows{"timetable_settings.list_contradictions", R"(
    SELECT {columns} FROM timetable_contradiction ORDER BY report, key)"};
struct SourceRow {
    S contradiction;
    workflows::SourceClause source;
};
BOOST_DESCRIBE_STRUCT(SourceRow, (), (contradiction, source))

constexpr Query<SourceRow> list_sources{"timetable_settings.list_sources", R"(
    SELECT {columns} FROM timetable_contradiction_source ORDER BY contradiction, position)"};
constexpr Sql save_row{"timetable_settings.save_contradiction", R"(
    INSERT INTO timetable_contradiction(key, report, words, settled_at, settled_by, reason)
    VALUES (:key, :report, :words, :settled_at, :settled_by, :reason)
    ON CONFLICT (key) DO UPDATE SET report = excluded.report, words = excluded.words,
        settled_at = excluded.settled_at, settled_by = excluded.settled_by,
        reason = excluded.reason)"};
constexpr Sql remove_sources{
    "timetable_settings.remove_sources",
    "DELETE FROM timetable_contradiction_source WHERE contradiction = :contradiction"};
constexpr Sql insert_source{"timetable_settings.insert_source", R"(
    INSERT INTO timetable_contradiction_source(contradiction, position, clause, says)
    VALUES (:contradiction, :position, :clause, :says))"};

std::vector<ContradictionRow> stored_contradictions(ReadTx& tx) {
    auto rows = select(tx.session(), list_rows);
    std::map<S, std::vector<workflows::SourceClause>> sources;
    each(tx.session(), list_sources, {},
         [&](SourceRow row) { sources[row.contradiction].push_back(std::move(row.source)); });
    for (auto& row : rows)
        row.what.sources = std::move(sources[row.what.key]);
    return rows;
}

}  // namespace

workflows::Seasons load_seasons(ReadTx& tx) {
    auto seasons = workflows::default_seasons();
    for (const auto& span : select(tx.session(), list_seasons))
        seasons[static_cast<std::size_t>(span.season)] = span;
    return seasons;
}

void save_seasons(WriteTx& tx, const workflows::Seasons& seasons) {
    for (const auto& span : seasons)
        run(tx.session(), save_season, fields_of(span));
    tx.touch("timetable");
}

std::vector<ReportSetting> list_report_settings(ReadTx& tx) {
    return select(tx.session(), list_reports);
}

Result<void> save_report_setting(WriteTx& tx, const ReportSetting& setting) {
    const Sql& sql = setting.version == 0 ? insert_report : update_report;
    const auto written = run(tx.session(), sql, fields_of(setting));
    if (written == 0)
        return workflows::Error{workflows::Code::stale, words::changed_since_page_opened("report")};
    tx.touch("timetable");
    return {};
}

std::vector<ReportOrder> list_report_orders(ReadTx& tx) {
    const auto defaults = workflows::protocol_orders();
    std::vector<ReportOrder> orders(defaults.begin(), defaults.end());
    for (const auto& [order, active] : select(tx.session(), list_orders)) {
        std::erase_if(orders, [&named = order](const ReportOrder& other) {
            return other.report == named.report && other.first == named.first &&
                   other.then == named.then;
        });
        if (active) orders.push_back(order);
    }
    return orders;
}

void save_report_order(WriteTx& tx, const ReportOrder& order, bool active) {
    run(tx.session(), save_order, fields_of(OrderRow{order, active}));
    tx.touch("timetable");
}

std::vector<ContradictionRow> list_contradictions(ReadTx& tx) {
    auto rows = stored_contradictions(tx);
    std::set<S> reports;
    for (const auto& cell : list_timetable(tx))
        reports.insert(cell.report);
    for (const Contradiction& known : workflows::protocol_contradictions()) {
        const bool stored = std::any_of(rows.begin(), rows.end(),
                                        [&](const auto& row) { return row.what.key == known.key; });
        if (!stored && reports.count(known.report) != 0) rows.push_back({known, {}, {}, {}});
    }
    std::sort(rows.begin(), rows.end(), [](const auto& a, const auto& b) {
        return std::pair(a.what.report, a.what.key) < std::pair(b.what.report, b.what.key);
    });
    return rows;
}

void save_contradiction(WriteTx& tx, ContradictionRow row) {
    auto& what = row.what;
    if (what.key.empty()) what.key = tx.ids().id();
    run(tx.session(), save_row, fields_of(row));
    run(tx.session(), remove_sources, {{"contradiction", what.key}});
    int position = 0;
    for (const auto& source : what.sources)
        run(tx.session(), insert_source,
            fields_of(source, {{"contradiction", what.key}, {"position", ++position}}));
    tx.touch("timetable");
}

std::vector<const Sql*> timetable_settings_statements() {
    return {&list_seasons,  &save_season, &list_reports,   &insert_report,
            &update_report, &list_orders, &save_order,     &list_rows,
            &list_sources,  &save_row,    &remove_sources, &insert_source};
}

}  // namespace db
