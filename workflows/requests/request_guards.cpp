#include "workflows/requests/request_guards.hpp"

#include "workflows/casework/words.hpp"
#include "workflows/requests/words.hpp"
#include "workflows/text/utf8.hpp"
#include "workflows/text/words.hpp"

namespace workflows::guards {
namespace {

Result<void> meeting_is_open(const AgendaRequest& request, const RequestFacts& facts) {
    if (!facts.meeting) return invalid("meeting", request_words::meeting_of_asked_board);
    const RequestMeeting& meeting = *facts.meeting;
    if (meeting.board != request.to_board)
        return invalid("meeting", request_words::meeting_of_asked_board);
    if (!meeting.takes_items) return invalid("meeting", request_words::formal_meeting);
    if (meeting.state == MeetingState::cancelled)
        return invalid("meeting", request_words::meeting_cancelled);
    const auto day = meeting.date.day();
    if (meeting.state == MeetingState::held || (day && *day < facts.today))
        return invalid("meeting", request_words::meeting_over);
    return {};
}

bool have_closed(const RequestFacts& facts) {
    const auto& close = facts.meeting->requests_close;
    return close && *close < facts.today;
}

Result<void> check_title(const AgendaRequest& request) {
    if (text::is_blank(request.title)) return invalid("title", request_words::title_missing);
    if (text::characters(request.title) > title_characters_max)
        return invalid("title", casework::words::too_long("Title", title_characters_max));
    if (text::characters(request.details) > comment_characters_max)
        return invalid("details", casework::words::too_long("Details", comment_characters_max));
    return {};
}

Result<void> check_dates(const AgendaRequest& request, Day today) {
    if (!request.consider_by) return invalid("consider_by", request_words::consider_by_missing);
    if (*request.consider_by <= today)
        return invalid("consider_by", request_words::consider_by_past);
    if (!request.answer_by) return invalid("answer_by", request_words::answer_by_missing);
    if (*request.answer_by < *request.consider_by)
        return invalid("answer_by", request_words::answer_by_too_early(*request.consider_by));
    return {};
}

}  // namespace

Result<void> meeting_takes_items(const AgendaRequest& request, const RequestCommand&,
                                 const RequestFacts& facts) {
    if (request.kind != RequestKind::agenda_item) return {};
    if (auto open = meeting_is_open(request, facts); !open) return open;
    if (have_closed(facts))
        return refused(request_words::requests_closed_on(*facts.meeting->requests_close));
    return {};
}

Result<void> requests_have_closed(const AgendaRequest& request, const RequestCommand&,
                                  const RequestFacts& facts) {
    if (request.kind != RequestKind::agenda_item)
        return refused(request_words::only_items_are_late);
    if (auto open = meeting_is_open(request, facts); !open) return open;
    if (!have_closed(facts)) return refused(request_words::requests_still_open);
    return {};
}

Result<void> offer_is_whole(const AgendaRequest& request, const RequestCommand& command,
                            const RequestFacts& facts) {
    if (!command.offer) return invalid("offer", request_words::offer_missing);
    if (command.offer->kind != OfferKind::meeting) return {};
    return meeting_is_open(request, facts);
}

Result<void> offer_still_stands(const AgendaRequest& request, const RequestCommand&,
                                const RequestFacts& facts) {
    if (!request.offer || request.offer->kind != OfferKind::meeting) return {};
    if (meeting_is_open(request, facts)) return {};
    return refused(request_words::offer_gone);
}

Result<void> silence_is_over(const AgendaRequest& request, const RequestCommand&,
                             const RequestFacts& facts) {
    if (is_overdue(request, facts.today)) return {};
    if (!request.consider_by) return refused(request_words::escalate_when_declined);
    return refused(request_words::escalate_when_declined_or_after(*request.consider_by));
}

Result<void> asks_information(const AgendaRequest& request, const RequestCommand&,
                              const RequestFacts&) {
    if (request.kind == RequestKind::information) return {};
    return refused(request_words::accept_first);
}

Result<void> leaves_time(const AgendaRequest& request, const RequestCommand& command,
                         const RequestFacts& facts) {
    const auto& until = command.consider_by ? command.consider_by : request.consider_by;
    if (until && *until > facts.today) return {};
    return invalid("consider_by", request_words::new_consider_by);
}

Result<void> not_yet_taken(const AgendaRequest& request, const RequestCommand&,
                           const RequestFacts& facts) {
    if (!facts.meeting || facts.meeting->state != MeetingState::held) return {};
    if (request.has_meeting) return refused(request_words::meeting_held);
    return refused(request_words::item_taken);
}

Result<void> was_taken(const AgendaRequest& request, const RequestCommand&, const RequestFacts&) {
    if (request.has_item || request.has_meeting) return {};
    return refused(request_words::no_extract_due);
}

Result<void> extract_is_back(const AgendaRequest& request, const RequestCommand&,
                             const RequestFacts&) {
    if (!needs_extract(request)) return {};
    return refused(request_words::extract_missing(request.to_board));
}

Result<void> is_well_formed(const AgendaRequest& request, Day today) {
    if (request.to_board.empty()) return invalid("to_board", request_words::to_board_missing);
    if (request.to_board == request.from_board)
        return invalid("to_board", request_words::own_board);
    if (auto checked = check_title(request); !checked) return checked;
    if (!request.purpose) return invalid("purpose", request_words::purpose_missing);
    if (!request.response) return invalid("response", request_words::response_missing);
    return check_dates(request, today);
}

}  // namespace workflows::guards
