// The addresses that a route's pattern stands for in this county: a thing of each kind and state.
#pragma once

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "tests/harness/test_app.hpp"

namespace crawl {

using Words = std::vector<std::string>;

inline Words split_at(const std::string& text, char separator) {
    Words words;
    for (std::size_t at = 0; at < text.size();) {
        const auto end = std::min(text.find(separator, at), text.size());
        words.push_back(text.substr(at, end - at));
        at = end + 1;
    }
    return words;
}

/// What stands for the parameters of these names, one row each, values parted by '|'.
struct Source {
    std::string_view names;
    std::string_view rows;  // SQL of one column
};

// By what people see of a thing, never by its id: ids are counted in the order of the code.
inline constexpr std::array sources{
    Source{"board", "SELECT slug FROM board ORDER BY slug"},
    Source{"meeting",
           "SELECT id FROM (SELECT id, planned, board, ROW_NUMBER() OVER (PARTITION BY kind, state,"
           " held_in, EXISTS (SELECT 1 FROM agenda_item i WHERE i.meeting = m.id), EXISTS (SELECT 1"
           " FROM agenda_version v WHERE v.meeting = m.id), id = 'meeting-ct' ORDER BY planned,"
           " board, id) AS turn FROM meeting m) WHERE turn = 1 ORDER BY planned, board"},
    Source{"item",
           "SELECT id FROM (SELECT i.id, i.title, ROW_NUMBER() OVER (PARTITION BY i.visibility,"
           " i.purpose, m.state, m.board, EXISTS (SELECT 1 FROM paper p WHERE p.item = i.id) ORDER"
           " BY m.planned, i.position) AS turn FROM agenda_item i JOIN meeting m ON m.id ="
           " i.meeting) WHERE turn = 1 ORDER BY title"},
    Source{"paper", "SELECT id FROM paper ORDER BY title, file_name, id LIMIT 12"},
    Source{"request", "SELECT id FROM agenda_request ORDER BY title, id"},
    Source{"response", "SELECT id FROM response ORDER BY recommendation, owing_board, id"},
    Source{"issue", "SELECT id FROM issue ORDER BY reference"},
    Source{"concern", "SELECT id FROM concern ORDER BY reference"},
    Source{"poll", "SELECT id FROM date_poll ORDER BY title, id"},
    Source{"circulation", "SELECT id FROM circulation ORDER BY document, version_label"},
    Source{"circulation,number",
           "SELECT circulation || '|' || number FROM circulation_version ORDER BY label, number"},
    Source{
        "meeting,number",
        "SELECT meeting || '|' || number FROM agenda_version v JOIN meeting m ON m.id = v.meeting"
        " ORDER BY planned, number"},
    Source{"board,date",
           "SELECT slug || '|' || planned FROM (SELECT b.slug, m.planned, ROW_NUMBER() OVER"
           " (PARTITION BY m.state ORDER BY planned, slug) AS turn FROM meeting m JOIN board b ON"
           " b.code = m.board) WHERE turn <= 2 ORDER BY planned, slug"},
    Source{"person",
           "SELECT key FROM (SELECT p.key, ROW_NUMBER() OVER (PARTITION BY (SELECT COUNT(*) FROM"
           " membership m WHERE m.person = p.key) ORDER BY p.key = 'director-children' DESC, p.key)"
           " AS turn FROM person p) WHERE turn <= 2 ORDER BY key"},
    Source{"membership",
           "SELECT id FROM (SELECT id, board, person, ROW_NUMBER() OVER (PARTITION BY role, board"
           " IN ('CT', 'OGB') ORDER BY board, person) AS turn FROM membership) WHERE turn = 1 ORDER"
           " BY board, person"},
    Source{"board,person",
           "SELECT lower(board) || '|' || person FROM standing_invitation ORDER BY board, person"},
    Source{"job", "SELECT id FROM job ORDER BY kind, subject, id"},
    Source{"mail",
           "SELECT '' || id FROM (SELECT id, template, ROW_NUMBER() OVER (PARTITION BY template,"
           " id = 900001 ORDER BY id) AS turn FROM outbox) WHERE turn = 1 ORDER BY template"},
    Source{"change", "SELECT id FROM board_change ORDER BY on_day, board, id"},
    Source{"year", "SELECT 2017 UNION SELECT 2018 UNION SELECT 2019"},
    Source{"year,board",
           "SELECT r.year || '|' || b.slug FROM register_return r JOIN board b ON b.code = r.board"
           " ORDER BY 1"},
    Source{"board,year",
           "SELECT b.slug || '|' || r.year FROM register_return r JOIN board b ON b.code = r.board"
           " ORDER BY 1"},
    Source{"report",
           "SELECT DISTINCT replace(replace(lower(report), ' ', '-'), '''', '') FROM timetable_cell"
           " ORDER BY 1"},
    Source{"contradiction", "SELECT key FROM timetable_contradiction ORDER BY key"},
    Source{"obligation",
           "SELECT '2019~joint-strategic-needs-assessment~hwb~inform' UNION ALL SELECT id FROM"
           " (SELECT id, year, report, board, ROW_NUMBER() OVER (PARTITION BY year, state, purpose"
           " ORDER BY report, board) AS turn FROM obligation) WHERE turn = 1"},
    Source{"theme", "SELECT key FROM theme ORDER BY key"},
    Source{"token", "SELECT 'no-such-token'"},
};

inline Words rows_of(tests::TestApp& app, std::string_view sql) {
    return split_at(app.query("WITH found(value) AS (" + std::string(sql) +
                              ") SELECT COALESCE(GROUP_CONCAT(value, char(10)), '') FROM found"),
                    '\n');
}

/// "board,date" of "/boards/{board}/meetings/{date}".
inline std::string parameter_names(std::string_view pattern) {
    std::string names;
    for (auto open = pattern.find('{'); open != pattern.npos; open = pattern.find('{', open + 1)) {
        const auto name = pattern.substr(open + 1, pattern.find('}', open) - open - 1);
        names += (names.empty() ? "" : ",") + std::string(name);
    }
    return names;
}

inline std::string filled(std::string_view pattern, const Words& values) {
    std::string path(pattern);
    for (const auto& value : values) {
        const auto open = path.find('{');
        path.replace(open, path.find('}', open) - open + 1, value);
    }
    return path;
}

/// None when `sources` has no row for its parameters: the caller's failure.
inline Words addresses_of(tests::TestApp& app, std::string_view pattern) {
    const auto names = parameter_names(pattern);
    if (names.empty()) return {std::string(pattern)};
    const auto* source = std::find_if(sources.begin(), sources.end(),
                                      [&](const Source& one) { return one.names == names; });
    if (source == sources.end()) return {};
    Words addresses;
    for (const auto& row : rows_of(app, source->rows))
        addresses.push_back(filled(pattern, split_at(row, '|')));
    return addresses;
}

}  // namespace crawl
