// Sending the papers of a published agenda: who gets a letter, what it says, queueing it.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "db/meetings.hpp"
#include "server/base/app.hpp"
#include "server/papers/pack_commands.hpp"
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

}  // namespace server::papers
