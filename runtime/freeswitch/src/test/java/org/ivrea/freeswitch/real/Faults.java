package org.ivrea.freeswitch.real;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

import static org.ivrea.freeswitch.real.Numbers.say;

/// Many calls up, and then something happens to all of them. What is left behind is said.
final class Faults {
    private static final List<String> NAMES = List.of("hupall", "uuid-kill", "callers-hang-up", "unload", "throws",
            "endless", "killed", "shutdown");
    private static final long PAUSE_MS = 25;

    private final RealCalls calls;

    Faults(RealCalls calls) {
        this.calls = calls;
    }

    /// @param only the one fault to do; empty for all
    void run(int count, String only) throws IOException, InterruptedException {
        if (only.isEmpty()) {
            for (String name : NAMES) {
                fault(name, count);
            }
        } else {
            fault(only, count);
        }
    }

    private void fault(String name, int count) throws IOException, InterruptedException {
        switch (name) {
            case "hupall" -> each(name, count, _ -> api("hupall NORMAL_TEMPORARY_FAILURE"));
            case "uuid-kill" -> each(name, count, _ -> calls.freeSwitch.api("ivrea calls").lines()
                    .forEach(line -> api("uuid_kill " + line.split(" ", 2)[0])));
            case "callers-hang-up" -> each(name, count, Faults::hangUp);
            case "unload" -> each(name, count, this::unload);
            case "throws", "endless" -> failing(name, count);
            case "killed" -> killed(count);
            case "shutdown" -> shutdown(count);
            default -> throw new IllegalArgumentException(String.join(" | ", NAMES));
        }
    }

    private void api(String command) {
        String answer = calls.freeSwitch.api(command);
        if (!answer.startsWith("+OK")) {
            say("  %s: %s", command, answer);
        }
    }

    private void unload(List<PhoneCall> up) {
        say("  unload with calls up: %s", calls.freeSwitch.api("unload mod_ivrea"));
        hangUp(up);
        calls.freeSwitch.awaitNoCalls();
        say("  unload: %s", calls.freeSwitch.api("unload mod_ivrea"));
        say("  load: %s", calls.freeSwitch.api("load " + calls.freeSwitch.installation().module()));
        calls.freeSwitch.awaitFlows();
    }

    /// Telephones whose process is killed: they say nothing any more, and answer nothing. The switch ends such a call once
    /// it has got no audio of it for the time that [Ivr#WATCHED] sets.
    private void killed(int count) throws IOException, InterruptedException {
        Process callers = callers(count);
        try (var out = callers.inputReader()) {
            if (!Callers.UP.equals(out.readLine())) {
                throw new AssertionError("The telephones did not come up");
            }
            long live = calls.freeSwitch.counter("live");
            callers.destroyForcibly().waitFor();
            long began = System.nanoTime();
            FreeSwitch.await(60, "the first call to end", () -> calls.freeSwitch.counter("live") < live);
            say("killed: %d telephones silent, %d calls up; the first call ended after %.1f s", count, live,
                    (System.nanoTime() - began) / 1e9);
            gone("killed", live, began);
        } finally {
            callers.destroyForcibly();
        }
    }

    private Process callers(int count) throws IOException {
        return new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp",
                System.getProperty("java.class.path"), Callers.class.getName(), Ivr.WATCHED,
                Integer.toString(calls.freeSwitch.sipPort()), Integer.toString(count))
                .redirectError(ProcessBuilder.Redirect.INHERIT).start();
    }

    private void shutdown(int count) throws InterruptedException {
        List<PhoneCall> up = up("long", count);
        long began = System.nanoTime();
        String _ = calls.freeSwitch.api("fsctl shutdown");
        boolean ended = calls.freeSwitch.awaitExit(120);
        say("shutdown with %d calls up: %s after %.1f s", count, ended ? "ended" : "hangs",
                (System.nanoTime() - began) / 1e9);
        up.forEach(PhoneCall::awaitEnd);
    }

    /// Not all in one moment: these telephones say it once.
    static void hangUp(List<PhoneCall> up) {
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
        gone(name, live, began);
        up.forEach(calls.phone::forget);
    }

    private void gone(String name, long live, long began) {
        calls.freeSwitch.awaitNoCalls();
        say("%s: %d calls up, %d left after %.1f s, %d abandoned", name, live, calls.freeSwitch.counter("live"),
                (System.nanoTime() - began) / 1e9, calls.freeSwitch.counter("abandoned"));
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
