// How a meeting is said to people and to calendars: one wording for pages, letters and feeds.
#pragma once

#include <string>

#include "db/meetings.hpp"
#include "mail/calendar.hpp"
#include "server/base/config.hpp"
#include "templates/components.hpp"
#include "templates/view.hpp"
#include "workflows/boards/board.hpp"
#include "workflows/meetings/meeting.hpp"

namespace server::meetings {

std::string meeting_href(const db::MeetingRow& meeting);
/// "2pm to 4pm"; stored times are whole, so no error is possible.
std::string time_words(const db::MeetingRow& meeting);
/// "Thursday 22 November 2018, 2pm to 4pm"; without a day only the words of its date.
std::string when_words(const db::MeetingRow& meeting);
/// "Thursday 22 November 2018, 2pm", for subjects of letters.
std::string start_words(const db::MeetingRow& meeting);
/// What <time datetime> takes: "2018-11-22T14:00", "2019-02" or empty.
std::string when_iso(const db::MeetingRow& meeting);
/// "Held in public", "Held in private", "Part public, part private".
std::string held_words(const db::MeetingRow& meeting);
/// "Rearranged from Thursday 22 November 2018", "Rearranged from February 2019".
std::string moved_from_words(const db::MeetingMove& move);
/// Where it is, or "Place to be confirmed".
std::string place_words(const db::MeetingRow& meeting);

/// Whether everybody may know where it is: not of a meeting held in private.
bool shows_place(const db::MeetingRow& meeting);
/// The meeting's own contact when everybody may know it, else empty. The board's address for
/// answers is never public.
std::string public_contact(const db::MeetingRow& meeting);

/// Its state in a word and a colour; an ordinary confirmed meeting has none.
void set_state_tag(templates::View& view, const db::MeetingRow& meeting);
templates::TagColour state_colour(workflows::MeetingState state);

/// The row as workflows/meetings/meeting.hpp takes it.
workflows::Meeting workflow_meeting(const db::MeetingRow& meeting);
workflows::MeetingState state_of(const db::MeetingRow& meeting);
bool is_over_or_off(const db::MeetingRow& meeting);  // held or cancelled

/// `open`: as anybody may have it, without the place of a private meeting.
enum class EventDetail { open, with_joining };

/// The calendar entry of a meeting: UID and SEQUENCE are the same in feeds and letters. `stamp` is
/// when these facts were written down.
mail::CalendarEvent calendar_event(const db::MeetingRow& meeting, const workflows::Board& board,
                                   const std::string& base_url, const std::string& domain,
                                   workflows::Instant stamp, EventDetail detail);

/// The domain of our identifiers: that of the address we send from.
std::string id_domain(const base::Config& config);

/// The instant the meeting ends, or the end of its day, month or, without any, nothing.
std::optional<workflows::Instant> end_instant(const db::MeetingRow& meeting,
                                              const workflows::Board& board);

}  // namespace server::meetings
