#include "db/reminders.hpp"

#include "db/statement.hpp"
#include "db/times.hpp"

namespace db {
namespace {

using S = std::string;

constexpr Sql list_rules{"reminder_rule.list", R"(
    SELECT kind, board, days_before, active FROM reminder_rule
    ORDER BY board, kind, days_before DESC)"};
constexpr Sql remove_rules{"reminder_rule.remove",
                           "DELETE FROM reminder_rule WHERE kind = :kind AND board = :board"};
constexpr Sql insert_rule{"reminder_rule.insert", R"(
    INSERT INTO reminder_rule(kind, board, days_before, active)
    VALUES (:kind, :board, :days_before, :active))"};
constexpr Sql find_fired{"reminder_fired.find",
                         "SELECT COUNT(*) FROM reminder_fired WHERE key = :key"};
constexpr Sql insert_fired{"reminder_fired.insert", R"(
    INSERT INTO reminder_fired(key, at) VALUES (:key, :at) ON CONFLICT (key) DO NOTHING)"};
constexpr Sql paperless_items{"reminders.paperless_items", R"(
    SELECT i.id, i.meeting, i.owner, i.title, i.public_title, i.visibility, i.created_at
    FROM meeting m JOIN agenda_item i ON i.meeting = m.id
    WHERE m.planned >= :from AND m.planned <= :to AND m.state IN ('provisional', 'confirmed')
      AND i.paper_status = 'expected' AND i.struck = 0
      AND NOT EXISTS (SELECT 1 FROM paper p WHERE p.item = i.id AND p.removed_at = 0)
    ORDER BY m.planned, i.meeting, i.position)"};
constexpr Sql planned_stops{"reminders.planned_stops", R"(
    SELECT s.id, s.meeting, s.circulation, c.document, c.owner
    FROM meeting m JOIN circulation_stop s ON s.meeting = m.id
                   JOIN circulation c ON c.id = s.circulation
    WHERE m.planned >= :from AND m.planned <= :to AND m.state IN ('provisional', 'confirmed')
      AND s.state = 'planned'
    ORDER BY m.planned, s.id)"};
constexpr Sql waiting_requests{"reminders.waiting_requests", R"(
    SELECT id, title, asking_board, asked_board, consider_by FROM agenda_request
    WHERE state IN ('sent', 'considering') AND consider_by >= :from AND consider_by <= :to
    ORDER BY consider_by, id)"};
constexpr Sql item_text{"reminders.item_text", R"(
    SELECT i.meeting, i.title, i.public_title, i.visibility,
           (SELECT COUNT(*) FROM agenda_item o
            WHERE o.meeting = i.meeting AND o.position <= i.position)
    FROM agenda_item i WHERE i.id = :id)"};
constexpr Sql stop_text{"reminders.stop_text", R"(
    SELECT COALESCE(s.meeting, ''), s.circulation, c.document, c.owner
    FROM circulation_stop s JOIN circulation c ON c.id = s.circulation WHERE s.id = :id)"};
constexpr Sql request_text{"reminders.request_text", R"(
    SELECT id, title, asking_board, asked_board, consider_by FROM agenda_request
    WHERE id = :id)"};

template <class... A>
std::vector<WaitingRequestRow> requests(ReadTx& tx, const Sql& sql, const A&... arguments) {
    std::vector<WaitingRequestRow> rows;
    each<S, S, S, S, S>(
        tx.session(), sql,
        [&](const S& id, const S& title, const S& asking, const S& asked, const S& day) {
            rows.push_back({id, title, asking, asked, workflows::parse_day(day).value()});
        },
        arguments...);
    return rows;
}

}  // namespace

std::vector<workflows::ReminderRule> list_reminder_rules(ReadTx& tx) {
    std::vector<workflows::ReminderRule> rules;
    each<S, S, int, int>(
        tx.session(), list_rules, [&](const S& kind, const S& board, int days, int active) {
            if (const auto known = workflows::from_text<workflows::ReminderKind>(kind))
                rules.push_back({*known, board, days, active != 0});
        });
    return rules;
}

void save_reminder_rules(WriteTx& tx, const S& board, workflows::ReminderKind kind,
                         const std::vector<workflows::ReminderRule>& rules) {
    const S name(workflows::to_text(kind));
    run(tx.session(), remove_rules, name, board);
    for (const auto& rule : rules)
        run(tx.session(), insert_rule, name, board, rule.days_before, rule.active);
    tx.touch("reminders");
}

bool was_reminder_fired(ReadTx& tx, const S& key) {
    return value<int>(tx.session(), find_fired, key) > 0;
}

bool record_reminder_fired(WriteTx& tx, const S& key) {
    tx.touch("mail");
    return run(tx.session(), insert_fired, key, seconds(tx.now())) == 1;
}

std::vector<PaperlessItem> list_paperless_items(ReadTx& tx, DayWindow meetings) {
    std::vector<PaperlessItem> items;
    each<S, S, S, S, S, S, long long>(
        tx.session(), paperless_items,
        [&](const S& id, const S& meeting, const S& owner, const S& title, const S& public_title,
            const S& visibility, long long created_at) {
            items.push_back({id, meeting, owner, title, public_title, visibility, {}});
            if (created_at > 0) items.back().created_at = instant(created_at);
        },
        workflows::iso(meetings.from), workflows::iso(meetings.to));
    return items;
}

std::vector<PlannedStop> list_planned_stops(ReadTx& tx, DayWindow meetings) {
    std::vector<PlannedStop> stops;
    each<S, S, S, S, S>(
        tx.session(), planned_stops,
        [&](const S& id, const S& meeting, const S& circulation, const S& document,
            const S& owner) {
            stops.push_back({id, meeting, circulation, document, owner});
        },
        workflows::iso(meetings.from), workflows::iso(meetings.to));
    return stops;
}

std::vector<WaitingRequestRow> list_waiting_requests(ReadTx& tx, DayWindow consider_by) {
    return requests(tx, waiting_requests, workflows::iso(consider_by.from),
                    workflows::iso(consider_by.to));
}

std::optional<ItemText> find_item_text(ReadTx& tx, const S& item) {
    std::optional<ItemText> found;
    each<S, S, S, S, int>(
        tx.session(), item_text,
        [&](const S& meeting, const S& title, const S& public_title, const S& visibility,
            int number) {
            found = ItemText{meeting, title, public_title, visibility, number};
        },
        item);
    return found;
}

std::optional<StopText> find_stop_text(ReadTx& tx, const S& stop) {
    std::optional<StopText> found;
    each<S, S, S, S>(
        tx.session(), stop_text,
        [&](const S& meeting, const S& circulation, const S& document, const S& owner) {
            found = StopText{meeting, circulation, document, owner};
        },
        stop);
    return found;
}

std::optional<WaitingRequestRow> find_request_text(ReadTx& tx, const S& request) {
    auto rows = requests(tx, request_text, request);
    if (rows.empty()) return std::nullopt;
    return std::move(rows.front());
}

std::vector<const Sql*> reminders_statements() {
    return {&list_rules,   &remove_rules,    &insert_rule,   &find_fired,
            &insert_fired, &paperless_items, &planned_stops, &waiting_requests,
            &item_text,    &stop_text,       &request_text};
}

}  // namespace db
