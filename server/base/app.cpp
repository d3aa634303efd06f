#include "server/base/app.hpp"

#include <algorithm>

#include "db/holidays.hpp"
#include "db/identity.hpp"
#include "db/jobs.hpp"
#include "db/outbox.hpp"
#include "server/base/temporary_file.hpp"

namespace server::base {

App::App(Config config_, const workflows::Clock& clock_, workflows::IdSource& ids_, LogLine log_,
         Services services)
    : config(std::move(config_)),
      site(std::move(services.site)),
      clock(clock_),
      ids(ids_),
      log(std::move(log_)),
      database(config.data_directory / "shiremoot.db", config.workers + 2, clock, ids),
      papers(config.data_directory),
      cache(std::move(services.cache)),
      activity(std::move(services.activity)),
      letter_clock(&clock),
      anonymous_form_key(ids.secret()),
      reminder_watch(std::move(services.reminder_watch)) {
    remove_stale_work(config.data_directory);  // the database's lock is ours by now
    county_name = db::setting(*database.begin_read(), "county_name");
    database.on_commit([this, committed = std::move(services.committed)](const auto& tags) {
        committed(tags);
        const auto has = [&](const char* tag) {
            return std::find(tags.begin(), tags.end(), tag) != tags.end();
        };
        if (has(db::mail_queued_tag)) mail_queued();
        if (has(db::job_queued_tag)) job_queued();
    });
}

workflows::Holidays App::holidays(db::ReadTx& tx) const {
    return workflows::Holidays(db::list_extra_holidays(tx));
}

}  // namespace server::base
