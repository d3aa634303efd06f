// The stored names of message classes.
#include "mail/message_class.hpp"

#include <array>
#include <utility>

namespace mail {
namespace {

constexpr std::array<std::pair<MessageClass, std::string_view>, 5> names{
    {{MessageClass::statutory, "statutory"},
     {MessageClass::invite, "invite"},
     {MessageClass::account, "account"},
     {MessageClass::reminder, "reminder"},
     {MessageClass::notice, "notice"}}};

}  // namespace

std::string_view name_of(MessageClass message_class) {
    for (const auto& [value, name] : names) {
        if (value == message_class) {
            return name;
        }
    }
    return {};
}

std::optional<MessageClass> message_class_of(std::string_view name) {
    for (const auto& [value, known] : names) {
        if (known == name) {
            return value;
        }
    }
    return std::nullopt;
}

}  // namespace mail
