#include "workflows/core/policy.hpp"

#include <algorithm>
#include <array>

namespace workflows {
namespace {

using enum Relation;
using A = Action;
using D = Denial;

constexpr Relations officers = any_chair | any_secretariat | administrator;
// `self` of an issue: who holds it and, at their step, who was named with the senior officers.
constexpr Relations either_side =
    asking_chair | asking_secretariat | Relations(asked_chair) | asked_secretariat;

// clang-format off
constexpr std::array table{
    PolicyRow{A::read_public,       "read_public",       anyone,                                   D::forbidden},
    PolicyRow{A::read_health,       "read_health",       anyone,                                   D::forbidden},
    PolicyRow{A::sign_in,           "sign_in",           anyone,                                   D::forbidden},
    PolicyRow{A::sign_out,          "sign_out",          signed_in,                                D::forbidden},
    PolicyRow{A::read_home,         "read_home",         signed_in,                                D::forbidden},
    PolicyRow{A::edit_board,        "edit_board",        secretariat | administrator,              D::forbidden},
    PolicyRow{A::edit_membership,   "edit_membership",   secretariat | administrator,              D::forbidden},
    PolicyRow{A::read_people,       "read_people",       any_secretariat | administrator,          D::forbidden},
    PolicyRow{A::edit_person,       "edit_person",       seat_secretariat | administrator | self,  D::forbidden},
    PolicyRow{A::create_person,     "create_person",     any_secretariat | administrator,          D::forbidden},
    PolicyRow{A::create_meeting,    "create_meeting",    any_secretariat,                          D::forbidden},
    PolicyRow{A::read_meeting,      "read_meeting",      told | author,                            D::not_found},
    PolicyRow{A::edit_meeting,      "edit_meeting",      secretariat,                              D::forbidden},
    PolicyRow{A::read_workspace,    "read_workspace",    secretariat | chair,                      D::forbidden},
    PolicyRow{A::edit_agenda,       "edit_agenda",       secretariat,                              D::forbidden},
    PolicyRow{A::publish_agenda,    "publish_agenda",    secretariat | chair,                      D::forbidden},
    PolicyRow{A::upload_paper,      "upload_paper",      secretariat | author,                     D::not_found},
    PolicyRow{A::build_pack,        "build_pack",        secretariat,                              D::forbidden},
    PolicyRow{A::read_job,          "read_job",          starter | secretariat,                    D::not_found},
    PolicyRow{A::read_requests,     "read_requests",     any_chair | any_secretariat,              D::forbidden},
    PolicyRow{A::make_request,      "make_request",      any_chair | any_secretariat,              D::forbidden},
    PolicyRow{A::read_request,      "read_request",      either_side,                              D::not_found},
    PolicyRow{A::act_on_request,    "act_on_request",    either_side,                              D::not_found},
    PolicyRow{A::read_circulations, "read_circulations", signed_in,                                D::forbidden},
    PolicyRow{A::read_circulation,  "read_circulation",  member | stop_member,                     D::not_found},
    PolicyRow{A::make_circulation,  "make_circulation",  any_chair | any_secretariat,              D::forbidden},
    PolicyRow{A::edit_circulation,  "edit_circulation",  secretariat | chair,                      D::not_found},
    PolicyRow{A::act_on_stop,       "act_on_stop",       secretariat | chair,                      D::not_found},
    PolicyRow{A::read_clashes,      "read_clashes",      officers,                                 D::forbidden},
    PolicyRow{A::read_mail,         "read_mail",         any_secretariat | administrator,          D::forbidden},
    PolicyRow{A::act_on_mail,       "act_on_mail",       secretariat | administrator,              D::not_found},
    PolicyRow{A::edit_reminders,    "edit_reminders",    secretariat | administrator,              D::forbidden},
    PolicyRow{A::edit_holidays,     "edit_holidays",     administrator,                            D::forbidden},
    PolicyRow{A::read_audit,        "read_audit",        administrator,                            D::forbidden},
    PolicyRow{A::use_mail_link,          "use_mail_link",          anyone,                                  D::not_found},
    PolicyRow{A::read_obligation,        "read_obligation",        member | asking_chair | asking_secretariat, D::not_found},
    PolicyRow{A::act_on_obligation,      "act_on_obligation",      secretariat | chair | asking_chair | asking_secretariat, D::not_found},
    PolicyRow{A::edit_report,            "edit_report",            secretariat | chair | administrator,     D::forbidden},
    PolicyRow{A::edit_timetable,         "edit_timetable",         office | administrator,                  D::forbidden},
    PolicyRow{A::confirm_proposals,      "confirm_proposals",      any_secretariat | administrator,         D::forbidden},
    PolicyRow{A::read_responses,         "read_responses",         any_chair | any_secretariat,             D::forbidden},
    PolicyRow{A::read_response,          "read_response",          either_side | author,                    D::not_found},
    PolicyRow{A::act_on_response,        "act_on_response",        either_side | author,                    D::not_found},
    PolicyRow{A::read_issues,            "read_issues",            any_chair | any_secretariat,             D::forbidden},
    PolicyRow{A::make_issue,             "make_issue",             any_chair | any_secretariat,             D::forbidden},
    PolicyRow{A::read_issue,             "read_issue",             either_side | self,                      D::not_found},
    PolicyRow{A::act_on_issue,           "act_on_issue",           either_side | self,                      D::not_found},
    PolicyRow{A::read_concerns,          "read_concerns",          any_chair | any_secretariat,             D::forbidden},
    PolicyRow{A::make_concern,           "make_concern",           any_chair | any_secretariat,             D::forbidden},
    PolicyRow{A::read_concern,           "read_concern",           either_side,                             D::not_found},
    PolicyRow{A::act_on_concern,         "act_on_concern",         either_side,                             D::not_found},
    PolicyRow{A::read_theme_answers,     "read_theme_answers",     any_chair | any_secretariat,             D::forbidden},
    PolicyRow{A::raise_theme,            "raise_theme",            any_secretariat | administrator,         D::forbidden},
    PolicyRow{A::edit_theme,             "edit_theme",             secretariat | self | office | administrator, D::forbidden},
    PolicyRow{A::make_poll,              "make_poll",              any_secretariat,                         D::forbidden},
    PolicyRow{A::read_poll,              "read_poll",              secretariat | chair,                     D::not_found},
    PolicyRow{A::act_on_poll,            "act_on_poll",            secretariat,                             D::not_found},
    PolicyRow{A::edit_succession,        "edit_succession",        administrator,                           D::forbidden},
    PolicyRow{A::edit_register_return,   "edit_register_return",   secretariat | chair | administrator,     D::forbidden},
    PolicyRow{A::chase_register_returns, "chase_register_returns", office | administrator,                  D::forbidden},
    PolicyRow{A::name_office,            "name_office",            administrator,                           D::forbidden},
    PolicyRow{A::read_officers_agenda,   "read_officers_agenda",   officers,                                D::forbidden},
    PolicyRow{A::read_demo,         "read_demo",         anyone,                                   D::not_found},
    PolicyRow{A::speak_for_board,    "speak_for_board",    secretariat | chair,                    D::forbidden},
    PolicyRow{A::read_board_mail,    "read_board_mail",    secretariat | administrator,            D::not_found},
    PolicyRow{A::read_mail_subjects, "read_mail_subjects", secretariat,                            D::not_found},
    PolicyRow{A::read_open_returns,  "read_open_returns",  any_secretariat | administrator,        D::forbidden},
    PolicyRow{A::told_of_returns,    "told_of_returns",    administrator,                          D::forbidden},
    PolicyRow{A::rename_post,        "rename_post",        seat_secretariat | administrator,       D::forbidden},
};
// clang-format on

constexpr bool in_order() {
    for (std::size_t i = 0; i < table.size(); ++i) {
        if (static_cast<std::size_t>(table[i].action) != i) return false;
    }
    return table.size() == static_cast<std::size_t>(A::count_);
}
static_assert(in_order(), "one policy row for each action, in the order of the enumeration");

}  // namespace

std::span<const PolicyRow> policy_table() {
    return table;
}

const PolicyRow& policy(Action action) {
    return table[static_cast<std::size_t>(action)];
}

bool allowed(Action action, Relations viewer) {
    return policy(action).allowed.any_of(viewer);
}

Level reading_level(Relations viewer) {
    if (viewer.any_of(secretariat | chair)) return Level::drafts;
    if (viewer.has(member)) return Level::exempt;
    if (viewer.has(invitee)) return Level::members;
    return Level::public_;
}

}  // namespace workflows
