// One issue: how it stands, the ladder, the steps as forms, its meetings and its thread.
#include <boost/json.hpp>
#include <map>
#include <set>

#include "db/boards.hpp"
#include "db/case_log.hpp"
#include "db/meetings.hpp"
#include "db/people.hpp"
#include "db/requests.hpp"
#include "server/base/app.hpp"
#include "server/issues/handlers.hpp"
#include "server/issues/issue_commands.hpp"
#include "server/issues/issue_meeting_commands.hpp"
#include "server/issues/words.hpp"
#include "server/meetings/meeting_entries.hpp"
#include "server/meetings/meeting_words.hpp"
#include "server/meetings/unwanted_meetings.hpp"
#include "server/web/date_entry.hpp"
#include "server/web/form_parts.hpp"
#include "server/web/href.hpp"
#include "server/web/page.hpp"
#include "server/web/routes.hpp"
#include "server/web/site.hpp"
#include "server/web/step_forms.hpp"
#include "server/web/who_acts.hpp"
#include "workflows/text/words.hpp"

namespace server::issues {
namespace {

using templates::Choice;
using templates::TagColour;
using templates::View;
using workflows::Code;
using workflows::Day;

std::string board_words(db::ReadTx& tx, const std::string& code) {
    const auto board = db::find_board(tx, code);
    return board ? board->name : code;
}

using People = std::map<std::string, workflows::Person>;

std::string post_words(const People& people, const std::string& key) {
    const auto person = people.find(key);
    return person == people.end() ? key : person->second.post;
}

TagColour colour_of(const db::IssueRow& row, bool overdue) {
    if (overdue) return TagColour::red;
    if (workflows::is_resolved(row.issue.state)) return TagColour::green;
    return row.next_date ? TagColour::orange : TagColour::grey;
}

std::string days_words(long long days) {
    return workflows::text::counted(days, "day", "days");
}

class IssuePage {
  public:
    IssuePage(const web::Context& context, db::ReadTx& tx, const db::IssueRow& row)
        : context_(context), tx_(tx), row_(row), today_(context.today(tx)), forms_(context) {}

    net::Response finish() {
        const bool overdue = is_issue_overdue(row_, today_);
        view_.set("caption", words::caption(row_.reference, issue_boards_words(row_.issue)));
        view_.set("heading", row_.issue.title);
        templates::set_tag(view_, issue_state_text(row_), colour_of(row_, overdue));
        view_.set("warning", overdue ? words::next_date_passed(*row_.next_date) : "");
        view_.set("lead", lead());
        add_notes();
        add_rungs();
        add_actions();
        add_summary();
        add_thread();
        auto layout = web::layout_facts(context_, words::issue_reference(row_.reference));
        layout.breadcrumbs = {{words::issues, web::href(routes::issues)}};
        layout.errors = forms_.errors();
        layout.alternates = {
            {"application/json", words::issue_as_data, web::href(routes::issue_json, row_.id)}};
        return web::html_response(context_, "pages/matter.html", layout, view_);
    }

  private:
    std::string lead() {
        if (!row_.next_date) return words::closed_on(issue_state_text(row_), row_.since);
        return words::with_since(holder_post(tx_, row_), days_words(days_at_step(row_, today_)),
                                 *row_.next_date);
    }

    void add_note(const std::string& text, const std::string& href = {},
                  const std::string& link_text = {}) {
        view_.add("notes").set("text", text).set("href", href).set("link_text", link_text);
    }

    void add_notes() {
        view_.list("notes");
        if (workflows::is_resolved(row_.issue.state))
            add_note(words::way_forward_is(row_.way_forward));
        const auto request =
            row_.request.empty() ? std::nullopt : db::find_request(tx_, row_.request);
        const bool waits = request && request->request.state == workflows::RequestState::escalated;
        if (waits && workflows::is_resolved(row_.issue.state))
            add_note(words::request_still_open, web::href(routes::request, row_.request),
                     words::answer_request);
        if (row_.next_date && !db::holds_issue(tx_, row_.id, row_.holder, today_))
            add_note(words::nobody_holds_it);
        if (const auto meeting = open_meeting_of(tx_, row_))
            add_note(words::meeting_for_this_step(meeting->planned.words()),
                     web::href(routes::meeting, meeting->id), words::open_meeting);
    }

    // The day on which each step was reached last.
    void add_rungs() {
        view_.list("rungs").flag("has_rungs", true);
        view_.set("ladder_heading", row_.issue.kind == workflows::IssueKind::boards
                                        ? words::steps_between_boards
                                        : words::steps_about_protocol);
        const auto events = db::list_case_events(tx_, db::CaseKind::issue, row_.id);
        for (const auto& step : workflows::ladder_of(row_.issue.kind)) {
            std::string reached;
            for (const auto& event : events) {
                if (event.to_state == workflows::to_text(step) &&
                    event.from_state != event.to_state)
                    reached = workflows::long_date(
                        workflows::to_local(event.at, workflows::county_zone).day);
            }
            const bool current = step == row_.issue.state;
            View& rung = view_.add("rungs");
            rung.set("text", workflows::text::capitalised(workflows::to_words(step)));
            rung.set("words", reached.empty() ? "" : (current ? "since " : "on ") + reached);
            rung.flag("current", current);
        }
    }

    void add_actions() {
        view_.list("actions");
        const auto actor = issue_actor(tx_, context_.viewer, row_);
        const auto choices = workflows::available_events(row_.issue, {today_, actor});
        const bool officer = actor.raising_chair || actor.raising_secretariat ||
                             actor.asked_chair || actor.asked_secretariat;
        const auto kind = workflows::meeting_kind_of(row_.issue.state);
        if (officer && kind && !open_meeting_of(tx_, row_)) add_meeting_form(*kind);
        for (const auto& choice : choices)
            add_step(choice);
        view_.flag("has_actions", !view_.find("actions")->rows.empty());
        view_.set("kept_text", forms_.orphaned_text("comment"));
    }

    std::vector<Choice> people_choices(const workflows::IssueStage& stage) {
        std::vector<Choice> choices;
        for (const auto& one : issue_candidates(tx_, row_.issue, today_))
            choices.push_back({.value = one.person.key,
                               .label = one.label,
                               .chosen = is_usually_asked(one, stage)});
        return choices;
    }

    void add_step(const workflows::IssueChoice& choice) {
        const auto address = web::href(routes::issue_step, row_.id, choice.event);
        View& form = forms_.add(view_, address, choice.event, choice.button);
        form.add("fields", templates::hidden_field("version", std::to_string(row_.version)));
        if (choice.event == "other_chairs" && row_.issue.asked_board.empty()) add_boards(form);
        const bool needed = choice.comment == workflows::CommentRule::required;
        auto box = forms_.field("comment", std::string(choice.box) + (needed ? "" : " (optional)"),
                                "", words::neutral_words);
        form.add("fields", templates::textarea_field(box, 3));
        if (choice.stays_open) add_holder_and_date(form, choice);
        if (choice.event == "senior_officers")
            form.add("fields",
                     forms_.checkboxes("people", words::who_is_asked, words::who_is_asked_hint,
                                       people_choices(choice.to)));
        forms_.done(form);
    }

    void add_boards(View& form) {
        std::vector<Choice> boards{{.value = "", .label = words::select_board}};
        for (const auto& board : db::list_boards(tx_)) {
            if (board.is_active(today_) && board.code != row_.issue.raising_board)
                boards.push_back({.value = board.code, .label = board.name});
        }
        form.add("fields", templates::select_field(
                               forms_.field("asked_board", words::chair_spoken_to), boards));
    }

    void add_holder_and_date(View& form, const workflows::IssueChoice& choice) {
        const bool stays = choice.to == row_.issue.state;
        const auto candidates = issue_candidates(tx_, row_.issue, today_);
        std::vector<Choice> posts;
        for (const auto& one : candidates)
            posts.push_back({.value = one.person.key, .label = one.label});
        const auto holder = stays ? row_.holder : usual_holder(candidates, choice.to);
        form.add("fields",
                 templates::select_field(forms_.field("holder", words::held_by, holder), posts));
        const bool ahead = row_.next_date && *row_.next_date > today_;
        const auto day =
            stays && ahead ? *row_.next_date : usual_next_date(context_.app, tx_, today_);
        form.add("fields", forms_.date({"next_date", words::next_date, workflows::iso(day),
                                        words::next_date_hint}));
    }

    void add_meeting_form(workflows::MeetingKind kind) {
        View& form = forms_.add(view_, web::href(routes::issue_meeting, row_.id), "meeting",
                                words::arrange_meeting(workflows::to_words(kind)));
        form.add("fields", templates::hidden_field("version", std::to_string(row_.version)));
        form.add("fields", forms_.date({"date", words::date, "", words::date_hint}));
        form.add("fields",
                 templates::radios_field(
                     forms_.field("certain", words::certain, "no"),
                     {{.value = "no", .label = words::provisional, .hint = words::provisional_hint},
                      {.value = "yes", .label = words::confirmed, .hint = words::confirmed_hint}}));
        form.add("fields", forms_.checkboxes("people", words::who_is_asked, "",
                                             people_choices(row_.issue.state)));
        forms_.done(form);
    }

    std::map<std::string, db::MeetingRow> meetings_of(const std::vector<db::IssueMeeting>& linked) {
        std::set<std::string> ids;
        for (const auto& one : linked)
            ids.insert(one.meeting);
        return db::find_meetings(tx_, ids);
    }

    void add_summary() {
        view_.set("facts_heading", words::facts_heading).list("summary");
        const auto add = [&](const std::string& label, const std::string& value,
                             const std::string& href = {}) {
            if (!value.empty())
                templates::add_summary(view_, {.label = label, .value = value, .value_href = href});
        };
        add(words::raised_by, board_words(tx_, row_.issue.raising_board));
        add(words::agency_row, row_.issue.agency);
        add(words::other_board,
            row_.issue.asked_board.empty() ? "" : board_words(tx_, row_.issue.asked_board));
        add(words::unresolved, row_.issue.text);
        if (!row_.request.empty())
            add(words::request, words::open_request, web::href(routes::request, row_.request));
        const auto officers = db::list_issue_people(tx_, row_.id);
        const auto people = db::find_people(tx_, {officers.begin(), officers.end()});
        for (const auto& person : officers)
            add(words::officers_asked, post_words(people, person));
        const auto linked = db::list_issue_meetings(tx_, row_.id);
        const auto meetings = meetings_of(linked);
        for (const auto& one : linked) {
            const auto& meeting = meetings.at(one.meeting);
            add(words::meeting,
                meeting.board + ", " + meeting.planned.words() + ", " +
                    std::string(workflows::to_text(meeting.state)),
                web::href(routes::meeting, meeting.id));
            if (!row_.holder.empty() || meetings::is_over_or_off(meeting)) continue;
            add(words::that_meeting, meetings::standing_meeting_words(meeting));
        }
        add(words::way_forward, row_.way_forward);
    }

    void add_thread() {
        view_.list("events");
        const auto events = db::list_case_events(tx_, db::CaseKind::issue, row_.id);
        std::set<std::string> holders;
        for (const auto& event : events)
            holders.insert(event.holder);
        const auto people = db::find_people(tx_, holders);
        for (const auto& event : events) {
            web::ThreadLine line{event.at,
                                 workflows::text::capitalised(
                                     workflows::issue_event_words(row_.issue.kind, event.event)),
                                 event.actor_post,
                                 event.on_behalf,
                                 event.comment,
                                 ""};
            if (!event.holder.empty()) {
                const auto day = workflows::parse_day(event.due);
                const auto post = post_words(people, event.holder);
                line.after = day ? words::with_post_until(post, *day) : words::with_post(post);
            }
            web::add_thread_line(view_, line);
        }
    }

    const web::Context& context_;
    db::ReadTx& tx_;
    const db::IssueRow& row_;
    const Day today_;
    web::StepForms forms_;
    View view_;
};

Result<db::IssueRow> load_as_shown(const web::Context& context, db::ReadTx& tx) {
    auto row = db::load_issue(tx, context.param("issue"));
    if (!row) return row;
    if (context.form().get("version") != std::to_string(row->version)) {
        return Error{Code::stale, words::page_is_stale, ""};
    }
    return row;
}

}  // namespace

Result<net::Response> show_issue(const web::Context& context, db::ReadTx& tx) {
    const auto row = db::load_issue(tx, context.param("issue"));
    if (!row) return row.error();
    return IssuePage(context, tx, *row).finish();
}

Result<net::Response> show_issue_json(const web::Context& context, db::ReadTx& tx) {
    const auto row = db::load_issue(tx, context.param("issue"));
    if (!row) return row.error();
    boost::json::object out{{"id", row->id},
                            {"reference", row->reference},
                            {"kind", workflows::to_text(row->issue.kind)},
                            {"raised_by", row->issue.raising_board},
                            {"other_board", row->issue.asked_board},
                            {"request", row->request},
                            {"title", row->issue.title},
                            {"text", row->issue.text},
                            {"step", workflows::to_text(row->issue.state)},
                            {"holder", holder_post(tx, *row)},
                            {"since", workflows::iso(row->since)},
                            {"days_at_step", days_at_step(*row, context.today(tx))},
                            {"next_date", row->next_date ? workflows::iso(*row->next_date) : ""},
                            {"overdue", is_issue_overdue(*row, context.today(tx))},
                            {"way_forward", row->way_forward}};
    auto& meetings = out["meetings"].emplace_array();
    for (const auto& linked : db::list_issue_meetings(tx, row->id))
        meetings.push_back({{"meeting", linked.meeting}, {"step", linked.state}});
    auto& events = out["events"].emplace_array();
    for (const auto& event : db::list_case_events(tx, db::CaseKind::issue, row->id))
        events.push_back({{"number", event.number},
                          {"at", workflows::iso(event.at)},
                          {"actor", db::acting_person(event)},
                          {"on_behalf", event.on_behalf},
                          {"event", event.event},
                          {"from", event.from_state},
                          {"to", event.to_state},
                          {"comment", event.comment}});
    return web::json_response(boost::json::serialize(out));
}

Result<web::Location> act_on_issue(const web::Context& context, db::WriteTx& tx) {
    auto row = load_as_shown(context, tx);
    if (!row) return row.error();
    const auto& form = context.form();
    const auto next = web::read_date(form, std::string_view("next_date"));
    if (!next) return next.error();
    IssueMove move;
    move.command = {context.param("event"), form.get("comment"), form.get("holder"), *next,
                    form.get("asked_board")};
    if (move.command.event == "senior_officers") move.people = form.all("people[]");
    const auto id = row->id;
    if (auto done =
            take_issue_step(context.app, web::acting(context, tx), tx, *std::move(row), move);
        !done)
        return done.error();
    const std::string done = move.command.event == "keep" ? "?done=saved" : "?done=told";
    // Who gave it away, or settled it with the senior officers, can open it no longer.
    const bool stays =
        web::stand_again(context, tx, workflows::Action::read_issue, web::Subject::issue)
            .has_value();
    return (stays ? web::href(routes::issue, id) : web::href(routes::to_do)) + done;
}

Result<web::Location> post_issue_meeting(const web::Context& context, db::WriteTx& tx) {
    auto row = load_as_shown(context, tx);
    if (!row) return row.error();
    const auto& form = context.form();
    auto date = meetings::read_planned_date(form, std::string("date"));
    if (!date) return date.error();
    IssueMeetingPlan plan{*date, form.get("certain") == "yes", form.all("people[]")};
    const auto id = row->id;
    tx.act_as({context.viewer.person, ""});
    const auto meeting =
        plan_issue_meeting(context.app, web::acting(context, tx), tx, *std::move(row), plan);
    if (!meeting) return meeting.error();
    return web::href(routes::issue, id) + "?done=created";
}

}  // namespace server::issues
