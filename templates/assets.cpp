// Finds assets; there are so few that a scan is as good as a map.
#include "templates/assets.hpp"

namespace templates {

const Asset* find_asset(std::string_view path) {
    for (const Asset& asset : assets()) {
        if (asset.path == path) return &asset;
    }
    return nullptr;
}

std::string_view asset_href(std::string_view name) {
    for (const Asset& asset : assets()) {
        if (asset.name == name) return asset.path;
    }
    return {};
}

}  // namespace templates
