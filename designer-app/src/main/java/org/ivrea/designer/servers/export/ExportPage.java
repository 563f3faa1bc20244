package org.ivrea.designer.servers.export;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.scene.layout.Region;

/// A page of the export.
interface ExportPage {

    /// In the bundle, under `page.`.
    String id();

    Region content();

    /// Whether the person may go on.
    ReadOnlyBooleanProperty ready();

    /// It comes to the front: begins to find out what it shows.
    void enter();

    /// It leaves the front, by which button ever: what it is finding out is given up.
    default void leave() {}
}
