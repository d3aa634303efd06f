// Written assent: who is asked, what about, and what was said before (protocol 7.3).
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "db/circulation_records.hpp"
#include "db/circulations.hpp"
#include "db/mail_links.hpp"
#include "server/base/result.hpp"
#include "workflows/boards/board.hpp"

namespace server::circulation {

inline constexpr std::string_view assent_link_kind = "circulation_assent";

/// Who is asked: the board's chairs today; its vice-chairs where it has none.
std::vector<workflows::Person> assent_chairs(db::ReadTx& tx, const std::string& board);

/// What the person of a link is asked about.
struct AssentQuestion {
    db::CirculationRow circulation;
    db::StopRow stop;
    workflows::Person person;
};
/// Code::not_found once they are no chair of the board any more or it is settled otherwise.
Result<AssentQuestion> assent_question(db::ReadTx& tx, const db::MailLink& link);

/// The answer to the version that the board agreed last, in a meeting or in writing; null: none.
const db::StopAnswer* agreed_answer(const std::vector<db::StopAnswer>& answers,
                                    const db::StopRow& stop);
/// What changed since that version.
std::string changed_words(const std::vector<workflows::DocumentVersion>& versions,
                          const std::vector<db::StopAnswer>& answers, const db::StopRow& stop);
/// Each of several chairs has a link: what one of them answered for the board, another does not
/// replace. In words, or empty.
std::string answered_by_another(db::ReadTx& tx, const AssentQuestion& question);

}  // namespace server::circulation
