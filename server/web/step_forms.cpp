#include "server/web/step_forms.hpp"

#include <algorithm>

#include "server/web/form_parts.hpp"
#include "server/web/words.hpp"
#include "workflows/core/date.hpp"

namespace server::web {

templates::View& StepForms::add(templates::View& page, const std::string& address,
                                std::string_view name, std::string_view label) {
    name_ = name;
    refused_ = context_.error() && context_.request.path == address;
    any_refused_ = any_refused_ || refused_;
    templates::View& action = page.add("actions");
    action.set("label", label).flag("open", refused_);
    return templates::form_section(action, form_facts(context_, address, std::string(label)));
}

void StepForms::done(const templates::View& form) {
    if (refused_) errors_ = error_links_of(context_, form);
}

templates::Field StepForms::field(const std::string& name, const std::string& label,
                                  const std::string& stored, const std::string& hint) const {
    templates::Field field;
    field.name = name;
    field.id = name + "-" + name_;
    field.label = label;
    field.hint = hint;
    field.value = refused_ ? context_.typed(name, stored) : stored;
    field.error = refused_ ? context_.error_for(name) : std::string();
    return field;
}

templates::View StepForms::date(const FieldText& text) const {
    const bool is_day = text.stored.size() == 10;
    const auto part = [&](const char* ending, std::size_t from, std::size_t count) {
        const auto stored = is_day ? text.stored.substr(from, count) : std::string();
        return refused_ ? context_.typed(text.name + ending, stored) : stored;
    };
    return templates::date_field(field(text.name, text.label, "", text.hint),
                                 {part("-day", 8, 2), part("-month", 5, 2), part("-year", 0, 4)});
}

templates::View StepForms::checkboxes(const std::string& name, const std::string& label,
                                      const std::string& hint,
                                      std::vector<templates::Choice> choices) const {
    if (refused_) {
        const auto ticked = context_.form().all(name + "[]");
        for (auto& choice : choices)
            choice.chosen = std::find(ticked.begin(), ticked.end(), choice.value) != ticked.end();
    }
    auto box = field(name, label, "", hint);
    box.name += "[]";  // several boxes of one name
    box.choice_size = templates::ChoiceSize::small;
    return templates::checkboxes_field(box, choices);
}

std::vector<templates::ErrorLink> StepForms::errors() const {
    if (!errors_.empty()) return errors_;
    if (context_.error()) return {{context_.error()->message, ""}};
    return {};
}

std::string StepForms::orphaned_text(std::string_view field) const {
    if (!context_.error() || any_refused_) return {};
    return context_.form().get(field);
}

void add_thread_line(templates::View& page, const ThreadLine& line) {
    const auto at = workflows::to_local(line.at, workflows::county_zone);
    auto& row = page.add("events");
    row.set("at_iso", workflows::iso(line.at));
    row.set("at_words", workflows::long_date(at.day) + ", " + workflows::spoken_time(at.time));
    row.set("step", line.step).set("who", line.who.empty() ? words::the_service : line.who);
    row.set("on_behalf", line.on_behalf).set("comment", line.comment).set("after", line.after);
}

}  // namespace server::web
