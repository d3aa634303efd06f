#include "server/papers/late_papers_pages.hpp"

#include <algorithm>

#include "server/agenda/author_letters.hpp"
#include "server/base/app.hpp"
#include "server/papers/late_papers_commands.hpp"
#include "server/papers/late_papers_queries.hpp"
#include "server/papers/words.hpp"
#include "server/web/href.hpp"
#include "server/web/page.hpp"
#include "server/web/routes.hpp"
#include "server/web/who_acts.hpp"

namespace server::papers {
namespace {

std::string button_words(std::size_t late) {
    return words::send_count_reminders(late);
}

std::string who(const LatePaper& paper) {
    return paper.author.empty() ? words::no_author_named : paper.author;
}

std::vector<LatePaper> papers_of(const web::Context& context, db::ReadTx& tx) {
    return late_papers(tx, context.viewer, context.app.holidays(tx), context.today(tx));
}

// Those that can be written to; late ones are chosen, or when none is late all.
std::vector<templates::Choice> choices_of(const web::Context& context,
                                          const std::vector<LatePaper>& papers) {
    std::vector<templates::Choice> choices;
    const bool late = any_late(papers);
    for (const auto& paper : papers) {
        if (paper.owner.empty()) continue;
        const bool chosen = !context.error() && (paper.late || !late);
        choices.push_back({paper.item, words::paper_by(paper.title, who(paper)),
                           paper.late ? words::was_due(paper.board, paper.meeting_words,
                                                       workflows::weekday_date(paper.due))
                                      : words::due(paper.board, paper.meeting_words,
                                                   workflows::weekday_date(paper.due)),
                           chosen});
    }
    return choices;
}

void add_form(const web::Context& context, web::BlockPage& page,
              const std::vector<LatePaper>& papers) {
    const auto choices = choices_of(context, papers);
    if (choices.empty()) return;
    const auto chosen = std::ranges::count_if(choices, &templates::Choice::chosen);
    auto& form = page.form(web::form_facts(
        context, web::href(routes::late_papers),
        chosen == 0 ? words::send_reminders : button_words(static_cast<std::size_t>(chosen))));
    templates::Field field;
    field.name = "items";
    field.label = words::select_reports_to_chase;
    field.hint = words::we_will_email_each_author_about;
    field.error = context.error_for("items");
    form.add("fields", templates::checkboxes_field(field, choices));
}

void add_without_author(web::BlockPage& page, const std::vector<LatePaper>& papers) {
    std::vector<templates::Crumb> rows;
    for (const auto& paper : papers) {
        if (paper.owner.empty())
            rows.push_back({paper.board + ", " + paper.meeting_words + ": " + paper.title,
                            web::href(routes::item_edit, paper.item)});
    }
    if (rows.empty()) return;
    page.heading(words::reports_with_no_author);
    page.paragraph(words::add_an_author_to_the_item);
    page.list(rows);
}

}  // namespace

Result<net::Response> show_late_papers(const web::Context& context, db::ReadTx& tx) {
    const auto papers = papers_of(context, tx);
    web::BlockPage page(context, words::overdue_reports);
    page.crumb(words::to_do, web::href(routes::to_do));
    if (papers.empty()) {
        page.paragraph(words::no_reports_overdue(late_papers_ahead_days));
        return page.finish();
    }
    page.paragraph(words::reports_overdue_or_due_soon(late_papers_ahead_days));
    add_form(context, page, papers);
    add_without_author(page, papers);
    return page.finish();
}

Result<web::Location> chase_late_papers(const web::Context& context, db::WriteTx& tx) {
    const auto wanted = context.form().all("items");
    if (wanted.empty()) return workflows::invalid("items", words::select_at_least_one_report);
    ChasePapers command{papers_of(context, tx)};
    std::erase_if(command.papers, [&](const LatePaper& paper) {
        return std::ranges::find(wanted, paper.item) == wanted.end();
    });
    const auto letters = chase_papers(context.app, web::acting(context, tx), tx, command);
    if (!letters) return letters.error();
    return web::href(routes::late_papers) + (*letters > 0 ? "?done=queued" : "?done=chased-today");
}

}  // namespace server::papers
