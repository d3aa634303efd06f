// The quarterly digest: what is open between a board and others, and where feedback has come. One
// table of sections; each is a function from boards to rows.
#pragma once

#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "db/database.hpp"
#include "workflows/core/date.hpp"

namespace server::digest {

/// Whose digest it is, and as of which day.
struct DigestScope {
    std::set<std::string> boards;  // codes: that the reader speaks for
    workflows::Day today;
    workflows::Day quarter_begins;
};

/// One matter. Only what may stand on a page that every chair and secretariat of `scope.boards`
/// reads; nothing of it goes into a letter but the number of open ones.
struct DigestRow {
    std::string reference;
    std::string about;
    std::string boards;  // "CT and HIB"
    std::string state;   // words
    workflows::Day since{};
    std::optional<workflows::Day> feedback = {};   // received
    std::optional<workflows::Day> escalated = {};  // taken further
    std::string href;
    bool open = true;
};

/// What the letter and the page say of a section. Feedback on what was settled in the quarter
/// counts.
struct DigestCount {
    int open = 0;
    int feedback = 0;   // received
    int escalated = 0;  // taken further
};
DigestCount count_of(const std::vector<DigestRow>& rows);

/// `rows` gives what is open, and what was settled since the quarter began; oldest first.
struct DigestSection {
    std::string_view name;   // in CSV and JSON
    std::string_view title;  // "Issues between boards"
    std::vector<DigestRow> (*rows)(db::ReadTx&, const DigestScope&);
};
std::span<const DigestSection> digest_sections();

/// "2018-Q4", its first day, and "October to December 2018".
struct Quarter {
    int year = 0;
    int number = 1;  // 1 to 4
    std::string key() const;
    workflows::Day begins() const;
    std::string words() const;
};
Quarter quarter_of(workflows::Day day);

}  // namespace server::digest
