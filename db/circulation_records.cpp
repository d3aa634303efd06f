#include "db/circulation_records.hpp"

#include "db/statement.hpp"
#include "db/wanted.hpp"
#include "db/words.hpp"

namespace workflows {
BOOST_DESCRIBE_STRUCT(VersionFile, (), (file_name, sha256, size_bytes, pages))
BOOST_DESCRIBE_STRUCT(DocumentVersion, (), (number, label, day, person, changed, material, file))
}  // namespace workflows

namespace db {

BOOST_DESCRIBE_STRUCT(StopAnswer, (),
                      (stop, number, day, version_label, outcome, comments, person, standing, reply,
                       version, board, board_name))
template <>
inline constexpr std::array columns_from<StopAnswer>{From{"board", "b.code"},
                                                     From{"board_name", "b.name"}};
struct GivenAnswer {
    std::string circulation;
    StopAnswer answer;
};
BOOST_DESCRIBE_STRUCT(GivenAnswer, (), (circulation, answer))
template <>
inline constexpr std::array columns_from<GivenAnswer>{From{"circulation", "s.circulation"}};
BOOST_DESCRIBE_STRUCT(CirculationReview, (), (circulation, review_by, raised, version))
BOOST_DESCRIBE_STRUCT(ReviewToDo, (), (circulation, raised, document, owner, review_by))
BOOST_DESCRIBE_STRUCT(StaleCirculation, (), (circulation, document, boards))

namespace {

using workflows::DocumentVersion;
using workflows::Result;
using S = std::string;

struct KeptVersion {
    S circulation;
    DocumentVersion version;
};
BOOST_DESCRIBE_STRUCT(KeptVersion, (), (circulation, version))

constexpr Query<KeptVersion> versions_of_many{"circulation_records.versions_of_many", with_wanted,
                                              R"(
    SELECT {columns} FROM circulation_version
    WHERE circulation IN (SELECT wanted.id FROM wanted) ORDER BY circulation, number)"};
constexpr Query<DocumentVersion> list_versions{"circulation_records.list_versions", R"(
    SELECT {columns} FROM circulation_version
    WHERE circulation = :circulation ORDER BY number)"};
constexpr Sql insert_version{"circulation_records.insert_version", R"(
    INSERT INTO circulation_version(circulation, number, label, day, person, changed, material,
        file_name, sha256, size_bytes, pages)
    VALUES (:circulation, :number, :label, :day, :person, :changed, :material, :file_name, :sha256,
        :size_bytes, :pages))"};
constexpr Sql update_file{"circulation_records.update_file", R"(
    UPDATE circulation_version SET file_name = :file_name, sha256 = :sha256,
        size_bytes = :size_bytes, pages = :pages
    WHERE circulation = :circulation AND number = :number)"};
constexpr const char* every_answer =
    " FROM circulation_stop s JOIN circulation_answer a ON a.stop = s.id"
    " JOIN board b ON b.code = CASE WHEN a.board = '' THEN s.board ELSE a.board END";
constexpr Query<GivenAnswer> answers_of_many{
    "circulation_records.answers_of_many", with_wanted, " SELECT {a.columns}", every_answer,
    " WHERE s.circulation IN (SELECT wanted.id FROM wanted) ORDER BY a.stop, a.number"};
constexpr Query<StopAnswer> list_answers{
    "circulation_records.list_answers", "SELECT {a.columns}", every_answer,
    " WHERE s.circulation = :circulation ORDER BY a.stop, a.number"};
constexpr Sql insert_answer{"circulation_records.insert_answer", R"(
    INSERT INTO circulation_answer(stop, number, day, version_label, outcome, comments, person,
        board)
    VALUES (:stop, :number, :day, :version_label, :outcome, :comments, :person,
        (SELECT board FROM circulation_stop WHERE id = :stop)))"};
constexpr Sql take_back{"circulation_records.take_back", R"(
    UPDATE circulation_answer SET standing = 0, version = version + 1
    WHERE stop = :stop AND number =
        (SELECT MAX(number) FROM circulation_answer WHERE stop = :stop))"};
constexpr Sql update_reply{"circulation_records.update_reply", R"(
    UPDATE circulation_answer SET reply = :reply, version = version + 1
    WHERE stop = :stop AND number = :number AND version = :version)"};
constexpr Query<CirculationReview> reviews_of_many{"circulation_records.reviews_of_many",
                                                   with_wanted, R"(
    SELECT {columns} FROM circulation_review
    WHERE circulation IN (SELECT wanted.id FROM wanted))"};
constexpr Query<CirculationReview> find_review{"circulation_records.find_review", R"(
    SELECT {columns} FROM circulation_review
    WHERE circulation = :circulation)"};
constexpr Query<CirculationReview> find_raised{"circulation_records.find_raised", R"(
    SELECT {columns} FROM circulation_review
    WHERE raised = :circulation)"};
constexpr Sql insert_review{"circulation_records.insert_review", R"(
    INSERT INTO circulation_review(circulation, review_by, raised)
    VALUES (:circulation, :review_by, :raised) ON CONFLICT DO NOTHING)"};
constexpr Sql update_review{"circulation_records.update_review", R"(
    UPDATE circulation_review SET review_by = :review_by, raised = :raised, version = version + 1
    WHERE circulation = :circulation AND version = :version)"};
constexpr Query<CirculationReview> to_raise{"circulation_records.to_raise", R"(
    SELECT {columns} FROM circulation_review
    WHERE review_by <> '' AND review_by <= :last AND raised = ''
    ORDER BY review_by, circulation)"};
constexpr Query<ReviewToDo> to_do{"circulation_records.to_do", R"(
    SELECT r.circulation, r.raised, c.document, COALESCE(n.owner, c.owner) AS owner,
        r.review_by
    FROM circulation_review r JOIN circulation c ON c.id = r.circulation
    LEFT JOIN circulation n ON n.id = r.raised
    WHERE r.review_by >= :from_day AND r.review_by <= :to_day
      AND NOT EXISTS (SELECT 1 FROM circulation_stop s WHERE s.circulation = r.raised)
    ORDER BY r.review_by, r.circulation)"};

constexpr Query<StaleCirculation> stale_of_owner{"circulation_records.stale_of_owner", R"(
    SELECT c.id AS circulation, c.document, COUNT(*) AS boards FROM circulation c
    JOIN circulation_stop s ON s.circulation = c.id
    WHERE c.owner = :owner AND s.state IN ('stale', 'views_stale') GROUP BY c.id, c.document
    ORDER BY c.document, c.id)"};

std::set<S> ids_of(const std::vector<CirculationRow>& circulations) {
    std::set<S> ids;
    for (const auto& circulation : circulations)
        ids.insert(circulation.id);
    return ids;
}

workflows::Error stale_record() {
    return {workflows::Code::stale, words::changed_since_page_opened("circulation"), ""};
}

void store(WriteTx& tx, const CirculationRow& circulation, const DocumentVersion& version) {
    run(tx.session(), insert_version, fields_of(version, {{"circulation", circulation.id}}));
}

std::vector<DocumentVersion> stored_versions(ReadTx& tx, const CirculationRow& circulation) {
    return select(tx.session(), list_versions, {{"circulation", circulation.id}});
}

workflows::Day county_day(workflows::Instant at) {
    return workflows::to_local(at, workflows::county_zone).day;
}

// A document that came with the county has the version that it came in.
void add_first(std::vector<DocumentVersion>& versions, const CirculationRow& circulation) {
    if (versions.empty())
        versions.push_back(
            {1, circulation.version_label, county_day(circulation.created_at), "", "", false, {}});
}

}  // namespace

std::vector<DocumentVersion> list_circulation_versions(ReadTx& tx,
                                                       const CirculationRow& circulation) {
    auto versions = stored_versions(tx, circulation);
    add_first(versions, circulation);
    return versions;
}

std::map<S, std::vector<DocumentVersion>> versions_by_circulation(
    ReadTx& tx, const std::vector<CirculationRow>& circulations) {
    std::map<S, std::vector<DocumentVersion>> versions;
    each(tx.session(), versions_of_many, wanted(ids_of(circulations)),
         [&](KeptVersion kept) { versions[kept.circulation].push_back(std::move(kept.version)); });
    for (const auto& circulation : circulations)
        add_first(versions[circulation.id], circulation);
    return versions;
}

void keep_first_version(WriteTx& tx, const CirculationRow& circulation,
                        const workflows::VersionFile& file) {
    auto first = list_circulation_versions(tx, circulation).front();
    first.person = tx.actor().person;
    first.file = file;
    store(tx, circulation, first);
}

void set_version_file(WriteTx& tx, const CirculationRow& circulation,
                      const workflows::VersionFile& file) {
    const auto newest = list_circulation_versions(tx, circulation).back();
    if (stored_versions(tx, circulation).empty()) store(tx, circulation, newest);
    run(tx.session(), update_file,
        fields_of(file, {{"circulation", circulation.id}, {"number", newest.number}}));
    tx.touch("circulation:" + circulation.id);
}

Result<DocumentVersion> add_circulation_version(WriteTx& tx, const CirculationRow& circulation,
                                                DocumentVersion version) {
    const auto known = list_circulation_versions(tx, circulation);
    if (workflows::number_of(known, version.label) != 0)
        return workflows::conflict("version_label", words::version_exists);
    if (stored_versions(tx, circulation).empty()) store(tx, circulation, known.front());
    version.number = known.back().number + 1;
    version.day = county_day(tx.now());
    version.person = tx.actor().person;
    auto row = circulation;
    row.version_label = version.label;
    if (auto saved = save_circulation(tx, row); !saved) return saved.error();
    store(tx, circulation, version);
    return version;
}

std::vector<StopAnswer> list_stop_answers(ReadTx& tx, const S& circulation) {
    return select(tx.session(), list_answers, {{"circulation", circulation}});
}

std::map<S, std::vector<StopAnswer>> answers_by_circulation(
    ReadTx& tx, const std::vector<CirculationRow>& circulations) {
    std::map<S, std::vector<StopAnswer>> answers;
    each(tx.session(), answers_of_many, wanted(ids_of(circulations)),
         [&](GivenAnswer given) { answers[given.circulation].push_back(std::move(given.answer)); });
    return answers;
}

void insert_stop_answer(WriteTx& tx, StopAnswer answer) {
    run(tx.session(), insert_answer, fields_of(answer, {{"person", tx.actor().person}}));
}

void take_back_stop_answer(WriteTx& tx, const S& stop) {
    run(tx.session(), take_back, {{"stop", stop}});
}

Result<void> save_stop_reply(WriteTx& tx, const StopAnswer& answer) {
    if (run(tx.session(), update_reply, fields_of(answer)) == 0) return stale_record();
    return {};
}

std::optional<CirculationReview> find_circulation_review(ReadTx& tx, const S& circulation) {
    return select_one(tx.session(), find_review, {{"circulation", circulation}});
}

std::map<S, CirculationReview> reviews_by_circulation(
    ReadTx& tx, const std::vector<CirculationRow>& circulations) {
    std::map<S, CirculationReview> reviews;
    each(tx.session(), reviews_of_many, wanted(ids_of(circulations)),
         [&](const CirculationReview& review) { reviews.emplace(review.circulation, review); });
    return reviews;
}

std::optional<CirculationReview> find_review_raised(ReadTx& tx, const S& circulation) {
    return select_one(tx.session(), find_raised, {{"circulation", circulation}});
}

Result<void> save_circulation_review(WriteTx& tx, const CirculationReview& review) {
    const Sql& save = review.version == 0 ? insert_review : update_review;
    const auto rows = run(tx.session(), save, fields_of(review));
    if (rows == 0) return stale_record();
    tx.touch("circulation:" + review.circulation);
    return {};
}

std::vector<CirculationReview> list_reviews_to_raise(ReadTx& tx, workflows::Day last) {
    return select(tx.session(), to_raise, {{"last", last}});
}

std::vector<ReviewToDo> list_reviews_to_do(ReadTx& tx, workflows::Day from, workflows::Day to) {
    return select(tx.session(), to_do, {{"from_day", from}, {"to_day", to}});
}

std::vector<StaleCirculation> list_stale_circulations(ReadTx& tx, const S& owner) {
    return select(tx.session(), stale_of_owner, {{"owner", owner}});
}

std::vector<const Sql*> circulation_records_statements() {
    return {&versions_of_many, &list_versions,   &insert_version, &update_file,
            &answers_of_many,  &list_answers,    &insert_answer,  &take_back,
            &update_reply,     &reviews_of_many, &find_review,    &find_raised,
            &insert_review,    &update_review,   &to_raise,       &to_do,
            &stale_of_owner};
}

}  // namespace db
