package org.ivrea.server.journey;

import java.io.IOException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.ivrea.engine.trace.TraceJson;
import org.ivrea.flow.json.Json;
import org.ivrea.flow.project.IoReason;
import org.ivrea.server.config.ServerConfiguration.Journeys;
import org.jspecify.annotations.Nullable;

/// Writes journeys on a thread of its own. A call hands its journey over and never waits: when too many wait, because
/// the disk is full or slow, the newest is dropped and counted, and a line among the journeys says how many.
public final class JourneyWriter implements AutoCloseable {
    private static final int BATCH = 500;
    private static final long PAUSE_MS = 500;

    private final JourneyLog log;
    private final BlockingQueue<Finished> queue;
    private final Consumer<String> complaints;
    private final InstantSource clock;
    private final AtomicLong written = new AtomicLong();
    private final AtomicLong dropped = new AtomicLong();
    private final Thread thread;
    /// Interrupting the thread would close its files under it.
    private final CountDownLatch closing = new CountDownLatch(1);
    private volatile boolean failing;
    private long droppedAndTold;

    /// A call that is over.
    public record Finished(Journey journey, List<TraceJson.Timed> trace) {}

    /// @param complaints told, for people, when journeys cannot be written, and when they can again
    public JourneyWriter(Journeys settings, InstantSource clock, Consumer<String> complaints) {
        log = new JourneyLog(settings.folder(), settings.keepDays(), settings.maxBytes(), clock);
        queue = new ArrayBlockingQueue<>(settings.queue());
        this.clock = clock;
        this.complaints = complaints;
        thread = Thread.ofPlatform().name("ivrea-journeys").daemon().start(this::run);
    }

    /// Hands a journey over. Never waits.
    public void offer(Finished finished) {
        if (!queue.offer(finished)) {
            dropped.incrementAndGet();
        }
    }

    public long written() {
        return written.get();
    }

    /// How many found no room.
    public long dropped() {
        return dropped.get();
    }

    public int waiting() {
        return queue.size();
    }

    /// Whether the disk refuses at the moment.
    public boolean isFailing() {
        return failing;
    }

    private void run() {
        List<Finished> batch = new ArrayList<>();
        try {
            while (!isClosing() || !queue.isEmpty() || !batch.isEmpty()) {
                if (batch.isEmpty()) {
                    fill(batch);
                }
                boolean done = batch.isEmpty() || write(batch);
                if (done) {
                    batch.clear();
                } else if (isClosing()) {
                    complaints.accept(
                            (batch.size() + queue.size()) + " journeys are lost: the server stops, and the disk "
                                    + "does not take them");
                    return;
                } else {
                    boolean _ = closing.await(PAUSE_MS, TimeUnit.MILLISECONDS);
                }
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } finally {
            closeLog();
        }
    }

    private void fill(List<Finished> batch) throws InterruptedException {
        Finished first = queue.poll(PAUSE_MS, TimeUnit.MILLISECONDS);
        if (first != null) {
            batch.add(first);
            queue.drainTo(batch, BATCH - 1);
        }
    }

    private boolean isClosing() {
        return closing.getCount() == 0;
    }

    /// @return whether they are written
    private boolean write(List<Finished> batch) {
        long lost = dropped.get();
        try {
            log.write(batch, gap(lost - droppedAndTold));
            if (queue.isEmpty()) {
                log.force();
            }
        } catch (IOException e) {
            if (!failing) {
                failing = true;
                complaints.accept("Journeys cannot be written: " + IoReason.withFile(e) + ". Calls go on; up to "
                        + (queue.size() + queue.remainingCapacity()) + " journeys wait in memory, later ones are lost. "
                        + "Make room on the disk");
            }
            return false;
        }
        written.addAndGet(batch.size());
        droppedAndTold = lost;
        if (failing) {
            failing = false;
            complaints.accept("Journeys are written again; " + lost + " were lost since the server's start");
        }
        return true;
    }

    private Json.@Nullable Obj gap(long lost) {
        return lost == 0
                ? null
                : Json.obj("gap", Json.obj("lost", Json.of(lost), "before", Json.of(clock.instant().toString())));
    }

    private void closeLog() {
        try {
            log.close();
        } catch (IOException e) {
            complaints.accept("The file of the journeys cannot be closed: " + IoReason.withFile(e));
        }
    }

    /// Writes what waits, and ends.
    @Override
    public void close() {
        closing.countDown();
        try {
            thread.join();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
