// The register: what each board last said of itself, and whether that was before its last meeting.
#include "db/boards.hpp"
#include "db/county.hpp"
#include "db/people.hpp"
#include "server/board_facts.hpp"
#include "server/page.hpp"
#include "server/pages/pages.hpp"

namespace server::pages {
namespace {

using templates::Cell;
using templates::CellKind;

std::string post_of(db::ReadTx& tx, const std::string& key) {
    const auto person = db::find_person(tx, key);
    return person ? person->post : "Not recorded";
}

// A month counts as its last day, so "September" is not before "19 September".
bool is_out_of_date(const db::RegisterRecord& record) {
    return !record.last_meeting.to_be_confirmed() && record.completed < record.last_meeting;
}

Cell state_cell(const db::RegisterRecord& record) {
    if (!is_out_of_date(record)) return Cell{"Up to date"};
    return Cell{"Completed before its last meeting", "", CellKind::text,
                templates::tag_class(templates::TagColour::orange)};
}

}  // namespace

Result<Response> show_register(const Context& context, db::ReadTx& tx) {
    const auto records = db::list_register(tx);
    std::vector<std::string> tags{"people"};
    for (const auto& record : records)
        tags.push_back("board:" + record.board);
    if (!context.viewer.signed_in()) context.cache_publicly(std::move(tags));
    BlockPage page(context, "Register of the boards");
    page.crumb("Boards", "/boards");
    page.layout().wide = true;
    std::size_t early = 0;
    for (const auto& record : records)
        early += is_out_of_date(record) ? 1 : 0;
    page.lead(std::to_string(early) + " of " + std::to_string(records.size()) +
              " records were completed before the last meeting that they should tell of.");
    auto& table = page.table("Records of the boards", {{"Board"},
                                                       {"Completed"},
                                                       {"Last meeting"},
                                                       {"Next meeting"},
                                                       {"Lead member"},
                                                       {"Lead officer"},
                                                       {"State"}});
    for (const auto& record : records) {
        const auto board = db::find_board(tx, record.board);
        templates::add_table_row(
            table, {Cell{board->name, board_href(*board), CellKind::row_head},
                    Cell{record.completed.words()}, Cell{record.last_meeting.words()},
                    Cell{record.next_meeting.words()}, Cell{post_of(tx, record.lead_member)},
                    Cell{post_of(tx, record.lead_officer)}, state_cell(record)});
    }
    return page.finish();
}

}  // namespace server::pages
