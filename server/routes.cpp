#include "server/routes.hpp"

#include <array>

#include "server/pages/pages.hpp"

namespace server {
namespace {

using namespace pages;
using A = workflows::Action;
using S = Subject;

constexpr Route page(std::string_view pattern, A action, S subject, PageHandler handler) {
    return {pattern, action, subject, handler, nullptr, nullptr, nullptr};
}
constexpr Route post(std::string_view pattern, A action, S subject, PostHandler handler,
                     PageHandler form_page = nullptr) {
    return {pattern, action, subject, nullptr, handler, nullptr, form_page};
}
[[maybe_unused]] constexpr Route upload(std::string_view pattern, A action, S subject,
                                        UploadHandler handler, PageHandler form_page) {
    return {pattern, action, subject, nullptr, nullptr, handler, form_page};
}

// clang-format off
constexpr std::array table{
    // The service itself
    page("/healthz",            A::read_health, S::nothing, show_health),
    page("/readyz",             A::read_health, S::nothing, show_readiness),

    // Sign-in
    page("/sign-in",            A::sign_in,     S::nothing, show_sign_in),
    post("/sign-in",            A::sign_in,     S::nothing, request_code, show_sign_in),
    page("/sign-in/code",       A::sign_in,     S::nothing, show_code),
    post("/sign-in/code",       A::sign_in,     S::nothing, enter_code, show_code),
    page("/s/{token}",          A::sign_in,     S::nothing, show_sign_in_link),
    post("/s/{token}",          A::sign_in,     S::nothing, use_sign_in_link),
    post("/sign-out",           A::sign_out,    S::nothing, sign_out),

    // Requests between chairs
    page("/requests",           A::read_requests, S::nothing, show_requests),
    page("/requests.json",      A::read_requests, S::nothing, show_requests_json),
    page("/requests/new",       A::make_request,  S::nothing, show_new_request),
    post("/requests/new",       A::make_request,  S::nothing, send_new_request, show_new_request),
    page("/requests/{request}", A::read_request,  S::request, show_request),
    page("/requests/{request}.json", A::read_request, S::request, show_request_json),
    post("/requests/{request}/{event}", A::act_on_request, S::request, act_on_request, show_request),

    // Meetings
    page("/",                                A::read_public,    S::nothing, show_front_page),
    page("/meetings",                        A::read_public,    S::nothing, show_meetings),
    page("/meetings.json",                   A::read_public,    S::nothing, show_meetings_json),
    page("/meetings.ics",                    A::read_public,    S::nothing, show_meetings_calendar),
    page("/boards/{board}/meetings.ics",     A::read_public,    S::board,   show_board_calendar),
    page("/boards/{board}/meetings/{date}",  A::read_public,    S::board,   find_meeting_by_date),
    page("/meetings/{meeting}",              A::read_public,    S::meeting, show_meeting),
    page("/meetings/{meeting}.json",         A::read_public,    S::meeting, show_meeting_json),
    page("/meetings/{meeting}.ics",          A::read_public,    S::meeting, show_meeting_calendar),
    page("/clashes",                         A::read_clashes,   S::nothing, show_clashes),
    page("/clashes.json",                    A::read_clashes,   S::nothing, show_clashes_json),

    // Documents that go round the boards
    page("/circulations",       A::read_circulations, S::nothing, show_circulations),
    page("/circulations.json",  A::read_circulations, S::nothing, show_circulations_json),
    page("/circulations/new",   A::make_circulation, S::nothing, show_new_circulation),
    post("/circulations/new",   A::make_circulation, S::nothing, make_circulation, show_new_circulation),
    page("/circulations/{circulation}", A::read_circulation, S::circulation, show_circulation),
    page("/circulations/{circulation}.json", A::read_circulation, S::circulation, show_circulation_json),
    post("/circulations/{circulation}/stops", A::edit_circulation, S::circulation, add_circulation_stop, show_circulation),
    post("/circulations/{circulation}/version", A::edit_circulation, S::circulation, set_circulation_version, show_circulation),
    post("/stops/{stop}/{event}", A::act_on_stop, S::stop, act_on_stop, show_circulation_of_stop),

    // Reporting timetable
    page("/timetable",          A::read_public,  S::nothing, show_timetable),
    page("/timetable.json",     A::read_public,  S::nothing, show_timetable_json),
};
// clang-format on

}  // namespace

std::span<const Route> routes() {
    return table;
}

std::span<const Route> demo_routes() {
    return {};
}

}  // namespace server
