// Makes pages: the frame that all share, and pages built of plain blocks.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "db/database.hpp"
#include "server/web/context.hpp"
#include "templates/components.hpp"
#include "templates/form_fields.hpp"
#include "templates/layout.hpp"
#include "templates/view.hpp"

namespace server::web {

/// Navigation, who is signed in, the refusal to show: what the frame says on every page.
templates::LayoutFacts layout_facts(const Context& context, std::string title);

/// A page of templates/pages inside the frame.
net::Response html_response(const Context& context, std::string_view page_template,
                            const templates::LayoutFacts& layout, const templates::View& view);

/// A body kept from an earlier request, in a frame made for this one.
net::Response kept_response(const Context& context, const templates::LayoutFacts& frame,
                            const std::string& body_html);

net::Response json_response(std::string body);
net::Response text_response(std::string body, std::string content_type);

/// A field that shows what was typed before it was refused, and the message for it.
struct FieldText {
    std::string name;
    std::string label;
    std::string stored = {};
    std::string hint = {};
};
templates::Field typed_field(const Context& context, const FieldText& text);

/// A form of this page: action, its token, its button.
templates::FormFacts form_facts(const Context& context, std::string action,
                                std::string submit_label);

/// A page of headings, paragraphs, tables, summaries and forms one below the other, for all that
/// needs no drawing of its own. templates/pages/blocks.html.mustache.
class BlockPage {
  public:
    BlockPage(const Context& context, std::string title);

    templates::LayoutFacts& layout() { return layout_; }
    BlockPage& crumb(std::string text, std::string href);
    BlockPage& caption(std::string_view text);                           // above the h1
    BlockPage& tag(std::string_view text, templates::TagColour colour);  // beside the h1
    BlockPage& lead(std::string_view text);
    BlockPage& heading(std::string_view text);
    BlockPage& paragraph(std::string_view text);
    BlockPage& inset(std::string_view text);
    BlockPage& warning(std::string_view text);
    BlockPage& link(std::string_view text, std::string_view href);    // in a paragraph of its own
    BlockPage& button(std::string_view text, std::string_view href);  // a link drawn as a button
    /// Bulleted; an empty href is plain text.
    BlockPage& list(const std::vector<templates::Crumb>& entries);
    BlockPage& summary(const std::vector<templates::SummaryRow>& rows);
    /// Rows with templates::add_table_row().
    templates::View& table(std::string_view caption, const std::vector<templates::Cell>& columns);
    /// Fields with .add("fields", …).
    templates::View& form(const templates::FormFacts& facts);
    BlockPage& html(std::string_view markup);  // our own SVG figures only

    net::Response finish();

  private:
    templates::View& block();
    const Context& context_;
    templates::LayoutFacts layout_;
    templates::View view_;
};

}  // namespace server::web
