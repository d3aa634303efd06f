#include "db/export.hpp"

#include <fstream>
#include <stdexcept>
#include <string_view>

#include "db/statement.hpp"

namespace db {
namespace {

constexpr Sql boards{"export.boards", R"(
    SELECT code, name, COALESCE(parent, ''), CASE statutory WHEN 1 THEN 'yes' ELSE 'no' END,
           statute, CAST(meetings_per_year AS TEXT), held_in, CAST(chairs AS TEXT),
           COALESCE(succeeded_by, ''), succeeded_on FROM board ORDER BY code)"};
constexpr Sql groups{"export.groups", "SELECT name, board FROM board_group ORDER BY name, board"};
constexpr Sql people{"export.people",
                     "SELECT key, post, organisation, email FROM person ORDER BY key"};
constexpr Sql memberships{"export.memberships", R"(
    SELECT board, person, role FROM membership WHERE to_day = '' ORDER BY board, person, role)"};
constexpr Sql meetings{"export.meetings", R"(
    SELECT board, planned, state, kind, held_in FROM meeting
    WHERE planned <> '' AND state <> 'cancelled' ORDER BY board, planned)"};
constexpr Sql circulations{"export.circulations", R"(
    SELECT circulation.document, circulation.version_label, circulation.owner,
           circulation.purpose, circulation_stop.board, meeting.planned,
           CASE meeting.state WHEN 'provisional' THEN 'provisional' ELSE 'confirmed' END
    FROM circulation_stop
    JOIN circulation ON circulation.id = circulation_stop.circulation
    JOIN meeting ON meeting.id = circulation_stop.meeting
    ORDER BY circulation.document, meeting.planned, circulation_stop.board)"};
constexpr Sql timetable{"export.timetable", R"(
    SELECT report, board_or_group, purpose, season FROM timetable_cell
    ORDER BY report, board_or_group, purpose)"};
constexpr Sql invitations{"export.invitations", R"(
    SELECT board, person, reason FROM standing_invitation
    WHERE to_day = '' ORDER BY board, person)"};
constexpr Sql register_records{"export.register", R"(
    SELECT board, date_of_completion, last_meeting, next_meeting, lead_member, lead_officer,
           website FROM register_record ORDER BY board)"};
constexpr Sql themes{"export.themes",
                     "SELECT name, lead_boards, contributors FROM theme ORDER BY name"};

// RFC 4180; a cell that a spreadsheet would take for a formula is kept as text by its quotes.
std::string cell(std::string_view text) {
    if (text.find_first_of(",\"\r\n") == std::string_view::npos) return std::string(text);
    std::string quoted = "\"";
    for (const char c : text)
        quoted += c == '"' ? std::string("\"\"") : std::string(1, c);
    return quoted + "\"";
}

void write_line(std::ofstream& file, std::initializer_list<std::string_view> cells) {
    bool first = true;
    for (const auto text : cells) {
        if (!first) file << ',';
        file << cell(text);
        first = false;
    }
    file << '\n';
}

template <class... Columns>
std::filesystem::path write_file(ReadTx& tx, const std::filesystem::path& path,
                                 std::string_view header, const Sql& sql) {
    std::ofstream file(path, std::ios::binary);
    file << header << '\n';
    each<Columns...>(tx.session(), sql,
                     [&](const Columns&... columns) { write_line(file, {columns...}); });
    if (!file.flush()) throw std::runtime_error("cannot write " + path.string());
    return path;
}

}  // namespace

std::vector<std::filesystem::path> export_county(ReadTx& tx,
                                                 const std::filesystem::path& directory) {
    using S = std::string;
    std::filesystem::create_directories(directory);
    return {
        write_file<S, S, S, S, S, S, S, S, S, S>(
            tx, directory / "boards.csv",
            "code,name,parent,statutory,statute,meetings_per_year,held_in,chairs,succeeded_by,"
            "succeeded_on",
            boards),
        write_file<S, S>(tx, directory / "board_groups.csv", "group,board", groups),
        write_file<S, S, S, S>(tx, directory / "people.csv", "key,post,organisation,email", people),
        write_file<S, S, S>(tx, directory / "memberships.csv", "board,person,role", memberships),
        write_file<S, S, S, S, S>(tx, directory / "meetings.csv", "board,date,status,kind,held_in",
                                  meetings),
        write_file<S, S, S, S, S, S, S>(tx, directory / "circulations.csv",
                                        "document,version,owner,purpose,board,date,status",
                                        circulations),
        write_file<S, S, S, S>(tx, directory / "reporting_timetable.csv",
                               "report,board_or_group,purpose,season", timetable),
        write_file<S, S, S>(tx, directory / "standing_invitations.csv", "board,person,reason",
                            invitations),
        write_file<S, S, S, S, S, S, S>(
            tx, directory / "register.csv",
            "board,date_of_completion,last_meeting,next_meeting,lead_member,lead_officer,website",
            register_records),
        write_file<S, S, S>(tx, directory / "themes.csv", "theme,lead_boards,contributing_boards",
                            themes),
    };
}

std::vector<const Sql*> export_statements() {
    return {&boards,       &groups,    &people,      &memberships,      &meetings,
            &circulations, &timetable, &invitations, &register_records, &themes};
}

}  // namespace db
