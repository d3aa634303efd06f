// The kinds of links in emails that open a form of their own.
#include <array>

#include "server/circulation/assent_queries.hpp"
#include "server/consultation/assent_pages.hpp"
#include "server/letters/link_types.hpp"
#include "server/meetings/reply_pages.hpp"
#include "server/polls/poll_pages.hpp"
#include "server/site/site.hpp"
#include "server/themes/theme_commands.hpp"
#include "server/themes/theme_pages.hpp"

namespace server::site {
namespace {

// The kinds stand here, one a line, each beside the page of what it is about.
constexpr std::array link_table{
    letters::LinkKind{themes::theme_poll_link, themes::show_theme_question,
                      themes::answer_theme_question},
    letters::LinkKind{"date_poll", polls::show_poll_form, polls::answer_poll_form},
    letters::LinkKind{"invitation_reply", meetings::show_reply_form, meetings::answer_invitation},
    letters::LinkKind{circulation::assent_link_kind, consultation::show_assent_link,
                      consultation::use_assent_link, consultation::show_assent_document},
};

}  // namespace

std::span<const letters::LinkKind> links() {
    return link_table;
}

}  // namespace server::site
