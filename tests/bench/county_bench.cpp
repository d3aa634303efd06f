// The pages between the boards and a round of the reminders, for a county of 20 boards and 10
// reports and for one of 400 boards and 200 reports: processor time, and that for each row of the
// county.
#include <algorithm>
#include <cstdio>
#include <ctime>
#include <string>
#include <string_view>
#include <vector>

#include "db/session.hpp"
#include "server/access/signed_in_viewer.hpp"
#include "server/base/app.hpp"
#include "server/base/platform.hpp"
#include "server/letters/reminders.hpp"
#include "server/site/site.hpp"
#include "server/web/dispatch.hpp"
#include "server/web/page_cache.hpp"
#include "tests/db/temporary_database.hpp"

namespace {

// Of this process, so that what else the machine does counts little.
double milliseconds() {
    return 1000.0 * static_cast<double>(std::clock()) / CLOCKS_PER_SEC;
}

struct Size {
    int boards;
    int reports;
    int matters;  // requests, and as many responses
    int circulations;
};
constexpr Size small_county{20, 10, 200, 15};
constexpr Size large_county{400, 200, 4000, 300};

// :b boards, :r reports, :m matters, :c circulations. Three years of meetings, one in two months.
// Every third cell is asked for, half of them have begun. The clock stands at 1 November 2018.
constexpr std::string_view county = R"(
    CREATE TEMP TABLE numbers AS
        WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < 9999)
        SELECT i FROM n;
    INSERT INTO board(code, slug, name, statutory, statute, meetings_per_year, held_in, chairs)
        SELECT 'B' || i, 'b' || i, 'Board number ' || i, 0, '', 6, 'public', 1 FROM numbers
        WHERE i < :b;
    INSERT INTO person(key, post, organisation, email)
        SELECT 'p' || i, 'Post ' || i, 'Organisation', 'p' || i || '@example.org' FROM numbers
        WHERE i < 6 * :b;
    INSERT OR IGNORE INTO membership(id, board, person, role)
        SELECT 'c' || i, 'B' || i, 'p' || i, 'chair' FROM numbers WHERE i < :b
        UNION ALL SELECT 's' || i, 'B' || i, 'p' || (:b + i), 'secretariat' FROM numbers
        WHERE i < :b
        UNION ALL SELECT 'm' || b.i || 'x' || n.i, 'B' || b.i,
            'p' || (2 * :b + (b.i * 7 + n.i * 131 + b.i * n.i) % (4 * :b)), 'member'
        FROM numbers b JOIN numbers n WHERE b.i < :b AND n.i < 12;
    INSERT INTO timetable_cell(report, board_or_group, purpose, season)
        SELECT 'Annual report number ' || r.i, 'B' || b.i,
               CASE (b.i + 9 * r.i) % 10 WHEN 0 THEN 'agree' WHEN 3 THEN 'consult'
               ELSE 'inform' END,
               CASE r.i % 3 WHEN 0 THEN 'spring' WHEN 1 THEN 'summer' ELSE 'autumn' END
        FROM numbers r JOIN numbers b ON (b.i + 9 * r.i) % 10 IN (0, 3, 6)
        WHERE r.i < :r AND b.i < :b;
    INSERT INTO meeting(id, board, planned, state, kind, held_in)
        SELECT 'm' || b.i || 'x' || n.i, 'B' || b.i,
               date('2017-05-10', '+' || (n.i * 60 + b.i % 28) || ' days'),
               CASE WHEN n.i < 9 THEN 'held' ELSE 'confirmed' END, 'meeting', 'public'
        FROM numbers b JOIN numbers n WHERE b.i < :b AND n.i < 18;
    INSERT INTO agenda_item(id, meeting, position, title, purpose, visibility)
        SELECT m.id || 'i' || n.i, m.id, n.i + 1, 'Item ' || n.i, 'note', 'public'
        FROM meeting m JOIN numbers n ON n.i < 8 WHERE m.planned >= '2018-11-01';
    INSERT INTO agenda_request(id, kind, asking_board, asked_board, title, detail, purpose,
                               response, consider_by, answer_by, state, created_at, created_by)
        SELECT 'r' || i, 'agenda_item', 'B' || (i % :b), 'B' || ((i * 7 + 1) % :b),
               'Request ' || i, 'Detail', 'discuss', 'note', '2018-11-21', '2018-12-11',
               CASE i % 7 WHEN 0 THEN 'sent' WHEN 1 THEN 'accepted' WHEN 2 THEN 'answered'
               WHEN 3 THEN 'withdrawn' ELSE 'closed' END, i, 'p0'
        FROM numbers WHERE i < :m AND i % :b <> (i * 7 + 1) % :b;
    INSERT INTO response(id, source_kind, source, source_title, visibility, asking_board,
                         owing_board, number, recommendation, required, due, first_due, state,
                         created_at, created_by)
        SELECT 'e' || i, 'item', 'x', 'Paper', 'members', 'B' || (i % :b),
               'B' || ((i * 7 + 1) % :b), 1, 'Recommendation', 'note', '2018-11-11', '2018-11-11',
               CASE i % 6 WHEN 0 THEN 'due' WHEN 1 THEN 'accepted' WHEN 2 THEN 'answered'
               WHEN 3 THEN 'named' ELSE 'confirmed' END, 0, 'p0'
        FROM numbers WHERE i < :m AND i % :b <> (i * 7 + 1) % :b;
    INSERT INTO circulation(id, document, version_label, owner, purpose, created_at)
        SELECT 'g' || i, 'Document ' || i, 'draft 1', 'B' || (i % :b), 'agree', 0 FROM numbers
        WHERE i < :c;
    INSERT INTO circulation_stop(id, circulation, board, meeting, state)
        SELECT 'g' || c.i || 'x' || n.i, 'g' || c.i, 'B' || ((c.i + n.i) % :b),
               'm' || ((c.i + n.i) % :b) || 'x12', 'planned'
        FROM numbers c JOIN numbers n WHERE c.i < :c AND n.i < 14;
    INSERT INTO obligation(id, year, report, board, purpose, season, state, meeting, created_at)
        SELECT report || board_or_group, 2019, report, board_or_group, purpose, season, 'slotted',
               'm' || substr(board_or_group, 2) || 'x11', 0
        FROM timetable_cell WHERE (rowid % 2) = 0;
    DROP TABLE numbers)";

std::string filled(const Size& size) {
    std::string sql(county);
    for (const auto& [name, value] : {std::pair{":b", size.boards},
                                      {":r", size.reports},
                                      {":m", size.matters},
                                      {":c", size.circulations}}) {
        for (auto at = sql.find(name); at != std::string::npos; at = sql.find(name, at))
            sql.replace(at, 2, std::to_string(value));
    }
    return sql;
}

struct Asked {
    const char* what;
    const char* path;    // empty: a round of the reminders
    const char* person;  // 'p' and the number of boards: the secretary of the first board
};
constexpr Asked pages[]{{"the public's forward plan", "/forward-plan", ""},
                        {"the forward plan as data", "/forward-plan.json", ""},
                        {"a secretary's to-do list", "/home", "s0"},
                        {"the officers' agenda", "/officers-agenda", "s0"},
                        {"who sits where", "/people/seats", "s0"}};

class County {
  public:
    explicit County(const Size& size)
        : size_(size),
          app_(
              config(), clock_, ids_, [](server::base::Severity, const std::string&) {},
              server::site::services()) {
        auto tx = app_.database.begin_write();
        tx->session().execute_script(filled(size));
        cookie_ = server::access::open_session(app_, *tx, "p" + std::to_string(size.boards));
        cookie_ = cookie_.substr(0, cookie_.find(';'));
        tx->commit();
    }

    // Of what a page is made of: about so many rows stand in the tables that grow.
    double rows() const {
        return size_.boards * (14.0 + 18 + 9 * 8) + 2.0 * size_.matters +
               15.0 * size_.circulations + 0.45 * size_.boards * size_.reports;
    }

    struct Answer {
        double milliseconds;
        std::size_t bytes;
    };
    Answer page(const Asked& asked, int runs) {
        server::web::Dispatcher dispatcher(app_);
        server::net::Request request;
        request.target = request.path = asked.path;
        if (*asked.person != 0) request.headers.emplace("cookie", cookie_);
        Answer answer{1e9, 0};
        for (int i = 0; i < runs; ++i) {
            app_.cache->forget({"timetable"});
            const double start = milliseconds();
            const auto response = dispatcher.handle(request);
            answer.milliseconds = std::min(answer.milliseconds, milliseconds() - start);
            if (response.status != 200) std::printf("%s: %d\n", asked.path, response.status);
            answer.bytes =
                response.shared_body ? response.shared_body->size() : response.body.size();
        }
        return answer;
    }

    struct Round {
        double whole;
        double alone;  // of it, while nobody else can write
    };
    Round round() {
        const double start = milliseconds();
        const auto found = server::letters::due(app_, *app_.database.begin_read(), clock_.now(), 1);
        const double looked = milliseconds();
        const auto report = server::letters::send_due(app_, found);
        if (report.letters == 0) std::puts("nothing was due");
        return {milliseconds() - start, milliseconds() - looked};
    }

  private:
    server::base::Config config() {
        server::base::Config config;
        config.data_directory = directory_.path();
        config.base_url = "http://127.0.0.1:18090";
        return config;
    }

    Size size_;
    tests::TemporaryDirectory directory_;
    tests::SettableClock clock_;
    server::base::RandomIds ids_;
    server::base::App app_;
    std::string cookie_;
};

void print(const char* what, double small, double large, double rows, std::size_t bytes) {
    std::printf("%s: %.1f ms and %.0f ms (%zu KB): %.2f of the time for each row\n", what, small,
                large, bytes / 1024, large / small / rows);
}

}  // namespace

int main() {
    County small(small_county);
    County large(large_county);
    const double rows = large.rows() / small.rows();
    for (const auto& asked : pages) {
        const auto few = small.page(asked, 11);
        const auto many = large.page(asked, 2);
        print(asked.what, few.milliseconds, many.milliseconds, rows, many.bytes);
    }
    const auto few = small.round();
    const auto many = large.round();
    print("a round of the reminders", few.whole, many.whole, rows, 0);
    print("of it while nobody else can write", few.alone, many.alone, rows, 0);
    return 0;
}
