#include "server/planning/series_commands.hpp"

#include <algorithm>
#include <array>

#include "db/audit.hpp"
#include "db/boards.hpp"
#include "db/meeting_boards.hpp"
#include "db/people.hpp"
#include "server/base/app.hpp"
#include "server/meetings/clash_queries.hpp"
#include "server/meetings/deadline_words.hpp"
#include "server/meetings/meeting_commands.hpp"
#include "server/planning/series_words.hpp"
#include "workflows/agenda/agenda.hpp"
#include "workflows/core/clear_days.hpp"

namespace server::planning {
namespace {

using workflows::Day;
using workflows::HeldIn;
using workflows::MeetingKind;

// Meetings a little outside the span may be in the way of a date at its end.
constexpr std::chrono::days margin{21};

// clang-format off
constexpr std::array kind_rows{
    SeriesKind{"formal_public",     words::formal_public,            MeetingKind::meeting,    HeldIn::public_},
    SeriesKind{"formal_private",    words::formal_private,           MeetingKind::meeting,    HeldIn::private_},
    SeriesKind{"formal_one_public", words::formal_one_public, MeetingKind::meeting, std::nullopt},
    SeriesKind{"formal_mixed",      words::formal_mixed,    MeetingKind::meeting,    HeldIn::mixed},
    SeriesKind{"workshop",          "Workshop in private",                 MeetingKind::workshop,   HeldIn::private_},
    SeriesKind{"joint",             words::joint_meeting,    MeetingKind::joint,      HeldIn::private_},
    SeriesKind{"executive",         "Executive meeting",                   MeetingKind::executive,  HeldIn::private_},
    SeriesKind{"chairs",            "Chairs’ meeting",                     MeetingKind::chairs,     HeldIn::private_},
    SeriesKind{"resolution",        "Resolution meeting",                  MeetingKind::resolution, HeldIn::private_},
};
// clang-format on

db::MeetingRow meeting_on(const SeriesWish& wish, const SeriesDate& row) {
    db::MeetingRow meeting;
    meeting.board = wish.board.code;
    meeting.planned = row.day;
    meeting.kind = wish.kind->kind;
    meeting.held_in = row.held_in;
    meeting.place = wish.place.empty() ? wish.board.place : wish.place;
    meeting.time_assumed = wish.starts.empty();
    if (!meeting.time_assumed) {
        meeting.starts = wish.starts;
        meeting.ends = wish.ends;
    }
    return meeting;
}

}  // namespace

std::span<const SeriesKind> series_kinds() {
    return kind_rows;
}

workflows::SeriesFacts series_facts(const base::App& app, db::ReadTx& tx, const SeriesWish& wish) {
    workflows::SeriesFacts facts;
    facts.holidays = app.holidays(tx);
    facts.meetings = meetings::board_days(tx, wish.plan.from - margin, wish.plan.to + margin);
    facts.seats = meetings::all_seats(tx);
    for (const auto& person : db::list_people(tx))
        facts.posts.emplace(person.key, person.post);
    db::MeetingFilter filter;
    filter.board = wish.board.code;
    filter.from = wish.plan.from - margin;
    filter.to = wish.plan.to + margin;
    filter.reader = db::service_reader();  // of the board whose secretariat asks
    for (const auto& meeting : db::list_meetings(tx, filter)) {
        if (meeting.state == workflows::MeetingState::cancelled) continue;
        if (meeting.kind == wish.kind->kind) facts.own.push_back(meeting.planned);
    }
    return facts;
}

Day publish_by(const workflows::Holidays& holidays, const workflows::Board& board, Day day) {
    return workflows::latest_publication(day, board.agenda_out_clear_days, holidays,
                                         meetings::profile_of(board))
        .latest_publication.value();
}

Result<int> create_series(base::App& app, const base::Acting& acting, db::WriteTx& tx,
                          const SeriesWish& wish, const std::vector<SeriesDate>& dates) {
    const auto facts = series_facts(app, tx, wish);
    meetings::AskedBeside asked;
    if (wish.joining) asked.boards = {wish.joining->code};
    for (const auto& row : dates) {
        if (!row.seen && !workflows::speaks_against(row.day, wish.plan.boards, facts).empty())
            return workflows::conflict(row.field,
                                       words::check_series_date(workflows::long_date(row.day)));
        auto meeting =
            meetings::plan_meeting(app, acting, tx, meeting_on(wish, row), wish.event, asked);
        if (!meeting) {
            auto error = meeting.error();
            if (error.field == "date") error.field = row.field;
            return error;
        }
    }
    db::append_audit(tx, {"meeting.series", "board:" + wish.board.code, wish.board.code,
                          std::to_string(dates.size()) + " meetings planned, " +
                              std::string(workflows::to_words(wish.plan.rule))});
    return static_cast<int>(dates.size());
}

}  // namespace server::planning
