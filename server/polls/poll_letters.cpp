#include "server/polls/poll_letters.hpp"

#include <boost/json.hpp>

#include "db/boards.hpp"
#include "server/letters/letter.hpp"
#include "server/letters/link_types.hpp"
#include "workflows/text/csv.hpp"

namespace server::polls {
namespace {

using workflows::PollAnswer;

// The page behind the link says for so long that the poll is over.
constexpr std::chrono::days link_use{30};

workflows::Instant end_of(workflows::Day day, const std::string& zone) {
    return workflows::to_instant(day + std::chrono::days{1}, {0, 0}, zone).value();
}

std::string time_words(const db::PollRow& poll) {
    return workflows::spoken_time(workflows::parse_time(poll.starts).value()) + " to " +
           workflows::spoken_time(workflows::parse_time(poll.ends).value());
}

void fill_poll(templates::View& view, const db::PollRow& poll, const workflows::Board& board) {
    view.set("board_name", board.name).set("title", poll.title);
    view.set("closes", workflows::long_date(poll.closes_on));
    view.set("times", time_words(poll)).set("place", poll.place).set("reason", poll.reason);
    view.list("dates");
    for (const auto day : poll.days)
        view.add("dates").set("text", workflows::long_date(day));
}

std::string answer_text(const PollGuest& guest, workflows::Day day) {
    const auto found = guest.answers.answers.find(day);
    return found == guest.answers.answers.end() ? std::string()
                                                : std::string(workflows::to_text(found->second));
}

}  // namespace

void ask_poll_guests(base::App& app, db::WriteTx& tx, const db::PollRow& poll,
                     const std::vector<PollGuest>& guests) {
    const auto board = db::load_board(tx, poll.board).value();
    const auto end = end_of(poll.closes_on, board.zone);
    for (const auto& guest : guests) {
        const bool again = guest.answers.letters > 0;
        letters::Letter letter;
        letter.kind = "date_poll";
        letter.subject_id = poll.id;
        letter.revision = std::to_string(guest.answers.letters + 1);
        letter.board = poll.board;
        letter.not_after = end;
        letter.thread = poll.id;
        letter.fill = [&](templates::View& view, const workflows::Person& person) {
            fill_poll(view, poll, board);
            view.flag("again", again).set("number", std::to_string(poll.days.size()));
            view.set("link", letters::make_mail_link(app, tx,
                                                     {poll_link_kind, poll.id, guest.answers.board,
                                                      person.key, end + link_use}));
        };
        letters::queue_letter(app, tx, letter, {guest.person});
        db::count_poll_letter(tx, poll.id, guest.person.key);
    }
}

void tell_poll_cancelled(base::App& app, db::WriteTx& tx, const db::PollRow& poll,
                         const std::vector<PollGuest>& guests) {
    const auto board = db::load_board(tx, poll.board).value();
    std::vector<workflows::Person> people;
    for (const auto& guest : guests)
        people.push_back(guest.person);
    letters::Letter letter;
    letter.kind = "date_poll_cancelled";
    letter.subject_id = poll.id;
    letter.revision = "cancelled";
    letter.board = poll.board;
    letter.not_after = end_of(poll.days.back(), board.zone);
    letter.thread = poll.id;
    letter.fill = [&](templates::View& view, const workflows::Person&) {
        fill_poll(view, poll, board);
    };
    letters::queue_letter(app, tx, letter, people);
}

std::string poll_json(const db::PollRow& poll, const std::vector<PollGuest>& guests) {
    boost::json::array dates;
    const auto totals = totals_of(poll, guests);
    for (const auto& total : totals)
        dates.push_back({{"date", workflows::iso(total.day)},
                         {"yes", total.yes},
                         {"if_need_be", total.if_need_be},
                         {"no", total.no}});
    boost::json::array answers;
    std::size_t answered = 0;
    for (const auto& guest : guests) {
        answered += has_answered(guest) ? 1 : 0;
        boost::json::object one{{"post", guest.person.post}, {"answered", has_answered(guest)}};
        for (const auto day : poll.days)
            one[workflows::iso(day)] = answer_text(guest, day);
        answers.push_back(std::move(one));
    }
    boost::json::object json{{"id", poll.id},
                             {"board", poll.board},
                             {"state", workflows::to_text(poll.state)},
                             {"closes_on", workflows::iso(poll.closes_on)},
                             {"meeting", poll.meeting},
                             {"asked", guests.size()},
                             {"answered", answered},
                             {"dates", std::move(dates)},
                             {"answers", std::move(answers)},
                             {"best", nullptr}};
    if (const auto best = workflows::best_poll_day(totals)) json["best"] = workflows::iso(*best);
    return boost::json::serialize(json);
}

std::string poll_csv(const db::PollRow& poll, const std::vector<PollGuest>& guests) {
    std::vector<std::string> cells{"post"};
    for (const auto day : poll.days)
        cells.push_back(workflows::iso(day));
    auto text = workflows::text::csv_line(cells);
    for (const auto& guest : guests) {
        cells = {guest.person.post};
        for (const auto day : poll.days)
            cells.push_back(answer_text(guest, day));
        text += workflows::text::csv_line(cells);
    }
    const auto totals = totals_of(poll, guests);
    for (const auto& [name, count] : {std::pair{"yes", &workflows::PollTotal::yes},
                                      {"if_need_be", &workflows::PollTotal::if_need_be},
                                      {"no", &workflows::PollTotal::no}}) {
        cells = {std::string("total ") + name};
        for (const auto& total : totals)
            cells.push_back(std::to_string(total.*count));
        text += workflows::text::csv_line(cells);
    }
    return text;
}

}  // namespace server::polls
