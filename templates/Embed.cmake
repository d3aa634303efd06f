# Embeds templates and page assets: assembler files include their bytes, tables name them.
# As a script (cmake -D folder=… -D output=… -P Embed.cmake) it packs a folder of assets.

# One `.incbin` between two symbols. Not a C++ array: compilers take seconds for these.
function(append_bytes variable symbol path)
  string(APPEND ${variable} "    .global ${symbol}_begin, ${symbol}_end\n${symbol}_begin:\n"
    "    .incbin \"${path}\"\n${symbol}_end:\n    .byte 0\n")
  set(${variable} "${${variable}}" PARENT_SCOPE)
endfunction()

set(bytes_head "    .section .rodata\n")
set(bytes_tail "    .section .note.GNU-stack,\"\",%progbits\n")

if(CMAKE_SCRIPT_MODE_FILE)
  set(type_css "text/css; charset=utf-8")
  set(type_js "text/javascript; charset=utf-8")
  set(type_mjs "text/javascript; charset=utf-8")
  set(type_svg "image/svg+xml")
  set(bytes "${bytes_head}")
  set(externs "")
  set(rows "")
  set(number 0)
  file(GLOB names RELATIVE "${folder}" "${folder}/*")
  list(SORT names)
  foreach(name IN LISTS names)
    file(SHA256 "${folder}/${name}" hash)
    string(SUBSTRING "${hash}" 0 12 short)
    get_filename_component(stem "${name}" NAME_WLE)
    get_filename_component(ending "${name}" LAST_EXT)
    string(SUBSTRING "${ending}" 1 -1 type)
    if(NOT DEFINED type_${type})
      message(FATAL_ERROR "${name}: no content type for *${ending}")
    endif()
    # -n leaves name and time out, so that the same bytes give the same program.
    execute_process(COMMAND gzip -9nc "${folder}/${name}" OUTPUT_FILE "${output}/${name}.gz" COMMAND_ERROR_IS_FATAL ANY)
    append_bytes(bytes asset_${number} "${folder}/${name}")
    append_bytes(bytes asset_${number}_gzip "${output}/${name}.gz")
    string(APPEND externs "extern const char asset_${number}_begin[];\nextern const char asset_${number}_end[];\n"
      "extern const char asset_${number}_gzip_begin[];\nextern const char asset_${number}_gzip_end[];\n")
    string(APPEND rows "        Asset{\"${name}\", \"/assets/${stem}.${short}${ending}\", \"${type_${type}}\", \"\\\"${short}\\\"\",\n"
      "              between(asset_${number}_begin, asset_${number}_end),\n"
      "              between(asset_${number}_gzip_begin, asset_${number}_gzip_end)},\n")
    math(EXPR number "${number} + 1")
  endforeach()
  file(WRITE "${output}/assets.s" "${bytes}${bytes_tail}")
  file(WRITE "${output}/assets_table.cpp"
"// Made by templates/Embed.cmake.
#include <array>
#include <cstddef>

#include \"templates/assets.hpp\"

extern \"C\" {
${externs}}

namespace templates {
namespace {
std::string_view between(const char* begin, const char* end) {
    return {begin, static_cast<std::size_t>(end - begin)};
}
}  // namespace

std::span<const Asset> assets() {
    static const std::array<Asset, ${number}> all{
${rows}    };
    return all;
}
}  // namespace templates
")
  return()
endif()

set(embedded "${CMAKE_CURRENT_BINARY_DIR}/embedded")
file(MAKE_DIRECTORY "${embedded}")

file(GLOB_RECURSE template_files CONFIGURE_DEPENDS RELATIVE "${CMAKE_CURRENT_SOURCE_DIR}"
  "${CMAKE_CURRENT_SOURCE_DIR}/layout/*.mustache" "${CMAKE_CURRENT_SOURCE_DIR}/letters/*.mustache"
  "${CMAKE_CURRENT_SOURCE_DIR}/pages/*.mustache" "${CMAKE_CURRENT_SOURCE_DIR}/partials/*.mustache")
list(SORT template_files)
set(bytes "${bytes_head}")
set(externs "")
set(rows "")
set(number 0)
foreach(file IN LISTS template_files)
  string(REGEX REPLACE "\\.mustache$" "" name "${file}")
  append_bytes(bytes template_${number} "${CMAKE_CURRENT_SOURCE_DIR}/${file}")
  string(APPEND externs "extern const char template_${number}_begin[];\nextern const char template_${number}_end[];\n")
  string(APPEND rows "        row(\"${name}\", template_${number}_begin, template_${number}_end),\n")
  math(EXPR number "${number} + 1")
endforeach()
file(CONFIGURE OUTPUT "${embedded}/templates.s" CONTENT "${bytes}${bytes_tail}" @ONLY)
file(CONFIGURE OUTPUT "${embedded}/templates_table.cpp" @ONLY CONTENT
"// Made by templates/Embed.cmake.
#include <array>
#include <cstddef>

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

# Page assets: with npm the govuk-frontend styles and scripts, else our one plain style sheet.
set(assets "${embedded}/assets")
set(ui "${CMAKE_CURRENT_SOURCE_DIR}/ui")
if(SHIREMOOT_UI STREQUAL "npm")
  file(GLOB ui_files CONFIGURE_DEPENDS "${ui}/*.scss" "${ui}/*.mjs" "${ui}/*.js" "${ui}/*.svg")
  set(ui_command "${PROJECT_SOURCE_DIR}/scripts/ui" "${assets}")
  list(APPEND ui_files "${PROJECT_SOURCE_DIR}/scripts/ui" "${PROJECT_SOURCE_DIR}/package.json"
    "${PROJECT_SOURCE_DIR}/package-lock.json" "${PROJECT_SOURCE_DIR}/.npmrc")
elseif(SHIREMOOT_UI STREQUAL "plain")
  set(ui_files "${ui}/plain.css" "${ui}/icon.svg")
  set(ui_command ${CMAKE_COMMAND} -E copy "${ui}/plain.css" "${assets}/app.css"
    COMMAND ${CMAKE_COMMAND} -E copy "${ui}/icon.svg" "${assets}/icon.svg")
else()
  message(FATAL_ERROR "SHIREMOOT_UI is npm or plain, not ${SHIREMOOT_UI}")
endif()
add_custom_command(
  OUTPUT "${embedded}/assets.s" "${embedded}/assets_table.cpp"
  COMMAND ${CMAKE_COMMAND} -E rm -rf "${assets}"
  COMMAND ${CMAKE_COMMAND} -E make_directory "${assets}"
  COMMAND ${ui_command}
  COMMAND ${CMAKE_COMMAND} -D "folder=${assets}" -D "output=${embedded}" -P "${CMAKE_CURRENT_LIST_FILE}"
  DEPENDS ${ui_files} "${CMAKE_CURRENT_LIST_FILE}"
  COMMENT "Page assets (${SHIREMOOT_UI})" VERBATIM)

# Without our compiler options: they are for C++, and an assembler warns of them.
add_library(templates_embedded OBJECT "${embedded}/templates.s" "${embedded}/assets.s")
set_target_properties(templates_embedded PROPERTIES LINK_LIBRARIES "")
target_sources(templates PRIVATE "${embedded}/templates_table.cpp" "${embedded}/assets_table.cpp"
  $<TARGET_OBJECTS:templates_embedded>)
