// Who may open and send what, for every address and every kind of person.
//
// policy_expected.csv was written from the rules in words, not by running the program:
//   - anybody may read what the county publishes: boards, dates, timetable, register;
//   - all else asks the public to sign in, and refuses its forms;
//   - what belongs to a board is changed by its own secretariat, never by another board's;
//   - a chair acts on requests and circulations of their own board, and sees of another board only
//     what was addressed to theirs: for all others such a thing does not exist (404);
//   - a document that goes round is for those who sit on the boards it belongs to or visits;
//   - the author of a paper may hand it in, and see nothing else of the board;
//   - what belongs to all boards (yearly returns, seasons, sources and years of the timetable) is
//   the
//     office's: the secretariat of the Health and Wellbeing Board, as long as no other is named;
//   - whose report it is is changed by chair and secretariat of the board that has it;
//   - a theme goes on by the hand of who raised it, its lead boards' secretariats, and the office;
//   - administrators keep register, people, holidays and audit trail, and read no board's papers.
// Cells: yes; sign-in (sent there); 403; 404; rule (the person may come here, and the workflow
// refuses this step); hidden (the address is open, this thing is not shown).
#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <optional>
#include <set>
#include <sstream>
#include <vector>

#include "db/lookups.hpp"
#include "db/people.hpp"
#include "server/site/site.hpp"
#include "server/web/router.hpp"
#include "server/web/site.hpp"
#include "tests/server/policy_fixture.hpp"

namespace {

using policy::parts;
using server::web::Route;
using tests::TestApp;
using workflows::Denial;
using workflows::PolicyRow;
using workflows::Relation;
using workflows::Relations;

struct Row {
    std::string method;
    std::string pattern;
    std::vector<std::string> cells;  // in the order of parts
};

std::vector<std::string> split(const std::string& line) {
    std::vector<std::string> fields;
    std::istringstream stream(line);
    for (std::string field; std::getline(stream, field, ',');)
        fields.push_back(field);
    return fields;
}

std::vector<Row> expected_rows() {
    std::ifstream file(std::string(SHIREMOOT_SOURCE_DIR) + "/tests/server/policy_expected.csv");
    std::string line;
    std::getline(file, line);
    std::vector<std::string> head{"method", "pattern"};
    for (const auto& part : parts)
        head.emplace_back(part.name);
    EXPECT_EQ(split(line), head);
    std::vector<Row> rows;
    while (std::getline(file, line)) {
        auto fields = split(line);
        EXPECT_EQ(fields.size(), head.size()) << line;
        if (fields.size() != head.size()) continue;
        rows.push_back({fields[0], fields[1], {fields.begin() + 2, fields.end()}});
    }
    return rows;
}

bool is_page(const Route& route) {
    return route.page != nullptr;
}

std::optional<Row> row_of(const std::vector<Row>& rows, const Route& route) {
    for (const auto& row : rows) {
        if (row.pattern == route.address.pattern && (row.method == "GET") == is_page(route))
            return row;
    }
    return std::nullopt;
}

tests::Page send(TestApp& app, const Route& route, const policy::Part& part) {
    auto browser = app.browser(std::string(part.person));
    const auto path = policy::path_of(route.address.pattern);
    if (is_page(route)) return browser.get(path);
    // Any page's token is good for any form of the same session.
    browser.get(part.person.empty() ? "/sign-in" : "/people/" + std::string(part.person) + "/edit");
    const auto token = browser.token_on_page();
    EXPECT_FALSE(token.empty());
    return browser.post_raw(path, {{"version", "0"}}, token);
}

std::string outcome(const tests::Page& page) {
    if (page.status == 303 && page.location().starts_with("/sign-in?next=")) return "sign-in";
    if (page.status == 403) return "403";
    if (page.status == 404) return "404";
    return page.status < 500 && page.status != 405 ? "yes" : std::to_string(page.status);
}

bool fits(const std::string& expected, const tests::Page& page) {
    if (expected == "hidden") return page.status == 404;
    if (expected == "rule") return page.status == 403 || page.status == 409 || page.status == 422;
    return outcome(page) == expected;
}

// The same as server::access::identify() makes of a session.
server::base::Viewer viewer_of(db::ReadTx& tx, const policy::Part& part) {
    server::base::Viewer viewer;
    const auto person = db::find_person(tx, std::string(part.person));
    if (!person) return viewer;
    viewer.person = person->key;
    viewer.administrator = person->administrator;
    for (auto& seat : db::seats_today(tx, person->key, "2018-11-01"))
        viewer.seats.push_back({seat.board, seat.role});
    viewer.office = viewer.serves("HWB");
    return viewer;
}

// What a policy row alone says for these relations.
std::string by_table(const PolicyRow& row, Relations relations, const Route& route) {
    if (row.allowed.any_of(relations)) return "yes";
    if (!relations.has(Relation::signed_in) && is_page(route)) return "sign-in";
    return row.denial == Denial::not_found ? "404" : "403";
}

// A cell as the table sees it: what the handler decides afterwards lets the person come that far.
std::string table_cell(const std::string& cell) {
    return cell == "rule" || cell == "hidden" ? "yes" : cell;
}

struct Case {
    const Route* route;
    std::vector<std::string> cells;
    std::vector<Relations> relations;  // of each part
};

std::vector<Case> cases(TestApp& app) {
    const auto rows = expected_rows();
    auto tx = app.app().database.begin_read();
    std::vector<Case> all;
    for (const auto& route : server::site::routes()) {
        const auto row = row_of(rows, route);
        if (!row) continue;
        const auto verb = is_page(route) ? server::web::Verb::page : server::web::Verb::post;
        const auto match = server::web::match_route(server::site::routes(), verb,
                                                    policy::path_of(route.address.pattern));
        if (!match || match->route != &route) {
            ADD_FAILURE() << policy::path_of(route.address.pattern) << " does not lead to "
                          << route.address.pattern;
            continue;
        }
        Case one{&route, row->cells, {}};
        for (const auto& part : parts) {
            const auto relations = server::web::standing(*app.app().site, *tx, viewer_of(*tx, part),
                                                         route.subject, match->params);
            EXPECT_TRUE(relations.has_value()) << "no subject for " << route.address.pattern;
            one.relations.push_back(relations.value_or(Relation::anyone));
        }
        all.push_back(std::move(one));
    }
    return all;
}

// Whether some expected cell of the action's routes is another one under `changed`.
bool is_noticed(const std::vector<Case>& all, const PolicyRow& changed) {
    for (const auto& one : all) {
        if (one.route->action != changed.action) continue;
        for (std::size_t i = 0; i < parts.size(); ++i) {
            if (by_table(changed, one.relations[i], *one.route) != table_cell(one.cells[i])) {
                return true;
            }
        }
    }
    return false;
}

std::vector<PolicyRow> rows_in_use(const std::vector<Case>& all) {
    std::set<workflows::Action> actions;
    for (const auto& one : all)
        actions.insert(one.route->action);
    std::vector<PolicyRow> rows;
    for (const auto& row : workflows::policy_table()) {
        // The meeting of the matrix is open to all; closed_meetings_test.cpp asks for a closed one.
        const bool elsewhere = row.action == workflows::Action::read_meeting;
        if (actions.contains(row.action) && !elsewhere) rows.push_back(row);
    }
    EXPECT_GT(rows.size(), 10U);
    return rows;
}

Relations without(Relations all, std::uint32_t bit) {
    Relations rest;
    for (std::uint32_t other = 1; other <= all.bits(); other <<= 1) {
        if (other != bit && (all.bits() & other) != 0) rest |= static_cast<Relation>(other);
    }
    return rest;
}

TEST(PolicyMatrix, EveryAddressHasARow) {
    const auto rows = expected_rows();
    for (const auto& route : server::site::routes()) {
        EXPECT_TRUE(row_of(rows, route).has_value())
            << (is_page(route) ? "GET " : "POST ") << route.address.pattern
            << ": write into policy_expected.csv who may, from the rules in words";
    }
}

TEST(PolicyMatrix, EveryoneGetsWhatTheRulesSay) {
    const auto rows = expected_rows();
    TestApp shared;
    policy::add_things(shared);
    for (const auto& route : server::site::routes()) {
        const auto row = row_of(rows, route);
        if (!row) continue;
        for (std::size_t i = 0; i < parts.size(); ++i) {
            // A form that is allowed may change the county: it gets one of its own.
            std::optional<TestApp> own;
            if (!is_page(route) && row->cells[i] == "yes") policy::add_things(own.emplace());
            const auto page = send(own ? *own : shared, route, parts[i]);
            EXPECT_TRUE(fits(row->cells[i], page))
                << row->method << " " << route.address.pattern << " by " << parts[i].name
                << ": expected " << row->cells[i] << ", got " << page.status << " "
                << page.location();
        }
    }
}

TEST(PolicyMatrix, NobodySeesOnOpenPagesWhatIsNotPublished) {
    TestApp app;
    policy::add_things(app);
    std::vector<std::string> mailboxes;
    for (const auto& person : db::list_people(*app.app().database.begin_read()))
        mailboxes.push_back(person.email);
    EXPECT_FALSE(mailboxes.empty());
    for (const auto& route : server::site::routes()) {
        const bool open = route.action == workflows::Action::read_public ||
                          route.action == workflows::Action::read_meeting;
        if (!is_page(route) || !open) continue;
        for (const auto& part : parts) {
            const std::string name(part.name);
            if (name != "public" && !name.starts_with("other_") && name != "administrator")
                continue;
            const auto page = send(app, route, part);
            EXPECT_FALSE(page.has("CANARY")) << route.address.pattern << " to " << name;
            for (const auto& mailbox : mailboxes)
                EXPECT_FALSE(page.has(mailbox)) << route.address.pattern << " to " << name;
        }
    }
}

TEST(PolicyMutation, TheTableAgreesWithTheExpectations) {
    TestApp app;
    policy::add_things(app);
    const auto all = cases(app);
    for (const auto& row : rows_in_use(all))
        EXPECT_FALSE(is_noticed(all, row)) << row.name;
}

TEST(PolicyMutation, ARelationTakenFromARowIsNoticed) {
    TestApp app;
    policy::add_things(app);
    const auto all = cases(app);
    for (auto row : rows_in_use(all)) {
        const auto allowed = row.allowed;
        for (std::uint32_t bit = 1; bit <= allowed.bits(); bit <<= 1) {
            if ((allowed.bits() & bit) == 0) continue;
            row.allowed = without(allowed, bit);
            EXPECT_TRUE(is_noticed(all, row)) << row.name << " without relation " << bit;
        }
    }
}

TEST(PolicyMutation, ARowOpenedToEverybodyOrToAllWhoAreSignedInIsNoticed) {
    TestApp app;
    policy::add_things(app);
    const auto all = cases(app);
    for (auto row : rows_in_use(all)) {
        const auto allowed = row.allowed;
        if (allowed.has(Relation::anyone)) continue;
        row.allowed = allowed | Relation::anyone;
        EXPECT_TRUE(is_noticed(all, row)) << row.name << " for anyone";
        if (allowed.has(Relation::signed_in)) continue;
        for (const auto more : {Relation::signed_in, Relation::member, Relation::any_chair,
                                Relation::any_secretariat, Relation::administrator}) {
            if (allowed.has(more)) continue;
            row.allowed = allowed | more;
            // Nobody is a member of what belongs to no board.
            const bool possible = std::any_of(all.begin(), all.end(), [&](const Case& one) {
                if (one.route->action != row.action) return false;
                return std::any_of(one.relations.begin(), one.relations.end(),
                                   [&](Relations relations) {
                                       return relations.has(more) && !allowed.any_of(relations);
                                   });
            });
            EXPECT_EQ(is_noticed(all, row), possible) << row.name;
        }
    }
}

TEST(PolicyMutation, AnotherDenialIsNoticed) {
    TestApp app;
    policy::add_things(app);
    const auto all = cases(app);
    for (auto row : rows_in_use(all)) {
        if (row.allowed.any_of(Relations(Relation::anyone) | Relation::signed_in)) continue;
        row.denial = row.denial == Denial::not_found ? Denial::forbidden : Denial::not_found;
        EXPECT_TRUE(is_noticed(all, row)) << row.name;
    }
}

}  // namespace
