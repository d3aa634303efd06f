// What the PDF documents say: packs, reports, certificates, and what is wrong with an upload.
#pragma once

#include <fmt/core.h>

#include <cstddef>
#include <string>
#include <string_view>

#include "workflows/text/words.hpp"

namespace templates::document_words {

// Uploads.
inline constexpr const char* not_a_pdf =
    "This file is not a PDF. Save it as a PDF and select it again.";
inline constexpr const char* pdf_is_locked =
    "This PDF has a password or other restrictions. Save a copy without them and select that.";
inline constexpr const char* pdf_is_damaged =
    "This PDF is damaged or incomplete. Open it, save it as a PDF again and select the new file.";
inline constexpr const char* pdf_has_no_pages =
    "This PDF has no pages. Save the document as a PDF again and select the new file.";
inline constexpr const char* pdf_has_too_many_pages =
    "This PDF has more than 2,000 pages. Split it into separate papers.";
inline constexpr const char* pdf_looks_like_a_scan =
    "This PDF looks like a scan, so it cannot be searched or read aloud.";
inline constexpr const char* pdf_has_no_structure =
    "This PDF has no structure for screen readers. Save it as a tagged PDF if you can.";
inline constexpr const char* pdf_has_no_title = "This PDF does not have a title.";
inline constexpr const char* active_content_is_left_out =
    "Scripts, attachments and media in this PDF are left out of the pack.";

// What a pack cannot be made of.
inline constexpr const char* a_paper_cannot_be_read = "We cannot read one of the papers.";
inline constexpr const char* needs_too_much_memory =
    "This document needs more memory than we allow.";
inline std::string file_cannot_be_read(std::string_view file) {
    return fmt::format("We cannot read {}. Open it, save it as a PDF again and upload it.", file);
}
inline std::string file_has_no_pages(std::string_view file) {
    return fmt::format("{} has no pages.", file);
}
inline std::string file_has_other_pages(std::string_view file, std::size_t pages,
                                        std::size_t expected) {
    return fmt::format("{} has {}, not {}. Upload it again.", file,
                       workflows::text::counted(pages, "page", "pages"), expected);
}
inline std::string pack_too_large(std::size_t papers_max, std::size_t pages_max) {
    return fmt::format(
        "The pack is too large. It can have up to {} papers and {} pages. Split the papers for "
        "this meeting.",
        papers_max, pages_max);
}

// While a pack is made.
inline constexpr const char* saving_the_pack = "Saving the pack";
inline constexpr const char* adding_the_agenda = "Adding the agenda";
inline std::string adding_item(std::string_view number, std::string_view paper) {
    return fmt::format("Adding item {}: {}", number, paper);
}

// Pages and outlines.
inline constexpr const char* page_label = "Page";
inline constexpr const char* front_sheet = "Front sheet";
inline constexpr const char* agenda = "Agenda";
inline constexpr const char* contents = "Contents";
inline std::string go_to_page(std::size_t page) {
    return fmt::format("Go to page {}", page);
}
inline std::string page_of(std::size_t page, std::size_t pages) {
    return fmt::format("Page {} of {}", page, pages);
}

// Front sheet, agenda and dividers.
inline constexpr const char* agenda_and_papers = "Agenda and papers";
inline constexpr const char* place = "Place";
inline constexpr const char* status = "Status";
inline constexpr const char* version_label = "Version";
inline constexpr const char* in_this_pack = "In this pack";
inline constexpr const char* contact = "Contact";
inline constexpr const char* item = "Item";
inline constexpr const char* title_and_papers = "Title and papers";
inline constexpr const char* purpose = "Purpose";
inline constexpr const char* report_author = "Report author";
inline constexpr const char* presented_by_label = "Presented by";
inline constexpr const char* time = "Time";
inline constexpr const char* please_note = "Please note";
inline constexpr const char* papers_for_this_item = "Papers for this item";
inline std::string presented_by(std::string_view presenter) {
    return fmt::format("Presented by {}", presenter);
}
inline std::string item_number(std::string_view number) {
    return fmt::format("Item {}", number);
}
inline std::string pack_has(std::size_t pages, std::size_t items, std::size_t papers) {
    return fmt::format("{}, {}, {}", workflows::text::counted(pages, "page", "pages"),
                       workflows::text::counted(items, "item", "items"),
                       workflows::text::counted(papers, "paper", "papers"));
}
inline std::string board_and_date(std::string_view board, std::string_view date) {
    return fmt::format("{}, {}", board, date);
}

// The certificate of a circulation.
inline constexpr const char* certificate_of_circulation = "Certificate of circulation";
inline constexpr const char* latest_version = "Latest version";
inline constexpr const char* document_from = "Document from";
inline constexpr const char* circulated_for = "Circulated for";
inline constexpr const char* completed_on = "Completed on";
inline constexpr const char* outcome_from_each_board = "Outcome from each board";
inline constexpr const char* board = "Board";
inline constexpr const char* date = "Date";
inline constexpr const char* outcome = "Outcome";
inline constexpr const char* comments = "Comments";
inline constexpr const char* files_the_boards_considered = "Files the boards considered";
inline std::string certificate_title(std::string_view document) {
    return fmt::format("Certificate of circulation: {}", document);
}
inline std::string certificate_foot(std::string_view document, std::string_view version, int page) {
    return fmt::format("{}, {}. Page {}", document, version, page);
}
inline std::string shortened_comment(std::string_view comment) {
    return fmt::format("{}\u2026 (see the boards’ comments for the full text)", comment);
}
inline std::string sum_of_version(std::string_view version) {
    return fmt::format("{}, SHA-256", version);
}

}  // namespace templates::document_words
