#include "db/replies.hpp"

#include "db/statement.hpp"

namespace workflows {
BOOST_DESCRIBE_STRUCT(Reply, (), (attendance, deputy, note))
}  // namespace workflows

namespace db {

BOOST_DESCRIBE_STRUCT(ReplyRow, (), (meeting, person, reply, planned, at, by))

namespace {

constexpr Sql save{"reply.save", R"(
    INSERT INTO invitation_reply(meeting, person, attendance, deputy, note, planned, at, by)
    VALUES (:meeting, :person, :attendance, :deputy, :note, :planned, :at, :by)
    ON CONFLICT (meeting, person) DO UPDATE SET attendance = excluded.attendance,
        deputy = excluded.deputy, note = excluded.note, planned = excluded.planned,
        at = excluded.at, by = excluded.by)"};
constexpr Query<ReplyRow> list{"reply.list", R"(
    SELECT {columns} FROM invitation_reply WHERE meeting = :meeting ORDER BY person)"};
}  // namespace

void save_reply(WriteTx& tx, const ReplyRow& row) {
    tx.touch("reply");
    run(tx.session(), save, fields_of(row, {{"at", tx.now()}, {"by", tx.actor().person}}));
}

std::vector<ReplyRow> list_replies(ReadTx& tx, const std::string& meeting) {
    return select(tx.session(), list, {{"meeting", meeting}});
}

std::vector<const Sql*> replies_statements() {
    return {&save, &list};
}

}  // namespace db
