#include "db/people.hpp"

#include <tuple>

#include "db/statement.hpp"
#include "db/times.hpp"
#include "workflows/text/words.hpp"

#define PERSON_COLUMNS "key, post, organisation, holder, email, administrator, version"

namespace db {
namespace {

using workflows::Code;
using workflows::Error;
using workflows::Person;
using workflows::Result;

constexpr Sql find_by_key{"people.find_by_key",
                          "SELECT " PERSON_COLUMNS " FROM person WHERE key = :key"};
constexpr Sql find_by_email{"people.find_by_email",
                            "SELECT " PERSON_COLUMNS
                            " FROM person WHERE email = :email ORDER BY key"};
constexpr Sql list_all{"people.list_all",
                       "SELECT " PERSON_COLUMNS " FROM person ORDER BY post, organisation, key"};
constexpr Sql insert{"people.insert", R"(
    INSERT INTO person(key, post, organisation, holder, email, administrator)
    VALUES (:key, :post, :organisation, :holder, :email, :administrator) ON CONFLICT DO NOTHING)"};
constexpr Sql update{"people.update", R"(
    UPDATE person SET post = :post, organisation = :organisation, holder = :holder,
        email = :email, administrator = :administrator, version = version + 1
    WHERE key = :key AND version = :version)"};
constexpr Sql insert_history{"people.insert_history", R"(
    INSERT INTO person_history(person, at, holder, email, by)
    VALUES (:person, :at, :holder, :email, :by))"};
constexpr Sql list_history{"people.list_history", R"(
    SELECT at, holder, email, by FROM person_history WHERE person = :person
    ORDER BY at DESC, rowid DESC)"};

template <class... A>
std::vector<Person> query(ReadTx& tx, const Sql& sql, const A&... arguments) {
    using S = std::string;
    std::vector<Person> people;
    each<S, S, S, S, S, int, int>(
        tx.session(), sql,
        [&](const auto&... column) {
            Person& p = people.emplace_back();
            std::tie(p.key, p.post, p.organisation, p.holder, p.email, p.administrator, p.version) =
                std::tie(column...);
        },
        arguments...);
    return people;
}

void keep_former_holder(WriteTx& tx, const Person& former) {
    run(tx.session(), insert_history, former.key, seconds(tx.now()), former.holder, former.email,
        tx.actor().person);
}

}  // namespace

std::string normal_email(std::string_view email) {
    namespace text = workflows::text;
    return text::lower(text::trim(email, text::blanks_of_a_line));
}

std::optional<Person> find_person(ReadTx& tx, const std::string& key) {
    auto people = query(tx, find_by_key, key);
    if (people.empty()) return std::nullopt;
    return std::move(people.front());
}

Result<Person> load_person(ReadTx& tx, const std::string& key) {
    auto person = find_person(tx, key);
    if (!person) return workflows::not_found("There is no such person.");
    return *std::move(person);
}

std::vector<Person> find_people_by_email(ReadTx& tx, std::string_view email) {
    return query(tx, find_by_email, normal_email(email));
}

std::vector<Person> list_people(ReadTx& tx) {
    return query(tx, list_all);
}

Result<void> insert_person(WriteTx& tx, const Person& p) {
    if (run(tx.session(), insert, p.key, p.post, p.organisation, p.holder, normal_email(p.email),
            p.administrator) == 0)
        return workflows::conflict("key", "There is a post " + p.key + " already.");
    tx.touch("people");
    return {};
}

Result<void> save_person(WriteTx& tx, const Person& p) {
    const auto former = find_person(tx, p.key);
    const auto email = normal_email(p.email);
    if (run(tx.session(), update, p.post, p.organisation, p.holder, email, p.administrator, p.key,
            p.version) == 0)
        return Error{Code::stale,
                     "Somebody else changed this person since you opened the form. Open it again."};
    if (former->holder != p.holder || former->email != email) keep_former_holder(tx, *former);
    tx.touch("people");
    return {};
}

std::vector<FormerHolder> list_former_holders(ReadTx& tx, const std::string& person) {
    using S = std::string;
    std::vector<FormerHolder> holders;
    each<long long, S, S, S>(
        tx.session(), list_history,
        [&](long long at, const S& holder, const S& email, const S& by) {
            holders.push_back({instant(at), holder, email, by});
        },
        person);
    return holders;
}

std::vector<const Sql*> people_statements() {
    return {&find_by_key, &find_by_email,  &list_all,    &insert,
            &update,      &insert_history, &list_history};
}

}  // namespace db
