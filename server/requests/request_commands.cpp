#include "server/requests/request_commands.hpp"

#include <algorithm>

#include "db/meetings.hpp"
#include "server/boards/officers.hpp"
#include "server/casework/take_step.hpp"
#include "server/requests/request_meetings_commands.hpp"
#include "server/requests/words.hpp"
#include "server/web/site.hpp"
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
db::Actor actor_of(const base::Acting& acting, db::ReadTx& tx,
                   const workflows::RequestDecision& decision,
                   const workflows::AgendaRequest& request) {
    const auto& board = board_of(request, decision.acted_for);
    return {acting.person,
            decision.on_behalf ? boards::chair_post(tx, board, acting.today) : std::string()};
}

std::string who_acts(const base::Acting& acting, const db::WriteTx& tx) {
    const auto& on_behalf = tx.actor().on_behalf;
    return on_behalf.empty() ? acting.post : words::on_behalf_of(acting.post, on_behalf);
}

void send_letters(base::App& app, const base::Acting& acting, db::WriteTx& tx,
                  const db::RequestRow& row, const workflows::RequestDecision& decision,
                  const casework::Recorded& recorded) {
    for (const auto& effect : decision.effects) {
        if (effect.kind != EffectKind::send_mail) continue;
        const bool to_asking = effect.to == workflows::Audience::asking_side;
        queue_request_letter(
            app, tx, row,
            {effect.mail, to_asking ? Side::asking : Side::asked, std::to_string(recorded.number),
             who_acts(acting, tx), recorded.comment});
    }
}

db::AuditNote audit_note(const db::RequestRow& row, RequestEvent event) {
    const std::string words(workflows::to_words(event));
    return {"request." + std::string(workflows::to_text(event)), "request:" + row.id,
            row.request.to_board,
            row.request.from_board + " to " + row.request.to_board + ": " + words};
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
Result<void> carry_out(base::App& app, const base::Acting& acting, db::WriteTx& tx,
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
            if (auto done = cancel_meeting_of(app, acting, tx, row, event); !done) return done;
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

void keep_extract(db::WriteTx& tx, const db::RequestRow& row, const RequestMove& move) {
    if (move.command.event == RequestEvent::send_extract)
        db::save_request_extract(tx, row.id, move.command.comment);
    if (move.command.event == RequestEvent::reopen) db::erase_request_extract(tx, row.id);
}

struct RequestCase {
    using Row = db::RequestRow;
    using Move = RequestMove;
    using Facts = workflows::RequestFacts;
    using Decision = workflows::RequestDecision;
    using Decided = casework::Decided<RequestCase>;
    static constexpr auto kind = db::CaseKind::request;

    base::App& app;
    const base::Acting& acting;

    Facts load_facts(db::ReadTx& tx, const Row& row, const Move& move) const {
        return {acting.today, request_actor(acting, row.request),
                request_meeting(app, tx, meeting_in_question(row, move))};
    }
    static Result<Decision> decide(const Row& row, const Move& move, const Facts& facts) {
        return workflows::decide(row.request, move.command, facts);
    }
    db::Actor actor(db::ReadTx& tx, const Row& row, const Decision& decision) const {
        return actor_of(acting, tx, decision, row.request);
    }
    Result<db::CaseEventRow> apply(db::WriteTx& tx, Row& row, const Decided& decided) const;
    static std::string_view state(const Row& row) { return workflows::to_text(row.request.state); }
    static const std::string& id(const Row& row) { return row.id; }
    static std::string_view event(const Move& move) {
        return workflows::to_text(move.command.event);
    }
    static db::AuditNote audit(const Row& row, const Move& move) {
        return audit_note(row, move.command.event);
    }
    void tell(db::WriteTx& tx, const Row& row, const Decided& decided,
              const casework::Recorded& recorded) const {
        send_letters(app, acting, tx, row, decided.decision, recorded);
    }
};

Result<db::CaseEventRow> RequestCase::apply(db::WriteTx& tx, Row& row,
                                            const Decided& decided) const {
    const auto& [move, facts, decision] = decided;
    const auto event = move.command.event;
    const std::string changed = changed_words(row.request, move.command, decision);
    std::string note;
    apply_step(row, move, decision);
    const bool taken_back = event == RequestEvent::withdraw || event == RequestEvent::reopen;
    if (taken_back && row.request.has_meeting) note = standing_meeting_words(tx, row);
    if (auto ok = carry_out(app, acting, tx, decision, event, row, note); !ok) return ok.error();
    forget_meeting(row);
    if (auto saved = db::save_request(tx, row); !saved) return saved.error();
    if (event == RequestEvent::escalate) {
        const auto& followers = app.site->followers.request_escalated;
        const auto lines = web::follow(followers, app, acting, tx, row, move.command.comment);
        if (!lines) return lines.error();
        note = *lines;
    }
    keep_extract(tx, row, move);
    db::CaseEventRow line;
    line.on_behalf = tx.actor().on_behalf;
    line.comment = move.command.comment;
    if (!changed.empty()) line.comment += (line.comment.empty() ? "" : "\n") + changed;
    add_sentence(line.comment, note);
    return line;
}

}  // namespace

workflows::RequestActor request_actor(const base::Viewer& viewer,
                                      const workflows::AgendaRequest& request) {
    return {viewer.chairs(request.from_board), viewer.serves(request.from_board),
            viewer.chairs(request.to_board), viewer.serves(request.to_board)};
}

Result<db::RequestRow> send_request(base::App& app, const base::Acting& acting, db::WriteTx& tx,
                                    workflows::AgendaRequest request,
                                    const std::string& wanted_meeting) {
    const auto today = acting.today;
    const workflows::RequestFacts facts{today, request_actor(acting, request), {}};
    const auto decision = workflows::check_new(request, facts);
    if (!decision) return decision.error();
    if (auto ok = check_wanted(app, tx, request, wanted_meeting, today); !ok) return ok.error();
    tx.act_as(actor_of(acting, tx, *decision, request));
    db::RequestRow row;
    row.request = std::move(request);
    row.request.state = decision->to;
    row.wanted_meeting = wanted_meeting;
    row = db::insert_request(tx, std::move(row));
    db::CaseEventRow event;
    event.on_behalf = tx.actor().on_behalf;
    event.event = workflows::to_text(RequestEvent::send);
    event.to_state = workflows::to_text(decision->to);
    const auto recorded = casework::record(tx, db::CaseKind::request, row.id, event,
                                           audit_note(row, RequestEvent::send));
    send_letters(app, acting, tx, row, *decision, recorded);
    return row;
}

Result<void> take_step(base::App& app, const base::Acting& acting, db::WriteTx& tx,
                       db::RequestRow row, const RequestMove& move) {
    const auto taken = casework::take_step(RequestCase{app, acting}, tx, std::move(row), move);
    if (!taken) return taken.error();
    return {};
}

}  // namespace server::requests
