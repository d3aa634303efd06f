// The address of every page, by name: what links to a page names it here and needs not know its
// room. The patterns stand in the routes.cpp of the rooms.
#pragma once

#include "server/web/href.hpp"

namespace server::routes {

// letters
extern const web::Address mail_link;
extern const web::Address mail_link_document;
extern const web::Address mail_queue;
extern const web::Address mail_message;
extern const web::Address mail_message_retry;
extern const web::Address mail_message_hold;
extern const web::Address mail_out;
extern const web::Address mail_out_undo;
extern const web::Address mail_due;
extern const web::Address board_reminders;

// access
extern const web::Address sign_in;
extern const web::Address sign_in_code;
extern const web::Address sign_in_link;
extern const web::Address sign_out;

// people
extern const web::Address people;
extern const web::Address people_json;
extern const web::Address new_person;
extern const web::Address person;
extern const web::Address person_edit;

// boards
extern const web::Address board_edit;
extern const web::Address board_members;
extern const web::Address membership_edit;
extern const web::Address board_quorum;
extern const web::Address board_hand_over;
extern const web::Address board_hand_over_undo;
extern const web::Address membership_end;
extern const web::Address invitations;
extern const web::Address invitation;
extern const web::Address groups;
extern const web::Address groups_remove;
extern const web::Address office;
extern const web::Address seats;
extern const web::Address seats_json;
extern const web::Address seats_csv;

// meetings
extern const web::Address meetings;
extern const web::Address meetings_json;
extern const web::Address meetings_ics;
extern const web::Address board_meetings_ics;
extern const web::Address board_meeting_on;
extern const web::Address new_meeting;
extern const web::Address meeting_edit;
extern const web::Address meeting_confirm;
extern const web::Address meeting_move;
extern const web::Address meeting_cancel;
extern const web::Address meeting_hold;
extern const web::Address meeting_reinstate;
extern const web::Address meeting_correct;
extern const web::Address meeting_minutes;
extern const web::Address meeting_minutes_undo;
extern const web::Address meeting_replies;
extern const web::Address meeting_replies_csv;
extern const web::Address help_clear_days;
extern const web::Address help_clear_days_json;

// agenda
extern const web::Address meeting_agenda;
extern const web::Address new_item;
extern const web::Address item_edit;
extern const web::Address item_up;
extern const web::Address item_down;
extern const web::Address item_remove;
extern const web::Address meeting_publish;
extern const web::Address agenda_version;

// papers
extern const web::Address item_papers;
extern const web::Address late_papers;
extern const web::Address paper_pdf;
extern const web::Address paper_remove;
extern const web::Address meeting_pack;
extern const web::Address meeting_pack_pdf;
extern const web::Address meeting_send;
extern const web::Address job;
extern const web::Address job_json;
extern const web::Address job_cancel;

// responses
extern const web::Address responses;
extern const web::Address responses_json;
extern const web::Address responses_csv;
extern const web::Address new_response;
extern const web::Address responses_deliver;
extern const web::Address responses_arrangements;
extern const web::Address responses_arrangements_end;
extern const web::Address response;
extern const web::Address response_json;
extern const web::Address response_step;

// requests
extern const web::Address requests;
extern const web::Address requests_json;
extern const web::Address new_request;
extern const web::Address request;
extern const web::Address request_json;
extern const web::Address request_step;
extern const web::Address requests_svg;
extern const web::Address requests_csv;

// issues
extern const web::Address issues;
extern const web::Address issues_csv;
extern const web::Address issues_json;
extern const web::Address new_issue;
extern const web::Address issue;
extern const web::Address issue_json;
extern const web::Address issue_meeting;
extern const web::Address issue_step;

// concerns
extern const web::Address concerns;
extern const web::Address concerns_csv;
extern const web::Address concerns_json;
extern const web::Address new_concern;
extern const web::Address concern;
extern const web::Address concern_json;
extern const web::Address concern_step;

// circulation
extern const web::Address circulations;
extern const web::Address circulations_json;
extern const web::Address new_circulation;
extern const web::Address circulation;
extern const web::Address circulation_json;
extern const web::Address circulation_stops;
extern const web::Address circulation_version;
extern const web::Address circulation_file;
extern const web::Address circulation_version_pdf;
extern const web::Address circulation_review;
extern const web::Address circulation_plan;
extern const web::Address circulation_amended;
extern const web::Address circulation_comments;
extern const web::Address circulation_comments_csv;
extern const web::Address circulation_comments_json;
extern const web::Address circulation_certificate;
extern const web::Address circulation_certificate_pdf;
extern const web::Address circulation_certificate_json;
extern const web::Address circulation_certificate_csv;
extern const web::Address stop_step;
extern const web::Address circulation_svg;
extern const web::Address circulation_csv;

// themes
extern const web::Address themes;
extern const web::Address themes_json;
extern const web::Address themes_csv;
extern const web::Address new_theme;
extern const web::Address theme;
extern const web::Address theme_edit;
extern const web::Address theme_ask;
extern const web::Address theme_agree;
extern const web::Address theme_close;
extern const web::Address theme_reopen;
extern const web::Address theme_answers;
extern const web::Address theme_answers_json;
extern const web::Address theme_answers_csv;

// timetable
extern const web::Address timetable_svg;
extern const web::Address timetable;
extern const web::Address timetable_json;
extern const web::Address timetable_csv;
extern const web::Address report;
extern const web::Address timetable_proposals;
extern const web::Address timetable_roll_forward;
extern const web::Address timetable_seasons;
extern const web::Address timetable_orders;
extern const web::Address timetable_orders_end;
extern const web::Address new_contradiction;
extern const web::Address contradiction;
extern const web::Address obligation;
extern const web::Address obligation_step;

// planning
extern const web::Address series;
extern const web::Address series_dates;
extern const web::Address cadence;
extern const web::Address cadence_json;
extern const web::Address cadence_csv;
extern const web::Address board_cadence;
extern const web::Address clashes;
extern const web::Address clashes_json;
extern const web::Address polls;
extern const web::Address new_poll;
extern const web::Address poll;
extern const web::Address poll_json;
extern const web::Address poll_csv;
extern const web::Address poll_chase;
extern const web::Address poll_close;
extern const web::Address poll_cancel;
extern const web::Address planner;
extern const web::Address planner_svg;
extern const web::Address planner_csv;
extern const web::Address planner_json;
extern const web::Address holidays;
extern const web::Address holiday_remove;

// succession
extern const web::Address changes;
extern const web::Address changes_json;
extern const web::Address changes_csv;
extern const web::Address changes_rename;
extern const web::Address changes_succession;
extern const web::Address change;
extern const web::Address change_record;
extern const web::Address change_undo;

// partnership_register
extern const web::Address register_of_boards;
extern const web::Address register_of_boards_json;
extern const web::Address register_of_boards_csv;
extern const web::Address return_years;
extern const web::Address returns_of_year;
extern const web::Address returns_of_year_json;
extern const web::Address returns_of_year_csv;
extern const web::Address returns_ask;
extern const web::Address returns_chase;
extern const web::Address register_return;
extern const web::Address register_return_step;
extern const web::Address annual_update;
extern const web::Address annual_update_pdf;
extern const web::Address annual_update_json;
extern const web::Address annual_update_publish;
extern const web::Address return_form;

// overview
extern const web::Address health;
extern const web::Address readiness;
extern const web::Address front_page;
extern const web::Address meeting;
extern const web::Address meeting_json;
extern const web::Address meeting_ics;
extern const web::Address meeting_workspace;
extern const web::Address boards;
extern const web::Address boards_json;
extern const web::Address board_map;
extern const web::Address board_map_svg;
extern const web::Address board_map_csv;
extern const web::Address board;
extern const web::Address board_json;
extern const web::Address between_boards;
extern const web::Address forward_plan_svg;
extern const web::Address forward_plan;
extern const web::Address forward_plan_json;
extern const web::Address forward_plan_csv;
extern const web::Address officers_agenda;
extern const web::Address officers_agenda_json;
extern const web::Address to_do;
extern const web::Address audit;
extern const web::Address digest;
extern const web::Address digest_csv;
extern const web::Address digest_json;
extern const web::Address help;
extern const web::Address help_workflows;
extern const web::Address accessibility;
extern const web::Address licences;

// demo
extern const web::Address demo_act_as;
extern const web::Address demo_outbox;
extern const web::Address demo_outbox_message;
extern const web::Address demo_outbox_message_html;
extern const web::Address demo_outbox_message_calendar;
extern const web::Address demo_outbox_message_source;

}  // namespace server::routes
