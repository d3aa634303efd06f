#include "server/partnership_register/register_queries.hpp"

#include <algorithm>
#include <boost/json.hpp>
#include <map>

#include "db/boards.hpp"
#include "server/boards/board_business.hpp"
#include "workflows/meetings/meeting.hpp"
#include "workflows/text/csv.hpp"

namespace server::partnership_register {
namespace {

using workflows::Day;
using workflows::PlannedDate;
using workflows::RegisterFinding;
using workflows::RegisterLine;
using workflows::RegisterLint;

std::vector<RegisterPost> posts_of(const std::vector<db::Seat>& seats, workflows::Role role) {
    std::vector<RegisterPost> posts;
    for (const auto& seat : seats) {
        if (seat.membership.role == role)
            posts.push_back(
                {boards::post_words(seat.person), workflows::iso(seat.membership.from_day)});
    }
    return posts;
}

std::vector<db::Seat> sitting(std::vector<db::Seat> seats, Day today) {
    std::erase_if(seats, [&](const auto& seat) { return !db::sits_on(seat.membership, today); });
    return seats;
}

PlannedDate planned_of(const std::optional<db::MeetingRow>& meeting) {
    return meeting ? meeting->planned : PlannedDate();
}

db::RegisterRecord record_of(const db::RegisterReturn& filed) {
    db::RegisterRecord record;
    record.board = filed.board;
    record.completed = filed.completed ? PlannedDate(*filed.completed) : PlannedDate();
    record.last_meeting = filed.last_meeting;
    record.next_meeting = filed.next_meeting;
    record.website = filed.texts.website;
    return record;
}

// What is known of a board beside its row.
struct Sources {
    std::map<std::string, db::RegisterRecord> records;
    std::map<std::string, db::RegisterReturn> filed;

    explicit Sources(db::ReadTx& tx) {
        for (auto& record : db::list_register(tx))
            records.emplace(record.board, record);
        for (auto& row : db::list_newest_filed(tx))
            filed.emplace(row.board, row);
    }
};

void add_said(RegisterEntry& entry, const Sources& sources) {
    const auto record = sources.records.find(entry.board.board.code);
    if (record != sources.records.end()) entry.said = record->second;
    const auto filed = sources.filed.find(entry.board.board.code);
    if (filed == sources.filed.end()) return;
    auto said = record_of(filed->second);
    if (entry.said) {
        said.lead_member = entry.said->lead_member;
        said.lead_officer = entry.said->lead_officer;
    }
    entry.said = std::move(said);
    entry.said_in = filed->second.year;
    if (filed->second.state == workflows::ReturnState::accepted)
        entry.governance = filed->second.texts.governance;
}

RegisterEntry entry_of(boards::BoardEntry board, const std::vector<db::Seat>& seats,
                       const Sources& sources) {
    RegisterEntry entry;
    entry.board = std::move(board);
    entry.chairs = posts_of(seats, workflows::Role::chair);
    entry.vice_chairs = posts_of(seats, workflows::Role::vice_chair);
    entry.lead_members = posts_of(seats, workflows::Role::lead_member);
    entry.lead_officers = posts_of(seats, workflows::Role::lead_officer);
    add_said(entry, sources);
    entry.website = entry.board.board.website;
    if (entry.website.empty() && entry.said) entry.website = entry.said->website;
    return entry;
}

RegisterLine line_of(const RegisterEntry& entry, const std::vector<db::Seat>& seats,
                     const std::vector<db::MeetingRow>& meetings) {
    RegisterLine line;
    line.board = entry.board.board.code;
    line.completed = entry.said->completed;
    line.last_meeting = entry.said->last_meeting;
    line.next_meeting = entry.said->next_meeting;
    line.has_website = !entry.website.empty();
    line.held_in = entry.board.board.held_in;
    for (const auto& seat : seats) {
        auto& list =
            seat.membership.role == workflows::Role::secretariat ? line.secretariats : line.posts;
        list.push_back(seat.person.key);
    }
    for (const auto& post : {entry.said->lead_member, entry.said->lead_officer}) {
        if (!post.empty()) line.posts.push_back(post);
    }
    for (const auto& meeting : meetings) {
        if (!boards::is_of_the_board(meeting)) continue;
        if (meeting.state != workflows::MeetingState::cancelled)
            line.meetings.push_back(meeting.planned);
    }
    return line;
}

boost::json::array posts_json(const std::vector<RegisterPost>& posts) {
    boost::json::array list;
    for (const auto& post : posts)
        list.push_back({{"post", post.words}, {"since", post.since}});
    return list;
}

boost::json::value said_json(const RegisterEntry& entry) {
    if (!entry.said) return nullptr;
    const auto& said = *entry.said;
    return boost::json::object{
        {"completed", said.completed.key()},       {"last_meeting", said.last_meeting.key()},
        {"next_meeting", said.next_meeting.key()}, {"lead_member", said.lead_member},
        {"lead_officer", said.lead_officer},       {"website", said.website},
        {"return_of_year", entry.said_in}};
}

boost::json::array names_json(const std::vector<std::string>& names) {
    return boost::json::array(names.begin(), names.end());
}

boost::json::array findings_json(const std::vector<RegisterFinding>& findings) {
    boost::json::array list;
    for (const auto& finding : findings) {
        list.push_back({{"lint", workflows::to_text(finding.lint)},
                        {"boards", names_json(finding.boards)},
                        {"date", finding.date.key()},
                        {"posts", names_json(finding.posts)},
                        {"words", finding.words},
                        {"remedy", finding.remedy}});
    }
    return list;
}

boost::json::object entry_json(const Register& all, const RegisterEntry& entry) {
    boost::json::array lints;
    for (const auto* finding : all.findings_of(entry.board.board.code))
        lints.emplace_back(workflows::to_text(finding->lint));
    return {{"board", entry.board.board.code},
            {"name", entry.board.board.name},
            {"chairs", posts_json(entry.chairs)},
            {"vice_chairs", posts_json(entry.vice_chairs)},
            {"lead_members", posts_json(entry.lead_members)},
            {"lead_officers", posts_json(entry.lead_officers)},
            {"last_meeting", planned_of(entry.board.last).key()},
            {"next_meeting", planned_of(entry.board.next).key()},
            {"website", boards::website_href(entry.website)},
            {"governance", entry.governance},
            {"said", said_json(entry)},
            {"lints", lints}};
}

}  // namespace

std::vector<const RegisterFinding*> Register::findings_of(const std::string& board) const {
    std::vector<const RegisterFinding*> found;
    for (const auto& finding : findings) {
        const auto& boards = finding.boards;
        if (std::find(boards.begin(), boards.end(), board) != boards.end())
            found.push_back(&finding);
    }
    return found;
}

std::size_t Register::count(RegisterLint lint) const {
    return static_cast<std::size_t>(std::count_if(
        findings.begin(), findings.end(), [&](const auto& one) { return one.lint == lint; }));
}

std::size_t Register::records() const {
    return static_cast<std::size_t>(std::count_if(
        entries.begin(), entries.end(), [](const auto& entry) { return entry.said.has_value(); }));
}

Register load_register(db::ReadTx& tx, Day today) {
    Register all;
    all.today = today;
    const Sources sources(tx);
    std::vector<RegisterLine> lines;
    auto seats_of = db::seats_by_board(tx);
    auto meetings_of = boards::meetings_by_board(tx);
    for (auto& [code, facts] : boards::board_entries(db::boards_by_code(tx), meetings_of, today)) {
        if (facts.succeeded) continue;
        const auto seats = sitting(std::move(seats_of[code]), today);
        all.entries.push_back(entry_of(std::move(facts), seats, sources));
        const auto& entry = all.entries.back();
        if (entry.said) lines.push_back(line_of(entry, seats, meetings_of[code]));
    }
    all.findings = workflows::lint_register(lines);
    std::sort(all.entries.begin(), all.entries.end(),
              [](const auto& a, const auto& b) { return a.board.board.name < b.board.board.name; });
    return all;
}

std::string posts_text(const std::vector<RegisterPost>& posts, const std::string& none) {
    std::string text;
    for (const auto& post : posts)
        text += (text.empty() ? "" : "; ") + post.words;
    return text.empty() ? none : text;
}

std::string register_json(const Register& all) {
    boost::json::array boards;
    for (const auto& entry : all.entries)
        boards.push_back(entry_json(all, entry));
    return boost::json::serialize(boost::json::object{{"today", workflows::iso(all.today)},
                                                      {"records", all.records()},
                                                      {"boards", boards},
                                                      {"findings", findings_json(all.findings)}});
}

std::string register_findings_json(const Register& all) {
    boost::json::object counts;
    for (const auto& name : workflows::names<RegisterLint>)
        counts[name.text] = all.count(name.value);
    return boost::json::serialize(boost::json::object{
        {"records", all.records()}, {"counts", counts}, {"findings", findings_json(all.findings)}});
}

std::string register_csv(const Register& all) {
    auto text = workflows::text::csv_line({"board", "name", "completed", "chairs", "vice_chairs",
                                           "lead_member", "lead_officer", "last_meeting",
                                           "next_meeting", "website", "governance",
                                           "said_last_meeting", "said_next_meeting", "lints"});
    for (const auto& entry : all.entries) {
        std::string lints;
        for (const auto* finding : all.findings_of(entry.board.board.code))
            lints += (lints.empty() ? "" : ";") + std::string(workflows::to_text(finding->lint));
        const auto said = entry.said.value_or(db::RegisterRecord());
        text += workflows::text::csv_line(
            {entry.board.board.code, entry.board.board.name, said.completed.key(),
             posts_text(entry.chairs, ""), posts_text(entry.vice_chairs, ""),
             posts_text(entry.lead_members, ""), posts_text(entry.lead_officers, ""),
             planned_of(entry.board.last).key(), planned_of(entry.board.next).key(),
             boards::website_href(entry.website), entry.governance, said.last_meeting.key(),
             said.next_meeting.key(), lints});
    }
    return text;
}

}  // namespace server::partnership_register
