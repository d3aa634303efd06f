// What the pages over all boards say: joint working, forward plan, help, home, audit trail.
#pragma once

#include <fmt/core.h>

#include <string>
#include <string_view>

#include "workflows/text/words.hpp"

namespace server::overview::words {

using workflows::text::counted;

// Audit trail.
inline std::string for_somebody(std::string_view actor, std::string_view board) {
    return fmt::format("{}, for {}", actor, board);
}
inline std::string only_resource(std::string_view resource) {
    return fmt::format("Showing entries for {} only.", resource);
}
inline constexpr const char* no_entries = "There are no entries.";

// Joint working.
inline constexpr const char* timetable_text =
    "Which annual reports go to which boards, and in which season";
inline constexpr const char* map_text =
    "How boards report to each other and which have been replaced";
inline constexpr const char* planner_text = "All meetings in a year";
inline constexpr const char* plan_text = "What is coming to each board in the next 18 months";
inline constexpr const char* officers_text =
    "An agenda for the officers’ meeting: what is due, open and overdue";
inline constexpr const char* register_text =
    "Who leads each board, its last meeting and its next meeting";
inline constexpr const char* returns_text = "Annual returns: request, chase and publish";
inline constexpr const char* requests_text =
    "Requests to other boards for information, an agenda item or a meeting";
inline constexpr const char* responses_text = "Responses to reports, received and outstanding";
inline constexpr const char* issues_text =
    "Unresolved issues between boards and who is dealing with them";
inline constexpr const char* concerns_text =
    "Concerns your boards have referred to a safeguarding board";
inline constexpr const char* digest_text =
    "What is open, feedback received and what has been escalated";
inline constexpr const char* circulations = "Documents in circulation";
inline constexpr const char* circulations_text = "Track drafts being circulated to boards";
inline constexpr const char* themes_text =
    "Themes shared by several boards and which boards lead on them";
inline constexpr const char* seats_text = "People who sit on more than one board";
inline constexpr const char* cadence = "Meeting frequency";
inline constexpr const char* cadence_text =
    "Which boards are behind schedule or have not held a public meeting this year";
inline constexpr const char* series_text = "Arrange a board’s meetings for a year or more";
inline constexpr const char* changes_text = "Rename, merge or close boards";
inline constexpr const char* polls_text = "Ask people which dates they can attend";
inline constexpr const char* clashes_text = "People with two meetings on the same day";
inline constexpr const char* between_boards_lead =
    "Requests, reports and shared business between boards";

// Help.
inline constexpr const char* find_meeting = "Find a meeting or agenda";
inline constexpr const char* find_meeting_text =
    "The home page lists the next meetings for all boards. Each meeting has its own page. The page "
    "address stays the same if the meeting is rearranged.";
inline constexpr const char* all_meetings = "Calendar of meetings";
inline constexpr const char* follow = "Add meetings to your calendar";
inline constexpr const char* follow_text =
    "Every list of meetings has a calendar link (iCalendar). Subscribe to it in your calendar and "
    "it will update when meetings are rearranged or cancelled.";
inline constexpr const char* all_meetings_calendar = "Subscribe to all meetings (iCalendar)";
inline constexpr const char* sign_in_text =
    "Members, chairs and secretariats sign in with a code that we email to them. There is no "
    "password.";
inline constexpr const char* sign_in = "Sign in to Shiremoot";
inline constexpr const char* rules = "How the rules work";
inline constexpr const char* clear_days = "How clear days are counted";
inline constexpr const char* workflows_link =
    "Workflows: every step, who can take it and who is notified";
inline constexpr const char* wrong = "Report something wrong or missing";
inline constexpr const char* wrong_text = "Email the contact on the meeting or board page.";

// Accessibility.
inline constexpr const char* accessibility =
    "We want as many people as possible to be able to use this service. It is designed to meet "
    "level AA of the Web Content Accessibility Guidelines 2.2. Every page works without "
    "JavaScript, with only a keyboard and at 400% zoom.";
inline constexpr const char* less_accessible = "What is not fully accessible";
inline constexpr const char* papers_text =
    "Papers are PDF files supplied by their authors. Some have no tags or no text.";
inline constexpr const char* packs_text =
    "Agenda packs combine these files, which removes their tags. To read accessible versions, open "
    "individual papers from the agenda page.";
inline constexpr const char* other_format = "Request another format or report a problem";
inline constexpr const char* other_format_text =
    "Email the contact on the meeting or board page. Tell us which page it is and what you need. "
    "You should get a reply within 5 working days.";
inline constexpr const char* complaint = "If you are not happy with our response";
inline constexpr const char* complaint_text =
    "Contact the Equality Advisory and Support Service. The Equality and Human Rights Commission "
    "enforces the Public Sector Bodies (Websites and Mobile Applications) (No. 2) Accessibility "
    "Regulations 2018.";
inline constexpr const char* workflows_lead = "All workflow steps and who can take them";

// Home.
inline constexpr const char* county_meetings = "County board meetings";
inline std::string board_meetings(std::string_view county) {
    return fmt::format("{} board meetings", county);
}
inline constexpr const char* home_lead =
    "When each board meets, what it will discuss and the papers it will consider.";

}  // namespace server::overview::words
