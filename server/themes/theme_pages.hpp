// The handlers of themes that several boards share.
#pragma once

#include "db/database.hpp"
#include "db/mail_links.hpp"
#include "server/web/context.hpp"
#include "templates/view.hpp"
#include "workflows/boards/board.hpp"

namespace server::themes {

Result<net::Response> show_themes(const web::Context&, db::ReadTx&);
Result<net::Response> show_themes_json(const web::Context&, db::ReadTx&);
Result<net::Response> show_themes_csv(const web::Context&, db::ReadTx&);
Result<net::Response> show_theme(const web::Context&, db::ReadTx&);

Result<net::Response> show_new_theme(const web::Context&, db::ReadTx&);
Result<web::Location> post_new_theme(const web::Context&, db::WriteTx&);
Result<net::Response> show_theme_edit(const web::Context&, db::ReadTx&);
Result<web::Location> post_theme_edit(const web::Context&, db::WriteTx&);
/// Agreeing the lead, after the boards have answered.
Result<net::Response> show_theme_agree(const web::Context&, db::ReadTx&);
Result<web::Location> post_theme_agree(const web::Context&, db::WriteTx&);
/// Asking the boards, closing, reopening: the step is the end of the address.
Result<net::Response> show_theme_step(const web::Context&, db::ReadTx&);
Result<web::Location> post_theme_ask(const web::Context&, db::WriteTx&);
Result<web::Location> post_theme_close(const web::Context&, db::WriteTx&);
Result<web::Location> post_theme_reopen(const web::Context&, db::WriteTx&);

/// What each board answered, for officers.
Result<net::Response> show_theme_answers(const web::Context&, db::ReadTx&);
Result<net::Response> show_theme_answers_json(const web::Context&, db::ReadTx&);
Result<net::Response> show_theme_answers_csv(const web::Context&, db::ReadTx&);

/// Behind the link of a letter; row of server/letters/link_types.cpp.
Result<net::Response> show_theme_question(const web::Context&, db::ReadTx&, const db::MailLink&);
Result<web::Location> answer_theme_question(const web::Context&, db::WriteTx&, const db::MailLink&);

/// Sets the list `themes` of the page of a board: text, href.
void add_themes_of_board(db::ReadTx& tx, const workflows::Board& board, workflows::Day today,
                         templates::View& view);

}  // namespace server::themes
