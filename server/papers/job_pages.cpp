// The page of long work: how far it is, how it ended, a way to stop it.
#include <boost/json.hpp>

#include "db/jobs.hpp"
#include "server/agenda/agenda_subject.hpp"
#include "server/base/app.hpp"
#include "server/papers/handlers.hpp"
#include "server/papers/pack_order_commands.hpp"
#include "server/papers/words.hpp"
#include "server/web/href.hpp"
#include "server/web/page.hpp"
#include "server/web/routes.hpp"
#include "server/web/who_acts.hpp"

namespace server::papers {
namespace {

using db::JobState;
using templates::TagColour;

struct StateWords {
    const char* text;
    TagColour colour;
};
StateWords words_of(JobState state) {
    switch (state) {
        case JobState::queued:
            return {words::queued, TagColour::yellow};
        case JobState::running:
            return {words::running, TagColour::blue};
        case JobState::done:
            return {words::done, TagColour::green};
        case JobState::failed:
            return {words::failed, TagColour::red};
        case JobState::cancelled:
            return {words::cancelled, TagColour::grey};
    }
    return {};
}

Result<db::JobRow> load_job(const web::Context& context, db::ReadTx& tx) {
    auto job = db::find_job(tx, context.param("job"));
    if (!job) return workflows::not_found(words::we_cannot_find_this_task);
    return *std::move(job);
}

std::string progress_words(const db::JobRow& job) {
    if (job.state != JobState::running || job.total == 0) return job.label;
    return words::page_of(job.label, job.done, job.total);
}

templates::ProgressFacts progress_of(const db::JobRow& job) {
    templates::ProgressFacts facts;
    facts.label = words::creating_the_agenda_pack;
    facts.text = progress_words(job);
    facts.done = job.done;
    facts.total = std::max(job.total, 1LL);
    facts.href = web::href(routes::job, job.id);
    facts.json_href = web::href(routes::job_json, job.id);
    facts.result_href = job.result_href;
    facts.result_label = words::open_the_agenda_pack_pdf;
    facts.running = job.open();
    return facts;
}

}  // namespace

Result<net::Response> show_job(const web::Context& context, db::ReadTx& tx) {
    const auto job = load_job(context, tx);
    if (!job) return job.error();
    const auto subject = agenda::load_subject(tx, job->subject);
    if (!subject) return subject.error();
    templates::View view;
    view.set("caption", subject->words()).set("heading", words::creating_the_agenda_pack);
    const auto state = words_of(job->state);
    templates::set_tag(view, state.text, state.colour);
    templates::progress_section(view, progress_of(*job));
    view.set("failure", job->state == JobState::failed ? job->label : "").no_section("form");
    view.set("back_href", subject->href(routes::meeting_pack))
        .set("back_text", words::all_agenda_packs_for_this_meeting);
    const bool sends = job->state == JobState::done &&
                       workflows::allowed(workflows::Action::edit_meeting, context.relations);
    view.set("next_href", sends ? subject->href(routes::meeting_send) : "");
    if (job->open())
        templates::form_section(
            view, web::form_facts(context, web::href(routes::job_cancel, job->id), words::cancel));
    auto layout = web::layout_facts(context, words::creating_the_agenda_pack);
    layout.breadcrumbs = {{words::meetings, web::href(routes::meetings)},
                          {subject->words(), subject->href()}};
    return web::html_response(context, "pages/job.html", layout, view);
}

Result<net::Response> show_job_json(const web::Context& context, db::ReadTx& tx) {
    const auto job = load_job(context, tx);
    if (!job) return job.error();
    return web::json_response(
        boost::json::serialize(boost::json::object{{"state", workflows::to_text(job->state)},
                                                   {"done", job->done},
                                                   {"total", job->total},
                                                   {"text", progress_words(*job)},
                                                   {"href", job->result_href}}));
}

Result<web::Location> cancel_job(const web::Context& context, db::WriteTx& tx) {
    const auto& job = context.param("job");
    if (auto done = cancel_job(web::acting(context, tx), tx, CancelJob{job}); !done)
        return done.error();
    return web::href(routes::job, job);
}

}  // namespace server::papers
