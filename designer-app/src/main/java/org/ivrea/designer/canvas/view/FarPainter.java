package org.ivrea.designer.canvas.view;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Paint;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
import org.ivrea.designer.canvas.geometry.Bounds;
import org.ivrea.designer.canvas.model.Box;
import org.ivrea.designer.canvas.model.Graph;
import org.jspecify.annotations.Nullable;

/// Paints boxes that are too small to be read as shapes, with their titles as long as there is room.
final class FarPainter {
    private static final double TITLES_FROM = 0.24;
    private static final double SHAPES_FROM = 0.12;
    private static final double TITLE_ON_SCREEN = 9.5;
    private static final double ROUND = 24;

    private final Graph graph;
    private final Inks inks;
    private final TextFitter texts;

    FarPainter(Graph graph, Inks inks, TextFitter texts) {
        this.graph = graph;
        this.inks = inks;
        this.texts = texts;
    }

    void paintGroups(GraphicsContext gc, Bounds area, double scale) {
        graph.forEachBoxIn(area, box -> {
            if (box.node().isGroup()) {
                Paint paint = inks.paint(Ink.of(box.node()));
                Bounds at = box.bounds();
                gc.setGlobalAlpha(0.14);
                gc.setFill(paint);
                gc.fillRect(at.x(), at.y(), at.width(), at.height());
                gc.setGlobalAlpha(1);
                gc.setStroke(paint);
                gc.setLineWidth(1 / scale);
                gc.strokeRect(at.x(), at.y(), at.width(), at.height());
            }
        });
    }

    void paintBoxes(GraphicsContext gc, Bounds area, double scale, Emphasis emphasis, CallMarks marks) {
        List<Box> boxes = new ArrayList<>();
        graph.forEachBoxIn(area, box -> {
            if (!box.node().isGroup()) {
                boxes.add(box);
            }
        });
        if (scale < SHAPES_FROM) {
            boxes.forEach(box -> dot(gc, box, scale, emphasis, marks));
            return;
        }
        gc.setLineWidth(1 / scale);
        boxes.forEach(box -> shape(gc, box, scale, emphasis, marks));
        if (scale >= TITLES_FROM) {
            titles(gc, boxes, scale);
        }
    }

    private void dot(GraphicsContext gc, Box box, double scale, Emphasis emphasis, CallMarks marks) {
        Bounds at = box.bounds();
        Ink ring = ring(box, emphasis, marks);
        if (ring != null) {
            gc.setFill(inks.paint(ring));
            double by = 2.5 / scale;
            gc.fillRect(at.x() - by, at.y() - by, at.width() + 2 * by, at.height() + 2 * by);
        }
        gc.setFill(inks.paint(Ink.of(box.node())));
        gc.fillRect(at.x(), at.y(), at.width(), at.height());
    }

    private void shape(GraphicsContext gc, Box box, double scale, Emphasis emphasis, CallMarks marks) {
        Bounds at = box.bounds();
        Paint color = inks.paint(Ink.of(box.node()));
        Ink ring = ring(box, emphasis, marks);
        gc.setGlobalAlpha(box.node().disabled() ? 0.5 : 1);
        if (box.node().isComment()) {
            gc.setFill(color);
            gc.fillRect(at.x(), at.y(), at.width(), at.height());
        } else {
            gc.setFill(inks.paint(Ink.BOX));
            gc.fillRoundRect(at.x(), at.y(), at.width(), at.height(), ROUND, ROUND);
            gc.setFill(color);
            gc.fillRoundRect(at.x(), at.y(), 14, at.height(), ROUND / 2, ROUND / 2);
        }
        gc.setStroke(inks.paint(ring == null ? Ink.BORDER : ring));
        gc.setLineWidth((ring == null ? 1 : 2.5) / scale);
        gc.strokeRoundRect(at.x(), at.y(), at.width(), at.height(), ROUND, ROUND);
        gc.setGlobalAlpha(1);
        if (box.node().badge() != null && !box.node().annotation()) {
            gc.setFill(inks.paint(box.node().problems().getFirst().isError() ? Ink.DANGER : Ink.WARNING));
            gc.fillOval(at.maxX() - 34, at.y() + 8, 26, 26);
        }
    }

    private static @Nullable Ink ring(Box box, Emphasis emphasis, CallMarks marks) {
        if (box.id().equals(marks.current())) {
            return Ink.LIVE;
        }
        if (emphasis.selection().hasNode(box.id()) || box.id().equals(emphasis.target())) {
            return Ink.ACTIVE;
        }
        return switch (marks.changes().get(box.id())) {
            case ADDED -> Ink.LIVE;
            case CHANGED -> Ink.WARNING;
            case REMOVED -> Ink.DANGER;
            case null -> null;
        };
    }

    private void titles(GraphicsContext gc, List<Box> boxes, double scale) {
        Font font = texts.font(FontWeight.BOLD, TITLE_ON_SCREEN / scale);
        gc.setFont(font);
        gc.setTextBaseline(VPos.TOP);
        gc.setFill(inks.paint(Ink.TEXT));
        double line = font.getSize() * 1.25;
        for (Box box : boxes) {
            Bounds at = box.bounds();
            String title = box.node().title().isEmpty() ? box.node().summary() : box.node().title();
            int room = Math.max(1, (int) ((at.height() - 12) / line));
            List<String> lines = texts.wrap(title, font, at.width() - 34, Math.min(room, 3));
            double y = at.y() + Math.max(4, (at.height() - lines.size() * line) / 2);
            for (String text : lines) {
                gc.fillText(text, at.x() + 24, y);
                y += line;
            }
        }
    }
}
