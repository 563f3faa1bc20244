package org.ivrea.designer.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import javafx.application.Platform;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.BorderPane;
import javafx.stage.Stage;
import org.ivrea.designer.canvas.FlowCanvas;
import org.ivrea.designer.edit.FlowEditor;
import org.ivrea.designer.edit.Nodes;
import org.ivrea.designer.edit.Selection;
import org.ivrea.designer.theme.Theme;
import org.ivrea.engine.spec.NodeRegistry;
import org.ivrea.flow.codec.FlowCodec;
import org.ivrea.flow.json.JsonLimits;

/// Measures the canvas with flows of growing size. Run it by `designer-app/benchmarks/run`.
public final class CanvasBenchmark {
    private static final double WIDTH = 1000;
    private static final double HEIGHT = 900;
    private static final int FRAMES = 200;
    private static final JsonLimits LIMITS = new JsonLimits(256 << 20, 64, 10_000_000, 1 << 20, 1_000, 999);

    private final NodeRegistry registry = NodeRegistry.load();
    private final FlowCodec codec = new FlowCodec(registry, LIMITS);
    private final Stage stage;

    private CanvasBenchmark(Stage stage) {
        this.stage = stage;
    }

    public static void main(String[] arguments) {
        List<Integer> sizes = new ArrayList<>();
        for (String argument : arguments) {
            sizes.add(Integer.valueOf(argument));
        }
        var started = new CompletableFuture<Stage>();
        Platform.startup(() -> {
            Theme.LIGHT.apply();
            var stage = new Stage();
            stage.setX(0);
            stage.setY(0);
            stage.setScene(new Scene(new BorderPane(), WIDTH, HEIGHT));
            stage.show();
            started.complete(stage);
        });
        try {
            measure(new CanvasBenchmark(started.join()), sizes);
        } finally {
            Platform.exit();
        }
    }

    private static void measure(CanvasBenchmark benchmark, List<Integer> sizes) {
        benchmark.run(100); // the classes are loaded and compiled then
        System.out.println(
                "nodes | open ms | pan 1:1 | pan fitted | zoom 1-0.2-1 | drag 100 | undo ms | edit ms | heap MB");
        for (int size : sizes.isEmpty() ? List.of(100, 1_000, 5_000, 20_000) : sizes) {
            System.out.println(benchmark.run(size));
        }
    }

    private String run(int size) {
        byte[] file = codec.write(GridFlow.of(size));
        System.gc();
        var opened = new CompletableFuture<FlowCanvas>();
        double open = Frames.untilDrawn(() -> {
            var document = Objects.requireNonNull(codec.read(file, "grid").value());
            var canvas = new FlowCanvas(new FlowEditor("grid", document), () -> registry);
            stage.getScene().setRoot(canvas);
            opened.complete(canvas);
        });
        FlowCanvas canvas = opened.join();
        int columns = GridFlow.columns(size);
        String middle = GridFlow.id(Math.min(size - 1, columns / 2 * columns + columns / 2));
        on(() -> {
            canvas.zoomTo(1);
            canvas.reveal(middle);
        });
        Frames.Times pan = Frames.measure(FRAMES, frame -> scroll(canvas, sweep(frame, 12), sweep(frame, 7), false));
        Frames.Times zoom = Frames.measure(FRAMES,
                frame -> scroll(canvas, 0, frame / 50 % 2 == 0 ? -18 : 18, true));
        on(() -> canvas.zoomTo(1));
        on(() -> canvas.reveal(middle));
        Frames.Times drag = drag(canvas, size);
        double undo = Frames.untilDrawn(canvas.editor()::undo);
        double edit = Frames.untilDrawn(
                () -> canvas.editor().apply(Nodes.label(canvas.editor().document(), middle, "Another title")));
        on(canvas::fit);
        Frames.Times fitted = Frames.measure(FRAMES, frame -> scroll(canvas, sweep(frame, 6), sweep(frame, 4), false));
        System.gc();
        long heap = (Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory()) >> 20;
        on(() -> {
            canvas.close();
            stage.getScene().setRoot(new BorderPane());
        });
        return "%d | %.0f | %s | %s | %s | %s | %.0f | %.0f | %d".formatted(size, open, pan, fitted, zoom, drag, undo,
                edit, heap);
    }

    /// There and back again.
    private static double sweep(int frame, double step) {
        return frame / 100 % 2 == 0 ? -step : step;
    }

    /// Up to a hundred boxes around the middle of the view, by one of them.
    private static Frames.Times drag(FlowCanvas canvas, int size) {
        int columns = GridFlow.columns(size);
        int first = Math.max(0, columns / 2 - 5);
        List<String> ids = new ArrayList<>();
        for (int row = first; row < Math.min(first + 10, columns); row++) {
            for (int column = first; column < Math.min(first + 10, columns); column++) {
                ids.add(GridFlow.id(row * columns + column));
            }
        }
        on(() -> canvas.editor().select(Selection.ofNodes(ids)));
        Node view = canvas.lookup(".graph-view");
        double[] at = new double[2];
        on(() -> {
            ((Parent) view).layout();
            Node box = Objects.requireNonNull(canvas.lookup("#node-" + ids.get(ids.size() / 2 + 5)));
            var bounds = view.sceneToLocal(box.localToScene(box.getBoundsInLocal()));
            at[0] = bounds.getMinX() + 100;
            at[1] = bounds.getMinY() + 30;
            fire(view, MouseEvent.MOUSE_PRESSED, at[0], at[1]);
        });
        Frames.Times times = Frames.measure(FRAMES, frame -> {
            at[0] += sweep(frame, -3) / 2;
            at[1] += sweep(frame, -2) / 2;
            fire(view, MouseEvent.MOUSE_DRAGGED, at[0], at[1]);
        });
        on(() -> fire(view, MouseEvent.MOUSE_RELEASED, at[0], at[1]));
        return times;
    }

    private static void scroll(FlowCanvas canvas, double dx, double dy, boolean zoom) {
        Event.fireEvent(canvas.lookup(".graph-view"), new ScrollEvent(ScrollEvent.SCROLL, WIDTH / 2, HEIGHT / 2,
                WIDTH / 2, HEIGHT / 2, false, zoom, false, false, false, false, dx, dy, dx, dy,
                ScrollEvent.HorizontalTextScrollUnits.NONE, 0, ScrollEvent.VerticalTextScrollUnits.NONE, 0, 0, null));
    }

    private static void fire(Node node, EventType<MouseEvent> type, double x, double y) {
        Event.fireEvent(node, new MouseEvent(type, x, y, x, y, MouseButton.PRIMARY, 1, false, false, false, false,
                true, false, false, false, false, false, null));
    }

    private static void on(Runnable action) {
        var done = new CompletableFuture<Void>();
        Platform.runLater(() -> {
            try {
                action.run();
                done.complete(null);
            } catch (RuntimeException e) {
                done.completeExceptionally(e);
            }
        });
        done.join();
    }
}
