// Posts and their mailboxes: added and changed.
#pragma once

#include <string>

#include "db/database.hpp"
#include "server/base/acting.hpp"
#include "server/base/app.hpp"
#include "server/base/result.hpp"
#include "workflows/boards/board.hpp"

namespace server::people {

struct AddPerson {
    workflows::Person person;  // without a key
};
/// Gives the post a key that is free and returns it. Code::conflict, field "email", when another
/// post uses the mailbox.
Result<std::string> add_person(const base::Acting& acting, db::WriteTx& tx, AddPerson command);

struct EditPerson {
    workflows::Person person;  // as it is to be; its version is the one that was shown
};
/// What followed a change.
struct PersonEdited {
    bool moved = false;        // to another mailbox: its sessions are ended
    bool links_ended = false;  // those in letters that it had
};
/// The mailbox opens all that the post may read: Code::invalid, field "email", when the person who
/// acts does not answer for all of that; Code::conflict when another post uses it. Else as
/// db::save_person(). The old mailbox is told when it is moved.
Result<PersonEdited> edit_person(base::App& app, const base::Acting& acting, db::WriteTx& tx,
                                 const EditPerson& command);

}  // namespace server::people
