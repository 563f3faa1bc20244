package org.ivrea.designer.simulation;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.ivrea.engine.call.Keys;
import org.ivrea.engine.compile.CompiledProject;
import org.ivrea.engine.run.CallOutcome;
import org.ivrea.engine.run.FlowRunner;
import org.ivrea.engine.run.Limits;
import org.ivrea.engine.simulation.Answer;
import org.ivrea.engine.simulation.AudioLengths;
import org.ivrea.engine.simulation.WallTime;
import org.ivrea.engine.trace.TraceJson.Timed;
import org.jspecify.annotations.Nullable;

/// One call that a person makes to a flow, with the means to stop it, look into it and go back in it. The call runs on
/// a thread of its own and keeps the version of the project with which it began.
///
/// All methods return at once and are for all threads. Whoever listens is told by the executor, and asks for the
/// [state][#state] and the [events][#events] that are new.
public final class CallSession implements AutoCloseable {

    /// What does not change from call to call.
    ///
    /// @param ui      runs the listener; may run it later
    /// @param ears    hear what is played
    public record Surroundings(AudioLengths lengths, CallEars ears, Executor ui, Limits limits) {}

    private final CompiledProject project;
    private final CallSetup setup;
    private final Surroundings surroundings;
    private final WallTime wall;
    private final Consumer<CallSession> listener;
    private final LiveRequests requests = new LiveRequests();
    private final AtomicBoolean told = new AtomicBoolean();
    private volatile WorldSettings world;
    private volatile List<Breakpoint> breakpoints;
    private volatile double speed = 1;
    private volatile LiveRun run;
    private volatile CallState state = CallState.IDLE;
    private volatile boolean closed;
    private boolean goingBack;

    /// @param flow of the setup can run, see [CallStart]
    public CallSession(CompiledProject project, CallSetup setup, WorldSettings world, List<Breakpoint> breakpoints,
            Surroundings surroundings, Consumer<CallSession> listener) {
        this(project, setup, world, breakpoints, surroundings, listener, WallTime.SYSTEM);
    }

    CallSession(CompiledProject project, CallSetup setup, WorldSettings world, List<Breakpoint> breakpoints,
            Surroundings surroundings, Consumer<CallSession> listener, WallTime wall) {
        this.project = project;
        this.setup = setup;
        this.world = world;
        this.breakpoints = List.copyOf(breakpoints);
        this.surroundings = surroundings;
        this.listener = listener;
        this.wall = wall;
        this.run = newRun(new CallLog(), -1, 0);
    }

    private LiveRun newRun(CallLog log, int backTo, int generation) {
        var parts = new LiveRun.Parts(new FlowRunner(project, surroundings.limits()), setup, () -> world, requests,
                surroundings.lengths(), wall, speed, breakpoints, surroundings.ears());
        var holder = new LiveRun[1];
        var made = new LiveRun(parts, log, backTo, () -> changed(holder[0], generation));
        holder[0] = made;
        return made;
    }

    /// Calls.
    public void start() {
        run.start();
    }

    public CompiledProject project() {
        return project;
    }

    public CallSetup setup() {
        return setup;
    }

    // The caller.

    /// Presses a key; others than those of a telephone are passed over.
    public void press(char key) {
        if (Keys.isKey(key)) {
            run.control().press(key);
        }
    }

    /// Presses all telephone keys in a text, one after the other, without waiting.
    public void paste(String text) {
        text.chars().forEach(key -> press((char) key));
    }

    public void hangUp() {
        run.control().hangUp();
    }

    // The time.

    public void pause() {
        run.control().pause();
    }

    public void resume() {
        run.control().resume();
    }

    /// @param newSpeed 1 for real time
    public void speed(double newSpeed) {
        speed = newSpeed;
        run.control().speed(newSpeed);
    }

    public double speed() {
        return speed;
    }

    /// Goes to the moment at which it is the caller's turn, where time stands; if it is already, lets the caller miss
    /// it and goes to the next one.
    public void skipToCaller() {
        run.control().skip();
    }

    /// Milliseconds since the call began, at this moment.
    public long elapsedMs() {
        return run.control().now();
    }

    // The debugger.

    public void breakpoints(List<Breakpoint> wanted) {
        breakpoints = List.copyOf(wanted);
        run.debugger().breakpoints(wanted);
    }

    public void step() {
        step(new Stepping.Into());
    }

    /// Goes on to the next node of this flow, whatever its subflows do.
    public void stepOver() {
        LiveRun stepping = run;
        stepping.debugger().stepOver();
        stepping.control().resume();
    }

    /// Goes on until this subflow is left.
    public void stepOut() {
        LiveRun stepping = run;
        stepping.debugger().stepOut();
        stepping.control().resume();
    }

    public void runTo(String flow, String node) {
        step(new Stepping.To(flow, node));
    }

    private void step(Stepping stepping) {
        LiveRun stepped = run;
        stepped.debugger().step(stepping);
        stepped.control().resume();
    }

    /// Has the call go the same way again up to a step, and stand there to go on differently. Ended calls, too.
    ///
    /// @param step counts the nodes that were entered, from 0
    public synchronized void goBackTo(int step) {
        LiveRun old = run;
        if (goingBack || closed || step < 0) {
            return;
        }
        goingBack = true;
        old.control().close();
        old.ended().whenComplete((_, _) -> goBack(old, step));
    }

    private synchronized void goBack(LiveRun old, int step) {
        goingBack = false;
        if (!closed) {
            LiveRun again = newRun(old.log().again(), step, state.generation() + 1);
            run = again;
            again.start();
        }
    }

    /// An expression's value where the call is.
    public CompletableFuture<Evaluation> evaluate(String expression) {
        LiveRun asked = run;
        return onCall(asked, () -> Inspection.evaluate(asked.debugger().current(), expression));
    }

    /// Gives a variable another value.
    ///
    /// @param depth of the flow whose variable it is
    /// @param text  plain for texts, JSON for lists and maps
    public CompletableFuture<Evaluation> assign(int depth, String variable, String text) {
        LiveRun asked = run;
        if (!state.isUp()) {
            return CompletableFuture.completedFuture(Evaluation.failed("The call is over; go back to an earlier step"
                    + " to change a variable there"));
        }
        return onCall(asked, () -> Inspection.assign(asked, depth, variable, text));
    }

    /// What it changes is to be seen before it is reported.
    private CompletableFuture<Evaluation> onCall(LiveRun asked, Supplier<Evaluation> work) {
        var result = new CompletableFuture<Evaluation>();
        asked.control().submit(() -> {
            Evaluation evaluation;
            try {
                evaluation = work.get();
            } catch (RuntimeException e) {
                evaluation = Evaluation.failed("This failed: " + e.getMessage());
            }
            changed(asked, state.generation());
            result.complete(evaluation);
        });
        return result;
    }

    // The world.

    public WorldSettings world() {
        return world;
    }

    /// Holds for what the call asks next.
    public void world(WorldSettings settings) {
        world = settings;
    }

    /// Answers the question that the call asks.
    ///
    /// @param answer `null` for what is usual
    public void answer(@Nullable Answer answer) {
        run.world().answered(answer);
    }

    // What can be seen.

    public CallState state() {
        return state;
    }

    /// The events from one on; of the state's generation.
    public List<Timed> events(int from) {
        return run.events(from);
    }

    /// What the caller did and the world answered, for a call script.
    public CallHistory history() {
        LiveRun shown = run;
        return new CallHistory(setup, shown.inputs(), shown.events(0), shown.ended().getNow(null));
    }

    private void changed(LiveRun of, int generation) {
        if (of == null || of != run || closed) {
            return;
        }
        RunControl.Look look = of.control().look();
        CallOutcome outcome = of.ended().getNow(null);
        CallState.Phase phase = outcome == null ? look.phase() : CallState.Phase.ENDED;
        boolean up = outcome == null;
        state = new CallState(generation, phase, of.eventCount(), up ? of.debugger().stop() : null,
                up ? look.waiting() : null, up ? of.playing() : null, up ? of.world().question() : null,
                FrameState.stack(of.debugger().current()), outcome);
        tell();
    }

    private void tell() {
        if (told.compareAndSet(false, true)) {
            surroundings.ui().execute(() -> {
                told.set(false);
                if (!closed) {
                    listener.accept(this);
                }
            });
        }
    }

    /// Ends the call, if there is one, without telling anybody.
    @Override
    public void close() {
        closed = true;
        run.control().close();
        requests.close();
    }
}
