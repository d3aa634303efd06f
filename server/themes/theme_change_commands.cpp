#include "server/themes/theme_change_commands.hpp"

#include "db/audit.hpp"
#include "db/mail_links.hpp"
#include "server/casework/take_step.hpp"
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

db::AuditNote audit_note(const db::Theme& theme, std::string_view event,
                         const std::string& comment) {
    return {"theme." + std::string(event), "theme:" + theme.key, "", comment};
}

void note(db::WriteTx& tx, const db::Theme& theme, std::string_view event, ThemeState from,
          const std::string& comment) {
    casework::record(tx, db::CaseKind::theme, theme.key,
                     {.event = std::string(event),
                      .from_state = std::string(workflows::to_text(from)),
                      .to_state = std::string(workflows::to_text(theme.state)),
                      .comment = comment},
                     audit_note(theme, event, comment));
}

}  // namespace

Result<std::string> raise_theme(const base::Acting& acting, db::WriteTx& tx,
                                const RaiseTheme& command) {
    auto theme = command.theme;
    theme.raised_by = acting.person;
    const auto added = db::insert_theme(tx, std::move(theme));
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

namespace {

struct ThemeCase {
    using Row = db::Theme;
    using Move = TakeThemeStep;
    using Facts = workflows::ThemeFacts;
    using Decision = ThemeState;
    using Decided = casework::Decided<ThemeCase>;
    static constexpr auto kind = db::CaseKind::theme;

    const base::Acting& acting;

    static Facts load_facts(db::ReadTx&, const Row& theme, const Move& move) {
        auto facts = facts_of(theme);
        if (move.event != ThemeEvent::agree) facts.comment = move.comment;
        return facts;
    }
    static Result<Decision> decide(const Row& theme, const Move& move, const Facts& facts) {
        return workflows::decide(theme.state, move.event, facts);
    }
    static const db::Actor& actor(const db::WriteTx& tx, const Row&, const Decision&) {
        return tx.actor();
    }
    Result<db::CaseEventRow> apply(db::WriteTx& tx, Row& theme, const Decided& decided) const;
    static std::string_view state(const Row& theme) { return workflows::to_text(theme.state); }
    static const std::string& id(const Row& theme) { return theme.key; }
    static std::string_view event(const Move& move) { return workflows::to_text(move.event); }
    static db::AuditNote audit(const Row& theme, const Move& move) {
        return audit_note(theme, event(move), comment_of(theme, move));
    }
    // It has no letters of its own: they belong to its poll.
    static void tell(db::WriteTx&, const Row&, const Decided&, const casework::Recorded&) {}

    static std::string comment_of(const Row& theme, const Move& move) {
        return move.event == ThemeEvent::agree ? words::lead_is(theme.lead_boards) : move.comment;
    }
};

Result<db::CaseEventRow> ThemeCase::apply(db::WriteTx& tx, Row& theme,
                                          const Decided& decided) const {
    theme.state = decided.decision;
    if (auto saved = db::save_theme(tx, theme); !saved) return saved.error();
    if (const auto poll = db::find_theme_poll(tx, theme.key)) {
        db::end_theme_poll(tx, *poll, acting.today);
        db::revoke_mail_links(tx, std::string(theme_poll_link), poll_subject(*poll));
    }
    return db::CaseEventRow{.comment = comment_of(theme, decided.move)};
}

}  // namespace

Result<void> take_theme_step(const base::Acting& acting, db::WriteTx& tx,
                             const TakeThemeStep& command) {
    const auto taken = casework::take_step(ThemeCase{acting}, tx, command.theme, command);
    if (!taken) return taken.error();
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
