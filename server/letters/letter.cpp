#include "server/letters/letter.hpp"

#include <array>
#include <stdexcept>

#include "db/boards.hpp"
#include "db/outbox.hpp"
#include "server/base/limits.hpp"
#include "server/letters/letter_facts.hpp"
#include "server/letters/words.hpp"

namespace server::letters {
namespace {

using mail::MessageClass;
using Send = LetterKind::Send;

// clang-format off
constexpr std::array letter_rows{
    LetterKind{"sign_in_code",        MessageClass::account,   Send::at_once,    words::sign_in_code},
    LetterKind{"mailbox_changed",     MessageClass::notice,    Send::at_once,    words::email_address_changed},
    LetterKind{"invitation",          MessageClass::invite,    Send::after_hold, words::invitation},
    LetterKind{"meeting_moved",       MessageClass::invite,    Send::after_hold, words::meeting_rearranged},
    LetterKind{"meeting_cancelled",   MessageClass::invite,    Send::after_hold, words::meeting_cancelled},
    LetterKind{"papers_out",          MessageClass::statutory, Send::after_hold, words::agenda_pack},
    LetterKind{"paper_due",           MessageClass::reminder,  Send::at_once,    words::report_due},
    LetterKind{"paper_wanted",        MessageClass::notice,    Send::after_hold, words::report_requested},
    LetterKind{"requests_close",      MessageClass::reminder,  Send::at_once,    words::agenda_requests_close},
    LetterKind{"agenda_due",          MessageClass::reminder,  Send::at_once,    words::agenda_to_be_published},
    LetterKind{"minutes_due",         MessageClass::reminder,  Send::at_once,    words::minutes_due},
    LetterKind{"request_sent",         MessageClass::notice,    Send::at_once,    words::request_received},
    LetterKind{"request_acknowledged", MessageClass::notice,    Send::at_once,    words::request_being_considered},
    LetterKind{"request_accepted",     MessageClass::notice,    Send::at_once,    words::request_accepted},
    LetterKind{"request_offered",      MessageClass::notice,    Send::at_once,    words::alternative_suggested},
    LetterKind{"request_returned",     MessageClass::notice,    Send::at_once,    words::more_information_needed},
    LetterKind{"request_declined",     MessageClass::notice,    Send::at_once,    words::request_declined},
    LetterKind{"request_answered",     MessageClass::notice,    Send::at_once,    words::request_answered},
    LetterKind{"request_escalated",    MessageClass::notice,    Send::at_once,    words::request_escalated},
    LetterKind{"request_withdrawn",    MessageClass::notice,    Send::at_once,    words::request_withdrawn},
    LetterKind{"request_offer_agreed", MessageClass::notice,    Send::at_once,    words::suggestion_agreed},
    LetterKind{"request_insisted",     MessageClass::notice,    Send::at_once,    words::suggestion_declined},
    LetterKind{"request_resent",       MessageClass::notice,    Send::at_once,    words::request_sent_again},
    LetterKind{"request_reopened",     MessageClass::notice,    Send::at_once,    words::request_reopened},
    LetterKind{"request_extract",      MessageClass::notice,    Send::at_once,    words::extract_from_the_minutes},
    LetterKind{"request_closed",       MessageClass::notice,    Send::at_once,    words::request_closed},
    LetterKind{"request_overdue",     MessageClass::reminder,  Send::at_once,    words::request_overdue},
    LetterKind{"matter_due",          MessageClass::reminder,  Send::at_once,    words::joint_working_reminder},
    LetterKind{"return_asked",         MessageClass::notice,    Send::at_once,    words::register_return_requested},
    LetterKind{"return_chased",        MessageClass::notice,    Send::after_hold, words::register_return_reminder},
    LetterKind{"return_sent_back",     MessageClass::notice,    Send::at_once,    words::register_return_changes_needed},
    LetterKind{"deadline_moved",      MessageClass::notice,    Send::at_once,    words::agenda_deadline_changed},
    LetterKind{"circulation_stop_due", MessageClass::reminder, Send::at_once,    words::circulation_papers_due},
    LetterKind{"stop_issued",          MessageClass::notice,    Send::at_once,    words::circulation_papers_issued},
    LetterKind{"stop_deferred",        MessageClass::notice,    Send::at_once,    words::circulation_deferred},
    LetterKind{"stop_outcome",         MessageClass::notice,    Send::at_once,    words::circulation_outcome},
    LetterKind{"theme_asked",          MessageClass::notice,    Send::at_once,    words::theme_relevant_to_the_board},
    LetterKind{"theme_chased",         MessageClass::reminder,  Send::at_once,    words::theme_reminder},
    LetterKind{"board_taken_over",     MessageClass::notice,    Send::at_once,    words::board_replaced},
    LetterKind{"date_poll",            MessageClass::notice,    Send::at_once,    words::date_poll},
    LetterKind{"date_poll_cancelled",  MessageClass::notice,    Send::at_once,    words::date_poll_cancelled},
    LetterKind{"stop_corrected",       MessageClass::notice,    Send::at_once,    words::circulation_outcome_corrected},
    LetterKind{"response_due",               MessageClass::notice,    Send::at_once,    words::response_requested},
    LetterKind{"response_accepted",          MessageClass::notice,    Send::at_once,    words::response_accepted},
    LetterKind{"response_answered",          MessageClass::notice,    Send::at_once,    words::response_received},
    LetterKind{"response_corrected",         MessageClass::notice,    Send::at_once,    words::response_being_corrected},
    LetterKind{"response_carried_forward",   MessageClass::notice,    Send::at_once,    words::response_carried_forward},
    LetterKind{"response_confirmed",         MessageClass::notice,    Send::at_once,    words::response_confirmed},
    LetterKind{"response_sent_back",         MessageClass::notice,    Send::at_once,    words::response_more_information_needed},
    LetterKind{"response_dropped",           MessageClass::notice,    Send::at_once,    words::response_no_longer_needed},
    LetterKind{"arrangement_news",     MessageClass::notice,    Send::at_once,    words::working_arrangement},
    LetterKind{"issue_news",           MessageClass::notice,    Send::at_once,    words::issue_between_boards},
    LetterKind{"concern_news",         MessageClass::notice,    Send::at_once,    words::safeguarding_concern},
    LetterKind{"quarter_digest",       MessageClass::notice,    Send::at_once,    words::quarterly_digest},
    LetterKind{"stop_recirculated",    MessageClass::notice,    Send::at_once,    words::circulation_for_consideration_again},
    LetterKind{"stop_amended",         MessageClass::notice,    Send::at_once,    words::circulation_new_version},
    LetterKind{"stop_informed",        MessageClass::notice,    Send::at_once,    words::circulation_changed_for_information},
    LetterKind{"stop_withdrawn",       MessageClass::notice,    Send::at_once,    words::circulation_withdrawn},
    LetterKind{"assent_asked",         MessageClass::notice,    Send::at_once,    words::circulation_written_assent},
};
// clang-format on

mail::Address address_of(const std::string& text) {
    auto address = mail::Address::parse(text);
    if (!address) throw std::runtime_error("the address to send from is not usable: " + text);
    return *address;
}

// From our own domain, so that the relay's signature fits; answers go to the board's contact.
mail::Message envelope_of(const base::App& app, db::ReadTx& tx, const Letter& letter) {
    const auto board = letter.board.empty() ? std::nullopt : db::find_board(tx, letter.board);
    const auto from = address_of(app.config.mail_from);
    mail::Message message{.from = {board ? words::sender_for(without_controls(board->name))
                                         : std::string("Shiremoot"),
                                   from},
                          .to = {"", from},
                          .message_id = {},
                          .date = app.letter_clock->now(),
                          .subject = {},
                          .text = {}};
    if (board) {
        if (auto reply_to = mail::Address::parse(board->contact)) {
            message.reply_to = mail::Mailbox{without_controls(board->name), *reply_to};
        }
        message.list_id = board->slug + "." + std::string(from.domain());
    }
    return message;
}

void render(const base::App& app, const Letter& letter, const workflows::Person& person,
            mail::Message& message) {
    templates::View view;
    view.set("base_url", app.config.base_url).set("post", person.post);
    letter.fill(view, person);
    auto written = write_letter(app.templates, letter.kind, view);
    message.subject = std::move(written.subject);
    message.text = std::move(written.text);
    message.html = std::move(written.html);
}

db::OutboxRow row_of(const base::App& app, const Letter& letter, const LetterKind& kind,
                     const workflows::Person& person, workflows::Instant now) {
    db::OutboxRow row;
    row.key =
        std::string(kind.name) + ":" + letter.subject_id + ":" + letter.revision + ":" + person.key;
    // Of one board: who undoes it must not reach the letters of another.
    row.batch = std::string(kind.name) + ":" + letter.subject_id + ":" + letter.revision + ":" +
                letter.board;
    row.message_class = mail::name_of(kind.message_class);
    row.template_name = kind.name;
    row.board = letter.board;
    row.subject_id = letter.subject_id;
    row.person = person.key;
    row.sender = app.config.mail_from;
    row.recipient = person.email;
    const auto hold = kind.send == Send::after_hold ? app.config.hold_seconds : 0;
    row.next_at = now + std::chrono::seconds(hold);
    row.not_after = letter.not_after;
    return row;
}

}  // namespace

std::span<const LetterKind> letter_kinds() {
    return letter_rows;
}

const LetterKind& letter_kind(std::string_view name) {
    for (const auto& kind : letter_rows) {
        if (kind.name == name) return kind;
    }
    throw std::logic_error("no letter " + std::string(name));
}

int queue_letter(base::App& app, db::WriteTx& tx, const Letter& letter,
                 const std::vector<workflows::Person>& recipients) {
    const auto& kind = letter_kind(letter.kind);
    auto message = envelope_of(app, tx, letter);
    message.message_class = kind.message_class;
    message.attachments = letter.attachments;
    const auto domain = std::string(message.from.address.domain());
    if (!letter.thread.empty()) message.thread_root = "<" + letter.thread + "@" + domain + ">";
    int queued = 0;
    for (const auto& person : recipients) {
        auto address = mail::Address::parse(person.email);
        if (!address) {
            app.log(base::Severity::warning, "no usable address for the post " + person.key);
            continue;
        }
        auto row = row_of(app, letter, kind, person, tx.now());
        message.to = {without_controls(person.post), *address};
        message.message_id = mail::make_message_id(row.key, domain);
        if (letter.calendar) {
            message.calendar = mail::CalendarPart{
                letter.calendar_method, mail::invitation(letter.calendar_method, *letter.calendar,
                                                         message.from, message.to)};
        }
        render(app, letter, person, message);
        row.subject = message.subject;
        row.message_id = message.message_id;
        row.bytes = mail::to_bytes(message);
        queued += db::insert_outbox(tx, row) ? 1 : 0;
    }
    return queued;
}

void queue_sign_in_code(base::App& app, db::WriteTx& tx, const workflows::Person& person,
                        const std::string& code) {
    Letter letter;
    letter.kind = "sign_in_code";
    letter.subject_id = person.key;
    letter.revision = app.ids.id();
    letter.not_after = tx.now() + base::limits::sign_in_code_life;
    letter.fill = [&](templates::View& view, const workflows::Person&) {
        view.set("code", code.substr(0, 3) + " " + code.substr(3));
    };
    queue_letter(app, tx, letter, {person});
}

}  // namespace server::letters
