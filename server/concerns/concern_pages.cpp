// One safeguarding concern: how it stands, its steps as forms, its thread.
#include <boost/json.hpp>

#include "db/boards.hpp"
#include "db/case_log.hpp"
#include "db/people.hpp"
#include "server/boards/board_facts.hpp"
#include "server/concerns/concern_commands.hpp"
#include "server/concerns/words.hpp"
#include "server/issues/handlers.hpp"
#include "server/web/form_parts.hpp"
#include "server/web/href.hpp"
#include "server/web/page.hpp"
#include "server/web/routes.hpp"
#include "server/web/step_forms.hpp"
#include "server/web/who_acts.hpp"
#include "workflows/text/words.hpp"

namespace server::concerns {
namespace {

using templates::TagColour;
using templates::View;
using workflows::ConcernEvent;
using workflows::ConcernState;

TagColour colour_of(ConcernState state, bool overdue) {
    if (overdue) return TagColour::red;
    if (state == ConcernState::closed) return TagColour::green;
    if (state == ConcernState::withdrawn) return TagColour::grey;
    return workflows::is_escalated(state) ? TagColour::orange : TagColour::blue;
}

std::string lead_of(const db::ConcernRow& row) {
    const auto& concern = row.concern;
    const auto move = workflows::whose_move(concern.state);
    if (!move) return words::nothing_to_do;
    const auto& board =
        *move == workflows::Side::asking ? concern.raising_board : concern.safeguarding_board;
    const auto next = concern_next_words(concern.state);
    return row.acknowledge_by ? words::with_until(board, next, *row.acknowledge_by)
                              : words::with(board, next);
}

void add_step(web::StepForms& forms, View& view, db::ReadTx& tx, const db::ConcernRow& row,
              ConcernEvent event, workflows::Day today) {
    const std::string name(workflows::to_text(event));
    View& form = forms.add(view, web::href(routes::concern_step, row.id, name), name,
                           workflows::button_label(event));
    form.add("fields", templates::hidden_field("version", std::to_string(row.version)));
    if (event == ConcernEvent::agree_partner) {
        std::vector<templates::Choice> partners{{.value = "", .label = words::select_partner}};
        for (const auto& person : partners_of(tx, row.concern.raising_board, today))
            partners.push_back({.value = person.key, .label = boards::post_words(person)});
        form.add("fields",
                 templates::select_field(
                     forms.field("partner", words::partner, row.concern.partner), partners));
    }
    const bool needed =
        workflows::comment_rule(row.concern.state, event) == workflows::CommentRule::required;
    const auto box = forms.field(
        "comment", std::string(workflows::comment_label(event)) + (needed ? "" : " (optional)"), "",
        words::neutral_words);
    form.add("fields", templates::textarea_field(box, 3));
    forms.done(form);
}

void add_rungs(View& view, ConcernState now) {
    view.list("rungs").flag("has_rungs", now != ConcernState::withdrawn);
    view.set("ladder_heading", words::route);
    for (const auto& state : workflows::names<ConcernState>) {
        if (state.value == ConcernState::withdrawn) continue;
        auto& rung = view.add("rungs");
        rung.set("text", workflows::text::capitalised(state.words)).set("words", "");
        rung.flag("current", state.value == now);
    }
}

void add_summary_of(View& view, db::ReadTx& tx, const db::ConcernRow& row) {
    view.set("facts_heading", words::record).list("summary");
    const auto add = [&](const std::string& label, const std::string& value) {
        if (!value.empty()) templates::add_summary(view, {.label = label, .value = value});
    };
    const auto board = [&](const std::string& code) {
        const auto found = db::find_board(tx, code);
        return found ? found->name : code;
    };
    add(words::reference, row.reference);
    add(words::about, row.concern.matter);
    add(words::raised_by, board(row.concern.raising_board));
    add(words::raised_on, workflows::long_date(row.concern.raised_on));
    const auto partner = db::find_person(tx, row.concern.partner);
    add(words::partner, partner ? boards::post_words(*partner) : "");
    add(words::safeguarding_board, board(row.concern.safeguarding_board));
    add(words::acknowledge_by, row.acknowledge_by ? workflows::long_date(*row.acknowledge_by) : "");
}

void add_thread(View& view, db::ReadTx& tx, const db::ConcernRow& row) {
    view.list("events");
    for (const auto& event : db::list_case_events(tx, db::CaseKind::concern, row.id)) {
        const auto step = workflows::from_text<ConcernEvent>(event.event);
        web::add_thread_line(
            view, {event.at,
                   step ? workflows::text::capitalised(workflows::to_words(*step)) : event.event,
                   event.actor_post, event.on_behalf, event.comment, ""});
    }
}

}  // namespace

Result<net::Response> show_concern(const web::Context& context, db::ReadTx& tx) {
    const auto row = db::load_concern(tx, context.param("concern"));
    if (!row) return row.error();
    const auto facts = concern_facts(web::acting(context, tx), tx, *row);
    const bool overdue = is_concern_overdue(*row, facts.today);
    View view;
    view.set("caption", words::concern).set("heading", row->reference);
    templates::set_tag(view, workflows::text::capitalised(workflows::to_words(row->concern.state)),
                       colour_of(row->concern.state, overdue));
    view.set("warning", overdue ? words::acknowledgement_overdue(*row->acknowledge_by) : "");
    view.set("lead", lead_of(*row)).list("notes").list("actions");
    add_rungs(view, row->concern.state);
    web::StepForms forms(context);
    for (const auto event : workflows::available_events(row->concern, facts))
        add_step(forms, view, tx, *row, event, facts.today);
    view.flag("has_actions", !view.find("actions")->rows.empty());
    view.set("kept_text", forms.orphaned_text("comment"));
    add_summary_of(view, tx, *row);
    add_thread(view, tx, *row);
    auto layout = web::layout_facts(context, words::concern_reference(row->reference));
    layout.breadcrumbs = {{words::safeguarding_concerns, web::href(routes::concerns)}};
    layout.errors = forms.errors();
    layout.alternates = {
        {"application/json", words::concern_as_data, web::href(routes::concern_json, row->id)}};
    return web::html_response(context, "pages/matter.html", layout, view);
}

Result<net::Response> show_concern_json(const web::Context& context, db::ReadTx& tx) {
    const auto row = db::load_concern(tx, context.param("concern"));
    if (!row) return row.error();
    const auto& concern = row->concern;
    boost::json::object out{
        {"id", row->id},
        {"reference", row->reference},
        {"raised_by", concern.raising_board},
        {"safeguarding_board", concern.safeguarding_board},
        {"about", concern.matter},
        {"raised_on", workflows::iso(concern.raised_on)},
        {"state", workflows::to_text(concern.state)},
        {"partner", concern.partner},
        {"acknowledge_by", row->acknowledge_by ? workflows::iso(*row->acknowledge_by) : ""},
        {"overdue", is_concern_overdue(*row, context.today(tx))}};
    auto& events = out["events"].emplace_array();
    for (const auto& event : db::list_case_events(tx, db::CaseKind::concern, row->id))
        events.push_back({{"number", event.number},
                          {"at", workflows::iso(event.at)},
                          {"actor", db::acting_person(event)},
                          {"on_behalf", event.on_behalf},
                          {"event", event.event},
                          {"from", event.from_state},
                          {"to", event.to_state},
                          {"comment", event.comment}});
    return web::json_response(boost::json::serialize(out));
}

Result<web::Location> act_on_concern(const web::Context& context, db::WriteTx& tx) {
    auto row = db::load_concern(tx, context.param("concern"));
    if (!row) return row.error();
    const auto& form = context.form();
    const auto event = workflows::from_text<ConcernEvent>(context.param("event"));
    if (!event || *event == ConcernEvent::raise) return workflows::not_found("");
    if (form.get("version") != std::to_string(row->version)) {
        return Error{workflows::Code::stale, words::page_is_stale, ""};
    }
    const auto id = row->id;
    const workflows::ConcernCommand command{*event, form.get("comment"), form.get("partner")};
    if (auto done =
            take_concern_step(context.app, web::acting(context, tx), tx, *std::move(row), command);
        !done)
        return done.error();
    return web::href(routes::concern, id) + "?done=saved";
}

}  // namespace server::concerns
