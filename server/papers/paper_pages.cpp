// Papers of an item: adding, reading and removing them.
#include "db/agenda.hpp"
#include "db/identity.hpp"
#include "db/papers.hpp"
#include "server/access/session_activity.hpp"
#include "server/agenda/agenda_content.hpp"
#include "server/agenda/agenda_subject.hpp"
#include "server/base/app.hpp"
#include "server/papers/handlers.hpp"
#include "server/papers/paper_access.hpp"
#include "server/papers/paper_commands.hpp"
#include "server/papers/uploads.hpp"
#include "server/papers/words.hpp"
#include "server/web/href.hpp"
#include "server/web/page.hpp"
#include "server/web/routes.hpp"
#include "server/web/site.hpp"
#include "server/web/who_acts.hpp"
#include "workflows/agenda/agenda.hpp"
#include "workflows/text/utf8.hpp"

namespace server::papers {
namespace {

using templates::CellKind;

void add_paper_table(web::BlockPage& page, const db::AgendaItemRow& item,
                     const std::vector<db::PaperRow>& papers) {
    if (papers.empty()) {
        page.paragraph(item.paper_status == workflows::PaperStatus::none
                           ? words::verbal_update
                           : words::no_report_received_yet);
        return;
    }
    auto& table =
        page.table(words::papers_for_this_item, {{words::paper_label},
                                                 {words::file_label},
                                                 {words::pages_label, {}, CellKind::numeric},
                                                 {words::size_label, {}, CellKind::numeric},
                                                 {words::remove}});
    for (const auto& paper : papers) {
        templates::add_table_row(
            table, {{paper.title, web::href(routes::paper_pdf, paper.id), CellKind::row_head},
                    {paper.file_name},
                    {std::to_string(paper.pages), {}, CellKind::numeric},
                    {agenda::size_words(paper.size_bytes), {}, CellKind::numeric},
                    {words::remove_named(paper.title), web::href(routes::paper_remove, paper.id)}});
    }
}

void add_upload_form(const web::Context& context, web::BlockPage& page,
                     const agenda::AgendaSubject& subject, const db::AgendaItemRow& item) {
    constexpr std::uint64_t megabyte = 1024 * 1024;
    auto facts =
        web::form_facts(context, web::href(routes::item_papers, item.id), words::add_this_paper);
    facts.body = templates::FormBody::upload;
    page.heading(words::add_a_paper);
    auto& form = page.form(facts);
    const auto limit = std::to_string(context.app.config.upload_bytes_max / megabyte);
    auto file = web::typed_field(context, {"paper", words::pdf_file, "", words::size_limit(limit)});
    if (context.error() && file.error.empty()) file.error = words::select_the_file_again;
    form.add("fields", templates::file_field(file, ".pdf,application/pdf"));
    form.add("fields",
             templates::text_field(web::typed_field(
                 context, {"title", words::title, "", words::leave_blank_to_use_the_title})));
    if (subject.meeting.published > 0) page.paragraph(words::new_papers_are_not_public_until);
}

Result<void> check_title(const std::string& title) {
    if (workflows::text::characters(title) <= workflows::title_characters_max) return {};
    return workflows::invalid("title",
                              words::title_characters_max(workflows::title_characters_max));
}

}  // namespace

Result<net::Response> show_papers(const web::Context& context, db::ReadTx& tx) {
    const auto item = db::load_item(tx, context.param("item"));
    if (!item) return item.error();
    const auto subject = agenda::load_subject(tx, item->meeting);
    if (!subject) return subject.error();
    web::BlockPage page(context, words::papers_for_item(item->position));
    agenda::begin_page(page, *subject);
    page.lead(item->title);
    add_paper_table(page, *item, db::list_papers(tx, item->id));
    if (const auto open = agenda::check_open(context, tx, subject->meeting); !open) {
        page.inset(open.error().message);
    } else {
        add_upload_form(context, page, *subject, *item);
    }
    if (workflows::allowed(workflows::Action::edit_agenda, context.relations))
        page.link(words::back_to_the_agenda, subject->href(routes::meeting_agenda));
    return page.finish();
}

Result<web::Step> upload_paper(const web::Context& context) {
    const auto id = context.param("item");
    const auto title = context.form().get("title");
    {
        const auto tx = context.app.database.begin_read();
        if (const auto item = load_item_for_papers(*tx, id, context.today(*tx)); !item)
            return item.error();
    }
    if (const auto good = check_title(title); !good) return good.error();
    const web::FilePart* part =
        context.files() == nullptr ? nullptr : context.files()->file("paper");
    if (part == nullptr || part->size == 0)
        return workflows::invalid("paper", words::select_a_pdf_to_upload);
    auto accepted = accept_paper(context, *part);
    if (!accepted) return accepted.error();
    return web::Step([id, title, accepted = *std::move(accepted)](
                         const web::Context& step, db::WriteTx& tx) -> Result<web::Location> {
        const auto item = load_item_for_papers(tx, id, step.today(tx));
        if (!item) return item.error();
        if (const auto added = add_paper(step.app, tx, *item, accepted, title); !added)
            return added.error();
        return web::href(routes::item_papers, id) + "?done=uploaded";
    });
}

Result<net::Response> show_paper(const web::Context& context, db::ReadTx& tx) {
    const auto paper = db::load_paper(tx, context.param("paper"));
    if (!paper) return paper.error();
    const auto item = db::load_item(tx, paper->item);
    if (!item) return item.error();
    const auto access = paper_access(context, tx, *paper, *item);
    if (access == PaperAccess::denied)
        return workflows::not_found(words::we_cannot_find_this_paper);
    if (access == PaperAccess::on_record) {
        context.app.activity->read(context.viewer.session, context.viewer.person,
                                   "paper:" + paper->id, tx.now());
    }
    return pdf_response(context, paper->sha256, paper->file_name, access);
}

Result<net::Response> show_paper_removal(const web::Context& context, db::ReadTx& tx) {
    const auto paper = db::load_paper(tx, context.param("paper"));
    if (!paper) return paper.error();
    web::BlockPage page(context, words::remove_a_paper);
    page.lead(paper->title);
    page.paragraph(words::the_paper_will_be_removed);
    auto facts = web::form_facts(context, web::href(routes::paper_remove, paper->id),
                                 words::remove_this_paper);
    facts.button = templates::FormButton::warning;
    facts.cancel_href = web::href(routes::item_papers, paper->item);
    page.form(facts);
    return page.finish();
}

Result<web::Location> remove_paper(const web::Context& context, db::WriteTx& tx) {
    const bool secretariat = workflows::allowed(workflows::Action::edit_agenda, context.relations);
    const RemovePaper command{context.param("paper"), secretariat};
    const auto item = remove_paper(context.app, web::acting(context, tx), tx, command);
    if (!item) return item.error();
    return web::href(routes::item_papers, *item) + "?done=removed";
}

}  // namespace server::papers
