#include "server/papers/send_papers_commands.hpp"

#include <algorithm>
#include <set>

#include "db/agenda_versions.hpp"
#include "db/audit.hpp"
#include "db/boards.hpp"
#include "db/memberships.hpp"
#include "db/people.hpp"
#include "mail/address.hpp"
#include "server/agenda/agenda_content.hpp"
#include "server/papers/words.hpp"
#include "server/web/href.hpp"
#include "server/web/routes.hpp"
#include "workflows/text/words.hpp"

namespace server::papers {
namespace {

PapersRecipient recipient(const workflows::Person& person, bool reads_exempt) {
    return {person, reads_exempt, bool(mail::Address::parse(person.email))};
}

// "item 4", "items 4, 7 and 9".
std::string decision_words(const agenda::AgendaContent& content) {
    std::vector<std::string> numbers;
    for (std::size_t i = 0; i < content.items.size(); ++i) {
        const auto& item = content.items[i];
        const bool decides = item.purpose == workflows::ItemPurpose::decide ||
                             item.purpose == workflows::ItemPurpose::agree;
        if (decides && !item.withdrawn) numbers.push_back(std::to_string(i + 1));
    }
    if (numbers.empty()) return {};
    return words::items(numbers);
}

}  // namespace

std::vector<PapersRecipient> papers_recipients(db::ReadTx& tx, const db::MeetingRow& meeting) {
    std::vector<PapersRecipient> recipients;
    const auto day = meeting.planned.day();
    if (!day) return recipients;
    std::set<std::string> known;
    for (const auto& seat : db::list_memberships(tx, meeting.board)) {
        if (db::sits_on(seat.membership, *day) && known.insert(seat.person.key).second)
            recipients.push_back(recipient(seat.person, true));
    }
    for (const auto& invitation : db::list_standing_invitations(tx)) {
        if (invitation.board != meeting.board || !db::invites_on(invitation, *day)) continue;
        if (!known.insert(invitation.person).second) continue;
        if (const auto person = db::find_person(tx, invitation.person))
            recipients.push_back(recipient(*person, false));
    }
    return recipients;
}

std::optional<ReadablePack> pack_to_send(db::ReadTx& tx, const db::MeetingRow& meeting,
                                         const workflows::Board& board) {
    return fullest_pack(tx, meeting, board, workflows::Level::exempt);
}

Result<PackLetter> read_pack_letter(base::App& app, const std::string& meeting) {
    const auto tx = app.database.begin_read();
    const auto row = db::load_meeting(*tx, meeting);
    if (!row) return row.error();
    const auto board = db::load_board(*tx, row->board);
    if (!board) return board.error();
    const auto version = db::published_agenda(*tx, meeting, row->published);
    const auto pack = pack_to_send(*tx, *row, *board);
    if (!version || !pack) return workflows::refused(words::create_a_pack_for_the_published);
    const auto content = agenda::published_content(*tx, *version);
    PackLetter letter;
    letter.agenda_version = version->number;
    // The meeting's page gives each reader the pack that they may read.
    letter.href = web::href(routes::meeting, meeting);
    letter.file_name = pack_file_name(*row, pack->audience);
    letter.items = static_cast<int>(content.items.size());
    letter.pages = pack->pack.pages;
    letter.size_bytes = static_cast<std::uintmax_t>(pack->pack.size_bytes);
    letter.decisions = decision_words(content);
    if (is_attachable(pack->audience == Audience::public_, letter.size_bytes)) {
        auto bytes = app.papers.read(pack->pack.sha256);
        if (!bytes) return bytes.error();
        letter.public_bytes = std::move(*bytes);
    }
    return letter;
}

std::size_t reachable(const std::vector<PapersRecipient>& recipients) {
    return static_cast<std::size_t>(std::count_if(recipients.begin(), recipients.end(),
                                                  [](const auto& one) { return one.reachable; }));
}

Result<void> check_sendable(db::ReadTx& tx, const agenda::AgendaSubject& subject,
                            workflows::Day today) {
    if (const auto open = agenda::check_open(subject.meeting, today); !open) return open.error();
    if (subject.meeting.published == 0)
        return workflows::refused(words::publish_the_agenda_first_we_email);
    if (const auto same = check_version_is_current(tx, subject.meeting); !same) return same.error();
    if (!pack_to_send(tx, subject.meeting, subject.board))
        return workflows::refused(words::create_a_pack_for_the_published);
    if (reachable(papers_recipients(tx, subject.meeting)) == 0)
        return workflows::refused(words::nobody_on_this_board);
    return {};
}

Result<void> send_papers(base::App& app, const base::Acting& acting, db::WriteTx& tx,
                         const SendPapers& command) {
    const auto& subject = command.subject;
    if (auto may = check_sendable(tx, subject, acting.today); !may) return may;
    const auto number = std::to_string(subject.meeting.published);
    if (command.agenda != number) {
        return Error{workflows::Code::stale, words::a_newer_version_of_the_agenda, ""};
    }
    const int queued = queue_papers_out(app, tx, subject.meeting, command.letter);
    if (queued == 0) {
        return workflows::refused(words::version_already_sent(number));
    }
    db::append_audit(
        tx, {"papers.send", "meeting:" + subject.meeting.id, subject.board.code,
             words::version_sent_to(number, workflows::text::counted(queued, "person", "people"))});
    return {};
}

}  // namespace server::papers
