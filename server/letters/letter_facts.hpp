// What letters about a meeting have in common: names, days and how long a subject line may be.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "db/database.hpp"
#include "db/meetings.hpp"
#include "server/letters/letter.hpp"
#include "templates/view.hpp"
#include "workflows/boards/board.hpp"

namespace server::letters {

/// A subject line is cut before this, so that it is never folded (RFC 5322 2.1.1).
inline constexpr std::size_t subject_characters_max = 78;

/// Control characters become blanks: for what stands in one line of a message's head.
std::string without_controls(std::string_view text);

/// "Paper due Thu 1 Nov: " + title + ", HWB item 7": the title is cut at a word, with "…", so that
/// the whole fits. Line breaks and other controls become blanks.
std::string subject_line(std::string_view before, std::string_view title, std::string_view after);

/// "15 November 2018".
std::string plain_date(workflows::Day day);

struct MeetingFacts {
    db::MeetingRow meeting;
    workflows::Board board;
    std::string day;         // "Thursday 15 November 2018", or the words for an open date
    std::string short_name;  // "HWB, 15 November 2018"
};
/// Nothing when the meeting is gone.
std::optional<MeetingFacts> meeting_facts(db::ReadTx& tx, const std::string& meeting);

/// An item's title as it may stand in a mail: an exempt one by its public title:
/// servers on the way read it.
std::string mailable_title(const std::string& title, const std::string& public_title,
                           const std::string& visibility);

/// The end of `day` in `zone`: a letter about that day is of no use later.
workflows::Instant end_of_day(workflows::Day day, const std::string& zone);

/// Keys heading, board_name, meeting_day, link_text and link_href, which all these letters read.
void set_letter_frame(templates::View& view, const MeetingFacts& facts, std::string_view heading,
                      std::string_view link_text, std::string_view link_href);

}  // namespace server::letters
