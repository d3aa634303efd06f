#include "db/people.hpp"

#include "db/person_row.hpp"
#include "db/statement.hpp"
#include "db/wanted.hpp"
#include "db/words.hpp"
#include "workflows/text/words.hpp"

namespace db {

BOOST_DESCRIBE_STRUCT(FormerHolder, (), (at, holder, email, changed_by))
template <>
inline constexpr std::array columns_from<FormerHolder>{From{"changed_by", "by"}};

namespace {

using workflows::Code;
using workflows::Error;
using workflows::Person;
using workflows::Result;

constexpr Query<Person> find_by_key{"people.find_by_key", R"(
    SELECT {columns} FROM person WHERE key = :key)"};
constexpr Query<Person> find_many{"people.find_many", with_wanted, R"(
    SELECT {columns} FROM person WHERE key IN (SELECT wanted.id FROM wanted))"};
constexpr Query<Person> find_by_email{"people.find_by_email", R"(
    SELECT {columns} FROM person WHERE email = :email ORDER BY key)"};
constexpr Query<Person> list_all{"people.list_all", R"(
    SELECT {columns} FROM person ORDER BY post, organisation, key)"};
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
constexpr Query<FormerHolder> list_history{"people.list_history", R"(
    SELECT {columns} FROM person_history WHERE person = :person
    ORDER BY at DESC, rowid DESC)"};

void keep_former_holder(WriteTx& tx, const Person& former) {
    run(tx.session(), insert_history,
        {{"person", former.key},
         {"at", tx.now()},
         {"holder", former.holder},
         {"email", former.email},
         {"by", tx.actor().person}});
}

}  // namespace

std::string normal_email(std::string_view email) {
    namespace text = workflows::text;
    return text::lower(text::trim(email, text::blanks_of_a_line));
}

std::optional<Person> find_person(ReadTx& tx, const std::string& key) {
    return select_one(tx.session(), find_by_key, {{"key", key}});
}

Result<Person> load_person(ReadTx& tx, const std::string& key) {
    auto person = find_person(tx, key);
    if (!person) return workflows::not_found(words::cannot_find("post"));
    return *std::move(person);
}

std::vector<Person> find_people_by_email(ReadTx& tx, std::string_view email) {
    return select(tx.session(), find_by_email, {{"email", normal_email(email)}});
}

std::vector<Person> list_people(ReadTx& tx) {
    return select(tx.session(), list_all);
}

std::map<std::string, Person> find_people(ReadTx& tx, const std::set<std::string>& keys) {
    std::map<std::string, Person> people;
    each(tx.session(), find_many, wanted(keys),
         [&](Person person) { people.emplace(person.key, std::move(person)); });
    return people;
}

Result<void> insert_person(WriteTx& tx, const Person& p) {
    if (run(tx.session(), insert, fields_of(p, {{"email", normal_email(p.email)}})) == 0)
        return workflows::conflict("key", words::post_exists(p.key));
    tx.touch("people");
    return {};
}

Result<void> save_person(WriteTx& tx, const Person& p) {
    const auto former = find_person(tx, p.key);
    const auto email = normal_email(p.email);
    if (run(tx.session(), update, fields_of(p, {{"email", email}})) == 0)
        return Error{Code::stale, words::changed_since_form_opened("post")};
    if (former->holder != p.holder || former->email != email) keep_former_holder(tx, *former);
    tx.touch("people");
    return {};
}

std::vector<FormerHolder> list_former_holders(ReadTx& tx, const std::string& person) {
    return select(tx.session(), list_history, {{"person", person}});
}

std::vector<const Sql*> people_statements() {
    return {&find_by_key, &find_many, &find_by_email,  &list_all,
            &insert,      &update,    &insert_history, &list_history};
}

}  // namespace db
