#include "workflows/agenda/agenda.hpp"

#include <algorithm>
#include <numeric>

#include "workflows/agenda/words.hpp"
#include "workflows/text/utf8.hpp"
#include "workflows/text/words.hpp"

namespace workflows {

Result<void> check_item(const AgendaItem& item) {
    const std::string limit = std::to_string(title_characters_max);
    if (text::is_blank(item.title)) return invalid("title", agenda::words::enter_a_title);
    if (text::characters(item.title) > title_characters_max)
        return invalid("title", agenda::words::title_characters_max(title_characters_max));
    if (text::characters(item.public_title) > title_characters_max)
        return invalid("public_title",
                       agenda::words::public_title_characters_max(title_characters_max));
    if (item.minutes < 0 || item.minutes > item_minutes_max)
        return invalid("minutes", agenda::words::enter_minutes_up_to(item_minutes_max));
    return {};
}

Result<void> check_agenda_open(MeetingState state, const PlannedDate& date, Day today) {
    if (state == MeetingState::cancelled)
        return refused(agenda::words::this_meeting_has_been_cancelled_so);
    const auto day = date.day();
    if (state == MeetingState::held || (day && *day < today))
        return refused(agenda::words::this_meeting_has_taken_place_so);
    return {};
}

bool tightens(Visibility from, Visibility to) {
    return static_cast<int>(to) > static_cast<int>(from);
}

Result<std::vector<std::size_t>> moved(std::size_t count, std::size_t position,
                                       Direction direction) {
    if (position >= count) return not_found(agenda::words::we_cannot_find_this_item);
    if (direction == Direction::up && position == 0)
        return refused(agenda::words::this_is_the_first_item);
    if (direction == Direction::down && position + 1 == count)
        return refused(agenda::words::this_is_the_last_item);
    std::vector<std::size_t> order(count);
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::swap(order[position], order[direction == Direction::up ? position - 1 : position + 1]);
    return order;
}

Result<Publication> publication_verdict(int days_given, int days_needed,
                                        std::string_view late_reason) {
    if (days_given >= days_needed)
        return Publication{false, agenda::words::published_in_time(days_given, days_needed)};
    if (text::is_blank(late_reason))
        return invalid("late_reason", agenda::words::enter_reason_for_urgency(days_needed));
    return Publication{true, agenda::words::published_late(days_given, days_needed)};
}

std::vector<VisibleItem> visible(std::span<const AgendaItem> items, ViewerLevel viewer) {
    std::vector<VisibleItem> shown;
    for (std::size_t i = 0; i < items.size(); ++i) {
        const AgendaItem& item = items[i];
        // Both enumerations run from the open to the closed.
        const bool withheld = static_cast<int>(item.visibility) > static_cast<int>(viewer);
        std::string title = item.title;
        if (withheld) {
            title = item.public_title;
            if (text::is_blank(title))
                title = item.visibility == Visibility::exempt ? agenda::words::exempt_item
                                                              : agenda::words::item_for_members;
        }
        shown.push_back({i + 1, i, std::move(title), withheld});
    }
    return shown;
}

}  // namespace workflows
