#include "db/groups.hpp"

#include "db/statement.hpp"
#include "db/words.hpp"

namespace db {
namespace {

constexpr Sql remove{"groups.remove",
                     "DELETE FROM board_group WHERE name = :name AND board = :board"};

}  // namespace

workflows::Result<void> remove_group_member(WriteTx& tx, const workflows::GroupMember& member) {
    if (run(tx.session(), remove, {{"name", member.group}, {"board", member.board}}) == 0)
        return workflows::not_found(words::not_in_group(member.board, member.group));
    tx.touch("board:" + member.board);
    return {};
}

std::vector<const Sql*> groups_statements() {
    return {&remove};
}

}  // namespace db
