package org.ivrea.engine.nodes;

import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import org.ivrea.engine.simulation.Answer;
import org.ivrea.engine.simulation.World;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

final class BusinessHoursTest {
    private static final String OFFICE = """
            "type": "hours", "timeZone": "Europe/Berlin",
            "weekly": [
              { "days": ["monday", "tuesday", "wednesday", "thursday", "friday"], "from": "08:00", "to": "18:00" },
              { "days": ["saturday"], "from": "22:00", "to": "02:00" },
              { "days": ["sunday"], "from": "20:00", "to": "24:00" } ],
            "holidays": [ { "date": "2025-12-25", "name": "Christmas", "yearly": true }, { "date": "2026-04-06" } ],
            "overrides": [ { "first": "2026-12-24", "from": "09:00", "to": "12:00", "name": "Christmas Eve" },
              { "first": "2026-07-06", "last": "2026-07-10", "name": "Works outing" } ],
            "nextOpening": "when\"""";

    private static OneNode at(String instant) {
        return OneNode.of(OFFICE).in(World.builder().start(ZonedDateTime.parse(instant)).build());
    }

    @ParameterizedTest(name = "{0}: {1}, next {2}")
    @CsvSource({
            "2026-03-02T06:59:59Z, closed,  2026-03-02T07:00:00Z", "2026-03-02T07:00:00Z, open,    ''",
            "2026-03-02T16:59:59Z, open,    ''", "2026-03-02T17:00:00Z, closed,  2026-03-03T07:00:00Z",
            // Over midnight, and to its very end.
            "2026-03-07T22:30:00Z, open,    ''", "2026-03-08T00:59:00Z, open,    ''",
            "2026-03-08T01:00:00Z, closed,  2026-03-08T19:00:00Z", "2026-03-08T22:59:59Z, open,    ''",
            "2026-03-08T23:00:00Z, closed,  2026-03-09T07:00:00Z",
            // Holidays, one of every year.
            "2026-04-06T10:00:00Z, holiday, 2026-04-07T06:00:00Z",
            "2026-12-25T10:00:00Z, holiday, 2026-12-26T21:00:00Z",
            // Exceptions come first.
            "2026-12-24T10:00:00Z, open,    ''", "2026-12-24T13:00:00Z, closed,  2026-12-26T21:00:00Z",
            "2026-07-08T10:00:00Z, closed,  2026-07-11T20:00:00Z",
            // The night in which the clock goes from 2 to 3.
            "2026-03-29T00:30:00Z, open,    ''", "2026-03-29T01:00:00Z, closed, 2026-03-29T18:00:00Z"})
    void followsTheCalendarOfItsTimeZone(String instant, String exit, String nextOpening) {
        OneNode hours = at(instant);

        assertThat(hours.exit()).isEqualTo(exit);
        assertThat(hours.value("when")).isEqualTo(nextOpening);
    }

    @Test
    void isInTheProjectsTimeZoneUnlessItNamesItsOwn() {
        OneNode hours = OneNode.of("""
                "type": "hours", "weekly": [ { "days": ["monday"], "from": "10:00", "to": "11:00" } ]""")
                .in(World.builder().start(ZonedDateTime.parse("2026-03-02T09:30:00Z")).build());

        assertThat(hours.exit()).isEqualTo("closed");
        hours.rehearsal.inTimeZone("Europe/Berlin");
        assertThat(hours.exit()).isEqualTo("open");
    }

    @Test
    void looksAtAClockThatIsSetForIt() {
        OneNode hours = OneNode.of("""
                "type": "hours", "weekly": [ { "days": ["monday"], "from": "10:00", "to": "11:00" } ],
                "nextOpening": "when" """)
                .in(World.builder().stub("it", new Answer.Clock(LocalDateTime.parse("2026-03-01T23:59"))).build());

        assertThat(hours.exit()).isEqualTo("closed");
        assertThat(hours.reason()).startsWith("Sunday 2026-03-01 23:59");
        assertThat(hours.value("when")).isEqualTo("2026-03-02T10:00:00Z");
    }

    @Test
    void saysWhyInTheTrace() {
        OneNode hours = at("2026-12-24T13:00:00Z");
        hours.exit();

        assertThat(hours.reason()).isEqualTo("Thursday 2026-12-24 14:00: Christmas Eve");
    }

    @ParameterizedTest
    @CsvSource({"open, open", "closed, closed", "holiday, holiday", "'', closed"})
    void theManualSwitchOverrulesTheCalendar(String given, String exit) {
        OneNode hours = OneNode.of("""
                "type": "hours", "timeZone": "UTC", "force": "channel['office']", "weekly": [
                  { "days": ["monday"], "from": "22:00", "to": "23:00" } ]""")
                .in(World.builder().variable("office", given).build());

        assertThat(hours.exit()).isEqualTo(exit);
    }

    @Test
    void aSwitchThatSaysSomethingElseIsAnError() {
        assertThat(OneNode.of("\"type\": \"hours\", \"timeZone\": \"UTC\", \"force\": \"'ajar'\"").failure())
                .isEqualTo("hours-switch");
    }

    @Test
    void looksAtAnotherTimeThanNow() {
        assertThat(OneNode.of("""
                "type": "hours", "timeZone": "UTC", "at": "timestamp('2026-03-03T22:30:00Z')", "weekly": [
                  { "days": ["tuesday"], "from": "22:00", "to": "23:00" } ]""").exit()).isEqualTo("open");
    }

    @Test
    void anOfficeThatNeverOpensHasNoNextOpening() {
        assertThat(OneNode.of("""
                "type": "hours", "timeZone": "UTC", "nextOpening": "when",
                "overrides": [ { "first": "2020-01-01" } ]""").failure()).isEqualTo("never-open");
    }

    @Test
    void reportsCalendarsThatCannotBeMeant() {
        assertThat(OneNode.of("\"type\": \"hours\", \"timeZone\": \"UTC\"").problems())
                .containsExactly("hours-none /weekly");
        assertThat(OneNode.of("""
                "type": "hours", "timeZone": "Europe/Berln", "weekly": [
                  { "days": ["monday"], "from": "8 am", "to": "12:00" },
                  { "days": ["monday", "monday"], "from": "09:00", "to": "12:00" },
                  { "days": ["monday", "tuesday"], "from": "11:00", "to": "13:00" },
                  { "days": ["sunday"], "from": "23:00", "to": "23:00" },
                  { "days": ["sunday"], "from": "20:00", "to": "10:00" },
                  { "days": ["friday"], "from": "24:00", "to": "10:00" } ],
                "holidays": [ { "date": "2026-02-30" }, { "date": "2026-05-01" }, { "date": "2026-05-01" } ],
                "overrides": [ { "first": "2026-05-02", "last": "2026-05-01" },
                  { "first": "2026-05-02", "from": "10:00" } ]""").problems()).containsExactlyInAnyOrder(
                "field-value /timeZone", "field-value /weekly/0/from", "hours-overlap /weekly/1",
                "hours-overlap /weekly/2", "hours-order /weekly/3/to", "hours-overlap /weekly/4",
                "hours-order /weekly/5/from", "field-value /holidays/0/date", "hours-overlap /holidays/2/date",
                "hours-order /overrides/0/last", "hours-half /overrides/1/to");
    }
}
