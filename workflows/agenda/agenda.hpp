// An agenda: its items, their order and numbers, who sees them, and whether it is out in time.
#pragma once

#include <array>
#include <cstddef>
#include <span>
#include <string>
#include <vector>

#include "workflows/core/names.hpp"
#include "workflows/core/openness.hpp"
#include "workflows/core/result.hpp"
#include "workflows/meetings/meeting.hpp"

namespace workflows {

enum class ItemPurpose { agree, consult, inform, discuss, decide, note };
/// Whether the paper of an item has come; an item that is only spoken to has none.
enum class PaperStatus { none, expected, received };
enum class ViewerLevel { public_, member, exempt_reader };

inline constexpr std::size_t title_characters_max = 200;
inline constexpr std::size_t comment_characters_max = 4000;  // of any free text that a step takes
inline constexpr int item_minutes_max = 600;

struct AgendaItem {
    std::string title = {};         // UTF-8, 1 to 200 characters
    std::string public_title = {};  // shown instead of `title` to those who may not see the item
    ItemPurpose purpose = ItemPurpose::discuss;
    Visibility visibility = Visibility::public_;
    int minutes = 0;  // 0: not timed
};

/// Code::invalid, field "title", "public_title" or "minutes".
Result<void> check_item(const AgendaItem& item);

/// Whether items of a meeting may be added or changed: not once it is cancelled, held or past.
/// Code::refused.
Result<void> check_agenda_open(MeetingState state, const PlannedDate& date, Day today);

/// Whether fewer may read at `to` than at `from`. That closes what was published by mistake, so it
/// is open at any time, also when check_agenda_open() refuses.
bool tightens(Visibility from, Visibility to);

enum class Direction { up, down };

/// The order of `count` items after the item at `position` (from 0) moved by one: the old positions
/// in their new order. The first cannot go up nor the last down: Code::refused. A position beyond
/// the end: Code::not_found.
Result<std::vector<std::size_t>> moved(std::size_t count, std::size_t position,
                                       Direction direction);

/// Whether an agenda may be published now.
struct Publication {
    bool late = false;
    std::string words;  // "Published 6 clear days before the meeting (5 required)."
};

/// `days_given` clear days lie between publication and meeting, `days_needed` are the board's rule.
/// Fewer need a reason, which the agenda shows (Local Government Act 1972 s.100B(4)(b) for the
/// boards that it binds): without one Code::invalid, field "late_reason".
Result<Publication> publication_verdict(int days_given, int days_needed,
                                        std::string_view late_reason);

/// An item as one viewer may see it. A withheld item keeps its number and shows its public title,
/// no purpose, no minutes, no papers.
struct VisibleItem {
    std::size_t number = 0;  // from 1
    std::size_t index = 0;   // in the list given
    std::string title = {};
    bool withheld = false;
};
std::vector<VisibleItem> visible(std::span<const AgendaItem> items, ViewerLevel viewer);

template <>
inline constexpr auto names<ItemPurpose> = std::to_array<Name<ItemPurpose>>({
    {ItemPurpose::agree, "agree", "to agree"},
    {ItemPurpose::consult, "consult", "for comment"},
    {ItemPurpose::inform, "inform", "for information"},
    {ItemPurpose::discuss, "discuss", "to discuss"},
    {ItemPurpose::decide, "decide", "to decide"},
    {ItemPurpose::note, "note", "to note"},
});

template <>
inline constexpr auto names<PaperStatus> = std::to_array<Name<PaperStatus>>({
    {PaperStatus::none, "none", "verbal item"},
    {PaperStatus::expected, "expected", "paper to follow"},
    {PaperStatus::received, "received", "paper received"},
});

}  // namespace workflows
