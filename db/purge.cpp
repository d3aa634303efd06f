#include "db/purge.hpp"

#include "db/statement.hpp"

namespace db {
namespace {

constexpr Sql submissions{"purge.submissions", "DELETE FROM submission WHERE at < :before"};
constexpr Sql codes{"purge.codes", "DELETE FROM sign_in_code WHERE created_at < :before"};
constexpr Sql unused_codes{"purge.unused_codes",
                           "DELETE FROM sign_in_code WHERE created_at < :before AND used_at = 0"};
constexpr Sql links{"purge.links", "DELETE FROM sign_in_link WHERE not_after < :before"};
constexpr Sql sessions{"purge.sessions", "DELETE FROM session WHERE not_after < :before"};

}  // namespace

long long purge(WriteTx& tx, const PurgeBefore& before) {
    auto& session = tx.session();
    tx.touch("session");
    return run(session, submissions, {{"before", before.submissions}}) +
           run(session, codes, {{"before", before.codes}}) +
           run(session, unused_codes, {{"before", before.unused_codes}}) +
           run(session, links, {{"before", before.links}}) +
           run(session, sessions, {{"before", before.sessions}});
}

std::vector<const Sql*> purge_statements() {
    return {&submissions, &codes, &unused_codes, &links, &sessions};
}

}  // namespace db
