// Written assent to a document, changed materially or new to the board: a letter to the board's
// chair with a link to a form, which can be answered until its closing day without signing in
// (protocol 7.3).
#pragma once

#include <string>
#include <vector>

#include "server/base/app.hpp"
#include "server/circulation/assent_queries.hpp"
#include "server/circulation/circulation_letters.hpp"
#include "workflows/circulation/circulation.hpp"

namespace server::circulation {

/// One letter to each of these chairs, each with a link of its own.
void queue_assent_letters(base::App& app, db::WriteTx& tx, const StopLetters& letters,
                          const std::vector<workflows::Person>& chairs);

struct AnswerQuestion {
    workflows::StopEvent event = workflows::StopEvent::assent;  // or refuse_assent
    std::string comment;
};
/// The same answer again changes nothing; with other words it replaces the first. Code::refused:
/// another chair has answered. Errors as take_stop_step().
Result<void> answer_question(base::App& app, db::WriteTx& tx, const AssentQuestion& question,
                             const AnswerQuestion& command);

}  // namespace server::circulation
