#include "server/standing.hpp"

#include <algorithm>

#include "db/case_log.hpp"
#include "db/concerns.hpp"
#include "db/date_polls.hpp"
#include "db/issues.hpp"
#include "db/lookups.hpp"
#include "db/meeting_boards.hpp"
#include "db/meeting_readers.hpp"
#include "db/responses.hpp"
#include "db/themes.hpp"
#include "server/actions/stop_holder.hpp"
#include "server/actions/themes.hpp"
#include "server/obligation_subject.hpp"
#include "server/viewer.hpp"

namespace server {

using workflows::Relation;
using workflows::Relations;

bool Viewer::has_seat(std::string_view board, std::string_view role) const {
    return std::any_of(seats.begin(), seats.end(),
                       [&](const Seat& seat) { return seat.board == board && seat.role == role; });
}

bool Viewer::chairs(std::string_view board) const {
    return has_seat(board, "chair") || has_seat(board, "vice-chair");
}

std::vector<std::string> Viewer::boards_as(std::string_view role) const {
    std::vector<std::string> boards;
    for (const auto& seat : seats) {
        if (seat.role == role) boards.push_back(seat.board);
    }
    return boards;
}

bool sits_on(const Viewer& viewer, std::string_view board) {
    return std::ranges::any_of(viewer.seats, [&](const auto& seat) { return seat.board == board; });
}

Relations general_standing(const Viewer& viewer) {
    Relations relations = Relation::anyone;
    if (!viewer.signed_in()) return relations;
    relations |= Relation::signed_in;
    if (viewer.administrator) relations |= Relation::administrator;
    if (viewer.office) relations |= Relation::office;
    for (const auto& seat : viewer.seats) {
        if (seat.role == "secretariat") relations |= Relation::any_secretariat;
        if (seat.role == "chair" || seat.role == "vice-chair") relations |= Relation::any_chair;
    }
    return relations;
}

Relations board_standing(db::ReadTx& tx, const Viewer& viewer, const std::string& board) {
    Relations relations = general_standing(viewer);
    if (!viewer.signed_in()) return relations;
    if (sits_on(viewer, board)) relations |= Relation::member;
    if (viewer.has_seat(board, "secretariat")) relations |= Relation::secretariat;
    if (viewer.chairs(board)) relations |= Relation::chair;
    if (db::is_standing_invitee(tx, board, viewer.person)) relations |= Relation::invitee;
    return relations;
}

namespace {

using Standing = std::optional<Relations>;

Standing of_board(db::ReadTx& tx, const Viewer& viewer, const std::optional<std::string>& board) {
    if (!board) return std::nullopt;
    return board_standing(tx, viewer, *board);
}

Standing of_item(db::ReadTx& tx, const Viewer& viewer, const std::optional<db::ItemOwner>& item) {
    if (!item) return std::nullopt;
    auto relations = board_standing(tx, viewer, item->board);
    if (viewer.signed_in() && item->owner == viewer.person) relations |= Relation::author;
    return relations;
}

void add_side(Relations& relations, const Viewer& viewer, const std::string& board, Relation chair,
              Relation secretariat) {
    if (board.empty()) return;
    if (viewer.chairs(board)) relations |= chair;
    if (viewer.has_seat(board, "secretariat")) relations |= secretariat;
}

// The day by which seats count.
workflows::Day county_day_of(const db::ReadTx& tx) {
    return workflows::to_local(tx.now(), "Europe/London").day;
}

// Who holds it, and the senior officers and lead member at their step, may open it, too.
Standing of_issue(db::ReadTx& tx, const Viewer& viewer, const std::string& id) {
    const auto sides = db::sides_of_issue(tx, id);
    if (!sides) return std::nullopt;
    auto relations = general_standing(viewer);
    if (!viewer.signed_in()) return relations;
    add_side(relations, viewer, sides->raising_board, Relation::asking_chair,
             Relation::asking_secretariat);
    add_side(relations, viewer, sides->asked_board, Relation::asked_chair,
             Relation::asked_secretariat);
    if (db::holds_issue(tx, id, viewer.person, county_day_of(tx))) relations |= Relation::self;
    return relations;
}

// The safeguarding board knows of a concern from the day on which it is escalated.
Standing of_concern(db::ReadTx& tx, const Viewer& viewer, const std::string& id) {
    const auto sides = db::sides_of_concern(tx, id);
    if (!sides) return std::nullopt;
    auto relations = general_standing(viewer);
    add_side(relations, viewer, sides->raising_board, Relation::asking_chair,
             Relation::asking_secretariat);
    const auto state = workflows::from_text<workflows::ConcernState>(sides->state);
    if (state && workflows::is_escalated(*state))
        add_side(relations, viewer, sides->safeguarding_board, Relation::asked_chair,
                 Relation::asked_secretariat);
    return relations;
}

Standing of_request(db::ReadTx& tx, const Viewer& viewer, const std::string& id) {
    const auto sides = db::sides_of_request(tx, id);
    if (!sides) return std::nullopt;
    auto relations = general_standing(viewer);
    const auto add = [&](const std::string& board, Relation chair, Relation secretariat) {
        if (viewer.chairs(board)) relations |= chair;
        if (viewer.has_seat(board, "secretariat")) relations |= secretariat;
    };
    add(sides->asking_board, Relation::asking_chair, Relation::asking_secretariat);
    add(sides->asked_board, Relation::asked_chair, Relation::asked_secretariat);
    return relations;
}

// Before the paper is delivered the board that is to respond knows nothing of it.
Standing of_response(db::ReadTx& tx, const Viewer& viewer, const std::string& id) {
    const auto sides = db::sides_of_response(tx, id);
    if (!sides) return std::nullopt;
    auto relations = general_standing(viewer);
    if (viewer.chairs(sides->asking_board)) relations |= Relation::asking_chair;
    if (viewer.has_seat(sides->asking_board, "secretariat"))
        relations |= Relation::asking_secretariat;
    if (!sides->delivered) return relations;
    if (viewer.chairs(sides->owing_board)) relations |= Relation::asked_chair;
    if (viewer.has_seat(sides->owing_board, "secretariat"))
        relations |= Relation::asked_secretariat;
    if (viewer.signed_in() && viewer.person == sides->owner && sits_on(viewer, sides->owing_board))
        relations |= Relation::author;
    return relations;
}

// Chair and secretariat of the board that holds the duties of one that has ended.
bool answers_for(db::ReadTx& tx, const Viewer& viewer, const std::string& board) {
    const auto holder = holder_today(tx, board);
    return viewer.chairs(holder) || viewer.has_seat(holder, "secretariat");
}

Standing of_circulation(db::ReadTx& tx, const Viewer& viewer, const std::string& id) {
    const auto owner = db::board_of_circulation(tx, id);
    if (!owner) return std::nullopt;
    auto relations = board_standing(tx, viewer, *owner);
    for (const auto& board : db::boards_of_stops(tx, id)) {
        if (sits_on(viewer, board) || answers_for(tx, viewer, board))
            relations |= Relation::stop_member;
    }
    return relations;
}

// The board that a stop visits records the outcome; the owner issues the paper: both act on it.
Standing of_stop(db::ReadTx& tx, const Viewer& viewer, const std::string& id) {
    const auto boards = db::boards_of_stop(tx, id);
    if (!boards) return std::nullopt;
    return board_standing(tx, viewer, boards->board) |
           board_standing(tx, viewer, holder_today(tx, boards->board)) |
           board_standing(tx, viewer, boards->owner);
}

Standing of_person(db::ReadTx& tx, const Viewer& viewer, const std::string& key,
                   const std::string& today) {
    if (!db::person_exists(tx, key)) return std::nullopt;
    auto relations = general_standing(viewer);
    if (viewer.person == key) relations |= Relation::self;
    for (const auto& seat : db::seats_today(tx, key, today)) {
        if (viewer.has_seat(seat.board, "secretariat")) relations |= Relation::seat_secretariat;
    }
    return relations;
}

Standing of_job(db::ReadTx& tx, const Viewer& viewer, const std::string& id) {
    const auto owner = db::owner_of_job(tx, id);
    if (!owner) return std::nullopt;
    auto relations = board_standing(tx, viewer, owner->board);
    if (viewer.signed_in() && owner->started_by == viewer.person) relations |= Relation::starter;
    return relations;
}

using AskedBeside = bool (*)(db::ReadTx&, const std::string&, const std::string&,
                             const std::string&);

// Who is asked to one meeting, from a board that joins it or by name, reads of it what those read
// who are always invited.
Standing with_asked(db::ReadTx& tx, const Viewer& viewer, Standing standing, const std::string& id,
                    AskedBeside asked) {
    const bool inside = !standing || !viewer.signed_in() || standing->has(Relation::member) ||
                        standing->has(Relation::invitee);
    if (inside) return standing;
    if (asked(tx, id, viewer.person, workflows::iso(county_day_of(tx))))
        *standing |= Relation::invitee;
    return standing;
}

// Whoever the report is of stands to it as the side that asks the board for something.
Standing of_obligation(db::ReadTx& tx, const Viewer& viewer, const std::string& name) {
    const auto subject = find_obligation_subject(tx, name);
    if (!subject) return std::nullopt;
    auto relations = board_standing(tx, viewer, subject->row.what.board);
    for (const auto& owner : subject->owners) {
        if (viewer.chairs(owner)) relations |= Relation::asking_chair;
        if (viewer.has_seat(owner, "secretariat")) relations |= Relation::asking_secretariat;
    }
    return relations;
}

// Whose report it is this year: nobody else says so for them.
Standing of_report(db::ReadTx& tx, const Viewer& viewer, const std::string& slug) {
    const auto report = find_report(tx, slug);
    if (!report) return std::nullopt;
    auto relations = general_standing(viewer);
    const auto today = workflows::to_local(tx.now(), "Europe/London").day;
    for (const auto& owner : owners_of_report(tx, *report, workflows::year_of(today)))
        relations |= board_standing(tx, viewer, owner);
    return relations;
}

// Who raised it, and the secretariats of the boards that lead on it.
Standing of_theme(db::ReadTx& tx, const Viewer& viewer, const std::string& key) {
    const auto theme = db::find_theme(tx, key);
    if (!theme) return std::nullopt;
    auto relations = general_standing(viewer);
    if (!viewer.signed_in()) return relations;
    const auto events = db::list_case_events(tx, db::CaseKind::theme, key);
    const bool raised = !events.empty() && events.front().actor == viewer.person &&
                        events.front().event == workflows::to_text(workflows::ThemeEvent::raise);
    if (raised) relations |= Relation::self;
    const ThemeBoards boards(tx, workflows::to_local(tx.now(), "Europe/London").day);
    for (const auto& board : viewer.boards_as("secretariat"))
        if (boards.holds(theme->lead_boards, board)) relations |= Relation::secretariat;
    return relations;
}

// A closed meeting is not there for those who may not know of it, nor are its items and papers.
Standing with_told(db::ReadTx& tx, const Viewer& viewer, Standing standing,
                   const std::optional<std::string>& meeting) {
    if (!standing || !meeting) return standing;
    if (db::is_meeting_known(tx, *meeting, {.person = viewer.person})) *standing |= Relation::told;
    return standing;
}

const std::string& at(const PathParams& params, std::string_view name) {
    return params.find(name)->second;
}

}  // namespace

Standing standing(db::ReadTx& tx, const Viewer& viewer, Subject subject, const PathParams& params) {
    switch (subject) {
        case Subject::nothing:
            return general_standing(viewer);
        case Subject::board:
            return of_board(tx, viewer, db::board_of_slug(tx, at(params, "board")));
        case Subject::meeting:
            return with_told(
                tx, viewer,
                with_asked(tx, viewer,
                           of_board(tx, viewer, db::board_of_meeting(tx, at(params, "meeting"))),
                           at(params, "meeting"), db::is_asked_beside),
                at(params, "meeting"));
        case Subject::item:
            return with_asked(tx, viewer,
                              of_item(tx, viewer, db::owner_of_item(tx, at(params, "item"))),
                              at(params, "item"), db::is_asked_beside_for_item);
        case Subject::paper:
            return with_told(
                tx, viewer,
                with_asked(tx, viewer,
                           of_item(tx, viewer, db::owner_of_paper(tx, at(params, "paper"))),
                           at(params, "paper"), db::is_asked_beside_for_paper),
                db::meeting_of_paper(tx, at(params, "paper")));
        case Subject::request:
            return of_request(tx, viewer, at(params, "request"));
        case Subject::circulation:
            return of_circulation(tx, viewer, at(params, "circulation"));
        case Subject::stop:
            return of_stop(tx, viewer, at(params, "stop"));
        case Subject::person:
            return of_person(tx, viewer, at(params, "person"), workflows::iso(county_day_of(tx)));
        case Subject::membership:
            return of_board(tx, viewer, db::board_of_membership(tx, at(params, "membership")));
        case Subject::job:
            return of_job(tx, viewer, at(params, "job"));
        case Subject::mail:
            return of_board(tx, viewer, db::board_of_mail(tx, at(params, "mail")));
        case Subject::response:
            return of_response(tx, viewer, at(params, "response"));
        case Subject::issue:
            return of_issue(tx, viewer, at(params, "issue"));
        case Subject::concern:
            return of_concern(tx, viewer, at(params, "concern"));
        case Subject::obligation:
            return of_obligation(tx, viewer, at(params, "obligation"));
        case Subject::poll:
            return of_board(tx, viewer, db::board_of_poll(tx, at(params, "poll")));
        case Subject::report:
            return of_report(tx, viewer, at(params, "report"));
        case Subject::theme:
            return of_theme(tx, viewer, at(params, "theme"));
    }
    return std::nullopt;
}

Result<PresentStanding> stand_again(const Context& context, db::ReadTx& tx,
                                    workflows::Action action, Subject subject) {
    PresentStanding present;
    present.viewer = identify(context.app, tx, context.request);
    const bool same = present.viewer.person == context.viewer.person;
    const auto relations = standing(tx, present.viewer, subject, context.params());
    if (!same || !relations || !workflows::allowed(action, *relations)) {
        return Error{workflows::Code::forbidden, "You may no longer do this."};
    }
    present.relations = *relations;
    return present;
}

}  // namespace server
