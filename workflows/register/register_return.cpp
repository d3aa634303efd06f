#include "workflows/register/register_return.hpp"

#include "workflows/agenda/agenda.hpp"
#include "workflows/register/words.hpp"
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
    ReturnText{"focus", "Focus", partnership_register::words::enter_focus, &ReturnTexts::focus},
    ReturnText{"achievements", partnership_register::words::achievements, partnership_register::words::enter_achievements, &ReturnTexts::achievements},
    ReturnText{"aims", partnership_register::words::aims, partnership_register::words::enter_aims, &ReturnTexts::aims},
    ReturnText{"challenges", "Challenges", partnership_register::words::enter_challenges, &ReturnTexts::challenges},
    ReturnText{"governance", "Governance arrangements", partnership_register::words::enter_governance, &ReturnTexts::governance},
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
        return refused(state ? partnership_register::words::no_such_step(to_words(*state))
                             : std::string(partnership_register::words::not_requested));
    }
    const bool may =
        (step->who == W::board && actor.board) || (step->who == W::office && actor.office);
    if (!may) return Error{Code::forbidden, partnership_register::words::not_yours, ""};
    if (event == E::accept && actor.submitted_it) {
        return refused(partnership_register::words::own_return);
    }
    if (event == E::accept && actor.serves_filer) {
        return refused(partnership_register::words::own_board);
    }
    if (step->comment_required && text::is_blank(comment))
        return invalid("comment", partnership_register::words::enter_change);
    if (text::characters(comment) > comment_characters_max)
        return invalid("comment", partnership_register::words::comment_too_long);
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
        return invalid(std::string(row.field), partnership_register::words::too_long(over));
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
        return invalid("completed", partnership_register::words::completed_future);
    const bool early = !last_meeting.to_be_confirmed() && PlannedDate(completed) < last_meeting;
    if (early && !early_accepted) {
        return conflict("use_anyway",
                        partnership_register::words::earlier_than_meeting(last_meeting.words()));
    }
    return {};
}

}  // namespace workflows
