package org.ivrea.freeswitch.conformance;

import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import org.ivrea.engine.call.CallEnd;
import org.ivrea.engine.call.CallInfo;
import org.ivrea.engine.call.Operation;
import org.ivrea.engine.expression.Variables;
import org.ivrea.engine.script.RunsCalls;
import org.ivrea.engine.script.ScriptedCall;
import org.ivrea.engine.simulation.Caller;
import org.ivrea.engine.simulation.OtherEnd;
import org.ivrea.engine.simulation.World;
import org.ivrea.engine.trace.TraceEvent;
import org.ivrea.engine.trace.TraceSink;
import org.ivrea.flow.project.PromptLibrary;
import org.ivrea.freeswitch.bridge.Bridge;
import org.ivrea.freeswitch.bridge.EventRecord;
import org.ivrea.freeswitch.call.AudioItems;
import org.ivrea.freeswitch.call.CallLine;
import org.ivrea.freeswitch.call.CallServices;
import org.ivrea.freeswitch.call.FreeSwitchCall;
import org.ivrea.freeswitch.testhost.TestCall;
import org.ivrea.freeswitch.testhost.TestHost;
import org.ivrea.freeswitch.testhost.WatchedBridge;
import org.jspecify.annotations.Nullable;

/// A script's call on the test host: the flow runs on its own thread as on a switch, and this one decides what happens
/// and when.
final class DrivenCall implements ScriptedCall {
    private final TestHost host;
    private final World world;
    private final OtherEnd otherEnd;
    private final PreparedHttp http;
    private final PreparedLuck luck;
    private final AudioItems items;
    private final Bridge bridge;
    /// A permit for each control that has reached the host.
    private final Semaphore controls = new Semaphore(0);
    private final CompletableFuture<CallLine> line = new CompletableFuture<>();
    private volatile @Nullable WatchedCall call;
    private volatile String node = "";

    DrivenCall(TestHost host, Bridge bridge, PromptLibrary prompts, World world, Caller caller) {
        this.host = host;
        this.world = world;
        otherEnd = new OtherEnd(world, caller);
        http = new PreparedHttp(otherEnd);
        luck = new PreparedLuck(otherEnd);
        items = new AudioItems(prompts);
        this.bridge = new WatchedBridge(bridge, () -> {
            http.broken();
            controls.release();
        });
    }

    /// The poller says that the host has begun it.
    void started(EventRecord event) {
        line.complete(new CallLine(bridge, event.call(), http.ticker()));
    }

    /// An event for it, from the poller.
    void accept(EventRecord event) {
        line.join().accept(event);
    }

    @Override
    public void run(RunsCalls engine, String flow, TraceSink sink, Consumer<Variables> probe) {
        CallInfo info = world.info();
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("uuid", info.id());
        facts.put("caller", info.caller());
        facts.put("called", info.called());
        facts.put("flow", flow);
        TestCall placed = Objects.requireNonNull(host.call(facts, "", TestCall.Time.DRIVEN), "the call was refused");
        CallLine connected = line.join();
        var services = new CallServices(new OpenBindings(), http, luck, Path.of("recordings"),
                elapsed -> world.start().plus(Duration.ofMillis(elapsed)), http.ticker());
        var watched = new WatchedCall(new FreeSwitchCall(info, connected, items, services));
        call = watched;
        http.call(watched);
        TraceSink observing = (atMs, event) -> {
            if (event instanceof TraceEvent.NodeEntered entered) {
                node = entered.node();
            }
            sink.accept(atMs, event);
        };
        var flowEnds = new CompletableFuture<Boolean>();
        Thread.ofVirtual().start(() -> {
            try {
                connected.attach();
                engine.run(flow, watched, observing, probe);
                flowEnds.complete(true);
            } catch (RuntimeException | Error e) {
                flowEnds.completeExceptionally(e);
            } finally {
                connected.release(null);
            }
        });
        new Driver(placed, otherEnd, watched, http, luck, controls, () -> node).drive();
        String fallback = placed.join();
        placed.close();
        flowEnds.join();
        if (!fallback.isEmpty()) {
            throw new AssertionError("the call got the fallback: " + fallback);
        }
    }

    @Override
    public @Nullable CallEnd end() {
        WatchedCall running = call;
        return running == null ? null : running.end();
    }

    @Override
    public long elapsedMs() {
        return otherEnd.now();
    }

    @Override
    public List<Operation.HttpExchange> requests() {
        WatchedCall running = call;
        return running == null ? List.of() : running.requests();
    }
}
