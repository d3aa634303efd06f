#include "server/agenda/agenda_content.hpp"

#include <algorithm>
#include <boost/json.hpp>
#include <map>
#include <set>

#include "db/people.hpp"
#include "server/agenda/words.hpp"
#include "workflows/text/words.hpp"

namespace server::agenda {
namespace {

namespace json = boost::json;
using workflows::ItemPurpose;
using workflows::Level;
using workflows::Visibility;

constexpr int format = 1;

json::object object_of(const PublishedPaper& paper) {
    return {
        {"id", paper.id},         {"title", paper.title},           {"file_name", paper.file_name},
        {"sha256", paper.sha256}, {"size_bytes", paper.size_bytes}, {"pages", paper.pages}};
}

json::object object_of(const PublishedItem& item) {
    json::array papers;
    for (const auto& paper : item.papers)
        papers.push_back(object_of(paper));
    return {{"id", item.id},
            {"title", item.title},
            {"public_title", item.public_title},
            {"purpose", workflows::to_text(item.purpose)},
            {"summary", item.summary},
            {"owner", item.owner},
            {"presenter", item.presenter},
            {"minutes", item.minutes},
            {"visibility", workflows::to_text(item.visibility)},
            {"paper_status", workflows::to_text(item.paper_status)},
            {"withdrawn", item.withdrawn},
            {"papers", std::move(papers)}};
}

std::string text(const json::object& object, std::string_view key) {
    return json::value_to<std::string>(object.at(key));
}

template <class Enum>
Enum choice(const json::object& object, std::string_view key) {
    return workflows::from_text<Enum>(text(object, key)).value();
}

PublishedPaper paper_of(const json::object& object) {
    return {text(object, "id"),
            text(object, "title"),
            text(object, "file_name"),
            text(object, "sha256"),
            json::value_to<long long>(object.at("size_bytes")),
            json::value_to<int>(object.at("pages"))};
}

PublishedItem item_of(const json::object& object) {
    PublishedItem item;
    item.id = text(object, "id");
    item.title = text(object, "title");
    item.public_title = text(object, "public_title");
    item.purpose = choice<ItemPurpose>(object, "purpose");
    item.summary = text(object, "summary");
    item.owner = text(object, "owner");
    item.presenter = text(object, "presenter");
    item.minutes = json::value_to<int>(object.at("minutes"));
    item.visibility = choice<Visibility>(object, "visibility");
    item.paper_status = choice<workflows::PaperStatus>(object, "paper_status");
    item.withdrawn = object.at("withdrawn").as_bool();
    for (const auto& paper : object.at("papers").as_array())
        item.papers.push_back(paper_of(paper.as_object()));
    return item;
}

PublishedItem item_of(const db::AgendaItemRow& row, const People& owners) {
    PublishedItem item;
    item.id = row.id;
    item.title = row.title;
    item.public_title = row.public_title;
    item.purpose = row.purpose;
    item.summary = row.summary;
    const auto owner = owners.find(row.owner);
    if (owner != owners.end()) item.owner = owner->second.post;
    item.presenter = row.presenter;
    item.minutes = row.minutes;
    item.visibility = row.visibility;
    item.paper_status = row.paper_status;
    item.withdrawn = row.struck;
    return item;
}

workflows::ViewerLevel viewer_level(Level level) {
    switch (level) {
        case Level::public_:
            return workflows::ViewerLevel::public_;
        case Level::members:
            return workflows::ViewerLevel::member;
        case Level::exempt:
        case Level::drafts:
            return workflows::ViewerLevel::exempt_reader;
    }
    return workflows::ViewerLevel::public_;
}

// Built anew from what may be seen, so that a field added later is withheld until it is named here.
PublishedItem without_secrets(const PublishedItem& item, std::string title) {
    PublishedItem shown;
    shown.id = item.id;
    shown.title = std::move(title);
    shown.visibility = item.visibility;
    shown.withdrawn = item.withdrawn;
    shown.paper_status = item.paper_status;
    shown.withheld = true;
    for (const auto& paper : item.papers)
        shown.withheld_pages += paper.pages;
    return shown;
}

}  // namespace

People owners_of(db::ReadTx& tx, const std::vector<db::AgendaItemRow>& items) {
    std::set<std::string> keys;
    for (const auto& item : items)
        keys.insert(item.owner);
    return db::find_people(tx, keys);
}

AgendaContent current_content(db::ReadTx& tx, const db::MeetingRow& meeting) {
    const auto items = db::list_items(tx, meeting.id);
    return current_content(meeting, items, db::list_papers_of_meeting(tx, meeting.id),
                           owners_of(tx, items));
}

AgendaContent current_content(const db::MeetingRow& meeting,
                              const std::vector<db::AgendaItemRow>& items,
                              const std::vector<db::PaperRow>& papers_of_meeting,
                              const People& owners) {
    AgendaContent content{meeting.planned.key(), meeting.starts, meeting.ends, meeting.place, {}};
    std::map<std::string, std::vector<PublishedPaper>> papers;
    for (const auto& row : papers_of_meeting) {
        papers[row.item].push_back(
            {row.id, row.title, row.file_name, row.sha256, row.size_bytes, row.pages});
    }
    for (const auto& row : items) {
        auto item = item_of(row, owners);
        if (!item.withdrawn) item.papers = std::move(papers[row.id]);
        content.items.push_back(std::move(item));
    }
    return content;
}

AgendaContent published_content(db::ReadTx& tx, const db::AgendaVersionRow& version) {
    return published_content(version, db::list_items(tx, version.meeting),
                             db::list_removed_papers(tx, version.meeting));
}

AgendaContent published_content(const db::AgendaVersionRow& version,
                                const std::vector<db::AgendaItemRow>& items,
                                const std::vector<std::string>& removed) {
    auto content = parse_agenda_content(version.content);
    std::map<std::string, Visibility> now;
    for (const auto& row : items)
        now[row.id] = row.visibility;
    const auto is_removed = [&](const PublishedPaper& paper) {
        return std::find(removed.begin(), removed.end(), paper.id) != removed.end();
    };
    for (auto& item : content.items) {
        const auto found = now.find(item.id);
        if (found != now.end()) item.visibility = std::max(item.visibility, found->second);
        item.removed_papers = static_cast<int>(std::erase_if(item.papers, is_removed));
    }
    return content;
}

std::string to_json(const AgendaContent& content) {
    json::array items;
    for (const auto& item : content.items)
        items.push_back(object_of(item));
    return json::serialize(json::object{{"format", format},
                                        {"planned", content.planned},
                                        {"starts", content.starts},
                                        {"ends", content.ends},
                                        {"place", content.place},
                                        {"items", std::move(items)}});
}

AgendaContent parse_agenda_content(std::string_view text_of_json) {
    const auto value = json::parse(text_of_json);
    const auto& object = value.as_object();
    AgendaContent content{text(object, "planned"),
                          text(object, "starts"),
                          text(object, "ends"),
                          text(object, "place"),
                          {}};
    for (const auto& item : object.at("items").as_array())
        content.items.push_back(item_of(item.as_object()));
    return content;
}

AgendaContent seen_at(AgendaContent content, Level level) {
    std::vector<workflows::AgendaItem> rules;
    for (const auto& item : content.items) {
        rules.push_back(
            {item.title, item.public_title, item.purpose, item.visibility, item.minutes});
    }
    for (auto& shown : workflows::visible(rules, viewer_level(level))) {
        auto& item = content.items[shown.index];
        if (shown.withheld) item = without_secrets(item, std::move(shown.title));
    }
    return content;
}

bool may_see(Visibility visibility, Level level) {
    return static_cast<int>(visibility) <= static_cast<int>(viewer_level(level));
}

std::string paper_words(const PublishedItem& item) {
    if (item.withdrawn) return words::withdrawn;
    if (item.paper_status == workflows::PaperStatus::none) return words::verbal_update;
    if (item.papers.empty() && item.removed_papers > 0) {
        return words::removed_after_publication(item.removed_papers);
    }
    return item.paper_status == workflows::PaperStatus::expected ? words::report_to_follow : "";
}

std::string withheld_words(const PublishedItem& item) {
    if (!item.withheld || item.withheld_pages == 0) return {};
    return words::pages_not_in_this_pack(item.withheld_pages);
}

std::string pages_words(long long pages) {
    return workflows::text::counted(pages, "page", "pages");
}

std::string size_words(long long bytes) {
    constexpr long long kilobyte = 1000;
    constexpr long long megabyte = 1000 * kilobyte;
    if (bytes < megabyte) return words::kilobytes((bytes + kilobyte - 1) / kilobyte);
    const auto tenths = (bytes * 10 + megabyte - 1) / megabyte;
    return words::megabytes(tenths / 10, tenths % 10);
}

}  // namespace server::agenda
