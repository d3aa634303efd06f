// The county of the access matrix with so many rows of everything that a page lists: boards,
// people, meetings and each kind of case, every row about another board, person and meeting, so
// that what is looked up for a row cannot be found by luck.
#pragma once

#include <array>
#include <string>
#include <string_view>

#include "db/agenda_versions.hpp"
#include "db/meetings.hpp"
#include "db/session.hpp"
#include "server/agenda/agenda_content.hpp"
#include "tests/server/policy_fixture.hpp"

namespace wide {

// `i` counts the rows, `own` is a board whose officers open the pages, and a list in brackets
// after `of` gives one of its words, in turn: [i of 'sent', 'offered'].
inline constexpr std::array rows{
    // Boards and people
    R"(INSERT INTO board(code, slug, name, parent, statutory, statute, meetings_per_year, held_in,
           chairs)
       SELECT 'X' || i, 'x' || i, 'Board X' || i, [i of 'CT', 'HWB'], 0, '', 4, 'private', 1
       FROM n)",
    R"(INSERT INTO person(key, post, organisation, holder, email)
       SELECT 'p' || i, 'Post ' || i, 'Organisation ' || i, 'Holder ' || i, 'p' || i ||
           '@example.org' FROM n)",
    R"(INSERT INTO membership(id, board, person, role)
       SELECT 'chair-' || i, 'X' || i, 'p' || i, 'chair' FROM n)",
    R"(INSERT INTO membership(id, board, person, role)
       SELECT 'secretariat-' || i, 'X' || i, 'p' || (i % :size + 1), 'secretariat' FROM n)",
    R"(INSERT INTO membership(id, board, person, role)
       SELECT 'member-' || own || i, own, 'p' || i, 'member' FROM n, own)",
    R"(INSERT INTO membership(id, board, person, role)
       SELECT 'seat-' || i, 'X' || i, 'director-children', 'member' FROM n)",
    R"(INSERT INTO membership_detail(membership, organisation, standing, on_behalf_of)
       SELECT 'member-' || own || i, '', 'votes', 'Councils' FROM n, own)",
    R"(INSERT INTO office_hand_over(board, office, on_day, from_person, to_person, last_day)
       SELECT 'X' || i, 'chair', '2018-12-01', 'p' || i, 'p' || (i % :size + 1), '' FROM n)",
    R"(INSERT INTO standing_invitation(board, person, reason)
       SELECT own, 'p' || i, 'Expert' FROM n, own)",
    R"(INSERT INTO board_group(name, board) SELECT 'Group ' || (i / 4), 'X' || i FROM n)",
    R"(INSERT INTO board_quorum(board, votes_needed) SELECT 'X' || i, 2 FROM n)",
    R"(INSERT INTO board_cadence(board, meetings, in_public, joint, joint_with)
       SELECT 'X' || i, 4, 1, 1, 'CT' FROM n)",
    R"(INSERT INTO board_change(id, batch, kind, board, successor, name, slug, on_day, state,
           made_at, made_by)
       SELECT 'change-' || i, 'change-' || i, [i of 'rename', 'succession'], 'X' || i,
           [i of '', 'CT'], [i of 'New name', ''], [i of 'new-' || i, ''], '2019-02-01',
           [i / 2 of 'proposed', 'planned'], 0, 'p' || i FROM n)",
    R"(INSERT INTO extra_holiday(day, reason)
       SELECT date('2019-01-01', '+' || (i * 7) || ' days'), 'Shut ' || i FROM n)",

    // Meetings
    R"(INSERT INTO meeting(id, board, planned, state, kind, held_in)
       SELECT 'x-' || i, 'X' || i, date('2018-11-06', '+' || i || ' days'),
           [i of 'confirmed', 'provisional'], 'meeting', 'private' FROM n)",
    R"(INSERT INTO meeting(id, board, planned, state, kind, held_in)
       SELECT own || '-' || i, own, date('2018-11-06', '+' || i || ' days'),
           [i of 'confirmed', 'provisional', 'confirmed', 'cancelled'], [i of 'meeting', 'joint'],
           [i of 'private', 'mixed', 'public'] FROM n, own)",
    R"(INSERT INTO meeting(id, board, planned, state, kind, held_in)
       SELECT own || '-past-' || i, own, date('2018-10-30', '-' || i || ' days'),
           [i of 'held', 'confirmed'], 'meeting', 'private' FROM n, own)",
    R"(INSERT INTO joint_board(meeting, board)
       SELECT own || '-' || i, 'X' || i FROM n, own WHERE i % 2 = 1)",
    R"(INSERT INTO joint_board(meeting, board) SELECT 'meeting-ct', 'X' || i FROM n)",
    R"(INSERT INTO meeting_person(meeting, person)
       SELECT 'meeting-ct', 'p' || i FROM n UNION ALL
       SELECT own || '-' || i, 'p' || i FROM n, own)",
    R"(INSERT INTO meeting_move(meeting, at, planned, starts, reason)
       SELECT own || '-' || i, i, '2018-11-01', '14:00', 'Moved' FROM n, own UNION ALL
       SELECT 'meeting-ct', i, '2018-11-01', '14:00', 'Moved' FROM n)",
    R"(INSERT INTO meeting_confirm_by(meeting, planned, confirm_by, set_at, set_by)
       SELECT own || '-' || i, date('2018-11-06', '+' || i || ' days'), '2018-11-05', 0, 'p' || i
       FROM n, own)",
    R"(INSERT INTO invitation_reply(meeting, person, attendance, deputy, note, planned, at, by)
       SELECT 'meeting-ct', 'p' || i, [i of 'in_person', 'online', 'apologies'], '', '',
           '2019-01-10', 0, 'p' || i FROM n)",
    R"(INSERT INTO draft_minutes(meeting, circulated_on, recorded_at, recorded_by)
       SELECT own || '-past-' || i, '2018-10-31', 0, 'p' || i FROM n, own WHERE i % 3 = 0)",

    // Agendas and papers
    R"(INSERT INTO agenda_item(id, meeting, position, title, purpose, owner, visibility,
           paper_status)
       SELECT 'item-' || i, 'meeting-ct', i + 1, 'Item ' || i, 'discuss',
           [i of 'p' || i, 'director-public-health'], [i of 'members', 'exempt', 'public'],
           [i of 'expected', 'received'] FROM n)",
    R"(INSERT INTO agenda_item(id, meeting, position, title, purpose, owner, visibility,
           paper_status)
       SELECT own || '-item-' || i, own || '-' || i, 1, 'Item ' || i, 'discuss',
           [i of 'p' || i, 'director-public-health'], [i of 'members', 'public'],
           [i of 'expected', 'received'] FROM n, own)",
    R"(INSERT INTO paper(id, item, position, title, file_name, sha256, size_bytes, pages,
           uploaded_by, uploaded_at)
       SELECT item.id || '-paper', item.id, 1, 'Paper ' || item.id, 'paper.pdf', sha256,
           size_bytes, pages, item.owner, 0
       FROM agenda_item item, paper other WHERE other.id = 'paper-ct' AND item.id LIKE '%item-_%'
           AND item.id <> 'item-ct' AND item.paper_status = 'received')",
    R"(INSERT INTO paper(id, item, position, title, file_name, sha256, size_bytes, pages,
           uploaded_by, uploaded_at)
       SELECT 'paper-' || i, 'item-ct', i + 1, 'Paper ' || i, 'paper.pdf', sha256, size_bytes,
           pages, 'p' || i, 0 FROM n, paper WHERE id = 'paper-ct')",
    R"(INSERT INTO pack(id, meeting, agenda, audience, inputs, sha256, size_bytes, pages, built_at)
       SELECT own || '-pack-' || i, own || '-' || i, 1, 'members', 'x', 'x', 1, 1, 0 FROM n, own)",
    R"(INSERT INTO job(id, kind, subject, board, started_by, state, created_at)
       SELECT 'job-' || i, 'pack', 'meeting-ct', 'CT', 'p' || i, 'done', i FROM n)",

    // What boards ask, send and owe each other
    R"(INSERT INTO agenda_request(id, kind, asking_board, asked_board, title, detail, purpose,
           response, consider_by, answer_by, state, meeting, item, created_at, created_by)
       SELECT own || '-request-' || i, [i / 2 of 'agenda_item', 'information', 'joint_meeting'],
           [i of own, 'X' || i], [i of 'X' || i, own], 'Request ' || i, 'Detail', 'discuss', 'note',
           date('2018-10-20', '+' || i || ' days'), '2018-12-20',
           [i / 2 of 'sent', 'considering', 'offered', 'returned', 'accepted', 'declined',
            'escalated', 'answered', 'closed', 'withdrawn'],
           own || '-' || i, own || '-item-' || i, 0, 'p' || i FROM n, own)",
    R"(INSERT INTO response(id, source_kind, source, source_title, visibility, asking_board,
           owing_board, number, recommendation, required, due, first_due, owner, state, meeting,
           item, delivered_on, created_at, created_by)
       SELECT own || '-response-' || i, [i / 4 of 'item', 'request', 'circulation', 'obligation',
           'arrangement'],
           [i / 4 of own || '-item-' || i, own || '-request-' || i, own || '-circulation-' || i,
            own || '-obligation-' || i, own || '-arrangement-' || i],
           'Report ' || i, 'members', [i of own, 'X' || i], [i of 'X' || i, own], 1,
           'Recommendation ' || i, 'comment', date('2018-10-20', '+' || i || ' days'),
           '2018-12-20', 'p' || i,
           [i / 2 of 'named', 'due', 'accepted', 'carried_forward', 'answered', 'returned',
            'sent_back', 'informed', 'confirmed', 'dropped'],
           own || '-' || i, own || '-item-' || i, '2018-10-20', 0, 'p' || i FROM n, own)",
    R"(INSERT INTO response(id, source_kind, source, source_title, visibility, asking_board,
           owing_board, number, recommendation, required, due, first_due, owner, state,
           delivered_on, created_at, created_by)
       SELECT 'of-item-ct-' || i, 'item', 'item-ct', 'Report', 'members', 'CT', 'X' || i, i + 1,
           'Recommendation ' || i, 'comment', '2018-12-20', '2018-12-20', 'p' || i,
           [i of 'named', 'due'], '2018-10-20', 0, 'p' || i FROM n)",
    R"(INSERT INTO response_arrangement(id, asking_board, owing_board, title, required,
           every_months, next_due, created_at, created_by)
       SELECT own || '-arrangement-' || i, [i of own, 'X' || i], [i of 'X' || i, own],
           'Arrangement ' || i, 'note', 3, '2018-12-01', 0, 'p' || i FROM n, own)",
    R"(INSERT INTO issue(id, reference, kind, raising_board, asked_board, agency, title, detail,
           state, holder, since, next_date, created_at, created_by)
       SELECT own || '-issue-' || i, 'I-2018-' || own || i, [i of 'boards', 'protocol'],
           [i / 2 of own, 'X' || i], [i / 2 of 'X' || i, own], 'Agency', 'Issue ' || i, 'Detail',
           [i of [i / 2 of 'with_chair', 'chairs_together', 'resolution_meeting',
            'senior_officers', 'reopened', 'resolved', 'withdrawn'],
            [i / 2 of 'own_chair', 'other_chairs', 'board_concern', 'senior_officers', 'reopened',
            'resolved', 'withdrawn']],
           'p' || i, '2018-10-20', '2018-11-20', 0, 'p' || i FROM n, own)",
    R"(INSERT INTO issue_person(issue, person)
       SELECT 'issue-ct', 'p' || i FROM n UNION ALL
       SELECT own || '-issue-' || i, 'p' || i FROM n, own)",
    R"(INSERT INTO issue_meeting(issue, meeting, state)
       SELECT 'issue-ct', 'CT-' || i, 'with_chair' FROM n UNION ALL
       SELECT own || '-issue-' || i, own || '-' || i, 'with_chair' FROM n, own)",
    R"(INSERT INTO concern(id, reference, raising_board, safeguarding_board, matter, raised_on,
           state, partner, acknowledge_by, since, created_at, created_by)
       SELECT own || '-concern-' || i, 'SC-2018-' || own || i, [i of own, 'X' || i],
           [i of 'X' || i, own], 'Matter ' || i, '2018-10-20',
           [i / 2 of 'raised', 'partner_agreed', 'escalated', 'acknowledged', 'feedback_given',
            'closed', 'withdrawn'],
           'p' || i, '2018-11-05', '2018-10-20', 0, 'p' || i FROM n, own)",

    // Documents that go round
    R"(INSERT INTO circulation(id, document, version_label, owner, purpose, created_at)
       SELECT own || '-circulation-' || i, 'Document ' || i, 'draft 1', [i of own, 'X' || i],
           'agree', 0 FROM n, own)",
    R"(INSERT INTO circulation_stop(id, circulation, board, meeting, state, version_issued,
           assent_by)
       SELECT own || '-stop-' || i, own || '-circulation-' || i, [i of 'X' || i, own],
           own || '-' || i,
           [i / 2 of 'planned', 'issued', 'agreed', 'agreed_in_principle', 'agreed_with_comments',
            'not_agreed', 'consulted', 'noted', 'stale', 'assent_asked'],
           'draft 1', '2018-12-01' FROM n, own)",
    R"(INSERT INTO circulation_stop(id, circulation, board, meeting, state, version_issued,
           assent_by)
       SELECT 'stop-' || i, 'circulation-ct', 'X' || i, 'x-' || i,
           [i of 'planned', 'issued', 'agreed', 'agreed_in_principle', 'agreed_with_comments',
            'not_agreed', 'consulted', 'noted', 'stale', 'assent_asked'],
           'draft 1', '2018-12-01' FROM n)",
    R"(INSERT INTO circulation_version(circulation, number, label, day, person, changed, material)
       SELECT 'circulation-ct', i + 1, 'draft ' || (i + 1), '2018-10-01', 'p' || i, 'Changed', 0
       FROM n UNION ALL
       SELECT own || '-circulation-' || i, 1, 'draft 1', '2018-10-01', 'p' || i, '', 0
       FROM n, own)",
    R"(INSERT INTO circulation_answer(stop, number, day, version_label, outcome, comments, person,
           board)
       SELECT 'stop-' || i, 1, '2018-10-10', 'draft 1', 'agreed_with_comments', 'Comment',
           'p' || i, 'X' || i FROM n UNION ALL
       SELECT own || '-stop-' || i, 1, '2018-10-10', 'draft 1', 'agreed_with_comments', 'Comment',
           'p' || i, [i of 'X' || i, own] FROM n, own)",
    R"(INSERT INTO circulation_review(circulation, review_by)
       SELECT own || '-circulation-' || i, date('2018-10-20', '+' || i || ' days') FROM n, own)",

    R"(INSERT INTO circulation(id, document, version_label, owner, purpose, created_at)
       VALUES ('done-ct', 'Agreed document', 'draft 1', 'CT', 'agree', 0))",
    R"(INSERT INTO circulation_version(circulation, number, label, day, person, changed, material)
       SELECT 'done-ct', i, 'draft ' || i, '2018-10-01', 'p' || i, 'Changed', 0 FROM n)",
    R"(INSERT INTO circulation_stop(id, circulation, board, meeting, state, version_issued)
       SELECT 'done-' || i, 'done-ct', 'X' || i, 'x-' || i, 'agreed', 'draft 1' FROM n)",
    R"(INSERT INTO circulation_answer(stop, number, day, version_label, outcome, comments, person,
           board)
       SELECT 'done-' || i, 1, '2018-10-10', 'draft 1', 'agreed', '', 'p' || i, 'X' || i FROM n)",

    // Timetable and register
    R"(INSERT INTO timetable_cell(report, board_or_group, purpose, season)
       SELECT 'Joint Strategic Needs Assessment', 'X' || i, 'inform', 'winter' FROM n UNION ALL
       SELECT 'Report ' || i, own, 'inform', 'winter' FROM n, own)",
    R"(INSERT INTO timetable_report(report, owner, author)
       SELECT 'Report ' || i, 'X' || i, 'p' || i FROM n)",
    R"(INSERT INTO obligation(id, year, report, board, purpose, season, state, meeting, item,
           created_at)
       SELECT own || '-obligation-' || i, 2018, 'Report ' || i, own, 'inform', 'winter',
           [i of 'expected', 'slotted', 'prepared', 'delivered', 'informed', 'response_due',
            'responded', 'waived', 'missed'],
           [i of '', own || '-' || i], [i of '', own || '-item-' || i], 0 FROM n, own)",
    R"(INSERT INTO obligation(id, year, report, board, purpose, season, state, meeting, created_at)
       SELECT 'obligation-' || i, 2018, 'Joint Strategic Needs Assessment', 'X' || i, 'inform',
           'winter', [i of 'expected', 'slotted', 'prepared', 'delivered', 'informed'],
           [i of '', 'x-' || i], 0 FROM n)",
    R"(INSERT INTO meeting(id, board, planned, state, kind, held_in)
       SELECT 'late-' || i, 'X' || i, '2030-03-01', 'confirmed', 'meeting', 'private' FROM n)",
    R"(INSERT INTO obligation(id, year, report, board, purpose, season, state, meeting, created_at)
       SELECT year || '-late-' || i, year, 'Report ' || i, 'X' || i, 'inform', 'winter', 'slotted',
           'late-' || i, 0 FROM n, (SELECT 2018 AS year UNION ALL SELECT 2019))",
    R"(INSERT INTO timetable_cell(report, board_or_group, purpose, season)
       SELECT 'Report ' || i, 'X' || i, 'inform', 'winter' FROM n)",
    R"(INSERT INTO report_order(report, first_board, then_board, source, active)
       SELECT 'Report ' || i, 'CT', 'HWB', 'Protocol', 1 FROM n)",
    R"(INSERT INTO timetable_contradiction(key, report, words)
       SELECT 'contradiction-' || i, 'Report ' || i, 'Which is right?' FROM n)",
    R"(INSERT INTO timetable_contradiction_source(contradiction, position, clause, says)
       SELECT 'contradiction-' || i, 1, 'Clause 1', 'says' FROM n UNION ALL
       SELECT 'contradiction-1', i + 10, 'Clause ' || i, 'says' FROM n)",
    R"(INSERT INTO register_record(board, date_of_completion, last_meeting, next_meeting,
           lead_member, lead_officer, website)
       SELECT 'X' || i, '2018-09-01', '2018-09-01', '2019-01-01', 'p' || i, 'p' || i, '' FROM n)",
    R"(INSERT INTO register_return(board, year, state, due, focus, asked_at, asked_by,
           submitted_by)
       SELECT 'X' || i, 2018,
           [i of 'asked', 'drafted', 'submitted', 'sent_back', 'accepted'], '2018-11-30', 'Focus',
           0, 'assistant-chief-executive', 'p' || i FROM n)",
    R"(INSERT INTO register_return(board, year, state, due, focus, asked_at, asked_by)
       SELECT 'CT', 2018 - i, 'accepted', '2018-11-30', 'Focus', 0, 'p' || i FROM n)",

    // Themes and polls
    R"(INSERT INTO theme(key, name, lead_boards, contributors, state)
       SELECT 'theme-of-' || i, 'Theme ' || i, 'X' || i || ';CT', 'HWB', 'polled' FROM n)",
    R"(INSERT INTO theme_poll(theme, round, opened_at, opened_by, closes_on)
       SELECT 'theme-of-' || i, 1, 0, 'p' || i, '2018-12-01' FROM n UNION ALL
       SELECT 'domestic-abuse', 1, 0, 'director-children', '2018-12-01')",
    R"(INSERT INTO theme_ask(theme, round, board, asked_on, answer, answered_by)
       SELECT 'theme-of-' || i, 1, own, '2018-10-20', '', '' FROM n, own UNION ALL
       SELECT 'domestic-abuse', 1, 'X' || i, '2018-10-20', 'relevant', 'p' || i FROM n)",
    R"(INSERT INTO date_poll(id, board, title, kind, held_in, starts, ends, whole_board, closes_on,
           state, meeting, created_at, created_by)
       SELECT own || '-poll-' || i, own, 'Poll ' || i, 'meeting', 'private', '14:00', '16:00', 0,
           '2018-12-01', [i of 'open', 'closed'], [i of '', own || '-' || i], 0, 'p' || i
       FROM n, own)",
    R"(INSERT INTO date_poll_day(poll, day)
       SELECT own || '-poll-' || i, '2018-12-10' FROM n, own UNION ALL
       SELECT 'poll-ct', date('2018-12-12', '+' || i || ' days') FROM n)",
    R"(INSERT INTO date_poll_person(poll, person, board, answered_at)
       SELECT own || '-poll-' || i, 'p' || i, 'X' || i, 0 FROM n, own UNION ALL
       SELECT own || '-poll-' || i, chair, own, 0 FROM n, (SELECT 'CT' AS own,
           'cabinet-children' AS chair UNION ALL SELECT 'HWB', 'leader-county') UNION ALL
       SELECT 'poll-ct', 'p' || i, 'X' || i, 1 FROM n)",
    R"(INSERT INTO date_poll_answer(poll, person, day, answer)
       SELECT 'poll-ct', 'p' || i, '2018-12-10', [i of 'yes', 'if_need_be', 'no'] FROM n)",

    // Every thread, the mail and the audit
    R"(INSERT INTO case_event(kind, case_id, number, at, actor, event, to_state, comment, holder,
           meeting)
       SELECT kind, id, i + 1, i, 'p' || i, event, state, 'Comment', 'p' || i, 'CT-' || i
       FROM n, (SELECT 'request' AS kind, 'request-ct' AS id, 'resend' AS event, 'sent' AS state
           UNION ALL SELECT 'response', 'response-ct', 'accept', 'accepted'
           UNION ALL SELECT 'issue', 'issue-ct', 'keep', 'with_chair'
           UNION ALL SELECT 'concern', 'concern-ct', 'escalate', 'escalated'
           UNION ALL SELECT 'obligation', 'obligation-ct', 'slot', 'slotted'
           UNION ALL SELECT 'theme', 'domestic-abuse', 'raise', 'raised'
           UNION ALL SELECT 'stop', 'stop-ct', 'issue', 'issued'))",
    R"(INSERT INTO outbox(id, key, batch, class, template, board, subject_id, person, sender,
           recipient, subject, message_id, state, next_at, not_after, created_at, created_by)
       SELECT 910000 + i, 'wide-' || i, 'b', 'notice', 'invitation', [i of 'CT', 'HWB'],
           [i of 'meeting-ct', 'HWB-' || i], 'p' || i, 'boards@example.org',
           'p' || i || '@example.org', 'Letter ' || i, '<' || i || '@example.org>',
           [i / 2 of 'held', 'accepted', 'failed', 'in_doubt'], 0, 253402300799, 0, 'p' || i
       FROM n)",
    R"(INSERT INTO outbox_letter(message, bytes) SELECT 910000 + i, 'x' FROM n)",
    R"(INSERT INTO outbox_event(outbox, at, kind, detail) SELECT 900001, i, 'sent', '250' FROM n)",
    R"(INSERT INTO audit(seq, at, actor, on_behalf, action, resource, board, detail, previous, hash)
       SELECT 1000000 + i, 0, 'p' || i, '', 'step', 'meeting:CT-' || i, 'CT', '', '', '' FROM n)",
    R"(INSERT INTO person_history(person, at, holder, email, by)
       SELECT 'director-children', i, 'Holder', 'x@example.org', 'p' || i FROM n)",
};

/// "[i of 'a', 'b']" as "CASE (i) % 2 WHEN 0 THEN 'a' WHEN 1 THEN 'b' END", from the inside out.
inline std::string spelt_out(std::string sql) {
    for (auto close = sql.find(']'); close != std::string::npos; close = sql.find(']')) {
        const auto open = sql.rfind('[', close);
        const auto of = sql.find(" of ", open);
        const auto number = sql.substr(open + 1, of - open - 1);
        std::string cases;
        int count = 0;
        for (auto at = of + 4; at < close;) {
            // The commas of a list are those outside the CASEs that it already holds.
            const auto end = std::min(sql.find(", ", at), close);
            const auto line = std::min(sql.find(",\n", at), close);
            const auto stop = std::min(end, line);
            cases += " WHEN " + std::to_string(count++) + " THEN " + sql.substr(at, stop - at);
            at = stop == close ? close : sql.find_first_not_of(" \n,", stop);
        }
        sql.replace(open, close - open + 1,
                    "CASE (" + number + ") % " + std::to_string(count) + cases + " END");
    }
    return sql;
}

inline std::string with_size(std::string sql, int size) {
    for (auto at = sql.find(":size"); at != std::string::npos; at = sql.find(":size"))
        sql.replace(at, 5, std::to_string(size));
    return sql;
}

inline void add_rows(db::WriteTx& tx, int size) {
    const std::string counted =
        "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < :size),"
        " own(own) AS (VALUES ('CT'), ('HWB')) ";
    for (const auto* sql : rows) {
        SCOPED_TRACE(sql);
        EXPECT_NO_THROW(tx.session().execute_script(with_size(counted + spelt_out(sql), size)));
    }
}

inline void publish(db::WriteTx& tx, const std::string& id) {
    auto meeting = db::load_meeting(tx, id).value();
    db::AgendaVersionRow version;
    version.meeting = id;
    version.clear_days = 5;
    version.content = server::agenda::to_json(server::agenda::current_content(tx, meeting));
    meeting.published = db::insert_agenda_version(tx, version).number;
    db::save_meeting(tx, meeting).value();
}

/// `size` rows of each kind, for two boards: the Children's Trust and the office's own.
inline void widen(tests::TestApp& app, int size) {
    policy::add_things(app);
    auto tx = app.app().database.begin_write();
    add_rows(*tx, size);
    publish(*tx, "meeting-ct");
    for (int i = 1; i <= size; ++i)
        for (const char* own : {"CT-", "HWB-"})
            if (i % 3 != 0) publish(*tx, own + std::to_string(i));
    tx->commit();
}

}  // namespace wide
