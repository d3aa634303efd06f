// The facts a template reads: a tree of texts, flags, lists and sections, under keys in snake_case.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace templates {

// What one key of a view holds.
enum class ViewKind : std::uint8_t { text, flag, section, list };

struct ViewEntry;

// A view is built once per page, by one thread, and read while the page is rendered. Texts are
// plain UTF-8; the template escapes them. Only a key ending in `_html` holds markup, and set()
// refuses such a key: set_html() is the one door, so that a review can find all of its callers.
//
//     View view;
//     view.set("board_name", board.name).flag("is_public", true);
//     view.list("meetings");                  // present even when there are none
//     for (const Meeting& meeting : meetings) {
//         View& row = view.add("meetings");
//         row.set("href", meeting.href).set("when", meeting.when_long);
//     }
//     view.section("chair").set("name", "A. Person");
//
// In a template `{{#key}}` shows its inside: for a list once per row, for a section once, for a
// flag when true, for a text when it is not empty. A key that a template reads and that neither
// the row nor a view around it holds is a std::logic_error at render (templates/store.hpp).
// Setting a key again replaces what it held. All member functions that set throw
// std::invalid_argument for a key that is not [a-z][a-z0-9_]*, or whose ending says otherwise.
class View {
  public:
    View();
    View(View&&) noexcept;
    View& operator=(View&&) noexcept;
    View(const View&) = delete;
    View& operator=(const View&) = delete;
    ~View();

    View& set(std::string_view key, std::string_view text);
    View& set(std::string_view key, std::int64_t number);
    // Without this one a string literal would choose no overload and a bool would become a number.
    View& set(std::string_view key, const char* text);
    View& set(std::string_view key, bool) = delete;
    View& set_html(std::string_view key, std::string_view markup);
    View& flag(std::string_view key, bool value);

    // Makes the key an empty list when it is not yet a list.
    View& list(std::string_view key);
    // Appends an empty row and returns it. The reference stays good as long as this view lives and
    // the key is not replaced, whatever is added later.
    View& add(std::string_view key);
    // Appends a finished row.
    View& add(std::string_view key, View row);

    // Makes the key a section and returns its view, the present one when there is one.
    View& section(std::string_view key);
    // The key as a section that holds a finished view.
    View& section(std::string_view key, View inside);
    // The key as a section that is not there: `{{#key}}` shows nothing, `{{^key}}` its inside.
    View& no_section(std::string_view key);

    // Reading, for the renderer and for tests: null when the key is missing.
    const ViewEntry* find(std::string_view key) const;
    bool has(std::string_view key) const { return find(key) != nullptr; }
    // The text of a key that must hold one; throws std::logic_error otherwise.
    const std::string& text(std::string_view key) const;

  private:
    ViewEntry& entry(std::string_view key, ViewKind kind);

    std::vector<ViewEntry> entries_;
};

// One key and what it holds. `text` for text; `truth` for flag; `rows` for list (any number) and
// section (none or one). Rows are held by pointer so that references to them stay good.
struct ViewEntry {
    std::string key;
    ViewKind kind = ViewKind::text;
    bool truth = false;
    std::string text;
    std::vector<std::unique_ptr<View>> rows;
};

}  // namespace templates
