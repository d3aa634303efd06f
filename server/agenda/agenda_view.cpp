#include "server/agenda/agenda_view.hpp"

#include <algorithm>
#include <set>

#include "server/agenda/agenda_content.hpp"
#include "server/agenda/words.hpp"
#include "server/web/href.hpp"
#include "server/web/routes.hpp"
#include "workflows/agenda/agenda.hpp"

namespace server::agenda {
namespace {

using workflows::Level;

AgendaPaper shown_paper(const PublishedPaper& paper) {
    AgendaPaper shown;
    shown.title = paper.title;
    shown.href = web::href(routes::paper_pdf, paper.id);
    shown.pages = paper.pages;
    shown.facts = words::pdf_facts(size_words(paper.size_bytes), pages_words(paper.pages));
    return shown;
}

AgendaLine line_of(const PublishedItem& item, std::size_t number) {
    AgendaLine line;
    line.number = number;
    line.title = item.title;
    line.withheld = item.withheld;
    line.struck = item.withdrawn;
    if (item.withheld) {
        line.withheld_words =
            item.withheld_pages == 0 ? words::this_item_is_private : withheld_words(item);
        return line;
    }
    line.id = item.id;
    line.purpose = workflows::to_words(item.purpose);
    line.presenter = item.presenter;
    line.minutes = item.minutes;
    line.summary = item.summary;
    line.restricted = item.visibility != workflows::Visibility::public_;
    for (const auto& paper : item.papers)
        line.papers.push_back(shown_paper(paper));
    if (line.papers.empty()) line.paper_words = paper_words(item);
    return line;
}

AgendaContent with_version(const db::AgendaVersionRow& version, AgendaContent content,
                           AgendaView& view) {
    view.version = version.number;
    view.published_at = version.published_at;
    view.clear_days = version.clear_days;
    view.late_reason = version.late_reason;
    view.published_for = workflows::PlannedDate::parse(content.planned).value();
    return content;
}

// Nothing when the version that the meeting names is not there: what is being prepared now was
// never published, so it does not stand in for it.
std::optional<AgendaContent> content_of(db::ReadTx& tx, const db::MeetingRow& meeting, Level level,
                                        AgendaView& view) {
    if (const auto version = db::published_agenda(tx, meeting.id, meeting.published))
        return with_version(*version, published_content(tx, *version), view);
    if (level != Level::drafts) return std::nullopt;
    view.draft = true;
    return current_content(tx, meeting);
}

AgendaView with_items(AgendaView view, const std::optional<AgendaContent>& content, Level level) {
    view.shown = content.has_value();
    if (!view.shown) return view;
    for (const auto& item : seen_at(*content, level).items) {
        auto line = line_of(item, view.items.size() + 1);
        view.minutes += line.struck ? 0 : line.minutes;
        view.items.push_back(std::move(line));
    }
    return view;
}

template <class Rows>
const Rows& rows_of(const std::map<std::string, Rows>& by_meeting, const std::string& meeting) {
    static const Rows none;
    const auto own = by_meeting.find(meeting);
    return own == by_meeting.end() ? none : own->second;
}

}  // namespace

bool may_show_agenda(const db::MeetingRow& meeting, Level level) {
    if (meeting.published == 0) return level == Level::drafts;
    return level != Level::public_ || meeting.held_in != workflows::HeldIn::private_;
}

AgendaView agenda_view(db::ReadTx& tx, const db::MeetingRow& meeting, Level level) {
    AgendaView view;
    view.shown = may_show_agenda(meeting, level);
    if (!view.shown) return view;
    const auto content = content_of(tx, meeting, level, view);
    return with_items(std::move(view), content, level);
}

Agendas::Agendas(db::ReadTx& tx, const std::map<std::string, Level>& meetings) {
    std::set<std::string> all;
    std::set<std::string> drafts;
    for (const auto& [meeting, level] : meetings) {
        all.insert(meeting);
        if (level == Level::drafts) drafts.insert(meeting);
    }
    items_ = db::list_items(tx, all);
    versions_ = db::published_agendas(tx, all);
    removed_ = db::list_removed_papers(tx, all);
    papers_ = db::list_papers_of_meetings(tx, drafts);
    std::vector<db::AgendaItemRow> of_drafts;
    for (const auto& meeting : drafts)
        for (const auto& item : rows_of(items_, meeting))
            of_drafts.push_back(item);
    owners_ = owners_of(tx, of_drafts);
}

AgendaView Agendas::view(const db::MeetingRow& meeting, Level level) const {
    AgendaView view;
    view.shown = may_show_agenda(meeting, level);
    if (!view.shown) return view;
    const auto& items = rows_of(items_, meeting.id);
    std::optional<AgendaContent> content;
    if (const auto version = versions_.find(meeting.id); version != versions_.end()) {
        content = with_version(
            version->second,
            published_content(version->second, items, rows_of(removed_, meeting.id)), view);
    } else if (level == Level::drafts) {
        view.draft = true;
        content = current_content(meeting, items, rows_of(papers_, meeting.id), owners_);
    }
    return with_items(std::move(view), content, level);
}

}  // namespace server::agenda
