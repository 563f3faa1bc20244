package org.ivrea.freeswitch.real;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

import static org.ivrea.freeswitch.real.Numbers.median;
import static org.ivrea.freeswitch.real.Numbers.say;

/// What a call takes that is up, each time in a FreeSWITCH of its own, the variants in turn. The Java heap is
/// resident as a whole from the start, so that it is not counted as it is filled; what lives in it is told beside.
final class MemoryBenchmark {
    private static final int AT_ONCE = 200;
    private static final int TURNS = 2;
    /// Few at once: they warm up what runs calls, and leave room for no others.
    private static final int WARM_UP_CALLS = 300;
    private static final int WARM_UP_PER_SECOND = 10;
    static final String RESIDENT_HEAP = "-Xms192m -XX:+AlwaysPreTouch";

    /// What a call takes, in KB.
    private record Taken(double resident, double heap) {}

    private final Map<Variant, List<Double>> resident = new EnumMap<>(Variant.class);
    private final List<Double> heap = new ArrayList<>();

    void run() throws IOException, InterruptedException {
        for (int turn = 0; turn < TURNS; turn++) {
            for (Variant variant : turn % 2 == 0
                    ? List.of(Variant.IVREA, Variant.LUA)
                    : List.of(Variant.LUA,
                            Variant.IVREA)) {
                SwitchBenchmark.with("none", RESIDENT_HEAP, calls -> perCall(calls, variant));
            }
        }
        double lua = median(resident.getOrDefault(Variant.LUA, List.of()));
        double ivrea = median(resident.getOrDefault(Variant.IVREA, List.of()));
        say("a call that is up: ivrea %.0f KB and %.0f KB of Java heap, lua %.0f KB; ratio %.2f", ivrea, median(heap),
                lua, (ivrea + median(heap)) / lua);
    }

    private void perCall(RealCalls calls, Variant variant) throws InterruptedException {
        var load = new Load(calls.freeSwitch.sipPort());
        SwitchBenchmark.report("warm up", variant, load.runShort(variant.once, WARM_UP_CALLS, WARM_UP_PER_SECOND));
        calls.freeSwitch.awaitNoCalls();
        Taken taken = taken(calls, variant);
        resident.computeIfAbsent(variant, _ -> new ArrayList<>()).add(taken.resident);
        if (variant == Variant.IVREA) {
            heap.add(taken.heap);
        }
        say("%s, %d calls up: %.0f KB each, of Java heap %.0f KB", variant, AT_ONCE, taken.resident, taken.heap);
    }

    private static Taken taken(RealCalls calls, Variant variant) {
        var process = new ProcessFigures(calls.freeSwitch.pid());
        double heapBefore = liveHeapMb(calls);
        double before = process.residentMb();
        List<PhoneCall> up = new ArrayList<>();
        for (int i = 0; i < AT_ONCE; i++) {
            up.add(calls.phone.call(variant.often, calls.freeSwitch.sipPort()));
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(25));
        }
        up.forEach(PhoneCall::awaitAnswer);
        up.forEach(call -> call.awaitBeginning(400));
        double with = process.residentMb();
        var taken = new Taken((with - before) * 1_024 / AT_ONCE, (liveHeapMb(calls) - heapBefore) * 1_024 / AT_ONCE);
        Faults.hangUp(up);
        calls.freeSwitch.awaitNoCalls();
        up.forEach(calls.phone::forget);
        return taken;
    }

    /// What is left of the Java heap after a collection.
    static double liveHeapMb(RealCalls calls) {
        try {
            var command = List.of(Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                    Long.toString(calls.freeSwitch.pid()), "GC.run");
            int code = new ProcessBuilder(command).redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD).start().waitFor();
            if (code != 0) {
                throw new AssertionError("jcmd cannot reach the virtual machine of the switch: " + code);
            }
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
        return calls.freeSwitch.counter("java-heap-bytes") / 1_024.0 / 1_024;
    }
}
