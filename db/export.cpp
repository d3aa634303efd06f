#include "db/export.hpp"

#include <fstream>
#include <stdexcept>
#include <string_view>
#include <utility>

#include "db/statement.hpp"
#include "workflows/text/csv.hpp"

namespace db {
namespace {

// A line of a file, in the order of its header.
template <std::size_t Columns>
using Line = std::array<std::string, Columns>;

constexpr Query<Line<10>> boards{"export.boards", R"(
    SELECT code, name, COALESCE(parent, ''), CASE statutory WHEN 1 THEN 'yes' ELSE 'no' END,
           statute, CAST(meetings_per_year AS TEXT), held_in, CAST(chairs AS TEXT),
           COALESCE(succeeded_by, ''), succeeded_on FROM board ORDER BY code)"};
constexpr Query<Line<2>> groups{"export.groups",
                                "SELECT name, board FROM board_group ORDER BY name, board"};
constexpr Query<Line<5>> people{"export.people", R"(
    SELECT key, post, organisation, email, holder FROM person ORDER BY key)"};
constexpr Query<Line<9>> memberships{"export.memberships", R"(
    SELECT m.board, m.person, m.role, m.label, m.from_day, m.to_day, COALESCE(d.organisation, ''),
           COALESCE(d.standing, ''), COALESCE(d.on_behalf_of, '')
    FROM membership m LEFT JOIN membership_detail d ON d.membership = m.id
    ORDER BY m.board, m.person, m.role, m.from_day, m.to_day)"};
// Of those with one date the first that is no longer provisional, by preference with an agenda.
constexpr Query<Line<8>> meetings{"export.meetings", R"(
    SELECT board, CASE planned WHEN '' THEN 'tbc' ELSE planned END, state, kind, held_in,
           CASE time_assumed WHEN 1 THEN '' ELSE starts END,
           CASE time_assumed WHEN 1 THEN '' ELSE ends END, place
    FROM meeting
    WHERE id = (
        SELECT other.id FROM meeting AS other WHERE other.board = meeting.board
        AND other.planned = meeting.planned AND other.state <> 'cancelled'
        ORDER BY other.state = 'provisional', other.published = 0, other.starts, other.id LIMIT 1)
    ORDER BY board, planned)"};
// The newest circulation of a document by its owner. A stop at a meeting that is left out comes
// back at the one that is written for its date, and so says the state of that one.
constexpr Query<Line<7>> circulations{"export.circulations", R"(
    SELECT circulation.document, circulation.version_label, circulation.owner,
           circulation.purpose, circulation_stop.board,
           CASE meeting.planned WHEN '' THEN 'tbc' ELSE meeting.planned END,
           (SELECT other.state FROM meeting AS other WHERE other.board = meeting.board
            AND other.planned = meeting.planned AND other.state <> 'cancelled'
            ORDER BY other.state = 'provisional', other.published = 0, other.starts, other.id
            LIMIT 1)
    FROM circulation_stop
    JOIN circulation ON circulation.id = circulation_stop.circulation
    JOIN meeting ON meeting.id = circulation_stop.meeting
    WHERE meeting.state <> 'cancelled' AND NOT EXISTS (
        SELECT 1 FROM circulation AS newer WHERE newer.document = circulation.document
        AND newer.owner = circulation.owner
        AND (newer.created_at, newer.id) > (circulation.created_at, circulation.id))
    ORDER BY circulation.document, circulation.owner, meeting.planned, circulation_stop.board)"};
constexpr Query<std::pair<std::string, int>> left_out{"export.left_out", R"(
    WITH newest AS (
        SELECT id FROM circulation WHERE NOT EXISTS (
            SELECT 1 FROM circulation AS newer WHERE newer.document = circulation.document
            AND newer.owner = circulation.owner
            AND (newer.created_at, newer.id) > (circulation.created_at, circulation.id))),
    further AS (
        SELECT LENGTH(planned) AS length, COUNT(*) - 1 AS number FROM meeting
        WHERE state <> 'cancelled' GROUP BY board, planned)
    SELECT 'cancelled_meetings', COUNT(*) FROM meeting WHERE state = 'cancelled' UNION ALL
    SELECT 'meetings_of_one_day', COALESCE(SUM(number), 0) FROM further WHERE length > 7 UNION ALL
    SELECT 'meetings_of_one_month', COALESCE(SUM(number), 0) FROM further WHERE length = 7
    UNION ALL
    SELECT 'undated_meetings', COALESCE(SUM(number), 0) FROM further WHERE length = 0 UNION ALL
    SELECT 'stops_at_cancelled_meetings', COUNT(*) FROM newest
        JOIN circulation_stop ON circulation_stop.circulation = newest.id
        JOIN meeting ON meeting.id = circulation_stop.meeting
        WHERE meeting.state = 'cancelled' UNION ALL
    SELECT 'stops_without_meeting', COUNT(*) FROM newest
        JOIN circulation_stop ON circulation_stop.circulation = newest.id
        WHERE circulation_stop.meeting IS NULL UNION ALL
    SELECT 'circulations_without_stops', COUNT(*) FROM newest WHERE NOT EXISTS (
        SELECT 1 FROM circulation_stop JOIN meeting ON meeting.id = circulation_stop.meeting
        WHERE circulation_stop.circulation = newest.id AND meeting.state <> 'cancelled') UNION ALL
    SELECT 'earlier_circulations', COUNT(*) FROM circulation
        WHERE id NOT IN (SELECT id FROM newest) UNION ALL
    SELECT 'ended_invitations', COUNT(*) FROM standing_invitation WHERE to_day <> '' UNION ALL
    SELECT 'agenda_items', COUNT(*) FROM agenda_item UNION ALL
    SELECT 'agenda_versions', COUNT(*) FROM agenda_version UNION ALL
    SELECT 'papers', COUNT(*) FROM paper WHERE removed_at = 0 UNION ALL
    SELECT 'requests', COUNT(*) FROM agenda_request UNION ALL
    SELECT 'circulation_outcomes', COUNT(*) FROM circulation_stop WHERE state <> 'planned' UNION ALL
    SELECT 'letters', COUNT(*) FROM outbox)"};
constexpr Query<Line<4>> timetable{"export.timetable", R"(
    SELECT report, board_or_group, purpose, season FROM timetable_cell
    ORDER BY report, board_or_group, purpose)"};
constexpr Query<Line<3>> invitations{"export.invitations", R"(
    SELECT board, person, reason FROM standing_invitation
    WHERE to_day = '' ORDER BY board, person)"};
constexpr Query<Line<7>> register_records{"export.register", R"(
    SELECT board, date_of_completion, last_meeting, next_meeting, lead_member, lead_officer,
           website FROM register_record ORDER BY board)"};
constexpr Query<Line<7>> themes{
    "export.themes",
    "SELECT name, lead_boards, contributors, approach, responsibility, reporting, "
    "state FROM theme ORDER BY name"};

class Exporter {
  public:
    Exporter(ReadTx& tx, const std::filesystem::path& directory, DryRun dry_run)
        : tx_(tx), directory_(directory), dry_run_(dry_run) {}

    template <std::size_t Columns>
    void write(const char* name, std::string_view header, const Query<Line<Columns>>& query) {
        const auto path = directory_ / name;
        files_.push_back(path);
        if (dry_run_ == DryRun::yes) return;
        std::ofstream file(path, std::ios::binary);
        file << header << '\n';
        each(tx_.session(), query, {}, [&](const auto& row) {
            file << std::apply(
                [](const auto&... cell) { return workflows::text::csv_line({cell...}); }, row);
        });
        if (!file.flush()) throw std::runtime_error("cannot write " + path.string());
    }
    std::vector<std::filesystem::path> files() && { return std::move(files_); }

  private:
    ReadTx& tx_;
    const std::filesystem::path& directory_;
    DryRun dry_run_;
    std::vector<std::filesystem::path> files_;
};

}  // namespace

ExportReport export_county(ReadTx& tx, const std::filesystem::path& directory, DryRun dry_run) {
    if (dry_run == DryRun::no) std::filesystem::create_directories(directory);
    Exporter out(tx, directory, dry_run);
    out.write("boards.csv",
              "code,name,parent,statutory,statute,meetings_per_year,held_in,chairs,succeeded_by,"
              "succeeded_on",
              boards);
    out.write("board_groups.csv", "group,board", groups);
    out.write("people.csv", "key,post,organisation,email,holder", people);
    out.write("memberships.csv",
              "board,person,role,label,from,to,organisation,standing,on_behalf_of", memberships);
    out.write("meetings.csv", "board,date,status,kind,held_in,starts,ends,place", meetings);
    out.write("circulations.csv", "document,version,owner,purpose,board,date,status", circulations);
    out.write("reporting_timetable.csv", "report,board_or_group,purpose,season", timetable);
    out.write("standing_invitations.csv", "board,person,reason", invitations);
    out.write("register.csv",
              "board,date_of_completion,last_meeting,next_meeting,lead_member,lead_officer,website",
              register_records);
    out.write("themes.csv",
              "theme,lead_boards,contributing_boards,approach,responsibility,reporting,state",
              themes);
    ExportReport report;
    report.files = std::move(out).files();
    for (const auto& [kind, number] : select(tx.session(), left_out))
        report.of(workflows::from_text<LeftOut>(kind).value()) = number;
    return report;
}

std::vector<const Sql*> export_statements() {
    return {&boards,    &groups,      &people,           &memberships, &meetings, &circulations,
            &timetable, &invitations, &register_records, &themes,      &left_out};
}

}  // namespace db
