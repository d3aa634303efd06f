#include "workflows/register/register.hpp"

#include <algorithm>
#include <map>

#include "workflows/register/words.hpp"
#include "workflows/text/words.hpp"

namespace workflows {
namespace {

using Lines = std::span<const RegisterLine>;
using Findings = std::vector<RegisterFinding>;

RegisterFinding of_one(RegisterLint lint, const RegisterLine& line, const PlannedDate& date) {
    return {lint, {line.board}, date, {}, {}, {}};
}

void add_early(Lines lines, Findings& findings) {
    for (const auto& line : lines) {
        if (!is_completed_early(line)) continue;
        auto finding = of_one(RegisterLint::early_completion, line, line.completed);
        finding.words = partnership_register::words::completed_early(
            line.board, line.completed.words(), line.last_meeting.words());
        finding.remedy = partnership_register::words::ask_again(line.board);
        findings.push_back(std::move(finding));
    }
}

// A record that names a month agrees with any day of it, and the other way round.
bool agrees(const PlannedDate& recorded, const PlannedDate& calendar) {
    if (recorded == calendar) return true;
    const bool exact = recorded.day() && calendar.day();
    return !exact && recorded.month() && recorded.month() == calendar.month();
}

void add_disagreeing(Lines lines, Findings& findings) {
    for (const auto& line : lines) {
        const auto calendar = next_by_calendar(line);
        if (agrees(line.next_meeting, calendar)) continue;
        auto finding = of_one(RegisterLint::next_disagrees, line, line.next_meeting);
        finding.words =

            calendar.to_be_confirmed()
                ? partnership_register::words::next_not_scheduled(line.board,
                                                                  line.next_meeting.words())
                : partnership_register::words::next_disagrees(line.board, line.next_meeting.words(),
                                                              calendar.words());
        finding.remedy = partnership_register::words::correct_date;
        findings.push_back(std::move(finding));
    }
}

void add_inexact(Lines lines, Findings& findings) {
    for (const auto& line : lines) {
        if (line.next_meeting.day()) continue;
        auto finding = of_one(RegisterLint::next_inexact, line, line.next_meeting);
        finding.words =
            partnership_register::words::next_inexact(line.board, line.next_meeting.words());
        finding.remedy = partnership_register::words::ask_for_date(line.board);
        findings.push_back(std::move(finding));
    }
}

void add_without_website(Lines lines, Findings& findings) {
    for (const auto& line : lines) {
        if (line.has_website) continue;
        auto finding = of_one(RegisterLint::no_website, line, {});
        finding.words = partnership_register::words::no_website(line.board);
        finding.remedy = partnership_register::words::enter_website;
        findings.push_back(std::move(finding));
    }
}

using ByDay = std::map<Day, std::vector<const RegisterLine*>>;

ByDay by_day(Lines lines, PlannedDate RegisterLine::*date) {
    ByDay days;
    for (const auto& line : lines) {
        if (const auto day = (line.*date).day()) days[*day].push_back(&line);
    }
    std::erase_if(days, [](const auto& entry) { return entry.second.size() < 2; });
    return days;
}

bool holds(const std::vector<std::string>& keys, const std::string& key) {
    return std::find(keys.begin(), keys.end(), key) != keys.end();
}

std::vector<std::string> shared_posts(const std::vector<const RegisterLine*>& lines) {
    std::map<std::string, int> boards_of;
    for (const auto* line : lines) {
        std::vector<std::string> once;
        for (const auto& post : line->posts) {
            if (!holds(once, post)) once.push_back(post);
        }
        for (const auto& post : once)
            ++boards_of[post];
    }
    std::vector<std::string> shared;
    for (const auto& [post, count] : boards_of) {
        if (count > 1) shared.push_back(post);
    }
    return shared;
}

RegisterFinding of_day(RegisterLint lint, Day day, const std::vector<const RegisterLine*>& lines) {
    RegisterFinding finding;
    finding.lint = lint;
    finding.date = day;
    for (const auto* line : lines)
        finding.boards.push_back(line->board);
    std::sort(finding.boards.begin(), finding.boards.end());
    finding.posts = shared_posts(lines);
    return finding;
}

void add_shared_next(Lines lines, Findings& findings) {
    for (const auto& [day, sharing] : by_day(lines, &RegisterLine::next_meeting)) {
        auto finding = of_day(RegisterLint::shared_next, day, sharing);
        finding.words = partnership_register::words::all_meet_next(finding.boards, long_date(day));
        if (sharing.size() == 2)
            finding.words =
                partnership_register::words::both_meet_next(finding.boards, long_date(day));
        finding.remedy = finding.posts.empty() ? partnership_register::words::nobody_shared
                                               : partnership_register::words::rearrange_one;
        findings.push_back(std::move(finding));
    }
}

void add_shared_last(Lines lines, Findings& findings) {
    for (const auto& [day, sharing] : by_day(lines, &RegisterLine::last_meeting)) {
        auto finding = of_day(RegisterLint::shared_last, day, sharing);
        finding.words =
            partnership_register::words::last_met_together(finding.boards, long_date(day));
        finding.remedy = finding.posts.empty() ? partnership_register::words::nobody_shared
                                               : partnership_register::words::plan_apart;
        findings.push_back(std::move(finding));
    }
}

bool may_be_one(const RegisterLine& a, const RegisterLine& b) {
    const bool one_secretariat =
        std::any_of(a.secretariats.begin(), a.secretariats.end(),
                    [&](const std::string& key) { return holds(b.secretariats, key); });
    return one_secretariat && a.held_in == b.held_in;
}

void add_joint(Lines lines, Findings& findings) {
    for (const auto& [day, sharing] : by_day(lines, &RegisterLine::last_meeting)) {
        for (std::size_t i = 0; i < sharing.size(); ++i) {
            for (std::size_t j = i + 1; j < sharing.size(); ++j) {
                if (!may_be_one(*sharing[i], *sharing[j])) continue;
                auto finding = of_day(RegisterLint::joint_candidate, day, {sharing[i], sharing[j]});
                finding.words =
                    partnership_register::words::maybe_joint(finding.boards, long_date(day));
                finding.remedy = partnership_register::words::make_joint;
                findings.push_back(std::move(finding));
            }
        }
    }
}

}  // namespace

bool is_completed_early(const RegisterLine& line) {
    return !line.last_meeting.to_be_confirmed() && line.completed < line.last_meeting;
}

PlannedDate next_by_calendar(const RegisterLine& line) {
    PlannedDate next;
    for (const auto& meeting : line.meetings) {
        if (meeting.to_be_confirmed()) continue;
        const bool later = line.last_meeting.to_be_confirmed() || line.last_meeting < meeting;
        if (later && (next.to_be_confirmed() || meeting < next)) next = meeting;
    }
    return next;
}

std::vector<RegisterFinding> lint_register(std::span<const RegisterLine> lines) {
    Findings findings;
    add_early(lines, findings);
    add_disagreeing(lines, findings);
    add_inexact(lines, findings);
    add_without_website(lines, findings);
    add_shared_next(lines, findings);
    add_shared_last(lines, findings);
    add_joint(lines, findings);
    return findings;
}

}  // namespace workflows
