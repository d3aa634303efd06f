// Makes what the store renders out of the one source of a letter.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace templates {

inline constexpr std::string_view letter_folder = "letters/";
inline constexpr std::string_view letter_part_folder = "letters/parts/";

// In a subject each value stands between these, so that a long one can be told and cut.
inline constexpr char subject_value_begin = '\x01';
inline constexpr char subject_value_end = '\x02';

struct LetterTemplate {
    std::string name;
    std::string text;
};

// True for a name in letter_folder: "letters/invitation", "letters/parts/request_facts".
bool is_letter_source(std::string_view name);

// The mustache templates of one source. A letter is
//
//     Subject: Invitation: {{board_name}}, {{when}}
//     Preview: {{place}}                            (may be left out: what a list of mail shows)
//
//     # You are invited to a meeting
//
//     Markdown with mustache tags: templates/letter_markdown.hpp says which.
//
// and becomes letters/NAME.subject.txt, letters/NAME.preview.txt, letters/NAME.txt and
// letters/NAME.html, the last two inside the frame (partials/letter_head.html, letter_foot.html and
// the part "sender"). A part has no head: it becomes partials/letter_NAME, .txt and .html, and a
// letter takes it by `{{>NAME}}` on a line of its own.
//
// The source is translated, not what is rendered: a value can never become Markdown, and mustache
// escapes it in HTML. A line that holds section tags only ends the paragraph before it; one within
// a list does not end the list. Paragraphs are one line each in the text: mail programs wrap them.
//
// Throws TemplateError for a source without a subject, for Markdown that letters do not have and
// for what templates/scan.hpp refuses.
std::vector<LetterTemplate> letter_templates(std::string_view name, std::string_view source);

}  // namespace templates
