// Changing what a board says of itself, and how long before its meetings things are due.
#include <array>
#include <charconv>

#include "db/boards.hpp"
#include "mail/address.hpp"
#include "server/boards/board_commands.hpp"
#include "server/boards/board_facts.hpp"
#include "server/boards/handlers.hpp"
#include "server/boards/words.hpp"
#include "server/web/href.hpp"
#include "server/web/page.hpp"
#include "server/web/routes.hpp"
#include "server/web/versions.hpp"
#include "server/web/who_acts.hpp"
#include "workflows/core/clear_days.hpp"
#include "workflows/meetings/meeting.hpp"

namespace server::boards {
namespace {

using workflows::Board;

constexpr std::size_t name_bytes_max = 200;
constexpr std::size_t place_bytes_max = 500;
constexpr std::size_t website_bytes_max = 500;

// A whole number of the form, where it is kept and what it may be.
struct NumberRow {
    std::string_view name;
    std::string_view label;
    std::string_view hint;
    int Board::*member;
    int max;
};
constexpr std::array numbers{
    NumberRow{"meetings_per_year", words::meetings_a_year, words::enter_0_if_the_number,
              &Board::meetings_per_year, 60},
    NumberRow{"requests_close_days", words::deadline_for_agenda_requests_working_days,
              words::after_this_date_requests_for_agenda, &Board::requests_close_days,
              workflows::clear_days_max},
    NumberRow{"papers_due_days", words::deadline_for_reports_working_days_before,
              words::we_ask_authors_for_their_reports, &Board::papers_due_days,
              workflows::clear_days_max},
    NumberRow{"agenda_out_clear_days", words::agenda_published_clear_days_before,
              words::do_not_count_the_day, &Board::agenda_out_clear_days,
              workflows::clear_days_max},
    NumberRow{"minutes_due_days", words::draft_minutes_due_working_days_after,
              words::we_remind_the_secretariat, &Board::minutes_due_days,
              workflows::clear_days_max},
};

Result<int> read_number(const web::Form& form, const NumberRow& row) {
    const auto text = form.get(row.name);
    int number = -1;
    const auto* end = text.data() + text.size();
    const auto [stopped, failure] = std::from_chars(text.data(), end, number);
    if (failure != std::errc() || stopped != end || number < 0 || number > row.max) {
        return workflows::invalid(std::string(row.name),
                                  words::whole_number_from_0_to(row.label, row.max));
    }
    return number;
}

Result<void> check_website(const std::string& website) {
    const bool plain = website.find_first_of(" \t<>\"'") == std::string::npos;
    if (website.empty() ||
        (plain && website.size() <= website_bytes_max && !website_href(website).empty())) {
        return {};
    }
    return workflows::invalid("website", words::enter_a_web_address_for_example);
}

Result<void> read_texts(const web::Form& form, Board& board) {
    board.name = form.get("name");
    board.place = form.get("place");
    board.contact = form.get("contact");
    board.website = form.get("website");
    if (board.name.find_first_not_of(" \t") == std::string::npos ||
        board.name.size() > name_bytes_max) {
        return workflows::invalid("name", words::enter_the_name_of_the_board);
    }
    if (board.place.size() > place_bytes_max) {
        return workflows::invalid("place", words::place_must_be_500_characters);
    }
    if (!board.contact.empty() && !mail::Address::parse(board.contact)) {
        return workflows::invalid("contact", words::enter_an_email_address_for_example);
    }
    return check_website(board.website);
}

Result<void> read_choices(const web::Form& form, Board& board) {
    const auto held_in = workflows::from_text<workflows::HeldIn>(form.get("held_in"));
    if (!held_in) return workflows::invalid("held_in", words::select_whether_meetings_are_held);
    board.held_in = *held_in;
    board.clear_days_profile = form.get("clear_days_profile");
    if (!workflows::find_profile(board.clear_days_profile)) {
        return workflows::invalid("clear_days_profile", words::select_which_days_count_as_clear);
    }
    return {};
}

Result<void> read_board(const web::Form& form, Board& board) {
    if (auto ok = read_texts(form, board); !ok) return ok;
    if (auto ok = read_choices(form, board); !ok) return ok;
    for (const auto& row : numbers) {
        const auto number = read_number(form, row);
        if (!number) return number.error();
        board.*row.member = *number;
    }
    return {};
}

void add_texts(const web::Context& context, templates::View& form, const Board& board) {
    const auto add = [&](const templates::Field& field) {
        form.add("fields", templates::text_field(field));
    };
    add(web::typed_field(context, {"name", words::name, board.name}));
    add(web::typed_field(context, {"place", words::usual_place, board.place,
                                   words::suggested_for_each_new_meeting}));
    auto contact =
        web::typed_field(context, {"contact", words::reply_to_email_address, board.contact,
                                   words::replies_to_this_boards_emails_go});
    contact.type = templates::InputType::email;
    add(contact);
    add(web::typed_field(context, {"website", words::website, board.website, ""}));
}

void add_choices(const web::Context& context, templates::View& form, const Board& board) {
    form.add("fields",
             templates::radios_field(
                 web::typed_field(context, {"held_in", words::are_meetings_held_in_public,
                                            std::string(workflows::to_text(board.held_in))}),
                 {{"public", words::in_public},
                  {"private", words::in_private},
                  {"mixed", words::part_public_part_private}}));
}

void add_numbers(const web::Context& context, templates::View& form, const Board& board) {
    for (const auto& row : numbers) {
        auto field =
            web::typed_field(context, {std::string(row.name), std::string(row.label),
                                       std::to_string(board.*row.member), std::string(row.hint)});
        field.mode = templates::InputMode::numeric;
        field.width = templates::FieldWidth::four;
        form.add("fields", templates::text_field(field));
    }
    form.add(
        "fields",
        templates::radios_field(
            web::typed_field(context, {"clear_days_profile", words::which_days_count_as_clear_days,
                                       board.clear_days_profile}),
            {{"va_working", words::working_days_only,
              words::excluding_weekends_and_bank_holidays_local},
             {"calendar", words::every_day, words::including_weekends_and_bank_holidays}}));
}

}  // namespace

Result<net::Response> show_board_edit(const web::Context& context, db::ReadTx& tx) {
    const auto board = db::find_board_by_slug(tx, context.param("board"));
    if (!board) return workflows::not_found(words::we_cannot_find_this_board);
    web::BlockPage page(context, words::edit_board(board->name));
    page.crumb(words::boards_label, web::href(routes::boards))
        .crumb(board->name, board_href(*board));
    auto facts = web::form_facts(context, web::href(routes::board_edit, board->slug), words::save);
    facts.cancel_href = board_href(*board);
    auto& form = page.form(facts);
    form.add("fields", templates::hidden_field(
                           "version", context.typed("version", std::to_string(board->version))));
    add_texts(context, form, *board);
    add_choices(context, form, *board);
    form.add("fields", templates::heading_field(words::deadlines));
    add_numbers(context, form, *board);
    return page.finish();
}

Result<web::Location> edit_board(const web::Context& context, db::WriteTx& tx) {
    auto board = db::find_board_by_slug(tx, context.param("board"));
    if (!board) return workflows::not_found(words::we_cannot_find_this_board);
    if (auto ok = read_board(context.form(), *board); !ok) return ok.error();
    board->version = web::version_of(context.form());
    if (auto saved = edit_board(web::acting(context, tx), tx, EditBoard{*board}); !saved)
        return saved.error();
    return board_href(*board) + "?done=saved";
}

}  // namespace server::boards
