// How each obligation of a year stands today: a lamp and a sentence.
#include "workflows/text/words.hpp"
#include "workflows/timetable/timetable_plan.hpp"
#include "workflows/timetable/words.hpp"

namespace workflows {
namespace {

using S = ObligationState;
using L = ObligationLamp;

std::string at_meeting(const PlacedObligation& obligation) {
    if (!obligation.meeting) return {};
    if (const auto day = obligation.meeting->date.day()) return " on " + long_date(*day);
    return ", " + obligation.meeting->date.words();
}

ObligationStatus expected_status(const SlotProposal& proposal, const std::string& missing) {
    if (proposal.meeting)
        return {L::proposed, proposal.words + (missing.empty() ? "" : " " + missing)};
    if (proposal.mend == Mend::season_is_over) return {L::missed, proposal.words};
    return {L::unslotted, proposal.words};
}

/// Why its meeting will not do; empty when it will.
std::string risk_of_meeting(const PlacedObligation& obligation, const PlanFacts& facts) {
    const auto& meeting = obligation.meeting;
    if (!meeting) return timetable::words::meeting_removed;
    if (meeting->state == MeetingState::cancelled)
        return timetable::words::its_meeting_cancelled(at_meeting(obligation));
    if (meeting->board != obligation.what.board)
        return timetable::words::wrong_board(at_meeting(obligation), meeting->board,
                                             obligation.what.board);
    if (wants_meeting(obligation, facts))
        return timetable::words::now_out_of_season(at_meeting(obligation));
    return {};
}

std::string risk_of_time(const PlacedObligation& obligation, Day today) {
    const auto day = obligation.meeting->date.day();
    if (day && *day < today) return timetable::words::not_delivered(at_meeting(obligation));
    const auto& papers_by = obligation.meeting->papers_by;
    if (papers_by && *papers_by < today)
        return timetable::words::papers_overdue(long_date(*papers_by), at_meeting(obligation));
    return {};
}

ObligationStatus waiting_status(const PlacedObligation& obligation, const SlotProposal& proposal,
                                const std::string& order, const PlanFacts& facts) {
    const std::string meeting = risk_of_meeting(obligation, facts);
    if (!meeting.empty())
        return {L::at_risk,
                meeting + (proposal.words.empty() ? std::string() : " " + proposal.words)};
    const std::string late = risk_of_time(obligation, facts.today);
    if (!late.empty()) return {L::at_risk, late};
    if (!order.empty()) return {L::at_risk, order};
    const auto& papers_by = obligation.meeting->papers_by;
    const auto state = to_words(obligation.state);
    const auto when = at_meeting(obligation);
    return {L::on_time, papers_by ? timetable::words::on_time(state, when, long_date(*papers_by))
                                  : timetable::words::stands(state, when)};
}

ObligationStatus delivered_status(const PlacedObligation& obligation, const std::string& order,
                                  Day today) {
    const auto day = obligation.meeting ? obligation.meeting->date.day() : std::nullopt;
    if (obligation.meeting && obligation.meeting->state == MeetingState::cancelled)
        return {L::at_risk, timetable::words::delivered_then_cancelled(at_meeting(obligation))};
    if (day && *day < today)
        return {L::at_risk, timetable::words::no_outcome(at_meeting(obligation))};
    if (!order.empty()) return {L::at_risk, order};
    return {L::on_time, timetable::words::delivered(at_meeting(obligation))};
}

ObligationStatus response_status(const PlacedObligation& obligation, Day today) {
    if (!obligation.respond_by) return {L::on_time, timetable::words::response_due};
    const std::string by = long_date(*obligation.respond_by);
    if (*obligation.respond_by < today) return {L::at_risk, timetable::words::response_was_due(by)};
    return {L::on_time, timetable::words::response_due_by(by)};
}

ObligationStatus status_of(const PlacedObligation& obligation, const SlotProposal& proposal,
                           const std::string& order, const std::string& missing,
                           const PlanFacts& facts) {
    switch (obligation.state) {
        case S::expected:
            return expected_status(proposal, missing);
        case S::slotted:
        case S::prepared:
            return waiting_status(obligation, proposal, order.empty() ? missing : order, facts);
        case S::delivered:
            return delivered_status(obligation, order, facts.today);
        case S::response_due:
            return response_status(obligation, facts.today);
        case S::waived:
            return {L::waived, timetable::words::waived};
        case S::missed:
            return {L::missed, timetable::words::missed};
        case S::agreed:
        case S::consulted:
        case S::informed:
        case S::responded:
            break;
    }
    return {L::done, timetable::words::stands(to_words(obligation.state), at_meeting(obligation))};
}

}  // namespace

std::vector<ObligationStatus> statuses(std::span<const PlacedObligation> obligations,
                                       std::span<const SlotProposal> proposals,
                                       std::span<const OrderFinding> findings,
                                       std::span<const std::string> missing,
                                       const PlanFacts& facts) {
    std::vector<std::string> orders(obligations.size());
    for (const OrderFinding& finding : findings) {
        orders[finding.pair.then] = finding.words;
        if (orders[finding.pair.first].empty()) orders[finding.pair.first] = finding.words;
    }
    std::vector<ObligationStatus> all;
    for (std::size_t i = 0; i < obligations.size(); ++i)
        all.push_back(status_of(obligations[i], proposals[i], orders[i], missing[i], facts));
    return all;
}

}  // namespace workflows
