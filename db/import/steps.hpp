// The steps of an import, one for each kind of row; for importer.cpp only.
#pragma once

#include <functional>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "db/database.hpp"
#include "db/import/source.hpp"
#include "db/sql.hpp"

namespace db {

/// Why a day is no working day ("Saturday", "Good Friday"); empty on a working day.
using HolidayReason = std::function<std::string(workflows::Day)>;

/// Things that rows name: boards, people, groups. One that a file declares and that could not be
/// imported is known but not ready, so that its one fault is not reported at every row naming it.
class Names {
  public:
    void declare(const std::string& name) { known_.insert(name); }
    void make_ready(const std::string& name) {
        known_.insert(name);
        ready_.insert(name);
    }
    bool known(const std::string& name) const { return known_.count(name) != 0; }
    bool ready(const std::string& name) const { return ready_.count(name) != 0; }

  private:
    std::set<std::string> known_;
    std::set<std::string> ready_;
};

struct Importing {
    WriteTx& tx;
    ImportReport& report;
    const HolidayReason& holiday_reason;
    workflows::Day today;
    Names boards = {};
    Names people = {};
    std::set<std::string> groups = {};
    std::set<std::string> meeting_keys = {};  // import keys counted in this import

    enum class Outcome { added, unchanged, kept };
    void count(ImportKind kind, Outcome outcome);
};

/// Finds rows that say the same thing twice.
class Once {
  public:
    /// False, and noted at `column`, when `key` came before.
    bool first(Fields& fields, std::string_view column, const std::string& key);

  private:
    std::map<std::string, std::string> places_;
};

/// The code in `column`, checked to be a board (a person). A row may be written when all it names
/// is ready.
std::string board_named(Importing& importing, Fields& fields, std::string_view column);
std::string person_named(Importing& importing, Fields& fields, std::string_view column);

void import_boards(Importing& importing, const std::vector<ImportRow>& rows);
void import_groups(Importing& importing, const std::vector<ImportRow>& rows);
void import_people(Importing& importing, const std::vector<ImportRow>& rows);
void import_memberships(Importing& importing, const std::vector<ImportRow>& rows);
void import_invitations(Importing& importing, const std::vector<ImportRow>& rows);
void import_meetings(Importing& importing, const std::vector<ImportRow>& rows);
void import_circulation(Importing& importing, const std::vector<ImportRow>& rows);
void import_timetable(Importing& importing, const std::vector<ImportRow>& rows);
void import_register(Importing& importing, const std::vector<ImportRow>& rows);
void import_themes(Importing& importing, const std::vector<ImportRow>& rows);

}  // namespace db
