// Form fields as views: labels, hints, messages, kept values and the ids that join them.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "templates/view.hpp"

namespace templates {

// The name under which every POST form carries the token of its session.
inline constexpr std::string_view csrf_field_name = "csrf_token";

enum class InputType : std::uint8_t { text, email, tel, search, url };
enum class InputMode : std::uint8_t { any, numeric };
// How wide the control is drawn: full, or about as many characters.
enum class FieldWidth : std::uint8_t { full, two, four, ten, twenty };
enum class ChoiceSize : std::uint8_t { normal, small };

// What all kinds of field share. `id` is made from `name` when empty; it must be unique on the
// page. `value` is what the person typed last or what is stored; `error` is empty when all is well
// and otherwise says what to do ("Enter the date of the meeting").
struct Field {
    std::string name = {};
    std::string label = {};
    std::string hint = {};
    std::string value = {};
    std::string error = {};
    std::string id = {};
    std::string autocomplete = {};
    InputType type = InputType::text;
    InputMode mode = InputMode::any;
    FieldWidth width = FieldWidth::full;
    ChoiceSize choice_size = ChoiceSize::normal;
};

// One option. In select and radios the one whose value is the field's is chosen; check boxes use
// `chosen`. Only radios and check boxes show a hint.
struct Choice {
    std::string value = {};
    std::string label = {};
    std::string hint = {};
    bool chosen = false;
};

// A date as it was typed, so that "31" "2" "2018" comes back with its message.
struct DateText {
    std::string day = {};
    std::string month = {};
    std::string year = {};
};

// Rows for the list `fields`, which partials/fields.html shows:
//     form.add("fields", text_field({.name = "title", .label = "Title", .value = title}));
View text_field(const Field& field);
View textarea_field(const Field& field, int row_count = 5);
View select_field(const Field& field, const std::vector<Choice>& choices);
View radios_field(const Field& field, const std::vector<Choice>& choices);
// Several boxes of one name, each sent with its own value.
View checkboxes_field(const Field& field, const std::vector<Choice>& choices);
// One box, sent as "yes"; `field.label` is its question, `box_label` stands beside the box.
View checkbox_field(const Field& field, std::string_view box_label, bool chosen);
// Three inputs named NAME-day, NAME-month and NAME-year.
View date_field(const Field& field, const DateText& date);
// `accept` as in HTML, ".pdf,.docx"; a file has no value to keep.
View file_field(const Field& field, std::string_view accept = {});
View hidden_field(std::string_view name, std::string_view value);
// A heading between fields.
View heading_field(std::string_view text);

struct ErrorLink {
    std::string text;
    std::string href;  // "#id" of the control, or empty for a message about no single field
};

// One link for each field in `form.fields` that has a message, in order: what the error summary of
// the layout shows (LayoutFacts::errors).
std::vector<ErrorLink> error_links(const View& form);

enum class FormBody : std::uint8_t { urlencoded, upload };
enum class FormButton : std::uint8_t { normal, warning };

// The section `form` that partials/form.html shows. Add its fields to what is returned:
//     View& form = form_section(page, {.action = "/requests/new", .csrf_token = token,
//                                      .submit_label = "Send request"});
//     form.add("fields", text_field({...}));
struct FormFacts {
    std::string action = {};
    std::string csrf_token = {};
    std::string submit_label = {};
    std::string cancel_href = {};  // empty: no link beside the button
    std::string cancel_label = "Cancel";
    FormBody body = FormBody::urlencoded;
    FormButton button = FormButton::normal;
};
View& form_section(View& page, const FormFacts& facts);

}  // namespace templates
