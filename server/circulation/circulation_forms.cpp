#include "server/circulation/circulation_forms.hpp"

#include <algorithm>

#include "db/meetings.hpp"
#include "server/base/app.hpp"
#include "server/boards/board_business.hpp"
#include "server/circulation/document_commands.hpp"
#include "server/circulation/stop_actors.hpp"
#include "server/circulation/stop_holder.hpp"
#include "server/circulation/version_files.hpp"
#include "server/circulation/words.hpp"
#include "server/web/date_entry.hpp"
#include "server/web/form_parts.hpp"
#include "server/web/href.hpp"
#include "server/web/page.hpp"
#include "server/web/routes.hpp"
#include "workflows/text/words.hpp"

namespace server::circulation {
namespace {

using templates::Choice;
using templates::View;
using workflows::StopEvent;

constexpr int meetings_offered_max = 200;

bool is_form_elsewhere(StopEvent event, workflows::StopState state) {
    if (event == StopEvent::inform) return true;
    return workflows::is_stale(state) && event != StopEvent::withdraw;
}

std::vector<Choice> next_meetings(const web::Context& context, db::ReadTx& tx,
                                  const CirculationStatus& status) {
    std::vector<Choice> choices{{.value = "", .label = words::select_meeting}};
    for (const auto& meeting :
         db::list_upcoming(tx, context.today(tx), meetings_offered_max,
                           {.person = context.viewer.person}, db::OpenDates::included)) {
        const bool there = std::any_of(status.rows.begin(), status.rows.end(),
                                       [&](const auto& row) { return row.board == meeting.board; });
        if (!there && boards::carries_business(meeting))
            choices.push_back(
                {.value = meeting.id, .label = meeting.board + ", " + meeting.planned.words()});
    }
    return choices;
}

// A form of the owner: its fields keep what was typed when this very form was refused.
class OwnerForm {
  public:
    OwnerForm(const web::Context& context, View& view, std::string action, const std::string& label,
              templates::FormBody body = templates::FormBody::urlencoded)
        : context_(context), action_(std::move(action)) {
        View& block = view.add("actions");
        block.set("label", label).flag("open", refused());
        auto facts = web::form_facts(context, action_, label);
        facts.body = body;
        form_ = &templates::form_section(block, facts);
    }
    // Two forms of the page have it: each with an id of its own.
    void add_paper(const std::string& label) {
        auto paper = field({"paper", label, "", document_hint(context_)});
        if (!refused()) paper.id = "paper-" + action_.substr(action_.rfind('/') + 1);
        if (refused() && paper.error.empty()) paper.hint = choose_again;
        add(templates::file_field(paper, ".pdf,application/pdf"));
    }
    bool refused() const { return context_.error() && context_.request.path == action_; }
    templates::Field field(const web::FieldText& text) const {
        auto made = refused() ? web::typed_field(context_, text) : templates::Field{};
        if (!refused()) {
            made.name = text.name;
            made.label = text.label;
            made.value = text.stored;
            made.hint = text.hint;
        }
        made.id = text.name + "-new";
        return made;
    }
    void add(View field) { form_->add("fields", std::move(field)); }
    void keep_version(int version) {
        add(templates::hidden_field("version", std::to_string(version)));
    }

  private:
    const web::Context& context_;
    std::string action_;
    View* form_ = nullptr;
};

void add_review_form(const web::Context& context, const CirculationStatus& status, View& view) {
    const bool raised = status.review && !status.review->raised.empty();
    if (!status.complete() || raised) return;
    OwnerForm form(context, view, web::href(routes::circulation_review, status.circulation.id),
                   words::set_review);
    form.keep_version(status.review ? status.review->version : 0);
    const bool set = status.review && status.review->review_by;
    const auto stored = set ? workflows::iso(*status.review->review_by) : std::string();
    form.add(
        web::date_entry(context, {"review_by", words::review_by, stored, words::review_by_hint}));
}

void add_file_form(const web::Context& context, db::ReadTx& tx, const CirculationStatus& status,
                   View& view) {
    const auto& newest = status.versions.back();
    if (!may_take_file(tx, status.circulation, newest)) return;
    OwnerForm form(
        context, view, web::href(routes::circulation_file, status.circulation.id),
        newest.has_file() ? words::replace_pdf(newest.label) : words::add_pdf(newest.label),
        templates::FormBody::upload);
    form.keep_version(status.circulation.version);
    form.add_paper(words::pdf_file);
}

}  // namespace

std::string document_hint(const web::Context& context) {
    constexpr std::uint64_t megabyte = 1024 * 1024;
    return words::document_hint(context.app.config.upload_bytes_max / megabyte);
}

OtherMeetings other_meetings(const BoardsAhead& ahead, const std::string& board,
                             const std::string& without) {
    const auto next =
        workflows::next_reachable(ahead.today(), ahead.reach(board), ahead.holidays());
    OtherMeetings meetings;
    for (const auto& meeting : ahead.meetings_of(board)) {
        if (meeting.id == without) continue;
        meetings.choices.push_back({.value = meeting.id, .label = meeting.planned.words()});
        const bool reached = next && meeting.planned.day() && *meeting.planned.day() >= *next;
        if (reached && meetings.preselected.empty()) meetings.preselected = meeting.id;
    }
    if (meetings.preselected.empty() && !meetings.choices.empty())
        meetings.preselected = meetings.choices.front().value;
    return meetings;
}

void StopForms::add(View& view, std::size_t i) {
    row_ = &status_.rows[i];
    workflows::StopFacts facts;
    facts.today = status_.today;
    facts.actor =
        stop_actor_today(context_.viewer, *status_.ahead, row_->board, status_.circulation.owner);
    facts.missing = workflows::gate_missing(status_.stops, row_->stage);
    std::vector<Choice> outcomes;
    for (const auto event : workflows::available_events(status_.stops[i], facts)) {
        if (is_form_elsewhere(event, row_->state)) continue;
        const auto label = workflows::text::capitalised(workflows::to_words(event));
        switch (event) {
            case StopEvent::issue:
            case StopEvent::reissue:
            case StopEvent::defer:
            case StopEvent::recirculate:
            case StopEvent::ask_assent:
            case StopEvent::correct:
            case StopEvent::withdraw:
                add_step(view, event);
                break;
            default:
                outcomes.push_back(
                    {.value = std::string(workflows::to_text(event)), .label = label});
        }
    }
    if (!outcomes.empty()) add_outcome(view, outcomes);
}

void StopForms::add_step(View& view, StopEvent event) {
    const std::string step(workflows::to_text(event));
    const std::string label(workflows::to_words(event));
    switch (event) {
        case StopEvent::issue:
            add_issue(view);
            break;
        case StopEvent::reissue:
            add_another_way(begin(view, step, label), step);
            break;
        case StopEvent::defer:
        case StopEvent::recirculate:
            add_meeting_form(view, step, row_->meeting.empty() ? "select a meeting" : label);
            break;
        case StopEvent::ask_assent:
            add_assent(view);
            break;
        default:
            add_text_form(view, step, label);
    }
}

std::string StopForms::address(const std::string& step) const {
    return web::href(routes::stop_step, row_->id, step);
}

bool StopForms::refused(const std::string& step) const {
    return context_.error() && context_.request.path == address(step);
}

templates::Field StopForms::field(const std::string& step, const std::string& name,
                                  const std::string& label, const std::string& stored) const {
    templates::Field field;
    field.name = name;
    field.id = name + "-" + step + "-" + row_->id;
    field.label = label;
    field.value = refused(step) ? context_.typed(name, stored) : stored;
    field.error = refused(step) ? context_.error_for(name) : std::string();
    return field;
}

View& StopForms::begin(View& view, const std::string& step, const std::string& label) {
    View& action = view.add("actions");
    action.set("label", row_->board + ": " + label).flag("open", refused(step));
    View& form = templates::form_section(
        action, web::form_facts(context_, address(step), workflows::text::capitalised(label)));
    form.add("fields", templates::hidden_field("version", std::to_string(row_->version)));
    return form;
}

void StopForms::finish(const View& form, const std::string& step) {
    if (refused(step)) errors_ = web::error_links_of(context_, form);
}

void StopForms::add_comment(View& form, const std::string& step, const std::string& label) {
    form.add("fields", templates::textarea_field(field(step, "comment", label), 3));
    finish(form, step);
}

void StopForms::add_text_form(View& view, const std::string& step, const std::string& label) {
    add_comment(begin(view, step, label), step, words::reason);
}

void StopForms::add_issue(View& view) {
    std::vector<Choice> versions;
    for (const auto& version : status_.versions) {
        if (workflows::is_outdated(status_.versions, version.label)) continue;
        versions.insert(versions.begin(), {.value = version.label, .label = version.label});
    }
    View& form = begin(view, "issue", "issue papers");
    form.add("fields", templates::select_field(field("issue", "version_label", words::version,
                                                     status_.circulation.version_label),
                                               versions));
    add_another_way(form, "issue");
    finish(form, "issue");
}

// Only where a version that may go out is not here as a file.
void StopForms::add_another_way(View& form, const std::string& step) {
    const bool all_here = std::ranges::all_of(status_.versions, [&](const auto& version) {
        return version.has_file() || workflows::is_outdated(status_.versions, version.label);
    });
    if (all_here) return;
    auto box = field(step, "another_way", words::papers_where);
    box.hint = words::papers_where_hint;
    form.add("fields", templates::checkbox_field(box, words::another_way,
                                                 refused(step) && !box.value.empty()));
    finish(form, step);
}

void StopForms::add_outcome(View& view, const std::vector<Choice>& outcomes) {
    View& form = begin(view, "outcome", "record the outcome");
    form.add("fields",
             templates::radios_field(field("outcome", "outcome", words::outcome), outcomes));
    add_comment(form, "outcome", words::comments_of_board);
}

void StopForms::add_meeting_form(View& view, const std::string& step, const std::string& label) {
    const bool defer = step == "defer";
    const auto meetings = other_meetings(*status_.ahead, status_.ahead->holder(row_->board),
                                         defer ? row_->meeting : std::string());
    if (meetings.choices.empty()) return;
    View& form = begin(view, step, label);
    form.add("fields", templates::select_field(
                           field(step, "meeting", words::other_meeting, meetings.preselected),
                           meetings.choices));
    add_comment(form, step, words::reason_optional);
}

void StopForms::add_assent(View& view) {
    const std::string step = "ask_assent";
    View& form = begin(view, step, "ask for written assent");
    // Only the refused form shows what was typed; one date of that name stands on the page then.
    web::FieldText text{"closing", words::closing, "", words::closing_hint};
    const auto box = [&](const char* part) {
        return refused(step) ? context_.typed(std::string("closing-") + part, "") : std::string();
    };
    form.add("fields", templates::date_field(field(step, text.name, text.label),
                                             {box("day"), box("month"), box("year")}));
    add_comment(form, step, words::email_text_optional);
}

void add_owner_forms(const web::Context& context, db::ReadTx& tx, const CirculationStatus& status,
                     View& view) {
    const auto& row = status.circulation;
    if (!stop_actor(context.viewer, row.owner, row.owner).owner) return;
    OwnerForm stop(context, view, web::href(routes::circulation_stops, row.id), words::add_stop);
    stop.add(
        templates::select_field(stop.field({"meeting", words::meeting, "", words::meeting_hint}),
                                next_meetings(context, tx, status)));
    add_file_form(context, tx, status, view);
    OwnerForm version(context, view, web::href(routes::circulation_version, row.id),
                      words::record_version, templates::FormBody::upload);
    version.keep_version(row.version);
    version.add(templates::text_field(
        version.field({"version_label", words::version, "", words::version_example})));
    version.add(templates::textarea_field(version.field({"changed", words::what_changed}), 3));
    version.add(templates::radios_field(
        version.field({"material", words::is_material}),
        {{.value = "yes", .label = words::material_yes, .hint = words::material_hint},
         {.value = "no", .label = words::material_no}}));
    version.add_paper(words::pdf_new_optional);
    add_review_form(context, status, view);
}

}  // namespace server::circulation
