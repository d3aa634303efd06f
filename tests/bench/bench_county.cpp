// Fills a data directory for the page benches: 1,000 published meetings of 20 items each, and a
// session. usage: bench_county DIR     prints the session's cookie
#include <filesystem>
#include <fstream>
#include <iostream>

#include "db/agenda.hpp"
#include "db/agenda_versions.hpp"
#include "db/import/importer.hpp"
#include "db/meetings.hpp"
#include "server/access/signed_in_viewer.hpp"
#include "server/agenda/agenda_content.hpp"
#include "server/base/app.hpp"
#include "server/base/platform.hpp"
#include "server/site/site.hpp"
#include "workflows/core/date.hpp"

namespace {

constexpr int meetings = 1000;
constexpr int items_per_meeting = 20;

std::string add_meeting(db::WriteTx& tx, int number) {
    db::MeetingRow meeting;
    meeting.board = "HWB";
    meeting.planned = workflows::make_day(2030, 1, 1) + std::chrono::days(number);
    meeting.state = workflows::MeetingState::confirmed;
    meeting.held_in = workflows::HeldIn::public_;
    meeting.place = "County Hall, Oxford";
    return db::insert_meeting(tx, meeting).value().id;
}

void add_items(db::WriteTx& tx, const std::string& meeting) {
    for (int number = 1; number <= items_per_meeting; ++number) {
        db::AgendaItemRow item;
        item.meeting = meeting;
        item.title = "Annual Report " + std::to_string(number);
        item.summary = "To note the annual report & consider the key messages for <system> leaders";
        item.presenter = "Independent Chair";
        item.purpose = workflows::ItemPurpose::inform;
        item.visibility = workflows::Visibility::public_;
        db::insert_item(tx, item);
    }
}

void publish(db::WriteTx& tx, const std::string& id) {
    auto meeting = db::load_meeting(tx, id).value();
    db::AgendaVersionRow version;
    version.meeting = id;
    version.clear_days = 5;
    version.content = server::agenda::to_json(server::agenda::current_content(tx, meeting));
    meeting.published = db::insert_agenda_version(tx, version).number;
    db::save_meeting(tx, meeting).value();
}

}  // namespace

int main(int argc, char** argv) {
    if (argc != 2) return 2;
    server::base::Config config;
    config.data_directory = argv[1];
    config.base_url = "http://127.0.0.1:18090";
    std::filesystem::create_directories(config.data_directory);
    const server::base::SystemClock clock;
    server::base::RandomIds ids;
    server::base::App app(
        config, clock, ids, [](server::base::Severity, const std::string&) {},
        server::site::services());
    db::import_directory(app.database, SHIREMOOT_SOURCE_DIR "/db/demo/oxfordshire", db::DryRun::no,
                         [](workflows::Day) { return std::string(); });
    std::ofstream list(config.data_directory / "meetings.txt");
    auto tx = app.database.begin_write({"hwb-secretariat", ""});
    for (int number = 0; number < meetings; ++number) {
        const auto meeting = add_meeting(*tx, number);
        add_items(*tx, meeting);
        publish(*tx, meeting);
        list << meeting << '\n';
    }
    const auto cookie = server::access::open_session(app, *tx, "healthwatch");
    tx->commit();
    std::cout << cookie.substr(0, cookie.find(';')) << '\n';
}
