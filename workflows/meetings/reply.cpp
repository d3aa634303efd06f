#include "workflows/meetings/reply.hpp"

#include <algorithm>

#include "workflows/agenda/agenda.hpp"
#include "workflows/text/utf8.hpp"
#include "workflows/text/words.hpp"

namespace workflows {

Result<Reply> read_reply(const std::string& attendance, const std::string& deputy,
                         const std::string& note) {
    const auto chosen = from_text<Attendance>(attendance);
    if (!chosen)
        return invalid("attendance", "Choose whether you come, join online or send apologies.");
    if (*chosen != Attendance::apologies && !text::is_blank(deputy))
        return invalid("deputy",
                       "A deputy comes instead of you. Choose apologies, or leave this empty.");
    if (text::characters(deputy) > deputy_characters_max)
        return invalid("deputy", "Shorten the name to " + std::to_string(deputy_characters_max) +
                                     " characters or fewer.");
    if (text::characters(note) > reply_note_characters_max)
        return invalid("note", "Shorten the note to " + std::to_string(reply_note_characters_max) +
                                   " characters or fewer.");
    return Reply{*chosen, text::is_blank(deputy) ? "" : deputy, text::is_blank(note) ? "" : note};
}

ReplyCounts count_replies(std::span<const Reply> replies, std::size_t invited) {
    ReplyCounts counts;
    counts.invited = invited;
    for (const auto& reply : replies) {
        counts.in_person += reply.attendance == Attendance::in_person ? 1U : 0U;
        counts.online += reply.attendance == Attendance::online ? 1U : 0U;
        counts.apologies += reply.attendance == Attendance::apologies ? 1U : 0U;
        counts.deputies += reply.deputy.empty() ? 0U : 1U;
    }
    return counts;
}

std::string reply_words(const ReplyCounts& counts) {
    if (counts.answered() == 0) return "No replies yet";
    std::string words;
    const auto add = [&](std::size_t number, const std::string& what) {
        if (number == 0) return;
        words += (words.empty() ? "" : ", ") + std::to_string(number) + " " + what;
    };
    add(counts.in_person, "in person");
    add(counts.online, "online");
    add(counts.apologies, "apologies");
    if (counts.deputies > 0)
        words += " with " + std::to_string(counts.deputies) +
                 (counts.deputies == 1 ? " deputy" : " deputies");
    add(counts.invited - std::min(counts.invited, counts.answered()), "no reply");
    return words;
}

}  // namespace workflows
