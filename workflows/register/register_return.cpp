#include "workflows/register/register_return.hpp"

#include "workflows/agenda/agenda.hpp"
#include "workflows/text/utf8.hpp"
#include "workflows/text/words.hpp"

namespace workflows {
namespace {

using enum ReturnState;
using E = ReturnEvent;
using W = ReturnWho;

// clang-format off
constexpr std::array table{
    ReturnStep{std::nullopt, E::ask,       asked,     W::office, false, "return_asked"},
    ReturnStep{asked,        E::save,      drafted,   W::board,  false, ""},
    ReturnStep{asked,        E::submit,    submitted, W::board,  false, ""},
    ReturnStep{drafted,      E::save,      drafted,   W::board,  false, ""},
    ReturnStep{drafted,      E::submit,    submitted, W::board,  false, ""},
    ReturnStep{submitted,    E::accept,    accepted,  W::office, false, ""},
    ReturnStep{submitted,    E::send_back, sent_back, W::office, true,  "return_sent_back"},
    ReturnStep{sent_back,    E::save,      sent_back, W::board,  false, ""},
    ReturnStep{sent_back,    E::submit,    submitted, W::board,  false, ""},
    ReturnStep{accepted,     E::send_back, sent_back, W::office, true,  "return_sent_back"},
    ReturnStep{asked,        E::close,     closed,    W::nobody, false, ""},
    ReturnStep{drafted,      E::close,     closed,    W::nobody, false, ""},
    ReturnStep{sent_back,    E::close,     closed,    W::nobody, false, ""},
};
constexpr std::array texts_table{
    ReturnText{"focus", "Focus", "Enter what the board is for and works on.", &ReturnTexts::focus},
    ReturnText{"achievements", "Achievements in the last year", "Enter what the board achieved in the last year.", &ReturnTexts::achievements},
    ReturnText{"aims", "Aims for the coming year", "Enter what the board aims for in the coming year.", &ReturnTexts::aims},
    ReturnText{"challenges", "Challenges", "Enter the challenges the board faces.", &ReturnTexts::challenges},
    ReturnText{"governance", "Governance arrangements", "Enter how the board is governed and to whom it reports.", &ReturnTexts::governance},
};
// clang-format on

// An accepted return can still be sent back, since a published update keeps its own words.
constexpr std::array finals{closed};
static_assert(is_sound<ReturnStep>(table, finals));

}  // namespace

std::span<const ReturnStep> return_steps() {
    return table;
}

Result<const ReturnStep*> decide(std::optional<ReturnState> state, ReturnEvent event,
                                 std::string_view comment, const ReturnActor& actor) {
    const auto* step = find_step<ReturnStep>(table, state, event);
    if (step == nullptr) {
        return refused(state ? "The return is " + std::string(to_words(*state)) +
                                   ": this step is not open any more. Read what it says now."
                             : std::string("Nobody has asked the board for this return yet."));
    }
    const bool may =
        (step->who == W::board && actor.board) || (step->who == W::office && actor.office);
    if (!may) return Error{Code::forbidden, "This step is for others.", ""};
    if (event == E::accept && actor.submitted_it) {
        return refused(
            "You submitted this return yourself. Let another secretariat or an "
            "administrator accept it.");
    }
    if (event == E::accept && actor.serves_filer) {
        return refused(
            "You are an officer of the board that filed this return. Let an administrator or "
            "another officer of the partnership office accept it.");
    }
    if (step->comment_required && text::is_blank(comment))
        return invalid("comment", "Say what the board should change.");
    if (text::characters(comment) > comment_characters_max)
        return invalid("comment", "Shorten this to 4,000 characters or fewer.");
    return step;
}

std::span<const ReturnText> return_texts() {
    return texts_table;
}

Result<void> check_draft(const ReturnTexts& texts) {
    for (const auto& row : texts_table) {
        const auto count = text::characters(texts.*row.text);
        if (count <= return_text_characters_max) continue;
        const auto over = count - return_text_characters_max;
        return invalid(std::string(row.field), "Shorten this by " + std::to_string(over) +
                                                   (over == 1 ? " character" : " characters") +
                                                   ": 3,000 is the most.");
    }
    return {};
}

Result<void> check_submission(const ReturnTexts& texts, Day completed, Day today,
                              const PlannedDate& last_meeting, bool early_accepted) {
    if (const auto good = check_draft(texts); !good) return good;
    for (const auto& row : texts_table) {
        if (text::is_blank(texts.*row.text))
            return invalid(std::string(row.field), std::string(row.missing));
    }
    if (completed > today)
        return invalid("completed", "Enter the day on which it was completed: today or earlier.");
    const bool early = !last_meeting.to_be_confirmed() && PlannedDate(completed) < last_meeting;
    if (early && !early_accepted) {
        return conflict("use_anyway", "The board met on " + last_meeting.words() +
                                          ", after this day of completion. Complete the return "
                                          "now, or say that the earlier day is meant.");
    }
    return {};
}

}  // namespace workflows
