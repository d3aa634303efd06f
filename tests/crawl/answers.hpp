// What everybody was answered: one line for each distinct answer, the answers themselves beside it.
#pragma once

#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <set>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include "db/sha256.hpp"
#include "tests/crawl/addresses.hpp"

namespace crawl {

namespace fs = std::filesystem;

inline std::string read_file(const fs::path& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

class Answers {
  public:
    /// Whole answers are kept in `folder` under their hash, as long as this or the expected run
    /// has them: two runs in one build directory can be compared page by page.
    Answers(fs::path folder, std::size_t role_count)
        : folder_(std::move(folder)), role_count_(role_count) {
        fs::create_directories(folder_);
    }

    /// Whether the answer is another one than all before, to this address or any.
    bool add(const std::string& address, int status, const std::string& role,
             const std::string& text) {
        const auto hash = db::sha256_hex(text).substr(0, 16);
        lines_[{address, status, hash}].push_back(role);
        if (!hashes_.insert(hash).second) return false;
        const auto file = page(hash);
        if (!fs::exists(file)) std::ofstream(file, std::ios::binary) << text;
        return true;
    }

    /// By address, status and roles: a page that changes keeps its place.
    std::string text() const {
        std::set<std::tuple<std::string, int, std::string, std::string>> sorted;
        for (const auto& [key, roles] : lines_) {
            const auto& [address, status, hash] = key;
            const bool all = roles.size() == role_count_;
            sorted.emplace(address, status, all ? "everybody" : joined(roles), hash);
        }
        std::string text;
        for (const auto& [address, status, roles, hash] : sorted)
            text += address + " " + std::to_string(status) + " " + hash + " " + roles + "\n";
        return text;
    }

    /// The lines that are no longer there and those that are new, with the files of their answers.
    std::string difference(const std::string& expected) const {
        const auto before = split_at(expected, '\n');
        const auto now = split_at(text(), '\n');
        const std::set<std::string> old_lines(before.begin(), before.end());
        const std::set<std::string> new_lines(now.begin(), now.end());
        std::multimap<std::string, std::string> changes;  // by address
        for (const auto& line : before)
            if (!new_lines.contains(line)) changes.emplace(address_of(line), "- " + line);
        for (const auto& line : now)
            if (!old_lines.contains(line)) changes.emplace(address_of(line), "+ " + line);
        std::string said;
        for (const auto& [address, line] : changes)
            said += line + "\n    " + kept(hash_of(line)) + "\n";
        return said;
    }

    /// Drops what neither this run nor the expected one has.
    void tidy_up(const std::string& expected) const {
        for (const auto& entry : fs::directory_iterator(folder_)) {
            const auto hash = entry.path().stem().string();
            if (!hashes_.contains(hash) && expected.find(hash) == expected.npos)
                fs::remove(entry.path());
        }
    }

  private:
    static std::string joined(const Words& roles) {
        std::string text;
        for (const auto& role : roles)
            text += (text.empty() ? "" : ",") + role;
        return text;
    }
    static std::string address_of(const std::string& line) {
        return line.substr(0, line.find(' '));
    }
    static std::string hash_of(const std::string& line) {
        return split_at(line, ' ').at(3);  // after the sign, the address and the status
    }
    fs::path page(const std::string& hash) const { return folder_ / (hash + ".txt"); }
    std::string kept(const std::string& hash) const {
        return fs::exists(page(hash)) ? page(hash).string()
                                      : "(no run in this build directory had it)";
    }

    fs::path folder_;
    std::size_t role_count_;
    std::map<std::tuple<std::string, int, std::string>, Words> lines_;
    std::set<std::string> hashes_;
};

}  // namespace crawl
