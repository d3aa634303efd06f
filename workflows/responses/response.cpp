#include "workflows/responses/response.hpp"

#include "workflows/casework/decide.hpp"
#include "workflows/casework/words.hpp"
#include "workflows/responses/words.hpp"
#include "workflows/text/utf8.hpp"
#include "workflows/text/words.hpp"

namespace workflows {
namespace {

using S = ResponseState;
using E = ResponseEvent;
using W = ResponseWho;
using T = ResponseStep::Told;
using C = CommentRule;
using When = ResponseStep::When;

Result<void> wants_response(const BoardResponse& response, const ResponseCommand&,
                            const ResponseFacts&) {
    if (response.required != ResponseWanted::none) return {};
    return refused(response_words::none_required);
}

Result<void> wants_nothing(const BoardResponse& response, const ResponseCommand&,
                           const ResponseFacts&) {
    if (response.required == ResponseWanted::none) return {};
    return refused(response_words::one_required);
}

Result<void> has_a_later_day(const BoardResponse& response, const ResponseCommand& command,
                             const ResponseFacts& facts) {
    if (!command.due) return invalid("due", response_words::new_date_missing);
    if (*command.due <= facts.today) return invalid("due", response_words::new_date_past);
    if (response.due && *command.due <= *response.due)
        return invalid("due", response_words::new_date_too_early(*response.due));
    return {};
}

// What is sent back late would be overdue at once.
Result<void> leaves_time(const BoardResponse& response, const ResponseCommand& command,
                         const ResponseFacts& facts) {
    const auto& due = command.due ? command.due : response.due;
    if (due && *due > facts.today) return {};
    if (!command.due && !response.due) return {};
    return invalid("due", response_words::new_date_needed);
}

constexpr ResponseStep::Guard always{};
constexpr ResponseStep::Guard wanted{"a response is required", When::on_click, wants_response};
constexpr ResponseStep::Guard unwanted{"no response is required", When::on_click, wants_nothing};
constexpr ResponseStep::Guard later_day{"there is a later day", When::on_form, has_a_later_day};
constexpr ResponseStep::Guard in_time{"there is time to complete it", When::on_form, leaves_time};

// clang-format off
constexpr auto steps = std::to_array<ResponseStep>({
//  from                event             to                  who         told       letter                      text         guard      then
  { std::nullopt,       E::name,          S::named,           W::asking,  T::nobody, "",                         C::optional, always,    {} },
  { S::named,           E::deliver,       S::due,             W::either,  T::owing,  "response_due",             C::optional, wanted,    {} },
  { S::named,           E::inform,        S::informed,        W::either,  T::nobody, "",                         C::optional, unwanted,  {} },
  { S::named,           E::drop,          S::dropped,         W::asking,  T::nobody, "",                         C::required, always,    {} },

  { S::due,             E::accept,        S::accepted,        W::owing,   T::asking, "response_accepted",        C::optional, always,    {} },
  { S::due,             E::answer,        S::answered,        W::owing,   T::asking, "response_answered",        C::required, always,    {} },
  { S::due,             E::carry_forward, S::carried_forward, W::either,  T::both,   "response_carried_forward", C::required, later_day, {} },
  { S::due,             E::drop,          S::dropped,         W::asking,  T::owing,  "response_dropped",         C::required, always,    {} },

  { S::accepted,        E::answer,        S::answered,        W::owing,   T::asking, "response_answered",        C::required, always,    {} },
  { S::accepted,        E::carry_forward, S::carried_forward, W::either,  T::both,   "response_carried_forward", C::required, later_day, {} },
  { S::accepted,        E::drop,          S::dropped,         W::asking,  T::owing,  "response_dropped",         C::required, always,    {} },

  { S::carried_forward, E::accept,        S::accepted,        W::owing,   T::asking, "response_accepted",        C::optional, always,    {} },
  { S::carried_forward, E::answer,        S::answered,        W::owing,   T::asking, "response_answered",        C::required, always,    {} },
  { S::carried_forward, E::carry_forward, S::carried_forward, W::either,  T::both,   "response_carried_forward", C::required, later_day, {} },
  { S::carried_forward, E::drop,          S::dropped,         W::asking,  T::owing,  "response_dropped",         C::required, always,    {} },

  { S::answered,        E::place,         S::returned,        W::service, T::nobody, "",                         C::optional, always,    {} },
  { S::answered,        E::receive,       S::returned,        W::asking,  T::nobody, "",                         C::optional, always,    {} },
  { S::answered,        E::correct,       S::accepted,        W::owing,   T::asking, "response_corrected",       C::required, always,    {} },

  { S::returned,        E::displace,      S::answered,        W::service, T::nobody, "",                         C::optional, always,    {} },
  { S::returned,        E::confirm,       S::confirmed,       W::asking,  T::owing,  "response_confirmed",       C::optional, always,    {} },
  { S::returned,        E::send_back,     S::sent_back,       W::asking,  T::owing,  "response_sent_back",       C::required, in_time,   {} },

  { S::sent_back,       E::answer,        S::answered,        W::owing,   T::asking, "response_answered",        C::required, always,    {} },
  { S::sent_back,       E::carry_forward, S::carried_forward, W::either,  T::both,   "response_carried_forward", C::required, later_day, {} },
  { S::sent_back,       E::drop,          S::dropped,         W::asking,  T::owing,  "response_dropped",         C::required, always,    {} },
});
// clang-format on

constexpr auto finals = std::to_array<S>({S::informed, S::confirmed, S::dropped});
static_assert(is_sound<ResponseStep>(steps, finals));

const response_words::Phrase& phrase(E event) {
    return response_words::phrases[static_cast<std::size_t>(event)];
}

std::optional<Day> day_after(const ResponseStep& step, const BoardResponse& response,
                             const ResponseCommand& command, const ResponseFacts& facts) {
    const bool takes_day = step.event == E::carry_forward || step.event == E::send_back;
    if (takes_day && command.due) return command.due;
    const bool late = response.due && *response.due <= facts.today;
    if (step.event == E::deliver && late && facts.due_when_late) return facts.due_when_late;
    return response.due;
}

ResponseDecision decision(const ResponseStep& step, ResponseCapacity capacity,
                          const BoardResponse& response, const ResponseCommand& command,
                          const ResponseFacts& facts) {
    ResponseDecision decided{step.to,
                             capacity.side,
                             capacity.on_behalf,
                             capacity.by_service,
                             day_after(step, response, command, facts),
                             {}};
    const bool both = step.told == T::both;
    if (both || step.told == T::asking)
        add_mail(decided.effects, step.letter, Audience::asking_side);
    if (both || step.told == T::owing) add_mail(decided.effects, step.letter, Audience::asked_side);
    return decided;
}

bool needs_day(ResponseWanted required) {
    return required != ResponseWanted::none && required != ResponseWanted::note;
}

Result<void> check_fields(const BoardResponse& response, Day today) {
    if (response.owing_board.empty())
        return invalid("owing_board", response_words::owing_board_missing);
    if (response.owing_board == response.asking_board)
        return invalid("owing_board", response_words::own_board);
    if (text::is_blank(response.recommendation))
        return invalid("recommendation", response_words::recommendation_missing);
    if (text::characters(response.recommendation) > comment_characters_max)
        return invalid("recommendation",
                       casework::words::too_long("Recommendation", comment_characters_max));
    if (!response.due && needs_day(response.required))
        return invalid("due", response_words::due_missing);
    if (response.due && *response.due <= today) return invalid("due", response_words::due_past);
    return {};
}

}  // namespace

std::optional<ResponseCapacity> BoardResponse::capacity_of(const ResponseFacts& facts, W who) {
    const auto& actor = facts.actor;
    const bool asking = who == W::asking || who == W::either;
    const bool owing = who == W::owing || who == W::either;
    if (owing && actor.owner) return ResponseCapacity{Side::asked};
    if (asking && actor.asking_chair) return ResponseCapacity{Side::asking};
    if (owing && actor.owing_chair) return ResponseCapacity{Side::asked};
    if (asking && actor.asking_secretariat) return ResponseCapacity{Side::asking, true};
    if (owing && actor.owing_secretariat) return ResponseCapacity{Side::asked, true};
    const bool by_itself = who == W::service || who == W::either;
    if (by_itself && actor.service) return ResponseCapacity{Side::asking, false, true};
    return std::nullopt;
}

Error BoardResponse::not_theirs(W who, E event) {
    if (who == W::service) return {Code::forbidden, response_words::placed_automatically};
    return {Code::forbidden,
            casework::words::only_they_can(response_words::who(who), phrase(event).to_do)};
}

Error BoardResponse::no_such_step(E event, std::span<const ResponseStep> rows) const {
    const auto to_do = phrase(event).to_do;
    const auto because = response_words::state_phrases[static_cast<std::size_t>(state)];
    return refused(may_come<ResponseStep>(rows, state, event)
                       ? casework::words::cannot_yet(to_do, because)
                       : casework::words::can_no_longer(to_do, because));
}

// Both texts of its form.
Result<void> BoardResponse::check_comment(const ResponseCommand& command,
                                          const ResponseStep& step) {
    if (auto checked = casework::check_comment(command.comment, step.comment,
                                               phrase(step.event).missing, comment_characters_max);
        !checked)
        return checked;
    if (text::characters(command.evidence) > evidence_characters_max)
        return invalid("evidence", casework::words::too_long("Evidence", evidence_characters_max));
    return {};
}

std::span<const ResponseStep> response_steps() {
    return steps;
}

Result<ResponseDecision> check_new(const BoardResponse& response, const ResponseFacts& facts) {
    const ResponseStep& step = steps.front();
    auto capacity = BoardResponse::capacity_of(facts, step.who);
    if (!capacity && facts.actor.service) capacity = ResponseCapacity{Side::asking, false, true};
    if (!capacity) return BoardResponse::not_theirs(step.who, step.event);
    if (auto checked = check_fields(response, facts.today); !checked) return checked.error();
    return decision(step, *capacity, response, {E::name}, facts);
}

Result<ResponseDecision> decide(const BoardResponse& response, const ResponseCommand& command,
                                const ResponseFacts& facts) {
    return decide(response, command, facts, steps);
}

Result<ResponseDecision> decide(const BoardResponse& response, const ResponseCommand& command,
                                const ResponseFacts& facts, std::span<const ResponseStep> rows) {
    const auto decided = casework::decide(response, command, facts, rows);
    if (!decided) return decided.error();
    return decision(*decided->step, decided->capacity, response, command, facts);
}

std::vector<ResponseEvent> available_events(const BoardResponse& response,
                                            const ResponseFacts& facts) {
    return casework::available_events(response, facts, steps);
}

bool is_owed(ResponseState state) {
    return whose_move(state) == Side::asked;
}

bool is_overdue(const BoardResponse& response, Day today) {
    return is_owed(response.state) && response.due && *response.due < today;
}

std::optional<Side> whose_move(ResponseState state) {
    switch (state) {
        case S::due:
        case S::accepted:
        case S::carried_forward:
        case S::sent_back:
            return Side::asked;
        case S::named:
        case S::answered:
        case S::returned:
            return Side::asking;
        case S::informed:
        case S::confirmed:
        case S::dropped:
            break;
    }
    return std::nullopt;
}

bool is_settled(ResponseState state) {
    return !whose_move(state);
}

Day months_later(Day day, int months) {
    const std::chrono::year_month_day date(day);
    const auto later = date.year() / date.month() + std::chrono::months(months);
    const auto same = later / date.day();
    return same.ok() ? Day(same) : Day(later / std::chrono::last);
}

std::string_view button_label(ResponseEvent event) {
    return phrase(event).button;
}

std::string_view comment_label(ResponseEvent event) {
    return phrase(event).box;
}

CommentRule comment_rule(ResponseEvent event) {
    for (const ResponseStep& step : steps)
        if (step.event == event) return step.comment;
    return CommentRule::optional;
}

}  // namespace workflows
