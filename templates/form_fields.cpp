// Sets every key that partials/fields.html reads, so that pages cannot forget one.
#include "templates/form_fields.hpp"

#include <array>

namespace templates {
namespace {

std::string id_of(const Field& field) {
    return field.id.empty() ? field.name : field.id;
}

std::string_view width_class(FieldWidth width) {
    switch (width) {
        case FieldWidth::full:
            return "";
        case FieldWidth::two:
            return "govuk-input--width-2";
        case FieldWidth::four:
            return "govuk-input--width-4";
        case FieldWidth::ten:
            return "govuk-input--width-10";
        case FieldWidth::twenty:
            return "govuk-input--width-20";
    }
    return "";
}

std::string_view type_name(InputType type) {
    switch (type) {
        case InputType::text:
            return "text";
        case InputType::email:
            return "email";
        case InputType::tel:
            return "tel";
        case InputType::search:
            return "search";
        case InputType::url:
            return "url";
    }
    return "text";
}

std::string described_by(const Field& field) {
    std::string ids;
    if (!field.hint.empty()) ids = id_of(field) + "-hint";
    if (field.error.empty()) return ids;
    return ids + (ids.empty() ? "" : " ") + id_of(field) + "-error";
}

enum class Frame { hidden, heading, single, group };

// The flags that say which part of the partial a row is for.
View framed(Frame frame) {
    View view;
    view.flag("is_hidden", frame == Frame::hidden).flag("is_heading", frame == Frame::heading);
    view.flag("is_single", frame == Frame::single).flag("is_group", frame == Frame::group);
    return view;
}

View common(Frame frame, const Field& field) {
    View view = framed(frame);
    view.set("id", id_of(field)).set("name", field.name).set("label", field.label);
    view.set("hint", field.hint).set("value", field.value).set("error", field.error);
    view.set("described_by", described_by(field)).set("autocomplete", field.autocomplete);
    view.set("error_target", id_of(field));
    return view;
}

View single(const Field& field, std::string_view kind) {
    View view = common(Frame::single, field);
    for (const std::string_view each : {"is_input", "is_textarea", "is_select", "is_file"}) {
        view.flag(each, each == kind);
    }
    return view;
}

View group(const Field& field, std::string_view kind) {
    View view = common(Frame::group, field);
    for (const std::string_view each : {"is_radios", "is_checkboxes", "is_date"}) {
        view.flag(each, each == kind);
    }
    view.flag("small", field.choice_size == ChoiceSize::small);
    return view;
}

// The first box has the field's own id, so that the error summary leads to it.
void add_choices(View& view, const Field& field, const std::vector<Choice>& choices) {
    view.list("choices");
    for (std::size_t index = 0; index < choices.size(); ++index) {
        const Choice& choice = choices[index];
        const std::string id = id_of(field);
        View& row = view.add("choices");
        row.set("value", choice.value).set("label", choice.label).flag("chosen", choice.chosen);
        row.set("choice_id", index == 0 ? id : id + "-" + std::to_string(index + 1));
        row.set("choice_hint", choice.hint);
    }
}

std::vector<Choice> with_value_chosen(const Field& field, std::vector<Choice> choices) {
    for (Choice& choice : choices)
        choice.chosen = choice.value == field.value;
    return choices;
}

}  // namespace

View text_field(const Field& field) {
    View view = single(field, "is_input");
    view.set("type", type_name(field.type)).set("width_class", width_class(field.width));
    view.set("input_mode", field.mode == InputMode::numeric ? "numeric" : "");
    return view;
}

View textarea_field(const Field& field, int row_count) {
    View view = single(field, "is_textarea");
    view.set("row_count", std::int64_t{row_count});
    return view;
}

View select_field(const Field& field, const std::vector<Choice>& choices) {
    View view = single(field, "is_select");
    add_choices(view, field, with_value_chosen(field, choices));
    return view;
}

View radios_field(const Field& field, const std::vector<Choice>& choices) {
    View view = group(field, "is_radios");
    add_choices(view, field, with_value_chosen(field, choices));
    return view;
}

View checkboxes_field(const Field& field, const std::vector<Choice>& choices) {
    View view = group(field, "is_checkboxes");
    add_choices(view, field, choices);
    return view;
}

View checkbox_field(const Field& field, std::string_view box_label, bool chosen) {
    return checkboxes_field(field,
                            {{.value = "yes", .label = std::string(box_label), .chosen = chosen}});
}

View date_field(const Field& field, const DateText& date) {
    View view = group(field, "is_date");
    struct Part {
        const char* ending;
        const char* label;
        const std::string& value;
        FieldWidth width;
    };
    const std::array<Part, 3> parts{{{"-day", "Day", date.day, FieldWidth::two},
                                     {"-month", "Month", date.month, FieldWidth::two},
                                     {"-year", "Year", date.year, FieldWidth::four}}};
    const std::string id = field.id.empty() ? field.name : field.id;
    for (const Part& part : parts) {
        View& row = view.add("parts");
        row.set("part_id", id + part.ending).set("part_name", field.name + part.ending);
        row.set("part_label", part.label);
        row.set("value", part.value).set("width_class", width_class(part.width));
    }
    view.set("error_target", id + "-day");
    return view;
}

View file_field(const Field& field, std::string_view accept) {
    View view = single(field, "is_file");
    view.set("accept", accept);
    return view;
}

View hidden_field(std::string_view name, std::string_view value) {
    View view = framed(Frame::hidden);
    view.set("name", name).set("value", value);
    return view;
}

View heading_field(std::string_view text) {
    View view = framed(Frame::heading);
    view.set("label", text);
    return view;
}

std::vector<ErrorLink> error_links(const View& form) {
    std::vector<ErrorLink> links;
    const ViewEntry* fields = form.find("fields");
    if (fields == nullptr) return links;
    for (const auto& field : fields->rows) {
        if (!field->has("error") || field->text("error").empty()) continue;
        links.push_back({field->text("error"), "#" + field->text("error_target")});
    }
    return links;
}

View& form_section(View& page, const FormFacts& facts) {
    View& form = page.section("form");
    form.set("action", facts.action).set("csrf_token", facts.csrf_token);
    form.set("submit_label", facts.submit_label);
    form.set("cancel_href", facts.cancel_href).set("cancel_label", facts.cancel_label);
    form.flag("is_upload", facts.body == FormBody::upload);
    form.flag("is_warning", facts.button == FormButton::warning);
    form.list("fields");
    return form;
}

}  // namespace templates
