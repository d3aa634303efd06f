#include "server/partnership_register/routes.hpp"

#include <array>

#include "server/partnership_register/register_pages.hpp"
#include "server/web/routes.hpp"

namespace server::routes {

// clang-format off
constexpr web::Address register_of_boards{"/register"};
constexpr web::Address register_of_boards_json{"/register.json"};
constexpr web::Address register_of_boards_csv{"/register.csv"};
constexpr web::Address return_years{"/register/returns"};
constexpr web::Address returns_of_year{"/register/returns/{year}"};
constexpr web::Address returns_of_year_json{"/register/returns/{year}.json"};
constexpr web::Address returns_of_year_csv{"/register/returns/{year}.csv"};
constexpr web::Address returns_ask{"/register/returns/{year}/ask"};
constexpr web::Address returns_chase{"/register/returns/{year}/chase"};
constexpr web::Address register_return{"/register/returns/{year}/{board}"};
constexpr web::Address register_return_step{"/register/returns/{year}/{board}/{event}"};
constexpr web::Address annual_update{"/register/update/{year}"};
constexpr web::Address annual_update_pdf{"/register/update/{year}.pdf"};
constexpr web::Address annual_update_json{"/register/update/{year}.json"};
constexpr web::Address annual_update_publish{"/register/update/{year}/publish"};
constexpr web::Address return_form{"/boards/{board}/return/{year}"};
// clang-format on

}  // namespace server::routes

namespace server::partnership_register {
namespace {

using A = workflows::Action;
using S = web::Subject;

// clang-format off
constexpr std::array route_table{
    // The register of partnerships and the yearly returns (003)
    page(routes::register_of_boards, A::read_public, S::nothing, show_register),
    page(routes::register_of_boards_json, A::read_public, S::nothing, show_register_json),
    page(routes::register_of_boards_csv, A::read_public, S::nothing, show_register_csv),
    page(routes::return_years, A::chase_register_returns, S::nothing, show_return_years),
    page(routes::returns_of_year, A::chase_register_returns, S::nothing, show_returns),
    page(routes::returns_of_year_json, A::chase_register_returns, S::nothing, show_returns_json),
    page(routes::returns_of_year_csv, A::chase_register_returns, S::nothing, show_returns_csv),
    post(routes::returns_ask, A::chase_register_returns, S::nothing, ask_for_returns, show_returns),
    page(routes::returns_chase, A::chase_register_returns, S::nothing, show_chase),
    post(routes::returns_chase, A::chase_register_returns, S::nothing, send_chase, show_chase),
    page(routes::register_return, A::chase_register_returns, S::nothing, show_return),
    post(routes::register_return_step, A::chase_register_returns, S::nothing, judge_return, show_return),
    page(routes::annual_update, A::read_public, S::nothing, show_annual_update),
    page(routes::annual_update_pdf, A::read_public, S::nothing, show_annual_update_pdf),
    page(routes::annual_update_json, A::read_public, S::nothing, show_annual_update_json),
    post(routes::annual_update_publish, A::chase_register_returns, S::nothing, publish_annual_update, show_annual_update),
    page(routes::return_form, A::edit_register_return, S::board, show_return_form),
    post(routes::return_form, A::edit_register_return, S::board, post_return_form, show_return_form),
};
// clang-format on

}  // namespace

std::span<const web::Route> routes() {
    return route_table;
}

}  // namespace server::partnership_register
