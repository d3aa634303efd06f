// Any bytes as an urlencoded form: no crash, only UTF-8 without NUL comes out.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "server/web/form.hpp"
#include "workflows/text/utf8.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string text(data, data + size);
    const auto form = server::web::read_form(text, "application/x-www-form-urlencoded");
    if (!form) return 0;
    for (const auto& [name, value] : form->values())
        for (const std::string_view part : {std::string_view(name), std::string_view(value)})
            if (!workflows::text::is_utf8(part) || part.find('\0') != std::string_view::npos)
                std::abort();
    return 0;
}
