#include "server/circulation/assent_queries.hpp"

#include <algorithm>

#include "db/memberships.hpp"
#include "db/people.hpp"
#include "server/circulation/circulation_letters.hpp"
#include "server/circulation/stop_facts.hpp"
#include "server/circulation/words.hpp"

namespace server::circulation {
namespace {

using workflows::StopState;

std::vector<workflows::Person> holders(db::ReadTx& tx, const std::string& board,
                                       workflows::Role role) {
    std::vector<workflows::Person> people;
    for (const auto& seat : db::list_memberships(tx, board)) {
        if (seat.membership.role == role && db::sits_on(seat.membership, county_today(tx)))
            people.push_back(seat.person);
    }
    return people;
}

Error settled() {
    return workflows::not_found(words::link_closed);
}

}  // namespace

std::vector<workflows::Person> assent_chairs(db::ReadTx& tx, const std::string& board) {
    auto chairs = holders(tx, board, workflows::Role::chair);
    return chairs.empty() ? holders(tx, board, workflows::Role::vice_chair) : chairs;
}

Result<AssentQuestion> assent_question(db::ReadTx& tx, const db::MailLink& link) {
    auto stop = db::find_stop(tx, link.subject);
    if (!stop || !stop->assent_by) return settled();
    const bool asked = stop->state == StopState::assent_asked ||
                       stop->state == StopState::assented || stop->state == StopState::not_assented;
    const auto chairs = assent_chairs(tx, stop->board);
    const auto chair = std::ranges::find(chairs, link.person, &workflows::Person::key);
    if (!asked || chair == chairs.end()) return settled();
    auto circulation = db::load_circulation(tx, stop->circulation);
    if (!circulation) return settled();
    return AssentQuestion{*std::move(circulation), *std::move(stop), *chair};
}

const db::StopAnswer* agreed_answer(const std::vector<db::StopAnswer>& answers,
                                    const db::StopRow& stop) {
    const db::StopAnswer* agreed = nullptr;
    for (const auto& answer : answers) {
        const bool earlier = answer.stop == stop.id && answer.standing &&
                             workflows::is_agreement(answer.outcome) &&
                             answer.version_label != stop.version_issued;
        if (earlier) agreed = &answer;
    }
    return agreed;
}

std::string changed_words(const std::vector<workflows::DocumentVersion>& versions,
                          const std::vector<db::StopAnswer>& answers, const db::StopRow& stop) {
    const auto* agreed = agreed_answer(answers, stop);
    return changes_since(versions, agreed == nullptr ? "" : agreed->version_label);
}

std::string answered_by_another(db::ReadTx& tx, const AssentQuestion& question) {
    const auto& stop = question.stop;
    const auto chairs = assent_chairs(tx, stop.board);
    std::string words;
    for (const auto& answer : db::list_stop_answers(tx, stop.circulation)) {
        const auto by = std::ranges::find(chairs, answer.person, &workflows::Person::key);
        const bool theirs = by != chairs.end() && by->key != question.person.key;
        const bool stands = answer.stop == stop.id && answer.standing &&
                            answer.outcome == stop.state &&
                            answer.version_label == stop.version_issued;
        if (stands && theirs)
            words = words::answered_by_another(by->post, answer.day.words(),
                                               workflows::to_words(answer.outcome),
                                               question.circulation.owner);
    }
    return words;
}

}  // namespace server::circulation
