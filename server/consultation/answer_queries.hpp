// What the boards said of a document: gathered for its author, and certified at the end.
#pragma once

#include <string>
#include <vector>

#include "server/base/result.hpp"
#include "server/circulation/circulation_queries.hpp"

namespace server::consultation {

/// One answer of one board, with what the author did with its comments.
struct AnswerLine {
    db::StopAnswer answer;
    std::string board;  // code
    std::string board_name;
    bool in_writing = false;  // not in a meeting
};

/// Every answer there ever was, by board in the order of the stops, oldest first; those taken back
/// too.
std::vector<AnswerLine> answer_lines(const circulation::CirculationStatus& status);
std::string answers_csv(const std::vector<AnswerLine>& lines);
std::string answers_json(const circulation::CirculationStatus& status,
                         const std::vector<AnswerLine>& lines);
/// "Agreed with comments", "Agreed in writing".
std::string outcome_words(const AnswerLine& line);

/// A line of the certificate: what stands of a board in the end. A board that agreed an earlier
/// version and was informed of the change has both lines; one that was withdrawn says why.
struct CertificateLine {
    std::string board;
    std::string board_name;
    workflows::PlannedDate day;
    std::string version_label;
    std::string outcome;
    std::string comments;
    std::string sha256 = {};  // of the file of that version; empty: it went another way
};
/// Code::refused while the circulation is not complete, naming each board that is open.
Result<std::vector<CertificateLine>> certificate_lines(
    const circulation::CirculationStatus& status);

}  // namespace server::consultation
