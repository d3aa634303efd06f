// What letters about a meeting have in common: names, days and how long a subject line may be.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "db/database.hpp"
#include "db/meetings.hpp"
#include "server/letters/letter.hpp"
#include "templates/store.hpp"
#include "templates/view.hpp"
#include "workflows/boards/board.hpp"

namespace server::letters {

/// A subject line is cut before this, so that it is never folded (RFC 5322 2.1.1).
inline constexpr std::size_t subject_characters_max = 78;

/// Control characters become blanks: for what stands in one line of a message's head.
std::string without_controls(std::string_view text);

/// A rendered subject with its values marked (templates/letter_source.hpp) as it may stand in a
/// message: where it is too long, its longest value is cut at a word, with "…".
std::string fitted_subject(std::string_view marked);

/// The words of templates/letters/KIND with these facts; sets the keys subject and preheader.
struct WrittenLetter {
    std::string subject;
    std::string text;
    std::string html;
};
WrittenLetter write_letter(const templates::Store& store, std::string_view kind,
                           templates::View& view);

/// The board's name, or its code where there is no such board (any more).
std::string name_of_board(db::ReadTx& tx, const std::string& code);

/// "15 November 2018".
std::string plain_date(workflows::Day day);

struct MeetingFacts {
    db::MeetingRow meeting;
    workflows::Board board;
    std::string day;         // "Thursday 15 November 2018", or the words for an open date
    std::string date;        // "15 November 2018", or the same
    std::string short_name;  // "HWB, 15 November 2018"
};
/// Nothing when the meeting is gone.
std::optional<MeetingFacts> meeting_facts(db::ReadTx& tx, const std::string& meeting);

/// "HWB, 15 November 2018".
std::string short_name(const std::string& board, const workflows::PlannedDate& planned);

/// An item's title as it may stand in a mail: an exempt one by its public title:
/// servers on the way read it.
std::string mailable_title(const std::string& title, const std::string& public_title,
                           workflows::Visibility visibility);

/// The end of `day` in `zone`: a letter about that day is of no use later.
workflows::Instant end_of_day(workflows::Day day, const std::string& zone);

/// The facts board_name, meeting_day ("Thursday 15 November 2018") and meeting_date ("15 November
/// 2018"), which all letters about a meeting may name.
void set_meeting_facts(templates::View& view, const MeetingFacts& facts);

}  // namespace server::letters
