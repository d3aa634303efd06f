// A small scanner of our own, because kainjow's parser accepts what we must refuse.
#include "templates/scan.hpp"

#include <algorithm>
#include <string>

#include "templates/letter_source.hpp"
#include "templates/store.hpp"
#include "workflows/text/words.hpp"

namespace templates {
namespace {

constexpr std::string_view tag_begin = "{{";
constexpr std::string_view tag_end = "}}";
constexpr std::string_view markup_end = "}}}";

bool is_name(std::string_view name) {
    const auto fits = [](char letter) {
        return (letter >= 'a' && letter <= 'z') || (letter >= '0' && letter <= '9') ||
               letter == '_';
    };
    return !name.empty() && name.front() >= 'a' && name.front() <= 'z' &&
           std::all_of(name.begin(), name.end(), fits);
}

// Where in HTML the scanner stands; enough to see whether a value would be unquoted.
class HtmlPlace {
  public:
    void pass(char letter) {
        switch (place_) {
            case Place::text:
                if (letter == '<') place_ = Place::tag;
                break;
            case Place::tag:
                if (letter == '>') place_ = Place::text;
                if (letter == '"') place_ = Place::double_quoted;
                if (letter == '\'') place_ = Place::single_quoted;
                break;
            case Place::double_quoted:
                if (letter == '"') place_ = Place::tag;
                break;
            case Place::single_quoted:
                if (letter == '\'') place_ = Place::tag;
                break;
        }
    }
    bool inside_tag_unquoted() const { return place_ == Place::tag; }
    bool inside_tag() const { return place_ != Place::text; }

  private:
    enum class Place : std::uint8_t { text, tag, double_quoted, single_quoted };
    Place place_ = Place::text;
};

class Scanner {
  public:
    Scanner(std::string_view name, std::string_view text)
        : name_(name), rest_(text), html_(is_html_template(name)) {}

    std::vector<Piece> scan() {
        while (!rest_.empty())
            line();
        flush_literal();
        if (!open_.empty()) {
            line_ = open_.back().line;
            fail("section " + open_.back().name + " is not closed");
        }
        return std::move(pieces_);
    }

  private:
    [[noreturn]] void fail(const std::string& reason) const {
        throw TemplateError(std::string(name_) + ".mustache:" + std::to_string(line_) + ": " +
                            reason);
    }

    // One source line with its newline; a tag may not run over the end of its line.
    void line() {
        const std::size_t newline = rest_.find('\n');
        const std::size_t size = newline == std::string_view::npos ? rest_.size() : newline + 1;
        std::string_view content = rest_.substr(0, size);
        rest_.remove_prefix(size);
        if (holds_only_structure(content)) {
            content = workflows::text::trim(content);
        } else if (html_) {
            const std::size_t first = content.find_first_not_of(" \t");
            content.remove_prefix(first == std::string_view::npos ? content.size() : first);
            if (content == "\n") content = {};
        }
        tags_of(content);
        ++line_;
    }

    void tags_of(std::string_view content) {
        while (!content.empty()) {
            const std::size_t begin = content.find(tag_begin);
            literal(content.substr(0, begin));
            if (begin == std::string_view::npos) return;
            content.remove_prefix(begin);
            const std::string_view end_mark = content.starts_with("{{{") ? markup_end : tag_end;
            const std::size_t end = content.find(end_mark);
            if (end == std::string_view::npos) fail("tag is not closed on its line");
            tag(content.substr(0, end + end_mark.size()), end_mark);
            content.remove_prefix(end + end_mark.size());
        }
    }

    void literal(std::string_view text) {
        if (text.find(tag_end) != std::string_view::npos) fail("}} without {{");
        for (const char letter : text)
            place_.pass(letter);
        literal_ += text;
    }

    void tag(std::string_view whole, std::string_view end_mark) {
        const std::size_t mark = end_mark.size();
        const std::string_view inside =
            workflows::text::trim(whole.substr(mark, whole.size() - 2 * mark));
        if (end_mark == markup_end) return markup(inside);
        if (inside.empty()) fail("empty tag");
        const std::string_view name = workflows::text::trim(inside.substr(1));
        switch (inside.front()) {
            case '!':
                return;
            case '#':
                return open(PieceKind::open, name);
            case '^':
                return open(PieceKind::inverted, name);
            case '/':
                return close(name);
            case '>':
                return named(PieceKind::partial, name);
            case '=':
                fail("set-delimiter tags are not allowed");
            case '&':
                fail("{{& is not allowed; markup goes by {{{name_html}}}");
            default:
                return variable(inside);
        }
    }

    void markup(std::string_view name) {
        if (!html_) fail("{{{ has no meaning in a text template");
        if (!name.ends_with("_html")) fail("{{{ is for names that end in _html only");
        if (place_.inside_tag()) fail("markup inside an HTML tag");
        named(PieceKind::markup, name);
    }

    void variable(std::string_view name) {
        if (name.ends_with("_html")) fail("a name that ends in _html needs {{{");
        if (html_ && place_.inside_tag_unquoted()) fail("attribute value is not quoted");
        named(PieceKind::variable, name);
    }

    void open(PieceKind kind, std::string_view name) {
        named(kind, name);
        open_.push_back({std::string(name), line_});
        if (open_.size() > Store::section_depth_max) fail("sections are nested too deep");
    }

    void close(std::string_view name) {
        if (open_.empty()) fail("section " + std::string(name) + " was never opened");
        if (open_.back().name != name) {
            fail("section " + open_.back().name + " is closed as " + std::string(name));
        }
        open_.pop_back();
        named(PieceKind::close, name);
    }

    void named(PieceKind kind, std::string_view name) {
        if (!is_name(name)) fail("not a name: " + std::string(name));
        flush_literal();
        pieces_.push_back({kind, std::string(name), line_});
    }

    void flush_literal() {
        if (literal_.empty()) return;
        pieces_.push_back({PieceKind::literal, std::move(literal_), line_});
        literal_.clear();
    }

    std::string_view name_;
    std::string_view rest_;
    bool html_;
    std::size_t line_ = 1;
    HtmlPlace place_;
    std::string literal_;
    struct Section {
        std::string name;
        std::size_t line;
    };
    std::vector<Section> open_;
    std::vector<Piece> pieces_;
};

}  // namespace

bool holds_only_structure(std::string_view line) {
    std::string_view left = workflows::text::trim(line);
    if (left.empty()) return false;
    while (!left.empty()) {
        if (!left.starts_with(tag_begin) || left.size() < 5) return false;
        if (std::string_view("#^/>!").find(left[2]) == std::string_view::npos) return false;
        const std::size_t end = left.find(tag_end);
        if (end == std::string_view::npos) return false;
        left = workflows::text::trim(left.substr(end + tag_end.size()));
    }
    return true;
}

bool is_html_template(std::string_view name) {
    return name.ends_with(".html");
}

std::vector<Piece> scan_template(std::string_view name, std::string_view text) {
    if (!name.ends_with(".html") && !name.ends_with(".txt") && !is_letter_source(name)) {
        throw TemplateError(std::string(name) + ".mustache: name must end in .html or .txt");
    }
    if (text.size() > Store::template_bytes_max) {
        throw TemplateError(std::string(name) + ".mustache: larger than " +
                            std::to_string(Store::template_bytes_max) + " bytes");
    }
    if (text.find('\0') != std::string_view::npos) {
        throw TemplateError(std::string(name) + ".mustache: holds a NUL");
    }
    return Scanner(name, text).scan();
}

}  // namespace templates
