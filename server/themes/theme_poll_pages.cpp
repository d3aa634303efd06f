// The question whether a theme is a board's business, behind the link of a letter; and what all
// boards answered, for officers.
#include <algorithm>
#include <boost/json.hpp>
#include <set>

#include "db/boards.hpp"
#include "db/people.hpp"
#include "server/boards/officers.hpp"
#include "server/letters/link_types.hpp"
#include "server/themes/theme_change_commands.hpp"
#include "server/themes/theme_commands.hpp"
#include "server/themes/theme_pages.hpp"
#include "server/themes/words.hpp"
#include "server/web/href.hpp"
#include "server/web/page.hpp"
#include "server/web/routes.hpp"
#include "server/web/who_acts.hpp"
#include "workflows/text/csv.hpp"

namespace server::themes {
namespace {

using templates::Cell;
using templates::CellKind;
using workflows::ThemeAnswer;

struct Question {
    db::Theme theme;
    db::ThemePoll poll;
    db::ThemeAskRow ask;
    workflows::Board board;
};

Error settled() {
    return workflows::not_found(words::link_closed);
}

// Still open, still this board's, and the person still speaks for it.
Result<Question> load_question(db::ReadTx& tx, const db::MailLink& link) {
    const auto key = link.subject.substr(0, link.subject.find('|'));
    auto theme = db::find_theme(tx, key);
    const auto today = db::county_day(tx);
    if (!theme || !is_poll_open(tx, *theme, today)) return settled();
    const auto poll = db::find_theme_poll(tx, key).value();
    auto ask = db::find_theme_ask(tx, poll, link.board);
    auto board = db::find_board(tx, link.board);
    if (poll_subject(poll) != link.subject || !ask || !board) return settled();
    const auto officers = boards::officers_of(tx, link.board, today);
    const bool speaks = std::ranges::any_of(
        officers, [&](const auto& person) { return person.key == link.person; });
    if (!speaks) return Error{workflows::Code::forbidden, words::no_longer_speaks_for(board->name)};
    return Question{*std::move(theme), poll, *std::move(ask), *std::move(board)};
}

struct AnswerRow {
    std::string board;
    std::string name;
    db::ThemeAskRow ask;
    std::string by;  // post
};

struct Answers {
    db::Theme theme;
    std::optional<db::ThemePoll> poll;
    std::vector<AnswerRow> rows;
    std::size_t answered = 0;
};

Result<Answers> load_answers(const web::Context& context, db::ReadTx& tx) {
    auto theme = db::find_theme(tx, context.param("theme"));
    if (!theme) return workflows::not_found(words::no_such_theme);
    Answers answers{*std::move(theme), {}, {}, 0};
    answers.poll = db::find_theme_poll(tx, answers.theme.key);
    if (!answers.poll) return answers;
    const auto asks = db::list_theme_asks(tx, *answers.poll);
    std::set<std::string> keys;
    for (const auto& ask : asks)
        keys.insert(ask.answered_by);
    const auto boards = db::boards_by_code(tx);
    const auto people = db::find_people(tx, keys);
    for (const auto& ask : asks) {
        const auto person = people.find(ask.answered_by);
        answers.answered += ask.answer ? 1 : 0;
        answers.rows.push_back({ask.board, boards.at(ask.board).name, ask,
                                person == people.end() ? std::string() : person->second.post});
    }
    return answers;
}

std::string answered_on(const db::ThemeAskRow& ask) {
    if (!ask.answered_at) return {};
    return workflows::iso(workflows::to_local(*ask.answered_at, workflows::county_zone).day);
}

std::string answer_text(const db::ThemeAskRow& ask) {
    return ask.answer ? std::string(workflows::to_text(*ask.answer)) : std::string();
}

}  // namespace

Result<net::Response> show_theme_question(const web::Context& context, db::ReadTx& tx,
                                          const db::MailLink& link) {
    const auto question = load_question(tx, link);
    if (!question) return question.error();
    const auto& [theme, poll, ask, board] = *question;
    auto page = letters::mail_link_page(context, tx, link, words::question);
    page.caption(board.name);
    page.lead(theme.name);
    if (!theme.approach.empty()) page.inset(theme.approach);
    if (ask.answer) page.paragraph(words::replied_so_far(workflows::to_words(*ask.answer)));
    page.paragraph(words::reply_by(poll.closes_on));
    auto& form =
        page.form(web::form_facts(context, letters::mail_link_path(context), words::send_answer));
    std::vector<templates::Choice> choices;
    for (const auto& answer : workflows::names<ThemeAnswer>) {
        std::string label(answer.words);
        label.front() = static_cast<char>(label.front() - 'a' + 'A');
        choices.push_back({std::string(answer.text), label});
    }
    form.add("fields",
             templates::radios_field(
                 web::typed_field(context, {"answer", words::this_theme_is, answer_text(ask)}),
                 choices));
    form.add("fields",
             templates::textarea_field(web::typed_field(
                 context, {"comment", words::comment, ask.comment, words::comment_hint})));
    return page.finish();
}

Result<web::Location> answer_theme_question(const web::Context& context, db::WriteTx& tx,
                                            const db::MailLink& link) {
    const auto question = load_question(tx, link);
    if (!question) return question.error();
    const auto answer = workflows::from_text<ThemeAnswer>(context.form().get("answer"));
    if (!answer) return workflows::invalid("answer", words::answer_missing);
    const AnswerThemeQuestion command{question->poll, question->board.code, *answer,
                                      context.form().get("comment")};
    if (auto saved = answer_theme_question(web::acting(context, tx), tx, command); !saved)
        return saved.error();
    return letters::mail_link_path(context) + "?done=saved";
}

Result<net::Response> show_theme_answers(const web::Context& context, db::ReadTx& tx) {
    const auto answers = load_answers(context, tx);
    if (!answers) return answers.error();
    const auto base = web::href(routes::theme, answers->theme.key);
    web::BlockPage page(context, words::what_boards_replied);
    page.caption(answers->theme.name);
    page.crumb(words::themes, web::href(routes::themes)).crumb(answers->theme.name, base);
    if (!answers->poll) {
        page.paragraph(words::not_asked_yet);
        return page.finish();
    }
    page.lead(
        words::replies_received(answers->answered, answers->rows.size(), answers->poll->closes_on));
    auto& table = page.table(
        words::replies_by_board,
        {{words::board}, {words::answer}, {words::comment_column}, {words::by}, {words::reminded}});
    for (const auto& row : answers->rows)
        templates::add_table_row(
            table,
            {Cell{row.name, "", CellKind::row_head},
             Cell{row.ask.answer ? std::string(workflows::to_words(*row.ask.answer))
                                 : std::string(words::no_reply_yet)},
             Cell{row.ask.comment}, Cell{row.by},
             Cell{row.ask.chased_on ? workflows::long_date(*row.ask.chased_on) : std::string()}});
    page.link(words::replies_json, web::href(routes::theme_answers_json, answers->theme.key));
    page.link(words::replies_csv, web::href(routes::theme_answers_csv, answers->theme.key));
    return page.finish();
}

Result<net::Response> show_theme_answers_json(const web::Context& context, db::ReadTx& tx) {
    const auto answers = load_answers(context, tx);
    if (!answers) return answers.error();
    boost::json::array data;
    for (const auto& row : answers->rows)
        data.push_back({{"board", row.board},
                        {"answer", answer_text(row.ask)},
                        {"comment", row.ask.comment},
                        {"by", row.by},
                        {"answered_on", answered_on(row.ask)}});
    return web::json_response(boost::json::serialize(boost::json::object{
        {"theme", answers->theme.name},
        {"closes_on", answers->poll ? workflows::iso(answers->poll->closes_on) : std::string()},
        {"answered", answers->answered},
        {"data", std::move(data)}}));
}

Result<net::Response> show_theme_answers_csv(const web::Context& context, db::ReadTx& tx) {
    const auto answers = load_answers(context, tx);
    if (!answers) return answers.error();
    auto text = workflows::text::csv_line({"board", "answer", "comment", "by", "answered_on"});
    for (const auto& row : answers->rows)
        text += workflows::text::csv_line(
            {row.board, answer_text(row.ask), row.ask.comment, row.by, answered_on(row.ask)});
    return web::text_response(std::move(text), "text/csv; charset=utf-8");
}

}  // namespace server::themes
