// What an export writes: all that an import takes, the same bytes again after one, no formulas.
#include "db/export.hpp"

#include <iterator>
#include <map>

#include "tests/db/import_fixture.hpp"
#include "workflows/text/csv.hpp"

namespace {

using import_tests::Import;
using Files = std::map<std::string, std::string>;

constexpr auto no_holidays = [](workflows::Day) { return std::string(); };

std::string bytes_of(const std::filesystem::path& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

class Export : public Import {
  protected:
    Files export_from(db::Database& database, const std::filesystem::path& directory) {
        Files files;
        const auto tx = database.begin_read();
        report_ = db::export_county(*tx, directory);
        for (const auto& path : report_.files)
            files[path.filename().string()] = bytes_of(path);
        return files;
    }
    // Exports, imports that into an empty county and exports again.
    void expect_round_trip() {
        first_ = export_from(temporary_.database(), exported_.path());
        tests::TemporaryDatabase empty;
        const auto report = db::import_directory(empty.database(), exported_.path(), db::DryRun::no,
                                                 no_holidays, {});
        for (const auto& error : report.errors)
            ADD_FAILURE() << error.text();
        tests::TemporaryDirectory again;
        EXPECT_EQ(export_from(empty.database(), again.path()), first_);
    }
    void change(const std::string& sql) {
        auto tx = temporary_.database().begin_write();
        tx->session().execute_script(sql);
        tx->commit();
    }
    tests::TemporaryDirectory exported_;
    Files first_;
    db::ExportReport report_;  // of the export that came last
};

TEST_F(Export, OfTheWholeCountyComesBackTheSame) {
    import_county();
    expect_round_trip();
    EXPECT_EQ(first_.size(), 10U);
}

TEST_F(Export, HoldsEveryColumnThatAnImportTakes) {
    write("b.csv", import_tests::boards_header + "HWB,Health Board,,yes,,4,public,1,,\n");
    write("p.csv", "key,post,organisation,email,holder\na,Post A,Org,a@example.org,Dr Ann Other\n");
    write("m.csv",
          "board,person,role,label,from,to,organisation,standing,on_behalf_of\n"
          "HWB,a,chair,Acting,2018-01-02,2030-03-04,District Council,speaks,the other districts\n");
    write("d.csv",
          "board,date,status,kind,held_in,starts,ends,place\n"
          "HWB,2018-11-15,confirmed,meeting,public,09:30,11:45,\"Hall, Oxford\"\n"
          "HWB,2019-02,provisional,meeting,public,,,\n"
          "HWB,tbc,provisional,workshop,private,,,\n");
    write("c.csv",
          "document,version,owner,purpose,board,date,status\n"
          "Protocol,draft 6,HWB,views,HWB,tbc,provisional\n");
    ASSERT_TRUE(import(files_.path()).errors.empty());
    expect_round_trip();
    EXPECT_EQ(first_["people.csv"],
              "key,post,organisation,email,holder\na,Post A,Org,a@example.org,Dr Ann Other\n");
    EXPECT_EQ(
        first_["memberships.csv"],
        "board,person,role,label,from,to,organisation,standing,on_behalf_of\n"
        "HWB,a,chair,Acting,2018-01-02,2030-03-04,District Council,speaks,the other districts\n");
    EXPECT_EQ(first_["meetings.csv"],
              "board,date,status,kind,held_in,starts,ends,place\n"
              "HWB,tbc,provisional,workshop,private,,,\n"
              "HWB,2018-11-15,confirmed,meeting,public,09:30,11:45,\"Hall, Oxford\"\n"
              "HWB,2019-02,provisional,meeting,public,,,\n");
    EXPECT_EQ(first_["circulations.csv"],
              "document,version,owner,purpose,board,date,status\n"
              "Protocol,draft 6,HWB,views,HWB,tbc,provisional\n");
}

TEST_F(Export, WritesNoFormulas) {
    write_small_county();
    ASSERT_TRUE(import(files_.path()).errors.empty());
    change(
        "UPDATE person SET post = '=HYPERLINK(\"http://x\")', organisation = '''@y',"
        " holder = '''tis' WHERE key = 'a'");
    expect_round_trip();
    EXPECT_NE(
        first_["people.csv"].find("a,\"'=HYPERLINK(\"\"http://x\"\")\",''@y,a@example.org,'tis\n"),
        std::string::npos)
        << first_["people.csv"];
}

const std::string meeting_columns =
    "INSERT INTO meeting(id, board, planned, state, kind, held_in, starts, published) VALUES ";

// An import knows a meeting by its board and date: what is certain counts, whatever the ids.
TEST_F(Export, PrefersAMeetingThatIsNoLongerProvisional) {
    write_small_county();
    ASSERT_TRUE(import(files_.path()).errors.empty());
    change(meeting_columns +
           "('1', 'HWB', '2019-03-07', 'provisional', 'workshop', 'public', '09:00', 0),"
           "('2', 'HWB', '2019-03-07', 'confirmed', 'meeting', 'public', '14:00', 0),"
           "('3', 'HWB', '2019-04-04', 'confirmed', 'workshop', 'public', '09:00', 0),"
           "('4', 'HWB', '2019-04-04', 'held', 'meeting', 'public', '14:00', 1),"
           "('5', 'HWB', '2019-05-02', 'confirmed', 'meeting', 'public', '14:00', 0),"
           "('6', 'HWB', '2019-05-02', 'confirmed', 'executive', 'public', '09:00', 0),"
           "('7', 'HWB', '2019-06', 'provisional', 'meeting', 'public', '14:00', 0),"
           "('8', 'HWB', '2019-06', 'provisional', 'workshop', 'public', '15:00', 0),"
           "('9', 'HWB', '', 'provisional', 'meeting', 'public', '14:00', 0),"
           "('10', 'HWB', '', 'provisional', 'workshop', 'public', '15:00', 0),"
           "('11', 'HWB', '', 'provisional', 'workshop', 'public', '16:00', 0),"
           "('12', 'HWB', '', 'cancelled', 'workshop', 'public', '08:00', 0);"
           "INSERT INTO circulation(id, document, version_label, owner, purpose, created_at)"
           " VALUES ('c', 'Protocol', 'draft 6', 'HWB', 'views', 2);"
           "INSERT INTO circulation_stop(id, circulation, board, meeting, state)"
           " VALUES ('s', 'c', 'HWB', '1', 'planned')");
    expect_round_trip();
    EXPECT_EQ(first_["meetings.csv"],
              "board,date,status,kind,held_in,starts,ends,place\n"
              "HWB,tbc,provisional,meeting,public,14:00,16:00,\n"
              "HWB,2019-03-07,confirmed,meeting,public,14:00,16:00,\n"
              "HWB,2019-04-04,held,meeting,public,14:00,16:00,\n"
              "HWB,2019-05-02,confirmed,executive,public,09:00,16:00,\n"
              "HWB,2019-06,provisional,meeting,public,14:00,16:00,\n");
    EXPECT_EQ(first_["circulations.csv"],
              "document,version,owner,purpose,board,date,status\n"
              "Protocol,draft 6,HWB,views,HWB,2019-03-07,confirmed\n");
}

TEST_F(Export, CountsWhatItLeavesOut) {
    write_small_county();
    ASSERT_TRUE(import(files_.path()).errors.empty());
    change(
        meeting_columns +
        "('1', 'HWB', '2019-03-07', 'provisional', 'meeting', 'public', '09:00', 0),"
        "('2', 'HWB', '2019-03-07', 'confirmed', 'meeting', 'public', '14:00', 0),"
        "('3', 'HWB', '2019-06', 'provisional', 'meeting', 'public', '14:00', 0),"
        "('4', 'HWB', '2019-06', 'provisional', 'meeting', 'public', '15:00', 0),"
        "('5', 'HWB', '', 'provisional', 'meeting', 'public', '14:00', 0),"
        "('6', 'HWB', '', 'provisional', 'meeting', 'public', '15:00', 0),"
        "('7', 'HWB', '', 'provisional', 'meeting', 'public', '16:00', 0),"
        "('8', 'HWB', '', 'cancelled', 'meeting', 'public', '08:00', 0);"
        "INSERT INTO circulation(id, document, version_label, owner, purpose, created_at)"
        " VALUES ('c1', 'Protocol', 'draft 5', 'HWB', 'views', 1),"
        " ('c2', 'Protocol', 'draft 6', 'HWB', 'views', 2),"
        " ('c3', 'Strategy', 'draft 1', 'HWB', 'views', 2);"
        "INSERT INTO circulation_stop(id, circulation, board, meeting, state)"
        " VALUES ('s1', 'c1', 'HWB', '8', 'planned'), ('s2', 'c2', 'HWB', '2', 'planned'),"
        " ('s3', 'c3', 'HWB', '8', 'planned');"
        "INSERT INTO standing_invitation(board, person, reason, to_day)"
        " VALUES ('HWB', 'a', 'Adviser', '2018-10-01'), ('HWB', 'b', 'Adviser', '');"
        "INSERT INTO agenda_item(id, meeting, position, title, purpose, visibility)"
        " VALUES ('i1', '2', 1, 'One', 'note', 'public'), ('i2', '2', 2, 'Two', 'note', 'public');"
        "INSERT INTO agenda_version(meeting, number, published_at, published_by, clear_days,"
        " late_reason, content, sha256) VALUES ('2', 1, 1, 'a', 5, '', '{}', 'x');"
        "INSERT INTO paper(id, item, position, title, file_name, sha256, size_bytes, pages,"
        " uploaded_by, uploaded_at, removed_at)"
        " VALUES ('p1', 'i1', 1, 'A', 'a.pdf', 'x', 1, 1, 'a', 1, 0),"
        " ('p2', 'i1', 2, 'B', 'b.pdf', 'y', 1, 1, 'a', 1, 2);"
        "INSERT INTO agenda_request(id, kind, asking_board, asked_board, title, detail, purpose,"
        " response, consider_by, answer_by, state, created_at, created_by)"
        " VALUES ('r', 'information', 'HWB', 'HWB', 'T', '', 'inform', 'note', '', '', 'sent',"
        " 1, 'a');"
        "UPDATE circulation_stop SET state = 'issued' WHERE id = 's2';"
        "INSERT INTO outbox(key, batch, class, template, board, subject_id, person, sender,"
        " recipient, subject, message_id, state, next_at, not_after, created_at)"
        " VALUES ('k', 'b', 'notice', 't', 'HWB', '', 'a', 's', 'r', 'S', 'm', 'queued', 1, 2,"
        " 1)");
    expect_round_trip();
    const auto tx = temporary_.database().begin_read();
    const auto counts = db::export_county(*tx, exported_.path(), db::DryRun::yes).left_out;
    EXPECT_EQ(counts, (decltype(counts){1, 1, 1, 2, 1, 0, 1, 1, 1, 2, 1, 1, 1, 1, 1}));
    EXPECT_EQ(report_.left_out, decltype(counts){}) << "of the county that came back";
}

TEST_F(Export, LeavesOutWhatNoImportTakes) {
    import_county();
    change(
        "UPDATE meeting SET state = 'cancelled', cancel_reason = 'x' WHERE id ="
        " (SELECT meeting FROM circulation_stop ORDER BY meeting LIMIT 1)");
    expect_round_trip();
}

TEST_F(Export, OnADryRunMakesNothing) {
    const auto folder = exported_.path() / "county";
    const auto tx = temporary_.database().begin_read();
    EXPECT_EQ(db::export_county(*tx, folder, db::DryRun::yes).files.size(), 10U);
    EXPECT_FALSE(std::filesystem::exists(folder));
}

TEST(FormulaGuard, IsTakenAwayExactlyWhereItWasPut) {
    for (const std::string text : {"=1", "+1", "-1", "@a", "'=1", "''-", "'tis", "'", "a=1", ""})
        EXPECT_EQ(workflows::text::without_guard(workflows::text::with_guard(text)), text);
    EXPECT_EQ(workflows::text::with_guard("-1"), "'-1");
    EXPECT_EQ(workflows::text::with_guard("'tis"), "'tis");
}

}  // namespace
