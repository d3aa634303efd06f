// One document on its way round the boards: where it is, each stop, and the steps of the viewer.
#include <algorithm>

#include "db/meetings.hpp"
#include "server/circulation/circulation_forms.hpp"
#include "server/circulation/circulation_queries.hpp"
#include "server/circulation/handlers.hpp"
#include "server/circulation/stop_actors.hpp"
#include "server/circulation/stop_speakers.hpp"
#include "server/circulation/version_files.hpp"
#include "server/circulation/words.hpp"
#include "server/web/figures.hpp"
#include "server/web/form_parts.hpp"
#include "server/web/href.hpp"
#include "server/web/page.hpp"
#include "server/web/routes.hpp"
#include "workflows/text/words.hpp"

namespace server::circulation {
namespace {

using templates::TagColour;
using templates::View;
using workflows::StopLamp;
using workflows::StopState;

TagColour colour_of(StopLamp lamp) {
    switch (lamp) {
        case StopLamp::done:
            return TagColour::green;
        case StopLamp::on_time:
            return TagColour::blue;
        case StopLamp::papers_due:
        case StopLamp::waiting:
            return TagColour::yellow;
        case StopLamp::late:
        case StopLamp::stale:
            return TagColour::orange;
        case StopLamp::too_late:
        case StopLamp::needs_meeting:
        case StopLamp::refused:
            return TagColour::red;
        case StopLamp::day_open:
        case StopLamp::withdrawn:
            break;
    }
    return TagColour::grey;
}

// Drawn beside the words, which say the same.
std::string_view glyph_of(const workflows::Stop& stop, StopLamp lamp) {
    if (workflows::is_refusal(stop.state)) return "✕";
    if (lamp == StopLamp::stale || lamp == StopLamp::waiting) return "◑";
    if (lamp == StopLamp::withdrawn) return "–";
    if (stop.state == StopState::agreed_with_comments) return "◆";
    if (workflows::is_outcome(stop.state)) return "●";
    if (stop.state == StopState::issued) return "◐";
    return lamp == StopLamp::day_open ? "◌" : "○";
}

std::string_view stop_class(const workflows::Stop& stop, StopLamp lamp) {
    const bool blocks = lamp == StopLamp::refused || lamp == StopLamp::stale;
    if (blocks || lamp == StopLamp::too_late || lamp == StopLamp::late ||
        lamp == StopLamp::needs_meeting)
        return " sm-stops__stop--missed";
    if (workflows::is_settled(stop.state)) return " sm-stops__stop--done";
    const bool open = stop.meeting == workflows::MeetingState::provisional;
    return open || lamp == StopLamp::day_open ? " sm-stops__stop--unsure" : "";
}

void set_papers(View& row, const workflows::Stop& stop,
                const std::optional<workflows::ClearDays>& papers) {
    row.set("papers_iso", stop.papers_by ? workflows::iso(*stop.papers_by) : "");
    row.set("papers_words", stop.papers_by     ? workflows::long_date(*stop.papers_by)
                            : stop.has_meeting ? words::when_dated
                                               : "");
    row.set("papers_count", papers ? papers->words() : "");
}

// What the table says below the lamp: the stage that a stop waits for, and when it can be taken.
std::string more_words(const CirculationStatus& status, std::size_t i) {
    const auto& row = status.rows[i];
    if (workflows::is_settled(row.state)) return {};
    std::vector<std::string> sentences;
    if (const auto before = workflows::gate_missing(status.stops, row.stage); !before.empty())
        sentences.push_back(words::waiting_for_boards(workflows::text::joined(before)));
    const auto& forecast = status.projection.stops[i];
    if (forecast.moved)
        sentences.push_back(forecast.known ? words::can_be_taken_on(forecast.day)
                                           : words::waiting_for(forecast.until));
    return workflows::text::joined(sentences, " ");
}

void add_stop_row(View& view, const CirculationStatus& status, std::size_t i,
                  workflows::Day today) {
    const auto& row = status.rows[i];
    const auto& stop = status.stops[i];
    const auto now = workflows::status(stop, today);
    const bool provisional = stop.meeting == workflows::MeetingState::provisional;
    View& line = view.add("stops");
    line.set("stop_class", stop_class(stop, now.lamp)).set("glyph", glyph_of(stop, now.lamp));
    line.set("board", row.board).set("board_name", row.board_name);
    line.set("meeting_href", row.meeting.empty() ? "" : web::href(routes::meeting, row.meeting));
    line.set("day_iso", stop.date.day() ? workflows::iso(*stop.date.day()) : "");
    line.set("day_words", !stop.has_meeting ? std::string(words::no_meeting)
                          : provisional     ? words::provisional(stop.date.words())
                                            : stop.date.words());
    set_papers(line, stop, status.papers[i]);
    line.set("version_issued", row.version_issued.empty() ? words::not_issued : row.version_issued);
    line.set("version_href",
             document_href(status.circulation.id, status.versions, row.version_issued));
    line.set("state_words", workflows::text::capitalised(workflows::to_words(stop.state)));
    line.set("stage", status.has_stages() ? std::to_string(row.stage) : "");
    line.set("more_words", more_words(status, i));
    // Beside its own outcome a stop need not say it again.
    const bool done = now.lamp == StopLamp::done || now.lamp == StopLamp::withdrawn;
    line.set("comments", row.comments).set("status_words", done ? "" : now.words);
    line.set("lamp_words", workflows::text::capitalised(workflows::to_words(now.lamp)));
    line.set("lamp_class", templates::tag_class(colour_of(now.lamp)));
}

// Said at the top: which boards papers can no longer reach in time.
void add_too_late(View& view, const CirculationStatus& status, workflows::Day today) {
    view.list("too_late");
    for (std::size_t i = 0; i < status.rows.size(); ++i) {
        const auto now = workflows::status(status.stops[i], today);
        if (now.lamp != StopLamp::too_late) continue;
        view.add("too_late").set("text", status.rows[i].board_name + ": " + now.words);
    }
    view.flag("has_too_late", !view.find("too_late")->rows.empty());
}

// Said at the top: what keeps the document from being done, board by board.
void add_blocks(View& view, const CirculationStatus& status) {
    view.list("blocks");
    for (std::size_t i = 0; i < status.rows.size(); ++i) {
        const auto& row = status.rows[i];
        if (!workflows::is_refusal(row.state)) continue;
        view.add("blocks").set("text", row.comments.empty()
                                           ? words::has_not_agreed(row.board_name)
                                           : words::refusal(row.board_name, row.comments));
    }
    view.flag("has_blocks", !view.find("blocks")->rows.empty());
}

void add_versions(View& view, const CirculationStatus& status) {
    auto& table = templates::table_section(view, words::versions,
                                           {{.text = words::version},
                                            {.text = words::date},
                                            {.text = words::what_changed},
                                            {.text = words::change},
                                            {.text = words::document}});
    for (const auto& version : status.versions) {
        const bool first = version.number == 1;
        const bool unknown = first && version.person.empty();  // it came with the county
        templates::add_table_row(
            table,
            {{.text = version.label, .kind = templates::CellKind::row_head},
             {.text = unknown ? "" : workflows::long_date(version.day)},
             {.text = version.changed},
             {.text = first              ? words::first_version
                      : version.material ? words::material
                                         : words::wording},
             {.text = version.has_file() ? file_words(version.file) : words::no_file,
              .href = version.has_file() ? document_href(status.circulation.id, version) : ""}});
    }
}

// The pages beside this one, as far as they say something now.
void add_pages(const web::Context& context, const CirculationStatus& status, View& view) {
    const auto href = web::href(routes::circulation, status.circulation.id);
    const bool owner =
        stop_actor(context.viewer, status.circulation.owner, status.circulation.owner).owner;
    view.list("pages");
    const auto add = [&](bool shown, const std::string& text, const std::string& address) {
        if (shown) view.add("pages").set("text", text).set("href", address);
    };
    const auto& newest = status.versions.back();
    add(newest.has_file(), words::read_version(newest.label, file_words(newest.file)),
        document_href(status.circulation.id, newest));
    add(owner && status.waiting_for_owner() > 0, words::go_on_link,
        web::href(routes::circulation_amended, status.circulation.id));
    add(owner, words::plan_link, web::href(routes::circulation_plan, status.circulation.id));
    add(!status.answers.empty(), words::comments_link,
        web::href(routes::circulation_comments, status.circulation.id));
    add(status.complete(), words::certificate,
        web::href(routes::circulation_certificate, status.circulation.id));
    const bool raised = status.review && !status.review->raised.empty();
    add(raised, words::its_review,
        raised ? web::href(routes::circulation, status.review->raised) : "");
    view.flag("has_pages", !view.find("pages")->rows.empty());
    const bool review = status.review && status.review->review_by && !raised;
    view.set("review_words", review ? words::to_be_reviewed_by(*status.review->review_by) : "");
}

Result<net::Response> show_status(const web::Context& context, db::ReadTx& tx,
                                  const std::string& id) {
    const auto row = db::load_circulation(tx, id);
    if (!row) return row.error();
    const auto status = circulation_status_for(context.viewer, context.app, tx, *row);
    const auto today = status.today;
    View view;
    view.set("heading", row->document).set("caption", words::circulated_by(row->owner));
    view.set("version_label", row->version_label).set("purpose", row->purpose);
    view.set("summary_words", status.rows.empty() ? words::no_boards_yet : status.summary.words);
    view.flag("complete", status.complete());
    view.set("finish_words", status.projection.words);
    add_too_late(view, status, today);
    add_blocks(view, status);
    add_versions(view, status);
    add_pages(context, status, view);
    view.list("stops").list("actions").flag("has_stops", !status.rows.empty());
    StopForms forms(context, status);
    for (std::size_t i = 0; i < status.rows.size(); ++i) {
        add_stop_row(view, status, i, today);
        forms.add(view, i);
    }
    view.set_html("figure_html", circulation_figure(context, status));
    add_speakers(context, tx, status, view);
    add_owner_forms(context, tx, status, view);
    auto layout = web::layout_facts(context, row->document);
    layout.wide = true;
    layout.breadcrumbs = {{words::circulations, web::href(routes::circulations)}};
    layout.alternates.push_back({"application/json", words::circulation_json,
                                 web::href(routes::circulation_json, row->id)});
    if (!forms.errors().empty()) {
        layout.errors = forms.errors();
    } else if (context.error()) {
        const auto& field = context.error()->field;
        layout.errors = {{context.error()->message, field.empty() ? "" : "#" + field + "-new"}};
    }
    return web::html_response(context, "pages/circulation.html", layout, view);
}

}  // namespace

Result<net::Response> show_circulation(const web::Context& context, db::ReadTx& tx) {
    return show_status(context, tx, context.param("circulation"));
}

// Shown again after a refused step: the address names the stop alone, so that no other circulation
// can be asked for by its form.
Result<net::Response> show_circulation_of_stop(const web::Context& context, db::ReadTx& tx) {
    const auto stop = db::load_stop(tx, context.param("stop"));
    if (!stop) return stop.error();
    return show_status(context, tx, stop->circulation);
}

}  // namespace server::circulation
