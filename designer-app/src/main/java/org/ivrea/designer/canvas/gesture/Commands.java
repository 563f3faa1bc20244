package org.ivrea.designer.canvas.gesture;

/// The commands that keys on the canvas give.
public interface Commands {
    void copy();

    void cut();

    void paste();

    void duplicate();

    void delete();

    void selectAll();

    void selectNone();

    void rename();

    void editFields();

    void zoomIn();

    void zoomOut();

    void zoomToActualSize();

    void zoomToFit();
}
