package org.ivrea.freeswitch.conformance;

import java.nio.file.Path;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.ivrea.engine.call.Audio;
import org.ivrea.engine.call.Call;
import org.ivrea.engine.call.CallEnd;
import org.ivrea.engine.call.CallInfo;
import org.ivrea.engine.call.Operation;
import org.ivrea.engine.expression.Variables;
import org.ivrea.engine.script.RunsCalls;
import org.ivrea.engine.script.ScriptedCall;
import org.ivrea.engine.simulation.AudioLengths;
import org.ivrea.engine.simulation.Caller;
import org.ivrea.engine.simulation.OtherEnd;
import org.ivrea.engine.simulation.World;
import org.ivrea.engine.trace.TraceEvent;
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
final class RealCall implements ScriptedCall, Call {
    private static final long TICK_MS = 10;
    /// The tone, and what it takes to begin.
    private static final int BEEP_MS = 700;

    private final Bridge bridge;
    private final String extension;
    private final int port;
    private final World world;
    private final OtherEnd otherEnd;
    private final Listening listening;
    private final AudioItems items;
    private final CompletableFuture<CallLine> line = new CompletableFuture<>();
    private final List<Operation.HttpExchange> requests = new CopyOnWriteArrayList<>();
    private volatile @Nullable FreeSwitchCall call;
    private volatile long began = System.nanoTime();
    private volatile String node = "";
    private int framesHeard;
    private volatile @Nullable PhoneCall phone;

    RealCall(Bridge bridge, String extension, int port, World world, Caller caller, AudioItems items,
            AudioLengths lengths, Ear ear) {
        this.bridge = bridge;
        this.extension = extension;
        this.port = port;
        this.world = world;
        this.items = items;
        otherEnd = new OtherEnd(world, caller);
        listening = new Listening(otherEnd, lengths, ear);
    }

    /// The poller says that the switch has given it to us.
    void started(EventRecord event) {
        line.complete(new CallLine(bridge, event.call(), Ticker.REAL));
    }

    void accept(EventRecord event) {
        line.join().accept(event);
    }

    @Override
    public void run(RunsCalls engine, String flow, TraceSink sink, Consumer<Variables> probe) {
        try (var telephone = new Phone()) {
            PhoneCall caller = telephone.call(extension, port);
            phone = caller;
            CallLine connected = line.orTimeout(30, TimeUnit.SECONDS).join();
            began = System.nanoTime();
            var services = new CallServices(new OpenBindings(), new RealTimeHttp(otherEnd), new PreparedLuck(otherEnd),
                    Path.of(System.getProperty("java.io.tmpdir"), "recordings"),
                    elapsed -> world.start().plus(Duration.ofMillis(elapsed)), Ticker.REAL);
            call = new FreeSwitchCall(world.info(), connected, items, services);
            var done = new CompletableFuture<Boolean>();
            Thread.ofVirtual().start(() -> {
                try {
                    connected.attach();
                    engine.run(flow, this, following(sink), probe);
                    done.complete(true);
                } catch (RuntimeException | Error e) {
                    done.completeExceptionally(e);
                } finally {
                    connected.release(null);
                }
            });
            while (!done.isDone()) {
                act(caller);
                Thread.sleep(TICK_MS);
            }
            done.join();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private TraceSink following(TraceSink sink) {
        return (atMs, event) -> {
            if (event instanceof TraceEvent.NodeEntered entered) {
                node = entered.node();
            }
            sink.accept(atMs, event);
        };
    }

    /// The caller does what is due.
    private void act(PhoneCall caller) {
        synchronized (otherEnd) {
            List<byte[]> frames = caller.frames(framesHeard);
            framesHeard += frames.size();
            frames.forEach(listening::frame);
            OtherEnd.Happening happening = otherEnd.next(wall());
            while (happening.key() != '\0' || happening.end() != null) {
                if (happening.end() != null) {
                    caller.hangUp();
                } else {
                    caller.press(String.valueOf(happening.key()));
                }
                happening = otherEnd.next(wall());
            }
        }
    }

    private long wall() {
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began);
    }

    private Call switched() {
        return java.util.Objects.requireNonNull(call);
    }

    @Override
    public <R> R perform(Operation<R> operation) {
        synchronized (otherEnd) {
            otherEnd.next(wall());
            listening.begin(audio(operation));
        }
        if (operation instanceof Operation.HttpExchange http) {
            requests.add(http);
        } else if (operation instanceof Operation.Record record) {
            speak(record);
        }
        boolean whole = false;
        try {
            R result = switched().perform(operation);
            whole = result instanceof Operation.PlayResult played && played.interruptedBy() == null
                    || result instanceof Operation.CollectResult collected && collected.digits().isEmpty();
            return result;
        } finally {
            synchronized (otherEnd) {
                listening.end(whole);
            }
        }
    }

    /// The caller speaks after the tone, as long as the script has it.
    private void speak(Operation.Record record) {
        long ms;
        synchronized (otherEnd) {
            ms = otherEnd.recording(record, node).spokenMs();
        }
        PhoneCall caller = phone;
        if (caller != null) {
            caller.say(1_500, record.beep() ? BEEP_MS : 0, (int) (ms < 0 ? record.maxMs() : ms));
        }
    }

    private static List<Audio> audio(Operation<?> operation) {
        return switch (operation) {
            case Operation.Play play -> play.audio();
            case Operation.Collect collect -> collect.prompt();
            case Operation.HttpExchange http when !http.meanwhile().isEmpty() -> {
                List<Audio> heard = new ArrayList<>(List.of(new Audio.Silence(1)));
                heard.addAll(http.meanwhile());
                yield heard;
            }
            default -> List.of();
        };
    }

    @Override
    public CallInfo info() {
        return switched().info();
    }

    @Override
    public void traceTo(TraceSink sink) {
        switched().traceTo(sink);
    }

    @Override
    public @Nullable CallEnd end() {
        FreeSwitchCall running = call;
        return running == null ? null : running.end();
    }

    @Override
    public ZonedDateTime now() {
        return switched().now();
    }

    @Override
    public long elapsedMs() {
        FreeSwitchCall running = call;
        return running == null ? 0 : running.elapsedMs();
    }

    @Override
    public List<Operation.HttpExchange> requests() {
        return List.copyOf(requests);
    }
}
