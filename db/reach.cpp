#include "db/reach.hpp"

#include <array>

#include "db/statement.hpp"

namespace db {
namespace {

using S = std::string;

constexpr Query<S> seats{"reach.seats", R"(
    SELECT board FROM membership WHERE person = :person AND (to_day = '' OR to_day >= :day))"};
constexpr Query<S> invitations{"reach.invitations", R"(
    SELECT board FROM standing_invitation
    WHERE person = :person AND (to_day = '' OR to_day >= :day))"};

constexpr Query<S> items{"reach.items", R"(
    SELECT m.board FROM agenda_item i JOIN meeting m ON m.id = i.meeting
    WHERE i.owner = :person AND i.owner <> '')"};
constexpr Query<S> issues{"reach.issues", R"(
    SELECT raising_board FROM issue WHERE holder = :person AND holder <> ''
    UNION SELECT asked_board FROM issue WHERE holder = :person AND holder <> '')"};
constexpr Query<S> issue_people{"reach.issue_people", R"(
    SELECT i.raising_board FROM issue_person p JOIN issue i ON i.id = p.issue
    WHERE p.person = :person AND i.next_date <> ''
    UNION SELECT i.asked_board FROM issue_person p JOIN issue i ON i.id = p.issue
    WHERE p.person = :person AND i.next_date <> '')"};
constexpr Query<S> responses{"reach.responses", R"(
    SELECT asking_board FROM response WHERE owner = :person AND owner <> ''
    UNION SELECT owing_board FROM response WHERE owner = :person AND owner <> '')"};
constexpr Query<S> meetings{"reach.meetings", R"(
    SELECT m.board FROM meeting_person p JOIN meeting m ON m.id = p.meeting
    WHERE p.person = :person
    UNION SELECT board FROM meeting_person WHERE person = :person
    UNION SELECT j.board FROM meeting_person p JOIN joint_board j ON j.meeting = p.meeting
    WHERE p.person = :person)"};
constexpr Query<S> polls{"reach.polls", R"(
    SELECT p.board FROM date_poll_person g JOIN date_poll p ON p.id = g.poll
    WHERE g.person = :person AND p.state = 'open'
    UNION SELECT g.board FROM date_poll_person g JOIN date_poll p ON p.id = g.poll
    WHERE g.person = :person AND p.state = 'open')"};

constexpr std::array named{&items, &issues, &issue_people, &responses, &meetings, &polls};

constexpr std::string_view did = "who did something: it opens nothing";
constexpr std::string_view secret = "ends by itself within the hour, or with the mailbox";
constexpr std::string_view a_day = "a day, no person";

// clang-format off
constexpr std::array columns{
    PersonColumn{"access_log", "person", did},
    PersonColumn{"agenda_item", "owner"},
    PersonColumn{"agenda_item", "presenter", "words for the agenda, no key"},
    PersonColumn{"agenda_request", "answer_by", a_day},
    PersonColumn{"agenda_request", "consider_by", a_day},
    PersonColumn{"agenda_request", "created_by", did},
    PersonColumn{"agenda_version", "published_by", did},
    PersonColumn{"annual_update", "published_by", did},
    PersonColumn{"audit", "actor", did},
    PersonColumn{"board_change", "made_by", did},
    PersonColumn{"case_event", "actor", did},
    PersonColumn{"case_event", "holder", "who held it then"},
    PersonColumn{"circulation_answer", "person", did},
    PersonColumn{"circulation_review", "review_by", a_day},
    PersonColumn{"circulation_stop", "assent_by", a_day},
    PersonColumn{"circulation_version", "person", did},
    PersonColumn{"concern", "acknowledge_by", a_day},
    PersonColumn{"concern", "created_by", did},
    PersonColumn{"concern", "partner", "the concern's boards name them; they are not told and cannot read it"},
    PersonColumn{"date_poll", "created_by", did},
    PersonColumn{"date_poll_answer", "person", "as date_poll_person"},
    PersonColumn{"date_poll_person", "person"},
    PersonColumn{"draft_minutes", "recorded_by", did},
    PersonColumn{"invitation_reply", "by", did},
    PersonColumn{"invitation_reply", "person", "what they said of an invitation that seats or names gave"},
    PersonColumn{"issue", "created_by", did},
    PersonColumn{"issue", "holder"},
    PersonColumn{"issue_person", "person"},
    PersonColumn{"job", "started_by", "shows how far the work is; what it made asks for its own right"},
    PersonColumn{"mail_link", "person", "ends with the mailbox"},
    PersonColumn{"meeting_confirm_by", "confirm_by", a_day},
    PersonColumn{"meeting_confirm_by", "set_by", did},
    PersonColumn{"meeting_person", "person"},
    PersonColumn{"membership", "person"},
    PersonColumn{"obligation", "respond_by", a_day},
    PersonColumn{"office_hand_over", "from_person", "the seats carry the days"},
    PersonColumn{"office_hand_over", "to_person", "the seats carry the days"},
    PersonColumn{"outbox", "created_by", did},
    PersonColumn{"outbox", "person", "a letter goes where it was addressed"},
    PersonColumn{"outbox", "lease_owner", "a sender of the program"},
    PersonColumn{"paper", "uploaded_by", did},
    PersonColumn{"person", "holder", "the name of a human"},
    PersonColumn{"person_history", "by", did},
    PersonColumn{"person_history", "holder", "the name of a human"},
    PersonColumn{"person_history", "person", "what the post was"},
    PersonColumn{"register_return", "asked_by", did},
    PersonColumn{"register_return", "submitted_by", did},
    PersonColumn{"request_extract", "sent_by", did},
    PersonColumn{"response", "created_by", did},
    PersonColumn{"response", "owner"},
    PersonColumn{"response_arrangement", "created_by", did},
    PersonColumn{"session", "person", secret},
    PersonColumn{"sign_in_link", "person", secret},
    PersonColumn{"standing_invitation", "person"},
    PersonColumn{"submission", "person", did},
    PersonColumn{"theme", "raised_by", "a theme belongs to no board"},
    PersonColumn{"theme_ask", "answered_by", did},
    PersonColumn{"theme_poll", "opened_by", did},
    PersonColumn{"timetable_contradiction", "settled_by", did},
    PersonColumn{"timetable_report", "author"},
    PersonColumn{"timetable_report", "owner", "the code of a board"},
};
// clang-format on

void add(std::set<S>& boards, const std::vector<S>& more) {
    for (const auto& board : more)
        if (!board.empty()) boards.insert(board);
}

}  // namespace

std::set<S> boards_naming(ReadTx& tx, const S& person, const S& today) {
    std::set<S> boards;
    add(boards, select(tx.session(), seats, {{"person", person}, {"day", today}}));
    add(boards, select(tx.session(), invitations, {{"person", person}, {"day", today}}));
    for (const auto* sql : named)
        add(boards, select(tx.session(), *sql, {{"person", person}}));
    return boards;
}

std::span<const PersonColumn> person_columns() {
    return columns;
}

std::vector<const Sql*> reach_statements() {
    std::vector<const Sql*> all{&seats, &invitations};
    all.insert(all.end(), named.begin(), named.end());
    return all;
}

}  // namespace db
