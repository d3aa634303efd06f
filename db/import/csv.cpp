#include "db/import/csv.hpp"

#include <utility>

#include "db/import/words.hpp"
#include "workflows/text/utf8.hpp"

namespace db {
namespace {

namespace text = workflows::text;

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

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
    void error(int line, int column, import_words::Said said) {
        table_.errors.push_back({line, column, std::move(said.message), std::move(said.remedy)});
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
    } else if (rest_.empty() || !text::is_continuation(rest_.front())) {
        ++column_;
    }
    return c;
}

bool Reader::check_encoding() {
    int line = 1;
    int column = 1;
    for (auto text = rest_; !text.empty();) {
        const auto length = text::first_character(text).size();
        if (length == 0 || text.front() == '\0') {
            error(line, column, length == 0 ? import_words::not_utf8() : import_words::zero_byte());
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
            error(line_, column_, import_words::text_after_quote());
            skip_to_separator();
            return;
        }
    }
    error(field.line, field.column, import_words::quote_never_closed());
}

void Reader::read_plain(CsvField& field) {
    while (!at_separator()) {
        if (at("\"")) {
            error(line_, column_, import_words::quote_in_plain_field());
            skip_to_separator();
            return;
        }
        if (at("\r")) {
            error(line_, column_, import_words::stray_carriage_return());
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

CsvTable read_csv(std::string_view bytes) {
    return Reader(bytes).read();
}

}  // namespace db
