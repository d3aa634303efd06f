#include "server/planning/cadence_pages.hpp"

#include <charconv>

#include "db/boards.hpp"
#include "db/cadence.hpp"
#include "server/boards/board_facts.hpp"
#include "server/planning/cadence_commands.hpp"
#include "server/planning/cadence_queries.hpp"
#include "server/planning/words.hpp"
#include "server/web/href.hpp"
#include "server/web/page.hpp"
#include "server/web/routes.hpp"
#include "server/web/who_acts.hpp"

namespace server::planning {
namespace {

using templates::Cell;
using templates::CellKind;
using workflows::Action;
using workflows::CadenceCount;

Result<int> read_year(const web::Context& context, const db::ReadTx& tx) {
    const auto typed = context.request.query_value("year");
    if (typed.empty()) return workflows::year_of(context.today(tx));
    int year = 0;
    const auto* end = typed.data() + typed.size();
    const auto [stopped, failure] = std::from_chars(typed.data(), end, year);
    const bool number = failure == std::errc() && stopped == end;
    if (!number || year < workflows::year_min || year >= workflows::year_max)
        return workflows::invalid("year", words::enter_year);
    return year;
}

std::string year_href(const web::Address& page, int year) {
    return web::href(page) + "?year=" + std::to_string(year);
}

std::string count_words(const CadenceCount& count) {
    if (count.needed == 0 && count.held + count.planned + count.unrecorded == 0) return "–";

    const auto counts = count.unrecorded > 0 ? words::held_scheduled_unrecorded(
                                                   count.held, count.planned, count.unrecorded)
                                             : words::held_and_scheduled(count.held, count.planned);
    return count.needed > 0 ? words::of_needed(counts, count.needed) : counts;
}

// A word or two for the lamp; the sentences stand beside it.
struct Lamp {
    const char* words;
    templates::TagColour colour;
};
Lamp lamp_of(const workflows::CadenceStanding& standing) {
    const auto& open = standing.in_public;
    if (open.needed > 0 && open.missing() == open.needed)
        return {"No public meeting", templates::TagColour::red};
    if (standing.behind) return {"Behind schedule", templates::TagColour::red};
    if (!standing.lamps.empty()) return {"Needs attention", templates::TagColour::orange};
    return {"On track", templates::TagColour::green};
}

std::string lamp_words(const workflows::CadenceStanding& standing) {
    std::string words;
    for (const auto& lamp : standing.lamps)
        words += (words.empty() ? "" : ". ") + lamp;
    return words;
}

void add_table(const web::Context& context, web::BlockPage& page,
               const std::vector<BoardCadence>& boards, int year) {
    auto& table = page.table(words::meetings_in(year), {{.text = "Board"},
                                                        {.text = "Meetings"},
                                                        {.text = "In public"},
                                                        {.text = "Joint"},
                                                        {.text = "Status"},
                                                        {.text = "Reason"},
                                                        {.text = "Arrange"}});
    for (const auto& each : boards) {
        const bool serves =
            base::may(context.viewer, workflows::Action::edit_meeting, each.board.code);
        const auto& joint = each.standing.joint;
        const auto lamp = lamp_of(each.standing);
        templates::add_table_row(
            table,
            {Cell{each.board.name, boards::board_href(each.board), CellKind::row_head},
             Cell{count_words(each.standing.meetings)}, Cell{count_words(each.standing.in_public)},
             Cell{joint.needed == 0
                      ? "–"
                      : words::with_board(count_words(joint), each.cadence.joint_with)},
             Cell{lamp.words, "", CellKind::text, templates::tag_class(lamp.colour)},
             Cell{lamp_words(each.standing)},
             Cell{serves ? words::arrange_for(each.board.code) : "",
                  serves ? web::href(routes::series) + "?board=" + each.board.slug : ""}});
    }
}

Result<int> read_count(const web::Form& form, const std::string& name) {
    const auto text = form.get(name);
    int count = -1;
    const auto* end = text.data() + text.size();
    const auto [stopped, failure] = std::from_chars(text.data(), end, count);
    if (failure != std::errc() || stopped != end || count < 0 ||
        count > workflows::cadence_meetings_max)
        return workflows::invalid(name, words::number_up_to(workflows::cadence_meetings_max));
    return count;
}

Result<workflows::Cadence> read_cadence(const web::Form& form) {
    workflows::Cadence cadence;
    for (const auto& [name, count] : {std::pair{"meetings", &cadence.meetings},
                                      {"in_public", &cadence.in_public},
                                      {"joint", &cadence.joint}}) {
        const auto read = read_count(form, name);
        if (!read) return read.error();
        *count = *read;
    }
    return cadence;
}

void add_fields(const web::Context& context, db::ReadTx& tx, templates::View& form,
                const BoardCadence& stored) {
    const auto number = [&](const std::string& name, const std::string& label, int value,
                            const std::string& hint) {
        auto field = web::typed_field(context, {name, label, std::to_string(value), hint});
        field.mode = templates::InputMode::numeric;
        field.width = templates::FieldWidth::four;
        form.add("fields", templates::text_field(field));
    };
    const auto& cadence = stored.cadence;
    number("meetings", words::meetings_a_year, cadence.meetings, words::meetings_hint);
    number("in_public", words::in_public, cadence.in_public, words::in_public_hint);
    number("joint", words::joint, cadence.joint, "");
    std::vector<templates::Choice> boards{{.value = "", .label = "None"}};
    std::string with;
    for (const auto& other : db::list_boards(tx)) {
        if (other.code == stored.board.code) continue;
        boards.push_back({.value = other.slug, .label = other.name});
        if (other.code == cadence.joint_with) with = other.slug;
    }
    form.add(
        "fields",
        templates::select_field(
            web::typed_field(context, {"joint_with", "Joint meetings with", with, ""}), boards));
}

}  // namespace

Result<net::Response> show_cadence(const web::Context& context, db::ReadTx& tx) {
    const auto year = read_year(context, tx);
    if (!year) return year.error();
    web::BlockPage page(context, words::frequency_heading);
    page.crumb("Joint working", web::href(routes::between_boards));
    page.layout().wide = true;
    page.layout().alternates = {
        {"application/json", "Meeting frequency (JSON)", year_href(routes::cadence_json, *year)},
        {"text/csv", "Meeting frequency (CSV)", year_href(routes::cadence_csv, *year)}};
    const auto boards = board_cadences(tx, *year, context.today(tx));
    std::size_t lit = 0;
    for (const auto& each : boards)
        lit += each.standing.lamps.empty() ? 0 : 1;
    page.lead(words::on_track(boards.size() - lit, boards.size(), *year));
    page.paragraph(words::frequency_intro);
    add_table(context, page, boards, *year);
    page.list({{"Previous year", year_href(routes::cadence, *year - 1)},
               {"Next year", year_href(routes::cadence, *year + 1)},
               {words::frequency_json, year_href(routes::cadence_json, *year)},
               {words::frequency_csv, year_href(routes::cadence_csv, *year)}});
    return page.finish();
}

Result<net::Response> show_cadence_json(const web::Context& context, db::ReadTx& tx) {
    const auto year = read_year(context, tx);
    if (!year) return year.error();
    return web::json_response(cadences_json(board_cadences(tx, *year, context.today(tx)), *year));
}

Result<net::Response> show_cadence_csv(const web::Context& context, db::ReadTx& tx) {
    const auto year = read_year(context, tx);
    if (!year) return year.error();
    return web::text_response(cadences_csv(board_cadences(tx, *year, context.today(tx))),
                              "text/csv; charset=utf-8");
}

Result<net::Response> show_board_cadence(const web::Context& context, db::ReadTx& tx) {
    const auto board = db::find_board_by_slug(tx, context.param("board"));
    if (!board) return workflows::not_found(words::no_such_board);
    const auto today = context.today(tx);
    const auto stored = board_cadence(tx, *board, workflows::year_of(today), today);
    web::BlockPage page(context, words::board_frequency);
    page.caption(board->name);
    page.crumb("Boards", web::href(routes::boards)).crumb(board->name, boards::board_href(*board));
    page.paragraph(stored.chosen ? words::numbers_set : words::numbers_from_register);
    auto facts = web::form_facts(context, web::href(routes::board_cadence, board->slug), "Save");
    facts.cancel_href = boards::board_href(*board);
    add_fields(context, tx, page.form(facts), stored);
    return page.finish();
}

Result<web::Location> save_board_cadence(const web::Context& context, db::WriteTx& tx) {
    const auto board = db::find_board_by_slug(tx, context.param("board"));
    if (!board) return workflows::not_found(words::no_such_board);
    const auto cadence = read_cadence(context.form());
    if (!cadence) return cadence.error();
    const SetCadence command{board->code, *cadence, context.form().get("joint_with")};
    if (auto saved = set_cadence(web::acting(context, tx), tx, command); !saved)
        return saved.error();
    return boards::board_href(*board) + "?done=saved";
}

void add_lamps(const web::Context& context, db::ReadTx& tx, const workflows::Board& board,
               templates::View& view) {
    view.list("lamps").set("cadence_href", "").no_section("lamp");
    const bool sees = workflows::allowed(Action::read_clashes, context.relations);
    const auto today = context.today(tx);
    if (sees && board.is_active(today)) {
        const auto standing = board_cadence(tx, board, workflows::year_of(today), today).standing;
        for (const auto& words : standing.lamps)
            view.add("lamps").set("text", words);
        const auto lamp = lamp_of(standing);
        templates::set_tag(view.section("lamp"), lamp.words, lamp.colour);
        view.set("cadence_href", web::href(routes::cadence));
    }
    view.flag("has_lamps", !view.find("lamps")->rows.empty());
}

}  // namespace server::planning
