#include "db/papers.hpp"

#include "db/statement.hpp"
#include "db/wanted.hpp"
#include "db/words.hpp"

namespace db {

BOOST_DESCRIBE_STRUCT(PaperRow, (),
                      (id, item, position, title, file_name, sha256, size_bytes, pages, uploaded_by,
                       uploaded_at, removed))
template <>
inline constexpr std::array columns_from<PaperRow>{From{"removed", "removed_at"}};

namespace {

using workflows::Code;
using workflows::Error;
using workflows::Result;
using S = std::string;

constexpr Query<PaperRow> find_by_id{"papers.find", R"(
    SELECT {p.columns} FROM paper p WHERE p.id = :id)"};
constexpr Query<PaperRow> list_of_item{"papers.list", R"(
    SELECT {p.columns} FROM paper p WHERE p.item = :item AND p.removed_at = 0
    ORDER BY p.position, p.id)"};
constexpr Query<PaperRow> list_of_meeting{"papers.list_of_meeting", R"(
    SELECT {p.columns} FROM paper p JOIN agenda_item i ON i.id = p.item WHERE i.meeting =
    :meeting AND p.removed_at = 0 ORDER BY i.position, i.id, p.position, p.id)"};
struct PaperOfMeeting {
    S meeting;
    PaperRow paper;
};
BOOST_DESCRIBE_STRUCT(PaperOfMeeting, (), (meeting, paper))

constexpr Query<PaperOfMeeting> list_of_meetings{"papers.list_of_meetings", with_wanted, R"(
    SELECT i.meeting, {p.paper} FROM paper p JOIN agenda_item i ON i.id = p.item
    WHERE i.meeting IN (SELECT wanted.id FROM wanted) AND p.removed_at = 0
    ORDER BY i.meeting, i.position, i.id, p.position, p.id)"};
constexpr Query<std::pair<S, S>> list_removed_of_meetings{"papers.list_removed_of_meetings",
                                                          with_wanted, R"(
    SELECT i.meeting, p.id FROM paper p JOIN agenda_item i ON i.id = p.item
    WHERE i.meeting IN (SELECT wanted.id FROM wanted) AND p.removed_at <> 0)"};
constexpr Query<S> list_removed{"papers.list_removed",
                                "SELECT p.id FROM paper p JOIN agenda_item i ON i.id = p.item"
                                " WHERE i.meeting = :meeting AND p.removed_at <> 0"};
constexpr Query<int> last_position{
    "papers.last_position", "SELECT COALESCE(MAX(position), 0) FROM paper WHERE item = :item"};
constexpr Sql insert{"papers.insert", R"(
    INSERT INTO paper(id, item, position, title, file_name, sha256, size_bytes, pages, uploaded_by,
        uploaded_at)
    VALUES (:id, :item, :position, :title, :file_name, :sha256, :size_bytes, :pages, :uploaded_by,
        :uploaded_at))"};
constexpr Sql remove{"papers.remove",
                     "UPDATE paper SET removed_at = :at WHERE id = :id AND removed_at = 0"};
constexpr Query<S> meeting_of_item{"papers.meeting",
                                   "SELECT meeting FROM agenda_item WHERE id = :id"};

void touch(WriteTx& tx, const S& item) {
    tx.touch("meeting:" + value(tx.session(), meeting_of_item, {{"id", item}}));
}

}  // namespace

std::optional<PaperRow> find_paper(ReadTx& tx, const S& id) {
    return select_one(tx.session(), find_by_id, {{"id", id}});
}

Result<PaperRow> load_paper(ReadTx& tx, const S& id) {
    auto paper = find_paper(tx, id);
    if (!paper) return workflows::not_found(words::cannot_find("paper"));
    return *std::move(paper);
}

std::vector<PaperRow> list_papers(ReadTx& tx, const S& item) {
    return select(tx.session(), list_of_item, {{"item", item}});
}

std::vector<PaperRow> list_papers_of_meeting(ReadTx& tx, const S& meeting) {
    return select(tx.session(), list_of_meeting, {{"meeting", meeting}});
}

PaperRow insert_paper(WriteTx& tx, PaperRow paper) {
    if (paper.id.empty()) paper.id = tx.ids().id();
    paper.position = value(tx.session(), last_position, {{"item", paper.item}}) + 1;
    paper.uploaded_by = tx.actor().person;
    paper.uploaded_at = tx.now();
    run(tx.session(), insert, fields_of(paper));
    touch(tx, paper.item);
    return paper;
}

Result<void> remove_paper(WriteTx& tx, const PaperRow& paper) {
    if (run(tx.session(), remove, {{"at", tx.now()}, {"id", paper.id}}) == 0)
        return Error{Code::stale, words::paper_already_removed};
    touch(tx, paper.item);
    return {};
}

std::map<S, std::vector<PaperRow>> list_papers_of_meetings(ReadTx& tx,
                                                           const std::set<S>& meetings) {
    std::map<S, std::vector<PaperRow>> papers;
    each(tx.session(), list_of_meetings, wanted(meetings),
         [&](PaperOfMeeting row) { papers[row.meeting].push_back(std::move(row.paper)); });
    return papers;
}

std::map<S, std::vector<S>> list_removed_papers(ReadTx& tx, const std::set<S>& meetings) {
    std::map<S, std::vector<S>> removed;
    for (auto& [meeting, paper] : select(tx.session(), list_removed_of_meetings, wanted(meetings)))
        removed[meeting].push_back(std::move(paper));
    return removed;
}

std::vector<S> list_removed_papers(ReadTx& tx, const S& meeting) {
    return select(tx.session(), list_removed, {{"meeting", meeting}});
}

std::vector<const Sql*> papers_statements() {
    return {&find_by_id,     &list_of_item,     &list_of_meeting,
            &list_removed,   &list_of_meetings, &list_removed_of_meetings,
            &last_position,  &insert,           &remove,
            &meeting_of_item};
}

}  // namespace db
