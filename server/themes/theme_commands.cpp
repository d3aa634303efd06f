#include "server/themes/theme_commands.hpp"

#include <algorithm>
#include <set>

#include "db/boards.hpp"
#include "server/boards/board_facts.hpp"
#include "server/casework/take_step.hpp"
#include "server/letters/letter.hpp"
#include "server/letters/letter_facts.hpp"
#include "server/letters/link_types.hpp"
#include "server/themes/words.hpp"
#include "server/web/href.hpp"
#include "server/web/routes.hpp"
#include "workflows/core/clear_days.hpp"

namespace server::themes {
namespace {

using workflows::Board;
using workflows::Day;
using workflows::Result;

constexpr int chase_hour = 9;  // nobody is chased at night

struct Asking {
    const db::Theme& theme;
    const db::ThemePoll& poll;
    std::string_view letter;
    Day today;
};

// Each person gets an address of their own, for the one board they answer for.
void write_to(base::App& app, db::WriteTx& tx, const Asking& asking, const Board& board) {
    letters::Letter letter;
    letter.kind = asking.letter;
    letter.subject_id = asking.theme.key;
    letter.revision =
        std::to_string(asking.poll.round) + "-" + board.code + "-" + workflows::iso(asking.today);
    letter.board = board.code;
    letter.not_after = letters::end_of_day(asking.poll.closes_on, board.zone);
    letter.fill = [&](templates::View& view, const workflows::Person& person) {
        view.set("theme", asking.theme.name).set("approach", asking.theme.approach);
        view.set("board_name", board.name);
        view.set("closes_on", workflows::long_date(asking.poll.closes_on));
        view.set("link",
                 letters::make_mail_link(app, tx,
                                         {std::string(theme_poll_link), poll_subject(asking.poll),
                                          board.code, person.key, letter.not_after}));
    };
    if (letters::queue_letter(app, tx, letter, answerers_of(tx, board.code, asking.today)) > 0)
        tx.touch("mail");
}

int chase(base::App& app, db::WriteTx& tx, const db::ThemePoll& poll, Day today) {
    const auto theme = db::find_theme(tx, poll.theme).value();
    int count = 0;
    for (const auto& ask : db::list_theme_asks(tx, poll)) {
        if (!workflows::is_chase_due(ask.facts(), poll.closes_on, today)) continue;
        write_to(app, tx, {theme, poll, "theme_chased", today},
                 db::load_board(tx, ask.board).value());
        db::mark_theme_chased(tx, poll, ask.board, today);
        ++count;
    }
    return count;
}

bool any_due(db::ReadTx& tx, Day today) {
    for (const auto& poll : db::list_open_polls(tx, today))
        for (const auto& ask : db::list_theme_asks(tx, poll))
            if (workflows::is_chase_due(ask.facts(), poll.closes_on, today)) return true;
    return false;
}

Result<void> check_closing_day(Day closes_on, Day today) {
    if (closes_on <= today) return workflows::invalid("closes_on", words::closes_on_past);
    if (closes_on - today > std::chrono::days(workflows::theme_poll_days_max))
        return workflows::invalid("closes_on", words::closes_on_too_far);
    return {};
}

}  // namespace

std::vector<std::string> codes_of(const std::string& list) {
    std::vector<std::string> codes;
    for (std::size_t begin = 0; begin < list.size();) {
        const auto end = std::min(list.find(';', begin), list.size());
        if (end > begin) codes.push_back(list.substr(begin, end - begin));
        begin = end + 1;
    }
    return codes;
}

std::string list_of(const std::vector<std::string>& codes) {
    std::string list;
    for (const auto& code : codes)
        list += (list.empty() ? "" : ";") + code;
    return list;
}

ThemeBoards::ThemeBoards(db::ReadTx& tx, Day day)
    : day_(day),
      boards_(db::list_boards(tx)),
      groups_(db::list_groups(tx)),
      successions_(db::list_successions(tx)) {}

std::string ThemeBoards::name(const std::string& code) const {
    const auto found = std::ranges::find(boards_, code, &Board::code);
    return found == boards_.end() ? code : found->name;
}

std::string ThemeBoards::words(const std::string& list) const {
    std::string text;
    for (const auto& code : codes_of(list)) {
        const auto now = workflows::holder(code, successions_, day_);
        text += text.empty() ? "" : "; ";
        text += now == code ? name(code) : words::now_the(name(code), name(now));
    }
    return text;
}

bool ThemeBoards::holds(const std::string& list, const std::string& board) const {
    const auto is_board = [&](const std::string& code) {
        return workflows::holder(code, successions_, day_) == board;
    };
    return std::ranges::any_of(codes_of(list), [&](const std::string& code) {
        return code == board || is_board(code) ||
               std::ranges::any_of(groups_, [&](const auto& member) {
                   return member.group == code && is_board(member.board);
               });
    });
}

std::vector<Board> ThemeBoards::present() const {
    std::vector<Board> present;
    for (const auto& board : boards_)
        if (workflows::holder(board.code, successions_, day_) == board.code)
            present.push_back(board);
    return present;
}

std::vector<std::string> ThemeBoards::groups() const {
    std::vector<std::string> names;
    for (const auto& member : groups_)
        if (names.empty() || names.back() != member.group) names.push_back(member.group);
    return names;
}

ThemesOfBoard themes_of(db::ReadTx& tx, const std::string& board, Day day) {
    const ThemeBoards boards(tx, day);
    ThemesOfBoard themes;
    for (auto& theme : db::list_themes(tx)) {
        if (theme.state == workflows::ThemeState::closed) continue;
        const bool leads = boards.holds(theme.lead_boards, board);
        if (!leads && !boards.holds(theme.contributors, board)) continue;
        (leads ? themes.leads : themes.contributes).push_back(std::move(theme));
    }
    return themes;
}

bool is_poll_open(db::ReadTx& tx, const db::Theme& theme, Day today) {
    if (theme.state != workflows::ThemeState::polled) return false;
    const auto poll = db::find_theme_poll(tx, theme.key);
    return poll && poll->closes_on >= today;
}

namespace {

struct AskingCase {
    using Row = db::Theme;
    using Move = Day;  // on which the poll closes
    using Facts = workflows::ThemeFacts;
    using Decision = workflows::ThemeState;
    using Decided = casework::Decided<AskingCase>;
    static constexpr auto kind = db::CaseKind::theme;

    base::App& app;
    Day today;

    Facts load_facts(db::ReadTx& tx, const Row& theme, Move) const {
        return {.poll_open = is_poll_open(tx, theme, today)};
    }
    static Result<Decision> decide(const Row& theme, Move, const Facts& facts) {
        return workflows::decide(theme.state, workflows::ThemeEvent::ask, facts);
    }
    static const db::Actor& actor(const db::WriteTx& tx, const Row&, const Decision&) {
        return tx.actor();
    }
    Result<db::CaseEventRow> apply(db::WriteTx& tx, Row& theme, const Decided& decided) const;
    static std::string_view state(const Row& theme) { return workflows::to_text(theme.state); }
    static const std::string& id(const Row& theme) { return theme.key; }
    static std::string_view event(Move) { return workflows::to_text(workflows::ThemeEvent::ask); }
    static db::AuditNote audit(const Row& theme, Move closes_on) {
        return {"theme.ask", "theme:" + theme.key, "", workflows::iso(closes_on)};
    }
    // The letters belong to the poll, which has begun.
    static void tell(db::WriteTx&, const Row&, const Decided&, const casework::Recorded&) {}
};

Result<db::CaseEventRow> AskingCase::apply(db::WriteTx& tx, Row& theme,
                                           const Decided& decided) const {
    const Day closes_on = decided.move;
    theme.state = decided.decision;
    if (auto saved = db::save_theme(tx, theme); !saved) return saved.error();
    const auto poll = db::insert_theme_poll(tx, theme.key, closes_on);
    for (const auto& board : ThemeBoards(tx, today).present()) {
        db::insert_theme_ask(tx, poll, board.code, today);
        write_to(app, tx, {theme, poll, "theme_asked", today}, board);
    }
    return db::CaseEventRow{.comment = words::replies_by(closes_on)};
}

}  // namespace

Result<void> ask_boards(base::App& app, db::WriteTx& tx, db::Theme theme, Day closes_on) {
    const auto today = db::county_day(tx);
    if (auto fits = check_closing_day(closes_on, today); !fits) return fits;
    const auto asked = casework::take_step(AskingCase{app, today}, tx, std::move(theme), closes_on);
    if (!asked) return asked.error();
    return {};
}

std::vector<workflows::Person> answerers_of(db::ReadTx& tx, const std::string& board, Day day) {
    std::vector<workflows::Person> people;
    using workflows::Role;
    for (const auto role : {Role::chair, Role::vice_chair, Role::secretariat}) {
        for (auto& seat : boards::seats_with_role(tx, board, role, day))
            people.push_back(std::move(seat.person));
        if (!people.empty()) break;
    }
    return people;
}

int chase_theme_polls(base::App& app) {
    {
        const auto tx = app.database.begin_read();
        const auto local = workflows::to_local(tx->now(), workflows::county_zone);
        const bool working =
            local.time.hour >= chase_hour &&
            workflows::working_days_after(local.day, 0, app.holidays(*tx)).day == local.day;
        if (!working || !any_due(*tx, local.day)) return 0;
    }
    const auto tx = app.database.begin_write();
    const auto today = db::county_day(*tx);
    int count = 0;
    for (const auto& poll : db::list_open_polls(*tx, today))
        count += chase(app, *tx, poll, today);
    tx->commit();
    return count;
}

void add_theme_todos(db::ReadTx& tx, const letters::TodoFacts& facts,
                     std::vector<workflows::Todo>& todos) {
    auto themes = db::list_themes(tx);
    std::erase_if(themes,
                  [](const auto& theme) { return theme.state != workflows::ThemeState::polled; });
    std::set<std::string> keys;
    for (const auto& theme : themes)
        keys.insert(theme.key);
    auto polls = db::find_theme_polls(tx, keys);
    std::erase_if(polls,
                  [&](const auto& one) { return one.second.opened_by != facts.viewer.person; });
    const auto asks = db::list_theme_asks(tx, polls);
    for (const auto& theme : themes) {
        const auto poll = polls.find(theme.key);
        if (poll == polls.end()) continue;
        const auto own = asks.find(theme.key);
        const bool all = own == asks.end() || std::ranges::all_of(own->second, [](const auto& ask) {
                             return ask.answer.has_value();
                         });
        const auto closes_on = poll->second.closes_on;
        if (!all && closes_on >= facts.today) continue;
        todos.push_back({workflows::TodoKind::theme_open, closes_on,
                         words::agree_lead_for(theme.name),
                         web::href(routes::theme_agree, theme.key), ""});
    }
}

std::string poll_subject(const db::ThemePoll& poll) {
    return poll.theme + "|" + std::to_string(poll.round);
}

}  // namespace server::themes
