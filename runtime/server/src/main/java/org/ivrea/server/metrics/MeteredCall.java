package org.ivrea.server.metrics;

import java.util.Locale;
import org.ivrea.engine.run.CallOutcome;
import org.ivrea.engine.trace.TraceEvent;
import org.ivrea.freeswitch.extension.CallObserver;
import org.ivrea.freeswitch.extension.ObservedCall;

/// Counts what one call goes through.
public final class MeteredCall implements CallObserver {
    private static final double MS = 1_000;

    private final ServerMetrics metrics;
    private final String project;
    private final String flow;
    private final String version;

    public MeteredCall(ServerMetrics metrics, ObservedCall call) {
        this.metrics = metrics;
        project = call.project();
        flow = call.flow();
        version = call.version().version();
        metrics.started.labelValues(project, flow, version).inc();
        metrics.live.labelValues(project, flow, version).inc();
    }

    @Override
    public void accept(long atMs, TraceEvent event) {
        switch (event) {
            case TraceEvent.NodeEntered entered -> metrics.nodes.labelValues(project, flow, version, entered.type())
                    .inc();
            case TraceEvent.ErrorRaised raised -> metrics.errors.labelValues(project, flow, version, raised.code())
                    .inc();
            case TraceEvent.HungUp hungUp -> metrics.hangups
                    .labelValues(project, flow, version, hungUp.cause(), hungUp.side()).inc();
            default -> {
                // Not counted.
            }
        }
    }

    @Override
    public void ends(CallOutcome outcome, long elapsedMs) {
        metrics.live.labelValues(project, flow, version).dec();
        metrics.seconds.labelValues(project, flow, version).observe(elapsedMs / MS);
        metrics.ended.labelValues(project, flow, version,
                outcome.kind().name().toLowerCase(Locale.ROOT).replace('_', '-')).inc();
    }
}
