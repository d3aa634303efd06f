// What an agenda said when it was published: the JSON of a version as a struct, and as much of it
// as one reader may see.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "db/agenda.hpp"
#include "db/agenda_versions.hpp"
#include "db/database.hpp"
#include "db/meetings.hpp"
#include "db/papers.hpp"
#include "workflows/agenda/agenda.hpp"
#include "workflows/boards/board.hpp"
#include "workflows/core/policy.hpp"

namespace server::agenda {

struct PublishedPaper {
    std::string id;  // read at /papers/ID.pdf
    std::string title;
    std::string file_name;
    std::string sha256;
    long long size_bytes = 0;
    int pages = 0;
};

struct PublishedItem {
    std::string id;
    std::string title;
    std::string public_title;
    workflows::ItemPurpose purpose = workflows::ItemPurpose::discuss;
    std::string summary;
    std::string owner;      // the post that answers for it, or empty
    std::string presenter;  // or empty
    int minutes = 0;        // 0: not timed
    workflows::Visibility visibility = workflows::Visibility::public_;
    workflows::PaperStatus paper_status = workflows::PaperStatus::expected;
    bool withdrawn = false;  // after an earlier version was published
    std::vector<PublishedPaper> papers;

    int removed_papers = 0;  // set by published_content(): since this version was published

    // Set by seen_at() and by nothing else.
    bool withheld = false;   // title is the public one; all else is empty
    int withheld_pages = 0;  // of papers that are not shown
};

/// An item's number is its place, from 1: the same for every reader.
struct AgendaContent {
    std::string planned;  // key of the date it was published for
    std::string starts;
    std::string ends;
    std::string place;
    std::vector<PublishedItem> items;
};

using People = std::map<std::string, workflows::Person>;  // by key
/// The authors of the items.
People owners_of(db::ReadTx& tx, const std::vector<db::AgendaItemRow>& items);

/// The agenda as it stands now, ready to publish; `items`, `papers` and `owners` are all of it.
AgendaContent current_content(db::ReadTx& tx, const db::MeetingRow& meeting);
AgendaContent current_content(const db::MeetingRow& meeting,
                              const std::vector<db::AgendaItemRow>& items,
                              const std::vector<db::PaperRow>& papers, const People& owners);

/// What a version said, but never more than is open now: an item that was made more private since
/// is so here too, and a paper that was removed is only counted. What was published by mistake
/// closes at once.
AgendaContent published_content(db::ReadTx& tx, const db::AgendaVersionRow& version);
AgendaContent published_content(const db::AgendaVersionRow& version,
                                const std::vector<db::AgendaItemRow>& items_now,
                                const std::vector<std::string>& removed_papers);

/// The same content gives the same text.
std::string to_json(const AgendaContent& content);
/// Throws std::exception for text that to_json() did not write.
AgendaContent parse_agenda_content(std::string_view json);

/// What a reader of that level may see; numbers and order stay.
AgendaContent seen_at(AgendaContent content, workflows::Level level);
bool may_see(workflows::Visibility visibility, workflows::Level level);

/// "Verbal item – no paper", "Paper to follow", "2 papers were removed" or empty where
/// papers are listed.
std::string paper_words(const PublishedItem& item);
/// "This paper is private. 3 pages are not in this pack." or empty.
std::string withheld_words(const PublishedItem& item);
/// "1 page", "3 pages".
std::string pages_words(long long pages);
/// "840 KB", "1.2 MB".
std::string size_words(long long bytes);

}  // namespace server::agenda
