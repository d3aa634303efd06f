// Joins a View to kainjow: looks keys up strictly and hands kainjow the values it wants.
#pragma once

#include <kainjow/mustache.hpp>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "templates/view.hpp"

namespace templates {

// Kainjow cuts a template at every blank and walks the bits one by one, which costs more than all
// else on a page of mostly fixed text. So the store hands it `{{{~7}}}` for the seventh literal,
// and `{{##name}}` for a section, so that a lookup knows what it is for.
inline constexpr char literal_mark = '~';
inline constexpr char section_mark = '#';

using KainjowData = kainjow::mustache::data;

// What one render looks up. Lives for one call of kainjow's render(), on one thread; the view and
// the literals must outlive it. Throws std::logic_error "NAME: key KEY ..." for a key
// that is missing or holds the wrong kind.
class RenderContext final : public kainjow::mustache::basic_context<std::string> {
  public:
    RenderContext(std::string_view name, const std::vector<KainjowData>& literals,
                  const View& view);

    void push(const KainjowData* data) override;
    void pop() override { stack_.pop_back(); }
    const KainjowData* get(const std::string& name) const override;
    // The store has put every partial in its place already.
    const KainjowData* get_partial(const std::string&) const override { return nullptr; }

  private:
    // A view to look in (null: a section that brings none), and the list or section whose rows
    // come on top of it next.
    struct Level {
        const View* view;
        mutable const ViewEntry* next = nullptr;
        mutable const KainjowData* next_rows = nullptr;
    };

    const ViewEntry& lookup(std::string_view key) const;
    const KainjowData* variable(std::string_view key) const;
    const KainjowData* section(std::string_view key) const;
    const KainjowData* rows(std::size_t count) const;

    std::string_view name_;
    const std::vector<KainjowData>& literals_;
    std::vector<Level> stack_;
    mutable KainjowData text_;
    mutable std::vector<std::pair<std::size_t, std::unique_ptr<KainjowData>>> row_lists_;
};

}  // namespace templates
