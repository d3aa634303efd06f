// Papers that are late, over all boards that one secretariat serves, and chasing them at once.
#pragma once

#include <string>
#include <vector>

#include "db/database.hpp"
#include "server/base/viewer.hpp"
#include "server/letters/deadlines.hpp"

namespace server::papers {

struct LatePaper {
    std::string item;    // id
    std::string board;   // code
    std::string title;   // as the secretariat reads it
    std::string owner;   // person key; empty: nobody is named
    std::string author;  // post of the owner, or empty
    std::string meeting_words;
    workflows::Day due;
    bool late = false;  // else it is due within late_papers_ahead_days
};
inline constexpr int late_papers_ahead_days = 7;
inline constexpr int late_papers_meetings_ahead_days = 120;

/// Papers that items of meetings to come wait for, on boards whose secretariat `viewer` is: those
/// that are late first, by due day.
std::vector<LatePaper> late_papers(db::ReadTx& tx, const base::Viewer& viewer,
                                   const workflows::Holidays& holidays, workflows::Day today);

bool any_late(const std::vector<LatePaper>& papers);

/// A row of the to-do list: those that are late, or when none is those that are due soon.
void add_late_paper_todo(db::ReadTx& tx, const letters::TodoFacts& facts,
                         std::vector<workflows::Todo>& todos);

}  // namespace server::papers
