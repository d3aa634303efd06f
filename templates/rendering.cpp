// Kainjow sees rows and sections only as placeholders; which view they stand for is kept here.
#include "templates/rendering.hpp"

#include <charconv>
#include <functional>
#include <stdexcept>

namespace templates {
namespace {

const KainjowData yes{true};
const KainjowData no{false};
const KainjowData inside_section{KainjowData::type::object};
constexpr std::size_t levels_expected = 8;

[[noreturn]] void refuse(std::string_view name, std::string_view key, const char* what) {
    throw std::logic_error(std::string(name) + ": key " + std::string(key) + " " + what);
}

}  // namespace

RenderContext::RenderContext(std::string_view name, const std::vector<KainjowData>& literals,
                             const View& view)
    : name_(name), literals_(literals), text_(KainjowData::type::string) {
    stack_.reserve(levels_expected);
    stack_.push_back({&view});
}

// Kainjow asks for a section at one depth and then pushes its rows at that same depth, so the
// level remembers what was asked last. Flags and texts push themselves and bring no view.
void RenderContext::push(const KainjowData* data) {
    const Level& top = stack_.back();
    const View* view = nullptr;
    if (data == &inside_section) {
        view = top.next->rows.front().get();
    } else if (data != &yes && data != &no && !data->is_list()) {
        const auto& placeholders = top.next_rows->list_value();
        view = top.next->rows[static_cast<std::size_t>(data - placeholders.data())].get();
    }
    stack_.push_back({view});
}

const KainjowData* RenderContext::get(const std::string& name) const {
    if (name.front() == section_mark) return section(std::string_view(name).substr(1));
    if (name.front() != literal_mark) return variable(name);
    std::size_t index = 0;
    std::from_chars(name.data() + 1, name.data() + name.size(), index);
    return &literals_[index];
}

const ViewEntry& RenderContext::lookup(std::string_view key) const {
    for (auto level = stack_.rbegin(); level != stack_.rend(); ++level) {
        if (level->view == nullptr) continue;
        if (const ViewEntry* found = level->view->find(key)) return *found;
    }
    refuse(name_, key, "is missing");
}

const KainjowData* RenderContext::variable(std::string_view key) const {
    const ViewEntry& entry = lookup(key);
    if (entry.kind != ViewKind::text) refuse(name_, key, "is not a text");
    // The string behind text_ is ours and not const: kainjow only offers no way to change it, and
    // it reads it before it asks for the next key.
    const_cast<std::string&>(text_.string_value()).assign(entry.text);
    return &text_;
}

const KainjowData* RenderContext::section(std::string_view key) const {
    const ViewEntry& entry = lookup(key);
    const Level& top = stack_.back();
    switch (entry.kind) {
        case ViewKind::text:
            return entry.text.empty() ? &no : &yes;
        case ViewKind::flag:
            return entry.truth ? &yes : &no;
        case ViewKind::section:
            if (entry.rows.empty()) return &no;
            top.next = &entry;
            return &inside_section;
        case ViewKind::list:
            if (entry.rows.empty()) return &no;
            top.next = &entry;
            top.next_rows = rows(entry.rows.size());
            return top.next_rows;
    }
    refuse(name_, key, "holds nothing known");
}

const KainjowData* RenderContext::rows(std::size_t count) const {
    for (const auto& [size, list] : row_lists_) {
        if (size == count) return list.get();
    }
    const kainjow::mustache::list placeholders(count, yes);
    row_lists_.emplace_back(count, std::make_unique<KainjowData>(placeholders));
    return row_lists_.back().second.get();
}

}  // namespace templates
