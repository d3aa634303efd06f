#include "workflows/core/machine.hpp"

#include <algorithm>

namespace workflows {
namespace {

std::string markdown_line(const std::vector<std::string>& cells) {
    std::string line = "|";
    for (const std::string& cell : cells) {
        line += ' ';
        for (const char c : cell) {
            if (c == '|') line += '\\';
            line += c;
        }
        line += " |";
    }
    return line + "\n";
}

std::string quoted(std::string_view text) {
    std::string out = "\"";
    for (const char c : text) {
        if (c == '"' || c == '\\') out += '\\';
        out += c;
    }
    return out + "\"";
}

}  // namespace

std::string markdown_table(const std::vector<std::string>& header,
                           const std::vector<std::vector<std::string>>& rows) {
    std::string out = markdown_line(header);
    out += markdown_line(std::vector<std::string>(header.size(), "---"));
    for (const auto& row : rows)
        out += markdown_line(row);
    return out;
}

std::string dot_graph(std::string_view name, const std::vector<Arrow>& arrows) {
    std::vector<Arrow> merged;
    for (const Arrow& arrow : arrows) {
        const auto same = std::find_if(merged.begin(), merged.end(), [&](const Arrow& other) {
            return other.from == arrow.from && other.to == arrow.to;
        });
        if (same == merged.end()) {
            merged.push_back(arrow);
        } else {
            same->label += ", " + arrow.label;
        }
    }
    std::string out = "digraph " + quoted(name) + " {\n    rankdir=LR;\n    node [shape=box];\n";
    out += "    start [shape=point];\n";
    for (const Arrow& arrow : merged)
        out += "    " + (arrow.from.empty() ? "start" : quoted(arrow.from)) + " -> " +
               quoted(arrow.to) + " [label=" + quoted(arrow.label) + "];\n";
    return out + "}\n";
}

}  // namespace workflows
