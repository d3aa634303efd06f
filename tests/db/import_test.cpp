// Importing a county: the real files, and every kind of file that is refused, with its place.
#include "tests/db/import_fixture.hpp"

namespace import_tests {

TEST_F(Import, TakesTheWholeCounty) {
    const auto report = import_county();
    for (const auto& error : report.errors)
        ADD_FAILURE() << error.text();
    EXPECT_TRUE(report.imported);
    expect_counts(report, &db::ImportCount::added);
    EXPECT_EQ(report.lines().front(), "boards: 22 added, 0 unchanged, 0 kept as edited here");
    EXPECT_EQ(db::list_boards(read()).size(), 22U);
    EXPECT_EQ(db::list_people(read()).size(), 36U);
    EXPECT_EQ(db::list_all_memberships(read()).size(), 90U);
    EXPECT_EQ(db::list_meetings(read(), {}).size(), 47U);
    EXPECT_EQ(db::list_timetable(read()).size(), 31U);
    EXPECT_EQ(db::list_groups(read()).size(), 8U);
    EXPECT_EQ(db::list_register(read()).size(), 13U);
    EXPECT_EQ(db::list_themes(read()).size(), 5U);
    EXPECT_EQ(db::list_standing_invitations(read()).size(), 1U);
}

TEST_F(Import, KeepsWhatRealInputBrings) {
    import_county();
    EXPECT_EQ(db::load_board(read(), "JMG-OP")->succeeded_by, "JMG-BCF");
    EXPECT_EQ(db::load_board(read(), "JMG-OP")->succeeded_on, make_day(2018, 4, 1));
    EXPECT_EQ(db::load_board(read(), "CSP-OX")->parent, "OxSCP");
    EXPECT_EQ(db::list_memberships(read(), "OSCA")[1].membership.role, workflows::Role::chair);
    EXPECT_EQ(db::list_seats_of(read(), "osca-chair-member").size(), 2U);
    const auto workshop =
        db::find_meeting_on(read(), "HWB", make_day(2018, 7, 19), db::service_reader()).value();
    EXPECT_EQ(workshop.kind, workflows::MeetingKind::workshop);
    EXPECT_EQ(workshop.held_in, workflows::HeldIn::private_);
    EXPECT_EQ(workshop.state, workflows::MeetingState::held);
    EXPECT_EQ(workshop.starts, "14:00");
    EXPECT_TRUE(workshop.time_assumed);
    const auto month = db::find_imported_meeting(read(), "SOP|2019-02").value();
    EXPECT_EQ(month.planned.key(), "2019-02");
    EXPECT_EQ(month.state, workflows::MeetingState::provisional);
    EXPECT_EQ(db::find_register_record(read(), "JMG-BCF")->completed.key(), "2018-10");
}

TEST_F(Import, StopsOfTheCirculationAreMeetingsNotHeld) {
    import_county();
    EXPECT_EQ(db::value(read().session(), count_circulations), 1);
    EXPECT_EQ(db::value(read().session(), count_held_2016), 0);
    int provisional = 0;
    std::vector<std::string> days;
    for (const auto& stop : db::select(read().session(), list_stops)) {
        EXPECT_EQ(stop.state, "planned");
        EXPECT_TRUE(stop.time_assumed);
        provisional += stop.meeting == "provisional" ? 1 : 0;
        days.push_back(stop.planned);
    }
    EXPECT_EQ(provisional, 4);
    ASSERT_EQ(days.size(), 14U);
    EXPECT_EQ(days.front(), "2016-01-27");
    EXPECT_EQ(days.back(), "2016-03-31");
}

TEST_F(Import, AgainChangesNothing) {
    import_county();
    const auto again = import_county();
    EXPECT_TRUE(again.imported);
    EXPECT_EQ(again.added(), 0);
    expect_counts(again, &db::ImportCount::unchanged);
    EXPECT_EQ(db::list_audit(read(), "county", 10).size(), 1U);
    EXPECT_EQ(db::list_audit(read(), "county", 10)[0].actor, "officer");
}

TEST_F(Import, AMovedMeetingStaysMoved) {
    import_county();
    {
        auto tx = temporary_.database().begin_write();
        auto row =
            db::find_meeting_on(*tx, "HIB", make_day(2018, 11, 22), db::service_reader()).value();
        row.planned = make_day(2018, 11, 29);
        ASSERT_TRUE(db::move_meeting(*tx, row, "The room is taken"));
        tx->commit();
    }
    const auto again = import_county();
    EXPECT_EQ(again.of(ImportKind::meetings).added, 0);
    EXPECT_EQ(again.of(ImportKind::meetings).kept, 1);
    ASSERT_EQ(again.warnings.size(), 1U);
    EXPECT_EQ(again.warnings[0].text(),
              "meetings_2018.csv:12:5: date: This meeting was rearranged here to: Thursday 29 "
              "November 2018. The import does not change that.");
    EXPECT_EQ(db::list_meetings(read(), {}).size(), 47U);
    EXPECT_EQ(db::find_meeting_on(read(), "HIB", make_day(2018, 11, 22), db::service_reader())
                  ->planned.key(),
              "2018-11-29");
}

TEST_F(Import, AMeetingMadeAndMovedOnAPageIsNotDoubled) {
    write_small_county();
    ASSERT_TRUE(import(files_.path()).imported);
    {
        auto tx = temporary_.database().begin_write();
        db::MeetingRow row;
        row.board = "HWB";
        row.planned = make_day(2019, 1, 8);
        row = db::insert_meeting(*tx, row).value();
        row.planned = make_day(2019, 1, 15);
        ASSERT_TRUE(db::move_meeting(*tx, row, "Snow"));
        tx->commit();
    }
    write("x.csv", "board,date,status,kind,held_in\nHWB,2019-01-08,confirmed,meeting,public\n");
    EXPECT_EQ(import(files_.path()).of(ImportKind::meetings).kept, 1);
    EXPECT_EQ(db::list_meetings(read(), {}).size(), 1U);
}

TEST_F(Import, PeopleEditedHereKeepTheirEdits) {
    import_county();
    {
        auto tx = temporary_.database().begin_write();
        auto person = db::load_person(*tx, "hib-chair").value();
        person.holder = "A Councillor";
        person.email = "councillor@example.org";
        ASSERT_TRUE(db::save_person(*tx, person));
        tx->commit();
    }
    const auto again = import_county();
    EXPECT_EQ(again.of(ImportKind::people).kept, 1);
    EXPECT_EQ(again.of(ImportKind::people).unchanged, 35);
    EXPECT_EQ(again.lines().back(),
              "An import only adds what is missing. Rows that differ from the records here were "
              "not changed. Change those on their pages.");
    EXPECT_EQ(db::load_person(read(), "hib-chair")->email, "councillor@example.org");
}

TEST_F(Import, DryRunWritesNothing) {
    const auto report = import(oxfordshire, db::DryRun::yes);
    EXPECT_TRUE(report.errors.empty());
    EXPECT_FALSE(report.imported);
    expect_counts(report, &db::ImportCount::added);
    EXPECT_TRUE(db::list_boards(read()).empty());
}

TEST_F(Import, NamesOfFilesAndOrderOfColumnsDoNotMatter) {
    write("z", "not a CSV file");
    write("zz.csv", boards_header + "HWB,Health Board,,yes,,4,public,1,,\n");
    write("a.csv", "\xEF\xBB\xBFrole,board,person\r\nchair,HWB,a\r\n\r\n");
    write("m.csv",
          "key,post,organisation,email,holder\r\na,\"Chair, \"\"one\"\"\",Org,A@x.org,Ann");
    const auto report = import(files_.path());
    EXPECT_TRUE(report.imported) << (report.errors.empty() ? "" : report.errors[0].text());
    const auto seat = db::list_memberships(read(), "HWB").at(0);
    EXPECT_EQ(seat.person.post, "Chair, \"one\"");
    EXPECT_EQ(seat.person.holder, "Ann");
    EXPECT_EQ(seat.person.email, "a@x.org");
}

TEST_F(Import, OneFaultStopsEverythingAndAllAreNamed) {
    write_small_county();
    write("g.csv", "group,board\nG,HWB\nG,NONE\nHWB,HWB\n");
    write("m.csv", "board,date,status,kind,held_in\nHWB,2018-02-30,confirmed,party,public\n");
    EXPECT_EQ(errors(),
              "g.csv:3:3: board: There is no board NONE. Correct the code, or add the board to the "
              "boards file.\n"
              "g.csv:4:1: group: HWB is a board. Give the group a different name.\n"
              "m.csv:2:5: date: Enter a date, for example 2027-01-21, a month, for example "
              "2027-01, or tbc.\n"
              "m.csv:2:26: kind: “party” is not recognised. Enter one of: meeting, workshop, "
              "joint, executive, chairs, resolution.\n");
    EXPECT_TRUE(db::list_boards(read()).empty());
}

TEST_F(Import, OneFaultyBoardIsNotRepeatedByItsRows) {
    write_small_county();
    write("b.csv", boards_header + "HWB,Health Board,,perhaps,,4,public,1,,\n");
    write("m.csv", "board,person,role\nHWB,a,chair\n");
    EXPECT_EQ(errors(),
              "b.csv:2:19: statutory: “perhaps” is neither yes nor no. Enter yes or no.\n");
}

TEST_F(Import, RefusesASecondChair) {
    EXPECT_EQ(errors_of("board,person,role\nHWB,a,chair\nHWB,b,chair\n"),
              "x.csv:3:7: role: The Health Board already has a chair: Post A. End that membership "
              "first.\n");
}

TEST_F(Import, TakesChairsThatFollowEachOther) {
    write_small_county();
    write("x.csv", "board,person,role,from,to\nHWB,a,chair,,2018-03-31\nHWB,b,chair,2018-04-01,\n");
    EXPECT_EQ(import(files_.path()).of(ImportKind::memberships).added, 2);
}

TEST_F(Import, RefusesTheSameMembershipTwice) {
    EXPECT_EQ(errors_of("board,person,role\nHWB,a,member\nHWB,a,chair\nHWB,a,member\n"),
              "x.csv:4:7: role: This is also in x.csv, line 2. Remove one of the two lines.\n");
}

TEST_F(Import, RefusesUnknownPeopleAndRoles) {
    EXPECT_EQ(errors_of("board,person,role\nHWB,zed,king\n"),
              "x.csv:2:5: person: There is no post zed. Correct the key, or add the post to the "
              "people file.\n"
              "x.csv:2:9: role: “king” is not recognised. Enter one of: chair, vice-chair, "
              "lead-officer, secretariat, member, lead-member.\n");
}

TEST_F(Import, RefusesMeetingsThatCannotBe) {
    EXPECT_EQ(
        errors_of("board,date,status,kind,held_in,starts,ends\n"
                  "HWB,2019-02,confirmed,meeting,public,,\n"
                  "HWB,,provisional,meeting,public,,\n"
                  "HWB,2019-03,held,meeting,public,,\n"
                  "HWB,2019-04-01,cancelled,meeting,public,,\n"
                  "HWB,2019-04-02,confirmed,meeting,public,2pm,13:00\n"
                  "HWB,2019-04-03,confirmed,meeting,public,,13:00\n"
                  "HWB,2019-04-03,confirmed,workshop,public,,\n"),
        "x.csv:2:13: status: A confirmed meeting needs a date. Enter provisional, or the date in "
        "the date field.\n"
        "x.csv:3:5: date: This field is empty. Fill it in.\n"
        "x.csv:4:13: status: A meeting that took place needs a date. Enter it in the date field, "
        "or enter provisional here.\n"
        "x.csv:5:16: status: Cancelled meetings cannot be imported. Remove the line and cancel the "
        "meeting on its page, with the reason.\n"
        "x.csv:6:45: ends: The end time is not after the start time. Correct one of the two.\n"
        "x.csv:7:42: ends: There is an end time but no start time. Enter the start time.\n"
        "x.csv:8:5: date: This is also in x.csv, line 7. Remove one of the two lines.\n");
}

TEST_F(Import, TimesThatAreSaidAreNotAssumed) {
    write_small_county();
    write("x.csv",
          "board,date,status,kind,held_in,starts\nHWB,tbc,provisional,meeting,public,5:30pm\n");
    ASSERT_TRUE(import(files_.path()).imported);
    const auto row = db::find_imported_meeting(read(), "HWB|tbc").value();
    EXPECT_EQ(row.starts, "17:30");
    EXPECT_EQ(row.ends, "19:30");
    EXPECT_FALSE(row.time_assumed);
}

TEST_F(Import, WarnsOfHolidaysAndOfBoardsThatWereSucceeded) {
    write("b.csv", boards_header +
                       "OLD,Old Board,,no,,4,public,1,NEW,2018-04-01\n"
                       "NEW,New Board,,no,,4,public,1,,\n");
    write("m.csv", "board,date,status,kind,held_in\nOLD,2018-12-25,confirmed,meeting,public\n");
    const auto report = import(files_.path());
    EXPECT_TRUE(report.imported);
    ASSERT_EQ(report.warnings.size(), 2U);
    EXPECT_EQ(report.warnings[0].text(),
              "m.csv:2:1: board: The Old Board was replaced on 2018-04-01 by NEW. Check which "
              "board the meeting is for.");
    EXPECT_EQ(report.warnings[1].text(),
              "m.csv:2:5: date: Tuesday 25 December 2018 is not a working day (Christmas Day). "
              "Check the date.");
}

TEST_F(Import, RefusesBoardsThatFollowEachOtherInACircle) {
    write("b.csv", boards_header + "A,Board A,B,no,,4,public,1,,\nB,Board B,A,no,,4,public,1,,\n");
    EXPECT_EQ(errors(),
              "b.csv:3:11: parent: Select a different board. If you select this one, Board B would "
              "end up replacing itself.\n");
}

TEST_F(Import, RefusesBoardsThatCannotBe) {
    write("b.csv", boards_header +
                       "A B,,,no,,many,secret,0,,2018-04-01\nx.y,N,,no,,4,public,1,,\n"
                       "X-Y,N,,no,,4,public,1,,\n");
    EXPECT_EQ(
        errors(),
        "b.csv:2:1: code: “A B” cannot be a code. Use up to 60 letters, numbers, hyphens, "
        "underscores and full stops.\n"
        "b.csv:2:5: name: This field is empty. Fill it in.\n"
        "b.csv:2:11: meetings_per_year: “many” is not a number from 0 to 60. Enter the number in "
        "figures.\n"
        "b.csv:2:16: held_in: “secret” is not recognised. Enter one of: public, private, mixed.\n"
        "b.csv:2:23: chairs: “0” is not a number from 1 to 9. Enter the number in figures.\n"
        "b.csv:2:25: succeeded_by: If you give the date a board was replaced, you must say which "
        "board replaced it. Enter the board, or leave succeeded_on blank.\n"
        "b.csv:4:1: code: Another board has the address x-y. Enter a different one.\n");
}

TEST_F(Import, RefusesFaultyMailboxes) {
    EXPECT_EQ(errors_of("key,post,organisation,email\nc,Post C,,a@b@c\nd,Post D,,\n"),
              "x.csv:2:11: email: “a@b@c” is not an email address. Enter an email address, for "
              "example name@example.org.\n"
              "x.csv:3:11: email: This field is empty. Fill it in.\n");
}

TEST_F(Import, RefusesMailboxesThatNoLetterCouldGoTo) {
    EXPECT_EQ(errors_of("key,post,organisation,email\nc,Post C,,a..b@x.org\n"),
              "x.csv:2:11: email: “a..b@x.org” is not an email address. Enter an email address, "
              "for example name@example.org.\n");
}

TEST_F(Import, RefusesOneMailboxForTwoPosts) {
    EXPECT_EQ(errors_of("key,post,organisation,email\nc,Post C,,C@example.org\n"
                        "d,Post D,,c@example.org\ne,Post E,,a@example.org\n"),
              "x.csv:3:11: email: The post c already uses this email address. Give each post an "
              "email address of its own.\n"
              "x.csv:4:11: email: The post a already uses this email address. Give each post an "
              "email address of its own.\n");
}

TEST_F(Import, RefusesKeysThatNoPageCanHave) {
    EXPECT_EQ(errors_of("key,post,organisation,email\nc.d,Post C,,c@example.org\n"
                        "new,Post D,,d@example.org\nservice,Post E,,e@example.org\n"),
              "x.csv:2:1: key: “c.d” has a full stop, which cannot be part of a web address. Use a "
              "hyphen instead.\n"
              "x.csv:3:1: key: “new” is the address of the page that adds a post. Enter a "
              "different key.\n"
              "x.csv:4:1: key: “service” is used for what the service does by itself. Enter a "
              "different key.\n");
}

TEST_F(Import, RefusesACirculationThatContradictsItself) {
    EXPECT_EQ(errors_of("document,version,owner,purpose,board,date,status\n"
                        "Protocol,draft 6,HWB,views,HWB,2016-01-27,confirmed\n"
                        "Protocol,draft 7,HWB,views,HWB,2016-02-27,confirmed\n"),
              "x.csv:3:10: version: An earlier line says draft 6. Enter the same version on every "
              "line for the document.\n"
              "x.csv:3:28: board: This is also in x.csv, line 2. Remove one of the two lines.\n");
}

TEST_F(Import, RefusesTimetableAndThemesOfUnknownBoards) {
    write_small_county();
    write("t.csv", "report,board_or_group,purpose,season\nPlan,NONE,agree,monsoon\n");
    write("u.csv", "theme,lead_boards,contributing_boards\nHeat,HWB,HWB; NOPE\n");
    EXPECT_EQ(errors(),
              "t.csv:2:6: board_or_group: There is no board or group NONE. Correct it, or add it "
              "to the boards file or the groups file.\n"
              "t.csv:2:17: season: “monsoon” is not recognised. Enter one of: spring, summer, "
              "autumn, winter.\n"
              "u.csv:2:10: contributing_boards: There is no board or group NOPE. Correct it, or "
              "add it to the boards file or the groups file.\n");
}

TEST_F(Import, RefusesFilesItDoesNotKnow) {
    EXPECT_EQ(errors_of("board;person;role\nHWB;a;chair\n"),
              "x.csv:1:1: The first line does not match any kind of file. The first line must name "
              "the columns, separated by commas.\n");
    write("x.csv", "board,person,rank\nHWB,a,chair\n");
    EXPECT_EQ(errors(),
              "x.csv:1:1: The first line does not match any kind of file. For memberships enter: "
              "board,person,role\n");
    write("x.csv", "");
    EXPECT_EQ(errors(), "x.csv:1:1: The file is empty. Remove it.\n");
}

TEST_F(Import, RefusesLinesOfAnotherLength) {
    EXPECT_EQ(errors_of("board,person,role\nHWB,a\nHWB,a,member,x\n"),
              "x.csv:2:5: This line has 2 fields, but the first line has 3. Check the commas, and "
              "put quotes around fields with commas in them.\n"
              "x.csv:3:7: This line has 4 fields, but the first line has 3. Check the commas, and "
              "put quotes around fields with commas in them.\n");
}

TEST_F(Import, RefusesControlCharactersAndLongFields) {
    EXPECT_EQ(errors_of("key,post,organisation,email\nc,\"Post\nBcc: x\",Org,c@example.org\nd," +
                        std::string(1001, 'x') + ",Org,d@example.org\n"),
              "x.csv:2:3: post: The field contains a line break or control character. Remove it.\n"
              "x.csv:4:3: post: The field is longer than 1,000 bytes. Shorten it.\n");
}

TEST_F(Import, RefusesAFolderWithoutFiles) {
    const auto report = import(files_.path() / "none");
    ASSERT_EQ(report.errors.size(), 1U);
    EXPECT_EQ(
        report.errors[0].text(),
        "none: There is no CSV file in this folder. Enter the name of the folder with the files.");
}

}  // namespace import_tests
