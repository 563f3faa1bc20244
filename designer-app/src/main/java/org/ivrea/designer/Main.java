package org.ivrea.designer;

import javafx.application.Application;

/// Starts the designer. A class of its own: a JavaFX application started from the class path must not be the main
/// class.
public final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        Application.launch(DesignerApp.class, arguments);
    }
}
