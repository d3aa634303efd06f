#include "server/papers/paper_commands.hpp"

#include "db/audit.hpp"
#include "db/papers.hpp"
#include "server/agenda/agenda_queries.hpp"
#include "server/papers/words.hpp"
#include "server/web/site.hpp"
#include "workflows/text/utf8.hpp"

namespace server::papers {

Result<db::AgendaItemRow> load_item_for_papers(db::ReadTx& tx, const std::string& id,
                                               workflows::Day today) {
    auto item = db::load_item(tx, id);
    if (!item) return item;
    const auto meeting = db::load_meeting(tx, item->meeting);
    if (!meeting) return meeting.error();
    if (const auto open = agenda::check_open(*meeting, today); !open) return open.error();
    if (item->struck) return workflows::refused(words::this_item_has_been_withdrawn);
    return item;
}

Result<std::string> remove_paper(base::App& app, const base::Acting& acting, db::WriteTx& tx,
                                 const RemovePaper& command) {
    const auto paper = db::load_paper(tx, command.paper);
    if (!paper) return paper.error();
    const auto item = command.at_any_time ? db::load_item(tx, paper->item)
                                          : load_item_for_papers(tx, paper->item, acting.today);
    if (!item) return item.error();
    if (const auto removed = db::remove_paper(tx, *paper); !removed) return removed.error();
    if (db::list_papers(tx, item->id).empty())
        db::set_paper_status(tx, *item, workflows::PaperStatus::expected);
    const auto& followers = app.site->followers.paper_changed;
    if (const auto followed = web::follow(followers, tx, item->id); !followed)
        return followed.error();
    db::append_audit(tx, {"paper.remove", "paper:" + paper->id, "", words::item(item->id)});
    return item->id;
}

Result<db::PaperRow> add_paper(const base::App& app, db::WriteTx& tx, const db::AgendaItemRow& item,
                               const AcceptedPaper& accepted, const std::string& title) {
    db::PaperRow paper;
    paper.item = item.id;
    paper.title = workflows::text::is_blank(title) ? accepted.title : title;
    paper.file_name = accepted.file_name;
    paper.sha256 = accepted.sha256;
    paper.size_bytes = accepted.size_bytes;
    paper.pages = accepted.pages;
    paper = db::insert_paper(tx, paper);
    db::set_paper_status(tx, item, workflows::PaperStatus::received);
    const auto& followers = app.site->followers.paper_changed;
    if (const auto followed = web::follow(followers, tx, item.id); !followed)
        return followed.error();
    db::append_audit(
        tx, {"paper.add", "paper:" + paper.id, "", words::item_and_sum(item.id, paper.sha256)});
    return paper;
}

}  // namespace server::papers
