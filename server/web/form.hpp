// The fields of a form, and the decoding of urlencoded bodies into them.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "server/net/request.hpp"
#include "workflows/core/result.hpp"

namespace server::web {

/// What a person filled in. Names may repeat (check boxes); values are UTF-8 without NUL.
class Form {
  public:
    Form() = default;
    explicit Form(net::NameValues values) : values_(std::move(values)) {}

    std::string get(std::string_view name) const;  // first, or empty
    std::vector<std::string> all(std::string_view name) const;
    bool has(std::string_view name) const;
    const net::NameValues& values() const { return values_; }
    void add(std::string name, std::string value) {
        values_.emplace(std::move(name), std::move(value));
    }

  private:
    net::NameValues values_;
};

/// An application/x-www-form-urlencoded body. Errors as net::parse_urlencoded(); invalid also when
/// `content_type` is another one.
workflows::Result<Form> read_form(std::string_view body, std::string_view content_type);

}  // namespace server::web
