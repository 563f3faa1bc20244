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

    private boolean isBelowMap() {
        double left = viewport.width() - Minimap.WIDTH - BESIDE_MAP;
        double top = viewport.height() - Minimap.HEIGHT - BESIDE_MAP;
        var map = new Bounds(viewport.worldX(left), viewport.worldY(top), (viewport.width() - left) / viewport.scale(),
                (viewport.height() - top) / viewport.scale());
        return view.graph().boxesIn(map).stream().anyMatch(box -> !box.node().isGroup());
    }
}
