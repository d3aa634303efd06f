#include "server/meetings/meeting_letters.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "db/boards.hpp"
#include "db/meeting_boards.hpp"
#include "db/memberships.hpp"
#include "db/people.hpp"
#include "mail/address.hpp"
#include "server/letters/letter.hpp"
#include "server/meetings/meeting_words.hpp"
#include "server/meetings/reply_commands.hpp"

namespace server::meetings {
namespace {

// Long after any use of a letter about a meeting whose day nobody knows.
constexpr std::chrono::days undated_use{90};

std::string_view letter_of(MeetingNews::Kind kind) {
    switch (kind) {
        case MeetingNews::invitation:
        case MeetingNews::changed:
        case MeetingNews::reinstated:
            return "invitation";
        case MeetingNews::moved:
            return "meeting_moved";
        case MeetingNews::moved_away:
        case MeetingNews::passed_on:
        case MeetingNews::cancelled:
            break;
    }
    return "meeting_cancelled";
}

bool takes_away(const MeetingNews& news) {
    return news.kind == MeetingNews::cancelled || news.kind == MeetingNews::moved_away ||
           news.kind == MeetingNews::passed_on;
}

// A letter asks for the flag of the news that it brings.
void set_news(templates::View& view, const MeetingNews& news) {
    const auto set = [&](std::string_view name, MeetingNews::Kind kind) {
        view.flag(name, news.kind == kind);
    };
    set("invited", MeetingNews::invitation);
    set("changed", MeetingNews::changed);
    set("reinstated", MeetingNews::reinstated);
    set("cancelled", MeetingNews::cancelled);
    set("moved_away", MeetingNews::moved_away);
    set("passed_on", MeetingNews::passed_on);
    view.set("before", news.before).set("reason", news.reason);
}

void fill(templates::View& view, const db::MeetingRow& meeting, const workflows::Board& board,
          const MeetingNews& news, const std::string& base_url) {
    set_news(view, news);
    view.set("board_name", board.name).set("start", start_words(meeting));
    view.set("when", when_words(meeting)).flag("time_assumed", meeting.time_assumed);
    view.flag("dated", meeting.planned.day().has_value());
    view.set("place", place_words(meeting)).set("held", held_words(meeting));
    view.set("joining", meeting.joining);
    view.set("contact", meeting.contact.empty() ? board.contact : meeting.contact);
    view.set("meeting_url", base_url + meeting_href(meeting));
}

// A new date without a day cannot stand in a calendar: the old entry is withdrawn.
bool withdraws(const db::MeetingRow& meeting, const MeetingNews& news) {
    return takes_away(news) || !meeting.planned.day();
}

void add_calendar(const base::App& app, db::ReadTx& tx, const db::MeetingRow& meeting,
                  const workflows::Board& board, const MeetingNews& news, letters::Letter& letter) {
    auto dated = meeting;
    if (!dated.planned.day()) {
        const auto moves = db::list_moves(tx, meeting.id);
        if (moves.empty() || !moves.back().planned.day()) return;
        dated.planned = moves.back().planned;
        dated.starts = moves.back().starts;
    }
    letter.calendar_method =
        withdraws(meeting, news) ? mail::CalendarMethod::cancel : mail::CalendarMethod::request;
    letter.calendar = calendar_event(dated, board, app.config.base_url, id_domain(app.config),
                                     tx.now(), EventDetail::with_joining);
}

}  // namespace

namespace {

using Guests = std::map<std::string, workflows::Person>;

void add_board(db::ReadTx& tx, const std::string& board, workflows::Day day, Guests& invited) {
    for (auto& seat : db::list_memberships(tx, board)) {
        if (db::sits_on(seat.membership, day)) {
            invited.emplace(seat.membership.person, std::move(seat.person));
        }
    }
    std::set<std::string> always;
    for (const auto& invitation : db::list_standing_invitations(tx))
        if (invitation.board == board && db::invites_on(invitation, day))
            always.insert(invitation.person);
    if (!always.empty()) invited.merge(db::find_people(tx, always));
}

// Chosen people meet, those of them who still sit, and the secretariat that calls them together.
void add_named(db::ReadTx& tx, const db::MeetingRow& meeting, workflows::Day day, Guests& invited) {
    const auto asked = db::list_named_and_asked(tx, meeting.id, workflows::iso(day));
    invited.merge(db::find_people(tx, asked));
    for (auto& seat : db::list_memberships(tx, meeting.board)) {
        if (seat.membership.role == workflows::Role::secretariat &&
            db::sits_on(seat.membership, day))
            invited.emplace(seat.membership.person, std::move(seat.person));
    }
}

}  // namespace

std::vector<workflows::Person> people_invited(db::ReadTx& tx, const db::MeetingRow& meeting) {
    const auto day = meeting.planned.day().value_or(db::county_day(tx));
    Guests invited;
    const auto named = db::list_named_people(tx, meeting.id);
    if (named.empty()) {
        add_board(tx, meeting.board, day, invited);
        for (const auto& board : db::joint_boards_of(tx, meeting.id))
            add_board(tx, board, day, invited);
    } else {
        add_named(tx, meeting, day, invited);
    }
    std::vector<workflows::Person> people;
    for (auto& [key, person] : invited)
        people.push_back(std::move(person));
    return people;
}

namespace {

// The organizer of an entry cannot be its attendee (RFC 5546 3.2.2).
bool is_organizer(const base::App& app, const workflows::Person& person) {
    return person.email == app.config.mail_from;
}

}  // namespace

int tell_people(base::App& app, db::WriteTx& tx, const db::MeetingRow& meeting,
                const MeetingNews& news, std::vector<workflows::Person> people) {
    const auto board = db::load_board(tx, meeting.board).value();
    const auto end = end_instant(meeting, board);
    if (end && *end <= tx.now()) return 0;
    const bool invites = news.kind == MeetingNews::invitation || news.kind == MeetingNews::changed;
    if (invites && !meeting.planned.day()) return 0;
    letters::Letter letter;
    letter.kind = letter_of(news.kind);
    letter.subject_id = meeting.id;
    letter.revision = std::to_string(meeting.sequence);
    letter.board = board.code;
    letter.not_after = end.value_or(tx.now() + undated_use);
    letter.thread = meeting.id;
    const bool asks = !withdraws(meeting, news);
    letter.fill = [&](templates::View& view, const workflows::Person& person) {
        fill(view, meeting, board, news, app.config.base_url);
        view.set("reply_url", asks ? reply_link(app, tx, meeting, board, person.key) : "");
    };
    add_calendar(app, tx, meeting, board, news, letter);
    std::erase_if(people, [&](const auto& one) { return is_organizer(app, one); });
    return letters::queue_letter(app, tx, letter, people);
}

std::vector<workflows::Person> people_reached(const base::App& app,
                                              std::vector<workflows::Person> people) {
    std::erase_if(people, [&](const auto& one) {
        return !mail::Address::parse(one.email) || is_organizer(app, one);
    });
    return people;
}

std::size_t count_people_told(const base::App& app, db::ReadTx& tx, const db::MeetingRow& meeting) {
    return people_reached(app, people_invited(tx, meeting)).size();
}

int tell_people_invited(base::App& app, db::WriteTx& tx, const db::MeetingRow& meeting,
                        const MeetingNews& news) {
    return tell_people(app, tx, meeting, news, people_invited(tx, meeting));
}

int tell_people_left_behind(base::App& app, db::WriteTx& tx, const db::MeetingRow& before,
                            const db::MeetingRow& meeting, const std::string& reason) {
    auto people = people_invited(tx, before);
    const auto still = people_invited(tx, meeting);
    std::erase_if(people, [&](const auto& one) {
        return std::any_of(still.begin(), still.end(),
                           [&](const auto& other) { return other.key == one.key; });
    });
    if (people.empty()) return 0;
    auto left = before;
    left.sequence = meeting.sequence;
    return tell_people(app, tx, left, {MeetingNews::moved_away, "", reason}, std::move(people));
}

}  // namespace server::meetings
