#include "db/packs.hpp"

#include "db/statement.hpp"

namespace db {

BOOST_DESCRIBE_STRUCT(PackRow, (),
                      (id, meeting, agenda, audience, inputs, sha256, size_bytes, pages, built_at))

namespace {

using S = std::string;

constexpr Query<PackRow> find_of_inputs{"packs.find_of_inputs", R"(
    SELECT {columns} FROM pack WHERE meeting = :meeting AND inputs = :inputs)"};
constexpr Query<PackRow> list{"packs.list", R"(
    SELECT {columns} FROM pack WHERE meeting = :meeting AND agenda = :agenda ORDER BY built_at
    DESC, id)"};
constexpr Sql save{"packs.save", R"(
    INSERT INTO pack(id, meeting, agenda, audience, inputs, sha256, size_bytes, pages, built_at)
    VALUES (:id, :meeting, :agenda, :audience, :inputs, :sha256, :size_bytes, :pages, :built_at)
    ON CONFLICT(meeting, inputs) DO UPDATE SET sha256 = excluded.sha256,
        size_bytes = excluded.size_bytes, pages = excluded.pages, built_at = excluded.built_at)"};

}  // namespace

std::optional<PackRow> find_pack_of_inputs(ReadTx& tx, const S& meeting, const S& inputs) {
    return select_one(tx.session(), find_of_inputs, {{"meeting", meeting}, {"inputs", inputs}});
}

std::vector<PackRow> list_packs(ReadTx& tx, const S& meeting, int agenda) {
    return select(tx.session(), list, {{"meeting", meeting}, {"agenda", agenda}});
}

PackRow save_pack(WriteTx& tx, PackRow pack) {
    if (pack.id.empty()) pack.id = tx.ids().id();
    pack.built_at = tx.now();
    run(tx.session(), save, fields_of(pack));
    tx.touch("meeting:" + pack.meeting);
    return pack;
}

std::vector<const Sql*> packs_statements() {
    return {&find_of_inputs, &list, &save};
}

}  // namespace db
