// The forms with which a board begins something, and the field that names one by code or slug.
#include <array>

#include "server/site/site.hpp"
#include "server/web/routes.hpp"

namespace server::site {
namespace {

// What a board began while it was there it may still end: steps have no rows.
// clang-format off
constexpr std::array present_table{
    web::BeginningForm{&routes::new_request, "from_board"},
    web::BeginningForm{&routes::new_request, "to_board"},
    web::BeginningForm{&routes::new_issue, "raising_board"},
    web::BeginningForm{&routes::new_issue, "asked_board"},
    web::BeginningForm{&routes::new_concern, "raising_board"},
    web::BeginningForm{&routes::new_concern, "safeguarding_board"},
    web::BeginningForm{&routes::new_response, "asking_board"},
    web::BeginningForm{&routes::new_response, "owing_board"},
    web::BeginningForm{&routes::responses_arrangements, "asking_board"},
    web::BeginningForm{&routes::responses_arrangements, "owing_board"},
    web::BeginningForm{&routes::new_poll, "board"},
    web::BeginningForm{&routes::series, "board"},
    web::BeginningForm{&routes::series, "joining_board"},
    web::BeginningForm{&routes::series_dates, "board"},
    web::BeginningForm{&routes::series_dates, "joining_board"},
    web::BeginningForm{&routes::new_circulation, "owner"},
    web::BeginningForm{&routes::circulation_plan, "board"},
    web::BeginningForm{&routes::returns_ask, "boards"},
};
// clang-format on

}  // namespace

std::span<const web::BeginningForm> boards_present() {
    return present_table;
}

}  // namespace server::site
