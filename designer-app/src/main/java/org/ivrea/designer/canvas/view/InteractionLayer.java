package org.ivrea.designer.canvas.view;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Group;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Line;
import javafx.scene.shape.Path;
import javafx.scene.shape.Rectangle;
import javafx.scene.transform.Affine;
import org.ivrea.designer.canvas.geometry.Bounds;
import org.ivrea.designer.canvas.route.Ends;
import org.ivrea.designer.canvas.route.Router;
import org.jspecify.annotations.Nullable;

/// What gestures draw above the boxes while they go on. In world coordinates; lines stay as thin as they are on screen.
public final class InteractionLayer extends Group {
    private final Affine transform = new Affine();
    private final Rectangle marquee = new Rectangle();
    private final Path wire = new Path();
    private final Circle wireEnd = new Circle(4);
    private final List<Line> guides = new ArrayList<>();
    private final List<Rectangle> ghosts = new ArrayList<>();
    private double scale = 1;

    /// A line along which boxes are aligned.
    public record Guide(double x1, double y1, double x2, double y2) {}

    InteractionLayer() {
        setManaged(false);
        setAutoSizeChildren(false);
        setMouseTransparent(true);
        getTransforms().add(transform);
        marquee.getStyleClass().add("marquee");
        marquee.setId("marquee");
        wire.getStyleClass().add("wire");
        wire.setId("wire");
        wireEnd.getStyleClass().add("wire-end");
        clear();
        getChildren().addAll(marquee, wire, wireEnd);
    }

    void move(Viewport viewport) {
        transform.setToTransform(viewport.scale(), 0, viewport.translateX(), 0, viewport.scale(),
                viewport.translateY());
        scale = viewport.scale();
        marquee.setStrokeWidth(1 / scale);
        wire.setStrokeWidth(Math.max(2, 1.2 / scale));
        guides.forEach(line -> line.setStrokeWidth(1 / scale));
    }

    public void showMarquee(Bounds area) {
        place(marquee, area);
        marquee.setVisible(true);
    }

    /// An edge that leads from an exit to a place where there is no box.
    public void showWire(double x1, double y1, double x2, double y2, Bounds from) {
        showWire(new Ends(x1, y1, x2, y2, from, new Bounds(x2, y2, 0, 0), 0));
    }

    public void showWire(Ends ends) {
        wire.getElements().setAll(RoutePath.of(Router.draft(ends)));
        wire.setVisible(true);
        wireEnd.setCenterX(ends.x2());
        wireEnd.setCenterY(ends.y2());
        wireEnd.setVisible(true);
    }

    public void showGuides(List<Guide> lines) {
        while (guides.size() < lines.size()) {
            var line = new Line();
            line.getStyleClass().add("guide");
            guides.add(line);
            getChildren().add(line);
        }
        for (int at = 0; at < guides.size(); at++) {
            Line line = guides.get(at);
            line.setVisible(at < lines.size());
            if (at < lines.size()) {
                Guide guide = lines.get(at);
                line.setStartX(guide.x1());
                line.setStartY(guide.y1());
                line.setEndX(guide.x2());
                line.setEndY(guide.y2());
                line.setStrokeWidth(1 / scale);
            }
        }
    }

    /// Where boxes would be put.
    public void showGhosts(List<Bounds> places) {
        while (ghosts.size() < places.size()) {
            var ghost = new Rectangle();
            ghost.getStyleClass().add("ghost");
            ghost.setArcWidth(16);
            ghost.setArcHeight(16);
            ghosts.add(ghost);
            getChildren().add(ghost);
        }
        for (int at = 0; at < ghosts.size(); at++) {
            ghosts.get(at).setVisible(at < places.size());
            if (at < places.size()) {
                place(ghosts.get(at), places.get(at));
            }
        }
    }

    public void clear() {
        marquee.setVisible(false);
        wire.setVisible(false);
        wireEnd.setVisible(false);
        showGuides(List.of());
        showGhosts(List.of());
    }

    private static void place(Rectangle rectangle, @Nullable Bounds at) {
        if (at != null) {
            rectangle.setX(at.x());
            rectangle.setY(at.y());
            rectangle.setWidth(at.width());
            rectangle.setHeight(at.height());
        }
    }
}
