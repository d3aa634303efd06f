// docs/copy/emails.md: the words of all emails by thing, for those who write no C++. Made from the
// letters' own files, so a word is corrected there; UPDATE_GOLDEN=1 writes the page anew.
#include <gtest/gtest.h>

#include <array>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <map>
#include <set>
#include <sstream>

#include "server/letters/letter.hpp"
#include "templates/letter_source.hpp"
#include "templates/store.hpp"

namespace {

using Texts = std::map<std::string, std::string>;

constexpr std::size_t line_bytes_max = 96;

constexpr std::string_view introduction =
    "# Emails\n\n"
    "What every email says, by thing. Made by `tests/server/emails_copy_test.cpp` from\n"
    "`templates/letters/`: correct a word in the file named above each email, then run\n"
    "`UPDATE_GOLDEN=1 build/debug/tests/server_test --gtest_filter='EmailsCopy.*'`.\n\n"
    "`{{title}}` is a fact, filled in when the email is written. What stands between `{{#late}}` "
    "and\n"
    "`{{/late}}` is said only when it is late (or there is such a fact, or once for each of "
    "several);\n"
    "between `{{^late}}` and `{{/late}}` only when not. The preview is what a list of emails "
    "shows\n"
    "after the subject. An address under words is a link; in HTML the words are the link.\n"
    "`{{>request_facts}}` is a shared part, at the end of this page; every email ends with the "
    "part\n"
    "`{{>sender}}`.\n";

// What an email is about, and the beginnings of the names of its kinds, in the order of the page.
struct Thing {
    std::string_view heading;
    std::vector<std::string_view> names;
};

const std::array things{
    Thing{"Accounts", {"sign_in_code", "mailbox_changed"}},
    Thing{"Meetings", {"invitation", "meeting_", "date_poll", "date_poll_", "minutes_due"}},
    Thing{"Agendas and reports",
          {"agenda_due", "deadline_moved", "requests_close", "paper_", "papers_out"}},
    Thing{"Requests between boards", {"request_"}},
    Thing{"Responses and arrangements", {"response_", "arrangement_news"}},
    Thing{"Documents in circulation", {"circulation_", "stop_", "assent_asked"}},
    Thing{"Issues and concerns", {"issue_news", "concern_news"}},
    Thing{"Themes", {"theme_"}},
    Thing{"Boards and the register", {"board_taken_over", "return_"}},
    Thing{"Reminders and digests", {"matter_due", "quarter_digest"}},
};

Texts embedded_texts() {
    Texts texts;
    for (const auto& source : templates::embedded_templates()) {
        if (!templates::is_letter_source(source.name)) continue;
        for (auto& made : templates::letter_templates(source.name, source.text))
            texts.emplace(std::move(made.name), std::move(made.text));
    }
    return texts;
}

// Parts are named as the letter's file names them; the last line, which all have, is left out.
std::string with_parts_named(const std::string& text) {
    constexpr std::string_view part = "{{>letter_";
    std::string whole;
    std::istringstream lines(text);
    for (std::string line; std::getline(lines, line);) {
        if (line == "{{>letter_sender}}") continue;
        const bool is_part = line.starts_with(part);
        whole += is_part ? "{{>" + line.substr(part.size()) + "\n\n" : line + "\n";
    }
    return whole;
}

std::string wrapped(const std::string& text) {
    std::string whole;
    std::istringstream lines(text);
    for (std::string line; std::getline(lines, line);) {
        while (line.size() > line_bytes_max) {
            const auto blank = line.rfind(' ', line_bytes_max);
            if (blank == std::string::npos || blank == 0) break;
            whole += line.substr(0, blank) + "\n";
            line.erase(0, blank + 1);
        }
        whole += line + "\n";
    }
    whole.erase(whole.find_last_not_of('\n') + 1);
    return whole + "\n";
}

std::string without_marks(std::string subject) {
    std::erase_if(subject, [](char letter) {
        return letter == templates::subject_value_begin || letter == templates::subject_value_end;
    });
    return subject;
}

std::string section_of(const Texts& texts, const server::letters::LetterKind& kind) {
    const auto base = "letters/" + std::string(kind.name);
    std::string text =
        "\n### " + std::string(kind.what) + "\n\n`templates/" + base + ".mustache`\n\n```text\n";
    text += wrapped("Subject: " + without_marks(texts.at(base + ".subject.txt")));
    const auto& preview = texts.at(base + ".preview.txt");
    if (!preview.empty()) text += wrapped("Preview: " + preview);
    return text + "\n" + wrapped(with_parts_named(texts.at(base + ".txt"))) + "```\n";
}

bool belongs_to(const Thing& thing, std::string_view name) {
    for (const auto begin : thing.names)
        if (name == begin || (begin.ends_with('_') && name.starts_with(begin))) return true;
    return false;
}

std::string part_sections(const Texts& texts) {
    constexpr std::string_view begin = "partials/letter_";
    constexpr std::string_view end = ".txt";
    std::string text = "\n## Shared parts\n";
    for (const auto& [name, words] : texts) {
        if (!name.starts_with(begin) || !name.ends_with(end)) continue;
        const auto part = name.substr(begin.size(), name.size() - begin.size() - end.size());
        text += "\n### {{>" + part + "}}\n\n`templates/letters/parts/" + part +
                ".mustache`\n\n```text\n" + wrapped(with_parts_named(words)) + "```\n";
    }
    return text;
}

std::string page() {
    const auto texts = embedded_texts();
    std::string text(introduction);
    for (const auto& thing : things) {
        text += "\n## " + std::string(thing.heading) + "\n";
        for (const auto& kind : server::letters::letter_kinds())
            if (belongs_to(thing, kind.name)) text += section_of(texts, kind);
    }
    return text + part_sections(texts);
}

TEST(EmailsCopy, IsCurrent) {
    const auto path = std::filesystem::path(SHIREMOOT_SOURCE_DIR) / "docs/copy/emails.md";
    const auto text = page();
    if (std::getenv("UPDATE_GOLDEN") != nullptr) {
        std::filesystem::create_directories(path.parent_path());
        std::ofstream(path, std::ios::binary) << text;
    }
    std::ifstream file(path, std::ios::binary);
    const std::string kept(std::istreambuf_iterator<char>(file), {});
    EXPECT_TRUE(kept == text) << path << " is not current: run again with UPDATE_GOLDEN=1";
}

TEST(EmailsCopy, HasEachEmailOnce) {
    for (const auto& kind : server::letters::letter_kinds()) {
        int count = 0;
        for (const auto& thing : things)
            count += belongs_to(thing, kind.name) ? 1 : 0;
        EXPECT_EQ(count, 1) << kind.name;
    }
}

// A file that no row of the table names would never be sent, nor read here.
TEST(EmailsCopy, EveryFileIsOfALetter) {
    std::set<std::string> named;
    for (const auto& kind : server::letters::letter_kinds())
        named.insert("letters/" + std::string(kind.name));
    for (const auto& source : templates::embedded_templates()) {
        const bool part = source.name.starts_with(templates::letter_part_folder);
        if (part || !templates::is_letter_source(source.name)) continue;
        EXPECT_TRUE(named.contains(std::string(source.name))) << source.name;
    }
}

}  // namespace
