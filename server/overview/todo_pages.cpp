// A person's own page: everything that waits for them, by due day, and their next meetings.
#include "db/boards.hpp"
#include "server/base/app.hpp"
#include "server/boards/board_facts.hpp"
#include "server/overview/handlers.hpp"
#include "server/overview/todo_queries.hpp"
#include "server/overview/todo_words.hpp"
#include "server/web/href.hpp"
#include "server/web/page.hpp"
#include "server/web/routes.hpp"

namespace server::overview {
namespace {

using templates::TagColour;
using workflows::Day;
using workflows::Todo;
using workflows::Urgency;

constexpr std::size_t next_meetings_max = 6;

TagColour colour_of(Urgency urgency) {
    switch (urgency) {
        case Urgency::overdue:
            return TagColour::red;
        case Urgency::today:
            return TagColour::orange;
        case Urgency::this_week:
            return TagColour::yellow;
        case Urgency::later:
        case Urgency::any_time:
            break;
    }
    return TagColour::grey;
}

void add_row(templates::View& view, const Todo& todo, Day today) {
    auto& row = view.add("rows");
    row.set("words", todo.words).set("href", todo.href).set("board", todo.board);
    row.set("due", workflows::due_words(todo, today));
    row.set("due_iso", todo.due ? workflows::iso(*todo.due) : "");
    row.set("due_class", templates::tag_class(colour_of(workflows::urgency(todo, today))));
}

// Never a bare "nothing": what comes next says that the list works.
std::string empty_words(const std::vector<Todo>& todos, Day today) {
    const auto next = workflows::first_to_come(todos, today);
    if (!next) return words::nothing_to_do;
    return words::nothing_soon(next->words, next->board, workflows::weekday_date(*next->due));
}

void add_meetings(templates::View& view, db::ReadTx& tx, const web::Context& context, Day today) {
    view.list("meetings");
    const auto boards = db::boards_by_code(tx);
    for (const auto& meeting : next_meetings_of(tx, context.viewer, today, next_meetings_max)) {
        auto& row = view.add("meetings");
        row.set("name", boards.at(meeting.board).name)
            .set("href", web::href(routes::meeting, meeting.id));
        row.set("when", boards::meeting_words(meeting, "")).set("when_iso", meeting.planned.key());
    }
}

}  // namespace

Result<net::Response> show_home(const web::Context& context, db::ReadTx& tx) {
    const auto today = context.today(tx);
    const auto todos = todos_of(context.app, tx, context.viewer, today);
    templates::View view;
    view.set("post", context.viewer.post).list("rows");
    bool any = false;
    for (const auto& todo : todos) {
        if (!workflows::is_shown(todo, today)) continue;
        add_row(view, todo, today);
        any = true;
    }
    view.flag("has_rows", any).set("empty", any ? "" : empty_words(todos, today));
    add_meetings(view, tx, context, today);
    view.set("profile_href", web::href(routes::person_edit, context.viewer.person));
    return web::html_response(context, "pages/todo.html", web::layout_facts(context, "To do"),
                              view);
}

}  // namespace server::overview
