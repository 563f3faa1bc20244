package org.ivrea.designer.screenshots;

import java.nio.file.Path;
import javafx.application.Application;

/// Draws the pictures of the servers and of the export. `designer-app/screenshots` runs it.
public final class ServersPictures {
    private ServersPictures() {}

    /// @param arguments the folder for the pictures
    public static void main(String[] arguments) {
        System.setProperty("glass.platform", "Headless");
        System.setProperty("prism.order", "sw");
        Application.launch(ServersApp.class, Path.of(arguments[0]).toAbsolutePath().toString());
        System.exit(ServersApp.failed() ? 1 : 0);
    }
}
