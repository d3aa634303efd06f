#include "server/meetings/meeting_form_parts.hpp"

#include <map>

#include "db/people.hpp"
#include "server/base/app.hpp"
#include "server/meetings/day_warnings.hpp"
#include "server/meetings/meeting_entries.hpp"
#include "server/meetings/meeting_words.hpp"
#include "server/meetings/words.hpp"
#include "server/web/date_entry.hpp"
#include "workflows/text/words.hpp"

namespace server::meetings {
namespace {

constexpr int joining_rows = 4;
constexpr int reason_rows = 3;

// "22", "11", "2018" of a key such as "2018-11-22" or "2018-11".
templates::DateText date_text(const web::Context& context, const workflows::PlannedDate& stored) {
    const auto key = stored.key();
    const auto part = [&](std::size_t at, std::size_t length) {
        return key.size() >= at + length ? key.substr(at, length) : std::string();
    };
    return {context.typed("date-day", part(8, 2)), context.typed("date-month", part(5, 2)),
            context.typed("date-year", part(0, 4))};
}

template <class Enum>
std::vector<templates::Choice> choices_of() {
    std::vector<templates::Choice> choices;
    for (const auto& row : workflows::names<Enum>) {
        templates::Choice choice;
        choice.value = row.text;
        choice.label = workflows::text::capitalised(row.words);
        choices.push_back(std::move(choice));
    }
    return choices;
}

// The day whose warnings are to be shown: the form was refused for them.
std::optional<workflows::Day> warned_day(const web::Context& context) {
    if (!context.error() || context.error()->field != "use_anyway") return std::nullopt;
    const auto date = read_planned_date(context.form(), "date");
    return date ? date->day() : std::nullopt;
}

std::string boards_text(const workflows::Clash& clash) {
    std::string boards;
    for (const auto& board : clash.boards)
        boards += (boards.empty() ? "" : ", ") + board;
    return boards;
}

void show_clash_table(db::ReadTx& tx, web::BlockPage& page,
                      const std::vector<workflows::Clash>& clashes) {
    std::map<std::string, std::string> posts;
    for (const auto& person : db::list_people(tx))
        posts.emplace(person.key, person.post);
    auto& table = page.table(words::people_with_two_meetings,
                             {{.text = words::post}, {.text = words::boards_meeting}});
    for (const auto& clash : clashes) {
        const auto post = posts.find(clash.person);
        templates::add_table_row(table, {{.text = post == posts.end() ? clash.person : post->second,
                                          .kind = templates::CellKind::row_head},
                                         {.text = boards_text(clash)}});
    }
}

}  // namespace

void add_date_field(const web::Context& context, templates::View& form, const std::string& label,
                    const workflows::PlannedDate& stored) {
    auto field = web::typed_field(
        context, {"date", label, "", words::date_hint(web::example_date(context))});
    form.add("fields", templates::date_field(field, date_text(context, stored)));
}

void add_time_fields(const web::Context& context, templates::View& form,
                     const db::MeetingRow& stored, const std::string& hint) {
    const auto spoken = [](const std::string& time) {
        return workflows::spoken_time(workflows::parse_time(time).value());
    };
    auto starts =
        web::typed_field(context, {"starts", words::start_time, spoken(stored.starts), hint});
    auto ends = web::typed_field(context, {"ends", words::end_time, spoken(stored.ends), ""});
    for (auto* field : {&starts, &ends}) {
        field->width = templates::FieldWidth::ten;
        form.add("fields", templates::text_field(*field));
    }
}

void add_detail_fields(const web::Context& context, templates::View& form,
                       const db::MeetingRow& stored) {
    form.add("fields",
             templates::text_field(web::typed_field(
                 context, {"place", words::place_label, stored.place, words::address_or_room})));
    form.add("fields", templates::textarea_field(
                           web::typed_field(context, {"joining", words::how_to_join, stored.joining,
                                                      words::links_and_phone_numbers_only_people}),
                           joining_rows));
    form.add("fields", templates::text_field(
                           web::typed_field(context, {"contact", words::contact, stored.contact,
                                                      words::an_email_address_or_phone_number})));
    form.add("fields",
             templates::radios_field(
                 web::typed_field(context, {"held_in", words::held,
                                            std::string(workflows::to_text(stored.held_in)), ""}),
                 choices_of<workflows::HeldIn>()));
    form.add("fields",
             templates::select_field(
                 web::typed_field(context, {"kind", words::meeting_type,
                                            std::string(workflows::to_text(stored.kind)), ""}),
                 choices_of<workflows::MeetingKind>()));
}

void add_reason_field(const web::Context& context, templates::View& form, const std::string& hint) {
    form.add("fields", templates::textarea_field(
                           web::typed_field(context, {"comment", words::reason_label, "", hint}),
                           reason_rows));
}

void show_warnings(const web::Context& context, db::ReadTx& tx, web::BlockPage& page,
                   const std::string& board, const std::string& moved) {
    const auto day = warned_day(context);
    if (!day) return;
    const auto warnings = warnings_of(context.app, tx, *day, board, moved);
    const auto date = workflows::long_date(*day);
    if (!warnings.not_working.empty()) {
        page.warning(words::not_a_working_day(date, warnings.not_working));
    }
    if (warnings.board_meets_too) page.warning(words::board_meets_too(date));
    if (!warnings.short_notice.empty()) page.warning(warnings.short_notice);
    if (!warnings.clashes.empty()) show_clash_table(tx, page, warnings.clashes);
}

void add_anyway_box(const web::Context& context, templates::View& form) {
    const auto day = warned_day(context);
    if (!day) return;
    const auto field = web::typed_field(context, {"use_anyway", words::there_is_a_clash, "", ""});
    form.add("fields", templates::checkbox_field(field, words::use_this_date_anyway, false));
    form.add("fields", templates::hidden_field("shown_day", workflows::iso(*day)));
}

}  // namespace server::meetings
