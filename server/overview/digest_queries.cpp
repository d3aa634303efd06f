#include "server/overview/digest_queries.hpp"

#include <algorithm>
#include <array>
#include <map>

#include "db/case_log.hpp"
#include "db/concerns.hpp"
#include "db/issues.hpp"
#include "db/memberships.hpp"
#include "db/people.hpp"
#include "db/reminders.hpp"
#include "server/concerns/concern_commands.hpp"
#include "server/issues/issue_commands.hpp"
#include "server/letters/letter.hpp"
#include "server/overview/response_digest.hpp"
#include "server/overview/words.hpp"
#include "server/web/form_parts.hpp"
#include "server/web/href.hpp"
#include "server/web/routes.hpp"
#include "workflows/core/clear_days.hpp"
#include "workflows/overview/reminders.hpp"
#include "workflows/text/words.hpp"

namespace server::overview {
namespace {

using workflows::Day;
using Events = std::vector<db::CaseEventRow>;

/// The letter is of use for so long after it was written.
constexpr std::chrono::hours digest_letter_life{24 * 30};

Day day_of(workflows::Instant at) {
    return workflows::to_local(at, workflows::county_zone).day;
}

std::map<std::string, Events> histories_of(db::ReadTx& tx, db::CaseKind kind, const auto& rows) {
    std::vector<std::string> ids;
    for (const auto& row : rows)
        ids.push_back(row.id);
    return db::list_case_events(tx, kind, ids);
}

DigestRow issue_digest(const db::IssueRow& row, const Events& events) {
    DigestRow line;
    line.reference = row.reference;
    line.about = row.issue.title;
    line.boards = issues::issue_boards_words(row.issue);
    line.state = issues::issue_state_text(row);
    line.since = day_of(row.created_at);
    line.href = web::href(routes::issue, row.id);
    line.open = workflows::is_open_issue(row.issue.state);
    for (const auto& event : events) {
        const auto to = workflows::issue_stage(row.issue.kind, event.to_state);
        if (to && workflows::is_resolved(*to)) line.feedback = day_of(event.at);
        const bool climbed = event.from_state != event.to_state && to &&
                             workflows::is_open_issue(*to) && event.event != "raise" &&
                             event.event != "reopen";
        if (climbed) line.escalated = day_of(event.at);
    }
    return line;
}

std::vector<DigestRow> issue_rows(db::ReadTx& tx, const DigestScope& scope) {
    std::map<std::string, DigestRow> rows;
    for (const auto& board : scope.boards) {
        const auto issues = db::list_issues_of(tx, board);
        auto histories = histories_of(tx, db::CaseKind::issue, issues);
        for (const auto& row : issues) {
            const bool open = workflows::is_open_issue(row.issue.state);
            if (open || row.since >= scope.quarter_begins)
                rows.emplace(row.reference, issue_digest(row, histories[row.id]));
        }
    }
    std::vector<DigestRow> list;
    for (auto& [reference, row] : rows)
        list.push_back(std::move(row));
    return list;
}

DigestRow concern_digest(const db::ConcernRow& row, const Events& events) {
    DigestRow line;
    line.reference = row.reference;
    line.about = row.concern.matter;
    line.boards = row.concern.raising_board + " and " + row.concern.safeguarding_board;
    line.state = workflows::text::capitalised(workflows::to_words(row.concern.state));
    line.since = day_of(row.created_at);
    line.feedback = concerns::feedback_day(events);
    line.href = web::href(routes::concern, row.id);
    line.open = workflows::is_open_concern(row.concern.state);
    for (const auto& event : events) {
        if (event.to_state == "escalated") line.escalated = day_of(event.at);
    }
    return line;
}

std::vector<DigestRow> concern_rows(db::ReadTx& tx, const DigestScope& scope) {
    std::map<std::string, DigestRow> rows;
    for (const auto& board : scope.boards) {
        const auto concerns = db::list_concerns_of(tx, board);
        auto histories = histories_of(tx, db::CaseKind::concern, concerns);
        for (const auto& row : concerns) {
            const bool open = workflows::is_open_concern(row.concern.state);
            if (open || row.since >= scope.quarter_begins)
                rows.emplace(row.reference, concern_digest(row, histories[row.id]));
        }
    }
    std::vector<DigestRow> list;
    for (auto& [reference, row] : rows)
        list.push_back(std::move(row));
    return list;
}

// clang-format off
constexpr std::array table{
    DigestSection{"concerns", "Safeguarding concerns", concern_rows},
    DigestSection{"issues",   "Issues between boards", issue_rows},
    DigestSection{"responses", words::outstanding_responses, response_digest},
};
// clang-format on

// The boards that each post speaks for.
std::map<std::string, std::set<std::string>> boards_by_officer(db::ReadTx& tx, Day today) {
    std::map<std::string, std::set<std::string>> boards;
    for (const auto& seat : db::seats_on(tx, today)) {
        if (workflows::is_officer(seat.role)) boards[seat.person].insert(seat.board);
    }
    return boards;
}

struct SectionCount {
    std::string title;
    DigestCount count;
};
using Counts = std::vector<SectionCount>;

Counts counts_of(db::ReadTx& tx, const DigestScope& scope) {
    Counts counts;
    for (const auto& section : digest_sections())
        counts.push_back({std::string(section.title), count_of(section.rows(tx, scope))});
    return counts;
}

struct Digest {
    std::string person;
    Counts counts;
};

// Everybody who has something open. The chair and the secretariat of the same boards read the same.
std::vector<Digest> digests(db::ReadTx& tx, const Quarter& quarter, Day today) {
    std::map<std::set<std::string>, Counts> counted;
    std::vector<Digest> all;
    for (const auto& [person, boards] : boards_by_officer(tx, today)) {
        const auto [at, is_new] = counted.try_emplace(boards);
        if (is_new) at->second = counts_of(tx, {boards, today, quarter.begins()});
        const bool any = std::any_of(at->second.begin(), at->second.end(),
                                     [](const auto& one) { return one.count.open > 0; });
        if (any) all.push_back({person, at->second});
    }
    return all;
}

int queue_digest(base::App& app, db::WriteTx& tx, const Quarter& quarter, const Digest& digest,
                 Day today) {
    const auto person = db::find_person(tx, digest.person);
    if (!person) return 0;
    letters::Letter letter;
    letter.kind = "quarter_digest";
    letter.subject_id = quarter.key();
    letter.revision = "1";
    letter.not_after = tx.now() + digest_letter_life;
    letter.thread = "digest-" + quarter.key();
    letter.fill = [&](templates::View& view, const workflows::Person&) {
        view.set("quarter", quarter.words()).set("today", workflows::long_date(today));
        view.set("link", app.config.base_url + web::href(routes::digest)).list("sections");
        for (const auto& one : digest.counts)
            view.add("sections")
                .set("title", one.title)
                .set("open", std::to_string(one.count.open))
                .set("feedback", std::to_string(one.count.feedback));
    };
    return letters::queue_letter(app, tx, letter, {*person});
}

// From 8 on the first working day, for as long as the digest is news.
bool is_due(const Quarter& quarter, workflows::Instant now, const workflows::Holidays& holidays) {
    const auto local = workflows::to_local(now, workflows::county_zone);
    const auto first = workflows::working_days_after(quarter.begins(), 0, holidays).day;
    const auto last = workflows::working_days_after(first, digest_useful_days, holidays).day;
    if (local.day < first || local.day > last) return false;
    return local.day > first || local.time >= workflows::reminder_time;
}

}  // namespace

std::span<const DigestSection> digest_sections() {
    return table;
}

DigestCount count_of(const std::vector<DigestRow>& rows) {
    DigestCount count;
    for (const auto& row : rows) {
        count.open += row.open ? 1 : 0;
        count.feedback += row.feedback ? 1 : 0;
        count.escalated += row.escalated ? 1 : 0;
    }
    return count;
}

std::string Quarter::key() const {
    return std::to_string(year) + "-Q" + std::to_string(number);
}

Day Quarter::begins() const {
    return workflows::make_day(year, static_cast<unsigned>(number - 1) * 3 + 1, 1);
}

std::string Quarter::words() const {
    constexpr std::array<std::string_view, 4> spans{"January to March", "April to June",
                                                    "July to September", "October to December"};
    return std::string(spans[static_cast<std::size_t>(number - 1)]) + " " + std::to_string(year);
}

Quarter quarter_of(Day day) {
    const std::chrono::year_month_day date(day);
    return {static_cast<int>(date.year()),
            static_cast<int>((static_cast<unsigned>(date.month()) - 1) / 3) + 1};
}

int send_quarter_digest(base::App& app) {
    const auto now = app.clock.now();
    const auto today = day_of(now);
    const auto quarter = quarter_of(today);
    const std::string key = "quarter_digest|" + quarter.key();
    std::vector<Digest> all;
    {
        const auto tx = app.database.begin_read();
        if (!is_due(quarter, now, app.holidays(*tx)) || db::was_reminder_fired(*tx, key)) return 0;
        all = digests(*tx, quarter, today);
    }
    auto tx = app.database.begin_write();
    if (!db::record_reminder_fired(*tx, key)) return 0;
    int queued = 0;
    for (const auto& digest : all)
        queued += queue_digest(app, *tx, quarter, digest, today);
    tx->touch("mail");
    tx->commit();
    return queued;
}

}  // namespace server::overview
