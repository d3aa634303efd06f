// Letters: facts through their template into message bytes, into the outbox, in the caller's
// transaction.
#pragma once

#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "db/database.hpp"
#include "mail/calendar.hpp"
#include "mail/message.hpp"
#include "mail/message_class.hpp"
#include "server/base/app.hpp"
#include "templates/view.hpp"
#include "workflows/boards/board.hpp"

namespace server::letters {

/// One row for each kind of letter: templates/letters/NAME, the class that says what
/// happens when its arrival is in doubt, and whether it waits a while so that it can be undone.
struct LetterKind {
    std::string_view name;
    mail::MessageClass message_class;
    enum class Send { at_once, after_hold } send;
    std::string_view what;  // for the mail queue page: "Invitation"
};
std::span<const LetterKind> letter_kinds();
/// Throws std::logic_error for a name that is not in the table.
const LetterKind& letter_kind(std::string_view name);

/// A letter to several people; each gets a message of their own.
struct Letter {
    std::string_view kind;   // row of letter_kinds()
    std::string subject_id;  // the meeting, request, … it is about
    std::string revision;    // with kind, subject and person the key: one message for each
    std::string board = {};  // code: whose mail it is; From and Reply-To come from it
    workflows::Instant not_after;
    std::string thread = {};  // id of the thread's root: the meeting or request
    /// Sets the facts that the letter's file names; called for each person.
    std::function<void(templates::View&, const workflows::Person&)> fill;
    std::optional<mail::CalendarEvent> calendar = {};
    mail::CalendarMethod calendar_method = mail::CalendarMethod::request;
    std::vector<mail::Attachment> attachments = {};
};

/// Queues it; how many messages were new. People without a usable address are left out and named in
/// the log of the board's mail page (an outbox row in state failed is not made; see letters.cpp).
int queue_letter(base::App& app, db::WriteTx& tx, const Letter& letter,
                 const std::vector<workflows::Person>& recipients);

void queue_sign_in_code(base::App& app, db::WriteTx& tx, const workflows::Person& person,
                        const std::string& code);

}  // namespace server::letters
