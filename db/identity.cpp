#include "db/identity.hpp"

#include "db/statement.hpp"

namespace db {

BOOST_DESCRIBE_STRUCT(SignInCode, (),
                      (id, email, client, code_hash, created_at, not_after, tries, used))
template <>
inline constexpr std::array columns_from<SignInCode>{From{"used", "used_at"}};
BOOST_DESCRIBE_STRUCT(SessionRow, (),
                      (token_hash, person, created_at, not_after, idle_seconds_max, csrf,
                       last_used))
template <>
inline constexpr std::array columns_from<SessionRow>{
    From{"last_used", "(SELECT COALESCE(MAX(at), 0) FROM access_log WHERE session = token_hash)"}};
BOOST_DESCRIBE_STRUCT(Submission, (), (person, body_hash, location, at))

namespace {

constexpr Sql code_insert{"sign_in_code.insert", R"(
    INSERT INTO sign_in_code(id, email, client, code_hash, created_at, not_after)
    VALUES (:id, :email, :client, :code_hash, :created_at, :not_after))"};
constexpr Query<SignInCode> code_find{"sign_in_code.find", R"(
    SELECT {columns} FROM sign_in_code
    WHERE id = :id)"};
constexpr Sql code_try{"sign_in_code.try",
                       "UPDATE sign_in_code SET tries = tries + 1 WHERE id = :id"};
constexpr Sql code_use{"sign_in_code.use",
                       "UPDATE sign_in_code SET used_at = :at WHERE id = :id AND used_at = 0"};
constexpr Query<int> code_count_email{"sign_in_code.count_email", R"(
    SELECT COUNT(*) FROM sign_in_code WHERE email = :email AND created_at > :since)"};
constexpr Query<int> code_count_pair{"sign_in_code.count_pair", R"(
    SELECT COUNT(*) FROM sign_in_code
    WHERE email = :email AND client = :client AND created_at > :since)"};
constexpr Query<int> code_count_client{"sign_in_code.count_client", R"(
    SELECT COUNT(*) FROM sign_in_code WHERE client = :client AND created_at > :since)"};
constexpr Query<int> code_tries{"sign_in_code.tries", R"(
    SELECT COALESCE(SUM(tries), 0) FROM sign_in_code
    WHERE email = :email AND created_at > :since)"};
constexpr Query<int> code_used_from{"sign_in_code.used_from", R"(
    SELECT COUNT(*) FROM sign_in_code
    WHERE email = :email AND client = :client AND created_at > :since AND used_at > 0)"};
constexpr Query<int> code_count_all{"sign_in_code.count_all",
                                    "SELECT COUNT(*) FROM sign_in_code WHERE created_at > :since"};
constexpr Sql link_insert{"sign_in_link.insert", R"(
    INSERT INTO sign_in_link(token_hash, person, not_after)
    VALUES (:token_hash, :person, :not_after))"};
constexpr Sql link_use{"sign_in_link.use", R"(
    UPDATE sign_in_link SET used_at = :at
    WHERE token_hash = :token_hash AND used_at = 0 AND not_after > :at)"};
constexpr Query<std::string> link_person{
    "sign_in_link.person", "SELECT person FROM sign_in_link WHERE token_hash = :token_hash"};
constexpr Sql session_insert{"session.insert", R"(
    INSERT INTO session(token_hash, person, created_at, not_after, idle_seconds_max, csrf)
    VALUES (:token_hash, :person, :created_at, :not_after, :idle_seconds_max, :csrf))"};
constexpr Query<SessionRow> session_find{"session.find", R"(
    SELECT {columns}
    FROM session WHERE token_hash = :token_hash)"};
constexpr Sql session_end{"session.end", "DELETE FROM session WHERE token_hash = :token_hash"};
constexpr Sql session_end_person{"session.end_person",
                                 "DELETE FROM session WHERE person = :person"};
constexpr Sql access_insert{"access_log.insert", R"(
    INSERT INTO access_log(at, person, session, resource)
    VALUES (:at, :person, :session, :resource))"};
constexpr Query<Submission> submission_find{
    "submission.find", "SELECT {columns} FROM submission WHERE token = :token"};
constexpr Sql submission_insert{"submission.insert", R"(
    INSERT INTO submission(token, person, body_hash, location, at)
    VALUES (:token, :person, :body_hash, :location, :at))"};
constexpr Query<std::string> setting_find{"setting.find",
                                          "SELECT value FROM setting WHERE name = :name"};
constexpr Sql setting_set{"setting.set", R"(
    INSERT INTO setting(name, value) VALUES (:name, :value)
    ON CONFLICT (name) DO UPDATE SET value = excluded.value)"};

}  // namespace

void insert_sign_in_code(WriteTx& tx, const SignInCode& code) {
    tx.touch("session");
    run(tx.session(), code_insert, fields_of(code));
}

std::optional<SignInCode> find_sign_in_code(ReadTx& tx, const std::string& id) {
    return select_one(tx.session(), code_find, {{"id", id}});
}

void count_try(WriteTx& tx, const std::string& id) {
    tx.touch("session");
    run(tx.session(), code_try, {{"id", id}});
}

bool use_sign_in_code(WriteTx& tx, const std::string& id) {
    tx.touch("session");
    return run(tx.session(), code_use, {{"at", tx.now()}, {"id", id}}) == 1;
}

SignInCodeCounts count_sign_in_codes(ReadTx& tx, const std::string& email,
                                     const std::string& client, workflows::Instant since) {
    auto& session = tx.session();
    SignInCodeCounts counts;
    counts.email_and_client =
        value(session, code_count_pair, {{"email", email}, {"client", client}, {"since", since}});
    counts.email = value(session, code_count_email, {{"email", email}, {"since", since}});
    counts.client = value(session, code_count_client, {{"client", client}, {"since", since}});
    counts.all = value(session, code_count_all, {{"since", since}});
    return counts;
}

int count_wrong_tries(ReadTx& tx, const std::string& email, workflows::Instant since) {
    return value(tx.session(), code_tries, {{"email", email}, {"since", since}});
}

bool signed_in_from(ReadTx& tx, const std::string& email, const std::string& client,
                    workflows::Instant since) {
    return value(tx.session(), code_used_from,
                 {{"email", email}, {"client", client}, {"since", since}}) > 0;
}

void insert_sign_in_link(WriteTx& tx, const std::string& token_hash, const std::string& person,
                         workflows::Instant not_after) {
    tx.touch("session");
    run(tx.session(), link_insert,
        {{"token_hash", token_hash}, {"person", person}, {"not_after", not_after}});
}

std::optional<std::string> use_sign_in_link(WriteTx& tx, const std::string& token_hash) {
    tx.touch("session");
    const auto now = tx.now();
    if (run(tx.session(), link_use, {{"at", now}, {"token_hash", token_hash}}) != 1)
        return std::nullopt;
    return value(tx.session(), link_person, {{"token_hash", token_hash}});
}

void insert_session(WriteTx& tx, const SessionRow& session) {
    tx.touch("session");
    run(tx.session(), session_insert, fields_of(session));
}

std::optional<SessionRow> find_session(ReadTx& tx, const std::string& token_hash) {
    auto session = select_one(tx.session(), session_find, {{"token_hash", token_hash}});
    if (session) session->last_used = std::max(session->last_used, session->created_at);
    return session;
}

void end_session(WriteTx& tx, const std::string& token_hash) {
    run(tx.session(), session_end, {{"token_hash", token_hash}});
    tx.touch("session");
}

void end_sessions_of(WriteTx& tx, const std::string& person) {
    run(tx.session(), session_end_person, {{"person", person}});
    tx.touch("session");
}

void log_access(WriteTx& tx, const std::string& person, const std::string& session,
                const std::string& resource, workflows::Instant at) {
    run(tx.session(), access_insert,
        {{"at", at}, {"person", person}, {"session", session}, {"resource", resource}});
    tx.touch("session");
}

std::optional<Submission> find_submission(ReadTx& tx, const std::string& token) {
    return select_one(tx.session(), submission_find, {{"token", token}});
}

void insert_submission(WriteTx& tx, const std::string& token, const std::string& body_hash,
                       const std::string& location) {
    run(tx.session(), submission_insert,
        {{"token", token},
         {"person", tx.actor().person},
         {"body_hash", body_hash},
         {"location", location},
         {"at", tx.now()}});
}

std::string setting(ReadTx& tx, const std::string& name) {
    return value(tx.session(), setting_find, {{"name", name}});
}

void set_setting(WriteTx& tx, const std::string& name, const std::string& text) {
    run(tx.session(), setting_set, {{"name", name}, {"value", text}});
}

std::vector<const Sql*> identity_statements() {
    return {&code_insert,        &code_find,       &code_try,          &code_use,
            &code_count_email,   &code_count_pair, &code_count_client, &code_tries,
            &code_used_from,     &code_count_all,  &link_insert,       &link_use,
            &link_person,        &session_insert,  &session_find,      &session_end,
            &session_end_person, &access_insert,   &submission_find,   &submission_insert,
            &setting_find,       &setting_set};
}

}  // namespace db
