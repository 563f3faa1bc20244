package org.ivrea.designer.canvas.view;

import javafx.scene.canvas.GraphicsContext;
import org.ivrea.designer.canvas.geometry.Bounds;

/// Paints the dots of the grid, of which there are fewer the farther away they are.
final class GridPainter {
    private static final double STEP = 20;
    private static final double CLOSEST = 14;
    private static final double DOT = 1.6;

    private final Inks inks;

    GridPainter(Inks inks) {
        this.inks = inks;
    }

    void paint(GraphicsContext gc, Bounds area, double scale) {
        double step = STEP;
        while (step * scale < CLOSEST) {
            step *= 2;
        }
        if (scale < 0.1) {
            return;
        }
        gc.setFill(inks.paint(Ink.GRID));
        double size = DOT / scale;
        for (double x = Math.floor(area.x() / step) * step; x <= area.maxX(); x += step) {
            for (double y = Math.floor(area.y() / step) * step; y <= area.maxY(); y += step) {
                gc.fillRect(x - size / 2, y - size / 2, size, size);
            }
        }
    }
}
