// The program's parts, wired once and handed to handlers by reference.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "db/database.hpp"
#include "db/document_store.hpp"
#include "mail/outbox_worker.hpp"
#include "server/base/config.hpp"
#include "server/base/verified_files.hpp"
#include "templates/store.hpp"
#include "workflows/core/bank_holidays.hpp"
#include "workflows/core/seams.hpp"

namespace server::web {
struct Site;
class PageCache;
}  // namespace server::web
namespace server::access {
class SessionActivity;
}  // namespace server::access
namespace server::letters {
class ReminderWatch;
}  // namespace server::letters

namespace server::base {

/// What the rooms above keep for the whole program and bring to it; made by site::services().
struct Services {
    std::shared_ptr<const web::Site> site;
    std::shared_ptr<web::PageCache> cache;
    std::shared_ptr<access::SessionActivity> activity;
    std::shared_ptr<letters::ReminderWatch> reminder_watch;
    /// After each commit, with what it touched.
    std::function<void(const std::vector<std::string>&)> committed;
};

enum class Severity { info, warning, error };
using LogLine = std::function<void(Severity, const std::string&)>;

/// Lives as long as the server. Its members are thread-safe or immutable after start.
struct App {
    App(Config config_, const workflows::Clock& clock_, workflows::IdSource& ids_, LogLine log_,
        Services services);
    App(const App&) = delete;
    App& operator=(const App&) = delete;

    Config config;
    std::shared_ptr<const web::Site> site;
    const workflows::Clock& clock;
    workflows::IdSource& ids;
    LogLine log;
    db::Database database;
    db::DocumentStore papers;
    VerifiedFiles verified_papers;
    templates::Store templates;
    std::shared_ptr<web::PageCache> cache;
    std::shared_ptr<access::SessionActivity> activity;
    const workflows::Clock* letter_clock;  // for Date fields; the demonstration's stays real
    std::string anonymous_form_key;        // for forms of people not signed in; new at each start
    std::string county_name;
    std::function<void()> mail_queued = [] {};  // wakes the senders; after each commit with mail
    std::function<mail::OutboxStatus()> mail_status = [] { return mail::OutboxStatus{}; };
    std::function<void()> job_queued = [] {};  // wakes the job thread
    std::shared_ptr<letters::ReminderWatch> reminder_watch;
    /// Bank holidays and the operator's extra days, as of now.
    workflows::Holidays holidays(db::ReadTx& tx) const;
};

}  // namespace server::base
