#include "workflows/issue.hpp"

#include "workflows/case_data.hpp"
#include "workflows/machine.hpp"
#include "workflows/text/utf8.hpp"
#include "workflows/text/words.hpp"

namespace workflows {
namespace {

using W = IssueWho;
using T = IssueTold;
using C = CommentRule;

// clang-format off
constexpr auto board_table = [] {
    using S = IssueState;
    using E = IssueEvent;
    return std::to_array<IssueStep>({
//    from                   event                   to                     who               told           text         passed over
    { std::nullopt,          E::raise,               S::with_chair,         W::raising_chair, T::both_sides, C::optional, 0 },
    { std::nullopt,          E::raise_from_request,  S::chairs_together,    W::raising_chair, T::nobody,     C::optional, 0 },

    { S::with_chair,         E::chairs_together,     S::chairs_together,    W::either_chair,  T::both_sides, C::optional, 0 },
    { S::with_chair,         E::resolution_meeting,  S::resolution_meeting, W::either_chair,  T::both_sides, C::required, 1 },
    { S::with_chair,         E::senior_officers,     S::senior_officers,    W::either_chair,  T::both_sides, C::required, 2 },
    { S::with_chair,         E::keep,                S::with_chair,         W::holder_too,    T::holder,     C::optional, 0 },
    { S::with_chair,         E::resolve,             S::resolved,           W::holder_too,    T::both_sides, C::required, 0 },
    { S::with_chair,         E::withdraw,            S::withdrawn,          W::raising_chair, T::both_sides, C::required, 0 },

    { S::chairs_together,    E::resolution_meeting,  S::resolution_meeting, W::either_chair,  T::both_sides, C::optional, 0 },
    { S::chairs_together,    E::senior_officers,     S::senior_officers,    W::either_chair,  T::both_sides, C::required, 1 },
    { S::chairs_together,    E::keep,                S::chairs_together,    W::holder_too,    T::holder,     C::optional, 0 },
    { S::chairs_together,    E::resolve,             S::resolved,           W::holder_too,    T::both_sides, C::required, 0 },
    { S::chairs_together,    E::withdraw,            S::withdrawn,          W::raising_chair, T::both_sides, C::required, 0 },

    { S::resolution_meeting, E::senior_officers,     S::senior_officers,    W::either_chair,  T::both_sides, C::optional, 0 },
    { S::resolution_meeting, E::keep,                S::resolution_meeting, W::holder_too,    T::holder,     C::optional, 0 },
    { S::resolution_meeting, E::resolve,             S::resolved,           W::holder_too,    T::both_sides, C::required, 0 },
    { S::resolution_meeting, E::withdraw,            S::withdrawn,          W::raising_chair, T::both_sides, C::required, 0 },

    { S::senior_officers,    E::keep,                S::senior_officers,    W::holder_too,    T::holder,     C::optional, 0 },
    { S::senior_officers,    E::resolve,             S::resolved,           W::holder_too,    T::both_sides, C::required, 0 },
    { S::senior_officers,    E::withdraw,            S::withdrawn,          W::raising_chair, T::both_sides, C::required, 0 },

    { S::reopened,           E::chairs_together,     S::chairs_together,    W::either_chair,  T::both_sides, C::optional, 0 },
    { S::reopened,           E::resolution_meeting,  S::resolution_meeting, W::either_chair,  T::both_sides, C::required, 1 },
    { S::reopened,           E::senior_officers,     S::senior_officers,    W::either_chair,  T::both_sides, C::required, 2 },
    { S::reopened,           E::keep,                S::reopened,           W::holder_too,    T::holder,     C::optional, 0 },
    { S::reopened,           E::resolve,             S::resolved,           W::holder_too,    T::both_sides, C::required, 0 },
    { S::reopened,           E::withdraw,            S::withdrawn,          W::raising_chair, T::both_sides, C::required, 0 },

    { S::resolved,           E::reopen,              S::reopened,           W::either_chair,  T::both_sides, C::required, 0 },
    { S::withdrawn,          E::reopen,              S::reopened,           W::raising_chair, T::both_sides, C::required, 0 },
    });
}();

constexpr auto protocol_table = [] {
    using S = ProtocolState;
    using E = ProtocolEvent;
    return std::to_array<ProtocolStep>({
//    from               event               to                  who               told           text         passed over
    { std::nullopt,      E::raise,           S::own_chair,       W::raising_chair, T::both_sides, C::optional, 0 },

    { S::own_chair,      E::other_chairs,    S::other_chairs,    W::raising_chair, T::both_sides, C::optional, 0 },
    { S::own_chair,      E::board_concern,   S::board_concern,   W::raising_chair, T::both_sides, C::required, 1 },
    { S::own_chair,      E::senior_officers, S::senior_officers, W::raising_chair, T::both_sides, C::required, 2 },
    { S::own_chair,      E::keep,            S::own_chair,       W::holder_too,    T::holder,     C::optional, 0 },
    { S::own_chair,      E::resolve,         S::resolved,        W::holder_too,    T::both_sides, C::required, 0 },
    { S::own_chair,      E::withdraw,        S::withdrawn,       W::raising_chair, T::both_sides, C::required, 0 },

    { S::other_chairs,   E::board_concern,   S::board_concern,   W::raising_chair, T::both_sides, C::optional, 0 },
    { S::other_chairs,   E::senior_officers, S::senior_officers, W::raising_chair, T::both_sides, C::required, 1 },
    { S::other_chairs,   E::keep,            S::other_chairs,    W::holder_too,    T::holder,     C::optional, 0 },
    { S::other_chairs,   E::resolve,         S::resolved,        W::holder_too,    T::both_sides, C::required, 0 },
    { S::other_chairs,   E::withdraw,        S::withdrawn,       W::raising_chair, T::both_sides, C::required, 0 },

    { S::board_concern,  E::senior_officers, S::senior_officers, W::raising_chair, T::both_sides, C::optional, 0 },
    { S::board_concern,  E::keep,            S::board_concern,   W::holder_too,    T::holder,     C::optional, 0 },
    { S::board_concern,  E::resolve,         S::resolved,        W::holder_too,    T::both_sides, C::required, 0 },
    { S::board_concern,  E::withdraw,        S::withdrawn,       W::raising_chair, T::both_sides, C::required, 0 },

    { S::senior_officers, E::keep,           S::senior_officers, W::holder_too,    T::holder,     C::optional, 0 },
    { S::senior_officers, E::resolve,        S::resolved,        W::holder_too,    T::both_sides, C::required, 0 },
    { S::senior_officers, E::withdraw,       S::withdrawn,       W::raising_chair, T::both_sides, C::required, 0 },

    { S::reopened,       E::other_chairs,    S::other_chairs,    W::raising_chair, T::both_sides, C::optional, 0 },
    { S::reopened,       E::board_concern,   S::board_concern,   W::raising_chair, T::both_sides, C::required, 1 },
    { S::reopened,       E::senior_officers, S::senior_officers, W::raising_chair, T::both_sides, C::required, 2 },
    { S::reopened,       E::keep,            S::reopened,        W::holder_too,    T::holder,     C::optional, 0 },
    { S::reopened,       E::resolve,         S::resolved,        W::holder_too,    T::both_sides, C::required, 0 },
    { S::reopened,       E::withdraw,        S::withdrawn,       W::raising_chair, T::both_sides, C::required, 0 },

    { S::resolved,       E::reopen,          S::reopened,        W::either_chair,  T::both_sides, C::required, 0 },
    { S::withdrawn,      E::reopen,          S::reopened,        W::raising_chair, T::both_sides, C::required, 0 },
    });
}();
// clang-format on

// Whatever is closed can be opened again, so no state is final.
static_assert(is_sound<IssueStep>(board_table, std::span<const IssueState>()));
static_assert(is_sound<ProtocolStep>(protocol_table, std::span<const ProtocolState>()));

/// How forms and refusals speak of a step, by the text of its event.
struct Phrase {
    std::string_view event;
    std::string_view to_do;    // "Only … can withdraw this issue."
    std::string_view missing;  // what to enter when the required text is empty
    std::string_view button;
    std::string_view box;
};

// clang-format off
constexpr auto phrases = std::to_array<Phrase>({
  { "raise",              "raise this issue",                          "",                                                              "Raise the issue",                           ""                },
  { "raise_from_request", "escalate this request",                     "",                                                              "Escalate",                                  ""                },
  { "chairs_together",    "take this issue to the chairs together",    "Enter the reason for passing over a step.",                     "Take it to the chairs together",            "Message"         },
  { "resolution_meeting", "take this issue to a resolution meeting",   "Enter the reason for passing over a step.",                     "Take it to a resolution meeting",           "Message"         },
  { "senior_officers",    "take this issue to senior officers",        "Enter the reason for passing over a step.",                     "Take it to senior officers and lead member", "Message"        },
  { "other_chairs",       "speak to other chairs about this concern",  "Enter the reason for passing over a step.",                     "Speak to another chair informally",         "Message"         },
  { "board_concern",      "make this a concern of the board",          "Enter the reason for passing over a step.",                     "Make it a concern of the board",            "Message"         },
  { "keep",               "change the holder and next date",           "",                                                              "Change holder or next date, or add a note", "Note"            },
  { "resolve",            "record the way forward",                    "Enter the way forward: what the boards have agreed to do.",     "Record the way forward",                    "The way forward" },
  { "withdraw",           "withdraw this issue",                       "Enter the reason for withdrawing this issue.",                  "Withdraw",                                  "Reason for withdrawing" },
  { "reopen",             "reopen this issue",                         "Enter the reason for reopening this issue.",                    "Reopen",                                    "Reason for reopening" },
});
// clang-format on

const Phrase& phrase(std::string_view event) {
    for (const Phrase& one : phrases)
        if (one.event == event) return one;
    return phrases.front();
}

struct Capacity {
    Side side = Side::asking;
    bool on_behalf = false;
    bool by_holder = false;
};

std::optional<Capacity> capacity_of(const IssueActor& actor, IssueWho who) {
    const bool either = who != W::raising_chair;
    if (actor.raising_chair) return Capacity{Side::asking, false, false};
    if (either && actor.asked_chair) return Capacity{Side::asked, false, false};
    if (who == W::holder_too && actor.holder && !actor.raising_secretariat &&
        !actor.asked_secretariat)
        return Capacity{Side::asking, false, true};
    if (actor.raising_secretariat) return Capacity{Side::asking, true, false};
    if (either && actor.asked_secretariat) return Capacity{Side::asked, true, false};
    return std::nullopt;
}

Error not_theirs(IssueWho who, std::string_view event) {
    std::string message = "Only ";
    switch (who) {
        case W::raising_chair:
            message += "the chair of the board that raised it, or its secretariat,";
            break;
        case W::either_chair:
            message += "a chair of the two boards, or a secretariat,";
            break;
        case W::holder_too:
            message += "a chair of the two boards, a secretariat, or who holds it now";
            break;
    }
    return {Code::forbidden, message + " can " + std::string(phrase(event).to_do) + "."};
}

bool has_relation(const IssueActor& actor) {
    return actor.raising_chair || actor.raising_secretariat || actor.asked_chair ||
           actor.asked_secretariat || actor.holder;
}

Result<void> check_comment(const IssueCommand& command, CommentRule rule) {
    const auto& words = phrase(command.event);
    if (rule == C::required && text::is_blank(command.comment))
        return invalid("comment", std::string(words.missing));
    if (text::characters(command.comment) > comment_characters_max)
        return invalid("comment", "Shorten the text to " + std::to_string(comment_characters_max) +
                                      " characters or fewer.");
    return check_no_case_data("comment", words.box, command.comment);
}

// An open issue is always with somebody, until a day.
Result<void> check_open(const IssueCommand& command, Day today) {
    if (command.holder.empty()) return invalid("holder", "Choose who holds it from now on.");
    if (!command.next_date)
        return invalid("next_date", "Enter the day by which the next thing happens.");
    if (*command.next_date <= today)
        return invalid("next_date", "The next date must be after today, " + long_date(today) + ".");
    return {};
}

Result<void> check_words(const Issue& issue) {
    if (text::is_blank(issue.title)) return invalid("title", "Enter a title.");
    if (text::characters(issue.title) > title_characters_max)
        return invalid("title", "Shorten the title to " + std::to_string(title_characters_max) +
                                    " characters or fewer.");
    if (auto ok = check_no_case_data("title", "Title", issue.title); !ok) return ok;
    if (text::characters(issue.text) > comment_characters_max)
        return invalid("text", "Shorten the text to " + std::to_string(comment_characters_max) +
                                   " characters or fewer.");
    if (auto ok = check_no_case_data("text", "What is not settled", issue.text); !ok) return ok;
    if (issue.kind == IssueKind::boards) {
        if (issue.asked_board.empty()) return invalid("asked_board", "Choose the other board.");
    } else {
        if (text::is_blank(issue.agency))
            return invalid("agency", "Enter the agency that has the concern.");
        if (text::characters(issue.agency) > title_characters_max)
            return invalid("agency", "Shorten the name of the agency.");
        if (auto ok = check_no_case_data("agency", "Agency", issue.agency); !ok) return ok;
    }
    if (issue.asked_board == issue.raising_board)
        return invalid("asked_board", "Choose another board than the one that raises it.");
    return {};
}

Result<void> check_asked_board(const Issue& issue, const IssueCommand& command) {
    if (command.event != to_text(ProtocolEvent::other_chairs) || !issue.asked_board.empty())
        return {};
    if (command.asked_board.empty() || command.asked_board == issue.raising_board)
        return invalid("asked_board", "Choose the other board whose chair is spoken to.");
    return {};
}

Error no_such_step(const Issue& issue, std::string_view event) {
    const bool closed = !is_open_issue(issue.state);
    std::string message = "This issue is ";
    message += issue_state_words(issue.kind, issue.state);
    message += ", so you cannot " + std::string(phrase(event).to_do) + " now.";
    if (closed && event != "reopen") message += " Reopen it first.";
    return refused(message);
}

template <class Step>
IssueDecision decision(const Step& step, const Capacity& capacity) {
    const std::string to(to_text(step.to));
    return {to,        capacity.side,    capacity.on_behalf, capacity.by_holder,
            step.told, is_open_issue(to)};
}

template <class Step>
Result<IssueDecision> decide_on(std::span<const Step> rows, const Issue& issue,
                                const IssueCommand& command, const IssueFacts& facts) {
    const auto event = from_text<typename Step::Event>(command.event);
    const auto state = from_text<typename Step::State>(issue.state);
    if (!event || !state) return not_found("There is no such step.");
    // A stranger learns nothing of the state.
    if (!has_relation(facts.actor)) return not_theirs(W::holder_too, command.event);
    const Step* step = find_step<Step>(rows, state, *event);
    if (step == nullptr) return no_such_step(issue, command.event);
    const auto capacity = capacity_of(facts.actor, step->who);
    if (!capacity) return not_theirs(step->who, command.event);
    if (auto ok = check_comment(command, step->comment); !ok) return ok.error();
    if (auto ok = check_asked_board(issue, command); !ok) return ok.error();
    const auto decided = decision(*step, *capacity);
    if (decided.open) {
        if (auto ok = check_open(command, facts.today); !ok) return ok.error();
    }
    return decided;
}

template <class Step>
Result<IssueDecision> raise_on(std::span<const Step> rows, const Issue& issue,
                               const IssueCommand& command, const IssueFacts& facts) {
    const auto event = from_text<typename Step::Event>(command.event);
    const Step* step = event ? find_step<Step>(rows, std::nullopt, *event) : nullptr;
    if (step == nullptr) return not_found("There is no such step.");
    const auto capacity = capacity_of(facts.actor, step->who);
    if (!capacity) return not_theirs(step->who, command.event);
    if (auto ok = check_words(issue); !ok) return ok.error();
    if (auto ok = check_open(command, facts.today); !ok) return ok.error();
    return decision(*step, *capacity);
}

template <class Step>
std::vector<IssueChoice> choices_on(std::span<const Step> rows, const Issue& issue,
                                    const IssueFacts& facts) {
    std::vector<IssueChoice> choices;
    const auto state = from_text<typename Step::State>(issue.state);
    for (const Step& step : rows) {
        if (!state || step.from != state || !capacity_of(facts.actor, step.who)) continue;
        const std::string event(to_text(step.event));
        const std::string to(to_text(step.to));
        const auto& words = phrase(event);
        choices.push_back({event, words.button,
                           step.passed_over > 0 ? "Reason for passing over a step" : words.box,
                           step.comment, step.passed_over, is_open_issue(to), to});
    }
    return choices;
}

}  // namespace

std::span<const IssueStep> issue_steps() {
    return board_table;
}

std::span<const ProtocolStep> protocol_steps() {
    return protocol_table;
}

Result<IssueDecision> check_new(const Issue& issue, const IssueCommand& command,
                                const IssueFacts& facts) {
    if (issue.kind == IssueKind::boards) return raise_on(issue_steps(), issue, command, facts);
    return raise_on(protocol_steps(), issue, command, facts);
}

Result<IssueDecision> decide(const Issue& issue, const IssueCommand& command,
                             const IssueFacts& facts) {
    if (issue.kind == IssueKind::boards) return decide_on(issue_steps(), issue, command, facts);
    return decide_on(protocol_steps(), issue, command, facts);
}

std::vector<IssueChoice> available_events(const Issue& issue, const IssueFacts& facts) {
    if (issue.kind == IssueKind::boards) return choices_on(issue_steps(), issue, facts);
    return choices_on(protocol_steps(), issue, facts);
}

std::string_view issue_state_words(IssueKind kind, std::string_view state) {
    if (kind == IssueKind::boards) {
        const auto known = from_text<IssueState>(state);
        return known ? to_words(*known) : state;
    }
    const auto known = from_text<ProtocolState>(state);
    return known ? to_words(*known) : state;
}

std::string_view issue_event_words(IssueKind kind, std::string_view event) {
    if (kind == IssueKind::boards) {
        const auto known = from_text<IssueEvent>(event);
        return known ? to_words(*known) : event;
    }
    const auto known = from_text<ProtocolEvent>(event);
    return known ? to_words(*known) : event;
}

bool is_open_issue(std::string_view state) {
    return state != to_text(IssueState::resolved) && state != to_text(IssueState::withdrawn);
}

std::vector<std::string> ladder_of(IssueKind kind) {
    if (kind == IssueKind::boards)
        return {"with_chair", "chairs_together", "resolution_meeting", "senior_officers"};
    return {"own_chair", "other_chairs", "board_concern", "senior_officers"};
}

std::optional<MeetingKind> meeting_kind_of(IssueKind kind, std::string_view state) {
    if (state == to_text(IssueState::senior_officers)) return MeetingKind::resolution;
    if (kind == IssueKind::protocol) {
        if (state == to_text(ProtocolState::other_chairs)) return MeetingKind::chairs;
        return std::nullopt;
    }
    if (state == to_text(IssueState::chairs_together)) return MeetingKind::chairs;
    if (state == to_text(IssueState::resolution_meeting)) return MeetingKind::resolution;
    return std::nullopt;
}

std::string issue_reference(int year, int number) {
    auto digits = std::to_string(number);
    if (digits.size() < 3) digits.insert(0, 3 - digits.size(), '0');
    return "I-" + std::to_string(year) + "-" + digits;
}

}  // namespace workflows
