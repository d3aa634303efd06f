// Requests between chairs: the form for a new one.
#include <set>

#include "db/boards.hpp"
#include "db/meetings.hpp"
#include "server/boards/board_business.hpp"
#include "server/requests/handlers.hpp"
#include "server/requests/request_commands.hpp"
#include "server/web/date_entry.hpp"
#include "server/web/form_parts.hpp"
#include "server/web/href.hpp"
#include "server/web/page.hpp"
#include "server/web/routes.hpp"

namespace server::requests {
namespace {

using templates::Choice;
using workflows::Code;
using workflows::RequestKind;

constexpr int meetings_offered_max = 200;

std::vector<Choice> board_choices(db::ReadTx& tx, workflows::Day today,
                                  const std::set<std::string>* only, std::string first) {
    std::vector<Choice> choices{{.value = "", .label = std::move(first)}};
    for (const auto& board : db::list_boards(tx)) {
        const bool gone =
            !board.succeeded_by.empty() && board.succeeded_on <= workflows::iso(today);
        if (gone || (only != nullptr && only->count(board.code) == 0)) continue;
        choices.push_back({.value = board.code, .label = board.name + " (" + board.code + ")"});
    }
    return choices;
}

std::vector<Choice> wanted_choices(db::ReadTx& tx, workflows::Day today) {
    std::vector<Choice> choices{{.value = "", .label = "No meeting in mind"}};
    for (const auto& meeting :
         db::list_upcoming(tx, today, meetings_offered_max, {}, db::OpenDates::included)) {
        if (boards::carries_business(meeting))
            choices.push_back(
                {.value = meeting.id, .label = meeting.board + ", " + meeting.planned.words()});
    }
    return choices;
}

void add_kind(const web::Context& context, templates::View& form) {
    auto kind = web::typed_field(
        context, {"kind", "What do you ask for?", context.request.query_value("kind")});
    form.add("fields",
             templates::radios_field(
                 kind, {{.value = "information",
                         .label = "Information",
                         .hint = "The board considers an issue and tells you what it knows or "
                                 "thinks (protocol 4.5 a)"},
                        {.value = "agenda_item",
                         .label = "An item on its agenda",
                         .hint = "The board discusses it at a meeting (protocol 4.5 b)"},
                        {.value = "joint_meeting",
                         .label = "A joint meeting of the chairs",
                         .hint = "The chairs meet to agree a way forward (protocol 4.5 c)"}}));
}

void add_wishes(const web::Context& context, db::ReadTx& tx, templates::View& form) {
    std::vector<Choice> purposes;
    for (const auto& name : workflows::names<workflows::ItemPurpose>)
        purposes.push_back({.value = std::string(name.text), .label = std::string(name.words)});
    std::vector<Choice> responses;
    for (const auto& name : workflows::names<workflows::ResponseWanted>)
        responses.push_back({.value = std::string(name.text), .label = std::string(name.words)});
    form.add(
        "fields",
        templates::radios_field(
            web::typed_field(context, {"purpose", "What should the board do with it?"}), purposes));
    form.add("fields",
             templates::radios_field(web::typed_field(context, {"response", "Response you need"}),
                                     responses));
    form.add("fields",
             web::date_entry(context, {"consider_by", "Consider by", "",
                                       "The day by which the board should have decided, for "
                                       "example 15 11 2018. After it you can escalate."}));
    form.add("fields",
             web::date_entry(context, {"answer_by", "Answer by", "",
                                       "The day by which you want the answer or the item"}));
    form.add("fields",
             templates::select_field(
                 web::typed_field(context, {"wanted_meeting", "Meeting you have in mind",
                                            context.request.query_value("meeting"),
                                            "One of the board that you ask. It decides."}),
                 wanted_choices(tx, context.today(tx))));
}

// Only after a first try: what the timetable brings anyway is said before a request is sent.
void add_all_the_same(const web::Context& context, templates::View& form) {
    const bool asked = context.error() && context.error()->field == "send_anyway";
    if (!asked && !context.form().has("send_anyway")) return;
    form.add("fields", templates::checkbox_field(
                           web::typed_field(context, {"send_anyway", "The reporting timetable"}),
                           "Send it all the same", context.form().has("send_anyway")));
}

workflows::AgendaRequest read_request(const web::Form& form, RequestKind kind) {
    workflows::AgendaRequest request;
    request.kind = kind;
    request.from_board = form.get("from_board");
    request.to_board = form.get("to_board");
    request.title = form.get("title");
    request.details = form.get("details");
    request.purpose = workflows::from_text<workflows::ItemPurpose>(form.get("purpose"));
    request.response = workflows::from_text<workflows::ResponseWanted>(form.get("response"));
    return request;
}

Result<void> check_timetable(const web::Context& context, db::ReadTx& tx,
                             const workflows::AgendaRequest& request) {
    if (context.form().get("send_anyway") == "yes") return {};
    const auto hints = timetable_hints(tx, request, context.today(tx));
    if (hints.empty()) return {};
    std::string text;
    for (const auto& hint : hints)
        text += hint + " ";
    return Error{Code::conflict, text + "If this is something else, tick “Send it all the same”.",
                 "send_anyway"};
}

}  // namespace

Result<net::Response> show_new_request(const web::Context& context, db::ReadTx& tx) {
    web::BlockPage page(context, "Ask another board");
    page.crumb("Requests", web::href(routes::requests));
    page.paragraph(
        "For what the reporting timetable does not bring. The chair and the secretariat of the "
        "board that you ask are told by e-mail.");
    auto& form =
        page.form(web::form_facts(context, web::href(routes::new_request), "Send request"));
    const auto own = web::own_boards(context.viewer);
    const auto today = context.today(tx);
    const auto only = own.size() == 1 ? *own.begin() : context.request.query_value("from");
    add_all_the_same(context, form);
    form.add("fields", templates::select_field(
                           web::typed_field(context, {"from_board", "Board that asks", only}),
                           board_choices(tx, today, &own, "Choose a board")));
    form.add("fields",
             templates::select_field(web::typed_field(context, {"to_board", "Board to ask",
                                                                context.request.query_value("to")}),
                                     board_choices(tx, today, nullptr, "Choose a board")));
    add_kind(context, form);
    form.add("fields", templates::text_field(web::typed_field(context, {"title", "Title"})));
    form.add("fields",
             templates::textarea_field(web::typed_field(
                 context, {"details", "Details", "",
                           "Name no child or adult at risk: give a reference number instead."})));
    add_wishes(context, tx, form);
    page.layout().errors = web::error_links_of(context, form);
    return page.finish();
}

Result<web::Location> send_new_request(const web::Context& context, db::WriteTx& tx) {
    const auto& form = context.form();
    if (web::own_boards(context.viewer).count(form.get("from_board")) == 0)
        return workflows::invalid("from_board", "Choose one of your boards.");
    if (!form.get("to_board").empty() && !db::find_board(tx, form.get("to_board")))
        return workflows::invalid("to_board", "Choose the board to ask.");
    const auto kind = workflows::from_text<RequestKind>(form.get("kind"));
    if (!kind) return workflows::invalid("kind", "Choose what you ask for.");
    auto request = read_request(form, *kind);
    const auto consider_by = web::read_date(form, "consider_by");
    if (!consider_by) return consider_by.error();
    const auto answer_by = web::read_date(form, "answer_by");
    if (!answer_by) return answer_by.error();
    request.consider_by = *consider_by;
    request.answer_by = *answer_by;
    if (auto ok = check_timetable(context, tx, request); !ok) return ok.error();
    const auto sent = send_request(context, tx, request, form.get("wanted_meeting"));
    if (!sent) return sent.error();
    return web::href(routes::request, sent->id) + "?done=sent";
}

}  // namespace server::requests
