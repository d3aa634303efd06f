#include "server/timetable/obligation_responses.hpp"

#include "server/responses/response_commands.hpp"

namespace server::timetable {
namespace {

using workflows::ObligationEvent;
using workflows::ResponseSource;

std::string title_of(const db::ObligationRow& row) {
    return row.what.report + " " + std::to_string(row.year);
}

Result<void> ask(base::App& app, db::WriteTx& tx, const ObligationSubject& subject,
                 const ObligationMove& move, const db::ObligationRow& row) {
    // A board that has agreed its own report owes the answer to itself: the obligation says so.
    if (subject.owners.empty() || subject.owners.front() == row.what.board) return {};
    responses::NewResponse wish{ResponseSource::obligation,     row.id, title_of(row),
                                workflows::Visibility::members, {},     {}};
    wish.response.asking_board = subject.owners.front();
    wish.response.owing_board = row.what.board;
    wish.response.recommendation = move.command.comment;
    wish.response.required = workflows::ResponseWanted::report_back;
    wish.response.due = move.command.respond_by;
    const auto named = responses::raise_response(app, tx, {.service = true}, wish);
    if (!named) return named.error();
    responses::deliver_responses_of(app, tx, ResponseSource::obligation, row.id, row.what.board);
    return {};
}

Result<void> answer(base::App& app, const base::Acting& acting, db::WriteTx& tx,
                    const ObligationMove& move, const db::ObligationRow& row) {
    for (auto& response : db::list_responses_of(tx, ResponseSource::obligation, row.id)) {
        const bool theirs = response.response.owing_board == row.what.board;
        if (!theirs || !workflows::is_owed(response.response.state)) continue;
        const responses::ResponseMove told{
            {workflows::ResponseEvent::answer, move.command.comment, {}, {}}, {}};
        if (auto done = responses::take_response_step(app, acting, tx, std::move(response), told);
            !done)
            return done;
    }
    return {};
}

}  // namespace

Result<void> follow_obligation(base::App& app, const base::Acting& acting, db::WriteTx& tx,
                               const ObligationSubject& subject, const ObligationMove& move,
                               const db::ObligationRow& after) {
    const auto event = move.command.event;
    if (event == ObligationEvent::deliver) responses::deliver_responses_of_report(app, tx, after);
    if (event == ObligationEvent::await_response) return ask(app, tx, subject, move, after);
    if (event == ObligationEvent::respond) return answer(app, acting, tx, move, after);
    return {};
}

Result<std::string> follow_confirmation(db::WriteTx& tx, const db::ResponseRow& response) {
    if (response.source_kind != ResponseSource::obligation) return std::string();
    for (const auto& row : db::list_responses_of(tx, response.source_kind, response.source)) {
        if (row.id != response.id && !workflows::is_settled(row.response.state))
            return std::string();
    }
    return follow_response(tx, response.source, response.answer);
}

}  // namespace server::timetable
