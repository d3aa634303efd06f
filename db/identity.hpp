// Sign-in codes, sign-in links and sessions. Only hashes of secrets are kept.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "db/database.hpp"
#include "db/sql.hpp"

namespace db {

struct SignInCode {
    std::string id;  // hash of the browser's pre-session secret
    std::string email;
    std::string client;  // who asked, as the limits count clients
    std::string code_hash;
    workflows::Instant created_at;
    workflows::Instant not_after;
    int tries = 0;
    bool used = false;
};

void insert_sign_in_code(WriteTx& tx, const SignInCode& code);
std::optional<SignInCode> find_sign_in_code(ReadTx& tx, const std::string& id);
void count_try(WriteTx& tx, const std::string& id);
/// False when it was used already.
bool use_sign_in_code(WriteTx& tx, const std::string& id);
/// Codes asked for since then.
struct SignInCodeCounts {
    int email_and_client = 0;  // for this address by this client
    int email = 0;             // for this address by anybody
    int client = 0;            // for any address by this client
    int all = 0;
};
SignInCodeCounts count_sign_in_codes(ReadTx& tx, const std::string& email,
                                     const std::string& client, workflows::Instant since);
/// Wrong codes entered for one address, over all codes asked for since then.
int count_wrong_tries(ReadTx& tx, const std::string& email, workflows::Instant since);
/// Whether this client signed in at this address with a code asked for since then.
bool signed_in_from(ReadTx& tx, const std::string& email, const std::string& client,
                    workflows::Instant since);

void insert_sign_in_link(WriteTx& tx, const std::string& token_hash, const std::string& person,
                         workflows::Instant not_after);
/// Consumes the link once; the person's key, or nothing when unknown, used or too old.
std::optional<std::string> use_sign_in_link(WriteTx& tx, const std::string& token_hash);

struct SessionRow {
    std::string token_hash;
    std::string person;
    workflows::Instant created_at;
    workflows::Instant not_after;
    int idle_seconds_max = 0;
    std::string csrf;
    workflows::Instant last_used;  // newest entry of the access log, else created_at
};

void insert_session(WriteTx& tx, const SessionRow& session);
std::optional<SessionRow> find_session(ReadTx& tx, const std::string& token_hash);
void end_session(WriteTx& tx, const std::string& token_hash);
void end_sessions_of(WriteTx& tx, const std::string& person);
/// Appends to the access log: who read what; `resource` empty = the session was used.
void log_access(WriteTx& tx, const std::string& person, const std::string& session,
                const std::string& resource, workflows::Instant at);

/// The answer already given to a form token.
struct Submission {
    std::string person;
    std::string body_hash;
    std::string location;
    workflows::Instant at;
};
std::optional<Submission> find_submission(ReadTx& tx, const std::string& token);
void insert_submission(WriteTx& tx, const std::string& token, const std::string& body_hash,
                       const std::string& location);

/// A county setting, or "".
std::string setting(ReadTx& tx, const std::string& name);
void set_setting(WriteTx& tx, const std::string& name, const std::string& value);

std::vector<const Sql*> identity_statements();

}  // namespace db
