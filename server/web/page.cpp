#include "server/web/page.hpp"

#include <array>

#include "server/base/app.hpp"
#include "server/web/href.hpp"
#include "server/web/people_choices.hpp"
#include "server/web/routes.hpp"
#include "server/web/words.hpp"

namespace server::web {
namespace {

using templates::NavigationItem;
using workflows::Action;

struct Entry {
    std::string_view text;
    const Address* address;
    Action action;
};

constexpr std::array public_line{
    Entry{words::meetings, &routes::meetings, Action::read_public},
    Entry{words::boards, &routes::boards, Action::read_public},
    Entry{words::forward_plan, &routes::forward_plan, Action::read_public},
    Entry{words::reporting_timetable, &routes::timetable, Action::read_public},
    Entry{words::joint_working, &routes::between_boards, Action::read_public},
};
constexpr std::array staff_line{
    Entry{words::to_do, &routes::to_do, Action::read_home},
    Entry{words::requests, &routes::requests, Action::read_requests},
    Entry{words::circulations, &routes::circulations, Action::read_circulations},
    Entry{words::diary_clashes, &routes::clashes, Action::read_clashes},
    Entry{words::people, &routes::people, Action::read_people},
    Entry{words::emails, &routes::mail_queue, Action::read_mail},
};

// What a form did, said on the page that follows it: `?done=KEY`.
struct Done {
    std::string_view key;
    std::string_view text;
};
constexpr std::array done_messages{
    Done{"saved", words::saved},
    Done{"created", words::meeting_added},
    Done{"series", words::meetings_added},
    Done{"confirmed", words::meeting_confirmed_we_are_emailing},
    Done{"moved", words::meeting_rearranged_we_will_email_everyone},
    Done{"cancelled", words::meeting_cancelled_we_will_email_everyone},
    Done{"cancelled-past", words::meeting_cancelled_no_emails_will},
    Done{"held", words::meeting_recorded_as_held},
    Done{"reinstated", words::meeting_reinstated_confirm_it_when},
    Done{"corrected", words::meeting_recorded_as_not_held},
    Done{"minutes-recorded", words::draft_minutes_recorded_as_circulated},
    Done{"minutes-undone", words::undone_the_draft_minutes},
    Done{"sent", words::request_sent},
    Done{"answered", words::reply_sent},
    Done{"told", words::done_weve_emailed_the_other_board},
    Done{"issued", words::papers_issued},
    Done{"recorded", words::outcome_recorded},
    Done{"published", words::agenda_published},
    Done{"uploaded", words::paper_added},
    Done{"removed", words::removed},
    Done{"added", words::added},
    Done{"queued", words::the_emails_are_in_the_queue},
    Done{"chased-today", words::no_reminders_sent_everyone_has_already},
    Done{"on-hold", words::email_on_hold_it_will},
    Done{"undone", words::sending_cancelled},
    Done{"return-submitted", words::return_submitted},
    Done{"returns-asked", words::returns_requested_weve_emailed_the_boards},
    Done{"returns-chased", words::reminders_queued_you_can_still_undo},
    Done{"return-accepted", words::return_accepted},
    Done{"return-sent-back", words::return_sent_back_weve_emailed},
    Done{"update-published", words::annual_partnerships_update_published},
    Done{"signed-out", words::you_have_signed_out},
};

template <class Line>
std::vector<NavigationItem> navigation(const Line& line, workflows::Relations relations,
                                       std::string_view path) {
    std::vector<NavigationItem> items;
    for (const Entry& entry : line) {
        if (!workflows::allowed(entry.action, relations)) continue;
        const auto own = href(*entry.address);
        items.push_back({std::string(entry.text), own, path == own || path.starts_with(own + "/")});
    }
    return items;
}

std::string done_message(const net::Request& request) {
    const auto key = request.query_value("done");
    for (const auto& done : done_messages) {
        if (done.key == key) return std::string(done.text);
    }
    return {};
}

// What a page says of itself in its frame, without what is said of the viewer.
templates::LayoutFacts own_facts(const templates::LayoutFacts& layout) {
    templates::LayoutFacts own;
    own.title = layout.title;
    own.board_name = layout.board_name;
    own.breadcrumbs = layout.breadcrumbs;
    own.alternates = layout.alternates;
    own.wide = layout.wide;
    return own;
}

templates::View frame_view(const Context& context, const templates::LayoutFacts& layout) {
    auto view = templates::layout_view(layout);
    if (layout.demo) view.set("demo_day", demo_day_words(context.app.clock.now()));
    return view;
}

}  // namespace

templates::LayoutFacts layout_facts(const Context& context, std::string title) {
    templates::LayoutFacts facts;
    facts.title = std::move(title);
    facts.county_name = context.app.county_name;
    facts.navigation = navigation(public_line, context.relations, context.request.path);
    facts.signed_in = context.viewer.signed_in();
    if (facts.signed_in) {
        facts.staff_navigation = navigation(staff_line, context.relations, context.request.path);
        facts.person_name = context.viewer.post;
        facts.csrf_token = context.form_token();
        facts.success_message = done_message(context.request);
        facts.hidden_from_search = true;
    }
    if (context.app.config.mode == base::Mode::demo) {
        facts.demo = true;
        facts.csrf_token = context.form_token();
        facts.demo_people = demo_people(context);
    }
    if (const auto& error = context.error()) {
        facts.errors.push_back({error->message, error->field.empty() ? "" : "#" + error->field});
    }
    return facts;
}

net::Response html_response(const Context& context, std::string_view page_template,
                            const templates::LayoutFacts& layout, const templates::View& view) {
    net::Response response;
    const auto& templates = context.app.templates;
    const auto body = templates.render(page_template, view);
    response.body = templates.render_frame(frame_view(context, layout), body);
    if (context.keeps_body()) context.keep_body(own_facts(layout), body);
    return response;
}

net::Response kept_response(const Context& context, const templates::LayoutFacts& frame,
                            const std::string& body_html) {
    auto layout = layout_facts(context, frame.title);
    layout.board_name = frame.board_name;
    layout.breadcrumbs = frame.breadcrumbs;
    layout.alternates = frame.alternates;
    layout.wide = frame.wide;
    net::Response response;
    response.body = context.app.templates.render_frame(frame_view(context, layout), body_html);
    return response;
}

net::Response json_response(std::string body) {
    return text_response(std::move(body), "application/json; charset=utf-8");
}

net::Response text_response(std::string body, std::string content_type) {
    net::Response response;
    response.content_type = std::move(content_type);
    response.body = std::move(body);
    return response;
}

templates::Field typed_field(const Context& context, const FieldText& text) {
    templates::Field field;
    field.name = text.name;
    field.label = text.label;
    field.hint = text.hint;
    field.value = context.typed(text.name, text.stored);
    field.error = context.error_for(text.name);
    return field;
}

templates::FormFacts form_facts(const Context& context, std::string action,
                                std::string submit_label) {
    templates::FormFacts facts;
    facts.action = std::move(action);
    facts.csrf_token = context.form_token();
    facts.submit_label = std::move(submit_label);
    return facts;
}

BlockPage::BlockPage(const Context& context, std::string title)
    : context_(context), layout_(layout_facts(context, title)) {
    view_.set("heading", title).set("caption", "").list("blocks");
    templates::set_tag(view_, "", templates::TagColour::grey);
}

templates::View& BlockPage::block() {
    auto& block = view_.add("blocks");
    for (const char* key : {"lead", "subheading", "paragraph", "inset", "warning", "link_href",
                            "link_text", "button_href", "button_text"}) {
        block.set(key, "");
    }
    block.set_html("figure_html", "");
    block.flag("has_entries", false).flag("has_summary", false);
    block.list("entries").list("summary").no_section("table").no_section("form");
    return block;
}

BlockPage& BlockPage::crumb(std::string text, std::string href) {
    layout_.breadcrumbs.push_back({std::move(text), std::move(href)});
    return *this;
}
BlockPage& BlockPage::caption(std::string_view text) {
    view_.set("caption", text);
    return *this;
}
BlockPage& BlockPage::tag(std::string_view text, templates::TagColour colour) {
    templates::set_tag(view_, text, colour);
    return *this;
}
BlockPage& BlockPage::lead(std::string_view text) {
    block().set("lead", text);
    return *this;
}
BlockPage& BlockPage::heading(std::string_view text) {
    block().set("subheading", text);
    return *this;
}
BlockPage& BlockPage::paragraph(std::string_view text) {
    block().set("paragraph", text);
    return *this;
}
BlockPage& BlockPage::inset(std::string_view text) {
    block().set("inset", text);
    return *this;
}
BlockPage& BlockPage::warning(std::string_view text) {
    block().set("warning", text);
    return *this;
}
BlockPage& BlockPage::link(std::string_view text, std::string_view href) {
    block().set("link_text", text).set("link_href", href);
    return *this;
}
BlockPage& BlockPage::button(std::string_view text, std::string_view href) {
    block().set("button_text", text).set("button_href", href);
    return *this;
}
BlockPage& BlockPage::list(const std::vector<templates::Crumb>& entries) {
    auto& here = block().flag("has_entries", !entries.empty());
    for (const auto& entry : entries) {
        here.add("entries").set("text", entry.text).set("href", entry.href);
    }
    return *this;
}
BlockPage& BlockPage::summary(const std::vector<templates::SummaryRow>& rows) {
    auto& here = block().flag("has_summary", true);
    for (const auto& row : rows)
        templates::add_summary(here, row);
    return *this;
}
templates::View& BlockPage::table(std::string_view caption,
                                  const std::vector<templates::Cell>& columns) {
    return templates::table_section(block(), caption, columns);
}
templates::View& BlockPage::form(const templates::FormFacts& facts) {
    return templates::form_section(block(), facts);
}
BlockPage& BlockPage::html(std::string_view markup) {
    block().set_html("figure_html", markup);
    return *this;
}

net::Response BlockPage::finish() {
    return html_response(context_, "pages/blocks.html", layout_, view_);
}

}  // namespace server::web
