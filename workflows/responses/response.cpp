#include "workflows/responses/response.hpp"

#include "workflows/casework/decide.hpp"
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
    return refused("No response is required here, so none becomes due.");
}

Result<void> wants_nothing(const BoardResponse& response, const ResponseCommand&,
                           const ResponseFacts&) {
    if (response.required == ResponseWanted::none) return {};
    return refused("A response is required here, so it becomes due with the paper.");
}

Result<void> has_a_later_day(const BoardResponse& response, const ResponseCommand& command,
                             const ResponseFacts& facts) {
    if (!command.due) return invalid("due", "Enter the new day for the response.");
    if (*command.due <= facts.today)
        return invalid("due", "The new day must be after today, " + long_date(facts.today) + ".");
    if (response.due && *command.due <= *response.due)
        return invalid("due", "The new day must be after the day it has now, " +
                                  long_date(*response.due) + ".");
    return {};
}

// What is sent back late would be overdue at once.
Result<void> leaves_time(const BoardResponse& response, const ResponseCommand& command,
                         const ResponseFacts& facts) {
    const auto& due = command.due ? command.due : response.due;
    if (due && *due > facts.today) return {};
    if (!command.due && !response.due) return {};
    return invalid(
        "due", "Enter a new day for the response, after today, " + long_date(facts.today) + ".");
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

/// How forms and refusals speak of a step.
struct Phrase {
    E event;
    std::string_view to_do;    // "Only … can accept this response."
    std::string_view missing;  // what to enter when the required text is empty
    std::string_view button;
    std::string_view box;
};

// clang-format off
constexpr auto phrases = std::to_array<Phrase>({
  { E::name,          "name the response required",           "",                                                        "Add recommendation",             ""                                       },
  { E::deliver,       "say that the paper was delivered",     "",                                                        "Say that the paper was delivered", "Message to the board that owes the response" },
  { E::inform,        "say that the paper was delivered",     "",                                                        "Say that the paper was delivered", ""                                     },
  { E::accept,        "accept this",                          "",                                                        "Accept",                         "Message to the board that asks"         },
  { E::carry_forward, "carry this forward",                   "Enter the reason for carrying this forward.",             "Carry forward",                  "Reason for carrying forward"            },
  { E::answer,        "answer this",                          "Enter the answer: what the board noted, decided or did.", "Answer",                         "Answer: what the board noted, decided or did" },
  { E::correct,       "take the answer back",                 "Enter the reason for taking the answer back.",            "Take the answer back",           "Reason for taking the answer back"      },
  { E::place,         "put the answer on an agenda",          "",                                                        "Put on the agenda",              ""                                       },
  { E::receive,       "take the answer without a meeting",    "",                                                        "Take it without a meeting",      "Message to the board that answered"     },
  { E::displace,      "take the answer off an agenda",        "",                                                        "Take off the agenda",            ""                                       },
  { E::confirm,       "confirm this response",                "",                                                        "Confirm",                        "Message to the board that answered"     },
  { E::send_back,     "send this response back",              "Enter what is missing.",                                  "Send back",                      "What is missing"                        },
  { E::drop,          "drop this recommendation",             "Enter the reason for dropping this recommendation.",      "Drop",                           "Reason for dropping"                    },
});

/// "This response …, so it cannot …"
constexpr auto state_phrases = std::to_array<std::string_view>({
    "is named in a paper that has not been delivered",
    "was not required: the paper was for information",
    "is due",
    "was accepted",
    "was carried forward",
    "was answered",
    "is back with the board that asked",
    "was sent back",
    "was confirmed",
    "was dropped",
});
// clang-format on
static_assert(phrases.size() == names<E>.size() && state_phrases.size() == names<S>.size());

const Phrase& phrase(E event) {
    return phrases[static_cast<std::size_t>(event)];
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
        return invalid("owing_board", "Choose the board that is to respond.");
    if (response.owing_board == response.asking_board)
        return invalid("owing_board", "Choose another board: this one makes the recommendation.");
    if (text::is_blank(response.recommendation))
        return invalid("recommendation", "Enter the recommendation.");
    if (text::characters(response.recommendation) > comment_characters_max)
        return invalid("recommendation", "Shorten the recommendation to " +
                                             std::to_string(comment_characters_max) +
                                             " characters or fewer.");
    if (!response.due && needs_day(response.required))
        return invalid("due", "Enter the day by which the response is wanted.");
    if (response.due && *response.due <= today)
        return invalid("due",
                       "The day for the response must be after today, " + long_date(today) + ".");
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
    std::string message = "Only ";
    switch (who) {
        case W::asking:
            message += "the chair of the board that asks, or its secretariat,";
            break;
        case W::owing:
            message += "the board that owes the response";
            break;
        case W::either:
            message += "the two boards that it concerns";
            break;
        case W::service:
            return {Code::forbidden,
                    "The answer goes to the next agenda of the board that asks by itself."};
    }
    return {Code::forbidden, message + " can " + std::string(phrase(event).to_do) + "."};
}

Error BoardResponse::no_such_step(E event, std::span<const ResponseStep> rows) const {
    const bool later = may_come<ResponseStep>(rows, state, event);
    std::string message = "This response ";
    message += state_phrases[static_cast<std::size_t>(state)];
    message += later ? ", so you cannot " : ", so you can no longer ";
    return refused(message + std::string(phrase(event).to_do) + (later ? " now." : "."));
}

// Both texts of its form.
Result<void> BoardResponse::check_comment(const ResponseCommand& command,
                                          const ResponseStep& step) {
    if (auto checked = casework::check_comment(command.comment, step.comment,
                                               phrase(step.event).missing, comment_characters_max);
        !checked)
        return checked;
    if (text::characters(command.evidence) > evidence_characters_max)
        return invalid("evidence", "Shorten the evidence to " +
                                       std::to_string(evidence_characters_max) +
                                       " characters or fewer.");
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
