package org.ivrea.designer.window;

import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import org.ivrea.designer.audio.AudioPlayer;
import org.ivrea.designer.audio.SpeechSynthesizer;
import org.ivrea.designer.call.BreakpointsView;
import org.ivrea.designer.call.CallDesk;
import org.ivrea.designer.call.CallNavigator;
import org.ivrea.designer.call.ConsoleView;
import org.ivrea.designer.call.PhoneDock;
import org.ivrea.designer.call.ReplayView;
import org.ivrea.designer.call.TestsView;
import org.ivrea.designer.call.TraceView;
import org.ivrea.designer.call.VariablesView;
import org.ivrea.designer.call.WorldView;
import org.ivrea.designer.canvas.CanvasOverlay;
import org.ivrea.designer.i18n.Messages;
import org.ivrea.designer.simulation.Breakpoint;
import org.ivrea.designer.simulation.CallOverlay;
import org.ivrea.designer.simulation.Journey.Place;
import org.ivrea.flow.problem.Problem;
import org.jspecify.annotations.Nullable;

/// Calls in an open project: the phone in the place of the inspector, its views below the canvas, and what the drawings
/// show of it.
final class CallParts implements CallNavigator {
    private static final Messages TEXTS = Messages.of(CallParts.class);

    private final ProjectSession session;
    private final CallDesk desk;
    private final LatePanel<PhoneDock> phone;
    private final SidePanel side;
    private @Nullable Place followed;
    private boolean wasUp;

    CallParts(ProjectSession session, AudioPlayer player, SpeechSynthesizer voice, LatePanel<?> inspector) {
        this.session = session;
        desk = new CallDesk(session.workspace(), player, voice, Platform::runLater);
        phone = new LatePanel<>(() -> new PhoneDock(desk.calls(), this, Platform::runLater));
        side = new SidePanel(inspector, phone);
        showPhone(false);
    }

    CallDesk desk() {
        return desk;
    }

    /// The inspector or the phone.
    Region side() {
        return side;
    }

    void addTo(BottomPanels bottom) {
        add(bottom, "trace", () -> new TraceView(desk.calls(), this));
        add(bottom, "variables", () -> new VariablesView(desk.calls(), Platform::runLater));
        add(bottom, "console", () -> new ConsoleView(desk.calls(), Platform::runLater));
        add(bottom, "breakpoints", () -> new BreakpointsView(desk.calls(), this));
        add(bottom, "world", () -> new WorldView(desk.calls()));
        add(bottom, "tests", () -> new TestsView(desk.tests(), this));
        add(bottom, "replay", () -> new ReplayView(desk.replays()));
    }

    private static void add(BottomPanels bottom, String id, Supplier<? extends Node> view) {
        bottom.add(id, TEXTS.get("panel." + id), view);
    }

    /// Begins to show calls in the drawings, once the session has its parts.
    void begin() {
        desk.addOverlayListener(this::changed);
    }

    boolean isPhoneShown() {
        return side.isPhoneShown();
    }

    void showPhone(boolean wanted) {
        side.showPhone(wanted);
    }

    /// Something was selected in a drawing: who is not on the phone wants to see what it is.
    void selected() {
        if (!desk.calls().state().isUp()) {
            showPhone(false);
        }
    }

    /// Calls the flow that the phone is set up for, or hangs up.
    void callOrHangUp() {
        showPhone(true);
        phone.get().callOrHangUp();
    }

    void toggle(Breakpoint breakpoint) {
        desk.calls().toggle(breakpoint);
    }

    /// Sets the breakpoint, if it is not, and lets its condition be written.
    void editCondition(Breakpoint breakpoint) {
        desk.calls().set(breakpoint);
        if (session.showPanel("breakpoints") instanceof BreakpointsView view) {
            view.editCondition(breakpoint);
        }
    }

    private void changed() {
        Place place = desk.place();
        String flow = place == null ? null : place.flow();
        if (flow != null && !flow.equals(followed == null ? null : followed.flow())) {
            session.openFlow(flow);
        }
        showInDrawings();
        if (place != null && !place.equals(followed)) {
            session.canvas().filter(canvas -> canvas.editor().flow().equals(place.flow()))
                    .ifPresent(canvas -> canvas.reveal(place.node()));
        }
        followed = place;
        boolean up = desk.calls().state().isUp();
        if (up != wasUp) {
            wasUp = up;
            session.frame().refresh();
        }
    }

    void showInDrawings() {
        CallOverlay overlay = desk.overlay();
        for (FlowTab tab : session.tabs().all()) {
            tab.canvas().ifPresent(canvas -> {
                CanvasOverlay shown = of(overlay.of(tab.flow()));
                if (!shown.equals(canvas.overlay())) {
                    canvas.setOverlay(shown);
                }
            });
        }
    }

    private static CanvasOverlay of(CallOverlay.OfFlow flow) {
        return new CanvasOverlay(flow.currentNode(), flow.taken(), flow.lastTaken(), flow.breakpoints(),
                flow.exitBreakpoints(), flow.coverage(), flow.showCoverage());
    }

    @Override
    public void showNode(String flow, String node) {
        session.reveal(flow, node, null);
    }

    @Override
    public void showProblem(Problem problem) {
        session.goTo(problem);
    }

    void close() {
        desk.close();
    }
}
