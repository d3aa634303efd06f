// Written assent to a document, changed materially or new to the board: a letter to the board's
// chair with a link to a form, which can be answered until its closing day without signing in
// (protocol 7.3).
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "db/mail_links.hpp"
#include "server/circulation/circulation_letters.hpp"
#include "server/web/context.hpp"
#include "workflows/boards/board.hpp"

namespace server::circulation {

inline constexpr std::string_view assent_link_kind = "circulation_assent";

/// Who is asked: the board's chairs today; its vice-chairs where it has none.
std::vector<workflows::Person> assent_chairs(db::ReadTx& tx, const std::string& board);

/// One letter to each of these chairs, each with a link of its own.
void queue_assent_letters(base::App& app, db::WriteTx& tx, const StopLetters& letters,
                          const std::vector<workflows::Person>& chairs);

/// The page behind the link and its form: a row of server/letters/link_types.cpp. Code::not_found
/// once the person is no chair of the board any more or the question is settled otherwise.
Result<net::Response> show_assent_link(const web::Context&, db::ReadTx&, const db::MailLink&);
Result<web::Location> use_assent_link(const web::Context&, db::WriteTx&, const db::MailLink&);
/// The PDF of the version that is asked about; the same errors.
Result<net::Response> show_assent_document(const web::Context&, db::ReadTx&, const db::MailLink&);

}  // namespace server::circulation
