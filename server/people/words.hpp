// Posts and who holds them.
#pragma once

#include <fmt/core.h>

#include <string>
#include <string_view>
#include <vector>

#include "workflows/text/words.hpp"

namespace server::people::words {

// People forms.
inline constexpr const char* enter_the_post_for_example_director =
    "Enter the post, for example Director of Public Health. Use 200 characters or fewer";
inline constexpr const char* enter_the_organisation_use_200_characters =
    "Enter the organisation. Use 200 characters or fewer";
inline constexpr const char* name_must_be_200_characters = "Name must be 200 characters or fewer";
inline constexpr const char* enter_an_email_address_for_example =
    "Enter an email address, for example name@example.org";
inline constexpr const char* post_label = "Post";
inline constexpr const char* organisation = "Organisation";
inline constexpr const char* held_by_optional = "Held by (optional)";
inline constexpr const char* the_current_postholders_name_only_secretariats =
    "The current postholder’s name. Only secretariats can see it. If you change it, links in "
    "emails already sent to this post will stop working";
inline constexpr const char* email_address = "Email address";
inline constexpr const char* we_send_emails_and_sign =
    "We send emails and sign-in codes to this address. If you change it, the person using this "
    "post is signed out and links in emails already sent stop working";
inline constexpr const char* this_post_is_an_administrator_only =
    "This post is an administrator. Only another administrator can change its email address.";
inline constexpr const char* another_post_already_uses_this_email =
    "Another post already uses this email address. Enter a different one.";
inline constexpr const char* add_a_post = "Add a post";
inline constexpr const char* people = "People";
inline constexpr const char* add_post = "Add post";
inline constexpr const char* save = "Save";
inline constexpr const char* links_in_earlier_emails =
    "Links in earlier emails to this post no longer work. Ask for new ones.";

// People pages.
inline constexpr const char* the_service = "The service";
inline constexpr const char* board_memberships = "Board memberships";
inline constexpr const char* this_post_is_not_a_member = "This post is not a member of any board.";
inline constexpr const char* board_label = "Board";
inline constexpr const char* role = "Role";
inline constexpr const char* start_date = "Start date";
inline constexpr const char* end_date = "End date";
inline constexpr const char* start_date_not_known = "Start date not known";
inline constexpr const char* not_set = "Not set";
inline constexpr const char* previous_postholders = "Previous postholders";
inline constexpr const char* until = "Until";
inline constexpr const char* held_by = "Held by";
inline constexpr const char* changed_by = "Changed by";
inline constexpr const char* not_recorded = "Not recorded";
inline constexpr const char* some_emails_are_still_queued =
    "Some emails are still queued for the previous address. They will not be sent to the new one. "
    "If they should not be read at the previous address, put them on hold on the emails page, and "
    "tell the new postholder what they say.";
inline constexpr const char* queued_for_the_previous_address = "Queued for the previous address";
inline constexpr const char* subject = "Subject";
inline constexpr const char* to = "To";
inline constexpr const char* status = "Status";
inline constexpr const char* history = "History";
inline constexpr const char* when = "When";
inline constexpr const char* by = "By";
inline constexpr const char* what = "What";
inline constexpr const char* people_as_data = "People (JSON)";
inline constexpr const char* people_are_listed_by_post = "People are listed by post.";
inline constexpr const char* shared_membership = "Shared membership";
inline constexpr const char* standing_invitations_and_board_groups =
    "Standing invitations and board groups";
inline constexpr const char* posts = "Posts";
inline constexpr const char* boards = "Boards";
inline constexpr const char* none = "None";
inline constexpr const char* links_in_earlier_emails_to_this_post_no =
    "Links in earlier emails to this post no longer work. Ask again for anything it has not "
    "replied to: meeting invitations, date polls, themes and written assent.";
inline constexpr const char* administrator = "Administrator";
inline constexpr const char* yes = "Yes";
inline constexpr const char* no = "No";
inline constexpr const char* edit_this_post = "Edit this post";

// What `changed` names.
inline constexpr const char* part_post = "post";
inline constexpr const char* part_organisation = "organisation";
inline constexpr const char* part_holder = "postholder";
inline constexpr const char* part_email_address = "email address";

/// For the audit trail: "Changed post, holder".
inline std::string changed(const std::vector<std::string>& parts) {
    if (parts.empty()) return "Saved without a change";
    return fmt::format("Changed {}", workflows::text::joined(parts));
}
inline std::string changed_and_links_ended(std::string_view changes, long long links) {
    return fmt::format("{}; {} ended", changes,
                       workflows::text::counted(links, "link in an email", "links in emails"));
}
inline std::string added(std::string_view post) {
    return fmt::format("Added {}", post);
}

inline std::string edit_post(std::string_view post) {
    return fmt::format("Edit: {}", post);
}
inline std::string only_its_secretariat_can_change_the_address(std::string_view board) {
    return fmt::format(
        "This post is also involved in {} business. Only that board’s secretariat or an "
        "administrator can change its email address.",
        board);
}
inline std::string signed_out_and_emails_go_to(std::string_view address) {
    return fmt::format(
        "Anyone signed in as this post has been signed out. New emails will be sent to {}.",
        address);
}

}  // namespace server::people::words
