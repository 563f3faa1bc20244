package org.ivrea.freeswitch.conformance;

import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.ivrea.engine.script.CallScript;
import org.ivrea.engine.script.ScriptResult;
import org.ivrea.freeswitch.bridge.EventRecord;
import org.ivrea.freeswitch.bridge.NativeBridge;
import org.ivrea.freeswitch.bridge.Poller;
import org.ivrea.freeswitch.bridge.RecordType;
import org.ivrea.freeswitch.testhost.TestHost;
import org.jspecify.annotations.Nullable;

/// The test host with calls whose time is the simulation's.
@SuppressWarnings("try") // closing waits for the poller
final class DrivenHost implements ConformanceHost {
    private final TestHost host = new TestHost(Map.of(), TestHost.Limits.USUAL);
    private final NativeBridge bridge = new NativeBridge(host.api());
    private final Map<Long, DrivenCall> calls = new ConcurrentHashMap<>();
    private final Thread poller = new Poller(bridge, this::accept, () -> {}).start();
    private volatile @Nullable DrivenCall next;

    DrivenHost() {
        bridge.ready(true);
    }

    private void accept(EventRecord event) {
        if (event.type() == RecordType.STARTED) {
            DrivenCall call = Objects.requireNonNull(next);
            calls.put(event.call(), call);
            call.started(event);
        } else {
            DrivenCall call = calls.get(event.call());
            if (call != null) {
                call.accept(event);
            }
        }
    }

    @Override
    public boolean judges() {
        return true;
    }

    @Override
    public boolean keepsTime() {
        return true;
    }

    @Override
    public Outcome call(Sample sample, CallScript script, ScriptResult simulated) {
        ScriptResult result = sample.run(script, (world, caller) -> {
            var call = new DrivenCall(host, bridge, sample.project().project().prompts(), world, caller);
            next = call;
            return call;
        });
        return new Outcome(result.trace(), result.failure());
    }

    @Override
    public void close() throws InterruptedException {
        host.shutDown();
        poller.join();
        host.close();
    }
}
