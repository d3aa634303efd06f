// The boards' comments gathered for the author of a document, with what was done with each.
#include <algorithm>

#include "server/circulation/stop_actors.hpp"
#include "server/circulation/words.hpp"
#include "server/consultation/answer_queries.hpp"
#include "server/consultation/comment_commands.hpp"
#include "server/consultation/handlers.hpp"
#include "server/consultation/words.hpp"
#include "server/web/form_parts.hpp"
#include "server/web/href.hpp"
#include "server/web/page.hpp"
#include "server/web/routes.hpp"
#include "server/web/who_acts.hpp"
#include "workflows/text/utf8.hpp"
#include "workflows/text/words.hpp"

namespace server::consultation {
namespace {

std::string version_field(const db::StopAnswer& answer) {
    return "version-" + answer.stop + "-" + std::to_string(answer.number);
}

void add_table(web::BlockPage& page, const std::vector<AnswerLine>& lines) {
    auto& table = page.table(words::boards_responses, {{.text = words::board},
                                                       {.text = circulation::words::date},
                                                       {.text = circulation::words::version},
                                                       {.text = circulation::words::outcome},
                                                       {.text = circulation::words::comments},
                                                       {.text = words::our_reply}});
    for (const auto& line : lines) {
        auto outcome = outcome_words(line);
        if (!line.answer.standing) outcome = words::taken_back(outcome);
        templates::add_table_row(table,
                                 {{.text = line.board, .kind = templates::CellKind::row_head},
                                  {.text = line.answer.day.words()},
                                  {.text = line.answer.version_label},
                                  {.text = outcome},
                                  {.text = line.answer.comments},
                                  {.text = line.answer.reply}});
    }
}

bool has_comments(const AnswerLine& line) {
    return line.answer.standing && !workflows::text::is_blank(line.answer.comments);
}

void add_reply_form(const web::Context& context, web::BlockPage& page,
                    const circulation::CirculationStatus& status,
                    const std::vector<AnswerLine>& lines) {
    const auto path = web::href(routes::circulation_comments, status.circulation.id);
    templates::View* form = nullptr;
    for (const auto& line : lines) {
        if (!has_comments(line)) continue;
        if (form == nullptr) {
            page.heading(words::your_reply);
            form = &page.form(web::form_facts(context, path, words::save));
        }
        form->add("fields", templates::hidden_field(version_field(line.answer),
                                                    std::to_string(line.answer.version)));
        form->add("fields",
                  templates::textarea_field(
                      web::typed_field(context, {reply_field(line.answer),
                                                 line.board + ", " + line.answer.version_label,
                                                 line.answer.reply, line.answer.comments}),
                      2));
    }
    if (form != nullptr) page.layout().errors = web::error_links_of(context, *form);
}

Result<circulation::CirculationStatus> asked(const web::Context& context, db::ReadTx& tx) {
    const auto row = db::load_circulation(tx, context.param("circulation"));
    if (!row) return row.error();
    return circulation::circulation_status_for(context.viewer, context.app, tx, *row);
}

// Gathered for the owner; a board that the document visits reads its own here.
std::vector<AnswerLine> lines_for(const web::Context& context,
                                  const circulation::CirculationStatus& status) {
    auto lines = answer_lines(status);
    std::erase_if(lines, [&](const AnswerLine& line) {
        const auto row = std::ranges::find(status.rows, line.answer.stop, &db::StopRow::id);
        return row == status.rows.end() ||
               !circulation::reads_comments(context.viewer, status, *row);
    });
    return lines;
}

}  // namespace

Result<net::Response> show_circulation_comments(const web::Context& context, db::ReadTx& tx) {
    const auto status = asked(context, tx);
    if (!status) return status.error();
    const auto& row = status->circulation;
    const auto href = web::href(routes::circulation, row.id);
    const auto lines = lines_for(context, *status);
    web::BlockPage page(context, circulation::words::comments_link);
    page.caption(row.document);
    page.crumb(circulation::words::circulations, web::href(routes::circulations))
        .crumb(row.document, href);
    page.layout().wide = true;
    page.layout().alternates = {
        {"text/csv", words::comments_csv, web::href(routes::circulation_comments_csv, row.id)},
        {"application/json", words::comments_json,
         web::href(routes::circulation_comments_json, row.id)}};
    if (lines.empty()) {
        const bool owner = circulation::stop_actor(context.viewer, row.owner, row.owner).owner;
        page.paragraph(owner ? words::no_comments : words::own_comments_none);
        return page.finish();
    }
    add_table(page, lines);
    page.link(words::download_comments, web::href(routes::circulation_comments_csv, row.id));
    if (circulation::stop_actor(context.viewer, row.owner, row.owner).owner)
        add_reply_form(context, page, *status, lines);
    return page.finish();
}

Result<net::Response> show_circulation_comments_csv(const web::Context& context, db::ReadTx& tx) {
    const auto status = asked(context, tx);
    if (!status) return status.error();
    return web::text_response(answers_csv(lines_for(context, *status)), "text/csv; charset=utf-8");
}

Result<net::Response> show_circulation_comments_json(const web::Context& context, db::ReadTx& tx) {
    const auto status = asked(context, tx);
    if (!status) return status.error();
    return web::json_response(answers_json(*status, lines_for(context, *status)));
}

Result<web::Location> reply_to_comments(const web::Context& context, db::WriteTx& tx) {
    const auto row = db::load_circulation(tx, context.param("circulation"));
    if (!row) return row.error();
    const auto& form = context.form();
    ReplyToComments command{row->id, {}};
    for (auto& answer : db::list_stop_answers(tx, row->id)) {
        const auto field = reply_field(answer);
        if (!form.has(field) || form.get(field) == answer.reply) continue;
        answer.reply = form.get(field);
        // What the form showed decides: an older number is stale.
        if (form.get(version_field(answer)) != std::to_string(answer.version)) answer.version = 0;
        command.replies.push_back(std::move(answer));
    }
    if (auto saved = reply_to_comments(web::acting(context, tx), tx, command); !saved)
        return saved.error();
    return web::href(routes::circulation_comments, row->id) + "?done=saved";
}

}  // namespace server::consultation
