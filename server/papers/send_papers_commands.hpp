// Sending the papers of a published agenda: who gets a letter, what it says, queueing it.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "db/meetings.hpp"
#include "server/agenda/agenda_queries.hpp"
#include "server/base/acting.hpp"
#include "server/base/app.hpp"
#include "server/papers/packs.hpp"
#include "server/papers/paper_letters.hpp"
#include "workflows/boards/board.hpp"

namespace server::papers {

struct PapersRecipient {
    workflows::Person person;
    bool reads_exempt = false;  // has a seat; a standing invitee has none
    bool reachable = false;     // has an address that mail can go to
};

/// Who sits on the board on the day of the meeting and who is invited to all of its meetings, each
/// once, in the order of the board's page.
std::vector<PapersRecipient> papers_recipients(db::ReadTx& tx, const db::MeetingRow& meeting);

/// The pack that letters tell of: the fullest one that members may read.
std::optional<ReadablePack> pack_to_send(db::ReadTx& tx, const db::MeetingRow& meeting,
                                         const workflows::Board& board);

/// What the letters say, for queue_papers_out(); read before that transaction begins, since it may
/// hold the bytes of a small public pack. Code::refused while nothing is published or built.
Result<PackLetter> read_pack_letter(base::App& app, const std::string& meeting);

/// How many of them have an address that mail can go to.
std::size_t reachable(const std::vector<PapersRecipient>& recipients);

/// Code::refused, in words: the agenda is closed, not published or other than its pack, or nobody
/// would get a letter.
Result<void> check_sendable(db::ReadTx& tx, const agenda::AgendaSubject& subject,
                            workflows::Day today);

struct SendPapers {
    agenda::AgendaSubject subject;  // loaded in the same transaction
    std::string agenda;             // the number of the version that was shown
    PackLetter letter;
};
/// Errors as check_sendable(); Code::stale when a newer version is published by now, Code::refused
/// when everybody had this one.
Result<void> send_papers(base::App& app, const base::Acting& acting, db::WriteTx& tx,
                         const SendPapers& command);

}  // namespace server::papers
