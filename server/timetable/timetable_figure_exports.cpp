// The reporting timetable as a picture (protocol 4.4, appendix B); the page has it as a grid.
#include <algorithm>

#include "server/timetable/timetable_queries.hpp"
#include "server/web/figures.hpp"
#include "server/web/form_parts.hpp"
#include "server/web/page.hpp"
#include "templates/figures/timetable_matrix.hpp"
#include "workflows/text/words.hpp"

namespace server::timetable {
namespace {

using templates::figures::ReportMark;
using templates::figures::TimetableMatrix;

ReportMark mark_of(workflows::ReportPurpose purpose) {
    switch (purpose) {
        case workflows::ReportPurpose::agree:
            return ReportMark::agree;
        case workflows::ReportPurpose::consult:
            return ReportMark::consult;
        case workflows::ReportPurpose::inform:
            break;
    }
    return ReportMark::inform;
}

std::size_t index_in(const std::vector<std::string>& names, const std::string& name) {
    return static_cast<std::size_t>(std::find(names.begin(), names.end(), name) - names.begin());
}

// Of a year each says how it stands, as the grid of the page does.
TimetableMatrix matrix_of(const TimetableGrid& grid) {
    const auto& timetable = grid.timetable;
    TimetableMatrix matrix{timetable.reports, timetable.boards, {}};
    for (std::size_t i = 0; i < timetable.obligations.size(); ++i) {
        const auto& each = timetable.obligations[i];
        matrix.entries.push_back({index_in(matrix.reports, each.report),
                                  index_in(matrix.boards, each.board), mark_of(each.purpose),
                                  workflows::text::capitalised(workflows::to_words(each.season)),
                                  timetable.year ? cell_words(grid, i) : std::string(), ""});
    }
    return matrix;
}

}  // namespace

Result<net::Response> show_timetable_svg(const web::Context& context, db::ReadTx& tx) {
    const auto year = read_timetable_year(context.request.query_value("year"));
    if (!year) return year.error();
    const auto grid = load_grid(context.app, tx, *year);
    auto title = counts_words(grid.timetable);
    if (*year) title += " " + lamp_counts_words(grid);
    const auto name = *year ? "timetable-" + std::to_string(**year) : std::string("timetable");
    return web::svg_response(context, templates::figures::draw(matrix_of(grid)), title, name);
}

}  // namespace server::timetable
