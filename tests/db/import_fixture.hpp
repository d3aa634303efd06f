// What the import tests share: the county's folder, files made on the spot, counts.
#pragma once

#include <gtest/gtest.h>

#include <fstream>

#include "db/audit.hpp"
#include "db/boards.hpp"
#include "db/county.hpp"
#include "db/import/importer.hpp"
#include "db/meetings.hpp"
#include "db/memberships.hpp"
#include "db/people.hpp"
#include "db/statement.hpp"
#include "db/themes.hpp"
#include "tests/db/temporary_database.hpp"
#include "workflows/core/bank_holidays.hpp"

namespace import_tests {

using db::ImportKind;
using workflows::make_day;

struct ImportedStop {
    std::string board;
    std::string state;
    std::string planned;
    std::string meeting;
    bool time_assumed = false;
};
BOOST_DESCRIBE_STRUCT(ImportedStop, (), (board, state, planned, meeting, time_assumed))

inline constexpr db::Query<ImportedStop> list_stops{"test.list_stops", R"(
    SELECT s.board, s.state, m.planned, m.state, m.time_assumed FROM circulation_stop s
    JOIN meeting m ON m.id = s.meeting ORDER BY m.planned, s.board)"};
inline constexpr db::Query<int> count_circulations{"test.count_circulations",
                                                   "SELECT COUNT(*) FROM circulation"};
inline constexpr db::Query<int> count_held_2016{
    "test.count_held_2016",
    "SELECT COUNT(*) FROM meeting WHERE state = 'held' AND planned < "
    "'2017'"};

inline const std::filesystem::path oxfordshire =
    std::filesystem::path(SHIREMOOT_SOURCE_DIR) / "db/demo/oxfordshire";

inline const std::string boards_header =
    "code,name,parent,statutory,statute,meetings_per_year,held_in,chairs,succeeded_by,"
    "succeeded_on\n";

class Import : public testing::Test {
  protected:
    db::ImportReport import(const std::filesystem::path& directory,
                            db::DryRun dry_run = db::DryRun::no) {
        return db::import_directory(temporary_.database(), directory, dry_run,
                                    [this](workflows::Day day) {
                                        const auto* reason = holidays_.reason(day);
                                        return reason == nullptr ? "" : *reason;
                                    },
                                    {"officer", ""});
    }
    db::ImportReport import_county() { return import(oxfordshire); }
    void write(const std::string& name, const std::string& text) {
        std::ofstream(files_.path() / name, std::ios::binary) << text;
    }
    /// One board and two people, to which a test adds its file.
    void write_small_county() {
        write("b.csv", boards_header + "HWB,Health Board,,yes,,4,public,1,,\n");
        write("p.csv",
              "key,post,organisation,email\na,Post A,Org,a@example.org\nb,Post B,Org,"
              "b@example.org\n");
    }
    std::string errors() {
        std::string all;
        const auto report = import(files_.path());
        EXPECT_FALSE(report.imported);
        for (const auto& error : report.errors)
            all += error.text() + "\n";
        return all;
    }
    std::string errors_of(const std::string& text) {
        write_small_county();
        write("x.csv", text);
        return errors();
    }
    db::ReadTx& read() {
        if (!tx_) tx_ = temporary_.database().begin_read();
        return *tx_;
    }

    workflows::Holidays holidays_;
    tests::TemporaryDirectory files_;
    tests::TemporaryDatabase temporary_;
    std::unique_ptr<db::ReadTx> tx_;
};

inline void expect_counts(const db::ImportReport& report, int db::ImportCount::*which) {
    const std::array<int, db::import_kinds> expected{22, 8, 36, 90, 1, 47, 14, 31, 13, 5};
    for (std::size_t i = 0; i < expected.size(); ++i)
        EXPECT_EQ(report.counts[i].*which, expected[i]) << workflows::names<ImportKind>[i].words;
}

}  // namespace import_tests
