// Whom an issue may be given to, and who usually is asked.
#include <algorithm>

#include "db/memberships.hpp"
#include "server/issues/issue_commands.hpp"
#include "workflows/core/roles.hpp"

namespace server::issues {
namespace {

using workflows::Day;
using workflows::IssueStage;
using workflows::IssueState;

void add_role(IssueCandidate& candidate, const workflows::Membership& seat) {
    const std::string words(workflows::to_words(seat.role));
    candidate.label += (candidate.label.empty() ? "" : ", ") + words + " of " + seat.board;
    candidate.chair = candidate.chair || seat.role == workflows::Role::chair;
    candidate.lead_officer = candidate.lead_officer || seat.role == workflows::Role::lead_officer;
    candidate.lead_member = candidate.lead_member || seat.role == workflows::Role::lead_member;
}

}  // namespace

std::vector<IssueCandidate> issue_candidates(db::ReadTx& tx, const workflows::Issue& issue,
                                             Day today) {
    std::vector<IssueCandidate> candidates;
    for (const auto* board : {&issue.asked_board, &issue.raising_board}) {
        if (board->empty()) continue;
        for (const auto& seat : db::list_memberships(tx, *board)) {
            if (seat.membership.role == workflows::Role::member ||
                !db::sits_on(seat.membership, today))
                continue;
            auto found = std::find_if(candidates.begin(), candidates.end(), [&](const auto& one) {
                return one.person.key == seat.person.key;
            });
            if (found == candidates.end())
                found = candidates.insert(candidates.end(), {seat.person, "", false, false, false,
                                                             board == &issue.asked_board});
            add_role(*found, seat.membership);
        }
    }
    for (auto& candidate : candidates)
        candidate.label = candidate.person.post + " (" + candidate.label + ")";
    return candidates;
}

std::string usual_holder(const std::vector<IssueCandidate>& candidates, const IssueStage& stage) {
    const auto first = [&](auto fits) {
        const auto found = std::find_if(candidates.begin(), candidates.end(), fits);
        return found == candidates.end() ? std::string() : found->person.key;
    };
    std::string holder;
    if (stage == IssueStage(IssueState::with_chair) ||
        stage == IssueStage(workflows::ProtocolState::other_chairs))
        holder = first([](const auto& one) { return one.chair && one.asked; });
    if (workflows::is_with_senior_officers(stage))
        holder = first([](const auto& one) { return one.lead_officer; });
    if (holder.empty()) holder = first([](const auto& one) { return one.chair && !one.asked; });
    if (holder.empty()) holder = first([](const auto& one) { return one.chair; });
    if (holder.empty() && !candidates.empty()) holder = candidates.front().person.key;
    return holder;
}

bool is_usually_asked(const IssueCandidate& candidate, const IssueStage& stage) {
    if (candidate.chair) return true;
    const bool senior = stage == IssueStage(IssueState::resolution_meeting) ||
                        workflows::is_with_senior_officers(stage);
    return senior && (candidate.lead_officer || candidate.lead_member);
}

}  // namespace server::issues
