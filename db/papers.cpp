#include "db/papers.hpp"

#include "db/statement.hpp"
#include "db/times.hpp"

#define PAPER_COLUMNS                                                                   \
    "p.id, p.item, p.position, p.title, p.file_name, p.sha256, p.size_bytes, p.pages, " \
    "p.uploaded_by, p.uploaded_at, p.removed_at"

namespace db {
namespace {

using workflows::Code;
using workflows::Error;
using workflows::Result;
using S = std::string;

constexpr Sql find_by_id{"papers.find", "SELECT " PAPER_COLUMNS " FROM paper p WHERE p.id = :id"};
constexpr Sql list_of_item{"papers.list", "SELECT " PAPER_COLUMNS
                                          " FROM paper p WHERE p.item = :item AND p.removed_at = 0"
                                          " ORDER BY p.position, p.id"};
constexpr Sql list_of_meeting{"papers.list_of_meeting",
                              "SELECT " PAPER_COLUMNS
                              " FROM paper p JOIN agenda_item i ON i.id = p.item"
                              " WHERE i.meeting = :meeting AND p.removed_at = 0"
                              " ORDER BY i.position, i.id, p.position, p.id"};
constexpr Sql list_removed{"papers.list_removed",
                           "SELECT p.id FROM paper p JOIN agenda_item i ON i.id = p.item"
                           " WHERE i.meeting = :meeting AND p.removed_at <> 0"};
constexpr Sql last_position{"papers.last_position",
                            "SELECT COALESCE(MAX(position), 0) FROM paper WHERE item = :item"};
constexpr Sql insert{"papers.insert", R"(
    INSERT INTO paper(id, item, position, title, file_name, sha256, size_bytes, pages, uploaded_by,
        uploaded_at)
    VALUES (:id, :item, :position, :title, :file_name, :sha256, :size_bytes, :pages, :uploaded_by,
        :uploaded_at))"};
constexpr Sql remove{"papers.remove",
                     "UPDATE paper SET removed_at = :at WHERE id = :id AND removed_at = 0"};
constexpr Sql meeting_of_item{"papers.meeting", "SELECT meeting FROM agenda_item WHERE id = :id"};

std::vector<PaperRow> query(ReadTx& tx, const Sql& sql, const S& argument) {
    std::vector<PaperRow> papers;
    each<S, S, int, S, S, S, long long, int, S, long long, long long>(
        tx.session(), sql,
        [&](const S& id, const S& item, int position, const S& title, const S& file_name,
            const S& sha256, long long size, int pages, const S& by, long long at,
            long long removed) {
            papers.push_back({id, item, position, title, file_name, sha256, size, pages, by,
                              instant(at), removed != 0});
        },
        argument);
    return papers;
}

void touch(WriteTx& tx, const S& item) {
    tx.touch("meeting:" + value<S>(tx.session(), meeting_of_item, item));
}

}  // namespace

std::optional<PaperRow> find_paper(ReadTx& tx, const S& id) {
    auto papers = query(tx, find_by_id, id);
    if (papers.empty()) return std::nullopt;
    return std::move(papers.front());
}

Result<PaperRow> load_paper(ReadTx& tx, const S& id) {
    auto paper = find_paper(tx, id);
    if (!paper) return workflows::not_found("There is no such paper.");
    return *std::move(paper);
}

std::vector<PaperRow> list_papers(ReadTx& tx, const S& item) {
    return query(tx, list_of_item, item);
}

std::vector<PaperRow> list_papers_of_meeting(ReadTx& tx, const S& meeting) {
    return query(tx, list_of_meeting, meeting);
}

PaperRow insert_paper(WriteTx& tx, PaperRow paper) {
    if (paper.id.empty()) paper.id = tx.ids().id();
    paper.position = value<int>(tx.session(), last_position, paper.item) + 1;
    paper.uploaded_by = tx.actor().person;
    paper.uploaded_at = tx.now();
    run(tx.session(), insert, paper.id, paper.item, paper.position, paper.title, paper.file_name,
        paper.sha256, paper.size_bytes, paper.pages, paper.uploaded_by, seconds(paper.uploaded_at));
    touch(tx, paper.item);
    return paper;
}

Result<void> remove_paper(WriteTx& tx, const PaperRow& paper) {
    if (run(tx.session(), remove, seconds(tx.now()), paper.id) == 0)
        return Error{Code::stale, "This paper was removed already."};
    touch(tx, paper.item);
    return {};
}

std::vector<S> list_removed_papers(ReadTx& tx, const S& meeting) {
    std::vector<S> ids;
    each<S>(
        tx.session(), list_removed, [&](const S& id) { ids.push_back(id); }, meeting);
    return ids;
}

std::vector<const Sql*> papers_statements() {
    return {&find_by_id,    &list_of_item, &list_of_meeting, &list_removed,
            &last_position, &insert,       &remove,          &meeting_of_item};
}

}  // namespace db
