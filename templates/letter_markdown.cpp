// Listens to md4c. Its callbacks are C, so a fault is noted there and thrown afterwards.
#include "templates/letter_markdown.hpp"

#include <md4c.h>

#include <utility>

#include "templates/expand.hpp"

namespace templates {
namespace {

constexpr std::string_view strong_begin = "<strong>";
constexpr std::string_view strong_end = "</strong>";
constexpr std::string_view link_begin = "<a href=\"";

// Mustache tags hold none of these letters, so they pass.
std::string escaped(std::string_view text) {
    std::string html;
    for (const char letter : text) {
        switch (letter) {
            case '&':
                html += "&amp;";
                break;
            case '<':
                html += "&lt;";
                break;
            case '>':
                html += "&gt;";
                break;
            case '"':
                html += "&quot;";
                break;
            default:
                html += letter;
        }
    }
    return html;
}

class Listener {
  public:
    bool enter(MD_BLOCKTYPE type, const void* detail) {
        switch (type) {
            case MD_BLOCK_DOC:
                return true;
            case MD_BLOCK_H:
                return heading(static_cast<const MD_BLOCK_H_DETAIL*>(detail)->level);
            case MD_BLOCK_P:
                if (!in_item_)
                    begin(in_quote_ ? LetterBlockKind::quote : LetterBlockKind::paragraph);
                return true;
            case MD_BLOCK_QUOTE:
                in_quote_ = true;
                return !in_item_ || refuse("a quotation in a list");
            case MD_BLOCK_UL:
                return !in_item_ || refuse("a list in a list");
            case MD_BLOCK_LI:
                in_item_ = true;
                begin(LetterBlockKind::item);
                return true;
            default:
                return refuse("only headings, paragraphs, lists, links and quotations");
        }
    }

    void leave(MD_BLOCKTYPE type) {
        if (type == MD_BLOCK_QUOTE) in_quote_ = false;
        if (type == MD_BLOCK_LI) in_item_ = false;
        if (type == MD_BLOCK_H || type == MD_BLOCK_LI || (type == MD_BLOCK_P && !in_item_))
            finish();
    }

    bool enter(MD_SPANTYPE type, const void* detail) {
        if (type == MD_SPAN_STRONG) {
            block_.html += strong_begin;
            return true;
        }
        if (type != MD_SPAN_A) return refuse("only bold words and links stand in a line");
        const auto& href = static_cast<const MD_SPAN_A_DETAIL*>(detail)->href;
        href_.assign(href.text, href.size);
        words_begin_ = block_.text.size();
        block_.html += std::string(link_begin) + escaped(href_) + "\" style=\"color:#1b5e4b\">";
        words_html_begin_ = block_.html.size();
        return true;
    }

    void leave(MD_SPANTYPE type) {
        if (type == MD_SPAN_STRONG) {
            block_.html += strong_end;
            return;
        }
        words_ = block_.text.substr(words_begin_);
        words_html_ = block_.html.substr(words_html_begin_);
        block_.html += "</a>";
        if (words_ == href_) return;
        block_.text += ": " + href_;
    }

    bool text(MD_TEXTTYPE type, std::string_view text) {
        switch (type) {
            case MD_TEXT_NORMAL:
                block_.html += escaped(text);
                block_.text += text;
                return true;
            case MD_TEXT_SOFTBR:
                block_.html += ' ';
                block_.text += ' ';
                return true;
            case MD_TEXT_BR:
                block_.html += "<br>";
                block_.text += '\n';
                return true;
            default:
                return refuse("write the character itself: " + std::string(text));
        }
    }

    const std::string& fault() const { return fault_; }
    std::vector<LetterBlock> blocks() { return std::move(blocks_); }

  private:
    bool refuse(std::string fault) {
        fault_ = "a letter's Markdown: " + std::move(fault);
        return false;
    }

    bool heading(unsigned level) {
        if (level > 2) return refuse("headings are # and ##");
        begin(level == 1 ? LetterBlockKind::heading : LetterBlockKind::large);
        return true;
    }

    void begin(LetterBlockKind kind) {
        block_ = {kind, {}, {}};
        href_.clear();
    }

    void finish() {
        if (block_.kind == LetterBlockKind::item) make_fact();
        if (block_.kind == LetterBlockKind::paragraph && !href_.empty()) make_link();
        blocks_.push_back(std::move(block_));
    }

    void make_fact() {
        const auto end = block_.html.find(":" + std::string(strong_end));
        if (!block_.html.starts_with(strong_begin) || end == std::string::npos) return;
        block_.kind = LetterBlockKind::fact;
        block_.label_html = block_.html.substr(strong_begin.size(), end - strong_begin.size());
        block_.html.erase(0, end + 1 + strong_end.size());
        block_.html.erase(0, block_.html.find_first_not_of(' '));
    }

    // A link that is the whole paragraph; in bold it is the button.
    void make_link() {
        const bool same = words_ == href_;
        if (block_.text != (same ? href_ : words_ + ": " + href_)) return;
        block_.kind =
            block_.html.starts_with(strong_begin) ? LetterBlockKind::button : LetterBlockKind::link;
        if (!same) block_.text = words_ + ":\n" + href_;
        if (block_.kind != LetterBlockKind::button) return;
        block_.href_html = escaped(href_);
        block_.html = words_html_;
    }

    std::vector<LetterBlock> blocks_;
    LetterBlock block_{LetterBlockKind::paragraph, {}, {}};
    bool in_item_ = false;
    bool in_quote_ = false;
    std::string href_;  // of the last link of the block, with its words
    std::string words_;
    std::string words_html_;
    std::size_t words_begin_ = 0;
    std::size_t words_html_begin_ = 0;
    std::string fault_;
};

Listener& listener(void* user) {
    return *static_cast<Listener*>(user);
}

MD_PARSER parser_of_letters() {
    MD_PARSER parser{};
    parser.flags = MD_FLAG_NOHTML | MD_FLAG_NOINDENTEDCODEBLOCKS;
    parser.enter_block = [](MD_BLOCKTYPE type, void* detail, void* user) {
        return listener(user).enter(type, detail) ? 0 : 1;
    };
    parser.leave_block = [](MD_BLOCKTYPE type, void*, void* user) {
        listener(user).leave(type);
        return 0;
    };
    parser.enter_span = [](MD_SPANTYPE type, void* detail, void* user) {
        return listener(user).enter(type, detail) ? 0 : 1;
    };
    parser.leave_span = [](MD_SPANTYPE type, void*, void* user) {
        listener(user).leave(type);
        return 0;
    };
    parser.text = [](MD_TEXTTYPE type, const MD_CHAR* text, MD_SIZE size, void* user) {
        return listener(user).text(type, {text, size}) ? 0 : 1;
    };
    return parser;
}

}  // namespace

std::vector<LetterBlock> letter_blocks(std::string_view name, std::size_t line,
                                       std::string_view markdown) {
    const auto parser = parser_of_letters();
    Listener heard;
    const int failed =
        md_parse(markdown.data(), static_cast<MD_SIZE>(markdown.size()), &parser, &heard);
    if (!heard.fault().empty()) fail_template(name, line, heard.fault());
    if (failed != 0) fail_template(name, line, "Markdown that cannot be read");
    return heard.blocks();
}

}  // namespace templates
