package org.ivrea.server.journey;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.ivrea.engine.run.CallOutcome;
import org.ivrea.engine.trace.TraceEvent;
import org.ivrea.engine.trace.TraceJson;
import org.ivrea.freeswitch.extension.CallObserver;
import org.ivrea.freeswitch.extension.ObservedCall;
import org.ivrea.server.journey.Journey.Input;
import org.ivrea.server.journey.Journey.Step;

/// Gathers the journey of one call. Only collects: everything that costs time is done by the [JourneyWriter].
public final class JourneyRecorder implements CallObserver {
    private static final int MOST_STEPS = 2_000;
    private static final int MOST_INPUTS = 500;
    private static final int MOST_EVENTS = 10_000;

    private final ObservedCall call;
    private final Instant startedAt;
    private final JourneyWriter writer;
    private final List<TraceJson.Timed> trace = new ArrayList<>();
    private final List<Step> steps = new ArrayList<>();
    private final List<Input> inputs = new ArrayList<>();
    private int stepsLeftOut;
    private String flow = "";
    private String node = "";
    private String cause = "";
    private String side = "";

    public JourneyRecorder(ObservedCall call, Instant startedAt, JourneyWriter writer) {
        this.call = call;
        this.startedAt = startedAt;
        this.writer = writer;
    }

    @Override
    public void accept(long atMs, TraceEvent event) {
        if (trace.size() < MOST_EVENTS) {
            trace.add(new TraceJson.Timed(atMs, event));
        }
        switch (event) {
            case TraceEvent.NodeEntered entered -> entered(atMs, entered);
            case TraceEvent.ExitTaken taken -> left(taken);
            case TraceEvent.DigitsCollected collected -> {
                if (inputs.size() < MOST_INPUTS) {
                    inputs.add(new Input(flow, node, collected.digits(), collected.end()));
                }
            }
            case TraceEvent.HungUp hungUp -> {
                cause = hungUp.cause();
                side = hungUp.side();
            }
            default -> {
                // In the trace.
            }
        }
    }

    private void entered(long atMs, TraceEvent.NodeEntered entered) {
        flow = entered.flow();
        node = entered.node();
        if (steps.size() < MOST_STEPS) {
            steps.add(new Step(flow, node, "", atMs));
        } else {
            stepsLeftOut++;
        }
    }

    /// A subflow's node is left long after it was entered.
    private void left(TraceEvent.ExitTaken taken) {
        for (int i = steps.size() - 1; i >= 0; i--) {
            Step step = steps.get(i);
            if (step.exit().isEmpty() && step.node().equals(taken.node()) && step.flow().equals(taken.flow())) {
                steps.set(i, new Step(step.flow(), step.node(), taken.exit(), step.atMs()));
                return;
            }
        }
    }

    @Override
    public void ends(CallOutcome outcome, long elapsedMs) {
        String kind = outcome.kind().name().toLowerCase(Locale.ROOT).replace('_', '-');
        writer.offer(new JourneyWriter.Finished(new Journey(call.info().id(), call.project(),
                call.version().version(), call.version().sha256(), call.flow(), call.info().caller(),
                call.info().called(), startedAt, elapsedMs, kind, cause, side, outcome.failure(), steps, inputs,
                stepsLeftOut), trace));
    }
}
