#include "server/meetings/reply_commands.hpp"

#include <algorithm>

#include "db/audit.hpp"
#include "server/letters/link_types.hpp"
#include "server/meetings/meeting_letters.hpp"
#include "server/meetings/meeting_words.hpp"
#include "server/meetings/reply_words.hpp"

namespace server::meetings {

std::vector<InvitedPerson> invited_and_replies(db::ReadTx& tx, const db::MeetingRow& meeting) {
    const auto replies = db::list_replies(tx, meeting.id);
    std::vector<InvitedPerson> all;
    for (auto& person : people_invited(tx, meeting)) {
        InvitedPerson one{std::move(person), {}};
        const auto found = std::ranges::find(replies, one.person.key, &db::ReplyRow::person);
        if (found != replies.end() && found->planned == meeting.planned.key()) one.reply = *found;
        all.push_back(std::move(one));
    }
    std::ranges::sort(all, {}, [](const InvitedPerson& one) { return one.person.post; });
    return all;
}

workflows::ReplyCounts count_replies(const std::vector<InvitedPerson>& invited) {
    std::vector<workflows::Reply> replies;
    for (const auto& one : invited) {
        if (one.reply) replies.push_back(one.reply->reply);
    }
    return workflows::count_replies(replies, invited.size());
}

std::string reply_link(base::App& app, db::WriteTx& tx, const db::MeetingRow& meeting,
                       const workflows::Board& board, const std::string& person) {
    const auto end = end_instant(meeting, board);
    if (!end) return {};
    return letters::make_mail_link(app, tx,
                                   {"invitation_reply", meeting.id, meeting.board, person, *end});
}

workflows::Result<void> take_reply(db::WriteTx& tx, const db::MeetingRow& meeting,
                                   const db::ReplyRow& given) {
    if (is_over_or_off(meeting))
        return workflows::refused(meeting.state == workflows::MeetingState::held
                                      ? reply_words::this_meeting_has_taken_place_so
                                      : reply_words::this_meeting_has_been_cancelled_so);
    if (given.planned != meeting.planned.key())
        return workflows::Error{workflows::Code::stale,
                                reply_words::rearranged_while_replying(meeting.planned.words()),
                                ""};
    const auto invited = people_invited(tx, meeting);
    if (std::ranges::find(invited, given.person, &workflows::Person::key) == invited.end())
        return workflows::not_found(reply_words::this_person_is_no_longer_invited);
    db::save_reply(tx, given);
    db::append_audit(
        tx, {"meeting.reply", "meeting:" + meeting.id, meeting.board,
             given.person + ": " + std::string(workflows::to_text(given.reply.attendance))});
    return {};
}

}  // namespace server::meetings
