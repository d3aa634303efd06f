// What a person is on a board, as memberships name it.
#pragma once

#include <array>

#include "workflows/core/names.hpp"

namespace workflows {

enum class Role { chair, vice_chair, lead_officer, secretariat, member, lead_member };

/// The vice-chair acts for the chair.
constexpr bool is_chair(Role role) {
    return role == Role::chair || role == Role::vice_chair;
}
/// Chair, vice-chair and secretariat speak for their board.
constexpr bool is_officer(Role role) {
    return is_chair(role) || role == Role::secretariat;
}

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
