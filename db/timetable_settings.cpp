#include "db/timetable_settings.hpp"

#include <algorithm>
#include <set>

#include "db/county.hpp"
#include "db/statement.hpp"
#include "db/times.hpp"

namespace db {
namespace {

using workflows::Contradiction;
using workflows::ReportOrder;
using workflows::Result;
using S = std::string;

constexpr Sql list_seasons{"timetable_settings.list_seasons",
                           "SELECT season, first_month, last_month FROM timetable_season"};
constexpr Sql save_season{"timetable_settings.save_season", R"(
    INSERT INTO timetable_season(season, first_month, last_month)
    VALUES (:season, :first_month, :last_month)
    ON CONFLICT (season) DO UPDATE SET first_month = excluded.first_month,
        last_month = excluded.last_month)"};
constexpr Sql list_reports{
    "timetable_settings.list_reports",
    "SELECT report, owner, author, version FROM timetable_report ORDER BY report"};
constexpr Sql insert_report{"timetable_settings.insert_report", R"(
    INSERT INTO timetable_report(report, owner, author) VALUES (:report, :owner, :author)
    ON CONFLICT DO NOTHING)"};
constexpr Sql update_report{"timetable_settings.update_report", R"(
    UPDATE timetable_report SET owner = :owner, author = :author, version = version + 1
    WHERE report = :report AND version = :version)"};
constexpr Sql list_orders{"timetable_settings.list_orders", R"(
    SELECT report, first_board, then_board, source, active FROM report_order
    ORDER BY report, first_board, then_board)"};
constexpr Sql save_order{"timetable_settings.save_order", R"(
    INSERT INTO report_order(report, first_board, then_board, source, active)
    VALUES (:report, :first_board, :then_board, :source, :active)
    ON CONFLICT (report, first_board, then_board) DO UPDATE SET source = excluded.source,
        active = excluded.active)"};
constexpr Sql list_rows{"timetable_settings.list_contradictions", R"(
    SELECT key, report, words, settled_at, settled_by, reason FROM timetable_contradiction
    ORDER BY report, key)"};
constexpr Sql list_sources{"timetable_settings.list_sources", R"(
    SELECT clause, says FROM timetable_contradiction_source
    WHERE contradiction = :contradiction ORDER BY position)"};
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
    std::vector<ContradictionRow> rows;
    each<S, S, S, long long, S, S>(
        tx.session(), list_rows,
        [&](const S& key, const S& report, const S& words, long long settled_at, const S& by,
            const S& reason) {
            ContradictionRow row{{key, report, words, {}}, {}, by, reason};
            if (settled_at != 0) row.settled_at = instant(settled_at);
            rows.push_back(std::move(row));
        });
    for (auto& row : rows)
        each<S, S>(
            tx.session(), list_sources,
            [&](const S& clause, const S& says) {
                row.what.sources.push_back({clause, says});
            },
            row.what.key);
    return rows;
}

}  // namespace

workflows::Seasons load_seasons(ReadTx& tx) {
    auto seasons = workflows::default_seasons();
    each<S, int, int>(tx.session(), list_seasons, [&](const S& text, int first, int last) {
        const auto season = workflows::from_text<workflows::Season>(text).value();
        seasons[static_cast<std::size_t>(season)] = {season, static_cast<unsigned>(first),
                                                     static_cast<unsigned>(last)};
    });
    return seasons;
}

void save_seasons(WriteTx& tx, const workflows::Seasons& seasons) {
    for (const auto& span : seasons)
        run(tx.session(), save_season, workflows::to_text(span.season),
            static_cast<int>(span.first_month), static_cast<int>(span.last_month));
    tx.touch("timetable");
}

std::vector<ReportSetting> list_report_settings(ReadTx& tx) {
    std::vector<ReportSetting> settings;
    each<S, S, S, int>(tx.session(), list_reports,
                       [&](const S& report, const S& owner, const S& author, int version) {
                           settings.push_back({report, owner, author, version});
                       });
    return settings;
}

Result<void> save_report_setting(WriteTx& tx, const ReportSetting& setting) {
    const auto written =
        setting.version == 0
            ? run(tx.session(), insert_report, setting.report, setting.owner, setting.author)
            : run(tx.session(), update_report, setting.owner, setting.author, setting.report,
                  setting.version);
    if (written == 0)
        return workflows::Error{workflows::Code::stale,
                                "Somebody else changed this report since you opened the page. Read "
                                "what is new, then choose again."};
    tx.touch("timetable");
    return {};
}

std::vector<ReportOrder> list_report_orders(ReadTx& tx) {
    const auto defaults = workflows::protocol_orders();
    std::vector<ReportOrder> orders(defaults.begin(), defaults.end());
    each<S, S, S, S, int>(
        tx.session(), list_orders,
        [&](const S& report, const S& first, const S& then, const S& source, int active) {
            std::erase_if(orders, [&](const ReportOrder& order) {
                return order.report == report && order.first == first && order.then == then;
            });
            if (active != 0) orders.push_back({report, first, then, source});
        });
    return orders;
}

void save_report_order(WriteTx& tx, const ReportOrder& order, bool active) {
    run(tx.session(), save_order, order.report, order.first, order.then, order.source, active);
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
    run(tx.session(), save_row, what.key, what.report, what.words,
        row.settled_at ? seconds(*row.settled_at) : 0LL, row.settled_by, row.reason);
    run(tx.session(), remove_sources, what.key);
    int position = 0;
    for (const auto& source : what.sources)
        run(tx.session(), insert_source, what.key, ++position, source.clause, source.says);
    tx.touch("timetable");
}

std::vector<const Sql*> timetable_settings_statements() {
    return {&list_seasons,  &save_season, &list_reports,   &insert_report,
            &update_report, &list_orders, &save_order,     &list_rows,
            &list_sources,  &save_row,    &remove_sources, &insert_source};
}

}  // namespace db
