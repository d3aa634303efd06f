// Who may know that a meeting takes place. One rule for every list, feed, picture and page.
#pragma once

#include <string>
#include <vector>

#include "db/database.hpp"
#include "db/sql.hpp"

namespace db {

struct Arguments;  // db/statement.hpp

/// For whom meetings are read. A closed meeting (a chairs', resolution or executive meeting held in
/// private, or a private workshop whose date a poll found) is known to the people who are asked to
/// it, and to chair, vice-chair and secretariat of the boards concerned: the one that it belongs
/// to, those that join, and those of the issue that it is held for. All others know of no such
/// meeting.
struct MeetingReader {
    std::string person = {};  // key; empty: the public
    bool service = false;     // the program's own work, which shows nobody anything: all meetings
};
MeetingReader service_reader();

bool is_meeting_known(ReadTx& tx, const std::string& meeting, const MeetingReader& reader);

/// What the parameters of `meeting_is_known` take, on the county's day.
Arguments arguments_of(const ReadTx& tx, const MeetingReader& reader);

std::vector<const Sql*> meeting_readers_statements();

// A condition on the row `m` of `meeting`, with the parameters :all, :reader and :on.
inline constexpr char meeting_boards_asked[] =
    "(SELECT m.board UNION ALL SELECT j.board FROM joint_board j WHERE j.meeting = m.id)";
inline constexpr char meeting_boards_concerned[] =
    "(SELECT m.board UNION ALL SELECT j.board FROM joint_board j WHERE j.meeting = m.id"
    " UNION ALL SELECT i.raising_board FROM issue_meeting x JOIN issue i ON i.id = x.issue"
    " WHERE x.meeting = m.id UNION ALL SELECT i.asked_board FROM issue_meeting x"
    " JOIN issue i ON i.id = x.issue WHERE x.meeting = m.id)";
// People asked by name stand for whole boards and for those who are always invited.
inline constexpr auto meeting_is_known_text = joined_sql(
    " (:all = 1 OR m.held_in <> 'private'"
    " OR m.kind NOT IN ('chairs', 'resolution', 'executive', 'workshop')"
    " OR (m.kind = 'workshop' AND NOT EXISTS (SELECT 1 FROM date_poll p"
    " WHERE p.meeting = m.id AND p.meeting <> ''))"
    " OR EXISTS (SELECT 1 FROM meeting_person n WHERE n.meeting = m.id AND n.person = :reader)"
    " OR EXISTS (SELECT 1 FROM membership s WHERE s.person = :reader AND s.from_day <= :on"
    " AND (s.to_day = '' OR s.to_day >= :on) AND s.role IN ('chair', 'vice-chair', 'secretariat')"
    " AND s.board IN ",
    meeting_boards_concerned,
    ") OR (NOT EXISTS (SELECT 1 FROM meeting_person n WHERE n.meeting = m.id)"
    " AND (EXISTS (SELECT 1 FROM membership s WHERE s.person = :reader AND s.from_day <= :on"
    " AND (s.to_day = '' OR s.to_day >= :on) AND s.board IN ",
    meeting_boards_asked,
    ") OR EXISTS (SELECT 1 FROM standing_invitation v WHERE v.person = :reader"
    " AND (v.to_day = '' OR v.to_day >= :on) AND v.board IN ",
    meeting_boards_asked, "))))");
inline constexpr const char* meeting_is_known = meeting_is_known_text.data();

}  // namespace db
