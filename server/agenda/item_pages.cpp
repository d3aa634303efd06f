// Adding an agenda item and changing one.
#include <algorithm>
#include <charconv>

#include "db/audit.hpp"
#include "db/memberships.hpp"
#include "db/papers.hpp"
#include "db/people.hpp"
#include "db/responses.hpp"
#include "server/agenda/agenda_subject.hpp"
#include "server/agenda/handlers.hpp"
#include "server/agenda/words.hpp"
#include "server/papers/paper_letters.hpp"
#include "server/web/page.hpp"
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
    std::vector<Choice> choices{{"", words::no_author_yet, {}, false}};
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
        web::typed_field(context, {"visibility", words::who_can_read_this_item, stored}),
        {{"public", words::everyone, {}, false},
         {"members", words::members_and_invited_people, {}, false},
         {"exempt", words::members_only_exempt_or_confidential,
          words::the_public_cannot_see_the_title, false}});
}

void add_fields(const web::Context& context, db::ReadTx& tx, const AgendaSubject& subject,
                const db::AgendaItemRow& item, templates::View& form) {
    form.add("fields",
             templates::text_field(web::typed_field(context, {"title", words::title, item.title})));
    form.add("fields", templates::select_field(
                           web::typed_field(
                               context, {"purpose", words::what_is_the_board_asked, item.purpose}),
                           choices_of<ItemPurpose>()));
    form.add(
        "fields",
        templates::textarea_field(web::typed_field(
            context, {"summary", words::summary, item.summary, words::write_2_or_3_sentences})));
    form.add("fields", templates::select_field(
                           web::typed_field(context, {"owner", words::report_author, item.owner,
                                                      words::you_can_ask_the_author}),
                           owner_choices(context, tx, subject, item.owner)));
    form.add("fields", templates::text_field(web::typed_field(
                           context, {"presenter", words::presented_by, item.presenter})));
    auto minutes = web::typed_field(context, {"minutes", words::time_allowed_minutes,
                                              item.minutes == 0 ? "" : std::to_string(item.minutes),
                                              words::leave_blank_if_there_is_no});
    minutes.mode = templates::InputMode::numeric;
    minutes.width = templates::FieldWidth::four;
    form.add("fields", templates::text_field(minutes));
    form.add("fields", visibility_field(context, item.visibility));
    form.add("fields", templates::text_field(web::typed_field(
                           context, {"public_title", words::public_title, item.public_title,
                                     words::shown_instead_of_the_title})));
    form.add("fields",
             templates::radios_field(
                 web::typed_field(context, {"paper", words::report,
                                            item.paper_status == "none" ? "none" : "expected"}),
                 {{"expected", words::there_is_a_report, {}, false},
                  {"none", words::verbal_update, {}, false}}));
}

Result<net::Response> item_page(const web::Context& context, db::ReadTx& tx,
                                const db::AgendaItemRow& item) {
    const auto subject = load_subject(tx, item.meeting);
    if (!subject) return subject.error();
    const bool is_new = item.id.empty();
    web::BlockPage page(context, is_new ? std::string(words::add_an_agenda_item)
                                        : words::change_item(item.position));
    begin_page(page, *subject);
    page.crumb(words::agenda, subject->href("agenda"));
    auto facts = web::form_facts(
        context, is_new ? subject->href("agenda/new") : "/items/" + item.id + "/edit",
        is_new ? words::add_item : words::save_item);
    facts.cancel_href = subject->href("agenda");
    const auto open = check_open(context, tx, subject->meeting);
    const bool whole = is_new || open;
    if (!whole) {
        page.lead(item.title);
        page.inset(words::you_can_still_restrict(open.error().message));
    }
    auto& form = page.form(facts);
    if (whole) add_fields(context, tx, *subject, item, form);
    if (!whole) form.add("fields", visibility_field(context, item.visibility));
    form.add("fields", templates::hidden_field(
                           "version", context.typed("version", std::to_string(item.version))));
    if (!is_new)
        page.link(words::request_a_response_to_this_item, "/responses/new?source=item:" + item.id);
    if (const auto response = is_new ? std::nullopt : db::find_response_of_item(tx, item.id))
        page.link(words::response_linked_to_this_item, "/responses/" + response->id);
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
        return invalid("summary", words::summary_characters_max(workflows::comment_characters_max));
    }
    if (workflows::text::characters(item.presenter) > workflows::title_characters_max) {
        return invalid("presenter",
                       words::presenter_characters_max(workflows::title_characters_max));
    }
    return {};
}

Result<void> read_choices(const web::Context& context, db::ReadTx& tx, db::AgendaItemRow& item) {
    const auto& form = context.form();
    item.purpose = form.get("purpose");
    item.visibility = form.get("visibility");
    if (!workflows::from_text<ItemPurpose>(item.purpose))
        return invalid("purpose", words::select_what_the_board_is_asked);
    if (!workflows::from_text<Visibility>(item.visibility))
        return invalid("visibility", words::select_who_can_read_this_item);
    item.owner = form.get("owner");
    if (!item.owner.empty() && !db::find_person(tx, item.owner))
        return invalid("owner", words::select_an_author_from_the_list);
    const bool has_papers = !item.id.empty() && !db::list_papers(tx, item.id).empty();
    if (has_papers && form.get("paper") == "none")
        return invalid("paper", words::this_item_has_papers_remove_them);
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
        papers::queue_paper_wanted(context.app, tx, item.id, item.owner);
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
    db::append_audit(
        tx, {"agenda.add", "item:" + added.id, meeting->board, words::item_number(added.position)});
    return "/meetings/" + meeting->id + "/agenda?done=added";
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
    db::append_audit(tx,
                     {"agenda.change", "item:" + item->id, "", words::item_number(item->position)});
    return "/meetings/" + item->meeting + "/agenda?done=saved";
}

}  // namespace server::agenda
