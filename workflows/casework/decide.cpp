#include "workflows/casework/decide.hpp"

#include "workflows/casework/words.hpp"
#include "workflows/text/utf8.hpp"
#include "workflows/text/words.hpp"

namespace workflows::casework {

Result<void> check_comment(std::string_view comment, CommentRule rule, std::string_view missing,
                           std::size_t characters_max) {
    if (rule == CommentRule::required && text::is_blank(comment))
        return invalid("comment", std::string(missing));
    if (text::characters(comment) > characters_max)
        return invalid("comment", words::too_long("Text", characters_max));
    return {};
}

}  // namespace workflows::casework
