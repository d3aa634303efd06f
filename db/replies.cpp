#include "db/replies.hpp"

#include "db/statement.hpp"
#include "db/times.hpp"

namespace db {
namespace {

constexpr Sql save{"reply.save", R"(
    INSERT INTO invitation_reply(meeting, person, attendance, deputy, note, planned, at, by)
    VALUES (:meeting, :person, :attendance, :deputy, :note, :planned, :at, :by)
    ON CONFLICT (meeting, person) DO UPDATE SET attendance = excluded.attendance,
        deputy = excluded.deputy, note = excluded.note, planned = excluded.planned,
        at = excluded.at, by = excluded.by)"};
constexpr Sql list{"reply.list", R"(
    SELECT meeting, person, attendance, deputy, note, planned, at, by FROM invitation_reply
    WHERE meeting = :meeting ORDER BY person)"};
constexpr Sql find{"reply.find", R"(
    SELECT meeting, person, attendance, deputy, note, planned, at, by FROM invitation_reply
    WHERE meeting = :meeting AND person = :person)"};

template <class... A>
std::vector<ReplyRow> rows_of(ReadTx& tx, const Sql& sql, const A&... arguments) {
    using S = std::string;
    std::vector<ReplyRow> rows;
    each<S, S, S, S, S, S, long long, S>(
        tx.session(), sql,
        [&](const S& meeting, const S& person, const S& attendance, const S& deputy, const S& note,
            const S& planned, long long at, const S& by) {
            const auto chosen = workflows::from_text<workflows::Attendance>(attendance).value();
            rows.push_back({meeting, person, {chosen, deputy, note}, planned, instant(at), by});
        },
        arguments...);
    return rows;
}

}  // namespace

void save_reply(WriteTx& tx, const ReplyRow& row) {
    tx.touch("reply");
    run(tx.session(), save, row.meeting, row.person, workflows::to_text(row.reply.attendance),
        row.reply.deputy, row.reply.note, row.planned, seconds(tx.now()), tx.actor().person);
}

std::optional<ReplyRow> find_reply(ReadTx& tx, const std::string& meeting,
                                   const std::string& person) {
    auto rows = rows_of(tx, find, meeting, person);
    if (rows.empty()) return std::nullopt;
    return std::move(rows.front());
}

std::vector<ReplyRow> list_replies(ReadTx& tx, const std::string& meeting) {
    return rows_of(tx, list, meeting);
}

std::vector<const Sql*> replies_statements() {
    return {&save, &list, &find};
}

}  // namespace db
