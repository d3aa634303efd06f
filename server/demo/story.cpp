#include "server/demo/story.hpp"

#include <algorithm>
#include <fstream>
#include <regex>
#include <stdexcept>

#include "db/meetings.hpp"
#include "server/demo/received_mail.hpp"
#include "server/web/href.hpp"
#include "server/web/routes.hpp"
#include "templates/documents/sample_paper.hpp"

namespace server::demo {
namespace {

workflows::Instant at(int year, unsigned month, unsigned day, int hour) {
    return workflows::make_day(year, month, day) + std::chrono::hours(hour);
}

void require(bool held, const std::string& what) {
    if (!held) throw std::runtime_error("the story does not hold: " + what);
}

std::string newest_code(const Stage& stage, const std::string& email) {
    for (const auto& mail : list_mail(stage.maildir)) {
        if (mail.to.find(email) == std::string::npos) continue;
        const auto whole = read_mail(stage.maildir, mail.name);
        const auto* text = whole.part("text/plain");
        std::smatch match;
        static const std::regex pattern("code\\s+(\\d{3} \\d{3})");
        if (text != nullptr && std::regex_search(text->content, match, pattern)) return match[1];
    }
    throw std::runtime_error("no code arrived for " + email);
}

std::string meeting_on(Stage& stage, const std::string& board, workflows::Day day) {
    const auto tx = stage.app.database.begin_read();
    const auto found = db::find_meeting_on(*tx, board, day, db::service_reader());
    require(found.has_value(), board + " has no meeting on " + workflows::iso(day));
    return found->id;
}

std::filesystem::path write_paper(const Stage& stage, const std::string& title,
                                  const std::string& author, int pages) {
    const auto file = stage.work / (title + ".pdf");
    std::ofstream(file, std::ios::binary)
        << templates::sample_paper({.title = title, .author = author, .pages = pages});
    return file;
}

// Three fields, as the date component has.
void add_date(Fields& fields, const std::string& name, workflows::Day day) {
    const std::chrono::year_month_day date(day);
    fields.emplace_back(name + "-day", std::to_string(static_cast<unsigned>(date.day())));
    fields.emplace_back(name + "-month", std::to_string(static_cast<unsigned>(date.month())));
    fields.emplace_back(name + "-year", std::to_string(static_cast<int>(date.year())));
}

}  // namespace

std::string id_at(const WebClient& client, const web::Address& page) {
    const auto path = client.page().address.substr(0, client.page().address.find('?'));
    const auto id = path.substr(std::min(path.size(), web::stem(page).size()));
    require(!id.empty() && id != "new" && path == web::href(page, id),
            path + " is not what was made");
    return id;
}

std::unique_ptr<WebClient> sign_in(Stage& stage, const std::string& email) {
    auto client = std::make_unique<WebClient>(stage.app.config.base_url, email);
    client->get(web::href(routes::sign_in));
    client->submit(web::href(routes::sign_in), {{"email", email}});
    stage.wait_for_mail();
    client->submit(web::href(routes::sign_in_code), {{"code", newest_code(stage, email)}});
    return client;
}

namespace {

// protocol 4.5 (b): an item on another board's agenda.
std::string ask_for_item(Stage& stage, WebClient& asker, const std::string& meeting,
                         const std::string& title) {
    const auto today = std::chrono::floor<std::chrono::days>(stage.clock.now());
    asker.get(web::href(routes::new_request));
    Fields fields{{"from_board", "OSCB"},
                  {"to_board", "HWB"},
                  {"kind", "agenda_item"},
                  {"title", title},
                  {"purpose", "discuss"},
                  {"response", "comment"},
                  {"wanted_meeting", meeting},
                  {"details",
                   "The figures have risen for a third "
                   "year. We ask the board for its view."}};
    add_date(fields, "consider_by", today + std::chrono::days(14));
    add_date(fields, "answer_by", today + std::chrono::days(60));
    asker.submit(web::href(routes::new_request), fields);
    return id_at(asker, routes::request);
}

void play_requests(Stage& stage, Story& story) {
    const auto oscb = sign_in(stage, "oscb-chair@example.org");
    const auto hwb = sign_in(stage, "leader-county@example.org");
    const auto march = meeting_on(stage, "HWB", workflows::make_day(2019, 3, 21));
    const auto accepted = ask_for_item(stage, *oscb, march, "Placement costs");
    hwb->get(web::href(routes::request, accepted));
    hwb->submit(web::href(routes::request_step, accepted, "accept"),
                {{"meeting", march}, {"comment", "We will take it."}});
    story.told.push_back("2018-11-01: the HWB chair accepts an item from the OSCB chair");
    const auto declined = ask_for_item(stage, *oscb, march, "Thresholds for early help");
    hwb->get(web::href(routes::request, declined));
    hwb->submit(web::href(routes::request_step, declined, "decline"),
                {{"comment", "The Children's Trust decided this in September."}});
    oscb->get(web::href(routes::request, declined));
    oscb->submit(web::href(routes::request_step, declined, "escalate"),
                 {{"comment", "We do not think that it did."}});
    story.told.push_back("2018-11-01: a refusal is escalated (protocol 4.6)");
    const auto waiting = ask_for_item(stage, *oscb, march, "Joint commissioning");
    const auto growth = sign_in(stage, "growth-secretariat@example.org");
    require(growth->try_get(web::href(routes::request, waiting)).status == 404,
            "another board's officer reads the request");
    story.told.push_back("2018-11-01: another board's officer is told that there is no such page");
}

void add_item(WebClient& secretary, const std::string& meeting, Fields fields) {
    secretary.get(web::href(routes::new_item, meeting));
    secretary.submit(web::href(routes::new_item, meeting), fields);
}

void play_agenda(Stage& stage, Story& story, WebClient& secretary) {
    story.meeting = meeting_on(stage, "HWB", workflows::make_day(2018, 11, 15));
    struct Item {
        const char* title;
        const char* purpose;
        const char* presenter;
        const char* minutes;
        const char* visibility;
        const char* public_title;
        int pages;  // of its paper, 0: verbal
    };
    const Item items[] = {
        {"Welcome by the Chairman", "note", "Leader of the County Council", "5", "public", "", 0},
        {"Apologies for absence and temporary appointments", "note", "Committee Officer", "5",
         "public", "", 0},
        {"OSCB Annual Report 2017 to 2018", "inform",
         "Independent Chair of the Safeguarding Children Board", "20", "public", "", 24},
        {"OSAB Annual Report 2017 to 2018", "inform",
         "Independent Chair of the Safeguarding Adults Board", "20", "public", "", 18},
        {"Joint Strategic Needs Assessment update", "discuss", "Director of Public Health", "30",
         "public", "", 31},
        {"Contract for the urgent care service", "decide", "Clinical Chair", "20", "exempt",
         "A contract of the NHS", 9},
    };
    for (const auto& item : items) {
        add_item(secretary, story.meeting,
                 {{"title", item.title},
                  {"purpose", item.purpose},
                  {"presenter", item.presenter},
                  {"minutes", item.minutes},
                  {"visibility", item.visibility},
                  {"public_title", item.public_title},
                  {"paper", item.pages > 0 ? "expected" : "none"}});
        if (item.pages == 0) continue;
        secretary.get(web::href(routes::meeting_agenda, story.meeting));
        auto links = secretary.links(routes::item_papers);
        require(!links.empty(), "the agenda offers no place for a paper");
        secretary.get(links.back());
        secretary.upload(links.back(), "paper",
                         write_paper(stage, item.title, item.presenter, item.pages));
    }
    story.told.push_back("2018-11-01: six items and four papers for HWB on 15 November");
    secretary.get(web::href(routes::meeting_publish, story.meeting));
    secretary.submit(web::href(routes::meeting_publish, story.meeting));
    story.told.push_back("2018-11-01: the agenda is published, in time");
}

void play_pack(Stage& stage, Story& story, WebClient& secretary) {
    secretary.get(web::href(routes::meeting_pack, story.meeting));
    secretary.submit(web::href(routes::meeting_pack, story.meeting), {{"audience", "members"}});
    const auto job = secretary.page().address.substr(0, secretary.page().address.find('?'));
    stage.run_jobs();
    const auto& finished = secretary.get(job + ".json");
    require(finished.body.find("\"done\"") != std::string::npos, "the pack was not built");
    story.pack = stage.work / "HWB-2018-11-15.pdf";
    std::ofstream(story.pack, std::ios::binary)
        << secretary.get(web::href(routes::meeting_pack_pdf, story.meeting) + "?audience=members")
               .body;
    secretary.get(web::href(routes::meeting_send, story.meeting));
    secretary.submit(web::href(routes::meeting_send, story.meeting));
    story.told.push_back("2018-11-01: the pack is built and its papers are sent");
}

void play_calendar(Stage& stage, Story& story, WebClient& secretary) {
    const auto june = meeting_on(stage, "HWB", workflows::make_day(2019, 6, 13));
    secretary.get(web::href(routes::meeting_move, june));
    Fields fields{{"comment", "The hall is not free"}};
    add_date(fields, "date", workflows::make_day(2019, 6, 20));
    secretary.submit(web::href(routes::meeting_move, june), fields);
    story.told.push_back("2018-11-01: HWB moves from 13 to 20 June 2019");
    const auto december = meeting_on(stage, "HWB", workflows::make_day(2019, 12, 5));
    secretary.get(web::href(routes::meeting_cancel, december));
    secretary.submit(web::href(routes::meeting_cancel, december),
                     {{"comment", "Replaced by a joint meeting"}});
    story.told.push_back("2018-11-01: HWB of 5 December 2019 is cancelled");
}

}  // namespace

void play_meetings(Stage& stage, Story& story) {
    stage.clock.set(at(2018, 11, 1, 9));
    play_requests(stage, story);
    play_issues(stage, story);
    const auto secretary = sign_in(stage, "hwb-secretariat@example.org");
    play_calendar(stage, story, *secretary);
    play_agenda(stage, story, *secretary);
    play_pack(stage, story, *secretary);
    stage.wait_for_mail();
    // Two weeks on: the request that nobody answered is overdue, reminders go.
    stage.clock.set(at(2018, 11, 16, 9));
    stage.run_jobs();
    stage.wait_for_mail();
}

}  // namespace server::demo
