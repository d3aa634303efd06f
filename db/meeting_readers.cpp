#include "db/meeting_readers.hpp"

#include "db/statement.hpp"
#include "workflows/core/date.hpp"

namespace db {
namespace {

constexpr Sql known{"meeting.is_known",
                    "SELECT COUNT(*) FROM meeting m WHERE m.id = :id AND" MEETING_IS_KNOWN};

}  // namespace

MeetingReader service_reader() {
    return {.service = true};
}

bool is_meeting_known(ReadTx& tx, const std::string& meeting, const MeetingReader& reader) {
    return value<int>(tx.session(), known, meeting, reads_all(reader), reader.person,
                      reading_day(tx)) != 0;
}

int reads_all(const MeetingReader& reader) {
    return reader.service ? 1 : 0;
}

std::string reading_day(const ReadTx& tx) {
    return workflows::iso(county_day(tx));
}

std::vector<const Sql*> meeting_readers_statements() {
    return {&known};
}

}  // namespace db
