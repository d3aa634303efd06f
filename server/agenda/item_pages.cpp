// Adding an agenda item and changing one.
#include <algorithm>
#include <charconv>

#include "db/memberships.hpp"
#include "db/people.hpp"
#include "db/responses.hpp"
#include "server/agenda/agenda_subject.hpp"
#include "server/agenda/author_letters.hpp"
#include "server/agenda/handlers.hpp"
#include "server/agenda/item_commands.hpp"
#include "server/agenda/words.hpp"
#include "server/web/href.hpp"
#include "server/web/page.hpp"
#include "server/web/routes.hpp"
#include "server/web/versions.hpp"
#include "server/web/who_acts.hpp"
#include "workflows/agenda/agenda.hpp"
#include "workflows/text/words.hpp"

namespace server::agenda {
namespace {

using templates::Choice;
using workflows::ItemPurpose;
using workflows::Visibility;

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

templates::View visibility_field(const web::Context& context, Visibility stored) {
    return templates::radios_field(
        web::typed_field(context, {"visibility", words::who_can_read_this_item,
                                   std::string(workflows::to_text(stored))}),
        {{"public", words::everyone, {}, false},
         {"members", words::members_and_invited_people, {}, false},
         {"exempt", words::members_only_exempt_or_confidential,
          words::the_public_cannot_see_the_title, false}});
}

void add_fields(const web::Context& context, db::ReadTx& tx, const AgendaSubject& subject,
                const db::AgendaItemRow& item, templates::View& form) {
    form.add("fields",
             templates::text_field(web::typed_field(context, {"title", words::title, item.title})));
    form.add("fields",
             templates::select_field(
                 web::typed_field(context, {"purpose", words::what_is_the_board_asked,
                                            std::string(workflows::to_text(item.purpose))}),
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
    form.add(
        "fields",
        templates::radios_field(
            web::typed_field(
                context, {"paper", words::report,
                          item.paper_status == workflows::PaperStatus::none ? "none" : "expected"}),
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
    page.crumb(words::agenda, subject->href(routes::meeting_agenda));
    auto facts = web::form_facts(
        context, is_new ? subject->href(routes::new_item) : web::href(routes::item_edit, item.id),
        is_new ? words::add_item : words::save_item);
    facts.cancel_href = subject->href(routes::meeting_agenda);
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
        page.link(words::request_a_response_to_this_item,
                  web::href(routes::new_response) + "?source=item:" + item.id);
    if (const auto response = is_new ? std::nullopt : db::find_response_of_item(tx, item.id))
        page.link(words::response_linked_to_this_item, web::href(routes::response, response->id));
    return page.finish();
}

int read_minutes(const std::string& text) {
    if (workflows::text::is_blank(text)) return 0;
    int minutes = -1;
    const auto end = text.data() + text.size();
    const auto [stop, failed] = std::from_chars(text.data(), end, minutes);
    if (failed != std::errc{} || stop != end) minutes = -1;  // check_item() has the words
    return minutes;
}

using workflows::text::trimmed;

ItemFacts read_facts(const web::Form& form) {
    ItemFacts facts;
    facts.title = trimmed(form.get("title"));
    facts.public_title = trimmed(form.get("public_title"));
    facts.summary = trimmed(form.get("summary"));
    facts.presenter = trimmed(form.get("presenter"));
    facts.minutes = read_minutes(trimmed(form.get("minutes")));
    facts.purpose = workflows::from_text<ItemPurpose>(form.get("purpose"));
    facts.visibility = workflows::from_text<Visibility>(form.get("visibility"));
    facts.owner = form.get("owner");
    facts.verbal = form.get("paper") == "none";
    return facts;
}

// Of an agenda that is closed the form has nothing but who may read the item.
Result<void> save_form(const web::Context& context, db::WriteTx& tx, const std::string& item,
                       bool open) {
    const auto& form = context.form();
    const auto acting = web::acting(context, tx);
    const auto version = web::version_of(form);
    if (open || form.has("title"))
        return change_item(context.app, acting, tx, {item, read_facts(form), version});
    return tighten_item(acting, tx,
                        {item, workflows::from_text<Visibility>(form.get("visibility")), version});
}

}  // namespace

Result<net::Response> show_new_item(const web::Context& context, db::ReadTx& tx) {
    const auto meeting = db::load_meeting(tx, context.param("meeting"));
    if (!meeting) return meeting.error();
    return item_page(context, tx, new_item(*meeting));
}

Result<web::Location> add_item(const web::Context& context, db::WriteTx& tx) {
    const auto& meeting = context.param("meeting");
    const auto added = add_item(context.app, web::acting(context, tx), tx,
                                AddItem{meeting, read_facts(context.form())});
    if (!added) return added.error();
    return web::href(routes::meeting_agenda, meeting) + "?done=added";
}

Result<net::Response> show_item_form(const web::Context& context, db::ReadTx& tx) {
    const auto item = db::load_item(tx, context.param("item"));
    if (!item) return item.error();
    return item_page(context, tx, *item);
}

Result<web::Location> change_item(const web::Context& context, db::WriteTx& tx) {
    const auto item = db::load_item(tx, context.param("item"));
    if (!item) return item.error();
    const auto meeting = db::load_meeting(tx, item->meeting);
    if (!meeting) return meeting.error();
    const bool open(check_open(context, tx, *meeting));
    if (auto saved = save_form(context, tx, item->id, open); !saved) return saved.error();
    return web::href(routes::meeting_agenda, item->meeting) + "?done=saved";
}

}  // namespace server::agenda
