#include "db/circulation_records.hpp"

#include "db/statement.hpp"

namespace db {
namespace {

using workflows::DocumentVersion;
using workflows::Result;
using S = std::string;

constexpr Sql list_versions{"circulation_records.list_versions", R"(
    SELECT number, label, day, person, changed, material, file_name, sha256, size_bytes, pages
    FROM circulation_version WHERE circulation = :circulation ORDER BY number)"};
constexpr Sql insert_version{"circulation_records.insert_version", R"(
    INSERT INTO circulation_version(circulation, number, label, day, person, changed, material,
        file_name, sha256, size_bytes, pages)
    VALUES (:circulation, :number, :label, :day, :person, :changed, :material, :file_name, :sha256,
        :size_bytes, :pages))"};
constexpr Sql update_file{"circulation_records.update_file", R"(
    UPDATE circulation_version SET file_name = :file_name, sha256 = :sha256,
        size_bytes = :size_bytes, pages = :pages
    WHERE circulation = :circulation AND number = :number)"};
constexpr Sql list_answers{"circulation_records.list_answers", R"(
    SELECT a.stop, a.number, a.day, a.version_label, a.outcome, a.comments, a.person, a.standing,
           a.reply, a.version, b.code, b.name
    FROM circulation_stop s JOIN circulation_answer a ON a.stop = s.id
    JOIN board b ON b.code = CASE WHEN a.board = '' THEN s.board ELSE a.board END
    WHERE s.circulation = :circulation ORDER BY a.stop, a.number)"};
constexpr Sql insert_answer{"circulation_records.insert_answer", R"(
    INSERT INTO circulation_answer(stop, number, day, version_label, outcome, comments, person,
        board)
    VALUES (:stop, :number, :day, :version_label, :outcome, :comments, :person,
        (SELECT board FROM circulation_stop WHERE id = :stop)))"};
constexpr Sql take_back{"circulation_records.take_back", R"(
    UPDATE circulation_answer SET standing = 0, version = version + 1
    WHERE stop = :stop AND number =
        (SELECT MAX(number) FROM circulation_answer WHERE stop = :same_stop))"};
constexpr Sql update_reply{"circulation_records.update_reply", R"(
    UPDATE circulation_answer SET reply = :reply, version = version + 1
    WHERE stop = :stop AND number = :number AND version = :version)"};
constexpr Sql find_review{"circulation_records.find_review", R"(
    SELECT circulation, review_by, raised, version FROM circulation_review
    WHERE circulation = :circulation)"};
constexpr Sql find_raised{"circulation_records.find_raised", R"(
    SELECT circulation, review_by, raised, version FROM circulation_review
    WHERE raised = :circulation)"};
constexpr Sql insert_review{"circulation_records.insert_review", R"(
    INSERT INTO circulation_review(circulation, review_by, raised)
    VALUES (:circulation, :review_by, :raised) ON CONFLICT DO NOTHING)"};
constexpr Sql update_review{"circulation_records.update_review", R"(
    UPDATE circulation_review SET review_by = :review_by, raised = :raised, version = version + 1
    WHERE circulation = :circulation AND version = :version)"};
constexpr Sql to_raise{"circulation_records.to_raise", R"(
    SELECT circulation, review_by, raised, version FROM circulation_review
    WHERE review_by <> '' AND review_by <= :last AND raised = ''
    ORDER BY review_by, circulation)"};
constexpr Sql to_do{"circulation_records.to_do", R"(
    SELECT r.circulation, r.raised, c.document, COALESCE(n.owner, c.owner), r.review_by
    FROM circulation_review r JOIN circulation c ON c.id = r.circulation
    LEFT JOIN circulation n ON n.id = r.raised
    WHERE r.review_by >= :from_day AND r.review_by <= :to_day
      AND NOT EXISTS (SELECT 1 FROM circulation_stop s WHERE s.circulation = r.raised)
    ORDER BY r.review_by, r.circulation)"};

constexpr Sql asked_stops{"circulation_records.asked_stops", R"(
    SELECT s.id FROM circulation_stop s WHERE s.board = :board AND s.state = 'assent_asked'
    ORDER BY s.id)"};
constexpr Sql stale_of_owner{"circulation_records.stale_of_owner", R"(
    SELECT c.id, c.document, COUNT(*) FROM circulation c
    JOIN circulation_stop s ON s.circulation = c.id
    WHERE c.owner = :owner AND s.state IN ('stale', 'views_stale') GROUP BY c.id, c.document
    ORDER BY c.document, c.id)"};

workflows::Error stale_record() {
    return {workflows::Code::stale,
            "Somebody else changed this circulation since you opened the page. Read what is new, "
            "then choose again.",
            ""};
}

std::vector<CirculationReview> query_reviews(ReadTx& tx, const Sql& sql, const S& argument) {
    std::vector<CirculationReview> reviews;
    each<S, S, S, int>(
        tx.session(), sql,
        [&](const S& circulation, const S& review_by, const S& raised, int version) {
            CirculationReview review{circulation, {}, raised, version};
            if (!review_by.empty()) review.review_by = workflows::parse_day(review_by).value();
            reviews.push_back(std::move(review));
        },
        argument);
    return reviews;
}

std::optional<CirculationReview> first(std::vector<CirculationReview> reviews) {
    if (reviews.empty()) return std::nullopt;
    return std::move(reviews.front());
}

void store(WriteTx& tx, const CirculationRow& circulation, const DocumentVersion& version) {
    run(tx.session(), insert_version, circulation.id, version.number, version.label,
        workflows::iso(version.day), version.person, version.changed, version.material,
        version.file.file_name, version.file.sha256, version.file.size_bytes, version.file.pages);
}

std::vector<DocumentVersion> stored_versions(ReadTx& tx, const CirculationRow& circulation) {
    std::vector<DocumentVersion> versions;
    each<int, S, S, S, S, int, S, S, long long, int>(
        tx.session(), list_versions,
        [&](int number, const S& label, const S& day, const S& person, const S& changed,
            int material, const S& file_name, const S& sha256, long long size_bytes, int pages) {
            versions.push_back({number,
                                label,
                                workflows::parse_day(day).value(),
                                person,
                                changed,
                                material != 0,
                                {file_name, sha256, size_bytes, pages}});
        },
        circulation.id);
    return versions;
}

workflows::Day county_day(workflows::Instant at) {
    return workflows::to_local(at, workflows::county_zone).day;
}

}  // namespace

std::vector<DocumentVersion> list_circulation_versions(ReadTx& tx,
                                                       const CirculationRow& circulation) {
    auto versions = stored_versions(tx, circulation);
    if (versions.empty())
        versions.push_back(
            {1, circulation.version_label, county_day(circulation.created_at), "", "", false, {}});
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
    run(tx.session(), update_file, file.file_name, file.sha256, file.size_bytes, file.pages,
        circulation.id, newest.number);
    tx.touch("circulation:" + circulation.id);
}

Result<DocumentVersion> add_circulation_version(WriteTx& tx, const CirculationRow& circulation,
                                                DocumentVersion version) {
    const auto known = list_circulation_versions(tx, circulation);
    if (workflows::number_of(known, version.label) != 0)
        return workflows::conflict("version_label",
                                   "There is a version of that name. Enter another name.");
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
    std::vector<StopAnswer> answers;
    each<S, int, S, S, S, S, S, int, S, int, S, S>(
        tx.session(), list_answers,
        [&](const S& stop, int number, const S& day, const S& label, const S& outcome,
            const S& comments, const S& person, int standing, const S& reply, int version,
            const S& board, const S& board_name) {
            answers.push_back({stop, number, workflows::PlannedDate::parse(day).value(), label,
                               workflows::from_text<workflows::StopState>(outcome).value(),
                               comments, person, standing != 0, reply, version, board, board_name});
        },
        circulation);
    return answers;
}

void insert_stop_answer(WriteTx& tx, StopAnswer answer) {
    run(tx.session(), insert_answer, answer.stop, answer.number, answer.day.key(),
        answer.version_label, workflows::to_text(answer.outcome), answer.comments,
        tx.actor().person);
}

void take_back_stop_answer(WriteTx& tx, const S& stop) {
    run(tx.session(), take_back, stop, stop);
}

Result<void> save_stop_reply(WriteTx& tx, const StopAnswer& answer) {
    if (run(tx.session(), update_reply, answer.reply, answer.stop, answer.number, answer.version) ==
        0)
        return stale_record();
    return {};
}

std::optional<CirculationReview> find_circulation_review(ReadTx& tx, const S& circulation) {
    return first(query_reviews(tx, find_review, circulation));
}

std::optional<CirculationReview> find_review_raised(ReadTx& tx, const S& circulation) {
    return first(query_reviews(tx, find_raised, circulation));
}

Result<void> save_circulation_review(WriteTx& tx, const CirculationReview& review) {
    const S day = review.review_by ? workflows::iso(*review.review_by) : "";
    const long long rows =
        review.version == 0
            ? run(tx.session(), insert_review, review.circulation, day, review.raised)
            : run(tx.session(), update_review, day, review.raised, review.circulation,
                  review.version);
    if (rows == 0) return stale_record();
    tx.touch("circulation:" + review.circulation);
    return {};
}

std::vector<CirculationReview> list_reviews_to_raise(ReadTx& tx, workflows::Day last) {
    return query_reviews(tx, to_raise, workflows::iso(last));
}

std::vector<ReviewToDo> list_reviews_to_do(ReadTx& tx, workflows::Day from, workflows::Day to) {
    std::vector<ReviewToDo> reviews;
    each<S, S, S, S, S>(
        tx.session(), to_do,
        [&](const S& circulation, const S& raised, const S& document, const S& owner,
            const S& day) {
            reviews.push_back(
                {circulation, raised, document, owner, workflows::parse_day(day).value()});
        },
        workflows::iso(from), workflows::iso(to));
    return reviews;
}

std::vector<StopRow> list_asked_stops(ReadTx& tx, const S& board) {
    std::vector<S> ids;
    each<S>(
        tx.session(), asked_stops, [&](const S& id) { ids.push_back(id); }, board);
    std::vector<StopRow> stops;
    for (const auto& id : ids)
        stops.push_back(*find_stop(tx, id));
    return stops;
}

std::vector<StaleCirculation> list_stale_circulations(ReadTx& tx, const S& owner) {
    std::vector<StaleCirculation> rows;
    each<S, S, int>(
        tx.session(), stale_of_owner,
        [&](const S& id, const S& document, int boards) {
            rows.push_back({id, document, boards});
        },
        owner);
    return rows;
}

std::vector<const Sql*> circulation_records_statements() {
    return {&list_versions, &insert_version, &update_file, &list_answers, &insert_answer,
            &take_back,     &update_reply,   &find_review, &find_raised,  &insert_review,
            &update_review, &to_raise,       &to_do,       &asked_stops,  &stale_of_owner};
}

}  // namespace db
