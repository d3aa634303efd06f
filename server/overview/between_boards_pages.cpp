#include "server/overview/between_boards_pages.hpp"

#include <array>

#include "server/overview/words.hpp"
#include "server/web/page.hpp"

namespace server::overview {
namespace {

using A = workflows::Action;

struct Entry {
    std::string_view text;
    std::string_view href;
    A action;  // who may open it
    std::string_view what;
};

// In the order in which people look for them.
// clang-format off
constexpr std::array table{
    Entry{"Reporting timetable", "/timetable", A::read_public, words::timetable_text},
    Entry{"Map of boards", "/boards/map", A::read_public, words::map_text},
    Entry{"Year planner", "/planner", A::read_public, words::planner_text},
    Entry{"Forward plan", "/forward-plan", A::read_public, words::plan_text},
    Entry{"Officers’ agenda", "/officers-agenda", A::read_officers_agenda, words::officers_text},
    Entry{"Register of partnerships", "/register", A::read_public, words::register_text},
    Entry{"Annual returns", "/register/returns", A::chase_register_returns, words::returns_text},
    Entry{"Requests between chairs", "/requests", A::read_requests, words::requests_text},
    Entry{"Responses", "/responses", A::read_responses, words::responses_text},
    Entry{"Issues between boards", "/issues", A::read_issues, words::issues_text},
    Entry{"Safeguarding concerns", "/concerns", A::read_concerns, words::concerns_text},
    Entry{"Quarterly digest", "/digest", A::read_issues, words::digest_text},
    Entry{words::circulations, "/circulations", A::read_circulations, words::circulations_text},
    Entry{"Themes", "/themes", A::read_public, words::themes_text},
    Entry{"Shared membership", "/people/seats", A::read_clashes, words::seats_text},
    Entry{words::cadence, "/meetings/cadence", A::read_clashes, words::cadence_text},
    Entry{"Meeting series", "/meetings/series", A::create_meeting, words::series_text},
    Entry{"Board changes", "/changes", A::edit_succession, words::changes_text},
    Entry{"Find a date", "/polls", A::read_requests, words::polls_text},
    Entry{"Diary clashes", "/clashes", A::read_clashes, words::clashes_text},
};
// clang-format on

}  // namespace

Result<net::Response> show_between_boards(const web::Context& context, db::ReadTx&) {
    web::BlockPage page(context, "Joint working");
    page.lead(words::between_boards_lead);
    auto& rows = page.table("Pages", {{.text = "Page"}, {.text = "Description"}});
    for (const auto& entry : table) {
        if (!workflows::allowed(entry.action, context.relations)) continue;
        templates::add_table_row(rows, {{.text = std::string(entry.text),
                                         .href = std::string(entry.href),
                                         .kind = templates::CellKind::row_head},
                                        {.text = std::string(entry.what)}});
    }
    return page.finish();
}

}  // namespace server::overview
