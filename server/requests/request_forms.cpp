// Requests between chairs: the form for a new one.
#include <set>

#include "db/boards.hpp"
#include "db/meetings.hpp"
#include "server/boards/board_business.hpp"
#include "server/requests/handlers.hpp"
#include "server/requests/request_commands.hpp"
#include "server/requests/words.hpp"
#include "server/web/date_entry.hpp"
#include "server/web/form_parts.hpp"
#include "server/web/href.hpp"
#include "server/web/page.hpp"
#include "server/web/routes.hpp"
#include "server/web/who_acts.hpp"

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
        const bool gone = !board.is_active(today);
        if (gone || (only != nullptr && only->count(board.code) == 0)) continue;
        choices.push_back({.value = board.code, .label = board.name + " (" + board.code + ")"});
    }
    return choices;
}

std::vector<Choice> wanted_choices(db::ReadTx& tx, workflows::Day today) {
    std::vector<Choice> choices{{.value = "", .label = words::no_preference}};
    for (const auto& meeting :
         db::list_upcoming(tx, today, meetings_offered_max, {}, db::OpenDates::included)) {
        if (boards::carries_business(meeting))
            choices.push_back(
                {.value = meeting.id, .label = meeting.board + ", " + meeting.planned.words()});
    }
    return choices;
}

void add_kind(const web::Context& context, templates::View& form) {
    auto kind =
        web::typed_field(context, {"kind", words::kind, context.request.query_value("kind")});
    form.add(
        "fields",
        templates::radios_field(
            kind,
            {{.value = "information", .label = words::information, .hint = words::information_hint},
             {.value = "agenda_item", .label = words::agenda_item, .hint = words::agenda_item_hint},
             {.value = "joint_meeting",
              .label = words::joint_meeting,
              .hint = words::joint_meeting_hint}}));
}

void add_wishes(const web::Context& context, db::ReadTx& tx, templates::View& form) {
    std::vector<Choice> purposes;
    for (const auto& name : workflows::names<workflows::ItemPurpose>)
        purposes.push_back({.value = std::string(name.text), .label = std::string(name.words)});
    std::vector<Choice> responses;
    for (const auto& name : workflows::names<workflows::ResponseWanted>)
        responses.push_back({.value = std::string(name.text), .label = std::string(name.words)});
    form.add("fields", templates::radios_field(
                           web::typed_field(context, {"purpose", words::purpose}), purposes));
    form.add("fields",
             templates::radios_field(
                 web::typed_field(context, {"response", words::response_needed}), responses));
    form.add("fields", web::date_entry(context, {"consider_by", words::consider_by, "",
                                                 words::consider_by_hint}));
    form.add("fields",
             web::date_entry(context, {"answer_by", words::answer_by, "", words::answer_by_hint}));
    form.add("fields", templates::select_field(
                           web::typed_field(context, {"wanted_meeting", words::wanted_meeting,
                                                      context.request.query_value("meeting"),
                                                      words::wanted_meeting_hint}),
                           wanted_choices(tx, context.today(tx))));
}

// Only after a first try: what the timetable brings anyway is said before a request is sent.
void add_all_the_same(const web::Context& context, templates::View& form) {
    const bool asked = context.error() && context.error()->field == "send_anyway";
    if (!asked && !context.form().has("send_anyway")) return;
    form.add("fields",
             templates::checkbox_field(web::typed_field(context, {"send_anyway", words::timetable}),
                                       words::send_anyway, context.form().has("send_anyway")));
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
    const auto text = workflows::text::joined(hints, " ");
    return Error{Code::conflict, words::in_the_timetable(text), "send_anyway"};
}

}  // namespace

Result<net::Response> show_new_request(const web::Context& context, db::ReadTx& tx) {
    web::BlockPage page(context, words::new_request);
    page.crumb(words::requests, web::href(routes::requests));
    page.paragraph(words::new_request_lead);
    auto& form =
        page.form(web::form_facts(context, web::href(routes::new_request), words::send_request));
    const auto own = base::own_boards(context.viewer);
    const auto today = context.today(tx);
    const auto only = own.size() == 1 ? *own.begin() : context.request.query_value("from");
    add_all_the_same(context, form);
    form.add("fields", templates::select_field(
                           web::typed_field(context, {"from_board", words::from_board, only}),
                           board_choices(tx, today, &own, words::select_board)));
    form.add("fields",
             templates::select_field(web::typed_field(context, {"to_board", words::to_board,
                                                                context.request.query_value("to")}),
                                     board_choices(tx, today, nullptr, words::select_board)));
    add_kind(context, form);
    form.add("fields", templates::text_field(web::typed_field(context, {"title", words::title})));
    form.add("fields", templates::textarea_field(web::typed_field(
                           context, {"details", words::details, "", words::no_names})));
    add_wishes(context, tx, form);
    page.layout().errors = web::error_links_of(context, form);
    return page.finish();
}

Result<web::Location> send_new_request(const web::Context& context, db::WriteTx& tx) {
    const auto& form = context.form();
    if (base::own_boards(context.viewer).count(form.get("from_board")) == 0)
        return workflows::invalid("from_board", words::from_board_missing);
    if (!form.get("to_board").empty() && !db::find_board(tx, form.get("to_board")))
        return workflows::invalid("to_board", words::to_board_missing);
    const auto kind = workflows::from_text<RequestKind>(form.get("kind"));
    if (!kind) return workflows::invalid("kind", words::kind_missing);
    auto request = read_request(form, *kind);
    const auto consider_by = web::read_date(form, "consider_by");
    if (!consider_by) return consider_by.error();
    const auto answer_by = web::read_date(form, "answer_by");
    if (!answer_by) return answer_by.error();
    request.consider_by = *consider_by;
    request.answer_by = *answer_by;
    if (auto ok = check_timetable(context, tx, request); !ok) return ok.error();
    const auto sent = send_request(context.app, web::acting(context, tx), tx, request,
                                   form.get("wanted_meeting"));
    if (!sent) return sent.error();
    return web::href(routes::request, sent->id) + "?done=sent";
}

}  // namespace server::requests
