// The versions of a document that goes round, and which of them a board has to see again.
#pragma once

#include <algorithm>
#include <span>
#include <string>
#include <vector>

#include "workflows/core/date.hpp"

namespace workflows {

/// The PDF of a version, in the document store under `sha256`.
struct VersionFile {
    std::string file_name = {};
    std::string sha256 = {};  // empty: the text is not here
    long long size_bytes = 0;
    int pages = 0;
};

/// One version, numbered from 1 in the order in which they were recorded.
struct DocumentVersion {
    int number = 1;
    std::string label = {};    // "draft 6"
    Day day = {};              // recorded on
    std::string person = {};   // key of the one who recorded it; empty: it came with the county
    std::string changed = {};  // what differs from the version before
    bool material = false;  // boards that spoke to an earlier version must be asked again, or told
    VersionFile file = {};

    bool has_file() const { return !file.sha256.empty(); }
};

/// 0 for a label that no version has: older than all of them.
inline int number_of(std::span<const DocumentVersion> versions, const std::string& label) {
    const auto found = std::ranges::find(versions, label, &DocumentVersion::label);
    return found == versions.end() ? 0 : found->number;
}

/// Nothing for a label that no version has.
inline const DocumentVersion* find_version(std::span<const DocumentVersion> versions,
                                           const std::string& label) {
    const auto found = std::ranges::find(versions, label, &DocumentVersion::label);
    return found == versions.end() ? nullptr : &*found;
}

/// Whether the document was changed materially after the version of this label.
inline bool is_outdated(std::span<const DocumentVersion> versions, const std::string& label) {
    const int seen = number_of(versions, label);
    return std::ranges::any_of(versions, [&](const DocumentVersion& version) {
        return version.material && version.number > seen;
    });
}

}  // namespace workflows
