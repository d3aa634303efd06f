// Steps of a workflow as forms on one page, each folded away until it is wanted: a refused one
// comes back open with what was typed, and the others as they were.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "server/web/context.hpp"
#include "server/web/page.hpp"
#include "templates/form_fields.hpp"
#include "templates/view.hpp"

namespace server::web {

class StepForms {
  public:
    explicit StepForms(const Context& context) : context_(context) {}

    /// Adds a row to `actions` of the page; its fields go to what is returned. `name` is unique on
    /// the page and ends the ids of its fields.
    templates::View& add(templates::View& page, const std::string& address, std::string_view name,
                         std::string_view label);
    /// Says that the fields of that form are all there; to be called after each.
    void done(const templates::View& form);

    /// A field of the form that was added last.
    templates::Field field(const std::string& name, const std::string& label,
                           const std::string& stored = {}, const std::string& hint = {}) const;
    templates::View date(const FieldText& text) const;
    /// Sent as NAME[]. Those are ticked that were in the refused form, else those with `chosen`.
    templates::View checkboxes(const std::string& name, const std::string& label,
                               const std::string& hint,
                               std::vector<templates::Choice> choices) const;

    bool was_refused() const { return refused_; }
    /// The links of the error summary: of the form that was refused, or the bare message.
    std::vector<templates::ErrorLink> errors() const;
    /// What was typed into the box `field` of a form that the page no longer offers.
    std::string orphaned_text(std::string_view field) const;

  private:
    const Context& context_;
    std::string name_;
    bool refused_ = false;
    bool any_refused_ = false;
    std::vector<templates::ErrorLink> errors_;
};

/// One line of a thread: the list `events` of pages/matter.html.
struct ThreadLine {
    workflows::Instant at;
    std::string step;
    std::string who;  // post; empty: the service
    std::string on_behalf = {};
    std::string comment = {};
    std::string after = {};  // "Held by …, next date …"
};
void add_thread_line(templates::View& page, const ThreadLine& line);

}  // namespace server::web
