// The draft's way round the boards: papers out, outcomes back, a new version for those still to
// come.
#include <algorithm>
#include <array>
#include <boost/json.hpp>
#include <fstream>
#include <map>
#include <stdexcept>

#include "db/memberships.hpp"
#include "server/demo/story.hpp"
#include "server/web/href.hpp"
#include "server/web/routes.hpp"
#include "templates/documents/sample_paper.hpp"

namespace server::demo {
namespace {

using workflows::Day;
using workflows::StopEvent;

// Boards that meet within it get their papers at once; the others, the version made after them.
constexpr std::chrono::days first_round{28};

// What a board might say, in turn; of nobody in particular.
constexpr std::array remarks{
    "Say who decides when two boards do not agree, and by when.",
    "Name one officer for each board to whom the others can turn.",
    "Four weeks are too short for boards that meet four times a year.",
};

struct Stop {
    std::string id;
    std::string board;
    Day day;
    bool provisional = false;
    workflows::StopState state = workflows::StopState::planned;
};

// As the page's own data says, for the reader who asks.
std::vector<Stop> stops_of(WebClient& reader, const std::string& circulation) {
    const auto data = boost::json::parse(reader.get(circulation + ".json").body);
    std::vector<Stop> stops;
    for (const auto& one : data.at("stops").as_array()) {
        const auto text = [&](const char* key) { return std::string(one.at(key).as_string()); };
        const auto day = workflows::parse_day(text("date"));
        if (!day) continue;
        stops.push_back({text("id"), text("board"), *day, one.at("provisional").as_bool(),
                         workflows::from_text<workflows::StopState>(text("state")).value()});
    }
    return stops;
}

std::string secretary_of(Stage& stage, const std::string& board, Day today) {
    const auto tx = stage.app.database.begin_read();
    for (const auto& seat : db::list_memberships(*tx, board)) {
        if (seat.membership.role == workflows::Role::secretariat &&
            db::sits_on(seat.membership, today))
            return seat.person.email;
    }
    throw std::runtime_error("the story does not hold: " + board + " has no secretariat");
}

// The list's own links beside the one that plans another.
std::string circulation_on(const WebClient& secretary) {
    for (auto& address : secretary.links(routes::circulation)) {
        if (address != web::stem(routes::circulation) &&
            address != web::href(routes::new_circulation)) {
            return std::move(address);
        }
    }
    throw std::runtime_error("the story does not hold: nothing goes round the boards");
}

class Round {
  public:
    Round(Stage& stage, Story& story) : stage_(stage), story_(story) {}

    void play() {
        const auto begin = workflows::make_day(2016, 1, 21);
        set_day(begin);
        story_.told.push_back(workflows::iso(today_) +
                              ": the secretariat looks where the draft protocol is");
        add_document("draft 6", routes::circulation_file, {});
        issue_until(begin + first_round);
        finish_day();
        const auto first = last_meeting_until(begin + first_round);
        set_day(first + std::chrono::days(1));
        record_outcomes();
        make_new_version();
        issue_until(Day::max());
        finish_day();
        set_day(last_meeting_until(Day::max()) + std::chrono::days(1));
        record_outcomes();
        finish_day();
    }

  private:
    // A session does not last from one part of the story to the next.
    void set_day(Day day) {
        today_ = day;
        stage_.clock.set(day + std::chrono::hours(9));
        owner_ = sign_in(stage_, "hwb-secretariat@example.org");
        owner_->get(web::href(routes::circulations));
        circulation_ = circulation_on(*owner_);
        story_.circulation = circulation_.substr(circulation_.rfind('/') + 1);
    }
    void finish_day() const {
        stage_.run_jobs();
        stage_.wait_for_mail();
    }
    Day last_meeting_until(Day day) {
        Day last = today_;
        for (const auto& stop : stops_of(*owner_, circulation_)) {
            if (stop.day <= day) last = std::max(last, stop.day);
        }
        return last;
    }
    void issue_until(Day day) {
        int issued = 0;
        for (const auto& stop : stops_of(*owner_, circulation_)) {
            if (stop.state != workflows::StopState::planned || stop.day > day) continue;
            owner_->get(circulation_);
            owner_->submit(web::href(routes::stop_step, stop.id, "issue"));
            ++issued;
        }
        if (issued == 0) throw std::runtime_error("no stop can be sent its papers");
        story_.told.push_back(workflows::iso(today_) + ": papers go to " + std::to_string(issued) +
                              " boards of the draft's way round");
    }
    // A board whose meeting is still provisional has not said anything.
    void record_outcomes() {
        const auto data = boost::json::parse(owner_->get(circulation_ + ".json").body);
        const auto outcomes = outcomes_named(std::string(data.at("purpose").as_string()));
        int recorded = 0;
        for (const auto& stop : stops_of(*owner_, circulation_)) {
            if (stop.state != workflows::StopState::issued || stop.provisional ||
                stop.day >= today_)
                continue;
            record(stop, outcomes[count_++ % outcomes.size()]);
            ++recorded;
        }
        clients_.clear();
        story_.told.push_back(workflows::iso(today_) + ": " + std::to_string(recorded) +
                              " boards record what they said to the draft");
    }
    void record(const Stop& stop, StopEvent outcome) {
        auto& secretary = client_of(secretary_of(stage_, stop.board, today_));
        const bool remarks_too = outcome == StopEvent::agree_with_comments;
        secretary.get(circulation_);
        secretary.submit(web::href(routes::stop_step, stop.id, "outcome"),
                         {{"outcome", std::string(workflows::to_text(outcome))},
                          {"comment", remarks_too ? remarks[remarks_++ % remarks.size()] : ""}});
    }
    void make_new_version() {
        const auto data = boost::json::parse(owner_->get(circulation_ + ".json").body);
        const auto version = next_version(std::string(data.at("version_label").as_string()));
        add_document(version, routes::circulation_version,
                     {{"version_label", version},
                      {"changed", "The boards' comments of the first round"},
                      {"material", "no"}});
        story_.told.push_back(workflows::iso(today_) + ": their comments make it " + version);
    }
    void add_document(const std::string& version, const web::Address& form, const Fields& fields) {
        const auto file = stage_.work / ("Joint working protocol, " + version + ".pdf");
        std::ofstream(file, std::ios::binary) << templates::sample_paper(
            {.title = "Joint working protocol, " + version, .author = "HWB", .pages = 6});
        owner_->get(circulation_);
        owner_->upload(web::href(form, story_.circulation), "paper", file, fields);
    }
    // One post serves several boards and signs in once.
    WebClient& client_of(const std::string& email) {
        auto& client = clients_[email];
        if (!client) client = sign_in(stage_, email);
        return *client;
    }

    Stage& stage_;
    Story& story_;
    Day today_ = {};
    std::string circulation_;
    std::unique_ptr<WebClient> owner_;
    std::map<std::string, std::unique_ptr<WebClient>> clients_;
    std::size_t count_ = 0;
    std::size_t remarks_ = 0;
};

}  // namespace

std::vector<StopEvent> outcomes_named(const std::string& purpose) {
    std::vector<StopEvent> outcomes;
    const auto add = [&](std::string_view word, StopEvent event) {
        if (purpose.find(word) != std::string::npos) outcomes.push_back(event);
    };
    add("agreement in principle", StopEvent::agree_in_principle);
    add("comment", StopEvent::agree_with_comments);
    add("discussion", StopEvent::consult);
    if (outcomes.empty()) outcomes.push_back(StopEvent::agree);
    return outcomes;
}

std::string next_version(const std::string& label) {
    const auto digits = label.find_last_not_of("0123456789") + 1;
    if (digits == label.size()) return label + " 2";
    return label.substr(0, digits) + std::to_string(std::stoi(label.substr(digits)) + 1);
}

void play_circulation(Stage& stage, Story& story) {
    Round(stage, story).play();
}

}  // namespace server::demo
