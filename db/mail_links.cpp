#include "db/mail_links.hpp"

#include "db/statement.hpp"
#include "db/times.hpp"

namespace db {
namespace {

constexpr Sql insert{"mail_link.insert", R"(
    INSERT INTO mail_link(token_hash, kind, subject, board, person, created_at, not_after)
    VALUES (:token_hash, :kind, :subject, :board, :person, :created_at, :not_after))"};
constexpr Sql find{"mail_link.find", R"(
    SELECT kind, subject, board, person, not_after FROM mail_link
    WHERE token_hash = :token_hash)"};
constexpr Sql revoke{"mail_link.revoke",
                     "DELETE FROM mail_link WHERE kind = :kind AND subject = :subject"};
constexpr Sql revoke_of_person{"mail_link.revoke_of_person", R"(
    DELETE FROM mail_link WHERE person = :person AND not_after > :now)"};
constexpr Sql purge_ended{"mail_link.purge", "DELETE FROM mail_link WHERE not_after < :before"};

}  // namespace

void insert_mail_link(WriteTx& tx, const std::string& token_hash, const MailLink& link) {
    tx.touch("mail_link");
    run(tx.session(), insert, token_hash, link.kind, link.subject, link.board, link.person,
        seconds(tx.now()), seconds(link.not_after));
}

std::optional<MailLink> find_mail_link(ReadTx& tx, const std::string& token_hash) {
    std::optional<MailLink> link;
    each<std::string, std::string, std::string, std::string, long long>(
        tx.session(), find,
        [&](const auto& kind, const auto& subject, const auto& board, const auto& person,
            long long not_after) {
            link = MailLink{kind, subject, board, person, instant(not_after)};
        },
        token_hash);
    return link;
}

long long revoke_mail_links(WriteTx& tx, const std::string& kind, const std::string& subject) {
    tx.touch("mail_link");
    return run(tx.session(), revoke, kind, subject);
}

long long revoke_mail_links_of(WriteTx& tx, const std::string& person) {
    tx.touch("mail_link");
    return run(tx.session(), revoke_of_person, person, seconds(tx.now()));
}

long long purge_mail_links(WriteTx& tx, workflows::Instant before) {
    tx.touch("mail_link");
    return run(tx.session(), purge_ended, seconds(before));
}

std::vector<const Sql*> mail_links_statements() {
    return {&insert, &find, &revoke, &revoke_of_person, &purge_ended};
}

}  // namespace db
