#include "server/circulation/circulation_letters.hpp"

#include <utility>

#include "server/circulation/assent_commands.hpp"
#include "server/circulation/version_files.hpp"
#include "server/letters/letter.hpp"
#include "server/letters/letter_facts.hpp"
#include "server/requests/request_commands.hpp"

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

std::string short_day(const workflows::PlannedDate& date) {
    const auto day = date.day();
    return day ? workflows::short_date(*day) : date.words();
}

std::string subject_of(std::string_view mail, const StopLetters& facts) {
    const auto& document = facts.circulation.document;
    const auto& board = facts.stop.board;
    const auto day = short_day(facts.stop.planned);
    if (mail == "stop_issued") {
        // The name of a version may be as long as a title, and is cut last.
        const auto before = "Papers for " + board + ", " + day + ": ";
        return letters::subject_line(
            "", letters::subject_line(before, document, ", " + facts.stop.version_issued), "");
    }
    if (mail == "stop_deferred")
        return letters::subject_line("Deferred: ", document, " at " + board + ", now " + day);
    if (mail == "stop_recirculated")
        return letters::subject_line("Comes again: ", document, " at " + board + ", " + day);
    if (mail == "stop_amended")
        return letters::subject_line("Newer version: ", document, " for " + board + ", " + day);
    if (mail == "stop_informed")
        return letters::subject_line("Changed: ", document, ", for information");
    if (mail == "stop_withdrawn")
        return letters::subject_line("Withdrawn: ", document, " from " + board);
    if (mail == "stop_corrected")
        return letters::subject_line("Corrected: outcome of " + board + ", ", document, "");
    const auto state = std::string(workflows::to_words(facts.stop.state));
    return letters::subject_line(board + ": " + state + ", ", document, "");
}

std::vector<std::pair<std::string, std::string>> facts_of(const StopLetters& facts) {
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
    std::vector<std::pair<std::string, std::string>> rows{
        {"Document", facts.circulation.document},
        {"Purpose", facts.circulation.purpose},
        {"Owner", facts.circulation.owner},
        {"Board", stop.board_name},
        {"Meeting", stop.meeting.empty() ? "" : stop.planned.words()},
        {"Papers out by", papers_by ? workflows::long_date(*papers_by) : ""},
        {"Version", stop.version_issued},
        {"Newest version", again && newest != stop.version_issued ? newest : ""},
        {"What changed",
         informed || outdated ? changes_since(facts.versions, stop.version_issued) : ""},
        {"State", std::string(workflows::to_words(stop.state))},
        {"Agreement", workflows::is_refusal(stop.state)
                          ? "The document cannot be taken as agreed by all boards"
                          : ""},
    };
    std::erase_if(rows, [](const auto& row) { return row.second.empty(); });
    return rows;
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
    const auto rows = facts_of(facts);
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
        letter.subject = subject_of(effect.mail, facts);
        letter.not_after = tx.now() + stop_letter_life;
        letter.thread = facts.circulation.id;
        letter.fill = [&](templates::View& view, const workflows::Person&) {
            view.set("owner", owner).set("board", facts.stop.board);
            view.set("title", facts.circulation.document);
            view.set("who", facts.who).set("comment", facts.comment);
            view.set("link", app.config.base_url + "/circulations/" + facts.circulation.id);
            view.set("document_link", document_link(app, effect.mail, facts));
            for (const auto& [label, value] : rows)
                view.add("facts").set("label", label).set("value", value);
        };
        const auto people = requests::officers_of(tx, to_stop ? facts.stop.board : owner, today);
        if (letters::queue_letter(app, tx, letter, people) > 0) tx.touch("mail");
    }
}

}  // namespace server::circulation
