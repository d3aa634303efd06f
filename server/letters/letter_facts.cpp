#include "server/letters/letter_facts.hpp"

#include <algorithm>

#include "db/boards.hpp"
#include "workflows/agenda/agenda.hpp"
#include "workflows/text/utf8.hpp"

namespace server::letters {
namespace {

// The first `characters_max` characters, cut after a word where one ends in the second half.
std::string shortened(const std::string& text, std::size_t characters_max) {
    if (workflows::text::characters(text) <= characters_max) return text;
    const auto left = characters_max > 0 ? characters_max - 1 : 0;
    auto bytes = workflows::text::first_characters(text, left).size();
    const auto blank = text.rfind(' ', bytes);
    if (blank != std::string::npos && blank > bytes / 2) bytes = blank;
    return text.substr(0, bytes) + "…";
}

}  // namespace

std::string without_controls(std::string_view text) {
    std::string clean(text);
    for (char& c : clean) {
        if (static_cast<unsigned char>(c) < 0x20 || c == 0x7f) c = ' ';
    }
    return clean;
}

std::string subject_line(std::string_view before, std::string_view title, std::string_view after) {
    const auto fixed = workflows::text::characters(before) + workflows::text::characters(after);
    const auto room = fixed < subject_characters_max ? subject_characters_max - fixed : 0;
    return without_controls(before) + shortened(without_controls(title), room) +
           without_controls(after);
}

std::string plain_date(workflows::Day day) {
    const auto text = workflows::long_date(day);
    return text.substr(text.find(' ') + 1);
}

std::optional<MeetingFacts> meeting_facts(db::ReadTx& tx, const std::string& meeting) {
    auto row = db::find_meeting(tx, meeting);
    if (!row) return std::nullopt;
    auto board = db::find_board(tx, row->board);
    if (!board) return std::nullopt;
    MeetingFacts facts{std::move(*row), std::move(*board), {}, {}};
    const auto day = facts.meeting.planned.day();
    facts.day = facts.meeting.planned.words();
    facts.short_name = facts.board.code + ", " + (day ? plain_date(*day) : facts.day);
    return facts;
}

std::string mailable_title(const std::string& title, const std::string& public_title,
                           const std::string& visibility) {
    if (visibility != "exempt") return title;
    return public_title.empty() ? "a private item" : public_title;
}

workflows::Instant end_of_day(workflows::Day day, const std::string& zone) {
    return workflows::to_instant(day + std::chrono::days(1), {0, 0}, zone).value();
}

void set_letter_frame(templates::View& view, const MeetingFacts& facts, std::string_view heading,
                      std::string_view link_text, std::string_view link_href) {
    view.set("heading", heading).set("board_name", facts.board.name).set("meeting_day", facts.day);
    view.set("link_text", link_text).set("link_href", link_href);
}

}  // namespace server::letters
