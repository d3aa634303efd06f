#include "server/access/routes.hpp"

#include <array>

#include "server/access/handlers.hpp"
#include "server/web/routes.hpp"

namespace server::routes {

// clang-format off
constexpr web::Address sign_in{"/sign-in"};
constexpr web::Address sign_in_code{"/sign-in/code"};
constexpr web::Address sign_in_link{"/s/{token}"};
constexpr web::Address sign_out{"/sign-out"};
// clang-format on

}  // namespace server::routes

namespace server::access {
namespace {

using A = workflows::Action;
using S = web::Subject;

// clang-format off
constexpr std::array route_table{
    // Sign-in
    page(routes::sign_in, A::sign_in, S::nothing, show_sign_in),
    post(routes::sign_in, A::sign_in, S::nothing, request_code, show_sign_in),
    page(routes::sign_in_code, A::sign_in, S::nothing, show_code),
    post(routes::sign_in_code, A::sign_in, S::nothing, enter_code, show_code),
    page(routes::sign_in_link, A::sign_in, S::nothing, show_sign_in_link),
    post(routes::sign_in_link, A::sign_in, S::nothing, use_sign_in_link, show_sign_in_link),
    post(routes::sign_out, A::sign_out, S::nothing, sign_out),
};
// clang-format on

}  // namespace

std::span<const web::Route> routes() {
    return route_table;
}

}  // namespace server::access
