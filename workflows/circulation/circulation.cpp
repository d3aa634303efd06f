#include "workflows/circulation/circulation.hpp"

#include "workflows/agenda/agenda.hpp"
#include "workflows/casework/decide.hpp"
#include "workflows/casework/words.hpp"
#include "workflows/circulation/words.hpp"
#include "workflows/text/utf8.hpp"
#include "workflows/text/words.hpp"

namespace workflows {
namespace {

using S = StopState;
using E = StopEvent;
using W = StopWho;
using T = StopTold;
using C = CommentRule;
using When = StopStep::When;
using Command = StopCommand;

Result<void> meeting_to_come(const Stop& stop, const StopFacts& facts) {
    if (!stop.has_meeting) return refused(circulation_words::no_meeting);
    if (stop.meeting == MeetingState::cancelled)
        return refused(circulation_words::meeting_cancelled);
    const auto day = stop.date.day();
    if (stop.meeting == MeetingState::held || (day && *day < facts.today))
        return refused(circulation_words::meeting_over);
    return {};
}

Result<void> meeting_has_come(const Stop& stop, const StopFacts& facts) {
    if (stop.meeting == MeetingState::cancelled)
        return refused(circulation_words::meeting_cancelled);
    const auto day = stop.date.day();
    if (!day) return refused(circulation_words::no_date);
    if (*day > facts.today) return refused(circulation_words::outcome_from(*day));
    return {};
}

Result<void> other_meeting_to_come(const Stop&, const Command&, const StopFacts& facts) {
    if (!facts.other_date || !facts.other_meeting)
        return invalid("meeting", circulation_words::other_meeting_missing);
    const auto day = facts.other_date->day();
    const bool over = *facts.other_meeting == MeetingState::held ||
                      *facts.other_meeting == MeetingState::cancelled;
    if (over || (day && *day < facts.today))
        return invalid("meeting", circulation_words::future_meeting);
    return {};
}

Result<void> stages_agree(const StopFacts& facts) {
    if (facts.missing.empty()) return {};
    return refused(circulation_words::stages_missing(facts.missing));
}

Result<void> could_be_issued(const Stop& stop, const StopFacts& facts) {
    if (auto agreed = stages_agree(facts); !agreed) return agreed;
    return meeting_to_come(stop, facts);
}

// A board meets over what it can read. Papers may be with it already, on paper or by a colleague's
// mail, and outcomes of such rounds are worth recording: so the owner can say so, each time.
Result<void> board_can_read(const StopFacts& facts) {
    if (facts.has_file || facts.another_way) return {};
    return invalid("another_way", circulation_words::file_missing);
}

Result<void> may_be_issued(const Stop& stop, const Command&, const StopFacts& facts) {
    if (auto could = could_be_issued(stop, facts); !could) return could;
    return board_can_read(facts);
}

Result<void> may_be_decided(const Stop& stop, const Command&, const StopFacts& facts) {
    if (auto agreed = stages_agree(facts); !agreed) return agreed;
    return meeting_has_come(stop, facts);
}

// A board is not given another version on the eve of its meeting: the clear days count again.
Result<void> newer_in_time(const Stop& stop, const Command&, const StopFacts& facts) {
    if (auto to_come = could_be_issued(stop, facts); !to_come) return to_come;
    if (!stop.outdated) return refused(circulation_words::already_newest);
    if (stop.papers_by && *stop.papers_by < facts.today)
        return refused(circulation_words::too_late_for_newest(*stop.papers_by));
    return board_can_read(facts);
}

// A chair who answers alone by a link has the text from nowhere else: there is no other way.
Result<void> may_be_asked(const Stop&, const Command&, const StopFacts& facts) {
    if (!facts.closing) return invalid("closing", circulation_words::closing_missing);
    if (*facts.closing <= facts.today) return invalid("closing", circulation_words::closing_past);
    if (*facts.closing - facts.today > std::chrono::days{assent_days_max})
        return invalid("closing", circulation_words::closing_too_far(assent_days_max));
    if (!facts.has_file) return refused(circulation_words::newest_file_missing);
    return {};
}

// Of a board that has said nothing yet: it takes its turn, as it would at a meeting [2.14].
Result<void> may_be_asked_first(const Stop& stop, const Command& command, const StopFacts& facts) {
    if (auto agreed = stages_agree(facts); !agreed) return agreed;
    return may_be_asked(stop, command, facts);
}

// Silence is not assent, and neither is an answer that came too late for the others to rely on.
Result<void> before_closing(const Stop& stop, const Command&, const StopFacts& facts) {
    if (stop.assent_by && *stop.assent_by >= facts.today) return {};
    return refused(circulation_words::assent_closed);
}

constexpr StopStep::Guard always{};
constexpr StopStep::Guard to_come{"the meeting is to come, and the stages before agree",
                                  When::on_click, may_be_issued};
constexpr StopStep::Guard has_come{"the day of the meeting has come, and the stages before agree",
                                   When::on_click, may_be_decided};
constexpr StopStep::Guard other{"the other meeting is to come", When::on_form,
                                other_meeting_to_come};
constexpr StopStep::Guard newer{"a newer version can still go out in time", When::on_click,
                                newer_in_time};
constexpr StopStep::Guard closing{"the closing day is to come, and the text can be read",
                                  When::on_form, may_be_asked};
constexpr StopStep::Guard first_closing{"as when asked again, and the stages before agree",
                                        When::on_form, may_be_asked_first};
constexpr StopStep::Guard open{"the closing day has not passed", When::on_click, before_closing};

// clang-format off
constexpr auto steps = std::to_array<StopStep>({
//  from                     event                   to                       who              told           letter               text         guard          then
  { std::nullopt,            E::plan,                S::planned,              W::either_board, T::nobody,     "",                  C::optional, always,        {} },
  { S::planned,              E::issue,               S::issued,               W::either_board, T::stop_board, "stop_issued",       C::optional, to_come,       {} },
  { S::planned,              E::defer,               S::planned,              W::either_board, T::both,       "stop_deferred",     C::optional, other,         {} },
  { S::planned,              E::ask_assent,          S::assent_asked,         W::owner,        T::stop_board, "assent_asked",      C::optional, first_closing, {} },
  { S::planned,              E::withdraw,            S::withdrawn,            W::owner,        T::stop_board, "stop_withdrawn",    C::required, always,        {} },

  { S::issued,               E::reissue,             S::issued,               W::either_board, T::stop_board, "stop_issued",       C::optional, newer,         {} },
  { S::issued,               E::amend,               S::issued,               W::service,      T::stop_board, "stop_amended",      C::optional, always,        {} },
  { S::issued,               E::agree,               S::agreed,               W::stop_board,   T::owner,      "stop_outcome",      C::optional, has_come,      {} },
  { S::issued,               E::agree_in_principle,  S::agreed_in_principle,  W::stop_board,   T::owner,      "stop_outcome",      C::optional, has_come,      {} },
  { S::issued,               E::agree_with_comments, S::agreed_with_comments, W::stop_board,   T::owner,      "stop_outcome",      C::required, has_come,      {} },
  { S::issued,               E::not_agree,           S::not_agreed,           W::stop_board,   T::owner,      "stop_outcome",      C::required, has_come,      {} },
  { S::issued,               E::consult,             S::consulted,            W::stop_board,   T::owner,      "stop_outcome",      C::optional, has_come,      {} },
  { S::issued,               E::note,                S::noted,                W::stop_board,   T::owner,      "stop_outcome",      C::optional, has_come,      {} },
  { S::issued,               E::defer,               S::planned,              W::either_board, T::both,       "stop_deferred",     C::optional, other,         {} },
  { S::issued,               E::withdraw,            S::withdrawn,            W::owner,        T::stop_board, "stop_withdrawn",    C::required, always,        {} },

  { S::agreed,               E::correct,             S::issued,               W::stop_board,   T::owner,      "stop_corrected",    C::required, always,        {} },
  { S::agreed,               E::amend,               S::stale,                W::service,      T::nobody,     "",                  C::optional, always,        {} },
  { S::agreed_in_principle,  E::correct,             S::issued,               W::stop_board,   T::owner,      "stop_corrected",    C::required, always,        {} },
  { S::agreed_in_principle,  E::amend,               S::stale,                W::service,      T::nobody,     "",                  C::optional, always,        {} },
  { S::agreed_with_comments, E::correct,             S::issued,               W::stop_board,   T::owner,      "stop_corrected",    C::required, always,        {} },
  { S::agreed_with_comments, E::amend,               S::stale,                W::service,      T::nobody,     "",                  C::optional, always,        {} },
  { S::not_agreed,           E::correct,             S::issued,               W::stop_board,   T::owner,      "stop_corrected",    C::required, always,        {} },
  { S::not_agreed,           E::recirculate,         S::planned,              W::owner,        T::stop_board, "stop_recirculated", C::optional, other,         {} },
  { S::not_agreed,           E::withdraw,            S::withdrawn,            W::owner,        T::stop_board, "stop_withdrawn",    C::required, always,        {} },
  { S::consulted,            E::correct,             S::issued,               W::stop_board,   T::owner,      "stop_corrected",    C::required, always,        {} },
  { S::consulted,            E::amend,               S::views_stale,          W::service,      T::nobody,     "",                  C::optional, always,        {} },
  { S::noted,                E::correct,             S::issued,               W::stop_board,   T::owner,      "stop_corrected",    C::required, always,        {} },
  { S::noted,                E::amend,               S::views_stale,          W::service,      T::nobody,     "",                  C::optional, always,        {} },

  { S::stale,                E::recirculate,         S::planned,              W::owner,        T::stop_board, "stop_recirculated", C::optional, other,         {} },
  { S::stale,                E::ask_assent,          S::assent_asked,         W::owner,        T::stop_board, "assent_asked",      C::optional, closing,       {} },
  { S::stale,                E::inform,              S::informed,             W::owner,        T::stop_board, "stop_informed",     C::optional, always,        {} },
  { S::stale,                E::withdraw,            S::withdrawn,            W::owner,        T::stop_board, "stop_withdrawn",    C::required, always,        {} },
  { S::views_stale,          E::recirculate,         S::planned,              W::owner,        T::stop_board, "stop_recirculated", C::optional, other,         {} },
  { S::views_stale,          E::ask_assent,          S::assent_asked,         W::owner,        T::stop_board, "assent_asked",      C::optional, closing,       {} },
  { S::views_stale,          E::inform,              S::views_informed,       W::owner,        T::stop_board, "stop_informed",     C::optional, always,        {} },
  { S::views_stale,          E::withdraw,            S::withdrawn,            W::owner,        T::stop_board, "stop_withdrawn",    C::required, always,        {} },
  { S::assent_asked,         E::assent,              S::assented,             W::stop_board,   T::owner,      "stop_outcome",      C::optional, open,          {} },
  { S::assent_asked,         E::refuse_assent,       S::not_assented,         W::stop_board,   T::owner,      "stop_outcome",      C::required, open,          {} },
  { S::assent_asked,         E::ask_assent,          S::assent_asked,         W::owner,        T::stop_board, "assent_asked",      C::optional, closing,       {} },
  { S::assent_asked,         E::recirculate,         S::planned,              W::owner,        T::stop_board, "stop_recirculated", C::optional, other,         {} },
  { S::assent_asked,         E::amend,               S::stale,                W::service,      T::nobody,     "",                  C::optional, always,        {} },
  { S::assent_asked,         E::overtake,            S::planned,              W::service,      T::nobody,     "",                  C::optional, always,        {} },
  { S::assent_asked,         E::withdraw,            S::withdrawn,            W::owner,        T::stop_board, "stop_withdrawn",    C::required, always,        {} },
  { S::assented,             E::refuse_assent,       S::not_assented,         W::stop_board,   T::owner,      "stop_outcome",      C::required, open,          {} },
  { S::assented,             E::correct,             S::assent_asked,         W::stop_board,   T::owner,      "stop_corrected",    C::required, always,        {} },
  { S::assented,             E::amend,               S::stale,                W::service,      T::nobody,     "",                  C::optional, always,        {} },
  { S::not_assented,         E::assent,              S::assented,             W::stop_board,   T::owner,      "stop_outcome",      C::optional, open,          {} },
  { S::not_assented,         E::correct,             S::assent_asked,         W::stop_board,   T::owner,      "stop_corrected",    C::required, always,        {} },
  { S::not_assented,         E::ask_assent,          S::assent_asked,         W::owner,        T::stop_board, "assent_asked",      C::optional, closing,       {} },
  { S::not_assented,         E::recirculate,         S::planned,              W::owner,        T::stop_board, "stop_recirculated", C::optional, other,         {} },
  { S::not_assented,         E::withdraw,            S::withdrawn,            W::owner,        T::stop_board, "stop_withdrawn",    C::required, always,        {} },
  { S::informed,             E::recirculate,         S::planned,              W::owner,        T::stop_board, "stop_recirculated", C::optional, other,         {} },
  { S::informed,             E::amend,               S::stale,                W::service,      T::nobody,     "",                  C::optional, always,        {} },
  { S::views_informed,       E::recirculate,         S::planned,              W::owner,        T::stop_board, "stop_recirculated", C::optional, other,         {} },
  { S::views_informed,       E::amend,               S::views_stale,          W::service,      T::nobody,     "",                  C::optional, always,        {} },
  { S::withdrawn,            E::recirculate,         S::planned,              W::owner,        T::stop_board, "stop_recirculated", C::optional, other,         {} },
  { S::withdrawn,            E::ask_assent,          S::assent_asked,         W::owner,        T::stop_board, "assent_asked",      C::optional, first_closing, {} },
});
// clang-format on

static_assert(is_sound<StopStep>(steps, {}));

std::vector<Effect> effects_of(const StopStep& step) {
    std::vector<Effect> effects;
    const bool both = step.told == T::both;
    if (both || step.told == T::stop_board) add_mail(effects, step.letter, Audience::stop_board);
    if (both || step.told == T::owner) add_mail(effects, step.letter, Audience::owner);
    return effects;
}

}  // namespace

std::optional<casework::Nothing> Stop::capacity_of(const StopFacts& facts, StopWho who) {
    const auto& actor = facts.actor;
    const bool boards =
        (actor.stop_board && who != W::owner) || (actor.owner && who != W::stop_board);
    const bool may = who == W::service            ? actor.service
                     : who == W::anyone_concerned ? actor.service || boards
                                                  : boards;
    return may ? std::optional(Capacity{}) : std::nullopt;
}

Error Stop::not_theirs(StopWho who, E event) {
    if (who == W::service) return {Code::forbidden, circulation_words::own_step};
    return {Code::forbidden, casework::words::only_they_can(circulation_words::who(who),
                                                            circulation_words::to_do(event))};
}

Error Stop::no_such_step(E event, std::span<const StopStep>) const {
    if (event == E::plan) return refused(circulation_words::already_planned);
    if (event == E::assent || event == E::refuse_assent)
        return refused(circulation_words::assent_not_asked);
    if (is_own_step(event) || event == E::ask_assent || event == E::inform ||
        event == E::recirculate || event == E::withdraw)
        return refused(circulation_words::not_at(to_words(state)));
    if (state == S::planned) return refused(circulation_words::not_issued);
    if (state == S::issued)
        return refused(event == E::issue ? circulation_words::already_issued
                                         : circulation_words::nothing_to_correct);
    if (state == S::withdrawn) return refused(circulation_words::board_removed);
    return refused(circulation_words::outcome_recorded(to_words(state)));
}

Result<void> Stop::check_comment(const StopCommand& command, const StopStep& step) {
    std::string_view missing = circulation_words::reason_missing;
    if (step.event == E::agree_with_comments) missing = circulation_words::comments_missing;
    if (is_refusal(step.to)) missing = circulation_words::refusal_reason_missing;
    return casework::check_comment(command.comment, step.comment, missing, comment_characters_max);
}

std::span<const StopStep> stop_steps() {
    return steps;
}

Result<StopDecision> decide(const Stop& stop, const StopCommand& command, const StopFacts& facts) {
    return decide(stop, command, facts, steps);
}

Result<StopDecision> decide(const Stop& stop, const StopCommand& command, const StopFacts& facts,
                            std::span<const StopStep> rows) {
    const auto decided = casework::decide(stop, command, facts, rows);
    if (!decided) return decided.error();
    return StopDecision{decided->step->to, effects_of(*decided->step)};
}

std::vector<StopEvent> available_events(const Stop& stop, const StopFacts& facts) {
    auto events = casework::available_events(stop, facts, steps);
    std::erase_if(events, is_own_step);
    return events;
}

std::vector<std::string> gate_missing(std::span<const Stop> stops, int stage) {
    std::vector<std::string> missing;
    for (const Stop& stop : stops) {
        const bool before = stop.stage < stage && stop.state != S::withdrawn;
        if (before && !is_agreement(stop.state)) missing.push_back(stop.board);
    }
    return missing;
}

bool is_outcome(StopState state) {
    return is_agreement(state) || is_refusal(state) || state == S::consulted || state == S::noted ||
           state == S::views_informed;
}

bool is_own_step(StopEvent event) {
    return event == E::amend || event == E::overtake;
}

bool is_stale(StopState state) {
    return state == S::stale || state == S::views_stale;
}

bool is_agreement(StopState state) {
    return state == S::agreed || state == S::agreed_in_principle ||
           state == S::agreed_with_comments || state == S::assented || state == S::informed;
}

bool is_refusal(StopState state) {
    return state == S::not_agreed || state == S::not_assented;
}

bool is_settled(StopState state) {
    return state == S::withdrawn || (is_outcome(state) && !is_refusal(state));
}

}  // namespace workflows
