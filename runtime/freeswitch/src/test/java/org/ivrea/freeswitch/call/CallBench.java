package org.ivrea.freeswitch.call;

import java.nio.file.Path;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.ivrea.engine.call.CallEnded;
import org.ivrea.engine.call.CallInfo;
import org.ivrea.engine.call.Operation;
import org.ivrea.engine.simulation.HttpPort;
import org.ivrea.engine.trace.TraceEvent;
import org.ivrea.flow.project.PromptLibrary;
import org.ivrea.flow.project.ResourceKind;
import org.ivrea.freeswitch.bridge.Bridge;
import org.ivrea.freeswitch.bridge.CallThreads;
import org.ivrea.freeswitch.bridge.EventRecord;
import org.ivrea.freeswitch.bridge.NativeBridge;
import org.ivrea.freeswitch.bridge.Poller;
import org.ivrea.freeswitch.bridge.RecordType;
import org.ivrea.freeswitch.environment.Bindings;
import org.ivrea.freeswitch.testhost.TestCall;
import org.ivrea.freeswitch.testhost.TestHost;
import org.jspecify.annotations.Nullable;

/// A test host on which pieces of code answer calls.
final class CallBench implements AutoCloseable {
    final TestHost host;
    final NativeBridge bridge;
    private final Thread poller;
    private final Map<Long, CallLine> lines = new ConcurrentHashMap<>();
    private final Map<String, Answered<?>> waiting = new ConcurrentHashMap<>();
    HttpPort http = request -> new Operation.HttpOutcome.Failed("no service " + request.service());
    Function<Bridge, Bridge> wrapped = given -> given;

    CallBench() {
        this(TestHost.Limits.USUAL);
    }

    CallBench(TestHost.Limits limits) {
        host = new TestHost(Map.of(), limits);
        bridge = new NativeBridge(host.api());
        bridge.ready(true);
        poller = new Poller(bridge, this::accept, () -> {}).start();
    }

    /// A call that is answered by code.
    static final class Answered<R> implements AutoCloseable {
        final CompletableFuture<R> result = new CompletableFuture<>();
        final List<TraceEvent> trace = new CopyOnWriteArrayList<>();
        private final Function<FreeSwitchCall, R> code;
        private @Nullable TestCall call;

        Answered(Function<FreeSwitchCall, R> code) {
            this.code = code;
        }

        TestCall call() {
            return Objects.requireNonNull(call);
        }

        /// Waits for the code and for the call to end.
        R result() {
            R given = result.join();
            String _ = call().join();
            return given;
        }

        List<String> journal() {
            return call().journal();
        }

        @Override
        public void close() {
            call().close();
        }
    }

    <R> Answered<R> call(String script, Function<FreeSwitchCall, R> code) {
        return call("call", script, TestCall.Time.SCRIPTED, code);
    }

    <R> Answered<R> call(String uuid, String script, TestCall.Time time, Function<FreeSwitchCall, R> code) {
        var answered = new Answered<>(code);
        waiting.put(uuid, answered);
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("uuid", uuid);
        facts.put("caller", "100");
        facts.put("called", "200");
        facts.put("flow", "-");
        answered.call = Objects.requireNonNull(host.call(facts, script, time), "the call was refused");
        return answered;
    }

    private void accept(EventRecord event) {
        if (event.type() == RecordType.STARTED) {
            var line = new CallLine(wrapped.apply(bridge), event.call(), () -> 0);
            lines.put(event.call(), line);
            String uuid = event.text();
            Answered<?> answered = Objects.requireNonNull(waiting.remove(uuid));
            CallThreads.start("call", () -> answer(answered, line, uuid));
        } else {
            CallLine line = lines.get(event.call());
            if (line != null) {
                line.accept(event);
            }
        }
    }

    private <R> void answer(Answered<R> answered, CallLine line, String uuid) {
        line.attach();
        var services = new CallServices(new Named(), request -> http.exchange(request), Luck.REAL,
                Path.of("/recordings"), _ -> ZonedDateTime.of(2026, 3, 2, 10, 0, 0, 0, ZoneOffset.UTC), () -> 0);
        var call = new FreeSwitchCall(new CallInfo(uuid, "100", "200", Map.of()), line,
                new AudioItems(new PromptLibrary(null, List.of("en"))), services);
        call.traceTo((_, event) -> answered.trace.add(event));
        try {
            R result = answered.code.apply(call);
            line.release(null);
            answered.result.complete(result);
        } catch (RuntimeException | Error e) {
            line.release(e instanceof CallEnded ? null : String.valueOf(e.getMessage()));
            answered.result.completeExceptionally(e);
        }
    }

    /// Names stand for themselves with their kind before them.
    private static final class Named implements Bindings {
        @Override
        public String bound(ResourceKind kind, String name) {
            return kind.key() + ":" + name;
        }

        @Override
        public String dialString(String number, @Nullable String gateway) {
            return gateway == null ? "user/" + number : gateway + "/" + number;
        }

        @Override
        public boolean allowsVariable(String name) {
            return !name.startsWith("execute_on_");
        }
    }

    static List<String> all(List<TraceEvent> trace) {
        var texts = new ArrayList<String>();
        trace.forEach(event -> texts.add(event.toString()));
        return texts;
    }

    @Override
    public void close() {
        host.shutDown();
        try {
            poller.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
        host.close();
    }
}
