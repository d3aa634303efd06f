#include "server/requests/request_commands.hpp"

#include <algorithm>

#include "db/audit.hpp"
#include "db/boards.hpp"
#include "db/case_log.hpp"
#include "db/county.hpp"
#include "db/meetings.hpp"
#include "server/boards/board_business.hpp"
#include "server/boards/officers.hpp"
#include "server/requests/request_meetings_commands.hpp"
#include "server/requests/words.hpp"
#include "server/web/site.hpp"
#include "workflows/meetings/deadlines.hpp"
#include "workflows/requests/request_guards.hpp"

namespace server::requests {
namespace {

using workflows::Code;
using workflows::EffectKind;
using workflows::RequestEvent;
using workflows::RequestState;
using workflows::Side;

const std::string& board_of(const workflows::AgendaRequest& request, Side side) {
    return side == Side::asking ? request.from_board : request.to_board;
}

// Who did it: the audit and the thread name the human, and for whom.
void note_actor(const web::Context& context, db::WriteTx& tx,
                const workflows::RequestDecision& decision,
                const workflows::AgendaRequest& request) {
    const auto& board = board_of(request, decision.acted_for);
    tx.act_as({context.viewer.person, decision.on_behalf
                                          ? boards::chair_post(tx, board, context.today(tx))
                                          : std::string()});
}

std::string who_acts(const web::Context& context, const db::WriteTx& tx) {
    const auto& on_behalf = tx.actor().on_behalf;
    return on_behalf.empty() ? context.viewer.post
                             : words::on_behalf_of(context.viewer.post, on_behalf);
}

void send_letters(const web::Context& context, db::WriteTx& tx, const db::RequestRow& row,
                  const workflows::RequestDecision& decision, int number,
                  const std::string& comment) {
    for (const auto& effect : decision.effects) {
        if (effect.kind != EffectKind::send_mail) continue;
        const bool to_asking = effect.to == workflows::Audience::asking_side;
        queue_request_letter(context.app, tx, row,
                             {effect.mail, to_asking ? Side::asking : Side::asked,
                              std::to_string(number), who_acts(context, tx), comment});
    }
}

void write_down(db::WriteTx& tx, const db::RequestRow& row, RequestEvent event) {
    const std::string words(workflows::to_words(event));
    db::append_audit(tx, {"request." + std::string(workflows::to_text(event)), "request:" + row.id,
                          row.request.to_board,
                          row.request.from_board + " to " + row.request.to_board + ": " + words});
}

Result<void> check_wanted(const base::App& app, db::ReadTx& tx,
                          const workflows::AgendaRequest& request, const std::string& meeting,
                          workflows::Day today) {
    if (meeting.empty()) return {};
    auto as_item = request;
    as_item.kind = workflows::RequestKind::agenda_item;
    const workflows::RequestFacts facts{today, {}, request_meeting(app, tx, meeting)};
    auto open = workflows::guards::meeting_takes_items(as_item, {}, facts);
    // That its requests have closed is for the asked chair to say.
    if (!open && open.error().code == Code::invalid)
        return workflows::invalid("wanted_meeting", open.error().message);
    return {};
}

// What the decision asks for besides letters; `note` becomes what the thread should say of it.
Result<void> carry_out(const web::Context& context, db::WriteTx& tx,
                       const workflows::RequestDecision& decision, RequestEvent event,
                       db::RequestRow& row, std::string& note) {
    for (const auto& effect : decision.effects) {
        if (effect.kind == EffectKind::create_item) {
            const auto meeting = db::load_meeting(tx, row.meeting);
            if (!meeting) return meeting.error();
            row.item = db::create_item_for_request(tx, row, *meeting);
            note = words::added_to_agenda(row.request.to_board, meeting->planned.words());
        } else if (effect.kind == EffectKind::create_meeting) {
            row.meeting = plan_meeting_for(tx, row, event);
            note = words::meeting_planned;
        } else if (effect.kind == EffectKind::cancel_meeting) {
            if (auto done = cancel_meeting_of(context, tx, row, event); !done) return done;
            note = words::meeting_cancelled;
        } else if (effect.kind == EffectKind::remove_item ||
                   effect.kind == EffectKind::strike_item) {
            const bool published = effect.kind == EffectKind::strike_item;
            const auto gone = db::remove_item_of_request(tx, row, published);
            note = gone == db::ItemGone::struck ? words::item_struck : words::item_removed;
            if (gone == db::ItemGone::removed) row.item.clear();
        }
    }
    return {};
}

void add_sentence(std::string& text, const std::string& sentence) {
    if (sentence.empty()) return;
    const bool ends = std::string_view(".!?").find(sentence.back()) != std::string_view::npos;
    text += (text.empty() ? "" : "\n") + sentence + (ends ? "" : ".");
}

// The thread keeps what a step changes: the request itself shows only what it is now.
std::string changed_words(const workflows::AgendaRequest& before,
                          const workflows::RequestCommand& command,
                          const workflows::RequestDecision& decision) {
    std::string words;
    const auto& edit = command.edit;
    if (edit && edit->title != before.title) add_sentence(words, words::title_before(before.title));
    if (before.consider_by && decision.consider_by != before.consider_by)
        add_sentence(words, words::consider_by_before(*before.consider_by));
    if (before.answer_by && decision.answer_by != before.answer_by)
        add_sentence(words, words::answer_by_before(*before.answer_by));
    // Last, since it may have several lines.
    if (edit && edit->details != before.details && !before.details.empty())
        add_sentence(words, words::details_before(before.details));
    return words;
}

// The row before the effects: what the step itself says.
void apply_step(db::RequestRow& row, const RequestMove& move,
                const workflows::RequestDecision& decision) {
    const auto event = move.command.event;
    row.request.state = decision.to;
    row.request.consider_by = decision.consider_by;
    row.request.answer_by = decision.answer_by;
    if (const auto& edit = move.command.edit) {
        row.request.title = edit->title;
        row.request.details = edit->details;
    }
    const bool places_item = row.request.kind == workflows::RequestKind::agenda_item;
    if (event == RequestEvent::accept || event == RequestEvent::accept_late)
        row.meeting = places_item ? move.meeting : std::string();
    if (event == RequestEvent::accept_late) row.late_reason = move.command.comment;
    if (event == RequestEvent::answer) row.answer = move.command.comment;
    if (event == RequestEvent::offer) {
        row.request.offer = move.command.offer;
        row.meeting = move.command.offer->meeting;
    }
}

// A request that is open again, or refused, has neither an offer nor a meeting any more.
void forget_meeting(db::RequestRow& row) {
    const auto state = row.request.state;
    const bool again = state == RequestState::considering || state == RequestState::sent ||
                       state == RequestState::returned || state == RequestState::declined;
    if (!again || (!row.item.empty() && !row.answer.empty())) return;
    row.request.offer.reset();
    row.meeting.clear();
    row.item.clear();
}

std::string meeting_in_question(const db::RequestRow& row, const RequestMove& move) {
    switch (move.command.event) {
        case RequestEvent::accept:
        case RequestEvent::accept_late:
        case RequestEvent::offer:
            return move.meeting;
        case RequestEvent::agree:
            return row.meeting;
        default:
            return row.request.has_item || row.request.has_meeting ? row.meeting : std::string();
    }
}

}  // namespace

workflows::RequestActor request_actor(const web::Viewer& viewer,
                                      const workflows::AgendaRequest& request) {
    return {viewer.chairs(request.from_board), viewer.serves(request.from_board),
            viewer.chairs(request.to_board), viewer.serves(request.to_board)};
}

std::optional<workflows::RequestMeeting> request_meeting(const base::App& app, db::ReadTx& tx,
                                                         const std::string& id) {
    const auto meeting = id.empty() ? std::nullopt : db::find_meeting(tx, id);
    if (!meeting) return std::nullopt;
    return request_meeting(*meeting, db::find_board(tx, meeting->board), app.holidays(tx));
}

workflows::RequestMeeting request_meeting(const db::MeetingRow& meeting,
                                          const std::optional<workflows::Board>& board,
                                          const workflows::Holidays& holidays) {
    workflows::RequestMeeting facts;
    facts.board = meeting.board;
    facts.state = meeting.state;
    facts.date = meeting.planned;
    facts.agenda_published = meeting.published > 0;
    facts.takes_items = boards::carries_business(meeting);
    workflows::LeadTimes lead_times;
    if (board) lead_times.requests_close_days = board->requests_close_days;
    facts.requests_close = workflows::deadlines(meeting.planned, lead_times,
                                                holidays)[workflows::Deadline::requests_close]
                               .day;
    return facts;
}

std::vector<std::string> timetable_hints(db::ReadTx& tx, const workflows::AgendaRequest& request,
                                         workflows::Day today) {
    const auto obligations = workflows::expand(db::list_timetable(tx), db::list_groups(tx),
                                               db::list_successions(tx), today);
    const auto board = db::find_board(tx, request.to_board);
    std::vector<std::string> hints;
    for (const auto& each :
         workflows::already_in_timetable(request.title, request.to_board, obligations))
        hints.push_back(workflows::timetable_hint(each, board ? board->name : each.board));
    return hints;
}

Result<db::RequestRow> send_request(const web::Context& context, db::WriteTx& tx,
                                    workflows::AgendaRequest request,
                                    const std::string& wanted_meeting) {
    const auto today = context.today(tx);
    const workflows::RequestFacts facts{today, request_actor(context.viewer, request), {}};
    const auto decision = workflows::check_new(request, facts);
    if (!decision) return decision.error();
    if (auto ok = check_wanted(context.app, tx, request, wanted_meeting, today); !ok)
        return ok.error();
    note_actor(context, tx, *decision, request);
    db::RequestRow row;
    row.request = std::move(request);
    row.request.state = decision->to;
    row.wanted_meeting = wanted_meeting;
    row = db::insert_request(tx, std::move(row));
    db::CaseEventRow event;
    event.on_behalf = tx.actor().on_behalf;
    event.event = workflows::to_text(RequestEvent::send);
    event.to_state = workflows::to_text(decision->to);
    const int number = db::append_case_event(tx, db::CaseKind::request, row.id, event);
    write_down(tx, row, RequestEvent::send);
    send_letters(context, tx, row, *decision, number, "");
    return row;
}

Result<void> take_step(const web::Context& context, db::WriteTx& tx, db::RequestRow row,
                       const RequestMove& move) {
    const workflows::RequestFacts facts{
        context.today(tx), request_actor(context.viewer, row.request),
        request_meeting(context.app, tx, meeting_in_question(row, move))};
    const auto decision = workflows::decide(row.request, move.command, facts);
    if (!decision) return decision.error();
    note_actor(context, tx, *decision, row.request);
    db::CaseEventRow event;
    event.on_behalf = tx.actor().on_behalf;
    event.event = workflows::to_text(move.command.event);
    event.from_state = workflows::to_text(row.request.state);
    event.to_state = workflows::to_text(decision->to);
    const std::string changed = changed_words(row.request, move.command, *decision);
    std::string note;
    apply_step(row, move, *decision);
    const bool taken_back =
        move.command.event == RequestEvent::withdraw || move.command.event == RequestEvent::reopen;
    if (taken_back && row.request.has_meeting) note = standing_meeting_words(tx, row);
    if (auto ok = carry_out(context, tx, *decision, move.command.event, row, note); !ok) return ok;
    forget_meeting(row);
    if (auto saved = db::save_request(tx, row); !saved) return saved;
    if (move.command.event == RequestEvent::escalate) {
        const auto& followers = context.app.site->followers.request_escalated;
        const auto lines = web::follow(followers, context, tx, row, move.command.comment);
        if (!lines) return lines.error();
        note = *lines;
    }
    if (move.command.event == RequestEvent::send_extract)
        db::save_request_extract(tx, row.id, move.command.comment);
    if (move.command.event == RequestEvent::reopen) db::erase_request_extract(tx, row.id);
    event.comment = move.command.comment;
    if (!changed.empty()) event.comment += (event.comment.empty() ? "" : "\n") + changed;
    add_sentence(event.comment, note);
    const int number = db::append_case_event(tx, db::CaseKind::request, row.id, event);
    write_down(tx, row, move.command.event);
    send_letters(context, tx, row, *decision, number, event.comment);
    return {};
}

}  // namespace server::requests
