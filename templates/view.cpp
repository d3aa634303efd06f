// Keeps the keys of a view in the order they were set; few enough that a scan beats a map.
#include "templates/view.hpp"

#include <algorithm>
#include <stdexcept>
#include <utility>

namespace templates {
namespace {

// Most rows hold fewer keys than this, so most views allocate their table once.
constexpr std::size_t entries_expected = 12;

bool is_key(std::string_view key) {
    const auto fits = [](char letter) {
        return (letter >= 'a' && letter <= 'z') || (letter >= '0' && letter <= '9') ||
               letter == '_';
    };
    return !key.empty() && key.front() >= 'a' && key.front() <= 'z' &&
           std::all_of(key.begin(), key.end(), fits);
}

void require_plain_text_key(std::string_view key) {
    if (key.ends_with("_html")) {
        throw std::invalid_argument("view key " + std::string(key) + " is for markup: set_html()");
    }
}

}  // namespace

View::View() = default;
View::View(View&&) noexcept = default;
View& View::operator=(View&&) noexcept = default;
View::~View() = default;

View& View::set(std::string_view key, std::string_view text) {
    require_plain_text_key(key);
    entry(key, ViewKind::text).text = text;
    return *this;
}

View& View::set(std::string_view key, const char* text) {
    return set(key, std::string_view(text));
}

View& View::set(std::string_view key, std::int64_t number) {
    return set(key, std::string_view(std::to_string(number)));
}

View& View::set_html(std::string_view key, std::string_view markup) {
    if (!key.ends_with("_html")) {
        throw std::invalid_argument("view key " + std::string(key) + " must end in _html");
    }
    entry(key, ViewKind::text).text = markup;
    return *this;
}

View& View::flag(std::string_view key, bool value) {
    require_plain_text_key(key);
    entry(key, ViewKind::flag).truth = value;
    return *this;
}

View& View::list(std::string_view key) {
    require_plain_text_key(key);
    entry(key, ViewKind::list);
    return *this;
}

View& View::add(std::string_view key) {
    return add(key, View());
}

View& View::add(std::string_view key, View row) {
    require_plain_text_key(key);
    auto& rows = entry(key, ViewKind::list).rows;
    rows.push_back(std::make_unique<View>(std::move(row)));
    return *rows.back();
}

View& View::section(std::string_view key) {
    require_plain_text_key(key);
    auto& rows = entry(key, ViewKind::section).rows;
    if (rows.empty()) rows.push_back(std::make_unique<View>());
    return *rows.front();
}

View& View::section(std::string_view key, View inside) {
    View& view = section(key);
    view = std::move(inside);
    return view;
}

View& View::no_section(std::string_view key) {
    require_plain_text_key(key);
    entry(key, ViewKind::section).rows.clear();
    return *this;
}

const ViewEntry* View::find(std::string_view key) const {
    for (const ViewEntry& entry : entries_) {
        if (entry.key == key) return &entry;
    }
    return nullptr;
}

const std::string& View::text(std::string_view key) const {
    const ViewEntry* found = find(key);
    if (found == nullptr || found->kind != ViewKind::text) {
        throw std::logic_error("view has no text " + std::string(key));
    }
    return found->text;
}

ViewEntry& View::entry(std::string_view key, ViewKind kind) {
    for (ViewEntry& entry : entries_) {
        if (entry.key != key) continue;
        if (entry.kind != kind) entry.rows.clear();
        entry.kind = kind;
        return entry;
    }
    if (!is_key(key)) throw std::invalid_argument("not a view key: " + std::string(key));
    if (entries_.empty()) entries_.reserve(entries_expected);
    entries_.push_back(ViewEntry{std::string(key), kind, false, {}, {}});
    return entries_.back();
}

}  // namespace templates
