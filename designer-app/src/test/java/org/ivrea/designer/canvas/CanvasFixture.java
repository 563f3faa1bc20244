package org.ivrea.designer.canvas;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.stage.Stage;
import org.ivrea.designer.canvas.model.Box;
import org.ivrea.designer.edit.ExitRef;
import org.ivrea.designer.edit.FlowEditor;
import org.ivrea.designer.edit.Selection;
import org.ivrea.designer.theme.Theme;
import org.ivrea.engine.spec.NodeRegistry;
import org.ivrea.flow.document.FlowDocument;
import org.ivrea.flow.document.LayoutEntry;
import org.ivrea.flow.document.NodeDocument;
import org.ivrea.flow.json.Json;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/// A window with a canvas at actual size, and a flow of four nodes on it: `welcome` leads to `menu`, whose exit `sales`
/// leads to `bye`; nothing leads to `loose`.
abstract class CanvasFixture {
    static final NodeRegistry REGISTRY = NodeRegistry.load();
    static final double WIDTH = 1000;
    static final double HEIGHT = 760;

    final List<String> opened = new ArrayList<>();
    final List<String> fields = new ArrayList<>();
    final List<String> breakpoints = new ArrayList<>();
    final List<ExitRef> exitBreakpoints = new ArrayList<>();
    final List<String> conditions = new ArrayList<>();
    FlowEditor editor = new FlowEditor("test", flow());
    private @Nullable FlowCanvas shown;
    FxRobot robot = new FxRobot();

    FlowCanvas canvas() {
        return Objects.requireNonNull(shown);
    }

    FlowDocument flow() {
        return FlowDocument.empty("Test")
                .withNode("welcome", NodeDocument.of("play").withLabel("Welcome").withExit("next", "menu"))
                .withNode("menu", NodeDocument.of("menu").withLabel("Main menu").withField("choices", Json.arr(List.of(
                        choice("1", "sales"), choice("2", "support"))))
                        .withExit("sales", "bye").withExit("support", null).withExit("timeout", null)
                        .withExit("invalid", null))
                .withNode("bye", NodeDocument.of("hangup").withLabel("Goodbye"))
                .withNode("loose", NodeDocument.of("play").withLabel("Loose").withExit("next", null))
                .withStart("welcome")
                .withLayout("welcome", new LayoutEntry(40, 60))
                .withLayout("menu", new LayoutEntry(360, 60))
                .withLayout("bye", new LayoutEntry(700, 60))
                .withLayout("loose", new LayoutEntry(360, 420));
    }

    static Json choice(String keys, String exit) {
        return Json.obj("keys", Json.of(keys), "exit", Json.of(exit));
    }

    CanvasContext context() {
        return new CanvasContext() {
            @Override
            public NodeRegistry registry() {
                return REGISTRY;
            }

            @Override
            public void openFlow(String flow) {
                opened.add(flow);
            }

            @Override
            public void editFields(String nodeId) {
                fields.add(nodeId);
            }

            @Override
            public void toggleBreakpoint(String nodeId) {
                breakpoints.add(nodeId);
            }

            @Override
            public void toggleBreakpoint(ExitRef exit) {
                exitBreakpoints.add(exit);
            }

            @Override
            public void editBreakpoint(String nodeId, @Nullable String exit) {
                conditions.add(nodeId + "." + exit);
            }
        };
    }

    @BeforeEach
    void start() throws TimeoutException {
        FxToolkit.registerPrimaryStage();
        FxToolkit.setupStage(this::show);
        settle();
    }

    private void show(Stage stage) {
        Theme.LIGHT.apply();
        editor = new FlowEditor("test", flow());
        shown = new FlowCanvas(editor, context());
        stage.setScene(new Scene(canvas(), WIDTH, HEIGHT));
        stage.setX(0);
        stage.setY(0);
        stage.show();
        canvas().layout();
        canvas().zoomTo(1);
        canvas().view().viewport().panBy(-canvas().view().viewport().translateX(),
                -canvas().view().viewport().translateY());
        canvas().requestFocus();
    }

    @AfterEach
    void stop() throws TimeoutException {
        robot.release(MouseButton.PRIMARY, MouseButton.MIDDLE);
        robot.interact(canvas()::close);
        FxToolkit.cleanupStages();
    }

    /// A place of the world on the screen.
    Point2D at(double x, double y) {
        var viewport = canvas().view().viewport();
        return canvas().view().localToScreen(viewport.viewX(x), viewport.viewY(y));
    }

    /// The title of a box.
    Point2D title(String id) {
        Box box = box(id);
        return at(box.bounds().x() + 90, box.bounds().y() + 19);
    }

    Point2D port(String id, String exit) {
        Box box = box(id);
        int row = box.node().exits().indexOf(Objects.requireNonNull(box.node().exit(exit)));
        return at(box.portX(), box.portY(row));
    }

    Box box(String id) {
        return Objects.requireNonNull(canvas().view().graph().box(id), id);
    }

    /// Moves in steps, as a hand does.
    void drag(Point2D from, Point2D to, MouseButton button) {
        robot.moveTo(from).press(button);
        robot.moveTo(from.midpoint(to)).moveTo(to).release(button);
        settle();
    }

    void drag(Point2D from, Point2D to) {
        drag(from, to, MouseButton.PRIMARY);
    }

    /// A drag, or a click where both places are the same, with modifier keys held. The robot of a headless platform does
    /// not tell mouse events of them.
    void dragHolding(KeyCode modifier, Point2D from, Point2D to) {
        robot.interact(() -> {
            fire(MouseEvent.MOUSE_PRESSED, modifier, from);
            if (!from.equals(to)) {
                fire(MouseEvent.MOUSE_DRAGGED, modifier, from.midpoint(to));
                fire(MouseEvent.MOUSE_DRAGGED, modifier, to);
            }
            fire(MouseEvent.MOUSE_RELEASED, modifier, to);
        });
        settle();
    }

    private void fire(EventType<MouseEvent> type, KeyCode modifier, Point2D screen) {
        Point2D local = canvas().view().screenToLocal(screen);
        Event.fireEvent(canvas().view(), new MouseEvent(type, local.getX(), local.getY(), screen.getX(), screen.getY(),
                MouseButton.PRIMARY, 1, modifier == KeyCode.SHIFT, modifier == KeyCode.CONTROL,
                modifier == KeyCode.ALT, false, true, false, false, false, false, true, null));
    }

    void scrollHolding(KeyCode modifier, Point2D screen, double delta) {
        Point2D local = canvas().view().screenToLocal(screen);
        robot.interact(() -> Event.fireEvent(canvas().view(), new ScrollEvent(ScrollEvent.SCROLL, local.getX(),
                local.getY(), screen.getX(), screen.getY(), modifier == KeyCode.SHIFT, modifier == KeyCode.CONTROL,
                false, false, false, false, 0, delta, 0, delta, ScrollEvent.HorizontalTextScrollUnits.NONE, 0,
                ScrollEvent.VerticalTextScrollUnits.NONE, 0, 0, null)));
        settle();
    }

    void select(String... ids) {
        robot.interact(() -> editor.select(Selection.ofNodes(List.of(ids))));
    }

    Node find(String id) {
        return robot.lookup("#" + id).query();
    }

    void settle() {
        WaitForAsyncUtils.waitForFxEvents();
    }

    static void await(BooleanSupplier condition) {
        try {
            WaitForAsyncUtils.waitFor(10, TimeUnit.SECONDS, condition::getAsBoolean);
        } catch (TimeoutException e) {
            throw new AssertionError("did not come about within 10 s", e);
        }
    }

    NodeDocument document(String id) {
        return Objects.requireNonNull(editor.document().node(id), id);
    }

    LayoutEntry place(String id) {
        return Objects.requireNonNull(editor.document().layout().get(id), id);
    }
}
