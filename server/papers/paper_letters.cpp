#include "server/papers/paper_letters.hpp"

#include "db/people.hpp"
#include "db/reminders.hpp"
#include "server/base/limits.hpp"
#include "server/letters/letter.hpp"
#include "server/letters/letter_facts.hpp"
#include "server/papers/send_papers_commands.hpp"
#include "server/papers/words.hpp"
#include "server/web/href.hpp"
#include "server/web/routes.hpp"
#include "workflows/meetings/deadlines.hpp"
#include "workflows/text/words.hpp"

namespace server::papers {
namespace {

std::vector<workflows::Person> people_of(const std::vector<PapersRecipient>& recipients) {
    std::vector<workflows::Person> people;
    for (const auto& one : recipients)
        people.push_back(one.person);
    return people;
}

std::string counted(int number, const std::string& one) {
    return workflows::text::counted(number, one, one + "s");
}

}  // namespace

bool is_attachable(bool is_public, std::uintmax_t size_bytes) {
    return is_public && size_bytes <= base::limits::attached_pack_bytes_max;
}

std::string size_words(std::uintmax_t bytes) {
    constexpr std::uintmax_t kilobyte = 1000;
    constexpr std::uintmax_t megabyte = kilobyte * kilobyte;
    if (bytes < megabyte) return words::kilobytes((bytes + kilobyte - 1) / kilobyte);
    const auto tenths = (bytes * 10 + megabyte / 2) / megabyte;
    return words::megabytes(tenths / 10, tenths % 10);
}

int queue_papers_out(base::App& app, db::WriteTx& tx, const db::MeetingRow& meeting,
                     const PackLetter& pack) {
    const auto facts = letters::meeting_facts(tx, meeting.id);
    const auto day = meeting.planned.day();
    if (!facts || !day) return 0;
    letters::Letter letter;
    letter.kind = "papers_out";
    letter.subject_id = meeting.id;
    letter.revision = std::to_string(pack.agenda_version);
    letter.board = meeting.board;
    letter.thread = meeting.id;
    letter.not_after = letters::end_of_day(*day, facts->board.zone);
    if (!pack.public_bytes.empty()) {
        letter.attachments.push_back({pack.file_name, "application/pdf", pack.public_bytes});
    }
    letter.fill = [&](templates::View& view, const workflows::Person&) {
        set_meeting_facts(view, *facts);
        view.set("items", counted(pack.items, "item")).set("pages", counted(pack.pages, "page"));
        view.set("decisions", pack.decisions);
        view.set("pack_link", app.config.base_url + pack.href);
        view.set("agenda_link", app.config.base_url + web::href(routes::meeting, meeting.id));
        view.set("size", size_words(pack.size_bytes));
        view.flag("attached", !pack.public_bytes.empty());
    };
    return letters::queue_letter(app, tx, letter, people_of(papers_recipients(tx, meeting)));
}

}  // namespace server::papers
