#include "server/concerns/concern_commands.hpp"

#include <algorithm>

#include "db/boards.hpp"
#include "db/memberships.hpp"
#include "server/boards/officers.hpp"
#include "server/casework/take_step.hpp"
#include "server/concerns/words.hpp"
#include "server/letters/letter.hpp"
#include "server/web/href.hpp"
#include "server/web/routes.hpp"

namespace server::concerns {
namespace {

using workflows::ConcernEvent;
using workflows::ConcernState;
using workflows::ConcernTold;
using workflows::Day;
using workflows::Side;

/// The letter is of use for so long after it was written.
constexpr std::chrono::hours concern_letter_life{24 * 30};

std::string post_of_chair(db::ReadTx& tx, const std::string& board, Day today) {
    for (const auto& seat : db::list_memberships(tx, board)) {
        if (seat.membership.role == workflows::Role::chair && db::sits_on(seat.membership, today))
            return seat.person.post;
    }
    return words::chair_of(board);
}

db::Actor actor_of(const base::Acting& acting, db::ReadTx& tx, const workflows::Concern& concern,
                   const workflows::ConcernDecision& decision) {
    const auto& board =
        decision.acted_for == Side::asking ? concern.raising_board : concern.safeguarding_board;
    return {acting.person,
            decision.on_behalf ? post_of_chair(tx, board, acting.today) : std::string()};
}

// The audit trail has the reference alone: administrators read it.
db::AuditNote audit_note(const db::ConcernRow& row, ConcernEvent event) {
    return {"concern." + std::string(workflows::to_text(event)), "concern:" + row.id,
            row.concern.raising_board, row.reference};
}

int queue_to(base::App& app, db::WriteTx& tx, const db::ConcernRow& row,
             const std::string& revision, const std::string& from_board,
             const std::string& to_board) {
    const auto today = db::county_day(tx);
    letters::Letter letter;
    letter.kind = "concern_news";
    letter.subject_id = row.id;
    letter.revision = revision;
    letter.board = from_board;
    letter.not_after = tx.now() + concern_letter_life;
    letter.thread = row.id;
    letter.fill = [&](templates::View& view, const workflows::Person&) {
        view.set("reference", row.reference);
        view.set("state", workflows::to_words(row.concern.state));
        view.set("acknowledge_by",
                 row.acknowledge_by ? workflows::long_date(*row.acknowledge_by) : "");
        view.set("link", app.config.base_url + web::href(routes::concern, row.id));
    };
    return letters::queue_letter(app, tx, letter, boards::officers_of(tx, to_board, today));
}

}  // namespace

std::vector<workflows::Board> safeguarding_boards(db::ReadTx& tx, Day today) {
    auto all = db::list_boards(tx);
    std::erase_if(all, [&](const auto& board) { return !board.is_active(today); });
    auto some = all;
    std::erase_if(
        some, [](const auto& board) { return !workflows::is_safeguarding_statute(board.statute); });
    return some.empty() ? all : some;
}

std::vector<workflows::Person> partners_of(db::ReadTx& tx, const std::string& board, Day today) {
    std::vector<workflows::Person> people;
    for (const auto& seat : db::list_memberships(tx, board)) {
        const bool known = std::any_of(people.begin(), people.end(),
                                       [&](const auto& one) { return one.key == seat.person.key; });
        if (!known && seat.membership.role != workflows::Role::secretariat &&
            db::sits_on(seat.membership, today))
            people.push_back(seat.person);
    }
    return people;
}

workflows::ConcernFacts concern_facts(const base::Acting& acting, db::ReadTx& tx,
                                      const db::ConcernRow& row) {
    const auto& concern = row.concern;
    const auto& viewer = acting;
    const bool told = workflows::is_escalated(concern.state);
    workflows::ConcernFacts facts;
    facts.today = acting.today;
    facts.actor = {viewer.chairs(concern.raising_board), viewer.serves(concern.raising_board),
                   told && viewer.chairs(concern.safeguarding_board),
                   told && viewer.serves(concern.safeguarding_board)};
    const auto board = db::find_board(tx, concern.raising_board);
    facts.direct_line = board && workflows::is_community_safety_statute(board->statute);
    const auto boards = safeguarding_boards(tx, facts.today);
    facts.safeguarding_board = std::any_of(boards.begin(), boards.end(), [&](const auto& one) {
        return one.code == concern.safeguarding_board;
    });
    return facts;
}

Result<db::ConcernRow> raise_concern(base::App& app, const base::Acting& acting, db::WriteTx& tx,
                                     workflows::Concern concern) {
    db::ConcernRow row;
    row.concern = std::move(concern);
    const auto facts = concern_facts(acting, tx, row);
    const auto decision = workflows::check_new(row.concern, facts);
    if (!decision) return decision.error();
    tx.act_as(actor_of(acting, tx, row.concern, *decision));
    row.concern.state = decision->to;
    row.since = facts.today;
    row = db::insert_concern(tx, std::move(row), facts.today);
    db::CaseEventRow line;
    line.on_behalf = tx.actor().on_behalf;
    line.event = workflows::to_text(ConcernEvent::raise);
    line.to_state = workflows::to_text(row.concern.state);
    const auto recorded = casework::record(tx, db::CaseKind::concern, row.id, line,
                                           audit_note(row, ConcernEvent::raise));
    queue_concern_letter(app, tx, row, decision->told, std::to_string(recorded.number));
    return row;
}

namespace {

struct ConcernCase {
    using Row = db::ConcernRow;
    using Move = workflows::ConcernCommand;
    using Facts = workflows::ConcernFacts;
    using Decision = workflows::ConcernDecision;
    using Decided = casework::Decided<ConcernCase>;
    static constexpr auto kind = db::CaseKind::concern;

    base::App& app;
    const base::Acting& acting;

    Facts load_facts(db::ReadTx& tx, const Row& row, const Move& move) const {
        auto facts = concern_facts(acting, tx, row);
        const auto partners = partners_of(tx, row.concern.raising_board, facts.today);
        facts.partner_sits = std::any_of(partners.begin(), partners.end(),
                                         [&](const auto& one) { return one.key == move.partner; });
        return facts;
    }
    static Result<Decision> decide(const Row& row, const Move& move, const Facts& facts) {
        return workflows::decide(row.concern, move, facts);
    }
    db::Actor actor(db::ReadTx& tx, const Row& row, const Decision& decision) const {
        return actor_of(acting, tx, row.concern, decision);
    }
    Result<db::CaseEventRow> apply(db::WriteTx& tx, Row& row, const Decided& decided) const;
    static std::string_view state(const Row& row) { return workflows::to_text(row.concern.state); }
    static const std::string& id(const Row& row) { return row.id; }
    static std::string_view event(const Move& move) { return workflows::to_text(move.event); }
    static db::AuditNote audit(const Row& row, const Move& move) {
        return audit_note(row, move.event);
    }
    void tell(db::WriteTx& tx, const Row& row, const Decided& decided,
              const casework::Recorded& recorded) const {
        queue_concern_letter(app, tx, row, decided.decision.told, std::to_string(recorded.number));
    }
};

Result<db::CaseEventRow> ConcernCase::apply(db::WriteTx& tx, Row& row,
                                            const Decided& decided) const {
    const auto& [command, facts, decision] = decided;
    row.concern.state = decision.to;
    row.since = facts.today;
    if (command.event == ConcernEvent::agree_partner) row.concern.partner = command.partner;
    row.acknowledge_by.reset();
    if (decision.to == ConcernState::escalated)
        row.acknowledge_by = workflows::acknowledge_by(facts.today, app.holidays(tx));
    if (auto saved = db::save_concern(tx, row); !saved) return saved.error();
    db::CaseEventRow line;
    line.on_behalf = tx.actor().on_behalf;
    line.comment = command.comment;
    return line;
}

}  // namespace

Result<void> take_concern_step(base::App& app, const base::Acting& acting, db::WriteTx& tx,
                               db::ConcernRow row, const workflows::ConcernCommand& command) {
    const auto taken = casework::take_step(ConcernCase{app, acting}, tx, std::move(row), command);
    if (!taken) return taken.error();
    return {};
}

int queue_concern_letter(base::App& app, db::WriteTx& tx, const db::ConcernRow& row,
                         ConcernTold told, const std::string& revision) {
    const auto& raising = row.concern.raising_board;
    const auto& safeguarding = row.concern.safeguarding_board;
    // Before it is escalated the safeguarding board is not to hear of it, nor to be answered to.
    const auto& from = workflows::is_escalated(row.concern.state) ? safeguarding : raising;
    int queued = 0;
    if (told != ConcernTold::safeguarding_side)
        queued += queue_to(app, tx, row, revision, from, raising);
    if (told != ConcernTold::raising_side)
        queued += queue_to(app, tx, row, revision, raising, safeguarding);
    if (queued > 0) tx.touch("mail");
    return queued;
}

std::string concern_next_words(ConcernState state) {
    switch (state) {
        case ConcernState::raised:
            return words::agree_partner;
        case ConcernState::partner_agreed:
            return words::escalate;
        case ConcernState::escalated:
            return words::acknowledge;
        case ConcernState::acknowledged:
            return words::give_feedback;
        case ConcernState::feedback_given:
            return words::close_or_escalate;
        case ConcernState::closed:
        case ConcernState::withdrawn:
            break;
    }
    return words::no_further_action;
}

bool is_concern_overdue(const db::ConcernRow& row, Day today) {
    return row.acknowledge_by && *row.acknowledge_by < today;
}

std::optional<Day> feedback_day(db::ReadTx& tx, const db::ConcernRow& row) {
    return feedback_day(db::list_case_events(tx, db::CaseKind::concern, row.id));
}

std::optional<Day> feedback_day(const std::vector<db::CaseEventRow>& events) {
    std::optional<Day> day;
    for (const auto& event : events) {
        if (event.to_state == workflows::to_text(ConcernState::feedback_given))
            day = workflows::to_local(event.at, workflows::county_zone).day;
    }
    return day;
}

}  // namespace server::concerns
