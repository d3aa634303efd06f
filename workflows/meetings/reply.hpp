// What somebody who is invited to a meeting says: they come, join from afar, or send apologies.
#pragma once

#include <array>
#include <span>
#include <string>

#include "workflows/core/names.hpp"
#include "workflows/core/result.hpp"

namespace workflows {

enum class Attendance { in_person, online, apologies };

struct Reply {
    Attendance attendance = Attendance::in_person;
    std::string deputy = {};  // who comes instead, with the chair's consent; only with apologies
    std::string note = {};    // to the secretariat
};
inline constexpr std::size_t deputy_characters_max = 120;
inline constexpr std::size_t reply_note_characters_max = 500;

/// Code::invalid, field "attendance", "deputy" or "note".
Result<Reply> read_reply(const std::string& attendance, const std::string& deputy,
                         const std::string& note);

struct ReplyCounts {
    std::size_t invited = 0;
    std::size_t in_person = 0;
    std::size_t online = 0;
    std::size_t apologies = 0;
    std::size_t deputies = 0;  // of those who sent apologies
    std::size_t answered() const { return in_person + online + apologies; }
};
/// Replies of people who are not invited (any more) are to be left out by the caller.
ReplyCounts count_replies(std::span<const Reply> replies, std::size_t invited);
/// "6 in person, 2 online, 3 apologies with 1 deputy, 7 no reply", or "No replies yet".
std::string reply_words(const ReplyCounts& counts);

template <>
inline constexpr auto names<Attendance> = std::to_array<Name<Attendance>>({
    {Attendance::in_person, "in_person", "in person"},
    {Attendance::online, "online", "online"},
    {Attendance::apologies, "apologies", "apologies"},
});

}  // namespace workflows
