// The grid of a year for 11 reports and 14 boards and for 200 reports and 400 boards, as the page
// that the public gets: time for each cell shown, and the ratio.
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <string>
#include <vector>

#include "db/session.hpp"
#include "server/base/app.hpp"
#include "server/base/platform.hpp"
#include "server/site/site.hpp"
#include "server/web/dispatch.hpp"
#include "tests/db/temporary_database.hpp"

namespace {

using Microseconds = std::chrono::duration<double, std::micro>;

constexpr int meetings_of_a_board = 6;
constexpr double ratio_max = 5;

// As full as appendix B, where 46 of 11 x 14 cells hold something: three in ten. Half of the
// reports' obligations have begun.
std::string county(int reports, int boards) {
    const auto r = std::to_string(reports);
    const auto b = std::to_string(boards);
    const auto m = std::to_string(meetings_of_a_board);
    return R"(
    CREATE TEMP TABLE numbers AS
        WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < 999)
        SELECT i FROM n;
    INSERT INTO board(code, slug, name, statutory, statute, meetings_per_year, held_in, chairs)
        SELECT 'B' || i, 'b' || i, 'Board number ' || i, 0, '', 4, 'public', 1 FROM numbers
        WHERE i < )" +
           b + R"(;
    INSERT INTO timetable_cell(report, board_or_group, purpose, season)
        SELECT 'Annual report number ' || r.i, 'B' || b.i,
               CASE (b.i - r.i) % 10 WHEN 0 THEN 'agree' WHEN 3 THEN 'consult' ELSE 'inform' END,
               CASE r.i % 3 WHEN 0 THEN 'spring' WHEN 1 THEN 'summer' ELSE 'autumn' END
        FROM numbers r JOIN numbers b ON (b.i - r.i) % 10 IN (0, 3, 6)
        WHERE r.i < )" +
           r + " AND b.i < " + b + R"(;
    INSERT INTO meeting(id, board, planned, state, kind, held_in)
        SELECT 'm' || b.i || 'x' || n.i, 'B' || b.i,
               date('2019-01-10', '+' || (n.i * 60 + b.i % 28) || ' days'), 'confirmed', 'meeting',
               'public'
        FROM numbers b JOIN numbers n WHERE b.i < )" +
           b + " AND n.i < " + m + R"(;
    INSERT INTO obligation(id, year, report, board, purpose, season, state, meeting, created_at)
        SELECT report || board_or_group, 2019, report, board_or_group, purpose, season, 'slotted',
               'm' || substr(board_or_group, 2) || 'x2', 0
        FROM timetable_cell WHERE (rowid % 2) = 0;
    DROP TABLE numbers)";
}

struct Grid {
    double microseconds;  // of the page
    std::size_t bytes;
};

Grid measure(int reports, int boards, int runs) {
    tests::TemporaryDirectory directory;
    tests::SettableClock clock;
    server::base::RandomIds ids;
    server::base::Config config;
    config.data_directory = directory.path();
    server::base::App app(
        config, clock, ids, [](server::base::Severity, const std::string&) {},
        server::site::services());
    {
        auto tx = app.database.begin_write();
        tx->session().execute_script(county(reports, boards));
        tx->commit();
    }
    server::web::Dispatcher dispatcher(app);
    server::net::Request request;
    request.target = "/timetable?year=2019";
    request.path = "/timetable";
    request.query.emplace("year", "2019");
    std::vector<double> times;
    std::size_t bytes = 0;
    for (int i = 0; i < runs; ++i) {
        const auto start = std::chrono::steady_clock::now();
        const auto response = dispatcher.handle(request);
        times.push_back(Microseconds(std::chrono::steady_clock::now() - start).count());
        if (response.status != 200) std::puts("the page was refused");
        bytes = response.body.size();
    }
    std::nth_element(times.begin(), times.begin() + runs / 2, times.end());
    return {times[static_cast<std::size_t>(runs / 2)], bytes};
}

}  // namespace

int main() {
    const auto small = measure(11, 14, 51);
    const auto large = measure(200, 400, 5);
    const double small_cell = small.microseconds / (11 * 14);
    const double large_cell = large.microseconds / (200 * 400);
    const double ratio = large_cell / small_cell;
    std::printf("timetable 11 x 14: %.2f ms, %.1f us a cell (%zu bytes)\n",
                small.microseconds / 1000, small_cell, small.bytes);
    std::printf(
        "timetable 200 x 400: %.0f ms, %.1f us a cell (%zu bytes): ratio %.2f (limit %.0f)\n",
        large.microseconds / 1000, large_cell, large.bytes, ratio, ratio_max);
    return ratio <= ratio_max ? 0 : 1;
}
