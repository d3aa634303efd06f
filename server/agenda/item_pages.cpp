// Adding an agenda item and changing one.
#include <algorithm>
#include <charconv>

#include "db/audit.hpp"
#include "db/memberships.hpp"
#include "db/papers.hpp"
#include "db/people.hpp"
#include "db/responses.hpp"
#include "server/agenda/agenda_subject.hpp"
#include "server/agenda/author_letters.hpp"
#include "server/agenda/handlers.hpp"
#include "server/web/href.hpp"
#include "server/web/page.hpp"
#include "server/web/routes.hpp"
#include "workflows/agenda/agenda.hpp"
#include "workflows/text/utf8.hpp"
#include "workflows/text/words.hpp"

namespace server::agenda {
namespace {

using templates::Choice;
using workflows::invalid;
using workflows::ItemPurpose;
using workflows::Visibility;

db::AgendaItemRow new_item(const db::MeetingRow& meeting) {
    db::AgendaItemRow item;
    item.meeting = meeting.id;
    item.visibility = meeting.held_in == "public" ? "public" : "members";
    return item;
}

template <class Enum>
std::vector<Choice> choices_of() {
    std::vector<Choice> choices;
    for (const auto& name : workflows::names<Enum>) {
        choices.push_back(
            {std::string(name.text), workflows::text::capitalised(name.words), {}, false});
    }
    return choices;
}

// Who sits on the board now; and the present author, whether or not they still sit on it.
std::vector<Choice> owner_choices(const web::Context& context, db::ReadTx& tx,
                                  const AgendaSubject& subject, const std::string& owner) {
    std::vector<Choice> choices{{"", "Nobody yet", {}, false}};
    const auto known = [&](const std::string& key) {
        return std::any_of(choices.begin(), choices.end(),
                           [&](const Choice& choice) { return choice.value == key; });
    };
    for (const auto& seat : db::list_memberships(tx, subject.board.code)) {
        if (db::sits_on(seat.membership, context.today(tx)) && !known(seat.person.key))
            choices.push_back({seat.person.key, seat.person.post, {}, false});
    }
    if (const auto person = db::find_person(tx, owner); person && !known(owner))
        choices.push_back({person->key, person->post, {}, false});
    return choices;
}

templates::View visibility_field(const web::Context& context, const std::string& stored) {
    return templates::radios_field(
        web::typed_field(context, {"visibility", "Who may read this item?", stored}),
        {{"public", "Everybody", {}, false},
         {"members", "Members and invited people", {}, false},
         {"exempt", "Members only: exempt or confidential",
          "The public never sees its title, its papers or their names.", false}});
}

void add_fields(const web::Context& context, db::ReadTx& tx, const AgendaSubject& subject,
                const db::AgendaItemRow& item, templates::View& form) {
    form.add("fields",
             templates::text_field(web::typed_field(context, {"title", "Title", item.title})));
    form.add(
        "fields",
        templates::select_field(
            web::typed_field(context, {"purpose", "What is the board asked to do?", item.purpose}),
            choices_of<ItemPurpose>()));
    form.add("fields",
             templates::textarea_field(web::typed_field(
                 context, {"summary", "Summary", item.summary, "Two or three sentences."})));
    form.add("fields", templates::select_field(
                           web::typed_field(context, {"owner", "Author of the paper", item.owner,
                                                      "Can add papers to this item."}),
                           owner_choices(context, tx, subject, item.owner)));
    form.add("fields", templates::text_field(web::typed_field(
                           context, {"presenter", "Presented by", item.presenter})));
    auto minutes = web::typed_field(
        context, {"minutes", "Minutes", item.minutes == 0 ? "" : std::to_string(item.minutes),
                  "Leave empty when the item is not timed."});
    minutes.mode = templates::InputMode::numeric;
    minutes.width = templates::FieldWidth::four;
    form.add("fields", templates::text_field(minutes));
    form.add("fields", visibility_field(context, item.visibility));
    form.add("fields",
             templates::text_field(web::typed_field(
                 context, {"public_title", "Public title", item.public_title,
                           "Shown instead of the title to people who may not read the item. When "
                           "it is empty they see “Exempt item” or “Item for members”."})));
    form.add("fields",
             templates::radios_field(
                 web::typed_field(context, {"paper", "Paper",
                                            item.paper_status == "none" ? "none" : "expected"}),
                 {{"expected", "There is a paper", {}, false},
                  {"none", "Verbal item – no paper", {}, false}}));
}

Result<net::Response> item_page(const web::Context& context, db::ReadTx& tx,
                                const db::AgendaItemRow& item) {
    const auto subject = load_subject(tx, item.meeting);
    if (!subject) return subject.error();
    const bool is_new = item.id.empty();
    web::BlockPage page(
        context, is_new ? "Add an agenda item" : "Change item " + std::to_string(item.position));
    begin_page(page, *subject);
    page.crumb("Agenda", subject->href(routes::meeting_agenda));
    auto facts = web::form_facts(
        context, is_new ? subject->href(routes::new_item) : web::href(routes::item_edit, item.id),
        is_new ? "Add item" : "Save item");
    facts.cancel_href = subject->href(routes::meeting_agenda);
    const auto open = check_open(context, tx, subject->meeting);
    const bool whole = is_new || open;
    if (!whole) {
        page.lead(item.title);
        page.inset(open.error().message + " What was published by mistake can still be closed.");
    }
    auto& form = page.form(facts);
    if (whole) add_fields(context, tx, *subject, item, form);
    if (!whole) form.add("fields", visibility_field(context, item.visibility));
    form.add("fields", templates::hidden_field(
                           "version", context.typed("version", std::to_string(item.version))));
    if (!is_new)
        page.link("Responses wanted to this item",
                  web::href(routes::new_response) + "?source=item:" + item.id);
    if (const auto response = is_new ? std::nullopt : db::find_response_of_item(tx, item.id))
        page.link("This item brings back a response", web::href(routes::response, response->id));
    return page.finish();
}

Result<int> read_minutes(const std::string& text) {
    if (workflows::text::is_blank(text)) return 0;
    int minutes = -1;
    const auto end = text.data() + text.size();
    const auto [stop, failed] = std::from_chars(text.data(), end, minutes);
    if (failed != std::errc{} || stop != end) minutes = -1;  // check_item() has the words
    return minutes;
}

using workflows::text::trimmed;

Result<void> check_lengths(const db::AgendaItemRow& item) {
    if (workflows::text::characters(item.summary) > workflows::comment_characters_max) {
        return invalid("summary", "Shorten the summary to " +
                                      std::to_string(workflows::comment_characters_max) +
                                      " characters or fewer.");
    }
    if (workflows::text::characters(item.presenter) > workflows::title_characters_max) {
        return invalid("presenter", "Shorten the name of who presents it to " +
                                        std::to_string(workflows::title_characters_max) +
                                        " characters or fewer.");
    }
    return {};
}

Result<void> read_choices(const web::Context& context, db::ReadTx& tx, db::AgendaItemRow& item) {
    const auto& form = context.form();
    item.purpose = form.get("purpose");
    item.visibility = form.get("visibility");
    if (!workflows::from_text<ItemPurpose>(item.purpose))
        return invalid("purpose", "Choose what the board is asked to do.");
    if (!workflows::from_text<Visibility>(item.visibility))
        return invalid("visibility", "Choose who may read this item.");
    item.owner = form.get("owner");
    if (!item.owner.empty() && !db::find_person(tx, item.owner))
        return invalid("owner", "Choose an author from the list.");
    const bool has_papers = !item.id.empty() && !db::list_papers(tx, item.id).empty();
    if (has_papers && form.get("paper") == "none")
        return invalid("paper", "This item has papers. Remove them before you make it verbal.");
    item.paper_status = form.get("paper") == "none" ? "none" : has_papers ? "received" : "expected";
    return {};
}

Result<db::AgendaItemRow> read_item(const web::Context& context, db::ReadTx& tx,
                                    db::AgendaItemRow item) {
    const auto& form = context.form();
    item.title = trimmed(form.get("title"));
    item.public_title = trimmed(form.get("public_title"));
    item.summary = trimmed(form.get("summary"));
    item.presenter = trimmed(form.get("presenter"));
    item.minutes = read_minutes(trimmed(form.get("minutes"))).value();
    if (const auto chosen = read_choices(context, tx, item); !chosen) return chosen.error();
    const workflows::AgendaItem rules{
        item.title, item.public_title, workflows::from_text<ItemPurpose>(item.purpose).value(),
        workflows::from_text<Visibility>(item.visibility).value(), item.minutes};
    if (const auto good = workflows::check_item(rules); !good) return good.error();
    if (const auto good = check_lengths(item); !good) return good.error();
    return item;
}

Result<void> check_open_meeting(const web::Context& context, db::ReadTx& tx,
                                const std::string& id) {
    const auto meeting = db::load_meeting(tx, id);
    if (!meeting) return meeting.error();
    return check_open(context, tx, *meeting);
}

// Of an agenda that is closed only who may read an item can change, and only to fewer.
Result<db::AgendaItemRow> read_closing(const web::Context& context, db::AgendaItemRow item,
                                       const Error& refusal) {
    const auto chosen = workflows::from_text<Visibility>(context.form().get("visibility"));
    const auto stored = workflows::from_text<Visibility>(item.visibility).value();
    const bool whole_form = context.form().has("title");
    if (whole_form || !chosen || !workflows::tightens(stored, *chosen)) return refusal;
    item.visibility = workflows::to_text(*chosen);
    return item;
}

// Not to those who name themselves, nor for an item that needs no paper.
void tell_author(const web::Context& context, db::WriteTx& tx, const db::AgendaItemRow& item,
                 const std::string& owner_before) {
    const bool is_new = !item.owner.empty() && item.owner != owner_before;
    if (is_new && item.owner != context.viewer.person && item.paper_status == "expected")
        queue_paper_wanted(context.app, tx, item.id, item.owner);
}

}  // namespace

Result<net::Response> show_new_item(const web::Context& context, db::ReadTx& tx) {
    const auto meeting = db::load_meeting(tx, context.param("meeting"));
    if (!meeting) return meeting.error();
    return item_page(context, tx, new_item(*meeting));
}

Result<web::Location> add_item(const web::Context& context, db::WriteTx& tx) {
    const auto meeting = db::load_meeting(tx, context.param("meeting"));
    if (!meeting) return meeting.error();
    if (const auto open = check_open(context, tx, *meeting); !open) return open.error();
    const auto item = read_item(context, tx, new_item(*meeting));
    if (!item) return item.error();
    const auto added = db::insert_item(tx, *item);
    tell_author(context, tx, added, "");
    db::append_audit(tx, {"agenda.add", "item:" + added.id, meeting->board,
                          "item " + std::to_string(added.position)});
    return web::href(routes::meeting_agenda, meeting->id) + "?done=added";
}

Result<net::Response> show_item_form(const web::Context& context, db::ReadTx& tx) {
    const auto item = db::load_item(tx, context.param("item"));
    if (!item) return item.error();
    return item_page(context, tx, *item);
}

Result<web::Location> change_item(const web::Context& context, db::WriteTx& tx) {
    const auto stored = db::load_item(tx, context.param("item"));
    if (!stored) return stored.error();
    const auto open = check_open_meeting(context, tx, stored->meeting);
    auto item =
        open ? read_item(context, tx, *stored) : read_closing(context, *stored, open.error());
    if (!item) return item.error();
    // A version that is no number is none that was ever shown.
    item->version =
        context.form().get("version") == std::to_string(stored->version) ? stored->version : 0;
    if (const auto saved = db::save_item(tx, *item); !saved) return saved.error();
    tell_author(context, tx, *item, stored->owner);
    db::append_audit(
        tx, {"agenda.change", "item:" + item->id, "", "item " + std::to_string(item->position)});
    return web::href(routes::meeting_agenda, item->meeting) + "?done=saved";
}

}  // namespace server::agenda
