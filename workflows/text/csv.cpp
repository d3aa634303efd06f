#include "workflows/text/csv.hpp"

#include "workflows/text/words.hpp"

namespace workflows::text {
namespace {

bool is_formula_start(char c) {
    return c == '=' || c == '+' || c == '-' || c == '@';
}

std::string csv_cell(std::string_view stored) {
    const auto text = with_guard(std::string(stored));
    if (text.find_first_of(",\"\r\n") == std::string::npos) return text;
    return '"' + joined(split(text, '"'), "\"\"") + '"';
}

template <class Cells>
std::string line_of(const Cells& cells) {
    std::string line;
    for (const auto& cell : cells)
        line += csv_cell(cell) + ',';
    if (!line.empty()) line.pop_back();
    return line + '\n';
}

}  // namespace

std::string with_guard(std::string text) {
    const auto first = text.find_first_not_of('\'');
    const bool formula = first != std::string::npos && is_formula_start(text[first]);
    return formula ? "'" + text : text;
}

std::string without_guard(std::string text) {
    const auto first = text.find_first_not_of('\'');
    const bool guarded = first != std::string::npos && first > 0 && is_formula_start(text[first]);
    return guarded ? text.substr(1) : text;
}

std::string csv_line(std::initializer_list<std::string_view> cells) {
    return line_of(cells);
}

std::string csv_line(const std::vector<std::string>& cells) {
    return line_of(cells);
}

}  // namespace workflows::text
