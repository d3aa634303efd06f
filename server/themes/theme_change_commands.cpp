#include "server/themes/theme_change_commands.hpp"

#include "db/audit.hpp"
#include "db/case_log.hpp"
#include "db/mail_links.hpp"
#include "server/themes/theme_commands.hpp"
#include "server/themes/words.hpp"
#include "workflows/text/utf8.hpp"

namespace server::themes {
namespace {

using workflows::ThemeEvent;
using workflows::ThemeState;

workflows::ThemeFacts facts_of(const db::Theme& theme) {
    return {.leads = codes_of(theme.lead_boards).size(),
            .approach = theme.approach,
            .responsibility = theme.responsibility,
            .reporting = theme.reporting};
}

void note(db::WriteTx& tx, const db::Theme& theme, std::string_view event, ThemeState from,
          const std::string& comment) {
    db::append_case_event(tx, db::CaseKind::theme, theme.key,
                          {.event = std::string(event),
                           .from_state = std::string(workflows::to_text(from)),
                           .to_state = std::string(workflows::to_text(theme.state)),
                           .comment = comment});
    db::append_audit(tx, {"theme." + std::string(event), "theme:" + theme.key, "", comment});
}

}  // namespace

Result<std::string> raise_theme(const base::Acting&, db::WriteTx& tx, const RaiseTheme& command) {
    const auto added = db::insert_theme(tx, command.theme);
    if (!added) return added.error();
    note(tx, *added, workflows::to_text(ThemeEvent::raise), ThemeState::raised, "");
    return added->key;
}

Result<void> edit_theme(const base::Acting&, db::WriteTx& tx, const EditTheme& command) {
    const auto& theme = command.theme;
    const auto leads = codes_of(theme.lead_boards).size();
    if (theme.state == ThemeState::agreed || leads > 0)
        if (auto fit = workflows::check_leads(leads); !fit) return fit;
    if (auto saved = db::save_theme(tx, theme); !saved) return saved;
    note(tx, theme, "edit", theme.state, words::lead_is(theme.lead_boards));
    return {};
}

Result<void> take_theme_step(const base::Acting& acting, db::WriteTx& tx, TakeThemeStep command) {
    auto& theme = command.theme;
    const bool agrees = command.event == ThemeEvent::agree;
    auto facts = facts_of(theme);
    if (!agrees) facts.comment = command.comment;
    const auto from = theme.state;
    const auto to = workflows::decide(from, command.event, facts);
    if (!to) return to.error();
    theme.state = *to;
    if (auto saved = db::save_theme(tx, theme); !saved) return saved;
    if (const auto poll = db::find_theme_poll(tx, theme.key)) {
        db::end_theme_poll(tx, *poll, acting.today);
        db::revoke_mail_links(tx, std::string(theme_poll_link), poll_subject(*poll));
    }
    note(tx, theme, workflows::to_text(command.event), from,
         agrees ? words::lead_is(theme.lead_boards) : command.comment);
    return {};
}

Result<void> answer_theme_question(const base::Acting&, db::WriteTx& tx,
                                   const AnswerThemeQuestion& command) {
    if (workflows::text::characters(command.comment) > workflows::theme_text_characters_max)
        return workflows::invalid("comment", words::comment_too_long);
    db::save_theme_answer(tx, command.poll, command.board, command.answer, command.comment);
    db::append_audit(tx, {"theme.answer", "theme:" + command.poll.theme, command.board,
                          std::string(workflows::to_text(command.answer))});
    return {};
}

}  // namespace server::themes
