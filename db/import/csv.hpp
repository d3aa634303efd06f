// Reads comma-separated values (RFC 4180) and knows where in the file each field begins.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace db {

struct CsvField {
    std::string text;
    int line = 0;    // from 1
    int column = 0;  // in characters, from 1
};

struct CsvError {
    int line = 0;
    int column = 0;
    std::string message;
    std::string remedy;
};

struct CsvTable {
    std::vector<std::vector<CsvField>> records;  // the header is the first
    std::vector<CsvError> errors;
};

/// UTF-8 with or without a byte order mark, lines ending in CRLF or LF, fields in double quotes
/// where they hold commas, quotes or line breaks. Empty lines are passed over. All errors are
/// collected; a record with one is left out. After an error of encoding nothing is read.
CsvTable read_csv(std::string_view bytes);

}  // namespace db
