// Questions for written assent that are open, and who has got one.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "db/database.hpp"
#include "db/sql.hpp"
#include "workflows/core/date.hpp"

namespace db {

/// Ids of the stops whose board is asked and may answer on that day or later.
std::vector<std::string> list_assent_questions(ReadTx& tx, workflows::Day day);
/// Keys of the people who hold a link of this kind to that subject.
std::set<std::string> people_with_link(ReadTx& tx, const std::string& kind,
                                       const std::string& subject);

std::vector<const Sql*> assent_questions_statements();

}  // namespace db
