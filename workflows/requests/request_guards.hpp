// The conditions of requests between boards that need more than state and person; all pure.
#pragma once

#include "workflows/requests/agenda_request.hpp"

namespace workflows::guards {

/// For an agenda item: the meeting is the asked board's, to come, not cancelled, and its requests
/// have not closed. Other kinds need no meeting.
Result<void> meeting_takes_items(const AgendaRequest&, const RequestCommand&, const RequestFacts&);

/// For an agenda item only: the meeting is open as above, and its requests have closed.
Result<void> requests_have_closed(const AgendaRequest&, const RequestCommand&, const RequestFacts&);

/// The command offers something; a meeting offered is the asked board's and to come.
Result<void> offer_is_whole(const AgendaRequest&, const RequestCommand&, const RequestFacts&);

/// The meeting that was offered is still to come. That requests have closed is no matter: the asked
/// board offered it.
Result<void> offer_still_stands(const AgendaRequest&, const RequestCommand&, const RequestFacts&);

/// `consider_by` has passed.
Result<void> silence_is_over(const AgendaRequest&, const RequestCommand&, const RequestFacts&);

Result<void> asks_information(const AgendaRequest&, const RequestCommand&, const RequestFacts&);

/// The asked board gets time: `consider_by`, the old or the new one, is after today. Otherwise a
/// request that comes back late would be overdue at once.
Result<void> leaves_time(const AgendaRequest&, const RequestCommand&, const RequestFacts&);

/// The meeting with the item has not been held.
Result<void> not_yet_taken(const AgendaRequest&, const RequestCommand&, const RequestFacts&);

/// An item or a meeting came of it, so that there are minutes to send an extract of.
Result<void> was_taken(const AgendaRequest&, const RequestCommand&, const RequestFacts&);

/// The asking board has what was decided: see needs_extract().
Result<void> extract_is_back(const AgendaRequest&, const RequestCommand&, const RequestFacts&);

/// The fields of a request that is about to be sent.
Result<void> is_well_formed(const AgendaRequest& request, Day today);

}  // namespace workflows::guards
