#include "server/overview/between_boards_pages.hpp"

#include <array>

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
constexpr std::array table{
    Entry{"Reporting timetable", &routes::timetable, A::read_public, "Which annual report goes to which board, in which season"},
    Entry{"Map of the boards", &routes::board_map, A::read_public, "Which board reports to which, and which took over"},
    Entry{"Year planner", &routes::planner, A::read_public, "All meetings of a year, boards by months"},
    Entry{"Forward plan", &routes::forward_plan, A::read_public, "What comes to which board in the next eighteen months"},
    Entry{"Officers’ agenda", &routes::officers_agenda, A::read_officers_agenda, "What is due, open and overdue between the boards, as an agenda for the officers’ meeting"},
    Entry{"Register of partnerships", &routes::register_of_boards, A::read_public, "Who leads each board, when it last met and meets next"},
    Entry{"Yearly returns", &routes::return_years, A::chase_register_returns, "What each board says of its year: who has filed, asking, chasing, the annual update"},
    Entry{"Requests between chairs", &routes::requests, A::read_requests, "Information, an agenda item or a meeting, asked of another board"},
    Entry{"Responses", &routes::responses, A::read_responses, "What a board owes after a paper, and the answers that come back"},
    Entry{"Issues between boards", &routes::issues, A::read_issues, "What two boards have not settled: at which step, with whom, until when"},
    Entry{"Safeguarding concerns", &routes::concerns, A::read_concerns, "References that your boards took to a safeguarding board"},
    Entry{"Digest of the quarter", &routes::digest, A::read_issues, "What is open, where feedback has come, what was taken further"},
    Entry{"Documents that go round", &routes::circulations, A::read_circulations, "Where a draft has got to, board by board"},
    Entry{"Themes", &routes::themes, A::read_public, "Matters that several boards share, and the boards that lead on them"},
    Entry{"Who sits where", &routes::seats, A::read_clashes, "Posts that sit on two boards or more"},
    Entry{"How often the boards meet", &routes::cadence, A::read_clashes, "Which boards are behind, and which have not met in public this year"},
    Entry{"Series of meetings", &routes::series, A::create_meeting, "The dates of a board for a year or more, by a rule"},
    Entry{"Boards that change", &routes::changes, A::edit_succession, "Boards that are renamed, merged or succeeded, now or on a day to come"},
    Entry{"Polls for a date", &routes::polls, A::read_requests, "Which dates suit the people of a meeting"},
    Entry{"Clashes", &routes::clashes, A::read_clashes, "People who are wanted at two meetings on one day"},
};
// clang-format on

}  // namespace

Result<net::Response> show_between_boards(const web::Context& context, db::ReadTx&) {
    web::BlockPage page(context, "Between the boards");
    page.lead(
        "What the boards of the county ask of each other, send each other and owe each other.");
    auto& rows = page.table("Pages", {{.text = "Page"}, {.text = "What it shows"}});
    for (const auto& entry : table) {
        if (!workflows::allowed(entry.action, context.relations)) continue;
        templates::add_table_row(rows, {{.text = std::string(entry.text),
                                         .href = web::href(*entry.address),
                                         .kind = templates::CellKind::row_head},
                                        {.text = std::string(entry.what)}});
    }
    return page.finish();
}

}  // namespace server::overview
