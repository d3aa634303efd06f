// Who may do what: one table from action to the relations that allow it. All else is denied.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

namespace workflows {

/// How a viewer stands to the thing a page or form is about. A viewer has several at once.
enum class Relation : std::uint32_t {
    anyone = 1U << 0,
    signed_in = 1U << 1,
    member = 1U << 2,        // any present seat on the board it belongs to
    chair = 1U << 3,         // chair or vice-chair of that board
    secretariat = 1U << 4,   // of that board
    author = 1U << 5,        // owner of that agenda item
    invitee = 1U << 6,       // standing invitee of that board
    asking_chair = 1U << 7,  // of a request between chairs (protocol 4.5)
    asking_secretariat = 1U << 8,
    asked_chair = 1U << 9,
    asked_secretariat = 1U << 10,
    stop_member = 1U << 11,       // sits on a board that a circulation visits (protocol 7.3)
    any_chair = 1U << 12,         // chair or vice-chair of some board
    any_secretariat = 1U << 13,   // secretariat of some board
    seat_secretariat = 1U << 14,  // secretariat of a board on which that person sits
    starter = 1U << 15,           // started that job
    administrator = 1U << 16,     // runs the county's register; reads no private paper
    self = 1U << 17,              // is that person
    office = 1U << 18,            // secretariat of the board that keeps the county's register
    told = 1U << 19,              // may know of that meeting: it is open, or they are asked to it
};

class Relations {
  public:
    constexpr Relations() = default;
    constexpr Relations(Relation relation) : bits_(static_cast<std::uint32_t>(relation)) {}
    constexpr Relations operator|(Relations other) const { return Relations(bits_ | other.bits_); }
    constexpr Relations& operator|=(Relations other) { return *this = *this | other; }
    constexpr bool any_of(Relations other) const { return (bits_ & other.bits_) != 0; }
    constexpr bool has(Relation relation) const { return any_of(Relations(relation)); }
    constexpr std::uint32_t bits() const { return bits_; }

  private:
    constexpr explicit Relations(std::uint32_t bits) : bits_(bits) {}
    std::uint32_t bits_ = 0;
};
constexpr Relations operator|(Relation a, Relation b) {
    return Relations(a) | Relations(b);
}

enum class Action {
    read_public,  // home, boards, meetings, timetable, help: what anyone may see of them
    read_health,
    sign_in,
    sign_out,
    read_home,  // one's own to-do list
    edit_board,
    edit_membership,
    read_people,
    edit_person,
    create_person,
    create_meeting,
    read_meeting,  // that it takes place, and its agenda as far as reading_level() goes
    edit_meeting,
    read_workspace,
    edit_agenda,
    publish_agenda,
    upload_paper,
    build_pack,
    read_job,
    read_requests,
    make_request,
    read_request,
    act_on_request,
    read_circulations,
    read_circulation,
    make_circulation,
    edit_circulation,
    act_on_stop,
    read_clashes,
    read_mail,
    act_on_mail,
    edit_reminders,
    edit_holidays,
    read_audit,
    // Between the boards
    use_mail_link,      // the 256 bits in its address are the right; the kind checks the rest
    read_obligation,    // one report to one board in a year (protocol 4.4)
    act_on_obligation,  // slot, waive, record
    edit_report,        // whose report of the timetable it is, and who writes it
    edit_timetable,     // of the whole county: seasons, contradictions, roll forward
    confirm_proposals,  // of one's own boards
    read_responses,     // those that the viewer's boards owe or wait for (protocol 4.3)
    read_response,
    act_on_response,
    read_issues,  // the ladder of protocol 4.6 and 6.3
    make_issue,
    read_issue,
    act_on_issue,
    read_concerns,  // the register of protocol 4.12 to 4.14: references only
    make_concern,
    read_concern,
    act_on_concern,
    read_theme_answers,  // what the boards said of a theme (protocol 3.7)
    raise_theme,
    edit_theme,  // and put it to the boards, agree, close and reopen it
    make_poll,   // for the date of a meeting
    read_poll,
    act_on_poll,
    edit_succession,       // rename, merge, succeed
    edit_register_return,  // a board's yearly return
    chase_register_returns,
    name_office,           // which board keeps the county's register
    read_officers_agenda,  // protocol 4.10
    read_demo,
    // Parts of pages, asked for one board: a button, a row, a line of the to-do list
    speak_for_board,     // what waits for the board waits for them
    read_board_mail,     // that emails went out for it, and to how many
    read_mail_subjects,  // and what they are about, which may name an item
    read_open_returns,   // of every board
    told_of_returns,     // when a board has sent its return
    rename_post,         // a holder may change their own name and mailbox alone
    count_
};

/// What somebody is told who may not: that there is no such thing, or that it is not for them.
enum class Denial { not_found, forbidden };

struct PolicyRow {
    Action action;
    std::string_view name;
    Relations allowed;
    Denial denial;
};

/// One row for each action, in the order of the enumeration.
std::span<const PolicyRow> policy_table();
const PolicyRow& policy(Action action);
bool allowed(Action action, Relations viewer);

/// How much of a board's business a viewer may read. Each level holds those before it.
enum class Level {
    public_,  // what is published of meetings held in public
    members,  // what the board keeps to itself
    exempt,   // LGA 1972 Sch 12A, confidential
    drafts    // and what is not published yet
};
Level reading_level(Relations viewer);

}  // namespace workflows
