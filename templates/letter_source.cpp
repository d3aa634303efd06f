// Cuts the source at the lines of section tags, gives the Markdown between them to md4c, and puts
// the blocks together again twice.
#include "templates/letter_source.hpp"

#include <algorithm>
#include <optional>

#include "templates/expand.hpp"
#include "templates/letter_markdown.hpp"
#include "templates/scan.hpp"

namespace templates {
namespace {

using Kind = LetterBlockKind;

// A block, a part, or a section with what stands in it.
struct Node {
    std::optional<LetterBlock> block = {};
    std::string open = {};  // "{{#name}}"; of a part its whole tag
    std::string close = {};
    std::vector<Node> inside = {};
};

struct Lines {
    std::string_view rest;
    std::size_t number;  // of the line that take() gives next

    std::string_view take() {
        const auto size = std::min(rest.find('\n'), rest.size());
        const auto line = rest.substr(0, size);
        rest.remove_prefix(std::min(size + 1, rest.size()));
        ++number;
        return line;
    }
};

bool is_blank(std::string_view line) {
    return line.find_first_not_of(" \t\r") == std::string_view::npos;
}

class TreeReader {
  public:
    TreeReader(std::string_view name, Lines lines) : name_(name), lines_(lines) {}

    std::vector<Node> read() {
        while (!lines_.rest.empty()) {
            const auto line = lines_.take();
            if (holds_only_structure(line)) {
                flush();
                tags_of(line);
            } else {
                if (markdown_.empty()) begin_ = lines_.number - 1;
                markdown_ += std::string(line) + "\n";
            }
        }
        flush();
        return std::move(levels_.front().inside);
    }

  private:
    void flush() {
        if (!is_blank_text()) {
            for (auto& block : letter_blocks(name_, begin_, markdown_))
                levels_.back().inside.push_back({std::move(block)});
        }
        markdown_.clear();
    }

    bool is_blank_text() const {
        return markdown_.find_first_not_of(" \t\r\n") == std::string::npos;
    }

    void tags_of(std::string_view line) {
        for (auto at = line.find("{{"); at != std::string_view::npos;
             at = line.find("{{", at + 2)) {
            const auto tag = line.substr(at, line.find("}}", at) + 2 - at);
            const auto name = std::string(tag.substr(3, tag.size() - 5));
            switch (tag[2]) {
                case '>':
                    levels_.back().inside.push_back({{}, "{{>letter_" + name + "}}"});
                    break;
                case '/':
                    close();
                    break;
                case '!':
                    break;
                default:
                    levels_.push_back({{}, std::string(tag), "{{/" + name + "}}"});
            }
        }
    }

    // That each one closes what was opened last, scan_template() has seen.
    void close() {
        auto section = std::move(levels_.back());
        levels_.pop_back();
        levels_.back().inside.push_back(std::move(section));
    }

    std::string_view name_;
    Lines lines_;
    std::string markdown_;
    std::size_t begin_ = 0;
    std::vector<Node> levels_ = std::vector<Node>(1);
};

// What surrounds the rows of a list in HTML, and each row.
struct ListMarkup {
    std::string_view begin;
    std::string_view end;
};

constexpr ListMarkup list_markup{"<ul style=\"margin:0 0 16px\">", "</ul>"};
constexpr ListMarkup fact_markup{
    "<table cellpadding=\"0\" cellspacing=\"0\" border=\"0\" width=\"100%\" style=\"margin:0 0 "
    "16px\">",
    "</table>"};

std::string html_of(const LetterBlock& block) {
    const auto& inside = block.html;
    switch (block.kind) {
        case Kind::heading:
            return "<h1 style=\"font-size:24px;line-height:30px;margin:0 0 16px\">" + inside +
                   "</h1>";
        case Kind::large:
            return "<p style=\"font-size:32px;line-height:40px;letter-spacing:4px;margin:0 0 "
                   "16px\"><strong>" +
                   inside + "</strong></p>";
        case Kind::quote:
            return "<p style=\"margin:0 0 16px;white-space:pre-wrap\">" + inside + "</p>";
        case Kind::button:
            return "<table role=\"presentation\" cellpadding=\"0\" cellspacing=\"0\" border=\"0\" "
                   "style=\"margin:0 0 16px\"><tr><td bgcolor=\"#1b5e4b\" style=\"padding:12px "
                   "20px;font-family:Arial,Helvetica,sans-serif;font-size:18px;line-height:24px\">"
                   "<a href=\"" +
                   block.href_html + "\" style=\"color:#fefefe;text-decoration:none\"><strong>" +
                   inside + "</strong></a></td></tr></table>";
        case Kind::item:
            return "<li>" + inside + "</li>";
        case Kind::fact:
            return "<tr><th align=\"left\" valign=\"top\" scope=\"row\" width=\"30%\" "
                   "style=\"padding:4px 16px 4px 0;word-break:normal\">" +
                   block.label_html +
                   "</th><td valign=\"top\" style=\"padding:4px 0;white-space:pre-wrap\">" +
                   inside + "</td></tr>";
        case Kind::link:
        case Kind::paragraph:
            break;
    }
    return "<p style=\"margin:0 0 16px\">" + inside + "</p>";
}

// The kind of list that the node is rows of: a section is when all that stands in it is.
std::optional<Kind> row_kind(const Node& node) {
    if (node.block) {
        const bool row = node.block->kind == Kind::item || node.block->kind == Kind::fact;
        return row ? std::optional(node.block->kind) : std::nullopt;
    }
    if (node.inside.empty()) return std::nullopt;
    const auto first = row_kind(node.inside.front());
    const bool all = std::all_of(node.inside.begin(), node.inside.end(),
                                 [&](const Node& one) { return row_kind(one) == first; });
    return all ? first : std::nullopt;
}

class Writer {
  public:
    void write(const std::vector<Node>& nodes) {
        for (std::size_t at = 0; at < nodes.size();) {
            if (const auto kind = row_kind(nodes[at])) {
                at = write_list(nodes, at, *kind);
            } else {
                write(nodes[at++]);
            }
        }
    }

    std::string html;
    std::string text;

  private:
    void write(const Node& node) {
        if (node.block) {
            html += html_of(*node.block) + "\n";
            text += node.block->text + "\n\n";
            return;
        }
        both(node.open);
        write(node.inside);
        both(node.close);
    }

    // The rows from `at` on in one list; where the next node begins.
    std::size_t write_list(const std::vector<Node>& nodes, std::size_t at, Kind kind) {
        const auto& markup = kind == Kind::fact ? fact_markup : list_markup;
        html += std::string(markup.begin) + "\n";
        for (; at < nodes.size() && row_kind(nodes[at]) == kind; ++at)
            write_rows(nodes[at]);
        html += std::string(markup.end) + "\n";
        text += "\n";
        return at;
    }

    void write_rows(const Node& node) {
        if (node.block) {
            html += html_of(*node.block) + "\n";
            text += (node.block->kind == Kind::item ? "- " : "") + node.block->text + "\n";
            return;
        }
        both(node.open);
        for (const auto& one : node.inside)
            write_rows(one);
        both(node.close);
    }

    void both(const std::string& tag) {
        if (tag.empty()) return;
        html += tag + "\n";
        text += tag + "\n";
    }
};

// The value of the head line "KEY: …", which `lines` is at; empty when it is another one.
std::string head_line(Lines& lines, std::string_view key) {
    if (!lines.rest.starts_with(key)) return {};
    auto value = lines.take().substr(key.size());
    value.remove_prefix(std::min(value.find_first_not_of(' '), value.size()));
    return std::string(value);
}

std::string with_values_marked(const std::string& subject) {
    std::string marked;
    std::size_t done = 0;
    for (auto at = subject.find("{{"); at != std::string::npos; at = subject.find("{{", done)) {
        const auto end = subject.find("}}", at) + 2;
        const bool value = subject[at + 2] >= 'a' && subject[at + 2] <= 'z';
        marked += subject.substr(done, at - done);
        const auto tag = subject.substr(at, end - at);
        marked += value ? subject_value_begin + tag + subject_value_end : tag;
        done = end;
    }
    return marked + subject.substr(done);
}

}  // namespace

bool is_letter_source(std::string_view name) {
    return name.starts_with(letter_folder);
}

std::vector<LetterTemplate> letter_templates(std::string_view name, std::string_view source) {
    scan_template(name, source);
    const bool part = name.starts_with(letter_part_folder);
    Lines lines{source, 1};
    const auto subject = part ? "" : head_line(lines, "Subject:");
    if (!part && subject.empty()) fail_template(name, 1, "the first line is no \"Subject: …\"");
    const auto preview = part ? "" : head_line(lines, "Preview:");
    if (!part && !is_blank(lines.take()))
        fail_template(name, lines.number - 1, "an empty line comes after the head");
    Writer writer;
    writer.write(TreeReader(name, lines).read());
    if (part) {
        const auto base = std::string(partial_folder) + "letter_" +
                          std::string(name.substr(letter_part_folder.size()));
        return {{base + ".txt", writer.text}, {base + ".html", writer.html}};
    }
    const std::string base(name);
    return {{base + ".subject.txt", with_values_marked(subject)},
            {base + ".preview.txt", preview},
            {base + ".txt", writer.text + "{{>letter_sender}}\n"},
            {base + ".html", "{{>letter_head}}\n" + writer.html + "{{>letter_foot}}\n"}};
}

}  // namespace templates
