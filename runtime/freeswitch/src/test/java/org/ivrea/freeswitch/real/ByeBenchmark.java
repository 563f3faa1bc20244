package org.ivrea.freeswitch.real;

import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

import static org.ivrea.freeswitch.real.Numbers.percentiles;
import static org.ivrea.freeswitch.real.Numbers.say;

/// From the BYE to the flow's own event that its call is over, by the moment that the switch writes into the event: the
/// event socket itself may hand it over up to 20 ms later. The switch's clock is not that of the machine: by how much it is
/// behind is asked before, to about a millisecond.
final class ByeBenchmark {
    private static final int LOOKS = 100;

    private final RealCalls calls;

    ByeBenchmark(RealCalls calls) {
        this.calls = calls;
    }

    void run(int count) throws IOException {
        long behindMicros = behindMicros();
        List<Double> delays = new ArrayList<>();
        try (var withEvents = new EventSocket(calls.freeSwitch.eventPort())) {
            withEvents.subscribe("CUSTOM ivrea::call");
            for (int i = 0; i < count; i++) {
                PhoneCall call = calls.answered("long");
                call.awaitTone(400);
                Instant began = Instant.now();
                call.hangUp();
                delays.add((ChronoUnit.MICROS.between(began, ended(withEvents)) + behindMicros) / 1e3);
                call.awaitEnd();
                calls.phone.forget(call);
            }
        }
        say("BYE to the flow's last event: %s, worst %.1f ms, %d calls; the switch's clock was %.1f ms behind",
                percentiles(delays), Collections.max(delays), count, behindMicros / 1e3);
    }

    /// By the question that was answered soonest.
    private long behindMicros() throws IOException {
        long behind = 0;
        long soonest = Long.MAX_VALUE;
        try (var socket = new EventSocket(calls.freeSwitch.eventPort())) {
            for (int i = 0; i < LOOKS; i++) {
                Instant asked = Instant.now();
                long told = Long.parseLong(socket.api("strmicroepoch").strip());
                long took = ChronoUnit.MICROS.between(asked, Instant.now());
                if (took < soonest) {
                    soonest = took;
                    behind = ChronoUnit.MICROS.between(Instant.EPOCH, asked) + took / 2 - told;
                }
            }
        }
        return behind;
    }

    private static Instant ended(EventSocket withEvents) {
        while (true) {
            Map<String, String> event = withEvents.event();
            if ("end".equals(event.get("Ivrea-Action"))) {
                return Instant.EPOCH.plus(Long.parseLong(event.getOrDefault("Event-Date-Timestamp", "0")),
                        ChronoUnit.MICROS);
            }
        }
    }
}
