// Imports meetings, and the stops of documents that go round the boards.
#include <algorithm>
#include <optional>

#include "db/boards.hpp"
#include "db/import/importer.hpp"
#include "db/import/steps.hpp"
#include "db/import/words.hpp"
#include "db/meetings.hpp"
#include "db/statement.hpp"
#include "workflows/meetings/meeting.hpp"

namespace db {
namespace {

using Outcome = Importing::Outcome;
using S = std::string;

constexpr Query<S> find_circulation{"import.find_circulation", R"(
    SELECT id FROM circulation WHERE import_key = :import_key)"};
constexpr Sql insert_circulation{"import.insert_circulation", R"(
    INSERT INTO circulation(id, document, version_label, owner, purpose, created_at, import_key)
    VALUES (:id, :document, :version_label, :owner, :purpose, :created_at, :import_key))"};
constexpr Query<S> find_stop{"import.find_stop", R"(
    SELECT COALESCE(meeting, 'none') FROM circulation_stop
    WHERE circulation = :circulation AND board = :board)"};
constexpr Sql insert_stop{"import.insert_stop", R"(
    INSERT INTO circulation_stop(id, circulation, board, meeting, state)
    VALUES (:id, :circulation, :board, :meeting, 'planned'))"};

// Where nothing is said; the pages show it as assumed.
constexpr const char* assumed_start = "14:00";
constexpr const char* assumed_end = "16:00";
constexpr int assumed_length_hours = 2;
constexpr const char* last_minute = "23:59";

S two_hours_after(const S& time) {
    auto end = workflows::parse_time(time).value();
    end.hour += assumed_length_hours;
    return end.hour > 23 ? last_minute : workflows::iso(end);
}

void read_times(Fields& fields, MeetingRow& meeting) {
    const S starts = fields.optional_time("starts");
    const S ends = fields.optional_time("ends");
    meeting.time_assumed = starts.empty();
    meeting.starts = starts.empty() ? assumed_start : starts;
    meeting.ends = !ends.empty() ? ends : starts.empty() ? assumed_end : two_hours_after(starts);
    if (!ends.empty() && starts.empty())
        fields.wrong("ends", import_words::end_without_start());
    else if (fields.good() && meeting.ends <= meeting.starts)
        fields.wrong("ends", import_words::end_before_start());
}

void read_state(Importing& importing, Fields& fields, MeetingRow& meeting) {
    meeting.state = fields.choice<workflows::MeetingState>("status");
    const auto day = meeting.planned.day();
    if (meeting.state == workflows::MeetingState::cancelled)
        fields.wrong("status", import_words::cancelled_meeting());
    if (meeting.state == workflows::MeetingState::confirmed && !day)
        fields.wrong("status", import_words::confirmed_without_date());
    if (meeting.state == workflows::MeetingState::held && !day)
        fields.wrong("status", import_words::held_without_date());
    if (meeting.state == workflows::MeetingState::held && day && *day > importing.today)
        fields.warn("status", import_words::held_in_the_future());
}

MeetingRow read_date_and_state(Importing& importing, Fields& fields) {
    MeetingRow meeting;
    meeting.board = board_named(importing, fields, "board");
    if (fields.required("date").empty()) return meeting;
    meeting.planned = fields.date("date");
    if (!fields.good()) return meeting;
    read_state(importing, fields, meeting);
    const S date = meeting.planned.key();
    meeting.import_key = meeting.board + "|" + (date.empty() ? "tbc" : date);
    return meeting;
}

bool says_the_same(const MeetingRow& stored, const MeetingRow& told) {
    const bool times = told.time_assumed || (stored.starts == told.starts &&
                                             stored.ends == told.ends && !stored.time_assumed);
    return times && stored.planned == told.planned && stored.state == told.state &&
           stored.kind == told.kind && stored.held_in == told.held_in &&
           (told.place.empty() || stored.place == told.place);
}

void warn_of_day(Importing& importing, Fields& fields, const MeetingRow& meeting) {
    const auto day = meeting.planned.day();
    if (!day) return;
    if (const S reason = importing.holiday_reason(*day); !reason.empty())
        fields.warn("date", import_words::not_a_working_day(workflows::long_date(*day), reason));
    const auto board = find_board(importing.tx, meeting.board);
    if (board->succeeded_on && !board->is_active(*day))
        fields.warn("board",
                    import_words::board_replaced(board->name, workflows::iso(*board->succeeded_on),
                                                 board->succeeded_by));
}

// Known by what the file said when it first came, or by its day if it was made on a page.
std::optional<MeetingRow> find_known(Importing& importing, const MeetingRow& told) {
    if (auto meeting = find_imported_meeting(importing.tx, told.import_key)) return meeting;
    const auto day = told.planned.day();
    return day ? find_meeting_on(importing.tx, told.board, *day, service_reader()) : std::nullopt;
}

void warn_of_open_month(Importing& importing, Fields& fields, const MeetingRow& told) {
    const auto day = told.planned.day();
    if (!day) return;
    for (const auto& other :
         list_meetings(importing.tx, {.board = told.board, .from = day, .to = day}))
        if (!other.planned.day() && other.state == workflows::MeetingState::provisional)
            fields.warn("date", import_words::also_provisional(other.planned.words()));
}

// The meeting as it is here, added if it was not; counted once, though both kinds of file may
// name it.
MeetingRow take_meeting(Importing& importing, Fields& fields, const MeetingRow& told) {
    const bool counts = importing.meeting_keys.insert(told.import_key).second;
    if (auto known = find_known(importing, told)) {
        if (counts)
            importing.count(ImportKind::meetings,
                            says_the_same(*known, told) ? Outcome::unchanged : Outcome::kept);
        if (!(known->planned == told.planned))
            fields.warn("date", import_words::moved_here(known->planned.words()));
        return *std::move(known);
    }
    warn_of_day(importing, fields, told);
    warn_of_open_month(importing, fields, told);
    importing.count(ImportKind::meetings, Outcome::added);
    return insert_meeting(importing.tx, told).value();
}

struct Circulation {
    S document;
    S version;
    S owner;
    S purpose;
    S key() const { return document + "|" + owner; }
};

// The circulation's id; its first row makes it.
S circulation_id(Importing& importing, const Circulation& told) {
    S id = value(importing.tx.session(), find_circulation, {{"import_key", told.key()}});
    if (!id.empty()) return id;
    id = importing.tx.ids().id();
    run(importing.tx.session(), insert_circulation,
        {{"id", id},
         {"document", told.document},
         {"version_label", told.version},
         {"owner", told.owner},
         {"purpose", told.purpose},
         {"created_at", importing.tx.now()},
         {"import_key", told.key()}});
    importing.tx.touch("circulation:" + id);
    return id;
}

void take_stop(Importing& importing, const Circulation& circulation, const MeetingRow& meeting) {
    const S id = circulation_id(importing, circulation);
    // A stop that was handed over is its successor's now, wherever the meeting is.
    S known =
        value(importing.tx.session(), find_stop, {{"circulation", id}, {"board", meeting.board}});
    for (auto next = successor_of(importing.tx, meeting.board); known.empty() && next;
         next = successor_of(importing.tx, next->code))
        known =
            value(importing.tx.session(), find_stop, {{"circulation", id}, {"board", next->code}});
    if (known.empty())
        run(importing.tx.session(), insert_stop,
            {{"id", importing.tx.ids().id()},
             {"circulation", id},
             {"board", meeting.board},
             {"meeting", meeting.id}});
    importing.count(ImportKind::circulation, known.empty()         ? Outcome::added
                                             : known == meeting.id ? Outcome::unchanged
                                                                   : Outcome::kept);
}

Circulation read_circulation(Importing& importing, Fields& fields) {
    return {fields.required("document"), fields.required("version"),
            board_named(importing, fields, "owner"), fields.text("purpose")};
}

// All rows of one document say the same of it.
void check_agreement(Fields& fields, const Circulation& first, const Circulation& other) {
    if (first.version != other.version)
        fields.wrong("version", import_words::other_version(first.version));
    if (first.purpose != other.purpose)
        fields.wrong("purpose", import_words::other_purpose(first.purpose));
}

}  // namespace

void import_meetings(Importing& importing, const std::vector<ImportRow>& rows) {
    Once once;
    for (const auto& row : rows) {
        Fields fields(row, importing.report);
        auto meeting = read_date_and_state(importing, fields);
        meeting.kind = fields.choice<workflows::MeetingKind>("kind");
        meeting.held_in = fields.choice<workflows::HeldIn>("held_in");
        meeting.place = fields.text("place");
        read_times(fields, meeting);
        // Without a date that can be read there is no key to compare.
        const bool first =
            meeting.import_key.empty() || once.first(fields, "date", meeting.import_key);
        if (!first || !fields.good() || !importing.boards.ready(meeting.board)) continue;
        take_meeting(importing, fields, meeting);
    }
}

void import_circulation(Importing& importing, const std::vector<ImportRow>& rows) {
    Once once;
    std::map<S, Circulation> firsts;
    for (const auto& row : rows) {
        Fields fields(row, importing.report);
        const auto circulation = read_circulation(importing, fields);
        check_agreement(fields, firsts.emplace(circulation.key(), circulation).first->second,
                        circulation);
        auto meeting = read_date_and_state(importing, fields);
        meeting.time_assumed = true;
        if (!once.first(fields, "board", circulation.key() + "|" + meeting.board) ||
            !fields.good() || !importing.boards.ready(meeting.board) ||
            !importing.boards.ready(circulation.owner))
            continue;
        meeting.held_in = find_board(importing.tx, meeting.board)->held_in;
        take_stop(importing, circulation, take_meeting(importing, fields, meeting));
    }
}

std::vector<const Sql*> import_statements() {
    return {&find_circulation, &insert_circulation, &find_stop, &insert_stop};
}

}  // namespace db
