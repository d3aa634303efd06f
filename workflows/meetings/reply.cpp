#include "workflows/meetings/reply.hpp"

#include <algorithm>

#include "workflows/agenda/agenda.hpp"
#include "workflows/meetings/words.hpp"
#include "workflows/text/utf8.hpp"
#include "workflows/text/words.hpp"

namespace workflows {

Result<Reply> read_reply(const std::string& attendance, const std::string& deputy,
                         const std::string& note) {
    const auto chosen = from_text<Attendance>(attendance);
    if (!chosen) return invalid("attendance", meetings::words::select_whether_you_will_attend);
    if (*chosen != Attendance::apologies && !text::is_blank(deputy))
        return invalid("deputy", meetings::words::a_substitute_attends_instead);
    if (text::characters(deputy) > deputy_characters_max)
        return invalid("deputy", meetings::words::name_characters_max(deputy_characters_max));
    if (text::characters(note) > reply_note_characters_max)
        return invalid("note", meetings::words::note_characters_max(reply_note_characters_max));
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
    if (counts.answered() == 0) return meetings::words::no_replies_yet;
    std::vector<std::string> parts;
    if (counts.in_person > 0) parts.push_back(meetings::words::in_person(counts.in_person));
    if (counts.online > 0) parts.push_back(meetings::words::online(counts.online));
    if (counts.apologies > 0)
        parts.push_back(meetings::words::apologies(counts.apologies, counts.deputies));
    const auto silent = counts.invited - std::min(counts.invited, counts.answered());
    if (silent > 0) parts.push_back(meetings::words::not_replied(silent));
    return text::joined(parts);
}

}  // namespace workflows
