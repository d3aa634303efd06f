// What a decision asks the server to do, in the same transaction as the change of state.
#pragma once

#include <string_view>
#include <vector>

namespace workflows {

/// Whom a letter goes to; the server knows the mailboxes.
enum class Audience {
    nobody,
    asking_side,  // chairs and secretariat of the board that asks
    asked_side,   // chairs and secretariat of the board that is asked
    invited,      // everybody invited to the meeting
    owner,        // chairs and secretariat of the board whose document goes round
    stop_board    // chairs and secretariat of the board that the stop is at
};

enum class EffectKind {
    send_mail,           // the template `mail` to `to`
    create_item,         // put the item on the agenda of the meeting in the command or the offer
    remove_item,         // take the item off an agenda that is not published
    strike_item,         // strike the item through on a published agenda: it stays listed
    create_meeting,      // plan a provisional chairs' meeting or joint meeting of the boards
    cancel_meeting,      // the provisional one that was planned for the request
    keep_old_date,       // list the date that the meeting had before
    update_invitations,  // calendar entries follow: same entry, next sequence
    cancel_invitations,  // calendar entries are withdrawn
};

struct Effect {
    EffectKind kind = EffectKind::send_mail;
    std::string_view mail = {};  // name of the mail template; only for send_mail
    Audience to = Audience::nobody;
    friend bool operator==(const Effect&, const Effect&) = default;
};

/// Adds one letter; nothing when there is no template or nobody to tell.
inline void add_mail(std::vector<Effect>& effects, std::string_view mail, Audience to) {
    if (!mail.empty() && to != Audience::nobody)
        effects.push_back({EffectKind::send_mail, mail, to});
}

}  // namespace workflows
