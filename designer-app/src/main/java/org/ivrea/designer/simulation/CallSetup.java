package org.ivrea.designer.simulation;

import java.time.ZonedDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import org.ivrea.engine.simulation.World;
import org.jspecify.annotations.Nullable;

/// What is around a call from its beginning.
///
/// @param flow     that answers
/// @param caller   the caller's number; empty for withheld
/// @param called   the number that was dialled
/// @param language `null` for the project's first
/// @param start    when the call begins
/// @param channel  channel variables, in the order in which the person wrote them
/// @param seed     what chance goes by
public record CallSetup(String flow, String caller, String called, @Nullable String language, ZonedDateTime start,
        Map<String, String> channel, long seed) {

    private static final String CALL_ID = "simulated";

    public CallSetup {
        channel = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(channel));
    }

    /// A call of a withheld number.
    public static CallSetup of(String flow, ZonedDateTime start) {
        return new CallSetup(flow, "", "", null, start, Map.of(), 0);
    }

    public CallSetup withFlow(String newFlow) {
        return new CallSetup(newFlow, caller, called, language, start, channel, seed);
    }

    public CallSetup withStart(ZonedDateTime newStart) {
        return new CallSetup(flow, caller, called, language, newStart, channel, seed);
    }

    /// Without stubs: what answers is asked when it is needed, so that answers can change during a call.
    World world() {
        World.Builder world = World.builder().callId(CALL_ID).caller(caller).called(called).start(start).seed(seed);
        channel.forEach(world::variable);
        if (language != null) {
            world.language(language);
        }
        return world.build();
    }
}
