#include "workflows/overview/catalogue.hpp"

#include "workflows/circulation/circulation.hpp"
#include "workflows/concerns/concern.hpp"
#include "workflows/core/machine.hpp"
#include "workflows/issues/issue.hpp"
#include "workflows/meetings/meeting.hpp"
#include "workflows/overview/words.hpp"
#include "workflows/register/register_return.hpp"
#include "workflows/requests/agenda_request.hpp"
#include "workflows/responses/response.hpp"
#include "workflows/succession/board_change.hpp"
#include "workflows/themes/theme.hpp"
#include "workflows/timetable/obligation.hpp"

namespace workflows {
namespace {

using Cells = std::vector<std::string>;

std::string yes_or_blank(bool yes, std::string_view word) {
    return std::string(yes ? word : "");
}

std::string text_of(CommentRule rule) {
    return yes_or_blank(rule == CommentRule::required, "required");
}

std::string request_markdown() {
    return to_markdown<RequestStep>(
        request_steps(), {"Who", "Notified", "Email", "Text", "Condition"},
        [](const RequestStep& step) {
            return Cells{std::string(to_words(step.who)), std::string(to_words(step.told)),
                         std::string(step.letter), text_of(step.comment),
                         std::string(step.guard.name)};
        });
}

std::string meeting_markdown() {
    return to_markdown<MeetingStep>(
        meeting_steps(), {"Who", "Notified", "Email", "Text", "Condition"},
        [](const MeetingStep& step) {
            return Cells{"chair or secretariat", yes_or_blank(!step.mail.empty(), "those invited"),
                         std::string(step.mail), yes_or_blank(step.reason_required, "required"),
                         std::string(step.guard.name)};
        });
}

std::string return_markdown() {
    return to_markdown<ReturnStep>(
        return_steps(), {"Who", "Notified", "Email", "Text", "Condition"},
        [](const ReturnStep& step) {
            return Cells{
                std::string(to_words(step.who)), yes_or_blank(!step.mail.empty(), "the board"),
                std::string(step.mail), yes_or_blank(step.comment_required, "required"),
                yes_or_blank(step.event == ReturnEvent::accept, "submitted by somebody else")};
        });
}

std::string stop_markdown() {
    return to_markdown<StopStep>(
        stop_steps(), {"Who", "Notified", "Email", "Text", "Condition"}, [](const StopStep& step) {
            return Cells{std::string(to_words(step.who)), std::string(to_words(step.told)),
                         std::string(step.letter), text_of(step.comment),
                         std::string(step.guard.name)};
        });
}

std::string obligation_markdown() {
    return to_markdown<ObligationStep>(
        obligation_steps(), {"Who", "Agenda", "Email", "Text", "Condition"},
        [](const ObligationStep& step) {
            return Cells{std::string(to_words(step.who)), std::string(to_words(step.then)),
                         std::string(step.letter), text_of(step.comment),
                         std::string(step.guard.name)};
        });
}

std::string response_markdown() {
    return to_markdown<ResponseStep>(
        response_steps(), {"Who", "Notified", "Email", "Text", "Condition"},
        [](const ResponseStep& step) {
            return Cells{std::string(to_words(step.who)), std::string(to_words(step.told)),
                         std::string(step.letter), text_of(step.comment),
                         std::string(step.guard.name)};
        });
}

template <class Step>
std::string ladder_markdown(std::span<const Step> steps) {
    return to_markdown<Step>(
        steps, {"Who", "Notified", "Text", "Steps skipped"}, [](const Step& step) {
            return Cells{
                std::string(to_words(step.who)), std::string(to_words(step.told)),
                text_of(step.comment),
                step.then.passed_over > 0 ? std::to_string(step.then.passed_over) : std::string()};
        });
}

std::string concern_markdown() {
    return to_markdown<ConcernStep>(
        concern_steps(), {"Who", "Notified", "Text", "Condition"}, [](const ConcernStep& step) {
            return Cells{std::string(to_words(step.who)), std::string(to_words(step.told)),
                         text_of(step.comment), std::string(step.guard.name)};
        });
}

std::string theme_markdown() {
    return to_markdown<ThemeStep>(theme_steps(), {"Who", "Condition"}, [](const ThemeStep& step) {
        const bool reason = step.comment == CommentRule::required;
        return Cells{"secretariat or administrator",
                     std::string(reason ? "a reason" : step.guard.name)};
    });
}

std::string change_markdown() {
    return to_markdown<ChangeStep>(
        change_steps(), {"Who", "Condition"}, [](const ChangeStep& step) {
            const bool by_itself = step.event == ChangeEvent::carry_out;
            return Cells{by_itself ? "automatic" : "administrator", std::string(step.guard.name)};
        });
}

}  // namespace

std::vector<WorkflowText> all_workflows() {
    return {
        {"request", overview::words::requests_title, request_markdown(),
         to_dot<RequestStep>("request", request_steps())},
        {"response", overview::words::responses_title, response_markdown(),
         to_dot<ResponseStep>("response", response_steps())},
        {"stop", overview::words::stops_title, stop_markdown(),
         to_dot<StopStep>("stop", stop_steps())},
        {"obligation", overview::words::reports_title, obligation_markdown(),
         to_dot<ObligationStep>("obligation", obligation_steps())},
        {"theme", overview::words::themes_title, theme_markdown(),
         to_dot<ThemeStep>("theme", theme_steps())},
        {"board_change", overview::words::changes_title, change_markdown(),
         to_dot<ChangeStep>("board_change", change_steps())},
        {"meeting", "Meetings", meeting_markdown(),
         to_dot<MeetingStep>("meeting", meeting_steps())},
        {"return", overview::words::returns_title, return_markdown(),
         to_dot<ReturnStep>("return", return_steps())},
        {"issue", overview::words::issues_title, ladder_markdown(issue_steps()),
         to_dot<IssueStep>("issue", issue_steps())},
        {"protocol_concern", overview::words::protocol_title, ladder_markdown(protocol_steps()),
         to_dot<ProtocolStep>("protocol_concern", protocol_steps())},
        {"safeguarding_concern", overview::words::concerns_title, concern_markdown(),
         to_dot<ConcernStep>("safeguarding_concern", concern_steps())},
    };
}

std::string all_workflows_markdown() {
    std::string out = "# Workflows\n";
    for (const WorkflowText& text : all_workflows())
        out += "\n## " + text.title + "\n\n" + text.markdown;
    return out;
}

std::string all_workflows_dot() {
    std::string out;
    for (const WorkflowText& text : all_workflows())
        out += text.dot;
    return out;
}

}  // namespace workflows
