// A tick of the reminders with 1,000 and with 1,000,000 future ones, none due: time and ratio.
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <string>
#include <vector>

#include "db/session.hpp"
#include "server/base/app.hpp"
#include "server/base/platform.hpp"
#include "server/letters/reminders.hpp"
#include "server/site/site.hpp"
#include "server/web/page_cache.hpp"
#include "tests/db/temporary_database.hpp"

namespace {

using Microseconds = std::chrono::duration<double, std::micro>;

// Each meeting has one secretary and two items without papers: 1 + 2 + 1 reminders of its own and
// 4 for each item, by the county's rules.
constexpr int reminders_per_meeting = 12;

constexpr const char* board = R"(
    INSERT INTO person(key, post, organisation, email)
        VALUES ('s', 'Secretary', 'Council', 's@example.org');
    INSERT INTO board(code, slug, name, statutory, statute, meetings_per_year, held_in, chairs)
        VALUES ('B', 'b', 'Board', 0, '', 4, 'public', 1);
    INSERT INTO membership(id, board, person, role) VALUES ('m', 'B', 's', 'secretariat'))";

// From half a year after the clock's 1 November 2018 on, over eighty years.
std::string meetings(int count) {
    const auto number = std::to_string(count);
    return std::string(board) + R"(;
    WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i + 1 < )" +
           number + R"()
    INSERT INTO meeting(id, board, planned, state, kind, held_in)
        SELECT 'm' || i, 'B', date('2019-05-01', '+' || (i % 29000) || ' days'), 'confirmed',
               'meeting', 'public' FROM n;
    INSERT INTO agenda_item(id, meeting, position, title, purpose, owner, visibility)
        SELECT id || 'a', id, 1, 'Report', 'discuss', 's', 'public' FROM meeting
        UNION ALL SELECT id || 'b', id, 2, 'Report', 'discuss', 's', 'public' FROM meeting)";
}

struct Ticks {
    double look;     // reads the window
    double resting;  // as every minute
};

Ticks measure(int reminders) {
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
        tx->session().execute_script(meetings(std::max(1, reminders / reminders_per_meeting)));
        tx->commit();
    }
    const auto median = [&](bool look) {
        std::vector<double> times;
        for (int i = 0; i < 201; ++i) {
            if (look) app.cache->forget({"changed"});
            const auto start = std::chrono::steady_clock::now();
            if (server::letters::run_due(app).letters != 0) std::puts("something was due");
            times.push_back(Microseconds(std::chrono::steady_clock::now() - start).count());
        }
        std::nth_element(times.begin(), times.begin() + 100, times.end());
        return times[100];
    };
    const double look = median(true);
    return {look, median(false)};
}

}  // namespace

int main() {
    const auto few = measure(1'000);
    const auto many = measure(1'000'000);
    std::printf("a look after a change: %.0f us with 1,000, %.0f us with 1,000,000: ratio %.2f\n",
                few.look, many.look, many.look / few.look);
    std::printf("a tick without one:    %.2f us with 1,000, %.2f us with 1,000,000: ratio %.2f\n",
                few.resting, many.resting, many.resting / few.resting);
    return many.look <= 2 * few.look ? 0 : 1;
}
