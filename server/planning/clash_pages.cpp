// Days on which two boards want the same person.
#include "db/people.hpp"
#include "server/base/app.hpp"
#include "server/meetings/clash_queries.hpp"
#include "server/planning/handlers.hpp"
#include "server/planning/words.hpp"
#include "server/web/href.hpp"
#include "server/web/page.hpp"
#include "server/web/routes.hpp"

namespace server::planning {
namespace {

using workflows::Day;

constexpr std::chrono::days span_default{365};
constexpr std::chrono::days span_max{3660};

struct Span {
    Day from;
    Day to;
};

Result<Span> read_span(const web::Context& context, const db::ReadTx& tx) {
    const auto typed_from = context.request.query_value("from");
    const auto typed_to = context.request.query_value("to");
    const auto from = typed_from.empty() ? Result<Day>(context.today(tx))
                                         : workflows::parse_day(typed_from, "from");
    if (!from) return from.error();
    const auto to =
        typed_to.empty() ? Result<Day>(*from + span_default) : workflows::parse_day(typed_to, "to");
    if (!to) return to.error();
    if (*to < *from) return workflows::invalid("to", words::ends_before_start);
    if (*to - *from > span_max) {
        return workflows::invalid("to", words::too_many_years);
    }
    return Span{*from, *to};
}

void add_rows(web::BlockPage& page, db::ReadTx& tx, const std::vector<workflows::Clash>& clashes) {
    std::map<std::string, std::string> posts;
    for (const auto& person : db::list_people(tx))
        posts.emplace(person.key, person.post);
    auto& table =
        page.table("Diary clashes", {{.text = "Date"}, {.text = "Person"}, {.text = "Boards"}});
    for (const auto& clash : clashes) {
        std::string boards;
        for (const auto& board : clash.boards)
            boards += (boards.empty() ? "" : ", ") + board;
        const auto post = posts.find(clash.person);
        templates::add_table_row(
            table,
            {{.text = workflows::long_date(clash.day), .kind = templates::CellKind::row_head},
             {.text = post == posts.end() ? clash.person : post->second},
             {.text = boards}});
    }
}

}  // namespace

Result<net::Response> show_clashes(const web::Context& context, db::ReadTx& tx) {
    web::BlockPage page(context, "Diary clashes");
    const auto span = read_span(context, tx);
    if (!span) {
        page.layout().errors.push_back({span.error().message, ""});
        page.link(words::next_clashes, web::href(routes::clashes));
        return page.finish();
    }
    page.lead(words::clashes_intro);

    const auto from = workflows::long_date(span->from);
    const auto to = workflows::long_date(span->to);
    const auto clashes =
        meetings::clashes_between(tx, span->from, span->to, {.person = context.viewer.person});
    if (clashes.empty()) {
        page.paragraph(words::none_between(from, to));
    } else {
        page.paragraph(words::clashes_between(clashes.size(), from, to));
        add_rows(page, tx, clashes);
    }
    const auto query = "?from=" + workflows::iso(span->from) + "&to=" + workflows::iso(span->to);
    page.link(words::earlier_clashes,
              web::href(routes::clashes) + "?from=" + workflows::iso(span->from - span_default) +
                  "&to=" + workflows::iso(span->from - std::chrono::days(1)));
    page.link(words::clashes_json, web::href(routes::clashes_json) + query);
    return page.finish();
}

Result<net::Response> show_clashes_json(const web::Context& context, db::ReadTx& tx) {
    const auto span = read_span(context, tx);
    if (!span) return span.error();
    return web::json_response(meetings::clashes_json(
        meetings::clashes_between(tx, span->from, span->to, {.person = context.viewer.person})));
}

}  // namespace server::planning
