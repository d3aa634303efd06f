#include "db/lookups.hpp"

#include "db/statement.hpp"

namespace db {
namespace {

constexpr Sql slug_board{"lookup.slug", "SELECT code FROM board WHERE slug = :slug"};
constexpr Sql meeting_board{"lookup.meeting", "SELECT board FROM meeting WHERE id = :id"};
constexpr Sql item_owner{"lookup.item", R"(
    SELECT meeting.board, agenda_item.owner FROM agenda_item
    JOIN meeting ON meeting.id = agenda_item.meeting WHERE agenda_item.id = :id)"};
constexpr Sql paper_owner{"lookup.paper", R"(
    SELECT meeting.board, agenda_item.owner FROM paper
    JOIN agenda_item ON agenda_item.id = paper.item
    JOIN meeting ON meeting.id = agenda_item.meeting WHERE paper.id = :id)"};
constexpr Sql request_sides{"lookup.request",
                            "SELECT asking_board, asked_board FROM agenda_request WHERE id = :id"};
constexpr Sql circulation_board{"lookup.circulation",
                                "SELECT owner FROM circulation WHERE id = :id"};
constexpr Sql stop_board_list{"lookup.stop_boards",
                              "SELECT board FROM circulation_stop WHERE circulation = :circulation "
                              "AND state <> 'withdrawn' ORDER BY board"};
constexpr Sql stop_boards{"lookup.stop", R"(
    SELECT circulation_stop.board, circulation.owner FROM circulation_stop
    JOIN circulation ON circulation.id = circulation_stop.circulation
    WHERE circulation_stop.id = :id)"};
constexpr Sql membership_board{"lookup.membership", "SELECT board FROM membership WHERE id = :id"};
constexpr Sql job_owner{"lookup.job", "SELECT board, started_by FROM job WHERE id = :id"};
constexpr Sql mail_board{"lookup.mail", "SELECT board FROM outbox WHERE id = CAST(:id AS INTEGER)"};
constexpr Sql invitee{"lookup.invitee", R"(
    SELECT COUNT(*) FROM standing_invitation
    WHERE board = :board AND person = :person AND (to_day = '' OR to_day >= :today))"};
constexpr Sql person_count{"lookup.person", "SELECT COUNT(*) FROM person WHERE key = :key"};
constexpr Sql seats_of_person{"lookup.seats", R"(
    SELECT board, role FROM membership
    WHERE person = :person AND from_day <= :day AND (to_day = '' OR to_day >= :day))"};

template <class... A>
std::optional<std::string> text_or_nothing(ReadTx& tx, const Sql& sql, const A&... arguments) {
    std::optional<std::string> found;
    each<std::string>(
        tx.session(), sql, [&](const std::string& text) { found = text; }, arguments...);
    return found;
}

template <class Pair>
std::optional<Pair> pair_or_nothing(ReadTx& tx, const Sql& sql, const std::string& id) {
    std::optional<Pair> found;
    each<std::string, std::string>(
        tx.session(), sql,
        [&](const std::string& first, const std::string& second) {
            found = Pair{first, second};
        },
        id);
    return found;
}

}  // namespace

std::optional<std::string> board_of_slug(ReadTx& tx, const std::string& slug) {
    return text_or_nothing(tx, slug_board, slug);
}
std::optional<std::string> board_of_meeting(ReadTx& tx, const std::string& meeting) {
    return text_or_nothing(tx, meeting_board, meeting);
}
std::optional<ItemOwner> owner_of_item(ReadTx& tx, const std::string& item) {
    return pair_or_nothing<ItemOwner>(tx, item_owner, item);
}
std::optional<ItemOwner> owner_of_paper(ReadTx& tx, const std::string& paper) {
    return pair_or_nothing<ItemOwner>(tx, paper_owner, paper);
}
std::optional<RequestSides> sides_of_request(ReadTx& tx, const std::string& request) {
    return pair_or_nothing<RequestSides>(tx, request_sides, request);
}
std::optional<std::string> board_of_circulation(ReadTx& tx, const std::string& circulation) {
    return text_or_nothing(tx, circulation_board, circulation);
}
std::vector<std::string> boards_of_stops(ReadTx& tx, const std::string& circulation) {
    std::vector<std::string> boards;
    each<std::string>(
        tx.session(), stop_board_list, [&](const std::string& board) { boards.push_back(board); },
        circulation);
    return boards;
}
std::optional<StopBoards> boards_of_stop(ReadTx& tx, const std::string& stop) {
    return pair_or_nothing<StopBoards>(tx, stop_boards, stop);
}
std::optional<std::string> board_of_membership(ReadTx& tx, const std::string& membership) {
    return text_or_nothing(tx, membership_board, membership);
}
std::optional<JobOwner> owner_of_job(ReadTx& tx, const std::string& job) {
    return pair_or_nothing<JobOwner>(tx, job_owner, job);
}
std::optional<std::string> board_of_mail(ReadTx& tx, const std::string& number) {
    return text_or_nothing(tx, mail_board, number);
}
bool is_standing_invitee(ReadTx& tx, const std::string& board, const std::string& person) {
    const auto today = workflows::iso(county_day(tx));
    return value<int>(tx.session(), invitee, board, person, today) > 0;
}
bool person_exists(ReadTx& tx, const std::string& person) {
    return value<int>(tx.session(), person_count, person) > 0;
}

std::vector<SeatRow> seats_today(ReadTx& tx, const std::string& person, const std::string& day) {
    std::vector<SeatRow> seats;
    each<std::string, std::string>(
        tx.session(), seats_of_person,
        [&](const std::string& board, const std::string& role) {
            seats.push_back({board, role});
        },
        person, day);
    return seats;
}

std::vector<const Sql*> lookup_statements() {
    return {&slug_board,        &meeting_board,   &item_owner,   &paper_owner,      &request_sides,
            &circulation_board, &stop_board_list, &stop_boards,  &membership_board, &job_owner,
            &mail_board,        &invitee,         &person_count, &seats_of_person};
}

}  // namespace db
