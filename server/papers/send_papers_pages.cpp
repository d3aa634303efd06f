// Looking at who gets the papers of a meeting, and sending them.
#include <algorithm>

#include "server/agenda/agenda_content.hpp"
#include "server/agenda/agenda_subject.hpp"
#include "server/base/app.hpp"
#include "server/papers/handlers.hpp"
#include "server/papers/send_papers_commands.hpp"
#include "server/papers/words.hpp"
#include "server/web/href.hpp"
#include "server/web/page.hpp"
#include "server/web/routes.hpp"
#include "server/web/site.hpp"
#include "server/web/who_acts.hpp"
#include "workflows/text/words.hpp"

namespace server::papers {
namespace {

using templates::CellKind;

std::string people_words(std::size_t count) {
    return workflows::text::counted(count, "person", "people");
}

void add_pack_words(web::BlockPage& page, const db::PackRow& pack) {
    page.paragraph(words::email_links_to_the_pack(agenda::pages_words(pack.pages),
                                                  agenda::size_words(pack.size_bytes)));
}

void add_recipients(web::BlockPage& page, const std::vector<PapersRecipient>& recipients) {
    auto& table =
        page.table(words::recipients, {{words::post}, {words::email_address}, {words::can_read}});
    for (const auto& one : recipients) {
        templates::add_table_row(
            table, {{one.person.post, {}, CellKind::row_head},
                    {one.reachable ? one.person.email : words::no_email_address},
                    {one.reads_exempt ? words::all_papers : words::all_except_exempt_papers}});
    }
}

void warn_of_missing(web::BlockPage& page, const std::vector<PapersRecipient>& recipients) {
    std::string names;
    for (const auto& one : recipients) {
        if (!one.reachable) names += (names.empty() ? "" : ", ") + one.person.post;
    }
    const auto count = recipients.size() - reachable(recipients);
    if (count == 0) return;
    page.warning(words::people_without_address(count, names));
}

}  // namespace

Result<net::Response> show_send(const web::Context& context, db::ReadTx& tx) {
    const auto subject = agenda::load_subject(tx, context.param("meeting"));
    if (!subject) return subject.error();
    web::BlockPage page(context, words::email_the_papers);
    agenda::begin_page(page, *subject);
    if (const auto may = check_sendable(tx, *subject, context.today(tx)); !may) {
        page.inset(may.error().message);
        page.link(words::check_and_publish_the_agenda, subject->href(routes::meeting_publish));
        page.link(words::build_the_packs, subject->href(routes::meeting_pack));
        return page.finish();
    }
    const auto recipients = papers_recipients(tx, subject->meeting);
    const auto number = std::to_string(subject->meeting.published);
    page.lead(words::we_will_email(number, people_words(reachable(recipients))));
    warn_of_missing(page, recipients);
    add_pack_words(page, pack_to_send(tx, subject->meeting, subject->board)->pack);
    add_recipients(page, recipients);
    auto facts = web::form_facts(context, subject->href(routes::meeting_send),
                                 words::email_to(people_words(reachable(recipients))));
    facts.cancel_href = subject->href(routes::meeting_agenda);
    page.form(facts).add("fields", templates::hidden_field("agenda", number));
    return page.finish();
}

// The pack is read before the writer is taken.
Result<web::Step> send_papers(const web::Context& context) {
    auto letter = read_pack_letter(context.app, context.param("meeting"));
    if (!letter) return letter.error();
    return web::Step([letter = *std::move(letter)](const web::Context& step,
                                                   db::WriteTx& tx) -> Result<web::Location> {
        const auto subject = agenda::load_subject(tx, step.param("meeting"));
        if (!subject) return subject.error();
        const SendPapers command{*subject, step.form().get("agenda"), letter};
        const auto sent = send_papers(step.app, web::acting(step, tx), tx, command);
        if (!sent) return sent.error();
        return subject->href(routes::meeting_publish) + "?done=queued";
    });
}

}  // namespace server::papers
