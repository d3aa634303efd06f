#include "db/agenda_versions.hpp"

#include "db/sha256.hpp"
#include "db/statement.hpp"
#include "db/wanted.hpp"

namespace db {

BOOST_DESCRIBE_STRUCT(AgendaVersionRow, (),
                      (meeting, number, published_at, published_by, clear_days, late_reason,
                       content, sha256))

namespace {

using S = std::string;

constexpr Query<AgendaVersionRow> find{"agenda_versions.find", R"(
    SELECT {columns} FROM agenda_version WHERE meeting = :meeting AND number = :number)"};
constexpr Query<AgendaVersionRow> find_many{"agenda_versions.find_many", with_wanted, R"(
    SELECT {v.columns} FROM meeting m
    JOIN agenda_version v ON v.meeting = m.id AND v.number = m.published
    WHERE m.id IN (SELECT wanted.id FROM wanted))"};
constexpr Query<AgendaVersionRow> list_of_meeting{"agenda_versions.list", R"(
    SELECT {columns} FROM agenda_version WHERE meeting = :meeting ORDER BY number DESC)"};
constexpr Query<int> last_number{
    "agenda_versions.last",
    "SELECT COALESCE(MAX(number), 0) FROM agenda_version WHERE meeting = :meeting"};
constexpr Sql insert{"agenda_versions.insert", R"(
    INSERT INTO agenda_version(meeting, number, published_at, published_by, clear_days,
        late_reason, content, sha256)
    VALUES (:meeting, :number, :published_at, :published_by, :clear_days, :late_reason, :content,
        :sha256))"};

}  // namespace

std::optional<AgendaVersionRow> published_agenda(ReadTx& tx, const S& meeting, int number) {
    return select_one(tx.session(), find, {{"meeting", meeting}, {"number", number}});
}

std::map<S, AgendaVersionRow> published_agendas(ReadTx& tx, const std::set<S>& meetings) {
    std::map<S, AgendaVersionRow> agendas;
    each(tx.session(), find_many, wanted(meetings),
         [&](AgendaVersionRow row) { agendas.emplace(row.meeting, std::move(row)); });
    return agendas;
}

std::vector<AgendaVersionRow> list_agenda_versions(ReadTx& tx, const S& meeting) {
    return select(tx.session(), list_of_meeting, {{"meeting", meeting}});
}

AgendaVersionRow insert_agenda_version(WriteTx& tx, AgendaVersionRow v) {
    v.number = value(tx.session(), last_number, {{"meeting", v.meeting}}) + 1;
    v.published_at = tx.now();
    v.published_by = tx.actor().person;
    v.sha256 = sha256_hex(v.content);
    run(tx.session(), insert, fields_of(v));
    tx.touch("meeting:" + v.meeting);
    return v;
}

std::vector<const Sql*> agenda_versions_statements() {
    return {&find, &find_many, &list_of_meeting, &last_number, &insert};
}

}  // namespace db
