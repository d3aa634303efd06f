#include "server/succession/hand_over_meetings.hpp"

#include <algorithm>

#include "db/boards.hpp"
#include "db/meeting_boards.hpp"
#include "server/meetings/meeting_letters.hpp"
#include "server/succession/words.hpp"

namespace server::succession {
namespace {

using workflows::Person;
using People = std::vector<Person>;

bool holds(const People& people, const Person& person) {
    return std::ranges::find(people, person.key, &Person::key) != people.end();
}

// Those of `people` who are among `others`, or who are not.
People filtered(const People& people, const People& others, bool among) {
    People left;
    std::ranges::copy_if(people, std::back_inserter(left),
                         [&](const Person& one) { return holds(others, one) == among; });
    return left;
}

struct Told {
    People lost;
    People kept;
    People won;
};

Told told_of(const MeetingGuests& guests, const People& after, bool passes) {
    return {filtered(guests.people, after, false),
            passes ? filtered(after, guests.people, true) : People(),
            filtered(after, guests.people, false)};
}

// Everybody whom the board would invite to a meeting of its own on that date.
People whole_board(db::ReadTx& tx, const db::MeetingRow& meeting, const std::string& board) {
    auto own = meeting;
    own.id.clear();
    own.board = board;
    return meetings::people_invited(tx, own);
}

// Who will be invited, as far as can be told before anything moved: standing invitations follow.
People expected(db::ReadTx& tx, const MeetingGuests& guests, const db::HandOver& change) {
    auto meeting = guests.before;
    if (meeting.board == change.from) {
        meeting.board = change.to;
        return meetings::people_invited(tx, meeting);
    }
    if (!db::list_named_people(tx, meeting.id).empty()) return guests.people;
    auto after = filtered(guests.people, whole_board(tx, meeting, change.from), false);
    for (const auto& board : {meeting.board, change.to}) {
        const auto more = filtered(whole_board(tx, meeting, board), after, false);
        after.insert(after.end(), more.begin(), more.end());
    }
    return after;
}

void tell_of_one(base::App& app, db::WriteTx& tx, const MeetingGuests& guests,
                 const std::string& reason) {
    const auto meeting = db::find_meeting(tx, guests.before.id);
    if (!meeting) return;
    const bool passes = meeting->board != guests.before.board;
    auto told = told_of(guests, meetings::people_invited(tx, *meeting), passes);
    meetings::tell_people(app, tx, *meeting, {meetings::MeetingNews::passed_on, "", reason},
                          std::move(told.lost));
    meetings::tell_people(app, tx, *meeting, {meetings::MeetingNews::changed, "", ""},
                          std::move(told.kept));
    meetings::tell_people(app, tx, *meeting, {meetings::MeetingNews::invitation, "", ""},
                          std::move(told.won));
}

}  // namespace

std::vector<MeetingGuests> guests_of_meetings(db::ReadTx& tx, const db::HandOver& change) {
    auto ids = db::meetings_that_pass(tx, change);
    const auto joined = db::list_meetings_joined(tx, change.from);
    ids.insert(ids.end(), joined.begin(), joined.end());
    std::vector<MeetingGuests> guests;
    for (const auto& id : ids) {
        auto meeting = db::find_meeting(tx, id);
        if (!meeting || meeting->state != workflows::MeetingState::confirmed ||
            !meeting->planned.day())
            continue;
        auto people = meetings::people_invited(tx, *meeting);
        guests.push_back({*std::move(meeting), std::move(people)});
    }
    return guests;
}

void tell_guests(base::App& app, db::WriteTx& tx, const db::HandOver& change,
                 const std::vector<MeetingGuests>& guests) {
    if (guests.empty()) return;
    const auto reason = words::replaced_by(db::load_board(tx, change.to).value().name,
                                           db::load_board(tx, change.from).value().name);
    for (const auto& each : guests)
        tell_of_one(app, tx, each, reason);
    tx.touch("mail");
}

std::set<std::string> guests_to_tell(const base::App& app, db::ReadTx& tx,
                                     const db::HandOver& change) {
    std::set<std::string> keys;
    for (const auto& guests : guests_of_meetings(tx, change)) {
        const bool passes = guests.before.board == change.from;
        const auto told = told_of(guests, expected(tx, guests, change), passes);
        for (const auto& people : {told.lost, told.kept, told.won})
            for (const auto& person : meetings::people_reached(app, people))
                keys.insert(person.key);
    }
    return keys;
}

}  // namespace server::succession
