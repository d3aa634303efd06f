// The audit trail for administrators: newest first, or all of one thing.
#include <charconv>
#include <map>
#include <set>

#include "db/audit.hpp"
#include "db/people.hpp"
#include "server/overview/handlers.hpp"
#include "server/overview/words.hpp"
#include "server/web/href.hpp"
#include "server/web/page.hpp"
#include "server/web/routes.hpp"

namespace server::overview {
namespace {

using templates::Cell;
using templates::CellKind;

constexpr int rows_max = 100;
constexpr std::size_t resource_bytes_max = 200;

long long number_in(const std::string& text) {
    long long number = 0;
    std::from_chars(text.data(), text.data() + text.size(), number);
    return number > 0 ? number : 0;
}

using People = std::map<std::string, workflows::Person>;

People actors_of(db::ReadTx& tx, const std::vector<db::AuditRow>& rows) {
    std::set<std::string> keys;
    for (const auto& row : rows)
        keys.insert(row.actor);
    return db::find_people(tx, keys);
}

std::string who(const People& people, const db::AuditRow& row) {
    if (row.actor.empty()) return "This service";
    const auto person = people.find(row.actor);
    const auto name = person == people.end() ? row.actor : person->second.post;
    return row.on_behalf.empty() ? name : words::for_somebody(name, row.on_behalf);
}

// A link into the trail; only plain keys are made links.
std::string filter_href(const std::string& resource) {
    const bool plain = resource.find_first_not_of(
                           "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
                           "0123456789-_:.") == std::string::npos;
    return plain && !resource.empty() ? web::href(routes::audit) + "?resource=" + resource : "";
}

void add_row(templates::View& table, const People& people, const db::AuditRow& row) {
    const auto local = workflows::to_local(row.at, workflows::county_zone);
    templates::add_table_row(
        table, {Cell{std::to_string(row.seq), "", CellKind::row_head},
                Cell{workflows::long_date(local.day) + ", " + workflows::spoken_time(local.time)},
                Cell{who(people, row)}, Cell{row.note.action},
                Cell{row.note.resource, filter_href(row.note.resource)}, Cell{row.note.detail}});
}

}  // namespace

Result<net::Response> show_audit(const web::Context& context, db::ReadTx& tx) {
    const auto resource = context.request.query_value("resource");
    if (resource.size() > resource_bytes_max) return workflows::not_found("");
    const auto before = number_in(context.request.query_value("before"));
    web::BlockPage page(context, "Audit trail");
    page.layout().wide = true;
    const auto rows = resource.empty() ? db::list_audit_before(tx, before, rows_max)
                                       : db::list_audit(tx, resource, rows_max);
    if (!resource.empty()) {
        page.lead(words::only_resource(resource))
            .link("Show all entries", web::href(routes::audit));
    }
    if (rows.empty()) {
        page.paragraph(words::no_entries);
        return page.finish();
    }
    auto& table =
        page.table("Latest first", {{"Number"}, {"When"}, {"By"}, {"Action"}, {"About"}, {"What"}});
    const auto people = actors_of(tx, rows);
    for (const auto& row : rows)
        add_row(table, people, row);
    if (resource.empty() && rows.size() == rows_max && rows.back().seq > 1) {
        page.link("Show older entries",
                  web::href(routes::audit) + "?before=" + std::to_string(rows.back().seq));
    }
    return page.finish();
}

}  // namespace server::overview
