#include "workflows/issues/issue.hpp"

#include "workflows/casework/decide.hpp"
#include "workflows/casework/words.hpp"
#include "workflows/core/case_data.hpp"
#include "workflows/issues/words.hpp"
#include "workflows/text/utf8.hpp"
#include "workflows/text/words.hpp"

namespace workflows {
namespace {

using W = IssueWho;
using T = IssueTold;
using C = CommentRule;

// An open issue is always with somebody, until a day.
Result<void> check_open(const std::string& holder, const std::optional<Day>& next_date, Day today) {
    if (holder.empty()) return invalid("holder", issue_words::holder_missing);
    if (!next_date) return invalid("next_date", issue_words::next_date_missing);
    if (*next_date <= today) return invalid("next_date", issue_words::next_date_past);
    return {};
}

template <class Case>
Result<void> is_held(const Case&, const typename Case::Command& command, const IssueFacts& facts) {
    return check_open(command.holder, command.next_date, facts.today);
}

Result<void> other_chair_is_named(const ProtocolConcern& concern,
                                  const ProtocolConcern::Command& command,
                                  const IssueFacts& facts) {
    const bool unnamed =
        command.asked_board.empty() || command.asked_board == concern.raising_board;
    if (concern.asked_board.empty() && unnamed)
        return invalid("asked_board", issue_words::other_chair_missing);
    return is_held(concern, command, facts);
}

// clang-format off
constexpr auto board_table = [] {
    using S = IssueState;
    using E = IssueEvent;
    constexpr IssueStep::Guard always{};
    constexpr IssueStep::Guard held{"somebody holds it, until a day", IssueStep::When::on_form,
                                    is_held<BoardIssue>};
    return std::to_array<IssueStep>({
//    from                   event                  to                     who               told           letter        text         guard   passed over
    { std::nullopt,          E::raise,              S::with_chair,         W::raising_chair, T::both_sides, "issue_news", C::optional, held,   {0} },
    { std::nullopt,          E::raise_from_request, S::chairs_together,    W::raising_chair, T::nobody,     "",           C::optional, held,   {0} },

    { S::with_chair,         E::chairs_together,    S::chairs_together,    W::either_chair,  T::both_sides, "issue_news", C::optional, held,   {0} },
    { S::with_chair,         E::resolution_meeting, S::resolution_meeting, W::either_chair,  T::both_sides, "issue_news", C::required, held,   {1} },
    { S::with_chair,         E::senior_officers,    S::senior_officers,    W::either_chair,  T::both_sides, "issue_news", C::required, held,   {2} },
    { S::with_chair,         E::keep,               S::with_chair,         W::holder_too,    T::holder,     "issue_news", C::optional, held,   {0} },
    { S::with_chair,         E::resolve,            S::resolved,           W::holder_too,    T::both_sides, "issue_news", C::required, always, {0} },
    { S::with_chair,         E::withdraw,           S::withdrawn,          W::raising_chair, T::both_sides, "issue_news", C::required, always, {0} },

    { S::chairs_together,    E::resolution_meeting, S::resolution_meeting, W::either_chair,  T::both_sides, "issue_news", C::optional, held,   {0} },
    { S::chairs_together,    E::senior_officers,    S::senior_officers,    W::either_chair,  T::both_sides, "issue_news", C::required, held,   {1} },
    { S::chairs_together,    E::keep,               S::chairs_together,    W::holder_too,    T::holder,     "issue_news", C::optional, held,   {0} },
    { S::chairs_together,    E::resolve,            S::resolved,           W::holder_too,    T::both_sides, "issue_news", C::required, always, {0} },
    { S::chairs_together,    E::withdraw,           S::withdrawn,          W::raising_chair, T::both_sides, "issue_news", C::required, always, {0} },

    { S::resolution_meeting, E::senior_officers,    S::senior_officers,    W::either_chair,  T::both_sides, "issue_news", C::optional, held,   {0} },
    { S::resolution_meeting, E::keep,               S::resolution_meeting, W::holder_too,    T::holder,     "issue_news", C::optional, held,   {0} },
    { S::resolution_meeting, E::resolve,            S::resolved,           W::holder_too,    T::both_sides, "issue_news", C::required, always, {0} },
    { S::resolution_meeting, E::withdraw,           S::withdrawn,          W::raising_chair, T::both_sides, "issue_news", C::required, always, {0} },

    { S::senior_officers,    E::keep,               S::senior_officers,    W::holder_too,    T::holder,     "issue_news", C::optional, held,   {0} },
    { S::senior_officers,    E::resolve,            S::resolved,           W::holder_too,    T::both_sides, "issue_news", C::required, always, {0} },
    { S::senior_officers,    E::withdraw,           S::withdrawn,          W::raising_chair, T::both_sides, "issue_news", C::required, always, {0} },

    { S::reopened,           E::chairs_together,    S::chairs_together,    W::either_chair,  T::both_sides, "issue_news", C::optional, held,   {0} },
    { S::reopened,           E::resolution_meeting, S::resolution_meeting, W::either_chair,  T::both_sides, "issue_news", C::required, held,   {1} },
    { S::reopened,           E::senior_officers,    S::senior_officers,    W::either_chair,  T::both_sides, "issue_news", C::required, held,   {2} },
    { S::reopened,           E::keep,               S::reopened,           W::holder_too,    T::holder,     "issue_news", C::optional, held,   {0} },
    { S::reopened,           E::resolve,            S::resolved,           W::holder_too,    T::both_sides, "issue_news", C::required, always, {0} },
    { S::reopened,           E::withdraw,           S::withdrawn,          W::raising_chair, T::both_sides, "issue_news", C::required, always, {0} },

    { S::resolved,           E::reopen,             S::reopened,           W::either_chair,  T::both_sides, "issue_news", C::required, held,   {0} },
    { S::withdrawn,          E::reopen,             S::reopened,           W::raising_chair, T::both_sides, "issue_news", C::required, held,   {0} },
    });
}();

constexpr auto protocol_table = [] {
    using S = ProtocolState;
    using E = ProtocolEvent;
    constexpr ProtocolStep::Guard always{};
    constexpr ProtocolStep::Guard held{"somebody holds it, until a day",
                                       ProtocolStep::When::on_form, is_held<ProtocolConcern>};
    constexpr ProtocolStep::Guard named{"the other chair is named", ProtocolStep::When::on_form,
                                        other_chair_is_named};
    return std::to_array<ProtocolStep>({
//    from                event               to                  who               told           letter        text         guard   passed over
    { std::nullopt,       E::raise,           S::own_chair,       W::raising_chair, T::both_sides, "issue_news", C::optional, held,   {0} },

    { S::own_chair,       E::other_chairs,    S::other_chairs,    W::raising_chair, T::both_sides, "issue_news", C::optional, named,  {0} },
    { S::own_chair,       E::board_concern,   S::board_concern,   W::raising_chair, T::both_sides, "issue_news", C::required, held,   {1} },
    { S::own_chair,       E::senior_officers, S::senior_officers, W::raising_chair, T::both_sides, "issue_news", C::required, held,   {2} },
    { S::own_chair,       E::keep,            S::own_chair,       W::holder_too,    T::holder,     "issue_news", C::optional, held,   {0} },
    { S::own_chair,       E::resolve,         S::resolved,        W::holder_too,    T::both_sides, "issue_news", C::required, always, {0} },
    { S::own_chair,       E::withdraw,        S::withdrawn,       W::raising_chair, T::both_sides, "issue_news", C::required, always, {0} },

    { S::other_chairs,    E::board_concern,   S::board_concern,   W::raising_chair, T::both_sides, "issue_news", C::optional, held,   {0} },
    { S::other_chairs,    E::senior_officers, S::senior_officers, W::raising_chair, T::both_sides, "issue_news", C::required, held,   {1} },
    { S::other_chairs,    E::keep,            S::other_chairs,    W::holder_too,    T::holder,     "issue_news", C::optional, held,   {0} },
    { S::other_chairs,    E::resolve,         S::resolved,        W::holder_too,    T::both_sides, "issue_news", C::required, always, {0} },
    { S::other_chairs,    E::withdraw,        S::withdrawn,       W::raising_chair, T::both_sides, "issue_news", C::required, always, {0} },

    { S::board_concern,   E::senior_officers, S::senior_officers, W::raising_chair, T::both_sides, "issue_news", C::optional, held,   {0} },
    { S::board_concern,   E::keep,            S::board_concern,   W::holder_too,    T::holder,     "issue_news", C::optional, held,   {0} },
    { S::board_concern,   E::resolve,         S::resolved,        W::holder_too,    T::both_sides, "issue_news", C::required, always, {0} },
    { S::board_concern,   E::withdraw,        S::withdrawn,       W::raising_chair, T::both_sides, "issue_news", C::required, always, {0} },

    { S::senior_officers, E::keep,            S::senior_officers, W::holder_too,    T::holder,     "issue_news", C::optional, held,   {0} },
    { S::senior_officers, E::resolve,         S::resolved,        W::holder_too,    T::both_sides, "issue_news", C::required, always, {0} },
    { S::senior_officers, E::withdraw,        S::withdrawn,       W::raising_chair, T::both_sides, "issue_news", C::required, always, {0} },

    { S::reopened,        E::other_chairs,    S::other_chairs,    W::raising_chair, T::both_sides, "issue_news", C::optional, named,  {0} },
    { S::reopened,        E::board_concern,   S::board_concern,   W::raising_chair, T::both_sides, "issue_news", C::required, held,   {1} },
    { S::reopened,        E::senior_officers, S::senior_officers, W::raising_chair, T::both_sides, "issue_news", C::required, held,   {2} },
    { S::reopened,        E::keep,            S::reopened,        W::holder_too,    T::holder,     "issue_news", C::optional, held,   {0} },
    { S::reopened,        E::resolve,         S::resolved,        W::holder_too,    T::both_sides, "issue_news", C::required, always, {0} },
    { S::reopened,        E::withdraw,        S::withdrawn,       W::raising_chair, T::both_sides, "issue_news", C::required, always, {0} },

    { S::resolved,        E::reopen,          S::reopened,        W::either_chair,  T::both_sides, "issue_news", C::required, held,   {0} },
    { S::withdrawn,       E::reopen,          S::reopened,        W::raising_chair, T::both_sides, "issue_news", C::required, held,   {0} },
    });
}();
// clang-format on

// Whatever is closed can be opened again, so no state is final.
static_assert(is_sound<IssueStep>(board_table, std::span<const IssueState>()));
static_assert(is_sound<ProtocolStep>(protocol_table, std::span<const ProtocolState>()));

const issue_words::Phrase& phrase(std::string_view event) {
    for (const auto& one : issue_words::phrases)
        if (one.event == event) return one;
    return issue_words::phrases.front();
}

Result<void> check_words(const Issue& issue) {
    if (text::is_blank(issue.title)) return invalid("title", issue_words::title_missing);
    if (text::characters(issue.title) > title_characters_max)
        return invalid("title",
                       casework::words::too_long(issue_words::title_label, title_characters_max));
    if (auto ok = check_no_case_data("title", issue_words::title_label, issue.title); !ok)
        return ok;
    if (text::characters(issue.text) > comment_characters_max)
        return invalid("text",
                       casework::words::too_long(issue_words::text_label, comment_characters_max));
    if (auto ok = check_no_case_data("text", issue_words::text_label, issue.text); !ok) return ok;
    if (issue.kind == IssueKind::boards) {
        if (issue.asked_board.empty())
            return invalid("asked_board", issue_words::asked_board_missing);
    } else {
        if (text::is_blank(issue.agency)) return invalid("agency", issue_words::agency_missing);
        if (text::characters(issue.agency) > title_characters_max)
            return invalid("agency", casework::words::too_long(issue_words::agency_label,
                                                               title_characters_max));
        if (auto ok = check_no_case_data("agency", issue_words::agency_label, issue.agency); !ok)
            return ok;
    }
    if (issue.asked_board == issue.raising_board)
        return invalid("asked_board", issue_words::own_board);
    return {};
}

std::optional<IssueCapacity> capacity_in(const IssueActor& actor, IssueWho who) {
    const bool either = who != W::raising_chair;
    if (actor.raising_chair) return IssueCapacity{Side::asking, false, false};
    if (either && actor.asked_chair) return IssueCapacity{Side::asked, false, false};
    if (who == W::holder_too && actor.holder && !actor.raising_secretariat &&
        !actor.asked_secretariat)
        return IssueCapacity{Side::asking, false, true};
    if (actor.raising_secretariat) return IssueCapacity{Side::asking, true, false};
    if (either && actor.asked_secretariat) return IssueCapacity{Side::asked, true, false};
    return std::nullopt;
}

Error not_for(IssueWho who, std::string_view event) {
    return {Code::forbidden,
            casework::words::only_they_can(issue_words::who(who), phrase(event).to_do)};
}

template <class Case>
IssueDecision decision(const casework::Decision<Case>& decided) {
    const auto& [step, capacity] = decided;
    return {step->to,           capacity.side, capacity.on_behalf,
            capacity.by_holder, step->told,    is_open_issue(step->to)};
}

template <class Event>
LadderCommand<Event> command_on(Event event, const IssueCommand& command) {
    return {event, command.comment, command.holder, command.next_date, command.asked_board};
}

template <class Case>
std::optional<Case> case_on(const Issue& issue) {
    const auto* state = std::get_if<typename Case::State>(&issue.state);
    if (state == nullptr) return std::nullopt;
    return Case{*state, issue.raising_board, issue.asked_board};
}

template <class Case>
Result<IssueDecision> decide_on(casework::Steps<Case> rows, const Issue& issue,
                                const IssueCommand& command, const IssueFacts& facts) {
    const auto event = from_text<typename Case::Event>(command.event);
    const auto now = case_on<Case>(issue);
    if (!event || !now) return not_found(issue_words::no_such_step);
    const auto decided = casework::decide(*now, command_on(*event, command), facts, rows);
    if (!decided) return decided.error();
    return decision(*decided);
}

template <class Case>
Result<IssueDecision> raise_on(casework::Steps<Case> rows, const Issue& issue,
                               const IssueCommand& command, const IssueFacts& facts) {
    using Step = casework::Step<Case>;
    const auto event = from_text<typename Case::Event>(command.event);
    const Step* step = event ? find_step<Step>(rows, std::nullopt, *event) : nullptr;
    if (step == nullptr) return not_found(issue_words::no_such_step);
    const auto capacity = Case::capacity_of(facts, step->who);
    if (!capacity) return Case::not_theirs(step->who, *event);
    if (auto ok = check_words(issue); !ok) return ok.error();
    if (auto ok = check_open(command.holder, command.next_date, facts.today); !ok)
        return ok.error();
    return decision(casework::Decision<Case>{step, *capacity});
}

template <class Case>
std::vector<IssueChoice> choices_on(casework::Steps<Case> rows, const Issue& issue,
                                    const IssueFacts& facts) {
    std::vector<IssueChoice> choices;
    const auto now = case_on<Case>(issue);
    if (!now) return choices;
    for (const auto* step : casework::available_steps(*now, facts, rows)) {
        const int passed_over = step->then.passed_over;
        const auto& words = phrase(to_text(step->event));
        choices.push_back({std::string(to_text(step->event)), words.button,
                           passed_over > 0 ? issue_words::reason_for_skipping : words.box,
                           step->comment, passed_over, is_open_issue(step->to), step->to});
    }
    return choices;
}

}  // namespace

template <class StateT, class EventT>
std::optional<IssueCapacity> LadderCase<StateT, EventT>::capacity_of(const IssueFacts& facts,
                                                                     IssueWho who) {
    return capacity_in(facts.actor, who);
}

template <class StateT, class EventT>
Error LadderCase<StateT, EventT>::not_theirs(IssueWho who, EventT event) {
    return not_for(who, to_text(event));
}

template <class StateT, class EventT>
Error LadderCase<StateT, EventT>::no_such_step(EventT event,
                                               std::span<const casework::Step<LadderCase>>) const {
    const auto to_do = phrase(to_text(event)).to_do;
    const bool reopens = event == EventT::reopen;
    return refused(is_open_issue(state) || reopens
                       ? issue_words::cannot_at(to_do, to_words(state))
                       : issue_words::cannot_unless_reopened(to_do, to_words(state)));
}

template <class StateT, class EventT>
Result<void> LadderCase<StateT, EventT>::check_comment(const Command& command,
                                                       const casework::Step<LadderCase>& step) {
    const auto& words = phrase(to_text(step.event));
    if (auto checked = casework::check_comment(command.comment, step.comment, words.missing,
                                               comment_characters_max);
        !checked)
        return checked;
    return check_no_case_data("comment", words.box, command.comment);
}

template struct LadderCase<IssueState, IssueEvent>;
template struct LadderCase<ProtocolState, ProtocolEvent>;

std::span<const IssueStep> issue_steps() {
    return board_table;
}

std::span<const ProtocolStep> protocol_steps() {
    return protocol_table;
}

Result<IssueDecision> check_new(const Issue& issue, const IssueCommand& command,
                                const IssueFacts& facts) {
    if (issue.kind == IssueKind::boards)
        return raise_on<BoardIssue>(board_table, issue, command, facts);
    return raise_on<ProtocolConcern>(protocol_table, issue, command, facts);
}

Result<IssueDecision> decide(const Issue& issue, const IssueCommand& command,
                             const IssueFacts& facts) {
    if (issue.kind == IssueKind::boards)
        return decide_on<BoardIssue>(board_table, issue, command, facts);
    return decide_on<ProtocolConcern>(protocol_table, issue, command, facts);
}

std::vector<IssueChoice> available_events(const Issue& issue, const IssueFacts& facts) {
    if (issue.kind == IssueKind::boards) return choices_on<BoardIssue>(board_table, issue, facts);
    return choices_on<ProtocolConcern>(protocol_table, issue, facts);
}

std::string_view to_text(const IssueStage& stage) {
    return std::visit([](auto state) { return to_text(state); }, stage);
}

std::string_view to_words(const IssueStage& stage) {
    return std::visit([](auto state) { return to_words(state); }, stage);
}

std::optional<IssueStage> issue_stage(IssueKind kind, std::string_view text) {
    if (kind == IssueKind::boards) return from_text<IssueState>(text);
    return from_text<ProtocolState>(text);
}

std::string_view issue_event_words(IssueKind kind, std::string_view event) {
    if (kind == IssueKind::boards) {
        const auto known = from_text<IssueEvent>(event);
        return known ? to_words(*known) : event;
    }
    const auto known = from_text<ProtocolEvent>(event);
    return known ? to_words(*known) : event;
}

std::vector<IssueStage> ladder_of(IssueKind kind) {
    using I = IssueState;
    using P = ProtocolState;
    if (kind == IssueKind::boards)
        return {I::with_chair, I::chairs_together, I::resolution_meeting, I::senior_officers};
    return {P::own_chair, P::other_chairs, P::board_concern, P::senior_officers};
}

std::optional<MeetingKind> meeting_kind_of(const IssueStage& stage) {
    if (is_with_senior_officers(stage)) return MeetingKind::resolution;
    if (stage == IssueStage(IssueState::resolution_meeting)) return MeetingKind::resolution;
    if (stage == IssueStage(IssueState::chairs_together)) return MeetingKind::chairs;
    if (stage == IssueStage(ProtocolState::other_chairs)) return MeetingKind::chairs;
    return std::nullopt;
}

std::string issue_reference(int year, int number) {
    auto digits = std::to_string(number);
    if (digits.size() < 3) digits.insert(0, 3 - digits.size(), '0');
    return "I-" + std::to_string(year) + "-" + digits;
}

}  // namespace workflows
