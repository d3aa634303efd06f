// A series of meetings as the secretariat plans it: what the first form asks for, the dates that
// come of it, and the meetings that are made of those ticked.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "server/web/context.hpp"
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

/// From the fields that were typed or from those that series_fields() wrote. Code::invalid names
/// the field.
Result<SeriesWish> read_series(const web::Viewer& viewer, db::ReadTx& tx, const web::Form& form);
/// The wish as names and values, for an address or for hidden fields; read_series() reads them.
net::NameValues series_fields(const SeriesWish& wish);
workflows::SeriesFacts series_facts(const base::App& app, db::ReadTx& tx, const SeriesWish& wish);
/// "Agenda out by …": the last day on which the agenda of a meeting on `day` may come out.
workflows::Day publish_by(const workflows::Holidays& holidays, const workflows::Board& board,
                          workflows::Day day);

/// How one row of the page of dates stands in its form: pick-1, date-1, held-1, seen-1 and so on.
std::string series_field(std::string_view name, std::size_t number);

/// Makes the meetings that are ticked, all or none; how many. Code::conflict, field "date-N": the
/// day has something against it that was not shown yet (seen-N is another day).
Result<int> create_series(const web::Context& context, db::WriteTx& tx, const SeriesWish& wish);

}  // namespace server::planning
