package org.ivrea.freeswitch.call;

import java.util.Locale;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.ivrea.engine.call.CallEnd;
import org.ivrea.engine.call.CallEnded;
import org.ivrea.engine.call.CallFailure;
import org.ivrea.freeswitch.bridge.Bridge;
import org.ivrea.freeswitch.bridge.EventRecord;
import org.ivrea.freeswitch.bridge.RecordType;
import org.ivrea.freeswitch.bridge.RecordWriter;
import org.jspecify.annotations.Nullable;

/// What lies between a call's flow and its host: operations go out, events come in, and the flow's thread waits between
/// them. [#accept] is for the poller, all else for the flow's thread.
///
/// Operations that nobody waits for are held, and go out together with the next one that somebody waits for.
public final class CallLine {
    /// Above it the host is given the time to do what is held.
    private static final int MOST_HELD = 32;
    /// How long the host may take to say what was heard up to the end of a call.
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(2);

    private final Bridge bridge;
    private final long id;
    private final Ticker ticker;
    private final RecordWriter out = new RecordWriter();
    private final RecordWriter controls = new RecordWriter();
    private final Queue<EventRecord> inbox = new ConcurrentLinkedQueue<>();
    private final AtomicReference<@Nullable CallEnd> end = new AtomicReference<>();
    private final OutsideWork outside = new OutsideWork();
    private volatile boolean gone;
    private volatile @Nullable Thread flow;
    private long operation;
    private int held;
    /// How much of `out` was held.
    private int heldSize;
    private boolean linking;
    private @Nullable String hangup;
    private long lastAtMs;
    private long lastNanos;
    private final long began;

    public CallLine(Bridge bridge, long id, Ticker ticker) {
        this.bridge = bridge;
        this.id = id;
        this.ticker = ticker;
        began = ticker.nanos();
        lastNanos = began;
    }

    /// Milliseconds since the runtime learned of the call. Any thread.
    public long ageMs() {
        return TimeUnit.NANOSECONDS.toMillis(ticker.nanos() - began);
    }

    /// An event of this call, from the poller.
    public void accept(EventRecord event) {
        switch (event.type()) {
            case RecordType.HUNG_UP -> {
                String cause = event.text();
                end.compareAndSet(null, new CallEnd(cause, side(event.text())));
                outside.interrupt();
            }
            case RecordType.ENDED -> gone = true;
            default -> inbox.add(event);
        }
        LockSupport.unpark(flow);
    }

    private static CallEnd.Side side(String name) {
        try {
            return CallEnd.Side.valueOf(name.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException _) {
            return CallEnd.Side.SYSTEM;
        }
    }

    /// The thread that runs the flow is this one.
    public void attach() {
        flow = Thread.currentThread();
    }

    @Nullable
    CallEnd end() {
        return end.get();
    }

    /// The flow ends the call: the host is told with the next operation, or when the flow is done.
    void endByFlow(String cause) {
        if (end.compareAndSet(null, new CallEnd(cause, CallEnd.Side.FLOW))) {
            hangup = cause;
        }
    }

    /// @throws CallEnded when the call is over
    void requireCaller() {
        CallEnd over = end.get();
        if (over != null) {
            throw new CallEnded(over);
        }
    }

    long elapsedMs() {
        return lastAtMs + TimeUnit.NANOSECONDS.toMillis(ticker.nanos() - lastNanos);
    }

    private void passed(long atMs) {
        if (atMs >= lastAtMs) {
            lastAtMs = atMs;
            lastNanos = ticker.nanos();
        }
    }

    /// Begins to write an operation; its fields follow. One that was begun and neither held nor run is forgotten: what
    /// was to be its fields could not be had.
    public RecordWriter begin(int type, int flags) {
        out.truncate(heldSize);
        operation++;
        return out.begin(type, flags, id, operation);
    }

    /// The operation just written goes out with the next one that somebody waits for.
    public void hold() {
        held++;
        if (linking) {
            out.flagLast(RecordType.LINKED);
        }
        heldSize = out.size();
        if (held >= MOST_HELD) {
            begin(RecordType.SLEEP, 0).number(0).text("");
            send();
            await(operation, EventListener.NONE);
        }
    }

    /// The same, and if it fails, the one that is waited for is not done either.
    void holdLinked() {
        linking = true;
        hold();
    }

    /// Hands over what is held, so that it is done while the flow is busy elsewhere.
    void flush() {
        out.truncate(heldSize);
        writeHangup();
        if (!out.isEmpty()) {
            send();
        }
    }

    private void writeHangup() {
        String cause = hangup;
        hangup = null;
        if (cause != null) {
            begin(RecordType.HANGUP, RecordType.QUIET).text(cause);
            heldSize = out.size();
        }
    }

    /// Hands the operation just written over and waits until it is done.
    ///
    /// @return what became of it; `null` when the call ended and the host says no more about it
    @Nullable
    EventRecord run(EventListener listener) {
        send();
        return await(operation, listener);
    }

    /// Hands the operation just written over.
    ///
    /// @return its number
    long start() {
        send();
        return operation;
    }

    private void send() {
        Bridge.Reply reply = bridge.submit(id, out);
        out.clear();
        held = 0;
        heldSize = 0;
        linking = false;
        if (reply == Bridge.Reply.GONE) {
            gone = true;
        } else if (reply == Bridge.Reply.FULL) {
            throw new CallFailure("overload", "The switch has more operations of this call waiting than it may");
        }
    }

    @Nullable
    EventRecord await(long awaited, EventListener listener) {
        long patienceEnds = 0;
        while (true) {
            EventRecord event = inbox.poll();
            if (event == null) {
                if (gone && inbox.isEmpty()) {
                    end.compareAndSet(null, new CallEnd(CallEnd.NORMAL, CallEnd.Side.SYSTEM));
                    return null;
                }
                if (end.get() == null) {
                    LockSupport.park(this);
                } else {
                    long now = System.nanoTime();
                    patienceEnds = patienceEnds == 0 ? now + PATIENCE_NANOS : patienceEnds;
                    if (now - patienceEnds >= 0) {
                        return null;
                    }
                    LockSupport.parkNanos(this, patienceEnds - now);
                }
                // Only a request is interrupted, and that is over.
                boolean _ = Thread.interrupted();
            } else if (event.type() == RecordType.COMPLETED && event.operation() == awaited) {
                passed(event.atMs());
                return event;
            } else if (event.type() != RecordType.COMPLETED && event.operation() == awaited) {
                passed(event.atMs());
                listener.happened(event);
            }
        }
    }

    /// Sends a control to an operation that runs.
    void control(int type, long to, Consumer<RecordWriter> fields) {
        controls.clear();
        fields.accept(controls.begin(type, 0, id, to));
        bridge.control(id, controls);
    }

    /// Does something that is not the switch's. The thread is interrupted when the call ends meanwhile.
    <T> T outside(Supplier<T> work) {
        return outside.run(work, () -> end.get() != null);
    }

    /// The flow is done with the call: what is held goes out, and the host takes it from here.
    ///
    /// @param failure `null` when the flow did its work; else the reason for which the call, if it is still up on the
    ///                switch, gets the fallback
    public void release(@Nullable String failure) {
        if (failure == null) {
            writeHangup();
        }
        begin(RecordType.RELEASE, RecordType.QUIET).flag(failure != null).text(failure == null ? "" : failure);
        Bridge.Reply _ = bridge.submit(id, out);
        out.clear();
    }

    public void log(Bridge.LogLevel level, String text) {
        bridge.log(id, level, text);
    }

    /// Is told what happens while an operation runs.
    @FunctionalInterface
    interface EventListener {
        EventListener NONE = _ -> {};

        void happened(EventRecord event);
    }
}
