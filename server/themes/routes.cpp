#include "server/themes/routes.hpp"

#include <array>

#include "server/themes/theme_pages.hpp"
#include "server/web/routes.hpp"

namespace server::routes {

// clang-format off
constexpr web::Address themes{"/themes"};
constexpr web::Address themes_json{"/themes.json"};
constexpr web::Address themes_csv{"/themes.csv"};
constexpr web::Address new_theme{"/themes/new"};
constexpr web::Address theme{"/themes/{theme}"};
constexpr web::Address theme_edit{"/themes/{theme}/edit"};
constexpr web::Address theme_ask{"/themes/{theme}/ask"};
constexpr web::Address theme_agree{"/themes/{theme}/agree"};
constexpr web::Address theme_close{"/themes/{theme}/close"};
constexpr web::Address theme_reopen{"/themes/{theme}/reopen"};
constexpr web::Address theme_answers{"/themes/{theme}/answers"};
constexpr web::Address theme_answers_json{"/themes/{theme}/answers.json"};
constexpr web::Address theme_answers_csv{"/themes/{theme}/answers.csv"};
// clang-format on

}  // namespace server::routes

namespace server::themes {
namespace {

using A = workflows::Action;
using S = web::Subject;

// clang-format off
constexpr std::array route_table{
    // Themes that several boards share
    page(routes::themes, A::read_public, S::nothing, show_themes),
    page(routes::themes_json, A::read_public, S::nothing, show_themes_json),
    page(routes::themes_csv, A::read_public, S::nothing, show_themes_csv),
    page(routes::new_theme, A::raise_theme, S::nothing, show_new_theme),
    post(routes::new_theme, A::raise_theme, S::nothing, post_new_theme, show_new_theme),
    page(routes::theme, A::read_public, S::theme, show_theme),
    page(routes::theme_edit, A::edit_theme, S::theme, show_theme_edit),
    post(routes::theme_edit, A::edit_theme, S::theme, post_theme_edit, show_theme_edit),
    page(routes::theme_ask, A::edit_theme, S::theme, show_theme_step),
    post(routes::theme_ask, A::edit_theme, S::theme, post_theme_ask, show_theme_step),
    page(routes::theme_agree, A::edit_theme, S::theme, show_theme_agree),
    post(routes::theme_agree, A::edit_theme, S::theme, post_theme_agree, show_theme_agree),
    page(routes::theme_close, A::edit_theme, S::theme, show_theme_step),
    post(routes::theme_close, A::edit_theme, S::theme, post_theme_close, show_theme_step),
    page(routes::theme_reopen, A::edit_theme, S::theme, show_theme_step),
    post(routes::theme_reopen, A::edit_theme, S::theme, post_theme_reopen, show_theme_step),
    page(routes::theme_answers, A::read_theme_answers, S::nothing, show_theme_answers),
    page(routes::theme_answers_json, A::read_theme_answers, S::nothing, show_theme_answers_json),
    page(routes::theme_answers_csv, A::read_theme_answers, S::nothing, show_theme_answers_csv),
};
// clang-format on

}  // namespace

std::span<const web::Route> routes() {
    return route_table;
}

}  // namespace server::themes
