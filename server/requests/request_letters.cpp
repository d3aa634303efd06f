// The letters about requests between chairs: subject, facts and next step.
#include <array>
#include <utility>

#include "db/boards.hpp"
#include "db/meetings.hpp"
#include "server/letters/letter.hpp"
#include "server/requests/request_commands.hpp"

namespace server::requests {
namespace {

using workflows::RequestKind;

/// The letter is of use for so long after it was written.
constexpr std::chrono::hours request_letter_life{24 * 30};

struct Subject {
    std::string_view mail;
    std::string_view text;  // {asking} and {asked}: codes; the others: see below
};

constexpr std::array subjects{
    Subject{"request_sent", "Request from {asking} chair: {what}, {when}"},
    Subject{"request_acknowledged", "Being considered: your request to {asked}"},
    Subject{"request_accepted", "Accepted: {outcome}"},
    Subject{"request_offered", "Offer from {asked}: another way for your request"},
    Subject{"request_returned", "Question from {asked} about your request"},
    Subject{"request_declined", "Declined: your request to {asked}"},
    Subject{"request_answered", "Answered: request from {asking} to {asked}"},
    Subject{"request_escalated", "Escalated: request from {asking} to {asked}"},
    Subject{"request_withdrawn", "Withdrawn: request from {asking} to {asked}"},
    Subject{"request_offer_agreed", "Agreed: {asking} takes the offer of {asked}"},
    Subject{"request_insisted", "{asking} keeps to its request: decide by {day}"},
    Subject{"request_resent", "Sent again: request from {asking}, decide by {day}"},
    Subject{"request_reopened", "Reopened: request from {asking} to {asked}"},
    Subject{"request_extract", "Extract of the minutes: request from {asking} to {asked}"},
    Subject{"request_closed", "Closed: request from {asking} to {asked}"},
};

std::string what(const workflows::AgendaRequest& request) {
    switch (request.kind) {
        case RequestKind::information:
            return "information from " + request.to_board;
        case RequestKind::agenda_item:
            return "item for " + request.to_board;
        case RequestKind::joint_meeting:
            break;
    }
    return "joint meeting with " + request.to_board;
}

std::string outcome(const workflows::AgendaRequest& request, const std::string& meeting) {
    switch (request.kind) {
        case RequestKind::information:
            return request.to_board + " will answer your request";
        case RequestKind::agenda_item:
            return "your item is on " + request.to_board + (meeting.empty() ? "" : ", " + meeting);
        case RequestKind::joint_meeting:
            break;
    }
    return request.to_board + " agrees to a joint meeting";
}

std::string filled(std::string text,
                   const std::vector<std::pair<std::string_view, std::string>>& values) {
    for (const auto& [name, value] : values) {
        if (const auto at = text.find(name); at != std::string::npos)
            text.replace(at, name.size(), value);
    }
    return text;
}

std::string short_meeting(db::ReadTx& tx, const std::string& id) {
    const auto meeting = id.empty() ? std::nullopt : db::find_meeting(tx, id);
    if (!meeting) return {};
    const auto day = meeting->planned.day();
    return day ? workflows::short_date(*day) : meeting->planned.words();
}

std::string long_meeting(db::ReadTx& tx, const std::string& id) {
    const auto meeting = id.empty() ? std::nullopt : db::find_meeting(tx, id);
    return meeting ? meeting->board + ", " + meeting->planned.words() : std::string();
}

std::string subject_of(db::ReadTx& tx, const db::RequestRow& row, std::string_view mail) {
    const auto& request = row.request;
    std::string text("Request from {asking} to {asked}");
    for (const auto& subject : subjects) {
        if (subject.mail == mail) text = subject.text;
    }
    const auto day =
        request.consider_by ? workflows::short_date(*request.consider_by) : std::string();
    const auto wanted = short_meeting(tx, row.wanted_meeting);
    return filled(text, {{"{asking}", request.from_board},
                         {"{asked}", request.to_board},
                         {"{what}", what(request)},
                         {"{when}", wanted.empty() ? "decide by " + day : wanted},
                         {"{outcome}", outcome(request, short_meeting(tx, row.meeting))},
                         {"{day}", day}});
}

std::string board_name(db::ReadTx& tx, const std::string& code) {
    const auto board = db::find_board(tx, code);
    return board ? board->name + " (" + code + ")" : code;
}

using Facts = std::vector<std::pair<std::string, std::string>>;

Facts facts_of(db::ReadTx& tx, const db::RequestRow& row) {
    const auto& r = row.request;
    const auto day = [](const auto& value) {
        return value ? workflows::long_date(*value) : std::string();
    };
    Facts facts{
        {"Title", r.title},
        {"From", board_name(tx, r.from_board)},
        {"To", board_name(tx, r.to_board)},
        {"What is asked for", std::string(workflows::to_words(r.kind))},
        {"Purpose", r.purpose ? std::string(workflows::to_words(*r.purpose)) : ""},
        {"Details", r.details},
        {"Response wanted", r.response ? std::string(workflows::to_words(*r.response)) : ""},
        {"Meeting wanted", long_meeting(tx, row.wanted_meeting)},
        {"Consider by", day(r.consider_by)},
        {"Answer by", day(r.answer_by)},
        {"Offered", r.offer ? std::string(workflows::to_words(r.offer->kind)) : ""},
        {"Meeting", long_meeting(tx, row.meeting)},
        {"Accepted late because", row.late_reason},
        {"Answer", row.answer},
    };
    std::erase_if(facts, [](const auto& fact) { return fact.second.empty(); });
    return facts;
}

}  // namespace

int queue_request_letter(base::App& app, db::WriteTx& tx, const db::RequestRow& row,
                         const RequestLetter& facts) {
    const bool to_asking = facts.told == workflows::Side::asking;
    const auto& told = to_asking ? row.request.from_board : row.request.to_board;
    const auto today = db::county_day(tx);
    letters::Letter letter;
    letter.kind = facts.mail;
    letter.subject_id = row.id;
    letter.revision = facts.revision;
    // Answers to the letter go to the other side.
    letter.board = to_asking ? row.request.to_board : row.request.from_board;
    letter.subject = subject_of(tx, row, facts.mail);
    letter.not_after = tx.now() + request_letter_life;
    letter.thread = row.id;
    const auto list = facts_of(tx, row);
    letter.fill = [&](templates::View& view, const workflows::Person&) {
        view.set("asking", row.request.from_board).set("asked", row.request.to_board);
        view.set("what", workflows::to_words(row.request.kind));
        view.set("who", facts.who).set("comment", facts.comment).set("title", row.request.title);
        view.set("link", app.config.base_url + "/requests/" + row.id);
        view.flag("told_asking", to_asking);
        for (const auto& [label, value] : list)
            view.add("facts").set("label", label).set("value", value);
    };
    const int queued = letters::queue_letter(app, tx, letter, officers_of(tx, told, today));
    if (queued > 0) tx.touch("mail");
    return queued;
}

}  // namespace server::requests
