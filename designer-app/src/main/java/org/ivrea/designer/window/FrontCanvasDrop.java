package org.ivrea.designer.window;

import org.ivrea.designer.canvas.FlowCanvas;
import org.ivrea.designer.palette.NodeDrop;

/// Puts nodes from the palette onto the canvas in front.
final class FrontCanvasDrop implements NodeDrop {
    private final FlowTabs tabs;

    FrontCanvasDrop(FlowTabs tabs) {
        this.tabs = tabs;
    }

    @Override
    public boolean accepts(double sceneX, double sceneY) {
        return tabs.canvas().map(canvas -> !canvas.isReadOnly() && canvas.accepts(sceneX, sceneY)).orElse(false);
    }

    @Override
    public void preview(double sceneX, double sceneY) {
        tabs.canvas().ifPresent(canvas -> canvas.previewAt(sceneX, sceneY));
    }

    @Override
    public void endPreview() {
        tabs.canvas().ifPresent(FlowCanvas::endPreview);
    }

    @Override
    public void drop(String type, double sceneX, double sceneY) {
        tabs.canvas().ifPresent(canvas -> canvas.addAt(type, sceneX, sceneY));
    }

    @Override
    public void add(String type) {
        tabs.canvas().ifPresent(canvas -> canvas.add(type));
    }
}
