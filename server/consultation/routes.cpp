#include "server/consultation/routes.hpp"

#include <array>

#include "server/consultation/handlers.hpp"
#include "server/web/routes.hpp"

namespace server::routes {

// clang-format off
constexpr web::Address circulation_comments{"/circulations/{circulation}/comments"};
constexpr web::Address circulation_comments_csv{"/circulations/{circulation}/comments.csv"};
constexpr web::Address circulation_comments_json{"/circulations/{circulation}/comments.json"};
constexpr web::Address circulation_certificate{"/circulations/{circulation}/certificate"};
constexpr web::Address circulation_certificate_pdf{"/circulations/{circulation}/certificate.pdf"};
constexpr web::Address circulation_certificate_json{"/circulations/{circulation}/certificate.json"};
constexpr web::Address circulation_certificate_csv{"/circulations/{circulation}/certificate.csv"};
// clang-format on

}  // namespace server::routes

namespace server::consultation {
namespace {

using A = workflows::Action;
using S = web::Subject;

// clang-format off
constexpr std::array route_table{
    page(routes::circulation_comments, A::read_circulation, S::circulation, show_circulation_comments),
    page(routes::circulation_comments_csv, A::read_circulation, S::circulation, show_circulation_comments_csv),
    page(routes::circulation_comments_json, A::read_circulation, S::circulation, show_circulation_comments_json),
    post(routes::circulation_comments, A::edit_circulation, S::circulation, reply_to_comments, show_circulation_comments),
    page(routes::circulation_certificate, A::read_circulation, S::circulation, show_certificate),
    page(routes::circulation_certificate_pdf, A::read_circulation, S::circulation, show_certificate_pdf),
    page(routes::circulation_certificate_json, A::read_circulation, S::circulation, show_certificate_json),
    page(routes::circulation_certificate_csv, A::read_circulation, S::circulation, show_certificate_csv),
};
// clang-format on

}  // namespace

std::span<const web::Route> routes() {
    return route_table;
}

}  // namespace server::consultation
