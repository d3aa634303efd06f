#include "server/timetable/obligation_subject.hpp"

#include <algorithm>
#include <charconv>

#include "db/boards.hpp"
#include "db/county.hpp"
#include "db/memberships.hpp"
#include "db/report_owners.hpp"
#include "db/timetable_settings.hpp"
#include "server/meetings/deadline_words.hpp"
#include "server/timetable/timetable_queries.hpp"
#include "server/web/href.hpp"
#include "server/web/routes.hpp"
#include "workflows/text/words.hpp"

namespace server::timetable {
namespace {

constexpr char part_mark = '~';  // in no id and in no slug

std::vector<std::string> parts_of(const std::string& name) {
    std::vector<std::string> parts(1);
    for (const char c : name) {
        if (c == part_mark) {
            parts.emplace_back();
        } else {
            parts.back() += c;
        }
    }
    return parts;
}

std::string board_slug(std::string_view code) {
    std::string slug(code);
    std::transform(slug.begin(), slug.end(), slug.begin(), [](unsigned char c) {
        return static_cast<char>(c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c);
    });
    return slug;
}

std::optional<int> year_in(const std::string& text) {
    const auto year = read_timetable_year(text);
    return year ? *year : std::nullopt;
}

std::optional<db::ObligationRow> find_unbegun(db::ReadTx& tx, const std::string& name) {
    const auto parts = parts_of(name);
    const auto year = parts.size() == 4 ? year_in(parts[0]) : std::nullopt;
    const auto purpose =
        parts.size() == 4 ? workflows::from_text<workflows::ReportPurpose>(parts[3]) : std::nullopt;
    if (!year || !purpose) return std::nullopt;
    for (const auto& each : load_timetable(tx, *year).obligations) {
        const bool same = each.purpose == *purpose && report_slug(each.report) == parts[1] &&
                          board_slug(each.board) == parts[2];
        if (!same) continue;
        if (auto row = db::find_obligation(tx, *year, each.report, each.board, each.purpose))
            return row;
        db::ObligationRow row;
        row.year = *year;
        row.what = each;
        return row;
    }
    return std::nullopt;
}

}  // namespace

std::optional<ObligationSubject> find_obligation_subject(db::ReadTx& tx, const std::string& name) {
    auto row = name.find(part_mark) == std::string::npos ? db::find_obligation(tx, name)
                                                         : find_unbegun(tx, name);
    if (!row) return std::nullopt;
    auto owners = db::owners_of_report(tx, row->what.report, row->year);
    return ObligationSubject{*std::move(row), std::move(owners)};
}

std::string obligation_name(const db::ObligationRow& row) {
    if (!row.id.empty()) return row.id;
    return std::to_string(row.year) + part_mark + report_slug(row.what.report) + part_mark +
           board_slug(row.what.board) + part_mark +
           std::string(workflows::to_text(row.what.purpose));
}

std::string obligation_path(const db::ObligationRow& row) {
    return web::href(routes::obligation, obligation_name(row));
}

std::string report_slug(std::string_view report) {
    std::string slug;
    for (const char c : report) {
        if (workflows::text::is_letter(c) || workflows::text::is_digit(c)) {
            slug += workflows::text::lower(c);
        } else if (c != '\'' && static_cast<unsigned char>(c) < 0x80U && !slug.empty() &&
                   slug.back() != '-') {
            slug += '-';
        }
    }
    while (!slug.empty() && slug.back() == '-')
        slug.pop_back();
    return slug.empty() ? "report" : slug;
}

std::string report_path(std::string_view report) {
    return web::href(routes::report, report_slug(report));
}

std::optional<std::string> find_report(db::ReadTx& tx, const std::string& slug) {
    for (const auto& cell : db::list_timetable(tx))
        if (report_slug(cell.report) == slug) return cell.report;
    return std::nullopt;
}

std::string author_of_report(db::ReadTx& tx, const std::string& report,
                             const std::vector<std::string>& owners, workflows::Day today) {
    for (const auto& setting : db::list_report_settings(tx))
        if (setting.report == report && !setting.author.empty()) return setting.author;
    for (const auto& owner : owners)
        for (const auto& seat : db::list_memberships(tx, owner))
            if (seat.membership.role == workflows::Role::lead_officer &&
                db::sits_on(seat.membership, today))
                return seat.person.key;
    return {};
}

workflows::SlotMeeting slot_meeting(const db::MeetingRow& meeting, const workflows::Board& board,
                                    const workflows::Holidays& holidays) {
    workflows::SlotMeeting slot{meeting.id, meeting.board, meeting.planned, meeting.state, {}};
    if (const auto day = meeting.planned.day())
        slot.papers_by = workflows::latest_publication(*day, board.agenda_out_clear_days, holidays,
                                                       meetings::profile_of(board))
                             .latest_publication;
    return slot;
}

}  // namespace server::timetable
