package org.ivrea.freeswitch.conformance;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.ivrea.engine.call.CallEnd;
import org.ivrea.engine.call.Operation;
import org.ivrea.engine.expression.Variables;
import org.ivrea.engine.script.RunsCalls;
import org.ivrea.engine.script.ScriptedCall;
import org.ivrea.engine.simulation.AudioLengths;
import org.ivrea.engine.simulation.Caller;
import org.ivrea.engine.simulation.OtherEnd;
import org.ivrea.engine.simulation.World;
import org.ivrea.engine.trace.TraceSink;
import org.ivrea.freeswitch.bridge.Bridge;
import org.ivrea.freeswitch.bridge.EventRecord;
import org.ivrea.freeswitch.call.AudioItems;
import org.ivrea.freeswitch.call.CallLine;
import org.ivrea.freeswitch.call.CallServices;
import org.ivrea.freeswitch.call.FreeSwitchCall;
import org.ivrea.freeswitch.call.Ticker;
import org.ivrea.freeswitch.real.Phone;
import org.ivrea.freeswitch.real.PhoneCall;
import org.jspecify.annotations.Nullable;

/// A script's call on FreeSWITCH: the flow runs in the switch's own virtual machine, and the script's caller holds a SIP
/// telephone. Time is the wall's.
final class RealCall implements ScriptedCall {
    private static final long TICK_MS = 10;
    private static final long CONNECT_S = 30;

    /// Of the switch, as it begins a call.
    private record Begun(CallLine line, String uuid) {}

    private final Bridge bridge;
    private final String extension;
    private final long longestMs;
    private final Seat seat;
    private final World world;
    private final AudioItems items;
    private final OtherEnd otherEnd;
    private final Listening listening;
    private final CompletableFuture<Begun> begun = new CompletableFuture<>();
    private volatile @Nullable HeardCall call;
    private volatile long latestMs;
    private volatile long began = System.nanoTime();

    /// @param extension that leads to it
    /// @param longestMs after which it is given up
    RealCall(Bridge bridge, String extension, long longestMs, Seat seat, World world, Caller caller, AudioItems items,
            AudioLengths lengths, Ear ear) {
        this.bridge = bridge;
        this.extension = extension;
        this.longestMs = longestMs;
        this.seat = seat;
        this.world = world;
        this.items = items;
        otherEnd = new OtherEnd(world, caller);
        listening = new Listening(otherEnd, lengths, ear);
    }

    /// The poller says that the switch has given it to us.
    ///
    /// @param uuid of the call on the switch
    void started(EventRecord event, String uuid) {
        begun.complete(new Begun(new CallLine(bridge, event.call(), Ticker.REAL), uuid));
    }

    void accept(EventRecord event) {
        begun.join().line.accept(event);
    }

    @Override
    public void run(RunsCalls engine, String flow, TraceSink sink, Consumer<Variables> probe) {
        var luck = new PreparedLuck(otherEnd);
        try (var telephone = new Phone(); var others = new OtherParties(otherEnd, luck, this::now, seat)) {
            PhoneCall phone = telephone.call(extension, seat.sipPort());
            Begun switched = begun.orTimeout(CONNECT_S, TimeUnit.SECONDS).join();
            began = System.nanoTime();
            var services = new CallServices(others, new RealTimeHttp(otherEnd), luck,
                    Path.of(System.getProperty("java.io.tmpdir"), "recordings"),
                    elapsed -> world.start().plus(Duration.ofMillis(elapsed)), Ticker.REAL);
            var caller = new CallersSide(otherEnd, phone, listening, others, this::now, switched.uuid);
            var heard = new HeardCall(new FreeSwitchCall(world.info(), switched.line, items, services), caller);
            call = heard;
            var done = new CompletableFuture<Boolean>();
            Thread.ofVirtual().start(() -> {
                try {
                    switched.line.attach();
                    engine.run(flow, heard, heard.following(sink), probe);
                    done.complete(true);
                } catch (RuntimeException | Error e) {
                    done.completeExceptionally(e);
                } finally {
                    switched.line.release(null);
                }
            });
            while (!done.isDone()) {
                caller.act();
                if (now() > longestMs) {
                    throw new AssertionError(
                            "the call did not end within " + longestMs / 1_000 + " s: it is at the node "
                                    + heard.node() + "; its end: " + heard.end());
                }
                Thread.sleep(TICK_MS);
            }
            latestMs = caller.latestMs();
            done.join();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /// By how much the caller was ever late.
    long latestMs() {
        return latestMs;
    }

    private long now() {
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began);
    }

    @Override
    public @Nullable CallEnd end() {
        HeardCall running = call;
        return running == null ? null : running.end();
    }

    @Override
    public long elapsedMs() {
        HeardCall running = call;
        return running == null ? 0 : running.elapsedMs();
    }

    @Override
    public List<Operation.HttpExchange> requests() {
        HeardCall running = call;
        return running == null ? List.of() : running.requests();
    }
}
