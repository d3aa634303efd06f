// The form that raises an issue: between two boards, about the protocol, or from a request that was
// escalated before issues were kept.
#include <set>

#include "db/boards.hpp"
#include "db/requests.hpp"
#include "server/base/app.hpp"
#include "server/issues/handlers.hpp"
#include "server/issues/issue_commands.hpp"
#include "server/issues/words.hpp"
#include "server/requests/request_commands.hpp"
#include "server/web/date_entry.hpp"
#include "server/web/form_parts.hpp"
#include "server/web/href.hpp"
#include "server/web/page.hpp"
#include "server/web/routes.hpp"
#include "server/web/who_acts.hpp"

namespace server::issues {
namespace {

using templates::Choice;
using workflows::IssueKind;

std::vector<Choice> board_choices(db::ReadTx& tx, workflows::Day today,
                                  const std::set<std::string>* only, std::string first) {
    std::vector<Choice> choices{{.value = "", .label = std::move(first)}};
    for (const auto& board : db::list_boards(tx)) {
        const bool gone = !board.is_active(today);
        if (gone || (only != nullptr && only->count(board.code) == 0)) continue;
        choices.push_back({.value = board.code, .label = board.name + " (" + board.code + ")"});
    }
    return choices;
}

// A request of the viewer's own board that was escalated and has no issue yet.
std::optional<db::RequestRow> request_of(const web::Context& context, db::ReadTx& tx,
                                         const std::string& id) {
    auto row = id.empty() ? std::nullopt : db::find_request(tx, id);
    if (!row || row->request.state != workflows::RequestState::escalated) return std::nullopt;
    const auto actor = requests::request_actor(context.viewer, row->request);
    const bool asks = actor.asking_chair || actor.asking_secretariat;
    if (!asks || db::find_issue_of_request(tx, row->id)) return std::nullopt;
    return row;
}

void add_kind(const web::Context& context, templates::View& form) {
    form.add("fields",
             templates::radios_field(web::typed_field(context, {"kind", words::kind, "boards"}),
                                     {{.value = "boards",
                                       .label = words::between_boards,
                                       .hint = words::between_boards_hint},
                                      {.value = "protocol",
                                       .label = words::about_protocol,
                                       .hint = words::about_protocol_hint}}));
}

Result<workflows::Issue> read_issue(const web::Form& form, db::ReadTx& tx) {
    const auto kind = workflows::from_text<IssueKind>(form.get("kind"));
    if (!kind) return workflows::invalid("kind", words::kind_missing);
    workflows::Issue issue;
    issue.kind = *kind;
    issue.raising_board = form.get("raising_board");
    issue.title = form.get("title");
    issue.text = form.get("text");
    if (*kind == IssueKind::boards) issue.asked_board = form.get("asked_board");
    if (*kind == IssueKind::protocol) issue.agency = form.get("agency");
    if (!issue.asked_board.empty() && !db::find_board(tx, issue.asked_board))
        return workflows::invalid("asked_board", words::other_board_missing);
    return issue;
}

}  // namespace

Result<net::Response> show_new_issue(const web::Context& context, db::ReadTx& tx) {
    const auto today = context.today(tx);
    web::BlockPage page(context, words::raise_an_issue);
    page.crumb(words::issues, web::href(routes::issues));
    const auto id = context.typed("request", context.request.query_value("request"));
    if (const auto request = request_of(context, tx, id)) {
        page.paragraph(words::of_an_escalated_request(request->request.title));
        auto& form =
            page.form(web::form_facts(context, web::href(routes::new_issue), words::raise_issue));
        form.add("fields", templates::hidden_field("request", request->id));
        return page.finish();
    }
    page.inset(words::neutral_words_lead);
    auto& form =
        page.form(web::form_facts(context, web::href(routes::new_issue), words::raise_issue));
    add_kind(context, form);
    const auto own = base::own_boards(context.viewer);
    form.add("fields", templates::select_field(
                           web::typed_field(context, {"raising_board", words::raising_board,
                                                      own.size() == 1 ? *own.begin() : ""}),
                           board_choices(tx, today, &own, words::select_board)));
    form.add("fields",
             templates::select_field(web::typed_field(context, {"asked_board", words::other_board,
                                                                "", words::other_board_hint}),
                                     board_choices(tx, today, nullptr, words::select_board)));
    form.add("fields", templates::text_field(web::typed_field(
                           context, {"agency", words::agency, "", words::agency_hint})));
    form.add("fields", templates::text_field(web::typed_field(context, {"title", words::title})));
    form.add("fields",
             templates::textarea_field(web::typed_field(context, {"text", words::unresolved})));
    form.add("fields",
             web::date_entry(context, {"next_date", words::next_date,
                                       workflows::iso(usual_next_date(context.app, tx, today)),
                                       words::raised_next_date_hint}));
    page.layout().errors = web::error_links_of(context, form);
    return page.finish();
}

Result<web::Location> post_new_issue(const web::Context& context, db::WriteTx& tx) {
    const auto& form = context.form();
    if (!form.get("request").empty()) {
        const auto request = request_of(context, tx, form.get("request"));
        if (!request) return workflows::refused(words::request_has_issue);
        tx.act_as({context.viewer.person, ""});
        const auto raised =
            raise_issue_of_request(context.app, web::acting(context, tx), tx, *request, "");
        if (!raised) return raised.error();
        return web::href(routes::issue, raised->id) + "?done=saved";
    }
    if (base::own_boards(context.viewer).count(form.get("raising_board")) == 0)
        return workflows::invalid("raising_board", words::own_board_missing);
    auto issue = read_issue(form, tx);
    if (!issue) return issue.error();
    const auto next = web::read_date(form, "next_date");
    if (!next) return next.error();
    workflows::IssueCommand command{"raise", {}, {}, *next, {}};
    const auto raised = raise_issue(context.app, web::acting(context, tx), tx, std::move(*issue),
                                    std::move(command));
    if (!raised) return raised.error();
    return web::href(routes::issue, raised->id) + "?done=told";
}

}  // namespace server::issues
