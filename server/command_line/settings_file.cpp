#include "server/command_line/settings_file.hpp"

#include <fstream>
#include <string_view>

namespace server::command_line {
namespace {

std::string trimmed(std::string_view text) {
    constexpr std::string_view blanks = " \t\r";
    const auto begin = text.find_first_not_of(blanks);
    if (begin == std::string_view::npos) return "";
    return std::string(text.substr(begin, text.find_last_not_of(blanks) - begin + 1));
}

std::string unquoted(std::string text) {
    const bool quoted = text.size() >= 2 && text.front() == text.back() &&
                        (text.front() == '"' || text.front() == '\'');
    return quoted ? text.substr(1, text.size() - 2) : text;
}

}  // namespace

workflows::Result<std::vector<Setting>> read_settings_file(const std::filesystem::path& file) {
    using workflows::Code;
    using workflows::Error;
    std::ifstream stream(file);
    if (!stream || std::filesystem::is_directory(file))
        return Error{Code::not_found, file.string() + " cannot be read.", "--config"};
    std::vector<Setting> settings;
    std::string line;
    for (int number = 1; std::getline(stream, line); ++number) {
        const auto text = trimmed(line);
        if (text.empty() || text.front() == '#' || text.front() == ';' || text == "[serve]")
            continue;
        const auto equals = text.find('=');
        const auto name = trimmed(text.substr(0, equals));
        if (equals == std::string::npos || name.empty()) {
            return Error{
                Code::invalid,
                file.string() + ":" + std::to_string(number) + ": write a setting as NAME = VALUE.",
                "--config"};
        }
        settings.push_back({number, name, unquoted(trimmed(text.substr(equals + 1)))});
    }
    return settings;
}

}  // namespace server::command_line
