// A report of several sections as one tagged PDF: front sheet, contents with page references, then
// each section on a page of its own, with page numbers, bookmarks and links.
#pragma once

#include <string>
#include <vector>

namespace templates {

struct ReportFact {
    std::string label;  // "Last meeting"
    std::string words;
};
struct ReportText {
    std::string heading;  // "Achievements in the last year"
    std::string text;     // lines end with \n; each is a paragraph
};
struct ReportSection {
    std::string title;
    std::vector<ReportFact> facts;
    std::vector<ReportText> texts;
};

/// All text is UTF-8, already worded for a reader. The bytes of the PDF follow from this alone: no
/// clock, no random.
struct ReportInput {
    std::string title;     // "Annual Partnerships Update 2018"
    std::string author;    // "Oxfordshire"
    std::string language;  // BCP 47: "en-GB"
    std::string created;   // "2018-11-30T09:30:00Z"; the document's date
    std::string date_words;
    std::string status;   // "Published"
    std::string marking;  // on every page: "Draft for officers"; empty for a published one
    std::vector<ReportFact> facts;  // on the front sheet
    std::vector<ReportSection> sections;
};

/// The PDF. Throws std::exception when the font is missing. No file of others is read, so it may
/// run on any thread of the server.
std::string build_report(const ReportInput& input);

}  // namespace templates
