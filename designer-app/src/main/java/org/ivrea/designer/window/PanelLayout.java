package org.ivrea.designer.window;

import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.ivrea.designer.settings.PanelPlaces;

/// Palette at the left, the flows in the middle with panels below, inspector at the right: each of them can be resized,
/// closed and opened again at its size.
final class PanelLayout extends StackPane {
    private static final double SMALLEST = 160;

    private final Region palette;
    private final Region inspector;
    private final Region bottom;
    private final SplitPane columns = new SplitPane();
    private final SplitPane middle = new SplitPane();
    private PanelPlaces places;
    private boolean placed;

    PanelLayout(Region palette, Region flows, Region bottom, Region inspector, PanelPlaces places) {
        this.palette = palette;
        this.inspector = inspector;
        this.bottom = bottom;
        this.places = places;
        middle.setOrientation(Orientation.VERTICAL);
        middle.getItems().add(flows);
        columns.getItems().add(middle);
        columns.getStyleClass().add("panels");
        middle.getStyleClass().add("panels");
        for (Region panel : new Region[] {palette, inspector, bottom}) {
            SplitPane.setResizableWithParent(panel, false);
        }
        palette.setMinWidth(SMALLEST);
        inspector.setMinWidth(SMALLEST + 60);
        bottom.setMinHeight(80);
        getChildren().add(columns);
        arrange();
    }

    /// Where the panels are now.
    PanelPlaces places() {
        measure();
        return places;
    }

    boolean isPaletteOpen() {
        return places.palette();
    }

    boolean isInspectorOpen() {
        return places.inspector();
    }

    boolean isBottomOpen() {
        return places.bottom();
    }

    void showPalette(boolean open) {
        measure();
        places = places.withPalette(open, places.paletteWidth());
        arrange();
    }

    void showInspector(boolean open) {
        measure();
        places = places.withInspector(open, places.inspectorWidth());
        arrange();
    }

    void showBottom(boolean open) {
        measure();
        places = places.withBottom(open, places.bottomHeight());
        arrange();
    }

    private void measure() {
        if (!placed) {
            return;
        }
        if (columns.getItems().contains(palette) && palette.getWidth() > 0) {
            places = places.withPalette(places.palette(), (int) Math.round(palette.getWidth()));
        }
        if (columns.getItems().contains(inspector) && inspector.getWidth() > 0) {
            places = places.withInspector(places.inspector(), (int) Math.round(inspector.getWidth()));
        }
        if (middle.getItems().contains(bottom) && bottom.getHeight() > 0) {
            places = places.withBottom(places.bottom(), (int) Math.round(bottom.getHeight()));
        }
    }

    private void arrange() {
        include(columns, palette, places.palette(), 0);
        include(columns, inspector, places.inspector(), columns.getItems().size());
        include(middle, bottom, places.bottom(), 1);
        placed = false;
        requestLayout();
    }

    private static void include(SplitPane pane, Node panel, boolean open, int at) {
        if (open && !pane.getItems().contains(panel)) {
            pane.getItems().add(Math.min(at, pane.getItems().size()), panel);
        } else if (!open) {
            pane.getItems().remove(panel);
        }
    }

    @Override
    protected void layoutChildren() {
        super.layoutChildren();
        if (!placed && getWidth() > 0 && getHeight() > 0) {
            placed = true;
            double width = getWidth();
            int divider = 0;
            if (places.palette()) {
                columns.setDividerPosition(divider++, places.paletteWidth() / width);
            }
            if (places.inspector()) {
                columns.setDividerPosition(divider, 1 - places.inspectorWidth() / width);
            }
            if (places.bottom()) {
                middle.setDividerPosition(0, 1 - places.bottomHeight() / getHeight());
            }
        }
    }
}
