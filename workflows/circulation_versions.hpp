// The versions of a document that goes round, and which of them a board has to see again.
#pragma once

#include <algorithm>
#include <span>
#include <string>
#include <vector>

#include "workflows/date.hpp"

namespace workflows {

/// One version, numbered from 1 in the order in which they were recorded.
struct DocumentVersion {
    int number = 1;
    std::string label = {};    // "draft 6"
    Day day = {};              // recorded on
    std::string person = {};   // key of the one who recorded it; empty: it came with the county
    std::string changed = {};  // what differs from the version before
    bool material = false;     // boards that agreed an earlier version must be asked again
};

/// 0 for a label that no version has: older than all of them.
inline int number_of(std::span<const DocumentVersion> versions, const std::string& label) {
    const auto found = std::ranges::find(versions, label, &DocumentVersion::label);
    return found == versions.end() ? 0 : found->number;
}

/// Whether the document was changed materially after the version of this label.
inline bool is_outdated(std::span<const DocumentVersion> versions, const std::string& label) {
    const int seen = number_of(versions, label);
    return std::ranges::any_of(versions, [&](const DocumentVersion& version) {
        return version.material && version.number > seen;
    });
}

}  // namespace workflows
