// Where an answer goes: an item on the next agenda of the board that asked, put there by itself.
#include <algorithm>

#include "db/agenda.hpp"
#include "db/audit.hpp"
#include "db/boards.hpp"
#include "db/case_log.hpp"
#include "db/meetings.hpp"
#include "db/papers.hpp"
#include "server/boards/board_business.hpp"
#include "server/meetings/deadline_words.hpp"
#include "server/responses/response_commands.hpp"
#include "server/responses/words.hpp"
#include "workflows/agenda/agenda.hpp"
#include "workflows/text/utf8.hpp"

namespace server::responses {
namespace {

using workflows::ResponseEvent;
using workflows::Visibility;

/// What the item of an answer quotes of it; the rest stands behind the link in the thread.
constexpr std::size_t summary_characters_max = 600;

bool takes_business(const db::MeetingRow& meeting) {
    const bool to_come = workflows::is_to_come(meeting.state);
    return boards::carries_business(meeting) && to_come && meeting.published == 0;
}

// At most `most` characters, cut at a blank, whole ones of UTF-8.
std::string cut(const std::string& text, std::size_t most) {
    if (workflows::text::characters(text) <= most) return text;
    const auto bytes = workflows::text::first_characters(text, most - 1).size();
    const auto blank = text.rfind(' ', bytes);
    return text.substr(0, blank == std::string::npos || blank == 0 ? bytes : blank) + "…";
}

Visibility visibility_at(const db::ResponseRow& row, const db::MeetingRow& meeting) {
    if (row.visibility == Visibility::exempt) return Visibility::exempt;
    const bool open =
        row.visibility == Visibility::public_ && meeting.held_in == workflows::HeldIn::public_;
    return open ? Visibility::public_ : Visibility::members;
}

db::AgendaItemRow item_of(const db::ResponseRow& row, const db::MeetingRow& meeting) {
    db::AgendaItemRow item;
    item.meeting = meeting.id;
    item.title = cut(words::item_title(row.response.owing_board, response_title(row)),
                     workflows::title_characters_max);
    item.purpose = row.response.required == workflows::ResponseWanted::note
                       ? workflows::ItemPurpose::note
                       : workflows::ItemPurpose::discuss;
    item.summary = cut(row.answer, summary_characters_max);
    if (!row.evidence.empty()) item.summary += "\n" + words::evidence_given(row.evidence);
    item.owner = row.owner;
    item.visibility = visibility_at(row, meeting);
    item.paper_status = workflows::PaperStatus::none;
    return item;
}

// By itself, whoever gave the answer: the thread and the trail say so.
class ByItself {
  public:
    explicit ByItself(db::WriteTx& tx) : tx_(tx), before_(tx.actor()) { tx.act_as({}); }
    ~ByItself() { tx_.act_as(before_); }
    ByItself(const ByItself&) = delete;
    ByItself& operator=(const ByItself&) = delete;

  private:
    db::WriteTx& tx_;
    db::Actor before_;
};

Result<void> record(db::WriteTx& tx, db::ResponseRow& row, ResponseEvent event,
                    const std::string& words) {
    const auto today = db::county_day(tx);
    const auto decision = workflows::decide(row.response, {event}, {today, {.service = true}, {}});
    if (!decision) return decision.error();
    db::CaseEventRow line;
    line.event = workflows::to_text(event);
    line.from_state = workflows::to_text(row.response.state);
    line.to_state = workflows::to_text(decision->to);
    line.comment = words;
    row.response.state = decision->to;
    if (auto saved = db::save_response(tx, row); !saved) return saved;
    ++row.version;
    db::append_case_event(tx, db::CaseKind::response, row.id, line);
    db::append_audit(
        tx, {"response." + line.event, "response:" + row.id, row.response.asking_board, words});
    return {};
}

Result<void> displace(db::WriteTx& tx, db::ResponseRow& row) {
    const auto meeting = db::find_meeting(tx, row.meeting);
    row.meeting.clear();
    row.item.clear();
    return record(
        tx, row, ResponseEvent::displace,
        meeting ? words::meeting_cancelled(meeting->planned.words()) : words::a_meeting_cancelled);
}

bool can_place(const base::App& app, db::ReadTx& tx, const std::vector<db::ResponseRow>& rows) {
    return std::any_of(rows.begin(), rows.end(), [&](const auto& row) {
        return meeting_for_answer(app, tx, row.response.asking_board).has_value();
    });
}

}  // namespace

std::optional<db::MeetingRow> meeting_for_answer(const base::App& app, db::ReadTx& tx,
                                                 const std::string& board) {
    const auto today = db::county_day(tx);
    const auto facts = db::find_board(tx, board);
    if (!facts) return std::nullopt;
    const auto holidays = app.holidays(tx);
    for (auto& meeting : db::list_meetings(tx, {.board = board, .from = today})) {
        if (!takes_business(meeting)) continue;
        const auto out =
            meetings::deadline_day(meeting, *facts, workflows::Deadline::agenda_out, holidays);
        if (!out || *out >= today) return std::move(meeting);
    }
    return std::nullopt;
}

Result<void> place_answer(base::App& app, db::WriteTx& tx, const db::ResponseRow& answered) {
    const auto meeting = meeting_for_answer(app, tx, answered.response.asking_board);
    if (!meeting) return {};
    const ByItself by_itself(tx);
    auto row = answered;
    const auto item = db::insert_item(tx, item_of(row, *meeting));
    row.meeting = meeting->id;
    row.item = item.id;
    db::append_audit(tx, {"agenda.add", "item:" + item.id, meeting->board,
                          "item " + std::to_string(item.position) + ": a response"});
    return record(tx, row, ResponseEvent::place,
                  words::added_to_agenda(meeting->board, meeting->planned.words(), item.position));
}

int place_waiting_answers(base::App& app) {
    {
        const auto tx = app.database.begin_read();
        const auto lost = db::list_displaced_responses(*tx);
        if (lost.empty() && !can_place(app, *tx, db::list_unplaced_responses(*tx))) return 0;
    }
    auto tx = app.database.begin_write();
    for (auto& row : db::list_displaced_responses(*tx))
        displace(*tx, row).value();
    const auto waiting = db::list_unplaced_responses(*tx);
    for (const auto& row : waiting)
        place_answer(app, *tx, row).value();
    const auto left = db::list_unplaced_responses(*tx).size();
    tx->commit();
    return static_cast<int>(waiting.size() - left);
}

// One that was published, or has papers, stays as it was seen.
void take_off_agenda(db::WriteTx& tx, const db::ResponseRow& row) {
    const auto item = row.item.empty() ? std::nullopt : db::find_item(tx, row.item);
    if (!item || item->struck) return;
    const auto meeting = db::find_meeting(tx, item->meeting);
    const bool being_made = meeting && takes_business(*meeting);
    if (!being_made || !db::list_papers(tx, item->id).empty()) return;
    db::erase_item(tx, *item).value();
    db::append_audit(
        tx, {"agenda.remove", "item:" + item->id, meeting->board, "the response was sent back"});
}

}  // namespace server::responses
