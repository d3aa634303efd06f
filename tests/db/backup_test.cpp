// Backups under load restore; damage to a paper, the archive or the audit trail is found.
#include "db/backup.hpp"

#include <gtest/gtest.h>

#include <atomic>
#include <fstream>
#include <thread>

#include "db/audit.hpp"
#include "db/statement.hpp"
#include "db/tar.hpp"
#include "tests/db/temporary_database.hpp"

namespace {

namespace fs = std::filesystem;

constexpr db::Sql insert_setting{"test.insert",
                                 "INSERT INTO setting(name, value) VALUES (:name, :value)"};
constexpr db::Query<int> count_like{"test.count_like",
                                    "SELECT COUNT(*) FROM setting WHERE name LIKE :pattern"};
constexpr db::Sql insert_pack{"test.insert_pack", R"(
    INSERT INTO pack(id, meeting, agenda, audience, inputs, sha256, size_bytes, pages, built_at)
    VALUES (:id, 'm', 1, 'public', :inputs, :sha256, 1, 1, 0))"};

void flip_byte(const fs::path& path, std::streamoff offset) {
    fs::permissions(path, fs::perms::owner_write, fs::perm_options::add);
    std::fstream file(path, std::ios::in | std::ios::out | std::ios::binary);
    file.seekg(offset);
    const char byte = static_cast<char>(file.get() ^ 1);
    file.seekp(offset);
    file.put(byte);
}

class Backup : public testing::Test {
  protected:
    Backup() : documents_(temporary_.directory()) {
        const auto tx = temporary_.database().begin_write();
        tx->session().execute_script(
            "INSERT INTO board(code, slug, name, statutory, statute, meetings_per_year, held_in, "
            "chairs) VALUES ('HWB', 'hwb', 'Board', 0, '', 4, 'public', 1);"
            "INSERT INTO meeting(id, board, planned, state, kind, held_in)"
            " VALUES ('m', 'HWB', '', 'provisional', 'meeting', 'public')");
        tx->commit();
    }
    std::string add_paper(const std::string& bytes) {
        const auto temporary = temporary_.directory() / "upload";
        std::ofstream(temporary, std::ios::binary) << bytes;
        const auto stored = documents_.put(temporary);
        const auto tx = temporary_.database().begin_write({"officer", ""});
        db::run(
            tx->session(), insert_pack,
            {{"id", "pack" + stored.sha256}, {"inputs", stored.sha256}, {"sha256", stored.sha256}});
        db::append_audit(*tx, {"paper.add", "meeting:m", "HWB", "added"});
        tx->commit();
        return stored.sha256;
    }
    void write_setting(const std::string& name) {
        const auto tx = temporary_.database().begin_write();
        db::run(tx->session(), insert_setting, {{"name", name}, {"value", std::string(1000, 'x')}});
        tx->commit();
    }
    void fill(int rows) {
        const auto tx = temporary_.database().begin_write();
        for (int i = 0; i < rows; ++i)
            db::run(tx->session(), insert_setting,
                    {{"name", "before-" + std::to_string(i)}, {"value", std::string(1000, 'x')}});
        tx->commit();
    }
    fs::path file() const { return files_.path() / "county.tar"; }
    fs::path restored() const { return files_.path() / "restored"; }

    tests::TemporaryDirectory files_;
    tests::TemporaryDatabase temporary_;
    db::DocumentStore documents_;
};

TEST_F(Backup, RestoresWhatWasThere) {
    const auto hash = add_paper("%PDF one");
    add_paper("%PDF two");
    const auto report = db::backup(temporary_.database(), documents_, file());
    EXPECT_EQ(report.checked.papers, 2);
    EXPECT_EQ(report.checked.audit_rows, 2);
    EXPECT_EQ(report.size_bytes, static_cast<long long>(fs::file_size(file())));
    EXPECT_EQ(db::restore(file(), restored()).lines().back(), "all is well");
    EXPECT_EQ(*db::DocumentStore(restored()).read(hash), "%PDF one");
    db::Database again(restored() / "shiremoot.db", 1, temporary_.clock(), temporary_.ids());
    EXPECT_TRUE(db::check(again, db::DocumentStore(restored())).good());
    std::size_t entries = 0;
    for (const auto& entry : fs::directory_iterator(files_.path()))
        entries += entry.exists() ? 1 : 0;
    EXPECT_EQ(entries, 2U) << "scratch folders are left";
}

TEST_F(Backup, HoldsAllThatWasCommittedBeforeItBegan) {
    fill(3000);
    std::atomic<bool> stop = false;
    std::atomic<int> written = 0;
    std::thread writer([&] {
        while (!stop)
            write_setting("during-" + std::to_string(written++));
    });
    while (written < 3)
        std::this_thread::yield();
    const int acknowledged = written - 1;
    int slices = 0;
    db::backup(temporary_.database(), documents_, file(),
               [&] { write_setting("between-" + std::to_string(slices++)); });
    stop = true;
    writer.join();
    EXPECT_GE(slices, 3);
    db::restore(file(), restored());
    db::Session copy(restored() / "shiremoot.db", db::Access::read_only);
    EXPECT_EQ(db::value(copy, count_like, {{"pattern", "before-%"}}), 3000);
    EXPECT_GE(db::value(copy, count_like, {{"pattern", "during-%"}}), acknowledged);
    EXPECT_GE(db::value(copy, count_like, {{"pattern", "between-%"}}), slices - 1);
}

TEST_F(Backup, RefusesToOverwrite) {
    std::ofstream(file()) << "another";
    EXPECT_THROW(db::backup(temporary_.database(), documents_, file()), std::runtime_error);
    fs::create_directory(restored());
    std::ofstream(restored() / "something") << "x";
    EXPECT_THROW(db::restore(file(), restored()), std::runtime_error);
    EXPECT_EQ(fs::file_size(file()), 7U);
}

TEST_F(Backup, FindsAFlippedByteOfAPaper) {
    const auto hash = add_paper("%PDF one");
    EXPECT_TRUE(db::check(temporary_.database(), documents_).good());
    flip_byte(documents_.path_of(hash), 3);
    const auto report = db::check(temporary_.database(), documents_);
    ASSERT_EQ(report.faults.size(), 1U);
    EXPECT_NE(report.faults[0].find("damaged"), std::string::npos);
    EXPECT_NE(report.faults[0].find(hash), std::string::npos);
    EXPECT_FALSE(documents_.read(hash));
    EXPECT_THROW(db::backup(temporary_.database(), documents_, file()), std::runtime_error);
    EXPECT_FALSE(fs::exists(file()));
    add_paper("%PDF two");
    fs::remove(documents_.path_of(hash));
    EXPECT_NE(db::check(temporary_.database(), documents_).faults.at(0).find("missing"),
              std::string::npos);
}

TEST_F(Backup, FindsDamageToTheArchive) {
    add_paper(std::string(2000, 'p'));
    db::backup(temporary_.database(), documents_, file());
    const auto size = static_cast<std::streamoff>(fs::file_size(file()));
    // The last paper's bytes, a header's name, and a file cut short.
    flip_byte(file(), size - 2000);
    EXPECT_THROW(db::restore(file(), restored()), std::runtime_error);
    flip_byte(file(), size - 2000);
    flip_byte(file(), 3);
    EXPECT_THROW(db::restore(file(), restored()), std::runtime_error);
    flip_byte(file(), 3);
    fs::resize_file(file(), static_cast<std::uintmax_t>(size - 2048));
    EXPECT_THROW(db::restore(file(), restored()), std::runtime_error);
    EXPECT_FALSE(fs::exists(restored()));
}

TEST_F(Backup, RefusesNamesThatLeadOutOfTheFolder) {
    // The writer refuses nothing of ours; an archive of another hand may hold anything.
    const auto evil = files_.path() / "evil.tar";
    std::ofstream(files_.path() / "x") << "x";
    {
        db::TarWriter tar(evil);
        tar.add("../evil", files_.path() / "x");
        tar.finish();
    }
    EXPECT_THROW(db::restore(evil, restored()), std::runtime_error);
    EXPECT_FALSE(fs::exists(files_.path() / "evil"));
}

TEST_F(Backup, FindsAChangedAuditTrail) {
    for (const char* bytes : {"one", "two", "three"})
        add_paper(bytes);
    {
        const auto tx = temporary_.database().begin_write();
        tx->session().execute_script(
            "DROP TRIGGER audit_fixed; UPDATE audit SET actor = 'nobody' WHERE seq = 2");
        tx->commit();
    }
    const auto report = db::check(temporary_.database(), documents_);
    ASSERT_EQ(report.faults.size(), 1U);
    EXPECT_EQ(report.faults[0], "The audit trail was changed at row 2.");
}

TEST_F(Backup, FindsAnAuditRowThatIsGone) {
    for (const char* bytes : {"one", "two", "three"})
        add_paper(bytes);
    const auto tx = temporary_.database().begin_write();
    EXPECT_EQ(db::list_audit(*tx, "meeting:m", 2).at(0).seq, 3);
    EXPECT_EQ(db::list_audit_before(*tx, 3, 9).size(), 2U);
    tx->session().execute_script("DROP TRIGGER audit_kept; DELETE FROM audit WHERE seq = 2");
    EXPECT_EQ(db::verify_chain(tx->session()).first_broken, 3);
}

TEST_F(Backup, AnOlderProgramRefusesANewerFile) {
    {
        const auto tx = temporary_.database().begin_write();
        tx->session().execute_script("INSERT INTO migration(name) VALUES ('9999_of_tomorrow')");
        tx->commit();
    }
    temporary_.close();
    EXPECT_THROW(temporary_.open(), std::runtime_error);
    db::Session session(temporary_.directory() / "shiremoot.db", db::Access::read_write);
    EXPECT_EQ(session.query_text("SELECT COUNT(*) FROM board"), "1");
}

TEST_F(Backup, TheStoreNamesFilesByTheirHashOnly) {
    const auto hash = add_paper("%PDF one");
    EXPECT_EQ(documents_.path_of(hash),
              temporary_.directory() / "papers" / hash.substr(0, 2) / hash.substr(2));
    EXPECT_EQ(documents_.list(), std::vector<std::string>{hash});
    EXPECT_THROW(documents_.path_of("../../etc/passwd"), std::invalid_argument);
    EXPECT_EQ(documents_.read(std::string(64, '0')).error().code, workflows::Code::not_found);
    // Put again, a damaged file is whole again.
    flip_byte(documents_.path_of(hash), 0);
    const auto again = temporary_.directory() / "again";
    std::ofstream(again) << "%PDF one";
    EXPECT_EQ(documents_.put(again).sha256, hash);
    EXPECT_TRUE(documents_.verify(hash));
    EXPECT_FALSE(fs::exists(again));
}

}  // namespace
