// What is written down of a document that goes round: its versions, what each board said to which,
// and by when it is reviewed.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "db/circulations.hpp"
#include "workflows/circulation/circulation_versions.hpp"

namespace db {

/// Oldest first, never empty: the first is there from the beginning, whether stored or not.
std::vector<workflows::DocumentVersion> list_circulation_versions(
    ReadTx& tx, const CirculationRow& circulation);
/// The same of each of `circulations`, by its id.
std::map<std::string, std::vector<workflows::DocumentVersion>> versions_by_circulation(
    ReadTx& tx, const std::vector<CirculationRow>& circulations);
/// Of a circulation that somebody has just begun: its first version is theirs, of today.
void keep_first_version(WriteTx& tx, const CirculationRow& circulation,
                        const workflows::VersionFile& file = {});
/// Gives the newest version its PDF, in place of the one that it has.
void set_version_file(WriteTx& tx, const CirculationRow& circulation,
                      const workflows::VersionFile& file);
/// `number`, `day` and `person` are set here; saves the circulation with the new label, too.
/// Code::conflict, field "version_label": that name is used. Code::stale.
workflows::Result<workflows::DocumentVersion> add_circulation_version(
    WriteTx& tx, const CirculationRow& circulation, workflows::DocumentVersion version);

/// What a board said once, in a meeting or in writing; also that it was informed.
struct StopAnswer {
    std::string stop;
    int number = 0;  // of its event
    workflows::PlannedDate day;
    std::string version_label;
    workflows::StopState outcome = workflows::StopState::agreed;
    std::string comments;
    std::string person;    // key of who recorded it, or answered
    bool standing = true;  // false: it was recorded by mistake and taken back
    std::string reply;     // what the author did with the comments
    int version = 1;
    std::string board = {};  // that gave it: its stop may have passed to another since
    std::string board_name = {};
};
/// Of all stops, each stop's oldest first.
std::vector<StopAnswer> list_stop_answers(ReadTx& tx, const std::string& circulation);
/// The same of each circulation, by its id; one without answers is left out.
std::map<std::string, std::vector<StopAnswer>> answers_by_circulation(
    ReadTx& tx, const std::vector<CirculationRow>& circulations);
/// Sets the person, and the board to that of the stop.
void insert_stop_answer(WriteTx& tx, StopAnswer answer);
/// The stop's newest answer was a mistake.
void take_back_stop_answer(WriteTx& tx, const std::string& stop);
/// Writes the reply of the row whose version is `answer.version`. Code::stale.
workflows::Result<void> save_stop_reply(WriteTx& tx, const StopAnswer& answer);

struct CirculationReview {
    std::string circulation;
    std::optional<workflows::Day> review_by;  // nothing: it is not reviewed
    std::string raised;                       // id of the circulation that reviews it, or empty
    int version = 1;                          // 0: not stored yet
};
std::optional<CirculationReview> find_circulation_review(ReadTx& tx,
                                                         const std::string& circulation);
/// Of those circulations that have one, by the circulation's id.
std::map<std::string, CirculationReview> reviews_by_circulation(
    ReadTx& tx, const std::vector<CirculationRow>& circulations);
/// The review that `circulation` was raised for.
std::optional<CirculationReview> find_review_raised(ReadTx& tx, const std::string& circulation);
/// Inserts it, or writes day and `raised`. Code::stale.
workflows::Result<void> save_circulation_review(WriteTx& tx, const CirculationReview& review);
/// With a day up to `last`, and not raised yet.
std::vector<CirculationReview> list_reviews_to_raise(ReadTx& tx, workflows::Day last);

/// A review that nobody has sent round yet: not raised, or raised and without a stop.
struct ReviewToDo {
    std::string circulation;  // the one that is reviewed
    std::string raised;
    std::string document;
    std::string owner;  // code: of the raised one, if there is one
    workflows::Day review_by;
};
std::vector<ReviewToDo> list_reviews_to_do(ReadTx& tx, workflows::Day from, workflows::Day to);

/// Documents of the owner that boards spoke to before they were changed materially.
struct StaleCirculation {
    std::string circulation;
    std::string document;
    int boards = 0;
};
std::vector<StaleCirculation> list_stale_circulations(ReadTx& tx, const std::string& owner);

std::vector<const Sql*> circulation_records_statements();

}  // namespace db
