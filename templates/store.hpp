// All page, letter and layout templates of the program: checked once at start, rendered often.
#pragma once

#include <cstddef>
#include <functional>
#include <map>
#include <memory>
#include <span>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "templates/view.hpp"

namespace templates {

// One template as the build embedded it. The name is the path under templates/ without
// `.mustache`: "pages/agenda.html", "partials/fields.html", "letters/invitation".
struct TemplateSource {
    std::string_view name;
    std::string_view text;
};

// The templates compiled into this program, in order of name.
std::span<const TemplateSource> embedded_templates();

struct Piece;  // templates/scan.hpp

// A template broke a rule; the text is "FILE:LINE: reason". The program must not start.
class TemplateError : public std::runtime_error {
  public:
    using std::runtime_error::runtime_error;
};

// Kainjow's mustache says nothing about unclosed sections, missing partials and missing keys; it
// renders less. So the constructor reads every template and throws TemplateError unless
//   - it is text without NUL, of at most template_bytes_max bytes, expanded_bytes_max with its
//   partials;
//   - every section is closed in order, nested at most section_depth_max deep;
//   - each tag is a variable, section, inverted section, partial or comment: no set-delimiter, no
//     dotted names, no `{{.}}`; names are [a-z][a-z0-9_]*;
//   - `{{{name}}}` is used exactly for the names that end in `_html` (html templates only);
//   - a variable inside an HTML tag stands between quotes;
//   - layout/page.html, the one layout, has one `{{{body_html}}}`, outside any section;
//   - each `{{>name}}` names partials/NAME with the same ending (.html or .txt), without a cycle.
// A letter has one source, of which templates/letter_source.hpp makes its templates.
// A store is immutable. Any number of threads render at once: each keeps its own compiled copies,
// since kainjow's render() writes into the template.
class Store {
  public:
    static constexpr std::size_t template_bytes_max = 64 * 1024;
    static constexpr std::size_t expanded_bytes_max = 256 * 1024;
    static constexpr std::size_t section_depth_max = 16;

    // The embedded templates.
    Store();
    // Other templates, for tests; copies the texts.
    explicit Store(std::span<const TemplateSource> sources);
    Store(const Store&) = delete;
    Store& operator=(const Store&) = delete;
    ~Store();

    // The text of one template. Variables are escaped for HTML (& < > " and ' as &#39;) when the
    // name ends in `.html`, not at all when it ends in `.txt`.
    // Throws std::logic_error "NAME: key KEY is missing" (or holds the wrong kind) for a key that
    // a rendered part reads, and std::logic_error for a name that is no template.
    std::string render(std::string_view name, const View& view) const;

    // A page that render() made, inside its layout: "layout/page.html" shows it as
    // `{{{body_html}}}` between what `layout` says (templates/layout.hpp). Throws as render().
    std::string render_frame(const View& layout, const std::string& body_html) const;

    bool has(std::string_view name) const;
    // Names of all templates that can be rendered (no partials, no layout).
    std::vector<std::string> names() const;

  private:
    // Partials expanded, fixed text apart, ready for kainjow.
    struct Prepared;
    using Pointer = std::unique_ptr<const Prepared>;

    void add_layout(std::span<const Piece> pieces);
    const Prepared& find(std::string_view name) const;

    std::map<std::string, Pointer, std::less<>> prepared_;
    // The layout in two, before and after the body, so that the body is written once.
    Pointer layout_head_;
    Pointer layout_tail_;
};

}  // namespace templates
