// The agenda builder: items in order, up and down, out; the form of one item is agenda_item.cpp.
#include <map>

#include "db/agenda.hpp"
#include "db/papers.hpp"
#include "db/people.hpp"
#include "server/agenda/agenda_content.hpp"
#include "server/agenda/agenda_subject.hpp"
#include "server/agenda/handlers.hpp"
#include "server/agenda/item_commands.hpp"
#include "server/agenda/words.hpp"
#include "server/base/app.hpp"
#include "server/web/href.hpp"
#include "server/web/page.hpp"
#include "server/web/routes.hpp"
#include "server/web/site.hpp"
#include "server/web/versions.hpp"
#include "server/web/who_acts.hpp"
#include "workflows/text/words.hpp"

namespace server::agenda {
namespace {

using templates::TagColour;
using workflows::Direction;
using PapersOfItems = std::map<std::string, std::vector<db::PaperRow>>;

int minutes_between(const std::string& starts, const std::string& ends) {
    const auto from = workflows::parse_time(starts);
    const auto to = workflows::parse_time(ends);
    if (!from || !to) return 0;
    return (to->hour - from->hour) * 60 + to->minute - from->minute;
}

std::string minutes_words(int minutes) {
    return workflows::text::counted(minutes, "minute", "minutes");
}

// "95 of 120 minutes allocated."
std::string time_words(const std::vector<db::AgendaItemRow>& items, const db::MeetingRow& meeting) {
    int used = 0;
    for (const auto& item : items)
        used += item.struck ? 0 : item.minutes;
    const int slot = minutes_between(meeting.starts, meeting.ends);
    if (used == 0) return words::no_time_allocated(slot);
    if (used <= slot) {
        return words::time_allocated(used, slot);
    }
    return words::too_much_time_allocated(used, slot);
}

std::string published_words(db::ReadTx& tx, const AgendaSubject& subject) {
    const auto version = newest_version(tx, subject.meeting);
    if (!version) return words::this_agenda_has_not_been_published;
    return version->content == to_json(current_content(tx, subject.meeting))
               ? words::version_is_current(version->number)
               : words::version_has_unpublished_changes(version->number);
}

TagColour colour_of(workflows::Visibility visibility) {
    switch (visibility) {
        case workflows::Visibility::public_:
            return TagColour::green;
        case workflows::Visibility::members:
            return TagColour::blue;
        case workflows::Visibility::exempt:
            return TagColour::red;
    }
    return TagColour::grey;
}

std::string status_words(const db::AgendaItemRow& item) {
    if (item.struck) return words::withdrawn;
    if (item.paper_status == workflows::PaperStatus::none) return words::verbal_update;
    return item.paper_status == workflows::PaperStatus::received ? words::report_received
                                                                 : words::report_to_follow;
}

void add_move(const web::Context& context, templates::View& row, const db::AgendaItemRow& item,
              const web::Address& step, const std::string& label) {
    row.add("moves")
        .set("action", web::href(step, item.id))
        .set("csrf_token", context.form_token())
        .set("label", label);
}

void add_papers(templates::View& row, const std::vector<db::PaperRow>& papers) {
    row.flag("has_papers", !papers.empty()).list("papers");
    for (const auto& paper : papers) {
        row.add("papers")
            .set("href", web::href(routes::paper_pdf, paper.id))
            .set("title", paper.title)
            .set("pages", pages_words(paper.pages))
            .set("size", size_words(paper.size_bytes));
    }
}

void set_item(templates::View& row, const db::AgendaItemRow& item, const std::string& owner) {
    templates::set_tag(row, workflows::text::capitalised(workflows::to_words(item.visibility)),
                       colour_of(item.visibility));
    row.set("number", std::to_string(item.position))
        .set("title", item.title)
        .set("purpose", workflows::text::capitalised(workflows::to_words(item.purpose)));
    row.set("minutes", item.minutes == 0 ? "" : minutes_words(item.minutes));
    row.set("owner", owner).set("presenter", item.presenter);
    row.set("paper_words", status_words(item));
    row.set("public_title",
            item.visibility == workflows::Visibility::public_ ? "" : item.public_title);
    row.set("edit_href", web::href(routes::item_edit, item.id));
    row.set("papers_href", web::href(routes::item_papers, item.id));
    row.set("remove_href", web::href(routes::item_remove, item.id));
}

void add_items(const web::Context& context, db::ReadTx& tx, templates::View& view,
               const std::vector<db::AgendaItemRow>& items, bool open) {
    PapersOfItems papers;
    if (!items.empty()) {
        for (auto& paper : db::list_papers_of_meeting(tx, items.front().meeting))
            papers[paper.item].push_back(std::move(paper));
    }
    const auto owners = owners_of(tx, items);
    view.list("items").flag("is_empty", items.empty());
    for (std::size_t i = 0; i < items.size(); ++i) {
        auto& row = view.add("items");
        const auto owner = owners.find(items[i].owner);
        set_item(row, items[i], owner == owners.end() ? "" : owner->second.post);
        add_papers(row, papers[items[i].id]);
        const bool editable = open && !items[i].struck;
        // What was published by mistake can be closed at any time.
        row.flag("open", editable).flag("closed", !editable).list("moves");
        if (i > 0)
            add_move(context, row, items[i], routes::item_up,
                     words::move_item_up(items[i].position));
        if (i + 1 < items.size())
            add_move(context, row, items[i], routes::item_down,
                     words::move_item_down(items[i].position));
    }
}

Result<net::Response> agenda_page(const web::Context& context, db::ReadTx& tx,
                                  const std::string& meeting) {
    const auto subject = load_subject(tx, meeting);
    if (!subject) return subject.error();
    const auto items = db::list_items(tx, meeting);
    const auto open = check_open(context, tx, subject->meeting);
    templates::View view;
    view.set("caption", subject->words()).set("time_words", time_words(items, subject->meeting));
    view.set("published_words", published_words(tx, *subject));
    view.set("closed_words", open ? "" : open.error().message).flag("is_open", bool(open));
    view.set("add_href", subject->href(routes::new_item))
        .set("send_href", subject->href(routes::meeting_send));
    view.set("publish_href", subject->href(routes::meeting_publish))
        .set("pack_href", subject->href(routes::meeting_pack));
    add_items(context, tx, view, items, bool(open));
    auto layout = web::layout_facts(context, words::agenda_on(subject->meeting.planned.words()));
    layout.board_name = subject->board.name;
    layout.breadcrumbs = {{words::meetings, web::href(routes::meetings)},
                          {subject->words(), subject->href()}};
    return web::html_response(context, "pages/agenda.html", layout, view);
}

Result<web::Location> move_item(const web::Context& context, db::WriteTx& tx, Direction direction) {
    const auto item = db::load_item(tx, context.param("item"));
    if (!item) return item.error();
    const MoveItem command{item->id, context.form().get("position"), direction};
    if (auto moved = move_item(web::acting(context, tx), tx, command); !moved) return moved.error();
    return web::href(routes::meeting_agenda, item->meeting);
}

}  // namespace

Result<net::Response> show_agenda(const web::Context& context, db::ReadTx& tx) {
    return agenda_page(context, tx, context.param("meeting"));
}

Result<net::Response> show_agenda_of_item(const web::Context& context, db::ReadTx& tx) {
    const auto item = db::load_item(tx, context.param("item"));
    if (!item) return item.error();
    return agenda_page(context, tx, item->meeting);
}

Result<web::Location> move_item_up(const web::Context& context, db::WriteTx& tx) {
    return move_item(context, tx, Direction::up);
}

Result<web::Location> move_item_down(const web::Context& context, db::WriteTx& tx) {
    return move_item(context, tx, Direction::down);
}

Result<net::Response> show_item_removal(const web::Context& context, db::ReadTx& tx) {
    const auto item = db::load_item(tx, context.param("item"));
    if (!item) return item.error();
    const auto subject = load_subject(tx, item->meeting);
    if (!subject) return subject.error();
    web::BlockPage page(context, words::remove_item(item->position));
    begin_page(page, *subject);
    page.lead(item->title);
    page.paragraph(was_published(tx, *item) ? words::this_item_has_been_published
                                            : words::the_item_and_its_papers_will);
    auto facts =
        web::form_facts(context, web::href(routes::item_remove, item->id), words::remove_this_item);
    facts.button = templates::FormButton::warning;
    facts.cancel_href = subject->href(routes::meeting_agenda);
    page.form(facts).add("fields",
                         templates::hidden_field("version", std::to_string(item->version)));
    return page.finish();
}

Result<web::Location> remove_item(const web::Context& context, db::WriteTx& tx) {
    const auto item = db::load_item(tx, context.param("item"));
    if (!item) return item.error();
    const RemoveItem command{item->id, web::version_of(context.form())};
    if (auto removed = remove_item(context.app, web::acting(context, tx), tx, command); !removed)
        return removed.error();
    return web::href(routes::meeting_agenda, item->meeting) + "?done=removed";
}

}  // namespace server::agenda
