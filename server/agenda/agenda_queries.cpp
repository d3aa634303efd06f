#include "server/agenda/agenda_queries.hpp"

#include <algorithm>

#include "db/boards.hpp"
#include "server/agenda/agenda_content.hpp"
#include "workflows/agenda/agenda.hpp"

namespace server::agenda {

std::string AgendaSubject::words() const {
    return board.name + ", " + meeting.planned.words();
}

Result<AgendaSubject> load_subject(db::ReadTx& tx, const std::string& meeting) {
    auto row = db::load_meeting(tx, meeting);
    if (!row) return row.error();
    auto board = db::load_board(tx, row->board);
    if (!board) return board.error();
    return AgendaSubject{std::move(*row), std::move(*board)};
}

Result<void> check_open(const db::MeetingRow& meeting, workflows::Day today) {
    const auto state = meeting.state;
    return workflows::check_agenda_open(state, meeting.planned, today);
}

std::optional<db::AgendaVersionRow> newest_version(db::ReadTx& tx, const db::MeetingRow& meeting) {
    if (meeting.published == 0) return std::nullopt;
    return db::published_agenda(tx, meeting.id, meeting.published);
}

bool was_published(db::ReadTx& tx, const db::AgendaItemRow& item) {
    const auto versions = db::list_agenda_versions(tx, item.meeting);
    return std::any_of(versions.begin(), versions.end(), [&](const auto& version) {
        const auto content = parse_agenda_content(version.content);
        return std::any_of(content.items.begin(), content.items.end(),
                           [&](const auto& published) { return published.id == item.id; });
    });
}

}  // namespace server::agenda
