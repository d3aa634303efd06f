// What recommendations can stand in, and which boards make them there (protocol 4.3, 4.7).
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "db/database.hpp"
#include "server/web/context.hpp"
#include "workflows/responses/response.hpp"

namespace server::responses {

struct SourceFacts {
    workflows::ResponseSource kind = workflows::ResponseSource::item;
    std::string id;
    std::string title;
    workflows::Visibility visibility = workflows::Visibility::members;
    std::string where;                // "HWB, Thursday 15 November 2018", or empty
    std::string href;                 // its own page
    std::vector<std::string> askers;  // codes of the boards whose recommendations it may hold

    /// "item:abc", as the address of its page names it.
    std::string name() const;
    /// Those of `askers` for which the viewer speaks as chair or secretariat.
    std::vector<std::string> askers_of(const base::Viewer& viewer) const;
};

/// `name` is like "item:abc"; nothing where there is no such thing.
std::optional<SourceFacts> find_source(db::ReadTx& tx, std::string_view name);

/// The items on agendas of the viewer's boards, from `weeks_back_max` ago on, by meeting.
std::vector<SourceFacts> sources_of(db::ReadTx& tx, const base::Viewer& viewer,
                                    workflows::Day today);
inline constexpr int weeks_back_max = 13;

/// The boards that a board or a group stands for on `day`: successions and groups taken apart.
std::vector<std::string> boards_meant(db::ReadTx& tx, const std::string& board_or_group,
                                      workflows::Day day);

}  // namespace server::responses
