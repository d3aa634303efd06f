#include "server/circulation/circulation_letters.hpp"

#include "server/boards/officers.hpp"
#include "server/circulation/assent_commands.hpp"
#include "server/circulation/version_files.hpp"
#include "server/letters/letter.hpp"
#include "server/letters/letter_facts.hpp"
#include "server/web/href.hpp"
#include "server/web/routes.hpp"

namespace server::circulation {
namespace {

/// The letter is of use for so long after it was written.
constexpr std::chrono::hours stop_letter_life{24 * 30};

// The version that the letter is about: what the board has now, or the newest where it tells of
// that.
std::string document_link(const base::App& app, std::string_view mail, const StopLetters& facts) {
    const bool newest = mail == "stop_informed" || mail == "stop_amended";
    if (!newest && mail != "stop_issued") return {};
    const auto href =
        document_href(facts.circulation.id, facts.versions,
                      newest ? facts.circulation.version_label : facts.stop.version_issued);
    return href.empty() ? href : app.config.base_url + href;
}

void set_facts(templates::View& view, const StopLetters& facts) {
    const auto& stop = facts.stop;
    const bool planned = stop.state == workflows::StopState::planned;
    const bool informed = stop.state == workflows::StopState::informed ||
                          stop.state == workflows::StopState::views_informed;
    const bool outdated = stop.state == workflows::StopState::issued &&
                          workflows::is_outdated(facts.versions, stop.version_issued);
    const bool again = informed || planned || outdated;
    const auto& newest = facts.circulation.version_label;
    const auto papers_by = planned && facts.papers ? facts.papers->latest_publication
                                                   : std::optional<workflows::Day>();
    view.set("title", facts.circulation.document).set("purpose", facts.circulation.purpose);
    view.set("board_name", stop.board_name).set("version", stop.version_issued);
    view.set("meeting_day", stop.meeting.empty() ? "" : stop.planned.words());
    view.set("papers_by", papers_by ? workflows::long_date(*papers_by) : "");
    view.set("newest_version", again && newest != stop.version_issued ? newest : "");
    view.set("changed",
             informed || outdated ? changes_since(facts.versions, stop.version_issued) : "");
    view.set("state", workflows::to_words(stop.state));
    view.flag("refused", workflows::is_refusal(stop.state));
}

}  // namespace

std::string changes_since(const std::vector<workflows::DocumentVersion>& versions,
                          const std::string& label) {
    const int seen = workflows::number_of(versions, label);
    std::string words;
    for (const auto& version : versions) {
        if (version.number <= seen || version.changed.empty()) continue;
        words += (words.empty() ? "" : "\n") + version.label + ": " + version.changed;
    }
    return words;
}

void queue_stop_letters(base::App& app, db::WriteTx& tx, const StopLetters& facts,
                        const std::vector<workflows::Effect>& effects) {
    const auto today = db::county_day(tx);
    for (const auto& effect : effects) {
        if (effect.kind != workflows::EffectKind::send_mail) continue;
        if (effect.mail == "assent_asked") {
            queue_assent_letters(app, tx, facts, assent_chairs(tx, facts.stop.board));
            continue;
        }
        const bool to_stop = effect.to == workflows::Audience::stop_board;
        const auto& owner = facts.circulation.owner;
        letters::Letter letter;
        letter.kind = effect.mail;
        letter.subject_id = facts.stop.id;
        letter.revision = facts.revision;
        // Answers to the letter go to the other board.
        letter.board = to_stop ? owner : facts.stop.board;
        letter.not_after = tx.now() + stop_letter_life;
        letter.thread = facts.circulation.id;
        letter.fill = [&](templates::View& view, const workflows::Person&) {
            set_facts(view, facts);
            view.set("owner_name", letters::name_of_board(tx, owner));
            view.set("who", facts.who).set("comment", facts.comment);
            view.set("link",
                     app.config.base_url + web::href(routes::circulation, facts.circulation.id));
            view.set("document_link", document_link(app, effect.mail, facts));
        };
        const auto people = boards::officers_of(tx, to_stop ? facts.stop.board : owner, today);
        if (letters::queue_letter(app, tx, letter, people) > 0) tx.touch("mail");
    }
}

}  // namespace server::circulation
