// Looking at who gets the papers of a meeting, and sending them.
#include <algorithm>

#include "db/audit.hpp"
#include "server/agenda/agenda_content.hpp"
#include "server/agenda/agenda_subject.hpp"
#include "server/base/app.hpp"
#include "server/papers/handlers.hpp"
#include "server/papers/send_papers_commands.hpp"
#include "server/papers/words.hpp"
#include "server/web/page.hpp"
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
        return workflows::refused(words::publish_the_agenda_first_we_email);
    if (const auto same = check_version_is_current(tx, subject.meeting); !same) return same.error();
    if (!pack_to_send(tx, subject.meeting, subject.board))
        return workflows::refused(words::create_a_pack_for_the_published);
    if (reachable(papers_recipients(tx, subject.meeting)) == 0)
        return workflows::refused(words::nobody_on_this_board);
    return {};
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
    if (const auto may = check_sendable(context, tx, *subject); !may) {
        page.inset(may.error().message);
        page.link(words::check_and_publish_the_agenda, subject->href("publish"));
        page.link(words::build_the_packs, subject->href("pack"));
        return page.finish();
    }
    const auto recipients = papers_recipients(tx, subject->meeting);
    const auto number = std::to_string(subject->meeting.published);
    page.lead(words::we_will_email(number, people_words(reachable(recipients))));
    warn_of_missing(page, recipients);
    add_pack_words(page, pack_to_send(tx, subject->meeting, subject->board)->pack);
    add_recipients(page, recipients);
    auto facts = web::form_facts(context, subject->href("send"),
                                 words::email_to(people_words(reachable(recipients))));
    facts.cancel_href = subject->href("agenda");
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
        return Error{workflows::Code::stale, words::a_newer_version_of_the_agenda};
    }
    const int queued = queue_papers_out(context.app, *tx, subject->meeting, *letter);
    if (queued == 0) {
        return workflows::refused(words::version_already_sent(number));
    }
    db::append_audit(
        *tx, {"papers.send", "meeting:" + id, subject->board.code,
              words::version_sent_to(number, people_words(static_cast<std::size_t>(queued)))});
    const web::Location done = subject->href("publish?done=queued");
    context.save_submission(*tx, done);
    tx->commit();
    return done;
}

}  // namespace server::papers
