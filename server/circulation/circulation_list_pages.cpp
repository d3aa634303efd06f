// Documents that go round the boards: the list, and the forms that begin and extend one.
#include <algorithm>

#include "db/boards.hpp"
#include "server/circulation/circulation_commands.hpp"
#include "server/circulation/circulation_forms.hpp"
#include "server/circulation/circulation_queries.hpp"
#include "server/circulation/document_commands.hpp"
#include "server/circulation/handlers.hpp"
#include "server/circulation/stop_commands.hpp"
#include "server/circulation/version_files.hpp"
#include "server/circulation/words.hpp"
#include "server/web/date_entry.hpp"
#include "server/web/form_parts.hpp"
#include "server/web/href.hpp"
#include "server/web/page.hpp"
#include "server/web/present_boards.hpp"
#include "server/web/routes.hpp"
#include "server/web/who_acts.hpp"
#include "workflows/agenda/agenda.hpp"
#include "workflows/text/utf8.hpp"
#include "workflows/text/words.hpp"

namespace server::circulation {
namespace {

using workflows::Code;

bool sits_on(const base::Viewer& viewer, const std::string& board) {
    return std::any_of(viewer.seats.begin(), viewer.seats.end(),
                       [&](const auto& seat) { return seat.board == board; });
}

// Whose stop was withdrawn is not concerned any more; as db::boards_of_stops() has it.
bool concerns(const base::Viewer& viewer, const db::StopRow& stop) {
    return stop.state != workflows::StopState::withdrawn && sits_on(viewer, stop.board);
}

std::vector<db::CirculationRow> visible(const base::Viewer& viewer, db::ReadTx& tx) {
    auto rows = db::list_circulations(tx);
    const auto stops = db::stops_by_circulation(tx, rows);
    std::erase_if(rows, [&](const auto& row) {
        if (sits_on(viewer, row.owner)) return false;
        const auto own = stops.find(row.id);
        return own == stops.end() || std::ranges::none_of(own->second, [&](const auto& stop) {
                   return concerns(viewer, stop);
               });
    });
    return rows;
}

std::vector<templates::Choice> owner_choices(const web::Context& context, db::ReadTx& tx) {
    const auto today = context.today(tx);
    std::vector<templates::Choice> choices{{.value = "", .label = words::select_board}};
    for (const auto& board : db::list_boards(tx)) {
        if (board.is_active(today) &&
            base::may(context.viewer, workflows::Action::edit_circulation, board.code))
            choices.push_back({.value = board.code, .label = board.name});
    }
    return choices;
}

Result<std::string> short_text(const web::Form& form, const std::string& field,
                               const std::string& missing) {
    auto text = form.get(field);
    if (workflows::text::is_blank(text)) return workflows::invalid(field, missing);
    if (workflows::text::characters(text) > workflows::title_characters_max)
        return workflows::invalid(field, words::title_too_long);
    return text;
}

}  // namespace

Result<net::Response> show_circulations(const web::Context& context, db::ReadTx& tx) {
    web::BlockPage page(context, words::documents_in_circulation);
    page.layout().alternates.push_back(
        {"application/json", words::circulations_json, web::href(routes::circulations_json)});
    if (workflows::allowed(workflows::Action::make_circulation, context.relations))
        page.button(words::circulate, web::href(routes::new_circulation));
    const auto rows = visible(context.viewer, tx);
    if (rows.empty()) {
        page.paragraph(words::none_in_circulation);
        return page.finish();
    }
    auto& table = page.table(words::circulations, {{.text = words::document},
                                                   {.text = words::version},
                                                   {.text = words::owner},
                                                   {.text = words::where_it_is},
                                                   {.text = words::finish}});
    for (const auto& status : circulation_statuses(context.app, tx, rows)) {
        const auto& row = status.circulation;
        templates::add_table_row(table, {{.text = row.document,
                                          .href = web::href(routes::circulation, row.id),
                                          .kind = templates::CellKind::row_head},
                                         {.text = row.version_label},
                                         {.text = row.owner},
                                         {.text = status.summary.words},
                                         {.text = status.projection.words}});
    }
    return page.finish();
}

Result<net::Response> show_circulations_json(const web::Context& context, db::ReadTx& tx) {
    std::vector<CirculationStatus> all;
    for (auto& status : circulation_statuses(context.app, tx, visible(context.viewer, tx)))
        all.push_back(as_read_by(context.viewer, std::move(status)));
    return web::json_response(circulations_json(all));
}

Result<net::Response> show_circulation_json(const web::Context& context, db::ReadTx& tx) {
    const auto row = db::load_circulation(tx, context.param("circulation"));
    if (!row) return row.error();
    return web::json_response(
        circulation_json(circulation_status_for(context.viewer, context.app, tx, *row)));
}

Result<net::Response> show_new_circulation(const web::Context& context, db::ReadTx& tx) {
    web::BlockPage page(context, words::circulate);
    page.crumb(words::circulations, web::href(routes::circulations));
    page.paragraph(words::new_lead);
    auto facts =
        web::form_facts(context, web::href(routes::new_circulation), words::continue_button);
    facts.body = templates::FormBody::upload;
    auto& form = page.form(facts);
    form.add("fields",
             templates::select_field(web::typed_field(context, {"owner", words::owning_board}),
                                     owner_choices(context, tx)));
    form.add("fields",
             templates::text_field(web::typed_field(context, {"document", words::document})));
    form.add("fields", templates::text_field(web::typed_field(
                           context, {"version_label", words::version, "", words::version_hint})));
    form.add("fields", templates::text_field(web::typed_field(
                           context, {"purpose", words::purpose, "", words::purpose_hint})));
    auto paper =
        web::typed_field(context, {"paper", words::pdf_optional, "", document_hint(context)});
    if (context.error() && paper.error.empty()) paper.hint = choose_again;
    form.add("fields", templates::file_field(paper, ".pdf,application/pdf"));
    page.layout().errors = web::error_links_of(context, form);
    return page.finish();
}

namespace {

Result<web::Location> begin_from_form(const web::Context& context, db::WriteTx& tx,
                                      const workflows::VersionFile& file) {
    const auto& form = context.form();
    db::CirculationRow row;
    row.owner = form.get("owner");
    if (!base::may(context.viewer, workflows::Action::edit_circulation, row.owner))
        return workflows::invalid("owner", words::board_missing);
    const auto document = short_text(form, "document", words::title_missing);
    if (!document) return document.error();
    const auto label = short_text(form, "version_label", words::version_missing);
    if (!label) return label.error();
    const auto purpose = short_text(form, "purpose", words::purpose_missing);
    if (!purpose) return purpose.error();
    row.document = *document;
    row.version_label = *label;
    row.purpose = *purpose;
    const auto begun = begin_circulation(web::acting(context, tx), tx, BeginCirculation{row, file});
    if (!begun) return begun.error();
    return web::href(routes::circulation, *begun) + "?done=saved";
}

}  // namespace

Result<web::Step> make_circulation(const web::Context& context) {
    return with_document(context, begin_from_form);
}

Result<web::Location> add_circulation_stop(const web::Context& context, db::WriteTx& tx) {
    const auto row = db::load_circulation(tx, context.param("circulation"));
    if (!row) return row.error();
    const auto stop = add_stop(web::acting(context, tx), tx, *row, context.form().get("meeting"));
    if (!stop) return stop.error();
    return web::href(routes::circulation, row->id) + "?done=added";
}

Result<web::Location> act_on_stop(const web::Context& context, db::WriteTx& tx) {
    auto stop = db::load_stop(tx, context.param("stop"));
    if (!stop) return stop.error();
    const auto row = db::load_circulation(tx, stop->circulation);
    if (!row) return row.error();
    const auto& form = context.form();
    if (form.get("version") != std::to_string(stop->version)) {
        return Error{Code::stale, words::stop_is_stale, ""};
    }
    const bool outcome = context.param("event") == "outcome";
    const auto event = workflows::from_text<workflows::StopEvent>(outcome ? form.get("outcome")
                                                                          : context.param("event"));
    if (!event && outcome) return workflows::invalid("outcome", words::outcome_missing);
    if (!event || workflows::is_own_step(*event)) return workflows::not_found("");
    const auto closing = web::read_date(form, "closing");
    if (!closing) return closing.error();
    const StopMove move{{*event, form.get("comment")},
                        form.get("version_label"),
                        form.get("meeting"),
                        *closing,
                        form.get("another_way") == "yes"};
    if (auto done =
            take_stop_step(context.app, web::acting(context, tx), tx, *row, *std::move(stop), move);
        !done)
        return done.error();
    const bool issued = *event == workflows::StopEvent::issue;
    return web::href(routes::circulation, row->id) + (issued    ? "?done=issued"
                                                      : outcome ? "?done=recorded"
                                                                : "?done=saved");
}

}  // namespace server::circulation
