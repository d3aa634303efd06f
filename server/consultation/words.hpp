// What the boards said to a document: the table of comments and the certificate.
#pragma once

#include <fmt/core.h>

#include <string>
#include <string_view>

namespace server::consultation::words {

// Comments.
inline constexpr const char* boards_responses = "Board responses";
inline constexpr const char* board = "Board";
inline constexpr const char* our_reply = "Our response";
inline constexpr const char* your_reply = "Your response to each comment";
inline constexpr const char* save = "Save";
inline constexpr const char* comments_csv = "Comments (CSV)";
inline constexpr const char* comments_json = "Comments (JSON)";
inline constexpr const char* no_comments = "No boards have responded.";
inline constexpr const char* own_comments_none =
    "Your board has not responded. Only the chair and secretariat of the board that owns the "
    "document can see other boards’ responses.";
inline constexpr const char* download_comments = "Download comments (CSV)";

// The certificate.
inline std::string certificate_waits_for(std::string_view open_boards) {
    return fmt::format(
        "The certificate will be ready when every board has finished. Outstanding: {}.",
        open_boards);
}
inline std::string taken_back(std::string_view outcome_text) {
    return fmt::format("{} (withdrawn)", outcome_text);
}
inline constexpr const char* withdrawn = "Withdrawn";
inline constexpr const char* informed = "Told of the change";
inline constexpr const char* nothing_to_certify =
    "No boards have considered this document, so there is nothing to certify.";
inline constexpr const char* no_certificate = "The certificate is not ready";
inline constexpr const char* certificate_title = "Circulation certificate";
inline constexpr const char* certificate_pdf = "Certificate (PDF)";
inline constexpr const char* certificate_csv = "Certificate (CSV)";
inline constexpr const char* certificate_json = "Certificate (JSON)";
inline constexpr const char* newest_version = "Latest version";
inline constexpr const char* document_of = "Owned by";
inline constexpr const char* sent_round_for = "Circulated for";
inline constexpr const char* finished_on = "Finished on";
inline constexpr const char* what_each_said = "Board responses";
inline constexpr const char* files_seen = "Files the boards received";

// Written assent.
inline std::string assent_again(std::string_view owner) {
    return fmt::format(
        "The document has changed materially since then. {} is asking for your board’s written "
        "assent, so that you do not have to wait for your next meeting.",
        owner);
}
inline std::string assent_first(std::string_view owner, std::string_view purpose_text) {
    return fmt::format(
        "{} is circulating this document for: {}. Your board is asked to assent in writing.", owner,
        purpose_text);
}
inline std::string agreed_before(std::string_view day, std::string_view outcome_text,
                                 std::string_view version_label) {
    return fmt::format("On {}, your board’s outcome on {} was: {}.", day, version_label,
                       outcome_text);
}
inline std::string assent_question(std::string_view version_label) {
    return fmt::format("Does your board assent to {}?", version_label);
}
inline constexpr const char* send_answer = "Send reply";
inline constexpr const char* assent_yes = "Yes, we assent";
inline constexpr const char* assent_no = "No, we do not assent";
inline constexpr const char* assent_comments_hint = "If your board does not assent, say why";
inline constexpr const char* written_assent = "Written assent";
inline constexpr const char* you_answer_as = "You are replying as";
inline constexpr const char* answer_so_far = "Current reply";
inline constexpr const char* none = "None";
inline constexpr const char* can_change =
    "You can change your reply until the deadline. If you do not reply, your board will not be "
    "treated as having agreed.";
inline constexpr const char* assent_missing = "Select whether your board assents.";

}  // namespace server::consultation::words
