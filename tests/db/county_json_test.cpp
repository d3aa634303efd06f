// The whole county out and in again: the same bytes, all or nothing, no secrets, every table named.
#include "db/county_json.hpp"

#include <algorithm>
#include <iterator>

#include "db/county_tables.hpp"
#include "tests/db/import_fixture.hpp"

namespace {

namespace fs = std::filesystem;

std::string bytes_of(const fs::path& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

class CountyJson : public import_tests::Import {
  protected:
    void change(const std::string& sql) {
        auto tx = temporary_.database().begin_write();
        tx->session().execute_script(sql);
        tx->commit();
    }
    // A paper with its item, and texts that a careless writer would break.
    void add_paper() {
        const auto file = temporary_.directory() / "paper.pdf";
        std::ofstream(file) << "%PDF-1.4 a paper";
        const auto sha256 = papers_.put(file).sha256;
        std::ofstream(file) << "%PDF-1.4 what goes round";
        const auto round = papers_.put(file).sha256;
        change(
            "INSERT INTO agenda_item(id, meeting, position, title, purpose, visibility) SELECT "
            "'item', id, 1, 'Said \"no\" \\ <b>\u2019\u00e9' || char(10) || char(9) || 'two', "
            "'discuss', 'exempt' FROM meeting WHERE board = 'HWB' AND planned = '2018-11-15';"
            "INSERT INTO paper(id, item, position, title, file_name, sha256, size_bytes, pages,"
            " uploaded_by, uploaded_at) VALUES ('paper', 'item', 1, 'Paper', 'p.pdf', '" +
            sha256 +
            "', 16, 1, 'x', 253402300799);"
            // A document that goes round, with a file of its own, to a board without a meeting.
            "INSERT INTO circulation(id, document, version_label, owner, purpose, created_at) "
            "VALUES ('round', 'Plan', '1', 'HWB', 'agree', 1);"
            "INSERT INTO circulation_version(circulation, number, label, day, person, changed, "
            "material, file_name, sha256, size_bytes, pages) VALUES ('round', 1, '1', "
            "'2018-11-01', 'x', '', 0, 'plan.pdf', '" +
            round +
            "', 21, 1);"
            "INSERT INTO circulation_stop(id, circulation, board, meeting, state) VALUES "
            "('stop', 'round', 'CT', NULL, 'planned');"
            "INSERT INTO session(token_hash, person, created_at, not_after, idle_seconds_max, "
            "csrf) SELECT 'CANARY', key, 0, 0, 0, 'CANARY' FROM person LIMIT 1");
    }
    std::string export_to(const fs::path& folder) {
        db::export_county_json(*temporary_.database().begin_read(), papers_, folder);
        return bytes_of(folder / db::county_json_name);
    }
    // Into an empty county; what was said.
    std::string refusal_of(const fs::path& folder) {
        tests::TemporaryDatabase other;
        const db::DocumentStore papers(other.directory());
        const auto report =
            db::import_county_json(other.database(), papers, folder, db::DryRun::no);
        EXPECT_TRUE(db::list_boards(*other.database().begin_read()).empty());
        return report ? "imported" : report.error().message;
    }
    void write_json(const std::string& text) {
        std::ofstream(folder_.path() / db::county_json_name, std::ios::binary) << text;
    }

    db::DocumentStore papers_{temporary_.directory()};
    tests::TemporaryDirectory folder_;
};

TEST_F(CountyJson, EveryTableOfTheSchemaIsNamedOnce) {
    const auto tx = temporary_.database().begin_read();
    const db::Query<std::string> list{
        "test.tables",
        "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE "
        "'sqlite%' ORDER BY name"};
    const auto schema = db::select(tx->session(), list);
    std::vector<std::string> named;
    for (const auto& table : db::county_tables())
        named.emplace_back(table.name);
    std::ranges::sort(named);
    EXPECT_EQ(named, schema) << "db/county_tables.cpp names each table once";
}

TEST_F(CountyJson, ComesBackWithTheSameBytesAndItsPapers) {
    import_county();
    add_paper();
    const auto first = export_to(folder_.path());
    EXPECT_EQ(first.find("CANARY"), std::string::npos);
    tests::TemporaryDatabase other;
    const db::DocumentStore papers(other.directory());
    auto foreseen =
        db::import_county_json(other.database(), papers, folder_.path(), db::DryRun::yes);
    ASSERT_TRUE(foreseen) << foreseen.error().message;
    EXPECT_EQ(foreseen->papers, 2);
    EXPECT_TRUE(db::list_boards(*other.database().begin_read()).empty());
    const auto report =
        db::import_county_json(other.database(), papers, folder_.path(), db::DryRun::no);
    ASSERT_TRUE(report) << report.error().message;
    EXPECT_EQ(report->rows, foreseen->rows);
    EXPECT_EQ(db::list_boards(*other.database().begin_read()).size(), 22U);
    EXPECT_EQ(papers.list().size(), 2U);
    tests::TemporaryDirectory again;
    db::export_county_json(*other.database().begin_read(), papers, again.path());
    EXPECT_EQ(bytes_of(again.path() / db::county_json_name), first);
}

TEST_F(CountyJson, IsTakenOnlyIntoAnEmptyCounty) {
    import_county();
    export_to(folder_.path());
    const auto report =
        db::import_county_json(temporary_.database(), papers_, folder_.path(), db::DryRun::no);
    ASSERT_FALSE(report);
    EXPECT_EQ(report.error().code, workflows::Code::conflict);
}

TEST_F(CountyJson, SaysWhatIsWrongWithIt) {
    import_county();
    add_paper();
    const auto good = export_to(folder_.path());
    const auto changed = [&](const std::string& from, const std::string& to) {
        auto text = good;
        const auto at = text.find(from);
        EXPECT_NE(at, std::string::npos) << from;
        text.replace(at, from.size(), to);
        write_json(text);
        return refusal_of(folder_.path());
    };
    write_json(good.substr(0, good.size() / 2));
    EXPECT_NE(refusal_of(folder_.path()).find("incomplete"), std::string::npos);
    EXPECT_NE(
        changed("\"version\":3", "\"version\":4").find("not a county that Shiremoot exported"),
        std::string::npos);
    EXPECT_NE(changed("\"theme\":", "\"session\":").find("“session”"), std::string::npos);
    EXPECT_NE(changed("[\"name\",\"board\"]", "[\"name\",\"beard\"]").find("“board_group”"),
              std::string::npos);
    EXPECT_NE(changed("[\"CSPs\",\"CSP-SV\"]", "[\"CSPs\",\"NONE\"]").find("refers to something"),
              std::string::npos);
    write_json(good);
    std::ofstream(folder_.path() / "papers" / papers_.list().front()) << "another";
    EXPECT_NE(refusal_of(folder_.path()).find("missing or damaged"), std::string::npos);
    EXPECT_NE(refusal_of(folder_.path() / "none").find("There is no county.json"),
              std::string::npos);
}

}  // namespace
