#include "workflows/register/register.hpp"

#include <algorithm>
#include <map>

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
        finding.words = line.board + " completed its record on " + line.completed.words() +
                        ", before the last meeting it names, " + line.last_meeting.words() + ".";
        finding.remedy = "Ask " + line.board + " to complete its return again after that meeting.";
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
            line.board + " gives its next meeting as " + line.next_meeting.words() +
            "; the calendar has " +
            (calendar.to_be_confirmed() ? "none after the last one" : calendar.words()) + ".";
        finding.remedy = "Take the date of the calendar, or plan the meeting there.";
        findings.push_back(std::move(finding));
    }
}

void add_inexact(Lines lines, Findings& findings) {
    for (const auto& line : lines) {
        if (line.next_meeting.day()) continue;
        auto finding = of_one(RegisterLint::next_inexact, line, line.next_meeting);
        finding.words = line.board +
                        " has no exact date for its next meeting: " + line.next_meeting.words() +
                        ".";
        finding.remedy = "Ask the secretariat of " + line.board + " to set the day.";
        findings.push_back(std::move(finding));
    }
}

void add_without_website(Lines lines, Findings& findings) {
    for (const auto& line : lines) {
        if (line.has_website) continue;
        auto finding = of_one(RegisterLint::no_website, line, {});
        finding.words = line.board + " names no website.";
        finding.remedy = "Enter one on the page of the board; its page here serves until then.";
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
        finding.words =
            text::joined_with_and(finding.boards) + " all meet next on " + long_date(day) + ".";
        if (sharing.size() == 2)
            finding.words = text::joined_with_and(finding.boards) + " both meet next on " +
                            long_date(day) + ".";
        finding.remedy = finding.posts.empty()
                             ? "Nobody sits on two of them; nothing need be moved."
                             : "Somebody sits on two of them: move one, or meet together.";
        findings.push_back(std::move(finding));
    }
}

void add_shared_last(Lines lines, Findings& findings) {
    for (const auto& [day, sharing] : by_day(lines, &RegisterLine::last_meeting)) {
        auto finding = of_day(RegisterLint::shared_last, day, sharing);
        finding.words = text::joined_with_and(finding.boards) + " last met on the same day, " +
                        long_date(day) + ".";
        finding.remedy = finding.posts.empty()
                             ? "Nobody sits on two of them; nothing need be done."
                             : "Somebody sits on two of them: plan their next dates apart.";
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
                finding.words = text::joined_with_and(finding.boards) +
                                " have one secretariat and met on " + long_date(day) +
                                ": it may have been one joint meeting.";
                finding.remedy =
                    "If they met together, change the kind of both meetings to joint "
                    "meeting.";
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
