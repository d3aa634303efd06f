// A document's way round planned in one go: each board's next meeting that papers can still reach.
#include <algorithm>
#include <set>

#include "db/boards.hpp"
#include "db/meetings.hpp"
#include "server/circulation/boards_ahead.hpp"
#include "server/circulation/circulation_commands.hpp"
#include "server/circulation/handlers.hpp"
#include "server/circulation/words.hpp"
#include "server/web/form_parts.hpp"
#include "server/web/href.hpp"
#include "server/web/page.hpp"
#include "server/web/routes.hpp"
#include "server/web/who_acts.hpp"
#include "workflows/text/words.hpp"

namespace server::circulation {
namespace {

using workflows::Day;

constexpr int meetings_shown_max = 3;  // that cannot work, for each board

// The meeting that a board would take the document at, and those before it that cannot.
struct Proposal {
    workflows::Board board;
    std::string meeting;  // id; empty: there is none
    std::string words;    // "Thursday 7 April 2016", or why there is none and what then
    std::vector<std::string> too_late;
};

class Proposals {
  public:
    Proposals(const web::Context& context, db::ReadTx& tx,
              const std::vector<workflows::Board>& boards)
        : ahead_(context.app, tx, codes_of(boards)) {}

    Proposal of(const workflows::Board& board) const {
        Proposal proposal{board, "", words::assent_instead, {}};
        const auto reach = ahead_.reach(board.code);
        const db::MeetingRow* undated = nullptr;
        for (const auto& meeting : ahead_.meetings_of(board.code)) {
            const auto day = meeting.planned.day();
            if (!day) {
                if (undated == nullptr) undated = &meeting;
                continue;
            }
            const auto reaching =
                workflows::reaches(*day, ahead_.today(), reach, ahead_.holidays());
            if (reaching.in_time) return chosen(std::move(proposal), meeting);
            proposal.too_late.push_back(words::cannot_take_it(*day, reaching.reason));
        }
        if (undated != nullptr) return chosen(std::move(proposal), *undated);
        if (!proposal.too_late.empty()) proposal.words = words::assent_instead_later;
        return proposal;
    }

  private:
    static std::set<std::string> codes_of(const std::vector<workflows::Board>& boards) {
        std::set<std::string> codes;
        for (const auto& board : boards)
            codes.insert(board.code);
        return codes;
    }

    static Proposal chosen(Proposal proposal, const db::MeetingRow& meeting) {
        proposal.meeting = meeting.id;
        proposal.words = meeting.planned.words();
        if (meeting.state == workflows::MeetingState::provisional)
            proposal.words = words::provisional(proposal.words);
        return proposal;
    }

    BoardsAhead ahead_;
};

std::set<std::string> boards_there(const std::vector<db::StopRow>& stops) {
    std::set<std::string> boards;
    for (const auto& stop : stops)
        boards.insert(stop.board);
    return boards;
}

// Boards that stand today and are no stop yet.
std::vector<workflows::Board> boards_to_choose(db::ReadTx& tx, Day today,
                                               const std::set<std::string>& there) {
    auto boards = db::list_boards(tx);
    std::erase_if(boards, [&](const auto& board) {
        return !board.is_active(today) || there.contains(board.code);
    });
    return boards;
}

// Each group with those of its boards, or of their successors, that can be chosen.
std::map<std::string, std::set<std::string>> groups_to_choose(
    db::ReadTx& tx, Day today, const std::vector<workflows::Board>& boards) {
    const auto successions = db::list_successions(tx);
    std::map<std::string, std::set<std::string>> groups;
    for (const auto& member : db::list_groups(tx)) {
        const auto board = workflows::holder(member.board, successions, today);
        if (std::ranges::find(boards, board, &workflows::Board::code) != boards.end())
            groups[member.group].insert(board);
    }
    return groups;
}

// A yearly review goes where the document went before.
std::set<std::string> boards_of_last_time(db::ReadTx& tx, const std::string& circulation,
                                          Day today) {
    std::set<std::string> boards;
    const auto review = db::find_review_raised(tx, circulation);
    if (!review) return boards;
    const auto successions = db::list_successions(tx);
    for (const auto& stop : db::list_stops(tx, review->circulation))
        if (stop.state != workflows::StopState::withdrawn)
            boards.insert(workflows::holder(stop.board, successions, today));
    return boards;
}

using workflows::text::joined;

std::string late_words(const Proposal& proposal) {
    std::string words;
    const auto& late = proposal.too_late;
    const auto first = late.size() > meetings_shown_max
                           ? late.size() - static_cast<std::size_t>(meetings_shown_max)
                           : 0;
    for (auto i = first; i < late.size(); ++i)
        words += (words.empty() ? "" : " ") + late[i];
    return words;
}

std::vector<templates::Choice> board_choices(const web::Context& context,
                                             const std::vector<Proposal>& proposals,
                                             const std::set<std::string>& last_time) {
    const auto typed = context.form().all("board");
    std::vector<templates::Choice> choices;
    for (const auto& proposal : proposals) {
        const auto& code = proposal.board.code;
        const bool chosen = context.error() ? std::ranges::find(typed, code) != typed.end()
                                            : last_time.contains(code);
        choices.push_back({.value = code,
                           .label = proposal.board.name + ": " + proposal.words,
                           .hint = late_words(proposal),
                           .chosen = chosen});
    }
    return choices;
}

void add_form(const web::Context& context, db::ReadTx& tx, web::BlockPage& page,
              const std::vector<Proposal>& proposals,
              const std::map<std::string, std::set<std::string>>& groups) {
    auto& form = page.form(web::form_facts(context, context.request.path, words::plan_these));
    std::vector<templates::Choice> group_choices;
    const auto typed = context.form().all("group");
    for (const auto& [group, boards] : groups)
        group_choices.push_back({.value = group,
                                 .label = group + ": " + joined(boards),
                                 .chosen = std::ranges::find(typed, group) != typed.end()});
    if (!group_choices.empty())
        form.add("fields", templates::checkboxes_field(
                               web::typed_field(context, {"group", words::groups}), group_choices));
    const auto last_time = boards_of_last_time(tx, context.param("circulation"), context.today(tx));
    form.add("fields",
             templates::checkboxes_field(
                 web::typed_field(context, {"board", words::boards, "", words::boards_hint}),
                 board_choices(context, proposals, last_time)));
    auto stage = web::typed_field(context, {"stage", words::stage, "1", words::stage_hint});
    stage.width = templates::FieldWidth::two;
    stage.mode = templates::InputMode::numeric;
    form.add("fields", templates::text_field(stage));
    page.layout().errors = web::error_links_of(context, form);
}

Result<int> stage_of(const std::string& text) {
    const bool digit = text.size() == 1 && text[0] >= '1' && text[0] <= '9';
    if (!digit) return workflows::invalid("stage", words::stage_out_of_range(stages_max));
    return text[0] - '0';
}

// Boards ticked one by one, and those of ticked groups.
std::set<std::string> chosen_boards(const web::Form& form,
                                    const std::map<std::string, std::set<std::string>>& groups) {
    std::set<std::string> chosen;
    for (const auto& code : form.all("board"))
        chosen.insert(code);
    for (const auto& name : form.all("group")) {
        const auto group = groups.find(name);
        if (group != groups.end()) chosen.insert(group->second.begin(), group->second.end());
    }
    return chosen;
}

}  // namespace

Result<net::Response> show_circulation_plan(const web::Context& context, db::ReadTx& tx) {
    const auto row = db::load_circulation(tx, context.param("circulation"));
    if (!row) return row.error();
    const auto today = context.today(tx);
    const auto there = boards_there(db::list_stops(tx, row->id));
    const auto boards = boards_to_choose(tx, today, there);
    const Proposals of(context, tx, boards);
    std::vector<Proposal> proposals;
    for (const auto& board : boards)
        proposals.push_back(of.of(board));
    web::BlockPage page(context, words::plan_title);
    page.caption(row->document);
    page.crumb(words::circulations, web::href(routes::circulations))
        .crumb(row->document, web::href(routes::circulation, row->id));
    page.paragraph(words::plan_lead);
    add_form(context, tx, page, proposals, groups_to_choose(tx, today, boards));
    return page.finish();
}

Result<web::Location> plan_circulation(const web::Context& context, db::WriteTx& tx) {
    const auto row = db::load_circulation(tx, context.param("circulation"));
    if (!row) return row.error();
    const auto stage = stage_of(context.form().get("stage"));
    if (!stage) return stage.error();
    const auto today = context.today(tx);
    const auto boards = boards_to_choose(tx, today, boards_there(db::list_stops(tx, row->id)));
    const auto chosen = chosen_boards(context.form(), groups_to_choose(tx, today, boards));
    if (chosen.empty()) return workflows::invalid("board", words::boards_missing);
    const Proposals of(context, tx, boards);
    for (const auto& code : chosen) {
        const auto board = std::ranges::find(boards, code, &workflows::Board::code);
        if (board == boards.end()) return workflows::conflict("board", words::already_there(code));
        const auto proposal = of.of(*board);
        const auto added =
            proposal.meeting.empty()
                ? add_stop_without_meeting(tx, *row, code, *stage)
                : add_stop(web::acting(context, tx), tx, *row, proposal.meeting, *stage);
        if (!added) return added.error();
    }
    return web::href(routes::circulation, row->id) + "?done=added";
}

}  // namespace server::circulation
