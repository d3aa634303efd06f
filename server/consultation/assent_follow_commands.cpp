#include "server/consultation/assent_follow_commands.hpp"

#include <algorithm>
#include <optional>
#include <vector>

#include "db/assent_questions.hpp"
#include "db/audit.hpp"
#include "db/case_log.hpp"
#include "db/circulation_records.hpp"
#include "db/people.hpp"
#include "mail/address.hpp"
#include "server/circulation/assent_commands.hpp"
#include "server/circulation/stop_facts.hpp"

namespace server::consultation {
namespace {

using workflows::Person;

struct Unasked {
    db::StopRow stop;
    std::vector<Person> chairs;
};

std::optional<Unasked> unasked_of(db::ReadTx& tx, const std::string& id) {
    auto stop = db::find_stop(tx, id);
    if (!stop) return std::nullopt;
    const auto asked = db::people_with_link(tx, std::string(circulation::assent_link_kind), id);
    auto chairs = circulation::assent_chairs(tx, stop->board);
    std::erase_if(chairs, [&](const Person& chair) {
        return asked.contains(chair.key) || !mail::Address::parse(chair.email);
    });
    if (chairs.empty()) return std::nullopt;
    return Unasked{*std::move(stop), std::move(chairs)};
}

std::vector<Unasked> list_unasked(db::ReadTx& tx) {
    std::vector<Unasked> all;
    for (const auto& id : db::list_assent_questions(tx, circulation::county_today(tx)))
        if (auto one = unasked_of(tx, id)) all.push_back(*std::move(one));
    return all;
}

// As it was asked, by whom it was asked.
void ask(base::App& app, db::WriteTx& tx, const Unasked& unasked) {
    const auto& stop = unasked.stop;
    const auto circulation = db::load_circulation(tx, stop.circulation).value();
    circulation::StopLetters letters{
        circulation, stop, {}, "", "", "", db::list_circulation_versions(tx, circulation)};
    for (const auto& event : db::list_case_events(tx, db::CaseKind::stop, stop.id)) {
        if (event.event != workflows::to_text(workflows::StopEvent::ask_assent)) continue;
        const auto person = db::find_person(tx, event.actor);
        letters.revision = std::to_string(event.number);
        letters.who = person ? person->post : "";
        letters.comment = event.comment;
    }
    circulation::queue_assent_letters(app, tx, letters, unasked.chairs);
    db::append_audit(tx, {"circulation.ask_assent", "circulation:" + circulation.id, stop.board,
                          stop.board + ": asked the present chair"});
}

}  // namespace

int ask_present_chairs(base::App& app) {
    if (list_unasked(*app.database.begin_read()).empty()) return 0;
    const auto tx = app.database.begin_write();
    int count = 0;
    for (const auto& unasked : list_unasked(*tx)) {
        ask(app, *tx, unasked);
        count += static_cast<int>(unasked.chairs.size());
    }
    tx->commit();
    return count;
}

}  // namespace server::consultation
