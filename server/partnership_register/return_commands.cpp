#include "server/partnership_register/return_commands.hpp"

#include <algorithm>
#include <charconv>

#include "db/audit.hpp"
#include "db/boards.hpp"
#include "db/meetings.hpp"
#include "server/access/office.hpp"
#include "server/base/app.hpp"
#include "server/boards/board_facts.hpp"
#include "server/partnership_register/return_words.hpp"
#include "server/timetable/timetable_queries.hpp"
#include "server/web/date_entry.hpp"
#include "server/web/href.hpp"
#include "server/web/routes.hpp"

namespace server::partnership_register {
namespace {

using workflows::Day;
using workflows::ReturnEvent;
using workflows::ReturnState;

constexpr std::size_t website_characters_max = 500;

void write_down(db::WriteTx& tx, const db::RegisterReturn& row, const std::string& action,
                const std::string& detail) {
    db::append_audit(
        tx, {"return." + action, "return:" + row.board + "/" + std::to_string(row.year), row.board,
             detail});
}

std::string trimmed(std::string text) {
    const auto last = text.find_last_not_of(" \t\r\n");
    text.erase(last == std::string::npos ? 0 : last + 1);
    std::erase(text, '\r');
    return text;
}

Result<workflows::ReturnTexts> read_texts(const web::Form& form) {
    workflows::ReturnTexts texts;
    for (const auto& row : workflows::return_texts())
        texts.*row.text = trimmed(form.get(row.field));
    texts.website = trimmed(form.get("website"));
    const bool good =
        texts.website.empty() || (texts.website.size() <= website_characters_max &&
                                  texts.website.find_first_of(" \t<>\"'\n") == std::string::npos &&
                                  !boards::website_href(texts.website).empty());
    if (!good) return workflows::invalid("website", words::enter_website);
    return texts;
}

// A month that is over counts by its last day, as everywhere in the register.
workflows::PlannedDate planned_of(const std::optional<db::MeetingRow>& meeting) {
    return meeting ? meeting->planned : workflows::PlannedDate();
}

Result<void> submit(const web::Context& context, db::WriteTx& tx, db::RegisterReturn& row) {
    const auto& form = context.form();
    const auto completed = web::read_date(form, "completed");
    if (!completed) return completed.error();
    const auto today = context.today(tx);
    const auto board = db::load_board(tx, row.board);
    if (!board) return board.error();
    const auto meetings = boards::board_entry(tx, *board, today);
    const auto last = planned_of(meetings.last);
    const auto good = workflows::check_submission(row.texts, completed->value_or(today), today,
                                                  last, form.get("use_anyway") == "yes");
    if (!good) return good;
    row.completed = workflows::iso(completed->value_or(today));
    row.last_meeting = last;
    row.next_meeting = planned_of(meetings.next);
    row.submitted_by = context.viewer.person;
    row.comment.clear();
    return {};
}

Error stale() {
    return {workflows::Code::stale, words::return_changed, ""};
}

}  // namespace

Result<int> read_return_year(const std::string& text) {
    const auto year = text.empty() ? Result<std::optional<int>>(workflows::not_found(""))
                                   : timetable::read_timetable_year(text);
    if (!year || !*year) return workflows::not_found(words::no_such_year);
    return **year;
}

workflows::ReturnActor return_actor(const web::Context& context, db::ReadTx& tx,
                                    const db::RegisterReturn& row) {
    using workflows::Action;
    const auto& viewer = context.viewer;
    const bool serves = viewer.is_officer(row.board);
    return {.board = serves || viewer.administrator,
            .office = workflows::allowed(Action::chase_register_returns, context.relations),
            .submitted_it = row.submitted_by == viewer.person,
            .serves_filer = serves && row.board != access::office_board(tx)};
}

std::string return_href(const std::string& board_slug, int year) {
    return web::href(routes::return_form, board_slug, year);
}

Result<void> ask_for_return(const web::Context& context, db::WriteTx& tx, const std::string& board,
                            int year, Day due) {
    db::RegisterReturn row;
    row.board = board;
    row.year = year;
    const auto step =
        workflows::decide(std::nullopt, ReturnEvent::ask, "", return_actor(context, tx, row));
    if (!step) return step.error();
    row.state = (*step)->to;
    row.due = due;
    if (auto added = db::insert_return(tx, row); !added) return added;
    write_down(tx, row, "ask", "due " + workflows::iso(due));
    queue_return_letter(context.app, tx, row, (*step)->mail, "asked", context.viewer.post);
    return {};
}

Result<void> file_return(const web::Context& context, db::WriteTx& tx, db::RegisterReturn row,
                         ReturnEvent event) {
    const auto& form = context.form();
    const auto step = workflows::decide(row.state, event, "", return_actor(context, tx, row));
    if (!step) return step.error();
    if (form.get("version") != std::to_string(row.version)) return stale();
    auto texts = read_texts(form);
    if (!texts) return texts.error();
    if (auto good = workflows::check_draft(*texts); !good) return good;
    row.texts = *std::move(texts);
    if (event == ReturnEvent::submit) {
        if (auto good = submit(context, tx, row); !good) return good;
    }
    row.state = (*step)->to;
    if (auto saved = db::save_return(tx, row); !saved) return saved;
    tx.touch("board:" + row.board);
    write_down(tx, row, std::string(workflows::to_text(event)),
               event == ReturnEvent::submit ? "completed " + row.completed : "");
    return {};
}

Result<void> judge_return(const web::Context& context, db::WriteTx& tx, db::RegisterReturn row,
                          ReturnEvent event) {
    const auto& form = context.form();
    const auto comment = trimmed(form.get("comment"));
    const auto step = workflows::decide(row.state, event, comment, return_actor(context, tx, row));
    if (!step) return step.error();
    if (form.get("version") != std::to_string(row.version)) return stale();
    row.state = (*step)->to;
    if (event == ReturnEvent::send_back) row.comment = comment;
    if (auto saved = db::save_return(tx, row); !saved) return saved;
    write_down(tx, row, std::string(workflows::to_text(event)), comment);
    if (!(*step)->mail.empty())
        queue_return_letter(context.app, tx, row, (*step)->mail, std::to_string(row.version),
                            context.viewer.post);
    return {};
}

workflows::ReturnTexts prefilled_texts(db::ReadTx& tx, const std::string& board, int year) {
    workflows::ReturnTexts texts;
    for (const auto& row : db::list_returns_of(tx, board)) {
        const bool filed =
            row.state == ReturnState::submitted || row.state == ReturnState::accepted;
        if (row.year >= year || !filed) continue;
        texts = row.texts;
        break;
    }
    if (const auto found = db::find_board(tx, board); found && !found->website.empty())
        texts.website = found->website;
    const auto record = db::find_register_record(tx, board);
    if (texts.website.empty() && record) texts.website = record->website;
    return texts;
}

std::vector<db::RegisterReturn> returns_to_chase(db::ReadTx& tx, int year, Day today) {
    auto rows = db::list_open_returns(tx);
    std::erase_if(rows, [&](const db::RegisterReturn& row) {
        const bool chased_today =
            row.chased_at &&
            workflows::to_local(*row.chased_at, workflows::county_zone).day == today;
        return row.year != year || chased_today;
    });
    return rows;
}

int chase_returns(const web::Context& context, db::WriteTx& tx, int year) {
    const auto today = context.today(tx);
    int boards = 0;
    for (const auto& row : returns_to_chase(tx, year, today)) {
        const auto queued = queue_return_letter(context.app, tx, row, "return_chased",
                                                workflows::iso(today), context.viewer.post);
        if (queued == 0) continue;
        db::record_chase(tx, row.board, row.year);
        write_down(tx, row, "chase", std::to_string(queued) + " letters");
        ++boards;
    }
    return boards;
}

}  // namespace server::partnership_register
