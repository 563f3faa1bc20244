package org.ivrea.designer.call;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.ivrea.designer.simulation.Breakpoint;
import org.ivrea.designer.simulation.CallSession;
import org.ivrea.designer.simulation.CallSetup;
import org.ivrea.designer.simulation.CallStart;
import org.ivrea.designer.simulation.CallState;
import org.ivrea.designer.simulation.Conversation;
import org.ivrea.designer.simulation.Evaluation;
import org.ivrea.designer.simulation.Journey;
import org.ivrea.designer.simulation.WorldSettings;
import org.ivrea.designer.workspace.Analysis;
import org.ivrea.designer.workspace.Workspace;
import org.ivrea.engine.run.Limits;
import org.ivrea.engine.simulation.RecordedLengths;
import org.ivrea.engine.trace.TraceJson.Timed;
import org.ivrea.flow.document.NodeDocument;
import org.jspecify.annotations.Nullable;

/// The call that the views show, with what goes on from call to call: breakpoints, world, speed. Used by the user
/// interface's thread.
public final class CallModel implements AutoCloseable {
    private final Workspace workspace;
    private final CallSound sound;
    private final Executor ui;
    private final Listeners listeners = new Listeners();
    private final Listeners settingsListeners = new Listeners();
    private final Journey journey = new Journey();
    private final Conversation conversation = new Conversation();
    private final TraceLines trace;
    private final List<Breakpoint> breakpoints = new ArrayList<>();
    private WorldSettings world = WorldSettings.USUAL;
    private double speed = 1;
    private @Nullable CallSession session;
    private CallState state = CallState.IDLE;
    private CallStart.@Nullable Impossible obstacle;
    private long revision;

    /// @param ui runs what belongs on the thread of the user interface
    public CallModel(Workspace workspace, CallSound sound, Executor ui) {
        this.workspace = workspace;
        this.sound = sound;
        this.ui = ui;
        this.trace = new TraceLines(this::label);
        workspace.addAnalysisListener(_ -> listeners.tell());
    }

    /// Told after each change of the call.
    void addListener(Runnable listener) {
        listeners.add(listener);
    }

    /// Told after each change of breakpoints and world.
    void addSettingsListener(Runnable listener) {
        settingsListeners.add(listener);
    }

    public Workspace workspace() {
        return workspace;
    }

    // Calls.

    /// Calls the flow as it is now, with all edits. A call that is up is ended before.
    public void call(CallSetup setup) {
        workspace.analysed().thenAccept(analysis -> ui.execute(() -> call(setup, analysis)));
    }

    private void call(CallSetup setup, Analysis analysis) {
        endOld();
        reset();
        CallStart start = CallStart.check(analysis.compiled(), analysis.problems(), setup.flow());
        if (start instanceof CallStart.Impossible impossible) {
            obstacle = impossible;
            state = CallState.IDLE;
            listeners.tell();
            return;
        }
        obstacle = null;
        revision = analysis.revision();
        var lengths = new RecordedLengths(analysis.compiled().project().prompts());
        var made = new CallSession(analysis.compiled(), setup, world, breakpoints,
                new CallSession.Surroundings(lengths, sound, ui, Limits.DEFAULT), this::changed);
        session = made;
        made.speed(speed);
        made.start();
        listeners.tell();
    }

    private void endOld() {
        if (session != null) {
            session.close();
            session = null;
            sound.hearsNoMore();
        }
    }

    private void reset() {
        journey.clear();
        conversation.clear();
        trace.clear();
    }

    private void changed(CallSession of) {
        if (of != session) {
            return;
        }
        CallState next = of.state();
        if (next.generation() != state.generation()) {
            reset();
        }
        state = next;
        List<Timed> more = of.events(journey.events());
        // The state may be older than the events: what happened since is shown the next time.
        more = more.subList(0, Math.clamp(next.events() - journey.events(), 0, more.size()));
        more.forEach(timed -> {
            journey.add(timed);
            conversation.add(timed);
        });
        trace.addAll(more);
        listeners.tell();
    }

    public void press(char key) {
        if (session != null) {
            session.press(key);
            sound.key(key);
        }
    }

    public void paste(String text) {
        if (session != null) {
            session.paste(text);
        }
    }

    /// The call; `null` before the first one.
    public @Nullable CallSession session() {
        return session;
    }

    public void hangUp() {
        if (session != null) {
            session.hangUp();
        }
    }

    /// Stops the time, or lets it go on.
    public void togglePause() {
        if (session == null) {
            return;
        }
        if (state.isHalted()) {
            session.resume();
        } else {
            session.pause();
        }
    }

    public double speed() {
        return speed;
    }

    public void speed(double wanted) {
        speed = wanted;
        sound.audible(wanted == 1);
        if (session != null) {
            session.speed(wanted);
        }
        listeners.tell();
    }

    CompletableFuture<Evaluation> evaluate(String expression) {
        return session == null
                ? CompletableFuture.completedFuture(new Evaluation(false, PhoneTexts.TEXT.get("console.no-call")))
                : session.evaluate(expression);
    }

    // What is shown.

    public CallState state() {
        return state;
    }

    public Journey journey() {
        return journey;
    }

    Conversation conversation() {
        return conversation;
    }

    TraceLines trace() {
        return trace;
    }

    /// Why the last call could not begin; `null` when it could.
    CallStart.@Nullable Impossible obstacle() {
        return obstacle;
    }

    /// Whether the flows have been changed since the call began.
    boolean isOutdated() {
        return state.isUp() && workspace.revision() != revision;
    }

    /// The node's label, or its id.
    String label(String flow, String node) {
        var document = workspace.project().flow(flow);
        NodeDocument found = document == null ? null : document.node(node);
        String label = found == null ? null : found.label();
        return label == null || label.isBlank() ? node : label;
    }

    // What goes on from call to call.

    public List<Breakpoint> breakpoints() {
        return List.copyOf(breakpoints);
    }

    /// Sets a breakpoint, or takes away the one at the place.
    public void toggle(Breakpoint breakpoint) {
        if (!breakpoints.removeIf(breakpoint::isAt)) {
            breakpoints.add(breakpoint);
        }
        breakpointsChanged();
    }

    /// Sets a breakpoint, unless there is one at the place.
    public void set(Breakpoint breakpoint) {
        if (breakpoints.stream().noneMatch(breakpoint::isAt)) {
            toggle(breakpoint);
        }
    }

    void replace(Breakpoint changed) {
        breakpoints.replaceAll(breakpoint -> breakpoint.isAt(changed) ? changed : breakpoint);
        breakpointsChanged();
    }

    public void clearBreakpoints() {
        breakpoints.clear();
        breakpointsChanged();
    }

    private void breakpointsChanged() {
        if (session != null) {
            session.breakpoints(breakpoints);
        }
        settingsListeners.tell();
    }

    public WorldSettings world() {
        return world;
    }

    public void world(WorldSettings settings) {
        world = settings;
        if (session != null) {
            session.world(settings);
        }
        settingsListeners.tell();
    }

    @Override
    public void close() {
        endOld();
        sound.close();
    }
}
