#include "server/partnership_register/annual_update.hpp"

#include <algorithm>
#include <boost/json.hpp>
#include <map>

#include "db/holidays.hpp"
#include "db/meeting_boards.hpp"
#include "db/meetings.hpp"
#include "db/obligations.hpp"
#include "db/register.hpp"
#include "server/partnership_register/register_queries.hpp"
#include "server/partnership_register/return_parts.hpp"
#include "server/partnership_register/words.hpp"
#include "server/planning/cadence_queries.hpp"
#include "server/timetable/timetable_queries.hpp"
#include "workflows/text/words.hpp"
#include "workflows/timetable/obligation.hpp"

namespace server::partnership_register {
namespace {

using templates::ReportFact;
using templates::ReportSection;
using workflows::Day;

constexpr unsigned december = 12;
constexpr unsigned last_of_december = 31;

class UpdateMaker {
  public:
    UpdateMaker(db::ReadTx& tx, int year, Day today) : tx_(tx), year_(year), today_(today) {
        for (auto& row : db::list_returns(tx, year))
            returns_.emplace(row.board, std::move(row));
        read_cadences();
        read_joint_meetings();
        read_reports();
    }

    AnnualUpdate make(const std::string& county) {
        AnnualUpdate update;
        update.year = year_;
        update.county = county;
        update.made_on = today_;
        for (const auto& entry : load_register(tx_, today_).entries) {
            const auto& board = entry.board.board;
            const auto found = returns_.find(board.code);
            if (found == returns_.end() && !entry.said) continue;
            const bool accepted =
                found != returns_.end() && found->second.state == workflows::ReturnState::accepted;
            if (found != returns_.end() && !accepted) update.missing.push_back(board.name);
            update.sections.push_back(section_of(entry, accepted ? &found->second : nullptr));
        }
        update.facts = facts_of(update);
        return update;
    }

  private:
    void read_cadences() {
        for (auto& cadence : planning::board_cadences(tx_, year_, today_))
            cadences_.emplace(cadence.board.code, std::move(cadence.standing));
    }

    // Of whatever boards, asked of them or not.
    void read_joint_meetings() {
        db::MeetingFilter filter;
        filter.from = workflows::make_day(year_, 1, 1);
        filter.to = workflows::make_day(year_, december, last_of_december);
        const auto joined = db::list_joint_boards(tx_, *filter.from, *filter.to);
        for (const auto& meeting : db::list_meetings(tx_, filter)) {
            if (meeting.kind != workflows::MeetingKind::joint ||
                meeting.state != workflows::MeetingState::held)
                continue;
            ++joint_[meeting.board];
            const auto [first, last] = joined.equal_range(meeting.id);
            for (auto also = first; also != last; ++also)
                ++joint_[also->second];
        }
    }

    // As the timetable has them: what a board did before it was succeeded counts for its successor.
    void read_reports() {
        const workflows::Holidays holidays(db::list_extra_holidays(tx_));
        const auto grid = timetable::load_grid(holidays, tx_, year_);
        for (std::size_t i = 0; i < grid.rows.size(); ++i) {
            auto& [asked, delivered] = reports_[grid.timetable.obligations[i].board];
            const auto state = grid.rows[i].state;
            ++asked;
            if (workflows::is_outcome(state) || state == workflows::ObligationState::delivered)
                ++delivered;
        }
    }

    const workflows::CadenceStanding* standing_of(const std::string& board) const {
        const auto found = cadences_.find(board);
        return found == cadences_.end() ? nullptr : &found->second;
    }

    // "No: 1 recorded as held, 1 to come, of 4 a year". Of a year whose beginning is not on record
    // nobody knows whether it was kept.
    static std::string cadence_words(const workflows::CadenceStanding& standing) {
        const auto& count = standing.meetings;

        if (count.needed == 0) return words::no_number(count.held);
        const auto held = words::held_counts(count.held, count.planned, count.unrecorded);
        if (count.missing() <= 0) return words::enough_held(held, count.needed);
        if (!standing.recorded_from) return words::not_enough_held(held, count.needed);
        return words::not_recorded_before(workflows::long_date(*standing.recorded_from), held,
                                          count.needed);
    }

    static std::string public_words(const workflows::CadenceStanding& standing) {
        const auto& count = standing.in_public;
        if (count.held > 0) return words::public_meetings(count.held);
        if (count.needed == 0) return words::not_required;
        return standing.recorded_from ? "None recorded" : "No";
    }

    std::string reports_words(const std::string& board) const {
        const auto found = reports_.find(board);
        if (found == reports_.end()) return words::no_reports;
        return words::reports_delivered(static_cast<int>(found->second.second),
                                        static_cast<int>(found->second.first));
    }

    ReportSection section_of(const RegisterEntry& entry, const db::RegisterReturn* accepted) {
        const auto& board = entry.board.board;
        const auto* standing = standing_of(board.code);
        ReportSection section;
        section.title = board.name;
        const auto add = [&](const char* label, std::string words) {
            section.facts.push_back({label, std::move(words)});
        };
        add("Date completed",
            accepted == nullptr ? std::string(words::no_return) : completed_words(*accepted));
        add(entry.chairs.size() > 1 ? "Chairs" : "Chair", posts_text(entry.chairs, "Not recorded"));
        add("Vice-chair", posts_text(entry.vice_chairs, ""));
        add("Lead member", posts_text(entry.lead_members, "Not recorded"));
        add("Lead officer", posts_text(entry.lead_officers, "Not recorded"));
        add("Last meeting", boards::meeting_words(entry.board.last, "None recorded"));
        add("Next meeting", boards::meeting_words(entry.board.next, "None scheduled"));
        add("Website", entry.website.empty() ? "None" : entry.website);
        if (standing != nullptr) {
            add("Meetings held", cadence_words(*standing));
            add("Public meeting held", public_words(*standing));
        }
        const auto joint = joint_.find(board.code);
        add("Joint meetings held", joint == joint_.end() ? "None" : std::to_string(joint->second));
        add("Annual reports", reports_words(board.code));
        if (accepted == nullptr) {
            section.texts.push_back({"Return", words::no_return_accepted(year_)});
            return section;
        }
        for (const auto& text : workflows::return_texts())
            section.texts.push_back({std::string(text.label), accepted->texts.*text.text});
        return section;
    }

    std::vector<ReportFact> facts_of(const AnnualUpdate& update) const {
        std::size_t accepted = 0;
        for (const auto& [board, row] : returns_)
            accepted += row.state == workflows::ReturnState::accepted ? 1 : 0;
        int in_public = 0;
        int held = 0;
        for (const auto& [board, standing] : cadences_) {
            in_public += standing.in_public.held > 0 ? 1 : 0;
            held += standing.meetings.held;
        }
        return {
            {"Partnerships", std::to_string(update.sections.size())},
            {"Returns accepted",
             words::accepted_of(static_cast<std::size_t>(accepted), returns_.size())},
            {"Meetings held", std::to_string(held)},
            {"Met in public", workflows::text::counted(in_public, "partnership", "partnerships")}};
    }

    db::ReadTx& tx_;
    int year_;
    Day today_;
    std::map<std::string, db::RegisterReturn> returns_;
    std::map<std::string, workflows::CadenceStanding> cadences_;
    std::map<std::string, int> joint_;                    // held, by board
    std::map<std::string, std::pair<int, int>> reports_;  // asked for, delivered
};

boost::json::array facts_json(const std::vector<ReportFact>& facts) {
    boost::json::array list;
    for (const auto& fact : facts)
        list.push_back({{"label", fact.label}, {"words", fact.words}});
    return list;
}

std::string text_at(const boost::json::value& value, std::string_view key) {
    return std::string(value.at(key).as_string());
}

std::vector<ReportFact> read_facts(const boost::json::value& list) {
    std::vector<ReportFact> facts;
    for (const auto& fact : list.as_array())
        facts.push_back({text_at(fact, "label"), text_at(fact, "words")});
    return facts;
}

}  // namespace

AnnualUpdate make_update(db::ReadTx& tx, int year, const std::string& county, Day today) {
    return UpdateMaker(tx, year, today).make(county);
}

std::string update_json(const AnnualUpdate& update) {
    boost::json::array sections;
    for (const auto& section : update.sections) {
        boost::json::array texts;
        for (const auto& text : section.texts)
            texts.push_back({{"heading", text.heading}, {"text", text.text}});
        sections.push_back(
            {{"title", section.title}, {"facts", facts_json(section.facts)}, {"texts", texts}});
    }
    boost::json::array missing(update.missing.begin(), update.missing.end());
    return boost::json::serialize(boost::json::object{{"year", update.year},
                                                      {"county", update.county},
                                                      {"made_on", workflows::iso(update.made_on)},
                                                      {"facts", facts_json(update.facts)},
                                                      {"missing", missing},
                                                      {"sections", sections}});
}

AnnualUpdate parse_update(std::string_view json) {
    const auto value = boost::json::parse(json);
    AnnualUpdate update;
    update.year = static_cast<int>(value.at("year").as_int64());
    update.county = text_at(value, "county");
    update.made_on = workflows::parse_day(text_at(value, "made_on")).value();
    update.facts = read_facts(value.at("facts"));
    for (const auto& name : value.at("missing").as_array())
        update.missing.emplace_back(name.as_string());
    for (const auto& part : value.at("sections").as_array()) {
        ReportSection section{text_at(part, "title"), read_facts(part.at("facts")), {}};
        for (const auto& text : part.at("texts").as_array())
            section.texts.push_back({text_at(text, "heading"), text_at(text, "text")});
        update.sections.push_back(std::move(section));
    }
    return update;
}

std::string update_title(const AnnualUpdate& update) {
    return words::update_title(update.year);
}

templates::ReportInput report_of(const AnnualUpdate& update, const std::string& status,
                                 workflows::Instant created) {
    templates::ReportInput input;
    input.title = update_title(update);
    input.author = update.county.empty() ? "Shiremoot" : update.county;
    input.language = "en-GB";
    input.created = workflows::iso(created);
    input.date_words = workflows::long_date(update.made_on);
    input.status = status.empty() ? "Draft" : status;
    input.marking = status.empty() ? "Draft for officers" : "";
    input.facts = update.facts;
    input.sections = update.sections;
    return input;
}

}  // namespace server::partnership_register
