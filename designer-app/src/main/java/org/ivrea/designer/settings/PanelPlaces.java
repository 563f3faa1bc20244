package org.ivrea.designer.settings;

/// How the panels of the window stand: sizes in pixels, and which are open.
public record PanelPlaces(int paletteWidth, boolean palette, int inspectorWidth, boolean inspector, int bottomHeight,
        boolean bottom) {

    public static final PanelPlaces USUAL = new PanelPlaces(232, true, 324, true, 220, true);

    public PanelPlaces withPalette(boolean open, int width) {
        return new PanelPlaces(width, open, inspectorWidth, inspector, bottomHeight, bottom);
    }

    public PanelPlaces withInspector(boolean open, int width) {
        return new PanelPlaces(paletteWidth, palette, width, open, bottomHeight, bottom);
    }

    public PanelPlaces withBottom(boolean open, int height) {
        return new PanelPlaces(paletteWidth, palette, inspectorWidth, inspector, height, open);
    }
}
