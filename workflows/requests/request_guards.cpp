#include "workflows/requests/request_guards.hpp"

#include "workflows/text/utf8.hpp"
#include "workflows/text/words.hpp"

namespace workflows::guards {
namespace {

Result<void> meeting_is_open(const AgendaRequest& request, const RequestFacts& facts) {
    if (!facts.meeting) return invalid("meeting", "Choose a meeting of the board that was asked.");
    const RequestMeeting& meeting = *facts.meeting;
    if (meeting.board != request.to_board)
        return invalid("meeting", "Choose a meeting of the board that was asked.");
    if (!meeting.takes_items)
        return invalid("meeting", "Choose a formal or a joint meeting of the board.");
    if (meeting.state == MeetingState::cancelled)
        return invalid("meeting", "That meeting was cancelled. Choose another meeting.");
    const auto day = meeting.date.day();
    if (meeting.state == MeetingState::held || (day && *day < facts.today))
        return invalid("meeting", "That meeting has taken place. Choose a meeting to come.");
    return {};
}

bool have_closed(const RequestFacts& facts) {
    const auto& close = facts.meeting->requests_close;
    return close && *close < facts.today;
}

Result<void> check_title(const AgendaRequest& request) {
    if (text::is_blank(request.title)) return invalid("title", "Enter a title.");
    if (text::characters(request.title) > title_characters_max)
        return invalid("title", "Shorten the title to " + std::to_string(title_characters_max) +
                                    " characters or fewer.");
    if (text::characters(request.details) > comment_characters_max)
        return invalid("details", "Shorten the details to " +
                                      std::to_string(comment_characters_max) +
                                      " characters or fewer.");
    return {};
}

Result<void> check_dates(const AgendaRequest& request, Day today) {
    if (!request.consider_by)
        return invalid("consider_by", "Enter the day by which the board should consider this.");
    if (*request.consider_by <= today)
        return invalid("consider_by", "The day to consider this by must be after today, " +
                                          long_date(today) + ".");
    if (!request.answer_by)
        return invalid("answer_by", "Enter the day by which you want the answer or the item.");
    if (*request.answer_by < *request.consider_by)
        return invalid("answer_by",
                       "The day you want the answer by must not be before the day to consider "
                       "this by, " +
                           long_date(*request.consider_by) + ".");
    return {};
}

}  // namespace

Result<void> meeting_takes_items(const AgendaRequest& request, const RequestCommand&,
                                 const RequestFacts& facts) {
    if (request.kind != RequestKind::agenda_item) return {};
    if (auto open = meeting_is_open(request, facts); !open) return open;
    if (have_closed(facts))
        return refused("Requests for that meeting closed on " +
                       long_date(*facts.meeting->requests_close) +
                       ". Accept it late with a reason, or choose another meeting.");
    return {};
}

Result<void> requests_have_closed(const AgendaRequest& request, const RequestCommand&,
                                  const RequestFacts& facts) {
    if (request.kind != RequestKind::agenda_item)
        return refused("Only a request for an agenda item can be accepted late. Accept it.");
    if (auto open = meeting_is_open(request, facts); !open) return open;
    if (!have_closed(facts))
        return refused("Requests for that meeting have not closed. Accept it in the usual way.");
    return {};
}

Result<void> offer_is_whole(const AgendaRequest& request, const RequestCommand& command,
                            const RequestFacts& facts) {
    if (!command.offer)
        return invalid("offer",
                       "Choose what to offer: another meeting, an answer by correspondence or a "
                       "meeting of the chairs.");
    if (command.offer->kind != OfferKind::meeting) return {};
    return meeting_is_open(request, facts);
}

Result<void> offer_still_stands(const AgendaRequest& request, const RequestCommand&,
                                const RequestFacts& facts) {
    if (!request.offer || request.offer->kind != OfferKind::meeting) return {};
    if (meeting_is_open(request, facts)) return {};
    return refused(
        "The meeting that was offered can no longer take this item. Keep to the request, so that "
        "the board can offer another.");
}

Result<void> silence_is_over(const AgendaRequest& request, const RequestCommand&,
                             const RequestFacts& facts) {
    if (is_overdue(request, facts.today)) return {};
    std::string message = "This request can be escalated when it has been declined";
    if (request.consider_by)
        message += ", or when there is no answer by " + long_date(*request.consider_by);
    return refused(message + ".");
}

Result<void> asks_information(const AgendaRequest& request, const RequestCommand&,
                              const RequestFacts&) {
    if (request.kind == RequestKind::information) return {};
    return refused("Accept this request before you answer it.");
}

Result<void> leaves_time(const AgendaRequest& request, const RequestCommand& command,
                         const RequestFacts& facts) {
    const auto& until = command.consider_by ? command.consider_by : request.consider_by;
    if (until && *until > facts.today) return {};
    return invalid("consider_by",
                   "Enter a new day by which the board should consider this, after "
                   "today, " +
                       long_date(facts.today) + ".");
}

Result<void> not_yet_taken(const AgendaRequest& request, const RequestCommand&,
                           const RequestFacts& facts) {
    if (!facts.meeting || facts.meeting->state != MeetingState::held) return {};
    if (request.has_meeting) return refused("The meeting was held. Record the answer instead.");
    return refused("The meeting has taken this item. Record the answer instead.");
}

Result<void> was_taken(const AgendaRequest& request, const RequestCommand&, const RequestFacts&) {
    if (request.has_item || request.has_meeting) return {};
    return refused("No meeting took this request: the answer is all that goes back.");
}

Result<void> extract_is_back(const AgendaRequest& request, const RequestCommand&,
                             const RequestFacts&) {
    if (!needs_extract(request)) return {};
    return refused("What was decided has not gone back yet. Ask " + request.to_board +
                   " to send the extract of the minutes; then close this request.");
}

Result<void> is_well_formed(const AgendaRequest& request, Day today) {
    if (request.to_board.empty()) return invalid("to_board", "Choose the board to ask.");
    if (request.to_board == request.from_board)
        return invalid("to_board",
                       "Choose another board: a board puts items on its own agenda itself.");
    if (auto checked = check_title(request); !checked) return checked;
    if (!request.purpose) return invalid("purpose", "Choose what the board should do with it.");
    if (!request.response) return invalid("response", "Choose the response you need.");
    return check_dates(request, today);
}

}  // namespace workflows::guards
