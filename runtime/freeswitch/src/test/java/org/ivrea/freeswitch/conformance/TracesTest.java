package org.ivrea.freeswitch.conformance;

import java.util.List;
import org.ivrea.engine.trace.TraceEvent;
import org.ivrea.engine.trace.TraceJson;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/// What the suite says of traces that differ.
final class TracesTest {
    private static TraceJson.Timed at(long ms, TraceEvent event) {
        return new TraceJson.Timed(ms, event);
    }

    private static TraceEvent leaves(String exit, String reason) {
        return new TraceEvent.ExitTaken("main", "menu", exit, reason, "bye");
    }

    @Test
    void equalTracesHaveNoDifference() {
        List<TraceJson.Timed> trace = List.of(at(0, leaves("next", "")));
        assertThat(Traces.difference(trace, trace, true)).isNull();
    }

    @Test
    void theDifferenceShowsWhatWasTheSameAndBothSides() {
        TraceEvent before = new TraceEvent.KeyPressed("1");
        String difference = Traces.difference(List.of(at(0, before), at(20, leaves("sales", ""))),
                List.of(at(0, before), at(20, leaves("support", ""))), true);
        assertThat(difference).startsWith("from event 1 on\nboth:\n").containsSubsequence("both:", "key-pressed",
                "simulated:", "\"exit\":\"sales\"", "on the switch:", "\"exit\":\"support\"");
    }

    @Test
    void aTraceThatEndsEarlyDiffers() {
        TraceEvent before = new TraceEvent.KeyPressed("1");
        String difference = Traces.difference(List.of(at(0, before), at(20, leaves("sales", ""))),
                List.of(at(0, before)), false);
        assertThat(difference).containsSubsequence("simulated:", "\"exit\":\"sales\"", "on the switch:")
                .endsWith("on the switch:\n");
    }

    @Test
    void momentsCountOnlyWhereTheyAreOfInterest() {
        List<TraceJson.Timed> one = List.of(at(10, leaves("answered", "after 5 s")));
        List<TraceJson.Timed> other = List.of(at(30, leaves("answered", "after 4.9 s")));
        assertThat(Traces.difference(one, other, false)).isNull();
        assertThat(Traces.difference(one, other, true)).isNotNull();
    }

    @Test
    void reasonsAndCausesCountAlways() {
        List<TraceJson.Timed> one = List.of(at(0, leaves("unreachable", "NO_ROUTE_DESTINATION")));
        List<TraceJson.Timed> other = List.of(at(0, leaves("unreachable", "USER_BUSY")));
        assertThat(Traces.difference(one, other, false)).isNotNull();
    }
}
