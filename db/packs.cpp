#include "db/packs.hpp"

#include "db/statement.hpp"
#include "db/times.hpp"

#define PACK_COLUMNS "id, meeting, agenda, audience, inputs, sha256, size_bytes, pages, built_at"

namespace db {
namespace {

using S = std::string;

constexpr Sql find_of_inputs{"packs.find_of_inputs",
                             "SELECT " PACK_COLUMNS
                             " FROM pack WHERE meeting = :meeting AND inputs = :inputs"};
constexpr Sql list{"packs.list", "SELECT " PACK_COLUMNS
                                 " FROM pack WHERE meeting = :meeting AND agenda = :agenda"
                                 " ORDER BY built_at DESC, id"};
constexpr Sql save{"packs.save", R"(
    INSERT INTO pack(id, meeting, agenda, audience, inputs, sha256, size_bytes, pages, built_at)
    VALUES (:id, :meeting, :agenda, :audience, :inputs, :sha256, :size_bytes, :pages, :built_at)
    ON CONFLICT(meeting, inputs) DO UPDATE SET sha256 = excluded.sha256,
        size_bytes = excluded.size_bytes, pages = excluded.pages, built_at = excluded.built_at)"};

template <class... A>
std::vector<PackRow> query(ReadTx& tx, const Sql& sql, const A&... arguments) {
    std::vector<PackRow> packs;
    each<S, S, int, S, S, S, long long, int, long long>(
        tx.session(), sql,
        [&](const S& id, const S& meeting, int agenda, const S& audience, const S& inputs,
            const S& sha256, long long size, int pages, long long at) {
            packs.push_back(
                {id, meeting, agenda, audience, inputs, sha256, size, pages, instant(at)});
        },
        arguments...);
    return packs;
}

}  // namespace

std::optional<PackRow> find_pack_of_inputs(ReadTx& tx, const S& meeting, const S& inputs) {
    auto packs = query(tx, find_of_inputs, meeting, inputs);
    if (packs.empty()) return std::nullopt;
    return std::move(packs.front());
}

std::vector<PackRow> list_packs(ReadTx& tx, const S& meeting, int agenda) {
    return query(tx, list, meeting, agenda);
}

PackRow save_pack(WriteTx& tx, PackRow pack) {
    if (pack.id.empty()) pack.id = tx.ids().id();
    pack.built_at = tx.now();
    run(tx.session(), save, pack.id, pack.meeting, pack.agenda, pack.audience, pack.inputs,
        pack.sha256, pack.size_bytes, pack.pages, seconds(pack.built_at));
    tx.touch("meeting:" + pack.meeting);
    return pack;
}

std::vector<const Sql*> packs_statements() {
    return {&find_of_inputs, &list, &save};
}

}  // namespace db
