#include "server/letters/letter_facts.hpp"

#include <algorithm>

#include "db/boards.hpp"
#include "server/letters/words.hpp"
#include "templates/letter_source.hpp"
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

// A value that is cut says at least so much; then the next longest is cut.
constexpr std::size_t value_characters_min = 20;

// A subject in pieces: what the letter's file says, and the values between.
struct SubjectPart {
    std::string text;
    bool value = false;
};

std::vector<SubjectPart> subject_parts(std::string_view marked) {
    std::vector<SubjectPart> parts{{}};
    for (const char letter : marked) {
        const bool begins = letter == templates::subject_value_begin;
        if (begins || letter == templates::subject_value_end) {
            parts.push_back({{}, begins});
        } else {
            parts.back().text += letter;
        }
    }
    for (auto& part : parts)
        part.text = without_controls(part.text);
    return parts;
}

std::size_t characters_of(const std::vector<SubjectPart>& parts) {
    std::size_t total = 0;
    for (const auto& part : parts)
        total += workflows::text::characters(part.text);
    return total;
}

// Fixed words are never cut while there is a value.
bool is_shorter(const SubjectPart& one, const SubjectPart& other) {
    if (one.value != other.value) return other.value;
    return workflows::text::characters(one.text) < workflows::text::characters(other.text);
}

}  // namespace

std::string without_controls(std::string_view text) {
    std::string clean(text);
    for (char& c : clean) {
        if (static_cast<unsigned char>(c) < 0x20 || c == 0x7f) c = ' ';
    }
    return clean;
}

std::string fitted_subject(std::string_view marked) {
    auto parts = subject_parts(marked);
    for (auto total = characters_of(parts); total > subject_characters_max;) {
        auto& longest = *std::max_element(parts.begin(), parts.end(), is_shorter);
        const auto length = workflows::text::characters(longest.text);
        const auto excess = total - subject_characters_max;
        const auto room = length > excess ? length - excess : 0;
        longest.text = shortened(longest.text, std::max(room, value_characters_min));
        const auto left = characters_of(parts);
        if (left >= total) break;
        total = left;
    }
    std::string subject;
    for (const auto& part : parts)
        subject += part.text;
    return shortened(subject, subject_characters_max);
}

WrittenLetter write_letter(const templates::Store& store, std::string_view kind,
                           templates::View& view) {
    const auto name = std::string(templates::letter_folder) + std::string(kind);
    WrittenLetter letter;
    letter.subject = fitted_subject(store.render(name + ".subject.txt", view));
    view.set("subject", letter.subject);
    view.set("preheader", store.render(name + ".preview.txt", view));
    letter.text = store.render(name + ".txt", view);
    // Each block of the text ends with an empty line, the last one too.
    letter.text.erase(letter.text.find_last_not_of('\n') + 1) += "\n";
    letter.html = store.render(name + ".html", view);
    return letter;
}

std::string name_of_board(db::ReadTx& tx, const std::string& code) {
    const auto board = db::find_board(tx, code);
    return board ? board->name : code;
}

std::string plain_date(workflows::Day day) {
    const auto text = workflows::long_date(day);
    return text.substr(text.find(' ') + 1);
}

namespace {

std::string date_words(const workflows::PlannedDate& planned) {
    const auto day = planned.day();
    return day ? plain_date(*day) : planned.words();
}

}  // namespace

std::optional<MeetingFacts> meeting_facts(db::ReadTx& tx, const std::string& meeting) {
    auto row = db::find_meeting(tx, meeting);
    if (!row) return std::nullopt;
    auto board = db::find_board(tx, row->board);
    if (!board) return std::nullopt;
    MeetingFacts facts{std::move(*row), std::move(*board), {}, {}, {}};
    facts.day = facts.meeting.planned.words();
    facts.date = date_words(facts.meeting.planned);
    facts.short_name = short_name(facts.board.code, facts.meeting.planned);
    return facts;
}

std::string short_name(const std::string& board, const workflows::PlannedDate& planned) {
    return board + ", " + date_words(planned);
}

std::string mailable_title(const std::string& title, const std::string& public_title,
                           workflows::Visibility visibility) {
    if (visibility != workflows::Visibility::exempt) return title;
    return public_title.empty() ? words::private_item : public_title;
}

workflows::Instant end_of_day(workflows::Day day, const std::string& zone) {
    return workflows::to_instant(day + std::chrono::days(1), {0, 0}, zone).value();
}

void set_meeting_facts(templates::View& view, const MeetingFacts& facts) {
    view.set("board_name", facts.board.name);
    view.set("meeting_day", facts.day).set("meeting_date", facts.date);
}

}  // namespace server::letters
