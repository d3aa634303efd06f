// The county behind a test, in the field's words: what no page shows is asked here, and what no
// page can bring about is put here. Tests outside tests/db need no SQL of their own; when a table
// changes, this is the one place that knows.
#pragma once

#include <string>
#include <vector>

#include "tests/harness/test_app.hpp"

namespace tests {

/// The rows of a table that hold these values. A name may end in a comparison: {"planned >=",
/// "2018-11"}, {"subject LIKE", "%Canary%"}.
class Rows {
  public:
    Rows(TestApp& app, std::string table, Fields where = {});

    int count() const;
    /// How many different values these columns have together.
    int count_different(const std::string& columns) const;
    /// Columns of the first of them, "HWB confirmed" for "board state"; empty without a row.
    std::string value(const std::string& columns) const;
    std::string newest(const std::string& columns) const;
    /// Columns of all of them, "HIB due, HWB named", in the order of `by`, else of the columns.
    std::string list(const std::string& columns, const std::string& by = "") const;
    /// Pages that are kept under `tag` ("meeting:…") are made anew.
    /// A column of each, in its order.
    std::vector<std::string> each(const std::string& column) const;
    void set(const Fields& values, const std::string& tag = "") const;
    void remove() const;

  private:
    std::string picked() const;
    TestApp& app_;
    std::string table_;
    Fields where_;
};

Rows rows(TestApp& app, const std::string& table, const Fields& where = {});
/// Writes a story of many rows in SQL, for tests whose subject is what becomes of them all. The
/// rows may come in any order that fits in the end.
void write_rows(TestApp& app, const std::string& sql);
/// Puts a row; what it does not say is as an ordinary one of its kind: a meeting is confirmed and
/// private, a request sent, an item public.
void add_row(TestApp& app, const std::string& table, const Fields& values);

// Boards, people and seats
std::string slug_of(TestApp& app, const std::string& board);
std::string seat_of(TestApp& app, const std::string& board, const std::string& person,
                    const std::string& role = "");
/// The first post with that role on the board.
std::string holder_of(TestApp& app, const std::string& board, const std::string& role);
void add_seat(TestApp& app, const std::string& id, const std::string& board,
              const std::string& person, const std::string& role, const Fields& more = {});
void end_seats(TestApp& app, const std::string& last_day, const Fields& where);
void make_administrator(TestApp& app, const std::string& person);

// Meetings and agendas
std::string meeting_on(TestApp& app, const std::string& board, const std::string& day);
/// The next one planned after that day.
std::string meeting_after(TestApp& app, const std::string& board, const std::string& day);
void add_meeting(TestApp& app, const std::string& id, const std::string& board,
                 const std::string& day, const Fields& more = {});
void cancel_meetings(TestApp& app, const Fields& where);
std::string item_titled(TestApp& app, const std::string& title);
std::string paper_titled(TestApp& app, const std::string& title);
void put_item(TestApp& app, const std::string& id, const std::string& meeting,
              const std::string& title, const Fields& more = {});

// What boards ask, send and owe each other
void add_request(TestApp& app, const std::string& id, const std::string& asking,
                 const std::string& asked, const Fields& more = {});
void add_obligation(TestApp& app, const std::string& id, const std::string& report,
                    const std::string& board, const Fields& more = {});
void add_circulation(TestApp& app, const std::string& id, const std::string& document,
                     const std::string& owner, const Fields& more = {});
void add_stop(TestApp& app, const std::string& id, const std::string& circulation,
              const std::string& board, const std::string& meeting, const Fields& more = {});
std::string stop_of(TestApp& app, const std::string& board);
/// The page of the one document that goes round.
std::string circulation_page(TestApp& app);
/// The steps taken on cases of this kind: request, response, issue, concern, obligation, theme or
/// stop; of the one case when `id` is given.
Rows steps_of(TestApp& app, const std::string& kind, const std::string& id = "",
              const Fields& where = {});

// Mail and the audit
int count_mail(TestApp& app, const std::string& kind = "", const Fields& about = {});
/// Who gets letters of this kind, sorted: "hib-chair oscb-chair".
std::string recipients(TestApp& app, const std::string& kind, const Fields& about = {});
std::string newest_subject(TestApp& app, const std::string& kind);
/// The number of the newest letter; the next ones have higher ones.
std::string newest_mail(TestApp& app);
/// The bytes of the newest letter about this: {"template", …}, {"person", …}, {"subject_id", …}.
std::string newest_letter(TestApp& app, const Fields& about = {});
/// The address in the newest of these letters that has one: "/r/…".
std::string link_in_letter(TestApp& app, const Fields& about);
/// How many letters hold the text, in subject or bytes.
int count_letters_with(TestApp& app, const std::string& text, const Fields& about = {});
int count_audit(TestApp& app, const std::string& action, const Fields& where = {});
std::string newest_audit(TestApp& app, const std::string& columns, const Fields& where = {});

}  // namespace tests
