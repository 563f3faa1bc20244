package org.ivrea.designer.simulation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.ivrea.designer.simulation.CallLog.Input;
import org.ivrea.engine.call.CallEnd;
import org.ivrea.engine.node.Exit;
import org.ivrea.engine.node.NodeFailure;
import org.ivrea.engine.run.CallOutcome;
import org.ivrea.engine.run.FlowRunner;
import org.ivrea.engine.run.RunningFlow;
import org.ivrea.engine.simulation.Agenda;
import org.ivrea.engine.simulation.Answer;
import org.ivrea.engine.simulation.Caller;
import org.ivrea.engine.simulation.SimulatedCall;
import org.ivrea.engine.simulation.Simulation;
import org.ivrea.engine.simulation.SimulationClock;
import org.ivrea.engine.simulation.Utterance;
import org.ivrea.engine.simulation.WallTime;
import org.ivrea.engine.trace.TraceEvent;
import org.ivrea.engine.trace.TraceJson.Timed;
import org.jspecify.annotations.Nullable;

/// One run of a call through the production engine, on a thread of its own. A run that begins with a log goes by it,
/// without taking time, up to the step to which the person went back.
final class LiveRun implements SimulationClock, Caller {

    /// What a run is made of.
    record Parts(FlowRunner runner, CallSetup setup, Supplier<WorldSettings> world, LiveRequests requests,
            org.ivrea.engine.simulation.AudioLengths lengths, WallTime wall, double speed,
            List<Breakpoint> breakpoints, CallEars ears) {}

    private static final long MOMENTS_OF_EXCHANGE = 1_000_000;

    private final Parts parts;
    private final CallLog log;
    private final RunControl control;
    private final Debugger debugger;
    private final WorldAnswers world;
    private final ObservedCall call;
    private final SimulatedCall simulated;
    private final List<Timed> events = Collections.synchronizedList(new ArrayList<>());
    private final CompletableFuture<CallOutcome> ended = new CompletableFuture<>();
    private @Nullable Agenda agenda;
    private long moment;
    private long exchangeFrom = -1;
    private boolean replyDue;
    private volatile boolean live;

    /// @param log     what reached the call when it ran before; empty for a new call
    /// @param backTo  the step, from 0, at which a call that is run again becomes live; -1 for a new call
    /// @param changed told on the call's thread when there is something new to show
    LiveRun(Parts parts, CallLog log, int backTo, Runnable changed) {
        this.parts = parts;
        this.log = log;
        this.live = backTo < 0;
        Runnable ifLive = () -> {
            if (live) {
                changed.run();
            }
        };
        control = new RunControl(parts.wall, parts.speed, ifLive);
        debugger = new Debugger(this, control, parts.breakpoints, backTo);
        world = new WorldAnswers(this, control, parts.world, parts.requests);
        simulated = new SimulatedCall(new Simulation(parts.setup.world(), this, this, parts.lengths, world, world));
        call = new ObservedCall(simulated);
        ended.whenComplete((_, _) -> {
            live = true;
            control.end();
            changed.run();
        });
    }

    void start() {
        Thread.ofVirtual().name("designer-call").start(() -> {
            try {
                ended.complete(parts.runner.run(parts.setup.flow(), Map.of(), call, simulated.observing(this::saw),
                        debugger));
            } catch (Throwable e) {
                // A fault of ours: the call ends and says so, instead of standing for ever.
                ended.complete(new CallOutcome(CallOutcome.Kind.FAILED, call.end(), "The simulation failed: " + e));
            }
        });
    }

    private void saw(long atMs, TraceEvent event) {
        call.saw(atMs, event);
        events.add(new Timed(atMs, event));
    }

    // The clock.

    @Override
    public long now() {
        return world.now(control.now());
    }

    @Override
    public boolean sleepUntil(long ms) throws InterruptedException {
        nextMoment();
        if (!live) {
            return again(ms);
        }
        if (replyDue) {
            // The moment of the reply is there; no key may come in between.
            replyDue = false;
            if (ms <= control.now()) {
                return true;
            }
        }
        Waiting wait = call.waiting(ms);
        return switch (control.await(wait)) {
            case TIME -> true;
            case KEY -> {
                RunControl.Pressed pressed = control.takeKey();
                inject(noted(new Input.Key(pressed.key(), pressed.atMs())));
                yield false;
            }
            case HANG_UP -> {
                inject(noted(new Input.HangUp(control.takeHangUp())));
                world.requestEnded();
                yield false;
            }
            case SIGNAL -> {
                world.requestEnded();
                replyDue = true;
                yield false;
            }
        };
    }

    /// @return false when the caller does something now
    private boolean again(long ms) throws InterruptedException {
        if (control.isClosed()) {
            throw new InterruptedException();
        }
        applyAssignments();
        Input due = log.due(moment);
        if (due != null) {
            inject(due);
            return false;
        }
        if (ms != Long.MAX_VALUE) {
            control.jumpTo(ms);
        }
        return true;
    }

    private void applyAssignments() {
        for (Input due = log.dueAssignment(moment); due != null; due = log.dueAssignment(moment)) {
            if (due instanceof Input.Assign assign) {
                apply(assign);
            }
        }
    }

    private void inject(Input input) {
        Agenda on = java.util.Objects.requireNonNull(agenda, "the call has not begun");
        if (input instanceof Input.Key(char key, long atMs)) {
            on.key(atMs, key);
        } else if (input instanceof Input.HangUp(long atMs)) {
            on.hangUp(atMs, new CallEnd(CallEnd.NORMAL, CallEnd.Side.CALLER));
        }
    }

    @Override
    public void wake() {
        // Only real replies are posted to this call: all else that reaches it comes by the control.
        if (world.isRequesting()) {
            control.signal();
        }
    }

    // The caller.

    @Override
    public void calls(Agenda newAgenda) {
        agenda = newAgenda;
    }

    @Override
    public void hears(Utterance utterance) {
        if (live) {
            parts.ears.hears(utterance);
        }
    }

    @Override
    public void hearsNoMore(Utterance utterance, long atMs) {
        if (live) {
            parts.ears.hearsNoMore();
        }
    }

    // For the debugger and the world.

    /// Something can reach the call now.
    void nextMoment() {
        if (!call.isExchanging()) {
            leaveExchange();
        }
        moment++;
        if (!live) {
            applyAssignments();
        }
    }

    /// How often it is waited during a request depends on when the reply is there: what follows is numbered as if it were
    /// always the same.
    private void leaveExchange() {
        if (exchangeFrom >= 0) {
            moment = exchangeFrom + MOMENTS_OF_EXCHANGE;
            exchangeFrom = -1;
        }
    }

    boolean isLive() {
        return live;
    }

    /// From here on things are as the person wants them.
    void becomesLive() {
        leaveExchange();
        moment++;
        log.cutAt(moment);
        control.jumpTo(call.elapsedMs());
        live = true;
    }

    void asks() {
        call.asks();
    }

    /// Of the call, which may be a little behind the clock.
    long elapsedMs() {
        return call.elapsedMs();
    }

    String node() {
        RunningFlow at = debugger.current();
        return at == null ? "" : at.nodeId();
    }

    /// Of the node at which the call is, as it declares them.
    List<String> exits() {
        RunningFlow at = debugger.current();
        var node = at == null ? null : at.flow().node(at.nodeId());
        return node == null ? List.of() : node.exits().stream().map(Exit::name).toList();
    }

    @Nullable
    Answer reply(WorldKind kind, String subject, Supplier<@Nullable Answer> decide) {
        leaveExchange();
        nextMoment();
        exchangeFrom = kind == WorldKind.HTTP ? moment : -1;
        if (!live && log.due(moment) instanceof Input.Reply reply) {
            return reply.answer();
        }
        Answer answer = decide.get();
        if (!world.isRequesting()) {
            noted(new Input.Reply(kind, subject, answer));
        }
        return answer;
    }

    /// Notes what holds unless something else comes of a request that is being made.
    Input.Reply pending(String subject, Answer answer) {
        var pending = new Input.Reply(WorldKind.HTTP, subject, answer);
        noted(pending);
        return pending;
    }

    void replied(Input.Reply pending, Answer answer) {
        if (!control.isClosed()) {
            log.replace(pending, new Input.Reply(pending.kind(), pending.subject(), answer));
        }
    }

    private Input noted(Input input) {
        if (!control.isClosed()) {
            log.add(moment, input);
        }
        return input;
    }

    /// Changes a variable, on the call's thread.
    ///
    /// @throws NodeFailure when it does not fit
    void assign(Input.Assign assign) {
        apply(assign);
        noted(assign);
    }

    private void apply(Input.Assign assign) {
        for (RunningFlow flow = debugger.current(); flow != null; flow = flow.caller()) {
            if (flow.depth() == assign.depth()) {
                flow.set(assign.variable(), assign.value());
                return;
            }
        }
        throw new NodeFailure("no-flow", "The call is not in that flow any more");
    }

    // What can be seen.

    RunControl control() {
        return control;
    }

    Debugger debugger() {
        return debugger;
    }

    WorldAnswers world() {
        return world;
    }

    @Nullable
    Playing playing() {
        return call.playing();
    }

    int eventCount() {
        return events.size();
    }

    /// The events from one on.
    List<Timed> events(int from) {
        synchronized (events) {
            return List.copyOf(events.subList(Math.min(from, events.size()), events.size()));
        }
    }

    CompletableFuture<CallOutcome> ended() {
        return ended;
    }

    /// To be used when the call has ended.
    CallLog log() {
        return log;
    }

    List<Input> inputs() {
        return log.inputs();
    }
}
