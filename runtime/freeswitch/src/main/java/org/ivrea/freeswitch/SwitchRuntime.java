package org.ivrea.freeswitch;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import org.ivrea.freeswitch.bridge.Bridge;
import org.ivrea.freeswitch.bridge.Bridge.LogLevel;
import org.ivrea.freeswitch.bridge.CallThreads;
import org.ivrea.freeswitch.bridge.EventRecord;
import org.ivrea.freeswitch.bridge.RecordType;
import org.ivrea.freeswitch.call.CallLine;
import org.ivrea.freeswitch.call.Ticker;
import org.jspecify.annotations.Nullable;

/// Takes the events of the host: hands them to the calls they concern, and begins and forgets calls.
final class SwitchRuntime implements Consumer<EventRecord> {
    private final Bridge bridge;
    private final ConcurrentMap<Long, CallLine> lines = new ConcurrentHashMap<>();
    private final ConcurrentMap<CallLine, CallTask> tasks = new ConcurrentHashMap<>();
    private final Deque<CallTask> past = new ArrayDeque<>();
    private final CountDownLatch loaded = new CountDownLatch(1);
    private volatile @Nullable Settings settings;
    private volatile @Nullable Versions versions;
    private volatile boolean stopping;

    SwitchRuntime(Bridge bridge) {
        this.bridge = bridge;
    }

    @Override
    public void accept(EventRecord event) {
        switch (event.type()) {
            case RecordType.SETTINGS -> configure(Settings.of(event.pairs()));
            case RecordType.STARTED -> start(event);
            case RecordType.COMMAND -> command(event.operation(), event.text());
            case RecordType.SHUTDOWN -> {
                stopping = true;
                bridge.ready(false);
                Versions made = versions;
                if (made != null) {
                    Thread.ofPlatform().daemon().name("ivrea-closer").start(made.extension()::close);
                }
            }
            case RecordType.ENDED -> {
                CallLine line = lines.remove(event.call());
                if (line != null) {
                    line.accept(event);
                }
            }
            default -> {
                CallLine line = lines.get(event.call());
                if (line != null) {
                    line.accept(event);
                }
            }
        }
    }

    private void configure(Settings given) {
        settings = given;
        given.unknown().forEach(problem -> bridge.log(0, LogLevel.WARNING, "Setting " + problem));
        Thread.ofPlatform().daemon().name("ivrea-loader").start(this::load);
    }

    private void load() {
        try {
            var made = new Versions(settings(), Extensions.open(this));
            versions = made;
            String problem = made.reload();
            if (problem != null) {
                bridge.log(0, LogLevel.ERROR, problem);
            }
            new Reports(this).logErrors();
        } catch (IOException e) {
            bridge.log(0, LogLevel.ERROR, String.valueOf(e.getMessage()));
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
            bridge.log(0, LogLevel.ERROR, "The flows cannot be loaded: " + Faults.of(e));
        } finally {
            bridge.ready(versions != null && !stopping);
            if (stopping) {
                bridge.ready(false);
            }
            loaded.countDown();
        }
    }

    private void start(EventRecord started) {
        var line = new CallLine(bridge, started.call(), Ticker.REAL);
        lines.put(started.call(), line);
        var task = new CallTask(this, line, started);
        tasks.put(line, task);
        CallThreads.start("ivrea-call", task);
    }

    private void command(long number, String words) {
        Thread.ofVirtual().name("ivrea-command").start(() -> {
            Commands.Answer answer;
            try {
                answer = new Commands(this).run(words);
            } catch (RuntimeException e) {
                answer = new Commands.Answer(false, "The command failed: " + Faults.of(e));
            }
            bridge.reply(number, answer.ok(), answer.text());
        });
    }

    /// The task has released its call.
    void finished(CallTask task) {
        tasks.values().remove(task);
        if (task.journey() == null) {
            return;
        }
        synchronized (past) {
            past.addFirst(task);
            while (past.size() > settings().keepTraces()) {
                past.removeLast();
            }
        }
    }

    /// Has the host take over a call whose flow does not come back.
    void release(CallLine line, String reason) {
        tasks.remove(line);
        line.release(reason);
    }

    Bridge bridge() {
        return bridge;
    }

    Settings settings() {
        Settings given = settings;
        if (given == null) {
            throw new IllegalStateException("the module has not sent its settings yet");
        }
        return given;
    }

    Versions versions() {
        Versions made = versions;
        if (made == null) {
            throw new IllegalStateException("the flows are not loaded yet");
        }
        return made;
    }

    /// Has new calls get what is the newest now.
    ///
    /// @return why all is as it was; `null` when it went well
    @Nullable
    String reload() {
        Versions made = versions;
        // Before that, the first loading is still to come.
        return made == null ? null : made.reload();
    }

    /// Waits for the flows to be loaded the first time.
    void awaitLoaded() throws InterruptedException {
        loaded.await();
    }

    void stopped() {
        stopping = true;
    }

    /// The calls that flows are busy with now.
    Collection<CallTask> tasks() {
        return tasks.values();
    }

    /// The call of that identifier, the newest if there were several.
    @Nullable
    CallTask find(String uuid) {
        for (CallTask task : tasks.values()) {
            if (task.uuid().equals(uuid)) {
                return task;
            }
        }
        synchronized (past) {
            for (CallTask task : past) {
                if (task.uuid().equals(uuid)) {
                    return task;
                }
            }
        }
        return null;
    }

    Map<Long, CallLine> lines() {
        return lines;
    }
}
