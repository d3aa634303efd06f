#include "server/pages/agenda_view.hpp"

#include <algorithm>

#include "db/agenda.hpp"
#include "db/agenda_versions.hpp"
#include "db/papers.hpp"
#include "workflows/agenda.hpp"

namespace server::pages {
namespace {

using workflows::Level;
using workflows::ViewerLevel;
using workflows::Visibility;

constexpr long long kilobyte = 1000;
constexpr long long megabyte = 1000 * kilobyte;

ViewerLevel viewer_level(Level level) {
    switch (level) {
        case Level::public_:
            return ViewerLevel::public_;
        case Level::members:
            return ViewerLevel::member;
        case Level::exempt:
        case Level::drafts:
            break;
    }
    return ViewerLevel::exempt_reader;
}

bool may_read_any(const db::MeetingRow& meeting, Level level) {
    if (meeting.published == 0) return level == Level::drafts;
    return level != Level::public_ || meeting.held_in != "private";
}

std::string file_kind(const std::string& file_name) {
    const auto dot = file_name.rfind('.');
    if (dot == std::string::npos) return "file";
    std::string kind = file_name.substr(dot + 1);
    std::transform(kind.begin(), kind.end(), kind.begin(),
                   [](unsigned char letter) { return static_cast<char>(std::toupper(letter)); });
    return kind;
}

AgendaPaper shown_paper(const db::PaperRow& paper) {
    AgendaPaper shown;
    shown.title = paper.title;
    shown.href = "/papers/" + paper.id;
    shown.pages = paper.pages;
    shown.facts = file_kind(paper.file_name) + ", " + size_words(paper.size_bytes);
    if (paper.pages > 0) {
        shown.facts += ", " + std::to_string(paper.pages) + (paper.pages == 1 ? " page" : " pages");
    }
    return shown;
}

std::string paper_words(const std::string& status) {
    if (status == "none") return "Verbal item, no paper";
    return status == "expected" ? "Paper to follow" : "";
}

// The item's own words; withheld ones keep nothing but what the caller set.
void reveal(AgendaLine& line, const db::AgendaItemRow& item, const std::vector<db::PaperRow>& papers) {
    line.id = item.id;
    line.presenter = item.presenter;
    line.minutes = item.minutes;
    line.summary = item.summary;
    line.struck = item.struck;
    line.restricted = item.visibility != "public";
    if (const auto purpose = workflows::from_text<workflows::ItemPurpose>(item.purpose)) {
        line.purpose = workflows::to_words(*purpose);
    }
    for (const auto& paper : papers) {
        if (paper.item == item.id) line.papers.push_back(shown_paper(paper));
    }
    if (line.papers.empty()) line.paper_words = paper_words(item.paper_status);
}

std::vector<workflows::AgendaItem> rule_items(const std::vector<db::AgendaItemRow>& items) {
    std::vector<workflows::AgendaItem> all;
    for (const auto& item : items) {
        workflows::AgendaItem one;
        one.title = item.title;
        one.public_title = item.public_title;
        one.minutes = item.minutes;
        // Anything this program does not know is kept back.
        one.visibility =
            workflows::from_text<Visibility>(item.visibility).value_or(Visibility::exempt);
        all.push_back(std::move(one));
    }
    return all;
}

void add_publication(db::ReadTx& tx, const db::MeetingRow& meeting, AgendaView& view) {
    view.version = meeting.published;
    view.draft = meeting.published == 0;
    if (view.draft) return;
    if (const auto version = db::published_agenda(tx, meeting.id, meeting.published)) {
        view.published_at = version->published_at;
        view.clear_days = version->clear_days;
        view.late_reason = version->late_reason;
    }
}

}  // namespace

AgendaView agenda_view(db::ReadTx& tx, const db::MeetingRow& meeting, Level level) {
    AgendaView view;
    view.shown = may_read_any(meeting, level);
    if (!view.shown) return view;
    add_publication(tx, meeting, view);
    const auto items = db::list_items(tx, meeting.id);
    const auto papers = db::list_papers_of_meeting(tx, meeting.id);
    for (const auto& visible : workflows::visible(rule_items(items), viewer_level(level))) {
        AgendaLine line;
        line.number = visible.number;
        line.title = visible.title;
        line.withheld = visible.withheld;
        if (!visible.withheld) reveal(line, items[visible.index], papers);
        view.minutes += line.struck ? 0 : line.minutes;
        view.items.push_back(std::move(line));
    }
    return view;
}

std::string size_words(long long bytes) {
    if (bytes < megabyte) {
        return std::to_string(std::max(1LL, (bytes + kilobyte / 2) / kilobyte)) + " KB";
    }
    const long long tenths = (bytes + megabyte / 20) / (megabyte / 10);
    return std::to_string(tenths / 10) + "." + std::to_string(tenths % 10) + " MB";
}

}  // namespace server::pages
