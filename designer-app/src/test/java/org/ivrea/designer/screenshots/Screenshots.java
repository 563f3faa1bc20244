package org.ivrea.designer.screenshots;

import java.nio.file.Path;
import javafx.application.Application;

/// Draws the pictures of the documentation: the window at 1440 × 900, in both themes.
///
/// Needs no display. `designer-app/screenshots` runs it.
public final class Screenshots {
    private Screenshots() {}

    /// @param arguments the folder for the pictures
    public static void main(String[] arguments) {
        System.setProperty("glass.platform", "Headless");
        System.setProperty("prism.order", "sw");
        Application.launch(ScreenshotsApp.class, Path.of(arguments[0]).toAbsolutePath().toString());
        // The window's threads are daemons, but a scene that failed must not leave the program hanging.
        System.exit(ScreenshotsApp.failed() ? 1 : 0);
    }
}
