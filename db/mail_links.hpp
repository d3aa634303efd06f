// Addresses in letters that open one form for one person; server/letters/link_types.hpp says what
// they do.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "db/database.hpp"
#include "db/sql.hpp"

namespace db {

struct MailLink {
    std::string kind;     // row of server/letters/link_types.cpp
    std::string subject;  // id of the stop, poll, theme, … it is about
    std::string board;    // code: for whom the person answers, or empty
    std::string person;   // key
    workflows::Instant not_after;
};

/// `token_hash`: SHA-256 of the secret, 64 hexadecimal digits.
void insert_mail_link(WriteTx& tx, const std::string& token_hash, const MailLink& link);
/// Ended ones too, until they are purged: their page says that they ended.
std::optional<MailLink> find_mail_link(ReadTx& tx, const std::string& token_hash);
/// Takes back all links of a kind to one thing; how many.
long long revoke_mail_links(WriteTx& tx, const std::string& kind, const std::string& subject);
/// Takes back all that a person could still answer by; how many.
long long revoke_mail_links_of(WriteTx& tx, const std::string& person);
/// Removes those that ended before `before`; how many.
long long purge_mail_links(WriteTx& tx, workflows::Instant before);

std::vector<const Sql*> mail_links_statements();

}  // namespace db
