#include "db/assent_questions.hpp"

#include "db/statement.hpp"

namespace db {
namespace {

using S = std::string;

constexpr Sql list_open{"assent_questions.list", R"(
    SELECT id FROM circulation_stop
    WHERE assent_by <> '' AND assent_by >= :day AND state = 'assent_asked'
    ORDER BY assent_by, id)"};
constexpr Sql people{"assent_questions.people", R"(
    SELECT person FROM mail_link WHERE kind = :kind AND subject = :subject)"};

}  // namespace

std::vector<S> list_assent_questions(ReadTx& tx, workflows::Day day) {
    std::vector<S> stops;
    each<S>(
        tx.session(), list_open, [&](const S& id) { stops.push_back(id); }, workflows::iso(day));
    return stops;
}

std::set<S> people_with_link(ReadTx& tx, const S& kind, const S& subject) {
    std::set<S> keys;
    each<S>(
        tx.session(), people, [&](const S& key) { keys.insert(key); }, kind, subject);
    return keys;
}

std::vector<const Sql*> assent_questions_statements() {
    return {&list_open, &people};
}

}  // namespace db
