package org.ivrea.designer.canvas;

import javafx.geometry.Insets;
import org.ivrea.designer.canvas.geometry.Bounds;
import org.ivrea.designer.canvas.view.GraphView;
import org.ivrea.designer.canvas.view.Minimap;
import org.ivrea.designer.canvas.view.Viewport;

/// Shows an area as large as it can be, with no box below the map.
final class Fitting {
    /// Around the area. The zoom control finds room in it.
    private static final double ROOM = 48;
    private static final double BESIDE_MAP = 2 * FlowCanvas.HUD;

    /// Where a place may come to lie, as parts of the height; the best first.
    private static final double[] HEIGHTS = {0.5, 0.4, 0.6, 0.3, 0.7, 0.25};

    private final GraphView view;
    private final Viewport viewport;

    Fitting(GraphView view) {
        this.view = view;
        this.viewport = view.viewport();
    }

    void fit(Bounds area) {
        viewport.fit(area, new Insets(ROOM), 1);
        if (!view.minimap().isVisible() || !isBelowMap()) {
            return;
        }
        Insets above = new Insets(ROOM, ROOM, Minimap.HEIGHT + BESIDE_MAP, ROOM);
        Insets beside = new Insets(ROOM, Minimap.WIDTH + BESIDE_MAP, ROOM, ROOM);
        viewport.fit(area, viewport.scaleToFit(area, above, 1) >= viewport.scaleToFit(area, beside, 1)
                ? above
                : beside, 1);
    }

    /// Shows a place at actual size, at the left and about in the middle: so high or low that no box is below the map.
    void begin(double left, double middle) {
        viewport.zoomAt(0, 0, 1);
        double centre = left - ROOM + viewport.width() / 2;
        for (double part : HEIGHTS) {
            viewport.centreOn(centre, middle + (0.5 - part) * viewport.height());
            if (!view.minimap().isVisible() || !isBelowMap()) {
                return;
            }
        }
        // There the map fades.
        viewport.centreOn(centre, middle);
    }

    private boolean isBelowMap() {
        double left = viewport.width() - Minimap.WIDTH - BESIDE_MAP;
        double top = viewport.height() - Minimap.HEIGHT - BESIDE_MAP;
        var map = new Bounds(viewport.worldX(left), viewport.worldY(top), (viewport.width() - left) / viewport.scale(),
                (viewport.height() - top) / viewport.scale());
        return view.graph().boxesIn(map).stream().anyMatch(box -> !box.node().isGroup());
    }
}
