// "Responses wanted": the recommendations of one report and the boards that are to respond, and the
// form that adds one. Without a report: the reports to choose from.
#include <algorithm>
#include <charconv>
#include <map>

#include "db/boards.hpp"
#include "server/responses/handlers.hpp"
#include "server/responses/response_commands.hpp"
#include "server/responses/response_parts.hpp"
#include "server/responses/response_sources.hpp"
#include "server/responses/words.hpp"
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
    return workflows::not_found(words::no_such_source);
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
    std::vector<Choice> choices{{.value = "", .label = words::select_board}};
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
        if (board.is_active(context.today(tx)))
            choices.push_back({.value = board.code, .label = board.name});
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
    auto& table = page.table(words::recommendations, {{.text = words::recommendation},
                                                      {.text = words::from_to},
                                                      {.text = words::response_needed},
                                                      {.text = words::due},
                                                      {.text = words::status}});
    for (const auto& row : rows) {
        const auto& r = row.response;
        templates::add_table_row(
            table, {{.text = std::to_string(r.number) + ". " + short_recommendation(row) + " (" +
                             r.owing_board + ")",
                     .href = web::href(routes::response, row.id),
                     .kind = templates::CellKind::row_head},
                    {.text = r.asking_board + " to " + r.owing_board},
                    {.text = workflows::text::capitalised(workflows::to_words(r.required))},
                    {.text = r.due ? workflows::weekday_date(*r.due) : words::no_date},
                    {.text = workflows::text::capitalised(workflows::to_words(r.state)),
                     .tag = templates::tag_class(response_colour(r.state))}});
    }
}

void add_delivery(const web::Context& context, web::BlockPage& page, const SourceFacts& source) {
    page.paragraph(words::not_told_yet);
    auto& form = page.form(
        web::form_facts(context, web::href(routes::responses_deliver), words::mark_delivered));
    form.add("fields", templates::hidden_field("source", source.name()));
}

void add_form(const web::Context& context, db::ReadTx& tx, web::BlockPage& page,
              const SourceFacts& source) {
    page.heading(words::add_a_recommendation);
    auto& form = page.form(
        web::form_facts(context, web::href(routes::new_response), words::add_recommendation));
    form.add("fields", templates::hidden_field("source", source.name()));
    const auto askers = source.askers_of(context.viewer);
    if (askers.size() == 1)
        form.add("fields", templates::hidden_field("asking_board", askers.front()));
    else
        form.add("fields",
                 templates::select_field(
                     web::typed_field(context, {"asking_board", words::recommending_board}),
                     asker_choices(tx, askers)));
    auto number = web::typed_field(context, {"number", words::number, "", words::number_hint});
    number.mode = templates::InputMode::numeric;
    number.width = templates::FieldWidth::two;
    form.add("fields", templates::text_field(number));
    form.add("fields",
             templates::textarea_field(web::typed_field(
                 context, {"recommendation", words::recommendation, "", words::no_names})));
    form.add("fields",
             templates::select_field(web::typed_field(context, {"owing_board", words::owing_board}),
                                     owing_choices(context, tx)));
    form.add("fields", templates::radios_field(
                           web::typed_field(context, {"required", words::response_needed}),
                           required_choices()));
    form.add("fields", web::date_entry(context, {"due", words::due, "", words::due_hint}));
    page.layout().errors = web::error_links_of(context, form);
}

Result<net::Response> choose_source(const web::Context& context, db::ReadTx& tx) {
    web::BlockPage page(context, words::request_a_response);
    page.crumb(words::joint_working, web::href(routes::between_boards))
        .crumb(words::responses, web::href(routes::responses));
    page.paragraph(words::select_report);
    const auto sources = sources_of(tx, context.viewer, context.today(tx));
    if (sources.empty()) {
        page.inset(words::no_items);
        return page.finish();
    }
    auto& table = page.table(words::reports, {{.text = words::item}, {.text = words::meeting}});
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
        return workflows::invalid("number", words::number_out_of_range(recommendation_number_max));
    return number;
}

Result<NewResponse> read_wish(const web::Context& context, const SourceFacts& source) {
    const auto& form = context.form();
    const auto askers = source.askers_of(context.viewer);
    NewResponse wish{source.kind, source.id, source.title, source.visibility, {}, {}};
    auto& response = wish.response;
    response.asking_board = form.get("asking_board");
    if (std::find(askers.begin(), askers.end(), response.asking_board) == askers.end())
        return workflows::invalid("asking_board", words::own_board_missing);
    const auto number = read_number(form.get("number"));
    if (!number) return number.error();
    response.number = *number;
    response.recommendation = form.get("recommendation");
    const auto required = workflows::from_text<workflows::ResponseWanted>(form.get("required"));
    if (!required) return workflows::invalid("required", words::required_missing);
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
    web::BlockPage page(context, words::responses_requested);
    page.crumb(words::joint_working, web::href(routes::between_boards))
        .crumb(words::responses, web::href(routes::responses));
    page.caption(source->where).lead(source->title);
    auto rows = db::list_responses_of(tx, source->kind, source->id);
    const auto askers = source->askers_of(context.viewer);
    std::erase_if(rows, [&](const auto& row) {
        return std::find(askers.begin(), askers.end(), row.response.asking_board) == askers.end();
    });
    if (rows.empty()) page.paragraph(words::nobody_asked);
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
    if (boards.empty()) return workflows::invalid("owing_board", words::owing_board_missing);
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
        return workflows::refused(words::all_delivered);
    return address_of(*source) + "&done=told";
}

}  // namespace server::responses
