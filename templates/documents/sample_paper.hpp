// A paper to try things with: the demonstration hands in papers that nobody wrote.
#pragma once

#include <string>

namespace templates {

struct SamplePaper {
    std::string title;  // "OSCB Annual Report 2017/18"
    std::string author;
    int pages = 1;
};

/// The bytes of a tagged A4 PDF with a title, headings and numbered paragraphs. Says on each page
/// that it is a sample. Throws as Sheet does.
std::string sample_paper(const SamplePaper& paper);

}  // namespace templates
