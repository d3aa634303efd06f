# Embeds the templates in the program: an assembler file includes their bytes, a table names them.
file(GLOB_RECURSE template_files CONFIGURE_DEPENDS RELATIVE "${CMAKE_CURRENT_SOURCE_DIR}"
  "${CMAKE_CURRENT_SOURCE_DIR}/layout/*.mustache" "${CMAKE_CURRENT_SOURCE_DIR}/mail/*.mustache"
  "${CMAKE_CURRENT_SOURCE_DIR}/pages/*.mustache" "${CMAKE_CURRENT_SOURCE_DIR}/partials/*.mustache")
list(SORT template_files)

set(bytes "    .section .rodata\n")
set(externs "")
set(rows "")
set(number 0)
foreach(file IN LISTS template_files)
  string(REGEX REPLACE "\\.mustache$" "" name "${file}")
  string(APPEND bytes
    "    .global template_${number}_begin, template_${number}_end\ntemplate_${number}_begin:\n"
    "    .incbin \"${CMAKE_CURRENT_SOURCE_DIR}/${file}\"\ntemplate_${number}_end:\n    .byte 0\n")
  string(APPEND externs "extern const char template_${number}_begin[];\nextern const char template_${number}_end[];\n")
  string(APPEND rows "        row(\"${name}\", template_${number}_begin, template_${number}_end),\n")
  math(EXPR number "${number} + 1")
endforeach()
string(APPEND bytes "    .section .note.GNU-stack,\"\",%progbits\n")

set(embedded "${CMAKE_CURRENT_BINARY_DIR}/embedded")
file(CONFIGURE OUTPUT "${embedded}/templates.s" CONTENT "${bytes}" @ONLY)
file(CONFIGURE OUTPUT "${embedded}/templates.cpp" @ONLY CONTENT
"// Made by templates/Embed.cmake.
#include <array>

#include \"templates/store.hpp\"

extern \"C\" {
${externs}}

namespace templates {
namespace {
TemplateSource row(std::string_view name, const char* begin, const char* end) {
    return {name, {begin, static_cast<std::size_t>(end - begin)}};
}
}  // namespace

std::span<const TemplateSource> embedded_templates() {
    static const std::array<TemplateSource, ${number}> sources{
${rows}    };
    return sources;
}
}  // namespace templates
")
list(TRANSFORM template_files PREPEND "${CMAKE_CURRENT_SOURCE_DIR}/")
set_source_files_properties("${embedded}/templates.s" PROPERTIES OBJECT_DEPENDS "${template_files}")

# Without our compiler options: they are for C++, and an assembler warns of them.
add_library(templates_embedded OBJECT "${embedded}/templates.s")
set_target_properties(templates_embedded PROPERTIES LINK_LIBRARIES "")
target_sources(templates PRIVATE "${embedded}/templates.cpp" $<TARGET_OBJECTS:templates_embedded>)
