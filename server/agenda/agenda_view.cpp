#include "server/agenda/agenda_view.hpp"

#include <algorithm>

#include "db/agenda_versions.hpp"
#include "server/agenda/agenda_content.hpp"
#include "server/agenda/words.hpp"
#include "server/web/href.hpp"
#include "server/web/routes.hpp"
#include "workflows/agenda/agenda.hpp"

namespace server::agenda {
namespace {

using workflows::Level;

bool may_read_any(const db::MeetingRow& meeting, Level level) {
    if (meeting.published == 0) return level == Level::drafts;
    return level != Level::public_ || meeting.held_in != workflows::HeldIn::private_;
}

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

// Nothing when the version that the meeting names is not there: what is being prepared now was
// never published, so it does not stand in for it.
std::optional<AgendaContent> published_items(db::ReadTx& tx, const db::MeetingRow& meeting,
                                             AgendaView& view) {
    const auto version = db::published_agenda(tx, meeting.id, meeting.published);
    if (!version) return std::nullopt;
    view.version = version->number;
    view.published_at = version->published_at;
    view.clear_days = version->clear_days;
    view.late_reason = version->late_reason;
    auto content = published_content(tx, *version);
    view.published_for = workflows::PlannedDate::parse(content.planned).value();
    return content;
}

std::optional<AgendaContent> content_of(db::ReadTx& tx, const db::MeetingRow& meeting, Level level,
                                        AgendaView& view) {
    if (auto published = published_items(tx, meeting, view)) return published;
    if (level != Level::drafts) return std::nullopt;
    view.draft = true;
    return current_content(tx, meeting);
}

}  // namespace

AgendaView agenda_view(db::ReadTx& tx, const db::MeetingRow& meeting, Level level) {
    AgendaView view;
    view.shown = may_read_any(meeting, level);
    if (!view.shown) return view;
    const auto content = content_of(tx, meeting, level, view);
    view.shown = content.has_value();
    if (!view.shown) return view;
    for (const auto& item : seen_at(*content, level).items) {
        auto line = line_of(item, view.items.size() + 1);
        view.minutes += line.struck ? 0 : line.minutes;
        view.items.push_back(std::move(line));
    }
    return view;
}

}  // namespace server::agenda
