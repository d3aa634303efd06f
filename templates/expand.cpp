// Follows partials depth first; the path of open files shows a cycle.
#include "templates/expand.hpp"

#include <algorithm>
#include <utility>

#include "templates/store.hpp"

namespace templates {
namespace {

std::string_view ending(std::string_view name) {
    return name.substr(name.rfind('.'));
}

// Puts the pieces of partials where their tags stand.
class Expander {
  public:
    Expander(const ScannedTemplates& scanned, std::string_view name)
        : scanned_(scanned), name_(name) {}

    std::vector<Piece> expand() {
        expand(name_, scanned_.find(name_)->second);
        return std::move(pieces_);
    }

  private:
    void expand(std::string_view file, const std::vector<Piece>& pieces) {
        path_.emplace_back(file);
        for (const Piece& piece : pieces) {
            bytes_ += piece.text.size();
            if (bytes_ > Store::expanded_bytes_max) {
                fail_template(file, piece.line, "expands too large");
            }
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
        if (found == scanned_.end()) fail_template(file, piece.line, "there is no " + wanted);
        if (std::find(path_.begin(), path_.end(), wanted) != path_.end()) {
            fail_template(file, piece.line, wanted + " includes itself");
        }
        const std::size_t before = pieces_.size();
        expand(found->first, found->second);
        // The newline that ends a file is none of a partial's that stands inside a line of HTML.
        if (is_html_template(wanted) && pieces_.size() > before &&
            pieces_.back().kind == PieceKind::literal && pieces_.back().text.ends_with('\n')) {
            pieces_.back().text.pop_back();
        }
    }

    void sections(std::string_view file, const Piece& piece) {
        if (piece.kind == PieceKind::close) --depth_;
        if (piece.kind != PieceKind::open && piece.kind != PieceKind::inverted) return;
        if (++depth_ > Store::section_depth_max) {
            fail_template(file, piece.line, "sections are nested too deep with partials");
        }
    }

    const ScannedTemplates& scanned_;
    std::string_view name_;
    std::vector<std::string_view> path_;
    std::vector<Piece> pieces_;
    std::size_t bytes_ = 0;
    std::size_t depth_ = 0;
};

std::vector<Piece> with_literals_joined(std::vector<Piece> pieces) {
    std::vector<Piece> joined;
    for (Piece& piece : pieces) {
        const bool literal = piece.kind == PieceKind::literal;
        if (literal && !joined.empty() && joined.back().kind == PieceKind::literal) {
            joined.back().text += piece.text;
        } else {
            joined.push_back(std::move(piece));
        }
    }
    return joined;
}

}  // namespace

std::vector<Piece> expand_partials(const ScannedTemplates& scanned, std::string_view name) {
    return with_literals_joined(Expander(scanned, name).expand());
}

void fail_template(std::string_view name, std::size_t line, const std::string& reason) {
    throw TemplateError(std::string(name) + ".mustache:" + std::to_string(line) + ": " + reason);
}

}  // namespace templates
