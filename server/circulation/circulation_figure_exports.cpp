// One document on its way round the boards as a picture and as CSV (protocol 7.3).
#include <algorithm>
#include <array>

#include "server/base/app.hpp"
#include "server/circulation/circulation_queries.hpp"
#include "server/circulation/handlers.hpp"
#include "server/circulation/words.hpp"
#include "server/meetings/meeting_words.hpp"
#include "server/web/figures.hpp"
#include "server/web/href.hpp"
#include "server/web/page.hpp"
#include "server/web/routes.hpp"
#include "templates/figure.hpp"
#include "templates/figures/circulation_line.hpp"
#include "workflows/text/csv.hpp"
#include "workflows/text/words.hpp"

namespace server::circulation {
namespace {

using templates::figures::CirculationLine;
using templates::figures::LineStop;
using templates::figures::StopShape;
using workflows::StopState;

StopShape shape_of(const workflows::Stop& stop, workflows::Day today) {
    if (stop.state == StopState::agreed_with_comments) return StopShape::amended;
    if (workflows::is_refusal(stop.state)) return StopShape::not_agreed;
    if (workflows::is_agreement(stop.state)) return StopShape::agreed;
    if (workflows::is_outcome(stop.state)) return StopShape::noted;
    const bool again = workflows::is_stale(stop.state) || stop.state == StopState::assent_asked;
    const auto day = stop.date.day();
    return !again && day && *day < today ? StopShape::silent : StopShape::to_come;
}

std::string open_words(const workflows::PlannedDate& date) {
    const auto month = date.month();
    return month ? workflows::month_name(*month) : words::no_date_yet;
}

enum class Links { kept, left_out };

CirculationLine line_of(const CirculationStatus& status, Links links) {
    CirculationLine line;
    line.today = status.today;
    for (std::size_t i = 0; i < status.rows.size(); ++i) {
        const auto& row = status.rows[i];
        if (row.state == StopState::withdrawn) continue;
        LineStop stop;
        stop.board = row.board;
        stop.day = status.stops[i].date.day();
        if (!stop.day)
            stop.open_words =
                row.meeting.empty() ? words::in_writing : open_words(status.stops[i].date);
        stop.shape = shape_of(status.stops[i], status.today);
        stop.provisional =
            !row.meeting.empty() && status.stops[i].meeting == workflows::MeetingState::provisional;
        stop.version = row.version_issued;
        if (links == Links::kept && !row.meeting.empty())
            stop.href = web::href(routes::meeting, row.meeting);
        line.stops.push_back(std::move(stop));
    }
    std::stable_partition(line.stops.begin(), line.stops.end(),
                          [](const auto& stop) { return stop.day.has_value(); });
    return line;
}

struct ShapeWords {
    StopShape shape;
    std::string_view words;
};
constexpr std::array shape_words{
    ShapeWords{StopShape::agreed, "agreed"},
    ShapeWords{StopShape::amended, words::agreed_with_comments},
    ShapeWords{StopShape::noted, words::noted_or_commented},
    ShapeWords{StopShape::not_agreed, words::did_not_agree},
    ShapeWords{StopShape::silent, words::met_without_outcome},
    ShapeWords{StopShape::to_come, words::still_to_come},
};

// "14 boards from 27 January 2016 to 31 March 2016: 7 agreed, …": the marks, counted.
std::string caption_of(const CirculationLine& line) {
    const auto count = [&](StopShape shape) {
        return std::count_if(line.stops.begin(), line.stops.end(),
                             [&](const auto& stop) { return stop.shape == shape; });
    };
    const auto dated = std::count_if(line.stops.begin(), line.stops.end(),
                                     [](const auto& stop) { return stop.day.has_value(); });
    auto words = workflows::text::counted(line.stops.size(), "board", "boards");
    if (dated > 0)
        words += " from " + workflows::long_date(*line.stops.front().day) + " to " +
                 workflows::long_date(*line.stops[static_cast<std::size_t>(dated) - 1].day);
    std::string parts;
    for (const auto& each : shape_words) {
        if (const auto number = count(each.shape); number > 0)
            parts += (parts.empty() ? ": " : ", ") + std::to_string(number) + " " +
                     std::string(each.words);
    }
    words += parts + ".";
    if (line.stops.size() > templates::figures::line_stops_max)
        words = words::too_many_to_draw(words);
    return words;
}

Result<CirculationStatus> asked(const web::Context& context, db::ReadTx& tx) {
    const auto row = db::load_circulation(tx, context.param("circulation"));
    if (!row) return row.error();
    return circulation_status(context.app, tx, *row);
}

}  // namespace

std::string circulation_figure(const web::Context& context, const CirculationStatus& status) {
    if (status.rows.empty()) return {};
    const auto& id = status.circulation.id;
    const auto line = line_of(status, Links::kept);
    templates::Figure figure;
    figure.id = "line";
    figure.caption = caption_of(line);
    figure.label = words::figure_label;
    figure.svg = templates::figures::inline_svg(templates::figures::draw(line));
    figure.files = {{words::figure_csv, web::href(routes::circulation_csv, id)},
                    {words::figure_svg, web::href(routes::circulation_svg, id)}};
    return templates::figure_html(context.app.templates, figure);
}

Result<net::Response> show_circulation_svg(const web::Context& context, db::ReadTx& tx) {
    const auto status = asked(context, tx);
    if (!status) return status.error();
    const auto line = line_of(*status, Links::left_out);
    const auto& row = status->circulation;
    return web::svg_response(context, templates::figures::draw(line),
                             row.document + ", " + row.version_label + ": " + caption_of(line),
                             "circulation-" + row.id);
}

Result<net::Response> show_circulation_csv(const web::Context& context, db::ReadTx& tx) {
    const auto status = asked(context, tx);
    if (!status) return status.error();
    auto text = workflows::text::csv_line({"board", "board_name", "date", "meeting_state",
                                           "version", "outcome", "papers_by", "standing"});
    for (std::size_t i = 0; i < status->rows.size(); ++i) {
        const auto& row = status->rows[i];
        const auto& stop = status->stops[i];
        text += workflows::text::csv_line(
            {row.board, row.board_name, stop.date.key(),
             row.meeting.empty() ? "" : workflows::to_text(stop.meeting), row.version_issued,
             workflows::to_text(stop.state),
             stop.papers_by ? workflows::iso(*stop.papers_by) : std::string(),
             workflows::to_text(workflows::status(stop, status->today).lamp)});
    }
    return web::text_response(text, "text/csv; charset=utf-8");
}

}  // namespace server::circulation
