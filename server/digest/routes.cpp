#include "server/digest/routes.hpp"

#include <array>

#include "server/digest/handlers.hpp"
#include "server/web/routes.hpp"

namespace server::routes {

// clang-format off
constexpr web::Address digest{"/digest"};
constexpr web::Address digest_csv{"/digest.csv"};
constexpr web::Address digest_json{"/digest.json"};
// clang-format on

}  // namespace server::routes

namespace server::digest {
namespace {

using A = workflows::Action;
using S = web::Subject;

// clang-format off
constexpr std::array route_table{
    page(routes::digest, A::read_issues, S::nothing, show_digest),
    page(routes::digest_csv, A::read_issues, S::nothing, show_digest_csv),
    page(routes::digest_json, A::read_issues, S::nothing, show_digest_json),
};
// clang-format on

}  // namespace

std::span<const web::Route> routes() {
    return route_table;
}

}  // namespace server::digest
