// The agenda page of a meeting, public and for those invited; the same as data and as a calendar.
#include <boost/json.hpp>

#include "db/boards.hpp"
#include "db/meeting_boards.hpp"
#include "db/meeting_lists.hpp"
#include "db/meetings.hpp"
#include "db/minutes.hpp"
#include "server/agenda/agenda_content.hpp"
#include "server/agenda/agenda_view.hpp"
#include "server/base/app.hpp"
#include "server/meetings/confirm_by.hpp"
#include "server/meetings/deadline_words.hpp"
#include "server/meetings/meeting_exports.hpp"
#include "server/meetings/meeting_words.hpp"
#include "server/meetings/notice.hpp"
#include "server/overview/handlers.hpp"
#include "server/overview/meeting_page.hpp"
#include "server/overview/workspace_words.hpp"
#include "server/papers/packs.hpp"
#include "server/web/href.hpp"
#include "server/web/page.hpp"
#include "server/web/routes.hpp"
#include "workflows/meetings/minutes.hpp"

namespace server::overview {
namespace {

using workflows::Deadline;
using workflows::Level;

std::string because(const std::string& text, const std::string& reason, bool shown) {
    return shown && !reason.empty() ? words::with_reason(text, reason)
                                    : words::without_reason(text);
}

void add_notices(templates::View& view, const db::MeetingRow& meeting,
                 const std::vector<db::MeetingMove>& moves, Level level,
                 const std::string& certain_by) {
    view.list("notices");
    const bool reasons = may_read_reasons(meeting, level);
    const auto add = [&](const std::string& text) { view.add("notices").set("text", text); };
    if (meeting.state == workflows::MeetingState::cancelled) {
        add(because(words::meeting_cancelled, meeting.cancel_reason, reasons));
    }
    for (const auto& move : moves) {
        if (move.planned != meeting.planned)
            add(because(meetings::moved_from_words(move), move.reason, reasons));
    }
    if (meeting.state == workflows::MeetingState::provisional) {
        add(certain_by.empty() ? std::string(words::provisional)
                               : words::provisional_until(certain_by));
    }
}

std::string joint_words(db::ReadTx& tx, const db::MeetingRow& meeting) {
    std::vector<std::string> names;
    const auto joining = db::joint_boards_of(tx, meeting.id);
    if (joining.empty()) return "";
    const auto boards = db::boards_by_code(tx);
    for (const auto& code : joining)
        names.push_back("the " + boards.at(code).name);
    return words::joint_with(names);
}

void set_when(templates::View& view, const db::MeetingRow& meeting) {
    const bool has_day = meeting.planned.day().has_value();
    view.set("when_iso", meetings::when_iso(meeting)).set("when_text", meeting.planned.words());
    view.set("time_text", has_day ? meetings::time_words(meeting) : std::string());
    view.set("time_note", has_day && meeting.time_assumed ? words::time_assumed : "");
}

// Draft minutes go to the people who were there: to others they do not exist.
void set_where(templates::View& view, const MeetingPage& loaded, Level level) {
    const auto& [meeting, board] = loaded;
    const bool open = level != Level::public_ || meetings::shows_place(meeting);
    view.set("place", open ? meetings::place_words(meeting) : std::string());
    view.set("held_text", meetings::held_words(meeting));
    const auto invited_contact = meeting.contact.empty() ? board.contact : meeting.contact;
    const auto contact =
        level == Level::public_ ? meetings::public_contact(meeting) : invited_contact;
    view.set("contact", contact);
    const bool is_address = contact.find('@') != std::string::npos &&
                            contact.find_first_of(" \t\n,;?&") == std::string::npos;
    view.set("contact_href", is_address ? "mailto:" + contact : std::string());
    view.set("joining", level == Level::public_ ? "" : meeting.joining);
}

void set_deadlines(templates::View& view, const std::vector<Deadline>& deadlines) {
    for (const auto& deadline : deadlines) {
        auto& row = view.add("deadlines");
        row.set("name", workflows::deadline_name(deadline.kind));
        row.set("day_iso", deadline.day ? workflows::iso(*deadline.day) : std::string());
        row.set("day_text", deadline.day ? workflows::long_date(*deadline.day)
                                         : std::string(words::when_dated));
        row.set("words", deadline.day ? deadline.words : std::string());
    }
}

std::string item_facts(const agenda::AgendaLine& line) {
    std::string facts = line.purpose;
    const auto add = [&](const std::string& text) {
        if (!text.empty()) facts += (facts.empty() ? "" : ", ") + text;
    };
    add(line.presenter);
    if (line.minutes > 0) add(words::minutes_allowed(line.minutes));
    if (!facts.empty() && facts[0] >= 'a' && facts[0] <= 'z') {
        facts[0] = static_cast<char>(facts[0] - 'a' + 'A');
    }
    return facts;
}

void add_item(templates::View& view, const agenda::AgendaLine& line) {
    auto& row = view.add("items");
    row.set("number", static_cast<std::int64_t>(line.number)).set("title", line.title);
    row.set("facts", item_facts(line)).set("summary", line.summary);
    row.set("paper_words", line.paper_words).flag("struck", line.struck);
    row.set("withheld", line.withheld_words).set("restricted", line.restricted ? "Not public" : "");
    row.list("papers").flag("has_papers", !line.papers.empty());
    for (const auto& paper : line.papers) {
        row.add("papers")
            .set("title", paper.title)
            .set("href", paper.href)
            .set("paper_facts", paper.facts);
    }
}

// The notice counts for the day that the meeting has now and by the days that count now, whatever
// they were when it was published.
std::string notice_words(const web::Context& context, db::ReadTx& tx, const MeetingPage& loaded,
                         const agenda::AgendaView& agenda, const std::string& date) {
    const auto& planned = loaded.meeting.planned;
    const auto first = agenda.published_for.words();
    if (!planned.day()) return words::published_for(date, first);
    const auto notice =
        meetings::notice_of(context.app, tx, loaded.meeting, loaded.board, *agenda.published_at);
    const auto given = meetings::clear_days_words(notice.days_given);
    if (agenda.published_for == planned) {
        return notice.days_given == agenda.clear_days
                   ? words::published_before(date, given)
                   : words::published_recounted(date, given, agenda.clear_days);
    }
    return notice.late() ? words::published_rearranged_late(date, first, given, planned.words(),
                                                            notice.days_needed)
                         : words::published_rearranged(date, first, given, planned.words());
}

std::string published_words(const web::Context& context, db::ReadTx& tx, const MeetingPage& loaded,
                            const agenda::AgendaView& agenda) {
    if (!agenda.published_at) return "";
    const auto day = workflows::to_local(*agenda.published_at, loaded.board.zone).day;

    auto text = notice_words(context, tx, loaded, agenda, workflows::long_date(day));
    if (agenda.version > 1) text += " " + words::agenda_version(agenda.version);
    return text;
}

std::string unpublished_words(const db::MeetingRow& meeting, const std::vector<Deadline>& deadlines,
                              Level level, workflows::Day today) {
    if (meeting.published > 0 && meeting.held_in == workflows::HeldIn::private_ &&
        level == Level::public_) {
        return words::private_unpublished;
    }
    if (meeting.published > 0) return words::being_prepared;
    if (meetings::is_over_or_off(meeting)) return words::none_published;
    if (meeting.held_in == workflows::HeldIn::private_ && level == Level::public_) {
        return words::private_invited;
    }
    const auto& day = deadlines[Deadline::agenda_out].day;
    if (!day) return words::agenda_undated;
    return *day < today ? words::agenda_was_due(workflows::long_date(*day))
                        : words::agenda_due(workflows::long_date(*day));
}

void set_agenda(templates::View& view, const db::MeetingRow& meeting,
                const agenda::AgendaView& agenda, std::string words,
                const std::vector<Deadline>& deadlines, Level level, workflows::Day today) {
    view.set("agenda_heading", agenda.draft ? "Draft agenda" : "Agenda");
    if (!agenda.shown) words = unpublished_words(meeting, deadlines, level, today);
    if (agenda.draft) {
        words = words::draft_only(unpublished_words(meeting, deadlines, level, today));
    }
    view.set("agenda_words", words).set("late_reason", agenda.late_reason);
    view.list("items").flag("has_items", !agenda.items.empty());
    for (const auto& line : agenda.items)
        add_item(view, line);
}

// Whether a pack still says what is published takes reading the whole agenda again, which pages of
// meetings without any pack need not pay for.
void set_pack(templates::View& view, db::ReadTx& tx, const MeetingPage& loaded,
              const web::Context& context) {
    std::optional<papers::ReadablePack> found;
    if (db::has_pack(tx, loaded.meeting.id, loaded.meeting.published)) {
        found = papers::fullest_pack(tx, loaded.meeting, loaded.board, context.level());
    }
    view.set("pack_href", found ? papers::pack_href(loaded.meeting.id, found->audience) : "");
    view.set("pack_text", found ? words::download_pack(agenda::pages_words(found->pack.pages),
                                                       agenda::size_words(found->pack.size_bytes))
                                : "");
}

void set_links(templates::View& view, const MeetingPage& loaded, const web::Context& context) {
    const auto& id = loaded.meeting.id;
    const bool works_on_it =
        workflows::allowed(workflows::Action::read_workspace, context.relations);
    view.set("workspace_href", works_on_it ? web::href(routes::meeting_workspace, id) : "");
    const bool asks = !works_on_it && !meetings::is_over_or_off(loaded.meeting) &&
                      workflows::allowed(workflows::Action::make_request, context.relations);
    view.set("ask_href", asks ? web::href(routes::new_request) + "?to=" + loaded.board.code +
                                    "&kind=agenda_item&meeting=" + loaded.meeting.id
                              : std::string());
    view.set("calendar_href", web::href(routes::meeting_ics, id))
        .set("board_href", web::href(routes::board, loaded.board.slug));
    view.set("explain_href",
             web::href(routes::help_clear_days) + "?meeting=" +
                 (loaded.meeting.planned.day() ? loaded.meeting.planned.key() : std::string()) +
                 "&days=" + std::to_string(loaded.board.agenda_out_clear_days) +
                 "&profile=" + loaded.board.clear_days_profile);
}

templates::LayoutFacts meeting_layout(const web::Context& context, const MeetingPage& loaded) {
    const auto& [meeting, board] = loaded;
    auto layout = web::layout_facts(context, words::page_title(meeting.planned.words()));
    layout.board_name = board.name;
    layout.breadcrumbs = {{"Meetings", web::href(routes::meetings)},
                          {board.name, web::href(routes::board, board.slug)}};
    layout.alternates = {
        {"text/calendar", "This meeting", web::href(routes::meeting_ics, meeting.id)},
        {"application/json", "This meeting", web::href(routes::meeting_json, meeting.id)}};
    return layout;
}

}  // namespace

Result<net::Response> show_meeting(const web::Context& context, db::ReadTx& tx) {
    const auto loaded = load_meeting_page(tx, context.param("meeting"));
    if (!loaded) return loaded.error();
    const auto& meeting = loaded->meeting;
    const auto level = context.level();
    const auto deadlines = meetings::deadlines_of(meeting, loaded->board, context.app.holidays(tx));
    const auto agenda = agenda::agenda_view(tx, meeting, level);
    templates::View view;
    const auto kind = meetings::workflow_meeting(meeting).kind;
    std::string kind_text(workflows::to_words(kind));
    kind_text[0] = static_cast<char>(kind_text[0] - 'a' + 'A');
    view.set("kind_text", kind_text).set("board_name", loaded->board.name);
    meetings::set_state_tag(view, meeting);
    const auto certain_by =
        meetings::confirm_by(tx, meeting, loaded->board, context.app.holidays(tx));
    add_notices(view, meeting, db::list_moves(tx, meeting.id), level,
                meetings::confirm_by_words(certain_by));
    view.set("joint_words", joint_words(tx, meeting));
    set_when(view, meeting);
    set_where(view, *loaded, level);
    const auto minutes = minutes_shown(tx, meeting, level);
    view.set("minutes_words", minutes ? workflows::minutes_words(*minutes) : "");
    set_deadlines(view, deadlines);
    set_agenda(view, meeting, agenda, published_words(context, tx, *loaded, agenda), deadlines,
               level, context.today(tx));
    set_links(view, *loaded, context);
    set_pack(view, tx, *loaded, context);
    if (!agenda.draft) context.cache_by_standing(tags_of(meeting));
    return web::html_response(context, "pages/meeting.html", meeting_layout(context, *loaded),
                              view);
}

}  // namespace server::overview
