#include "server/site/routes.hpp"

#include <array>

#include "server/demo/demo_pages.hpp"
#include "server/site/links.hpp"
#include "server/overview/between_boards_pages.hpp"
#include "server/planning/cadence_pages.hpp"
#include "server/succession/change_pages.hpp"
#include "server/circulation/circulation_handlers.hpp"
#include "server/planning/poll_pages.hpp"
#include "server/web/figures.hpp"
#include "server/issues/issue_handlers.hpp"
#include "server/papers/late_papers_pages.hpp"
#include "server/access/handlers.hpp"
#include "server/agenda/handlers.hpp"
#include "server/boards/handlers.hpp"
#include "server/circulation/handlers.hpp"
#include "server/letters/handlers.hpp"
#include "server/meetings/handlers.hpp"
#include "server/overview/handlers.hpp"
#include "server/papers/handlers.hpp"
#include "server/people/handlers.hpp"
#include "server/planning/handlers.hpp"
#include "server/requests/handlers.hpp"
#include "server/timetable/handlers.hpp"
#include "server/partnership_register/register_pages.hpp"
#include "server/meetings/reply_pages.hpp"
#include "server/responses/response_handlers.hpp"
#include "server/boards/seat_pages.hpp"
#include "server/planning/series_pages.hpp"
#include "server/themes/theme_pages.hpp"
#include "server/timetable/timetable_handlers.hpp"

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
constexpr Route upload(std::string_view pattern, A action, S subject, UploadHandler handler,
                       PageHandler form_page) {
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
    post("/s/{token}",          A::sign_in,     S::nothing, use_sign_in_link, show_sign_in_link),
    post("/sign-out",           A::sign_out,    S::nothing, sign_out),
    page("/r/{token}",          A::use_mail_link, S::nothing, show_mail_link),
    page("/r/{token}/document.pdf", A::use_mail_link, S::nothing, show_mail_link_file),
    post("/r/{token}",          A::use_mail_link, S::nothing, use_mail_link, show_mail_link),

    // Requests between chairs
    page("/requests",           A::read_requests, S::nothing, show_requests),
    page("/requests.json",      A::read_requests, S::nothing, show_requests_json),
    page("/requests/new",       A::make_request,  S::nothing, show_new_request),
    post("/requests/new",       A::make_request,  S::nothing, send_new_request, show_new_request),
    page("/requests/{request}", A::read_request,  S::request, show_request),
    page("/requests/{request}.json", A::read_request, S::request, show_request_json),
    post("/requests/{request}/{event}", A::act_on_request, S::request, act_on_request, show_request),

    // Responses that follow a paper back
    page("/responses",          A::read_responses, S::nothing, show_responses),
    page("/responses.json",     A::read_responses, S::nothing, show_responses_json),
    page("/responses.csv",      A::read_responses, S::nothing, show_responses_csv),
    page("/responses/new",      A::read_responses, S::nothing, show_responses_wanted),
    post("/responses/new",      A::read_responses, S::nothing, add_response_wanted, show_responses_wanted),
    post("/responses/deliver",  A::read_responses, S::nothing, deliver_responses, show_responses_wanted),
    page("/responses/arrangements", A::read_responses, S::nothing, show_arrangements),
    post("/responses/arrangements", A::read_responses, S::nothing, add_arrangement, show_arrangements),
    post("/responses/arrangements/end", A::read_responses, S::nothing, end_arrangement, show_arrangements),
    page("/responses/{response}", A::read_response, S::response, show_response),
    page("/responses/{response}.json", A::read_response, S::response, show_response_json),
    post("/responses/{response}/{event}", A::act_on_response, S::response, act_on_response, show_response),

    // Meetings
    page("/",                                A::read_public,    S::nothing, show_front_page),
    page("/meetings",                        A::read_public,    S::nothing, show_meetings),
    page("/meetings.json",                   A::read_public,    S::nothing, show_meetings_json),
    page("/meetings.ics",                    A::read_public,    S::nothing, show_meetings_calendar),
    page("/boards/{board}/meetings.ics",     A::read_public,    S::board,   show_board_calendar),
    page("/boards/{board}/meetings/{date}",  A::read_public,    S::board,   find_meeting_by_date),
    page("/meetings/new",                    A::create_meeting, S::nothing, show_new_meeting),
    post("/meetings/new",                    A::create_meeting, S::nothing, post_new_meeting, show_new_meeting),
    page("/meetings/series",                 A::create_meeting, S::nothing, show_series),
    post("/meetings/series",                 A::create_meeting, S::nothing, post_series, show_series),
    page("/meetings/series/dates",           A::create_meeting, S::nothing, show_series_dates),
    post("/meetings/series/dates",           A::create_meeting, S::nothing, post_series_dates, show_series_dates),
    page("/meetings/cadence",                A::read_clashes,   S::nothing, show_cadence),
    page("/meetings/cadence.json",           A::read_clashes,   S::nothing, show_cadence_json),
    page("/meetings/cadence.csv",            A::read_clashes,   S::nothing, show_cadence_csv),
    page("/boards/{board}/cadence",          A::edit_board,     S::board,   show_board_cadence),
    post("/boards/{board}/cadence",          A::edit_board,     S::board,   save_board_cadence, show_board_cadence),
    page("/meetings/{meeting}",              A::read_meeting,   S::meeting, show_meeting),
    page("/meetings/{meeting}.json",         A::read_meeting,   S::meeting, show_meeting_json),
    page("/meetings/{meeting}.ics",          A::read_meeting,   S::meeting, show_meeting_calendar),
    page("/meetings/{meeting}/workspace",    A::read_workspace, S::meeting, show_workspace),
    page("/meetings/{meeting}/edit",         A::edit_meeting,   S::meeting, show_edit_meeting),
    post("/meetings/{meeting}/edit",         A::edit_meeting,   S::meeting, post_edit_meeting, show_edit_meeting),
    page("/meetings/{meeting}/confirm",        A::edit_meeting,   S::meeting, show_meeting_step),
    post("/meetings/{meeting}/confirm",        A::edit_meeting,   S::meeting, post_meeting_step, show_meeting_step),
    page("/meetings/{meeting}/move",           A::edit_meeting,   S::meeting, show_meeting_step),
    post("/meetings/{meeting}/move",           A::edit_meeting,   S::meeting, post_meeting_step, show_meeting_step),
    page("/meetings/{meeting}/cancel",         A::edit_meeting,   S::meeting, show_meeting_step),
    post("/meetings/{meeting}/cancel",         A::edit_meeting,   S::meeting, post_meeting_step, show_meeting_step),
    page("/meetings/{meeting}/hold",           A::edit_meeting,   S::meeting, show_meeting_step),
    post("/meetings/{meeting}/hold",           A::edit_meeting,   S::meeting, post_meeting_step, show_meeting_step),
    page("/meetings/{meeting}/reinstate",      A::edit_meeting,   S::meeting, show_meeting_step),
    post("/meetings/{meeting}/reinstate",      A::edit_meeting,   S::meeting, post_meeting_step, show_meeting_step),
    page("/meetings/{meeting}/correct",        A::edit_meeting,   S::meeting, show_meeting_step),
    post("/meetings/{meeting}/correct",        A::edit_meeting,   S::meeting, post_meeting_step, show_meeting_step),
    page("/meetings/{meeting}/minutes",        A::edit_meeting,   S::meeting, show_minutes),
    post("/meetings/{meeting}/minutes",        A::edit_meeting,   S::meeting, record_minutes, show_minutes),
    post("/meetings/{meeting}/minutes/undo",   A::edit_meeting,   S::meeting, undo_minutes, show_minutes),
    page("/meetings/{meeting}/replies",        A::read_workspace, S::meeting, show_replies),
    page("/meetings/{meeting}/replies.csv",    A::read_workspace, S::meeting, show_replies_csv),
    post("/meetings/{meeting}/replies",        A::edit_meeting,   S::meeting, record_reply, show_replies),
    page("/clashes",                         A::read_clashes,   S::nothing, show_clashes),
    page("/clashes.json",                    A::read_clashes,   S::nothing, show_clashes_json),

    // Polls for a date
    page("/polls",              A::read_requests, S::nothing, show_polls),
    page("/polls/new",          A::make_poll,     S::nothing, show_new_poll),
    post("/polls/new",          A::make_poll,     S::nothing, post_new_poll, show_new_poll),
    page("/polls/{poll}",       A::read_poll,     S::poll,    show_poll),
    page("/polls/{poll}.json",  A::read_poll,     S::poll,    show_poll_json),
    page("/polls/{poll}.csv",   A::read_poll,     S::poll,    show_poll_csv),
    post("/polls/{poll}/chase", A::act_on_poll,   S::poll,    post_poll_chase, show_poll),
    post("/polls/{poll}/close", A::act_on_poll,   S::poll,    post_poll_close, show_poll),
    post("/polls/{poll}/cancel", A::act_on_poll,  S::poll,    post_poll_cancel, show_poll),

    // Documents that go round the boards
    page("/circulations",       A::read_circulations, S::nothing, show_circulations),
    page("/circulations.json",  A::read_circulations, S::nothing, show_circulations_json),
    page("/circulations/new",   A::make_circulation, S::nothing, show_new_circulation),
    upload("/circulations/new", A::make_circulation, S::nothing, make_circulation, show_new_circulation),
    page("/circulations/{circulation}", A::read_circulation, S::circulation, show_circulation),
    page("/circulations/{circulation}.json", A::read_circulation, S::circulation, show_circulation_json),
    post("/circulations/{circulation}/stops", A::edit_circulation, S::circulation, add_circulation_stop, show_circulation),
    upload("/circulations/{circulation}/version", A::edit_circulation, S::circulation, set_circulation_version, show_circulation),
    upload("/circulations/{circulation}/file", A::edit_circulation, S::circulation, set_circulation_file, show_circulation),
    page("/circulations/{circulation}/versions/{number}.pdf", A::read_circulation, S::circulation, show_circulation_file),
    post("/circulations/{circulation}/review", A::edit_circulation, S::circulation, set_circulation_review, show_circulation),
    page("/circulations/{circulation}/plan", A::edit_circulation, S::circulation, show_circulation_plan),
    post("/circulations/{circulation}/plan", A::edit_circulation, S::circulation, plan_circulation, show_circulation_plan),
    page("/circulations/{circulation}/amended", A::edit_circulation, S::circulation, show_amended),
    post("/circulations/{circulation}/amended", A::edit_circulation, S::circulation, choose_for_amended, show_amended),
    page("/circulations/{circulation}/comments", A::read_circulation, S::circulation, show_circulation_comments),
    page("/circulations/{circulation}/comments.csv", A::read_circulation, S::circulation, show_circulation_comments_csv),
    page("/circulations/{circulation}/comments.json", A::read_circulation, S::circulation, show_circulation_comments_json),
    post("/circulations/{circulation}/comments", A::edit_circulation, S::circulation, reply_to_comments, show_circulation_comments),
    page("/circulations/{circulation}/certificate", A::read_circulation, S::circulation, show_certificate),
    page("/circulations/{circulation}/certificate.pdf", A::read_circulation, S::circulation, show_certificate_pdf),
    page("/circulations/{circulation}/certificate.json", A::read_circulation, S::circulation, show_certificate_json),
    page("/circulations/{circulation}/certificate.csv", A::read_circulation, S::circulation, show_certificate_csv),
    post("/stops/{stop}/{event}", A::act_on_stop, S::stop, act_on_stop, show_circulation_of_stop),

    page("/between-boards",     A::read_public,  S::nothing, show_between_boards),
    // Pictures
    page("/planner",            A::read_public,  S::nothing, show_planner),
    page("/requests.svg",       A::read_requests, S::nothing, show_requests_svg),
    page("/requests.csv",       A::read_requests, S::nothing, show_requests_csv),
    page("/timetable.svg",      A::read_public,  S::nothing, show_timetable_svg),
    page("/forward-plan.svg",   A::read_public,  S::nothing, show_forward_plan_svg),
    page("/planner.svg",        A::read_public,  S::nothing, show_planner_svg),
    page("/planner.csv",        A::read_public,  S::nothing, show_planner_csv),
    page("/planner.json",       A::read_public,  S::nothing, show_planner_json),
    page("/circulations/{circulation}.svg", A::read_circulation, S::circulation, show_circulation_svg),
    page("/circulations/{circulation}.csv", A::read_circulation, S::circulation, show_circulation_csv),

    // Reporting timetable
    page("/timetable",          A::read_public,  S::nothing, show_timetable),
    page("/timetable.json",     A::read_public,  S::nothing, show_timetable_json),
    page("/timetable.csv",      A::read_public,  S::nothing, show_timetable_csv),
    page("/timetable/reports/{report}",  A::read_public,    S::report,  show_report),
    post("/timetable/reports/{report}",  A::edit_report,    S::report,  edit_report, show_report),
    page("/timetable/proposals",         A::confirm_proposals, S::nothing, show_proposals),
    post("/timetable/proposals",         A::confirm_proposals, S::nothing, confirm_all_proposals, show_proposals),
    page("/timetable/roll-forward",      A::edit_timetable, S::nothing, show_roll_forward),
    post("/timetable/roll-forward",      A::edit_timetable, S::nothing, roll_timetable_forward, show_roll_forward),
    page("/timetable/seasons",           A::edit_timetable, S::nothing, show_seasons),
    post("/timetable/seasons",           A::edit_timetable, S::nothing, edit_seasons, show_seasons),
    page("/timetable/orders",            A::edit_timetable, S::nothing, show_report_orders),
    post("/timetable/orders",            A::edit_timetable, S::nothing, add_report_order, show_report_orders),
    post("/timetable/orders/end",        A::edit_timetable, S::nothing, end_report_order, show_report_orders),
    page("/timetable/contradictions/new", A::edit_timetable, S::nothing, show_new_contradiction),
    post("/timetable/contradictions/new", A::edit_timetable, S::nothing, add_contradiction, show_new_contradiction),
    page("/timetable/contradictions/{contradiction}", A::edit_timetable, S::nothing, show_contradiction),
    post("/timetable/contradictions/{contradiction}", A::edit_timetable, S::nothing, settle_contradiction, show_contradiction),
    page("/obligations/{obligation}",         A::read_obligation,   S::obligation, show_obligation),
    post("/obligations/{obligation}/{event}", A::act_on_obligation, S::obligation, act_on_obligation, show_obligation),

    // Boards, members, register
    page("/boards",             A::read_public, S::nothing, show_boards),
    page("/boards.json",        A::read_public, S::nothing, boards_json),
    page("/boards/map",         A::read_public, S::nothing, show_board_map),
    page("/boards/map.svg",     A::read_public, S::nothing, show_board_map_svg),
    page("/boards/map.csv",     A::read_public, S::nothing, show_board_map_csv),
    page("/boards/{board}",     A::read_public, S::board,   show_board),
    page("/boards/{board}.json", A::read_public, S::board,  board_json),
    page("/boards/{board}/edit", A::edit_board, S::board,   show_board_edit),
    post("/boards/{board}/edit", A::edit_board, S::board,   edit_board, show_board_edit),
    page("/boards/{board}/members", A::edit_membership, S::board, show_members),
    post("/boards/{board}/members", A::edit_membership, S::board, add_member, show_members),
    page("/memberships/{membership}/edit", A::edit_membership, S::membership, show_seat_edit),
    post("/memberships/{membership}/edit", A::edit_membership, S::membership, edit_seat, show_seat_edit),
    post("/boards/{board}/quorum", A::edit_membership, S::board, edit_quorum, show_members),
    page("/boards/{board}/hand-over", A::edit_membership, S::board, show_hand_over),
    post("/boards/{board}/hand-over", A::edit_membership, S::board, post_hand_over, show_hand_over),
    post("/boards/{board}/hand-over/undo", A::edit_membership, S::board, undo_hand_over, show_hand_over),
    page("/memberships/{membership}/end", A::edit_membership, S::membership, show_membership_end),
    post("/memberships/{membership}/end", A::edit_membership, S::membership, end_membership, show_membership_end),
    // Of all boards at once: no secretariat's own, so administrators alone
    page("/invitations",        A::edit_membership, S::nothing, show_invitations),
    post("/invitations",        A::edit_membership, S::nothing, add_invitation, show_invitations),
    page("/invitations/{board}/{person}", A::edit_membership, S::nothing, show_invitation),
    post("/invitations/{board}/{person}", A::edit_membership, S::nothing, edit_invitation, show_invitation),
    page("/groups",             A::edit_membership, S::nothing, show_groups),
    post("/groups",             A::edit_membership, S::nothing, add_group_member, show_groups),
    post("/groups/remove",      A::edit_membership, S::nothing, remove_group_member, show_groups),
    // Themes that several boards share
    page("/themes",             A::read_public, S::nothing, show_themes),
    page("/themes.json",        A::read_public, S::nothing, show_themes_json),
    page("/themes.csv",         A::read_public, S::nothing, show_themes_csv),
    page("/themes/new",         A::raise_theme, S::nothing, show_new_theme),
    post("/themes/new",         A::raise_theme, S::nothing, post_new_theme, show_new_theme),
    page("/themes/{theme}",     A::read_public, S::theme, show_theme),
    page("/themes/{theme}/edit", A::edit_theme, S::theme, show_theme_edit),
    post("/themes/{theme}/edit", A::edit_theme, S::theme, post_theme_edit, show_theme_edit),
    page("/themes/{theme}/ask", A::edit_theme, S::theme, show_theme_step),
    post("/themes/{theme}/ask", A::edit_theme, S::theme, post_theme_ask, show_theme_step),
    page("/themes/{theme}/agree", A::edit_theme, S::theme, show_theme_agree),
    post("/themes/{theme}/agree", A::edit_theme, S::theme, post_theme_agree, show_theme_agree),
    page("/themes/{theme}/close", A::edit_theme, S::theme, show_theme_step),
    post("/themes/{theme}/close", A::edit_theme, S::theme, post_theme_close, show_theme_step),
    page("/themes/{theme}/reopen", A::edit_theme, S::theme, show_theme_step),
    post("/themes/{theme}/reopen", A::edit_theme, S::theme, post_theme_reopen, show_theme_step),
    page("/themes/{theme}/answers", A::read_theme_answers, S::nothing, show_theme_answers),
    page("/themes/{theme}/answers.json", A::read_theme_answers, S::nothing, show_theme_answers_json),
    page("/themes/{theme}/answers.csv", A::read_theme_answers, S::nothing, show_theme_answers_csv),
    // Boards that change
    page("/changes",            A::edit_succession, S::nothing, show_changes),
    page("/changes.json",       A::edit_succession, S::nothing, show_changes_json),
    page("/changes.csv",        A::edit_succession, S::nothing, show_changes_csv),
    page("/changes/rename",     A::edit_succession, S::nothing, show_rename_form),
    post("/changes/rename",     A::edit_succession, S::nothing, post_rename, show_rename_form),
    page("/changes/succession", A::edit_succession, S::nothing, show_succession_form),
    post("/changes/succession", A::edit_succession, S::nothing, post_succession, show_succession_form),
    page("/changes/{change}",   A::edit_succession, S::nothing, show_change),
    post("/changes/{change}/record", A::edit_succession, S::nothing, post_change_record, show_change),
    post("/changes/{change}/undo", A::edit_succession, S::nothing, post_change_undo, show_change),

    // The register of partnerships and the yearly returns (003)
    page("/register",           A::read_public, S::nothing, show_register),
    page("/register.json",      A::read_public, S::nothing, show_register_json),
    page("/register.csv",       A::read_public, S::nothing, show_register_csv),
    page("/register/returns",   A::chase_register_returns, S::nothing, show_return_years),
    page("/register/returns/{year}",       A::chase_register_returns, S::nothing, show_returns),
    page("/register/returns/{year}.json",  A::chase_register_returns, S::nothing, show_returns_json),
    page("/register/returns/{year}.csv",   A::chase_register_returns, S::nothing, show_returns_csv),
    post("/register/returns/{year}/ask",   A::chase_register_returns, S::nothing, ask_for_returns, show_returns),
    page("/register/returns/{year}/chase", A::chase_register_returns, S::nothing, show_chase),
    post("/register/returns/{year}/chase", A::chase_register_returns, S::nothing, send_chase, show_chase),
    page("/register/returns/{year}/{board}", A::chase_register_returns, S::nothing, show_return),
    post("/register/returns/{year}/{board}/{event}", A::chase_register_returns, S::nothing, judge_return, show_return),
    page("/register/update/{year}",         A::read_public, S::nothing, show_annual_update),
    page("/register/update/{year}.pdf",     A::read_public, S::nothing, show_annual_update_pdf),
    page("/register/update/{year}.json",    A::read_public, S::nothing, show_annual_update_json),
    post("/register/update/{year}/publish", A::chase_register_returns, S::nothing, publish_annual_update, show_annual_update),
    page("/register/office",    A::name_office, S::nothing, show_office),
    post("/register/office",    A::name_office, S::nothing, name_office, show_office),
    page("/forward-plan",       A::read_public, S::nothing, show_forward_plan),
    page("/forward-plan.json",  A::read_public, S::nothing, show_forward_plan_json),
    page("/forward-plan.csv",   A::read_public, S::nothing, show_forward_plan_csv),
    page("/officers-agenda",      A::read_officers_agenda, S::nothing, show_officers_agenda),
    page("/officers-agenda.json", A::read_officers_agenda, S::nothing, show_officers_agenda_json),
    page("/boards/{board}/return/{year}",  A::edit_register_return, S::board, show_return_form),
    post("/boards/{board}/return/{year}",  A::edit_register_return, S::board, post_return_form, show_return_form),

    // People
    page("/people",             A::read_people, S::nothing, show_people),
    page("/people.json",        A::read_people, S::nothing, people_json),
    page("/people/seats",       A::read_clashes, S::nothing, show_seats),
    page("/people/seats.json",  A::read_clashes, S::nothing, show_seats_json),
    page("/people/seats.csv",   A::read_clashes, S::nothing, show_seats_csv),
    page("/people/new",         A::create_person, S::nothing, show_new_person),
    post("/people/new",         A::create_person, S::nothing, create_person, show_new_person),
    page("/people/{person}",    A::read_people, S::person,  show_person),
    page("/people/{person}/edit", A::edit_person, S::person, show_person_edit),
    post("/people/{person}/edit", A::edit_person, S::person, edit_person, show_person_edit),

    // To do, holidays, audit
    page("/home",               A::read_home,   S::nothing, show_home),
    page("/holidays",           A::edit_holidays, S::nothing, show_holidays),
    post("/holidays",           A::edit_holidays, S::nothing, add_holiday, show_holidays),
    post("/holidays/{day}/remove", A::edit_holidays, S::nothing, remove_holiday, show_holidays),
    page("/audit",              A::read_audit,  S::nothing, show_audit),

    // Agenda, papers, publication
    page("/meetings/{meeting}/agenda",      A::edit_agenda,    S::meeting, show_agenda),
    page("/meetings/{meeting}/agenda/new",  A::edit_agenda,    S::meeting, show_new_item),
    post("/meetings/{meeting}/agenda/new",  A::edit_agenda,    S::meeting, add_item, show_new_item),
    page("/items/{item}/edit",              A::edit_agenda,    S::item,    show_item_form),
    post("/items/{item}/edit",              A::edit_agenda,    S::item,    change_item, show_item_form),
    post("/items/{item}/up",                A::edit_agenda,    S::item,    move_item_up, show_agenda_of_item),
    post("/items/{item}/down",              A::edit_agenda,    S::item,    move_item_down, show_agenda_of_item),
    page("/items/{item}/remove",            A::edit_agenda,    S::item,    show_item_removal),
    post("/items/{item}/remove",            A::edit_agenda,    S::item,    remove_item, show_item_removal),
    page("/items/{item}/papers",            A::upload_paper,   S::item,    show_papers),
    upload("/items/{item}/papers",          A::upload_paper,   S::item,    upload_paper, show_papers),
    // For whoever is a secretariat of some board; the handlers look at their own boards alone
    page("/papers/chase",                   A::create_meeting, S::nothing, show_late_papers),
    post("/papers/chase",                   A::create_meeting, S::nothing, chase_late_papers, show_late_papers),
    page("/papers/{paper}.pdf",             A::read_meeting,   S::paper,   show_paper),
    page("/papers/{paper}/remove",          A::upload_paper,   S::paper,   show_paper_removal),
    post("/papers/{paper}/remove",          A::upload_paper,   S::paper,   remove_paper, show_paper_removal),
    page("/meetings/{meeting}/publish",     A::publish_agenda, S::meeting, show_publish),
    post("/meetings/{meeting}/publish",     A::publish_agenda, S::meeting, publish_agenda, show_publish),
    page("/meetings/{meeting}/versions/{number}", A::read_meeting, S::meeting, show_version),
    page("/meetings/{meeting}/pack",        A::build_pack,     S::meeting, show_packs),
    post("/meetings/{meeting}/pack",        A::build_pack,     S::meeting, order_pack, show_packs),
    page("/meetings/{meeting}/pack.pdf",    A::read_meeting,   S::meeting, show_pack_file),
    page("/meetings/{meeting}/send",        A::edit_meeting,   S::meeting, show_send),
    upload("/meetings/{meeting}/send",      A::edit_meeting,   S::meeting, send_papers, show_send),
    page("/jobs/{job}",                     A::read_job,       S::job,     show_job),
    page("/jobs/{job}.json",                A::read_job,       S::job,     show_job_json),
    post("/jobs/{job}/cancel",              A::read_job,       S::job,     cancel_job, show_job),

    // Issues between boards, safeguarding concerns, digest
    page("/issues",                          A::read_issues,   S::nothing, show_issues),
    page("/issues.csv",                      A::read_issues,   S::nothing, show_issues_csv),
    page("/issues.json",                     A::read_issues,   S::nothing, show_issues_json),
    page("/issues/new",                      A::make_issue,    S::nothing, show_new_issue),
    post("/issues/new",                      A::make_issue,    S::nothing, post_new_issue, show_new_issue),
    page("/issues/{issue}",                  A::read_issue,    S::issue,   show_issue),
    page("/issues/{issue}.json",             A::read_issue,    S::issue,   show_issue_json),
    post("/issues/{issue}/meeting",          A::act_on_issue,  S::issue,   post_issue_meeting, show_issue),
    post("/issues/{issue}/{event}",          A::act_on_issue,  S::issue,   act_on_issue, show_issue),
    page("/concerns",                        A::read_concerns, S::nothing, show_concerns),
    page("/concerns.csv",                    A::read_concerns, S::nothing, show_concerns_csv),
    page("/concerns.json",                   A::read_concerns, S::nothing, show_concerns_json),
    page("/concerns/new",                    A::make_concern,  S::nothing, show_new_concern),
    post("/concerns/new",                    A::make_concern,  S::nothing, post_new_concern, show_new_concern),
    page("/concerns/{concern}",              A::read_concern,  S::concern, show_concern),
    page("/concerns/{concern}.json",         A::read_concern,  S::concern, show_concern_json),
    post("/concerns/{concern}/{event}",      A::act_on_concern, S::concern, act_on_concern, show_concern),
    page("/digest",                          A::read_issues,   S::nothing, show_digest),
    page("/digest.csv",                      A::read_issues,   S::nothing, show_digest_csv),
    page("/digest.json",                     A::read_issues,   S::nothing, show_digest_json),

    // Help and what the footer links
    page("/help",                            A::read_public,    S::nothing, show_help),
    page("/help/clear-days",                 A::read_public,    S::nothing, show_clear_days),
    page("/help/clear-days.json",            A::read_public,    S::nothing, show_clear_days_json),
    page("/help/workflows",                  A::read_public,    S::nothing, show_workflows),
    page("/accessibility",                   A::read_public,    S::nothing, show_accessibility),
    page("/about/licences",                  A::read_public,    S::nothing, show_licences),
    // Mail and reminders
    page("/mail",                      A::read_mail,   S::nothing, show_mail_queue),
    page("/mail/{mail}",               A::act_on_mail, S::mail,    show_mail),
    post("/mail/{mail}/retry",         A::act_on_mail, S::mail,    retry_mail, show_mail),
    post("/mail/{mail}/hold",          A::act_on_mail, S::mail,    hold_mail, show_mail),
    page("/mail/batch/{mail}",         A::act_on_mail, S::mail,    show_mail_batch),
    post("/mail/batch/{mail}/undo",    A::act_on_mail, S::mail,    undo_mail_batch, show_mail_batch),
    page("/due",                       A::read_mail,   S::nothing, show_due),
    page("/boards/{board}/reminders",  A::edit_reminders, S::board, show_reminder_rules),
    post("/boards/{board}/reminders",  A::edit_reminders, S::board, edit_reminder_rules, show_reminder_rules),
};

constexpr std::array demo_table{
    post("/demo/act-as",                    A::read_demo, S::nothing, demo::act_as),
    page("/demo/outbox",                    A::read_demo, S::nothing, demo::show_outbox),
    page("/demo/outbox/{message}",          A::read_demo, S::nothing, demo::show_message),
    page("/demo/outbox/{message}/html",     A::read_demo, S::nothing, demo::show_message_html),
    page("/demo/outbox/{message}/calendar", A::read_demo, S::nothing, demo::show_message_calendar),
    page("/demo/outbox/{message}/source",   A::read_demo, S::nothing, demo::show_message_source),
};
// clang-format on

}  // namespace

std::span<const Route> routes() {
    return table;
}

std::span<const Route> demo_routes() {
    return demo_table;
}

}  // namespace server
