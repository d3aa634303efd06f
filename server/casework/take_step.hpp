// The one way in which a step of any case is taken, and the one order of what it does: facts,
// decision, who acts, the case's own rows, its line in the case log, the audit, letters.
//
// A room brings its case as a struct of what its steps need, with the types Row, Move, Facts and
// Decision, a constant `kind`, and
//   load_facts(tx, row, move)   every read that the decision needs
//   decide(row, move, facts)    what the case's table says
//   actor(tx, row, decision)    in whose name it is done
//   apply(tx, row, decided)     its own rows, in `row` and the database; returns the line: whom it
//                               was for, comment, holder, date and meeting are the case's to say
//   state(row), id(row), event(move)   as the log has them
//   audit(row, move)            what the audit trail says
//   tell(tx, row, decided, recorded)   letters, and rows that carry the number of the line
#pragma once

#include <string>
#include <utility>

#include "db/database.hpp"
#include "server/base/result.hpp"
#include "server/casework/record.hpp"

namespace server::casework {

/// A step that may be taken.
template <class Case>
struct Decided {
    const typename Case::Move& move;
    const typename Case::Facts& facts;
    const typename Case::Decision& decision;
};

/// `row` is as the form showed it (version). Returns it as it is afterwards. Errors of decide() and
/// apply(); the caller then undoes the transaction.
template <class Case>
Result<typename Case::Row> take_step(const Case& of, db::WriteTx& tx, typename Case::Row row,
                                     const typename Case::Move& move) {
    const typename Case::Facts facts = of.load_facts(tx, row, move);
    const auto decision = of.decide(row, move, facts);
    if (!decision) return decision.error();
    const Decided<Case> decided{move, facts, *decision};
    tx.act_as(of.actor(tx, row, *decision));
    const std::string from(of.state(row));
    auto line = of.apply(tx, row, decided);
    if (!line) return line.error();
    line->event = of.event(move);
    line->from_state = from;
    line->to_state = of.state(row);
    of.tell(tx, row, decided, record(tx, Case::kind, of.id(row), *line, of.audit(row, move)));
    return row;
}

}  // namespace server::casework
