// A series of meetings as the secretariat plans it: what the first form asks for, the dates that
// come of it, and the meetings that are made of those ticked.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "db/database.hpp"
#include "server/base/acting.hpp"
#include "server/base/app.hpp"
#include "server/base/result.hpp"
#include "workflows/boards/board.hpp"
#include "workflows/meetings/meeting.hpp"
#include "workflows/planning/series.hpp"

namespace server::planning {

/// What kind of meeting, as boards speak of it, and what that is to the program.
struct SeriesKind {
    std::string_view text;
    std::string_view words;
    workflows::MeetingKind kind;
    std::optional<workflows::HeldIn> held_in;  // nothing: the first of each year in public
};
std::span<const SeriesKind> series_kinds();

struct SeriesWish {
    workflows::Board board;
    std::optional<workflows::Board> joining;  // of a joint meeting
    const SeriesKind* kind = nullptr;
    workflows::SeriesPlan plan;
    std::string starts, ends;  // "14:00"; empty: not known yet
    std::string place;
    workflows::MeetingEvent event = workflows::MeetingEvent::propose;  // or call
};

workflows::SeriesFacts series_facts(const base::App& app, db::ReadTx& tx, const SeriesWish& wish);
/// "Agenda out by …": the last day on which the agenda of a meeting on `day` may come out.
workflows::Day publish_by(const workflows::Holidays& holidays, const workflows::Board& board,
                          workflows::Day day);

/// One of the dates that were ticked.
struct SeriesDate {
    std::string field;  // "date-3": where an error about it is shown
    workflows::Day day;
    workflows::HeldIn held_in = workflows::HeldIn::private_;
    bool seen = false;  // what speaks against the day was shown with it
};
/// Makes a meeting on each date, all or none; how many. Code::conflict, field of the date: the day
/// has something against it that was not shown yet.
Result<int> create_series(base::App& app, const base::Acting& acting, db::WriteTx& tx,
                          const SeriesWish& wish, const std::vector<SeriesDate>& dates);

}  // namespace server::planning
