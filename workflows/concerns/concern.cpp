#include "workflows/concerns/concern.hpp"

#include "workflows/casework/decide.hpp"
#include "workflows/casework/words.hpp"
#include "workflows/concerns/words.hpp"
#include "workflows/core/case_data.hpp"
#include "workflows/core/clear_days.hpp"
#include "workflows/text/utf8.hpp"
#include "workflows/text/words.hpp"

namespace workflows {
namespace {

using S = ConcernState;
using E = ConcernEvent;
using W = ConcernWho;
using T = ConcernTold;
using C = CommentRule;
using When = ConcernStep::When;

Result<void> partner_is_a_member(const Concern&, const ConcernCommand& command,
                                 const ConcernFacts& facts) {
    if (!command.partner.empty() && facts.partner_sits) return {};
    return invalid("partner", concern_words::partner_missing);
}

Result<void> is_community_safety(const Concern&, const ConcernCommand&, const ConcernFacts& facts) {
    if (facts.direct_line) return {};
    return refused(concern_words::no_direct_line);
}

constexpr ConcernStep::Guard always{};
constexpr ConcernStep::Guard of_the_board{"the partner sits on the board", When::on_form,
                                          partner_is_a_member};
constexpr ConcernStep::Guard safety_partnership{"the board is a community safety partnership",
                                                When::on_click, is_community_safety};

// clang-format off
constexpr auto steps = std::to_array<ConcernStep>({
//  from               event             to                 who                    told                  letter          text         guard               then
  { std::nullopt,      E::raise,         S::raised,         W::raising_chair,      T::raising_side,      "concern_news", C::optional, always,             {} },
  { S::raised,         E::agree_partner, S::partner_agreed, W::raising_chair,      T::raising_side,      "concern_news", C::optional, of_the_board,       {} },
  { S::raised,         E::direct_line,   S::escalated,      W::raising_chair,      T::both_sides,        "concern_news", C::optional, safety_partnership, {} },
  { S::raised,         E::withdraw,      S::withdrawn,      W::raising_chair,      T::raising_side,      "concern_news", C::required, always,             {} },

  { S::partner_agreed, E::escalate,      S::escalated,      W::raising_chair,      T::both_sides,        "concern_news", C::optional, always,             {} },
  { S::partner_agreed, E::agree_partner, S::partner_agreed, W::raising_chair,      T::raising_side,      "concern_news", C::required, of_the_board,       {} },
  { S::partner_agreed, E::withdraw,      S::withdrawn,      W::raising_chair,      T::raising_side,      "concern_news", C::required, always,             {} },

  { S::escalated,      E::acknowledge,   S::acknowledged,   W::safeguarding_chair, T::raising_side,      "concern_news", C::optional, always,             {} },
  { S::acknowledged,   E::give_feedback, S::feedback_given, W::safeguarding_chair, T::raising_side,      "concern_news", C::required, always,             {} },

  { S::feedback_given, E::close,         S::closed,         W::raising_chair,      T::safeguarding_side, "concern_news", C::optional, always,             {} },
  { S::feedback_given, E::escalate,      S::escalated,      W::raising_chair,      T::both_sides,        "concern_news", C::required, always,             {} },

  { S::closed,         E::reopen,        S::escalated,      W::raising_chair,      T::both_sides,        "concern_news", C::required, always,             {} },
  { S::withdrawn,      E::reopen,        S::raised,         W::raising_chair,      T::raising_side,      "concern_news", C::required, always,             {} },
});

static_assert(is_sound<ConcernStep>(steps, std::span<const ConcernState>()));

const concern_words::Phrase& phrase(E event) {
    return concern_words::phrases[static_cast<std::size_t>(event)];
}

std::string padded(int number) {
    auto digits = std::to_string(number);
    if (digits.size() < 3) digits.insert(0, 3 - digits.size(), '0');
    return digits;
}

}  // namespace

std::optional<SideCapacity> Concern::capacity_of(const ConcernFacts& facts, W who) {
    const auto& actor = facts.actor;
    const bool raising = who != W::safeguarding_chair;
    const bool safeguarding = who != W::raising_chair;
    if (raising && actor.raising_chair) return Capacity{Side::asking, false};
    if (safeguarding && actor.safeguarding_chair) return Capacity{Side::asked, false};
    if (raising && actor.raising_secretariat) return Capacity{Side::asking, true};
    if (safeguarding && actor.safeguarding_secretariat) return Capacity{Side::asked, true};
    return std::nullopt;
}

// A stranger is told of the board that raised it, and not which the other one is.
Error Concern::not_theirs(W who, E event) {
    return {Code::forbidden,
            casework::words::only_they_can(concern_words::who(who), phrase(event).to_do)};
}

Error Concern::no_such_step(E event, std::span<const ConcernStep>) const {
    return refused(casework::words::cannot_yet(
        phrase(event).to_do, concern_words::state_phrases[static_cast<std::size_t>(state)]));
}

Result<void> Concern::check_comment(const ConcernCommand& command, const ConcernStep& step) {
    const auto& words = phrase(step.event);
    if (auto checked = casework::check_comment(command.comment, step.comment, words.missing,
                                               concern_comment_characters_max);
        !checked)
        return checked;
    return check_no_case_data("comment", words.box, command.comment);
}

std::span<const ConcernStep> concern_steps() {
    return steps;
}

Day acknowledge_by(Day escalated, const Holidays& holidays) {
    return working_days_after(escalated, acknowledge_days, holidays).day;
}

Result<ConcernDecision> check_new(const Concern& concern, const ConcernFacts& facts) {
    const auto& step = steps.front();
    const auto capacity = Concern::capacity_of(facts, step.who);
    if (!capacity) return Concern::not_theirs(step.who, step.event);
    if (text::is_blank(concern.matter))
        return invalid("matter", concern_words::matter_missing);
    if (text::characters(concern.matter) > matter_characters_max)
        return invalid("matter", casework::words::too_long(concern_words::matter_label, matter_characters_max));
    if (auto ok = check_no_case_data("matter", concern_words::matter_label, concern.matter); !ok)
        return ok.error();
    if (concern.safeguarding_board.empty() || !facts.safeguarding_board)
        return invalid("safeguarding_board", concern_words::safeguarding_board_missing);
    if (concern.safeguarding_board == concern.raising_board)
        return invalid("safeguarding_board", concern_words::own_board);
    if (concern.raised_on > facts.today)
        return invalid("raised_on", concern_words::raised_in_future);
    return ConcernDecision{step.to, capacity->side, capacity->on_behalf, step.told};
}

Result<ConcernDecision> decide(const Concern& concern, const ConcernCommand& command,
                               const ConcernFacts& facts) {
    return decide(concern, command, facts, steps);
}

Result<ConcernDecision> decide(const Concern& concern, const ConcernCommand& command,
                               const ConcernFacts& facts, std::span<const ConcernStep> rows) {
    const auto decided = casework::decide(concern, command, facts, rows);
    if (!decided) return decided.error();
    const auto& [step, capacity] = *decided;
    return ConcernDecision{step->to, capacity.side, capacity.on_behalf, step->told};
}

std::vector<ConcernEvent> available_events(const Concern& concern, const ConcernFacts& facts) {
    return casework::available_events(concern, facts, steps);
}

bool is_escalated(ConcernState state) {
    return state == S::escalated || state == S::acknowledged || state == S::feedback_given ||
           state == S::closed;
}

bool is_open_concern(ConcernState state) {
    return state != S::closed && state != S::withdrawn;
}

std::optional<Side> whose_move(ConcernState state) {
    switch (state) {
        case S::raised:
        case S::partner_agreed:
        case S::feedback_given:
            return Side::asking;
        case S::escalated:
        case S::acknowledged:
            return Side::asked;
        case S::closed:
        case S::withdrawn:
            break;
    }
    return std::nullopt;
}

std::string_view button_label(ConcernEvent event) {
    return phrase(event).button;
}

std::string_view comment_label(ConcernEvent event) {
    return phrase(event).box;
}

CommentRule comment_rule(ConcernState state, ConcernEvent event) {
    const auto* step = find_step<ConcernStep>(steps, state, event);
    return step != nullptr ? step->comment : C::optional;
}

bool is_safeguarding_statute(std::string_view statute) {
    return statute.starts_with("Children Act 2004") || statute.starts_with("Care Act 2014");
}

bool is_community_safety_statute(std::string_view statute) {
    return statute.starts_with(concern_words::crime_and_disorder_act);
}

std::string concern_reference(int year, int number) {
    return "SC-" + std::to_string(year) + "-" + padded(number);
}

}  // namespace workflows
