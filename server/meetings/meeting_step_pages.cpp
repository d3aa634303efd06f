// Confirming, moving, cancelling a meeting and the other steps of its life: one page for each step
// that says what will happen and to how many people.
#include "db/boards.hpp"
#include "db/meetings.hpp"
#include "server/meetings/handlers.hpp"
#include "server/meetings/meeting_commands.hpp"
#include "server/meetings/meeting_entries.hpp"
#include "server/meetings/meeting_form_parts.hpp"
#include "server/meetings/meeting_letters.hpp"
#include "server/meetings/meeting_words.hpp"
#include "server/meetings/words.hpp"
#include "server/web/href.hpp"
#include "server/web/page.hpp"
#include "server/web/routes.hpp"
#include "server/web/who_acts.hpp"

namespace server::meetings {
namespace {

using workflows::MeetingEvent;

struct Wording {
    MeetingEvent event;
    const char* heading;
    const char* consequence;
    const char* button;
    std::string (*button_and_email)(std::size_t people);  // where people are told
    const char* done;
    bool warns;
};

constexpr std::array wordings{
    Wording{MeetingEvent::confirm, words::confirm_the_date,
            words::everyone_invited_will_get_an_email_with_a_calendar_invitation, words::confirm,
            words::confirm_and_email, "confirmed", false},
    Wording{MeetingEvent::move, words::rearrange_this_meeting,
            words::the_original_date_and_your_reason, words::rearrange, words::rearrange_and_email,
            "moved", false},
    Wording{MeetingEvent::cancel, words::cancel_the_meeting, words::the_meeting_will_be_shown,
            words::cancel_the_meeting, words::cancel_the_meeting_and_email, "cancelled", true},
    Wording{MeetingEvent::hold, words::record_the_meeting_as_held,
            words::the_meeting_took_place_no_emails, words::record_as_held, nullptr, "held", false},
    Wording{MeetingEvent::reinstate, words::reinstate_the_meeting,
            words::the_meeting_will_be_provisional_again, words::reinstate,
            words::reinstate_and_email, "reinstated", false},
    Wording{MeetingEvent::correct, words::record_the_meeting_as_not_held,
            words::use_this_if_the_meeting, words::record_as_not_held, nullptr, "corrected", false},
};

// Nobody is told of a meeting that is over, so that their calendars keep it.
constexpr const char* cancelled_past = words::the_meeting_will_be_shown_as_cancelled;

// The last segment of the address: the routes name these steps and no others.
const Wording* wording_of(const std::string& path) {
    const auto event = workflows::from_text<MeetingEvent>(path.substr(path.rfind('/') + 1));
    for (const auto& wording : wordings) {
        if (wording.event == event) return &wording;
    }
    return nullptr;
}

bool is_past(const db::ReadTx& tx, const db::MeetingRow& meeting, const workflows::Board& board) {
    const auto end = end_instant(meeting, board);
    return end && *end <= tx.now();
}

// As tell_people_invited() does it; where nobody would be told the button promises nothing.
bool tells_people(const db::MeetingRow& meeting, MeetingEvent event, bool past) {
    if (event == MeetingEvent::hold || event == MeetingEvent::correct) return false;
    // Who moves a past meeting tells of a day that is still to come.
    if (event == MeetingEvent::move) return meeting.planned.day().has_value();
    return !past;
}

std::string button_label(const web::Context& context, db::ReadTx& tx, const db::MeetingRow& meeting,
                         const Wording& wording, bool past) {
    if (!tells_people(meeting, wording.event, past)) return wording.button;
    const auto count = count_people_told(context.app, tx, meeting);
    return wording.button_and_email(count);
}

void add_step_fields(const web::Context& context, templates::View& form,
                     const db::MeetingRow& meeting, MeetingEvent event) {
    const bool open = !meeting.planned.day();
    const bool dated = event == MeetingEvent::move || (event == MeetingEvent::confirm && open);
    if (dated) {
        add_date_field(context, form,
                       event == MeetingEvent::move ? words::new_date : words::date_label,
                       meeting.planned);
        add_anyway_box(context, form);
    }
    if (event == MeetingEvent::move || event == MeetingEvent::confirm) {
        add_time_fields(context, form, meeting,
                        meeting.time_assumed ? words::not_confirmed_yet : words::time_example);
    }
    if (event == MeetingEvent::move) {
        add_reason_field(context, form, words::shown_with_the_original_date);
    } else if (event == MeetingEvent::cancel || event == MeetingEvent::reinstate ||
               event == MeetingEvent::correct) {
        add_reason_field(context, form, words::required);
    }
}

void warn_of_past(web::BlockPage& page, const db::MeetingRow& meeting, MeetingEvent event) {
    const auto date = meeting.planned.words();
    if (event == MeetingEvent::move) page.warning(words::date_passed_rearrange(date));
    if (event == MeetingEvent::cancel) page.warning(words::date_passed_cancel(date));
}

bool is_offered(const web::Context& context, const db::ReadTx& tx, const db::MeetingRow& meeting,
                MeetingEvent event) {
    const auto events = workflows::available_events(
        workflow_meeting(meeting), meeting_facts(web::acting(context, tx), meeting.board));
    return std::find(events.begin(), events.end(), event) != events.end();
}

}  // namespace

Result<net::Response> show_meeting_step(const web::Context& context, db::ReadTx& tx) {
    const auto* wording = wording_of(context.request.path);
    const auto meeting = db::load_meeting(tx, context.param("meeting"));
    if (wording == nullptr || !meeting)
        return workflows::not_found(words::we_cannot_find_this_page);
    const auto board = db::load_board(tx, meeting->board);
    if (!board) return board.error();
    const auto workspace = web::href(routes::meeting_workspace, meeting->id);
    web::BlockPage page(context, wording->heading);
    page.caption(board->name + ", " + start_words(*meeting))
        .crumb(words::manage_meeting, workspace);
    if (!is_offered(context, tx, *meeting, wording->event)) {
        page.paragraph(words::cannot_do_this_to_a_meeting(workflows::to_text(meeting->state)));
        page.link(words::back_to_manage_meeting, workspace);
        return page.finish();
    }
    const bool past = is_past(tx, *meeting, *board);
    page.paragraph(past && wording->event == MeetingEvent::cancel ? cancelled_past
                                                                  : wording->consequence);
    if (past) warn_of_past(page, *meeting, wording->event);
    show_warnings(context, tx, page, meeting->board, meeting->id);
    auto facts = web::form_facts(context, context.request.path,
                                 button_label(context, tx, *meeting, *wording, past));
    facts.cancel_href = workspace;
    facts.cancel_label = words::cancel;
    if (wording->warns) facts.button = templates::FormButton::warning;
    auto& form = page.form(facts);
    form.add("fields", templates::hidden_field(
                           "version", context.typed("version", std::to_string(meeting->version))));
    add_step_fields(context, form, *meeting, wording->event);
    return page.finish();
}

Result<web::Location> post_meeting_step(const web::Context& context, db::WriteTx& tx) {
    const auto* wording = wording_of(context.request.path);
    if (wording == nullptr) return workflows::not_found(words::we_cannot_find_this_page);
    const auto step = read_meeting_step(context.form(), context.param("meeting"), wording->event);
    if (!step) return step.error();
    const auto meeting = take_meeting_step(context.app, web::acting(context, tx), tx, *step);
    if (!meeting) return meeting.error();
    const auto board = db::load_board(tx, meeting->board);
    if (!board) return board.error();
    const bool untold = wording->event == MeetingEvent::cancel && is_past(tx, *meeting, *board);
    return web::href(routes::meeting_workspace, meeting->id) + "?done=" + wording->done +
           (untold ? "-past" : "");
}

}  // namespace server::meetings
