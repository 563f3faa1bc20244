package org.ivrea.freeswitch;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.ivrea.freeswitch.bridge.NativeBridge;
import org.ivrea.freeswitch.bridge.Poller;
import org.ivrea.freeswitch.testhost.TestCall;
import org.ivrea.freeswitch.testhost.TestHost;

/// The whole runtime on a test host.
public final class RunningRuntime implements AutoCloseable {
    static final Path SAMPLES = Path.of("..", "..", "flows-samples").toAbsolutePath().normalize();

    public final TestHost host;
    final SwitchRuntime runtime;
    private final Thread poller;

    RunningRuntime(Path flows) {
        this(Map.of("flows", flows.toString()), TestHost.Limits.USUAL);
    }

    public RunningRuntime(Map<String, String> settings, TestHost.Limits limits) {
        host = new TestHost(settings, limits);
        var bridge = new NativeBridge(host.api());
        runtime = new SwitchRuntime(bridge);
        poller = new Poller(bridge, runtime, runtime::stopped).start();
        Objects.requireNonNull(host.command("status", 60_000), "the runtime does not reply");
    }

    /// Places a call that must be taken.
    TestCall call(String flow, String script) {
        return call("call-1", flow, script, TestCall.Time.SCRIPTED);
    }

    TestCall call(String uuid, String flow, String script, TestCall.Time time) {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("uuid", uuid);
        facts.put("caller", "100");
        facts.put("called", "200");
        facts.put("flow", flow);
        return Objects.requireNonNull(host.call(facts, script, time), "the call was refused");
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
