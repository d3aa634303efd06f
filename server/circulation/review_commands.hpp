// The yearly review of a document that went round (protocol 6.1): when it is to be reviewed, and
// the new circulation that begins by itself when that day comes.
#pragma once

#include "db/circulation_records.hpp"
#include "server/base/acting.hpp"
#include "server/base/app.hpp"
#include "server/base/jobs.hpp"
#include "server/base/result.hpp"
#include "server/letters/deadlines.hpp"

namespace server::circulation {

inline constexpr int review_after_years = 1;

/// When the circulation is complete and nobody has said when it is reviewed: a year after it was.
void keep_review_day(base::App& app, db::WriteTx& tx, const db::CirculationRow& circulation);

/// Sets or, with nothing, ends the review of a complete circulation. Code::refused (not complete,
/// or its review has begun), Code::invalid (field "review_by": not after today), Code::stale.
Result<void> set_review_day(base::App& app, db::WriteTx& tx, const db::CirculationRow& circulation,
                            std::optional<workflows::Day> review_by, int version);

/// For each review whose day has come, once: a new circulation of the same document by the same
/// board or its successor, without stops; its page proposes the boards that it visited last time.
/// A job of server/site/job_rows.cpp. Nothing visits a board before a person has chosen the
/// meetings.
base::JobReport raise_reviews(base::App& app, const base::Stopping& stopping);

/// A source of server/letters/deadlines.cpp: reviews that are not sent round yet.
void add_review_duties(db::ReadTx&, const letters::DutyFacts&, std::vector<workflows::Duty>&);
/// The same, written assent that is asked of the viewer's boards, and boards of whose earlier
/// agreement the owner has to say how it goes on.
void add_circulation_todos(db::ReadTx&, const letters::TodoFacts&, std::vector<workflows::Todo>&);

}  // namespace server::circulation
