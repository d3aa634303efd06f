#include "server/responses/response_commands.hpp"

#include <algorithm>

#include "db/agenda.hpp"
#include "db/memberships.hpp"
#include "db/people.hpp"
#include "server/boards/officers.hpp"
#include "server/casework/take_step.hpp"
#include "server/responses/words.hpp"
#include "server/web/site.hpp"
#include "workflows/core/clear_days.hpp"

namespace server::responses {
namespace {

using workflows::Audience;
using workflows::Day;
using workflows::ResponseEvent;
using workflows::Side;

/// Working days that a board has for a response when its paper came after the day named.
constexpr int days_when_late = 20;

// One step to be taken.
struct Step {
    workflows::ResponseCommand command;
    workflows::ResponseFacts facts;
    std::string owner = {};  // accept
};

void add_sentence(std::string& text, const std::string& sentence) {
    if (!sentence.empty()) text += (text.empty() ? "" : "\n") + sentence;
}

// The row after the step, but for what follows by itself.
void apply_step(db::ResponseRow& row, const Step& step,
                const workflows::ResponseDecision& decision) {
    const auto today = step.facts.today;
    row.response.state = decision.to;
    row.response.due = decision.due;
    switch (step.command.event) {
        case ResponseEvent::deliver:
        case ResponseEvent::inform:
            row.delivered_on = today;
            break;
        case ResponseEvent::accept:
            if (!step.owner.empty()) row.owner = step.owner;
            break;
        case ResponseEvent::answer:
            row.answer = step.command.comment;
            row.evidence = step.command.evidence;
            row.answered_on = today;
            break;
        case ResponseEvent::send_back:
            row.meeting.clear();
            row.item.clear();
            row.answered_on.reset();
            break;
        case ResponseEvent::correct:
            row.answered_on.reset();
            break;
        default:
            break;
    }
    if (workflows::is_settled(decision.to)) row.settled_on = today;
}

std::string day_note(const db::ResponseRow& before, const workflows::ResponseDecision& decision,
                     ResponseEvent event) {
    if (!before.response.due || decision.due == before.response.due) return {};
    if (event == ResponseEvent::deliver)
        return words::delivered_late(*before.response.due, *decision.due);
    return words::date_changed(*before.response.due, *decision.due);
}

db::AuditNote audit_note(const db::ResponseRow& row, ResponseEvent event) {
    const auto& r = row.response;
    return {
        "response." + std::string(workflows::to_text(event)), "response:" + row.id, r.owing_board,
        r.owing_board + " to " + r.asking_board + ": " + std::string(workflows::to_words(event))};
}

Result<void> check_owner(db::ReadTx& tx, const db::ResponseRow& row, const std::string& owner,
                         Day today) {
    if (owner.empty()) return {};
    for (const auto& seat : db::list_memberships(tx, row.response.owing_board)) {
        if (seat.person.key == owner && db::sits_on(seat.membership, today)) return {};
    }
    return workflows::invalid("owner", words::owner_not_a_member);
}

// The post that is to answer hears of it when somebody else took it on for the board.
void tell_owner(base::App& app, const base::Acting& acting, db::WriteTx& tx,
                const db::ResponseRow& row, const std::string& owner_before) {
    if (row.owner.empty() || row.owner == owner_before || row.owner == acting.person) return;
    queue_response_letter(app, tx, row,
                          {"response_due", Side::asked, "owner-" + std::to_string(row.version),
                           acting.post, words::you_were_named, row.owner});
}

std::string name_of(db::ReadTx& tx, const std::string& person) {
    const auto found = db::find_person(tx, person);
    return found ? found->post : std::string();
}

struct ResponseCase {
    using Row = db::ResponseRow;
    using Move = Step;
    using Facts = workflows::ResponseFacts;
    using Decision = workflows::ResponseDecision;
    using Decided = casework::Decided<ResponseCase>;
    static constexpr auto kind = db::CaseKind::response;

    base::App& app;
    std::string post;  // whose step it is, in words, for letters

    static const Facts& load_facts(db::ReadTx&, const Row&, const Move& move) { return move.facts; }
    static Result<Decision> decide(const Row& row, const Move& move, const Facts& facts) {
        return workflows::decide(row.response, move.command, facts);
    }
    // Whose name the step is taken in: the audit and the thread name the human, and for whom.
    static db::Actor actor(db::WriteTx& tx, const Row& row, const Decision& decision) {
        if (decision.by_service) return tx.actor();
        const auto& r = row.response;
        const auto& board = decision.acted_for == Side::asking ? r.asking_board : r.owing_board;
        return {tx.actor().person, decision.on_behalf
                                       ? boards::chair_post(tx, board, db::county_day(tx))
                                       : std::string()};
    }
    static Result<db::CaseEventRow> apply(db::WriteTx& tx, Row& row, const Decided& decided);
    static std::string_view state(const Row& row) { return workflows::to_text(row.response.state); }
    static const std::string& id(const Row& row) { return row.id; }
    static std::string_view event(const Move& move) {
        return workflows::to_text(move.command.event);
    }
    static db::AuditNote audit(const Row& row, const Move& move) {
        return audit_note(row, move.command.event);
    }
    void tell(db::WriteTx& tx, const Row& row, const Decided& decided,
              const casework::Recorded& recorded) const;
};

Result<db::CaseEventRow> ResponseCase::apply(db::WriteTx& tx, Row& row, const Decided& decided) {
    const auto& [step, facts, decision] = decided;
    if (auto good = check_owner(tx, row, step.owner, facts.today); !good) return good.error();
    db::CaseEventRow line;
    line.on_behalf = tx.actor().on_behalf;
    line.comment = step.command.comment;
    add_sentence(line.comment, step.command.evidence.empty()
                                   ? std::string()
                                   : words::evidence_given(step.command.evidence));
    add_sentence(line.comment, day_note(row, decision, step.command.event));
    apply_step(row, step, decision);
    if (auto saved = db::save_response(tx, row); !saved) return saved.error();
    ++row.version;
    return line;
}

void ResponseCase::tell(db::WriteTx& tx, const Row& row, const Decided& decided,
                        const casework::Recorded& recorded) const {
    const auto& on_behalf = tx.actor().on_behalf;
    const bool for_chair = !decided.decision.by_service && !on_behalf.empty();
    const auto who = for_chair ? words::on_behalf_of(post, on_behalf) : post;
    for (const auto& effect : decided.decision.effects) {
        const bool to_asking = effect.to == Audience::asking_side;
        queue_response_letter(app, tx, row,
                              {effect.mail, to_asking ? Side::asking : Side::asked,
                               std::to_string(recorded.number), who, recorded.comment});
    }
}

}  // namespace

workflows::ResponseActor response_actor(const base::Viewer& viewer,
                                        const workflows::BoardResponse& response,
                                        const std::string& owner) {
    return {.asking_chair = viewer.chairs(response.asking_board),
            .asking_secretariat = viewer.serves(response.asking_board),
            .owing_chair = viewer.chairs(response.owing_board),
            .owing_secretariat = viewer.serves(response.owing_board),
            .owner = viewer.signed_in() && viewer.person == owner &&
                     base::sits_on(viewer, response.owing_board)};
}

Result<db::ResponseRow> raise_response(base::App&, db::WriteTx& tx,
                                       const workflows::ResponseActor& actor, NewResponse wish) {
    const auto decision = workflows::check_new(wish.response, {db::county_day(tx), actor, {}});
    if (!decision) return decision.error();
    db::ResponseRow row;
    row.source_kind = wish.kind;
    row.source = wish.source;
    row.source_title = wish.source_title;
    row.visibility = wish.visibility;
    row.response = wish.response;
    row.response.state = decision->to;
    row.first_due = wish.response.due;
    row.owner = wish.owner;
    if (row.response.number == 0)
        row.response.number = db::next_recommendation(tx, wish.kind, wish.source);
    if (decision->on_behalf)
        tx.act_as({tx.actor().person,
                   boards::chair_post(tx, row.response.asking_board, db::county_day(tx))});
    row = db::insert_response(tx, std::move(row));
    db::CaseEventRow line;
    line.on_behalf = tx.actor().on_behalf;
    line.event = workflows::to_text(ResponseEvent::name);
    line.to_state = workflows::to_text(decision->to);
    casework::record(tx, db::CaseKind::response, row.id, line,
                     audit_note(row, ResponseEvent::name));
    return row;
}

int deliver_responses_of(base::App& app, db::WriteTx& tx, workflows::ResponseSource kind,
                         const std::string& source, const std::string& owing_board,
                         const std::vector<std::string>& askers) {
    int delivered = 0;
    const auto today = db::county_day(tx);
    const ResponseCase of{app, name_of(tx, tx.actor().person)};
    for (auto& row : db::list_responses_of(tx, kind, source)) {
        if (row.response.state != workflows::ResponseState::named) continue;
        if (!owing_board.empty() && row.response.owing_board != owing_board) continue;
        const bool asked_by_them =
            askers.empty() || std::ranges::count(askers, row.response.asking_board) > 0;
        if (!asked_by_them) continue;
        const bool wanted = row.response.required != workflows::ResponseWanted::none;
        Step step;
        step.command.event = wanted ? ResponseEvent::deliver : ResponseEvent::inform;
        step.facts = {today,
                      {.service = true},
                      workflows::working_days_after(today, days_when_late, app.holidays(tx)).day};
        casework::take_step(of, tx, std::move(row), step).value();
        ++delivered;
    }
    return delivered;
}

int deliver_responses_of_report(base::App& app, db::WriteTx& tx, const db::ObligationRow& reached) {
    int delivered = 0;
    for (const auto& row : db::list_obligations(tx, reached.year)) {
        if (row.what.report == reached.what.report)
            delivered += deliver_responses_of(app, tx, workflows::ResponseSource::obligation,
                                              row.id, reached.what.board);
    }
    return delivered;
}

Result<std::string> follow_publication(base::App& app, db::WriteTx& tx,
                                       const db::MeetingRow& meeting) {
    for (const auto& item : db::list_items(tx, meeting.id)) {
        if (!item.struck)
            deliver_responses_of(app, tx, workflows::ResponseSource::item, item.id, meeting.board);
    }
    for (const auto& report : db::list_obligations_at(tx, meeting.id)) {
        if (report.state == workflows::ObligationState::delivered)
            deliver_responses_of_report(app, tx, report);
    }
    return std::string();
}

Result<void> take_response_step(base::App& app, const base::Acting& acting, db::WriteTx& tx,
                                db::ResponseRow row, const ResponseMove& move) {
    const auto today = acting.today;
    Step step;
    step.command = move.command;
    step.facts = {today, response_actor(acting, row.response, row.owner),
                  workflows::working_days_after(today, days_when_late, app.holidays(tx)).day};
    step.owner = move.owner;
    const auto before = row;
    const auto after =
        casework::take_step(ResponseCase{app, acting.post}, tx, std::move(row), step);
    if (!after) return after.error();
    if (move.command.event == ResponseEvent::confirm) {
        const auto& followers = app.site->followers.response_confirmed;
        if (const auto followed = web::follow(followers, tx, *after); !followed)
            return followed.error();
    }
    if (move.command.event == ResponseEvent::accept)
        tell_owner(app, acting, tx, *after, before.owner);
    if (move.command.event == ResponseEvent::send_back) take_off_agenda(tx, before);
    if (move.command.event == ResponseEvent::answer) return place_answer(app, tx, *after);
    return {};
}

}  // namespace server::responses
