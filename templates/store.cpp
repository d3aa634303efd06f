// Checks and prepares all templates at start, and renders them with kainjow's mustache.
#include "templates/store.hpp"

#include <algorithm>
#include <array>
#include <atomic>
#include <memory>
#include <unordered_map>
#include <utility>

#include "templates/rendering.hpp"
#include "templates/scan.hpp"

namespace templates {

struct Store::Prepared {
    std::uint64_t id;
    bool escape;
    std::string text;
    std::vector<KainjowData> literals;
};

namespace {

using Kainjow = kainjow::mustache::mustache;
using Scanned = std::map<std::string, std::vector<Piece>, std::less<>>;

constexpr std::string_view layout_name = "layout/page.html";
constexpr std::string_view partial_folder = "partials/";

std::atomic<std::uint64_t> prepared_count{0};

[[noreturn]] void fail(std::string_view name, std::size_t line, const std::string& reason) {
    throw TemplateError(std::string(name) + ".mustache:" + std::to_string(line) + ": " + reason);
}

std::string_view ending(std::string_view name) {
    return name.substr(name.rfind('.'));
}

// Puts the pieces of partials where their tags stand.
class Expander {
  public:
    Expander(const Scanned& scanned, std::string_view name) : scanned_(scanned), name_(name) {}

    std::vector<Piece> expand() {
        expand(name_, scanned_.find(name_)->second);
        return std::move(pieces_);
    }

  private:
    void expand(std::string_view file, const std::vector<Piece>& pieces) {
        path_.emplace_back(file);
        for (const Piece& piece : pieces) {
            bytes_ += piece.text.size();
            if (bytes_ > Store::expanded_bytes_max) fail(file, piece.line, "expands too large");
            if (piece.kind == PieceKind::partial) {
                partial(file, piece);
            } else {
                sections(file, piece);
                pieces_.push_back(piece);
            }
        }
        path_.pop_back();
    }

    void partial(std::string_view file, const Piece& piece) {
        const std::string wanted =
            std::string(partial_folder) + piece.text + std::string(ending(file));
        const auto found = scanned_.find(wanted);
        if (found == scanned_.end()) fail(file, piece.line, "there is no " + wanted);
        if (std::find(path_.begin(), path_.end(), wanted) != path_.end()) {
            fail(file, piece.line, wanted + " includes itself");
        }
        expand(found->first, found->second);
        // The newline that ends a file is none of a partial's that stands inside a line of HTML.
        if (is_html_template(wanted) && pieces_.back().kind == PieceKind::literal &&
            pieces_.back().text.ends_with('\n')) {
            pieces_.back().text.pop_back();
        }
    }

    void sections(std::string_view file, const Piece& piece) {
        if (piece.kind == PieceKind::close) --depth_;
        if (piece.kind != PieceKind::open && piece.kind != PieceKind::inverted) return;
        if (++depth_ > Store::section_depth_max) {
            fail(file, piece.line, "sections are nested too deep with partials");
        }
    }

    const Scanned& scanned_;
    std::string_view name_;
    std::vector<std::string_view> path_;
    std::vector<Piece> pieces_;
    std::size_t bytes_ = 0;
    std::size_t depth_ = 0;
};

void join_literals(std::vector<Piece>& pieces) {
    std::vector<Piece> joined;
    for (Piece& piece : pieces) {
        const bool literal = piece.kind == PieceKind::literal;
        if (literal && !joined.empty() && joined.back().kind == PieceKind::literal) {
            joined.back().text += piece.text;
        } else {
            joined.push_back(std::move(piece));
        }
    }
    pieces = std::move(joined);
}

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

}  // namespace

Store::Store() : Store(embedded_templates()) {}

Store::~Store() = default;

Store::Store(std::span<const TemplateSource> sources) {
    Scanned scanned;
    for (const TemplateSource& source : sources) {
        if (!scanned.emplace(source.name, scan_template(source.name, source.text)).second) {
            fail(source.name, 1, "there are two of this name");
        }
    }
    for (const auto& entry : scanned) {
        const std::string& name = entry.first;
        std::vector<Piece> pieces = Expander(scanned, name).expand();
        if (name.starts_with(partial_folder)) continue;
        join_literals(pieces);
        auto made = std::make_unique<Prepared>();
        made->id = ++prepared_count;
        made->escape = is_html_template(name);
        for (const Piece& piece : pieces)
            append_tag(made->text, made->literals, piece);
        const Kainjow parsed(made->text);
        if (!parsed.is_valid()) fail(name, 1, parsed.error_message());
        prepared_.emplace(name, std::move(made));
    }
}

std::string Store::render(std::string_view name, const View& view) const {
    return render(name, view, nullptr);
}

std::string Store::render_page(std::string_view name, const View& layout, const View& page) const {
    const std::string body = render(name, page, nullptr);
    return render(layout_name, layout, &body);
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

std::string Store::render(std::string_view name, const View& view,
                          const std::string* body_html) const {
    const auto found = prepared_.find(name);
    if (found == prepared_.end()) throw std::logic_error("no template " + std::string(name));
    const Prepared& prepared = *found->second;
    Kainjow& kainjow = compiled(prepared.id, prepared.text, prepared.escape);
    RenderContext context(name, prepared.literals, view, body_html);
    Page page;
    kainjow.render(context, page);
    if (!kainjow.is_valid()) {
        throw std::logic_error(std::string(name) + ": " + kainjow.error_message());
    }
    return std::move(page.text);
}

}  // namespace templates
