#include "server/responses/response_parts.hpp"

#include "server/responses/response_commands.hpp"
#include "server/responses/words.hpp"
#include "server/web/form_parts.hpp"
#include "server/web/href.hpp"
#include "server/web/routes.hpp"
#include "workflows/agenda/agenda.hpp"
#include "workflows/text/utf8.hpp"
#include "workflows/text/words.hpp"

namespace server::responses {

using templates::TagColour;
using workflows::ResponseState;

TagColour response_colour(ResponseState state) {
    switch (state) {
        case ResponseState::due:
        case ResponseState::accepted:
            return TagColour::blue;
        case ResponseState::carried_forward:
        case ResponseState::answered:
        case ResponseState::returned:
            return TagColour::yellow;
        case ResponseState::sent_back:
            return TagColour::orange;
        case ResponseState::confirmed:
            return TagColour::green;
        case ResponseState::named:
        case ResponseState::informed:
        case ResponseState::dropped:
            break;
    }
    return TagColour::grey;
}

std::string short_recommendation(const db::ResponseRow& row) {
    const auto& text = row.response.recommendation;
    const auto line = text.substr(0, text.find('\n'));
    if (workflows::text::characters(line) <= recommendation_shown_max) return line;
    const auto blank = line.rfind(' ', recommendation_shown_max);
    return (blank == std::string::npos ? line : line.substr(0, blank)) + "…";
}

void add_response_table(templates::View& view, std::string_view caption,
                        const std::vector<db::ResponseRow>& rows, workflows::Day today) {
    if (rows.empty()) return;
    auto& table = templates::table_section(view.add("tables"), caption,
                                           {{.text = words::recommendation},
                                            {.text = words::source},
                                            {.text = words::from_to},
                                            {.text = words::response_needed},
                                            {.text = words::status},
                                            {.text = words::next},
                                            {.text = words::deadline}});
    for (const auto& row : rows) {
        const auto& r = row.response;
        const bool overdue = workflows::is_overdue(r, today);
        const auto colour = overdue ? TagColour::red : response_colour(r.state);
        templates::add_table_row(
            table, {{.text = std::to_string(r.number) + ". " + short_recommendation(row),
                     .href = web::href(routes::response, row.id),
                     .kind = templates::CellKind::row_head},
                    {.text = row.source_title},
                    {.text = r.asking_board + " to " + r.owing_board},
                    {.text = workflows::text::capitalised(workflows::to_words(r.required))},
                    {.text = workflows::text::capitalised(workflows::to_words(r.state)) +
                             (overdue ? ", overdue" : ""),
                     .tag = templates::tag_class(colour)},
                    {.text = response_waiting_words(row)},
                    {.text = response_day_words(row, today)}});
    }
}

}  // namespace server::responses
