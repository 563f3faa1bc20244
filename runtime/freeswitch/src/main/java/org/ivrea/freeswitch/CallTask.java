package org.ivrea.freeswitch;

import java.util.HashMap;
import java.util.Map;
import org.ivrea.engine.call.CallInfo;
import org.ivrea.engine.run.CallOutcome;
import org.ivrea.freeswitch.bridge.Bridge.LogLevel;
import org.ivrea.freeswitch.bridge.EventRecord;
import org.ivrea.freeswitch.call.CallLine;
import org.ivrea.freeswitch.call.FreeSwitchCall;
import org.ivrea.freeswitch.extension.CallObserver;
import org.ivrea.freeswitch.extension.ObservedCall;
import org.ivrea.freeswitch.flows.Answering;
import org.jspecify.annotations.Nullable;

/// One call from its start to its release, on its own virtual thread. Whatever goes wrong in it, the host is told that
/// the flow is done, and no other call notices.
final class CallTask implements Runnable {
    private final SwitchRuntime runtime;
    private final CallLine line;
    private final EventRecord started;
    private volatile @Nullable Journey journey;
    private final String uuid;
    private volatile @Nullable Thread thread;

    CallTask(SwitchRuntime runtime, CallLine line, EventRecord started) {
        this.runtime = runtime;
        this.line = line;
        this.started = started;
        uuid = started.text();
    }

    @Override
    public void run() {
        thread = Thread.currentThread();
        line.attach();
        String failure = null;
        Version version = runtime.versions().enter();
        try {
            failure = answer(version);
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
            failure = "the flow failed inside: " + e;
            line.log(LogLevel.ERROR, "The call ends because of a fault in the runtime or a node type: " + Faults.of(e));
        } finally {
            version.leave();
            line.release(failure);
            runtime.finished(this);
        }
    }

    /// @return why the call gets the fallback; `null` when the flow did its work
    private @Nullable String answer(Version version) {
        String caller = started.text();
        String called = started.text();
        String given = started.text();
        String route = given.isEmpty() ? runtime.versions().extension().route(called) : given;
        if (route == null) {
            return "no flow is named in the dialplan, and there is no route for the number \"" + called
                    + "\"; name a flow, or add a route";
        }
        String name = route;
        Map<String, String> arguments = started.pairs();
        var info = new CallInfo(uuid, caller, called, started.pairs());
        return switch (version.flows().find(name)) {
            case Answering.Nobody(String reason) -> reason;
            case Answering.Flow flow -> {
                var call = new FreeSwitchCall(info, line, flow.items(), version.services());
                var current = new Journey(line, runtime.settings().events(), name, flow.version().version());
                journey = current;
                current.begins();
                CallObserver observer = runtime.versions().extension()
                        .begins(new ObservedCall(info, flow.project(), flow.version(), flow.flow()));
                CallOutcome outcome = flow.runner().run(flow.flow(), new HashMap<>(arguments), call, (atMs, event) -> {
                    current.accept(atMs, event);
                    observer.accept(atMs, event);
                });
                current.ends(outcome, call.elapsedMs());
                observer.ends(outcome, call.elapsedMs());
                yield outcome.failure() == null ? null : "the flow \"" + name + "\" failed: " + outcome.failure();
            }
        };
    }

    /// Once the flow's code has left for good without coming back here.
    void abandon(String reason) {
        runtime.release(line, reason);
    }

    String uuid() {
        return uuid;
    }

    /// `null` before a flow was found, and when none was.
    @Nullable
    Journey journey() {
        return journey;
    }

    /// How long the call is up. Any thread.
    long ageMs() {
        return line.ageMs();
    }

    @Nullable
    Thread thread() {
        return thread;
    }
}
