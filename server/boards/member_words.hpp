// What the pages of members, chairs, secretariats, standing invitations and groups say.
#pragma once

#include <fmt/core.h>

#include <string>
#include <string_view>

#include "workflows/text/words.hpp"

namespace server::boards::member_words {

// Member pages.
inline constexpr const char* current_and_future_members = "Current and future members";
inline constexpr const char* post_label = "Post";
inline constexpr const char* role_label = "Role";
inline constexpr const char* represents_label = "Represents";
inline constexpr const char* at_meetings = "At meetings";
inline constexpr const char* start_date = "Start date";
inline constexpr const char* end_date = "End date";
inline constexpr const char* edit = "Edit";
inline constexpr const char* end = "End";
inline constexpr const char* start_date_not_known = "Start date not known";
inline constexpr const char* not_set = "Not set";
inline constexpr const char* past_members = "Past members";
inline constexpr const char* no_memberships_of_this_board =
    "No memberships of this board have ended.";
inline constexpr const char* select_a_post = "Select a post";
inline constexpr const char* add_a_member = "Add a member";
inline constexpr const char* add_member = "Add member";
inline constexpr const char* to_add_someone_new_add_them =
    "To add someone new, add them under People first";
inline constexpr const char* label_optional = "Label (optional)";
inline constexpr const char* shown_next_to_the_role =
    "Shown next to the role, for example “for the district councils”";
inline constexpr const char* quorum = "Quorum";
inline constexpr const char* save_quorum = "Save quorum";
inline constexpr const char* voting_members_needed_at_a_meeting =
    "Voting members needed at a meeting";
inline constexpr const char* enter_0_if_not_known = "Enter 0 if not known";
inline constexpr const char* select_a_role = "Select a role";
inline constexpr const char* label_must_be_100_characters = "Label must be 100 characters or fewer";
inline constexpr const char* enter_the_start_date = "Enter the start date";
inline constexpr const char* we_cannot_find_this_membership = "We cannot find this membership.";
inline constexpr const char* we_cannot_find_this_board = "We cannot find this board.";
inline constexpr const char* boards = "Boards";
inline constexpr const char* rotating_chair_and_host_secretariat =
    "Rotating chair and host secretariat";
inline constexpr const char* select_a_post_from_the_list = "Select a post from the list";
inline constexpr const char* members = "Members";
inline constexpr const char* end_membership = "End membership";
inline constexpr const char* the_membership_lasts_until_the_end =
    "The membership lasts until the end of this date";
inline constexpr const char* enter_the_end_date = "Enter the end date";

// Office change pages.
inline constexpr const char* schedule_a_handover = "Schedule a handover";
inline constexpr const char* schedule_handover = "Schedule handover";
inline constexpr const char* current_postholder = "Current postholder";
inline constexpr const char* new_postholder = "New postholder";
inline constexpr const char* date_the_new_postholder_starts = "Date the new postholder starts";
inline constexpr const char* the_current_postholders_term_ends =
    "The current postholder’s term ends the day before";
inline constexpr const char* a_rotating_chair_or_host_secretariat =
    "A rotating chair or host secretariat changes automatically on the date set here. We email the "
    "people involved 10 working days before.";
inline constexpr const char* select_the_current_postholder = "Select the current postholder";
inline constexpr const char* enter_a_date_in_the_future = "Enter a date in the future";
inline constexpr const char* the_current_postholders_term_ends_before =
    "The current postholder’s term ends before that date. Enter an earlier date";
inline constexpr const char* select_the_new_postholder = "Select the new postholder";
inline constexpr const char* we_cannot_find_this_scheduled_handover =
    "We cannot find this scheduled handover.";

// Office pages.
inline constexpr const char* partnership_office = "Partnership office";
inline constexpr const char* partnership_register = "Partnership register";
inline constexpr const char* one_boards_secretariat_looks_after_what =
    "One board’s secretariat looks after what all boards share.";
inline constexpr const char* it_requests_and_accepts_annual_returns =
    "It requests and accepts annual returns, publishes the annual update, and maintains the "
    "seasons, sources and years of the reporting timetable. A board’s return is never accepted by "
    "one of its own officers, except the partnership office’s own return.";
inline constexpr const char* save = "Save";
inline constexpr const char* board_label = "Board";
inline constexpr const char* select_a_board_from_the_list = "Select a board from the list";

// Seat pages.
inline constexpr const char* use_200_characters_or_fewer = "Use 200 characters or fewer";
inline constexpr const char* organisation_represented_optional =
    "Organisation represented (optional)";
inline constexpr const char* leave_blank_if = "Leave blank if it is the same as for the post";
inline constexpr const char* rights_at_meetings = "Rights at meetings";
inline constexpr const char* same_as_the_role = "Same as the role";
inline constexpr const char* chairs_and_members_vote_lead_officers =
    "Chairs and members vote. Lead officers and the secretariat attend and speak";
inline constexpr const char* votes_label = "Votes";
inline constexpr const char* attends_and_speaks_but_does = "Attends and speaks, but does not vote";
inline constexpr const char* observes = "Observes";
inline constexpr const char* on_behalf_of_optional = "On behalf of (optional)";
inline constexpr const char* for_example_the_other_district_councils =
    "For example, the other district councils";
inline constexpr const char* select_rights_at_meetings = "Select rights at meetings";
inline constexpr const char* enter_a_whole_number_from_0 = "Enter a whole number from 0 to 99";

// Seats parts.
inline constexpr const char* number_of_boards_sharing_a_member =
    "Number of boards sharing a member with each board: open a board to see which";
inline constexpr const char* shares_members_with = "Shares members with";
inline constexpr const char* none = "None";
inline constexpr const char* members_of_both_boards = "Members of both boards";
inline constexpr const char* shared_membership = "Shared membership";
inline constexpr const char* people_label = "People";
inline constexpr const char* joint_working = "Joint working";
inline constexpr const char* shared_membership_json = "Shared membership (JSON)";

// Shared seats.
inline constexpr const char* always_invited = "always invited";

// Standing invitation pages.
inline constexpr const char* select_a_board = "Select a board";
inline constexpr const char* we_cannot_find_this_invitation = "We cannot find this invitation.";
inline constexpr const char* there_are_no_standing_invitations =
    "There are no standing invitations.";
inline constexpr const char* standing_invitations = "Standing invitations";
inline constexpr const char* reason_label = "Reason";
inline constexpr const char* invite_a_post_to_all = "Invite a post to all of a board’s meetings";
inline constexpr const char* add_invitation = "Add invitation";
inline constexpr const char* for_example_working_arrangements = "For example, working arrangements";
inline constexpr const char* a_post_with_a_standing_invitation =
    "A post with a standing invitation receives invitations and papers for every meeting of the "
    "board, but is not a member.";
inline constexpr const char* board_groups = "Board groups";
inline constexpr const char* enter_a_reason = "Enter a reason";
inline constexpr const char* change_a_standing_invitation = "Change a standing invitation";
inline constexpr const char* the_invitation_covers_meetings_up =
    "The invitation covers meetings up to this date. Leave blank if there is no end date";
inline constexpr const char* the_reporting_timetable_treats_some_boards =
    "The reporting timetable treats some boards as a group. Anything a group must report applies "
    "to each board in it.";
inline constexpr const char* add_a_board_to_a_group = "Add a board to a group";
inline constexpr const char* add_to_group = "Add to group";
inline constexpr const char* group_label = "Group";
inline constexpr const char* as_named_in_the_timetable =
    "As named in the timetable, for example JMGs";
inline constexpr const char* enter_the_name_of_the_group = "Enter the name of the group";

// Members.
inline std::string members_of(std::string_view board) {
    return fmt::format("{} members", board);
}
inline std::string change_membership_named(std::string_view post_and_role) {
    return fmt::format("Edit membership: {}", post_and_role);
}
inline std::string end_membership_named(std::string_view post_and_role) {
    return fmt::format("End membership: {}", post_and_role);
}
inline std::string change_membership_of(std::string_view board) {
    return fmt::format("Edit membership: {}", board);
}
inline std::string end_membership_of(std::string_view board) {
    return fmt::format("End membership: {}", board);
}
inline std::string on_behalf_of(std::string_view organisation, std::string_view others) {
    if (organisation.empty()) return fmt::format("On behalf of {}", others);
    return fmt::format("{}, on behalf of {}", organisation, others);
}
inline std::string characters_or_fewer(std::size_t greatest) {
    return fmt::format("Use {} characters or fewer", greatest);
}
inline std::string shared_membership_on(std::string_view date, std::size_t people,
                                        std::size_t pairs) {
    return fmt::format(
        "On {}, {} on more than one board, and {} at least one member.", date,
        workflows::text::counted(people, "person sits", "people sit"),
        workflows::text::counted(pairs, "pair of boards shares", "pairs of boards share"));
}
inline std::string both_boards(std::string_view one, std::string_view other) {
    return fmt::format("The {} and the {}", one, other);
}
inline std::string on_board(std::string_view code) {
    return fmt::format("On {}", code);
}

// Chair and secretariat.
inline std::string chair_and_secretariat_of(std::string_view board) {
    return fmt::format("{} chair and secretariat", board);
}
inline std::string cancel_handover_on(std::string_view date) {
    return fmt::format("Cancel the handover on {}", date);
}
inline std::string office_passes_to(std::string_view office, std::string_view post,
                                    std::string_view date) {
    return fmt::format("The {} will be handed over to the {} on {}", office, post, date);
}
inline std::string office_at(std::string_view office, std::string_view board) {
    return fmt::format("{} of the {}", office, board);
}
inline std::string hand_over_office(std::string_view office, std::string_view board) {
    return fmt::format("Hand over the role of {} of the {}", office, board);
}

// Standing invitations and groups.
inline std::string change_or_end(std::string_view post, std::string_view code) {
    return fmt::format("Edit or end: {}, {}", post, code);
}
inline std::string remove_from_group(std::string_view code, std::string_view group) {
    return fmt::format("Remove {} from {}", code, group);
}

// For the audit trail.
inline std::string member_from(std::string_view role, std::string_view board,
                               std::string_view date) {
    return fmt::format("{} of the {} from {}", role, board, date);
}
inline std::string member_until(std::string_view role, std::string_view board,
                                std::string_view date) {
    return fmt::format("{} of the {} until {}", role, board, date);
}
inline std::string membership_changed(std::string_view role, std::string_view board,
                                      std::string_view standing, std::string_view represents) {
    return fmt::format("{} of the {}: {}, for {}", role, board, standing, represents);
}
/// "member", "member from 1 April 2018", "member to 31 March 2019": empty dates are left out.
inline std::string held_between(std::string_view role, std::string_view from, std::string_view to) {
    if (from.empty() && to.empty()) return std::string(role);
    if (to.empty()) return fmt::format("{} from {}", role, from);
    if (from.empty()) return fmt::format("{} to {}", role, to);
    return fmt::format("{} from {} to {}", role, from, to);
}
/// A seat with its rights and whom it is for, where these are unusual.
inline std::string seat(std::string_view held, std::string_view standing,
                        std::string_view organisation) {
    if (standing.empty() && organisation.empty()) return std::string(held);
    if (organisation.empty()) return fmt::format("{}, {}", held, standing);
    if (standing.empty()) return fmt::format("{}, for {}", held, organisation);
    return fmt::format("{}, {}, for {}", held, standing, organisation);
}
inline std::string chair_of(std::string_view board) {
    return fmt::format("{} chair", board);
}
inline std::string votes_needed(int votes) {
    return fmt::format("{} needed", workflows::text::counted(votes, "vote", "votes"));
}
inline std::string office_from_on(std::string_view office, std::string_view person,
                                  std::string_view date) {
    return fmt::format("{} from {} on {}", office, person, date);
}
inline std::string office_on(std::string_view office, std::string_view date) {
    return fmt::format("{} on {}", office, date);
}
inline std::string reason_until(std::string_view reason, std::string_view date) {
    return fmt::format("{}, until {}", reason, date);
}

}  // namespace server::boards::member_words
