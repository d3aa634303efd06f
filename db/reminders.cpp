#include "db/reminders.hpp"

#include "db/statement.hpp"
#include "db/wanted.hpp"

namespace db {

BOOST_DESCRIBE_STRUCT(PaperlessItem, (),
                      (id, meeting, owner, title, public_title, visibility, created_at))
BOOST_DESCRIBE_STRUCT(PlannedStop, (), (id, meeting, circulation, document, owner))
template <>
inline constexpr std::array columns_from<PlannedStop>{From{"document", "c.document"},
                                                      From{"owner", "c.owner"}};
BOOST_DESCRIBE_STRUCT(WaitingRequestRow, (), (id, title, asking_board, asked_board, consider_by))
BOOST_DESCRIBE_STRUCT(ItemText, (), (meeting, title, public_title, visibility, number))
template <>
inline constexpr std::array columns_from<ItemText>{
    From{"number",
         "(SELECT COUNT(*) FROM agenda_item o WHERE o.meeting = i.meeting AND o.position <= "
         "i.position)"}};
BOOST_DESCRIBE_STRUCT(StopText, (), (meeting, circulation, document, owner))
template <>
inline constexpr std::array columns_from<StopText>{From{"meeting", "COALESCE(s.meeting, '')"},
                                                   From{"document", "c.document"},
                                                   From{"owner", "c.owner"}};

namespace {

using S = std::string;

struct RuleRow {
    S kind;  // one that is used no more is passed over
    S board;
    int days_before = 0;
    bool active = true;
};
BOOST_DESCRIBE_STRUCT(RuleRow, (), (kind, board, days_before, active))

constexpr Query<RuleRow> list_rules{"reminder_rule.list", R"(
    SELECT {columns} FROM reminder_rule ORDER BY board, kind, days_before DESC)"};
constexpr Sql remove_rules{"reminder_rule.remove",
                           "DELETE FROM reminder_rule WHERE kind = :kind AND board = :board"};
constexpr Sql insert_rule{"reminder_rule.insert", R"(
    INSERT INTO reminder_rule(kind, board, days_before, active)
    VALUES (:kind, :board, :days_before, :active))"};
constexpr Query<int> find_fired{"reminder_fired.find",
                                "SELECT COUNT(*) FROM reminder_fired WHERE key = :key"};
constexpr Query<S> list_fired{"reminder_fired.list", with_wanted, R"(
    SELECT key FROM reminder_fired WHERE key IN (SELECT wanted.id FROM wanted))"};
constexpr Sql insert_fired{"reminder_fired.insert", R"(
    INSERT INTO reminder_fired(key, at) VALUES (:key, :at) ON CONFLICT (key) DO NOTHING)"};
constexpr Query<PaperlessItem> paperless_items{"reminders.paperless_items", R"(
    SELECT {i.columns}
    FROM meeting m JOIN agenda_item i ON i.meeting = m.id
    WHERE m.planned >= :from AND m.planned <= :to AND m.state IN ('provisional', 'confirmed')
      AND i.paper_status = 'expected' AND i.struck = 0
      AND NOT EXISTS (SELECT 1 FROM paper p WHERE p.item = i.id AND p.removed_at = 0)
    ORDER BY m.planned, i.meeting, i.position)"};
constexpr Query<PlannedStop> planned_stops{"reminders.planned_stops", R"(
    SELECT {s.columns}
    FROM meeting m JOIN circulation_stop s ON s.meeting = m.id
                   JOIN circulation c ON c.id = s.circulation
    WHERE m.planned >= :from AND m.planned <= :to AND m.state IN ('provisional', 'confirmed')
      AND s.state = 'planned'
    ORDER BY m.planned, s.id)"};
constexpr Query<WaitingRequestRow> waiting_requests{"reminders.waiting_requests", R"(
    SELECT {columns} FROM agenda_request
    WHERE state IN ('sent', 'considering') AND consider_by >= :from AND consider_by <= :to
    ORDER BY consider_by, id)"};
constexpr Query<ItemText> item_text{"reminders.item_text", R"(
    SELECT {i.columns} FROM agenda_item i WHERE i.id = :id)"};
constexpr Query<StopText> stop_text{"reminders.stop_text", R"(
    SELECT {s.columns}
    FROM circulation_stop s JOIN circulation c ON c.id = s.circulation WHERE s.id = :id)"};
constexpr Query<WaitingRequestRow> request_text{"reminders.request_text", R"(
    SELECT {columns} FROM agenda_request
    WHERE id = :id)"};

}  // namespace

std::vector<workflows::ReminderRule> list_reminder_rules(ReadTx& tx) {
    std::vector<workflows::ReminderRule> rules;
    for (const auto& row : select(tx.session(), list_rules))
        if (const auto known = workflows::from_text<workflows::ReminderKind>(row.kind))
            rules.push_back({*known, row.board, row.days_before, row.active});
    return rules;
}

void save_reminder_rules(WriteTx& tx, const S& board, workflows::ReminderKind kind,
                         const std::vector<workflows::ReminderRule>& rules) {
    const S name(workflows::to_text(kind));
    run(tx.session(), remove_rules, {{"kind", name}, {"board", board}});
    for (const auto& rule : rules)
        run(tx.session(), insert_rule,
            {{"kind", name},
             {"board", board},
             {"days_before", rule.days_before},
             {"active", rule.active}});
    tx.touch("reminders");
}

bool was_reminder_fired(ReadTx& tx, const S& key) {
    return value(tx.session(), find_fired, {{"key", key}}) > 0;
}

std::set<S> list_fired_reminders(ReadTx& tx, const std::set<S>& keys) {
    const auto fired = select(tx.session(), list_fired, wanted(keys));
    return {fired.begin(), fired.end()};
}

bool record_reminder_fired(WriteTx& tx, const S& key) {
    tx.touch("mail");
    return run(tx.session(), insert_fired, {{"key", key}, {"at", tx.now()}}) == 1;
}

std::vector<PaperlessItem> list_paperless_items(ReadTx& tx, DayWindow meetings) {
    return select(tx.session(), paperless_items, {{"from", meetings.from}, {"to", meetings.to}});
}

std::vector<PlannedStop> list_planned_stops(ReadTx& tx, DayWindow meetings) {
    return select(tx.session(), planned_stops, {{"from", meetings.from}, {"to", meetings.to}});
}

std::vector<WaitingRequestRow> list_waiting_requests(ReadTx& tx, DayWindow consider_by) {
    return select(tx.session(), waiting_requests,
                  {{"from", consider_by.from}, {"to", consider_by.to}});
}

std::optional<ItemText> find_item_text(ReadTx& tx, const S& item) {
    return select_one(tx.session(), item_text, {{"id", item}});
}

std::optional<StopText> find_stop_text(ReadTx& tx, const S& stop) {
    return select_one(tx.session(), stop_text, {{"id", stop}});
}

std::optional<WaitingRequestRow> find_request_text(ReadTx& tx, const S& request) {
    return select_one(tx.session(), request_text, {{"id", request}});
}

std::vector<const Sql*> reminders_statements() {
    return {&list_rules,       &remove_rules, &insert_rule,     &find_fired,
            &list_fired,       &insert_fired, &paperless_items, &planned_stops,
            &waiting_requests, &item_text,    &stop_text,       &request_text};
}

}  // namespace db
