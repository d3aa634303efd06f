// Who may do what stands in one table, and what they are to a thing is said in few places.
#pragma once

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "tests/tidy/command_rules.hpp"
#include "tests/tidy/layer_rules.hpp"
#include "tests/tidy/source_text.hpp"

namespace tidy {

/// Those who say what a viewer is: their seats, and each room's relations to its things. Commands
/// hand the offices of who acts to the table of steps, which decides.
inline bool may_ask_offices(std::string_view path) {
    return !path.starts_with("server/") || path.starts_with("server/access/") ||
           path.starts_with("server/base/viewer.") || path.ends_with("_subjects.cpp") ||
           is_of_kind(path, "commands");
}

/// `viewer.serves(board)` in a page: the page is open or closed by its action in the policy table,
/// and so is a button.
inline std::vector<Finding> find_strayed_access(const SourceText& source) {
    std::vector<Finding> findings;
    if (may_ask_offices(source.path)) {
        return findings;
    }
    constexpr std::string_view asked[] = {
        "viewer.serves(",       "viewer_.serves(",       "viewer.chairs(",
        "viewer_.chairs(",      "viewer.is_officer(",    "viewer_.is_officer(",
        "viewer.administrator", "viewer_.administrator", "relations.has(",
        "relations.any_of(",    "relations |=",          "is_standing_invitee("};
    for (std::string_view phrase : asked) {
        for (std::size_t at = source.code.find(phrase); at != std::string::npos;
             at = source.code.find(phrase, at + phrase.size())) {
            findings.push_back(
                {source.path, line_of(source.code, at),
                 std::string(phrase) +
                     ": ask workflows::allowed(Action::…, relations), a row of "
                     "workflows/core/policy.cpp; what somebody is to a thing is a row of its "
                     "room's subjects"});
        }
    }
    return findings;
}

/// No right comes from what the audit trail or a history says that somebody did.
inline std::vector<Finding> find_rights_from_the_past(const SourceText& source) {
    std::vector<Finding> findings;
    if (!source.path.starts_with("server/access/") && !source.path.ends_with("_subjects.cpp")) {
        return findings;
    }
    for (std::string_view word : {"list_audit", "find_audit", "list_case_events"}) {
        report_word(findings, source, source.code, word,
                    "a right comes from a seat or from a column of the thing, as its owner");
    }
    return findings;
}

}  // namespace tidy
