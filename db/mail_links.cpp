#include "db/mail_links.hpp"

#include "db/statement.hpp"

namespace db {

BOOST_DESCRIBE_STRUCT(MailLink, (), (kind, subject, board, person, not_after))

namespace {

constexpr Sql insert{"mail_link.insert", R"(
    INSERT INTO mail_link(token_hash, kind, subject, board, person, created_at, not_after)
    VALUES (:token_hash, :kind, :subject, :board, :person, :created_at, :not_after))"};
constexpr Query<MailLink> find{"mail_link.find", R"(
    SELECT {columns} FROM mail_link WHERE token_hash = :token_hash)"};
constexpr Sql revoke{"mail_link.revoke",
                     "DELETE FROM mail_link WHERE kind = :kind AND subject = :subject"};
constexpr Sql revoke_of_person{"mail_link.revoke_of_person", R"(
    DELETE FROM mail_link WHERE person = :person AND not_after > :now)"};
constexpr Sql purge_ended{"mail_link.purge", "DELETE FROM mail_link WHERE not_after < :before"};

}  // namespace

void insert_mail_link(WriteTx& tx, const std::string& token_hash, const MailLink& link) {
    tx.touch("mail_link");
    run(tx.session(), insert,
        fields_of(link, {{"token_hash", token_hash}, {"created_at", tx.now()}}));
}

std::optional<MailLink> find_mail_link(ReadTx& tx, const std::string& token_hash) {
    return select_one(tx.session(), find, {{"token_hash", token_hash}});
}

long long revoke_mail_links(WriteTx& tx, const std::string& kind, const std::string& subject) {
    tx.touch("mail_link");
    return run(tx.session(), revoke, {{"kind", kind}, {"subject", subject}});
}

long long revoke_mail_links_of(WriteTx& tx, const std::string& person) {
    tx.touch("mail_link");
    return run(tx.session(), revoke_of_person, {{"person", person}, {"now", tx.now()}});
}

long long purge_mail_links(WriteTx& tx, workflows::Instant before) {
    tx.touch("mail_link");
    return run(tx.session(), purge_ended, {{"before", before}});
}

std::vector<const Sql*> mail_links_statements() {
    return {&insert, &find, &revoke, &revoke_of_person, &purge_ended};
}

}  // namespace db
