#include "db/assent_questions.hpp"

#include "db/statement.hpp"

namespace db {
namespace {

using S = std::string;

constexpr Query<S> list_open{"assent_questions.list", R"(
    SELECT id FROM circulation_stop
    WHERE assent_by <> '' AND assent_by >= :day AND state = 'assent_asked'
    ORDER BY assent_by, id)"};
constexpr Query<S> people{"assent_questions.people", R"(
    SELECT person FROM mail_link WHERE kind = :kind AND subject = :subject)"};

}  // namespace

std::vector<S> list_assent_questions(ReadTx& tx, workflows::Day day) {
    return select(tx.session(), list_open, {{"day", day}});
}

std::set<S> people_with_link(ReadTx& tx, const S& kind, const S& subject) {
    const auto rows = select(tx.session(), people, {{"kind", kind}, {"subject", subject}});
    return {rows.begin(), rows.end()};
}

std::vector<const Sql*> assent_questions_statements() {
    return {&list_open, &people};
}

}  // namespace db
