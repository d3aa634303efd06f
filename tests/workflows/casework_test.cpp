// The one order of the questions, shown on a case made for it: everything is wrong at first, and
// what is answered changes as one thing after the other is put right.
#include <gtest/gtest.h>

#include "workflows/casework/decide.hpp"

namespace workflows {
namespace {

enum class DoorState { shut, open };
enum class DoorEvent { hang, unlock, lock };
enum class DoorWho { anyone, porter };
struct DoorCommand {
    DoorEvent event = DoorEvent::unlock;
    std::string comment = {};
};
struct DoorFacts {
    bool neighbour = false;
    bool porter = false;
    bool has_key = false;
};

}  // namespace

template <>
inline constexpr auto names<DoorState> = std::to_array<Name<DoorState>>(
    {{DoorState::shut, "shut", "shut"}, {DoorState::open, "open", "open"}});
template <>
inline constexpr auto names<DoorEvent> = std::to_array<Name<DoorEvent>>({
    {DoorEvent::hang, "hang", "hang"},
    {DoorEvent::unlock, "unlock", "unlock"},
    {DoorEvent::lock, "lock", "lock"},
});

namespace {

struct Door {
    using State = DoorState;
    using Event = DoorEvent;
    using Command = DoorCommand;
    using Facts = DoorFacts;
    using Who = DoorWho;
    using Told = casework::Nothing;
    using Then = casework::Nothing;
    using Capacity = std::string;

    DoorState state = DoorState::shut;

    static constexpr Who anyone = Who::anyone;
    static std::optional<Capacity> capacity_of(const Facts& facts, Who who) {
        if (facts.porter) return "porter";
        if (facts.neighbour && who == Who::anyone) return "neighbour";
        return std::nullopt;
    }
    static Error not_theirs(Who who, Event) {
        return {Code::forbidden, who == Who::porter ? "only the porter" : "only who lives here"};
    }
    Error no_such_step(Event, std::span<const casework::Step<Door>>) const {
        return refused("no such step");
    }
    static Result<void> check_comment(const Command& command, const casework::Step<Door>& step) {
        return casework::check_comment(command.comment, step.comment, "say why", 10);
    }
};
using DoorStep = casework::Step<Door>;

Result<void> key_is_here(const Door&, const DoorCommand&, const DoorFacts& facts) {
    if (facts.has_key) return {};
    return refused("no key");
}

constexpr DoorStep::Guard always{};
constexpr DoorStep::Guard key{"the key is here", DoorStep::When::on_click, key_is_here};

// clang-format off
constexpr auto doors = std::to_array<DoorStep>({
  { std::nullopt,     DoorEvent::hang,   DoorState::shut, DoorWho::porter, {}, "", CommentRule::optional, always, {} },
  { DoorState::shut,  DoorEvent::unlock, DoorState::open, DoorWho::porter, {}, "", CommentRule::required, key,    {} },
  { DoorState::open,  DoorEvent::lock,   DoorState::shut, DoorWho::anyone, {}, "", CommentRule::optional, always, {} },
});
// clang-format on
static_assert(is_sound<DoorStep>(doors, std::span<const DoorState>()));

TEST(Casework, AsksRelationStepCapacityCommentGuard) {
    Door door{DoorState::open};
    DoorCommand command;
    DoorFacts facts;
    const auto answer = [&] {
        const auto decided = casework::decide(door, command, facts, doors);
        return decided ? "as " + decided->capacity : decided.error().message;
    };
    EXPECT_EQ(answer(), "only who lives here");
    facts.neighbour = true;
    EXPECT_EQ(answer(), "no such step");
    door.state = DoorState::shut;
    EXPECT_EQ(answer(), "only the porter");
    facts.porter = true;
    EXPECT_EQ(answer(), "say why");
    command.comment = "a delivery at the gate";
    EXPECT_EQ(answer(), "Text must be 10 characters or fewer.");
    command.comment = "a delivery";
    EXPECT_EQ(answer(), "no key");
    facts.has_key = true;
    EXPECT_EQ(answer(), "as porter");
    EXPECT_EQ(casework::decide(door, command, facts, doors)->step, &doors[1]);
}

TEST(Casework, OffersWhatAGuardOfTheClickLetsBy) {
    const Door door{DoorState::shut};
    using Events = std::vector<DoorEvent>;
    EXPECT_EQ(casework::available_events(door, {true, false, true}, doors), Events{});
    EXPECT_EQ(casework::available_events(door, {false, true, false}, doors), Events{});
    EXPECT_EQ(casework::available_events(door, {false, true, true}, doors),
              Events{DoorEvent::unlock});
}

}  // namespace
}  // namespace workflows
