// Boards, the posts that serve them and who sits where: plain values as the database keeps them.
#pragma once

#include <optional>
#include <string>

#include "workflows/core/date.hpp"
#include "workflows/core/openness.hpp"
#include "workflows/core/roles.hpp"

namespace workflows {

/// `version` is the row's edit counter: a form carries it back, and a stale one is refused.
struct Board {
    std::string code;  // "HWB"
    std::string slug;  // "hwb"
    std::string name;
    std::string parent;  // code, or empty
    bool statutory = false;
    std::string statute;
    int meetings_per_year = 0;
    HeldIn held_in = HeldIn::private_;
    int chairs = 1;            // how many chairs it has at once
    std::string succeeded_by;  // code, or empty
    std::optional<Day> succeeded_on;
    std::string zone = county_zone;
    int requests_close_days = 20;   // working days before the meeting
    int papers_due_days = 10;       // working days before the meeting
    int agenda_out_clear_days = 5;  // LGA 1972 s.100B(3)
    int minutes_due_days = 10;      // working days after the meeting
    std::string clear_days_profile = "va_working";
    std::string place;
    std::string contact;
    std::string website;
    int version = 1;

    /// Whether it still has its duties on that day. One that was succeeded on no known day had lost
    /// them before anything here began.
    bool is_active(Day day) const {
        return succeeded_by.empty() || (succeeded_on && *succeeded_on > day);
    }
};

/// A post. Its holder and mailbox change; the key does not.
struct Person {
    std::string key;
    std::string post;
    std::string organisation;
    std::string holder;
    std::string email;
    bool administrator = false;
    int version = 1;
};

struct Membership {
    std::string id;
    std::string board;
    std::string person;
    Role role = Role::member;
    std::string label;
    std::optional<Day> from_day;  // nothing: since always
    std::optional<Day> to_day;    // last day; nothing: still
    int version = 1;

    bool ends_before(Day day) const { return to_day && *to_day < day; }
    /// Whether it is in force; both its ends belong to it.
    bool holds_on(Day day) const { return from_day <= day && !ends_before(day); }
};

}  // namespace workflows
