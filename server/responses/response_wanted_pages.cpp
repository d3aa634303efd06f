// "Responses wanted": the recommendations of one report and the boards that are to respond, and the
// form that adds one. Without a report: the reports to choose from.
#include <algorithm>
#include <charconv>
#include <map>

#include "db/boards.hpp"
#include "server/responses/response_commands.hpp"
#include "server/responses/response_handlers.hpp"
#include "server/responses/response_parts.hpp"
#include "server/responses/response_sources.hpp"
#include "server/web/date_entry.hpp"
#include "server/web/form_parts.hpp"
#include "server/web/href.hpp"
#include "server/web/page.hpp"
#include "server/web/routes.hpp"
#include "workflows/text/words.hpp"

namespace server::responses {
namespace {

using templates::Choice;
using workflows::ResponseState;

/// Recommendations of one report.
constexpr int recommendation_number_max = 99;

std::string source_name(const web::Context& context) {
    const auto& form = context.form();
    return form.has("source") ? form.get("source") : context.request.query_value("source");
}

// The source that the address or the form names, when the viewer may name responses in it.
std::optional<SourceFacts> asked_source(const web::Context& context, db::ReadTx& tx) {
    auto source = find_source(tx, source_name(context));
    if (!source || source->askers_of(context.viewer).empty()) return std::nullopt;
    return source;
}

Error no_such_source() {
    return workflows::not_found("There is no such report, or none of your boards makes it.");
}

std::string address_of(const SourceFacts& source) {
    return web::href(routes::new_response) + "?source=" + source.name();
}

std::vector<Choice> asker_choices(db::ReadTx& tx, const std::vector<std::string>& boards) {
    std::vector<Choice> choices;
    for (const auto& code : boards) {
        const auto board = db::find_board(tx, code);
        choices.push_back({.value = code, .label = board ? board->name : code});
    }
    return choices;
}

// Groups first: one choice for the boards that the timetable names together.
std::vector<Choice> owing_choices(const web::Context& context, db::ReadTx& tx) {
    std::vector<Choice> choices{{.value = "", .label = "Choose a board"}};
    std::map<std::string, std::string> groups;
    for (const auto& member : db::list_groups(tx))
        groups[member.group];
    for (const auto& [group, unused] : groups) {
        std::string boards;
        for (const auto& board : boards_meant(tx, group, context.today(tx)))
            boards += (boards.empty() ? "" : ", ") + board;
        choices.push_back({.value = group, .label = group + ": " + boards});
    }
    for (const auto& board : db::list_boards(tx)) {
        const bool gone =
            !board.succeeded_by.empty() && board.succeeded_on <= workflows::iso(context.today(tx));
        if (!gone) choices.push_back({.value = board.code, .label = board.name});
    }
    return choices;
}

std::vector<Choice> required_choices() {
    std::vector<Choice> choices;
    for (const auto& name : workflows::names<workflows::ResponseWanted>)
        choices.push_back(
            {.value = std::string(name.text), .label = workflows::text::capitalised(name.words)});
    return choices;
}

void add_wanted_table(web::BlockPage& page, const std::vector<db::ResponseRow>& rows) {
    auto& table = page.table("Recommendations", {{.text = "Recommendation"},
                                                 {.text = "From and to"},
                                                 {.text = "Response required"},
                                                 {.text = "By"},
                                                 {.text = "State"}});
    for (const auto& row : rows) {
        const auto& r = row.response;
        templates::add_table_row(
            table, {{.text = std::to_string(r.number) + ". " + short_recommendation(row) + " (" +
                             r.owing_board + ")",
                     .href = web::href(routes::response, row.id),
                     .kind = templates::CellKind::row_head},
                    {.text = r.asking_board + " to " + r.owing_board},
                    {.text = workflows::text::capitalised(workflows::to_words(r.required))},
                    {.text = r.due ? workflows::weekday_date(*r.due) : "No day"},
                    {.text = workflows::text::capitalised(workflows::to_words(r.state)),
                     .tag = templates::tag_class(response_colour(r.state))}});
    }
}

void add_delivery(const web::Context& context, web::BlockPage& page, const SourceFacts& source) {
    page.paragraph(
        "The boards know nothing of this yet. It falls due when the paper is delivered: when the "
        "agenda with it goes out to a board that is to respond, or when you say so here.");
    auto& form = page.form(web::form_facts(context, web::href(routes::responses_deliver),
                                           "Say that the paper was delivered"));
    form.add("fields", templates::hidden_field("source", source.name()));
}

void add_form(const web::Context& context, db::ReadTx& tx, web::BlockPage& page,
              const SourceFacts& source) {
    page.heading("Add a recommendation");
    auto& form =
        page.form(web::form_facts(context, web::href(routes::new_response), "Add recommendation"));
    form.add("fields", templates::hidden_field("source", source.name()));
    const auto askers = source.askers_of(context.viewer);
    if (askers.size() == 1)
        form.add("fields", templates::hidden_field("asking_board", askers.front()));
    else
        form.add("fields", templates::select_field(
                               web::typed_field(context, {"asking_board", "Board that recommends"}),
                               asker_choices(tx, askers)));
    auto number =
        web::typed_field(context, {"number", "Number of the recommendation (optional)", "",
                                   "Leave empty for the next one. Give the same number again "
                                   "for another board."});
    number.mode = templates::InputMode::numeric;
    number.width = templates::FieldWidth::two;
    form.add("fields", templates::text_field(number));
    form.add("fields",
             templates::textarea_field(web::typed_field(
                 context, {"recommendation", "Recommendation", "",
                           "Name no child or adult at risk: give a reference number instead."})));
    form.add("fields", templates::select_field(
                           web::typed_field(context, {"owing_board", "Board that is to respond"}),
                           owing_choices(context, tx)));
    form.add("fields",
             templates::radios_field(web::typed_field(context, {"required", "Response required"}),
                                     required_choices()));
    form.add("fields", web::date_entry(context, {"due", "By", "",
                                                 "Needed unless the board has only to note it, or "
                                                 "nothing is required"}));
    page.layout().errors = web::error_links_of(context, form);
}

Result<net::Response> choose_source(const web::Context& context, db::ReadTx& tx) {
    web::BlockPage page(context, "Name a response");
    page.crumb("Between the boards", web::href(routes::between_boards))
        .crumb("Responses", web::href(routes::responses));
    page.paragraph("First choose the report on an agenda of your boards in which it stands.");
    const auto sources = sources_of(tx, context.viewer, context.today(tx));
    if (sources.empty()) {
        page.inset(
            "There are no items on the agendas of your boards. Add the report to an "
            "agenda, then come back.");
        return page.finish();
    }
    auto& table = page.table("Reports", {{.text = "Item"}, {.text = "Meeting"}});
    for (const auto& source : sources)
        templates::add_table_row(table, {{.text = source.title,
                                          .href = address_of(source),
                                          .kind = templates::CellKind::row_head},
                                         {.text = source.where}});
    return page.finish();
}

// 0: the next one of its source.
Result<int> read_number(const std::string& text) {
    if (workflows::text::is_blank(text)) return 0;
    int number = 0;
    const auto end = text.data() + text.size();
    const auto [stop, failed] = std::from_chars(text.data(), end, number);
    const bool good = failed == std::errc{} && stop == end && number >= 1;
    if (!good || number > recommendation_number_max)
        return workflows::invalid("number", "Enter a whole number from 1 to " +
                                                std::to_string(recommendation_number_max) + ".");
    return number;
}

Result<NewResponse> read_wish(const web::Context& context, const SourceFacts& source) {
    const auto& form = context.form();
    const auto askers = source.askers_of(context.viewer);
    NewResponse wish{source.kind, source.id, source.title, source.visibility, {}, {}};
    auto& response = wish.response;
    response.asking_board = form.get("asking_board");
    if (std::find(askers.begin(), askers.end(), response.asking_board) == askers.end())
        return workflows::invalid("asking_board", "Choose one of your boards.");
    const auto number = read_number(form.get("number"));
    if (!number) return number.error();
    response.number = *number;
    response.recommendation = form.get("recommendation");
    const auto required = workflows::from_text<workflows::ResponseWanted>(form.get("required"));
    if (!required) return workflows::invalid("required", "Choose what response is required.");
    response.required = *required;
    const auto due = web::read_date(form, "due");
    if (!due) return due.error();
    response.due = *due;
    return wish;
}

bool is_named(const db::ResponseRow& row) {
    return row.response.state == ResponseState::named;
}

}  // namespace

Result<net::Response> show_responses_wanted(const web::Context& context, db::ReadTx& tx) {
    if (source_name(context).empty()) return choose_source(context, tx);
    const auto source = asked_source(context, tx);
    if (!source) return no_such_source();
    web::BlockPage page(context, "Responses wanted");
    page.crumb("Between the boards", web::href(routes::between_boards))
        .crumb("Responses", web::href(routes::responses));
    page.caption(source->where).lead(source->title);
    auto rows = db::list_responses_of(tx, source->kind, source->id);
    const auto askers = source->askers_of(context.viewer);
    std::erase_if(rows, [&](const auto& row) {
        return std::find(askers.begin(), askers.end(), row.response.asking_board) == askers.end();
    });
    if (rows.empty()) page.paragraph("No board is asked to respond to this yet.");
    if (!rows.empty()) add_wanted_table(page, rows);
    if (std::any_of(rows.begin(), rows.end(), is_named)) add_delivery(context, page, *source);
    add_form(context, tx, page, *source);
    return page.finish();
}

Result<web::Location> add_response_wanted(const web::Context& context, db::WriteTx& tx) {
    const auto source = asked_source(context, tx);
    if (!source) return no_such_source();
    auto wish = read_wish(context, *source);
    if (!wish) return wish.error();
    auto boards = boards_meant(tx, context.form().get("owing_board"), context.today(tx));
    // A group to which the asking board belongs means the others.
    if (boards.size() > 1) std::erase(boards, wish->response.asking_board);
    if (boards.empty())
        return workflows::invalid("owing_board", "Choose the board that is to respond.");
    if (wish->response.number == 0)
        wish->response.number = db::next_recommendation(tx, source->kind, source->id);
    for (const auto& board : boards) {
        wish->response.owing_board = board;
        const auto actor = response_actor(context.viewer, wish->response, "");
        const auto named = raise_response(context.app, tx, actor, *wish);
        if (!named) return named.error();
    }
    return address_of(*source) + "&done=added";
}

Result<web::Location> deliver_responses(const web::Context& context, db::WriteTx& tx) {
    const auto source = asked_source(context, tx);
    if (!source) return no_such_source();
    // What another board still writes in the same report is that board's to send.
    const auto askers = source->askers_of(context.viewer);
    if (deliver_responses_of(context.app, tx, source->kind, source->id, "", askers) == 0)
        return workflows::refused("Everything that was named here has been delivered already.");
    return address_of(*source) + "&done=told";
}

}  // namespace server::responses
