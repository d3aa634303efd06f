#include "server/overview/between_boards_pages.hpp"

#include <array>

#include "server/overview/words.hpp"
#include "server/web/href.hpp"
#include "server/web/page.hpp"
#include "server/web/routes.hpp"

namespace server::overview {
namespace {

using A = workflows::Action;

struct Entry {
    std::string_view text;
    const web::Address* address;
    A action;  // who may open it
    std::string_view what;
};

// In the order in which people look for them.
// clang-format off
constexpr std::array entry_table{
    Entry{"Reporting timetable", &routes::timetable, A::read_public, words::timetable_text},
    Entry{"Map of boards", &routes::board_map, A::read_public, words::map_text},
    Entry{"Year planner", &routes::planner, A::read_public, words::planner_text},
    Entry{"Forward plan", &routes::forward_plan, A::read_public, words::plan_text},
    Entry{"Officers’ agenda", &routes::officers_agenda, A::read_officers_agenda, words::officers_text},
    Entry{"Register of partnerships", &routes::register_of_boards, A::read_public, words::register_text},
    Entry{"Annual returns", &routes::return_years, A::chase_register_returns, words::returns_text},
    Entry{"Requests between chairs", &routes::requests, A::read_requests, words::requests_text},
    Entry{"Responses", &routes::responses, A::read_responses, words::responses_text},
    Entry{"Issues between boards", &routes::issues, A::read_issues, words::issues_text},
    Entry{"Safeguarding concerns", &routes::concerns, A::read_concerns, words::concerns_text},
    Entry{"Quarterly digest", &routes::digest, A::read_issues, words::digest_text},
    Entry{words::circulations, &routes::circulations, A::read_circulations, words::circulations_text},
    Entry{"Themes", &routes::themes, A::read_public, words::themes_text},
    Entry{"Shared membership", &routes::seats, A::read_clashes, words::seats_text},
    Entry{words::cadence, &routes::cadence, A::read_clashes, words::cadence_text},
    Entry{"Meeting series", &routes::series, A::create_meeting, words::series_text},
    Entry{"Board changes", &routes::changes, A::edit_succession, words::changes_text},
    Entry{"Find a date", &routes::polls, A::read_requests, words::polls_text},
    Entry{"Diary clashes", &routes::clashes, A::read_clashes, words::clashes_text},
};
// clang-format on

}  // namespace

Result<net::Response> show_between_boards(const web::Context& context, db::ReadTx&) {
    web::BlockPage page(context, "Joint working");
    page.lead(words::between_boards_lead);
    auto& rows = page.table("Pages", {{.text = "Page"}, {.text = "Description"}});
    for (const auto& entry : entry_table) {
        if (!workflows::allowed(entry.action, context.relations)) continue;
        templates::add_table_row(rows, {{.text = std::string(entry.text),
                                         .href = web::href(*entry.address),
                                         .kind = templates::CellKind::row_head},
                                        {.text = std::string(entry.what)}});
    }
    return page.finish();
}

}  // namespace server::overview
