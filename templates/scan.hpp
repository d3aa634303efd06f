// Reads one mustache file into pieces and refuses whatever the house rules forbid.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace templates {

enum class PieceKind : std::uint8_t { literal, variable, markup, open, inverted, close, partial };

// One stretch of a template. `text` is the literal text, or the name in the tag. Lines count
// from 1. Comments are gone, and so are the lines that held nothing but section tags, partials or
// comments; html templates have lost their indentation and blank lines.
struct Piece {
    PieceKind kind;
    std::string text;
    std::size_t line;
};

// The pieces of the template `name`, whose sections are closed in order. Throws TemplateError
// (templates/store.hpp has the list of rules); partials are named, not looked up.
std::vector<Piece> scan_template(std::string_view name, std::string_view text);

// True for a line of section tags, partials and comments only: it leaves no line behind.
bool holds_only_structure(std::string_view line);

// True for the templates whose variables are escaped for HTML.
bool is_html_template(std::string_view name);

}  // namespace templates
