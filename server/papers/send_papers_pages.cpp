// Looking at who gets the papers of a meeting, and sending them.
#include <algorithm>

#include "db/audit.hpp"
#include "server/agenda/agenda_content.hpp"
#include "server/agenda/agenda_subject.hpp"
#include "server/base/app.hpp"
#include "server/papers/handlers.hpp"
#include "server/papers/send_papers_commands.hpp"
#include "server/web/href.hpp"
#include "server/web/page.hpp"
#include "server/web/routes.hpp"
#include "server/web/site.hpp"
#include "workflows/text/words.hpp"

namespace server::papers {
namespace {

using templates::CellKind;

std::string people_words(std::size_t count) {
    return workflows::text::counted(count, "person", "people");
}

std::size_t reachable(const std::vector<PapersRecipient>& recipients) {
    return static_cast<std::size_t>(std::count_if(recipients.begin(), recipients.end(),
                                                  [](const auto& one) { return one.reachable; }));
}

Result<void> check_sendable(const web::Context& context, db::ReadTx& tx,
                            const agenda::AgendaSubject& subject) {
    if (const auto open = agenda::check_open(context, tx, subject.meeting); !open)
        return open.error();
    if (subject.meeting.published == 0)
        return workflows::refused("Publish the agenda first: its papers are what is sent.");
    if (const auto same = check_version_is_current(tx, subject.meeting); !same) return same.error();
    if (!pack_to_send(tx, subject.meeting, subject.board))
        return workflows::refused("Build a pack of the published agenda first, then send it.");
    if (reachable(papers_recipients(tx, subject.meeting)) == 0)
        return workflows::refused("Nobody on this board has an address that mail can go to.");
    return {};
}

void add_pack_words(web::BlockPage& page, const db::PackRow& pack) {
    page.paragraph("The letter leads to the agenda and to the pack (" +
                   agenda::pages_words(pack.pages) + ", " + agenda::size_words(pack.size_bytes) +
                   "). Papers that are not public open for signed-in people only.");
}

void add_recipients(web::BlockPage& page, const std::vector<PapersRecipient>& recipients) {
    auto& table = page.table("Who gets the papers", {{"Person"}, {"Address"}, {"May read"}});
    for (const auto& one : recipients) {
        templates::add_table_row(table,
                                 {{one.person.post, {}, CellKind::row_head},
                                  {one.reachable ? one.person.email : "No address: gets nothing"},
                                  {one.reads_exempt ? "All papers" : "All but exempt papers"}});
    }
}

void warn_of_missing(web::BlockPage& page, const std::vector<PapersRecipient>& recipients) {
    std::string names;
    for (const auto& one : recipients) {
        if (!one.reachable) names += (names.empty() ? "" : ", ") + one.person.post;
    }
    const auto count = recipients.size() - reachable(recipients);
    if (count == 0) return;
    page.warning(people_words(count) + (count == 1 ? " has" : " have") +
                 " no address that mail can go to: " + names + ".");
}

}  // namespace

Result<net::Response> show_send(const web::Context& context, db::ReadTx& tx) {
    const auto subject = agenda::load_subject(tx, context.param("meeting"));
    if (!subject) return subject.error();
    web::BlockPage page(context, "Send the papers");
    agenda::begin_page(page, *subject);
    if (const auto may = check_sendable(context, tx, *subject); !may) {
        page.inset(may.error().message);
        page.link("Check and publish the agenda", subject->href(routes::meeting_publish));
        page.link("Build the packs", subject->href(routes::meeting_pack));
        return page.finish();
    }
    const auto recipients = papers_recipients(tx, subject->meeting);
    const auto number = std::to_string(subject->meeting.published);
    page.lead("Version " + number + " of the agenda goes to " +
              people_words(reachable(recipients)) + ", each in a letter of their own.");
    warn_of_missing(page, recipients);
    add_pack_words(page, pack_to_send(tx, subject->meeting, subject->board)->pack);
    add_recipients(page, recipients);
    auto facts = web::form_facts(context, subject->href(routes::meeting_send),
                                 "Send to " + people_words(reachable(recipients)));
    facts.cancel_href = subject->href(routes::meeting_agenda);
    page.form(facts).add("fields", templates::hidden_field("agenda", number));
    return page.finish();
}

// Its own transactions: the pack is read before the writer is taken.
Result<web::Location> send_papers(const web::Context& context, db::Database& database) {
    const auto id = context.param("meeting");
    const auto letter = read_pack_letter(context.app, id);
    if (!letter) return letter.error();
    const auto tx = database.begin_write({context.viewer.person, ""});
    const auto present =
        web::stand_again(context, *tx, workflows::Action::edit_meeting, web::Subject::meeting);
    if (!present) return present.error();
    const auto earlier = context.earlier_answer(*tx);
    if (!earlier) return earlier.error();
    if (*earlier) return **earlier;
    const auto subject = agenda::load_subject(*tx, id);
    if (!subject) return subject.error();
    if (const auto may = check_sendable(context, *tx, *subject); !may) return may.error();
    const auto number = std::to_string(subject->meeting.published);
    if (context.form().get("agenda") != number) {
        return Error{workflows::Code::stale,
                     "A newer version of the agenda was published since you opened this page. "
                     "Look again, then send."};
    }
    const int queued = queue_papers_out(context.app, *tx, subject->meeting, *letter);
    if (queued == 0) {
        return workflows::refused("Version " + number +
                                  " was sent to everybody already. Publish a new version to send "
                                  "again.");
    }
    db::append_audit(
        *tx, {"papers.send", "meeting:" + id, subject->board.code,
              "version " + number + " to " + people_words(static_cast<std::size_t>(queued))});
    const web::Location done = subject->href(routes::meeting_publish) + "?done=queued";
    context.save_submission(*tx, done);
    tx->commit();
    return done;
}

}  // namespace server::papers
