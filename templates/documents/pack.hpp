// A meeting pack: front sheet, agenda with page references, dividers and papers as one PDF.
#pragma once

#include <cstddef>
#include <functional>
#include <stdexcept>
#include <string>
#include <vector>

namespace templates {

// A pack with more papers than this is refused: every paper keeps a file open while we merge.
inline constexpr std::size_t pack_papers_max = 500;
// A pack with more pages than this is refused before anything is written.
inline constexpr std::size_t pack_pages_max = 10'000;

// One PDF that inspect_pdf() found good. All text is UTF-8, already worded for a reader.
struct PackPaper {
    std::string title;           // "OSCB Annual Report 2017-18"
    std::string file_name;       // as uploaded, shown only where something is wrong with it
    std::string path;            // where the bytes are on this machine; read only
    std::size_t page_count = 0;  // as inspect_pdf() counted; another number is a PackFailure
};

struct PackItem {
    std::string number;  // "7", "7a"; empty for an item without a number
    std::string title;
    std::string purpose;            // "To note", "For decision"; may be empty, as may all below
    std::string owner;              // who answers for the item: "Director of Public Health"
    std::string presenter;          // who speaks to it
    std::string minutes;            // time set aside: "15 minutes"
    std::string note;               // "This paper is private. 3 pages are not in this pack."
    std::vector<PackPaper> papers;  // an item without papers gets no divider
};

// Everything that a pack says. The bytes of the pack follow from this and from the papers' bytes
// alone: no clock, no random, so the same input on the same machine gives the same bytes.
struct PackInput {
    std::string title;          // document title: "Agenda pack: Health and Wellbeing Board, ..."
    std::string language;       // BCP 47: "en-GB"
    std::string created;        // "2018-11-07T09:30:00Z", UTC to the second; the document's date
    std::string board_name;     // "Oxfordshire Health and Wellbeing Board"
    std::string board_code;     // "HWB"
    std::string meeting_title;  // "Health and Wellbeing Board"; may be empty
    std::string date_words;     // "Thursday 15 November 2018"
    std::string time_words;     // "2.00 pm to 5.00 pm"; may be empty
    std::string place;          // lines end with \n; may be empty, as may all below
    std::string contact;        // lines end with \n
    std::string status;         // "Published", "Draft"
    std::string version;        // "Version 3"
    std::string marking;        // on every page: "Not for publication"; empty for a public pack
    std::vector<PackItem> items;
};

// Where things begin in the finished pack, counted from 1 as they are stamped.
struct PackPaperPlace {
    std::size_t first_page = 0;
    std::size_t page_count = 0;
};
struct PackItemPlace {
    std::size_t divider_page = 0;  // 0: the item has no papers, so no divider
    std::vector<PackPaperPlace> papers;
};
struct PackPlan {
    std::size_t agenda_page = 0;
    std::size_t page_count = 0;
    std::vector<PackItemPlace> items;  // one for each PackInput::items, in its order
};

// How far a build is. pages_done never falls and ends at pages_total.
struct PackProgress {
    std::size_t pages_done = 0;
    std::size_t pages_total = 0;
    std::string label;  // "Adding item 7: OSCB Annual Report"
};
using PackProgressCallback = std::function<void(const PackProgress&)>;

// Why there is no pack. what() is a sentence for the secretary; the indexes name the paper at
// fault, or are npos where no single paper is.
class PackFailure : public std::runtime_error {
  public:
    static constexpr std::size_t npos = static_cast<std::size_t>(-1);
    explicit PackFailure(const std::string& words, std::size_t item = npos,
                         std::size_t paper = npos);
    std::size_t item_index() const { return item_index_; }
    std::size_t paper_index() const { return paper_index_; }

  private:
    std::size_t item_index_;
    std::size_t paper_index_;
};

// Builds the pack into `output_path` (written beside it as ".part", then renamed, so that a killed
// build leaves no half pack under the name). Returns where everything is.
// Throws PackFailure for a paper that cannot be used and for limits; std::exception otherwise
// (disk full, no fonts). Papers come from uploads: call this only in the limited worker process
// (worker.hpp). Uses a second thread while it draws; `progress` is called on the caller's.
PackPlan build_pack(const PackInput& input, const std::string& output_path,
                    const PackProgressCallback& progress = {});

}  // namespace templates
