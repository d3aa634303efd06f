// The register of themes that several boards share, for everybody, and the page of each.
#include "server/themes/theme_pages.hpp"

#include <boost/json.hpp>

#include "db/case_log.hpp"
#include "db/people.hpp"
#include "server/themes/theme_commands.hpp"
#include "server/themes/words.hpp"
#include "server/web/href.hpp"
#include "server/web/page.hpp"
#include "server/web/routes.hpp"
#include "workflows/text/csv.hpp"
#include "workflows/text/words.hpp"

namespace server::themes {
namespace {

using templates::Cell;
using templates::CellKind;
using workflows::Action;
using workflows::ThemeEvent;
using workflows::ThemeState;

std::string theme_href(const db::Theme& theme) {
    return web::href(routes::theme, theme.key);
}

// Of the form that takes the step.
const web::Address& form_of(ThemeEvent event) {
    switch (event) {
        case ThemeEvent::raise:
            break;
        case ThemeEvent::ask:
            return routes::theme_ask;
        case ThemeEvent::agree:
            return routes::theme_agree;
        case ThemeEvent::close:
            return routes::theme_close;
        case ThemeEvent::reopen:
            return routes::theme_reopen;
    }
    return routes::new_theme;
}

using workflows::text::capitalised;

templates::TagColour colour_of(ThemeState state) {
    switch (state) {
        case ThemeState::raised:
            return templates::TagColour::yellow;
        case ThemeState::polled:
            return templates::TagColour::blue;
        case ThemeState::agreed:
            return templates::TagColour::green;
        case ThemeState::closed:
            break;
    }
    return templates::TagColour::grey;
}

boost::json::array json_list(const std::string& list) {
    boost::json::array codes;
    for (const auto& code : codes_of(list))
        codes.emplace_back(code);
    return codes;
}

std::string event_words(const std::string& event) {
    const auto known = workflows::from_text<ThemeEvent>(event);
    return workflows::text::capitalised(known ? workflows::to_words(*known)
                                              : std::string_view(event));
}

// Who did it is for those who sit on boards.
void add_history(web::BlockPage& page, db::ReadTx& tx, const db::Theme& theme) {
    const auto events = db::list_case_events(tx, db::CaseKind::theme, theme.key);
    if (events.empty()) return;
    auto& table =
        page.table(words::history, {{words::day}, {words::step}, {words::by}, {words::text}});
    for (const auto& event : events) {
        const auto day = workflows::to_local(event.at, workflows::county_zone).day;
        templates::add_table_row(
            table, {Cell{workflows::long_date(day), "", CellKind::row_head},
                    Cell{event_words(event.event)},
                    Cell{event.actor_post.empty() ? words::imported : event.actor_post},
                    Cell{event.comment}});
    }
}

void add_steps(const web::Context& context, db::ReadTx& tx, web::BlockPage& page,
               const db::Theme& theme) {
    const bool open = is_poll_open(tx, theme, context.today(tx));
    for (const auto event : workflows::available_events(theme.state, open))
        page.link(workflows::text::capitalised(workflows::to_words(event)),
                  web::href(form_of(event), theme.key));
    page.link(words::edit_theme, web::href(routes::theme_edit, theme.key));
}

void add_poll(const web::Context& context, db::ReadTx& tx, web::BlockPage& page,
              const db::Theme& theme) {
    const auto poll = db::find_theme_poll(tx, theme.key);
    if (!poll || theme.state != ThemeState::polled) return;
    const bool open = poll->closes_on >= context.today(tx);
    page.inset(open ? words::replies_close_on(poll->closes_on)
                    : words::replies_closed_on(poll->closes_on));
}

}  // namespace

Result<net::Response> show_themes(const web::Context& context, db::ReadTx& tx) {
    web::BlockPage page(context, words::themes);
    page.crumb(words::joint_working, web::href(routes::between_boards));
    page.layout().alternates.push_back(
        {"application/json", words::themes_as_data, web::href(routes::themes_json)});
    page.lead(words::themes_lead);
    if (workflows::allowed(Action::raise_theme, context.relations))
        page.button(words::raise_a_theme, web::href(routes::new_theme));
    const ThemeBoards boards(tx, context.today(tx));
    const auto themes = db::list_themes(tx);
    if (themes.empty()) page.paragraph(words::no_themes);
    if (!themes.empty()) {
        auto& table =
            page.table(words::themes_by_name,
                       {{words::theme}, {words::lead}, {words::contributing}, {words::status}});
        for (const auto& theme : themes)
            templates::add_table_row(
                table,
                {Cell{theme.name, theme_href(theme), CellKind::row_head},
                 Cell{boards.words(theme.lead_boards)}, Cell{boards.words(theme.contributors)},
                 Cell{workflows::text::capitalised(workflows::to_words(theme.state)), "",
                      CellKind::text, templates::tag_class(colour_of(theme.state))}});
    }
    page.link(words::download_json, web::href(routes::themes_json));
    page.link(words::download_csv, web::href(routes::themes_csv));
    return page.finish();
}

Result<net::Response> show_themes_json(const web::Context&, db::ReadTx& tx) {
    boost::json::array data;
    for (const auto& theme : db::list_themes(tx))
        data.push_back({{"theme", theme.name},
                        {"href", theme_href(theme)},
                        {"state", workflows::to_text(theme.state)},
                        {"lead_boards", json_list(theme.lead_boards)},
                        {"contributing_boards", json_list(theme.contributors)},
                        {"approach", theme.approach},
                        {"responsibility", theme.responsibility},
                        {"reporting", theme.reporting}});
    return web::json_response(
        boost::json::serialize(boost::json::object{{"data", std::move(data)}}));
}

Result<net::Response> show_themes_csv(const web::Context&, db::ReadTx& tx) {
    auto text = workflows::text::csv_line({"theme", "lead_boards", "contributing_boards",
                                           "approach", "responsibility", "reporting", "state"});
    for (const auto& theme : db::list_themes(tx))
        text += workflows::text::csv_line({theme.name, theme.lead_boards, theme.contributors,
                                           theme.approach, theme.responsibility, theme.reporting,
                                           workflows::to_text(theme.state)});
    return web::text_response(std::move(text), "text/csv; charset=utf-8");
}

Result<net::Response> show_theme(const web::Context& context, db::ReadTx& tx) {
    const auto theme = db::find_theme(tx, context.param("theme"));
    if (!theme) return workflows::not_found(words::no_such_theme);
    const ThemeBoards boards(tx, context.today(tx));
    web::BlockPage page(context, theme->name);
    page.crumb(words::themes, web::href(routes::themes));
    page.tag(workflows::text::capitalised(workflows::to_words(theme->state)),
             colour_of(theme->state));
    const auto or_none = [](const std::string& text) {
        return text.empty() ? std::string(words::not_agreed_yet) : text;
    };
    page.summary({{words::lead, or_none(boards.words(theme->lead_boards))},
                  {words::contributing, or_none(boards.words(theme->contributors))},
                  {words::approach, or_none(theme->approach)},
                  {words::responsibility, or_none(theme->responsibility)},
                  {words::reporting, or_none(theme->reporting)}});
    add_poll(context, tx, page, *theme);
    if (workflows::allowed(Action::edit_theme, context.relations))
        add_steps(context, tx, page, *theme);
    if (workflows::allowed(Action::read_theme_answers, context.relations))
        page.link(words::what_boards_replied, web::href(routes::theme_answers, theme->key));
    if (context.viewer.signed_in()) add_history(page, tx, *theme);
    return page.finish();
}

void add_themes_of_board(db::ReadTx& tx, const workflows::Board& board, workflows::Day today,
                         templates::View& view) {
    const auto themes = themes_of(tx, board.code, today);
    view.list("themes");
    view.flag("has_themes", !themes.leads.empty() || !themes.contributes.empty());
    for (const auto& theme : themes.leads)
        view.add("themes")
            .set("text", theme.name)
            .set("href", theme_href(theme))
            .set("how", "leads");
    for (const auto& theme : themes.contributes)
        view.add("themes")
            .set("text", theme.name)
            .set("href", theme_href(theme))
            .set("how", "contributes");
}

}  // namespace server::themes
