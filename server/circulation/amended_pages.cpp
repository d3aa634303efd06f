// A new version, and what follows for boards that spoke to an earlier one: to another meeting,
// written assent, or information only; each by the owner's choice (protocol 7.3).
#include <algorithm>

#include "server/circulation/circulation_commands.hpp"
#include "server/circulation/circulation_forms.hpp"
#include "server/circulation/circulation_queries.hpp"
#include "server/circulation/handlers.hpp"
#include "server/circulation/review_commands.hpp"
#include "server/circulation/stop_commands.hpp"
#include "server/circulation/version_files.hpp"
#include "server/circulation/words.hpp"
#include "server/web/date_entry.hpp"
#include "server/web/form_parts.hpp"
#include "server/web/href.hpp"
#include "server/web/page.hpp"
#include "server/web/routes.hpp"
#include "server/web/who_acts.hpp"
#include "workflows/agenda/agenda.hpp"
#include "workflows/text/utf8.hpp"
#include "workflows/text/words.hpp"

namespace server::circulation {
namespace {

using workflows::StopEvent;

constexpr std::string_view meeting_prefix = "meeting:";

std::vector<templates::Choice> ways_on(const BoardsAhead& ahead, const db::StopRow& stop) {
    std::vector<templates::Choice> ways{{.value = "", .label = words::decide_later}};
    for (const auto& meeting : other_meetings(ahead, stop.board, "").choices)
        ways.push_back({.value = std::string(meeting_prefix) + meeting.value,
                        .label = words::take_again_on(meeting.label)});
    ways.push_back({.value = "ask_assent", .label = words::ask_chair});
    ways.push_back({.value = "inform", .label = words::tell_board});
    return ways;
}

std::string said_words(const CirculationStatus& status, const db::StopRow& stop) {
    std::string words;
    for (const auto& answer : status.answers) {
        if (answer.stop == stop.id && answer.standing)
            words = answer.version_label + ", " + answer.day.words() + ": " +
                    std::string(workflows::to_words(answer.outcome));
    }
    return words;
}

void add_form(const web::Context& context, web::BlockPage& page, const CirculationStatus& status) {
    auto& form = page.form(web::form_facts(context, context.request.path, words::send_selected));
    for (const auto& row : status.rows) {
        if (!workflows::is_stale(row.state)) continue;
        form.add("fields",
                 templates::hidden_field("version-" + row.id, std::to_string(row.version)));
        form.add("fields",
                 templates::select_field(web::typed_field(context, {"way-" + row.id, row.board_name,
                                                                    "", said_words(status, row)}),
                                         ways_on(*status.ahead, row)));
    }
    form.add("fields", web::date_entry(context, {"closing", words::assent_deadline, "",
                                                 words::assent_deadline_hint}));
    form.add("fields", templates::textarea_field(
                           web::typed_field(context, {"comment", words::emails_text_optional}), 3));
    page.layout().errors = web::error_links_of(context, form);
}

Result<StopMove> move_of(const std::string& way, const std::string& comment,
                         std::optional<workflows::Day> closing) {
    if (way.starts_with(meeting_prefix))
        return StopMove{
            {StopEvent::recirculate, comment}, "", way.substr(meeting_prefix.size()), std::nullopt};
    if (way == "ask_assent") return StopMove{{StopEvent::ask_assent, comment}, "", "", closing};
    if (way == "inform") return StopMove{{StopEvent::inform, comment}, "", "", std::nullopt};
    return workflows::invalid("", words::way_unknown);
}

// A refusal names the field of its board.
Error at_board(Error error, const db::StopRow& stop) {
    if (error.field != "meeting") return error;
    return {error.code, stop.board_name + ": " + error.message, "way-" + stop.id};
}

Error changed_meanwhile() {
    return {workflows::Code::stale, words::other_stop_is_stale, ""};
}

Result<std::string> text_of(const web::Form& form, const std::string& field,
                            const std::string& missing, std::size_t characters_max) {
    auto text = form.get(field);
    if (workflows::text::is_blank(text)) return workflows::invalid(field, missing);
    if (workflows::text::characters(text) > characters_max)
        return workflows::invalid(field, words::too_long(characters_max));
    return text;
}

}  // namespace

Result<net::Response> show_amended(const web::Context& context, db::ReadTx& tx) {
    const auto row = db::load_circulation(tx, context.param("circulation"));
    if (!row) return row.error();
    const auto status = circulation_status(context.app, tx, *row);
    web::BlockPage page(context, words::earlier_version);
    page.caption(row->document);
    page.crumb(words::circulations, web::href(routes::circulations))
        .crumb(row->document, web::href(routes::circulation, row->id));
    if (status.waiting_for_owner() == 0) {
        page.paragraph(words::nobody_waiting);
        page.link(words::back, web::href(routes::circulation, row->id));
        return page.finish();
    }
    page.lead(words::changed_materially(row->version_label));
    page.paragraph(words::go_on_lead);
    if (!status.projection.words.empty()) page.inset(status.projection.words);
    add_form(context, page, status);
    return page.finish();
}

Result<web::Location> choose_for_amended(const web::Context& context, db::WriteTx& tx) {
    const auto row = db::load_circulation(tx, context.param("circulation"));
    if (!row) return row.error();
    const auto& form = context.form();
    const auto closing = web::read_date(form, "closing");
    if (!closing) return closing.error();
    int chosen = 0;
    for (auto& stop : db::list_stops(tx, row->id)) {
        const auto way = form.get("way-" + stop.id);
        if (way.empty()) continue;
        if (form.get("version-" + stop.id) != std::to_string(stop.version))
            return changed_meanwhile();
        const auto move = move_of(way, form.get("comment"), *closing);
        if (!move) return move.error();
        const auto at = stop;
        if (auto done = take_stop_step(context.app, web::acting(context, tx), tx, *row,
                                       std::move(stop), *move);
            !done)
            return at_board(done.error(), at);
        ++chosen;
    }
    if (chosen == 0) return workflows::invalid("", words::go_on_missing);
    return web::href(routes::circulation, row->id) + "?done=saved";
}

namespace {

Result<web::Location> new_version(const web::Context& context, db::WriteTx& tx,
                                  const workflows::VersionFile& file) {
    auto row = db::load_circulation(tx, context.param("circulation"));
    if (!row) return row.error();
    const auto& form = context.form();
    const auto label =
        text_of(form, "version_label", words::new_version_missing, workflows::title_characters_max);
    if (!label) return label.error();
    const auto changed =
        text_of(form, "changed", words::changes_missing, workflows::comment_characters_max);
    if (!changed) return changed.error();
    const auto material = form.get("material");
    if (material != "yes" && material != "no")
        return workflows::invalid("material", words::material_missing);
    // What the form showed decides: an older number is stale.
    if (form.get("version") != std::to_string(row->version)) row->version = 0;
    workflows::DocumentVersion version;
    version.label = *label;
    version.changed = *changed;
    version.material = material == "yes";
    version.file = file;
    if (auto done = record_version(context.app, web::acting(context, tx), tx, *row, version); !done)
        return done.error();
    const auto status = circulation_status(context.app, tx, *row);
    const auto& next =
        status.waiting_for_owner() == 0 ? routes::circulation : routes::circulation_amended;
    return web::href(next, row->id) + "?done=saved";
}

}  // namespace

Result<web::Step> set_circulation_version(const web::Context& context) {
    return with_document(context, new_version);
}

Result<web::Location> set_circulation_review(const web::Context& context, db::WriteTx& tx) {
    const auto row = db::load_circulation(tx, context.param("circulation"));
    if (!row) return row.error();
    const auto day = web::read_date(context.form(), "review_by");
    if (!day) return day.error();
    const auto typed = context.form().get("version");
    const auto review = db::find_circulation_review(tx, row->id);
    const int version = review ? review->version : 0;
    if (typed != std::to_string(version)) return changed_meanwhile();
    if (auto done = set_review_day(context.app, tx, *row, *day, version); !done)
        return done.error();
    return web::href(routes::circulation, row->id) + "?done=saved";
}

}  // namespace server::circulation
