// The main job, played through the server's own pages by people of the county.
#pragma once

#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "server/base/app.hpp"
#include "server/demo/demo_clock.hpp"
#include "server/demo/web_client.hpp"
#include "workflows/circulation/circulation.hpp"

namespace server::demo {

struct Stage {
    base::App& app;
    DemoClock& clock;
    std::filesystem::path maildir;
    std::filesystem::path work;           // for the papers that are handed in
    std::function<void()> run_jobs;       // reminders and packs, now
    std::function<void()> wait_for_mail;  // until nothing that is due waits in the queue
};

/// What the acts leave for the summary.
struct Story {
    std::string circulation;  // id
    std::string meeting;      // id of the meeting whose pack was built
    std::filesystem::path pack;
    std::vector<std::string> told;  // one line for each thing that was done
};

/// 21 January to 1 April 2016: the draft protocol goes round the boards, and what they said comes
/// back. 1 November 2018: a round of meetings. Throws std::runtime_error where the story does not
/// hold.
void play_circulation(Stage& stage, Story& story);
void play_meetings(Stage& stage, Story& story);
/// Part of that round: what the chairs do not settle, and a safeguarding concern.
void play_issues(Stage& stage, Story& story);

/// The outcomes that the purpose of a circulation names, never none: "discussion, comment and
/// agreement in principle" is agreed in principle, agreed with comments, consulted.
std::vector<workflows::StopEvent> outcomes_named(const std::string& purpose);
/// "draft 7" after "draft 6"; a label without a number gets " 2".
std::string next_version(const std::string& label);

/// The id in the address that the client is at, which is one of `page`.
std::string id_at(const WebClient& client, const web::Address& page);

/// Signs in by the code that arrives by mail.
std::unique_ptr<WebClient> sign_in(Stage& stage, const std::string& email);

}  // namespace server::demo
