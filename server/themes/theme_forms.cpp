// Raising, editing, putting to the boards, agreeing and closing a theme.
#include <algorithm>

#include "server/themes/theme_change_commands.hpp"
#include "server/themes/theme_commands.hpp"
#include "server/themes/theme_entries.hpp"
#include "server/themes/theme_pages.hpp"
#include "server/themes/words.hpp"
#include "server/web/date_entry.hpp"
#include "server/web/href.hpp"
#include "server/web/page.hpp"
#include "server/web/routes.hpp"
#include "server/web/versions.hpp"
#include "server/web/who_acts.hpp"
#include "workflows/agenda/agenda.hpp"
#include "workflows/text/utf8.hpp"

namespace server::themes {
namespace {

using templates::Choice;
using workflows::ThemeEvent;

constexpr int default_poll_days = 21;

std::string theme_href(const db::Theme& theme) {
    return web::href(routes::theme, theme.key);
}

Result<db::Theme> load_theme(const web::Context& context, db::ReadTx& tx) {
    auto theme = db::find_theme(tx, context.param("theme"));
    if (!theme) return workflows::not_found(words::no_such_theme);
    return *std::move(theme);
}

// What each board said of it, where the viewer may know: beside its name in the lists.
std::map<std::string, std::string> answers_of(const web::Context& context, db::ReadTx& tx,
                                              const db::Theme& theme) {
    std::map<std::string, std::string> answers;
    if (!workflows::allowed(workflows::Action::read_theme_answers, context.relations))
        return answers;
    const auto poll = db::find_theme_poll(tx, theme.key);
    if (!poll) return answers;
    for (const auto& ask : db::list_theme_asks(tx, *poll))
        answers[ask.board] = ask.answer ? std::string(workflows::to_words(*ask.answer))
                                        : std::string(words::not_replied);
    return answers;
}

std::vector<Choice> board_choices(const web::Context& context, db::ReadTx& tx,
                                  const db::Theme& theme, const std::vector<std::string>& chosen) {
    const ThemeBoards boards(tx, context.today(tx));
    const auto answers = answers_of(context, tx, theme);
    std::vector<Choice> choices;
    const auto add = [&](const std::string& code, const std::string& label) {
        const auto found = answers.find(code);
        choices.push_back({code, label, found == answers.end() ? "" : found->second,
                           std::ranges::find(chosen, code) != chosen.end()});
    };
    for (const auto& board : boards.present())
        add(board.code, board.name);
    for (const auto& group : boards.groups())
        add(group, words::every_board_in(group));
    // A board that was succeeded stays where it is named, until somebody chooses its successor.
    for (const auto& code : chosen) {
        const bool listed =
            std::ranges::any_of(choices, [&](const auto& choice) { return choice.value == code; });
        if (!listed) add(code, boards.words(code));
    }
    return choices;
}

std::vector<std::string> chosen(const web::Context& context, const std::string& field,
                                const std::string& stored) {
    if (context.error()) return context.form().all(field);
    return codes_of(stored);
}

void add_fields(const web::Context& context, db::ReadTx& tx, templates::View& form,
                const db::Theme& theme) {
    const auto area = [&](const char* name, const char* label, const std::string& stored,
                          const char* hint) {
        form.add("fields", templates::textarea_field(
                               web::typed_field(context, {name, label, stored, hint}), 4));
    };
    form.add("fields",
             templates::checkboxes_field(
                 web::typed_field(context, {"leads", words::leads, "", words::leads_hint}),
                 board_choices(context, tx, theme, chosen(context, "leads", theme.lead_boards))));
    form.add("fields", templates::checkboxes_field(
                           web::typed_field(context, {"contributors", words::contributors}),
                           board_choices(context, tx, theme,
                                         chosen(context, "contributors", theme.contributors))));
    area("approach", words::approach, theme.approach, words::approach_hint);
    area("responsibility", words::responsibility, theme.responsibility, words::responsibility_hint);
    area("reporting", words::reporting, theme.reporting, words::reporting_hint);
}

Result<web::Location> take_step(const web::Context& context, db::WriteTx& tx,
                                const TakeThemeStep& step) {
    if (auto done = take_theme_step(web::acting(context, tx), tx, step); !done) return done.error();
    return theme_href(step.theme) + "?done=saved";
}

web::BlockPage form_page(const web::Context& context, const db::Theme& theme,
                         const std::string& title) {
    web::BlockPage page(context, title);
    page.caption(theme.name)
        .crumb(words::themes, web::href(routes::themes))
        .crumb(theme.name, theme_href(theme));
    return page;
}

templates::View& versioned_form(const web::Context& context, web::BlockPage& page,
                                const db::Theme& theme, const web::Address& address,
                                const std::string& label) {
    auto facts = web::form_facts(context, web::href(address, theme.key), label);
    facts.cancel_href = theme_href(theme);
    auto& form = page.form(facts);
    form.add("fields", templates::hidden_field(
                           "version", context.typed("version", std::to_string(theme.version))));
    return form;
}

std::string step_of(const web::Context& context) {
    return context.request.path.substr(context.request.path.rfind('/') + 1);
}

Result<web::Location> close_or_reopen(const web::Context& context, db::WriteTx& tx,
                                      ThemeEvent event) {
    auto theme = load_theme(context, tx);
    if (!theme) return theme.error();
    theme->version = web::version_of(context.form());
    const auto comment =
        read_theme_text(context.form(), "comment", workflows::theme_text_characters_max);
    if (!comment) return comment.error();
    return take_step(context, tx, {*theme, event, *comment});
}

}  // namespace

Result<net::Response> show_new_theme(const web::Context& context, db::ReadTx&) {
    web::BlockPage page(context, words::raise_a_theme);
    page.crumb(words::themes, web::href(routes::themes));
    page.paragraph(words::raise_lead);
    auto facts = web::form_facts(context, web::href(routes::new_theme), words::raise_theme);
    facts.cancel_href = web::href(routes::themes);
    auto& form = page.form(facts);
    form.add("fields", templates::text_field(web::typed_field(context, {"theme", words::theme})));
    form.add("fields",
             templates::textarea_field(
                 web::typed_field(context, {"approach", words::about, "", words::about_hint}), 4));
    return page.finish();
}

Result<web::Location> post_new_theme(const web::Context& context, db::WriteTx& tx) {
    db::Theme theme;
    if (auto named = read_theme_name(context.form(), theme); !named) return named.error();
    auto approach =
        read_theme_text(context.form(), "approach", workflows::theme_text_characters_max);
    if (!approach) return approach.error();
    theme.approach = *std::move(approach);
    const auto key = raise_theme(web::acting(context, tx), tx, {std::move(theme)});
    if (!key) return key.error();
    return web::href(routes::theme, *key) + "?done=added";
}

Result<net::Response> show_theme_edit(const web::Context& context, db::ReadTx& tx) {
    const auto theme = load_theme(context, tx);
    if (!theme) return theme.error();
    auto page = form_page(context, *theme, words::edit_theme);
    auto& form = versioned_form(context, page, *theme, routes::theme_edit, words::save);
    form.add("fields", templates::text_field(
                           web::typed_field(context, {"theme", words::theme, theme->name})));
    add_fields(context, tx, form, *theme);
    return page.finish();
}

Result<web::Location> post_theme_edit(const web::Context& context, db::WriteTx& tx) {
    auto theme = load_theme(context, tx);
    if (!theme) return theme.error();
    theme->version = web::version_of(context.form());
    if (auto named = read_theme_name(context.form(), *theme); !named) return named.error();
    if (auto read = read_theme_fields(tx, context.form(), *theme); !read) return read.error();
    if (auto saved = edit_theme(web::acting(context, tx), tx, {*theme}); !saved)
        return saved.error();
    return theme_href(*theme) + "?done=saved";
}

Result<net::Response> show_theme_agree(const web::Context& context, db::ReadTx& tx) {
    const auto theme = load_theme(context, tx);
    if (!theme) return theme.error();
    auto page = form_page(context, *theme, words::agree_lead);
    page.paragraph(words::agree_lead_intro);
    auto& form =
        versioned_form(context, page, *theme, routes::theme_agree, words::record_agreement);
    add_fields(context, tx, form, *theme);
    return page.finish();
}

Result<web::Location> post_theme_agree(const web::Context& context, db::WriteTx& tx) {
    auto theme = load_theme(context, tx);
    if (!theme) return theme.error();
    theme->version = web::version_of(context.form());
    if (auto read = read_theme_fields(tx, context.form(), *theme); !read) return read.error();
    return take_step(context, tx, {*theme, ThemeEvent::agree, ""});
}

Result<net::Response> show_theme_step(const web::Context& context, db::ReadTx& tx) {
    const auto theme = load_theme(context, tx);
    if (!theme) return theme.error();
    const auto step = step_of(context);
    const bool asks = step == workflows::to_text(ThemeEvent::ask);
    const bool closes = step == workflows::to_text(ThemeEvent::close);
    auto page = form_page(context, *theme,
                          asks     ? words::ask_boards
                          : closes ? words::close_this_theme
                                   : words::reopen_this_theme);
    if (asks) page.paragraph(words::ask_intro);
    auto& form = versioned_form(context, page, *theme,
                                asks     ? routes::theme_ask
                                : closes ? routes::theme_close
                                         : routes::theme_reopen,
                                asks     ? words::ask_all
                                : closes ? words::close_theme
                                         : words::reopen_theme);
    if (asks) {
        const auto day = context.today(tx) + std::chrono::days(default_poll_days);
        form.add("fields", web::date_entry(
                               context, {"closes_on", words::closes_on, workflows::iso(day), ""}));
    } else {
        form.add("fields",
                 templates::textarea_field(web::typed_field(context, {"comment", words::reason})));
    }
    return page.finish();
}

Result<web::Location> post_theme_ask(const web::Context& context, db::WriteTx& tx) {
    auto theme = load_theme(context, tx);
    if (!theme) return theme.error();
    theme->version = web::version_of(context.form());
    const auto day = web::read_date(context.form(), "closes_on");
    if (!day) return day.error();
    if (!*day) return workflows::invalid("closes_on", words::closes_on_missing);
    if (auto asked = ask_boards(context.app, tx, *theme, **day); !asked) return asked.error();
    return theme_href(*theme) + "?done=saved";
}

Result<web::Location> post_theme_close(const web::Context& context, db::WriteTx& tx) {
    return close_or_reopen(context, tx, ThemeEvent::close);
}

Result<web::Location> post_theme_reopen(const web::Context& context, db::WriteTx& tx) {
    return close_or_reopen(context, tx, ThemeEvent::reopen);
}

}  // namespace server::themes
