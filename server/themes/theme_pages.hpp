// The handlers of themes that several boards share.
#pragma once

#include "db/database.hpp"
#include "db/mail_links.hpp"
#include "server/web/context.hpp"
#include "templates/view.hpp"
#include "workflows/boards/board.hpp"

namespace server::pages {

Result<Response> show_themes(const Context&, db::ReadTx&);
Result<Response> show_themes_json(const Context&, db::ReadTx&);
Result<Response> show_themes_csv(const Context&, db::ReadTx&);
Result<Response> show_theme(const Context&, db::ReadTx&);

Result<Response> show_new_theme(const Context&, db::ReadTx&);
Result<Location> post_new_theme(const Context&, db::WriteTx&);
Result<Response> show_theme_edit(const Context&, db::ReadTx&);
Result<Location> post_theme_edit(const Context&, db::WriteTx&);
/// Agreeing the lead, after the boards have answered.
Result<Response> show_theme_agree(const Context&, db::ReadTx&);
Result<Location> post_theme_agree(const Context&, db::WriteTx&);
/// Asking the boards, closing, reopening: the step is the end of the address.
Result<Response> show_theme_step(const Context&, db::ReadTx&);
Result<Location> post_theme_ask(const Context&, db::WriteTx&);
Result<Location> post_theme_close(const Context&, db::WriteTx&);
Result<Location> post_theme_reopen(const Context&, db::WriteTx&);

/// What each board answered, for officers.
Result<Response> show_theme_answers(const Context&, db::ReadTx&);
Result<Response> show_theme_answers_json(const Context&, db::ReadTx&);
Result<Response> show_theme_answers_csv(const Context&, db::ReadTx&);

/// Behind the link of a letter; row of server/site/links.cpp.
Result<Response> show_theme_question(const Context&, db::ReadTx&, const db::MailLink&);
Result<Location> answer_theme_question(const Context&, db::WriteTx&, const db::MailLink&);

/// Sets the list `themes` of the page of a board: text, href.
void add_themes_of_board(db::ReadTx& tx, const workflows::Board& board, workflows::Day today,
                         templates::View& view);

}  // namespace server::pages
