// The packs of a meeting: what is built, building, the finished file.
#include <array>

#include "db/jobs.hpp"
#include "server/access/session_activity.hpp"
#include "server/agenda/agenda_content.hpp"
#include "server/agenda/agenda_subject.hpp"
#include "server/base/app.hpp"
#include "server/papers/handlers.hpp"
#include "server/papers/pack_jobs.hpp"
#include "server/papers/pack_order_commands.hpp"
#include "server/papers/packs.hpp"
#include "server/papers/paper_access.hpp"
#include "server/papers/words.hpp"
#include "server/web/href.hpp"
#include "server/web/page.hpp"
#include "server/web/routes.hpp"
#include "server/web/who_acts.hpp"

namespace server::papers {
namespace {

struct Offer {
    Audience audience;
    const char* heading;
    const char* button;
    const char* contents;
};
constexpr std::array offers{
    Offer{Audience::public_, words::public_pack, words::create_public_pack,
          words::items_and_papers_that_anyone_can},
    Offer{Audience::members, words::members_pack, words::create_members_pack,
          words::for_members_and_invited_people_includes},
    Offer{Audience::exempt, words::full_pack_including_exempt_papers, words::create_full_pack,
          words::all_papers_every_page_is_marked},
};

void add_offer(const web::Context& context, db::ReadTx& tx, web::BlockPage& page,
               const agenda::AgendaSubject& subject, const Offer& offer) {
    page.heading(offer.heading).paragraph(offer.contents);
    const auto pack = current_pack(tx, subject.meeting, subject.board, offer.audience);
    if (pack) {
        page.link(words::open_the_pack(agenda::pages_words(pack->pages),
                                       agenda::size_words(pack->size_bytes)),
                  pack_href(subject.meeting.id, offer.audience));
        return;
    }
    db::JobRow job;
    job.kind = pack_job_kind;
    job.subject = subject.meeting.id;
    job.variant = workflows::to_text(offer.audience);
    if (const auto open = db::find_open_job(tx, job)) {
        page.link(words::this_pack_is_being_created_check, web::href(routes::job, open->id));
        return;
    }
    auto& form =
        page.form(web::form_facts(context, subject.href(routes::meeting_pack), offer.button));
    form.add("fields", templates::hidden_field("audience", workflows::to_text(offer.audience)));
}

Result<Audience> audience_of(const std::string& text) {
    const auto audience = workflows::from_text<Audience>(text.empty() ? "public" : text);
    if (!audience) return workflows::not_found(words::we_cannot_find_this_pack);
    return *audience;
}

Error no_pack() {
    return workflows::not_found(words::this_pack_has_not_been_created);
}

}  // namespace

Result<net::Response> show_packs(const web::Context& context, db::ReadTx& tx) {
    const auto subject = agenda::load_subject(tx, context.param("meeting"));
    if (!subject) return subject.error();
    web::BlockPage page(context, words::agenda_packs);
    agenda::begin_page(page, *subject);
    if (subject->meeting.published == 0) {
        page.paragraph(words::packs_are_created_from_the_published);
        page.button(words::check_and_publish_the_agenda, subject->href(routes::meeting_publish));
        return page.finish();
    }
    page.lead(words::packs_for_version(subject->meeting.published));
    for (const auto& offer : offers) {
        if (has_pack_for(subject->meeting, offer.audience))
            add_offer(context, tx, page, *subject, offer);
    }
    page.link(words::email_the_papers, subject->href(routes::meeting_send));
    return page.finish();
}

Result<web::Location> order_pack(const web::Context& context, db::WriteTx& tx) {
    const auto subject = agenda::load_subject(tx, context.param("meeting"));
    if (!subject) return subject.error();
    const auto audience = audience_of(context.form().get("audience"));
    if (!audience) return audience.error();
    const OrderPack command{subject->meeting.id, *audience};
    const auto job = order_pack(web::acting(context, tx), tx, command);
    if (!job) return job.error();
    return web::href(routes::job, *job);
}

Result<net::Response> show_pack_file(const web::Context& context, db::ReadTx& tx) {
    const auto subject = agenda::load_subject(tx, context.param("meeting"));
    if (!subject) return subject.error();
    const auto audience = audience_of(context.request.query_value("audience"));
    if (!audience) return audience.error();
    if (!agenda::may_see(*audience, context.level()) || !has_pack_for(subject->meeting, *audience))
        return no_pack();
    const auto pack = current_pack(tx, subject->meeting, subject->board, *audience);
    if (!pack) return no_pack();
    const bool open = *audience == Audience::public_;
    if (!open) {
        context.app.activity->read(context.viewer.session, context.viewer.person,
                                   "pack:" + pack->id, tx.now());
    }
    return pdf_response(context, pack->sha256, pack_file_name(subject->meeting, *audience),
                        open ? PaperAccess::anybody : PaperAccess::on_record);
}

}  // namespace server::papers
