// What a person is on a board, as memberships name it.
#pragma once

#include <array>

#include "workflows/core/names.hpp"

namespace workflows {

enum class Role { chair, vice_chair, lead_officer, secretariat, member, lead_member };

template <>
inline constexpr auto names<Role> = std::to_array<Name<Role>>({
    {Role::chair, "chair", "chair"},
    {Role::vice_chair, "vice-chair", "vice-chair"},
    {Role::lead_officer, "lead-officer", "lead officer"},
    {Role::secretariat, "secretariat", "secretariat"},
    {Role::member, "member", "member"},
    {Role::lead_member, "lead-member", "lead member"},
});

}  // namespace workflows
