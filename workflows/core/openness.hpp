// How open a thing is: whether a board or a meeting is held in public, and who may read an item.
#pragma once

#include <array>

#include "workflows/core/names.hpp"

namespace workflows {

enum class HeldIn { public_, private_, mixed };
enum class Visibility { public_, members, exempt };

template <>
inline constexpr auto names<HeldIn> = std::to_array<Name<HeldIn>>({
    {HeldIn::public_, "public", "in public"},
    {HeldIn::private_, "private", "in private"},
    {HeldIn::mixed, "mixed", "partly in public"},
});

template <>
inline constexpr auto names<Visibility> = std::to_array<Name<Visibility>>({
    {Visibility::public_, "public", "public"},
    {Visibility::members, "members", "members only"},
    {Visibility::exempt, "exempt", "exempt"},
});

}  // namespace workflows
