// Letters about papers: that they are out, with the pack.
#pragma once

#include <string>

#include "db/database.hpp"
#include "db/meetings.hpp"
#include "server/base/app.hpp"

namespace server::papers {

/// The pack to tell of. Read the bytes before the transaction begins: no file is read under the
/// writer's lock.
struct PackLetter {
    int agenda_version = 1;  // a later version is a new letter
    std::string href;        // path of the page or file of the pack, "/meetings/…"
    std::string file_name;   // "hwb-2018-11-15-pack.pdf"
    int items = 0;
    int pages = 0;
    std::uintmax_t size_bytes = 0;
    std::string decisions = {};     // "items 4 and 7": those for decision; may be empty
    std::string public_bytes = {};  // of the public pack when is_attachable(), else empty
};

/// Whether a pack goes with its letter: only one that anybody may read, and a small one. A private
/// pack never leaves as an attachment: who opens the link must sign in.
bool is_attachable(bool is_public, std::uintmax_t size_bytes);

/// To everybody with a seat on the board on the day of the meeting, and to its standing invitees.
/// How many letters; 0 when this version was sent already.
int queue_papers_out(base::App& app, db::WriteTx& tx, const db::MeetingRow& meeting,
                     const PackLetter& pack);

/// "8.1 MB", "640 KB".
std::string size_words(std::uintmax_t bytes);

}  // namespace server::papers
