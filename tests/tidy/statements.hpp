// Statements and blocks of C++ code, read from its brackets: enough for house rules, no compiler.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "tests/tidy/source_text.hpp"

namespace tidy {

/// One statement, or the head of a block. The bodies of its lambdas are statements of their own.
struct Statement {
    std::size_t at = 0;
    std::string text;
    int awaits = 0;
    bool capturing_lambda = false;
    bool braced_value = false;  // Aggregate{a, b}, {.a = a}, {a, b}
};

struct Block {
    std::size_t at = 0;  // where its head begins
    std::size_t end = 0;
    bool container = false;     // namespace, class, struct, union, enum
    bool in_container = false;  // directly in one, or in the file
};

struct Code {
    std::vector<Statement> statements;
    std::vector<Block> blocks;  // lambda bodies are not listed
};

class StatementReader {
  public:
    explicit StatementReader(std::string_view code) : code_(without_directives(code)) {}

    Code read() {
        while (i_ < code_.size()) {
            step();
        }
        finish_statement();
        return std::move(result_);
    }

  private:
    enum class Role { group, value, block, lambda };
    struct Open {
        Role role = Role::group;
        Block block = {};
        Statement outer = {};
    };

    static std::string without_directives(std::string_view code) {
        std::string out(code);
        bool in_directive = false;
        bool line_start = true;
        for (char& c : out) {
            in_directive = in_directive || (line_start && c == '#');
            line_start = c == '\n' || (line_start && (c == ' ' || c == '\t'));
            if (c == '\n') {
                in_directive = false;
            } else if (in_directive) {
                c = ' ';
            }
        }
        blank_descriptions(out);
        return out;
    }

    /// Boost.Describe's macro ends without a semicolon: what follows would seem to go on with it.
    static void blank_descriptions(std::string& code) {
        constexpr std::string_view macro = "BOOST_DESCRIBE_";
        for (auto at = code.find(macro); at != std::string::npos; at = code.find(macro, at)) {
            int depth = 0;
            for (auto i = at; i < code.size(); ++i) {
                depth += code[i] == '(' ? 1 : code[i] == ')' ? -1 : 0;
                const bool last = code[i] == ')' && depth == 0;
                if (code[i] != '\n') code[i] = ' ';
                if (last) break;
            }
        }
    }

    void step() {
        char c = code_[i_];
        if (is_word_character(c)) {
            take_word();
        } else if (c == '[' && starts_lambda()) {
            take_captures();
        } else if (c == '(' || c == '[') {
            open_.push_back({});
            take();
        } else if (c == ')' || c == ']') {
            close();
            take();
        } else if (c == '{') {
            open_brace();
        } else if (c == '}') {
            close_brace();
        } else if (c == ';' && at_statement_level()) {
            finish_statement();
            ++i_;
        } else {
            take();
        }
    }

    bool at_statement_level() const {
        return open_.empty() || open_.back().role == Role::block ||
               open_.back().role == Role::lambda;
    }

    void take() {
        char c = code_[i_++];
        bool is_space = std::isspace(static_cast<unsigned char>(c)) != 0;
        if (statement_.text.empty() && is_space) {
            return;
        }
        if (statement_.text.empty()) {
            statement_.at = i_ - 1;
        }
        statement_.text += is_space ? ' ' : c;
    }

    void take_word() {
        std::size_t first = i_;
        while (i_ < code_.size() && is_word_character(code_[i_])) {
            take();
        }
        if (std::string_view(code_).substr(first, i_ - first) == "co_await") {
            ++statement_.awaits;
        }
    }

    /// After `]` a lambda goes on with its parameters or body; a binding with `=` or `:`.
    bool starts_lambda() const {
        std::string_view before = trimmed(statement_.text);
        bool after_value = !before.empty() && (is_word_character(before.back()) ||
                                               before.back() == ')' || before.back() == ']');
        if (after_value && !before.ends_with("return") && !before.ends_with("co_await")) {
            return false;
        }
        std::size_t close = closing_bracket();
        std::size_t next = code_.find_first_not_of(" \n\t", close + 1);
        return code_[i_ + 1] != '[' && next != std::string::npos &&
               (code_[next] == '(' || code_[next] == '{' || code_[next] == '<');
    }

    std::size_t closing_bracket() const {
        int depth = 0;
        for (std::size_t at = i_; at < code_.size(); ++at) {
            depth += code_[at] == '[' ? 1 : code_[at] == ']' ? -1 : 0;
            if (depth == 0) {
                return at;
            }
        }
        return code_.size() - 1;
    }

    void take_captures() {
        std::size_t end = closing_bracket();
        std::string_view captures = std::string_view(code_).substr(i_ + 1, end - i_ - 1);
        statement_.capturing_lambda = statement_.capturing_lambda || !trimmed(captures).empty();
        lambda_depth_ = open_.size();
        while (i_ <= end) {
            take();
        }
    }

    void open_brace() {
        std::string_view head = trimmed(statement_.text);
        Open open;
        open.block.at = head.empty() ? i_ : statement_.at;
        if (lambda_depth_ == open_.size()) {
            open.role = Role::lambda;
            lambda_depth_.reset();
        } else if (!at_statement_level() || !opens_block(head)) {
            open.role = Role::value;
            statement_.braced_value = true;
            open_.push_back(std::move(open));
            take();
            return;
        } else {
            open.role = Role::block;
            open.block.container = is_container(head);
            open.block.in_container = open_.empty() || open_.back().block.container;
            finish_statement();
        }
        open.outer = std::move(statement_);
        statement_ = {};
        open_.push_back(std::move(open));
        ++i_;
    }

    void close_brace() {
        if (open_.empty() || open_.back().role == Role::group || open_.back().role == Role::value) {
            close();
            take();
            return;
        }
        finish_statement();
        Open open = std::move(open_.back());
        open_.pop_back();
        open.block.end = i_++;
        statement_ = std::move(open.outer);
        if (open.role == Role::block) {
            result_.blocks.push_back(open.block);
        }
    }

    void close() {
        if (!open_.empty()) {
            open_.pop_back();
        }
    }

    void finish_statement() {
        if (!trimmed(statement_.text).empty()) {
            result_.statements.push_back(std::move(statement_));
        }
        statement_ = {};
    }

    static bool is_container(std::string_view head) {
        if (head.find('=') != std::string_view::npos) {
            return false;
        }
        std::string_view first = head.substr(0, head.find_first_of(" \"("));
        for (std::string_view word : {"namespace", "class", "struct", "union", "enum", "extern"}) {
            bool anywhere = head.find('(') == std::string_view::npos && has_word(head, word);
            if (first == word || anywhere) {
                return true;
            }
        }
        return false;
    }

    static bool opens_block(std::string_view head) {
        if (head.empty() || is_container(head) ||
            std::string_view(")}:").find(head.back()) != std::string_view::npos) {
            return true;
        }
        std::size_t arrow = head.rfind("->");
        if (arrow != std::string_view::npos && head.substr(0, arrow).find(')') < arrow) {
            return true;
        }
        for (std::string_view word :
             {"else", "do", "try", "const", "noexcept", "override", "final", "mutable"}) {
            bool whole =
                head.size() == word.size() ||
                (head.ends_with(word) && !is_word_character(head[head.size() - word.size() - 1]));
            if (head.ends_with(word) && whole) {
                return true;
            }
        }
        return false;
    }

    std::string code_;
    std::size_t i_ = 0;
    Code result_;
    Statement statement_;
    std::vector<Open> open_;
    std::optional<std::size_t> lambda_depth_;
};

inline Code read_statements(const SourceText& source) {
    return StatementReader(source.code).read();
}

}  // namespace tidy
