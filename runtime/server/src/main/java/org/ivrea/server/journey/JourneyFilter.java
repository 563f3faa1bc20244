package org.ivrea.server.journey;

import java.time.DateTimeException;
import java.time.Instant;
import org.ivrea.flow.json.Json;
import org.jspecify.annotations.Nullable;

/// Which journeys are wanted; `null` where it does not matter.
///
/// @param since not before
/// @param until before
public record JourneyFilter(@Nullable String project, @Nullable Instant since, @Nullable Instant until,
        @Nullable String outcome) {

    /// All of them.
    public static final JourneyFilter ALL = new JourneyFilter(null, null, null, null);

    boolean accepts(Json.Obj journey) {
        return is(journey, "project", project) && is(journey, "outcome", outcome) && isInTime(journey);
    }

    private static boolean is(Json.Obj journey, String member, @Nullable String wanted) {
        return wanted == null || Json.of(wanted).equals(journey.get(member));
    }

    private boolean isInTime(Json.Obj journey) {
        if (since == null && until == null) {
            return true;
        }
        try {
            Json at = journey.get("startedAt");
            Instant started = Instant.parse(at == null ? "" : String.valueOf(at.asText()));
            return (since == null || !started.isBefore(since)) && (until == null || started.isBefore(until));
        } catch (DateTimeException _) {
            return false;
        }
    }
}
