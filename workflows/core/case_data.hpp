// Text that looks as if it held the data of one child, adult or case: refused where only reference
// numbers and neutral words belong (protocol 4.12 to 4.14; UK GDPR article 5(1)(c)).
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "workflows/core/result.hpp"

namespace workflows {

/// What was found, and where: `what` in the middle of a sentence ("an NHS number"), `found` as it
/// stands in the text, `hint` a sentence for whoever meant something else, or empty.
struct CaseData {
    std::string_view what;
    std::string_view hint;
    std::string found;
};

/// One row for each pattern. `example` is refused by it; `passes` looks alike and is not.
struct CaseDataPattern {
    std::string_view what;
    std::string_view hint;
    std::string_view example;
    std::string_view passes;
    std::string (*find)(std::string_view text);  // what was found; empty: nothing
};
std::span<const CaseDataPattern> case_data_patterns();

/// The first pattern that the text meets. UTF-8, of any length; the cost grows with the length.
std::optional<CaseData> find_case_data(std::string_view text);

/// Code::invalid naming `field`, with a message that says under which `label` what was found and
/// what to write instead. It repeats nothing of what was found: messages reach logs and screens.
Result<void> check_no_case_data(std::string_view field, std::string_view label,
                                std::string_view text);

}  // namespace workflows
