// Reading comma-separated values: RFC 4180, and where each fault is.
#include "db/import/csv.hpp"

#include <gtest/gtest.h>

#include "workflows/text/csv.hpp"

namespace {

std::string shown(const std::string& bytes) {
    std::string all;
    for (const auto& record : db::read_csv(bytes).records) {
        for (const auto& field : record)
            all += "[" + field.text + "]";
        all += "\n";
    }
    return all;
}

std::string faults(const std::string& bytes) {
    std::string all;
    for (const auto& error : db::read_csv(bytes).errors)
        all += std::to_string(error.line) + ":" + std::to_string(error.column) + " " +
               error.message + "\n";
    return all;
}

TEST(Csv, ReadsLinesAndFields) {
    EXPECT_EQ(shown("a,b\r\nc,\r\n"), "[a][b]\n[c][]\n");
    EXPECT_EQ(shown("a,b\nc,d"), "[a][b]\n[c][d]\n");
    EXPECT_EQ(shown("\xEF\xBB\xBF"
                    "a\n\n\r\nb\n"),
              "[a]\n[b]\n");
    EXPECT_EQ(shown(""), "");
    EXPECT_EQ(shown(",\n"), "[][]\n");
}

TEST(Csv, ReadsQuotedFields) {
    EXPECT_EQ(shown("\"a,b\",\"say \"\"yes\"\"\",\"two\nlines\"\n\"\",x\n"),
              "[a,b][say \"yes\"][two\nlines]\n[][x]\n");
}

TEST(Csv, KnowsWhereFieldsBegin) {
    const auto table = db::read_csv("\xC3\xA9\xC3\xA9,b\n\"x\ny\",\xE2\x82\xAC,z\n");
    EXPECT_EQ(table.records[0][1].column, 4);
    EXPECT_EQ(table.records[1][1].line, 3);
    EXPECT_EQ(table.records[1][1].column, 4);
    EXPECT_EQ(table.records[1][2].column, 6);
}

TEST(Csv, NamesTheFaultAndReadsOn) {
    EXPECT_EQ(faults("a,b\"c\nd,\"e\"f\ng,h\ri\n"),
              "1:4 There is a quote in a field that does not begin with one.\n"
              "2:6 There is text after the closing quote.\n"
              "3:4 There is a carriage return in the middle of a line.\n");
    EXPECT_EQ(shown("a,b\"c\nd,e\n"), "[d][e]\n");
    EXPECT_EQ(faults("a,\"b\nc\n"), "1:3 This quote is never closed.\n");
}

TEST(Csv, RefusesWhatIsNotUtf8) {
    EXPECT_EQ(faults("a\nb\xE9,c\n"), "2:2 This byte is not UTF-8 text.\n");
    EXPECT_EQ(faults("\xC0\xAF"), "1:1 This byte is not UTF-8 text.\n");
    EXPECT_EQ(faults("\xED\xA0\x80"), "1:1 This byte is not UTF-8 text.\n");
    EXPECT_EQ(faults("\xF4\x90\x80\x80"), "1:1 This byte is not UTF-8 text.\n");
    EXPECT_EQ(faults("\xE2\x82"), "1:1 This byte is not UTF-8 text.\n");
    EXPECT_EQ(faults(std::string("a\0b", 3)), "1:2 This is a zero byte, not text.\n");
    EXPECT_EQ(faults("\xF0\x9F\x98\x80,\xF1\x80\x80\x80\n"), "");
}

TEST(Csv, WritesLinesThatComeBack) {
    const auto line =
        workflows::text::csv_line({"plain", "a,b", "say \"yes\"", "=1+1", "", "two\nlines"});
    EXPECT_EQ(line, "plain,\"a,b\",\"say \"\"yes\"\"\",'=1+1,,\"two\nlines\"\n");
    EXPECT_EQ(shown(line), "[plain][a,b][say \"yes\"]['=1+1][][two\nlines]\n");
    EXPECT_EQ(workflows::text::csv_line({"one"}), "one\n");
}

}  // namespace
