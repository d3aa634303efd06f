// What a column may hold is what its enumeration names: who adds an enumerator adds a migration.
#include <gtest/gtest.h>

#include <set>

#include "db/board_changes.hpp"
#include "db/jobs.hpp"
#include "db/outbox.hpp"
#include "db/session.hpp"
#include "tests/db/temporary_database.hpp"
#include "workflows/agenda/agenda.hpp"
#include "workflows/boards/seats.hpp"
#include "workflows/circulation/circulation.hpp"
#include "workflows/concerns/concern.hpp"
#include "workflows/issues/issue.hpp"
#include "workflows/meetings/meeting.hpp"
#include "workflows/meetings/reply.hpp"
#include "workflows/planning/date_poll.hpp"
#include "workflows/register/register_return.hpp"
#include "workflows/requests/agenda_request.hpp"
#include "workflows/responses/response.hpp"
#include "workflows/succession/board_change.hpp"
#include "workflows/themes/theme.hpp"
#include "workflows/timetable/obligation.hpp"
#include "workflows/timetable/timetable.hpp"

namespace {

using Values = std::set<std::string>;

template <class... Enum>
Values all_of() {
    Values values;
    const auto add = [&](const auto& names) {
        for (const auto& row : names)
            values.emplace(row.text);
    };
    (add(workflows::names<Enum>), ...);
    return values;
}
template <class Enum>
Values any_or_none() {
    auto values = all_of<Enum>();
    values.insert("");
    return values;
}

struct List {
    const char* table;
    const char* column;
    Values values;
};

std::vector<List> lists() {
    using namespace workflows;
    return {{"agenda_item", "paper_status", all_of<PaperStatus>()},
            {"agenda_item", "purpose", all_of<ItemPurpose>()},
            {"agenda_item", "visibility", all_of<Visibility>()},
            {"agenda_request", "kind", all_of<RequestKind>()},
            {"agenda_request", "offer", any_or_none<OfferKind>()},
            {"agenda_request", "purpose", any_or_none<ItemPurpose>()},
            {"agenda_request", "response", any_or_none<ResponseWanted>()},
            {"agenda_request", "state", all_of<RequestState>()},
            {"board", "held_in", all_of<HeldIn>()},
            {"board_change", "kind", all_of<ChangeKind>()},
            {"board_change", "meetings", all_of<ComingMeetings>()},
            {"board_change", "state", all_of<ChangeState>()},
            {"circulation_stop", "state", all_of<StopState>()},
            {"concern", "state", all_of<ConcernState>()},
            {"date_poll", "held_in", all_of<HeldIn>()},
            {"date_poll", "kind", all_of<MeetingKind>()},
            {"date_poll", "state", all_of<PollState>()},
            {"date_poll_answer", "answer", all_of<PollAnswer>()},
            {"invitation_reply", "attendance", all_of<Attendance>()},
            {"issue", "kind", all_of<IssueKind>()},
            {"issue", "state", all_of<IssueState, ProtocolState>()},
            {"issue_meeting", "state", all_of<IssueState, ProtocolState>()},
            {"job", "state", all_of<db::JobState>()},
            {"meeting", "held_in", all_of<HeldIn>()},
            {"meeting", "kind", all_of<MeetingKind>()},
            {"meeting", "state", all_of<MeetingState>()},
            {"membership", "role", all_of<Role>()},
            {"membership_detail", "standing", any_or_none<Standing>()},
            {"obligation", "purpose", all_of<ReportPurpose>()},
            {"obligation", "season", all_of<Season>()},
            {"obligation", "state", all_of<ObligationState>()},
            {"office_hand_over", "office", all_of<Office>()},
            {"outbox", "state", all_of<db::OutboxState>()},
            {"pack", "audience", all_of<Visibility>()},
            {"register_return", "state", all_of<ReturnState>()},
            {"response", "required", all_of<ResponseWanted>()},
            {"response", "source_kind", all_of<ResponseSource>()},
            {"response", "state", all_of<ResponseState>()},
            {"response", "visibility", all_of<Visibility>()},
            {"response_arrangement", "required", all_of<ResponseWanted>()},
            {"theme", "state", all_of<ThemeState>()},
            {"theme_ask", "answer", any_or_none<ThemeAnswer>()},
            {"timetable_cell", "purpose", all_of<ReportPurpose>()},
            {"timetable_cell", "season", all_of<Season>()},
            {"timetable_season", "season", all_of<Season>()}};
}

// Between the brackets of CHECK (column IN (…)), without the quotes.
Values checked(const std::string& table, const std::string& column) {
    Values values;
    const auto begin = table.find("CHECK (" + column + " IN");
    if (begin == std::string::npos) return values;
    const auto end = table.find(')', begin);
    for (auto at = table.find('\'', begin); at < end;) {
        const auto close = table.find('\'', at + 1);
        values.insert(table.substr(at + 1, close - at - 1));
        at = table.find('\'', close + 1);
    }
    return values;
}

TEST(ValueLists, AreThoseOfTheEnumerations) {
    tests::TemporaryDatabase temporary;
    const auto tx = temporary.database().begin_read();
    for (const auto& list : lists()) {
        const auto table = tx->session().query_text(
            "SELECT sql FROM sqlite_schema WHERE type = 'table' AND name = '" +
            std::string(list.table) + "'");
        EXPECT_EQ(checked(table, list.column), list.values) << list.table << "." << list.column;
    }
}

}  // namespace
