// The Markdown of letters: a stretch of it into blocks, each as HTML and as plain text.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace templates {

enum class LetterBlockKind : std::uint8_t {
    heading,    // # Words
    large,      // ## Words: one line in large letters, for a code
    paragraph,  // lines up to an empty one; a backslash at the end of a line keeps its break
    quote,      // > {{comment}}: what a person wrote, with its line breaks
    link,       // [Words](address) alone in its paragraph
    button,     // **[Words](address)** alone in its paragraph: what the letter asks for
    item,       // - words
    fact,       // - **Label:** words, a row of the table of facts
};

// One block. Mustache tags stand in both forms as they were; all other text is escaped in `html`.
// A link reads "words: address" as text, and "words:" over the address where it stands alone.
struct LetterBlock {
    LetterBlockKind kind;
    std::string html;  // without what surrounds it: <p>, <li>
    std::string text;
    std::string label_html = {};  // of a fact
    std::string href_html = {};   // of a button
};

// Throws TemplateError "NAME.mustache:LINE: …" for Markdown that letters do not have: tables,
// pictures, code, entities, nested lists. HTML is text like any other.
std::vector<LetterBlock> letter_blocks(std::string_view name, std::size_t line,
                                       std::string_view markdown);

}  // namespace templates
