package org.ivrea.designer.servers.export;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// A page of the export.
abstract class ExportPage {
    protected final VBox content;
    protected final ReadOnlyBooleanWrapper ready = new ReadOnlyBooleanWrapper();
    private final String id;

    /// @param id      in the bundle, under `page.`
    /// @param spacing between what stands on it, in pixels
    ExportPage(String id, double spacing) {
        this.id = id;
        content = new VBox(spacing);
    }

    final String id() {
        return id;
    }

    final Region content() {
        return content;
    }

    /// Whether the person may go on; of the last page, whether it is over.
    final ReadOnlyBooleanProperty ready() {
        return ready.getReadOnlyProperty();
    }

    /// It comes to the front: begins to find out what it shows.
    abstract void enter();

    /// It leaves the front, by which button ever: what it is finding out is given up.
    void leave() {}
}
