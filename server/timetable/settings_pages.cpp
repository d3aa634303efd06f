// What the county says of its timetable: the months of the seasons, and where its sources
// contradict each other.
#include <charconv>

#include "db/county.hpp"
#include "db/timetable_settings.hpp"
#include "server/timetable/handlers.hpp"
#include "server/timetable/settings_commands.hpp"
#include "server/timetable/timetable_choices.hpp"
#include "server/timetable/words.hpp"
#include "server/web/form_parts.hpp"
#include "server/web/href.hpp"
#include "server/web/page.hpp"
#include "server/web/routes.hpp"
#include "server/web/who_acts.hpp"
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

}  // namespace

std::vector<Choice> report_choices(db::ReadTx& tx) {
    std::vector<Choice> choices{{.value = "", .label = "Select a report"}};
    for (const auto& cell : db::list_timetable(tx))
        if (cell.report != choices.back().value)
            choices.push_back({.value = cell.report, .label = cell.report});
    return choices;
}

Result<net::Response> show_seasons(const web::Context& context, db::ReadTx& tx) {
    web::BlockPage page(context, words::seasons);
    page.crumb("Reporting timetable", web::href(routes::timetable));
    page.paragraph(words::seasons_intro);
    auto& form = page.form(web::form_facts(context, web::href(routes::timetable_seasons), "Save"));
    for (const auto& span : db::load_seasons(tx)) {
        const std::string name(workflows::to_text(span.season));
        form.add("fields", templates::heading_field(workflows::text::capitalised(name)));
        form.add("fields", templates::select_field(
                               web::typed_field(context, {name + "_first", words::first_month(name),
                                                          std::to_string(span.first_month)}),
                               month_choices()));
        form.add("fields", templates::select_field(
                               web::typed_field(context, {name + "_last", words::last_month(name),
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
    if (auto saved = set_seasons(web::acting(context, tx), tx, {seasons}); !saved)
        return saved.error();
    return web::href(routes::timetable_seasons) + "?done=saved";
}

Result<net::Response> show_new_contradiction(const web::Context& context, db::ReadTx& tx) {
    web::BlockPage page(context, words::record_inconsistency);
    page.crumb("Reporting timetable", web::href(routes::timetable));
    page.paragraph(words::record_intro);
    auto& form =
        page.form(web::form_facts(context, web::href(routes::new_contradiction), "Record"));
    form.add("fields", templates::select_field(web::typed_field(context, {"report", "Report"}),
                                               report_choices(tx)));
    form.add("fields", templates::textarea_field(
                           web::typed_field(context, {"words", words::what_differs}), 3));
    for (int i = 1; i <= sources_asked; ++i) {
        // The first pair has the bare names, to which a refusal points.
        const auto suffix = i == 1 ? std::string() : "_" + std::to_string(i);

        form.add("fields", templates::text_field(web::typed_field(
                               context, {"clause" + suffix, words::source_clause(i), "",
                                         i == 1 ? words::clause_example : ""})));
        form.add("fields", templates::text_field(web::typed_field(
                               context, {"says" + suffix, words::source_text(i)})));
    }
    page.layout().errors = web::error_links_of(context, form);
    return page.finish();
}

Result<web::Location> add_contradiction(const web::Context& context, db::WriteTx& tx) {
    const auto& form = context.form();
    AddContradiction command{{"", form.get("report"), form.get("words"), {}}};
    for (int i = 1; i <= sources_asked; ++i) {
        const auto suffix = i == 1 ? std::string() : "_" + std::to_string(i);
        workflows::SourceClause source{form.get("clause" + suffix), form.get("says" + suffix)};
        if (!workflows::text::is_blank(source.clause) || !workflows::text::is_blank(source.says))
            command.what.sources.push_back(std::move(source));
    }
    if (auto added = add_contradiction(web::acting(context, tx), tx, command); !added)
        return added.error();
    return web::href(routes::timetable) + "?done=added";
}

Result<net::Response> show_contradiction(const web::Context& context, db::ReadTx& tx) {
    const auto row = find_contradiction(tx, context.param("contradiction"));
    if (!row) return workflows::not_found(words::no_such_inconsistency);
    const bool settled = row->settled_at.has_value();
    web::BlockPage page(context, words::inconsistency_in(row->what.report));
    page.crumb("Reporting timetable", web::href(routes::timetable));
    page.lead(row->what.words);
    std::vector<templates::Crumb> sources;
    for (const auto& source : row->what.sources)
        sources.push_back({source.clause + ": " + source.says, ""});
    page.list(sources);
    if (settled)
        page.inset(words::resolved_on(
            workflows::long_date(workflows::to_local(*row->settled_at, workflows::county_zone).day),
            row->reason));
    auto& form = page.form(web::form_facts(context, web::href(routes::contradiction, row->what.key),
                                           settled ? "Reopen" : "Mark as resolved"));
    form.add("fields", templates::hidden_field("settled", settled ? "no" : "yes"));
    if (!settled)
        form.add("fields", templates::textarea_field(
                               web::typed_field(context, {"reason", words::how_resolved, "",
                                                          words::shown_with_timetable}),
                               3));
    page.layout().errors = web::error_links_of(context, form);
    return page.finish();
}

Result<web::Location> settle_contradiction(const web::Context& context, db::WriteTx& tx) {
    const auto& form = context.form();
    const SettleContradiction command{context.param("contradiction"), form.get("settled") == "yes",
                                      form.get("reason")};
    if (auto saved = settle_contradiction(web::acting(context, tx), tx, command); !saved)
        return saved.error();
    return web::href(routes::contradiction, command.contradiction) + "?done=saved";
}

}  // namespace server::timetable
