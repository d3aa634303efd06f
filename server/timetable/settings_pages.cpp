// What the county says of its timetable: the months of the seasons, and where its sources
// contradict each other.
#include <charconv>

#include "db/audit.hpp"
#include "db/county.hpp"
#include "db/timetable_settings.hpp"
#include "server/timetable/timetable_choices.hpp"
#include "server/timetable/timetable_handlers.hpp"
#include "server/web/form_parts.hpp"
#include "server/web/href.hpp"
#include "server/web/page.hpp"
#include "server/web/routes.hpp"
#include "workflows/agenda/agenda.hpp"
#include "workflows/text/utf8.hpp"
#include "workflows/text/words.hpp"

namespace server::timetable {
namespace {

using templates::Choice;
using workflows::Season;

constexpr unsigned months = 12;
constexpr int sources_asked = 3;  // fields of the form for a new contradiction

std::vector<Choice> month_choices() {
    std::vector<Choice> choices;
    for (unsigned month = 1; month <= months; ++month)
        choices.push_back({.value = std::to_string(month), .label = workflows::month_words(month)});
    return choices;
}

unsigned read_month(const web::Form& form, const std::string& field) {
    const auto text = form.get(field);
    unsigned month = 0;
    const auto* end = text.data() + text.size();
    const auto read = std::from_chars(text.data(), end, month);
    return read.ec == std::errc() && read.ptr == end ? month : 0;  // 0 is refused by its season
}

std::optional<db::ContradictionRow> find_contradiction(db::ReadTx& tx, const std::string& key) {
    for (auto& row : db::list_contradictions(tx))
        if (row.what.key == key) return row;
    return std::nullopt;
}

}  // namespace

std::vector<Choice> report_choices(db::ReadTx& tx) {
    std::vector<Choice> choices{{.value = "", .label = "Choose a report"}};
    for (const auto& cell : db::list_timetable(tx))
        if (cell.report != choices.back().value)
            choices.push_back({.value = cell.report, .label = cell.report});
    return choices;
}

Result<net::Response> show_seasons(const web::Context& context, db::ReadTx& tx) {
    web::BlockPage page(context, "Months of the seasons");
    page.crumb("Reporting timetable", web::href(routes::timetable));
    page.paragraph(
        "The timetable says in which season a report comes, not in which months. Every month is in "
        "exactly one season; one that ends in an earlier month than it begins runs into the next "
        "year.");
    auto& form = page.form(
        web::form_facts(context, web::href(routes::timetable_seasons), "Save the seasons"));
    for (const auto& span : db::load_seasons(tx)) {
        const std::string name(workflows::to_text(span.season));
        form.add("fields", templates::heading_field(workflows::text::capitalised(name)));
        form.add("fields", templates::select_field(
                               web::typed_field(context, {name + "_first", "First month of " + name,
                                                          std::to_string(span.first_month)}),
                               month_choices()));
        form.add("fields", templates::select_field(
                               web::typed_field(context, {name + "_last", "Last month of " + name,
                                                          std::to_string(span.last_month)}),
                               month_choices()));
    }
    page.layout().errors = web::error_links_of(context, form);
    return page.finish();
}

Result<web::Location> edit_seasons(const web::Context& context, db::WriteTx& tx) {
    workflows::Seasons seasons = workflows::default_seasons();
    for (auto& span : seasons) {
        const std::string name(workflows::to_text(span.season));
        span.first_month = read_month(context.form(), name + "_first");
        span.last_month = read_month(context.form(), name + "_last");
    }
    if (const auto good = workflows::check_seasons(seasons); !good) return good.error();
    db::save_seasons(tx, seasons);
    std::string detail;
    for (const auto& span : seasons)
        detail += (detail.empty() ? "" : ", ") + std::string(workflows::to_text(span.season)) +
                  " " + std::to_string(span.first_month) + "-" + std::to_string(span.last_month);
    db::append_audit(tx, {"timetable.seasons", "timetable:seasons", "", detail});
    return web::href(routes::timetable_seasons) + "?done=saved";
}

Result<net::Response> show_new_contradiction(const web::Context& context, db::ReadTx& tx) {
    web::BlockPage page(context, "Record a contradiction of the sources");
    page.crumb("Reporting timetable", web::href(routes::timetable));
    page.paragraph(
        "It is shown with the timetable, and stays there with how it was settled. Leave the last "
        "source empty when there are two.");
    auto& form =
        page.form(web::form_facts(context, web::href(routes::new_contradiction), "Record it"));
    form.add("fields", templates::select_field(web::typed_field(context, {"report", "Report"}),
                                               report_choices(tx)));
    form.add("fields",
             templates::textarea_field(
                 web::typed_field(context, {"words", "What contradicts what, in a sentence"}), 3));
    for (int i = 1; i <= sources_asked; ++i) {
        // The first pair has the bare names, to which a refusal points.
        const auto suffix = i == 1 ? std::string() : "_" + std::to_string(i);
        const auto source = "Source " + std::to_string(i);
        form.add("fields", templates::text_field(web::typed_field(
                               context, {"clause" + suffix, source + ": clause", "",
                                         i == 1 ? "For example, 2.14 or appendix B" : ""})));
        form.add("fields", templates::text_field(web::typed_field(
                               context, {"says" + suffix, source + ": what it says"})));
    }
    page.layout().errors = web::error_links_of(context, form);
    return page.finish();
}

Result<web::Location> add_contradiction(const web::Context& context, db::WriteTx& tx) {
    const auto& form = context.form();
    db::ContradictionRow row{{"", form.get("report"), form.get("words"), {}}, {}, {}, {}};
    bool known = false;
    for (const auto& cell : db::list_timetable(tx))
        known = known || cell.report == row.what.report;
    if (!known) return workflows::invalid("report", "Choose a report of the timetable.");
    for (int i = 1; i <= sources_asked; ++i) {
        const auto suffix = i == 1 ? std::string() : "_" + std::to_string(i);
        workflows::SourceClause source{form.get("clause" + suffix), form.get("says" + suffix)};
        if (!workflows::text::is_blank(source.clause) || !workflows::text::is_blank(source.says))
            row.what.sources.push_back(std::move(source));
    }
    if (const auto good = workflows::check_contradiction(row.what); !good) return good.error();
    db::save_contradiction(tx, row);
    db::append_audit(tx, {"timetable.contradiction", "timetable:contradictions", "",
                          row.what.report + ": recorded"});
    return web::href(routes::timetable) + "?done=added";
}

Result<net::Response> show_contradiction(const web::Context& context, db::ReadTx& tx) {
    const auto row = find_contradiction(tx, context.param("contradiction"));
    if (!row) return workflows::not_found("There is no such contradiction.");
    const bool settled = row->settled_at.has_value();
    web::BlockPage page(context, "Contradiction: " + row->what.report);
    page.crumb("Reporting timetable", web::href(routes::timetable));
    page.lead(row->what.words);
    std::vector<templates::Crumb> sources;
    for (const auto& source : row->what.sources)
        sources.push_back({source.clause + ": " + source.says, ""});
    page.list(sources);
    if (settled)
        page.inset("Settled on " +
                   workflows::long_date(
                       workflows::to_local(*row->settled_at, workflows::county_zone).day) +
                   ": " + row->reason);
    auto& form = page.form(web::form_facts(context, web::href(routes::contradiction, row->what.key),
                                           settled ? "Open it again" : "Note it as settled"));
    form.add("fields", templates::hidden_field("settled", settled ? "no" : "yes"));
    if (!settled)
        form.add("fields",
                 templates::textarea_field(
                     web::typed_field(context, {"reason", "How it was settled, and by whom", "",
                                                "Shown with the timetable"}),
                     3));
    page.layout().errors = web::error_links_of(context, form);
    return page.finish();
}

Result<web::Location> settle_contradiction(const web::Context& context, db::WriteTx& tx) {
    auto row = find_contradiction(tx, context.param("contradiction"));
    if (!row) return workflows::not_found("There is no such contradiction.");
    const bool settle = context.form().get("settled") == "yes";
    const auto reason = settle ? context.form().get("reason") : std::string();
    if (settle && workflows::text::is_blank(reason))
        return workflows::invalid("reason", "Enter how it was settled.");
    if (workflows::text::characters(reason) > workflows::comment_characters_max)
        return workflows::invalid("reason", "Shorten the text to 4000 characters or fewer.");
    row->settled_at.reset();
    if (settle) row->settled_at = tx.now();
    row->settled_by = settle ? context.viewer.person : std::string();
    row->reason = reason;
    db::save_contradiction(tx, *row);
    db::append_audit(tx, {"timetable.contradiction", "timetable:" + row->what.key, "",
                          row->what.report + (settle ? ": settled" : ": open again")});
    return web::href(routes::contradiction, row->what.key) + "?done=saved";
}

}  // namespace server::timetable
