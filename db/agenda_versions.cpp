#include "db/agenda_versions.hpp"

#include "db/sha256.hpp"
#include "db/statement.hpp"
#include "db/times.hpp"

#define VERSION_COLUMNS \
    "meeting, number, published_at, published_by, clear_days, late_reason, content, sha256"

namespace db {
namespace {

using S = std::string;

constexpr Sql find{"agenda_versions.find",
                   "SELECT " VERSION_COLUMNS
                   " FROM agenda_version WHERE meeting = :meeting AND number = :number"};
constexpr Sql list_of_meeting{"agenda_versions.list",
                              "SELECT " VERSION_COLUMNS
                              " FROM agenda_version WHERE meeting = :meeting ORDER BY number DESC"};
constexpr Sql last_number{
    "agenda_versions.last",
    "SELECT COALESCE(MAX(number), 0) FROM agenda_version WHERE meeting = :meeting"};
constexpr Sql insert{"agenda_versions.insert", R"(
    INSERT INTO agenda_version(meeting, number, published_at, published_by, clear_days,
        late_reason, content, sha256)
    VALUES (:meeting, :number, :published_at, :published_by, :clear_days, :late_reason, :content,
        :sha256))"};

template <class... A>
std::vector<AgendaVersionRow> query(ReadTx& tx, const Sql& sql, const A&... arguments) {
    std::vector<AgendaVersionRow> versions;
    each<S, int, long long, S, int, S, S, S>(
        tx.session(), sql,
        [&](const S& meeting, int number, long long at, const S& by, int days, const S& reason,
            const S& content, const S& sha256) {
            versions.push_back({meeting, number, instant(at), by, days, reason, content, sha256});
        },
        arguments...);
    return versions;
}

}  // namespace

std::optional<AgendaVersionRow> published_agenda(ReadTx& tx, const S& meeting, int number) {
    auto versions = query(tx, find, meeting, number);
    if (versions.empty()) return std::nullopt;
    return std::move(versions.front());
}

std::vector<AgendaVersionRow> list_agenda_versions(ReadTx& tx, const S& meeting) {
    return query(tx, list_of_meeting, meeting);
}

AgendaVersionRow insert_agenda_version(WriteTx& tx, AgendaVersionRow v) {
    v.number = value<int>(tx.session(), last_number, v.meeting) + 1;
    v.published_at = tx.now();
    v.published_by = tx.actor().person;
    v.sha256 = sha256_hex(v.content);
    run(tx.session(), insert, v.meeting, v.number, seconds(v.published_at), v.published_by,
        v.clear_days, v.late_reason, v.content, v.sha256);
    tx.touch("meeting:" + v.meeting);
    return v;
}

std::vector<const Sql*> agenda_versions_statements() {
    return {&find, &list_of_meeting, &last_number, &insert};
}

}  // namespace db
