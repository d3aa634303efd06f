#include "workflows/timetable/timetable.hpp"

#include <algorithm>
#include <set>
#include <tuple>

#include "workflows/text/words.hpp"
#include "workflows/timetable/words.hpp"

namespace workflows {
namespace {

std::vector<std::string_view> members(std::string_view board_or_group,
                                      std::span<const GroupMember> groups) {
    std::vector<std::string_view> boards;
    for (const GroupMember& member : groups)
        if (member.group == board_or_group) boards.push_back(member.board);
    if (boards.empty()) boards.push_back(board_or_group);
    return boards;
}

/// The words of a title in lower case, without punctuation: an apostrophe joins ("Children's" is
/// one word), anything else parts; "&" is "and".
std::vector<std::string> words_of(std::string_view text) {
    std::vector<std::string> words(1);
    const auto part = [&words] {
        if (!words.back().empty()) words.emplace_back();
    };
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (text::is_letter(c) || text::is_digit(c)) {
            words.back() += text::lower(c);
        } else if (text.substr(i, 3) == "’") {
            i += 2;
        } else if (c == '&') {
            part();
            words.back() = "and";
            part();
        } else if (static_cast<unsigned char>(c) >= 0x80U && text.substr(i, 2) != "\xE2\x80") {
            words.back() += c;  // a letter with an accent
        } else if (c != '\'') {
            if (text.substr(i, 2) == "\xE2\x80") i += 2;  // a typographic dash or quotation mark
            part();
        }
    }
    if (words.back().empty()) words.pop_back();
    return words;
}

bool is_small(const std::string& word) {
    return word == "and" || word == "the" || word == "of" || word == "a" || word == "for";
}

bool holds_initials(const std::vector<std::string>& title, const std::vector<std::string>& report) {
    std::string initials;
    for (const std::string& word : report)
        if (!is_small(word)) initials += word[0];
    return initials.size() >= 3 && std::find(title.begin(), title.end(), initials) != title.end();
}

bool holds_title(const std::vector<std::string>& title, const std::vector<std::string>& report) {
    return !report.empty() &&
           std::search(title.begin(), title.end(), report.begin(), report.end()) != title.end();
}

/// Three quarters of the report's words: two annual reports of different boards share less.
bool holds_most_words(const std::vector<std::string>& title,
                      const std::vector<std::string>& report) {
    std::size_t all = 0;
    std::size_t same = 0;
    for (const std::string& word : report) {
        if (is_small(word)) continue;
        ++all;
        if (std::find(title.begin(), title.end(), word) != title.end()) ++same;
    }
    return all > 0 && same * 4 >= all * 3;
}

using Match = bool (*)(const std::vector<std::string>&, const std::vector<std::string>&);

std::vector<Obligation> matching(const std::vector<std::string>& title, std::string_view to_board,
                                 std::span<const Obligation> obligations, Match matches) {
    std::vector<Obligation> found;
    for (const Obligation& obligation : obligations)
        if (obligation.board == to_board && matches(title, words_of(obligation.report)))
            found.push_back(obligation);
    return found;
}

}  // namespace

std::string holder(std::string_view board, std::span<const Succession> successions, Day day) {
    std::string current(board);
    // A chain is at most as long as the list: boards that succeed each other in a ring end here.
    for (std::size_t step = 0; step < successions.size(); ++step) {
        const auto next = std::find_if(
            successions.begin(), successions.end(),
            [&](const Succession& each) { return each.board == current && each.on <= day; });
        if (next == successions.end()) break;
        current = next->successor;
    }
    return current;
}

std::vector<Obligation> expand(std::span<const TimetableCell> cells,
                               std::span<const GroupMember> groups,
                               std::span<const Succession> successions, Day day) {
    std::vector<Obligation> all;
    std::set<std::tuple<std::string, std::string, ReportPurpose, Season>> seen;
    for (const TimetableCell& cell : cells)
        for (const std::string_view board : members(cell.board_or_group, groups)) {
            Obligation one{cell.report, holder(board, successions, day), cell.purpose, cell.season};
            if (seen.emplace(one.report, one.board, one.purpose, one.season).second)
                all.push_back(std::move(one));
        }
    return all;
}

std::vector<Obligation> already_in_timetable(std::string_view title, std::string_view to_board,
                                             std::span<const Obligation> obligations) {
    const auto words = words_of(title);
    const auto sure = matching(words, to_board, obligations, [](const auto& t, const auto& r) {
        return holds_title(t, r) || holds_initials(t, r);
    });
    return sure.empty() ? matching(words, to_board, obligations, holds_most_words) : sure;
}

std::string timetable_hint(const Obligation& obligation, std::string_view board_name) {
    return timetable::words::already_receives(
        board_name, obligation.report, to_words(obligation.season), to_words(obligation.purpose));
}

}  // namespace workflows
