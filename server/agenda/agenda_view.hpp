// The agenda of a meeting as one reader may see it: the one place where items are let through.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "db/agenda.hpp"
#include "db/agenda_versions.hpp"
#include "db/database.hpp"
#include "db/meetings.hpp"
#include "db/papers.hpp"
#include "workflows/boards/board.hpp"
#include "workflows/core/policy.hpp"

namespace server::agenda {

struct AgendaPaper {
    std::string title;
    std::string href;
    std::string facts;  // "PDF, 1.2 MB, 44 pages"
    int pages = 0;
};

struct AgendaLine {
    std::size_t number = 0;  // from 1; a withheld item keeps its number
    std::string id;          // empty when withheld
    std::string title;       // the public title of a withheld item
    std::string purpose;     // "for information"; empty when withheld
    std::string presenter;
    int minutes = 0;
    std::string summary;
    std::string paper_words;  // "Verbal item, no paper", "Paper to follow", or empty
    bool withheld = false;
    std::string withheld_words;  // not empty when withheld: "This paper is private. 3 pages are not
                                 // in this pack."
    bool restricted = false;     // this reader sees more of it than the public
    bool struck = false;         // withdrawn after publication
    std::vector<AgendaPaper> papers;
};

struct AgendaView {
    bool shown = false;  // false: nothing is published, or not for this reader
    bool draft = false;  // shown to those who prepare it only
    int version = 0;
    std::optional<workflows::Instant> published_at;
    int clear_days = 0;                    // to published_for
    workflows::PlannedDate published_for;  // the meeting may have been moved since
    std::string late_reason;
    std::vector<AgendaLine> items;
    int minutes = 0;  // of all items that show theirs
};

/// Whether a reader of that level may see anything of the meeting's agenda, published or draft.
bool may_show_agenda(const db::MeetingRow& meeting, workflows::Level level);

/// The published agenda; its draft while there is none, or its version is missing, at
/// Level::drafts. The public gets the agenda of a meeting held in public or partly so, and of items
/// that are not public only number and public title.
AgendaView agenda_view(db::ReadTx& tx, const db::MeetingRow& meeting, workflows::Level level);

/// The same of many meetings, with as many reads as for one.
class Agendas {
  public:
    /// `meetings` by id, each with the highest level at which it is looked at.
    Agendas(db::ReadTx& tx, const std::map<std::string, workflows::Level>& meetings);
    AgendaView view(const db::MeetingRow& meeting, workflows::Level level) const;

  private:
    std::map<std::string, std::vector<db::AgendaItemRow>> items_;
    std::map<std::string, db::AgendaVersionRow> versions_;
    std::map<std::string, std::vector<std::string>> removed_;
    std::map<std::string, std::vector<db::PaperRow>> papers_;
    std::map<std::string, workflows::Person> owners_;
};

}  // namespace server::agenda
