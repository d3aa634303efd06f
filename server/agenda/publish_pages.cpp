// Looking at an agenda before it is published, publishing it, and earlier versions.
#include <charconv>

#include "db/audit.hpp"
#include "server/agenda/agenda_content.hpp"
#include "server/agenda/agenda_subject.hpp"
#include "server/agenda/handlers.hpp"
#include "server/agenda/publish_commands.hpp"
#include "server/agenda/words.hpp"
#include "server/base/app.hpp"
#include "server/base/secrets.hpp"
#include "server/meetings/notice.hpp"
#include "server/web/href.hpp"
#include "server/web/page.hpp"
#include "server/web/routes.hpp"
#include "server/web/who_acts.hpp"

namespace server::agenda {
namespace {

using templates::CellKind;
using workflows::Level;

std::string papers_text(const PublishedItem& item) {
    if (item.withheld) {
        return item.withheld_pages == 0 ? "" : words::exempt_pages(item.withheld_pages);
    }
    if (item.papers.empty()) return paper_words(item);
    std::string text;
    for (const auto& paper : item.papers)
        text += (text.empty() ? "" : "; ") + paper.title + " (" + pages_words(paper.pages) + ")";
    return text;
}

void add_public_table(web::BlockPage& page, const AgendaContent& content) {
    auto& table =
        page.table(words::what_the_public_will_see,
                   {{words::item, {}, CellKind::numeric}, {words::title}, {words::papers_label}});
    std::size_t number = 0;
    for (const auto& item : seen_at(content, Level::public_).items) {
        templates::add_table_row(table, {{std::to_string(++number), {}, CellKind::numeric},
                                         {item.title, {}, CellKind::row_head},
                                         {papers_text(item)}});
    }
}

void add_notice(web::BlockPage& page, const meetings::Notice& notice) {
    page.lead(words::if_you_publish_now(notice.days_given, notice.days_needed));
    page.paragraph(notice.count.words());
    if (notice.count.treated_as) {
        page.paragraph(words::office_is_closed(workflows::long_date(*notice.count.treated_as)));
    }
    if (notice.late()) {
        page.warning(words::this_is_short_notice_give);
    }
}

void add_publish_form(const web::Context& context, web::BlockPage& page,
                      const AgendaSubject& subject, const AgendaContent& content,
                      const meetings::Notice& notice) {
    auto facts = web::form_facts(context, subject.href(routes::meeting_publish),
                                 words::publish_version(subject.meeting.published + 1));
    facts.cancel_href = subject.href(routes::meeting_agenda);
    auto& form = page.form(facts);
    form.add("fields", templates::hidden_field("content", base::sha256_hex(to_json(content))));
    if (notice.late()) {
        form.add("fields", templates::textarea_field(web::typed_field(
                               context, {"late_reason", words::reason_for_urgency, "",
                                         words::this_reason_will_be_published})));
    }
}

// The chair may publish; packs and letters are the secretariat's.
void add_next_steps(const web::Context& context, web::BlockPage& page,
                    const AgendaSubject& subject) {
    if (workflows::allowed(workflows::Action::build_pack, context.relations))
        page.link(words::create_agenda_packs, subject.href(routes::meeting_pack));
    if (workflows::allowed(workflows::Action::edit_meeting, context.relations))
        page.link(words::email_the_papers, subject.href(routes::meeting_send));
}

void add_versions(web::BlockPage& page, db::ReadTx& tx, const AgendaSubject& subject) {
    std::vector<templates::Crumb> entries;
    for (const auto& version : db::list_agenda_versions(tx, subject.meeting.id)) {
        const auto at = workflows::to_local(version.published_at, subject.board.zone);
        entries.push_back(
            {words::version_published_on(version.number, workflows::long_date(at.day)),
             web::href(routes::agenda_version, subject.meeting.id, version.number)});
    }
    if (entries.empty()) return;
    page.heading(words::published_versions).list(entries);
}

Result<int> version_number(const std::string& text) {
    int number = 0;
    const auto end = text.data() + text.size();
    const auto [stop, failed] = std::from_chars(text.data(), end, number);
    if (failed != std::errc{} || stop != end || text.size() > 6)
        return workflows::not_found(words::we_cannot_find_this_version);
    return number;
}

void add_published_item(web::BlockPage& page, std::size_t number, const PublishedItem& item) {
    page.heading(std::to_string(number) + ". " + item.title);
    if (const auto words = withheld_words(item); !words.empty()) page.paragraph(words);
    if (!item.summary.empty()) page.paragraph(item.summary);
    if (item.withheld) return;
    if (const auto words = paper_words(item); !words.empty()) page.paragraph(words);
    std::vector<templates::Crumb> papers;
    for (const auto& paper : item.papers) {
        papers.push_back({words::paper_as_pdf(paper.title, pages_words(paper.pages),
                                              size_words(paper.size_bytes)),
                          web::href(routes::paper_pdf, paper.id)});
    }
    if (!papers.empty()) page.list(papers);
}

std::string version_lead(const db::AgendaVersionRow& version, const std::string& zone) {
    const auto at = workflows::to_local(version.published_at, zone);
    const auto content = parse_agenda_content(version.content);
    const auto planned = workflows::PlannedDate::parse(content.planned).value();
    return words::published_before_the_meeting(workflows::long_date(at.day), version.clear_days,
                                               planned.words());
}

}  // namespace

Result<net::Response> show_publish(const web::Context& context, db::ReadTx& tx) {
    const auto subject = load_subject(tx, context.param("meeting"));
    if (!subject) return subject.error();
    web::BlockPage page(context, words::check_and_publish_the_agenda);
    begin_page(page, *subject);
    const auto content = current_content(tx, subject->meeting);
    const auto newest = newest_version(tx, subject->meeting);
    if (const auto may = check_publishable(web::acting(context, tx), tx, subject->meeting); !may) {
        page.inset(may.error().message);
    } else if (newest && newest->content == to_json(content)) {
        page.inset(words::version_is_current(newest->number));
        add_next_steps(context, page, *subject);
    } else {
        const auto notice =
            meetings::notice_of(context.app, tx, subject->meeting, subject->board, tx.now());
        add_notice(page, notice);
        add_public_table(page, content);
        add_publish_form(context, page, *subject, content, notice);
    }
    add_versions(page, tx, *subject);
    return page.finish();
}

Result<web::Location> publish_agenda(const web::Context& context, db::WriteTx& tx) {
    const auto subject = load_subject(tx, context.param("meeting"));
    if (!subject) return subject.error();
    const auto version = publish_agenda_now(
        context.app, web::acting(context, tx), tx, subject->meeting, subject->board,
        context.form().get("content"), context.form().get("late_reason"));
    if (!version) return version.error();
    return subject->href(routes::meeting_publish) + "?done=published";
}

Result<net::Response> show_version(const web::Context& context, db::ReadTx& tx) {
    const auto subject = load_subject(tx, context.param("meeting"));
    if (!subject) return subject.error();
    const auto number = version_number(context.param("number"));
    if (!number) return number.error();
    const auto version = db::published_agenda(tx, subject->meeting.id, *number);
    const bool hidden = context.level() == Level::public_ &&
                        subject->meeting.held_in == workflows::HeldIn::private_;
    if (!version || hidden) return workflows::not_found(words::we_cannot_find_this_version);
    web::BlockPage page(context, words::agenda_version(*number));
    begin_page(page, *subject);
    page.lead(version_lead(*version, subject->board.zone));
    if (!version->late_reason.empty())
        page.paragraph(words::published_at_short_notice(version->late_reason));
    if (*number != subject->meeting.published) page.inset(words::a_newer_version_of_this_agenda);
    std::size_t item_number = 0;
    for (const auto& item : seen_at(published_content(tx, *version), context.level()).items)
        add_published_item(page, ++item_number, item);
    return page.finish();
}

}  // namespace server::agenda
