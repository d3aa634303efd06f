#include "server/app.hpp"

#include "db/holidays.hpp"
#include "db/identity.hpp"

namespace server {

App::App(Config config_, const workflows::Clock& clock_, workflows::IdSource& ids_, LogLine log_)
    : config(std::move(config_)),
      clock(clock_),
      ids(ids_),
      log(std::move(log_)),
      database(config.data_directory / "shiremoot.db", config.workers + 2, clock, ids),
      papers(config.data_directory),
      anonymous_form_key(ids.secret()) {
    county_name = db::setting(*database.begin_read(), "county_name");
    database.on_commit([this](const auto& tags) { cache.forget(tags); });
}

workflows::Holidays App::holidays(db::ReadTx& tx) const {
    return workflows::Holidays(db::list_extra_holidays(tx));
}

}  // namespace server
