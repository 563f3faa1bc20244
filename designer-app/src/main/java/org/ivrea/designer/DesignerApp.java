package org.ivrea.designer;

import java.util.List;
import java.util.Objects;
import javafx.application.Application;
import javafx.stage.Stage;
import org.ivrea.designer.window.HeadStart;
import org.ivrea.designer.window.MainWindow;
import org.jspecify.annotations.Nullable;

/// The application: opens the window, with the project that was named, or that of the last time.
public class DesignerApp extends Application {
    /// JavaFX makes the application itself, so that it cannot be given to it.
    private static @Nullable HeadStart headStart;

    /// Runs the application, until its window is closed.
    public static void run(Class<? extends DesignerApp> application, String... arguments) {
        headStart = new HeadStart(List.of(arguments));
        launch(application, arguments);
    }

    @Override
    public void start(Stage stage) {
        opened(Objects.requireNonNull(headStart).show(stage));
    }

    /// The window is shown; what it was asked to open may still be on its way.
    protected void opened(MainWindow window) {}
}
