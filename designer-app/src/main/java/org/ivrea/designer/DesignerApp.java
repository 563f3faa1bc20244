package org.ivrea.designer;

import java.nio.file.Path;
import java.util.concurrent.FutureTask;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.stage.Stage;
import org.ivrea.designer.settings.SettingsStore;
import org.ivrea.designer.window.MainWindow;
import org.ivrea.engine.spec.NodeRegistry;

/// The application: opens the window, with the project that was named, or that of the last time.
public class DesignerApp extends Application {
    /// Loads while JavaFX starts.
    static final FutureTask<NodeRegistry> REGISTRY = new FutureTask<>(NodeRegistry::load);

    @Override
    public void start(Stage stage) {
        var window = new MainWindow(stage, SettingsStore.ofUser(), REGISTRY);
        window.show();
        if (getParameters().getUnnamed().isEmpty()) {
            window.reopen();
        } else {
            // Not before the window can draw: it may ask something first.
            Path named = Path.of(getParameters().getUnnamed().getFirst());
            Platform.runLater(() -> window.open(named));
        }
        opened(window);
    }

    /// The window is shown; what it was asked to open may still be on its way.
    void opened(MainWindow window) {}
}
