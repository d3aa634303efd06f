// The yearly reporting timetable as a grid: which report reaches which board, when, for what, and
// how far each is; below it what is out of order, at risk or contradicted by another source.
#include <algorithm>
#include <map>

#include "db/boards.hpp"
#include "server/timetable/handlers.hpp"
#include "server/timetable/obligation_commands.hpp"
#include "server/timetable/timetable_queries.hpp"
#include "server/timetable/words.hpp"
#include "server/web/form_parts.hpp"
#include "server/web/href.hpp"
#include "server/web/page.hpp"
#include "server/web/routes.hpp"
#include "workflows/text/words.hpp"

namespace server::timetable {
namespace {

using templates::View;
using workflows::Action;
using workflows::ObligationLamp;

bool may_edit(const web::Context& context) {
    return workflows::allowed(Action::edit_timetable, context.relations);
}

/// Obligations of each report and board, by their place in the timetable.
using Cells = std::map<std::pair<std::string_view, std::string_view>, std::vector<std::size_t>>;

Cells cells_of(const Timetable& timetable) {
    Cells cells;
    for (std::size_t i = 0; i < timetable.obligations.size(); ++i) {
        const auto& each = timetable.obligations[i];
        cells[{each.report, each.board}].push_back(i);
    }
    return cells;
}

/// Whose obligations open for this viewer: those of their boards, and of their boards' reports.
class Readable {
  public:
    explicit Readable(const base::Viewer& viewer) {
        for (const auto& seat : viewer.seats) {
            boards_[seat.board] = true;
            if (workflows::is_officer(seat.role)) officer_[seat.board] = true;
        }
    }
    /// Reports that boards of theirs agree: owners of them may open the whole row.
    void add_owned(const TimetableGrid& grid, const std::string& report) {
        if (officer_.empty()) return;
        for (const auto& owner :
             workflows::owners_of(report, grid.timetable.obligations, grid.seasons))
            if (officer_.count(owner) != 0) owned_[report] = true;
    }
    bool opens(const workflows::Obligation& what) const {
        return boards_.count(what.board) != 0 || owned_.count(what.report) != 0;
    }

  private:
    std::map<std::string, bool> boards_;
    std::map<std::string, bool> officer_;
    std::map<std::string, bool> owned_;
};

void add_mark(View& cell, const TimetableGrid& grid, std::size_t i, const Readable& readable) {
    const auto& each = grid.timetable.obligations[i];
    const bool lives = !grid.status.empty();
    const bool opens = lives && readable.opens(each);
    View& mark = cell.add("marks");
    mark.set("purpose", workflows::to_text(each.purpose)).set("word", purpose_word(each.purpose));
    mark.set("season", workflows::text::capitalised(workflows::to_words(each.season)));
    mark.set("href", opens ? obligation_path(grid.rows[i]) : "");
    mark.set("about", each.report + " to " + each.board);
    mark.set("state", lives ? cell_words(grid, i) : "");
    mark.set("glyph", lives ? glyph_of(grid.status[i].lamp) : "");
}

void add_matrix(View& view, const web::Context& context, const TimetableGrid& grid) {
    view.list("boards").list("reports");
    for (const auto& code : grid.timetable.boards) {
        const auto found = grid.boards.find(code);
        const bool known = found != grid.boards.end();
        view.add("boards")
            .set("code", code)
            .set("name", known ? found->second.name : code)
            .set("href", known ? web::href(routes::board, found->second.slug) : "");
    }
    const auto cells = cells_of(grid.timetable);
    Readable readable(context.viewer);
    const auto query =
        grid.timetable.year ? "?year=" + std::to_string(*grid.timetable.year) : std::string();
    for (const auto& report : grid.timetable.reports) {
        readable.add_owned(grid, report);
        View& row = view.add("reports");
        row.set("report", report).set("href", report_path(report) + query).list("cells");
        for (const auto& code : grid.timetable.boards) {
            View& cell = row.add("cells");
            cell.list("marks");
            const auto found = cells.find({report, code});
            cell.flag("empty", found == cells.end());
            if (found == cells.end()) continue;
            for (const auto i : found->second)
                add_mark(cell, grid, i, readable);
        }
    }
}

void add_successions(View& view, db::ReadTx& tx, const TimetableGrid& grid) {
    view.list("successions");
    const auto successions = db::list_successions(tx);
    for (const auto& board : grid.timetable.boards) {
        const auto holder = workflows::holder(board, successions, grid.today);
        if (holder == board) continue;
        view.add("successions").set("text", words::takes_over_reports(holder, board));
    }
    view.flag("has_successions", !view.find("successions")->rows.empty());
}

/// Where a secretariat plans a meeting of one of its boards.
std::string plan_href(const web::Context& context, const TimetableGrid& grid,
                      const std::string& code) {
    if (!base::may(context.viewer, workflows::Action::edit_meeting, code)) return {};
    return web::href(routes::new_meeting) + "?board=" + slug_of(grid, code);
}

/// What keeps one board's reports from a meeting: each reason once, with the reports it is about.
struct Unmet {
    std::map<std::string, std::string> reasons;  // words, reports
    bool plans = false;                          // a meeting planned would mend some of it
};

void add_mends(View& view, const web::Context& context, const TimetableGrid& grid) {
    view.list("mends");
    std::map<std::string, Unmet> boards;
    for (std::size_t i = 0; i < grid.status.size(); ++i) {
        if (grid.status[i].lamp != ObligationLamp::unslotted) continue;
        const auto& what = grid.placed[i].what;
        auto& board = boards[what.board];
        auto& reports = board.reasons[grid.status[i].words];
        reports += (reports.empty() ? "" : ", ") + what.report;
        board.plans = board.plans || grid.proposals[i].mend == workflows::Mend::plan_a_meeting;
    }
    for (const auto& [code, unmet] : boards) {
        View& row = view.add("mends");
        row.set("board", code).set("href", unmet.plans ? plan_href(context, grid, code) : "");
        row.set("series_href", web::href(routes::series) + "?board=" + slug_of(grid, code));
        for (const auto& [words, reports] : unmet.reasons)
            row.add("reasons").set("words", words).set("reports", reports);
    }
    view.set("unslotted", std::to_string(grid.count(ObligationLamp::unslotted)));
    view.flag("has_mends", !boards.empty());
}

void add_risks(View& view, const TimetableGrid& grid) {
    view.list("risks").list("findings").list("others");
    for (std::size_t i = 0; i < grid.status.size(); ++i) {
        if (grid.status[i].lamp != ObligationLamp::at_risk) continue;
        view.add("risks")
            .set("report", grid.placed[i].what.report)
            .set("board", grid.placed[i].what.board)
            .set("words", grid.status[i].words);
    }
    for (const auto& finding : grid.findings)
        view.add("findings").set("words", finding.words);
    view.flag("has_year", grid.timetable.year.has_value());
    view.flag("has_risks", !view.find("risks")->rows.empty());
    view.flag("has_findings", !grid.findings.empty());
}

void add_others(View& view, const web::Context& context, const TimetableGrid& grid) {
    const Readable readable(context.viewer);
    for (const auto& row : grid.others)
        view.add("others")
            .set("report", row.what.report)
            .set("board", row.what.board)
            .set("href", readable.opens(row.what) ? obligation_path(row) : "")
            .set("state", workflows::to_words(row.state));
    view.flag("has_others", !grid.others.empty());
}

void add_contradictions(View& view, const web::Context& context, const TimetableGrid& grid) {
    view.list("contradictions");
    for (const auto& row : grid.contradictions) {
        View& line = view.add("contradictions");
        line.list("sources");
        line.set("report", row.what.report).set("words", row.what.words);
        line.set("settled",
                 row.settled_at
                     ? workflows::long_date(
                           workflows::to_local(*row.settled_at, workflows::county_zone).day)
                     : "");
        line.set("reason", row.reason.empty() ? "" : row.reason + " ");
        line.set("href", may_edit(context) ? web::href(routes::contradiction, row.what.key) : "");
        line.set("link", row.settled_at ? "Reopen" : "Mark as resolved");
        for (const auto& source : row.what.sources)
            line.add("sources").set("clause", source.clause).set("says", source.says);
    }
    view.flag("has_contradictions", !grid.contradictions.empty());
}

void add_steps(View& view, const web::Context& context, const TimetableGrid& grid) {
    view.list("steps");
    const auto year = grid.timetable.year.value_or(0);
    const auto query = "?year=" + std::to_string(year);
    if (may_edit(context) && grid.timetable.year) {
        const auto own = own_proposals(grid, context.viewer).size();
        if (own > 0)
            view.add("steps")
                .set("text", words::confirm_suggestions(static_cast<std::size_t>(own)))
                .set("href", web::href(routes::timetable_proposals) + query)
                .flag("secondary", false);
        view.add("steps")
            .set("text", words::set_up_year(year + 1))
            .set("href",
                 web::href(routes::timetable_roll_forward) + "?year=" + std::to_string(year + 1))
            .flag("secondary", true);
    }
    view.flag("has_steps", !view.find("steps")->rows.empty());
    view.flag("has_settings", may_edit(context));
    if (!grid.timetable.year) {
        view.no_section("year_links");
        return;
    }
    View& links = view.section("year_links");
    links.set("previous", std::to_string(year - 1)).set("next", std::to_string(year + 1));
    links.set("previous_href", web::href(routes::timetable) + "?year=" + std::to_string(year - 1));
    links.set("next_href", web::href(routes::timetable) + "?year=" + std::to_string(year + 1));
}

/// "Spring is March to May, summer …"
std::string season_sentence(const workflows::Seasons& seasons) {
    std::string words;
    for (const auto& span : seasons) {
        const std::string name(workflows::to_words(span.season));
        words += words.empty() ? workflows::text::capitalised(name) + " is " : ", " + name + " ";
        words += workflows::month_words(span.first_month);
        if (span.first_month != span.last_month)
            words += " to " + workflows::month_words(span.last_month);
    }
    return words + ".";
}

Result<std::optional<int>> asked_year(const web::Context& context) {
    return read_timetable_year(context.request.query_value("year"));
}

std::string query_of(const Timetable& timetable) {
    return timetable.year ? "?year=" + std::to_string(*timetable.year) : std::string();
}

View grid_view(const web::Context& context, db::ReadTx& tx, const TimetableGrid& grid) {
    View view;
    view.set("counts", counts_words(grid.timetable)).set("query", query_of(grid.timetable));
    view.set("lamp_counts", grid.timetable.year ? lamp_counts_words(grid) : "");
    view.set("season_words", grid.timetable.year ? season_sentence(grid.seasons) : "");
    add_matrix(view, context, grid);
    add_steps(view, context, grid);
    add_mends(view, context, grid);
    add_risks(view, grid);
    add_others(view, context, grid);
    add_contradictions(view, context, grid);
    add_successions(view, tx, grid);
    view.set("this_year",
             grid.timetable.year ? "" : std::to_string(workflows::year_of(grid.today)));
    return view;
}

}  // namespace

Result<net::Response> show_timetable(const web::Context& context, db::ReadTx& tx) {
    const auto year = asked_year(context);
    if (!year) return year.error();
    const auto grid = load_grid(context.app, tx, *year);
    const auto heading = *year ? words::timetable_for(**year) : std::string("Reporting timetable");
    auto view = grid_view(context, tx, grid);
    view.set("heading", heading);
    auto layout = web::layout_facts(context, heading);
    layout.wide = true;
    layout.alternates.push_back({"application/json", "Reporting timetable (JSON)",
                                 web::href(routes::timetable_json) + query_of(grid.timetable)});
    std::vector<std::string> tags{"timetable"};
    for (const auto& code : grid.timetable.boards)
        tags.push_back("board:" + code);
    // Of the years that anybody may ask for none is kept.
    if (!context.viewer.signed_in() && !*year) context.cache_publicly(std::move(tags));
    return web::html_response(context, "pages/timetable.html", layout, view);
}

Result<net::Response> show_timetable_json(const web::Context& context, db::ReadTx& tx) {
    const auto year = asked_year(context);
    if (!year) return year.error();
    return web::json_response(timetable_json(load_grid(context.app, tx, *year)));
}

Result<net::Response> show_timetable_csv(const web::Context& context, db::ReadTx& tx) {
    const auto year = asked_year(context);
    if (!year) return year.error();
    return web::text_response(timetable_csv(load_grid(context.app, tx, *year)),
                              "text/csv; charset=utf-8");
}

}  // namespace server::timetable
