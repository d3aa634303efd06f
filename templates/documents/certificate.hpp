// The certificate of a document that went round the boards, as a tagged PDF.
#pragma once

#include <string>
#include <vector>

namespace templates {

/// All text is UTF-8, already worded for a reader.
struct CertificateLine {
    std::string board;
    std::string day;
    std::string version;
    std::string outcome;
    std::string comments;
};
/// The file of a version that boards saw.
struct CertificateFile {
    std::string version;
    std::string sha256;
};
struct CertificateFacts {
    std::string language;  // BCP 47: "en-GB"
    std::string created;   // "2016-03-31T00:00:00Z": the document's date; the clock never enters
    std::string county;
    std::string document;
    std::string version;
    std::string owner;
    std::string purpose;
    std::string finished;  // "Thursday 31 March 2016"
    std::string verdict;   // "Agreed by 14 of 14 boards."
    std::vector<CertificateLine> lines;
    std::vector<CertificateFile> files;
};

/// The bytes of the PDF: from the facts alone, so the same facts give the same bytes. Made of our
/// own words only, so it needs no worker process. Throws std::runtime_error without the font.
std::string draw_certificate(const CertificateFacts& facts);

}  // namespace templates
