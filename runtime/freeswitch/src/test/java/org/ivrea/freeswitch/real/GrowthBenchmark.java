package org.ivrea.freeswitch.real;

import java.io.IOException;
import java.util.List;
import java.util.StringJoiner;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import static org.ivrea.freeswitch.real.Numbers.say;

/// What many calls leave behind: the resident memory of the process after each so many calls, of both sides at the same
/// time, each in a FreeSWITCH of its own. Both have the module loaded; so what differs is what its calls leave.
final class GrowthBenchmark {
    private static final int PART = 2_000;
    private static final double KB = 1_024;

    /// A side's switch, and what it was after the warm-up.
    private static final class Side {
        final Variant variant;
        final RealCalls calls;
        final Load load;
        double before;
        double heapBefore;

        Side(Variant variant, RealCalls calls) {
            this.variant = variant;
            this.calls = calls;
            load = new Load(calls.freeSwitch.sipPort());
        }

        /// @return the resident memory afterwards
        double call(int perSecond) throws InterruptedException {
            SwitchBenchmark.report("short", variant, load.runShort(variant.once, PART, perSecond));
            calls.freeSwitch.awaitNoCalls();
            return resident();
        }

        double resident() {
            return new ProcessFigures(calls.freeSwitch.pid()).residentMb();
        }
    }

    void run(int count, int perSecond) throws IOException, InterruptedException {
        SwitchBenchmark.with("none", MemoryBenchmark.RESIDENT_HEAP, ivrea -> SwitchBenchmark.with("none",
                MemoryBenchmark.RESIDENT_HEAP, lua -> grow(List.of(new Side(Variant.IVREA, ivrea),
                        new Side(Variant.LUA, lua)), count, perSecond)));
    }

    private static void grow(List<Side> sides, int count, int perSecond) throws InterruptedException {
        String _ = call(sides, perSecond);
        for (Side side : sides) {
            side.heapBefore = MemoryBenchmark.liveHeapMb(side.calls);
            side.before = side.resident();
            say("%s, after %d calls: %.1f MB, live in the heap %.1f MB", side.variant, PART, side.before,
                    side.heapBefore);
        }
        int done = 0;
        while (done < count) {
            done += PART;
            say("after %d calls more: %s", done, call(sides, perSecond));
        }
        for (Side side : sides) {
            double grown = side.resident() - side.before;
            say("%s, growth over %d calls: %.1f MB, %.2f KB a call; of the live heap %.1f MB", side.variant, done,
                    grown, grown * KB / done, MemoryBenchmark.liveHeapMb(side.calls) - side.heapBefore);
        }
    }

    /// @return the resident memory of each side afterwards
    private static String call(List<Side> sides, int perSecond) throws InterruptedException {
        try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Double>> running = sides.stream().map(side -> callers.submit(() -> side.call(perSecond)))
                    .toList();
            var resident = new StringJoiner(", ");
            for (int i = 0; i < sides.size(); i++) {
                resident.add("%s %.1f MB".formatted(sides.get(i).variant, running.get(i).get()));
            }
            return resident.toString();
        } catch (ExecutionException e) {
            throw new AssertionError(e.getCause());
        }
    }
}
