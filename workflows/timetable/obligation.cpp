#include "workflows/timetable/obligation.hpp"

#include <algorithm>

#include "workflows/agenda/agenda.hpp"
#include "workflows/casework/decide.hpp"
#include "workflows/text/utf8.hpp"
#include "workflows/text/words.hpp"
#include "workflows/timetable/words.hpp"

namespace workflows {
namespace {

using S = ObligationState;
using E = ObligationEvent;
using W = ObligationWho;
using I = ObligationItem;
using T = ObligationCase::Told;
using C = CommentRule;
using When = ObligationStep::When;
using Command = ObligationCommand;
using Facts = ObligationFacts;

bool in_season(const PlannedDate& date, const SeasonWindow& season) {
    if (const auto day = date.day()) return season.holds(*day);
    const auto month = date.month();
    return !month || (season.from <= Day{*month / std::chrono::last} &&
                      Day{*month / std::chrono::day{1}} <= season.to);
}

Result<void> can_take_it(const ObligationCase&, const Command& command, const Facts& facts) {
    if (!facts.chosen) return invalid("meeting", timetable::words::select_meeting);
    if (auto taken = check_slot(*facts.chosen, facts.today); !taken)
        return invalid("meeting", taken.error().message);
    if (facts.meeting && facts.meeting->id == facts.chosen->id)
        return invalid("meeting", timetable::words::on_this_agenda_already);
    if (!in_season(facts.chosen->date, facts.season) && text::is_blank(command.comment))
        return invalid("comment", timetable::words::out_of_season(window_words(facts.season)));
    return {};
}

Result<void> has_version(const ObligationCase&, const Command& command, const Facts&) {
    if (text::is_blank(command.version_label))
        return invalid("version_label", timetable::words::enter_version);
    if (text::characters(command.version_label) > title_characters_max)
        return invalid("version_label", timetable::words::version_too_long);
    return {};
}

Result<void> has_come(const Facts& facts) {
    if (!facts.meeting) return refused(timetable::words::on_no_agenda);
    if (facts.meeting->state == MeetingState::cancelled)
        return refused(timetable::words::meeting_cancelled);
    const auto day = facts.meeting->date.day();
    if (!day) return refused(timetable::words::meeting_undated);
    if (*day > facts.today) return refused(timetable::words::outcome_too_early(long_date(*day)));
    return {};
}

Result<void> outcome_is(ReportPurpose purpose, const Facts& facts) {
    if (facts.purpose != purpose)
        return refused(timetable::words::other_outcome(to_words(facts.purpose)));
    return has_come(facts);
}
Result<void> agree_came(const ObligationCase&, const Command&, const Facts& facts) {
    return outcome_is(ReportPurpose::agree, facts);
}
Result<void> consult_came(const ObligationCase&, const Command&, const Facts& facts) {
    return outcome_is(ReportPurpose::consult, facts);
}
Result<void> inform_came(const ObligationCase&, const Command&, const Facts& facts) {
    return outcome_is(ReportPurpose::inform, facts);
}

Result<void> has_day(const ObligationCase&, const Command& command, const Facts& facts) {
    if (!command.respond_by) return invalid("respond_by", timetable::words::enter_response_date);
    if (*command.respond_by < facts.today)
        return invalid("respond_by", timetable::words::enter_future_date);
    return {};
}

Result<void> is_over(const ObligationCase&, const Command&, const Facts& facts) {
    const auto day = facts.meeting ? facts.meeting->date.day() : std::nullopt;
    if (facts.season.to < facts.today || (day && *day < facts.today)) return {};
    return refused(timetable::words::not_missed_yet(long_date(facts.season.to)));
}

constexpr ObligationStep::Guard always{};
constexpr ObligationStep::Guard takes{
    "the meeting is in the future and there is time to send papers", When::on_form, can_take_it};
constexpr ObligationStep::Guard named{"the version is given", When::on_form, has_version};
constexpr ObligationStep::Guard to_agree{
    "the report was for agreement and the meeting has taken place", When::on_click, agree_came};
constexpr ObligationStep::Guard to_consult{
    "the report was for consultation and the meeting has taken place", When::on_click,
    consult_came};
constexpr ObligationStep::Guard to_inform{
    "the report was for information and the meeting has taken place", When::on_click, inform_came};
constexpr ObligationStep::Guard dated{"a date in the future is given", When::on_form, has_day};
constexpr ObligationStep::Guard over{"the season or the meeting is over", When::on_click, is_over};

// clang-format off
constexpr auto steps = std::to_array<ObligationStep>({
//  from             event              to               who        told       letter          text         guard       agenda item
  { std::nullopt,    E::expect,         S::expected,     W::either, T::nobody, "",             C::optional, always,     I::stays    },
  { S::expected,     E::slot,           S::slotted,      W::board,  T::author, "paper_wanted", C::optional, takes,      I::created  },
  { S::expected,     E::waive,          S::waived,       W::board,  T::nobody, "",             C::required, always,     I::stays    },
  { S::expected,     E::miss,           S::missed,       W::board,  T::nobody, "",             C::optional, over,       I::stays    },

  { S::slotted,      E::slot,           S::slotted,      W::board,  T::author, "paper_wanted", C::optional, takes,      I::replaced },
  { S::slotted,      E::unslot,         S::expected,     W::board,  T::nobody, "",             C::optional, always,     I::removed  },
  { S::slotted,      E::prepare,        S::prepared,     W::either, T::nobody, "",             C::optional, always,     I::stays    },
  { S::slotted,      E::deliver,        S::delivered,    W::either, T::nobody, "",             C::optional, named,      I::stays    },
  { S::slotted,      E::waive,          S::waived,       W::board,  T::nobody, "",             C::required, always,     I::removed  },
  { S::slotted,      E::miss,           S::missed,       W::board,  T::nobody, "",             C::optional, over,       I::stays    },

  { S::prepared,     E::slot,           S::slotted,      W::board,  T::author, "paper_wanted", C::optional, takes,      I::replaced },
  { S::prepared,     E::unslot,         S::expected,     W::board,  T::nobody, "",             C::required, always,     I::removed  },
  { S::prepared,     E::recall,         S::slotted,      W::either, T::nobody, "",             C::optional, always,     I::stays    },
  { S::prepared,     E::deliver,        S::delivered,    W::either, T::nobody, "",             C::optional, named,      I::stays    },
  { S::prepared,     E::waive,          S::waived,       W::board,  T::nobody, "",             C::required, always,     I::removed  },
  { S::prepared,     E::miss,           S::missed,       W::board,  T::nobody, "",             C::optional, over,       I::stays    },

  { S::delivered,    E::agree,          S::agreed,       W::board,  T::nobody, "",             C::optional, to_agree,   I::stays    },
  { S::delivered,    E::consult,        S::consulted,    W::board,  T::nobody, "",             C::optional, to_consult, I::stays    },
  { S::delivered,    E::inform,         S::informed,     W::board,  T::nobody, "",             C::optional, to_inform,  I::stays    },
  { S::delivered,    E::slot,           S::slotted,      W::board,  T::author, "paper_wanted", C::required, takes,      I::replaced },
  { S::delivered,    E::recall,         S::prepared,     W::either, T::nobody, "",             C::required, always,     I::stays    },

  { S::agreed,       E::await_response, S::response_due, W::either, T::nobody, "",             C::required, dated,      I::stays    },
  { S::consulted,    E::await_response, S::response_due, W::either, T::nobody, "",             C::required, dated,      I::stays    },
  { S::informed,     E::await_response, S::response_due, W::either, T::nobody, "",             C::required, dated,      I::stays    },
  { S::response_due, E::respond,        S::responded,    W::board,  T::nobody, "",             C::required, always,     I::stays    },

  { S::agreed,       E::correct,        S::delivered,    W::board,  T::nobody, "",             C::required, always,     I::stays    },
  { S::consulted,    E::correct,        S::delivered,    W::board,  T::nobody, "",             C::required, always,     I::stays    },
  { S::informed,     E::correct,        S::delivered,    W::board,  T::nobody, "",             C::required, always,     I::stays    },
  { S::response_due, E::correct,        S::delivered,    W::board,  T::nobody, "",             C::required, always,     I::stays    },
  { S::responded,    E::correct,        S::response_due, W::board,  T::nobody, "",             C::required, always,     I::stays    },
  { S::waived,       E::reinstate,      S::expected,     W::board,  T::nobody, "",             C::required, always,     I::stays    },
  { S::missed,       E::reinstate,      S::expected,     W::board,  T::nobody, "",             C::required, always,     I::stays    },
});
// clang-format on

static_assert(is_sound<ObligationStep>(steps, {}));

}  // namespace

std::optional<casework::Nothing> ObligationCase::capacity_of(const Facts& facts, W who) {
    // The program follows what the board did to its agenda: it needs no officer's right for that.
    if (facts.actor.board || facts.actor.service) return Capacity{};
    if (who == W::either && facts.actor.owner) return Capacity{};
    return std::nullopt;
}

Error ObligationCase::not_theirs(W, E event) {
    return {Code::forbidden, timetable::words::board_only(to_words(event))};
}

Error ObligationCase::no_such_step(E event, std::span<const ObligationStep>) const {
    return refused(timetable::words::no_such_step(to_words(state), to_words(event)));
}

Result<void> ObligationCase::check_comment(const Command& command, const ObligationStep& step) {
    std::string_view missing = timetable::words::enter_reason;
    if (step.event == E::respond) missing = timetable::words::enter_response;
    if (step.event == E::await_response) missing = timetable::words::enter_question;
    return casework::check_comment(command.comment, step.comment, missing, comment_characters_max);
}

std::span<const ObligationStep> obligation_steps() {
    return steps;
}

Result<ObligationDecision> decide(ObligationState state, const ObligationCommand& command,
                                  const ObligationFacts& facts) {
    return decide(state, command, facts, steps);
}

Result<ObligationDecision> decide(ObligationState state, const ObligationCommand& command,
                                  const ObligationFacts& facts,
                                  std::span<const ObligationStep> rows) {
    const auto decided = casework::decide(ObligationCase{state}, command, facts, rows);
    if (!decided) return decided.error();
    return ObligationDecision{decided->step->to, decided->step->then};
}

std::vector<ObligationEvent> available_events(ObligationState state, const ObligationFacts& facts) {
    return casework::available_events(ObligationCase{state}, facts, steps);
}

bool is_outcome(ObligationState state) {
    return state == S::agreed || state == S::consulted || state == S::informed ||
           state == S::response_due || state == S::responded;
}

bool is_open(ObligationState state) {
    return state == S::expected || state == S::slotted || state == S::prepared ||
           state == S::delivered;
}

Result<void> check_slot(const SlotMeeting& meeting, Day today) {
    if (meeting.state == MeetingState::cancelled)
        return refused(timetable::words::meeting_cancelled);
    const auto day = meeting.date.day();
    if (meeting.state == MeetingState::held || (day && *day < today))
        return refused(timetable::words::meeting_over);
    if (meeting.papers_by && *meeting.papers_by < today)
        return refused(
            timetable::words::papers_gone(long_date(*day), long_date(*meeting.papers_by)));
    return {};
}

}  // namespace workflows
