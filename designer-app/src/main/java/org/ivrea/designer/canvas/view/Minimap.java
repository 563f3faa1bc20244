package org.ivrea.designer.canvas.view;

import javafx.animation.PauseTransition;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;
import javafx.util.Duration;
import org.ivrea.designer.canvas.geometry.Bounds;
import org.ivrea.designer.canvas.model.Box;
import org.ivrea.designer.canvas.model.Graph;
import org.ivrea.designer.i18n.Messages;
import org.jspecify.annotations.Nullable;

/// The whole flow in small, with the part that is seen. A click or drag goes there.
public final class Minimap extends Region {
    public static final double WIDTH = 168;
    public static final double HEIGHT = 104;

    private static final double PADDING = 8;
    /// It fades, unless the pointer is on it.
    private static final PseudoClass COVERING = PseudoClass.getPseudoClass("covering");

    private final Graph graph;
    private final Viewport viewport;
    private final Inks inks;
    private final Canvas canvas = new Canvas(WIDTH - 2, HEIGHT - 2);
    private final Rectangle seen = new Rectangle();
    private final PauseTransition soon = new PauseTransition(Duration.millis(120));
    private boolean stale = true;
    private double scale = 1;
    private double left;
    private double top;

    Minimap(Graph graph, Viewport viewport, Inks inks) {
        this.graph = graph;
        this.viewport = viewport;
        this.inks = inks;
        setId("minimap");
        getStyleClass().add("minimap");
        setManaged(false);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setAccessibleText(Messages.of(Minimap.class).get("minimap"));
        seen.getStyleClass().add("minimap-seen");
        seen.setManaged(false);
        canvas.setManaged(false);
        canvas.relocate(1, 1);
        var clip = new Rectangle(WIDTH, HEIGHT);
        setClip(clip);
        getChildren().addAll(canvas, seen);
        soon.setOnFinished(_ -> paintAnew());
        viewport.addListener(this::requestLayout);
        addEventHandler(MouseEvent.MOUSE_PRESSED, this::go);
        addEventHandler(MouseEvent.MOUSE_DRAGGED, this::go);
    }

    /// Paints anew, soon: while something changes again and again, it is not worth it.
    void repaint() {
        if (stale) {
            requestLayout();
        } else {
            soon.playFromStart();
        }
    }

    private void paintAnew() {
        stale = true;
        requestLayout();
    }

    private void go(MouseEvent event) {
        if (event.getButton() == MouseButton.PRIMARY) {
            viewport.centreOn(left + (event.getX() - 1) / scale, top + (event.getY() - 1) / scale);
        }
        event.consume();
    }

    @Override
    protected void layoutChildren() {
        if (stale) {
            stale = false;
            paint(graph.extent());
        }
        pseudoClassStateChanged(COVERING, isCovering());
        Bounds visible = viewport.visible();
        double x = Math.clamp((visible.x() - left) * scale, 1, WIDTH - 5);
        double y = Math.clamp((visible.y() - top) * scale, 1, HEIGHT - 5);
        seen.setX(x + 0.5);
        seen.setY(y + 0.5);
        seen.setWidth(Math.max(3, Math.min(WIDTH - 3, (visible.maxX() - left) * scale) - x));
        seen.setHeight(Math.max(3, Math.min(HEIGHT - 3, (visible.maxY() - top) * scale) - y));
    }

    /// True when a box lies below it.
    private boolean isCovering() {
        var place = new Bounds(viewport.worldX(getLayoutX()), viewport.worldY(getLayoutY()), WIDTH / viewport.scale(),
                HEIGHT / viewport.scale());
        return graph.boxesIn(place).stream().anyMatch(box -> !box.node().isGroup());
    }

    private void paint(@Nullable Bounds extent) {
        GraphicsContext gc = canvas.getGraphicsContext2D();
        gc.clearRect(0, 0, canvas.getWidth(), canvas.getHeight());
        if (extent == null) {
            return;
        }
        scale = Math.min((WIDTH - 2 * PADDING) / Math.max(extent.width(), 600),
                (HEIGHT - 2 * PADDING) / Math.max(extent.height(), 400));
        left = extent.centreX() - WIDTH / 2 / scale;
        top = extent.centreY() - HEIGHT / 2 / scale;
        for (Box box : graph.boxes()) {
            Bounds at = box.bounds();
            gc.setFill(inks.paint(box.node().annotation() ? Ink.of(box.node()) : Ink.EDGE));
            gc.setGlobalAlpha(box.node().isGroup() ? 0.25 : 0.6);
            gc.fillRect((at.x() - left) * scale, (at.y() - top) * scale, Math.max(1.2, at.width() * scale),
                    Math.max(1.2, at.height() * scale));
        }
        gc.setGlobalAlpha(1);
    }
}
