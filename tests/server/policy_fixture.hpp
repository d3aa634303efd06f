// The people and things of the access matrix, beside the imported county: the Children's Trust,
// which meets in private, is the board that everything belongs to.
#pragma once

#include <array>
#include <fstream>
#include <map>
#include <string>
#include <string_view>

#include "db/session.hpp"
#include "server/web/site.hpp"
#include "tests/harness/test_app.hpp"

namespace policy {

struct Part {
    std::string_view name;    // column of policy_expected.csv
    std::string_view person;  // empty: the public
};

inline constexpr std::array parts{
    Part{"public", ""},
    Part{"member", "police-lpa-commander"},
    Part{"self", "director-children"},  // the person of /people/{person}; a member, too
    Part{"other_member", "healthwatch"},
    Part{"stop_member", "cabinet-community-safety"},  // of a board that the circulation visits
    Part{"chair", "cabinet-children"},
    Part{"vice_chair", "director-communities"},
    Part{"secretariat", "safeguarding-secretariat"},
    Part{"author", "director-public-health"},
    Part{"invitee", "oscb-chair"},  // always invited; chairs another board
    Part{"other_chair", "hib-chair"},
    Part{"other_secretariat", "growth-secretariat"},
    Part{"asked_chair", "leader-county"},  // of the board that the request is addressed to
    Part{"asked_secretariat", "hwb-secretariat"},
    Part{"administrator", "assistant-chief-executive"},
};

// What stands for each path parameter; a route with another one needs a row here.
inline const std::map<std::string, std::string, std::less<>>& parameters() {
    static const std::map<std::string, std::string, std::less<>> values{
        {"board", "ct"},
        {"meeting", "meeting-ct"},
        {"item", "item-ct"},
        {"paper", "paper-ct"},
        {"request", "request-ct"},
        {"circulation", "circulation-ct"},
        {"stop", "stop-ct"},
        {"person", "director-children"},
        {"membership", "seat-ct"},
        {"job", "job-ct"},
        {"mail", "900001"},
        {"token", "no-such-token"},
        {"date", "2019-01-10"},
        {"day", "2018-11-12"},
        {"issue", "issue-ct"},
        {"concern", "concern-ct"},
        {"number", "1"},
        {"event", ""},
        {"change", "change-ct"},
        {"response", "response-ct"},
        {"change", "change-ct"},
        {"year", "2018"},
        {"report", "joint-strategic-needs-assessment"},
        {"contradiction", "csa-approval"},
        {"obligation", "obligation-ct"},
        {"change", "change-ct"},
        {"year", "2018"},
        {"theme", "domestic-abuse"},
        {"poll", "poll-ct"},
    };
    return values;
}

inline constexpr std::string_view things = R"(
    UPDATE person SET administrator = 1 WHERE key = 'assistant-chief-executive';
    INSERT INTO membership(id, board, person, role, from_day) VALUES
        ('seat-ct', 'CT', 'director-communities', 'vice-chair', '2018-01-01');
    INSERT INTO meeting(id, board, planned, state, kind, held_in) VALUES
        ('meeting-ct', 'CT', '2019-01-10', 'confirmed', 'meeting', 'private');
    INSERT INTO agenda_item(id, meeting, position, title, purpose, owner, visibility) VALUES
        ('item-ct', 'meeting-ct', 1, 'CANARY title', 'discuss', 'director-public-health', 'exempt');
    INSERT INTO agenda_request(id, kind, asking_board, asked_board, title, detail, purpose,
        response, consider_by, answer_by, state, created_at, created_by) VALUES
        ('request-ct', 'agenda_item', 'CT', 'HWB', 'CANARY request', 'Detail', 'discuss', 'note',
         '2018-11-20', '2018-12-20', 'sent', 0, 'cabinet-children');
    INSERT INTO circulation(id, document, version_label, owner, purpose, created_at) VALUES
        ('circulation-ct', 'CANARY document', 'draft 1', 'CT', 'agree', 0);
    INSERT INTO circulation_stop(id, circulation, board, meeting, state)
        SELECT 'stop-ct', 'circulation-ct', 'TVESC', id, 'planned' FROM meeting
        WHERE board = 'TVESC' AND planned = '2018-11-22';
    INSERT INTO register_return(board, year, state, due, focus, asked_at, asked_by) VALUES
        ('CT', 2018, 'drafted', '2018-11-30', 'CANARY focus', 0, 'assistant-chief-executive');
    INSERT INTO issue(id, reference, kind, raising_board, asked_board, title, detail, state, holder,
        since, next_date, created_at, created_by) VALUES
        ('issue-ct', 'I-2018-901', 'boards', 'CT', 'HWB', 'CANARY issue', 'CANARY', 'with_chair',
         'director-public-health', '2018-10-20', '2018-11-20', 0, 'cabinet-children');
    INSERT INTO concern(id, reference, raising_board, safeguarding_board, matter, raised_on, state,
        acknowledge_by, since, created_at, created_by) VALUES
        ('concern-ct', 'SC-2018-901', 'CT', 'HWB', 'CANARY concern', '2018-10-20', 'escalated',
         '2018-11-05', '2018-10-20', 0, 'cabinet-children');
    INSERT INTO date_poll(id, board, title, kind, held_in, starts, ends, whole_board, closes_on,
        state, created_at, created_by) VALUES ('poll-ct', 'CT', 'CANARY poll', 'chairs', 'private',
        '14:00', '16:00', 0, '2018-12-01', 'open', 0, 'safeguarding-secretariat');
    INSERT INTO date_poll_day(poll, day)
        VALUES ('poll-ct', '2018-12-10'), ('poll-ct', '2018-12-11');
    INSERT INTO date_poll_person(poll, person, board)
        VALUES ('poll-ct', 'police-lpa-commander', 'CT');
    INSERT INTO standing_invitation(board, person, reason) VALUES ('CT', 'director-children', 'x');
    INSERT INTO extra_holiday(day, reason) VALUES ('2018-11-12', 'Shut');
    INSERT INTO job(id, kind, subject, board, started_by, state, created_at) VALUES
        ('job-ct', 'pack', 'meeting-ct', 'CT', 'director-public-health', 'done', 0);
    INSERT INTO board_change(id, batch, kind, board, name, slug, on_day, state, made_at, made_by)
        VALUES ('change-ct', 'change-ct', 'rename', 'CT', 'New name', 'ct-new', '2019-01-01',
         'proposed', 0, 'assistant-chief-executive');
    INSERT INTO response(id, source_kind, source, source_title, visibility, asking_board,
        owing_board, number, recommendation, required, due, first_due, owner, state, delivered_on,
        created_at, created_by) VALUES
        ('response-ct', 'item', 'item-ct', 'CANARY report', 'members', 'CT', 'HWB', 1,
         'CANARY recommendation', 'comment', '2018-12-20', '2018-12-20', 'director-public-health',
         'due', '2018-10-20', 0, 'cabinet-children');
    INSERT INTO outbox(id, key, batch, class, template, board, subject_id, person, sender,
        recipient, subject, message_id, state, next_at, not_after, created_at) VALUES
        (900001, 'k', 'b', 'notice', 'invitation', 'CT', 'meeting-ct', 'police-lpa-commander',
         'boards@example.org', 'x@example.org', 'CANARY letter', '<m@example.org>', 'held',
         0, 253402300799, 0);
    INSERT INTO outbox_letter(message, bytes) VALUES (900001, 'x');
    INSERT INTO case_event(kind, case_id, number, at, actor, event, to_state) VALUES
        ('theme', 'domestic-abuse', 1, 0, 'director-children', 'raise', 'raised');
    UPDATE theme SET raised_by = 'director-children' WHERE key = 'domestic-abuse';
    INSERT INTO obligation(id, year, report, board, purpose, season, state, created_at) VALUES
        ('obligation-ct', 2019, 'Joint Strategic Needs Assessment', 'CT', 'inform', 'spring',
         'expected', 0);
)";

// The bytes of the one paper; no page reads inside it.
inline std::string store_paper(tests::TestApp& app) {
    const auto file = app.directory() / "paper.pdf";
    std::ofstream(file) << "%PDF-1.4 CANARY paper";
    return app.app().papers.put(file).sha256;
}

inline void add_things(tests::TestApp& app) {
    const auto sha256 = store_paper(app);
    auto tx = app.app().database.begin_write();
    tx->session().execute_script(
        std::string(things) +
        "INSERT INTO paper(id, item, position, title, file_name, sha256, size_bytes, pages,"
        " uploaded_by, uploaded_at) VALUES ('paper-ct', 'item-ct', 1, 'CANARY paper',"
        " 'canary.pdf', '" +
        sha256 +
        "', 21, 1, 'director-public-health', 0);"
        "INSERT INTO circulation_version(circulation, number, label, day, person, changed,"
        " material, file_name, sha256, size_bytes, pages) VALUES ('circulation-ct', 1, 'draft 1',"
        " '2018-10-01', 'cabinet-children', '', 0, 'canary.pdf', '" +
        sha256 + "', 21, 1);");
    tx->commit();
}

// The event that the path of a form names: one that exists, so that the rule behind it is asked.
inline std::string event_of(std::string_view pattern) {
    if (pattern.starts_with("/responses/")) return "answer";
    if (pattern.starts_with("/register/")) return "accept";
    if (pattern.starts_with("/issues/")) return "keep";
    if (pattern.starts_with("/obligations/")) return "prepare";
    return pattern.starts_with("/stops/") ? "issue" : "acknowledge";
}

inline std::string path_of(std::string_view pattern) {
    std::string path;
    while (!pattern.empty()) {
        const auto open = pattern.find('{');
        path += pattern.substr(0, open);
        if (open == std::string_view::npos) break;
        const auto close = pattern.find('}');
        const auto name = pattern.substr(open + 1, close - open - 1);
        path += name == "event" ? event_of(path) : parameters().at(std::string(name));
        pattern.remove_prefix(close + 1);
    }
    return path;
}

}  // namespace policy
