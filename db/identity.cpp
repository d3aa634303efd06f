#include "db/identity.hpp"

#include "db/statement.hpp"
#include "db/times.hpp"

namespace db {
namespace {

constexpr Sql code_insert{"sign_in_code.insert", R"(
    INSERT INTO sign_in_code(id, email, client, code_hash, created_at, not_after)
    VALUES (:id, :email, :client, :code_hash, :created_at, :not_after))"};
constexpr Sql code_find{"sign_in_code.find", R"(
    SELECT email, client, code_hash, created_at, not_after, tries, used_at FROM sign_in_code
    WHERE id = :id)"};
constexpr Sql code_try{"sign_in_code.try",
                       "UPDATE sign_in_code SET tries = tries + 1 WHERE id = :id"};
constexpr Sql code_use{"sign_in_code.use",
                       "UPDATE sign_in_code SET used_at = :at WHERE id = :id AND used_at = 0"};
constexpr Sql code_count_email{"sign_in_code.count_email", R"(
    SELECT COUNT(*) FROM sign_in_code WHERE email = :email AND created_at > :since)"};
constexpr Sql code_count_pair{"sign_in_code.count_pair", R"(
    SELECT COUNT(*) FROM sign_in_code
    WHERE email = :email AND client = :client AND created_at > :since)"};
constexpr Sql code_count_client{"sign_in_code.count_client", R"(
    SELECT COUNT(*) FROM sign_in_code WHERE client = :client AND created_at > :since)"};
constexpr Sql code_tries{"sign_in_code.tries", R"(
    SELECT COALESCE(SUM(tries), 0) FROM sign_in_code
    WHERE email = :email AND created_at > :since)"};
constexpr Sql code_used_from{"sign_in_code.used_from", R"(
    SELECT COUNT(*) FROM sign_in_code
    WHERE email = :email AND client = :client AND created_at > :since AND used_at > 0)"};
constexpr Sql code_count_all{"sign_in_code.count_all",
                             "SELECT COUNT(*) FROM sign_in_code WHERE created_at > :since"};
constexpr Sql link_insert{"sign_in_link.insert", R"(
    INSERT INTO sign_in_link(token_hash, person, not_after)
    VALUES (:token_hash, :person, :not_after))"};
constexpr Sql link_use{"sign_in_link.use", R"(
    UPDATE sign_in_link SET used_at = :at
    WHERE token_hash = :token_hash AND used_at = 0 AND not_after > :now)"};
constexpr Sql link_person{"sign_in_link.person",
                          "SELECT person FROM sign_in_link WHERE token_hash = :token_hash"};
constexpr Sql session_insert{"session.insert", R"(
    INSERT INTO session(token_hash, person, created_at, not_after, idle_seconds_max, csrf)
    VALUES (:token_hash, :person, :created_at, :not_after, :idle_seconds_max, :csrf))"};
constexpr Sql session_find{"session.find", R"(
    SELECT person, created_at, not_after, idle_seconds_max, csrf,
           (SELECT COALESCE(MAX(at), 0) FROM access_log WHERE session = :token_hash)
    FROM session WHERE token_hash = :token_hash)"};
constexpr Sql session_end{"session.end", "DELETE FROM session WHERE token_hash = :token_hash"};
constexpr Sql session_end_person{"session.end_person",
                                 "DELETE FROM session WHERE person = :person"};
constexpr Sql access_insert{"access_log.insert", R"(
    INSERT INTO access_log(at, person, session, resource)
    VALUES (:at, :person, :session, :resource))"};
constexpr Sql submission_find{
    "submission.find",
    "SELECT person, body_hash, location, at FROM submission WHERE token = :token"};
constexpr Sql submission_insert{"submission.insert", R"(
    INSERT INTO submission(token, person, body_hash, location, at)
    VALUES (:token, :person, :body_hash, :location, :at))"};
constexpr Sql setting_find{"setting.find", "SELECT value FROM setting WHERE name = :name"};
constexpr Sql setting_set{"setting.set", R"(
    INSERT INTO setting(name, value) VALUES (:name, :value)
    ON CONFLICT (name) DO UPDATE SET value = excluded.value)"};

}  // namespace

void insert_sign_in_code(WriteTx& tx, const SignInCode& code) {
    tx.touch("session");
    run(tx.session(), code_insert, code.id, code.email, code.client, code.code_hash,
        seconds(code.created_at), seconds(code.not_after));
}

std::optional<SignInCode> find_sign_in_code(ReadTx& tx, const std::string& id) {
    std::optional<SignInCode> found;
    each<std::string, std::string, std::string, long long, long long, int, long long>(
        tx.session(), code_find,
        [&](const auto& email, const auto& client, const auto& hash, long long created,
            long long until, int tries, long long used) {
            found = SignInCode{id,    email,    client, hash, instant(created), instant(until),
                               tries, used != 0};
        },
        id);
    return found;
}

void count_try(WriteTx& tx, const std::string& id) {
    tx.touch("session");
    run(tx.session(), code_try, id);
}

bool use_sign_in_code(WriteTx& tx, const std::string& id) {
    tx.touch("session");
    return run(tx.session(), code_use, seconds(tx.now()), id) == 1;
}

SignInCodeCounts count_sign_in_codes(ReadTx& tx, const std::string& email,
                                     const std::string& client, workflows::Instant since) {
    auto& session = tx.session();
    SignInCodeCounts counts;
    counts.email_and_client = value<int>(session, code_count_pair, email, client, seconds(since));
    counts.email = value<int>(session, code_count_email, email, seconds(since));
    counts.client = value<int>(session, code_count_client, client, seconds(since));
    counts.all = value<int>(session, code_count_all, seconds(since));
    return counts;
}

int count_wrong_tries(ReadTx& tx, const std::string& email, workflows::Instant since) {
    return value<int>(tx.session(), code_tries, email, seconds(since));
}

bool signed_in_from(ReadTx& tx, const std::string& email, const std::string& client,
                    workflows::Instant since) {
    return value<int>(tx.session(), code_used_from, email, client, seconds(since)) > 0;
}

void insert_sign_in_link(WriteTx& tx, const std::string& token_hash, const std::string& person,
                         workflows::Instant not_after) {
    tx.touch("session");
    run(tx.session(), link_insert, token_hash, person, seconds(not_after));
}

std::optional<std::string> use_sign_in_link(WriteTx& tx, const std::string& token_hash) {
    tx.touch("session");
    const auto now = seconds(tx.now());
    if (run(tx.session(), link_use, now, token_hash, now) != 1) return std::nullopt;
    return value<std::string>(tx.session(), link_person, token_hash);
}

void insert_session(WriteTx& tx, const SessionRow& session) {
    tx.touch("session");
    run(tx.session(), session_insert, session.token_hash, session.person,
        seconds(session.created_at), seconds(session.not_after), session.idle_seconds_max,
        session.csrf);
}

std::optional<SessionRow> find_session(ReadTx& tx, const std::string& token_hash) {
    std::optional<SessionRow> found;
    each<std::string, long long, long long, int, std::string, long long>(
        tx.session(), session_find,
        [&](const auto& person, long long created, long long until, int idle, const auto& csrf,
            long long used) {
            found = SessionRow{token_hash,
                               person,
                               instant(created),
                               instant(until),
                               idle,
                               csrf,
                               instant(std::max(used, created))};
        },
        token_hash);
    return found;
}

void end_session(WriteTx& tx, const std::string& token_hash) {
    run(tx.session(), session_end, token_hash);
    tx.touch("session");
}

void end_sessions_of(WriteTx& tx, const std::string& person) {
    run(tx.session(), session_end_person, person);
    tx.touch("session");
}

void log_access(WriteTx& tx, const std::string& person, const std::string& session,
                const std::string& resource, workflows::Instant at) {
    run(tx.session(), access_insert, seconds(at), person, session, resource);
    tx.touch("session");
}

std::optional<Submission> find_submission(ReadTx& tx, const std::string& token) {
    std::optional<Submission> found;
    each<std::string, std::string, std::string, long long>(
        tx.session(), submission_find,
        [&](const auto& person, const auto& hash, const auto& location, long long at) {
            found = Submission{person, hash, location, instant(at)};
        },
        token);
    return found;
}

void insert_submission(WriteTx& tx, const std::string& token, const std::string& body_hash,
                       const std::string& location) {
    run(tx.session(), submission_insert, token, tx.actor().person, body_hash, location,
        seconds(tx.now()));
}

std::string setting(ReadTx& tx, const std::string& name) {
    return value<std::string>(tx.session(), setting_find, name);
}

void set_setting(WriteTx& tx, const std::string& name, const std::string& text) {
    run(tx.session(), setting_set, name, text);
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
