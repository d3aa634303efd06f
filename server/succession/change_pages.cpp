// Boards that change: the list of changes, and the page of each with what moves and what stays.
#include "server/succession/change_pages.hpp"

#include <boost/json.hpp>
#include <map>
#include <set>

#include "db/audit.hpp"
#include "db/boards.hpp"
#include "db/people.hpp"
#include "server/boards/board_facts.hpp"
#include "server/succession/hand_over_meetings.hpp"
#include "server/succession/succession_commands.hpp"
#include "server/succession/words.hpp"
#include "server/web/href.hpp"
#include "server/web/page.hpp"
#include "server/web/routes.hpp"
#include "workflows/text/csv.hpp"
#include "workflows/text/words.hpp"

namespace server::succession {
namespace {

using templates::Cell;
using templates::CellKind;
using workflows::ChangeKind;
using workflows::ChangeState;

constexpr int audit_rows_shown_max = 50;

using Boards = std::map<std::string, workflows::Board>;

std::string board_name(const Boards& boards, const std::string& code) {
    const auto board = boards.find(code);
    return board == boards.end() ? code : board->second.name;
}

// "The A, the B and the C".
std::string names_of(const Boards& boards, const std::vector<db::BoardChangeRow>& batch) {
    std::string text;
    for (const auto& row : batch) {
        const bool last = &row == &batch.back();
        text += text.empty() ? "The " : last ? " and the " : ", the ";
        text += board_name(boards, row.board);
    }
    return text;
}

std::string what_of(const Boards& boards, const std::vector<db::BoardChangeRow>& batch) {
    const auto& row = batch.front();
    if (row.kind == ChangeKind::rename)
        return words::renamed(names_of(boards, batch), row.name, row.slug);
    return words::replaced(names_of(boards, batch), board_name(boards, row.successor));
}

// One entry for each batch, in the order of the list.
std::vector<std::vector<db::BoardChangeRow>> batches(db::ReadTx& tx) {
    std::vector<std::vector<db::BoardChangeRow>> all;
    std::map<std::string, std::size_t> places;
    for (auto& row : db::list_board_changes(tx)) {
        const auto [found, added] = places.emplace(row.batch, all.size());
        if (added) all.emplace_back();
        all[found->second].push_back(std::move(row));
    }
    return all;
}

using workflows::text::capitalised;

void add_names(web::BlockPage& page, const std::string& heading, const db::HandOverNames& names) {
    if (names.empty()) return;
    page.heading(words::heading_counted(heading, names.size()));
    std::vector<templates::Crumb> entries;
    for (const auto& name : names)
        entries.push_back({name, ""});
    page.list(entries);
}

db::HandOverNames names_in(db::ReadTx& tx, const HandOverKind& kind,
                           const std::vector<db::BoardChangeRow>& batch) {
    db::HandOverNames all;
    for (const auto& row : batch) {
        for (auto& name : kind.names(tx, hand_over_of(tx, row)))
            all.push_back(batch.size() == 1 ? std::move(name) : row.board + ": " + name);
    }
    return all;
}

void add_letters(const web::Context& context, web::BlockPage& page, db::ReadTx& tx,
                 const std::vector<db::BoardChangeRow>& batch) {
    std::set<std::string> people;
    for (const auto& row : batch)
        people.merge(guests_to_tell(context.app, tx, hand_over_of(tx, row)));
    if (people.empty()) return;
    page.paragraph(words::emails(people.size()));
}

void add_review(const web::Context& context, web::BlockPage& page, db::ReadTx& tx,
                const std::vector<db::BoardChangeRow>& batch) {
    const bool leave = batch.front().meetings == workflows::ComingMeetings::leave;
    bool any = false;
    for (const auto& kind : hand_over_kinds()) {
        const auto names = names_in(tx, kind, batch);
        const bool stays = leave && kind.hand_over == db::hand_over_meetings;
        add_names(page, stays ? words::to_keep(kind.what) : words::to_transfer(kind.what), names);
        if (kind.hand_over == db::hand_over_meetings) add_letters(context, page, tx, batch);
        any = any || (!names.empty() && !stays);
    }
    if (!any) page.paragraph(words::nothing_moves);
    page.heading(words::automatic);
    page.paragraph(words::automatic_text);
    page.heading("Not changed");
    page.paragraph(words::kept_text);
}

void add_history(web::BlockPage& page, db::ReadTx& tx, const std::string& batch) {
    const auto rows = db::list_audit(tx, "change:" + batch, audit_rows_shown_max);
    if (rows.empty()) return;
    page.heading("History");
    std::vector<templates::Crumb> entries;
    for (const auto& row : rows)
        entries.push_back(
            {workflows::long_date(workflows::to_local(row.at, workflows::county_zone).day) + ": " +
                 row.note.detail,
             ""});
    page.list(entries);
}

void add_button(const web::Context& context, web::BlockPage& page, const std::string& href,
                const std::string& label, templates::FormButton button) {
    auto facts = web::form_facts(context, href, label);
    facts.button = button;
    page.form(facts);
}

void add_buttons(const web::Context& context, web::BlockPage& page, const db::BoardChangeRow& row,
                 workflows::Day today) {
    const auto base = web::href(routes::change, row.batch);
    if (row.state == ChangeState::proposed) {
        add_button(context, page, web::href(routes::change_record, row.batch),
                   row.on > today ? words::save_for(workflows::long_date(row.on))
                                  : std::string(words::change_now),
                   templates::FormButton::normal);
        add_button(context, page, web::href(routes::change_undo, row.batch), "Discard",
                   templates::FormButton::warning);
    } else if (row.state == ChangeState::planned && row.on > today) {
        add_button(context, page, web::href(routes::change_undo, row.batch), "Undo this change",
                   templates::FormButton::warning);
    }
}

void add_summary(web::BlockPage& page, db::ReadTx& tx, const Boards& boards,
                 const db::BoardChangeRow& row) {
    std::vector<templates::SummaryRow> rows{
        {"Status", workflows::text::capitalised(workflows::to_words(row.state))},
        {"Start date", workflows::long_date(row.on)},
    };
    if (row.kind == ChangeKind::succession) {
        const auto& successor = boards.at(row.successor);
        rows.push_back({"Replaced by", successor.name, boards::board_href(successor)});
        rows.push_back(
            {"Future meetings", workflows::text::capitalised(workflows::to_words(row.meetings))});
    } else {
        rows.push_back({"New name", row.name});
        rows.push_back({"New web address", web::href(routes::board, row.slug)});
    }
    const auto person = db::find_person(tx, row.made_by);
    rows.push_back({"Created by", person ? boards::post_words(*person) : std::string("Import")});
    page.summary(rows);
}

}  // namespace

Result<net::Response> show_changes(const web::Context& context, db::ReadTx& tx) {
    web::BlockPage page(context, "Board changes");
    page.crumb("Boards", web::href(routes::boards));
    page.lead(words::changes_lead);
    page.paragraph(words::changes_intro);
    page.button(words::replace_board, web::href(routes::changes_succession));
    page.link(words::rename_board, web::href(routes::changes_rename));
    const auto all = batches(tx);
    if (all.empty()) page.paragraph(words::no_changes);
    if (!all.empty()) {
        auto& table = page.table("Changes, latest first", {{"Change"}, {"Start date"}, {"Status"}});
        const auto boards = db::boards_by_code(tx);
        for (const auto& batch : all) {
            const auto& row = batch.front();
            templates::add_table_row(
                table, {Cell{what_of(boards, batch), web::href(routes::change, row.batch),
                             CellKind::row_head},
                        Cell{workflows::long_date(row.on)},
                        Cell{workflows::text::capitalised(workflows::to_words(row.state))}});
        }
    }
    page.link(words::changes_json, web::href(routes::changes_json));
    page.link(words::changes_csv, web::href(routes::changes_csv));
    return page.finish();
}

Result<net::Response> show_changes_json(const web::Context&, db::ReadTx& tx) {
    boost::json::array data;
    for (const auto& row : db::list_board_changes(tx))
        data.push_back({{"change", row.batch},
                        {"kind", workflows::to_text(row.kind)},
                        {"board", row.board},
                        {"successor", row.successor},
                        {"name", row.name},
                        {"slug", row.slug},
                        {"meetings", workflows::to_text(row.meetings)},
                        {"on", workflows::iso(row.on)},
                        {"state", workflows::to_text(row.state)}});
    return web::json_response(
        boost::json::serialize(boost::json::object{{"data", std::move(data)}}));
}

Result<net::Response> show_changes_csv(const web::Context&, db::ReadTx& tx) {
    auto text = workflows::text::csv_line(
        {"change", "kind", "board", "successor", "name", "slug", "meetings", "on", "state"});
    for (const auto& row : db::list_board_changes(tx))
        text += workflows::text::csv_line({row.batch, workflows::to_text(row.kind), row.board,
                                           row.successor, row.name, row.slug,
                                           workflows::to_text(row.meetings), workflows::iso(row.on),
                                           workflows::to_text(row.state)});
    return web::text_response(std::move(text), "text/csv; charset=utf-8");
}

Result<net::Response> show_change(const web::Context& context, db::ReadTx& tx) {
    const auto batch = db::list_batch(tx, context.param("change"));
    if (batch.empty()) return workflows::not_found(words::no_such_change);
    const auto& row = batch.front();
    const bool open = row.state == ChangeState::proposed || row.state == ChangeState::planned;
    web::BlockPage page(context,
                        row.state == ChangeState::proposed ? words::review : words::board_change);
    page.crumb("Boards", web::href(routes::boards))
        .crumb("Board changes", web::href(routes::changes));
    const auto boards = db::boards_by_code(tx);
    page.lead(what_of(boards, batch));
    add_summary(page, tx, boards, row);
    if (open && row.kind == ChangeKind::succession) add_review(context, page, tx, batch);
    if (open && row.kind == ChangeKind::rename) page.paragraph(words::rename_text);
    add_buttons(context, page, row, context.today(tx));
    add_history(page, tx, row.batch);
    return page.finish();
}

Result<web::Location> post_change_record(const web::Context& context, db::WriteTx& tx) {
    const auto& batch = context.param("change");
    if (auto recorded = record_change(context.app, tx, batch); !recorded) return recorded.error();
    return web::href(routes::change, batch) + "?done=saved";
}

Result<web::Location> post_change_undo(const web::Context& context, db::WriteTx& tx) {
    const auto& batch = context.param("change");
    if (auto undone = undo_change(tx, batch); !undone) return undone.error();
    return web::href(routes::change, batch) + "?done=saved";
}

}  // namespace server::succession
