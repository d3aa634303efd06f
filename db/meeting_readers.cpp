#include "db/meeting_readers.hpp"

#include "db/statement.hpp"
#include "workflows/core/date.hpp"

namespace db {
namespace {

constexpr Query<int> known{"meeting.is_known",
                           "SELECT COUNT(*) FROM meeting m WHERE m.id = :id AND", meeting_is_known};

std::string reading_day(const ReadTx& tx) {
    return workflows::iso(county_day(tx));
}

}  // namespace

MeetingReader service_reader() {
    return {.service = true};
}

bool is_meeting_known(ReadTx& tx, const std::string& meeting, const MeetingReader& reader) {
    auto asked = arguments_of(tx, reader);
    asked.add("id", meeting);
    return value(tx.session(), known, asked) != 0;
}

Arguments arguments_of(const ReadTx& tx, const MeetingReader& reader) {
    return {{"all", reader.service}, {"reader", reader.person}, {"on", reading_day(tx)}};
}

std::vector<const Sql*> meeting_readers_statements() {
    return {&known};
}

}  // namespace db
