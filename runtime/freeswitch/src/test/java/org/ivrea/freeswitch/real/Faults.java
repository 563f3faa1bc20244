package org.ivrea.freeswitch.real;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

import static org.ivrea.freeswitch.real.SwitchBenchmark.say;

/// Many calls up, and then something happens to all of them. What is left behind is said.
final class Faults {
    private static final long PAUSE_MS = 25;

    private final RealCalls calls;

    Faults(RealCalls calls) {
        this.calls = calls;
    }

    /// @param only the one fault to do; empty for all
    void run(int count, String only) throws InterruptedException {
        if (!only.isEmpty()) {
            failing(only, count);
            return;
        }
        each("hupall", count, up -> calls.freeSwitch.api("hupall NORMAL_TEMPORARY_FAILURE"));
        each("callers hang up", count, Faults::hangUp);
        each("unload, load", count, up -> {
            say("  unload with calls up: %s", calls.freeSwitch.api("unload mod_ivrea"));
            hangUp(up);
            calls.freeSwitch.awaitNoCalls();
            say("  unload: %s", calls.freeSwitch.api("unload mod_ivrea"));
            say("  load: %s", calls.freeSwitch.api("load " + calls.freeSwitch.installation().module()));
        });
        failing("throws", count);
        failing("endless", count);
        each("callers killed", count, up -> up.forEach(call -> call.voice().mute()));
        List<PhoneCall> up = up("long", count);
        long began = System.nanoTime();
        String _ = calls.freeSwitch.api("fsctl shutdown");
        boolean ended = calls.freeSwitch.awaitExit(120);
        say("fsctl shutdown with %d calls: %s after %.1f s", count, ended ? "ended" : "hangs",
                (System.nanoTime() - began) / 1e9);
        up.forEach(PhoneCall::awaitEnd);
    }

    /// Not all in one moment: these telephones say it once.
    private static void hangUp(List<PhoneCall> up) {
        for (PhoneCall call : up) {
            call.hangUp();
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(5));
        }
    }

    private List<PhoneCall> up(String flow, int count) {
        List<PhoneCall> up = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            up.add(calls.call(flow));
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(PAUSE_MS));
        }
        up.forEach(PhoneCall::awaitAnswer);
        return up;
    }

    private void each(String name, int count, Consumer<List<PhoneCall>> happens) {
        List<PhoneCall> up = up("long", count);
        long live = calls.freeSwitch.counter("live");
        long began = System.nanoTime();
        happens.accept(up);
        calls.freeSwitch.awaitNoCalls();
        say("%s: %d calls up, %d left after %.1f s, %d abandoned", name, live, calls.freeSwitch.counter("live"),
                (System.nanoTime() - began) / 1e9, calls.freeSwitch.counter("abandoned"));
        up.forEach(calls.phone::forget);
    }

    /// Flows that fail: their callers hear the fallback.
    private void failing(String flow, int count) {
        long began = System.nanoTime();
        List<PhoneCall> up = up(flow, count);
        up.forEach(call -> call.awaitTone(2_900));
        say("%s: %d calls hear the fallback after %.1f s", flow, count, (System.nanoTime() - began) / 1e9);
        hangUp(up);
        calls.freeSwitch.awaitNoCalls();
        say("  %d left", calls.freeSwitch.counter("live"));
        up.forEach(calls.phone::forget);
    }
}
