// timetable, circulation list, circulation show: the numbers of the pages, from the same code.
#include "server/circulation/circulation_queries.hpp"
#include "server/command_line/cli.hpp"
#include "server/command_line/words.hpp"
#include "server/timetable/timetable_queries.hpp"

namespace server::command_line {
namespace {

void print_stops(const circulation::CirculationStatus& status, std::ostream& out) {
    for (std::size_t i = 0; i < status.rows.size(); ++i) {
        const auto& row = status.rows[i];
        const auto& stop = status.stops[i];
        out << row.planned.words() << '\t' << row.board << '\t' << workflows::to_words(row.state)
            << '\t' << workflows::status(stop, status.today).words << '\n';
    }
}

}  // namespace

Exit print_timetable(base::App& app, const Options& options, Output output) {
    const auto year = timetable::read_timetable_year(options.year);
    if (!year) {
        output.err << "--year: " << year.error().message << '\n';
        return Exit::usage;
    }
    const auto grid = timetable::load_grid(app, *app.database.begin_read(), *year);
    if (options.json) {
        output.out << timetable::timetable_json(grid) << '\n';
        return Exit::ok;
    }
    output.out << timetable::counts_words(grid.timetable) << '\n';
    for (std::size_t i = 0; i < grid.timetable.obligations.size(); ++i) {
        const auto& each = grid.timetable.obligations[i];
        output.out << each.report << '\t' << each.board << '\t'
                   << timetable::purpose_word(each.purpose) << '\t'
                   << workflows::to_words(each.season);
        if (!grid.status.empty()) output.out << '\t' << grid.status[i].words;
        output.out << '\n';
    }
    for (const auto& finding : grid.findings)
        output.out << "Order: " << finding.words << '\n';
    return Exit::ok;
}

Exit list_circulations(base::App& app, const Options& options, Output output) {
    const auto tx = app.database.begin_read();
    const auto all = circulation::circulation_statuses(app, *tx, db::list_circulations(*tx));
    if (options.json) {
        output.out << circulation::circulations_json(all) << '\n';
        return Exit::ok;
    }
    for (const auto& status : all) {
        const auto& row = status.circulation;
        output.out << row.id << '\t' << row.document << '\t' << row.version_label << '\t'
                   << row.owner << '\t' << status.summary.words << '\n';
    }
    return Exit::ok;
}

Exit show_circulation(base::App& app, const Options& options, Output output) {
    const auto tx = app.database.begin_read();
    const auto row = db::find_circulation(*tx, options.name);
    if (!row) {
        output.err << words::no_circulation(options.name);
        return Exit::not_found;
    }
    if (options.json) {
        output.out << circulation::circulation_json(circulation::circulation_status(app, *tx, *row))
                   << '\n';
        return Exit::ok;
    }
    const auto status = circulation::circulation_status(app, *tx, *row);
    output.out << row->document << ", " << row->version_label << ", of " << row->owner << '\n'
               << status.summary.words << '\n';
    if (!status.projection.words.empty()) output.out << status.projection.words << '\n';
    print_stops(status, output.out);
    return Exit::ok;
}

}  // namespace server::command_line
