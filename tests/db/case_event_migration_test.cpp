// The county of ff573da: its histories come into one table with every word that they had, by the
// migration and by the import of its export alike.
#include <gtest/gtest.h>

#include <map>
#include <set>

#include "db/audit.hpp"
#include "db/backup.hpp"
#include "db/case_log.hpp"
#include "db/county_json.hpp"
#include "db/tar.hpp"
#include "tests/db/county_ff573da.hpp"
#include "tests/db/temporary_database.hpp"

namespace {

namespace fs = std::filesystem;
using Lines = std::multiset<std::string>;

// What each of the seven tables had, as case_event has it.
constexpr const char* earlier_rows = R"(
    SELECT 'request', request, number, at, actor, on_behalf, event, from_state, to_state, comment,
        '', '', '' FROM agenda_request_event
    UNION ALL SELECT 'response', response, number, at, actor, on_behalf, event, from_state,
        to_state, comment, '', '', '' FROM response_event
    UNION ALL SELECT 'issue', issue, number, at, actor, on_behalf, event, from_state, to_state,
        comment, holder, next_date, '' FROM issue_event
    UNION ALL SELECT 'concern', concern, number, at, actor, on_behalf, event, from_state, to_state,
        comment, '', '', '' FROM concern_event
    UNION ALL SELECT 'obligation', obligation, number, at, actor, '', event, from_state, to_state,
        comment, '', '', meeting FROM obligation_event
    UNION ALL SELECT 'theme', theme, number, at, actor, '', event, from_state, to_state, comment,
        '', '', '' FROM theme_event
    UNION ALL SELECT 'stop', stop, number, at, actor, '', event, from_state, to_state, comment, '',
        '', '' FROM circulation_event)";
constexpr const char* present_rows = R"(
    SELECT kind, case_id, number, at, actor, on_behalf, event, from_state, to_state, comment,
        holder, due, meeting FROM case_event)";

Lines lines_of(db::Session& session, const std::string& rows) {
    const auto all = session.query_text(
        "WITH line(kind, id, number, at, actor, behalf, event, before, after, comment, holder, due,"
        " meeting) AS (" +
        rows +
        ") SELECT GROUP_CONCAT(kind || '|' || id || '|' || number || '|' || at || '|' || CASE "
        "actor WHEN '' THEN 'service' ELSE actor END || '|' || behalf || '|' || event || '|' || "
        "before || '|' || after || '|' || QUOTE(comment) || '|' || holder || '|' || due || '|' || "
        "meeting, CHAR(1)) FROM line");
    Lines lines;
    for (std::size_t at = 0; at < all.size();) {
        const auto end = std::min(all.find('\1', at), all.size());
        lines.insert(all.substr(at, end - at));
        at = end + 1;
    }
    return lines;
}

// The text of each table of a county.json.
std::map<std::string, std::string> tables_of(const std::string& json) {
    std::map<std::string, std::string> tables;
    for (auto at = json.find("\n\""); at != std::string::npos;) {
        const auto next = json.find("\n\"", at + 1);
        const auto name = json.substr(at + 2, json.find('"', at + 2) - at - 2);
        auto text = json.substr(at, next == std::string::npos ? next : next - at);
        text.erase(text.find_last_of(']'));
        tables[name] = std::move(text);
        at = next;
    }
    return tables;
}

// The themes as they were before they said who raised them: the last column.
std::string without_raised_by(std::string themes) {
    for (const std::string_view last : {R"(,"raised_by"])", R"(,"hwb-secretariat"])", R"(,""])"})
        for (auto at = themes.find(last); at != std::string::npos; at = themes.find(last, at))
            themes.replace(at, last.size(), "]");
    return themes;
}

class County : public testing::Test {
  protected:
    County() { tests::write_county_ff573da(directory_.path()); }

    std::unique_ptr<db::Database> open(const fs::path& directory) {
        return std::make_unique<db::Database>(directory / "shiremoot.db", 1, clock_, ids_);
    }
    std::string export_of(const fs::path& directory) {
        tests::TemporaryDirectory out;
        const auto database = open(directory);
        db::export_county_json(*database->begin_read(), db::DocumentStore(directory), out.path());
        return tests::bytes_of(out.path() / db::county_json_name);
    }
    std::string imported(const fs::path& from, const fs::path& into) {
        const auto database = open(into);
        const auto report =
            db::import_county_json(*database, db::DocumentStore(into), from, db::DryRun::no);
        return report ? "" : report.error().message;
    }

    tests::TemporaryDirectory directory_;
    tests::SettableClock clock_;
    tests::CountingIds ids_;
};

TEST_F(County, KeepsEveryLineOfEveryHistory) {
    Lines before;
    std::string audit;
    {
        db::Session session(directory_.path() / "shiremoot.db", db::Access::read_write);
        before = lines_of(session, earlier_rows);
        audit = session.query_text("SELECT GROUP_CONCAT(seq || hash) FROM audit");
    }
    EXPECT_GT(before.size(), 300U);
    const auto database = open(directory_.path());
    const auto tx = database->begin_read();
    EXPECT_EQ(lines_of(tx->session(), present_rows), before);
    EXPECT_EQ(tx->session().query_text("SELECT GROUP_CONCAT(seq || hash) FROM audit"), audit);
    EXPECT_EQ(tx->session().query_text("SELECT GROUP_CONCAT(name) FROM sqlite_schema WHERE type = "
                                       "'table' AND name LIKE '%\\_event' ESCAPE '\\'"),
              "outbox_event,case_event");
    for (const auto& kind : workflows::names<db::CaseKind>)
        EXPECT_NE(tx->session().query_text("SELECT COUNT(*) FROM case_event WHERE kind = '" +
                                           std::string(kind.text) + "'"),
                  "0")
            << kind.text;
}

TEST_F(County, IsWholeAfterwards) {
    const auto database = open(directory_.path());
    const auto report = db::check(*database, db::DocumentStore(directory_.path()));
    EXPECT_TRUE(report.good()) << testing::PrintToString(report.faults);
    EXPECT_GT(report.papers, 3);
}

TEST_F(County, ComesFromItsExportAsFromItsFiles) {
    tests::TemporaryDirectory other;
    ASSERT_EQ(imported(tests::county_ff573da(), other.path()), "");
    EXPECT_EQ(export_of(other.path()), export_of(directory_.path()));
}

// Who raised a theme stood in its history alone.
TEST_F(County, IsWrittenAgainWithOtherHistoriesAlone) {
    auto before = tables_of(tests::bytes_of(tests::county_ff573da() / db::county_json_name));
    auto after = tables_of(export_of(directory_.path()));
    EXPECT_EQ(after.erase("case_event"), 1U);
    for (const char* name : {"agenda_request_event", "circulation_event", "concern_event",
                             "issue_event", "obligation_event", "response_event", "theme_event"})
        EXPECT_EQ(before.erase(name), 1U) << name;
    EXPECT_GT(before.size(), 50U);
    after["theme"] = without_raised_by(after["theme"]);
    EXPECT_EQ(after, before);
}

TEST_F(County, KeepsWhoRaisedATheme) {
    const auto database = open(directory_.path());
    EXPECT_EQ(database->begin_read()->session().query_text(
                  "SELECT GROUP_CONCAT(key) FROM (SELECT key FROM theme WHERE "
                  "raised_by = 'hwb-secretariat' ORDER BY key)"),
              "story-agreed,story-closed,story-polled,story-raised,story-reopened");
}

TEST_F(County, ComesBackFromItsNewExport) {
    tests::TemporaryDirectory out;
    tests::TemporaryDirectory other;
    {
        const auto database = open(directory_.path());
        db::export_county_json(*database->begin_read(), db::DocumentStore(directory_.path()),
                               out.path());
    }
    ASSERT_EQ(imported(out.path(), other.path()), "");
    EXPECT_EQ(export_of(other.path()), tests::bytes_of(out.path() / db::county_json_name));
}

TEST_F(County, IsRefusedWithAHistoryThatBelongsToNothing) {
    tests::TemporaryDirectory folder;
    tests::TemporaryDirectory other;
    fs::copy(tests::county_ff573da(), folder.path(), fs::copy_options::recursive);
    auto text = tests::bytes_of(folder.path() / db::county_json_name);
    const auto row = text.find("[\"", text.find("\"rows\":", text.find("\"concern_event\"")));
    text.replace(row + 2, text.find('"', row + 2) - row - 2, "nobody");
    std::ofstream(folder.path() / db::county_json_name, std::ios::binary) << text;
    EXPECT_EQ(imported(folder.path(), other.path()),
              "The history of concern nobody belongs to nothing. Nothing was imported.");
}

// A backup is checked as it lies there; it is migrated when the program opens it.
TEST_F(County, IsRestoredFromABackupOfThen) {
    const auto archive = directory_.path() / "backup.tar";
    {
        db::TarWriter tar(archive);
        tar.add("shiremoot.db", directory_.path() / "shiremoot.db");
        const db::DocumentStore papers(directory_.path());
        for (const auto& hash : papers.list())
            tar.add("papers/" + hash.substr(0, 2) + "/" + hash.substr(2), papers.path_of(hash));
        tar.finish();
    }
    const auto target = directory_.path() / "restored";
    EXPECT_TRUE(db::restore(archive, target).good());
    EXPECT_EQ(export_of(target), export_of(directory_.path()));
}

}  // namespace
