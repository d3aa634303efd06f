#include "workflows/agenda/agenda.hpp"

#include <algorithm>
#include <numeric>

#include "workflows/text/utf8.hpp"
#include "workflows/text/words.hpp"

namespace workflows {

Result<void> check_item(const AgendaItem& item) {
    const std::string limit = std::to_string(title_characters_max);
    if (text::is_blank(item.title)) return invalid("title", "Enter a title.");
    if (text::characters(item.title) > title_characters_max)
        return invalid("title", "Shorten the title to " + limit + " characters or fewer.");
    if (text::characters(item.public_title) > title_characters_max)
        return invalid("public_title",
                       "Shorten the public title to " + limit + " characters or fewer.");
    if (item.minutes < 0 || item.minutes > item_minutes_max)
        return invalid("minutes", "Enter the time for this item as a number of minutes from 0 to " +
                                      std::to_string(item_minutes_max) + ".");
    return {};
}

Result<void> check_agenda_open(MeetingState state, const PlannedDate& date, Day today) {
    if (state == MeetingState::cancelled)
        return refused("This meeting was cancelled, so its agenda can no longer be changed.");
    const auto day = date.day();
    if (state == MeetingState::held || (day && *day < today))
        return refused("This meeting has taken place, so its agenda can no longer be changed.");
    return {};
}

bool tightens(Visibility from, Visibility to) {
    return static_cast<int>(to) > static_cast<int>(from);
}

Result<std::vector<std::size_t>> moved(std::size_t count, std::size_t position,
                                       Direction direction) {
    if (position >= count) return not_found("There is no such item on this agenda.");
    if (direction == Direction::up && position == 0)
        return refused("This item is the first on the agenda.");
    if (direction == Direction::down && position + 1 == count)
        return refused("This item is the last on the agenda.");
    std::vector<std::size_t> order(count);
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::swap(order[position], order[direction == Direction::up ? position - 1 : position + 1]);
    return order;
}

Result<Publication> publication_verdict(int days_given, int days_needed,
                                        std::string_view late_reason) {
    const auto days = [](int count) { return text::counted(count, "clear day", "clear days"); };
    const std::string given = days_given < 0
                                  ? "Published too late to give notice"
                                  : "Published " + days(days_given) + " before the meeting";
    const std::string needed = std::to_string(days_needed) + " needed";
    if (days_given >= days_needed) return Publication{false, given + " (" + needed + ")."};
    if (text::is_blank(late_reason))
        return invalid("late_reason", "This agenda needs " + days(days_needed) +
                                          " before the meeting. Enter the reason why it is late.");
    return Publication{true, given + " (" + needed + "): late."};
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
                title = item.visibility == Visibility::exempt ? "Exempt item" : "Item for members";
        }
        shown.push_back({i + 1, i, std::move(title), withheld});
    }
    return shown;
}

}  // namespace workflows
