#include "server/circulation/review_commands.hpp"

#include <set>

#include "db/audit.hpp"
#include "db/boards.hpp"
#include "server/circulation/circulation_queries.hpp"
#include "server/circulation/stop_facts.hpp"
#include "server/circulation/words.hpp"
#include "server/web/href.hpp"
#include "server/web/routes.hpp"
#include "workflows/core/clear_days.hpp"
#include "workflows/timetable/timetable.hpp"

namespace server::circulation {
namespace {

using workflows::Day;

// A review that nobody took up for so long is not chased for ever.
constexpr std::chrono::days review_shown_for{366};

Day years_after(Day day, int years) {
    const auto moved = std::chrono::year_month_day{day} + std::chrono::years{years};
    return moved.ok() ? Day{moved} : Day{moved.year() / moved.month() / std::chrono::last};
}

void raise(db::WriteTx& tx, db::CirculationReview review) {
    const auto reviewed = db::load_circulation(tx, review.circulation).value();
    const auto owner =
        workflows::holder(reviewed.owner, db::list_successions(tx), county_today(tx));
    db::CirculationRow next;
    next.document = reviewed.document;
    next.owner = owner;
    next.purpose = reviewed.purpose;
    const int year = workflows::year_of(*review.review_by);
    next.version_label = "review " + std::to_string(year);
    next = db::insert_circulation(tx, next);
    review.raised = next.id;
    db::save_circulation_review(tx, review).value();
    db::append_audit(tx, {"circulation.review", "circulation:" + next.id, next.owner,
                          "begun for the review of " + reviewed.version_label});
}

std::string review_href(const db::ReviewToDo& review) {
    return review.raised.empty() ? web::href(routes::circulation, review.circulation)
                                 : web::href(routes::circulation_plan, review.raised);
}

void add_assent_todos(db::ReadTx& tx, const std::string& board,
                      std::vector<workflows::Todo>& todos) {
    for (const auto& stop : db::list_asked_stops(tx, board)) {
        todos.push_back({workflows::TodoKind::response_owed, stop.assent_by,
                         words::say_whether_it_assents(stop.board_name),
                         web::href(routes::circulation, stop.circulation), board});
    }
}

void add_stale_todos(db::ReadTx& tx, const std::string& owner,
                     std::vector<workflows::Todo>& todos) {
    for (const auto& stale : db::list_stale_circulations(tx, owner)) {
        todos.push_back({workflows::TodoKind::circulation_papers, std::nullopt,
                         words::decide_what_is_next(stale.document, stale.boards),
                         web::href(routes::circulation_amended, stale.circulation), owner});
    }
}

}  // namespace

void keep_review_day(base::App& app, db::WriteTx& tx, const db::CirculationRow& circulation) {
    const auto status = circulation_status(app, tx, circulation);
    if (!status.complete() || status.review || !status.projection.finish) return;
    db::save_circulation_review(
        tx, {circulation.id, years_after(*status.projection.finish, review_after_years), "", 0})
        .value();
}

Result<void> set_review_day(base::App& app, db::WriteTx& tx, const db::CirculationRow& circulation,
                            std::optional<Day> review_by, int version) {
    const auto status = circulation_status(app, tx, circulation);
    if (!status.complete()) return workflows::refused(words::not_circulated);
    if (status.review && !status.review->raised.empty())
        return workflows::refused(words::review_begun);
    if (review_by && *review_by <= status.today)
        return workflows::invalid("review_by", words::review_day_past);
    db::CirculationReview review{circulation.id, review_by, "", version};
    if (auto saved = db::save_circulation_review(tx, review); !saved) return saved;
    db::append_audit(tx, {"circulation.review_by", "circulation:" + circulation.id,
                          circulation.owner, review_by ? workflows::iso(*review_by) : "none"});
    return {};
}

base::JobReport raise_reviews(base::App& app, const base::Stopping&) {
    {
        const auto tx = app.database.begin_read();
        if (db::list_reviews_to_raise(*tx, county_today(*tx)).empty())
            return base::JobReport::nothing_left;
    }
    auto tx = app.database.begin_write();
    const auto reviews = db::list_reviews_to_raise(*tx, county_today(*tx));
    for (const auto& review : reviews)
        raise(*tx, review);
    tx->commit();
    app.log(base::Severity::info, "reviews: " + std::to_string(reviews.size()) + " begun");
    return base::JobReport::nothing_left;
}

void add_review_duties(db::ReadTx& tx, const letters::DutyFacts& facts,
                       std::vector<workflows::Duty>& duties) {
    for (const auto& review : db::list_reviews_to_do(tx, facts.from, facts.to)) {
        workflows::Duty duty;
        duty.kind = workflows::ReminderKind::review_due;
        duty.board = review.owner;
        duty.subject = review.circulation;
        duty.title = review.document;
        duty.due = review.review_by;
        duty.useful_until = workflows::working_days_after(
                                review.review_by, workflows::overdue_useful_days, facts.holidays)
                                .day;
        duty.zone = facts.zone_of(review.owner);
        duty.words = words::review_reminder;
        duty.path = review_href(review);
        workflows::add_people(duty, facts.seats.officers(review.owner),
                              workflows::RemindedAs::owner);
        duties.push_back(std::move(duty));
    }
}

void add_circulation_todos(db::ReadTx& tx, const letters::TodoFacts& facts,
                           std::vector<workflows::Todo>& todos) {
    std::set<std::string> boards;
    for (const auto& seat : facts.viewer.seats)
        if (facts.speaks_for(seat.board)) boards.insert(seat.board);
    for (const auto& board : boards) {
        add_assent_todos(tx, board, todos);
        add_stale_todos(tx, board, todos);
    }
    const auto last = facts.today + review_shown_for;
    for (const auto& review : db::list_reviews_to_do(tx, facts.today - review_shown_for, last)) {
        if (!boards.contains(review.owner)) continue;
        todos.push_back({workflows::TodoKind::review_due, review.review_by,
                         words::review_and_circulate(review.document), review_href(review),
                         review.owner});
    }
}

}  // namespace server::circulation
