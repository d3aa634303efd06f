#include "db/lookups.hpp"

#include "db/statement.hpp"

namespace db {

BOOST_DESCRIBE_STRUCT(ItemOwner, (), (board, owner))
BOOST_DESCRIBE_STRUCT(RequestSides, (), (asking_board, asked_board))
BOOST_DESCRIBE_STRUCT(StopBoards, (), (board, owner))
BOOST_DESCRIBE_STRUCT(JobOwner, (), (board, started_by))
BOOST_DESCRIBE_STRUCT(SeatRow, (), (board, role))

namespace {

constexpr Query<std::string> slug_board{"lookup.slug", "SELECT code FROM board WHERE slug = :slug"};
constexpr Query<std::string> meeting_board{"lookup.meeting",
                                           "SELECT board FROM meeting WHERE id = :id"};
constexpr Query<ItemOwner> item_owner{"lookup.item", R"(
    SELECT meeting.board, agenda_item.owner FROM agenda_item
    JOIN meeting ON meeting.id = agenda_item.meeting WHERE agenda_item.id = :id)"};
constexpr Query<ItemOwner> paper_owner{"lookup.paper", R"(
    SELECT meeting.board, agenda_item.owner FROM paper
    JOIN agenda_item ON agenda_item.id = paper.item
    JOIN meeting ON meeting.id = agenda_item.meeting WHERE paper.id = :id)"};
constexpr Query<RequestSides> request_sides{
    "lookup.request", "SELECT asking_board, asked_board FROM agenda_request WHERE id = :id"};
constexpr Query<std::string> circulation_board{"lookup.circulation",
                                               "SELECT owner FROM circulation WHERE id = :id"};
constexpr Query<std::string> stop_board_list{
    "lookup.stop_boards",
    "SELECT board FROM circulation_stop WHERE circulation = :circulation "
    "AND state <> 'withdrawn' ORDER BY board"};
constexpr Query<StopBoards> stop_boards{"lookup.stop", R"(
    SELECT circulation_stop.board, circulation.owner FROM circulation_stop
    JOIN circulation ON circulation.id = circulation_stop.circulation
    WHERE circulation_stop.id = :id)"};
constexpr Query<std::string> membership_board{"lookup.membership",
                                              "SELECT board FROM membership WHERE id = :id"};
constexpr Query<JobOwner> job_owner{"lookup.job",
                                    "SELECT board, started_by FROM job WHERE id = :id"};
constexpr Query<std::string> mail_board{"lookup.mail",
                                        "SELECT board FROM outbox WHERE id = CAST(:id AS INTEGER)"};
constexpr Query<int> invitee{"lookup.invitee", R"(
    SELECT COUNT(*) FROM standing_invitation
    WHERE board = :board AND person = :person AND (to_day = '' OR to_day >= :today))"};
constexpr Query<std::string> inviting{"lookup.boards_inviting", R"(
    SELECT board FROM standing_invitation
    WHERE person = :person AND (to_day = '' OR to_day >= :today))"};
constexpr Query<int> person_count{"lookup.person", "SELECT COUNT(*) FROM person WHERE key = :key"};
constexpr Query<SeatRow> seats_of_person{"lookup.seats", R"(
    SELECT board, role FROM membership
    WHERE person = :person AND from_day <= :day AND (to_day = '' OR to_day >= :day))"};

}  // namespace

std::optional<std::string> board_of_slug(ReadTx& tx, const std::string& slug) {
    return select_one(tx.session(), slug_board, {{"slug", slug}});
}
std::optional<std::string> board_of_meeting(ReadTx& tx, const std::string& meeting) {
    return select_one(tx.session(), meeting_board, {{"id", meeting}});
}
std::optional<ItemOwner> owner_of_item(ReadTx& tx, const std::string& item) {
    return select_one(tx.session(), item_owner, {{"id", item}});
}
std::optional<ItemOwner> owner_of_paper(ReadTx& tx, const std::string& paper) {
    return select_one(tx.session(), paper_owner, {{"id", paper}});
}
std::optional<RequestSides> sides_of_request(ReadTx& tx, const std::string& request) {
    return select_one(tx.session(), request_sides, {{"id", request}});
}
std::optional<std::string> board_of_circulation(ReadTx& tx, const std::string& circulation) {
    return select_one(tx.session(), circulation_board, {{"id", circulation}});
}
std::vector<std::string> boards_of_stops(ReadTx& tx, const std::string& circulation) {
    return select(tx.session(), stop_board_list, {{"circulation", circulation}});
}
std::optional<StopBoards> boards_of_stop(ReadTx& tx, const std::string& stop) {
    return select_one(tx.session(), stop_boards, {{"id", stop}});
}
std::optional<std::string> board_of_membership(ReadTx& tx, const std::string& membership) {
    return select_one(tx.session(), membership_board, {{"id", membership}});
}
std::optional<JobOwner> owner_of_job(ReadTx& tx, const std::string& job) {
    return select_one(tx.session(), job_owner, {{"id", job}});
}
std::optional<std::string> board_of_mail(ReadTx& tx, const std::string& number) {
    return select_one(tx.session(), mail_board, {{"id", number}});
}
bool is_standing_invitee(ReadTx& tx, const std::string& board, const std::string& person) {
    const auto today = workflows::iso(county_day(tx));
    return value(tx.session(), invitee, {{"board", board}, {"person", person}, {"today", today}}) >
           0;
}
std::set<std::string> boards_inviting(ReadTx& tx, const std::string& person) {
    const auto boards = select(tx.session(), inviting,
                               {{"person", person}, {"today", workflows::iso(county_day(tx))}});
    return {boards.begin(), boards.end()};
}
bool person_exists(ReadTx& tx, const std::string& person) {
    return value(tx.session(), person_count, {{"key", person}}) > 0;
}

std::vector<SeatRow> seats_today(ReadTx& tx, const std::string& person, const std::string& day) {
    return select(tx.session(), seats_of_person, {{"person", person}, {"day", day}});
}

std::vector<const Sql*> lookup_statements() {
    return {&slug_board,       &meeting_board,     &item_owner,      &paper_owner,
            &request_sides,    &circulation_board, &stop_board_list, &stop_boards,
            &membership_board, &job_owner,         &mail_board,      &invitee,
            &inviting,         &person_count,      &seats_of_person};
}

}  // namespace db
