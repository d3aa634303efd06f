// Reads the forms of our own pages: enough HTML to fill in what a person would see.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace server::demo {

/// Names and values that the form posting to `action` would send untouched: inputs (checked ones of
/// boxes and radios), text areas, chosen options. Nothing when the page has no such form.
std::optional<std::vector<std::pair<std::string, std::string>>> form_fields(
    const std::string& page, const std::string& action);

/// &amp; &lt; &gt; &quot; &#39; back into characters.
std::string unescaped(std::string text);

}  // namespace server::demo
