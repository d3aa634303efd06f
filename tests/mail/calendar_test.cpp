// Calendar texts: line rules, what each method must hold, and libical's reading of them.
#include "mail/calendar.hpp"

#include <gtest/gtest.h>
#include <libical/ical.h>

#include <memory>
#include <stdexcept>

namespace mail {
namespace {

using namespace std::chrono_literals;

struct Free {
    void operator()(icalcomponent* component) const { icalcomponent_free(component); }
};
using Component = std::unique_ptr<icalcomponent, Free>;

Mailbox board() {
    return {"Board; \"Health\", ^Wellbeing", Address::parse("boards@s.example").value()};
}
Mailbox member() {
    return {"Siân Jones", Address::parse("sian@council.example").value()};
}

CalendarEvent meeting() {
    CalendarEvent event;
    event.uid = "mtg-812@shiremoot.example";
    event.sequence = 3;
    event.stamp = workflows::Instant(1'542'000'000s);
    event.when = TimedEvent{workflows::Instant(1'542'895'200s), workflows::Instant(1'542'902'400s)};
    event.summary = "Board; agenda, papers \\ more";
    event.description =
        "Line one\r\nline two\nŷ" + std::string(200, 'x') +
        "ŷŷŷŷŷŷŷŷŷŷŷŷŷŷŷŷŷŷŷŷŷŷ🏛️🏛️🏛️🏛️🏛️";
    event.location = "County Hall, Oxford";
    event.url = "https://shiremoot.example/meetings/m812";
    event.categories = {"Health, and more", "Public"};
    return event;
}

Component read(const std::string& text) {
    Component component(icalparser_parse_string(text.c_str()));
    EXPECT_TRUE(component);
    EXPECT_EQ(icalcomponent_count_errors(component.get()), 0) << text;
    return component;
}

std::string text_of(icalcomponent* event, icalproperty_kind kind) {
    icalproperty* property = icalcomponent_get_first_property(event, kind);
    if (property == nullptr) {
        return "(none)";
    }
    const char* value = icalvalue_get_text(icalproperty_get_value(property));
    return value == nullptr ? "(no text)" : value;
}

void expect_line_rules(const std::string& text) {
    ASSERT_TRUE(text.ends_with("END:VCALENDAR\r\n"));
    std::size_t at = 0;
    while (at < text.size()) {
        const auto end = text.find("\r\n", at);
        const std::string line = text.substr(at, end - at);
        ASSERT_LE(line.size(), calendar_line_octets_max) << line;
        ASSERT_FALSE(line.empty());
        ASSERT_EQ(line.find_first_of("\r\n"), line.npos);
        ASSERT_NE(static_cast<unsigned char>(line[line[0] == ' ' ? 1 : 0]) & 0xC0U, 0x80U);
        at = end + 2;
    }
}

TEST(Calendar, ARequestIsWhatClientsNeedForButtons) {
    const std::string text = invitation(CalendarMethod::request, meeting(), board(), member());
    expect_line_rules(text);
    const auto calendar = read(text);
    EXPECT_TRUE(icalrestriction_check(calendar.get()));
    EXPECT_EQ(icalcomponent_count_errors(calendar.get()), 0);
    EXPECT_EQ(icalcomponent_get_method(calendar.get()), ICAL_METHOD_REQUEST);
    icalcomponent* event = icalcomponent_get_first_component(calendar.get(), ICAL_VEVENT_COMPONENT);
    ASSERT_NE(event, nullptr);
    EXPECT_STREQ(icalcomponent_get_uid(event), meeting().uid.c_str());
    EXPECT_EQ(icalcomponent_get_sequence(event), 3);
    EXPECT_EQ(text_of(event, ICAL_SUMMARY_PROPERTY), meeting().summary);
    EXPECT_EQ(text_of(event, ICAL_LOCATION_PROPERTY), meeting().location);
    EXPECT_TRUE(text_of(event, ICAL_DESCRIPTION_PROPERTY).starts_with("Line one\nline two\nŷxxx"));
    EXPECT_EQ(icaltime_as_timet(icalcomponent_get_dtstart(event)), 1'542'895'200);
    EXPECT_EQ(icaltime_as_timet(icalcomponent_get_dtend(event)), 1'542'902'400);
    EXPECT_EQ(icalcomponent_get_status(event), ICAL_STATUS_CONFIRMED);
    EXPECT_EQ(icalcomponent_count_properties(event, ICAL_ATTENDEE_PROPERTY), 1);
    icalproperty* who = icalcomponent_get_first_property(event, ICAL_ATTENDEE_PROPERTY);
    EXPECT_STREQ(icalproperty_get_attendee(who), "mailto:sian@council.example");
    EXPECT_STREQ(icalproperty_get_parameter_as_string(who, "RSVP"), "TRUE");
    EXPECT_STREQ(icalproperty_get_parameter_as_string(who, "PARTSTAT"), "NEEDS-ACTION");
    EXPECT_STREQ(icalproperty_get_parameter_as_string(who, "CN"), "Siân Jones");
    icalproperty* organizer = icalcomponent_get_first_property(event, ICAL_ORGANIZER_PROPERTY);
    EXPECT_STREQ(icalproperty_get_organizer(organizer), "mailto:boards@s.example");
    EXPECT_STREQ(icalproperty_get_parameter_as_string(organizer, "CN"), "Board; Health, Wellbeing");
}

TEST(Calendar, ACancellationKeepsTheNameAndSaysSo) {
    const std::string text = invitation(CalendarMethod::cancel, meeting(), board(), member());
    expect_line_rules(text);
    const auto calendar = read(text);
    EXPECT_TRUE(icalrestriction_check(calendar.get()));
    EXPECT_EQ(icalcomponent_get_method(calendar.get()), ICAL_METHOD_CANCEL);
    icalcomponent* event = icalcomponent_get_first_component(calendar.get(), ICAL_VEVENT_COMPONENT);
    EXPECT_EQ(icalcomponent_get_status(event), ICAL_STATUS_CANCELLED);
    EXPECT_STREQ(icalcomponent_get_uid(event), meeting().uid.c_str());
    EXPECT_EQ(text.find("RSVP"), text.npos);
}

TEST(Calendar, AFeedHoldsDaysMonthsAndNothingWithoutADate) {
    using namespace std::chrono;
    CalendarEvent day = meeting();
    day.when = workflows::Day(2019y / February / 28);
    CalendarEvent month = meeting();
    month.when = 2019y / February;
    CalendarEvent none = meeting();
    none.when = std::monostate();
    CalendarEvent closed = meeting();
    closed.privacy = EventPrivacy::closed;
    closed.status = EventStatus::cancelled;
    const std::string text =
        feed({"Oxfordshire, boards", 60min, {meeting(), day, month, none, closed}});
    expect_line_rules(text);
    const auto calendar = read(text);
    EXPECT_EQ(icalcomponent_count_components(calendar.get(), ICAL_VEVENT_COMPONENT), 4);
    EXPECT_NE(text.find("\r\nREFRESH-INTERVAL;VALUE=DURATION:PT60M\r\n"), text.npos);
    EXPECT_NE(text.find("\r\nX-WR-CALNAME:Oxfordshire\\, boards\r\n"), text.npos);
    EXPECT_NE(text.find("DTSTART;VALUE=DATE:20190228\r\nDTEND;VALUE=DATE:20190301\r\n"), text.npos);
    EXPECT_NE(text.find("DTSTART;VALUE=DATE:20190201\r\nDTEND;VALUE=DATE:20190301\r\n"), text.npos);
    EXPECT_NE(text.find("STATUS:TENTATIVE\r\nTRANSP:TRANSPARENT\r\n"), text.npos);
    EXPECT_NE(text.find("STATUS:CANCELLED\r\nTRANSP:TRANSPARENT\r\nCLASS:PRIVATE\r\n"), text.npos);
    EXPECT_EQ(text.find("ATTENDEE"), text.npos);
    EXPECT_EQ(text.find("ORGANIZER"), text.npos);
}

TEST(Calendar, RefusesWhatIsNoInvitation) {
    const auto refused = [](auto&& change) {
        CalendarEvent event = meeting();
        change(event);
        EXPECT_THROW(invitation(CalendarMethod::request, event, board(), member()),
                     std::invalid_argument);
    };
    refused([](CalendarEvent& e) { e.when = std::monostate(); });
    refused([](CalendarEvent& e) { e.when = std::chrono::year(2019) / std::chrono::February; });
    refused([](CalendarEvent& e) { e.uid.clear(); });
    refused([](CalendarEvent& e) { e.summary.clear(); });
    refused([](CalendarEvent& e) { e.url = "https://x.example/\r\nX-EVIL:1"; });
    refused([](CalendarEvent& e) { std::get<TimedEvent>(e.when).ends -= 2h; });
    EXPECT_THROW(invitation(CalendarMethod::request, meeting(), board(), board()),
                 std::invalid_argument);
}

TEST(Calendar, NothingInATextBecomesALineOfItsOwn) {
    CalendarEvent event = meeting();
    event.summary = "a\r\nATTENDEE:mailto:x@y.example\nb\rc";
    event.uid = "u\r\nX-EVIL:1";
    Mailbox who = member();
    who.name = "x\r\nX-EVIL:1\":mailto:z@z.example";
    const std::string text = invitation(CalendarMethod::request, event, board(), who);
    EXPECT_EQ(text.find("\nX-EVIL"), text.npos);
    EXPECT_EQ(text.find("\nATTENDEE:"), text.npos);
    const auto calendar = read(text);
    icalcomponent* read_event =
        icalcomponent_get_first_component(calendar.get(), ICAL_VEVENT_COMPONENT);
    EXPECT_EQ(text_of(read_event, ICAL_SUMMARY_PROPERTY), "a\nATTENDEE:mailto:x@y.example\nb\nc");
    EXPECT_EQ(icalcomponent_count_properties(read_event, ICAL_ATTENDEE_PROPERTY), 1);
}

}  // namespace
}  // namespace mail
