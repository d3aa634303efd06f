#include "server/digest/digest_commands.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "db/memberships.hpp"
#include "db/people.hpp"
#include "db/reminders.hpp"
#include "server/digest/digest_queries.hpp"
#include "server/letters/letter.hpp"
#include "server/web/href.hpp"
#include "server/web/routes.hpp"
#include "workflows/core/clear_days.hpp"
#include "workflows/overview/reminders.hpp"

namespace server::digest {
namespace {

using workflows::Day;

/// The letter is of use for so long after it was written.
constexpr std::chrono::hours digest_letter_life{24 * 30};

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

int send_quarter_digest(base::App& app) {
    const auto now = app.clock.now();
    const auto today = workflows::to_local(now, workflows::county_zone).day;
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

}  // namespace server::digest
