#include "server/papers/late_papers_queries.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "db/boards.hpp"
#include "db/meetings.hpp"
#include "db/people.hpp"
#include "db/reminders.hpp"
#include "server/meetings/deadline_words.hpp"
#include "server/papers/words.hpp"
#include "server/web/href.hpp"
#include "server/web/routes.hpp"

namespace server::papers {
namespace {

using workflows::Day;

class Finder {
  public:
    Finder(db::ReadTx& tx, const base::Viewer& viewer, const workflows::Holidays& holidays,
           Day today)
        : tx_(tx), viewer_(viewer), holidays_(holidays), today_(today) {}

    std::vector<LatePaper> all() {
        const Day last = today_ + std::chrono::days(late_papers_meetings_ahead_days);
        const auto items = db::list_paperless_items(tx_, {today_, last});
        load(items);
        for (const auto& item : items)
            add(item);
        std::ranges::sort(found_, {}, [](const LatePaper& paper) {
            return std::tuple(paper.due, paper.board, paper.item);
        });
        return std::move(found_);
    }

  private:
    void load(const std::vector<db::PaperlessItem>& items) {
        std::set<std::string> meetings;
        std::set<std::string> owners;
        for (const auto& item : items) {
            meetings.insert(item.meeting);
            owners.insert(item.owner);
        }
        meetings_ = db::find_meetings(tx_, meetings);
        owners_ = db::find_people(tx_, owners);
        boards_ = db::boards_by_code(tx_);
    }

    void add(const db::PaperlessItem& item) {
        const auto& meeting = meetings_.at(item.meeting);
        if (!base::may(viewer_, workflows::Action::edit_agenda, meeting.board)) return;
        const auto due = due_day(item, meeting, boards_.at(meeting.board));
        if (!due || *due > today_ + std::chrono::days(late_papers_ahead_days)) return;
        const auto owner = owners_.find(item.owner);
        const bool known = owner != owners_.end();
        found_.push_back({item.id, meeting.board, item.title, known ? owner->first : std::string(),
                          known ? owner->second.post : std::string(), meeting.planned.words(), *due,
                          *due < today_});
    }

    std::optional<Day> due_day(const db::PaperlessItem& item, const db::MeetingRow& meeting,
                               const workflows::Board& board) const {
        const auto day =
            meetings::deadline_day(meeting, board, workflows::Deadline::papers_due, holidays_);
        if (!day || !item.created_at) return day;
        const auto since = workflows::to_local(*item.created_at, board.zone).day;
        return workflows::paper_due_day(*day, since, *meeting.planned.day(), holidays_);
    }

    db::ReadTx& tx_;
    const base::Viewer& viewer_;
    const workflows::Holidays& holidays_;
    Day today_;
    std::map<std::string, db::MeetingRow> meetings_;
    std::map<std::string, workflows::Person> owners_;
    std::map<std::string, workflows::Board> boards_;
    std::vector<LatePaper> found_;
};

}  // namespace

std::vector<LatePaper> late_papers(db::ReadTx& tx, const base::Viewer& viewer,
                                   const workflows::Holidays& holidays, Day today) {
    if (viewer.boards_served().empty()) return {};
    return Finder(tx, viewer, holidays, today).all();
}

bool any_late(const std::vector<LatePaper>& papers) {
    return std::ranges::any_of(papers, &LatePaper::late);
}

void add_late_paper_todo(db::ReadTx& tx, const letters::TodoFacts& facts,
                         std::vector<workflows::Todo>& todos) {
    auto papers = late_papers(tx, facts.viewer, facts.holidays, facts.today);
    const bool late = any_late(papers);
    if (late) std::erase_if(papers, [](const LatePaper& paper) { return !paper.late; });
    if (papers.empty()) return;

    todos.push_back(
        {workflows::TodoKind::papers_due, papers.front().due,
         late ? words::chase_overdue(papers.size()) : words::chase_due_soon(papers.size()),
         web::href(routes::late_papers), papers.front().board});
}

}  // namespace server::papers
