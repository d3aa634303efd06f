// Checks and prepares all templates at start, and renders them with kainjow's mustache.
#include "templates/store.hpp"

#include <algorithm>
#include <array>
#include <atomic>
#include <memory>
#include <unordered_map>
#include <utility>

#include "templates/expand.hpp"
#include "templates/letter_source.hpp"
#include "templates/rendering.hpp"
#include "templates/scan.hpp"

namespace templates {

struct Store::Prepared {
    Prepared(std::string_view of, std::span<const Piece> pieces);

    std::uint64_t id;  // unique in the program
    std::string name;
    bool escape;
    std::string text;
    std::vector<KainjowData> literals;
};

namespace {

using Kainjow = kainjow::mustache::mustache;

constexpr std::string_view layout_name = "layout/page.html";
// A page with its layout; a longer one grows.
constexpr std::size_t page_bytes_expected = 16 * 1024;

std::atomic<std::uint64_t> prepared_count{0};

// What kainjow is to parse: no fixed text, no blanks (templates/rendering.hpp says why).
void append_tag(std::string& text, std::vector<KainjowData>& literals, const Piece& piece) {
    const std::string section = section_mark + piece.text;
    switch (piece.kind) {
        case PieceKind::literal:
            text += "{{{" + (literal_mark + std::to_string(literals.size())) + "}}}";
            literals.emplace_back(piece.text);
            break;
        case PieceKind::variable:
            text += "{{" + piece.text + "}}";
            break;
        case PieceKind::markup:
            text += "{{{" + piece.text + "}}}";
            break;
        case PieceKind::open:
            text += "{{#" + section + "}}";
            break;
        case PieceKind::inverted:
            text += "{{^" + section + "}}";
            break;
        case PieceKind::close:
            text += "{{/" + section + "}}";
            break;
        case PieceKind::partial:
            break;
    }
}

// The escape of one byte, empty for most. A table, because find_first_of() searches the set anew
// for every byte, which was a seventh of the time of a page.
constexpr std::array<std::string_view, 256> escapes = [] {
    std::array<std::string_view, 256> table{};
    table['&'] = "&amp;";
    table['<'] = "&lt;";
    table['>'] = "&gt;";
    table['"'] = "&quot;";
    table['\''] = "&#39;";
    return table;
}();

std::string escape_html(const std::string& text) {
    const auto special = [](char letter) {
        return !escapes[static_cast<unsigned char>(letter)].empty();
    };
    auto found = std::find_if(text.begin(), text.end(), special);
    if (found == text.end()) return text;
    std::string escaped;
    escaped.reserve(text.size() + text.size() / 8 + 16);
    auto done = text.begin();
    for (; found != text.end(); found = std::find_if(done, text.end(), special)) {
        escaped.append(done, found);
        escaped += escapes[static_cast<unsigned char>(*found)];
        done = found + 1;
    }
    return escaped.append(done, text.end());
}

std::string escape_nothing(const std::string& text) {
    return text;
}

// Kainjow writes what is ready to a stream; ours is the page itself.
struct Page {
    std::string text;
    Page& operator<<(const std::string& part) {
        text += part;
        return *this;
    }
};

// This thread's own compiled copy. Those of stores that are gone stay until the thread ends:
// a program has one store.
Kainjow& compiled(std::uint64_t id, const std::string& text, bool escape) {
    thread_local std::unordered_map<std::uint64_t, std::unique_ptr<Kainjow>> cache;
    std::unique_ptr<Kainjow>& slot = cache[id];
    if (!slot) {
        slot = std::make_unique<Kainjow>(text);
        slot->set_custom_escape(escape ? escape_html : escape_nothing);
    }
    return *slot;
}

// Appends to the page what the template makes of the view.
template <typename Prepared>
void render_to(Page& page, const Prepared& prepared, const View& view) {
    Kainjow& kainjow = compiled(prepared.id, prepared.text, prepared.escape);
    RenderContext context(prepared.name, prepared.literals, view);
    kainjow.render(context, page);
    if (!kainjow.is_valid()) {
        throw std::logic_error(prepared.name + ": " + kainjow.error_message());
    }
}

}  // namespace

Store::Prepared::Prepared(std::string_view of, std::span<const Piece> pieces)
    : id(++prepared_count), name(of), escape(is_html_template(of)) {
    for (const Piece& piece : pieces)
        append_tag(text, literals, piece);
    const Kainjow parsed(text);
    if (!parsed.is_valid()) fail_template(name, 1, parsed.error_message());
}

namespace {

void scan_into(ScannedTemplates& scanned, std::string_view name, std::string_view text) {
    if (!scanned.emplace(name, scan_template(name, text)).second)
        fail_template(name, 1, "there are two of this name");
}

}  // namespace

Store::Store() : Store(embedded_templates()) {}

Store::~Store() = default;

Store::Store(std::span<const TemplateSource> sources) {
    ScannedTemplates scanned;
    for (const TemplateSource& source : sources) {
        if (!is_letter_source(source.name)) {
            scan_into(scanned, source.name, source.text);
            continue;
        }
        for (const auto& made : letter_templates(source.name, source.text))
            scan_into(scanned, made.name, made.text);
    }
    for (const auto& entry : scanned) {
        const std::string& name = entry.first;
        const std::vector<Piece> pieces = expand_partials(scanned, name);
        if (name.starts_with(partial_folder)) continue;
        if (name == layout_name) {
            add_layout(pieces);
        } else {
            prepared_.emplace(name, std::make_unique<const Prepared>(name, pieces));
        }
    }
}

void Store::add_layout(std::span<const Piece> pieces) {
    std::size_t depth = 0;
    std::size_t body = pieces.size();
    for (std::size_t index = 0; index < pieces.size(); ++index) {
        const Piece& piece = pieces[index];
        if (piece.kind == PieceKind::open || piece.kind == PieceKind::inverted) ++depth;
        if (piece.kind == PieceKind::close) --depth;
        if (piece.kind != PieceKind::markup || piece.text != "body_html") continue;
        if (depth > 0) fail_template(layout_name, piece.line, "the body stands in a section");
        if (body != pieces.size()) fail_template(layout_name, piece.line, "there are two bodies");
        body = index;
    }
    if (body == pieces.size()) fail_template(layout_name, 1, "there is no {{{body_html}}}");
    layout_head_ = std::make_unique<const Prepared>(layout_name, pieces.first(body));
    layout_tail_ = std::make_unique<const Prepared>(layout_name, pieces.subspan(body + 1));
}

std::string Store::render(std::string_view name, const View& view) const {
    Page page;
    render_to(page, find(name), view);
    return std::move(page.text);
}

std::string Store::render_frame(const View& layout, const std::string& body_html) const {
    if (!layout_head_) throw std::logic_error("no template " + std::string(layout_name));
    Page page;
    page.text.reserve(page_bytes_expected);
    render_to(page, *layout_head_, layout);
    page.text += body_html;
    render_to(page, *layout_tail_, layout);
    return std::move(page.text);
}

bool Store::has(std::string_view name) const {
    return prepared_.find(name) != prepared_.end();
}

std::vector<std::string> Store::names() const {
    std::vector<std::string> names;
    for (const auto& entry : prepared_)
        names.push_back(entry.first);
    return names;
}

const Store::Prepared& Store::find(std::string_view name) const {
    const auto found = prepared_.find(name);
    if (found == prepared_.end()) throw std::logic_error("no template " + std::string(name));
    return *found->second;
}

}  // namespace templates
