#include "db/import/csv.hpp"

#include <utility>

namespace db {
namespace {

bool is_formula_start(char c) {
    return c == '=' || c == '+' || c == '-' || c == '@';
}

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

bool continues(char c) {
    return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U;
}

// Length of the UTF-8 character at the front, 0 when there is none (RFC 3629).
std::size_t character_length(std::string_view text) {
    const auto at = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
    const unsigned first = at(0);
    if (first < 0x80U) return 1;
    const std::size_t length = first >= 0xF0U ? 4 : first >= 0xE0U ? 3 : 2;
    if (first < 0xC2U || first > 0xF4U || text.size() < length) return 0;
    for (std::size_t i = 1; i < length; ++i)
        if (!continues(text[i])) return 0;
    // Overlong forms, surrogates and what is beyond U+10FFFF.
    if ((first == 0xE0U && at(1) < 0xA0U) || (first == 0xEDU && at(1) > 0x9FU)) return 0;
    if ((first == 0xF0U && at(1) < 0x90U) || (first == 0xF4U && at(1) > 0x8FU)) return 0;
    return length;
}

class Reader {
  public:
    explicit Reader(std::string_view bytes) : rest_(bytes) {
        if (rest_.substr(0, byte_order_mark.size()) == byte_order_mark)
            rest_.remove_prefix(byte_order_mark.size());
    }

    CsvTable read() {
        if (!check_encoding()) return std::move(table_);
        while (!rest_.empty())
            read_record();
        return std::move(table_);
    }

  private:
    bool check_encoding();
    void read_record();
    void read_field();
    void read_quoted(CsvField& field);
    void read_plain(CsvField& field);
    void skip_to_separator();
    void end_record();

    bool at(std::string_view text) const { return rest_.substr(0, text.size()) == text; }
    bool at_line_end() const { return at("\n") || at("\r\n"); }
    bool at_separator() const { return rest_.empty() || at(",") || at_line_end(); }
    char take();
    void error(int line, int column, std::string message, std::string remedy) {
        table_.errors.push_back({line, column, std::move(message), std::move(remedy)});
        record_is_good_ = false;
    }

    std::string_view rest_;
    int line_ = 1;
    int column_ = 1;
    bool record_is_good_ = true;
    std::vector<CsvField> record_;
    CsvTable table_;
};

char Reader::take() {
    const char c = rest_.front();
    rest_.remove_prefix(1);
    if (c == '\n') {
        ++line_;
        column_ = 1;
    } else if (rest_.empty() || !continues(rest_.front())) {
        ++column_;
    }
    return c;
}

bool Reader::check_encoding() {
    int line = 1;
    int column = 1;
    for (auto text = rest_; !text.empty();) {
        const auto length = character_length(text);
        if (length == 0 || text.front() == '\0') {
            error(line, column,
                  length == 0 ? "This byte is not UTF-8 text." : "This is a zero byte, not text.",
                  "Save the file as CSV in the encoding UTF-8.");
            return false;
        }
        column = text.front() == '\n' ? 1 : column + 1;
        line += text.front() == '\n' ? 1 : 0;
        text.remove_prefix(length);
    }
    return true;
}

void Reader::read_record() {
    record_is_good_ = true;
    record_.clear();
    read_field();
    while (at(",")) {
        take();
        read_field();
    }
    end_record();
}

void Reader::end_record() {
    if (at("\r")) take();
    if (at("\n")) take();
    const bool blank = record_.size() == 1 && record_.front().text.empty();
    if (record_is_good_ && !blank) table_.records.push_back(record_);
}

void Reader::read_field() {
    CsvField field{"", line_, column_};
    if (at("\""))
        read_quoted(field);
    else
        read_plain(field);
    record_.push_back(std::move(field));
}

void Reader::read_quoted(CsvField& field) {
    take();
    while (!rest_.empty()) {
        const char c = take();
        if (c != '"') {
            field.text += c;
        } else if (at("\"")) {
            field.text += take();
        } else {
            if (at_separator()) return;
            error(line_, column_, "There is text after the closing quote.",
                  "Write a quote inside a quoted field twice, or put a comma here.");
            skip_to_separator();
            return;
        }
    }
    error(field.line, field.column, "This quote is never closed.",
          "Put a closing quote at the end of the field.");
}

void Reader::read_plain(CsvField& field) {
    while (!at_separator()) {
        if (at("\"")) {
            error(line_, column_, "There is a quote in a field that does not begin with one.",
                  "Put the whole field in quotes and write this quote twice.");
            skip_to_separator();
            return;
        }
        if (at("\r")) {
            error(line_, column_, "There is a carriage return that ends no line.",
                  "Save the file with line ends LF or CRLF.");
            skip_to_separator();
            return;
        }
        field.text += take();
    }
}

// Past the broken field, so that the rest of the file is still checked.
void Reader::skip_to_separator() {
    while (!at_separator())
        take();
}

}  // namespace

std::string csv_line(std::initializer_list<std::string_view> cells) {
    std::string line;
    for (const auto stored : cells) {
        const auto text = with_guard(std::string(stored));
        const bool quoted = text.find_first_of(",\"\r\n") != std::string::npos;
        line += quoted ? "\"" : "";
        for (const char c : text)
            line += c == '"' ? std::string("\"\"") : std::string(1, c);
        line += quoted ? "\"," : ",";
    }
    if (!line.empty()) line.pop_back();
    return line + "\n";
}

CsvTable read_csv(std::string_view bytes) {
    return Reader(bytes).read();
}

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

}  // namespace db
